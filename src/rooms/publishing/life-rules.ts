import { addDays, type CivilDate, daysBetween } from '../../rules/calendar/index.ts';
import type { Lang, Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';

/** How something is taken down: with a notice, without a word, or with its address leading to a successor. */
export const WAYS = ['notice', 'gone', 'redirect'] as const;
export type Way = (typeof WAYS)[number];

/** Why something is taken down. The first is the duty of LX Đ21.2; what must not be read again allows no notice. */
export const CAUSES = [
  'no-longer-fits',
  'wrong',
  'expired',
  'duplicate',
  'personal-data',
  'secret',
  'rights',
  'other',
] as const;
export type Cause = (typeof CAUSES)[number];

export const CAUSE_WORDS: Record<Cause, Words> = {
  'no-longer-fits': {
    vi: 'Chủ trương, văn bản làm căn cứ đã bị bãi bỏ hoặc không còn phù hợp',
    en: 'The policy or text it rests on was repealed or no longer fits',
  },
  wrong: { vi: 'Thông tin sai', en: 'The information is wrong' },
  expired: { vi: 'Đã hết thời gian đăng', en: 'Its time on the portal has ended' },
  duplicate: { vi: 'Trùng với bài khác', en: 'It repeats another item' },
  'personal-data': { vi: 'Lộ dữ liệu cá nhân', en: 'It shows personal data' },
  secret: { vi: 'Có nội dung thuộc bí mật nhà nước', en: 'It holds a state secret' },
  rights: { vi: 'Vi phạm quyền tác giả hoặc quyền khác', en: 'It infringes copyright or another right' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
};

/** A notice shows the title, which for these is the harm itself. */
const SILENT: readonly Cause[] = ['personal-data', 'secret'];

/** Where the address of something taken down leads: an item, or another address of the portal. */
export type Target = { itemId: number } | { path: string };

/**
 * Holds the way against the cause.
 *
 * @throws Refusal `cause-needs-silence`: what must not be read again leaves no notice; `target-missing`
 */
export function checkWay(way: Way, cause: Cause, hasTarget: boolean): void {
  if (way === 'notice' && SILENT.includes(cause))
    throw new Refusal(
      'cause-needs-silence',
      {
        vi: 'Với lý do này, lời báo không được để lại tiêu đề. Hãy chọn “Gỡ hẳn” hoặc “Chuyển sang bài thay thế”.',
        en: 'For this reason a notice may not leave the title behind. Choose “Gone” or “Lead to a successor”.',
      },
      'way',
    );
  if (way === 'redirect' && !hasTarget)
    throw new Refusal(
      'target-missing',
      {
        vi: 'Hãy ghi số bài hoặc địa chỉ trong cổng mà địa chỉ cũ sẽ dẫn đến, ví dụ 125 hoặc /tin-tuc.',
        en: 'Give the number of the item or the address in the portal to lead to, for example 125 or /tin-tuc.',
      },
      'target',
    );
}

/** The item number that an address of a portal ends with: the words before it are for people. */
export function itemIdOfPath(path: string): number | undefined {
  const [, digits] = /^\/(?:[^?#]*[-/])?(\d{1,15})(?:[?#].*)?$/.exec(path) ?? [];
  return digits ? Number(digits) : undefined;
}

/**
 * Reads where a form says the address is to lead: the number of an item, an address of an item, or another address of
 * the portal, with or without the host it was copied from.
 *
 * @param hosts the names this portal answers to
 * @returns undefined when nothing was typed
 * @throws Refusal `target-unreadable`: another site, or no address
 */
export function readTarget(typed: string, hosts: readonly string[]): Target | undefined {
  const text = typed.trim().normalize('NFC');
  if (text === '') return undefined;
  if (/^\d{1,15}$/.test(text)) return { itemId: Number(text) };
  const path = pathOn(text, hosts);
  if (path === undefined || !/^\/(?![/\\])[^\s\\]*$/.test(path))
    throw new Refusal(
      'target-unreadable',
      {
        vi: 'Chỉ dẫn được đến một bài hoặc một trang trong chính cổng này. Hãy ghi số bài, hoặc địa chỉ bắt đầu bằng “/”.',
        en: 'It can lead to an item or a page of this portal only. Give the number of the item, or an address that begins with “/”.',
      },
      'target',
    );
  const itemId = itemIdOfPath(path);
  return itemId === undefined ? { path } : { itemId };
}

function pathOn(text: string, hosts: readonly string[]): string | undefined {
  const [, host, path] = /^https?:\/\/([^/?#]+)(.*)$/i.exec(text) ?? [];
  if (host === undefined) return text;
  const bare = host.toLowerCase().replace(/:\d+$/, '');
  return hosts.includes(bare) ? path || '/' : undefined;
}

/** What is in the way of taking something down: what leads to it. */
export interface Standing {
  /** Public items and open drafts that link to it. */
  links: number;
  /** Tasks of the home page, and addresses of other items that lead here. */
  doors: number;
}

/**
 * Whether taking down needs a second word: gone leaves every link dead, a notice at least explains itself, so it only
 * must not stand behind a door of the home page or of another address.
 */
export function harms(way: Way, { links, doors }: Standing): boolean {
  if (way === 'redirect') return false;
  return way === 'gone' ? links + doors > 0 : doors > 0;
}

/** Days before the day of review on which its people are reminded. */
export const REMIND_DAYS = [14, 3] as const;

export type ReviewStage = 'early' | 'soon' | 'overdue';

/** Where the review of an item stands on a day; undefined before the first reminder. */
export function reviewStageOf(reviewOn: CivilDate, today: CivilDate): ReviewStage | undefined {
  const left = daysBetween(today, reviewOn);
  if (left < 0) return 'overdue';
  const [early, soon] = REMIND_DAYS;
  if (left <= soon) return 'soon';
  return left <= early ? 'early' : undefined;
}

/** Discarded drafts can be brought back for so many days. */
export const BRING_BACK_DAYS = 30;

/** The last day on which a draft discarded on a day can be brought back. */
export function bringBackUntil(discardedOn: CivilDate): CivilDate {
  return addDays(discardedOn, BRING_BACK_DAYS);
}

/** How a translation stands to what is public of its source. */
export type TranslationState = 'missing' | 'older' | 'current' | 'reviewed';

/**
 * A translation is older when its source has a newer public edition than the one it was made from, unless somebody held
 * it against that one and found nothing to change (LC Đ10.7, QN Đ9.1.h).
 */
export function translationStateOf(one: {
  sourceNumber: number;
  /** Undefined where there is no public translation. */
  madeFrom: number | undefined;
  reviewedFor: number | undefined;
}): TranslationState {
  if (one.madeFrom === undefined) return 'missing';
  if (one.madeFrom >= one.sourceNumber) return 'current';
  return (one.reviewedFor ?? 0) >= one.sourceNumber ? 'reviewed' : 'older';
}

export const TRANSLATION_WORDS: Record<TranslationState, Words> = {
  missing: { vi: 'Chưa có bản dịch', en: 'No translation' },
  older: { vi: 'Cũ hơn bản gốc', en: 'Older than its source' },
  current: { vi: 'Khớp bản gốc', en: 'Matches its source' },
  reviewed: { vi: 'Đã rà soát, không phải sửa', en: 'Reviewed, nothing to change' },
};

export const otherLang = (lang: Lang): Lang => (lang === 'vi' ? 'en' : 'vi');

/** The last day on which an archive copy is kept: so many whole years after it ended, to the end of that year. */
export function keptUntil(endedOn: CivilDate, years: number): CivilDate {
  return `${Number(endedOn.slice(0, 4)) + years}-12-31` as CivilDate;
}
