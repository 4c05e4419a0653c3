import { formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Callout, ClockWords, KeyList, type KeyRow, Timeline, Trace } from '../../../ui/index.ts';
import { type ClockView, drawnClock } from '../../duties/index.ts';
import { fileFacts } from '../../media/index.ts';
import type { CaseView } from '../desk-queries.ts';
import { deskWords } from '../desk-words.ts';
import { INTAKE_RULES } from '../intakes.ts';
import type { OpenedEvent } from '../queries.ts';
import { MOVES, REFUSAL_WORDS, type RefusalReason } from '../rules.ts';
import { InquiryState, Paragraphs, paths, portalNames, SubHeading, when } from './desk-parts.tsx';

interface Part {
  lang: Lang;
  view: CaseView;
}

/** The time that is left, and why it is this day. */
export function CaseClock({ lang, view }: Part) {
  const w = deskWords(lang);
  const { clock, firstClock, noticeClock, row } = view.casefile;
  if (!clock) return <p class="note">{w.noClock}</p>;
  return (
    <>
      {noticeClock && row.state === 'received' && (
        <>
          <p class="note">{w.noticeClock}</p>
          <OneClock lang={lang} clock={noticeClock} />
          <p class="note">{w.answerClock}</p>
        </>
      )}
      <OneClock lang={lang} clock={clock} />
      {firstClock && (
        <>
          <p class="note">{w.firstClock}</p>
          <OneClock lang={lang} clock={firstClock} />
        </>
      )}
    </>
  );
}

function OneClock({ lang, clock }: { lang: Lang; clock: ClockView }) {
  const due = clock.due && deskWords(lang).due(clock.due);
  return (
    <>
      <p>
        <ClockWords lang={lang} clock={drawnClock(clock, due ? { due } : {})} icon />
      </p>
      <Trace lang={lang} steps={clock.trace} />
    </>
  );
}

/** What was sent: its words, its files, and apart from them who sent it. */
export function Letter({ lang, view }: Part) {
  const w = deskWords(lang);
  const { content, row } = view.casefile;
  return (
    <section aria-labelledby="thu">
      <SubHeading id="thu">{w.letter}</SubHeading>
      {content ? (
        <Paragraphs text={content.text} textLang={row.language === lang ? undefined : row.language} />
      ) : (
        <Callout title={w.letterGone} />
      )}
      <Files lang={lang} view={view} />
      <WhoAsked lang={lang} view={view} />
      <Relations lang={lang} view={view} />
    </section>
  );
}

