import { type CalendarRow, formatDate } from '../../rules/calendar/index.ts';
import type { Lang, Words } from '../../rules/lang.ts';

/** Why a clock was cancelled and another started. */
export const START_CORRECTED: Words = {
  vi: 'Ngày xảy ra sự kiện được sửa lại.',
  en: 'The date of the event was corrected.',
};

/** The warning that the confirmed calendar comes to its end. */
export function calendarEndWords(through: Words, daysLeft: number): Words {
  return {
    vi: `Lịch làm việc mới được xác nhận đến hết ${through.vi}, chỉ còn ${daysLeft} ngày. Việc có hạn sau ngày đó sẽ chưa có ngày hạn. Hãy nhập lịch nghỉ năm tới rồi xác nhận ở trang Lịch làm việc.`,
    en: `The working calendar is confirmed through ${through.en} only, ${daysLeft} day${daysLeft === 1 ? '' : 's'} from now. Matters due after that will have no due date. Enter next year’s days off and confirm them on the page Working calendar.`,
  };
}

const listDays = (rows: readonly { on: string }[], lang: Lang) =>
  rows.map((row) => formatDate(row.on, lang, 'short')).join(', ');

/** Why open clocks are dated anew, as it stands in their traces: sentences with their full stop. */
export const CAUSES = {
  added(rows: readonly CalendarRow[]): Words {
    const says = (lang: Lang) =>
      rows.map((row) => `${formatDate(row.on, lang, 'short')} (${row.name[lang]})`).join(', ');
    return { vi: `Lịch thêm ${says('vi')}.`, en: `Added to the calendar: ${says('en')}.` };
  },
  retired(days: readonly string[], name: Words): Words {
    const rows = days.map((on) => ({ on }));
    return {
      vi: `Lịch bỏ ${listDays(rows, 'vi')} (${name.vi}).`,
      en: `Taken out of the calendar: ${listDays(rows, 'en')} (${name.en}).`,
    };
  },
  confirmed: (through: Words): Words => ({
    vi: `Lịch làm việc được xác nhận đến hết ${through.vi}.`,
    en: `The calendar was confirmed through ${through.en}.`,
  }),
};

