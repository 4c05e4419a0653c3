import type { ComponentChildren, JSX } from 'preact';
import type { Lang } from '../rules/lang.ts';
import { Control, type ControlProps, errorId, helpId } from './controls.tsx';
import { Icon, type IconName } from './icons.tsx';
import { type LinkView, TextLink } from './links.tsx';
import { uiWords } from './words.ts';

/** A field: label above, help under the label, the error in words that say what to do. */
export type FieldProps = ControlProps & {
  readonly label: string;
  readonly help?: ComponentChildren;
};

export function Field(props: FieldProps) {
  const id = props.id ?? props.name;
  const w = uiWords(props.lang);
  const classes = `field${props.error ? ' field-error' : ''}${props.width ? ` field-${props.width}` : ''}`;
  const label = (
    <>
      {props.label} {props.optional && <span class="optional">{w.optional}</span>}
    </>
  );
  const rest = (
    <>
      {props.help && (
        <div class="help" id={helpId(id)}>
          {props.help}
        </div>
      )}
      {props.error && (
        <p class="error" id={errorId(id)}>
          <Icon name="circle-alert" /> <span class="unseen">{w.errorPrefix} </span>
          {props.error}
        </p>
      )}
    </>
  );
  if (props.kind === 'radios' || props.kind === 'checks') {
    return (
      <fieldset class={classes} aria-describedby={describedBy(id, props.help, props.error)}>
        <legend>{label}</legend>
        {rest}
        <Control {...props} id={id} hasHelp={false} />
      </fieldset>
    );
  }
  if (props.kind === 'checkbox') {
    return (
      <div class={classes}>
        <div class="choice">
          <Control {...props} id={id} hasHelp={Boolean(props.help)} />
          {/* a tick one may leave is no matter for a remark */}
          <label for={id}>{props.label}</label>
        </div>
        {rest}
      </div>
    );
  }
  return (
    <div class={classes}>
      <label for={id}>{label}</label>
      {rest}
      <Control {...props} id={id} hasHelp={Boolean(props.help)} />
    </div>
  );
}

function describedBy(id: string, help: unknown, error: unknown): string | undefined {
  return [help ? helpId(id) : '', error ? errorId(id) : ''].filter(Boolean).join(' ') || undefined;
}

/** A field of a form that knows what was typed: all but its language, its error and, where it is a text, its value. */
type TypedProps<P, Name> = P extends { readonly kind: 'file' | 'checkbox' | 'checks' }
  ? Omit<P, 'lang' | 'error'>
  : Omit<P, 'lang' | 'error' | 'name' | 'value'> & { readonly name: Name };

/** `Field` inside one form; `name` picks out what was typed and what is wrong with it. */
export type TypedField<Draft> = (props: TypedProps<FieldProps, keyof Draft & string>) => JSX.Element;

/**
 * The fields of one form, each shown again as it was typed.
 *
 * @param typed what was typed, by the names of the fields
 * @param errorOf the sentence at a field
 */
export function fieldsOf<Draft extends object>(
  lang: Lang,
  typed: Draft,
  errorOf: (name: string) => string | undefined,
): TypedField<Draft> {
  return (props) => {
    const value: unknown = typed[props.name as keyof Draft];
    const shown = { ...props, ...(typeof value === 'string' ? { value } : {}) };
    return <Field {...(shown as FieldProps)} lang={lang} error={errorOf(props.name)} />;
  };
}

export interface FormProps {
  readonly action: string;
  readonly method?: 'get' | 'post' | undefined;
  /** Hidden fields: the CSRF token, the edition one started from. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Set when the form sends files. */
  readonly files?: boolean | undefined;
  readonly label?: string | undefined;
  readonly id?: string | undefined;
  /** Saved as one types (island of the room). */
  readonly autosave?: boolean | undefined;
  readonly children: ComponentChildren;
}

/**
 * The server checks everything and says it in the page's language, so the browser's own bubbles are off; the island
 * `submit-once` keeps a running button from sending twice.
 */
export function Form(props: FormProps) {
  return (
    <form
      action={props.action}
      method={props.method ?? 'post'}
      encType={props.files ? 'multipart/form-data' : undefined}
      aria-label={props.label}
      id={props.id}
      noValidate
      data-once=""
      data-autosave={props.autosave ? '' : undefined}
    >
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  );
}

