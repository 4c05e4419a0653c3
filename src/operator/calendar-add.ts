import { addCalendarRow } from '../rooms/duties/index.ts';
import { formatDate } from '../rules/calendar/index.ts';
import { type OperatorCommand, sentence } from './command.ts';
import { withApp } from './installation.ts';
import { oneOf } from './lookups.ts';
import { calendarTarget, LOCALITY_OPTION, redateNow } from './redating.ts';

const WORDS = {
  added: (on: string, name: string) => ({ vi: `Đã thêm ${on}: ${name}.`, en: `Added ${on}: ${name}.` }),
};

/** `calendar add`: a day on which the calendar departs from the plain week; every open time limit is dated anew. */
export const calendarAdd: OperatorCommand = {
  name: 'calendar add',
  words: {
    vi: 'Thêm ngày nghỉ, ngày làm bù; tính lại mọi thời hạn đang mở',
    en: 'Add a day off or a day worked instead; dates every open time limit anew',
  },
  options: {
    on: { value: 'YYYY-MM-DD', required: true, words: { vi: 'ngày', en: 'the day' } },
    kind: {
      value: 'off|work|halfMorning|halfAfternoon',
      words: {
        vi: 'nghỉ (mặc định), làm, chỉ sáng, chỉ chiều',
        en: 'off (default), worked, morning only, afternoon only',
      },
    },
    name: {
      value: 'TEXT',
      required: true,
      words: { vi: 'tên ngày, tiếng Việt', en: 'name of the day, in Vietnamese' },
    },
    'name-en': { value: 'TEXT', words: { vi: 'tên tiếng Anh', en: 'its name in English' } },
    source: {
      value: 'TEXT',
      required: true,
      words: { vi: 'căn cứ: thông báo, số, ngày', en: 'the announcement it rests on' },
    },
    'swap-with': {
      value: 'YYYY-MM-DD',
      words: { vi: 'hoán đổi với ngày này (thêm cả hai)', en: 'swapped with this day (adds both)' },
    },
    'announced-on': { value: 'YYYY-MM-DD', words: { vi: 'ngày công bố', en: 'day of the announcement' } },
    locality: LOCALITY_OPTION,
  },
  example:
    'npm run portal -- calendar add --on 2026-12-31 --name "Nghỉ hoán đổi" --source "Thông báo 99/TB-BNV" --swap-with 2027-01-09',
  desk: '/lich-lam-viec',
  run: (call) =>
    withApp(call, async (app) => {
      const { machine, scope, portalId } = await calendarTarget(app, call);
      const swapWith = call.find('swap-with');
      const announcedOn = call.find('announced-on');
      const source = call.text('source');
      const change = await app.ports.perform(machine, addCalendarRow, {
        scope,
        portalId,
        row: {
          on: call.text('on'),
          kind: oneOf(call, 'kind', ['off', 'work', 'halfMorning', 'halfAfternoon'], 'off'),
          name: { vi: call.text('name'), en: call.find('name-en') ?? '' },
          source: { vi: source, en: source },
          ...(swapWith && { swapWith }),
          ...(announcedOn && { announcedOn }),
        },
      });
      const { moved, text } = await redateNow(app, call, change.redatingId);
      const added = WORDS.added(formatDate(call.text('on'), call.lang), call.text('name'));
      return { data: { ...change, moved }, text: `${sentence(call, added)}\n${text}` };
    }),
};
