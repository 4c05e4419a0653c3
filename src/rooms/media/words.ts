import type { Lang } from '../../rules/lang.ts';

const vi = {
  title: 'Kho ảnh, tệp',
  upload: 'Tải tệp lên',
  uploadNote:
    'Ảnh được xoay cho đúng chiều, thu về rộng nhất 1.600 điểm ảnh và bỏ thông tin máy ảnh, nơi chụp. Tệp khác giữ nguyên. Mỗi tệp nhiều nhất 50 MB.',
  files: 'Tệp trên máy của bạn',
  filesHelp:
    'Chọn được nhiều tệp một lần, nhiều nhất 20 tệp. Nhận ảnh, PDF, ODT, DOCX, XLSX, PPTX, RTF, TXT, CSV, ZIP, MP3, MP4.',
  send: 'Đưa vào kho',
  portal: 'Cổng',
  kind: 'Loại',
  images: 'Ảnh',
  others: 'Tệp khác',
  all: 'Tất cả',
  name: 'Tên tệp',
  caption: (portal: string) => `Tệp trong kho của ${portal}`,
  picture: 'Ảnh nhỏ',
  facts: 'Loại, cỡ',
  addedWhen: 'Tải lên',
  use: 'Đang dùng',
  isPublic: 'Đang hiện ở bài đã đăng',
  notPublic: 'Chưa công khai',
  address: 'Địa chỉ tệp',
  empty: 'Kho chưa có tệp nào khớp. Bỏ lọc, hoặc tải tệp lên ở trên.',
  added: (n: number) => (n === 1 ? 'Đã đưa 1 tệp vào kho.' : `Đã đưa ${n} tệp vào kho.`),
  problems: 'Có tệp chưa đưa vào kho được',
  choose: 'Hãy chọn ít nhất một tệp rồi bấm “Đưa vào kho”.',
  noPortal: 'Bạn chưa có cổng nào để dùng kho. Hãy hỏi người quản trị nội dung của cổng.',
  widthHeight: (w: number, h: number) => `${w} × ${h} điểm ảnh`,
};

const en: typeof vi = {
  title: 'Pictures and files',
  upload: 'Upload files',
  uploadNote:
    'Pictures are turned upright, made at most 1,600 pixels wide and freed of camera and place data. Other files stay as they are. At most 50 MB a file.',
  files: 'Files on your computer',
  filesHelp:
    'You can choose several, at most 20. Pictures, PDF, ODT, DOCX, XLSX, PPTX, RTF, TXT, CSV, ZIP, MP3 and MP4 are taken.',
  send: 'Add to the library',
  portal: 'Portal',
  kind: 'Kind',
  images: 'Pictures',
  others: 'Other files',
  all: 'All',
  name: 'File name',
  caption: (portal: string) => `Files in the library of ${portal}`,
  picture: 'Picture',
  facts: 'Type, size',
  addedWhen: 'Uploaded',
  use: 'In use',
  isPublic: 'Shown by something published',
  notPublic: 'Not public',
  address: 'Address of the file',
  empty: 'No file fits. Clear the filter, or upload one above.',
  added: (n: number) => (n === 1 ? '1 file was added.' : `${n} files were added.`),
  problems: 'Some files could not be added',
  choose: 'Choose at least one file, then press “Add to the library”.',
  noPortal: 'You have no portal whose library you could use. Ask the content administrator of the portal.',
  widthHeight: (w: number, h: number) => `${w} × ${h} pixels`,
};

export type MediaWords = typeof vi;

export function mediaWords(lang: Lang): MediaWords {
  return lang === 'vi' ? vi : en;
}

/** "PDF, 212 KB"; decimal comma in Vietnamese. */
export function sizeWords(sizeBytes: number, lang: Lang): string {
  const number = (value: number) =>
    new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 }).format(value);
  return sizeBytes >= 1_000_000
    ? `${number(sizeBytes / 1_000_000)} MB`
    : `${number(Math.max(1, Math.round(sizeBytes / 1_000)))} KB`;
}

/** What a reader knows of a file before opening it: "PDF, 212 KB". */
export function fileFacts(file: { name: string; sizeBytes: number }, lang: Lang): string {
  const ending = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toUpperCase() ?? '';
  return [ending, sizeWords(file.sizeBytes, lang)].filter(Boolean).join(', ');
}
