import { confirmCalendar } from '../rooms/duties/index.ts';
import { formatDate } from '../rules/calendar/index.ts';
import { type Call, type OperatorCommand, sentence, UsageError } from './command.ts';
import { withApp } from './installation.ts';
import { calendarTarget, LOCALITY_OPTION, redateNow } from './redating.ts';
import { TOOL_WORDS } from './words.ts';

const WORDS = {
  confirmed: (through: string) => ({
    vi: `Lịch đã xác nhận đến ${through}.`,
    en: `The calendar is confirmed through ${through}.`,
  }),
};

/** `calendar confirm`: the calendar is complete through a day; time limits without a date get theirs. */
export const calendarConfirm: OperatorCommand = {
  name: 'calendar confirm',
  words: {
    vi: 'Xác nhận lịch đã đủ đến một ngày; thời hạn chưa tính được sẽ có ngày',
    en: 'Confirm the calendar through a day; time limits without a date get theirs',
  },
  options: {
    through: {
      value: 'YYYY-MM-DD',
      required: true,
      words: { vi: 'ngày cuối được xác nhận', en: 'last day confirmed' },
    },
    source: {
      value: 'TEXT',
      required: true,
      words: { vi: 'căn cứ: thông báo, số, ngày', en: 'the announcement it rests on' },
    },
    decline: {
      value: 'YYYY-MM-DD=TEXT',
      multiple: true,
      words: {
        vi: 'ngày lễ đề nghị mà lần này không nghỉ, kèm lý do',
        en: 'a proposed holiday that is no day off this time, with the reason',
      },
    },
    locality: LOCALITY_OPTION,
  },
  example:
    'npm run portal -- calendar confirm --through 2027-12-31 --source "Thông báo 99/TB-BNV ngày 25/11/2026"',
  desk: '/lich-lam-viec',
  run: (call) =>
    withApp(call, async (app) => {
      const declined = declinedOf(call);
      const { machine, scope, portalId } = await calendarTarget(app, call);
      const confirmed = await app.ports.perform(machine, confirmCalendar, {
        scope,
        portalId,
        through: call.text('through'),
        source: call.text('source'),
        declined,
      });
      const { moved, text } = await redateNow(app, call, confirmed.redatingId);
      const done = WORDS.confirmed(formatDate(confirmed.through, call.lang));
      return { data: { ...confirmed, moved }, text: `${sentence(call, done)}\n${text}` };
    }),
};

function declinedOf(call: Call): { on: string; reason: string }[] {
  return call.list('decline').map((text) => {
    const [on = '', ...reason] = text.split('=');
    if (reason.length === 0) throw new UsageError(TOOL_WORDS.badValue('decline', 'YYYY-MM-DD=TEXT'));
    return { on: on.trim(), reason: reason.join('=').trim() };
  });
}
