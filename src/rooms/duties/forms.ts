import { type CalendarRow, isCivilDate } from '../../rules/calendar/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { REFUSALS } from './words.ts';

/** What a posted form holds under a name, trimmed and NFC. */
function textOf(form: URLSearchParams, name: string): string {
  return (form.get(name) ?? '').normalize('NFC').trim();
}

const KINDS: readonly string[] = ['off', 'work', 'halfMorning', 'halfAfternoon'];
/** A name or a source is a line, not a document. */
const MOST_CHARACTERS = 500;

/** The form "add a day". Dates are checked by the command, which names their fields. */
export function parseCalendarRow(form: URLSearchParams): CalendarRow {
  const line = (name: string) => textOf(form, name).slice(0, MOST_CHARACTERS);
  const kind = textOf(form, 'kind');
  const swapWith = textOf(form, 'swapWith');
  const announcedOn = textOf(form, 'announcedOn');
  if (announcedOn && !isCivilDate(announcedOn))
    throw new Refusal('calendar-date', REFUSALS.notADate, 'announcedOn');
  return {
    on: textOf(form, 'on'),
    kind: (KINDS.includes(kind) ? kind : 'off') as CalendarRow['kind'],
    name: { vi: line('nameVi'), en: line('nameEn') },
    source: { vi: line('sourceVi'), en: line('sourceEn') },
    ...(swapWith && { swapWith }),
    ...(announcedOn && { announcedOn }),
  };
}

/** The form "confirm the calendar": one reason for all days declined at once. */
export function parseConfirmation(form: URLSearchParams) {
  const reason = textOf(form, 'declineReason').slice(0, MOST_CHARACTERS);
  return {
    through: textOf(form, 'through'),
    source: textOf(form, 'source').slice(0, MOST_CHARACTERS),
    declined: form
      .getAll('declined')
      .filter(isCivilDate)
      .map((on) => ({ on, reason })),
  };
}

/** The form "switch the regulation". */
export function parseSwitch(form: URLSearchParams) {
  return {
    profileCode: textOf(form, 'profile'),
    from: textOf(form, 'from'),
    decision: textOf(form, 'decision').slice(0, MOST_CHARACTERS),
  };
}

/** A year as it stands in an address; `otherwise` when it is none the calendar can show. */
export function parseYear(text: string | null, otherwise: number): number {
  const year = /^\d{4}$/.test(text ?? '') ? Number(text) : otherwise;
  return year >= 2000 && year <= 2100 ? year : otherwise;
}
