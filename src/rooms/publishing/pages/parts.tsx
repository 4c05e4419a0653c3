import type { ComponentChildren } from 'preact';
import { deskPath } from '../../../platform/http/paths.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import { formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Callout, StatePill, type TagTone, Trace } from '../../../ui/index.ts';
import type { ItemClock } from '../queries.ts';
import { STATE_WORDS, type State } from '../rules.ts';
import { publishingWords } from '../words.ts';

/** Addresses of this room on the desk. */
export const paths = {
  list: (lang: Lang) => deskPath(lang, '/tin-bai'),
  create: (lang: Lang) => deskPath(lang, '/tin-bai/moi'),
  csv: (lang: Lang) => deskPath(lang, '/tin-bai/xuat.csv'),
  queue: (lang: Lang) => deskPath(lang, '/tin-bai/duyet'),
  item: (lang: Lang, itemId: number) => deskPath(lang, `/tin-bai/${itemId}`),
  edit: (lang: Lang, itemId: number, editionId: number) =>
    deskPath(lang, `/tin-bai/${itemId}/sua/${editionId}`),
  approve: (lang: Lang, itemId: number, editionId: number) =>
    deskPath(lang, `/tin-bai/${itemId}/duyet/${editionId}`),
  preview: (lang: Lang, itemId: number, editionId: number) =>
    deskPath(lang, `/tin-bai/${itemId}/xem/${editionId}`),
  step: (lang: Lang, itemId: number) => deskPath(lang, `/tin-bai/${itemId}/buoc`),
  newEdition: (lang: Lang, itemId: number) => deskPath(lang, `/tin-bai/${itemId}/ban-moi`),
  propose: (lang: Lang, itemId: number) => deskPath(lang, `/tin-bai/${itemId}/de-nghi`),
  proposals: (lang: Lang) => deskPath(lang, '/de-nghi'),
  proposal: (lang: Lang, proposalId: number) => deskPath(lang, `/de-nghi/${proposalId}`),
};

const TONES: Record<State, TagTone> = {
  draft: 'plain',
  submitted: 'warn',
  checked: 'warn',
  scheduled: 'good',
  published: 'good',
  superseded: 'plain',
  withdrawn: 'bad',
  discarded: 'plain',
};

/** The state of an edition in words; where approval follows at once, "waiting for checking" is waiting for approval. */
export function EditionState({
  lang,
  state,
  approvesAtOnce,
}: {
  lang: Lang;
  state: State;
  approvesAtOnce?: boolean;
}) {
  const said = approvesAtOnce && state === 'submitted' ? 'checked' : state;
  return <StatePill tone={TONES[state]}>{STATE_WORDS[said][lang]}</StatePill>;
}

/** What was just done, from the address one was sent to. */
export function Done({ context }: { context: StaffContext }) {
  const said = publishingWords(context.lang).done[context.query.get('xong') ?? ''];
  return said ? <Callout tone="good" live title={said} /> : null;
}

/** The steps that led to a due date, each with its article. */
export function ClockTrace({ lang, clock }: { lang: Lang; clock: ItemClock }) {
  return <Trace lang={lang} steps={clock.trace} />;
}

export function when(instant: Date, lang: Lang): { at: string; text: string } {
  return { at: instant.toISOString(), text: formatInstant(instant, lang) };
}

export function page(html: string, status = 200): Reply {
  return { kind: 'page', html, status };
}

export function seeOther(to: string, done: string): Reply {
  return { kind: 'redirect', to: `${to}${to.includes('?') ? '&' : '?'}xong=${done}`, status: 303 };
}

/** A line of words parted by middle dots, empty ones left out. */
export function dotted(...parts: (string | undefined | false)[]): string {
  return parts.filter(Boolean).join(' · ');
}

export function SubHeading({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <div class="group-header">
      <h2 id={id}>{children}</h2>
    </div>
  );
}
