import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import { Breadcrumb, ClockWords, DataTable, DeskTitle, KeyList, Timeline } from '../../../ui/index.ts';
import { listPortals, type PortalRow, portalName } from '../../portals/index.ts';
import { type ClaimRow, listClaims } from '../claim-store.ts';
import { countOpenComments } from '../comment-store.ts';
import { type LiveCopy, listLiveCopies, namesOf } from '../desk-store.ts';
import { readId } from '../forms.ts';
import { type CorrectionMark, findCorrectionMark } from '../life-store.ts';
import { permits } from '../permits.ts';
import { listItemProposals, type ProposalRow } from '../proposal-store.ts';
import {
  findItemClock,
  findReadableItem,
  type ItemClock,
  type LoadedItem,
  listColleagues,
  reading,
} from '../queries.ts';
import { MOVES, type MoveName } from '../rules.ts';
import { type EditionEventRow, type EditionRow, listEditionEvents } from '../store.ts';
import type { UrgentSetting } from '../urgent-rules.ts';
import { findUrgentSetting, type Holder, listUrgentOfItem, type UrgentRow } from '../urgent-store.ts';
import { urgentWords } from '../urgent-words.ts';
import { publishingWords } from '../words.ts';
import { ItemActions, OPEN_STATES } from './item-actions.tsx';
import { LifeDone } from './life-parts.tsx';
import { ClockTrace, Done, EditionState, page, paths, RefusalSummary, SubHeading, when } from './parts.tsx';
import { UrgentCallouts } from './urgent.tsx';
import { WorkDone } from './work.tsx';

export interface ItemView extends LoadedItem {
  events: (EditionEventRow & { edition: EditionRow })[];
  live: LiveCopy[];
  clock: ItemClock | undefined;
  names: Map<number, string>;
  portals: PortalRow[];
  proposals: ProposalRow[];
  mayPropose: boolean;
  /** It is or was public, so a new edition can correct it. */
  wasPublic: boolean;
  /** What open editions say of being a correction. */
  marks: Map<number, CorrectionMark>;
  /** Open remarks, by edition. */
  openRemarks: Map<number, number>;
  urgent: UrgentRow[];
  claims: Map<number, ClaimRow>;
  colleagues: Holder[];
  urgentSetting: UrgentSetting;
}

/** Everything about one item: where it stands, what can be done, what was done. */
export async function showItem(ports: Ports, context: StaffContext, refusal?: Refusal): Promise<Reply> {
  const { person, params, lang, now } = context;
  const view = await reading(ports, person, async (tx): Promise<ItemView | undefined> => {
    const loaded = await findReadableItem(tx, person, readId(params.id));
    if (!loaded) return undefined;
    const { item, portal, editions } = loaded;
    const events: ItemView['events'] = [];
    for (const edition of editions) {
      for (const event of await listEditionEvents(tx, edition.id)) events.push({ ...event, edition });
    }
    const live = await listLiveCopies(tx, item.id);
    const marks: ItemView['marks'] = new Map();
    for (const { id, state } of editions)
      if (OPEN_STATES.includes(state)) marks.set(id, await findCorrectionMark(tx, id));
    return {
      ...loaded,
      events: events.sort((a, b) => b.at.getTime() - a.at.getTime() || b.id - a.id),
      live,
      clock: await findItemClock(tx, item, portal.locality_id, lang, now),
      names: await namesOf(tx, [
        item.created_by,
        ...editions.flatMap((one) => [one.saved_by, one.approved_by]),
        ...live.map((one) => one.approved_by),
      ]),
      portals: await listPortals(tx, person.localityId),
      proposals: await listItemProposals(tx, item.id),
      marks,
      wasPublic: editions.some(({ state }) => ['published', 'superseded', 'withdrawn'].includes(state)),
      openRemarks: await countOpenComments(
        tx,
        editions.map(({ id }) => id),
      ),
      claims: await listClaims(
        tx,
        editions.map(({ id }) => id),
      ),
      colleagues: await listColleagues(tx, portal.id, now),
      urgent: await listUrgentOfItem(tx, item.id),
      urgentSetting: await findUrgentSetting(tx, portal.id),
      mayPropose: isPermitted(person, permits, 'publishing.propose', portal.id),
    };
  });
  if (!view) return { kind: 'missing' };
  return page(itemPage(ports, context, view, refusal), refusal ? 422 : 200);
}

