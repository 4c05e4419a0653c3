import type { Lang } from '../../rules/lang.ts';

const vi = {
  title: 'Rà soát quyền',
  lead: 'Sáu tháng một lần, mỗi quyền ở mỗi cổng được xem lại: giữ hoặc thu. Không ai tự rà soát quyền của mình.',
  none: 'Chưa có đợt rà soát nào. Đợt đầu tự mở khi quyền đầu tiên của cổng gần đủ sáu tháng.',
  portal: 'Cổng',
  opened: 'Mở ngày',
  due: 'Hạn xong',
  progress: 'Đã xem',
  progressOf: (decided: number, lines: number) => `${decided} trên ${lines} quyền`,
  outcome: 'Kết quả',
  finishedBy: (name: string, at: string) => `Xong: ${name}, ${at}`,
  overdue: 'Quá hạn',
  running: 'Đang xem',
  taken: (count: number) => `thu ${count} quyền`,
  pageTitle: (portal: string) => `Rà soát quyền, ${portal}`,
  eyebrow: (opened: string, due: string) => `Mở ngày ${opened}, hạn xong ${due}`,
  person: 'Họ và tên',
  role: 'Vai trò',
  lastUse: 'Lần cuối làm việc ở cổng',
  never: 'chưa thấy trong nhật ký',
  verdict: 'Kết luận',
  verdicts: { kept: 'Giữ', taken: 'Thu' },
  decided: (verdict: string, name: string, at: string) => `${verdict}: ${name}, ${at}`,
  choose: (role: string, name: string) => `${role}, ${name}`,
  own: 'Quyền của bạn: chờ người khác xem',
  gone: 'quyền đã hết trước khi xem',
  note: 'Ghi chú chung',
  noteHelp: 'Không bắt buộc, ví dụ số văn bản rà soát.',
  save: 'Lưu kết luận',
  saveNote: 'Mỗi kết luận ghi tên bạn và thời điểm này. Quyền bị thu mất hiệu lực ngay.',
  finish: 'Hoàn tất đợt rà soát',
  finishNote: 'Được khi mọi quyền đã có kết luận. Sáu tháng tới tính từ lúc này.',
  nothingChosen: 'Hãy chọn giữ hoặc thu cho ít nhất một quyền.',
  done: { luu: 'Đã lưu kết luận.', xong: 'Đã hoàn tất đợt rà soát.' } as Record<string, string>,
  taskTitle: (portal: string) => `Rà soát quyền: ${portal}`,
  taskNote: (decided: number, lines: number) => `Đã xem ${decided} trên ${lines} quyền.`,
  taskAction: 'Rà soát',
  idleWarning: (days: number) =>
    `Bạn chưa đăng nhập ${days} ngày. Tài khoản không dùng 45 ngày sẽ tự khóa; hãy đăng nhập nếu còn cần.`,
  lastIdle: (name: string) =>
    `${name} là quản trị kỹ thuật duy nhất và đã 45 ngày không đăng nhập. Tài khoản được giữ; hãy giao thêm người.`,
};

const en: typeof vi = {
  title: 'Reviews of rights',
  lead: 'Every six months each right on each portal is looked at: kept or taken. Nobody reviews his own.',
  none: 'No review yet. The first opens by itself when the first right of the portal is nearly six months old.',
  portal: 'Portal',
  opened: 'Opened on',
  due: 'Due on',
  progress: 'Looked at',
  progressOf: (decided, lines) => `${decided} of ${lines} rights`,
  outcome: 'Outcome',
  finishedBy: (name, at) => `Done: ${name}, ${at}`,
  overdue: 'Overdue',
  running: 'Under way',
  taken: (count) => `${count} taken`,
  pageTitle: (portal) => `Review of rights, ${portal}`,
  eyebrow: (opened, due) => `Opened on ${opened}, due on ${due}`,
  person: 'Full name',
  role: 'Role',
  lastUse: 'Last at work on the portal',
  never: 'not in the record',
  verdict: 'Verdict',
  verdicts: { kept: 'Keep', taken: 'Take' },
  decided: (verdict, name, at) => `${verdict}: ${name}, ${at}`,
  choose: (role, name) => `${role}, ${name}`,
  own: 'Your own right: somebody else looks at it',
  gone: 'the right ended before',
  note: 'Note on all of these',
  noteHelp: 'Not required, for example the number of the paper.',
  save: 'Save the verdicts',
  saveNote: 'Each verdict bears your name and this moment. A right that is taken ends at once.',
  finish: 'Finish the review',
  finishNote: 'Possible when every right has its verdict. The next six months count from now.',
  nothingChosen: 'Choose to keep or take at least one right.',
  done: { luu: 'The verdicts are saved.', xong: 'The review is finished.' },
  taskTitle: (portal) => `Review of rights: ${portal}`,
  taskNote: (decided, lines) => `${decided} of ${lines} rights looked at.`,
  taskAction: 'Review',
  idleWarning: (days) =>
    `You have not signed in for ${days} days. An account not used for 45 days is closed; sign in if you still need it.`,
  lastIdle: (name) =>
    `${name} is the only technical administrator and has not signed in for 45 days. The account is kept; appoint another.`,
};

export type ReviewWords = typeof vi;

/** Texts of reviews and of idle accounts. */
export function reviewWords(lang: Lang): ReviewWords {
  return lang === 'vi' ? vi : en;
}
