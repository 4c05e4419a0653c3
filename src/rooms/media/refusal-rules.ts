import { Refusal } from '../../rules/refusal.ts';
import type { KindGroup } from './kind-rules.ts';

const refusal = (code: string, vi: string, en: string) => new Refusal(code, { vi, en }, 'files');

export const TOO_MANY_PIXELS = refusal(
  'picture-too-large',
  'Ảnh lớn hơn 40 triệu điểm ảnh. Hãy thu nhỏ ảnh rồi tải lại.',
  'The picture has more than 40 million pixels. Make it smaller and upload it again.',
);
export const UNREADABLE_PICTURE = refusal(
  'picture-unreadable',
  'Không đọc được ảnh này, có thể tệp bị hỏng hoặc tải về chưa hết. Hãy mở ảnh trên máy, lưu lại thành JPG hoặc PNG rồi tải lên.',
  'This picture could not be read; the file may be damaged or incomplete. Open it, save it as JPG or PNG and upload that.',
);
export const KIND_NOT_TAKEN = refusal(
  'kind-not-taken',
  'Kho không nhận loại tệp này. Hãy dùng PDF, ODT, DOCX, XLSX, PPTX, RTF, TXT, CSV, JSON, VTT, ZIP, JPG, PNG, WEBP, MP3, OGG, WAV, MP4 hoặc WEBM.',
  'The library does not take this kind of file. Use PDF, ODT, DOCX, XLSX, PPTX, RTF, TXT, CSV, JSON, VTT, ZIP, JPG, PNG, WEBP, MP3, OGG, WAV, MP4 or WEBM.',
);
export const EMPTY_FILE = refusal(
  'file-empty',
  'Tệp trống, không có gì bên trong. Hãy chọn lại tệp.',
  'The file is empty. Choose another one.',
);
export const OLD_OFFICE = refusal(
  'old-office',
  'Đây là tệp Word, Excel hoặc PowerPoint đời cũ (.doc, .xls, .ppt). Hãy mở ra, lưu lại thành .docx, .xlsx, .pptx hoặc PDF rồi tải lên.',
  'This is an old Word, Excel or PowerPoint file (.doc, .xls, .ppt). Save it as .docx, .xlsx, .pptx or PDF and upload that.',
);
export const MACROS = refusal(
  'macros',
  'Tệp có macro (mã chạy bên trong) nên không đưa lên cổng được. Hãy lưu lại bản không có macro.',
  'The file holds macros (code that runs), so it cannot go onto a portal. Save it without macros.',
);
export const PHONE_PICTURE = refusal(
  'phone-picture',
  'Ảnh HEIC của điện thoại chưa dùng được. Hãy lưu ảnh thành JPG rồi tải lên.',
  'HEIC pictures of telephones cannot be used yet. Save the picture as JPG and upload that.',
);
export const NOT_UNICODE = refusal(
  'not-unicode',
  'Tệp chữ này không phải Unicode (UTF-8) nên người đọc sẽ thấy chữ hỏng. Hãy mở ra, lưu lại dạng UTF-8 rồi tải lên.',
  'This text file is not Unicode (UTF-8), so readers would see broken letters. Save it as UTF-8 and upload that.',
);
export const DRAWING = refusal(
  'drawing',
  'Tệp SVG có thể chứa mã chạy nên kho không nhận. Hãy xuất hình thành PNG (hoặc PDF) rồi tải lên.',
  'SVG files may hold code that runs, so the library does not take them. Export the drawing as PNG (or PDF) and upload that.',
);
export const WEB_PAGE = refusal(
  'web-page',
  'Đây là một trang web (HTML), có thể chứa mã chạy, nên kho không nhận. Hãy lưu thành PDF rồi tải lên.',
  'This is a web page (HTML), which may hold code that runs, so it is not taken. Save it as PDF and upload that.',
);
export const PROGRAM = refusal(
  'program',
  'Đây là một chương trình máy tính nên kho không nhận. Chỉ tải lên tài liệu, ảnh, âm thanh và phim.',
  'This is a program, which the library does not take. Upload documents, pictures, sound and films only.',
);
export const PROGRAMS_INSIDE = refusal(
  'programs-inside',
  'Tệp nén có chương trình máy tính bên trong (.exe, .bat, .js …). Hãy bỏ các tệp ấy ra rồi nén lại.',
  'The archive holds programs (.exe, .bat, .js …). Take them out and compress it again.',
);
export const ARCHIVE_BOMB = refusal(
  'archive-bomb',
  'Tệp nén bung ra lớn bất thường nên không nhận, vì có thể làm treo máy người tải về. Hãy nén lại với ít tệp hơn, hoặc tải từng tệp.',
  'The archive unpacks to something far too large, which may hang the computer of whoever downloads it. Compress fewer files, or upload them one by one.',
);
export const LOCKED_ARCHIVE = refusal(
  'archive-locked',
  'Tệp nén đặt mật khẩu nên không kiểm tra được bên trong. Hãy nén lại không đặt mật khẩu.',
  'The archive has a password, so what is in it cannot be checked. Compress it again without one.',
);
export const BROKEN_FILE = refusal(
  'file-broken',
  'Tệp bị hỏng hoặc tải về chưa hết nên không mở được. Hãy mở thử trên máy, lưu lại rồi tải lên.',
  'The file is damaged or incomplete. Try to open it on your computer, save it again and upload that.',
);
export const TWO_KINDS = refusal(
  'two-kinds',
  'Tệp này vừa là loại này vừa là loại khác, một cách thường dùng để giấu mã độc, nên không nhận. Hãy mở ra, lưu lại rồi tải bản mới.',
  'This file is of two kinds at once, a usual way of hiding malware, so it is not taken. Open it, save it anew and upload that.',
);
export const BAD_JSON = refusal(
  'json-unreadable',
  'Tệp JSON viết sai cú pháp nên máy khác không đọc được. Hãy sửa lại rồi tải lên.',
  'The JSON file has an error in its syntax, so other programs cannot read it. Mend it and upload it again.',
);
export const BAD_CAPTIONS = refusal(
  'captions-unreadable',
  'Không đọc được tệp phụ đề. Tệp VTT phải bắt đầu bằng dòng WEBVTT; tệp SRT phải có các mốc giờ như 00:00:01,000 --> 00:00:04,000.',
  'The captions could not be read. A VTT file begins with the line WEBVTT; an SRT file has times such as 00:00:01,000 --> 00:00:04,000.',
);
export const DAMAGED_ON_THE_WAY = refusal(
  'damaged-on-the-way',
  'Tệp tới nơi không còn đúng như trên máy bạn, có lẽ do đường truyền. Hãy tải lại tệp này.',
  'The file did not arrive as it is on your computer, perhaps because of the connection. Upload it again.',
);

