import { deskFrame } from '../../../desk-frame.tsx';
import { NOT_PERMITTED } from '../../../platform/command/index.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { anchorOf, findingKey, markBody } from '../../../rules/checker/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import {
  Breadcrumb,
  Button,
  Buttons,
  Callout,
  DeskTitle,
  Field,
  FindingNumber,
  Form,
  KeyList,
  Prose,
} from '../../../ui/index.ts';
import { portalName } from '../../portals/index.ts';
import { checkWords } from '../check-words.ts';
import { type EditionFinding, findingsOf, standingInTheWay, warningsOf } from '../checks.ts';
import { readId } from '../forms.ts';
import { listOverrides, type OverrideRow } from '../override-store.ts';
import { permits } from '../permits.ts';
import { findReadableEdition, type LoadedEdition, reading } from '../queries.ts';
import { overrideFinding, submitEdition } from '../submitting.ts';
import { publishingWords } from '../words.ts';
import { contentOf } from '../writing.ts';
import { FindingList, type NumberedFinding, numbered, OverridesShown } from './check-list.tsx';
import { Done, page, paths, RefusalSummary, SubHeading, seeOther } from './parts.tsx';

interface CheckView extends LoadedEdition {
  findings: EditionFinding[];
  overrides: OverrideRow[];
}

/** The findings of a stored edition, as whoever reads it sees them. */
export async function loadChecked(ports: Ports, context: StaffContext): Promise<CheckView | undefined> {
  const { person, params, now } = context;
  return reading(ports, person, async (tx) => {
    const loaded = await findReadableEdition(tx, person, readId(params.id), readId(params.editionId));
    if (!loaded) return undefined;
    const { edition, item, portal } = loaded;
    const asked = {
      ...{ portalId: portal.id, localityId: portal.locality_id, itemKind: item.kind },
      ...{ editionId: edition.id, language: edition.language, content: contentOf(edition) },
    };
    return {
      ...loaded,
      findings: await findingsOf(tx, ports.profiles, asked, now),
      overrides: await listOverrides(tx, edition.id),
    };
  });
}

/** Everything found in an edition, with each place marked in the text; what was let pass; and the way to submit. */
export async function showCheck(ports: Ports, context: StaffContext, refusal?: Refusal): Promise<Reply> {
  const view = await loadChecked(ports, context);
  if (!view) return { kind: 'missing' };
  return page(checkPage(ports, context, view, refusal), refusal ? 422 : 200);
}

function checkPage(
  ports: Ports,
  context: StaffContext,
  view: CheckView,
  refusal: Refusal | undefined,
): string {
  const { lang } = context;
  const w = publishingWords(lang);
  const c = checkWords(lang);
  const { edition, item, portal } = view;
  const all = numbered(view.findings);
  const title = edition.title || w.untitled;
  return deskFrame(
    ports,
    context,
    { title: `${c.title}: ${title}`, portalName: portalName(portal, lang) },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: paths.list(lang), text: w.items },
          { href: paths.item(lang, item.id), text: title },
        ]}
        here={c.title}
      />
      <DeskTitle eyebrow={`${w.languages[edition.language]}, ${w.edition(edition.number)}`} title={c.title} />
      <Done context={context} />
      <RefusalSummary lang={lang} refusal={refusal} place="gui" />
      <p>{all.length === 0 ? c.none : c.lead}</p>
      <Lists context={context} view={view} all={all} refusal={refusal} />
      <Sending context={context} view={view} />
      <Marked context={context} view={view} all={all} />
    </>,
  );
}

interface PartProps {
  context: StaffContext;
  view: CheckView;
  all: readonly NumberedFinding[];
}

function Lists({ context, view, all, refusal }: PartProps & { refusal: Refusal | undefined }) {
  const { lang } = context;
  const c = checkWords(lang);
  const standing = new Set(standingInTheWay(view.findings));
  const inTheWay = all.filter(({ finding }) => standing.has(finding));
  const worth = all.filter(({ finding }) => finding.weight === 'should');
  const isDraft = view.edition.state === 'draft';
  const ways = ({ number, finding }: NumberedFinding) => [
    ...(finding.place ? [{ href: `#${anchorOf(number)}`, text: c.whereText }] : []),
    ...(isDraft
      ? [{ href: `${paths.edit(lang, view.item.id, view.edition.id)}#${finding.field}`, text: c.whereField }]
      : []),
    ...((finding.code === 'legacy' || finding.code === 'mojibake') && isDraft
      ? [{ href: paths.convert(lang, view.item.id, view.edition.id), text: c.convertAll }]
      : []),
  ];
  const foot = (one: NumberedFinding) =>
    isDraft ? <LetPass context={context} view={view} one={one} refusal={refusal} /> : null;
  return (
    <>
      {inTheWay.length > 0 && (
        <>
          <SubHeading id="phai-sua">{c.inTheWay}</SubHeading>
          <FindingList lang={lang} findings={inTheWay} ways={ways} foot={foot} withIds />
        </>
      )}
      {worth.length > 0 && (
        <>
          <SubHeading id="nen-xem">{c.worthALook}</SubHeading>
          <FindingList lang={lang} findings={worth} ways={ways} withIds />
        </>
      )}
      {view.overrides.length > 0 && (
        <>
          <SubHeading id="bo-qua">{c.letPass}</SubHeading>
          <OverridesShown lang={lang} overrides={view.overrides} />
        </>
      )}
    </>
  );
}

