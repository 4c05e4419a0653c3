import type { Lang } from '../../rules/lang.ts';

const vi = {
  title: 'Ai đang làm',
  free: 'Chưa ai nhận việc này.',
  yours: 'Bạn đang giữ việc này.',
  held: (who: string, when: string) => `${who} nhận việc này lúc ${when}.`,
  givenBy: (who: string) => `${who} giao.`,
  due: (date: string) => `Hạn ${date}.`,
  take: 'Tôi nhận việc này',
  over: (who: string) => `Nhận thay ${who}`,
  release: 'Trả lại việc',
  give: 'Giao cho đồng nghiệp',
  to: 'Giao cho',
  dueOn: 'Hạn',
  note: 'Lời nhắn',
  giveButton: 'Giao việc',
  inQueue: (who: string) => `${who} đang giữ`,
  inQueueYours: 'bạn đang giữ',
  task: (note: string) => (note ? `Được giao cho bạn: ${note}` : 'Việc bạn đang giữ'),
  toldTaken: (title: string) => `Đồng nghiệp đã nhận thay việc: ${title}`,
  toldGiven: (title: string, due: string) => `Bạn được giao việc${due && `, hạn ${due}`}: ${title}`,
  done: {
    nhan: 'Bạn đã nhận việc này.',
    giao: 'Đã giao việc, người nhận được báo.',
    tra: 'Đã trả lại việc.',
  } as Record<string, string>,
};

const en: typeof vi = {
  title: 'Who works on it',
  free: 'Nobody has taken this work.',
  yours: 'You hold this work.',
  held: (who, when) => `${who} took this work at ${when}.`,
  givenBy: (who) => `Given by ${who}.`,
  due: (date) => `Due ${date}.`,
  take: 'I take this work',
  over: (who) => `Take over from ${who}`,
  release: 'Give the work back',
  give: 'Give it to a colleague',
  to: 'To',
  dueOn: 'Due',
  note: 'Note',
  giveButton: 'Give the work',
  inQueue: (who) => `held by ${who}`,
  inQueueYours: 'held by you',
  task: (note) => (note ? `Given to you: ${note}` : 'Work you hold'),
  toldTaken: (title) => `A colleague took over: ${title}`,
  toldGiven: (title, due) => `Work was given to you${due && `, due ${due}`}: ${title}`,
  done: {
    nhan: 'You took this work.',
    giao: 'The work was given; your colleague was told.',
    tra: 'The work was given back.',
  },
};

/** Texts of work that is taken and given, in a language. */
export function claimWords(lang: Lang): typeof vi {
  return lang === 'vi' ? vi : en;
}
