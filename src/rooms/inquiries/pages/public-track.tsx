import { homePath } from '../../../platform/http/paths.ts';
import { civilDateOf, formatDate, formatInstant, isCivilDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Breadcrumb,
  Callout,
  DayTable,
  ErrorSummary,
  KeyList,
  MarginNote,
  PageTitle,
  Timeline,
  type TimelineEntry,
  Trace,
  WithMargin,
} from '../../../ui/index.ts';
import { type ClockView, dayCells } from '../../duties/index.ts';
import { sizeWords } from '../../media/index.ts';
import { INQUIRY_PATHS } from '../addresses.ts';
import type { Problem } from '../forms.ts';
import { INTAKE_RULES } from '../intakes.ts';
import { askWords } from '../public-words.ts';
import type { AskersView, OpenedEvent } from '../queries.ts';
import { REFUSAL_WORDS, type RefusalReason, type State } from '../rules.ts';
import { STATE_TOLD, STEPS_TOLD, trackWords } from '../track-words.ts';
import { FollowForms, FollowWays } from './public-follow-forms.tsx';

/** What the page of a private link shows. */
export interface TrackView {
  lang: Lang;
  code: string;
  view: AskersView;
  /** Name of the body of a portal. */
  bodyOf(portalId: number): string;
  /** Where the public copy of an answer is read; undefined when there is none. */
  publicHref: string | undefined;
  /** LC-064, in words of the locality's regulation, with its article. */
  disclaimer: { text: string; place: string | undefined } | undefined;
  /** The form of the right channel, for what was refused as a complaint (LC-055, LC-092). */
  complaintHref: string | undefined;
  problems: readonly Problem[];
  /** What was typed into the form that was refused. */
  typed: { move: string; inquiryId: number; note: string } | undefined;
  /** What has just been done. */
  done: 'reply' | 'add' | 'withdraw' | undefined;
  csrfToken: string;
  path: string;
}

/** Everything the asker may know of his inquiry, and what he may do. */
export function TrackPage(page: TrackView) {
  const { lang, view, problems, done, code } = page;
  const w = trackWords(lang);
  const { row, content } = view;
  return (
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: homePath(lang), text: w.home },
          { href: INQUIRY_PATHS.home[lang], text: w.section },
        ]}
        here={w.trackTitle}
      />
      <WithMargin margin={<TrackMargin {...page} />}>
        <PageTitle
          eyebrow={w.eyebrow(INTAKE_RULES[row.intake].name[lang], code.slice(-4))}
          title={content?.title ?? ''}
        />
        <ErrorSummary
          lang={lang}
          title={askWords(lang).fixTitle(problems.length)}
          errors={problems.map(({ field, words }) => ({ href: `#${field}`, text: words[lang] }))}
        />
        {done && <Callout tone="good" live title={w.done[done]} />}
        <Standing page={page} view={view} />
        <Answer page={page} view={view} level={2} />
        <Where page={page} view={view} />
        <Letter page={page} />
        <Parts page={page} />
        <FollowForms page={page} />
      </WithMargin>
    </>
  );
}

function TrackMargin(page: TrackView) {
  const { lang, view, disclaimer } = page;
  const w = trackWords(lang);
  return (
    <aside class="margin" aria-label={w.youCan}>
      <FollowWays page={page} />
      <MarginNote title={w.whoTitle}>
        <p>{view.row.confidential ? w.whoBoard : w.who}</p>
      </MarginNote>
      <MarginNote title={w.linkTitle}>
        <p>{w.linkText}</p>
      </MarginNote>
      {disclaimer && !view.answer && <Disclaimer disclaimer={disclaimer} />}
    </aside>
  );
}

/** LC-064: what an answer is worth. */
function Disclaimer({ disclaimer }: { disclaimer: NonNullable<TrackView['disclaimer']> }) {
  return (
    <p class="note">
      {disclaimer.text} {disclaimer.place && `(${disclaimer.place})`}
    </p>
  );
}

interface PartProps {
  page: TrackView;
  view: AskersView;
}

