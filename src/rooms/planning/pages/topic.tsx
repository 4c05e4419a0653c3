import { deskFrame } from '../../../desk-frame.tsx';
import { scopeOf } from '../../../platform/command/index.ts';
import { readId } from '../../../platform/http/ids.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { civilDateOf, formatDate } from '../../../rules/calendar/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import {
  Breadcrumb,
  Button,
  Buttons,
  DeskTitle,
  Form,
  FormSection,
  KeyList,
  LinkButton,
} from '../../../ui/index.ts';
import { listSections, type PortalRow, portalName, type SectionRow } from '../../portals/index.ts';
import { type Holder, listColleagues, readablePortals } from '../../publishing/index.ts';
import { beginTopic, changeTopic, dropTopic } from '../commands.ts';
import { readTopic } from '../forms.ts';
import { permits } from '../permits.ts';
import { findTopic, type TopicRow } from '../store.ts';
import { planningWords } from '../words.ts';
import { Done, Problems, paths, TopicForm } from './parts.tsx';
import { TopicState } from './plan.tsx';

interface TopicView {
  topic: TopicRow;
  portal: PortalRow;
  sections: SectionRow[];
  colleagues: Holder[];
}

function load(ports: Ports, context: StaffContext): Promise<TopicView | undefined> {
  const { person, params, now } = context;
  return ports.database.transaction(scopeOf(person), async (tx) => {
    const id = readId(params.topic);
    const topic = id === undefined ? undefined : await findTopic(tx, id);
    const portal = (await readablePortals(tx, person)).find((one) => one.id === topic?.portal_id);
    if (!topic || !portal) return undefined;
    return {
      ...{ topic, portal, sections: await listSections(tx, portal.id) },
      colleagues: await listColleagues(tx, portal.id, now),
    };
  });
}

/** One topic: what it is, its item when it was begun, and what can be done with it. */
export async function showTopic(ports: Ports, context: StaffContext, refusal?: Refusal): Promise<Reply> {
  const view = await load(ports, context);
  if (!view) return { kind: 'missing' };
  return { kind: 'page', html: topicPage(ports, context, view, refusal), status: refusal ? 422 : 200 };
}

/** Begins, drops or changes it. */
export async function postTopic(ports: Ports, context: StaffContext): Promise<Reply> {
  const view = await load(ports, context);
  if (!view) return { kind: 'missing' };
  const { form, person, lang } = context;
  const input = { portalId: view.portal.id, topicId: view.topic.id };
  try {
    if (form.get('lam') === 'viet') {
      const { itemId, editionId } = await ports.perform(person, beginTopic, input);
      return { kind: 'redirect', to: `${paths.edit(lang, itemId, editionId)}?xong=tao`, status: 303 };
    }
    const drops = form.get('lam') === 'bo';
    if (drops) await ports.perform(person, dropTopic, input);
    else await ports.perform(person, changeTopic, { ...input, ...readTopic(form) });
    const to = drops
      ? `${paths.plan(lang)}?cong=${view.portal.id}&xong=bo`
      : `${paths.topic(lang, view.topic.id)}?xong=sua`;
    return { kind: 'redirect', to, status: 303 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showTopic(ports, context, error);
  }
}

function topicPage(
  ports: Ports,
  context: StaffContext,
  view: TopicView,
  refusal: Refusal | undefined,
): string {
  const { lang, now, person } = context;
  const { topic, portal } = view;
  const w = planningWords(lang);
  const c = w.columns;
  const mayPlan = isPermitted(person, permits, 'planning.plan', portal.id);
  const action = paths.topic(lang, topic.id);
  return deskFrame(
    ports,
    context,
    { title: topic.title, portalName: portalName(portal, lang) },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          {
            href: `${paths.plan(lang)}?cong=${portal.id}&thang=${topic.planned_on.slice(0, 7)}`,
            text: w.title,
          },
        ]}
        here={topic.title}
      />
      <DeskTitle eyebrow={w.title} title={topic.title} />
      <Done context={context} />
      <Problems lang={lang} refusal={refusal} />
      <KeyList
        wide
        rows={[
          { key: c.on, value: formatDate(topic.planned_on, lang) },
          { key: c.section, value: lang === 'vi' ? topic.section_vi : topic.section_en },
          { key: c.person, value: topic.person_name ?? w.nobody },
          { key: c.state, value: <TopicState lang={lang} topic={topic} today={civilDateOf(now)} /> },
        ]}
      />
      {topic.note && <p>{topic.note}</p>}
      {topic.item_id !== null && (
        <p>
          <LinkButton href={paths.item(lang, topic.item_id)}>{w.item}</LinkButton>
        </p>
      )}
      {mayPlan && topic.state === 'planned' && (
        <Form action={action} hidden={{ _token: context.csrfToken }} label={w.begin}>
          <p class="note">{w.beginNote}</p>
          <Buttons>
            <Button name="lam" value="viet" icon="pencil">
              {w.begin}
            </Button>
            <Button kind="danger" name="lam" value="bo">
              {w.drop}
            </Button>
          </Buttons>
        </Form>
      )}
      {mayPlan && topic.state !== 'dropped' && (
        <FormSection id="sua" title={w.change}>
          <TopicForm
            context={context}
            action={action}
            hidden={{ lam: 'sua' }}
            label={w.change}
            sections={view.sections}
            colleagues={view.colleagues}
            topic={topic}
            refusal={refusal}
          />
        </FormSection>
      )}
    </>,
  );
}
