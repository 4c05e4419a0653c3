import type { ComponentChildren } from 'preact';
import { deskFrame } from '../../../desk-frame.tsx';
import { deskPath } from '../../../platform/http/paths.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { formatDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Callout, ErrorSummary, Findings, type FindingView, fieldsOf } from '../../../ui/index.ts';
import type { FieldErrors } from '../forms.ts';
import { chairOf, type PortalBoards } from '../queries.ts';
import type { BoardFinding } from '../rules.ts';
import { boardWords, findingWords } from '../words.ts';

/** Addresses of this room's desk pages, below the desk. */
export const PATHS = {
  list: '/ban-bien-tap',
  portal: '/ban-bien-tap/:id',
  board: '/ban-bien-tap/:id/:board',
  addMember: '/ban-bien-tap/:id/:board/thanh-vien',
  changeMember: '/ban-bien-tap/:id/:board/thanh-vien/:member',
  endMember: '/ban-bien-tap/:id/:board/thanh-vien/:member/thoi',
  end: '/ban-bien-tap/:id/:board/ket-thuc',
  show: '/ban-bien-tap/:id/:board/cong-bo',
  hide: '/ban-bien-tap/:id/:board/thoi-cong-bo',
} as const;

export function hrefTo(
  lang: Lang,
  name: keyof typeof PATHS,
  ids: { id?: number; board?: number; member?: number } = {},
): string {
  const path = PATHS[name]
    .replace(':id', String(ids.id ?? ''))
    .replace(':board', String(ids.board ?? ''))
    .replace(':member', String(ids.member ?? ''));
  return deskPath(lang, path);
}

export const dayOf = (on: string, lang: Lang) => formatDate(on, lang, 'short');

export function termOf(from: string, to: string | null, lang: Lang): string {
  const w = boardWords(lang);
  return to === null ? w.from(dayOf(from, lang)) : w.fromTo(dayOf(from, lang), dayOf(to, lang));
}

/** The register's page of a decision, where issuer and file are kept. */
export const decisionHref = (lang: Lang, decisionId: number) =>
  deskPath(lang, `/phan-cong/quyet-dinh/${decisionId}`);

/** Fields of a form as they were typed. */
export const fields = <Draft extends object>(lang: Lang, draft: Draft, errors: FieldErrors) =>
  fieldsOf(lang, draft, (name) => errors[name]?.[lang]);

export interface PageShape {
  title: string;
  portalName?: string;
  /** What was wrong with the form that was sent; a fault of no field stands under `noi-dung`. */
  errors?: FieldErrors;
}

/** A finished page of this room; with errors it answers 422 and names each on top. */
export function page(
  ports: Ports,
  context: StaffContext,
  { title, portalName, errors = {} }: PageShape,
  children: ComponentChildren,
): Reply {
  const { lang, query } = context;
  const w = boardWords(lang);
  const list = Object.entries(errors).map(([field, words]) => ({ href: `#${field}`, text: words[lang] }));
  const done = w.done[query.get('xong') ?? ''];
  const html = deskFrame(
    ports,
    context,
    { title, ...(portalName ? { portalName } : {}) },
    <>
      {done && list.length === 0 && <Callout tone="good" live title={done} />}
      <ErrorSummary lang={lang} title={w.errors(list.length)} errors={list} />
      {children}
    </>,
  );
  return { kind: 'page', html, status: list.length > 0 ? 422 : 200 };
}

const TO_PEOPLE = new Set(['closedAccount', 'noRight', 'rightWithoutSeat']);

/** What differs from the regulation and the rights, each with a way to mend it. */
export function FindingList(props: {
  lang: Lang;
  boards: PortalBoards;
  /** Whether the reader can mend what is not of this room: people, the contact. */
  mayWrite: boolean;
}) {
  const { lang, boards, mayWrite } = props;
  const w = boardWords(lang);
  const { findings } = boards;
  const words = findingWords(lang);
  const views: FindingView[] = findings.map((one, index) => ({
    number: index + 1,
    weight: one.weight,
    weightWords: one.weight === 'must' ? w.mustWord : w.shouldWord,
    title: words[one.code].title(one.about[lang], one.who ?? ''),
    text: [words[one.code].text, one.article ? w.byArticle(one.article) : ''].join(' ').trim(),
    ways: waysOf(one, boards, lang, mayWrite),
  }));
  const footer = footerFinding(boards, lang, mayWrite);
  const all = footer ? [...views, { ...footer, number: views.length + 1 }] : views;
  if (all.length === 0) return <Callout tone="good" title={w.noFindings} />;
  return (
    <section aria-labelledby="doi-chieu">
      <h2 id="doi-chieu">{w.findingsTitle}</h2>
      <Findings findings={all} />
    </section>
  );
}

function waysOf(one: BoardFinding, { portal, boards }: PortalBoards, lang: Lang, mayWrite: boolean) {
  const w = boardWords(lang);
  const board = boards.find(({ row }) => row.id === one.boardId)?.row;
  return [
    ...(one.code === 'bareDecision' && board
      ? [{ href: decisionHref(lang, board.decision_id), text: w.toDecision }]
      : []),
    ...(board && one.code !== 'bareDecision'
      ? [{ href: hrefTo(lang, 'board', { id: portal.id, board: board.id }), text: w.toBoard }]
      : []),
    ...(one.code === 'noBoard' && mayWrite ? [{ href: '#them-ban', text: w.found }] : []),
    ...(TO_PEOPLE.has(one.code) && mayWrite
      ? [{ href: `${deskPath(lang, '/nhan-su')}?cong=${portal.id}`, text: w.toPeople }]
      : []),
  ];
}

/** The foot of every public page names who answers; that is whoever heads the board. */
function footerFinding(
  { portal, boards }: PortalBoards,
  lang: Lang,
  mayWrite: boolean,
): Omit<FindingView, 'number'> | undefined {
  const chair = chairOf(boards);
  const w = boardWords(lang);
  if (!chair || portal.contact.responsible.vi.includes(chair.full_name)) return undefined;
  return {
    ...{ weight: 'should', weightWords: w.shouldWord, title: w.footerFinding(chair.full_name) },
    text: w.footerText,
    ways: mayWrite ? [{ href: deskPath(lang, `/cong/${portal.id}/lien-he`), text: w.toContact }] : [],
  };
}
