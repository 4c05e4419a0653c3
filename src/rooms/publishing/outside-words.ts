import type { OutsideReason } from '../../platform/outside/index.ts';
import { civilDateOf, dateWords, formatInstant } from '../../rules/calendar/index.ts';
import type { Lang, Words } from '../../rules/lang.ts';
import type { BrokenAddress, OutsideSummary } from './outside-store.ts';

/** What was heard at an address, as it is said in a sentence. */
export const HEARD_WORDS: Record<OutsideReason, Words> = {
  opened: { vi: 'mở được', en: 'it opened' },
  'not-there': {
    vi: 'máy chủ ở đó trả lời là không có trang này',
    en: 'its server says that there is no such page',
  },
  error: { vi: 'máy chủ ở đó báo lỗi', en: 'its server reports a fault' },
  silent: { vi: 'chờ mà không có trả lời', en: 'nothing answers' },
  refused: { vi: 'máy chủ ở đó không nhận kết nối', en: 'its server takes no connection' },
  'no-host': { vi: 'không còn ai mang tên miền này', en: 'nobody has this name any more' },
  certificate: {
    vi: 'chứng thư của trang đã hết hạn hoặc là của trang khác, trình duyệt sẽ cảnh báo người đọc',
    en: 'its certificate has run out or is another’s, so that browsers warn readers',
  },
  closed: { vi: 'trang không cho máy xem', en: 'it is not shown to machines' },
  circle: { vi: 'trang chuyển đi chuyển lại quá nhiều lần', en: 'it is redirected too often' },
  odd: { vi: 'câu trả lời máy không hiểu được', en: 'its answer was not understood' },
  inside: {
    vi: 'địa chỉ nằm trong mạng nội bộ nên không hỏi',
    en: 'it lies in a network of its own and is not asked',
  },
};

/** Since when an address has not opened, what was heard there last, and on which day. */
export function brokenWords({ reason, status, failed_since, asked_at }: BrokenAddress): Words {
  const since = dateWords(failed_since, 'short');
  const last = dateWords(civilDateOf(asked_at), 'short');
  const heard = HEARD_WORDS[reason];
  const code = status === null ? '' : ` (${status})`;
  return {
    vi: `không mở được từ ${since.vi}: ${heard.vi}${code}, hỏi lần cuối ${last.vi}`,
    en: `has not opened since ${since.en}: ${heard.en}${code}, asked last on ${last.en}`,
  };
}

const vi = {
  title: 'Chỗ nối hỏng',
  lead: 'Mỗi đêm máy xem các chỗ nối trong bài đang đăng và bản thảo. Chỗ nào không đến đâu thì ở lại đây cho đến khi được sửa.',
  none: 'Không có chỗ nối nào hỏng.',
  kind: 'Nối đến đâu',
  kinds: { all: 'Tất cả', outside: 'Trang ngoài', inside: 'Trong cổng' },
  columns: { item: 'Bài', link: 'Chỗ nối', why: 'Vì sao', found: 'Thấy từ' },
  isPublic: 'Đang đăng',
  isDraft: 'Bản thảo',
  isSource: 'địa chỉ nguồn',
  why: {
    missing: 'Bài, tệp hoặc trang này không còn hoặc chưa từng có',
    withdrawn: 'Bài này đã được gỡ khỏi cổng',
    unreachable: 'Trang ngoài không mở được',
  },
  state: 'Hỏi các trang ngoài',
  off: 'Không hỏi các trang ngoài',
  neverAsked: 'Máy chủ này chưa hỏi trang ngoài lần nào.',
  notSince: (when: string) =>
    `Máy chủ không hỏi trang ngoài từ ${when}. Điều nghe được trước đó chỉ được nhắc trong 30 ngày.`,
  howOn:
    'Người vận hành bật bằng OUTSIDE_LINKS=true, khi máy chủ được phép ra mạng; bản dùng thử không hỏi. Chỗ nối trong cổng vẫn được xem mỗi đêm.',
  first: 'Máy chủ được đặt để hỏi các trang ngoài; lượt đầu tiên bắt đầu sau nửa đêm.',
  noWayOut: 'Máy chủ có thể không ra được mạng',
  noWayOutText: (asked: number, when: string) =>
    `Lượt hỏi ${when} gửi ${asked} địa chỉ mà không trang nào mở ra, nên không địa chỉ nào bị tính là hỏng.`,
  lastTold: (when: string) => `Lần cuối có trang trả lời: ${when}.`,
  asked: (when: string) => `Hỏi các trang ngoài lần cuối: ${when}.`,
  counts: (c: OutsideSummary['counts']) =>
    [
      `${c.opens} địa chỉ mở được`,
      `${c.broken} hỏng`,
      c.failing ? `${c.failing} không mở được, đang được hỏi lại` : '',
      c.unclear ? `${c.unclear} máy không xem được` : '',
      c.unasked ? `${c.unasked} chưa hỏi` : '',
    ]
      .filter(Boolean)
      .join(', '),
};

