import type { Words } from '../../rules/lang.ts';

/** Why no PDF was made, and what to do next. `{limit}` is put in by the caller. */
export const PDF_REFUSALS = {
  pdfTooLarge: {
    vi: 'Nội dung quá lớn để dàn thành một tệp PDF (giới hạn {limit}). Hãy chia thành nhiều tệp.',
    en: 'There is too much text for one PDF file (limit {limit}). Divide it into several files.',
  },
  pdfTimedOut: {
    vi: 'Dàn trang PDF quá lâu ({limit}) nên đã dừng. Hãy chia nội dung thành nhiều tệp.',
    en: 'Laying out the PDF took too long ({limit}) and was stopped. Divide the text into several files.',
  },
  pdfTooComplex: {
    vi: 'Nội dung quá phức tạp để dàn trang PDF trong bộ nhớ cho phép ({limit}). Hãy chia thành nhiều tệp.',
    en: 'The text is too complex to be laid out as a PDF within the allowed memory ({limit}). Divide it into several files.',
  },
  pdfTooBusy: {
    vi: 'Đang có nhiều tệp PDF chờ dàn trang. Hãy thử lại sau ít phút.',
    en: 'Many PDF files are waiting to be laid out. Try again in a few minutes.',
  },
} as const satisfies Record<string, Words>;

/** What stands in brackets for a picture without a description. */
export const PICTURE_WORDS: Words = { vi: 'hình ảnh', en: 'picture' };
