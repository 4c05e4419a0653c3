import type { Words } from '../../rules/lang.ts';
import type { AskerFieldCode } from '../../rules/profile/index.ts';

const FIELDS: Readonly<Record<AskerFieldCode, Words>> = {
  name: { vi: 'Ghi họ và tên.', en: 'Give the full name.' },
  nationality: {
    vi: 'Ghi quốc tịch, ví dụ: Việt Nam.',
    en: 'Give the nationality, for example: Vietnamese.',
  },
  occupation: { vi: 'Ghi nghề nghiệp, ví dụ: làm nông.', en: 'Give the occupation, for example: farmer.' },
  addressStreet: {
    vi: 'Ghi số nhà, đường; ở nông thôn ghi thôn, bản, tổ.',
    en: 'Give house number and street, or the hamlet.',
  },
  addressCommune: {
    vi: 'Ghi xã hoặc phường nơi bạn đang sống, học tập hoặc làm việc.',
    en: 'Give the commune or ward where you live, study or work.',
  },
  addressDistrict: { vi: 'Ghi huyện hoặc thành phố.', en: 'Give the district or city.' },
  addressProvince: { vi: 'Ghi tỉnh hoặc thành phố.', en: 'Give the province or city.' },
  representative: {
    vi: 'Ghi họ và tên người đại diện của tổ chức.',
    en: 'Give the name of the person who represents the organisation.',
  },
  representativeTitle: { vi: 'Ghi chức vụ của người đại diện.', en: 'Give the representative’s position.' },
  licence: {
    vi: 'Ghi số quyết định thành lập hoặc giấy phép.',
    en: 'Give the number of the establishment decision or licence.',
  },
};

