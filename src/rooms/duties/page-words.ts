import type { DayKind } from '../../rules/calendar/index.ts';
import { periodText, type Unit } from '../../rules/clock/index.ts';
import type { Lang } from '../../rules/lang.ts';

const clockVi = {
  startedAt: (event: string, moment: string) => `${event} lúc ${moment}.`,
  period: (value: number, unit: Unit) => periodText(value, unit, 'vi'),
  periodIs: (period: string) => `Thời hạn là ${period}.`,
  undatedTrace: (range: { from: string; through: string } | undefined) =>
    `Lịch làm việc ${range ? `mới được xác nhận từ ${range.from} đến ${range.through}` : 'chưa được xác nhận đủ'} nên chưa tính được ngày hạn. Ngày hạn có ngay khi lịch được xác nhận thêm.`,
  undated: 'chưa tính được ngày hạn',
  metBeforeDate: 'xong đúng hạn',
  cancelled: 'đã dừng',
  today: 'hôm nay',
  receivedAt: (time: string) => `sự kiện ${time}`,
  dayNumber: (nth: number) => `ngày ${nth}`,
  isDue: 'hạn',
  notCounted: 'không tính',
};

const clockEn: typeof clockVi = {
  startedAt: (event, moment) => `${event} at ${moment}.`,
  period: (value, unit) => periodText(value, unit, 'en'),
  periodIs: (period) => `The time limit is ${period}.`,
  undatedTrace: (range) =>
    `The working calendar is ${range ? `confirmed only from ${range.from} to ${range.through}` : 'not confirmed far enough'}, so the due date cannot be said yet. It will be as soon as more of the calendar is confirmed.`,
  undated: 'no due date yet',
  metBeforeDate: 'done in time',
  cancelled: 'ended without result',
  today: 'today',
  receivedAt: (time) => `event ${time}`,
  dayNumber: (nth) => `day ${nth}`,
  isDue: 'due',
  notCounted: 'not counted',
};

export const CLOCK_PAGE_WORDS = { vi: clockVi, en: clockEn };
export const clockPageWords = (lang: Lang) => CLOCK_PAGE_WORDS[lang];

const deadlineVi = {
  home: 'Trang đầu',
  title: 'Tính thời hạn',
  lead: 'Chọn việc, ghi ngày xảy ra sự kiện: cổng tính ngày hạn theo quy chế đang áp dụng và theo lịch làm việc, rồi nói rõ vì sao.',
  form: 'Tính một thời hạn',
  duty: 'Việc phải làm',
  dutyHelp: (regulation: string) =>
    `Các thời hạn của ${regulation} và quy định chung của Trung ương ở chỗ quy chế không nêu số ngày.`,
  from: 'Ngày xảy ra sự kiện',
  fromHelp: 'Ngày văn bản được ban hành, kế hoạch được phê duyệt, câu hỏi được tiếp nhận…',
  time: 'Giờ',
  timeHelp: 'Để trống thì tính như 08:00.',
  go: 'Tính ngày hạn',
  errors: (count: number) => `Có ${count} chỗ cần sửa để tính được ngày hạn`,
  result: 'Ngày hạn',
  due: (date: string) => `Hạn là hết ${date}`,
  basis: 'Căn cứ',
  period: 'Thời hạn',
  start: 'Tính từ',
  days: 'Các ngày từ sự kiện đến hạn',
  why: 'Vì sao là ngày này?',
  calendar: (from: string, through: string) =>
    `Lịch làm việc đã được xác nhận từ ${from} đến ${through}. Ngoài khoảng đó cổng không đoán ngày.`,
  note: 'Trang này tính theo quy chế và lịch làm việc đã được xác nhận để tiện tra cứu; nó không thay cho văn bản.',
  noRegulation: 'Vào ngày này chưa có quy định nào về thời hạn.',
};

