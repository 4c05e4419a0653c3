import type { Words } from '../../rules/lang.ts';

/** Why a line of a bulk import was not taken in, and what to do. */
export const LINE_WORDS = {
  noJson: {
    vi: 'Dòng này không phải một đối tượng JSON. Mỗi dòng là một văn bản: {"id": …, "number": …, "title": …, "text": …}.',
    en: 'This line is no JSON object. Each line is one document: {"id": …, "number": …, "title": …, "text": …}.',
  },
  secret: {
    vi: 'Văn bản mang dấu độ mật ở phần đầu nên không được nhập. Nếu không phải văn bản mật, hãy bỏ dòng dấu ấy.',
    en: 'The document bears a mark of secrecy at its head and was not taken in. If it is not secret, take that line out.',
  },
  notUtf8: {
    vi: 'Dòng này không phải UTF-8. Hãy xuất lại tệp với mã UTF-8.',
    en: 'This line is not UTF-8. Export the file again as UTF-8.',
  },
  lineTooLong: (limit: string): Words => ({
    vi: `Dòng này dài quá ${limit}. Hãy nhập riêng văn bản này từ tệp gốc bằng lệnh import.`,
    en: `This line is longer than ${limit}. Import this document by itself from its original with the command import.`,
  }),
  unknownKey: (key: string, keys: string): Words => ({
    vi: `Không có khóa “${key}”. Các khóa: ${keys}. Hãy bỏ hoặc đổi tên khóa ấy để không mất dữ liệu.`,
    en: `There is no key “${key}”. The keys are: ${keys}. Drop or rename it, so that no data is lost.`,
  }),
  missing: (key: string): Words => ({
    vi: `Thiếu “${key}”. Mỗi văn bản cần id, number và title.`,
    en: `“${key}” is missing. Each document needs id, number and title.`,
  }),
  noText: (key: string): Words => ({
    vi: `“${key}” phải là một chuỗi trong ngoặc kép.`,
    en: `“${key}” must be a string in quotation marks.`,
  }),
  tooLong: (key: string, most: number): Words => ({
    vi: `“${key}” dài quá ${most} ký tự. Hãy rút gọn.`,
    en: `“${key}” is longer than ${most} characters. Shorten it.`,
  }),
  titleShort: {
    vi: 'Tiêu đề cần ít nhất vài từ (5 ký tự).',
    en: 'The title needs at least a few words (5 characters).',
  },
  noDate: (key: string): Words => ({
    vi: `“${key}” phải là một ngày có thật, dạng 2016-05-06.`,
    en: `“${key}” must be a day that exists, as 2016-05-06.`,
  }),
  endsBefore: (from: string, to: string): Words => ({
    vi: `Ngày hết hiệu lực (${to}) trước ngày có hiệu lực (${from}). Hãy đối chiếu bản chính.`,
    en: `The document ends (${to}) before it comes into force (${from}). Compare with the original.`,
  }),
  language: { vi: '“language” là vi hoặc en.', en: '“language” is vi or en.' },
  url: {
    vi: '“url” phải là địa chỉ đầy đủ bắt đầu bằng https:// hoặc http://.',
    en: '“url” must be a whole address that begins with https:// or http://.',
  },
  oneBody: {
    vi: 'Cần đúng một trong hai khóa “text” và “html” làm nội dung.',
    en: 'Exactly one of “text” and “html” must hold the content.',
  },
  emptyBody: { vi: 'Văn bản không có chữ nào.', en: 'The document has no text.' },
  same: {
    vi: 'Văn bản này đã có ở cổng (cùng id, hoặc cùng số và ngày ban hành).',
    en: 'This document is there already (the same id, or the same number and day of issue).',
  },
  failed: {
    vi: 'Máy gặp lỗi ở dòng này; không giữ lại gì của dòng. Hãy thử lại, nếu vẫn lỗi thì báo quản trị kỹ thuật.',
    en: 'The machine failed on this line and kept nothing of it. Try again; if it fails again, tell the technical administrator.',
  },
  decisionShort: {
    vi: 'Hãy ghi rõ quyết định cho đăng (--decision), ít nhất vài từ: số, ngày, người quyết định. Lời này vào lịch sử của từng bài.',
    en: 'Say by which decision this is published (--decision), at least a few words: number, day, who decided. It stands in the history of each item.',
  },
} satisfies Record<string, Words | ((...parts: never[]) => Words)>;
