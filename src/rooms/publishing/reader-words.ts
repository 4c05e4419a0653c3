import type { Lang } from '../../rules/lang.ts';

const vi = {
  title: 'Mời người ngoài đọc bản thảo',
  lead: 'Người được mời mở liên kết, đọc và góp ý, không cần tài khoản. Họ chỉ thấy đúng bản này; mỗi lần mở được ghi lại.',
  name: 'Tên người đọc',
  nameHelp: 'Góp ý của họ hiện dưới tên này.',
  days: 'Dùng được mấy ngày',
  daysHelp: 'Nhiều nhất 14 ngày.',
  make: 'Tạo liên kết',
  address: 'Liên kết gửi cho người đọc',
  until: (when: string) => `đến ${when}`,
  madeBy: (who: string, when: string) => `${who} tạo lúc ${when}`,
  visits: (n: number, when: string) => (n === 0 ? 'chưa mở lần nào' : `đã mở ${n} lần, gần nhất ${when}`),
  ended: 'đã thu lại',
  over: 'đã hết hạn',
  end: 'Thu lại',
  endFor: (who: string) => `Thu lại liên kết của ${who}`,
  done: { tao: 'Đã tạo liên kết. Chép và gửi cho người đọc.', thu: 'Đã thu lại liên kết.' } as Record<
    string,
    string
  >,
  page: {
    title: 'Đọc bản thảo',
    note: (who: string, until: string) =>
      `${who} được mời đọc bản này đến ${until}. Bản thảo chưa công bố, xin đừng chuyển tiếp.`,
    lead: 'Bấm “Góp ý đoạn này” ở đoạn bạn muốn nói. Người viết đọc góp ý của bạn.',
    sent: 'Đã gửi góp ý. Cảm ơn bạn.',
    settled: 'Bản này không nhận góp ý nữa.',
  },
};

const en: typeof vi = {
  title: 'Show the draft to somebody outside',
  lead: 'Whoever is invited opens the link, reads and remarks without an account. They see this edition only; each visit is on record.',
  name: 'Name of the reader',
  nameHelp: 'Their remarks bear this name.',
  days: 'Days it can be used',
  daysHelp: 'At most 14 days.',
  make: 'Make a link',
  address: 'Link for the reader',
  until: (when) => `until ${when}`,
  madeBy: (who, when) => `made by ${who} at ${when}`,
  visits: (n, when) =>
    n === 0 ? 'not opened yet' : `opened ${n === 1 ? 'once' : `${n} times`}, last at ${when}`,
  ended: 'ended',
  over: 'run out',
  end: 'End it',
  endFor: (who) => `End the link of ${who}`,
  done: { tao: 'The link is made. Copy it and send it to the reader.', thu: 'The link is ended.' },
  page: {
    title: 'Read a draft',
    note: (who, until) =>
      `${who} is invited to read this until ${until}. It is not published yet; please do not pass it on.`,
    lead: 'Press “Remark on this” at the passage you want to speak about. The writer reads your remark.',
    sent: 'Your remark was sent. Thank you.',
    settled: 'This edition takes no more remarks.',
  },
};

/** Texts of drafts shown to readers without an account, in a language. */
export function readerWords(lang: Lang): typeof vi {
  return lang === 'vi' ? vi : en;
}
