import type { Lang, Words } from '../../rules/lang.ts';
import type { HomeBlockCode } from './store.ts';

/** What the parts of a first page are called at the desk, and what each shows. */
export const BLOCK_WORDS: Readonly<Record<HomeBlockCode, { name: Words; note: Words }>> = {
  tasks: {
    name: { vi: 'Bạn cần làm gì?', en: 'What do you need?' },
    note: { vi: 'Các việc ghi ở trang Diện mạo.', en: 'The tasks written under Face.' },
  },
  newest: {
    name: { vi: 'Tin mới', en: 'Latest' },
    note: {
      vi: 'Bài mới nhất có ảnh, và năm bài nữa.',
      en: 'The newest item with a picture, and five more.',
    },
  },
  sections: {
    name: { vi: 'Các chuyên mục', en: 'Sections' },
    note: {
      vi: 'Bốn bài mới nhất của mỗi chuyên mục. Mục chưa có bài thì không hiện.',
      en: 'The four newest items of each section. Sections without items are not shown.',
    },
  },
  others: {
    name: { vi: 'Từ các cổng khác', en: 'From other portals' },
    note: {
      vi: 'Cổng chính hiện tin của cổng thành viên; cổng thành viên hiện tin của cổng chính.',
      en: 'A main portal shows what its members published, a member what the main portal did.',
    },
  },
  office: {
    name: { vi: 'Giờ làm việc', en: 'Opening hours' },
    note: { vi: 'Giờ và điện thoại ghi ở trang Liên hệ.', en: 'Hours and telephone written under Contact.' },
  },
  links: {
    name: { vi: 'Liên kết', en: 'Links' },
    note: { vi: 'Các liên kết ghi ở dưới.', en: 'The links written below.' },
  },
  members: {
    name: { vi: 'Các cổng thành viên', en: 'Member portals' },
    note: {
      vi: 'Sở, ban, ngành theo tên; xã, phường theo chữ cái.',
      en: 'Offices by name, communes by letter.',
    },
  },
};

const vi = {
  title: 'Trang đầu',
  lead: 'Ô tìm kiếm luôn đứng trên cùng. Các phần ở dưới do Ban Biên tập chọn và xếp thứ tự.',
  order: 'Các phần, từ trên xuống',
  shown: (name: string) => `Hiện phần “${name}”`,
  up: (name: string) => `Đưa “${name}” lên`,
  down: (name: string) => `Đưa “${name}” xuống`,
  upShort: 'Lên',
  downShort: 'Xuống',
  sections: 'Chuyên mục trên trang đầu',
  sectionsNote: 'Không chọn mục nào thì cổng tự lấy các mục đầu của mục lục có bài.',
  links: 'Liên kết',
  linksNote:
    'Nhiều nhất tám liên kết tới kênh khác của cơ quan hoặc trang ngoài. Địa chỉ bắt đầu bằng https://, hoặc là một trang của cổng này như /lien-he. Bỏ trống tên và địa chỉ để bỏ liên kết.',
  link: (n: number) => `Liên kết ${n}`,
  linkTitle: 'Tên liên kết',
  linkHref: 'Địa chỉ',
  linkHrefEn: 'Địa chỉ cho trang tiếng Anh',
  save: 'Lưu trang đầu',
  usual: 'Về thứ tự ban đầu',
  preview: 'Xem thử',
  previewTitle: 'Trang đầu như sắp lưu',
  previewNote: 'Bấm “Xem thử” để thấy trang đầu với những gì đang chọn, trước khi lưu.',
  previewing: 'Bản xem thử, chưa lưu',
};

const en: typeof vi = {
  title: 'First page',
  lead: 'The search field always stands on top. The parts below it are chosen and put in order by the editorial board.',
  order: 'The parts, from the top',
  shown: (name) => `Show “${name}”`,
  up: (name) => `Move “${name}” up`,
  down: (name) => `Move “${name}” down`,
  upShort: 'Up',
  downShort: 'Down',
  sections: 'Sections on the first page',
  sectionsNote: 'Where none is chosen, the portal takes the first sections of the menu that have items.',
  links: 'Links',
  linksNote:
    'At most eight links to other channels of the body or to the web. An address begins with https://, or is a page of this portal such as /lien-he. Leave title and address empty to take one out.',
  link: (n) => `Link ${n}`,
  linkTitle: 'Title of the link',
  linkHref: 'Address',
  linkHrefEn: 'Address on the English page',
  save: 'Save the first page',
  usual: 'Back to the usual order',
  preview: 'Preview',
  previewTitle: 'The first page as it would be saved',
  previewNote: 'Press “Preview” to see the first page with what is chosen, before it is saved.',
  previewing: 'A preview, not saved yet',
};

export const homeWords = (lang: Lang) => ({ vi, en })[lang];
