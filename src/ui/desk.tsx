import type { ComponentChildren } from 'preact';
import type { Lang } from '../rules/lang.ts';
import { type ClockView, ClockWords, Trace, type TraceStep } from './clocks.tsx';
import { Button, Buttons, Form } from './forms.tsx';
import { Icon } from './icons.tsx';
import type { LinkView } from './links.tsx';

export interface DeskRowProps {
  readonly lang: Lang;
  readonly href: string;
  readonly clock?: ClockView | undefined;
  /** "Hỏi – Đáp 0139/2026" */
  readonly room: string;
  readonly title: string;
  readonly sub?: ComponentChildren;
  /** The next step; `main` when it is this person's alone to take. */
  readonly next?:
    | { readonly href: string; readonly text: string; readonly main?: boolean | undefined }
    | undefined;
  /** A box to choose the row with, for steps on many rows at once. */
  readonly choose?:
    | { readonly name: string; readonly value: string; readonly checked?: boolean | undefined }
    | undefined;
}

/** One thing that waits: clock (overdue with a mark of its own), room, title, next step. */
export function DeskRow(props: DeskRowProps) {
  const { choose, next } = props;
  return (
    <li class={`desk-row${choose ? ' can-choose' : ''}`} data-desk-row>
      {choose && (
        <label class="desk-choose">
          <input type="checkbox" name={choose.name} value={choose.value} checked={choose.checked} />
          <span class="unseen">{props.title}</span>
        </label>
      )}
      <div class="desk-clock">
        {props.clock && (
          <ClockWords lang={props.lang} clock={props.clock} icon={props.clock.state === 'overdue'} />
        )}
      </div>
      <div class="desk-words">
        <p class="note">{props.room}</p>
        <p class="desk-title">
          <a href={props.href}>{props.title}</a>
        </p>
        {props.sub && <p class="note">{props.sub}</p>}
      </div>
      {next && (
        <a class={`button ${next.main ? 'main' : 'second'}`} href={next.href} data-desk-next>
          {next.text}
          <span class="unseen">: {props.title}</span>
        </a>
      )}
    </li>
  );
}

export interface OwedMatterProps {
  readonly lang: Lang;
  /** Where tasks lead to it. */
  readonly id: string;
  readonly title: string;
  readonly facts: string;
  readonly trace?: readonly TraceStep[] | undefined;
  /** The press that meets it, for whoever may; `hidden` names the matter and the person's token. */
  readonly press?:
    | { readonly action: string; readonly hidden: Readonly<Record<string, string>>; readonly text: string }
    | undefined;
}

/** A duty of a body, why it is due then, and the one press that meets it. */
export function OwedMatter({ lang, id, title, facts, trace, press }: OwedMatterProps) {
  return (
    <div class="section" id={id}>
      <h3>{title}</h3>
      <p>{facts}</p>
      {trace && <Trace lang={lang} steps={trace} />}
      {press && (
        <Form action={press.action} hidden={press.hidden} label={`${press.text}: ${title}`}>
          <Buttons>
            <Button kind="second">{press.text}</Button>
          </Buttons>
        </Form>
      )}
    </div>
  );
}

/** Rows of one list; arrows, Enter and X move in it (island desk-keys). */
export function DeskList({
  children,
  labelledBy,
}: {
  children: ComponentChildren;
  labelledBy?: string | undefined;
}) {
  return (
    <ul class="desk-list" data-desk-list aria-labelledby={labelledBy}>
      {children}
    </ul>
  );
}

/** "Quá hạn · 1 việc": overdue is red and bears its own mark. */
export function GroupHeader(props: {
  id: string;
  title: string;
  note?: string | undefined;
  overdue?: boolean | undefined;
}) {
  return (
    <div class={props.overdue ? 'group-header overdue' : 'group-header'}>
      <h2 id={props.id}>
        {props.overdue && <Icon name="circle-alert" />}
        {props.title}
      </h2>
      {props.note && <p class="note num">{props.note}</p>}
    </div>
  );
}

/** Kinds with their counts, as links; one is chosen. */
export function Chips({
  label,
  chips,
}: {
  label: string;
  chips: readonly (LinkView & { count?: number | undefined })[];
}) {
  return (
    <nav class="chips" aria-label={label}>
      <ul>
        {chips.map((chip) => (
          <li key={chip.href}>
            <a href={chip.href} aria-current={chip.current ? 'true' : undefined}>
              {chip.text}
              {chip.count !== undefined && <span class="num"> {chip.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Title of a desk page: a line above, tools at the right. */
export function DeskTitle(props: {
  eyebrow?: ComponentChildren;
  title: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="desk-head">
      {props.eyebrow && <p class="note num">{props.eyebrow}</p>}
      <h1>{props.title}</h1>
      {props.children && <div class="desk-tools">{props.children}</div>}
    </div>
  );
}

/** Tools of a list: sort, export. */
export function ToolBar({ children }: { children: ComponentChildren }) {
  return <div class="tool-bar">{children}</div>;
}

export interface FindingView {
  readonly number: number;
  /** Must be mended, or should be looked at. */
  readonly weight: 'must' | 'should';
  /** "phải sửa" / "nên xem": said, not only coloured. */
  readonly weightWords: string;
  readonly title: string;
  readonly text: string;
  readonly ways: readonly LinkView[];
}

/** A finding of the checker: numbered as in the text, with what can be done about it. */
export function Findings({ findings }: { findings: readonly FindingView[] }) {
  return (
    <ol class="findings">
      {findings.map((f) => (
        <li key={f.number} class={`finding finding-${f.weight}`}>
          <FindingNumber number={f.number} weight={f.weight} />
          <div>
            <p>
              <strong>{f.title}</strong> <span class="unseen">({f.weightWords})</span>
            </p>
            <p>{f.text}</p>
            <p class="finding-ways">
              {f.ways.map((way) => (
                <a key={way.href} href={way.href}>
                  {way.text}
                </a>
              ))}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The number a finding bears in list and text. */
export function FindingNumber({ number, weight }: { number: number; weight: FindingView['weight'] }) {
  return <span class={`finding-number number-${weight}`}>{number}</span>;
}

/** Where a form shows what it would make, when it is sent to this name; nothing in it runs or leads anywhere. */
export function PreviewFrame({ name, title }: { name: string; title: string }) {
  return <iframe class="preview-frame" name={name} title={title} sandbox="allow-same-origin" />;
}

/** The public page as it will be seen, at phone width, inside the desk. */
export function PhoneFrame({ src, title }: { src: string; title: string }) {
  return <iframe class="phone-frame" src={src} title={title} loading="lazy" />;
}
