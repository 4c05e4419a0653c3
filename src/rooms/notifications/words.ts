import { deskPath } from '../../platform/http/paths.ts';
import type { MailReason } from '../../platform/mail/index.ts';
import type { Lang, Words } from '../../rules/lang.ts';

/** What each mail is for, in the list of failed ones. A room that sends mails adds its rows; without one its code is shown. */
export const MAIL_PURPOSES: Readonly<Record<string, Words>> = {
  'notifications.digest': { vi: 'Thư tổng hợp cảnh báo', en: 'Daily mail of warnings' },
  'accounts.ownerTold': { vi: 'Thư báo về tài khoản', en: 'Notice about an account' },
  'inquiries.ownDataLink': { vi: 'Liên kết mở dữ liệu cá nhân', en: 'Link to one’s own data' },
};

export const noticesLabel: Words = { vi: 'Thông báo', en: 'Notices' };
export const failedMailLabel: Words = { vi: 'Thư chưa gửi được', en: 'Mails not sent' };

export const NOTHING_TO_RESEND: Words = {
  vi: 'Không còn thư nào như vậy trong các thư chưa gửi được: có thể người khác vừa cho gửi lại. Hãy tải lại trang.',
  en: 'No such mail has failed any more: somebody else may have sent it again. Reload the page.',
};

/** In whose name a mail comes. */
export function senderName(portal: string, lang: Lang): string {
  return lang === 'vi'
    ? `Cổng thông tin điện tử ${portal.charAt(0).toLowerCase()}${portal.slice(1)}`
    : `${portal} Portal`;
}

const vi = {
  notices: {
    lead: 'Những điều các phần việc muốn báo cho bạn. Thông báo được giữ 180 ngày.',
    unread: (n: number) => (n === 0 ? 'Không có thông báo mới' : `${n} thông báo chưa đọc`),
    unreadTitle: 'Chưa đọc',
    readTitle: 'Đã đọc',
    count: (n: number) => `${n} thông báo`,
    warning: 'Cảnh báo',
    news: 'Tin',
    none: 'Chưa có thông báo nào',
    noneHelp: 'Khi có việc sắp đến hạn, quá hạn hoặc mới chuyển đến bạn, thông báo sẽ hiện ở đây.',
    read: 'Đánh dấu đã đọc các mục đã chọn',
    readAll: 'Đánh dấu đã đọc hết',
    chooseFirst: 'Hãy chọn ít nhất một thông báo rồi bấm “Đánh dấu đã đọc các mục đã chọn”.',
    done: (n: number) =>
      n === 1 ? 'Đã đánh dấu 1 thông báo là đã đọc.' : `Đã đánh dấu ${n} thông báo là đã đọc.`,
    mailTitle: 'Thư tổng hợp',
    mail: 'Gửi cho tôi một thư mỗi ngày làm việc, lúc 7:30, khi có cảnh báo chưa đọc',
    mailHelp: 'Thư đến địa chỉ ghi ở tài khoản của bạn. Mỗi cảnh báo chỉ vào thư một lần.',
    save: 'Lưu',
    saved: 'Đã lưu.',
  },
  mail: {
    lead: 'Thư bị máy chủ thư từ chối hẳn, hoặc đã thử gửi nhiều lần trong khoảng 17 giờ mà chưa được. Sửa nguyên nhân rồi gửi lại. Nội dung thư được giữ kín và chỉ giữ 30 ngày.',
    none: 'Không có thư nào chưa gửi được',
    waiting: (n: number) => `${n} thư đang chờ gửi`,
    noServer: 'Chưa có máy chủ thư',
    noServerHelp:
      'Thư vẫn nằm chờ và sẽ được gửi khi người vận hành khai báo máy chủ thư (SMTP_URL, MAIL_FROM).',
    portal: 'Cổng',
    caption: (portal: string) => `Thư chưa gửi được của ${portal}`,
    purpose: 'Thư',
    queuedAt: 'Lập lúc',
    failedAt: 'Thôi gửi lúc',
    tries: 'Số lần thử',
    error: 'Vì sao',
    again: 'Gửi lại',
    resend: 'Gửi lại',
    resendAll: (n: number) => `Gửi lại cả ${n} thư`,
    done: (n: number) =>
      n === 1 ? 'Đã xếp thư vào hàng để gửi lại.' : `Đã xếp ${n} thư vào hàng để gửi lại.`,
    reasons: {
      unreachable: 'Không nối được tới máy chủ thư',
      'sign-in': 'Máy chủ thư không cho đăng nhập',
      sender: 'Máy chủ thư không nhận thư từ địa chỉ gửi của hệ thống',
      recipient: 'Máy chủ thư không nhận địa chỉ người nhận',
      message: 'Máy chủ thư không nhận nội dung thư',
      later: 'Máy chủ thư báo tạm thời chưa nhận',
      fault: 'Phần mềm không soạn được thư',
    } as Record<MailReason, string>,
  },
  stop: {
    title: 'Thôi nhận thư tổng hợp',
    lead: 'Bạn sẽ không nhận thư tổng hợp cảnh báo hằng ngày nữa. Thông báo vẫn hiện trên bàn làm việc; muốn nhận lại thư thì bật ở trang Thông báo.',
    button: 'Thôi nhận thư này',
    doneTitle: 'Đã thôi gửi thư tổng hợp',
    done: 'Từ nay bạn không nhận thư tổng hợp cảnh báo nữa. Muốn nhận lại, hãy đăng nhập và bật ở trang Thông báo.',
  },
  caught: {
    title: 'Thư của bản dùng thử',
    lead: (n: number) =>
      n === 0
        ? 'Chưa có thư nào. Bản dùng thử không gửi thư ra ngoài: mọi thư hiện ở đây.'
        : `Bản dùng thử không gửi thư ra ngoài. Đây là ${n} thư gần nhất, mới nhất ở trên.`,
    to: 'Gửi tới',
    purpose: 'Thư',
    at: 'Lập lúc',
    state: 'Tình trạng',
    states: {
      queued: 'đang chờ',
      handing: 'đang gửi',
      sent: 'đã gửi',
      failed: 'chưa gửi được',
      forgotten: 'đã xóa nội dung',
    },
    html: 'Xem bản HTML',
    text: 'Bản chữ',
  },
};

