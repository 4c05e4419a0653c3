import { Button, Buttons, Field } from '../../../ui/index.ts';
import type { StepProps } from './desk-steps.tsx';

const LEAST = 2;
const MOST = 10;

/** Parts of a letter of several matters; one more row comes with each press, and everything typed stays. */
export function SplitParts({ lang, w, typed, id }: StepProps) {
  const titles = typed?.form.getAll('title') ?? [];
  const texts = typed?.form.getAll('text') ?? [];
  const more = typed?.form.get('do') === 'part' ? 1 : 0;
  const rows = Math.min(MOST, Math.max(LEAST, texts.length) + more);
  const error = typed?.refusal?.words[lang];
  return (
    <>
      <p class="note">{w.partsHelp}</p>
      {Array.from({ length: rows }, (_, at) => (
        <fieldset class="fieldset" key={at}>
          <legend>{w.part(at + 1)}</legend>
          <Field
            kind="text"
            lang={lang}
            name="title"
            id={id(at === 0 ? 'parts' : `title-${at + 1}`)}
            label={w.partTitle(at + 1)}
            value={titles[at]}
            maxLength={300}
            error={at === 0 ? error : undefined}
          />
          <Field
            kind="textarea"
            lang={lang}
            name="text"
            id={id(`text-${at + 1}`)}
            label={w.partText(at + 1)}
            value={texts[at]}
            rows={4}
          />
        </fieldset>
      ))}
      {rows < MOST && (
        <Buttons>
          <Button kind="light" name="do" value="part" icon="plus">
            {w.addPart}
          </Button>
        </Buttons>
      )}
    </>
  );
}
