import type { Lang } from '../../rules/lang.ts';
import type { MoveName } from './rules.ts';

/** What a mail to the asker says after a move. `due` is the day of the answer, in words; undefined where no text sets one. */
export interface MailFacts {
  title: string;
  code: string;
  /** The body that has it now. */
  body: string;
  due: string | undefined;
  /** Reason, question asked back, or other text meant for the asker. */
  note: string | undefined;
  /** Why it was refused, or the body it was passed to outside the portal. */
  more: string | undefined;
}

export interface MailText {
  subject: string;
  paragraphs: string[];
  action: string;
}

type Tell = (facts: MailFacts) => Omit<MailText, 'action'>;
export type TellingMove = Extract<
  MoveName,
  | 'receive'
  | 'refuse'
  | 'forward'
  | 'sendOut'
  | 'askBack'
  | 'promise'
  | 'extend'
  | 'sign'
  | 'withdraw'
  | 'merge'
  | 'split'
  | 'release'
>;

const noted = (label: string, note: string | undefined) => (note ? [`${label} ${note}`] : []);

const VI: Record<TellingMove, Tell> = {
  receive: ({ title, body, due }) => ({
    subject: `Đã nhận thư của ông/bà: ${title}`,
    paragraphs: [
      `${body} đã nhận thư của ông/bà.`,
      due
        ? `Hạn trả lời là hết ${due}.`
        : 'Quy chế không đặt số ngày cho loại thư này; ông/bà vẫn theo dõi được từng bước bằng mã.',
      'Hãy giữ mã dưới đây. Ai có mã đều xem được thư, vì vậy xin đừng chuyển mã cho người khác.',
    ],
  }),
  refuse: ({ title, more, note }) => ({
    subject: `Không tiếp nhận thư: ${title}`,
    paragraphs: [
      `Thư của ông/bà không được tiếp nhận: ${more ?? ''}.`,
      ...noted('Lý do:', note),
      'Ông/bà có thể gửi thư mới, hoặc gửi đến kênh nêu trong trang theo dõi.',
    ],
  }),
  forward: ({ title, body, due }) => ({
    subject: `Thư đã chuyển cơ quan có thẩm quyền: ${title}`,
    paragraphs: [
      `Thư của ông/bà nay do ${body} giải quyết.`,
      ...(due ? [`Hạn trả lời không đổi: hết ${due}.`] : []),
    ],
  }),
  sendOut: ({ title, more, note }) => ({
    subject: `Thư đã chuyển cơ quan có thẩm quyền: ${title}`,
    paragraphs: [`Thư của ông/bà đã được chuyển đến ${more ?? ''}.`, ...noted('Nội dung thông báo:', note)],
  }),
  askBack: ({ title, body, note }) => ({
    subject: `Xin ông/bà bổ sung: ${title}`,
    paragraphs: [`${body} cần thêm thông tin để trả lời.`, ...noted('Cần bổ sung:', note)],
  }),
  promise: ({ title, due, note }) => ({
    subject: `Hẹn ngày trả lời: ${title}`,
    paragraphs: [
      `Thư của ông/bà đang được giải quyết và sẽ được trả lời chậm nhất hết ${due ?? ''}.`,
      ...noted('Quá trình xử lý:', note),
    ],
  }),
  extend: ({ title, due, note }) => ({
    subject: `Gia hạn trả lời: ${title}`,
    paragraphs: [`Hạn trả lời thư của ông/bà được gia hạn đến hết ${due ?? ''}.`, ...noted('Lý do:', note)],
  }),
  sign: ({ title, body }) => ({
    subject: `Đã trả lời thư của ông/bà: ${title}`,
    paragraphs: [`${body} đã trả lời. Câu trả lời có giá trị tham khảo.`],
  }),
  withdraw: ({ title }) => ({
    subject: `Đã rút thư: ${title}`,
    paragraphs: ['Ông/bà đã rút thư. Cơ quan không giải quyết thư này nữa.'],
  }),
  merge: ({ title }) => ({
    subject: `Thư được gộp với thư cùng nội dung: ${title}`,
    paragraphs: ['Một thư khác cùng nội dung đang được giải quyết. Ông/bà sẽ nhận cùng câu trả lời.'],
  }),
  split: ({ title }) => ({
    subject: `Thư được tách thành nhiều phần: ${title}`,
    paragraphs: ['Thư của ông/bà nêu nhiều việc nên được tách để giải quyết riêng. Mã cũ xem được mọi phần.'],
  }),
  release: ({ title, body, due }) => ({
    subject: `Thư được giải quyết riêng: ${title}`,
    paragraphs: [
      `Thư mà thư của ông/bà được gộp vào không được trả lời nữa. ${body} giải quyết riêng thư của ông/bà; ông/bà không phải gửi lại.`,
      ...(due ? [`Hạn trả lời là hết ${due}.`] : []),
    ],
  }),
};

