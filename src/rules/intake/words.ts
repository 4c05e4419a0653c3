import type { Words } from '../lang.ts';

/** What was set apart from the text of the document, and why. */
export const SCRAP_WORDS = {
  webTitle: {
    vi: 'Tên văn bản do trang đăng lại ghi thêm',
    en: 'Title added by the site that republished the text',
  },
  webHeader: {
    vi: 'Dòng thuộc tính do trang đăng lại ghi thêm',
    en: 'Properties added by the site that republished the text',
  },
  linkList: { vi: 'Danh sách liên kết văn bản liên quan', en: 'List of links to related documents' },
  sourceNote: { vi: 'Ghi chú nguồn tra cứu', en: 'Note on where the text was looked up' },
  navigation: { vi: 'Nút hoặc thanh điều hướng của trang web', en: 'Buttons or navigation of a web page' },
  separator: { vi: 'Dòng kẻ', en: 'Ruled line' },
  repeatedSignature: { vi: 'Tên người ký bị lặp', en: 'Signer printed twice' },
  pageNumber: { vi: 'Số trang', en: 'Page number' },
} as const satisfies Record<string, Words>;

export type ScrapKind = keyof typeof SCRAP_WORDS;

/** What the person who takes the document in should look at. */
export const INTAKE_FINDING_WORDS = {
  numberMissing: {
    vi: 'Không đọc được số, ký hiệu văn bản. Hãy nhập tay.',
    en: 'No document number could be read. Enter it by hand.',
  },
  kindMissing: {
    vi: 'Không đọc được loại văn bản. Hãy chọn trong danh sách.',
    en: 'The kind of document could not be read. Choose it from the list.',
  },
  titleMissing: {
    vi: 'Không đọc được trích yếu. Hãy nhập tay.',
    en: 'No abstract could be read. Enter it by hand.',
  },
  issuerMissing: {
    vi: 'Không đọc được cơ quan ban hành. Hãy chọn trong danh bạ.',
    en: 'The issuing body could not be read. Choose it from the directory.',
  },
  issuedOnMissing: {
    vi: 'Không đọc được ngày ban hành. Hãy nhập tay.',
    en: 'No date of issue could be read. Enter it by hand.',
  },
  signerMissing: {
    vi: 'Không đọc được người ký. Hãy nhập tay.',
    en: 'No signer could be read. Enter the name by hand.',
  },
  effectMissing: {
    vi: 'Không đọc được ngày có hiệu lực. Hãy xem lại điều khoản thi hành.',
    en: 'No effective date could be read. Look at the final provisions.',
  },
  effectComputed: {
    vi: 'Ngày có hiệu lực do máy tính từ ngày ký, văn bản không in ngày cụ thể. Hãy kiểm tra lại.',
    en: 'The effective date was computed from the date of signing; the text prints none. Please check.',
  },
  effectUnknown: {
    vi: 'Văn bản có hiệu lực theo một mốc không có trong văn bản (ví dụ ngày đăng Công báo). Hãy nhập ngày bằng tay.',
    en: 'The text takes effect from an event that it does not date (such as its gazette date). Enter the date by hand.',
  },
  fromAttachment: {
    vi: 'Số, ngày được đọc từ dòng “(Ban hành kèm theo …)” vì phần đầu văn bản bị thiếu. Hãy đối chiếu bản chính.',
    en: 'Number and date were read from the line “(Ban hành kèm theo …)” because the head is missing. Compare with the original.',
  },
  sourcesDisagree: {
    vi: 'Hai chỗ trong tệp ghi khác nhau. Hãy đối chiếu bản chính.',
    en: 'Two places in the file disagree. Compare with the original.',
  },
  numberRepaired: {
    vi: 'Số, ký hiệu in có khoảng trắng hoặc dấu thừa, đã đưa về dạng chuẩn; bản in vẫn được giữ.',
    en: 'The printed number had stray spaces or signs and was normalised; the printed form is kept.',
  },
  markdownRemoved: { vi: 'Đã bỏ dấu * của định dạng Markdown.', en: 'Removed asterisks of Markdown.' },
  linesJoined: {
    vi: 'Đã nối các dòng bị ngắt giữa câu.',
    en: 'Joined lines that were broken within a sentence.',
  },
  articlesMissing: {
    vi: 'Số thứ tự các Điều không liền nhau, có thể tệp thiếu dòng. Hãy đối chiếu bản chính.',
    en: 'The articles are not numbered without gaps; lines may be missing from the file. Compare with the original.',
  },
} as const satisfies Record<string, Words>;

export type IntakeFindingCode = keyof typeof INTAKE_FINDING_WORDS;