/** Every sentence of a refused form of the public. Each says what to do. */
export const PROBLEMS = {
  fields: FIELDS,
  intake: { vi: 'Chọn điều bạn góp ý trong danh sách.', en: 'Choose what the remark is about.' },
  topic: { vi: 'Chọn một lĩnh vực trong danh sách.', en: 'Choose a field from the list.' },
  title: {
    vi: 'Ghi tiêu đề, ít nhất 5 ký tự: điều bạn muốn hỏi, trong một câu.',
    en: 'Give a title of at least 5 characters: what it is about, in one sentence.',
  },
  titleLong: (length: number, most: number): Words => ({
    vi: `Tiêu đề dài ${length} ký tự, nhiều nhất là ${most}. Hãy rút gọn; phần còn lại ghi ở ô nội dung.`,
    en: `The title has ${length} characters; at most ${most} fit. Shorten it and put the rest into the text.`,
  }),
  text: {
    vi: 'Ghi nội dung, ít nhất 10 ký tự: việc gì, ở đâu, bạn muốn biết điều gì.',
    en: 'Write the text, at least 10 characters: what happened, where, what you want to know.',
  },
  textLong: (length: number, most: number): Words => ({
    vi: `Nội dung dài ${length} ký tự, nhiều nhất là ${most}. Hãy rút gọn hoặc gửi phần dài thành tệp ở bước 3.`,
    en: `The text has ${length} characters; at most ${most} fit. Shorten it, or send the long part as a file in step 3.`,
  }),
  lineLong: (most: number): Words => ({
    vi: `Ô này nhận nhiều nhất ${most} ký tự. Hãy rút gọn.`,
    en: `At most ${most} characters fit here. Shorten it.`,
  }),
  isForeigner: {
    vi: 'Chọn một câu: người nước ngoài được trả lời thêm bằng tiếng Anh.',
    en: 'Choose one: foreigners are also answered in English.',
  },
  email: {
    vi: 'Thư điện tử chưa đúng dạng, ví dụ đúng: ten@vidu.vn. Không có thì để trống.',
    en: 'This is no e-mail address; one looks like name@example.vn. Leave it empty if you have none.',
  },
  emailEnd: {
    vi: 'Thư điện tử thiếu phần sau dấu @, ví dụ đúng: ten@vidu.vn. Không có thì để trống.',
    en: 'The e-mail address lacks what follows the @, for example name@example.vn. Leave it empty if you have none.',
  },
  phone: {
    vi: 'Số điện thoại cần từ 8 đến 15 chữ số. Không có thì để trống.',
    en: 'A telephone number has 8 to 15 figures. Leave it empty if you have none.',
  },
  consentReply: {
    vi: 'Bạn đã ghi thư điện tử. Hãy đánh dấu đồng ý nhận tin qua thư ấy, hoặc quay lại bước 2 và xóa đi.',
    en: 'You gave an e-mail address. Tick that you agree to be written to, or go back to step 2 and remove it.',
  },
  filesMany: (most: number): Words => ({
    vi: `Mỗi thư gửi được nhiều nhất ${most} tệp. Hãy chọn lại.`,
    en: `At most ${most} files can be sent. Choose again.`,
  }),
  fileLarge: (name: string): Words => ({
    vi: `Tệp “${name}” lớn hơn 10 MB. Hãy nén hoặc chia nhỏ rồi chọn lại các tệp.`,
    en: `The file “${name}” is larger than 10 MB. Compress or split it and choose the files again.`,
  }),
  fileEmpty: (name: string): Words => ({
    vi: `Tệp “${name}” trống. Hãy kiểm tra rồi chọn lại các tệp.`,
    en: `The file “${name}” is empty. Check it and choose the files again.`,
  }),
  fileKind: (name: string): Words => ({
    vi: `Tệp “${name}” không phải PDF, DOCX, ODT, JPG hay PNG. Hãy lưu thành một trong các loại ấy rồi chọn lại các tệp.`,
    en: `The file “${name}” is no PDF, DOCX, ODT, JPG or PNG. Save it as one of these and choose the files again.`,
  }),
  sum: {
    vi: 'Kết quả phép tính chưa đúng. Ghi bằng chữ số hoặc bằng chữ đều được.',
    en: 'The sum is not right. Answer in figures or in words.',
  },
  sumNeeded: {
    vi: 'Cổng đang nhận rất nhiều thư từ máy tự động. Hãy trả lời phép tính cuối trang rồi bấm gửi lần nữa.',
    en: 'Machines are sending a great many letters just now. Answer the sum at the end of the page and press send again.',
  },
  tooSoon: {
    vi: 'Thư được gửi nhanh hơn người viết kịp. Hãy đọc lại một lượt rồi bấm gửi lần nữa.',
    en: 'This was sent faster than anyone can write. Read it through once and press send again.',
  },
  tooOld: {
    vi: 'Trang này mở đã lâu. Những gì bạn ghi vẫn còn; hãy bấm gửi lần nữa.',
    en: 'This page has been open for long. What you wrote is still here; press send again.',
  },
  sentBefore: {
    vi: 'Biểu mẫu này đã được gửi một lần; phần bạn vừa sửa chưa được gửi. Bấm gửi lần nữa để gửi thành một thư mới, hoặc dùng mã của thư trước để bổ sung.',
    en: 'This form was sent once; what you have changed since was not. Press send again to send it as a new letter, or add to the first one with its code.',
  },
  trap: {
    vi: 'Một ô dành riêng cho máy đã bị điền, có thể do trình duyệt tự điền. Chúng tôi đã xóa ô ấy; hãy bấm gửi lần nữa.',
    en: 'A box meant for machines was filled in, perhaps by your browser. It is empty again; press send once more.',
  },
  code: {
    vi: 'Mã chưa đúng: mã có 12 chữ và số, ví dụ 7K2M-9QPA-X4TD. Hãy xem lại biên nhận hoặc thư điện tử.',
    en: 'The code is mistyped: it has 12 letters and figures, such as 7K2M-9QPA-X4TD. Look at the receipt or the e-mail again.',
  },
  codeUnknown: {
    vi: 'Không tìm thấy thư nào có mã này. Hãy xem lại từng ký tự trên biên nhận.',
    en: 'Nothing was found with this code. Check every character against the receipt.',
  },
  codeTries: {
    vi: 'Bạn đã thử nhiều mã trong một phút. Hãy đợi một phút rồi thử lại.',
    en: 'Many codes were tried within a minute. Wait a minute and try again.',
  },
  noteLong: (length: number, most: number): Words => ({
    vi: `Nội dung dài ${length} ký tự, nhiều nhất là ${most}. Hãy rút gọn.`,
    en: `The text has ${length} characters; at most ${most} fit. Shorten it.`,
  }),
  sure: {
    vi: 'Đánh dấu vào ô trên nếu bạn thật sự muốn rút thư.',
    en: 'Tick the box above if you really want to withdraw it.',
  },
} as const;
