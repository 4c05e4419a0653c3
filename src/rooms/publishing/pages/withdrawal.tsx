import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { Breadcrumb, Button, Callout, DeskTitle, Field, Form } from '../../../ui/index.ts';
import { portalName } from '../../portals/index.ts';
import { listLiveCopies } from '../desk-store.ts';
import { readId } from '../forms.ts';
import { type Adoption, adoptionsOf, minimumOf } from '../life-queries.ts';
import { CAUSE_WORDS, CAUSES, otherLang, WAYS } from '../life-rules.ts';
import { lifeWords } from '../life-words.ts';
import { type ItemUses, usesOfItem } from '../links.ts';
import { permits } from '../permits.ts';
import { findReadableEdition, type LoadedEdition, reading } from '../queries.ts';
import { withdrawEdition } from '../withdrawing.ts';
import { publishingWords } from '../words.ts';
import { lifePaths, tryOr, Uses } from './life-parts.tsx';
import { EditionState, page, paths, RefusalSummary, SubHeading, seeOther } from './parts.tsx';

interface WithdrawalView extends LoadedEdition {
  uses: ItemUses;
  adoptions: Adoption[];
  otherIsLive: boolean;
  minimum: { days: number; article: string } | undefined;
}

/** Taking down: what leads here, the three ways, the case of law and the reason. */
export async function showWithdrawal(ports: Ports, context: StaffContext, refusal?: Refusal): Promise<Reply> {
  const view = await load(ports, context);
  if (!view) return { kind: 'missing' };
  return page(withdrawalPage(ports, context, view, refusal), refusal ? 422 : 200);
}

async function load(ports: Ports, context: StaffContext): Promise<WithdrawalView | undefined> {
  const { person, params, lang } = context;
  const found = await reading(ports, person, async (tx) => {
    const loaded = await findReadableEdition(tx, person, readId(params.id), readId(params.editionId));
    if (!loaded || !isPermitted(person, permits, 'publishing.approve', loaded.portal.id)) return undefined;
    const live = await listLiveCopies(tx, loaded.item.id);
    return {
      ...loaded,
      uses: await usesOfItem(tx, loaded.item),
      otherIsLive: live.some(({ language }) => language !== loaded.edition.language),
    };
  });
  if (!found) return undefined;
  const { item, portal } = found;
  return {
    ...found,
    adoptions: await adoptionsOf(ports, portal.locality_id, item.id, lang),
    minimum: await minimumOf(ports, portal.locality_id, item.kind),
  };
}

function withdrawalPage(
  ports: Ports,
  context: StaffContext,
  view: WithdrawalView,
  refusal: Refusal | undefined,
): string {
  const { lang } = context;
  const w = lifeWords[lang];
  const p = publishingWords(lang);
  const { item, portal, edition } = view;
  const title = edition.title || p.untitled;
  return deskFrame(
    ports,
    context,
    { title: `${w.withdraw}: ${title}`, portalName: portalName(portal, lang) },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: paths.list(lang), text: p.items },
          { href: paths.item(lang, item.id), text: title },
        ]}
        here={w.withdraw}
      />
      <DeskTitle eyebrow={w.withdraw} title={title}>
        <p class="note">{w.withdrawLead}</p>
      </DeskTitle>
      <RefusalSummary lang={lang} refusal={refusal} place="go" />
      <p>
        <EditionState lang={lang} state={edition.state} /> {p.languages[edition.language]},{' '}
        {p.edition(edition.number)}
      </p>
      {view.otherIsLive && <Callout title={w.stillOther(w.languageNames[otherLang(edition.language)])} />}
      {view.minimum && <Callout title={w.minimum(view.minimum.days, view.minimum.article)} />}
      <SubHeading id="dan-den">{w.uses}</SubHeading>
      <Uses lang={lang} uses={view.uses} adoptions={view.adoptions} />
      <SubHeading id="go">{w.withdrawDo}</SubHeading>
      <Fields context={context} view={view} refusal={refusal} />
    </>,
  );
}

function Fields(props: { context: StaffContext; view: WithdrawalView; refusal: Refusal | undefined }) {
  const { context, view, refusal } = props;
  const { lang, form } = context;
  const w = lifeWords[lang];
  const error = (field: string) => (refusal?.field === field ? refusal.words[lang] : undefined);
  const isLinked = view.uses.links.length + view.uses.redirects.length + view.uses.tasks.length > 0;
  return (
    <Form
      action={lifePaths.withdraw(lang, view.item.id, view.edition.id)}
      hidden={{ _token: context.csrfToken }}
    >
      <Field
        kind="select"
        lang={lang}
        name="cause"
        label={w.cause}
        empty={w.causeEmpty}
        value={form.get('cause') ?? ''}
        choices={CAUSES.map((value) => ({ value, text: CAUSE_WORDS[value][lang] }))}
        error={error('cause')}
      />
      <Field
        kind="radios"
        lang={lang}
        name="way"
        label={w.way}
        value={form.get('way') ?? (isLinked ? 'redirect' : 'notice')}
        choices={WAYS.map((value) => ({ value, text: w.ways[value], help: w.wayHelp[value] }))}
        error={error('way')}
      />
      <Field
        kind="text"
        lang={lang}
        name="target"
        label={w.target}
        help={w.targetHelp}
        optional
        value={form.get('target') ?? ''}
        error={error('target')}
      />
      <Field
        kind="textarea"
        lang={lang}
        name="reason"
        label={w.reason}
        help={w.reasonHelp}
        rows={3}
        value={form.get('reason') ?? ''}
        error={error('reason')}
      />
      {isLinked && (
        <Field
          kind="checkbox"
          lang={lang}
          name="despiteLinks"
          label={w.despite}
          optional
          checked={form.get('despiteLinks') === '1'}
          error={error('despiteLinks')}
        />
      )}
      <Button kind="danger">{w.withdrawDo}</Button>
    </Form>
  );
}

const CAUSE_MISSING = new Refusal(
  'cause-missing',
  { vi: 'Hãy chọn trường hợp gỡ bài.', en: 'Choose the case the item is taken down for.' },
  'cause',
);

/** Takes down by the posted form; what was refused is shown with everything typed. */
export async function takeDownItem(ports: Ports, context: StaffContext): Promise<Reply> {
  const view = await load(ports, context);
  if (!view) return { kind: 'missing' };
  const { lang, person, form } = context;
  const way = WAYS.find((one) => one === form.get('way'));
  const cause = CAUSES.find((one) => one === form.get('cause'));
  return tryOr(
    async () => {
      if (!cause) throw CAUSE_MISSING;
      await ports.perform(person, withdrawEdition, {
        ...{ portalId: view.portal.id, editionId: view.edition.id, cause },
        ...{ way: way ?? 'notice', reason: form.get('reason') ?? '' },
        ...{ target: form.get('target') ?? '', despiteLinks: form.get('despiteLinks') === '1' },
      });
      return seeOther(paths.item(lang, view.item.id), 'go');
    },
    (refusal) => showWithdrawal(ports, context, refusal),
  );
}
