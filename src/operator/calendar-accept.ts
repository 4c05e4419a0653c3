import { acceptProposals } from '../rooms/duties/index.ts';
import { formatDate, isCivilDate, proposeHolidays } from '../rules/calendar/index.ts';
import { Refusal } from '../rules/refusal.ts';
import { type OperatorCommand, sentence, UsageError } from './command.ts';
import { readAll, withApp } from './installation.ts';
import { calendarTarget, LOCALITY_OPTION, redateNow } from './redating.ts';
import { listCalendarDays } from './store.ts';
import { TOOL_WORDS } from './words.ts';

const WORDS = {
  accepted: (days: readonly string[]) => ({
    vi: `Đã nhận ${days.length} ngày nghỉ theo luật: ${days.map((on) => formatDate(on, 'vi', 'short')).join(', ')}.`,
    en: `${days.length} statutory days taken in: ${days.map((on) => formatDate(on, 'en', 'short')).join(', ')}.`,
  }),
  none: (year: string) => ({
    vi: `Mọi ngày nghỉ theo luật của năm ${year} đã có trong lịch.`,
    en: `Every statutory day of ${year} is in the calendar already.`,
  }),
};

/** `calendar accept`: takes the statutory holidays of a year into the calendar, all that are missing or those named. */
export const calendarAccept: OperatorCommand = {
  name: 'calendar accept',
  words: {
    vi: 'Nhận các ngày nghỉ theo luật của một năm vào lịch',
    en: 'Take the statutory holidays of a year into the calendar',
  },
  options: {
    year: { value: 'YYYY', required: true, words: { vi: 'năm', en: 'the year' } },
    day: {
      value: 'YYYY-MM-DD',
      multiple: true,
      words: { vi: 'chỉ ngày này; ghi nhiều lần được', en: 'this day only; may stand several times' },
    },
    locality: LOCALITY_OPTION,
  },
  example: 'npm run portal -- calendar accept --year 2027',
  desk: '/lich-lam-viec',
  run: (call) => {
    const year = call.text('year');
    if (!isCivilDate(`${year}-01-01`)) throw new UsageError(TOOL_WORDS.badValue('year', 'YYYY'));
    return withApp(call, async (app) => {
      const { machine, scope, portalId } = await calendarTarget(app, call);
      const span = { from: `${year}-01-01`, through: `${year}-12-31` };
      const localityId = scope === 'national' ? null : machine.localityId;
      const known = await readAll(app, (tx) => listCalendarDays(tx, { localityId, ...span }));
      const taken = new Set(known.map((day) => day.on_date));
      const missing = proposeHolidays(Number(year))
        .map(({ on }) => on)
        .filter((on) => !taken.has(on));
      const named = call.list('day');
      const days = named.length > 0 ? named : missing;
      if (days.length === 0) throw new Refusal('nothing-to-accept', WORDS.none(year));
      const change = await app.ports.perform(machine, acceptProposals, {
        scope,
        portalId,
        year: Number(year),
        days,
      });
      const { moved, text } = await redateNow(app, call, change.redatingId);
      return { data: { ...change, days, moved }, text: `${sentence(call, WORDS.accepted(days))}\n${text}` };
    });
  },
};