/** What a person reads when a change is refused. */
export const REFUSALS = {
  notADate: {
    vi: 'Ngày này không đọc được. Hãy chọn ngày trong lịch, hoặc ghi theo kiểu năm-tháng-ngày, ví dụ 2026-11-24.',
    en: 'This date cannot be read. Pick it in the calendar, or write year-month-day, for example 2026-11-24.',
  },
  nationalCalendar: {
    vi: 'Đây là ngày nghỉ chung cả nước, do người vận hành hệ thống nhập. Nếu địa phương bạn khác, hãy thêm một dòng riêng của địa phương cho ngày đó.',
    en: 'This day is national; the operator of the system enters it. If your locality differs, add a row of your own for that day.',
  },
  mainPortalOnly: {
    vi: 'Lịch làm việc và quy chế dùng chung cho cả địa phương nên chỉ sửa ở cổng chính. Hãy nhờ quản trị viên của cổng chính.',
    en: 'The working calendar and the regulation hold for the whole locality and are changed on its main portal. Ask the administrator of the main portal.',
  },
  nameMissing: {
    vi: 'Chưa có tên của ngày này. Hãy ghi, ví dụ: Quốc khánh, hoặc Nghỉ phòng bão.',
    en: 'The day has no name yet. Write one, for example: National Day, or Closed for the storm.',
  },
  sourceMissing: {
    vi: 'Chưa có căn cứ. Hãy ghi số và ngày của văn bản hoặc thông báo.',
    en: 'There is no source yet. Write the number and date of the document or announcement.',
  },
  badSwap: {
    vi: 'Hoán đổi phải gồm hai ngày khác nhau: một ngày nghỉ và một ngày làm bù. Hãy xem lại ngày kia và loại ngày.',
    en: 'A swap has two different days: one off and one worked. Check the other day and the kind.',
  },
  rowExists: (on: Words): Words => ({
    vi: `Lịch đã có một dòng cho ${on.vi}. Hãy bỏ dòng đó trước, rồi thêm lại.`,
    en: `The calendar already has a row for ${on.en}. Take that row out first, then add yours.`,
  }),
  rowMissing: {
    vi: 'Dòng này không còn trong lịch. Hãy tải lại trang để xem lịch mới nhất.',
    en: 'This row is no longer in the calendar. Reload the page to see it as it is.',
  },
  proposalUnknown: {
    vi: 'Chưa chọn ngày nào trong các ngày đề xuất. Hãy đánh dấu ít nhất một ngày.',
    en: 'None of the proposed days is chosen. Tick at least one.',
  },
  confirmedAlready: (through: Words, next: Words): Words => ({
    vi: `Lịch đã được xác nhận đến hết ${through.vi}. Hãy chọn từ ${next.vi} trở đi; ngày nào sai thì sửa dòng của ngày đó.`,
    en: `The calendar is already confirmed through ${through.en}. Choose ${next.en} or later; correct a wrong day by its row.`,
  }),
  tooFar: (latest: Words): Words => ({
    vi: `Lịch nghỉ được công bố từng năm. Hãy xác nhận muộn nhất đến ${latest.vi}.`,
    en: `Days off are announced year by year. Confirm through ${latest.en} at the latest.`,
  }),
  declineReasonMissing: {
    vi: 'Có ngày được đánh dấu là không nghỉ nhưng chưa ghi lý do. Hãy ghi lý do.',
    en: 'A day is marked as not taken off and has no reason. Write the reason.',
  },
  proposalsOpen: (rows: readonly CalendarRow[]): Words => ({
    vi: `Còn ${rows.length} ngày nghỉ theo luật chưa có trong lịch: ${listDays(rows, 'vi')}. Hãy nhận các ngày này, hoặc đánh dấu là năm đó không nghỉ và ghi lý do.`,
    en: `${rows.length} statutory day${rows.length === 1 ? ' is' : 's are'} not in the calendar yet: ${listDays(rows, 'en')}. Take them in, or mark them as not taken off that year and say why.`,
  }),
  regulationUnknown: {
    vi: 'Quy chế này không dùng được cho địa phương của bạn. Hãy chọn một quy chế trong danh sách.',
    en: 'This regulation cannot be used in your locality. Choose one of the list.',
  },
  decisionMissing: {
    vi: 'Chưa có quyết định áp dụng. Hãy ghi số và ngày của quyết định.',
    en: 'There is no decision yet. Write its number and date.',
  },
  regulationSame: {
    vi: 'Từ ngày này địa phương vốn đã áp dụng quy chế đó. Hãy chọn quy chế khác hoặc ngày khác.',
    en: 'The locality applies that regulation from this day already. Choose another regulation or another day.',
  },
  regulationDayTaken: {
    vi: 'Đã có một quy chế bắt đầu từ đúng ngày này. Hãy chọn ngày khác.',
    en: 'Another regulation already begins on this very day. Choose another day.',
  },
  regulationClocks: (count: number, from: Words): Words => ({
    vi: `Đã có ${count} việc được tính hạn từ sự kiện vào hoặc sau ${from.vi} theo quy chế cũ. Hãy chọn ngày áp dụng muộn hơn.`,
    en: `${count} matter${count === 1 ? ' is' : 's are'} already counted from events on or after ${from.en} under the earlier regulation. Choose a later day.`,
  }),
  dutyUnknown: {
    vi: 'Quy chế đang áp dụng vào ngày này không có thời hạn đó. Hãy chọn một việc trong danh sách.',
    en: 'The regulation in force on this day has no such time limit. Choose one of the list.',
  },
  dutyAmbiguous: (codes: readonly string[]): Words => ({
    vi: `Mã này ứng với nhiều thời hạn. Hãy chọn một: ${codes.join(', ')}.`,
    en: `This id stands for several time limits. Choose one: ${codes.join(', ')}.`,
  }),
  dutyMissing: {
    vi: 'Chưa chọn việc cần tính hạn. Hãy chọn một việc trong danh sách.',
    en: 'No duty is chosen. Choose one of the list.',
  },
  timeUnreadable: {
    vi: 'Giờ này không đọc được. Hãy ghi giờ và phút, ví dụ 16:30, hoặc để trống.',
    en: 'This time cannot be read. Write hours and minutes, for example 16:30, or leave it empty.',
  },
  localityUnknown: {
    vi: 'Không có địa phương này trong hệ thống. Hãy xem lại mã, ví dụ lao-cai.',
    en: 'There is no such locality here. Check the code, for example lao-cai.',
  },
} satisfies Record<string, Words | ((...args: never[]) => Words)>;