const deadlineEn: typeof deadlineVi = {
  home: 'Home',
  title: 'Work out a time limit',
  lead: 'Choose a duty and give the day of the event: the portal works out the due date by the regulation in force and the working calendar, and says why.',
  form: 'Work out a time limit',
  duty: 'What must be done',
  dutyHelp: (regulation) =>
    `The time limits of the ${regulation}, and the national rule where it names no number of days.`,
  from: 'Day of the event',
  fromHelp: 'The day the document was issued, the plan approved, the question received …',
  time: 'Time',
  timeHelp: 'Left empty, 08:00 is taken.',
  go: 'Work out the due date',
  errors: (count) =>
    `${count} thing${count === 1 ? '' : 's'} to correct before the due date can be worked out`,
  result: 'Due date',
  due: (date) => `Due by the end of ${date}`,
  basis: 'Legal basis',
  period: 'Time limit',
  start: 'Counted from',
  days: 'The days from the event to the due date',
  why: 'Why this day?',
  calendar: (from, through) =>
    `The working calendar is confirmed from ${from} to ${through}. Beyond that the portal does not guess.`,
  note: 'This page counts by the regulation and the confirmed calendar, for convenience; it does not take the place of the texts.',
  noRegulation: 'On that day no text set a time limit.',
};

export const DEADLINE_WORDS = { vi: deadlineVi, en: deadlineEn };

const recordVi = {
  home: 'Trang đầu',
  title: 'Đăng đúng hạn',
  lead: (portal: string) =>
    `Pháp luật quy định trong bao nhiêu ngày thông tin phải được đăng. Đây là những gì ${portal} đã đăng và đăng có đúng hạn hay không.`,
  figures: { inTime: 'bài đăng đúng hạn', late: 'bài đăng chậm' },
  byDuty: 'Theo từng nghĩa vụ',
  duty: 'Nghĩa vụ',
  basis: 'Căn cứ',
  inTime: 'Đúng hạn',
  late: 'Chậm',
  list: 'Từng bài, mới đăng trước',
  item: 'Bài',
  event: 'Sự kiện',
  due: 'Hạn',
  published: 'Đăng',
  verdict: 'Kết quả',
  none: 'Cổng này chưa đăng bài nào thuộc loại có thời hạn.',
  noDue: 'sau ngày đăng',
  deadlines: 'Tự tính một thời hạn',
};

const recordEn: typeof recordVi = {
  home: 'Home',
  title: 'Published in time',
  lead: (portal) =>
    `The law says within how many days information must be published. This is what ${portal} has published, and whether it was in time.`,
  figures: { inTime: 'published in time', late: 'published late' },
  byDuty: 'By duty',
  duty: 'Duty',
  basis: 'Legal basis',
  inTime: 'In time',
  late: 'Late',
  list: 'Each item, newest first',
  item: 'Item',
  event: 'Event',
  due: 'Due',
  published: 'Published',
  verdict: 'Result',
  none: 'This portal has published nothing yet that has a time limit.',
  noDue: 'after publication',
  deadlines: 'Work out a time limit yourself',
};

export const RECORD_WORDS = { vi: recordVi, en: recordEn };

const DAY_KINDS_VI: Record<DayKind, string> = {
  ordinary: 'làm việc',
  weekend: 'nghỉ hằng tuần',
  holiday: 'nghỉ',
  compensation: 'nghỉ bù',
  swappedOff: 'nghỉ hoán đổi',
  swappedWork: 'làm bù',
  half: 'làm một buổi',
};
const DAY_KINDS_EN: Record<DayKind, string> = {
  ordinary: 'working day',
  weekend: 'weekly rest',
  holiday: 'off',
  compensation: 'off in lieu',
  swappedOff: 'off, swapped',
  swappedWork: 'worked in exchange',
  half: 'half a day',
};

