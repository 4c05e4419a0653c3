import type { ComponentChildren } from 'preact';
import { deskPath } from '../../../platform/http/paths.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import { civilDateOf, formatDate, formatInstant, timeOf } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Callout, type MomentView, StatePill, type TagTone } from '../../../ui/index.ts';
import { type PortalRow, portalName } from '../../portals/index.ts';
import { deskWords } from '../desk-words.ts';
import { MOVES, type Move, type MoveName, STATE_WORDS, type State } from '../rules.ts';

/** Below the desk. */
export const BASE = '/thu-hoi-dap';

/** Addresses of the room on the desk. */
export const paths = {
  board: (lang: Lang) => deskPath(lang, BASE),
  keeping: (lang: Lang) => deskPath(lang, `${BASE}/luu-giu`),
  one: (lang: Lang, id: number) => deskPath(lang, `${BASE}/${id}`),
  step: (lang: Lang, id: number) => deskPath(lang, `${BASE}/${id}/buoc`),
  answer: (lang: Lang, id: number) => deskPath(lang, `${BASE}/${id}/tra-loi`),
  rights: (lang: Lang, id: number) => deskPath(lang, `${BASE}/${id}/du-lieu`),
  forget: (lang: Lang, id: number) => deskPath(lang, `${BASE}/${id}/xoa-du-lieu`),
  file: (lang: Lang, id: number, fileId: number) => deskPath(lang, `${BASE}/${id}/tep/${fileId}`),
  item: (lang: Lang, itemId: number) => deskPath(lang, `/tin-bai/${itemId}`),
};

const TONES: Readonly<Record<State, TagTone>> = {
  received: 'warn',
  inProgress: 'plain',
  waitingForAsker: 'plain',
  drafted: 'warn',
  checked: 'warn',
  answered: 'good',
  refused: 'bad',
  sentOut: 'plain',
  withdrawn: 'plain',
  merged: 'plain',
  split: 'plain',
};

export function InquiryState({ lang, state }: { lang: Lang; state: State }) {
  return <StatePill tone={TONES[state]}>{STATE_WORDS[state][lang]}</StatePill>;
}

/** What was just done, from the address one was sent to. */
export function Done({ context }: { context: StaffContext }) {
  const said = deskWords(context.lang).done[context.query.get('xong') ?? ''];
  return said ? <Callout tone="good" live title={said} /> : null;
}

export function SubHeading({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <div class="group-header">
      <h2 id={id}>{children}</h2>
    </div>
  );
}

/** What somebody wrote, by its paragraphs. */
export function Paragraphs({ text, textLang }: { text: string; textLang?: Lang | undefined }) {
  return (
    <div class="prose" lang={textLang}>
      {text
        .split(/\n\s*\n/)
        .filter((one) => one.trim() !== '')
        .map((one, at) => (
          <p key={at} class="as-typed">
            {one.trim()}
          </p>
        ))}
    </div>
  );
}

export function when(instant: Date, lang: Lang): MomentView {
  return { at: instant.toISOString(), text: formatInstant(instant, lang) };
}

/** "20/11, 09:45": in lists, where the year is plain. */
export function shortWhen(instant: Date, lang: Lang): string {
  return `${formatDate(civilDateOf(instant), lang, 'dayMonth')}, ${timeOf(instant)}`;
}

/** Names of portals by number; a portal that was closed has none any more. */
export function portalNames(portals: readonly PortalRow[], lang: Lang): (portalId: number) => string {
  const names = new Map(portals.map((portal) => [portal.id, portalName(portal, lang)]));
  return (portalId) => names.get(portalId) ?? '';
}

/** Who else reads what is typed here, so that nothing about one person goes to others. */
export function ReadByJoined({ lang, move, joined }: { lang: Lang; move: MoveName; joined: number }) {
  if (joined === 0 || (MOVES[move] as Move).concernsJoined !== 'note') return null;
  return <p class="note">{deskWords(lang).joinedRead(joined)}</p>;
}

export function page(html: string, status = 200): Reply {
  return { kind: 'page', html, status, headers: { 'cache-control': 'no-store' } };
}

export function seeOther(to: string, done: string): Reply {
  return { kind: 'redirect', to: `${to}?xong=${done}`, status: 303 };
}
