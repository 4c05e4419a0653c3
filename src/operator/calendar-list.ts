import { calendarOf } from '../rooms/duties/index.ts';
import { addDays, civilDateOf, formatDate, isCivilDate } from '../rules/calendar/index.ts';
import { type OperatorCommand, sentence, UsageError } from './command.ts';
import { readAll, withApp } from './installation.ts';
import { mainPortalOf } from './lookups.ts';
import { table } from './output.ts';
import { findFirstLocality, listCalendarDays } from './store.ts';
import { TOOL_WORDS } from './words.ts';

const HEADS = {
  vi: ['Ngày', 'Thứ', 'Loại', 'Ở đâu', 'Tên', 'Căn cứ'],
  en: ['Day', 'Weekday', 'Kind', 'Where', 'Name', 'Source'],
};
const WORDS = {
  kinds: {
    off: { vi: 'nghỉ', en: 'off' },
    work: { vi: 'làm', en: 'worked' },
    halfMorning: { vi: 'chỉ sáng', en: 'morning only' },
    halfAfternoon: { vi: 'chỉ chiều', en: 'afternoon only' },
  } as Record<string, { vi: string; en: string }>,
  national: { vi: 'cả nước', en: 'national' },
  confirmed: (through: string) => ({
    vi: `Đã xác nhận đến ${through}.`,
    en: `Confirmed through ${through}.`,
  }),
  unconfirmed: { vi: 'Chưa xác nhận ngày nào.', en: 'No day is confirmed.' },
};

/** `calendar list`: the days that depart from the plain week. */
export const calendarList: OperatorCommand = {
  name: 'calendar list',
  words: {
    vi: 'Các ngày nghỉ, ngày làm bù trong lịch',
    en: 'Days off and days worked instead, by the calendar',
  },
  options: {
    locality: {
      value: 'CODE',
      words: {
        vi: 'thêm ngày riêng của địa phương (không ghi: lịch cả nước)',
        en: 'with the days of this locality (default: national only)',
      },
    },
    year: {
      value: 'YYYY',
      words: { vi: 'năm (mặc định: từ hôm nay, một năm)', en: 'the year (default: a year from today)' },
    },
  },
  desk: '/lich-lam-viec',
  run: (call) =>
    withApp(call, async (app) => {
      const year = call.find('year');
      if (year !== undefined && !isCivilDate(`${year}-01-01`))
        throw new UsageError(TOOL_WORDS.badValue('year', 'YYYY'));
      const today = civilDateOf(app.ports.now());
      const from = year ? `${year}-01-01` : today;
      const through = year ? `${year}-12-31` : addDays(today, 365);
      const code = call.find('locality');
      const localityId = code ? (await mainPortalOf(app, code)).locality_id : null;
      const { days, confirmed } = await readAll(app, async (tx) => {
        const any = localityId ?? (await findFirstLocality(tx))?.id;
        return {
          days: await listCalendarDays(tx, { localityId, from, through }),
          confirmed: any === undefined ? undefined : (await calendarOf(tx, any)).confirmedThrough,
        };
      });
      const rows = days.map((day) => [
        formatDate(day.on_date, call.lang, 'short'),
        formatDate(day.on_date, call.lang, 'long')
          .split(' ')
          .slice(0, call.lang === 'vi' ? 2 : 1)
          .join(' '),
        WORDS.kinds[day.kind]?.[call.lang] ?? day.kind,
        day.locality_code ?? sentence(call, WORDS.national),
        call.lang === 'vi' ? day.name_vi : day.name_en,
        day.source_vi,
      ]);
      const until = confirmed
        ? WORDS.confirmed(formatDate(confirmed, call.lang, 'short'))
        : WORDS.unconfirmed;
      return {
        data: { days, confirmedThrough: confirmed ?? null },
        text: `${table(HEADS[call.lang], rows)}\n\n${sentence(call, until)}`,
      };
    }),
};
