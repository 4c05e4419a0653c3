import { Buttons, FieldRow, FormSection, Icon } from '../../../ui/index.ts';
import { fitsOneLine, keyOf, MAX_COLUMNS } from '../menu-rules.ts';
import { menuWords } from '../menu-words.ts';
import type { ComposerLine, ComposerView } from './menu-view.ts';
import { errorAt, type FormState, Line, TwoLines } from './parts.tsx';

// The lines of a menu as a form shows them: each can be moved, taken out, and called something else.

export interface ComposerPart {
  composer: ComposerView;
  state: FormState;
  /** Address of the page. */
  action: string;
}

/** The menu at the head. */
export function HeadPart(props: ComposerPart) {
  const { composer, state } = props;
  const w = menuWords(state.lang);
  const lines = composer.lines.filter(({ list }) => list === 0);
  const shown = lines.filter(({ link }) => link);
  const { required } = composer;
  return (
    <FormSection id="dau-trang" title={w.head} note={w.headNote}>
      {!fitsOneLine(shown.map(({ name }) => name)) && (
        <p class="note">
          <Icon name="circle-alert" /> {w.twoLines}
        </p>
      )}
      <Lines {...props} lines={lines} />
      {required.length > 0 && (
        <p class="note">
          {`${w.missingTitle}: ${required.map(({ name, article }) => `${name} (${article})`).join('; ')}. ${w.missingNote}`}
        </p>
      )}
    </FormSection>
  );
}

/** The columns at the foot. */
export function FootPart(props: ComposerPart) {
  const { composer, state } = props;
  const w = menuWords(state.lang);
  return (
    <FormSection id="chan-trang" title={w.foot} note={w.footNote}>
      {Array.from({ length: MAX_COLUMNS }, (_, i) => i + 1).map((n) => {
        const lines = composer.lines.filter(({ list }) => list === n);
        return (
          <fieldset class="fieldset" key={n} id={`cot${n}`}>
            <legend>{w.column(n)}</legend>
            <TwoLines
              state={state}
              name={`cot${n}`}
              label={w.columnTitle}
              optional={lines.length === 0}
              englishOptional
            />
            {lines.length > 0 ? <Lines {...props} lines={lines} /> : <p class="note">{w.columnEmpty}</p>}
          </fieldset>
        );
      })}
    </FormSection>
  );
}

function Lines({ lines, ...part }: ComposerPart & { lines: readonly ComposerLine[] }) {
  return (
    <ol class="arrangement">
      {lines.map((line) => (
        <MenuLine key={line.at} {...part} line={line} />
      ))}
    </ol>
  );
}

function MenuLine({ line, ...part }: ComposerPart & { line: ComposerLine }) {
  const { lang, refusals } = part.state;
  const w = menuWords(lang);
  const { at, list, entry, link } = line;
  const { kind } = entry.target;
  const name = line.name || w.unknownName;
  const error = errorAt(refusals, `dong${at}`, lang);
  return (
    <li id={`dong${at}`}>
      <input type="hidden" name="dong" value={`${list}:${keyOf(entry.target)}`} />
      <div class="menu-line">
        <p>
          <strong>{name}</strong>{' '}
          <span class="note">
            {line.ownName && line.ownName !== name ? `${w.kinds[kind]}: ${line.ownName}` : w.kinds[kind]}
          </span>
        </p>
        {!link && (
          <p class="menu-gone">
            <Icon name="circle-alert" /> {w.gone[kind]}
          </p>
        )}
        {error && <p class="error">{error}</p>}
        <Naming {...part} line={line} />
      </div>
      <Moves {...part} line={line} name={name} />
    </li>
  );
}

/** What a line is called, and for an address where it leads: behind a press, since most keep the name of their target. */
function Naming({ line, state }: ComposerPart & { line: ComposerLine }) {
  const { lang, refusals } = state;
  const w = menuWords(lang);
  const { at, entry } = line;
  const isAddress = entry.target.kind === 'address';
  const isWrong = refusals.some(
    ({ field }) => field?.match(/^(?:ten|den)(\d+)(?:Vi|En)$/)?.[1] === String(at),
  );
  return (
    <details open={isWrong}>
      <summary>
        {isAddress ? w.changeAddress : w.changeName}
        <span class="unseen">: {line.name}</span>
      </summary>
      <TwoLines
        state={state}
        name={`ten${at}`}
        label={w.rename}
        optional={!isAddress}
        englishOptional
        {...(isAddress ? {} : { help: w.renameHelp })}
      />
      {isAddress && (
        <FieldRow>
          <Line state={state} name={`den${at}Vi`} label={w.href} />
          <Line state={state} name={`den${at}En`} label={w.hrefEn} optional />
        </FieldRow>
      )}
    </details>
  );
}

function Moves({ line, name, ...part }: ComposerPart & { line: ComposerLine; name: string }) {
  const w = menuWords(part.state.lang);
  const { at, list } = line;
  const { lines } = part.composer;
  // the head keeps its own lines; at the foot a line goes on to the next column
  const isHead = list === 0;
  const isLast = isHead ? lines[at + 1]?.list !== 0 : at === lines.length - 1 && list === MAX_COLUMNS;
  const isFirst = isHead ? at === 0 : list === 1 && lines[at - 1]?.list !== 1;
  const press = (verb: string, to: number, label: string, text: string) => (
    <button
      class="button light"
      type="submit"
      name="viec"
      value={`${verb} ${at}`}
      formAction={`${part.action}#dong${to}`}
      aria-label={label}
    >
      {text}
    </button>
  );
  return (
    <Buttons>
      {!isFirst && press('up', Math.max(0, at - 1), w.up(name), w.upShort)}
      {!isLast && press('down', at + 1, w.down(name), w.downShort)}
      {press('out', Math.max(0, at - 1), w.out(name), w.outShort)}
    </Buttons>
  );
}