/** The form by which a checker lets one finding pass; whoever may not is told whom to ask. */
function LetPass(props: {
  context: StaffContext;
  view: CheckView;
  one: NumberedFinding;
  refusal: Refusal | undefined;
}) {
  const { context, view, one, refusal } = props;
  const { lang, form, person } = context;
  const c = checkWords(lang);
  if (!isPermitted(person, permits, 'publishing.override', view.portal.id))
    return <p class="note">{c.overrideAsk}</p>;
  const key = findingKey(one.finding);
  const isThis = form.get('finding') === key;
  return (
    <details class="trace" open={isThis && refusal !== undefined}>
      <summary>{c.override}</summary>
      <Form
        action={paths.check(lang, view.item.id, view.edition.id)}
        hidden={{ _token: context.csrfToken, do: 'override', finding: key }}
        label={`${c.override}: ${one.number}. ${one.finding.title[lang]}`}
      >
        <Field
          kind="textarea"
          lang={lang}
          name="reason"
          id={isThis ? 'reason' : `ly-do-${one.number}`}
          label={c.overrideReason}
          help={c.overrideHelp}
          rows={2}
          value={isThis ? (form.get('reason') ?? '') : ''}
          error={isThis && refusal?.field === 'reason' ? refusal.words[lang] : undefined}
        />
        <Button kind="second">{c.overrideSend}</Button>
      </Form>
    </details>
  );
}

function Sending({ context, view }: { context: StaffContext; view: CheckView }) {
  const { lang, person } = context;
  const c = checkWords(lang);
  const { edition, item, portal, findings } = view;
  if (edition.state !== 'draft') return <Callout tone="info" title={c.notDraft} />;
  if (!isPermitted(person, permits, 'publishing.write', portal.id)) return null;
  const standing = standingInTheWay(findings).length;
  const warned = warningsOf(findings).length;
  const [tone, title, text] =
    standing > 0
      ? (['warn', c.notYet, c.notYetText(standing)] as const)
      : warned > 0
        ? (['info', c.onceMore, c.onceMoreText] as const)
        : (['good', c.ready, c.readyText] as const);
  return (
    <div id="gui">
      <Callout tone={tone} title={title}>
        <p>{text}</p>
      </Callout>
      <Form
        action={paths.check(lang, item.id, edition.id)}
        hidden={{ _token: context.csrfToken, do: 'submit' }}
        label={c.submit}
      >
        <Buttons>
          {standing === 0 && <Button>{warned > 0 ? c.submitAnyway : c.submit}</Button>}
          <a class="button second" href={paths.edit(lang, item.id, edition.id)}>
            {c.mend}
          </a>
        </Buttons>
      </Form>
    </div>
  );
}

/** The fields and the text, with the number of each finding at its place. */
function Marked({ context, view, all }: PartProps) {
  const { lang } = context;
  const c = checkWords(lang);
  const { edition } = view;
  const open = all.filter(({ finding }) => finding.override === undefined);
  const outside = open.filter(({ finding }) => finding.field !== 'body' && finding.words !== '');
  return (
    <>
      <SubHeading id="bai">{c.marked}</SubHeading>
      <p class="note">{c.markedNote}</p>
      <KeyList
        wide
        rows={outside.map(({ number, finding }) => ({
          key: c.fields[finding.field],
          value: (
            <span id={finding.place ? anchorOf(number) : undefined} lang={edition.language}>
              <a href={`#muc-${number}`}>
                <FindingNumber number={number} weight={finding.weight} />
              </a>{' '}
              <mark>{finding.words}</mark>
            </span>
          ),
        }))}
      />
      <Prose lang={lang} html={markBody(edition.body_html, open)} textLang={edition.language} />
    </>
  );
}

/** Submits, or lets a finding pass; a refusal shows the page again with what was typed. */
export async function actOnCheck(ports: Ports, context: StaffContext): Promise<Reply> {
  const view = await loadChecked(ports, context);
  if (!view) return { kind: 'missing' };
  const { lang, person, form } = context;
  const { item, edition, portal } = view;
  const input = { portalId: portal.id, editionId: edition.id };
  try {
    if (form.get('do') === 'override') {
      const finding = form.get('finding') ?? '';
      await ports.perform(person, overrideFinding, { ...input, finding, reason: form.get('reason') ?? '' });
      return seeOther(paths.check(lang, item.id, edition.id), 'boqua');
    }
    await ports.perform(person, submitEdition, input);
    return seeOther(paths.item(lang, item.id), 'submit');
  } catch (error) {
    if (!(error instanceof Refusal) || error === NOT_PERMITTED) throw error;
    return showCheck(ports, context, error);
  }
}

/**
 * Submits an edition that was just saved, or whose button was pressed elsewhere: at once where nothing was found, else by the
 * page that shows once more what was.
 */
export async function submitSaved(
  ports: Ports,
  context: StaffContext,
  at: { itemId: number; editionId: number; wasSaved?: boolean },
): Promise<Reply> {
  const params = { ...context.params, id: String(at.itemId), editionId: String(at.editionId) };
  const view = await loadChecked(ports, { ...context, params });
  if (!view) return { kind: 'missing' };
  const { lang, person } = context;
  const { findings, portal } = view;
  const [first] = standingInTheWay(findings);
  const editor = paths.edit(lang, at.itemId, at.editionId);
  // whoever is writing goes on writing, at the place
  if (first && at.wasSaved) return { kind: 'redirect', to: `${editor}?xong=luu#${first.field}`, status: 303 };
  if (first || warningsOf(findings).length > 0) {
    const to = `${paths.check(lang, at.itemId, at.editionId)}${at.wasSaved ? '?xong=luu' : ''}`;
    return { kind: 'redirect', to, status: 303 };
  }
  try {
    await ports.perform(person, submitEdition, { portalId: portal.id, editionId: at.editionId });
    return seeOther(paths.item(lang, at.itemId), 'submit');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showCheck(ports, { ...context, params }, error);
  }
}