export interface ErrorSummaryProps {
  readonly lang: Lang;
  /** "Có 2 chỗ cần sửa trước khi sang bước 3" */
  readonly title: string;
  /** One for each field in error; `href` is `#` + the field's id. */
  readonly errors: readonly LinkView[];
}

/** On top of the form, focused when the page opens; each line goes to its field. */
export function ErrorSummary({ lang, title, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus aria-labelledby="loi-ten">
      <h2 id="loi-ten">{title}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.href}>
            <TextLink link={error} />
          </li>
        ))}
      </ul>
      <p class="note">{uiWords(lang).nothingLost}</p>
    </div>
  );
}

/** What is wrong with a form as a whole, where it belongs to no field; focused when the page opens. */
export function ErrorSentence({ children }: { children: ComponentChildren }) {
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus>
      <p>{children}</p>
    </div>
  );
}

export type ButtonKind = 'main' | 'second' | 'light' | 'danger';

export interface ButtonProps {
  readonly kind?: ButtonKind | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly formAction?: string | undefined;
  /** The frame the answer is shown in, where the page itself stays: a preview. */
  readonly formTarget?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly children: ComponentChildren;
}

/** Sends a form. Never disabled: what is missing is said after pressing. */
export function Button({ kind, name, value, formAction, formTarget, icon, children }: ButtonProps) {
  return (
    <button
      class={`button ${kind ?? 'main'}`}
      type="submit"
      name={name}
      value={value}
      formAction={formAction}
      formTarget={formTarget}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton(props: {
  href: string;
  kind?: ButtonKind | undefined;
  icon?: IconName | undefined;
  download?: boolean | undefined;
  children: ComponentChildren;
}) {
  return (
    <a class={`button ${props.kind ?? 'main'}`} href={props.href} download={props.download}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </a>
  );
}

/** Buttons in a row, the main one first. */
export function Buttons({ children }: { children: ComponentChildren }) {
  return <div class="buttons">{children}</div>;
}

/** Fields that belong together under one question. */
export function Fieldset({
  legend,
  help,
  children,
}: {
  legend: string;
  help?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <fieldset class="fieldset">
      <legend>{legend}</legend>
      {help && <div class="help">{help}</div>}
      {children}
    </fieldset>
  );
}

/** A part of a long form, with its title on a rule. */
export function FormSection(props: {
  id: string;
  title: string;
  note?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section class="form-section" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.note && <p class="note">{props.note}</p>}
      {props.children}
    </section>
  );
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: { children: ComponentChildren }) {
  return <div class="field-row">{children}</div>;
}

/** Where one is in a form of several pages: a small arch for each step. */
export function StepGates({ lang, step, of }: { lang: Lang; step: number; of: number }) {
  return (
    <p class="steps">
      <svg viewBox={`0 0 ${of * 30} 30`} width={of * 30} height="30" aria-hidden="true">
        {Array.from({ length: of }, (_, i) => (
          <path
            key={i}
            class={i + 1 < step ? 'gate-done' : i + 1 === step ? 'gate-now' : 'gate-next'}
            d={i + 1 === step ? arch(i * 30, 2) : arch(i * 30, 5)}
          />
        ))}
      </svg>{' '}
      {uiWords(lang).step(step, of)}
    </p>
  );
}

function arch(x: number, top: number): string {
  const r = 10;
  return `M${x + 2} 28V${top + r}a${r} ${r} 0 0 1 ${2 * r} 0V28Z`;
}

export interface ReceiptProps {
  readonly title: string;
  /** The number to keep. */
  readonly number: string;
  readonly numberLabel: string;
  /** The number as it is read out, where it is no word and no figure: "7 K 2 M, 9 Q P A". */
  readonly spoken?: string | undefined;
  readonly children: ComponentChildren;
}

/** What one keeps after sending: number, when, until when; prints on one page. */
export function Receipt({ title, number, numberLabel, spoken, children }: ReceiptProps) {
  return (
    <div class="receipt" role="status">
      <h2>
        <Icon name="circle-check" /> {title}
      </h2>
      <p>
        {numberLabel}{' '}
        <strong class="receipt-number num" aria-hidden={spoken ? true : undefined}>
          {number}
        </strong>
        {spoken && <span class="unseen">{spoken}</span>}
      </p>
      {children}
    </div>
  );
}
