import type { Lang, Words } from '../../rules/lang.ts';
import type { DutyVariant } from '../../rules/profile/index.ts';
import type { Intake } from './intakes.ts';

/** What each intake is for, to someone who has never used it. */
export const INTAKE_PURPOSES: Readonly<Record<Intake, Words>> = {
  question: {
    vi: 'Hỏi cơ quan nhà nước về quy định, chính sách, thủ tục. Câu hỏi nhận suốt ngày đêm, mọi ngày.',
    en: 'Ask a public body about rules, policies and procedures. Questions are taken day and night, every day.',
  },
  feedback: {
    vi: 'Phản ánh vướng mắc do quy định hành chính gây ra, hoặc kiến nghị sửa quy định.',
    en: 'Report a difficulty that an administrative rule causes, or propose a better rule.',
  },
  complaint: {
    vi: 'Kênh riêng, không phải mục hỏi đáp: thư được giữ kín, chỉ Ban Biên tập đọc, không bao giờ đăng, và được chuyển đến cơ quan có thẩm quyền giải quyết theo pháp luật về khiếu nại, tố cáo.',
    en: 'A channel of its own, apart from questions: kept confidential, read by the editorial board alone, never published, and passed to the body that decides under the law on complaints and denunciations.',
  },
  quality: {
    vi: 'Góp ý về cổng này: khó đọc, khó tìm, chỗ sai, trang hỏng.',
    en: 'Tell us about this portal: hard to read or find, mistakes, broken pages.',
  },
  regulation: {
    vi: 'Nêu vướng mắc khi thực hiện quy chế của cổng, hoặc đề nghị sửa quy chế.',
    en: 'Report a difficulty with the regulation of the portal, or propose to change it.',
  },
  information: {
    vi: 'Yêu cầu cơ quan nhà nước cung cấp thông tin theo Luật Tiếp cận thông tin.',
    en: 'Ask a public body for information under the Law on Access to Information.',
  },
  personalData: {
    vi: 'Xem, sửa, hạn chế hoặc xóa dữ liệu cá nhân của chính bạn mà cổng đang lưu. Cần mã của thư đã gửi, hoặc thư điện tử bạn đã ghi.',
    en: 'See, correct, restrict or delete the personal data of your own that this portal keeps. You need the code of what you sent, or the e-mail address you gave.',
  },
};

/** For which case a period holds. */
export const VARIANT_WORDS: Readonly<Partial<Record<DutyVariant, Words>>> = {
  ownCompetence: { vi: 'việc của một cơ quan', en: 'a matter of one body' },
  interAgency: { vi: 'việc cần nhiều cơ quan phối hợp', en: 'a matter of several bodies' },
  special: { vi: 'việc đặc biệt, có hẹn ngày', en: 'a special matter, with a stated day' },
  simple: { vi: 'thông tin có sẵn', en: 'information that is at hand' },
  complex: { vi: 'thông tin phải tìm, tổng hợp', en: 'information that has to be gathered' },
  reaction: { vi: 'phản hồi đầu tiên', en: 'the first reply' },
  access: { vi: 'xem, cung cấp, chỉnh sửa', en: 'to view, provide or correct' },
  restriction: { vi: 'rút đồng ý, hạn chế, phản đối', en: 'to withdraw consent, restrict or object' },
  deletion: { vi: 'xóa', en: 'to delete' },
};