function itemPage(ports: Ports, context: StaffContext, view: ItemView, refusal: Refusal | undefined): string {
  const { lang } = context;
  const w = publishingWords(lang);
  const latest =
    view.editions.find((one) => one.language === lang && one.state !== 'discarded') ?? view.editions[0];
  const title = latest?.title || w.untitled;
  return deskFrame(
    ports,
    context,
    { title, portalName: portalName(view.portal, lang) },
    <>
      <Breadcrumb lang={lang} links={[{ href: paths.list(lang), text: w.items }]} here={title} />
      <DeskTitle eyebrow={`${w.items} ${view.item.id}`} title={title} />
      <Done context={context} />
      <LifeDone context={context} />
      <WorkDone context={context} />
      <RefusalSummary lang={lang} refusal={refusal} place="lam-gi" />
      <UrgentCallouts lang={lang} rows={view.urgent} now={context.now} />
      <Facts lang={lang} view={view} />
      <ItemActions context={context} view={view} refusal={refusal} />
      <Editions lang={lang} view={view} />
      <History lang={lang} view={view} />
    </>,
  );
}

function Facts({ lang, view }: { lang: Lang; view: ItemView }) {
  const w = publishingWords(lang);
  const { item, portal, section, clock, live } = view;
  const origin = view.portals.find(({ id }) => id === item.origin_portal_id);
  const [copy] = live;
  const rows = [
    { key: w.item.facts.portal, value: portalName(portal, lang) },
    { key: w.item.facts.section, value: section ? (lang === 'vi' ? section.name_vi : section.name_en) : '' },
    ...(origin ? [{ key: w.item.facts.origin, value: portalName(origin, lang) }] : []),
    ...(copy
      ? [
          { key: w.item.facts.published, value: when(copy.published_at, lang).text },
          { key: w.item.facts.first, value: when(copy.first_published_at, lang).text },
          ...approverRows(lang, view, copy),
          { key: w.item.facts.hash, value: <code>{copy.content_hash.slice(0, 16)}</code> },
        ]
      : []),
  ];
  return (
    <>
      <KeyList rows={rows} wide />
      {clock && (
        <>
          <p>
            <ClockWords
              lang={lang}
              clock={{ ...clock.shown, due: clock.due && w.editor.dueOn(clock.due) }}
              icon
            />
          </p>
          <ClockTrace lang={lang} clock={clock} />
        </>
      )}
    </>
  );
}

/** Who approved what is public; of an urgent copy who published it, and who approved it afterwards. */
function approverRows(lang: Lang, view: ItemView, copy: LiveCopy): { key: string; value: string }[] {
  const name = view.names.get(copy.approved_by) ?? '';
  const urgent = view.urgent.find(({ publication_id }) => publication_id === copy.id);
  if (!urgent) return [{ key: publishingWords(lang).item.facts.approver, value: name }];
  const w = urgentWords(lang);
  return [
    { key: w.by, value: name },
    { key: w.approver, value: urgent.decider ?? w.notApproved },
  ];
}

function Editions({ lang, view }: { lang: Lang; view: ItemView }) {
  const w = publishingWords(lang);
  const c = w.item.columns;
  return (
    <>
      <SubHeading id="cac-ban">{w.item.editions}</SubHeading>
      <DataTable
        lang={lang}
        table={{
          caption: w.item.editions,
          captionHidden: true,
          columns: [c.edition, c.state, c.title, c.saved, c.approved].map((label) => ({ label })),
          rows: view.editions.map((one) => [
            <a href={paths.preview(lang, one.item_id, one.id)}>
              {w.languages[one.language]}, {w.edition(one.number)}
            </a>,
            <EditionState lang={lang} state={one.state} />,
            <span lang={one.language}>{one.title || w.untitled}</span>,
            w.savedBy(
              one.saved_by === null ? '' : (view.names.get(one.saved_by) ?? ''),
              when(one.saved_at, lang).text,
            ),
            one.approved_at
              ? `${one.approved_by === null ? '' : (view.names.get(one.approved_by) ?? '')} ${when(one.approved_at, lang).text}`
              : '',
          ]),
        }}
      />
    </>
  );
}

function History({ lang, view }: { lang: Lang; view: ItemView }) {
  const w = publishingWords(lang);
  return (
    <>
      <SubHeading id="lich-su">{w.item.history}</SubHeading>
      <Timeline
        entries={view.events.map((event) => ({
          moment: when(event.at, lang),
          title: `${moveWords(event.move, lang)} (${w.languages[event.edition.language]}, ${w.edition(event.edition.number)})`,
          text: (
            <p>
              {w.by(event.person_name ?? w.machine)}
              {event.reason && `${w.item.reason}: ${event.reason}`}
            </p>
          ),
        }))}
      />
    </>
  );
}

/** A move of the history in words; machine moves have words of their own. */
function moveWords(move: string, lang: Lang): string {
  return move in MOVES ? MOVES[move as MoveName].label[lang] : (publishingWords(lang).moves[move] ?? move);
}
