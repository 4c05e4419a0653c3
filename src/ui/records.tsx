import type { ComponentChildren } from 'preact';
import type { Lang } from '../rules/lang.ts';
import { Icon, type IconName } from './icons.tsx';
import { Moment, type MomentView } from './links.tsx';
import type { TagTone } from './lists.tsx';
import { uiWords } from './words.ts';

export interface TableColumn {
  readonly label: string;
  readonly numeric?: boolean | undefined;
}

export interface TableView {
  readonly caption: string;
  /** The caption is said by a heading nearby. */
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly TableColumn[];
  /** The first cell of a row is its head. */
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** More rows, under what those of a group have in common. */
  readonly groups?:
    | readonly { readonly title: string; readonly rows: readonly (readonly ComponentChildren[])[] }[]
    | undefined;
  /** Sums; its first cell is the head. */
  readonly foot?: readonly ComponentChildren[] | undefined;
  /** On a telephone each row becomes a card of its cells with their labels, instead of a table one scrolls sideways. */
  readonly stacked?: boolean | undefined;
  /** Shown in place of rows when there are none. */
  readonly empty?: string | undefined;
}

/** What would be a table, were there anything: its name and a sentence, no heads over nothing. */
function EmptyTable({ table: { caption, captionHidden, empty } }: { table: TableView }) {
  return (
    <div class="table-none">
      {!captionHidden && <p class="caption">{caption}</p>}
      <p>{empty}</p>
    </div>
  );
}

/** A table with caption and scoped heads, scrolling in its own region on narrow screens. */
export function DataTable({ lang, table }: { lang: Lang; table: TableView }) {
  const w = uiWords(lang);
  const isEmpty = table.rows.length === 0 && !table.groups?.length;
  if (isEmpty && table.empty) return <EmptyTable table={table} />;
  return (
    <div class="table-scroll" role="region" tabindex={0} aria-label={`${w.table}: ${table.caption}`}>
      <table class={table.stacked ? 'stacked' : undefined}>
        <caption class={table.captionHidden ? 'unseen' : undefined}>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.label} scope="col" class={column.numeric ? 'n' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        {(table.rows.length > 0 || !table.groups?.length) && (
          <tbody>
            {table.rows.map((cells, i) => (
              <Row key={i} cells={cells} columns={table.columns} />
            ))}
          </tbody>
        )}
        {table.groups?.map((group) => (
          <tbody key={group.title}>
            <tr class="table-group">
              <th scope="rowgroup" colSpan={table.columns.length}>
                {group.title}
              </th>
            </tr>
            {group.rows.map((cells, i) => (
              <Row key={i} cells={cells} columns={table.columns} />
            ))}
          </tbody>
        ))}
        {table.foot && (
          <tfoot>
            <Row cells={table.foot} columns={table.columns} />
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Row({ cells, columns }: { cells: readonly ComponentChildren[]; columns: readonly TableColumn[] }) {
  return (
    <tr>
      {cells.map((cell, i) => {
        const name = columns[i]?.numeric ? 'n num' : undefined;
        return i === 0 ? (
          <th key={i} scope="row" class={name}>
            {cell}
          </th>
        ) : (
          <td key={i} class={name} data-label={columns[i]?.label}>
            {cell}
          </td>
        );
      })}
    </tr>
  );
}

export interface KeyRow {
  readonly key: string;
  readonly value: ComponentChildren;
}

/** Facts of a record at a glance: as many columns as fit. */
export function KeyList({ rows, wide }: { rows: readonly KeyRow[]; wide?: boolean | undefined }) {
  return (
    <dl class={wide ? 'key-list glance' : 'key-list'}>
      {rows.map((row) => (
        <div key={row.key}>
          <dt>{row.key}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** State of a record in its workflow, in words. */
export function StatePill({ tone, children }: { tone?: TagTone | undefined; children: ComponentChildren }) {
  return <span class={`pill pill-${tone ?? 'plain'}`}>{children}</span>;
}

export interface TimelineEntry {
  readonly moment: MomentView;
  readonly title: string;
  readonly text?: ComponentChildren;
}

/** What has happened, newest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol class="timeline">
      {entries.map((entry, i) => (
        <li key={i}>
          <Moment moment={entry.moment} />
          <div>
            <p class="timeline-title">{entry.title}</p>
            {entry.text && <div>{entry.text}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Differences word by word; what is added or removed is said to those who hear the page. */
export function DiffView({ lang, parts, label }: { lang: Lang; parts: readonly DiffPart[]; label: string }) {
  const w = uiWords(lang);
  return (
    <figure class="diff">
      <figcaption>{label}</figcaption>
      <p>
        {parts.map((part, i) => {
          if (part.kind === 'same') return part.text;
          const Mark = part.kind === 'added' ? 'ins' : 'del';
          return (
            <Mark key={i}>
              <span class="unseen">[{part.kind === 'added' ? w.added : w.removed}: </span>
              {part.text}
              <span class="unseen">]</span>
            </Mark>
          );
        })}
      </p>
    </figure>
  );
}

export interface ProgressView {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** "131 xong, còn khoảng 4 phút. Cứ rời trang, việc vẫn chạy." */
  readonly note?: string | undefined;
  readonly href?: string | undefined;
}

/** Long work: how far it is, and that one may leave. */
export function ProgressBar({ label, value, max, note, href }: ProgressView) {
  const id = `tien-do-${label.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
  return (
    <div class="progress">
      <p class="progress-label" id={id}>
        {href ? <a href={href}>{label}</a> : label}
      </p>
      <progress value={value} max={max} aria-labelledby={id}>
        {value}/{max}
      </progress>
      {note && <p class="note num">{note}</p>}
    </div>
  );
}

const CALLOUT_ICONS: Readonly<Record<'info' | 'good' | 'warn' | 'bad', IconName>> = {
  info: 'info',
  good: 'circle-check',
  warn: 'triangle-alert',
  bad: 'circle-alert',
};

/** Something to know before going on. `live` has it read out when it appears. */
export function Callout(props: {
  readonly tone?: 'info' | 'good' | 'warn' | 'bad' | undefined;
  readonly title?: string | undefined;
  readonly live?: boolean | undefined;
  readonly children?: ComponentChildren;
}) {
  const tone = props.tone ?? 'info';
  return (
    <div class={`callout callout-${tone}`} role={props.live ? 'status' : undefined}>
      {props.title && (
        <p class="callout-title">
          <Icon name={CALLOUT_ICONS[tone]} /> {props.title}
        </p>
      )}
      {props.children}
    </div>
  );
}

export interface FigureView {
  readonly value: string;
  readonly words: string;
  readonly href?: string | undefined;
  readonly bad?: boolean | undefined;
}

/** A few numbers that matter, each with its words; a number that asks for work is a link. */
export function Figures({ figures }: { figures: readonly FigureView[] }) {
  return (
    <ul class="figures">
      {figures.map((f) => (
        <li key={f.words} class={f.bad ? 'figure-bad' : undefined}>
          <strong class="num">{f.value}</strong>{' '}
          {f.href ? <a href={f.href}>{f.words}</a> : <span>{f.words}</span>}
        </li>
      ))}
    </ul>
  );
}