const EN: Record<TellingMove, Tell> = {
  receive: ({ title, body, due }) => ({
    subject: `We have received: ${title}`,
    paragraphs: [
      `${body} has received what you sent.`,
      due
        ? `The answer is due by the end of ${due}.`
        : 'The regulation sets no number of days for this kind; you can follow every step with the code.',
      'Keep the code below. Whoever has it can read what you sent, so please do not pass it on.',
    ],
  }),
  refuse: ({ title, more, note }) => ({
    subject: `Not taken in: ${title}`,
    paragraphs: [
      `What you sent was not taken in: ${more ?? ''}.`,
      ...noted('Reason:', note),
      'You can send a new one, or use the channel named on the tracking page.',
    ],
  }),
  forward: ({ title, body, due }) => ({
    subject: `Passed to the competent body: ${title}`,
    paragraphs: [
      `${body} now handles it.`,
      ...(due ? [`The day of the answer stays: the end of ${due}.`] : []),
    ],
  }),
  sendOut: ({ title, more, note }) => ({
    subject: `Passed to the competent body: ${title}`,
    paragraphs: [`It was passed to ${more ?? ''}.`, ...noted('Note:', note)],
  }),
  askBack: ({ title, body, note }) => ({
    subject: `Please add to: ${title}`,
    paragraphs: [`${body} needs to know more before it can answer.`, ...noted('Wanted:', note)],
  }),
  promise: ({ title, due, note }) => ({
    subject: `Day of the answer: ${title}`,
    paragraphs: [
      `It is being handled and will be answered by the end of ${due ?? ''}.`,
      ...noted('How far it is:', note),
    ],
  }),
  extend: ({ title, due, note }) => ({
    subject: `More time for: ${title}`,
    paragraphs: [`The answer is now due by the end of ${due ?? ''}.`, ...noted('Reason:', note)],
  }),
  sign: ({ title, body }) => ({
    subject: `Answered: ${title}`,
    paragraphs: [`${body} has answered. The answer is for reference.`],
  }),
  withdraw: ({ title }) => ({
    subject: `Withdrawn: ${title}`,
    paragraphs: ['You have withdrawn it. It is not handled any further.'],
  }),
  merge: ({ title }) => ({
    subject: `Joined to another of the same content: ${title}`,
    paragraphs: ['Another inquiry of the same content is being handled. You will get the same answer.'],
  }),
  split: ({ title }) => ({
    subject: `Split into parts: ${title}`,
    paragraphs: ['It named several matters, which are handled each by itself. Your code shows all of them.'],
  }),
  release: ({ title, body, due }) => ({
    subject: `Handled by itself: ${title}`,
    paragraphs: [
      `The inquiry that yours was joined to will not be answered. ${body} handles yours by itself; you need not send it again.`,
      ...(due ? [`The answer is due by the end of ${due}.`] : []),
    ],
  }),
};

/** Every move a mail goes out after. */
export const TELLING_MOVES = Object.keys(VI) as TellingMove[];

const ACTION = { vi: 'Mở trang theo dõi', en: 'Open the tracking page' } as const;

export function mailText(lang: Lang, move: TellingMove, facts: MailFacts): MailText {
  return { ...(lang === 'vi' ? VI : EN)[move](facts), action: ACTION[lang] };
}

export const MAIL_LABELS = {
  vi: { code: 'Mã tra cứu', due: 'Hạn trả lời', body: 'Cơ quan giải quyết', greeting: 'Kính gửi ông/bà,' },
  en: { code: 'Code', due: 'Due by', body: 'Handled by', greeting: 'Dear Sir or Madam,' },
} as const;
