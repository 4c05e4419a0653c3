import { START_EVENTS } from '../../../rules/clock/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { ClockWords, FieldRow, FormSection } from '../../../ui/index.ts';
import type { ItemClock } from '../queries.ts';
import type { PublishingWords } from '../words.ts';
import type { PartProps } from './editor-form.tsx';
import { ClockTrace } from './parts.tsx';

/** Who wrote it, and where it was taken from. */
export function SourcePart({ w, DraftField }: PartProps) {
  const e = w.editor;
  return (
    <FormSection id="nguon" title={e.source} note={e.sourceNote}>
      <FieldRow>
        <DraftField kind="text" name="author" label={e.author} maxLength={300} optional />
        <DraftField kind="text" name="source" label={e.sourceName} maxLength={300} optional />
      </FieldRow>
      <FieldRow>
        <DraftField kind="url" name="sourceUrl" label={e.sourceUrl} optional />
        <DraftField kind="datetime" name="sourcePublishedAt" label={e.sourceAt} optional />
      </FieldRow>
    </FormSection>
  );
}

/** The event the regulation counts from, and what followed from it. */
export function ClockPart({ lang, w, fields, clock, startEvents, DraftField }: PartProps) {
  const e = w.editor;
  const events = [...new Set([...startEvents, ...(fields.startEvent ? [fields.startEvent] : [])])];
  return (
    <FormSection id="thoi-han" title={e.clock} note={e.clockNote}>
      <FieldRow>
        <DraftField
          kind="select"
          name="startEvent"
          label={e.startEvent}
          empty={e.startEventNone}
          optional
          choices={events.map((event) => ({ value: event, text: START_EVENTS[event]?.[lang] ?? event }))}
        />
        <DraftField kind="datetime" name="startEventAt" label={e.startEventAt} optional />
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