/** Language of what people wrote, where it is not the page's. */
export function textLang({ row }: AskersView, lang: Lang): Lang | undefined {
  return row.language === lang ? undefined : row.language;
}

/** Of one that is joined to another: where that one stands. It is the other asker who is waited for, not this one. */
export function stateTold({ row, joinedTo }: AskersView): State {
  if (!joinedTo) return row.state;
  return joinedTo.state === 'waitingForAsker' ? 'inProgress' : joinedTo.state;
}

// Where it stands -------------------------------------------------------------------------------------

/** State, the body that has it, and the time: in words, day by day, and why. */
function Standing({ page, view }: PartProps) {
  const { lang, bodyOf } = page;
  const w = trackWords(lang);
  const { clock, joinedTo } = view;
  const row = joinedTo ?? view.row;
  const rows = [
    { key: w.state, value: <strong>{STATE_TOLD[stateTold(view)][lang]}</strong> },
    ...(joinedTo ? [{ key: w.joined, value: w.joinedText }] : []),
    ...(row.closed_at ? [] : [{ key: w.with, value: bodyOf(row.portal_id) }]),
    ...(row.co_portal_ids.length > 0
      ? [{ key: w.helpedBy, value: row.co_portal_ids.map(bodyOf).join(', ') }]
      : []),
  ];
  return (
    <>
      <KeyList rows={rows} />
      {clock ? (
        <Due lang={lang} clock={clock} view={view} />
      ) : (
        !row.closed_at && <p class="note">{w.noDue}</p>
      )}
    </>
  );
}

function Due({ lang, clock, view }: { lang: Lang; clock: ClockView; view: AskersView }) {
  const w = trackWords(lang);
  const id = `han-${view.row.id}`;
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>
        <span class="note">{w.due}</span>
        <br />
        {clock.due ? `${clock.due} – ${clock.words}` : clock.words}
      </h2>
      {clock.marks.length > 0 && <DayTable label={w.days} cells={dayCells(clock.marks, lang)} />}
      <Trace lang={lang} steps={clock.trace} />
      {view.firstClock?.due && (
        <p class="note">
          {w.firstDue}: {view.firstClock.due} – {view.firstClock.words}
        </p>
      )}
    </section>
  );
}

// What was answered -----------------------------------------------------------------------------------

function Answer({ page, view, level }: PartProps & { level: 2 | 3 }) {
  const { lang, bodyOf, disclaimer, publicHref } = page;
  const w = trackWords(lang);
  const { answer, row } = view;
  if (!answer) return null;
  const Heading = level === 2 ? 'h2' : 'h3';
  const Below = level === 2 ? 'h3' : 'h4';
  const { content, by } = answer;
  const id = `tra-loi-${row.id}`;
  return (
    <section class="section" aria-labelledby={id}>
      <Heading id={id}>{w.answerTitle}</Heading>
      <p class="note">
        {answer.row.signed_at && w.answerBy(bodyOf(by.portal_id), formatInstant(answer.row.signed_at, lang))}{' '}
        {by.id !== row.id && w.mergedAnswer}
      </p>
      <div class="prose lines" lang={textLang(view, lang)}>
        {content.answer}
      </div>
      {content.aside !== '' && (
        <Callout title={w.aside}>
          <p class="lines" lang={textLang(view, lang)}>
            {content.aside}
          </p>
        </Callout>
      )}
      {answer.row.citations.length > 0 && (
        <>
          <Below class="small-title">{w.basis}</Below>
          <ul class="prose">
            {answer.row.citations.map((one) => (
              <li key={`${one.number} ${one.article}`}>
                {[one.article, one.number, one.abstract, one.issuer].filter(Boolean).join(', ')}
                {one.issuedOn !== '' && ` (${w.issued(dayOf(one.issuedOn, lang))})`}
              </li>
            ))}
          </ul>
        </>
      )}
      {disclaimer && <Disclaimer disclaimer={disclaimer} />}
      {publicHref && level === 2 && (
        <p>
          <a href={publicHref}>{w.publicCopy}</a>
        </p>
      )}
    </section>
  );
}

