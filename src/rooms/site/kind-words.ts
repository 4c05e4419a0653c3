import type { Lang } from '../../rules/lang.ts';

const vi = {
  notices: 'Cảnh báo đang có hiệu lực',
  callHotline: 'Đường dây nóng',
  readAll: 'Đọc đầy đủ',
  until: (day: string) => `đến hết ngày ${day}`,
  advertisement: 'Quảng cáo',
  advertisements: 'Quảng cáo',
  close: 'Đóng hoặc mở',
  report: 'Báo quảng cáo vi phạm',
  refuse: 'Không hiện quảng cáo',
  by: (who: string) => `Người quảng cáo: ${who}`,
  visit: 'Trang của người quảng cáo',
  over: (day: string) => `Đã hết thời hạn từ sau ngày ${day}`,
  othersHere: 'Tin, bài khác trong mục này',
  overNote: 'Nội dung dưới đây chỉ còn để tra cứu.',
};

const en: typeof vi = {
  notices: 'Notices in force',
  callHotline: 'Hotline',
  readAll: 'Read it all',
  until: (day) => `until the end of ${day}`,
  advertisement: 'Advertisement',
  advertisements: 'Advertisements',
  close: 'Close or open',
  report: 'Report this advertisement',
  refuse: 'Show no advertisements',
  by: (who) => `Advertiser: ${who}`,
  visit: 'Page of the advertiser',
  over: (day) => `Ended after ${day}`,
  othersHere: 'Other items of this section',
  overNote: 'What follows is kept for reference.',
};

/** Texts of notices and advertisements, which stand outside their own section. */
export function kindWords(lang: Lang): typeof vi {
  return lang === 'vi' ? vi : en;
}