const calendarVi = {
  desk: 'Lịch làm việc',
  title: (year: number) => `Lịch làm việc năm ${year}`,
  confirmed: (from: string, through: string) => `Lịch đã được xác nhận từ ${from} đến hết ${through}.`,
  notConfirmed:
    'Năm này chưa được xác nhận hết: những ngày sau ngày xác nhận chỉ là dự kiến, chưa dùng để tính hạn.',
  years: 'Chọn năm',
  overview: (year: number) => `Từng tháng của năm ${year}`,
  month: 'Tháng',
  monthName: (month: number, year: number) => `Tháng ${month}/${year}`,
  workingDays: 'Ngày làm việc',
  offDays: 'Ngày nghỉ',
  departures: 'Khác tuần thường',
  none: 'không có',
  monthGrid: (month: string) => `Từng ngày, ${month}`,
  week: 'Tuần từ',
  kinds: DAY_KINDS_VI,
  rows: 'Các dòng của lịch',
  day: 'Ngày',
  kind: 'Loại',
  name: 'Tên',
  source: 'Căn cứ',
  scope: 'Áp dụng',
  national: 'cả nước',
  local: 'địa phương',
  step: 'Việc',
  noRows: 'Năm này chưa có dòng nào.',
  retire: 'Bỏ dòng này',
  nationalNote:
    'Ngày nghỉ chung cả nước do người vận hành hệ thống nhập bằng công cụ dòng lệnh. Ở đây quản trị viên của cổng chính thêm những ngày riêng của địa phương; dòng của địa phương thắng dòng chung của cùng ngày.',
  readOnly: 'Bạn xem được lịch. Sửa lịch là việc của quản trị viên kỹ thuật ở cổng chính.',
  add: 'Thêm một ngày',
  on: 'Ngày',
  kindChoices: {
    off: 'Nghỉ',
    work: 'Làm việc (ngày nghỉ nhưng làm bù)',
    halfMorning: 'Chỉ làm buổi sáng',
    halfAfternoon: 'Chỉ làm buổi chiều',
  },
  swapWith: 'Hoán đổi với ngày',
  swapHelp: 'Nếu là hoán đổi: ngày kia được thêm cùng lúc, loại ngược lại.',
  nameVi: 'Tên, tiếng Việt',
  nameEn: 'Tên, tiếng Anh',
  sourceVi: 'Căn cứ, tiếng Việt',
  sourceHelp: 'Số, ngày của văn bản hoặc thông báo.',
  sourceEn: 'Căn cứ, tiếng Anh',
  announcedOn: 'Ngày công bố',
  addGo: 'Thêm vào lịch',
  proposals: (year: number) => `Ngày nghỉ theo luật năm ${year} chưa có trong lịch`,
  proposalsNote:
    'Tính theo Bộ luật Lao động và âm lịch. Ngày nghỉ Tết, ngày liền kề 2/9 và các ngày hoán đổi do Thủ tướng quyết định từng năm: hãy so với thông báo trước khi nhận.',
  proposalsField: 'Nhận vào lịch',
  proposalsGo: 'Nhận các ngày đã đánh dấu',
  noProposals: (year: number) => `Mọi ngày nghỉ theo luật của năm ${year} đều đã có trong lịch.`,
  confirm: 'Xác nhận lịch',
  confirmNote:
    'Từ lúc xác nhận, thời hạn theo luật được tính trên những ngày này. Xác nhận chỉ kéo dài thêm, không rút ngắn.',
  through: 'Xác nhận đến hết ngày',
  confirmSource: 'Căn cứ xác nhận',
  declined: 'Những ngày năm đó không nghỉ',
  declinedHelp: 'Chỉ đánh dấu khi thông báo chính thức nói khác với luật.',
  declineReason: 'Lý do không nghỉ',
  confirmGo: 'Xác nhận lịch',
  errors: 'Chưa làm được, vì:',
  redatings: 'Các lần định lại hạn',
  redating: 'Thay đổi',
  at: 'Lúc',
  seen: 'Đã xét',
  moved: 'Đã dời hạn',
  running: 'đang chạy',
  noRedatings: 'Chưa có lần nào.',
  done: {
    them: 'Đã thêm vào lịch. Các việc đang mở được tính lại hạn.',
    bo: 'Đã bỏ khỏi lịch. Các việc đang mở được tính lại hạn.',
    nhan: 'Đã nhận các ngày vào lịch. Các việc đang mở được tính lại hạn.',
    'xac-nhan': 'Đã xác nhận lịch. Những việc chưa có ngày hạn được tính hạn.',
  } as Record<string, string>,
  seeMoves: 'Xem việc nào đổi hạn',
  task: 'Lịch làm việc sắp hết ngày đã xác nhận',
  taskAction: 'Xác nhận lịch',
};

