import type { GuideCode } from '../../rules/guides/index.ts';
import type { Lang } from '../../rules/lang.ts';

const vi = {
  title: 'Hướng dẫn',
  lead: 'Mỗi hướng dẫn cho một phần việc. Ảnh chụp từ bản thử đang chạy.',
  choose: 'Chọn hướng dẫn',
  contents: 'Trong hướng dẫn này',
  others: 'Hướng dẫn khác',
  onlyVietnamese: '',
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
  notes: {
    'nguoi-viet': 'Writing, pictures, submitting, correcting what is public.',
    'ban-bien-tap': 'Approving, sending back, taking down; answers; documents and the gazette.',
    'quan-tri': 'Portals, sections, faces, people and rights, the working calendar, the record.',
  },
};

export const guideWords = (lang: Lang) => ({ vi, en })[lang];
