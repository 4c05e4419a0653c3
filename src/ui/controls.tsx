import type { JSX } from 'preact';
import type { Lang } from '../rules/lang.ts';
import { uiWords } from './words.ts';

interface Shared {
  readonly lang: Lang;
  readonly name: string;
  /** Defaults to `name`. */
  readonly id?: string | undefined;
  /** What to do about it, in words; the field is marked and described by it. */
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly width?: 'short' | 'half' | 'full' | undefined;
  readonly autocomplete?: string | undefined;
  readonly readOnly?: boolean | undefined;
}

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly help?: string | undefined;
}

/** What a field can be. `value` is shown again after an error, exactly as it was typed. */
export type ControlProps = Shared &
  (
    | {
        readonly kind:
          | 'text'
          | 'email'
          | 'tel'
          | 'search'
          | 'password'
          | 'url'
          | 'number'
          | 'date'
          | 'datetime'
          | 'month'
          | 'time';
        readonly value?: string | undefined;
        readonly maxLength?: number | undefined;
        readonly inputMode?: 'numeric' | 'decimal' | 'text' | undefined;
        readonly min?: string | undefined;
        readonly max?: string | undefined;
        readonly list?: readonly string[] | undefined;
      }
    | {
        readonly kind: 'textarea';
        readonly value?: string | undefined;
        readonly rows?: number | undefined;
        readonly maxLength?: number | undefined;
        /** Language of what is written, where it differs from the page's. */
        readonly textLang?: Lang | undefined;
      }
    | {
        readonly kind: 'select';
        readonly value?: string | undefined;
        readonly choices: readonly Choice[];
        /** First, empty choice; left out when one is always chosen. */
        readonly empty?: string | true | undefined;
      }
    | { readonly kind: 'file'; readonly accept?: string | undefined; readonly multiple?: boolean | undefined }
    | {
        readonly kind: 'checkbox';
        readonly checked?: boolean | undefined;
        readonly value?: string | undefined;
      }
    | { readonly kind: 'radios'; readonly value?: string | undefined; readonly choices: readonly Choice[] }
    | {
        readonly kind: 'checks';
        readonly values?: readonly string[] | undefined;
        readonly choices: readonly Choice[];
      }
  );

export function helpId(id: string): string {
  return `${id}-giup`;
}

export function errorId(id: string): string {
  return `${id}-loi`;
}

type Wired = ControlProps & { readonly id: string; readonly hasHelp: boolean };

/** The control alone; `Field` gives it its label, help and error. */
export function Control(props: Wired) {
  switch (props.kind) {
    case 'textarea':
      return (
        <textarea
          {...attributes(props)}
          rows={props.rows ?? 5}
          maxLength={props.maxLength}
          lang={props.textLang}
        >
          {/* HTML drops the first line break of a textarea: this one, not the writer's. */}
          {`\n${props.value ?? ''}`}
        </textarea>
      );
    case 'select':
      return <Select {...props} />;
    case 'radios':
    case 'checks':
      return <Choices {...props} />;
    case 'checkbox':
      return (
        <input {...attributes(props)} type="checkbox" value={props.value ?? '1'} checked={props.checked} />
      );
    case 'file':
      return <input {...attributes(props)} type="file" accept={props.accept} multiple={props.multiple} />;
    default:
      return <Line {...props} />;
  }
}

function attributes(props: Wired) {
  const described = [props.hasHelp ? helpId(props.id) : '', props.error ? errorId(props.id) : ''];
  return {
    id: props.id,
    name: props.name,
    autocomplete: props.autocomplete,
    required: !props.optional && props.kind !== 'checks',
    readOnly: props.readOnly ? true : undefined,
    'aria-invalid': props.error ? true : undefined,
    'aria-describedby': described.filter(Boolean).join(' ') || undefined,
  } as const;
}

const DIRECT_TYPES = { datetime: 'datetime-local', number: 'text' } as const;

function Line(
  props: Wired & {
    kind: Exclude<ControlProps['kind'], 'textarea' | 'select' | 'file' | 'checkbox' | 'radios' | 'checks'>;
  },
) {
  const type = props.kind === 'datetime' || props.kind === 'number' ? DIRECT_TYPES[props.kind] : props.kind;
  const listId = props.list ? `${props.id}-goi-y` : undefined;
  const line = {
    ...attributes(props),
    type,
    value: props.value ?? '',
    maxLength: props.maxLength,
    inputMode: props.kind === 'number' ? (props.inputMode ?? 'numeric') : props.inputMode,
    min: props.min,
    max: props.max,
    list: listId,
  };
  return (
    <>
      <input {...(line as JSX.IntrinsicElements['input'])} />
      {props.list && (
        <datalist id={listId}>
          {props.list.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
    </>
  );
}

function Select(props: Wired & { kind: 'select' }) {
  const { required, readOnly: _, ...rest } = attributes(props);
  const empty = props.empty === true ? uiWords(props.lang).chooseOne : props.empty;
  return (
    <select {...rest} required={required && empty !== undefined}>
      {empty !== undefined && <option value="">{empty}</option>}
      {props.choices.map((choice) => (
        <option key={choice.value} value={choice.value} selected={choice.value === props.value}>
          {choice.text}
        </option>
      ))}
    </select>
  );
}

/** The first choice bears the field's id, so that the error summary's link reaches it. */
function Choices(props: Wired & { kind: 'radios' | 'checks' }) {
  const isOn = (value: string) =>
    props.kind === 'radios' ? props.value === value : (props.values ?? []).includes(value);
  return (
    <div class="choices">
      {props.choices.map((choice, i) => {
        const id = i === 0 ? props.id : `${props.id}-${i + 1}`;
        // the field's own help has the id of its first choice
        const choiceHelp = helpId(`${props.id}-${i + 1}`);
        return (
          <div class="choice" key={choice.value}>
            <input
              id={id}
              name={props.name}
              type={props.kind === 'radios' ? 'radio' : 'checkbox'}
              value={choice.value}
              checked={isOn(choice.value)}
              aria-describedby={choice.help ? choiceHelp : undefined}
            />
            <label for={id}>{choice.text}</label>
            {choice.help && (
              <p class="help" id={choiceHelp}>
                {choice.help}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}