const vi = {
  home: 'Trang đầu',
  title: 'Hỏi – Đáp',
  lead: 'Gửi câu hỏi, phản ánh đến cơ quan nhà nước và đọc những câu đã trả lời.',
  askNow: 'Gửi câu hỏi',
  follow: 'Theo dõi thư đã gửi',
  intakes: 'Bạn muốn gửi gì?',
  intakesNote: (regulation: string) => `Theo ${regulation}.`,
  open: (name: string) => `Gửi: ${name}`,
  onMain: 'Gửi tại cổng chính của địa phương',
  limits: 'Thời hạn trả lời',
  limit: (period: string, variant: string | undefined) => (variant ? `${period} (${variant})` : period),
  noLimit: 'Văn bản không đặt số ngày; bạn vẫn theo dõi được từng bước bằng mã.',
  noNumber: 'Văn bản không đặt số ngày',
  within: (periods: string) => `Trả lời trong ${periods}`,
  withinOrNotice: (periods: string) => `Trả lời hoặc hẹn ngày trong ${periods}`,
  either: (before: readonly string[], last: string) =>
    before.length === 0 ? last : `${before.join(', ')} hoặc ${last}`,
  orNotice: 'trả lời, hoặc báo đang xử lý và hẹn ngày',
  notComplaints: (place: string | undefined) =>
    `Không nhận khiếu nại, tố cáo ở đây${place ? ` (${place})` : ''}.`,
  complaintHere: 'Gửi khiếu nại, tố cáo qua kênh riêng',
  scope: (topics: string) => `Nhận câu hỏi về: ${topics}.`,
  receiver: 'Nơi nhận',
  sentTo: (body: string) => `Nơi nhận: ${body}.`,
  answered: 'Câu hỏi đã trả lời',
  answeredBy: (body: string) => `Câu hỏi do ${body} trả lời`,
  words: 'Tìm trong câu hỏi và trả lời',
  body: 'Cơ quan trả lời',
  allBodies: 'Mọi cơ quan của địa phương',
  topic: 'Lĩnh vực',
  allTopics: 'Mọi lĩnh vực',
  found: (n: number, more: boolean) => (more ? `${n} câu mới nhất, còn nữa` : `${n} câu`),
  none: 'Chưa có câu nào như vậy',
  noneYet: 'Chưa có câu nào được trả lời công khai',
  noneYetNote: 'Câu trả lời đầu tiên được ký và đăng sẽ hiện ở đây.',
  noneNote: 'Hãy bỏ bớt điều kiện lọc, hoặc gửi câu hỏi của bạn.',
  inTime: 'trả lời đúng hạn',
  late: 'trả lời trễ',
  callTitle: 'Bạn có câu hỏi?',
  callText: 'Gửi câu hỏi suốt ngày đêm, không cần tài khoản; theo dõi bằng mã.',
  feed: 'Nhận câu trả lời mới qua RSS',

  fixTitle: (n: number) => `Có ${n} chỗ cần sửa`,
  errorTitle: (title: string) => `Lỗi: ${title}`,
  steps: { question: 'Nội dung', asker: 'Người gửi', consent: 'Đồng ý và gửi' },
  topicLabel: 'Lĩnh vực',
  topicHelp: (place: string) => `Những lĩnh vực được hỏi theo ${place}.`,
  titleLabel: 'Tiêu đề',
  titleHelp: (most: number) => `Điều bạn muốn hỏi, trong một câu. Nhiều nhất ${most} ký tự.`,
  textLabel: 'Nội dung',
  textHelp: (most: number) =>
    `Việc gì, ở đâu, từ bao giờ, bạn muốn biết điều gì. Nhiều nhất ${most} ký tự. Chưa ghi họ tên, số điện thoại, số giấy tờ ở đây: bước sau sẽ hỏi và nói rõ ai đọc.`,
  written: (n: string, most: string) => `Đã ghi ${n} trong ${most} ký tự`,
  kindLabel: 'Bạn gửi với tư cách',
  kinds: { person: 'Cá nhân', organisation: 'Tổ chức, doanh nghiệp' },
  next: 'Tiếp tục',
  back: 'Quay lại bước trước',
  similarButton: 'Xem câu hỏi tương tự',
  similarTitle: 'Câu hỏi tương tự đã được trả lời',
  similarNone: 'Chưa có câu hỏi tương tự nào được trả lời. Hãy tiếp tục.',
  similarNote: 'Nếu đã có điều bạn cần, bạn không phải gửi nữa.',
  warnTitle: 'Trong nội dung có dữ liệu cá nhân',
  warnText: (kinds: string) =>
    `Bạn đang ghi ${kinds} trong nội dung. Nếu không cần cho câu hỏi, hãy xóa đi: bước sau có ô riêng, không bao giờ đăng công khai. Nếu cần, cứ bấm “Tiếp tục”.`,
  purposeTitle: 'Dùng vào việc gì, ai đọc, giữ bao lâu',
  purposeUse: (portal: string) =>
    `Những thông tin dưới đây chỉ dùng để ${portal} giải quyết thư này và trả lời bạn.`,
  purposeLaw: (place: string) => `Các ô bắt buộc do ${place} yêu cầu; ô còn lại tùy bạn.`,
  purposeFree: 'Không ô nào bắt buộc: không văn bản nào của địa phương yêu cầu.',
  purposeWho:
    'Người được giao giải quyết đọc được; khi thư chuyển sang cơ quan khác thì người ở cơ quan ấy đọc. Không đăng công khai, không đưa cho bên thứ ba. Tất cả được mã hóa khi lưu.',
  purposeBoard:
    'Chỉ Ban Biên tập và người đứng đầu đọc được; khi chuyển thì cơ quan có thẩm quyền đọc. Không đăng công khai. Tất cả được mã hóa khi lưu.',
  purposeKept: (days: number, place: string) =>
    `Câu hỏi và trả lời được giữ ít nhất ${days} ngày kể từ ngày trả lời (${place}).`,
  purposeForgotten: (years: number) =>
    `Chậm nhất ${years} năm sau khi xong việc, phần nêu tên bạn được xóa khỏi hệ thống (mức do cổng đặt).`,
  purposeRights: (email: string, phone: string) =>
    `Bạn có quyền xem, sửa, hạn chế dùng và xóa dữ liệu của mình: viết đến ${email} hoặc gọi ${phone}.`,
  purposeDesk: 'Mở trang dữ liệu cá nhân của bạn',
  fieldNote: 'Như trên giấy tờ của bạn. Không hiện công khai.',
  orgNameHelp: 'Tên đầy đủ như trong quyết định thành lập.',
  foreignerLabel: 'Bạn có phải là người nước ngoài không?',
  foreignerHelp: (place: string) => `Người nước ngoài được trả lời thêm bằng tiếng Anh (${place}).`,
  yes: 'Phải',
  no: 'Không',
  reach: 'Cách liên hệ với bạn',
  reachNote: 'Không có hoặc không muốn ghi thì để trống: bạn vẫn đọc được trả lời bằng mã.',
  emailLabel: 'Thư điện tử',
  emailHelp: 'Để gửi biên nhận, báo từng bước và câu trả lời.',
  phoneLabel: 'Điện thoại',
  phoneHelp: 'Để hỏi lại khi cần làm rõ. Không gửi tin quảng cáo.',
  postalLabel: 'Địa chỉ nhận thư giấy',
  postalHelp: 'Để gửi câu trả lời bằng giấy, nếu bạn cần.',
  consentTitle: 'Đồng ý và gửi',
  consentLabel: 'Bạn đồng ý những gì?',
  consentHelp: 'Mỗi ô là một việc riêng; không ô nào được đánh dấu sẵn. Rút lại lúc nào cũng được.',
  consents: {
    reply: 'Báo tin và gửi trả lời đến thư điện tử của tôi',
    publish: 'Có thể đăng câu hỏi của tôi, không kèm bất cứ điều gì cho biết tôi là ai',
  },
  noConsents: 'Bạn không phải đồng ý thêm việc gì để gửi thư này.',
  filesLabel: 'Tệp kèm theo',
  filesHelp: (most: number) =>
    `Nhiều nhất ${most} tệp, mỗi tệp không quá 10 MB: PDF, DOCX, ODT, JPG, PNG. Tệp được mã hóa và không đăng công khai. Nếu trang hiện lại vì có chỗ cần sửa, hãy chọn lại tệp.`,
  reviewTitle: 'Xem lại trước khi gửi',
  sumLabel: (one: string, two: string) => `Phép tính: ${one} cộng ${two} bằng mấy?`,
  sumHelp: 'Câu hỏi để phân biệt người với máy. Ghi bằng chữ số hoặc bằng chữ.',
  trapLabel: 'Để trống ô này',
  send: 'Gửi',
  before: 'Trước khi viết',
  yours: 'Thư của bạn',
  when: 'Khi nào có trả lời',
  closedTitle: 'Không gửi được ở cổng này',
  closedText: (name: string) =>
    `“${name}” gửi đến cổng chính của địa phương. Hãy mở trang gửi ở cổng chính; thư gửi ở đó sẽ đến đúng nơi.`,
  goMain: 'Mở trang gửi ở cổng chính',
  disclaimerTitle: 'Giá trị của câu trả lời',
  answeredAt: (body: string) => `${body} trả lời.`,

  remarkTitle: 'Góp ý của cơ quan',
  remarkLead:
    'Gửi góp ý về cổng hoặc vướng mắc với quy chế, thay mặt cơ quan bạn, đến Ban Biên tập cổng chính.',
  remarkIntake: 'Góp ý về',
  remarkFor: 'Thay mặt',
  remarkNone: 'Không văn bản nào của địa phương mở lối góp ý này cho cơ quan.',
  remarkTextHelp: (most: number) => `Vướng ở đâu, đề nghị thế nào. Nhiều nhất ${most} ký tự.`,
  remarkSend: 'Gửi góp ý',
};