const calendarEn: typeof calendarVi = {
  desk: 'Working calendar',
  title: (year) => `Working calendar ${year}`,
  confirmed: (from, through) => `The calendar is confirmed from ${from} through ${through}.`,
  notConfirmed:
    'This year is not confirmed to its end: the days after the confirmation are a plan and are not used for time limits.',
  years: 'Choose a year',
  overview: (year) => `The months of ${year}`,
  month: 'Month',
  monthName: (month, year) => `${month}/${year}`,
  workingDays: 'Working days',
  offDays: 'Days off',
  departures: 'Other than the plain week',
  none: 'none',
  monthGrid: (month) => `Day by day, ${month}`,
  week: 'Week from',
  kinds: DAY_KINDS_EN,
  rows: 'Rows of the calendar',
  day: 'Day',
  kind: 'Kind',
  name: 'Name',
  source: 'Source',
  scope: 'Holds for',
  national: 'the whole country',
  local: 'the locality',
  step: 'Step',
  noRows: 'This year has no rows yet.',
  retire: 'Take this row out',
  nationalNote:
    'National days off are entered by the operator of the system with the command-line tool. Here the administrator of the main portal adds the days of the locality itself; a local row wins over the national row of the same day.',
  readOnly:
    'You can read the calendar. Changing it is the work of the technical administrator on the main portal.',
  add: 'Add a day',
  on: 'Day',
  kindChoices: {
    off: 'Off',
    work: 'Worked (a rest day worked in exchange)',
    halfMorning: 'Only the morning is worked',
    halfAfternoon: 'Only the afternoon is worked',
  },
  swapWith: 'Swapped with',
  swapHelp: 'For a swap: the other day is added at once, with the opposite kind.',
  nameVi: 'Name in Vietnamese',
  nameEn: 'Name in English',
  sourceVi: 'Source in Vietnamese',
  sourceHelp: 'Number and date of the document or announcement.',
  sourceEn: 'Source in English',
  announcedOn: 'Announced on',
  addGo: 'Add to the calendar',
  proposals: (year) => `Statutory days off of ${year} that are not in the calendar`,
  proposalsNote:
    'Worked out by the Labour Code and the lunar calendar. The days of Tết, the day beside 2 September and the swaps are decided by the Prime Minister every year: compare with the announcement before taking them in.',
  proposalsField: 'Take into the calendar',
  proposalsGo: 'Take in the days ticked',
  noProposals: (year) => `All statutory days off of ${year} are in the calendar.`,
  confirm: 'Confirm the calendar',
  confirmNote:
    'From the confirmation on, legal time limits are counted over these days. A confirmation only ever extends.',
  through: 'Confirm through',
  confirmSource: 'What the confirmation rests on',
  declined: 'Days that are not taken off that year',
  declinedHelp: 'Tick only where the official announcement departs from the law.',
  declineReason: 'Why they are not taken off',
  confirmGo: 'Confirm the calendar',
  errors: 'This could not be done:',
  redatings: 'When time limits were counted anew',
  redating: 'Change',
  at: 'At',
  seen: 'Looked at',
  moved: 'Moved',
  running: 'running',
  noRedatings: 'Never so far.',
  done: {
    them: 'Added to the calendar. Open matters are being dated anew.',
    bo: 'Taken out of the calendar. Open matters are being dated anew.',
    nhan: 'The days were taken into the calendar. Open matters are being dated anew.',
    'xac-nhan': 'The calendar is confirmed. Matters without a due date are being dated.',
  },
  seeMoves: 'See what moved',
  task: 'The confirmed working calendar is running out',
  taskAction: 'Confirm the calendar',
};

export const CALENDAR_WORDS = { vi: calendarVi, en: calendarEn };

const redatingVi = {
  title: 'Những việc đổi hạn',
  state: (seen: number, moved: number, finished: boolean) =>
    `${finished ? 'Đã xong' : 'Đang chạy, cứ rời trang'}: xét ${seen} việc đang mở, đổi hạn ${moved} việc.`,
  caption: 'Việc đổi hạn ở các cổng bạn làm việc',
  duty: 'Việc',
  portal: 'Cổng',
  before: 'Hạn trước',
  after: 'Hạn mới',
  undated: 'chưa có',
  none: 'Không việc nào ở các cổng bạn làm việc đổi hạn.',
  more: 'Các việc tiếp theo',
  back: 'Lịch làm việc',
  subject: (kind: string, id: number) => (kind === 'item' ? `bài số ${id}` : `${kind} ${id}`),
};

const redatingEn: typeof redatingVi = {
  title: 'What moved',
  state: (seen, moved, finished) =>
    `${finished ? 'Finished' : 'Running, you may leave the page'}: ${seen} open matter${seen === 1 ? '' : 's'} looked at, ${moved} moved.`,
  caption: 'Matters moved on the portals you work on',
  duty: 'Matter',
  portal: 'Portal',
  before: 'Due before',
  after: 'Due now',
  undated: 'none yet',
  none: 'Nothing moved on the portals you work on.',
  more: 'The next ones',
  back: 'Working calendar',
  subject: (kind, id) => (kind === 'item' ? `item ${id}` : `${kind} ${id}`),
};

export const REDATING_WORDS = { vi: redatingVi, en: redatingEn };
