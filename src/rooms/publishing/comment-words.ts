import type { Lang } from '../../rules/lang.ts';

const vi = {
  title: 'Đọc và góp ý',
  link: 'Đọc từng đoạn và góp ý',
  lead: 'Mỗi đoạn có nút “Góp ý đoạn này”. Góp ý đi theo chữ của đoạn, cả khi bài được sửa.',
  remarkHere: 'Góp ý đoạn này',
  passage: { title: 'Tiêu đề', summary: 'Tóm tắt', block: (key: string) => `Đoạn ${key}` },
  form: 'Góp ý',
  quote: 'Chữ được góp ý',
  quoteHelp: 'Để nguyên là cả đoạn. Muốn nói một câu thì xóa bớt, giữ đúng chữ của câu ấy.',
  body: 'Góp ý của bạn',
  replacement: 'Câu đề nghị thay',
  replacementHelp:
    'Người viết đưa vào bài bằng một lần bấm. Bạn thành người cùng viết nên không duyệt bản này.',
  guestReplacementHelp: 'Người viết có thể đưa câu này vào bài.',
  send: 'Gửi góp ý',
  reply: 'Trả lời',
  replyTo: (who: string) => `Trả lời ${who}`,
  settle: 'Đã xong',
  reopen: 'Mở lại',
  take: 'Đưa vào bài',
  taken: (who: string, when: string) => `${who} đã đưa vào bài lúc ${when}`,
  settled: (who: string, when: string) => `${who} đánh dấu đã xong lúc ${when}`,
  suggests: 'Đề nghị thay bằng',
  guest: (name: string) => `${name} (khách đọc)`,
  changed: 'Đoạn đã đổi sau góp ý này',
  lost: 'Góp ý ở đoạn không còn trong bài',
  about: 'Nói về',
  openCount: (n: number) => `${n} góp ý chưa xong`,
  openNote: 'Nên đọc và giải quyết trước khi gửi hoặc duyệt.',
  none: 'Chưa có góp ý nào.',
  allDone: 'Mọi góp ý đã xong.',
  closed: 'Bản này không nhận góp ý nữa.',
  problems: 'Chưa gửi được góp ý',
  done: {
    gopy: 'Đã gửi góp ý.',
    xong: 'Đã đánh dấu xong.',
    mo: 'Đã mở lại góp ý.',
    lay: 'Đã đưa câu đề nghị vào bài, thành một bản lưu mới của bản thảo.',
  } as Record<string, string>,
};

const en: typeof vi = {
  title: 'Read and remark',
  link: 'Read passage by passage and remark',
  lead: 'Each passage has “Remark on this”. A remark follows the words of its passage, also when the text is edited.',
  remarkHere: 'Remark on this',
  passage: { title: 'Title', summary: 'Summary', block: (key) => `Passage ${key}` },
  form: 'Remark',
  quote: 'Words it is about',
  quoteHelp:
    'As it stands it is the whole passage. To speak of one sentence keep exactly the words of that sentence.',
  body: 'Your remark',
  replacement: 'Suggested words instead',
  replacementHelp:
    'The writer puts them in with one press. You become a co-writer and so do not approve this edition.',
  guestReplacementHelp: 'The writer may put these words into the text.',
  send: 'Send remark',
  reply: 'Reply',
  replyTo: (who) => `Reply to ${who}`,
  settle: 'Settled',
  reopen: 'Open again',
  take: 'Put into the text',
  taken: (who, when) => `${who} put it into the text at ${when}`,
  settled: (who, when) => `${who} marked it as settled at ${when}`,
  suggests: 'Suggests instead',
  guest: (name) => `${name} (guest reader)`,
  changed: 'The passage changed after this remark',
  lost: 'Remarks on passages that are gone',
  about: 'About',
  openCount: (n) => (n === 1 ? '1 open remark' : `${n} open remarks`),
  openNote: 'Better read and settle them before submitting or approving.',
  none: 'No remarks yet.',
  allDone: 'All remarks are settled.',
  closed: 'This edition takes no more remarks.',
  problems: 'The remark was not sent',
  done: {
    gopy: 'The remark was sent.',
    xong: 'Marked as settled.',
    mo: 'Opened again.',
    lay: 'The suggested words are in the text, as a new version of the draft.',
  },
};

/** Texts of remarks at a passage, in a language. */
export function commentWords(lang: Lang): typeof vi {
  return lang === 'vi' ? vi : en;
}
