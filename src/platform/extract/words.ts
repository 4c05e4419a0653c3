import type { Words } from '../../rules/lang.ts';

/** Why a file was not taken in, and what to do next. `{limit}` is put in by the caller. */
export const REFUSAL_WORDS = {
  notFound: {
    vi: 'Không tìm thấy tệp. Hãy tải tệp lên lại.',
    en: 'The file was not found. Upload it again.',
  },
  emptyFile: {
    vi: 'Tệp rỗng, không có nội dung. Hãy kiểm tra tệp gốc rồi tải lên lại.',
    en: 'The file is empty. Check the original and upload it again.',
  },
  tooLarge: {
    vi: 'Tệp quá lớn (giới hạn {limit}). Hãy tách thành nhiều tệp hoặc giảm dung lượng ảnh trong tệp rồi tải lên lại.',
    en: 'The file is too large (limit {limit}). Split it, or make its pictures smaller, and upload it again.',
  },
  unknownType: {
    vi: 'Không đọc được loại tệp này. Hãy lưu thành .docx, .odt, .pdf, .html hoặc .txt rồi tải lên lại.',
    en: 'This kind of file cannot be read. Save it as .docx, .odt, .pdf, .html or .txt and upload it again.',
  },
  oldWord: {
    vi: 'Tệp Word đời cũ (.doc) hoặc .rtf chưa đọc được. Hãy mở bằng Word hoặc LibreOffice, lưu thành .docx rồi tải lên lại; hoặc nhờ quản trị kỹ thuật nhập bằng lệnh import trên máy chủ có cài LibreOffice.',
    en: 'Old Word (.doc) and .rtf files cannot be read. Open the file in Word or LibreOffice, save it as .docx and upload it again; or ask the technical administrator to import it on a server with LibreOffice.',
  },
  brokenFile: {
    vi: 'Tệp bị hỏng hoặc tải lên chưa trọn. Hãy mở thử tệp gốc trên máy, lưu lại rồi tải lên lần nữa.',
    en: 'The file is damaged or was not uploaded completely. Open the original, save it again and upload it once more.',
  },
  encrypted: {
    vi: 'Tệp được bảo vệ bằng mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại.',
    en: 'The file is protected by a password. Remove the password and upload it again.',
  },
  scannedPdf: {
    vi: 'Đây là bản quét ảnh, chưa đọc được chữ. Hãy dùng bản PDF xuất từ Word, hoặc nhận dạng chữ (OCR) trước, hoặc nhập nội dung bằng tay và đính kèm bản quét; hoặc nhờ quản trị kỹ thuật nhập bằng lệnh import trên máy chủ có cài Tesseract với dữ liệu tiếng Việt và Poppler (gói tesseract-ocr, tesseract-ocr-vie, poppler-utils).',
    en: 'This is a scanned image without readable text. Use a PDF exported from Word, run text recognition (OCR) first, or type the text and attach the scan; or ask the technical administrator to import it on a server with Tesseract, its Vietnamese data and Poppler (packages tesseract-ocr, tesseract-ocr-vie, poppler-utils).',
  },
  scannedImage: {
    vi: 'Đây là ảnh, chưa đọc được chữ. Hãy dùng tệp gốc có chữ, hoặc nhập nội dung bằng tay và đính kèm ảnh; hoặc nhờ quản trị kỹ thuật nhập bằng lệnh import trên máy chủ có cài Tesseract với dữ liệu tiếng Việt (gói tesseract-ocr, tesseract-ocr-vie).',
    en: 'This is a picture without readable text. Use the original with its text, or type the text and attach the picture; or ask the technical administrator to import it on a server with Tesseract and its Vietnamese data (packages tesseract-ocr, tesseract-ocr-vie).',
  },
  outsideFailed: {
    vi: 'Chương trình đọc tệp này trên máy chủ (LibreOffice, Tesseract) không đọc được. Hãy mở thử tệp gốc, lưu thành .docx hoặc PDF có chữ rồi thử lại.',
    en: 'The program that reads this file on the server (LibreOffice, Tesseract) could not read it. Open the original, save it as .docx or as a PDF with text and try again.',
  },
  tooMuchInside: {
    vi: 'Nội dung bung ra từ tệp lớn bất thường (giới hạn {limit}), có thể là tệp phá hoại. Hãy tách nhỏ tệp gốc hoặc nhờ quản trị viên kiểm tra.',
    en: 'The content unpacked from the file is unusually large (limit {limit}); it may be hostile. Split the original or ask the administrator to check it.',
  },
  timedOut: {
    vi: 'Đọc tệp quá lâu ({limit}) nên đã dừng. Hãy tách tệp thành các phần nhỏ hơn rồi tải lên lại.',
    en: 'Reading the file took too long ({limit}) and was stopped. Split the file into smaller parts and upload them.',
  },
  tooComplex: {
    vi: 'Tệp quá phức tạp, vượt bộ nhớ cho phép ({limit}). Hãy tách tệp thành các phần nhỏ hơn rồi tải lên lại.',
    en: 'The file is too complex for the allowed memory ({limit}). Split it into smaller parts and upload them.',
  },
  noText: {
    vi: 'Tệp không có chữ nào. Hãy kiểm tra tệp gốc; nếu nội dung là ảnh, hãy nhập chữ bằng tay.',
    en: 'The file has no text. Check the original; if its content is a picture, type the text.',
  },
  tooBusy: {
    vi: 'Đang có nhiều tệp chờ đọc. Hãy thử lại sau ít phút.',
    en: 'Many files are waiting to be read. Try again in a few minutes.',
  },
} as const satisfies Record<string, Words>;

