import type { Lang, Words } from '../../rules/lang.ts';

/** Why something of a folder was not read. */
export const FOLDER_WORDS = {
  missing: (folder: string): Words => ({
    vi: `Không mở được thư mục “${folder}”. Hãy kiểm tra đường dẫn và quyền đọc.`,
    en: `The folder “${folder}” cannot be opened. Check the path and the right to read it.`,
  }),
  unreadable: {
    vi: 'Không mở được thư mục con này (thiếu quyền đọc).',
    en: 'This folder cannot be opened (no right to read it).',
  },
  hidden: { vi: 'Tệp ẩn của hệ thống, không đọc.', en: 'A hidden file of the system, not read.' },
  link: {
    vi: 'Liên kết (symlink) không được đi theo. Hãy chép tệp thật vào thư mục.',
    en: 'Links are not followed. Copy the real file into the folder.',
  },
  noFile: { vi: 'Không phải tệp thường, không đọc.', en: 'Not an ordinary file, not read.' },
  tooDeep: (depth: number): Words => ({
    vi: `Thư mục lồng sâu hơn ${depth} tầng, không đọc. Hãy nhập riêng thư mục này.`,
    en: `Folders nested more than ${depth} deep are not read. Import this one by itself.`,
  }),
  tooMany: (files: number): Words => ({
    vi: `Quá ${files} tệp một lần, tệp này chưa đọc. Hãy chia thư mục rồi nhập tiếp.`,
    en: `More than ${files} files at once; this one was not read. Divide the folder and import the rest.`,
  }),
};

export const DRAFT_WORDS = {
  titleLong: {
    vi: 'Tiêu đề dài hơn 300 ký tự. Hãy rút gọn khi soát.',
    en: 'The title is longer than 300 characters. Shorten it when checking.',
  },
} satisfies Record<string, Words>;

export const OUTCOME_WORDS = {
  sameFile: (title: string, itemId: number): Words => ({
    vi: `Tệp này đã nhập ở bài số ${itemId} (“${title}”), không nhập lần nữa.`,
    en: `This file was taken in with item ${itemId} (“${title}”) and is not taken in again.`,
  }),
  sameLibraryFile: {
    vi: 'Tệp này đã có trong kho của cổng, không nhập lần nữa. Nếu chưa có bài, hãy viết bài và đính kèm tệp từ kho.',
    en: 'This file is in the library of the portal and is not taken in again. If there is no item yet, write one and attach the file from the library.',
  },
  sameNumber: (number: string, title: string, itemId: number): Words => ({
    vi: `Văn bản số ${number} đã có ở bài số ${itemId} (“${title}”), không nhập lần nữa. Nếu là bản sửa, hãy mở bản mới của bài ấy.`,
    en: `Text ${number} is there as item ${itemId} (“${title}”) and is not taken in again. If this is a corrected text, open a new edition of that item.`,
  }),
  failed: {
    vi: 'Máy gặp lỗi khi nhập tệp này; không giữ lại gì của tệp. Hãy thử lại, nếu vẫn lỗi thì báo quản trị kỹ thuật.',
    en: 'The machine failed on this file and kept nothing of it. Try again; if it fails again, tell the technical administrator.',
  },
  away: {
    vi: 'Cơ sở dữ liệu không trả lời nên đã dừng ở đây. Khi nó trở lại, hãy chạy lại: tệp đã nhập sẽ không bị nhập hai lần.',
    en: 'The database does not answer, so it stopped here. When it is back, run it again: nothing is taken in twice.',
  },
  outOfTime: {
    vi: 'Chưa kịp đọc trong lượt này. Hãy gửi lại tệp này.',
    en: 'There was no time left to read it. Send this file again.',
  },
  sectionMissing: {
    vi: 'Hãy chọn chuyên mục để nhập vào.',
    en: 'Choose the section to take the files into.',
  },
};

const vi = {
  rail: 'Nhập văn bản',
  title: 'Nhập văn bản từ tệp',
  lead: 'Mỗi tệp thành một bản thảo, tệp gốc được đính kèm. Bài chỉ công khai sau khi người khác soát và duyệt.',
  section: 'Chuyên mục',
  files: 'Tệp trên máy của bạn',
  filesHelp: 'Nhiều nhất 20 tệp một lần: .docx, .odt, .pdf, .html hoặc .txt, mỗi tệp không quá 50 MB.',
  noClock: 'Văn bản cũ: không đếm thời hạn đăng',
  noClockHelp: 'Chọn khi nhập kho văn bản đã ban hành từ lâu.',
  send: 'Đọc và tạo bản thảo',
  errors: 'Chưa nhập được',
  chooseFiles: 'Hãy chọn ít nhất một tệp.',
  chooseSection: 'Hãy chọn chuyên mục.',
  noPortal: 'Bạn chưa có quyền viết bài ở cổng nào, hoặc cổng chưa có chuyên mục.',
  reportTitle: 'Kết quả nhập',
  summary: (taken: number, duplicate: number, refused: number) =>
    [
      `${taken} tệp thành bản thảo`,
      duplicate ? `${duplicate} tệp đã có từ trước` : '',
      refused ? `${refused} tệp không đọc được` : '',
    ]
      .filter(Boolean)
      .join(', '),
  outcomes: { taken: 'Đã tạo bản thảo', duplicate: 'Đã có', refused: 'Không nhận', failed: 'Lỗi máy' },
  columns: { file: 'Tệp', outcome: 'Kết quả', text: 'Đọc được gì, cần xem gì' },
  facts: {
    number: 'Số',
    type: 'Loại',
    issuer: 'Cơ quan',
    issuedOn: 'Ban hành',
    inForceFrom: 'Hiệu lực',
    signer: 'Người ký',
    place: 'Nơi',
  } as Record<string, string>,
  open: 'Mở bài',
};

const en: typeof vi = {
  rail: 'Import texts',
  title: 'Import texts from files',
  lead: 'Each file becomes a draft with the original attached. An item is public only after somebody else has checked and approved it.',
  section: 'Section',
  files: 'Files on your computer',
  filesHelp: 'At most 20 at a time: .docx, .odt, .pdf, .html or .txt, each up to 50 MB.',
  noClock: 'Old texts: do not count the time limit for publishing',
  noClockHelp: 'Choose this for an archive of texts issued long ago.',
  send: 'Read and make drafts',
  errors: 'Nothing was imported',
  chooseFiles: 'Choose at least one file.',
  chooseSection: 'Choose a section.',
  noPortal: 'You may not write items on any portal yet, or the portal has no section.',
  reportTitle: 'Result of the import',
  summary: (taken, duplicate, refused) =>
    [
      `${taken} ${taken === 1 ? 'file became a draft' : 'files became drafts'}`,
      duplicate ? `${duplicate} there already` : '',
      refused ? `${refused} could not be read` : '',
    ]
      .filter(Boolean)
      .join(', '),
  outcomes: {
    taken: 'Draft made',
    duplicate: 'There already',
    refused: 'Not taken',
    failed: 'Machine failed',
  },
  columns: { file: 'File', outcome: 'Result', text: 'What was read, what to look at' },
  facts: {
    number: 'Number',
    type: 'Kind',
    issuer: 'Issuer',
    issuedOn: 'Issued',
    inForceFrom: 'In force',
    signer: 'Signer',
    place: 'Place',
  },
  open: 'Open the item',
};

export type ImportWords = typeof vi;

export function importWords(lang: Lang): ImportWords {
  return lang === 'vi' ? vi : en;
}
