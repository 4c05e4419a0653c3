import type { ComponentChildren } from 'preact';
import { deskPath } from '../../../platform/http/paths.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import { formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import { Callout, type Choice, ErrorSummary, StatePill, type TagTone, Trace } from '../../../ui/index.ts';
import type { SectionRow } from '../../portals/index.ts';
import type { ItemClock } from '../queries.ts';
import { STATE_WORDS, type State } from '../rules.ts';
import { publishingWords } from '../words.ts';

/** Addresses of this room on the desk. */
export const paths = {
  list: (lang: Lang) => deskPath(lang, '/tin-bai'),
  targets: (lang: Lang) => deskPath(lang, '/tin-bai/noi-den'),
  present: (lang: Lang, itemId: number, editionId: number) =>
    deskPath(lang, `/tin-bai/${itemId}/sua/${editionId}/co-mat`),
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
  check: (lang: Lang, itemId: number, editionId: number) =>
    deskPath(lang, `/tin-bai/${itemId}/kiem-tra/${editionId}`),
  convert: (lang: Lang, itemId: number, editionId: number) =>
    deskPath(lang, `/tin-bai/${itemId}/chuyen-ma/${editionId}`),
  step: (lang: Lang, itemId: number) => deskPath(lang, `/tin-bai/${itemId}/buoc`),
  comments: (lang: Lang, itemId: number, editionId: number) =>
    deskPath(lang, `/tin-bai/${itemId}/gop-y/${editionId}`),
  work: (lang: Lang, itemId: number) => deskPath(lang, `/tin-bai/${itemId}/viec`),
  versions: (lang: Lang, itemId: number, editionId: number) =>
    deskPath(lang, `/tin-bai/${itemId}/phien-ban/${editionId}`),
  readers: (lang: Lang, itemId: number, editionId: number) =>
    deskPath(lang, `/tin-bai/${itemId}/moi-doc/${editionId}`),
  /** Of the room that stands behind this one. */
  topics: (lang: Lang) => deskPath(lang, '/tin-bai/ke-hoach'),
  many: (lang: Lang) => deskPath(lang, '/tin-bai/nhieu'),
  plans: (lang: Lang) => deskPath(lang, '/tin-bai/quy-trinh'),
  urgent: (lang: Lang) => deskPath(lang, '/tin-bai/dang-khan'),
  urgentOne: (lang: Lang, urgentId: number) => deskPath(lang, `/tin-bai/dang-khan/${urgentId}`),
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

/** On top of a page: why a step was refused, leading to its field, or to `place` when it belongs to none. */
export function RefusalSummary(props: { lang: Lang; refusal: Refusal | undefined; place: string }) {
  const { lang, refusal, place } = props;
  if (!refusal) return null;
  return (
    <ErrorSummary
      lang={lang}
      title={publishingWords(lang).problems}
      errors={[{ href: `#${refusal.field ?? place}`, text: refusal.words[lang] }]}
    />
  );
}

/** The steps that led to a due date, each with its article. */
export function ClockTrace({ lang, clock }: { lang: Lang; clock: ItemClock }) {
  return <Trace lang={lang} steps={clock.trace} />;
}

/** Sections an editor fills; signed answers come into theirs by themselves. */
export function sectionChoices(sections: readonly SectionRow[], lang: Lang): Choice[] {
  const writable = sections.filter((one) => one.content_kind !== 'questions');
  return writable.map((one) => ({
    value: String(one.id),
    text: `${one.parent_id === null ? '' : '– '}${lang === 'vi' ? one.name_vi : one.name_en}`,
  }));
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

export function SubHeading({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <div class="group-header">
      <h2 id={id}>{children}</h2>
    </div>
  );
}