/** @param name what the scanner calls it */
export function malware(name: string): Refusal {
  return refusal(
    'malware',
    `Máy quét thấy mã độc trong tệp${name && ` (${name})`} nên không nhận. Hãy quét máy của bạn và lấy lại tệp từ nguồn gốc.`,
    `The scanner found malware in the file${name && ` (${name})`}, so it is not taken. Scan your computer and get the file from its source again.`,
  );
}

/** What each group is called inside a sentence. */
const GROUP_WORDS: Record<KindGroup, { vi: string; en: string }> = {
  picture: { vi: 'Ảnh', en: 'A picture' },
  document: { vi: 'Tài liệu', en: 'A document' },
  text: { vi: 'Tệp chữ', en: 'A text file' },
  archive: { vi: 'Tệp nén', en: 'An archive' },
  sound: { vi: 'Tệp âm thanh', en: 'A sound file' },
  film: { vi: 'Phim', en: 'A film' },
};

/** A file over the limit of its group. */
export function tooLarge(group: KindGroup, mostBytes: number): Refusal {
  const most = Math.round(mostBytes / 1_000_000);
  const { vi, en } = GROUP_WORDS[group];
  return refusal(
    'file-too-large',
    `${vi} chỉ nhận đến ${new Intl.NumberFormat('vi-VN').format(most)} MB. Hãy thu nhỏ, nén lại hoặc chia ra rồi tải lên.`,
    `${en} may have ${new Intl.NumberFormat('en-GB').format(most)} MB at most. Make it smaller, or divide it, and upload that.`,
  );
}