const en: typeof vi = {
  title: 'Broken links',
  lead: 'Every night the links of published items and drafts are looked at. What leads nowhere stays here until it is mended.',
  none: 'No link is broken.',
  kind: 'Where they lead',
  kinds: { all: 'All', outside: 'Other sites', inside: 'Within the portal' },
  columns: { item: 'Item', link: 'Link', why: 'Why', found: 'Seen since' },
  isPublic: 'Published',
  isDraft: 'Draft',
  isSource: 'address of the source',
  why: {
    missing: 'This item, file or page is not there, or never was',
    withdrawn: 'This item was taken down',
    unreachable: 'The page outside does not open',
  },
  state: 'Asking other sites',
  off: 'Other sites are not asked',
  neverAsked: 'This server has never asked another site.',
  notSince: (when) =>
    `Other sites have not been asked since ${when}. What was heard before is said for 30 days only.`,
  howOn:
    'The operator turns it on by OUTSIDE_LINKS=true, where the server may reach the internet; the demo never asks. Links within the portal are looked at every night all the same.',
  first: 'The server is set to ask other sites; the first round begins after midnight.',
  noWayOut: 'The server may have no way out',
  noWayOutText: (asked, when) =>
    `The round of ${when} asked ${asked} addresses and none opened, so nothing was counted against any of them.`,
  lastTold: (when) => `A page last answered: ${when}.`,
  asked: (when) => `Other sites were last asked: ${when}.`,
  counts: (c) =>
    [
      `${c.opens} addresses open`,
      `${c.broken} are broken`,
      c.failing ? `${c.failing} did not open and are asked again` : '',
      c.unclear ? `${c.unclear} are not shown to machines` : '',
      c.unasked ? `${c.unasked} not asked yet` : '',
    ]
      .filter(Boolean)
      .join(', '),
};

export function outsideWords(lang: Lang): typeof vi {
  return lang === 'vi' ? vi : en;
}

/** How asking outside stands, as it is told to those who answer for it. */
export interface OutsideNews {
  tone: 'good' | 'info' | 'warn';
  title: string;
  text: string[];
}

/** @param isOn whether the operator lets the server go out */
export function outsideNews({ counts, round }: OutsideSummary, isOn: boolean, lang: Lang): OutsideNews {
  const w = outsideWords(lang);
  const when = (at: Date) => formatInstant(at, lang);
  if (!isOn)
    return {
      ...{ tone: 'info', title: w.off },
      text: [round ? w.notSince(when(round.ended_at)) : w.neverAsked, w.howOn],
    };
  if (!round) return { tone: 'info', title: w.state, text: [w.first] };
  if (!round.has_way_out)
    return {
      ...{ tone: 'warn', title: w.noWayOut },
      text: [
        w.noWayOutText(round.asked, when(round.ended_at)),
        ...(round.told_at ? [w.lastTold(when(round.told_at))] : []),
      ],
    };
  return { tone: 'good', title: w.state, text: [w.asked(when(round.ended_at)), `${w.counts(counts)}.`] };
}