function Files({ lang, view }: Part) {
  const w = deskWords(lang);
  const { files, row } = view.casefile;
  if (files.length === 0) return null;
  return (
    <>
      <h3>{w.files}</h3>
      <p class="note">{w.filesNote}</p>
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            <a href={paths.file(lang, row.id, file.id)} download>
              {file.name}
            </a>{' '}
            <span class="note">
              {fileFacts({ name: file.name, sizeBytes: file.sizeBytes }, lang)}
              {file.fromAsker && `, ${w.fromAsker}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Folded, with what it may be used for: it is opened only by those who need it (LC-009, LC-108). */
function WhoAsked({ lang, view }: Part) {
  const w = deskWords(lang);
  const { asker, row, part } = view.casefile;
  if (!asker) return null;
  // who only contributes answers nobody and needs no name
  if (part === 'co') return <p class="note">{w.askerWithLead}</p>;
  const fields: KeyRow[] = Object.entries(asker.fields)
    .filter(([, value]) => value !== '')
    .map(([code, value]) => ({ key: w.askerFields[code] ?? code, value }));
  const contact: KeyRow[] = [
    ...(asker.email ? [{ key: w.email, value: <a href={`mailto:${asker.email}`}>{asker.email}</a> }] : []),
    ...(asker.phone
      ? [{ key: w.phone, value: <a href={`tel:${asker.phone.replace(/[^\d+]/g, '')}`}>{asker.phone}</a> }]
      : []),
    ...(asker.postal ? [{ key: w.postal, value: asker.postal }] : []),
  ];
  return (
    <>
      <h3>
        {w.asker}: {w.askerKinds[row.asker_kind]}
        {row.is_foreigner && `, ${w.foreigner}`}
      </h3>
      <p class="note">{w.askerWhy}</p>
      {contact.length === 0 && <p class="note">{w.noContact}</p>}
      {fields.length + contact.length > 0 && (
        <details class="trace">
          <summary>{w.askerShow}</summary>
          <KeyList rows={[...fields, ...contact]} />
        </details>
      )}
    </>
  );
}

/** Parts of a split letter, and what was joined to what. */
function Relations({ lang, view }: Part) {
  const w = deskWords(lang);
  const { row, children, merged } = view.casefile;
  const nameOf = portalNames(view.portals, lang);
  const intake = INTAKE_RULES[row.intake].name[lang];
  const to = (id: number) => <a href={paths.one(lang, id)}>{w.number(intake, id)}</a>;
  return (
    <>
      {row.parent_id !== null && (
        <p>
          {w.parent} {to(row.parent_id)}.
        </p>
      )}
      {row.merged_into_id !== null && (
        <p>
          {w.mergedInto} {to(row.merged_into_id)}.
        </p>
      )}
      {merged.length > 0 && <p>{w.joined(merged.length)}</p>}
      {children.length > 0 && (
        <>
          <h3>{w.parts}</h3>
          <ul>
            {children.map((child) => (
              <li key={child.id}>
                {to(child.id)}, {nameOf(child.portal_id)} <InquiryState lang={lang} state={child.state} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** What the other bodies had to say. */
export function Contributions({ lang, view }: Part) {
  const w = deskWords(lang);
  const { parts } = view.casefile;
  const nameOf = portalNames(view.portals, lang);
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby="gop-y">
      <SubHeading id="gop-y">{w.contributions}</SubHeading>
      {parts.map((part) => (
        <div key={part.id}>
          <h3>
            {nameOf(part.portal_id)}
            {part.contributed_at ? `, ${when(part.contributed_at, lang).text}` : `: ${w.contributionWaiting}`}
          </h3>
          {part.contribution && <Paragraphs text={part.contribution} />}
        </div>
      ))}
    </section>
  );
}

/** What was done, the latest first. */
export function History({ lang, view }: Part) {
  const w = deskWords(lang);
  return (
    <section aria-labelledby="da-lam">
      <SubHeading id="da-lam">{w.history}</SubHeading>
      <Timeline
        entries={view.casefile.events.toReversed().map((event) => ({
          moment: { at: event.at.toISOString(), text: formatInstant(event.at, lang) },
          title: MOVES[event.move].label[lang],
          text: (
            <>
              <p class="note">{whoDid(event, view, lang)}</p>
              {factsOf(event, view, lang).map((fact) => (
                <p key={fact}>{fact}</p>
              ))}
              {event.note && <Paragraphs text={event.note} />}
            </>
          ),
        }))}
      />
    </section>
  );
}

const OF_ASKER: ReadonlySet<string> = new Set(['receive', 'reply', 'add', 'withdraw']);

function whoDid(event: OpenedEvent, view: CaseView, lang: Lang): string {
  const w = deskWords(lang);
  if (event.person_id === null) return OF_ASKER.has(event.move) ? w.public : w.machine;
  const body = event.move === 'contribute' ? Number(event.facts.portalId) : event.portal_id;
  return w.by(view.names.get(event.person_id) ?? '', portalNames(view.portals, lang)(body));
}

/** What an event did, beside its note. */
function factsOf({ move, facts }: OpenedEvent, view: CaseView, lang: Lang): string[] {
  const nameOf = portalNames(view.portals, lang);
  const numbers = (value: unknown) => (Array.isArray(value) ? value.map(Number) : []);
  if (move === 'forward' || move === 'giveBack') return [`→ ${nameOf(Number(facts.toPortalId))}`];
  if (move === 'askBodies') return [numbers(facts.portalIds).map(nameOf).join(', ')];
  if (move === 'sendOut') return [`→ ${String(facts.body)}`];
  if (move === 'refuse') return [REFUSAL_WORDS[facts.reason as RefusalReason]?.[lang] ?? ''];
  if (move === 'assign') {
    const { officers } = view;
    const name = officers.find(({ id }) => id === facts.officerId)?.full_name;
    return name ? [`→ ${name}`] : [];
  }
  return [];
}
