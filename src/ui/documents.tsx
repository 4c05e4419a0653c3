import type { ComponentChildren } from 'preact';
import type { Lang } from '../rules/lang.ts';
import { Icon, type IconName } from './icons.tsx';
import { type LinkView, Moment, type MomentView, TextLink } from './links.tsx';
import { Tag, type TagTone } from './lists.tsx';
import { uiWords } from './words.ts';

export interface DocumentHeadProps {
  readonly number: string;
  readonly state: string;
  readonly tone: TagTone;
  readonly icon?: IconName | undefined;
  readonly title: string;
  /** The original to download: the thing most people come for. */
  readonly original?: { readonly href: string; readonly text: string } | undefined;
  readonly links?: readonly LinkView[] | undefined;
}

/** Number, validity in words, title; the original at hand. */
export function DocumentHead(props: DocumentHeadProps) {
  return (
    <div class="document-head">
      <div class="document-title">
        <p class="document-mark">
          <strong class="num nobreak">{props.number}</strong>{' '}
          <Tag tone={props.tone} icon={props.icon}>
            {props.state}
          </Tag>
        </p>
        <h1>{props.title}</h1>
      </div>
      {props.original && (
        <div class="document-get">
          <a class="button main" href={props.original.href}>
            <Icon name="download" /> {props.original.text}
          </a>
          {props.links && (
            <p class="note">
              {props.links.map((link, i) => (
                <>
                  {i > 0 && ' · '}
                  <TextLink link={link} />
                </>
              ))}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

export interface ValidityEvent {
  readonly moment: MomentView;
  readonly title: string;
  readonly link?: LinkView | undefined;
  /** `today` is drawn in turmeric and said in the title. */
  readonly kind: 'past' | 'today' | 'next';
}

/** Validity through time, in order; what is to come is thinner. A row where there is room, a column on phones. */
export function ValidityLine({ label, events }: { label: string; events: readonly ValidityEvent[] }) {
  return (
    <ol class="validity" aria-label={label}>
      {events.map((event) => (
        <li
          key={event.moment.at + event.title}
          class={`validity-${event.kind}`}
          aria-current={event.kind === 'today' ? 'date' : undefined}
        >
          <Moment moment={event.moment} />
          <strong>{event.title}</strong>
          {event.link && <TextLink link={event.link} />}
        </li>
      ))}
    </ol>
  );
}

export interface ContentsEntry {
  readonly href: string;
  /** "Điều 4" */
  readonly label: string;
  readonly title: string;
  /** "đã sửa đổi" */
  readonly note?: string | undefined;
}

export interface ContentsListProps {
  readonly lang: Lang;
  readonly chapters: readonly {
    readonly title?: string | undefined;
    readonly entries: readonly ContentsEntry[];
  }[];
  /** "11 điều, 3 chương", on the closed list of a phone. */
  readonly summary: string;
}

/** Beyond so many entries chapters are closed: twenty titles are found sooner than the four-hundredth article. */
const LONG_CONTENTS = 60;

/** Contents of a document: stays in view beside the text, closed above it on phones. */
export function ContentsList({ lang, chapters, summary }: ContentsListProps) {
  const isLong = chapters.reduce((sum, { entries }) => sum + entries.length, 0) > LONG_CONTENTS;
  return (
    <div class="contents">
      <details class="contents-menu">
        <summary>
          <Icon name="menu" /> {uiWords(lang).contents}: {summary}
        </summary>
      </details>
      <nav class="contents-body" aria-label={uiWords(lang).contents}>
        {chapters.map(({ title, entries }, i) =>
          isLong && title && entries.length > 0 ? (
            <details key={title}>
              <summary class="contents-chapter">{title}</summary>
              <Entries entries={entries} />
            </details>
          ) : (
            <div key={title ?? i}>
              {title && <p class="contents-chapter">{title}</p>}
              <Entries entries={entries} />
            </div>
          ),
        )}
      </nav>
    </div>
  );
}

function Entries({ entries }: { entries: readonly ContentsEntry[] }) {
  return (
    <ol>
      {entries.map((entry) => (
        <li key={entry.href}>
          <a href={entry.href}>
            <span>{entry.label}</span> <span>{entry.title}</span>
          </a>
          {entry.note && <span class="note">{entry.note}</span>}
        </li>
      ))}
    </ol>
  );
}

/** Contents beside signed text. */
export function DocumentBody({
  contents,
  children,
}: {
  contents: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <div class="document-body">
      {contents}
      <div class="document-text">{children}</div>
    </div>
  );
}

export interface ProvisionProps {
  /** Address of the điều: `dieu-4`. */
  readonly id: string;
  readonly heading: string;
  /** Sanitised text of one provision; serif, as signed. */
  readonly html: string;
  /** Amended, or to be repealed: marked beside the text, said in the note. */
  readonly mark?: 'amended' | 'ending' | undefined;
  readonly note?: { readonly title: string; readonly text: ComponentChildren } | undefined;
}

/** One điều with its address and the note about it, beside it or, on phones, under it. */
export function Provision({ id, heading, html, mark, note }: ProvisionProps) {
  return (
    <section class={`provision${mark ? ` provision-${mark}` : ''}`} id={id} aria-labelledby={`${id}-ten`}>
      <div class="signed provision-text">
        <h3 id={`${id}-ten`}>
          <a href={`#${id}`}>{heading}</a>
        </h3>
        <div class="provision-body" dangerouslySetInnerHTML={{ __html: html }} />
      </div>
      {note && (
        <div class="provision-note">
          <p>
            <strong>{note.title}</strong>
          </p>
          <div>{note.text}</div>
        </div>
      )}
    </section>
  );
}

export interface LiveEntry {
  readonly moment: MomentView;
  readonly question: string;
  readonly answeredBy?: string | undefined;
  readonly answer?: string | undefined;
  readonly state?:
    | { readonly text: string; readonly tone: TagTone; readonly icon?: IconName | undefined }
    | undefined;
  /** Being answered now. */
  readonly now?: boolean | undefined;
}

/** Rows of a live record, newest first; the room's island puts new ones on top and tells screen readers. */
export function LiveRecord({ label, entries }: { label: string; entries: readonly LiveEntry[] }) {
  return (
    <ol class="live" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.moment.at + entry.question} class={entry.now ? 'live-now' : undefined}>
          <p class="note">
            <Moment moment={entry.moment} />
          </p>
          <p>
            <strong>{entry.question}</strong>
          </p>
          {entry.answer && (
            <p>
              {entry.answeredBy && <strong>{entry.answeredBy}: </strong>}
              {entry.answer}
            </p>
          )}
          {entry.state && (
            <p>
              <Tag tone={entry.state.tone} icon={entry.state.icon}>
                {entry.state.text}
              </Tag>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
