import type { Words } from '../lang.ts';

/** Kinds of texts that are issued with a decision and have provisions of their own. */
export const ATTACHED_KIND_WORDS = {
  'Quy chế': { vi: 'Quy chế', en: 'Regulation' },
  'Quy định': { vi: 'Quy định', en: 'Rules' },
  'Nội quy': { vi: 'Nội quy', en: 'House rules' },
  'Điều lệ': { vi: 'Điều lệ', en: 'Charter' },
  'Quy trình': { vi: 'Quy trình', en: 'Procedure' },
  'Quy chuẩn': { vi: 'Quy chuẩn', en: 'Technical regulation' },
  'Chương trình': { vi: 'Chương trình', en: 'Programme' },
  'Kế hoạch': { vi: 'Kế hoạch', en: 'Plan' },
  'Phương án': { vi: 'Phương án', en: 'Scheme' },
  'Đề án': { vi: 'Đề án', en: 'Proposal' },
  'Dự án': { vi: 'Dự án', en: 'Project' },
  'Hướng dẫn': { vi: 'Hướng dẫn', en: 'Guidance' },
  'Danh mục': { vi: 'Danh mục', en: 'List' },
  'Bảng giá': { vi: 'Bảng giá', en: 'Price list' },
  'Chiến lược': { vi: 'Chiến lược', en: 'Strategy' },
  'Quy hoạch': { vi: 'Quy hoạch', en: 'Master plan' },
  'Bộ tiêu chí': { vi: 'Bộ tiêu chí', en: 'Set of criteria' },
} as const satisfies Record<string, Words>;

/** An attachment whose kind is printed nowhere. */
export const UNNAMED_ATTACHMENT_WORDS = {
  vi: 'Văn bản kèm theo',
  en: 'Attached text',
} as const satisfies Words;

/** "Điều 5" and its like; the number follows. */
export const PROVISION_WORDS = {
  part: { vi: 'Phần', en: 'Part' },
  chapter: { vi: 'Chương', en: 'Chapter' },
  section: { vi: 'Mục', en: 'Section' },
  subsection: { vi: 'Tiểu mục', en: 'Subsection' },
  article: { vi: 'Điều', en: 'Article' },
  clause: { vi: 'khoản', en: 'clause' },
  point: { vi: 'điểm', en: 'point' },
  indent: { vi: 'tiết', en: 'indent' },
  appendix: { vi: 'Phụ lục', en: 'Appendix' },
  form: { vi: 'Mẫu', en: 'Form' },
} as const satisfies Record<string, Words>;

/** Added to the name of a provision whose number stands more than once. */
export const OCCURRENCE_WORDS = {
  vi: (count: string) => ` (lần thứ ${count} trong văn bản)`,
  en: (count: string) => ` (occurrence ${count} in the text)`,
};

/** What a person should look at; `place` is the name of the provision. */
export const PROVISION_FINDING_WORDS = {
  gap: {
    vi: (place: string, before: string) =>
      `${place}: số liền trước là ${before}, có thể văn bản thiếu dòng. Hãy đối chiếu bản chính.`,
    en: (place: string, before: string) =>
      `${place}: the number before it is ${before}; lines may be missing. Compare with the original.`,
  },
  repeated: {
    vi: (place: string) => `${place}: số này đã có ở trên. Hãy đối chiếu bản chính.`,
    en: (place: string) => `${place}: the number stood above already. Compare with the original.`,
  },
  restarted: {
    vi: (place: string, before: string) =>
      `${place}: số thứ tự bắt đầu lại sau ${before}, có thể bản chép thiếu tên một Điều. Hãy đối chiếu bản chính.`,
    en: (place: string, before: string) =>
      `${place}: the numbering begins again after ${before}; the heading of an article may be missing. Compare with the original.`,
  },
  backwards: {
    vi: (place: string, before: string) => `${place}: số nhỏ hơn số đứng trước (${before}).`,
    en: (place: string, before: string) =>
      `${place}: the number is lower than the one before it (${before}).`,
  },
  quoteOpen: {
    vi: (place: string) => `${place}: dấu ngoặc kép mở mà không thấy đóng.`,
    en: (place: string) => `${place}: a quotation mark is opened and never closed.`,
  },
};
