import type { Lang } from '../../rules/lang.ts';

const vi = {
  title: 'Trang của bạn',
  lead: 'Các mục và các cổng bạn muốn đọc, theo thứ tự của bạn. Danh sách này nằm trong trình duyệt của bạn, không cần tài khoản, không ai lưu lại.',
  none: 'Bạn chưa theo dõi mục nào',
  noneNote:
    'Chọn một chuyên mục hoặc một cổng ở dưới. Bạn cũng có thể bấm “Theo dõi mục này” ở mỗi chuyên mục.',
  nothingNew: 'Chưa có bài nào.',
  order: (name: string) => `Sắp xếp: ${name}`,
  up: 'Lên',
  down: 'Xuống',
  drop: 'Thôi theo dõi',
  add: 'Thêm vào trang của bạn',
  section: 'Chuyên mục của cổng này',
  addSection: 'Thêm chuyên mục',
  portal: 'Cổng của tỉnh, thành phố',
  addPortal: 'Thêm cổng',
  full: (n: number) => `Trang của bạn đã có ${n} mục. Hãy thôi theo dõi một mục trước khi thêm.`,
  clear: 'Xoá cả danh sách',
  follow: 'Theo dõi mục này',
};

const en: typeof vi = {
  title: 'Your page',
  lead: 'The sections and portals you want to read, in your own order. The list stays in your browser; there is no account, and nobody keeps it.',
  none: 'You follow nothing yet',
  noneNote: 'Choose a section or a portal below. “Follow this section” stands in every section too.',
  nothingNew: 'No items yet.',
  order: (name) => `Arrange: ${name}`,
  up: 'Up',
  down: 'Down',
  drop: 'Stop following',
  add: 'Add to your page',
  section: 'A section of this portal',
  addSection: 'Add section',
  portal: 'A portal of the locality',
  addPortal: 'Add portal',
  full: (n) => `Your page has ${n} entries. Stop following one of them before you add another.`,
  clear: 'Clear the list',
  follow: 'Follow this section',
};

export const ownPageWords = (lang: Lang) => ({ vi, en })[lang];
