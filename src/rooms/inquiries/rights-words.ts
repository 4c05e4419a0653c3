import type { Lang, Words } from '../../rules/lang.ts';
import type { AskerFieldCode } from '../../rules/profile/index.ts';
import type { Given, Right } from './rights-rules.ts';

/** What one asks for, as a title. */
export const RIGHT_WORDS: Readonly<Record<Right, Words>> = {
  view: { vi: 'Xem, nhận bản sao dữ liệu đang lưu', en: 'See and receive what is stored' },
  correct: { vi: 'Chỉnh sửa dữ liệu sai', en: 'Correct what is wrong' },
  withdraw: { vi: 'Rút sự đồng ý', en: 'Withdraw a consent' },
  restrict: { vi: 'Hạn chế xử lý', en: 'Restrict the handling' },
  object: { vi: 'Phản đối xử lý', en: 'Object to the handling' },
  delete: { vi: 'Xóa dữ liệu', en: 'Delete the data' },
};

/** What comes of it. */
export const RIGHT_NOTES: Readonly<Record<Right, Words>> = {
  view: {
    vi: 'Cơ quan gửi giấy xác nhận đầy đủ kèm câu trả lời.',
    en: 'The body answers with a full certificate.',
  },
  correct: {
    vi: 'Ghi rõ ô nào sai và giá trị đúng. Cơ quan đã nhận dữ liệu sẽ được báo để sửa theo.',
    en: 'Say which field is wrong and what is right. Bodies that were given it are told.',
  },
  withdraw: {
    vi: 'Ví dụ: thôi nhận thư điện tử về các bước giải quyết.',
    en: 'For example: no more e-mails about each step.',
  },
  restrict: {
    vi: 'Chỉ Ban Biên tập còn đọc được thư; những người khác không thấy nữa.',
    en: 'Only the editorial board can still read it; nobody else sees it.',
  },
  object: {
    vi: 'Nêu việc xử lý nào bạn phản đối và vì sao.',
    en: 'Say which handling you object to, and why.',
  },
  delete: {
    vi: 'Xóa khỏi hệ thống, không khôi phục được. Nơi quy chế buộc lưu thì xóa sau ngày ấy.',
    en: 'Deleted for good. Where a regulation makes us keep it, deleted after that day.',
  },
};

