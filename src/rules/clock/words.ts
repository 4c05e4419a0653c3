import { dateWords } from '../calendar/index.ts';
import type { Lang, Words } from '../lang.ts';
import type { ClockRefusalCode, Unit } from './types.ts';

/** The events a clock may start from; a code not listed here is told as "event". */
export const START_EVENTS: Record<string, Words> = {
  received: { vi: 'Tiếp nhận', en: 'Received' },
  issued: { vi: 'Văn bản được ban hành', en: 'Document issued' },
  approved: { vi: 'Được phê duyệt', en: 'Approved' },
  accepted: { vi: 'Được nghiệm thu', en: 'Accepted' },
  decidedToPublish: { vi: 'Người đứng đầu quyết định công bố', en: 'Head decided to publish' },
  answered: { vi: 'Có câu trả lời', en: 'Answered' },
  changed: { vi: 'Có thay đổi', en: 'Changed' },
  occurred: { vi: 'Sự kiện diễn ra', en: 'Event took place' },
  held: { vi: 'Sự kiện diễn ra', en: 'Event held' },
};

/** The start event when its code has no words of its own. */
export const ANY_START_EVENT: Words = { vi: 'Sự kiện', en: 'Event' };

const UNITS: Record<Unit, Words> = {
  workingDay: { vi: 'ngày làm việc', en: 'working day' },
  calendarDay: { vi: 'ngày', en: 'day' },
  ngay: { vi: 'ngày', en: 'day' },
  immediate: { vi: 'ngay trong ngày', en: 'the same day' },
};

/** "5 ngày làm việc", "1 working day". */
export function periodText(value: number, unit: Unit, lang: Lang): string {
  if (unit === 'immediate') return UNITS.immediate[lang];
  if (lang === 'vi') return `${value} ${UNITS[unit].vi}`;
  return `${value} ${UNITS[unit].en}${value === 1 ? '' : 's'}`;
}

const ORDINALS_VI = ['không', 'nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
const ORDINALS_EN = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** "thứ năm", "fifth"; figures past ten. */
export function ordinalText(nth: number, lang: Lang): string {
  if (lang === 'vi') return `thứ ${ORDINALS_VI[nth] ?? nth}`;
  const tail = nth % 100 > 10 && nth % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][nth % 10] ?? 'th');
  return ORDINALS_EN[nth] ?? `${nth}${tail}`;
}

const REFUSALS: Record<Exclude<ClockRefusalCode, 'promiseBeyondCap'>, Words> = {
  notStarted: {
    vi: 'Thời hạn chưa bắt đầu. Hãy ghi nhận sự kiện làm phát sinh thời hạn trước.',
    en: 'The time limit has not started. Record the event that starts it first.',
  },
  alreadyStarted: {
    vi: 'Thời hạn đã bắt đầu rồi. Nếu cơ quan khác nhận việc, hãy dùng bước chuyển.',
    en: 'The time limit has started already. If another body takes the matter over, forward it.',
  },
  alreadyClosed: {
    vi: 'Việc này đã kết thúc nên không đổi được thời hạn nữa. Nếu có nội dung mới, hãy mở việc mới.',
    en: 'This matter is closed, so its time limit cannot change any more. If there is something new, open a new matter.',
  },
  pauseNotAllowed: {
    vi: 'Quy chế không cho tạm dừng thời hạn này. Hãy trả lời đúng hạn hoặc hẹn ngày nếu được phép.',
    en: 'The regulation does not let this time limit be paused. Answer in time, or promise a date where that is allowed.',
  },
  alreadyPaused: {
    vi: 'Thời hạn đang tạm dừng rồi. Hãy tiếp tục trước khi tạm dừng lần nữa.',
    en: 'The time limit is paused already. Resume it before pausing again.',
  },
  notPaused: {
    vi: 'Thời hạn không bị tạm dừng nên không có gì để tiếp tục. Hãy tải lại trang để xem tình trạng mới nhất.',
    en: 'The time limit is not paused, so there is nothing to resume. Reload the page to see where it stands.',
  },
  extensionNotAllowed: {
    vi: 'Quy chế không cho gia hạn việc này. Hãy trả lời đúng hạn hoặc hẹn ngày nếu được phép.',
    en: 'The regulation allows no extension here. Answer in time, or promise a date where that is allowed.',
  },
  extensionsUsedUp: {
    vi: 'Đã hết số lần được gia hạn. Hãy trả lời trong thời hạn đang có.',
    en: 'No further extension is allowed. Answer within the present time limit.',
  },
  extensionTooLong: {
    vi: 'Số ngày gia hạn vượt mức quy chế cho phép. Hãy chọn số ngày ít hơn.',
    en: 'The extension is longer than the regulation allows. Choose fewer days.',
  },
  tooLate: {
    vi: 'Thời hạn đã hết nên không gia hạn hay hẹn ngày được nữa. Hãy trả lời ngay và nêu lý do chậm.',
    en: 'The time limit has run out, so it can no longer be extended or replaced by a promise. Answer now and give the reason for the delay.',
  },
  promiseNotAllowed: {
    vi: 'Quy chế không cho hẹn ngày trả lời với việc này. Hãy trả lời trong thời hạn đang có.',
    en: 'The regulation does not let a date be promised here. Answer within the present time limit.',
  },
  promiseInThePast: {
    vi: 'Ngày hẹn đã qua. Hãy chọn từ hôm nay trở đi.',
    en: 'The promised date is in the past. Choose today or later.',
  },
  promiseOnDayOff: {
    vi: 'Ngày hẹn là ngày nghỉ. Hãy chọn một ngày làm việc.',
    en: 'The promised date is a day off. Choose a working day.',
  },
};

/** What a person reads when an event is refused; names the latest lawful date where there is one. */
export function refusalWords(code: ClockRefusalCode, latestOn?: string): Words {
  if (code !== 'promiseBeyondCap') return REFUSALS[code];
  const latest = dateWords(latestOn ?? '');
  return {
    vi: `Ngày hẹn vượt quá thời hạn dài nhất mà quy chế cho phép. Hãy chọn muộn nhất là ${latest.vi}.`,
    en: `The promised date is later than the regulation allows. Choose ${latest.en} at the latest.`,
  };
}

const BODIES: Record<string, Words> = {
  'BLDS 2015': { vi: 'Bộ luật Dân sự 2015', en: 'Civil Code 2015' },
};

const LEVELS: readonly Words[] = [
  { vi: 'Điều', en: 'Article' },
  { vi: 'khoản', en: 'clause' },
  { vi: 'điểm', en: 'point' },
];

/**
 * An article as it is cited: 'Đ11.6.c' → "điểm c khoản 6 Điều 11", "Article 11, clause 6, point c".
 * A reference in any other form is given as it stands.
 */
export function articleText(article: string, instrument: string | undefined, lang: Lang): string {
  const parts = /^Đ(\d+\p{L}?)(?:\.(\d+\p{L}?))?(?:\.(\p{L}))?$/u.exec(article)?.slice(1).filter(Boolean);
  const named = parts?.map((part, level) => `${LEVELS[level]?.[lang]} ${part}`);
  const place = named ? (lang === 'vi' ? named.reverse().join(' ') : named.join(', ')) : article;
  const cited = place.charAt(0).toUpperCase() + place.slice(1);
  const body = instrument === undefined ? '' : (BODIES[instrument]?.[lang] ?? instrument);
  return body === '' ? cited : `${cited}, ${body}`;
}
