import viNam from '../../../profiles/calendar/viet-nam.json' with { type: 'json' };
import type { Command } from '../../platform/command/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Machine } from '../../rules/access/index.ts';
import {
  type CalendarFile,
  type CivilDate,
  dateWords,
  parseCalendarFile,
} from '../../rules/calendar/index.ts';
import { confirmedSpan } from './calendar.ts';
import { orderRedating, targetLocality } from './commands.ts';
import { permits } from './permits.ts';
import { insertCalendarRow, insertConfirmation, listCalendarRows, lockLaw } from './store.ts';
import { CAUSES } from './words.ts';

export interface ImportedCalendar {
  added: number;
  confirmedThrough: CivilDate;
  /** Days the file states otherwise than the rows already kept, which stay: a person entered them. */
  differing: CivilDate[];
}

/**
 * Takes a calendar file in as national rows and confirms its days. Only what is missing is added; a second run does
 * nothing. The operator's tool alone may do it.
 */
export const importNationalCalendar: Command<{ file: CalendarFile; source: string }, ImportedCalendar> = {
  name: 'duties.importNationalCalendar',
  permit: 'duties.changeCalendar',
  permits,
  portal: () => 0,
  async run(context, { file, source }) {
    const { tx, now } = context;
    await targetLocality(context, { scope: 'national', portalId: null });
    await lockLaw(tx);
    const kept = new Map((await listCalendarRows(tx, null)).map((row) => [row.on_date, row]));
    const missing = file.rows.filter((row) => !kept.has(row.on));
    for (const row of missing)
      await insertCalendarRow(tx, { ...row, localityId: null, addedBy: null, addedAt: now });
    const span = await confirmedSpan(tx, null);
    const extendsSpan = span === undefined || file.confirmedThrough > span.through;
    if (extendsSpan) {
      const confirmation = { from: file.confirmedFrom, through: file.confirmedThrough, source };
      await insertConfirmation(tx, { localityId: null, ...confirmation, declined: [], by: null, at: now });
    }
    const days = [
      ...missing.map((row) => row.on),
      ...(extendsSpan ? [file.confirmedFrom, file.confirmedThrough] : []),
    ];
    if (days.length > 0) {
      await orderRedating(context, null, CAUSES.confirmed(dateWords(file.confirmedThrough, 'short')), days);
    }
    const differing = file.rows
      .filter((row) => (kept.get(row.on)?.kind ?? row.kind) !== row.kind)
      .map((row) => row.on);
    const confirmedThrough = extendsSpan ? file.confirmedThrough : span.through;
    context.record({
      portalId: null,
      subject: { kind: 'calendar', id: 'national' },
      payload: { added: missing.map((row) => row.on), confirmedThrough, differing },
    });
    return { added: missing.length, confirmedThrough, differing };
  },
};

/** The calendar that comes with the product, checked. */
export function shippedCalendar(): CalendarFile {
  return parseCalendarFile(viNam);
}

/**
 * Puts the shipped calendar of Việt Nam into the database as national rows with its confirmation. Idempotent; run by
 * `migrate` and by the seeds, after the machine's locality exists (its audit chain bears the entry).
 */
export function seedCalendar(ports: Pick<Ports, 'perform'>, machine: Machine): Promise<ImportedCalendar> {
  const file = shippedCalendar();
  const source = `profiles/calendar/viet-nam.json, ${file.confirmedFrom} – ${file.confirmedThrough}`;
  return ports.perform(machine, importNationalCalendar, { file, source });
}