const en: typeof vi = {
  notices: {
    lead: 'What the rooms want you to know. Notices are kept for 180 days.',
    unread: (n) => (n === 0 ? 'No new notices' : `${n} unread ${n === 1 ? 'notice' : 'notices'}`),
    unreadTitle: 'Unread',
    readTitle: 'Read',
    count: (n) => `${n} ${n === 1 ? 'notice' : 'notices'}`,
    warning: 'Warning',
    news: 'News',
    none: 'No notices yet',
    noneHelp: 'Things soon due, overdue or newly passed to you appear here.',
    read: 'Mark the selected as read',
    readAll: 'Mark all as read',
    chooseFirst: 'Select at least one notice, then press “Mark the selected as read”.',
    done: (n) => (n === 1 ? '1 notice was marked as read.' : `${n} notices were marked as read.`),
    mailTitle: 'Daily mail',
    mail: 'Send me one mail each working day, at 7:30, when there are unread warnings',
    mailHelp: 'It goes to the address of your account. Each warning is in one mail only.',
    save: 'Save',
    saved: 'Saved.',
  },
  mail: {
    lead: 'Mails the mail server refused for good, or did not take in many tries over some 17 hours. Mend the cause, then send them again. What they say is sealed, and kept for 30 days only.',
    none: 'No mail has failed',
    waiting: (n) => `${n} ${n === 1 ? 'mail is' : 'mails are'} waiting to be sent`,
    noServer: 'There is no mail server',
    noServerHelp: 'Mails wait and are sent once the operator has set the mail server (SMTP_URL, MAIL_FROM).',
    portal: 'Portal',
    caption: (portal) => `Mails of ${portal} that were not sent`,
    purpose: 'Mail',
    queuedAt: 'Ordered at',
    failedAt: 'Given up at',
    tries: 'Tries',
    error: 'Why',
    again: 'Send again',
    resend: 'Send again',
    resendAll: (n) => `Send all ${n} again`,
    done: (n) => (n === 1 ? 'The mail has been queued again.' : `${n} mails have been queued again.`),
    reasons: {
      unreachable: 'The mail server could not be reached',
      'sign-in': 'The mail server does not let us sign in',
      sender: 'The mail server does not take mail from our address',
      recipient: 'The mail server does not take the receiver’s address',
      message: 'The mail server does not take the message',
      later: 'The mail server asks to try later',
      fault: 'The software could not make the mail',
    },
  },
  stop: {
    title: 'Stop the daily mail',
    lead: 'You will get no more daily mails of warnings. Notices still appear on the desk; on the page Notices you can turn the mail on again.',
    button: 'Stop this mail',
    doneTitle: 'The daily mail has been stopped',
    done: 'You will get no more daily mails of warnings. To get them again, sign in and turn them on on the page Notices.',
  },
  caught: {
    title: 'Mails of the demo',
    lead: (n) =>
      n === 0
        ? 'No mails yet. The demo sends nothing out: every mail appears here.'
        : `The demo sends nothing out. These are the latest ${n} mails, the newest on top.`,
    to: 'To',
    purpose: 'Mail',
    at: 'Ordered at',
    state: 'State',
    states: {
      queued: 'waiting',
      handing: 'being sent',
      sent: 'sent',
      failed: 'failed',
      forgotten: 'forgotten',
    },
    html: 'View as HTML',
    text: 'As text',
  },
};

export const words = { vi, en };

/** What a mail that failed failed for: our sentence, and the codes of SMTP in brackets. */
export function errorWords(lastError: string, lang: Lang): string {
  const [reason = '', ...codes] = lastError.split(' ');
  const said = words[lang].mail.reasons[reason as MailReason] ?? reason;
  return codes.length > 0 ? `${said} (${codes.join(' ')})` : said;
}

export function purposeWords(purpose: string, lang: Lang): string {
  return MAIL_PURPOSES[purpose]?.[lang] ?? purpose;
}

const NOTICES = '/thong-bao';

/** What the daily mail says. */
export function digestWords(lang: Lang) {
  const openPath = deskPath(lang, NOTICES);
  if (lang === 'en')
    return {
      openPath,
      subject: (n: number) => (n === 1 ? '1 unread warning' : `${n} unread warnings`),
      greeting: (name: string) => `Dear ${name},`,
      lead: 'These warnings are waiting on your desk:',
      more: (n: number) => `${n} more are on the desk.`,
      open: 'Open the notices',
    };
  return {
    openPath,
    subject: (n: number) => `${n} cảnh báo chưa đọc`,
    greeting: (name: string) => `Kính gửi ${name},`,
    lead: 'Những cảnh báo sau đang chờ trên bàn làm việc:',
    more: (n: number) => `Còn ${n} cảnh báo nữa trên bàn làm việc.`,
    open: 'Mở trang thông báo',
  };
}