/** What was changed or left out while a file was read. `{count}` and `{detail}` are put in. */
export const NOTE_WORDS = {
  oldWordConverted: {
    vi: 'Tệp Word đời cũ đã được LibreOffice chuyển sang .docx. Hãy đối chiếu với bản gốc.',
    en: 'The old Word file was converted to .docx by LibreOffice. Compare it with the original.',
  },
  recognisedScan: {
    vi: 'Chữ do máy nhận dạng từ {count} trang ảnh, có thể sai dấu, sai số. Hãy đối chiếu từng chữ với bản chính.',
    en: 'The text was recognised from {count} pictures of pages; marks and figures may be wrong. Compare every letter with the original.',
  },
  typeMismatch: {
    vi: 'Đuôi tệp không khớp nội dung: {detail}. Đã đọc theo nội dung.',
    en: 'The name of the file does not match its content: {detail}. It was read by its content.',
  },
  imagesNotTaken: {
    vi: 'Có {count} ảnh không được lấy. Hãy tải ảnh lên kho tệp rồi chèn vào bài.',
    en: '{count} images were not taken. Upload them to the files and insert them.',
  },
  trackedChanges: {
    vi: 'Tệp còn thay đổi đang theo dõi: phần đã xóa không lấy, phần thêm được lấy. Hãy đối chiếu.',
    en: 'The file has tracked changes: deletions were left out, insertions taken. Please compare.',
  },
  commentsNotTaken: {
    vi: 'Có {count} ghi chú bên lề không được lấy.',
    en: '{count} comments were not taken.',
  },
  contentsNotTaken: {
    vi: 'Mục lục tự động không được lấy.',
    en: 'The automatic table of contents was not taken.',
  },
  composed: {
    vi: 'Chữ tổ hợp đã được chuyển sang Unicode dựng sẵn.',
    en: 'Decomposed letters were composed (Unicode NFC).',
  },
  encoding: {
    vi: 'Tệp không phải UTF-8, đã đọc theo bảng mã {detail}.',
    en: 'The file is not UTF-8; it was read as {detail}.',
  },
  converted: {
    vi: 'Văn bản dùng bảng mã cũ {detail}; đã chuyển sang Unicode. Hãy đối chiếu với bản gốc.',
    en: 'The text was in the old code table {detail} and was converted to Unicode. Compare it with the original.',
  },
  convertedDoubt: { vi: '{count} chỗ: {detail}.', en: '{count} places: {detail}.' },
  unreadable: { vi: 'Có {count} ký tự không đọc được.', en: '{count} characters could not be read.' },
  pagesWithoutText: {
    vi: 'Có {count} trang chỉ có ảnh, chưa đọc được chữ (trang {detail}).',
    en: '{count} pages have pictures only and no readable text (page {detail}).',
  },
  notAll: {
    vi: 'Có phần không hiểu được nên bỏ qua: {detail}.',
    en: 'Some parts were not understood and left out: {detail}.',
  },
} as const satisfies Record<string, Words>;

export type RefusalCode = keyof typeof REFUSAL_WORDS | 'legacyEncoding';
export type NoteCode = keyof typeof NOTE_WORDS;