/** What the portal may keep of who asks, by the codes of the profile. */
export const FIELD_WORDS: Readonly<Record<AskerFieldCode | 'email' | 'phone' | 'postal', Words>> = {
  name: { vi: 'Họ tên hoặc tên tổ chức', en: 'Name' },
  nationality: { vi: 'Quốc tịch', en: 'Nationality' },
  occupation: { vi: 'Nghề nghiệp', en: 'Occupation' },
  addressStreet: { vi: 'Số nhà, đường, thôn', en: 'House number, street, hamlet' },
  addressCommune: { vi: 'Xã, phường', en: 'Commune or ward' },
  addressDistrict: { vi: 'Huyện', en: 'District' },
  addressProvince: { vi: 'Tỉnh, thành phố', en: 'Province or city' },
  representative: { vi: 'Người đại diện', en: 'Representative' },
  representativeTitle: { vi: 'Chức vụ người đại diện', en: 'Position of the representative' },
  licence: { vi: 'Số quyết định, giấy phép', en: 'Number of the licence' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  postal: { vi: 'Địa chỉ nhận thư', en: 'Postal address' },
};

/** Why somebody was given it. */
export const GIVEN_WORDS: Readonly<Partial<Record<Given['move'], Words>>> = {
  receive: { vi: 'nơi nhận thư đầu tiên', en: 'where it was sent' },
  forward: { vi: 'được chuyển đến để giải quyết', en: 'it was passed on to be handled' },
  follow: {
    vi: 'được chuyển đến cùng thư đã gộp vào, để giải quyết',
    en: 'passed on with the one it was joined to',
  },
  askBodies: { vi: 'được mời phối hợp', en: 'asked to contribute' },
  sendOut: { vi: 'được chuyển đến, ngoài hệ thống này', en: 'it was passed on, outside this system' },
};

export const CONSENT_WORDS: Readonly<Record<string, Words>> = {
  reply: { vi: 'nhận thư điện tử về thư này', en: 'to be written to by e-mail' },
  publish: {
    vi: 'đăng câu hỏi đã che thông tin về bạn',
    en: 'to have the question published without naming you',
  },
};

const vi = {
  home: 'Trang đầu',
  section: 'Hỏi – Đáp',
  title: 'Dữ liệu cá nhân của bạn',
  lead: 'Xem cổng đang lưu những gì về bạn, ai đã nhận, và yêu cầu chỉnh sửa, hạn chế hoặc xóa. Trước hết cho biết dữ liệu nào là của bạn.',
  fixTitle: (n: number) => (n === 1 ? 'Có 1 chỗ cần sửa' : `Có ${n} chỗ cần sửa`),
  errorTitle: (title: string) => `Cần sửa: ${title}`,
  byCode: 'Có mã của thư đã gửi',
  byCodeNote: 'Mã mở một thư và các phần tách ra từ thư ấy.',
  code: 'Mã tra cứu',
  openByCode: 'Xem dữ liệu',
  byMail: 'Đã ghi thư điện tử khi gửi',
  byMailNote:
    'Chúng tôi gửi một liên kết đến địa chỉ ấy. Liên kết mở mọi thư đã gửi kèm địa chỉ, dùng được một lần, trong 30 phút.',
  email: 'Thư điện tử',
  sendLink: 'Gửi liên kết cho tôi',
  linkSent: 'Đã nhận yêu cầu gửi liên kết',
  linkSentText:
    'Nếu địa chỉ ấy đã từng gửi thư đến đây, liên kết sẽ đến trong ít phút. Nếu không thấy, hãy xem mục thư rác hoặc dùng mã của thư.',
  tooMany: 'Bạn đã xin nhiều liên kết trong một phút. Hãy đợi một phút rồi thử lại.',
  periods: 'Cơ quan phải làm trong bao lâu',
  rightsTitle: 'Bạn có quyền',
  purpose: 'Vì sao phải hỏi bạn là ai',
  purposeText:
    'Để không ai khác xem được dữ liệu của bạn. Mã và địa chỉ ghi ở đây chỉ dùng để tìm thư của bạn, không lưu thêm.',
  openTitle: 'Mở dữ liệu của bạn',
  openText: 'Liên kết dùng được một lần. Bấm nút để mở; trang tự đóng sau 30 phút.',
  openButton: 'Mở dữ liệu của tôi',
  deadTitle: 'Liên kết không còn dùng được',
  deadText: 'Liên kết đã được mở, hoặc đã quá 30 phút. Hãy xin liên kết mới.',
  askAgain: 'Xin liên kết mới',
  overTitle: 'Hãy cho biết lại bạn là ai',
  overText: 'Trang này chỉ mở 30 phút rồi tự đóng, để người khác dùng cùng máy không xem được.',
  ownTitle: 'Những gì đang lưu về bạn',
  ownLead: (n: number) => (n === 1 ? 'Có 1 thư đang lưu.' : `Có ${n} thư đang lưu.`),
  until: (at: string) => `Trang này đóng lúc ${at}.`,
  certificate: 'Giấy xác nhận để in',
  leave: 'Đóng ngay',
  number: (intake: string, id: number) => `${intake} số ${id}`,
  sentAt: 'Gửi lúc',
  state: 'Tình trạng',
  holder: 'Cơ quan đang giữ',
  held: 'Đang lưu về bạn',
  heldNone: 'không có thông tin nào về người gửi',
  restricted: 'Đang hạn chế: chỉ Ban Biên tập đọc được',
  given: 'Ai đã nhận',
  mails: 'Thư điện tử đã gửi cho bạn',
  mailSent: 'đã gửi',
  mailWaiting: 'đang chờ gửi',
  mailFailed: 'không gửi được',
  mailsNone: 'không có',
  more: 'Lưu gì, ai đã nhận',
  toRequest: 'Gửi yêu cầu',
  requestTitle: 'Gửi yêu cầu',
  requestLead: 'Yêu cầu được giữ kín, chỉ Ban Biên tập của cơ quan đang giữ thư đọc.',
  right: 'Bạn muốn gì?',
  about: 'Về thư nào?',
  text: 'Nói rõ thêm',
  textHelp: 'Với yêu cầu chỉnh sửa: ô nào sai, giá trị đúng là gì. Với phản đối: việc nào, vì sao.',
  reply: 'Tôi đồng ý nhận thư điện tử về yêu cầu này, ở địa chỉ đã ghi khi gửi thư',
  replyHelp: 'Không đánh dấu thì bạn xem trả lời bằng mã của yêu cầu.',
  send: 'Gửi yêu cầu',
  aboutLine: (ids: readonly number[]) => `Về thư số ${ids.join(', ')}.`,
  problems: {
    right: 'Chọn một yêu cầu.',
    about: 'Chọn ít nhất một thư.',
    text: 'Ghi rõ ít nhất 10 ký tự: điều gì sai, điều gì đúng, hoặc bạn phản đối việc nào.',
    textLong: (most: number) => `Ô này nhận nhiều nhất ${most} ký tự. Hãy rút gọn.`,
  },
  receivedTitle: 'Biên nhận yêu cầu',
  receivedHead: (body: string) => `${body} đã nhận yêu cầu của bạn`,
  receivedKeep: 'Hãy giữ mã này. Với mã, bạn theo dõi yêu cầu và đọc trả lời.',
  receivedMany: 'Thư của bạn do nhiều cơ quan giữ, nên mỗi cơ quan nhận một yêu cầu với mã và hạn riêng.',
  follow: 'Trang theo dõi của riêng bạn',
  reactBy: 'Phản hồi chậm nhất',
  doneBy: 'Thực hiện chậm nhất',
  noDue: 'văn bản không đặt số ngày',
  certificateTitle: 'Giấy xác nhận dữ liệu cá nhân đang lưu',
  certificateLead: (portal: string, at: string) =>
    `${portal} xác nhận: đến ${at}, hệ thống lưu những dữ liệu sau về người đã chứng minh là chủ của dữ liệu.`,
  certificateEnd:
    'Dữ liệu được mã hóa trước khi vào cơ sở dữ liệu. Ngoài ra hệ thống giữ một mã băm của mã tra cứu và của thư điện tử, chỉ để tìm lại, không đọc ngược được.',
  what: 'Nội dung đã gửi',
  notes: 'Bổ sung của bạn',
  files: 'Tệp kèm theo',
  answer: 'Trả lời của cơ quan',
  consents: 'Bạn đã đồng ý',
  consentsNone: 'không có sự đồng ý nào',
  print: 'In giấy này',
  back: 'Trở lại dữ liệu của bạn',
};

const en: typeof vi = {
  home: 'Home',
  section: 'Questions',
  title: 'Your personal data',
  lead: 'See what this portal keeps about you and who was given it, and have it corrected, restricted or deleted. First say which data are yours.',
  fixTitle: (n) => (n === 1 ? 'There is 1 thing to put right' : `There are ${n} things to put right`),
  errorTitle: (title) => `To put right: ${title}`,
  byCode: 'I have the code of what I sent',
  byCodeNote: 'A code opens one inquiry and the parts it was split into.',
  code: 'Code',
  openByCode: 'See the data',
  byMail: 'I gave an e-mail address',
  byMailNote:
    'We send a link to that address. It opens everything that was sent with the address, works once, and for 30 minutes.',
  email: 'E-mail',
  sendLink: 'Send me a link',
  linkSent: 'We have taken your request for a link',
  linkSentText:
    'If anything was sent here with that address, the link arrives within minutes. If it does not, look among the spam, or use the code of what you sent.',
  tooMany: 'You asked for many links within a minute. Wait a minute and try again.',
  periods: 'How long the body has',
  rightsTitle: 'You may',
  purpose: 'Why we ask who you are',
  purposeText:
    'So that nobody else sees your data. The code and the address you type here only find what you sent; nothing more is stored.',
  openTitle: 'Open your data',
  openText: 'The link works once. Press the button to open; the page closes by itself after 30 minutes.',
  openButton: 'Open my data',
  deadTitle: 'This link no longer works',
  deadText: 'It was opened before, or is older than 30 minutes. Ask for a new one.',
  askAgain: 'Ask for a new link',
  overTitle: 'Please say again who you are',
  overText: 'This page stays open for 30 minutes only, so that others at the same computer cannot see it.',
  ownTitle: 'What is stored about you',
  ownLead: (n) => (n === 1 ? '1 inquiry is stored.' : `${n} inquiries are stored.`),
  until: (at) => `This page closes at ${at}.`,
  certificate: 'Certificate for printing',
  leave: 'Close now',
  number: (intake, id) => `${intake} ${id}`,
  sentAt: 'Sent at',
  state: 'State',
  holder: 'Body that has it',
  held: 'Stored about you',
  heldNone: 'nothing about who sent it',
  restricted: 'Restricted: only the editorial board can read it',
  given: 'Who was given it',
  mails: 'E-mails sent to you',
  mailSent: 'sent',
  mailWaiting: 'waiting to be sent',
  mailFailed: 'could not be sent',
  mailsNone: 'none',
  more: 'What is kept, who was given it',
  toRequest: 'Send a request',
  requestTitle: 'Send a request',
  requestLead: 'It is confidential: only the editorial board of the body that has the inquiry reads it.',
  right: 'What do you want?',
  about: 'About which?',
  text: 'More exactly',
  textHelp: 'For a correction: which field is wrong and what is right. For an objection: to what, and why.',
  reply: 'I agree to be written to about this request, at the address I gave',
  replyHelp: 'Without it you read the answer with the code of the request.',
  send: 'Send the request',
  aboutLine: (ids) => `About inquiry ${ids.join(', ')}.`,
  problems: {
    right: 'Choose what you want.',
    about: 'Choose at least one inquiry.',
    text: 'Write at least 10 characters: what is wrong, what is right, or what you object to.',
    textLong: (most) => `At most ${most} characters fit here. Shorten it.`,
  },
  receivedTitle: 'Receipt of your request',
  receivedHead: (body) => `${body} has received your request`,
  receivedKeep: 'Keep this code. With it you follow the request and read the answer.',
  receivedMany:
    'Several bodies have what you sent, so each gets a request with a code and a time of its own.',
  follow: 'Your private page',
  reactBy: 'First reply by',
  doneBy: 'Carried out by',
  noDue: 'no text sets a number of days',
  certificateTitle: 'Certificate of the personal data stored',
  certificateLead: (portal, at) =>
    `${portal} certifies that at ${at} the system stores the following about the person who showed that the data are theirs.`,
  certificateEnd:
    'The data are encrypted before they reach the database. The system also keeps a keyed digest of the code and of the e-mail address, which only finds them again and cannot be read back.',
  what: 'What was sent',
  notes: 'What you added',
  files: 'Files',
  answer: 'Answer of the body',
  consents: 'You agreed',
  consentsNone: 'to nothing',
  print: 'Print this certificate',
  back: 'Back to your data',
};

const words = { vi, en };
export type RightsWords = typeof vi;

export function rightsWords(lang: Lang): RightsWords {
  return words[lang];
}

/** The mail with the link. */
export const LINK_MAIL = {
  vi: {
    subject: 'Liên kết mở dữ liệu cá nhân của ông/bà',
    greeting: 'Kính gửi ông/bà,',
    paragraphs: [
      'Có người vừa xin xem dữ liệu cá nhân lưu với địa chỉ thư điện tử này. Nếu là ông/bà, hãy mở liên kết dưới đây trong 30 phút; liên kết dùng được một lần.',
      'Nếu không phải ông/bà, xin bỏ qua thư này: không có liên kết thì không ai xem được gì.',
    ],
    action: 'Mở dữ liệu của tôi',
  },
  en: {
    subject: 'Link to your personal data',
    greeting: 'Dear Sir or Madam,',
    paragraphs: [
      'Somebody asked to see the personal data stored with this e-mail address. If it was you, open the link below within 30 minutes; it works once.',
      'If it was not you, please ignore this mail: without the link nobody sees anything.',
    ],
    action: 'Open my data',
  },
} as const;