const dayOf = (text: string, lang: Lang) => (isCivilDate(text) ? formatDate(text, lang, 'short') : text);

// History ---------------------------------------------------------------------------------------------

function Where({ page, view }: PartProps) {
  const { lang, complaintHref } = page;
  const w = trackWords(lang);
  const entries = view.events
    .toReversed()
    .flatMap((event) => entryOf(event, page, textLang(view, lang)) ?? []);
  const id = `dau-${view.row.id}`;
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{w.whereTitle}</h2>
      {complaintHref && (
        <p>
          <a href={complaintHref}>{w.complaintWay}</a>
        </p>
      )}
      <Timeline entries={entries} />
    </section>
  );
}

/** A step in words: what happened, where it went, and what was said to the asker. */
function entryOf(
  event: OpenedEvent,
  { lang, bodyOf }: TrackView,
  noteLang: Lang | undefined,
): TimelineEntry | undefined {
  const title = STEPS_TOLD[event.move]?.[lang];
  if (!title) return undefined;
  const facts = factsOf(event, lang, bodyOf);
  return {
    moment: {
      at: event.at.toISOString(),
      text: `${formatDate(civilDateOf(event.at), lang, 'dayMonth')}, ${formatInstant(event.at, lang).slice(0, 5)}`,
    },
    title,
    text: (
      <>
        {facts.map((fact) => (
          <p key={fact}>{fact}</p>
        ))}
        {event.note && (
          <p class="lines" lang={noteLang}>
            {event.note}
          </p>
        )}
      </>
    ),
  };
}

function factsOf({ move, facts }: OpenedEvent, lang: Lang, bodyOf: (id: number) => string): string[] {
  const w = trackWords(lang);
  const { reason, toPortalId, body, promisedOn, dueOn, clockStops, portalIds } = facts;
  const day = promisedOn ?? dueOn;
  return [
    typeof reason === 'string' ? REFUSAL_WORDS[reason as RefusalReason]?.[lang] : undefined,
    typeof toPortalId === 'number' ? w.toBody(bodyOf(toPortalId)) : undefined,
    typeof body === 'string' ? w.toBody(body) : undefined,
    Array.isArray(portalIds) ? portalIds.map((one) => bodyOf(Number(one))).join(', ') : undefined,
    typeof day === 'string' && isCivilDate(day) ? w.promised(formatDate(day, lang)) : undefined,
    move === 'askBack' ? (clockStops ? w.stops : w.goesOn) : undefined,
  ].filter((text) => text !== undefined && text !== '') as string[];
}

// The letter ------------------------------------------------------------------------------------------

function Letter({ page }: { page: TrackView }) {
  const { lang, view, code } = page;
  const w = trackWords(lang);
  const fileHref = (id: number) =>
    INQUIRY_PATHS.file[lang].replace(':code', code).replace(':file', String(id));
  return (
    <section class="section" aria-labelledby="thu">
      <h2 id="thu">{w.letterTitle}</h2>
      <p class="lines" lang={textLang(view, lang)}>
        {view.content?.text}
      </p>
      {view.files.length > 0 && (
        <>
          <h3 class="small-title">{w.files}</h3>
          <ul>
            {view.files.map((file) => (
              <li key={file.id}>
                <a href={fileHref(file.id)} download>
                  {file.name}
                </a>{' '}
                <span class="note num">{sizeWords(file.sizeBytes, lang)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A split letter: each part with its own time, state and answer. */
function Parts({ page }: { page: TrackView }) {
  const { lang, view } = page;
  const w = trackWords(lang);
  if (view.children.length === 0) return null;
  return (
    <section class="section" aria-labelledby="cac-phan">
      <h2 id="cac-phan">{w.partsTitle}</h2>
      {view.children.map((child, i) => (
        <article key={child.row.id} class="part">
          <h3>{w.part(i + 1, child.content?.title ?? '')}</h3>
          <p class="lines" lang={textLang(child, lang)}>
            {child.content?.text}
          </p>
          <Standing page={page} view={child} />
          <Answer page={page} view={child} level={3} />
        </article>
      ))}
    </section>
  );
}