const en: typeof vi = {
  home: 'Home',
  title: 'Questions and answers',
  lead: 'Send questions and feedback to public bodies and read what has been answered.',
  askNow: 'Ask a question',
  follow: 'Follow what you sent',
  intakes: 'What do you want to send?',
  intakesNote: (regulation) => `Under ${regulation}.`,
  open: (name) => `Send: ${name}`,
  onMain: 'Send it on the main portal of the locality',
  limits: 'When you are answered',
  limit: (period, variant) => (variant ? `${period} (${variant})` : period),
  noLimit: 'No text sets a number of days; you can follow every step with the code.',
  noNumber: 'No text sets a number of days',
  within: (periods) => `Answered within ${periods}`,
  withinOrNotice: (periods) => `Answered, or told the day, within ${periods}`,
  either: (before, last) => (before.length === 0 ? last : `${before.join(', ')} or ${last}`),
  orNotice: 'an answer, or a notice that states the day of it',
  notComplaints: (place) => `Complaints and denunciations are not taken here${place ? ` (${place})` : ''}.`,
  complaintHere: 'Send a complaint or denunciation through its own channel',
  scope: (topics) => `Questions are taken about: ${topics}.`,
  receiver: 'Goes to',
  sentTo: (body) => `Goes to: ${body}.`,
  answered: 'Answered questions',
  answeredBy: (body) => `Questions answered by ${body}`,
  words: 'Search questions and answers',
  body: 'Answering body',
  allBodies: 'All bodies of the locality',
  topic: 'Field',
  allTopics: 'All fields',
  found: (n, more) => (more ? `the latest ${n}, there are more` : n === 1 ? '1 question' : `${n} questions`),
  none: 'No such question yet',
  noneYet: 'No question has been answered in public yet',
  noneYetNote:
    'The first answer that is signed and published will stand here. Most answers are in Vietnamese.',
  noneNote: 'Clear some of the filters, or send your own question. Most answers are in Vietnamese.',
  inTime: 'answered in time',
  late: 'answered late',
  callTitle: 'Do you have a question?',
  callText: 'Send it day or night, without an account; follow it with a code.',
  feed: 'New answers by RSS',

  fixTitle: (n) => (n === 1 ? '1 thing to mend' : `${n} things to mend`),
  errorTitle: (title) => `Error: ${title}`,
  steps: { question: 'What it is about', asker: 'Who sends it', consent: 'Consent and send' },
  topicLabel: 'Field',
  topicHelp: (place) => `The fields questions are taken about by ${place}.`,
  titleLabel: 'Title',
  titleHelp: (most) => `What you want to know, in one sentence. At most ${most} characters.`,
  textLabel: 'Text',
  textHelp: (most) =>
    `What, where, since when, what you want to know. At most ${most} characters. No name, telephone or identity number yet: the next step asks for them and says who reads them.`,
  written: (n, most) => `${n} of ${most} characters`,
  kindLabel: 'You write as',
  kinds: { person: 'A person', organisation: 'An organisation or business' },
  next: 'Continue',
  back: 'Back to the step before',
  similarButton: 'Show similar questions',
  similarTitle: 'Similar questions that were answered',
  similarNone: 'No similar question has been answered yet. Please go on.',
  similarNote: 'If one of them tells you what you need, there is nothing more to send.',
  warnTitle: 'The text holds personal data',
  warnText: (kinds) =>
    `The text holds: ${kinds}. If the question does not need it, take it out: the next step has boxes of their own, which are never public. If it does, just press “Continue”.`,
  purposeTitle: 'What it is used for, who reads it, how long it is kept',
  purposeUse: (portal) =>
    `What you fill in here is used by ${portal} to handle this letter and answer you, and for nothing else.`,
  purposeLaw: (place) => `The required boxes are demanded by ${place}; the others are up to you.`,
  purposeFree: 'No box is required: no text of the locality demands any.',
  purposeWho:
    'It is read by those who handle it, and by those of another body if it is passed on. It is never public and never given to third parties. All of it is stored encrypted.',
  purposeBoard:
    'It is read by the editorial board and its head alone, and by the competent body it is passed to. It is never public. All of it is stored encrypted.',
  purposeKept: (days, place) =>
    `Question and answer are kept for at least ${days} days from the day of the answer (${place}).`,
  purposeForgotten: (years) =>
    `At most ${years} years after the matter is closed, everything that names you is deleted (a period this portal has set).`,
  purposeRights: (email, phone) =>
    `You may see, correct, restrict and delete your data: write to ${email} or call ${phone}.`,
  purposeDesk: 'Open the page of your personal data',
  fieldNote: 'As on your papers. Never shown to the public.',
  orgNameHelp: 'The full name as in the establishment decision.',
  foreignerLabel: 'Are you a foreigner?',
  foreignerHelp: (place) => `Foreigners are also answered in English (${place}).`,
  yes: 'Yes',
  no: 'No',
  reach: 'How to reach you',
  reachNote: 'Leave out what you do not have or do not want to give: the code shows you the answer anyway.',
  emailLabel: 'E-mail',
  emailHelp: 'For the receipt, the news of each step and the answer.',
  phoneLabel: 'Telephone',
  phoneHelp: 'To ask you when something is unclear. Never for advertising.',
  postalLabel: 'Postal address',
  postalHelp: 'For an answer on paper, if you need one.',
  consentTitle: 'Consent and send',
  consentLabel: 'What do you agree to?',
  consentHelp:
    'Each box is a matter of its own and none is ticked for you. You can take it back at any time.',
  consents: {
    reply: 'News and the answer may be sent to my e-mail address',
    publish: 'My question may be published without anything that tells who I am',
  },
  noConsents: 'There is nothing more to agree to before sending.',
  filesLabel: 'Files',
  filesHelp: (most) =>
    `At most ${most} files of at most 10 MB each: PDF, DOCX, ODT, JPG, PNG. Files are encrypted and never public. If the page comes back because something is to be mended, choose them again.`,
  reviewTitle: 'Read it through before sending',
  sumLabel: (one, two) => `A sum: what is ${one} plus ${two}?`,
  sumHelp: 'This tells people from machines. Answer in figures or in words.',
  trapLabel: 'Leave this box empty',
  send: 'Send',
  before: 'Before you write',
  yours: 'Your letter',
  when: 'When you are answered',
  closedTitle: 'Not sent on this portal',
  closedText: (name) =>
    `“${name}” goes to the main portal of the locality. Open the form there; what you send there reaches the right place.`,
  goMain: 'Open the form on the main portal',
  disclaimerTitle: 'What this answer is worth',
  answeredAt: (body) => `Answered by ${body}.`,

  remarkTitle: 'Remark of your body',
  remarkLead:
    'Send a remark on the portal or a difficulty with its regulation, for your body, to the board of the main portal.',
  remarkIntake: 'About',
  remarkFor: 'On behalf of',
  remarkNone: 'No text of the locality opens this way to bodies.',
  remarkTextHelp: (most) => `What is difficult, what you propose. At most ${most} characters.`,
  remarkSend: 'Send the remark',
};

/** Entry of the desk's rail. */
export const REMARK_LABEL = { vi: vi.remarkTitle, en: en.remarkTitle };

/** The words of the pages on which the public asks. */
export function askWords(lang: Lang): typeof vi {
  return lang === 'vi' ? vi : en;
}
