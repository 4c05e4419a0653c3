import type { Lang } from '../../rules/lang.ts';
import { GROUPS, KIND_GROUPS } from './kind-rules.ts';

const number = (value: number, lang: Lang) =>
  new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 }).format(value);

const vi = {
  title: 'Kho ảnh, tệp',
  upload: 'Tải tệp lên',
  uploadNote:
    'Ảnh được xoay cho đúng chiều, thu về rộng nhất 1.600 điểm ảnh và bỏ thông tin máy ảnh, nơi chụp. Tệp khác giữ nguyên.',
  files: 'Tệp trên máy của bạn',
  filesMany: (n: number, megabytes: string) =>
    `Chọn được nhiều tệp một lần. Trình duyệt không chạy JavaScript thì mỗi lần nhiều nhất ${n} tệp, mỗi tệp ${megabytes}.`,
  limits: 'Nhận những loại nào, lớn đến đâu',
  groups: {
    picture: 'Ảnh',
    document: 'Tài liệu',
    text: 'Tệp chữ',
    archive: 'Tệp nén',
    sound: 'Âm thanh',
    film: 'Phim',
  },
  groupLimit: (group: string, kinds: string, most: string) => `${group} (${kinds}): đến ${most}`,
  send: 'Đưa vào kho',
  portal: 'Cổng',
  kind: 'Loại',
  all: 'Tất cả',
  search: 'Tìm tên, mô tả, tác giả',
  name: 'Tên tệp',
  caption: (portal: string) => `Tệp trong kho của ${portal}`,
  picture: 'Xem trước',
  facts: 'Loại, cỡ',
  addedWhen: 'Tải lên',
  use: 'Đang dùng',
  isPublic: 'Đang hiện ở bài đã đăng',
  notPublic: 'Chưa công khai',
  noDescription: 'Chưa có lời mô tả',
  empty: 'Kho chưa có tệp nào khớp. Bỏ lọc, mở thư mục khác, hoặc tải tệp lên ở trên.',
  added: (n: number) => (n === 1 ? 'Đã đưa 1 tệp vào kho.' : `Đã đưa ${n} tệp vào kho.`),
  problems: 'Có việc chưa làm được',
  choose: 'Hãy chọn ít nhất một tệp rồi bấm “Đưa vào kho”.',
  widthHeight: (w: number, h: number) => `${w} × ${h} điểm ảnh`,
  // folders
  folders: 'Thư mục',
  allFolders: 'Cả kho',
  loose: 'Ngoài thư mục',
  removedOnes: 'Đã bỏ khỏi kho',
  here: 'Đang xem',
  folder: 'Thư mục',
  folderNew: 'Lập thư mục mới ở đây',
  folderName: 'Tên thư mục',
  folderMake: 'Lập thư mục',
  folderChange: 'Đổi tên, chuyển, bỏ thư mục này',
  folderParent: 'Nằm trong',
  folderTop: 'Trên cùng',
  folderSave: 'Lưu thư mục',
  folderRemove: 'Bỏ thư mục',
  folderRemoveNote: 'Tệp và thư mục bên trong được đưa lên thư mục trên, không mất tệp nào.',
  // views and steps on many
  view: 'Cách xem',
  list: 'Danh sách',
  grid: 'Lưới ảnh',
  exportList: 'Xuất danh sách (CSV)',
  exported: { bytes: 'Cỡ (byte)', by: 'Người tải lên', address: 'Địa chỉ' },
  select: (name: string) => `Chọn ${name}`,
  many: 'Với các tệp đã chọn',
  manyNote: 'Ô nào để trống thì giữ nguyên như đang có.',
  moveTo: 'Chuyển vào thư mục',
  move: 'Chuyển',
  describe: 'Ghi vào các tệp đã chọn',
  fields: {
    description: 'Lời mô tả',
    author: 'Tác giả, người chụp',
    source: 'Nguồn',
    licence: 'Được dùng theo',
  },
  chooseFiles: 'Hãy đánh dấu ít nhất một tệp trong danh sách.',
  nothingTyped: 'Hãy điền ít nhất một ô để ghi vào các tệp đã chọn.',
  done: {
    chuyen: 'Đã chuyển các tệp.',
    ghi: 'Đã lưu.',
    bo: 'Đã bỏ tệp khỏi kho. Tệp vẫn ở mục “Đã bỏ khỏi kho”, lấy lại được.',
    lai: 'Đã lấy tệp về kho.',
    thumuc: 'Đã lưu thư mục.',
    bothumuc: 'Đã bỏ thư mục; các tệp trong đó nằm ở thư mục trên.',
    datkho: 'Đã lưu cách giữ ảnh.',
    phude: 'Đã lưu phụ đề.',
    anhbia: 'Đã lưu ảnh bìa.',
  } as Record<string, string>,
  // settings
  settings: 'Cách giữ ảnh của kho này',
  keepOriginals: 'Giữ cả ảnh gốc như lúc tải lên',
  keepOriginalsHelp:
    'Ảnh gốc chỉ người làm ở cổng này tải về được, không bao giờ công khai, vì có thể còn thông tin máy ảnh và nơi chụp. Tốn chỗ hơn nhiều lần.',
  save: 'Lưu',
  // scans
  scan: {
    off: 'Chưa quét mã độc (máy chủ chưa nối máy quét)',
    waiting: 'Chưa quét vì máy quét không trả lời; chưa cho người đọc xem, máy sẽ tự quét lại',
    clean: 'Đã quét, không có mã độc',
    infected: 'Có mã độc, không ai mở được',
  },
  scanShort: { off: '', waiting: 'Chờ quét mã độc', clean: '', infected: 'Có mã độc' },
};

