import type { GuideCode } from '../../rules/guides/index.ts';
import type { Lang } from '../../rules/lang.ts';

const vi = {
  title: 'Hướng dẫn',
  lead: 'Mỗi hướng dẫn cho một phần việc. Ảnh chụp từ bản thử đang chạy.',
  choose: 'Chọn hướng dẫn',
  contents: 'Trong hướng dẫn này',
  others: 'Hướng dẫn khác',
  onlyVietnamese: '',
  search: 'Tìm trong hướng dẫn',
  searchHelp: 'Có dấu hay không dấu đều được, ví dụ: go bai, mật khẩu, ủy quyền.',
  searchGo: 'Tìm',
  results: (text: string) => `Tìm “${text}” trong hướng dẫn`,
  foundTitle: 'Các phần tìm thấy',
  all: 'Mọi hướng dẫn',
  found: (count: number) => `${count} phần nói đến điều này.`,
  nearest: (count: number) => `Không phần nào có đủ các chữ ấy. Gần nhất là ${count} phần sau.`,
  none: (text: string) => `Không phần nào của hướng dẫn nói đến “${text}”.`,
  noneHelp:
    'Thử ít chữ hơn, hoặc chữ ghi trên nút mà bạn muốn bấm. Vẫn không thấy thì hỏi người quản trị nội dung của cổng; dưới đây là mọi hướng dẫn.',
  notes: {
    'nguoi-viet': 'Viết bài, chèn ảnh, gửi duyệt, sửa bài đã đăng.',
    'ban-bien-tap': 'Duyệt, trả lại, gỡ bài; trả lời câu hỏi; văn bản và Công báo.',
    'quan-tri': 'Cổng, chuyên mục, diện mạo, người và quyền, lịch làm việc, nhật ký.',
  } satisfies Record<GuideCode, string>,
};

const en: typeof vi = {
  title: 'Guides',
  lead: 'One guide for each office. The pictures are taken of the running demo.',
  choose: 'Choose a guide',
  contents: 'In this guide',
  others: 'Other guides',
  onlyVietnamese: 'The guides are written in Vietnamese.',
  search: 'Search the guides',
  searchHelp: 'Vietnamese words, with or without their marks: go bai, mật khẩu, ủy quyền.',
  searchGo: 'Search',
  results: (text) => `“${text}” in the guides`,
  foundTitle: 'Parts that were found',
  all: 'All guides',
  found: (count) => (count === 1 ? 'One part speaks of this.' : `${count} parts speak of this.`),
  nearest: (count) =>
    `No part has all of these words. ${count === 1 ? 'The nearest one follows' : `The nearest ${count} follow`}.`,
  none: (text) => `No part of the guides speaks of “${text}”.`,
  noneHelp:
    'Try fewer words, or those on the button you want to press. If that does not help, ask the content administrator of your portal; below are all guides.',
  notes: {
    'nguoi-viet': 'Writing, pictures, submitting, correcting what is public.',
    'ban-bien-tap': 'Approving, sending back, taking down; answers; documents and the gazette.',
    'quan-tri': 'Portals, sections, faces, people and rights, the working calendar, the record.',
  },
};

export const guideWords = (lang: Lang) => ({ vi, en })[lang];
