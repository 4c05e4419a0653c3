import { START_EVENTS } from '../../../rules/clock/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { ClockWords, Field, FieldRow, FormSection } from '../../../ui/index.ts';
import type { ItemClock } from '../queries.ts';
import type { PublishingWords } from '../words.ts';
import type { PartProps } from './editor-form.tsx';
import { ClockTrace } from './parts.tsx';

/** Who wrote it, and where it was taken from. */
export function SourcePart({ lang, w, fields, errorOf }: PartProps) {
  const e = w.editor;
  return (
    <FormSection id="nguon" title={e.source} note={e.sourceNote}>
      <FieldRow>
        <Field
          kind="text"
          lang={lang}
          name="author"
          label={e.author}
          value={fields.author}
          maxLength={300}
          optional
          error={errorOf('author')}
        />
        <Field
          kind="text"
          lang={lang}
          name="source"
          label={e.sourceName}
          value={fields.source}
          maxLength={300}
          optional
          error={errorOf('source')}
        />
      </FieldRow>
      <FieldRow>
        <Field
          kind="url"
          lang={lang}
          name="sourceUrl"
          label={e.sourceUrl}
          value={fields.sourceUrl}
          optional
          error={errorOf('sourceUrl')}
        />
        <Field
          kind="datetime"
          lang={lang}
          name="sourcePublishedAt"
          label={e.sourceAt}
          value={fields.sourcePublishedAt}
          optional
          error={errorOf('sourcePublishedAt')}
        />
      </FieldRow>
    </FormSection>
  );
}

/** The document an item speaks of. */
export function FactsPart({ lang, w, fields, errorOf }: PartProps) {
  const e = w.editor;
  return (
    <FormSection id="van-ban" title={e.facts}>
      <FieldRow>
        <Field
          kind="text"
          lang={lang}
          name="number"
          label={e.number}
          help={e.numberHelp}
          value={fields.number}
          maxLength={100}
          optional
          error={errorOf('number')}
        />
        <Field
          kind="text"
          lang={lang}
          name="issuer"
          label={e.issuer}
          value={fields.issuer}
          maxLength={300}
          optional
          error={errorOf('issuer')}
        />
        <Field
          kind="date"
          lang={lang}
          name="issuedOn"
          label={e.issuedOn}
          value={fields.issuedOn}
          optional
          error={errorOf('issuedOn')}
        />
      </FieldRow>
    </FormSection>
  );
}

/** The event the regulation counts from, and what followed from it. */
export function ClockPart({ lang, w, fields, clock, startEvents, errorOf }: PartProps) {
  const e = w.editor;
  const events = [...new Set([...startEvents, ...(fields.startEvent ? [fields.startEvent] : [])])];
  return (
    <FormSection id="thoi-han" title={e.clock} note={e.clockNote}>
      <FieldRow>
        <Field
          kind="select"
          lang={lang}
          name="startEvent"
          label={e.startEvent}
          empty={e.startEventNone}
          optional
          value={fields.startEvent}
          error={errorOf('startEvent')}
          choices={events.map((event) => ({ value: event, text: START_EVENTS[event]?.[lang] ?? event }))}
        />
        <Field
          kind="datetime"
          lang={lang}
          name="startEventAt"
          label={e.startEventAt}
          value={fields.startEventAt}
          optional
          error={errorOf('startEventAt')}
        />
      </FieldRow>
      <div data-clock>
        {clock ? <ClockShown lang={lang} clock={clock} w={w} /> : <p class="note">{e.noClock}</p>}
      </div>
    </FormSection>
  );
}

/** The deadline in words, and the steps that led to it. */
export function ClockShown({ lang, clock, w }: { lang: Lang; clock: ItemClock; w: PublishingWords }) {
  return (
    <>
      <p>
        <ClockWords
          lang={lang}
          clock={{ ...clock.shown, due: clock.due && w.editor.dueOn(clock.due) }}
          icon
        />
      </p>
      <p class="note">
        {clock.name}. {clock.citation}
      </p>
      <ClockTrace lang={lang} clock={clock} />
    </>
  );
}
