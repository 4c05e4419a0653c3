import type { Lang, Words } from '../lang.ts';

/** Names of the weekdays, Monday first, as they stand inside a sentence. */
export const WEEKDAYS: Record<Lang, readonly string[]> = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** English month names; Vietnamese writes months as figures. */
export const MONTHS_EN: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Names of the public holidays as the labour code calls them. */
export const HOLIDAYS = {
  newYear: { vi: 'Tết Dương lịch', en: 'New Year’s Day' },
  tet: { vi: 'Tết Âm lịch', en: 'Lunar New Year (Tết)' },
  hungKings: { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Commemoration Day' },
  victory: { vi: 'Ngày Chiến thắng 30/4', en: 'Victory Day, 30 April' },
  labour: { vi: 'Ngày Quốc tế lao động 1/5', en: 'International Labour Day, 1 May' },
  national: { vi: 'Quốc khánh', en: 'National Day' },
  culture: { vi: 'Ngày Văn hóa Việt Nam', en: 'Việt Nam Culture Day' },
} as const satisfies Record<string, Words>;

/** The name of a day off that makes up for a holiday on a weekly rest day. */
export function compensationName(holiday: Words): Words {
  return { vi: `nghỉ bù ${holiday.vi}`, en: `day off in lieu of ${holiday.en}` };
}

/** What a person reads when a date lies outside the confirmed calendar. */
export function unconfirmedWords(askedOn: Words, first: Words, last: Words): Words {
  return {
    vi: `Lịch làm việc mới được xác nhận từ ${first.vi} đến ${last.vi}, chưa có ngày ${askedOn.vi}. Hãy đề nghị quản trị viên xác nhận lịch nghỉ của năm đó rồi làm lại.`,
    en: `The working calendar is confirmed from ${first.en} to ${last.en} and does not reach ${askedOn.en}. Ask the administrator to confirm the days off of that year, then try again.`,
  };
}
