import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { formatDate } from '../../../rules/calendar/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { Breadcrumb, Button, DeskTitle, Field, Form, KeyList, PhoneFrame } from '../../../ui/index.ts';
import { type PortalRow, portalName } from '../../portals/index.ts';
import { readId } from '../forms.ts';
import { permits } from '../permits.ts';
import { readablePortals, reading } from '../queries.ts';
import { approveUrgent, refuseUrgent } from '../urgent-commands.ts';
import { urgentStanding } from '../urgent-rules.ts';
import { findUrgent, type UrgentRow } from '../urgent-store.ts';
import { urgentWords } from '../urgent-words.ts';
import { publishingWords } from '../words.ts';
import { page, paths, RefusalSummary, SubHeading, when } from './parts.tsx';
import { UrgentPill } from './urgent.tsx';

interface OneView {
  urgent: UrgentRow;
  portal: PortalRow;
}

function load(ports: Ports, context: StaffContext): Promise<OneView | undefined> {
  const { person, params } = context;
  return reading(ports, person, async (tx) => {
    const id = readId(params.id);
    const urgent = id === undefined ? undefined : await findUrgent(tx, id);
    const portal = (await readablePortals(tx, person)).find((one) => one.id === urgent?.portal_id);
    return urgent && portal && { urgent, portal };
  });
}

/** One urgent publication: why, until when, what the public reads, and the decision. */
export async function showUrgentOne(ports: Ports, context: StaffContext, refusal?: Refusal): Promise<Reply> {
  const view = await load(ports, context);
  if (!view) return { kind: 'missing' };
  return page(onePage(ports, context, view, refusal), refusal ? 422 : 200);
}

/** Approves or refuses afterwards. */
export async function decideUrgentOne(ports: Ports, context: StaffContext): Promise<Reply> {
  const view = await load(ports, context);
  if (!view) return { kind: 'missing' };
  const { form, person, lang } = context;
  const input = {
    ...{ portalId: view.portal.id, urgentId: view.urgent.id },
    reason: (form.get('reason') ?? '').slice(0, 2_000),
  };
  const refuses = form.get('do') === 'go';
  try {
    await ports.perform(person, refuses ? refuseUrgent : approveUrgent, input);
    return { kind: 'redirect', to: `${paths.urgent(lang)}?xong=${refuses ? 'go' : 'duyet'}`, status: 303 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showUrgentOne(ports, context, error);
  }
}

function onePage(ports: Ports, context: StaffContext, view: OneView, refusal: Refusal | undefined): string {
  const { lang, now } = context;
  const { urgent, portal } = view;
  const w = urgentWords(lang);
  const rows = [
    { key: w.by, value: urgent.publisher ?? '' },
    { key: w.columns.at, value: when(urgent.published_at, lang).text },
    { key: w.columns.due, value: urgent.due_on ? formatDate(urgent.due_on, lang) : w.undated },
    { key: w.reason, value: urgent.reason },
    ...(urgent.decided_at
      ? [{ key: w.columns.decided, value: `${urgent.decider ?? ''} ${when(urgent.decided_at, lang).text}` }]
      : []),
    ...(urgent.decision_reason ? [{ key: w.note, value: urgent.decision_reason }] : []),
  ];
  return deskFrame(
    ports,
    context,
    {
      title: `${w.one}: ${urgent.title}`,
      portalName: portalName(portal, lang),
      aside: <Decision context={context} view={view} refusal={refusal} />,
      asideLabel: w.ask,
    },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: paths.urgent(lang), text: w.title },
          { href: paths.item(lang, urgent.item_id), text: w.columns.item },
        ]}
        here={urgent.title}
      />
      <DeskTitle eyebrow={w.one} title={urgent.title} />
      <RefusalSummary lang={lang} refusal={refusal} place="quyet-dinh" />
      <p>
        <UrgentPill lang={lang} standing={urgentStanding(urgent, now)} />
      </p>
      <KeyList rows={rows} wide />
      <SubHeading id="dang-hien">{w.seen}</SubHeading>
      <PhoneFrame
        src={paths.preview(lang, urgent.item_id, urgent.edition_id)}
        title={publishingWords(lang).approve.frame}
      />
    </>,
  );
}

function Decision({
  context,
  view,
  refusal,
}: {
  context: StaffContext;
  view: OneView;
  refusal: Refusal | undefined;
}) {
  const { lang, person, form } = context;
  const { urgent, portal } = view;
  const w = urgentWords(lang);
  const isOpen = urgent.decision === null && urgent.ended_at === null;
  const isOwn = urgent.published_by === person.personId || urgent.writers.includes(person.personId);
  const may = isPermitted(person, permits, 'publishing.approve', portal.id);
  const action = paths.urgentOne(lang, urgent.id);
  const isRefusing = form.get('do') === 'go';
  return (
    <>
      <h2 id="quyet-dinh">{w.ask}</h2>
      {isOpen && isOwn && <p>{w.ownWork}</p>}
      {isOpen && !may && !isOwn && <p>{w.notYours}</p>}
      {!isOpen && <UrgentPill lang={lang} standing={urgentStanding(urgent, context.now)} />}
      {isOpen && may && !isOwn && (
        <>
          <Form action={action} hidden={{ _token: context.csrfToken, do: 'duyet' }} label={w.approve}>
            <p>{w.approveNote}</p>
            <Field kind="text" lang={lang} name="reason" id="ghi-chu" label={w.note} optional value="" />
            <Button>{w.approve}</Button>
          </Form>
          <Form action={action} hidden={{ _token: context.csrfToken, do: 'go' }} label={w.refuse}>
            <h3>{w.refuse}</h3>
            <p>{w.refuseNote}</p>
            <Field
              kind="textarea"
              lang={lang}
              name="reason"
              label={w.refuseReason}
              rows={3}
              value={isRefusing ? (form.get('reason') ?? '') : ''}
              error={isRefusing && refusal?.field === 'reason' ? refusal.words[lang] : undefined}
            />
            <Button kind="danger">{w.refuse}</Button>
          </Form>
        </>
      )}
    </>
  );
}
