import { formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Callout, Prose } from '../../../ui/index.ts';
import { type Merge, type MergeChoice, PICKS, type Pick } from '../merge-rules.ts';
import { writingWords } from '../writing-words.ts';
import { when } from './parts.tsx';

const PREFIX = 'gop-';

/** What was picked in the form, by the keys of the choices. */
export function readPicks(form: URLSearchParams): Map<string, Pick> {
  const picks = new Map<string, Pick>();
  for (const [name, value] of form) {
    const pick = PICKS.find((one) => one === value);
    if (name.startsWith(PREFIX) && pick) picks.set(name.slice(PREFIX.length), pick);
  }
  return picks;
}

export interface MergePanelProps {
  lang: Lang;
  /** Language of the text itself. */
  textLang: Lang;
  merge: Merge;
  savedBy: { name: string; at: Date };
}

/** The places two people changed, each with both texts side by side and a choice; part of the editor's form. */
export function MergePanel({ lang, textLang, merge, savedBy }: MergePanelProps) {
  const w = writingWords(lang).merge;
  let places = 0;
  return (
    <section class="merge" aria-labelledby="gop">
      <h2 id="gop">{w.title}</h2>
      <p>{w.lead(savedBy.name, when(savedBy.at, lang).text)}</p>
      {merge.taken.length > 0 && (
        <Callout
          tone="info"
          title={w.taken(merge.taken.map((field) => w.fields[field].toLowerCase()).join(', '))}
        />
      )}
      {merge.choices.map((choice) => {
        if (choice.field === 'bodyHtml') places += 1;
        const name = choice.field === 'bodyHtml' ? w.place(places) : w.fields[choice.field];
        return <ChoiceField key={choice.key} lang={lang} textLang={textLang} choice={choice} name={name} />;
      })}
      <p class="buttons">
        <button class="button main" type="submit" name="do" value="save">
          {w.save}
        </button>
      </p>
    </section>
  );
}

function ChoiceField(props: { lang: Lang; textLang: Lang; choice: MergeChoice; name: string }) {
  const { lang, textLang, choice, name } = props;
  const w = writingWords(lang).merge;
  const id = choice.key;
  const isBody = choice.field === 'bodyHtml';
  const sides = (['theirs', 'mine'] as const).map((side) => ({ side, value: choice[side] }));
  return (
    <fieldset class="merge-choice" id={id}>
      <legend>{name}</legend>
      <div class="merge-sides">
        {sides.map(({ side, value }) => (
          <div class="merge-side" key={side}>
            <div class="choice">
              <input
                type="radio"
                id={`${id}-${side}`}
                name={PREFIX + id}
                value={side}
                checked={choice.picked === side}
              />
              <label for={`${id}-${side}`}>{w[side]}</label>
            </div>
            {isBody && value !== '' ? (
              <Prose lang={lang} html={String(value)} textLang={textLang} />
            ) : (
              <p lang={textLang}>{shown(value, lang) || w.gone}</p>
            )}
          </div>
        ))}
      </div>
      {isBody && choice.mine !== '' && choice.theirs !== '' && (
        <div class="choice">
          <input
            type="radio"
            id={`${id}-both`}
            name={PREFIX + id}
            value="both"
            checked={choice.picked === 'both'}
          />
          <label for={`${id}-both`}>{w.both}</label>
        </div>
      )}
    </fieldset>
  );
}

/** A value of a field in words. */
function shown(value: unknown, lang: Lang): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : formatInstant(value, lang);
  if (Array.isArray(value)) return value.map((one: { label?: string }) => one.label ?? '').join('; ');
  if (typeof value === 'object') return Object.values(value).map(String).join('; ');
  return String(value);
}