const en: typeof vi = {
  title: 'Pictures and files',
  upload: 'Upload files',
  uploadNote:
    'Pictures are turned upright, made at most 1,600 pixels wide and freed of camera and place data. Other files stay as they are.',
  files: 'Files on your computer',
  filesMany: (n: number, megabytes: string) =>
    `You can choose several. Where JavaScript does not run, at most ${n} files at a time, of ${megabytes} each.`,
  limits: 'What is taken, and how large',
  groups: {
    picture: 'Pictures',
    document: 'Documents',
    text: 'Text files',
    archive: 'Archives',
    sound: 'Sound',
    film: 'Films',
  },
  groupLimit: (group: string, kinds: string, most: string) => `${group} (${kinds}): up to ${most}`,
  send: 'Add to the library',
  portal: 'Portal',
  kind: 'Kind',
  all: 'All',
  search: 'Search name, description, author',
  name: 'File name',
  caption: (portal: string) => `Files in the library of ${portal}`,
  picture: 'Preview',
  facts: 'Type, size',
  addedWhen: 'Uploaded',
  use: 'In use',
  isPublic: 'Shown by something published',
  notPublic: 'Not public',
  noDescription: 'No description yet',
  empty: 'No file fits. Clear the filter, open another folder, or upload one above.',
  added: (n: number) => (n === 1 ? '1 file was added.' : `${n} files were added.`),
  problems: 'Something could not be done',
  choose: 'Choose at least one file, then press “Add to the library”.',
  widthHeight: (w: number, h: number) => `${w} × ${h} pixels`,
  folders: 'Folders',
  allFolders: 'Whole library',
  loose: 'In no folder',
  removedOnes: 'Taken out',
  here: 'Shown now',
  folder: 'Folder',
  folderNew: 'Make a folder here',
  folderName: 'Name of the folder',
  folderMake: 'Make the folder',
  folderChange: 'Rename, move or remove this folder',
  folderParent: 'Lies in',
  folderTop: 'Topmost',
  folderSave: 'Save the folder',
  folderRemove: 'Remove the folder',
  folderRemoveNote: 'Files and folders in it go to the folder above; no file is lost.',
  view: 'View',
  list: 'List',
  grid: 'Grid of pictures',
  exportList: 'Export the list (CSV)',
  exported: { bytes: 'Size (bytes)', by: 'Uploaded by', address: 'Address' },
  select: (name: string) => `Choose ${name}`,
  many: 'With the chosen files',
  manyNote: 'What is left empty stays as it is.',
  moveTo: 'Move into the folder',
  move: 'Move',
  describe: 'Write into the chosen files',
  fields: {
    description: 'Description',
    author: 'Author, photographer',
    source: 'Source',
    licence: 'Used by leave of',
  },
  chooseFiles: 'Tick at least one file in the list.',
  nothingTyped: 'Fill in at least one field to write into the chosen files.',
  done: {
    chuyen: 'The files were moved.',
    ghi: 'Saved.',
    bo: 'The file was taken out of the library. It is still under “Taken out” and can be put back.',
    lai: 'The file is back in the library.',
    thumuc: 'The folder was saved.',
    bothumuc: 'The folder was removed; its files lie in the folder above.',
    datkho: 'How pictures are kept was saved.',
    phude: 'The captions were saved.',
    anhbia: 'The poster was saved.',
  },
  settings: 'How this library keeps pictures',
  keepOriginals: 'Keep pictures also as they were sent',
  keepOriginalsHelp:
    'Only those who work on this portal can download them; they are never public, since they may hold camera and place data. This takes several times the space.',
  save: 'Save',
  scan: {
    off: 'Not scanned for malware (the server has no scanner)',
    waiting:
      'Not scanned because the scanner does not answer; readers are not given it yet, it will be scanned by itself',
    clean: 'Scanned, no malware',
    infected: 'Holds malware, nobody can open it',
  },
  scanShort: { off: '', waiting: 'Waits for the scan', clean: '', infected: 'Holds malware' },
};

export type MediaWords = typeof vi;

export function mediaWords(lang: Lang): MediaWords {
  return lang === 'vi' ? vi : en;
}

/** "PDF, 212 KB"; decimal comma in Vietnamese. */
export function sizeWords(sizeBytes: number, lang: Lang): string {
  return sizeBytes >= 1_000_000
    ? `${number(sizeBytes / 1_000_000, lang)} MB`
    : `${number(Math.max(1, Math.round(sizeBytes / 1_000)), lang)} KB`;
}

/** One line a group of kinds, for the help at the field: what is taken and how large. */
export function limitLines(lang: Lang): string[] {
  const w = mediaWords(lang);
  return GROUPS.map((group) => {
    const { kinds, mostBytes } = KIND_GROUPS[group];
    const named = kinds.map((kind) => kind.toUpperCase()).join(', ');
    return w.groupLimit(w.groups[group], named, sizeWords(mostBytes, lang));
  });
}

/** What a reader knows of a file before opening it: "PDF, 212 KB". */
export function fileFacts(file: { name: string; sizeBytes: number }, lang: Lang): string {
  const ending = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toUpperCase() ?? '';
  return [ending, sizeWords(file.sizeBytes, lang)].filter(Boolean).join(', ');
}
