import type { Role } from '../../rules/access/index.ts';
import type { Lang, Words } from '../../rules/lang.ts';

/** What a role is called where the locality's regulation names none. */
export const defaultTitles: Readonly<Record<Role, Words>> = {
  technicalAdmin: { vi: 'Quản trị kỹ thuật', en: 'Technical administrator' },
  contentAdmin: { vi: 'Quản trị nội dung', en: 'Content administrator' },
  editor: { vi: 'Biên tập viên', en: 'Editor' },
  checker: { vi: 'Người kiểm duyệt', en: 'Checker' },
  boardMember: { vi: 'Thành viên Ban Biên tập', en: 'Member of the editorial board' },
  head: { vi: 'Thủ trưởng cơ quan, đơn vị', en: 'Head of the body' },
  overseer: { vi: 'Người theo dõi, kiểm tra', en: 'Overseer' },
};

/** Entry of the desk's rail. */
export const peopleLabel: Words = { vi: 'Nhân sự', en: 'People' };

const vi = {
  errors: (count: number) => (count === 1 ? 'Có 1 chỗ cần sửa' : `Có ${count} chỗ cần sửa`),
  noneYet: 'chưa có',

  signInTitle: 'Đăng nhập bàn làm việc',
  signInLead: (portal: string) => `Dành cho cán bộ của ${portal} và các cổng cùng địa phương.`,
  username: 'Tên đăng nhập',
  password: 'Mật khẩu',
  signIn: 'Đăng nhập',
  passwordSet: 'Đã đặt mật khẩu. Hãy đăng nhập bằng mật khẩu vừa đặt.',
  signedOut: 'Bạn đã thoát. Nếu dùng máy chung, hãy đóng cả trình duyệt.',
  waiting: (until: string) =>
    `Đã sai nhiều lần liền, nên tên đăng nhập này tạm nghỉ đến ${until}. Hãy đợi đến lúc đó, hoặc nhờ người quản trị của cơ quan bạn mở lại.`,
  sessionEndedTitle: 'Phiên làm việc đã hết',
  sessionEnded:
    'Đã lâu không thao tác nên bạn cần đăng nhập lại. Những gì vừa gõ vẫn còn: đăng nhập xong, bấm “Gửi tiếp” là được.',
  sessionEndedFiles:
    'Đã lâu không thao tác nên bạn cần đăng nhập lại. Những gì vừa gõ vẫn còn; riêng tệp và mật khẩu thì phải chọn hoặc gõ lại.',
  resumeTitle: 'Bạn đã đăng nhập lại',
  resumeLead: 'Biểu mẫu gửi dở vẫn còn nguyên, chưa gửi đi.',
  resume: 'Gửi tiếp',
  discard: 'Bỏ, về bàn làm việc',

  inviteTitle: 'Đặt mật khẩu',
  inviteLead: (name: string, username: string) =>
    `${name}, tên đăng nhập của bạn là ${username}. Hãy tự đặt mật khẩu; không ai khác biết mật khẩu này.`,
  inviteDeadTitle: 'Lời mời không dùng được nữa',
  savePassword: 'Lưu mật khẩu',
  passwordRules: [
    'ít nhất 14 ký tự, có chữ hoa, chữ thường, chữ số và một ký hiệu khác;',
    'không chứa tên đăng nhập, không lặp đi lặp lại, không phải câu ai cũng đoán ra;',
    'khác mười mật khẩu gần nhất. Không cho ai mượn, kể cả người quản trị.',
  ],
  newPassword: 'Mật khẩu mới',
  repeatPassword: 'Gõ lại mật khẩu mới',
  currentPassword: 'Mật khẩu hiện tại',
  passwordTitle: 'Đổi mật khẩu',
  passwordDue: 'Trước khi làm việc tiếp, bạn cần đổi mật khẩu.',
  passwordTypedAgain: 'Vì an toàn, mật khẩu không được giữ lại trong biểu mẫu: xin gõ lại cả các ô mật khẩu.',

  accountTitle: 'Tài khoản của tôi',
  fullName: 'Họ và tên',
  email: 'Thư điện tử',
  roles: 'Vai trò',
  noRoles: 'Bạn chưa được giao vai trò nào. Hãy hỏi người quản trị của cơ quan bạn.',
  portal: 'Cổng',
  language: 'Ngôn ngữ của bàn làm việc',
  save: 'Lưu',
  saved: 'Đã lưu.',
  passwordChanged: 'Đã đổi mật khẩu. Các phiên làm việc khác của bạn đã kết thúc.',
  signOut: 'Thoát',
  security: 'Mật khẩu và phiên làm việc',
  validity: 'Hiệu lực',
  from: (day: string) => `từ ${day}`,
  fromTo: (from: string, to: string) => `từ ${from} đến hết ${to}`,
  decision: 'Số quyết định phân công',
  decisionHelp: 'Ví dụ: 36/QĐ-UBND. Quyền chỉ được giao theo quyết định.',
  decidedOn: 'Ngày ký quyết định',
  decisionLine: (number: string, on: string) => `${number} ngày ${on}`,

  peopleTitle: 'Nhân sự',
  choosePortal: 'Xem cổng',
  peopleCount: (count: number, portal: string) => `${count} người, ${portal}`,
  invite: 'Mời người mới',
  state: 'Tình trạng',
  stateOpen: 'Đang dùng',
  stateDisabled: 'Đã khóa',
  stateInvited: (until: string) => `Đã mời, chờ đặt mật khẩu đến ${until}`,
  stateExpired: (at: string) => `Lời mời hết hạn lúc ${at}`,
  stateNoPassword: 'Chưa có mật khẩu',
  stateLocked: (until: string) => `Tạm nghỉ vì sai mật khẩu đến ${until}`,
  noRoleHere: 'không còn vai trò ở cổng này',
  noPeople: 'Cổng này chưa có ai. Hãy mời người đầu tiên.',
  backToPeople: 'Về danh sách nhân sự',

  invitePersonTitle: 'Mời người mới',
  invitePersonLead:
    'Người được mời nhận một liên kết dùng một lần, tự đặt mật khẩu trong 72 giờ. Bạn không bao giờ thấy mật khẩu đó.',
  rolesHelp: 'Chỉ chọn những việc quyết định phân công có nêu.',
  usernameHelp:
    'Đặt theo quy chế: chữ đầu của họ và tên đệm, tên, rồi tên viết tắt đơn vị. Để trống để hệ thống đề nghị.',
  usernameProposed: 'Đây là tên hệ thống đề nghị theo quy chế. Xem lại rồi bấm “Gửi lời mời”.',
  suggest: 'Đề nghị tên đăng nhập',
  sendInvite: 'Gửi lời mời',
  validFrom: 'Có hiệu lực từ ngày',
  validTo: 'Đến hết ngày',
  validToHelp: 'Để trống nếu quyết định không nêu ngày hết hạn.',
  invitedTitle: 'Liên kết mời',
  invitedLead: (name: string) =>
    `Hãy trao liên kết này cho ${name}, trực tiếp hoặc qua kênh nội bộ. Liên kết chỉ hiện một lần ở đây.`,
  invitedUntil: (until: string) => `Dùng được một lần, đến ${until}.`,
  invitedLink: 'Liên kết',

  grantTitle: 'Giao thêm vai trò',
  grant: 'Giao vai trò',
  revoke: 'Thu vai trò',
  rolesOf: (name: string) => `Vai trò của ${name}`,
  noneHeld: 'Không còn vai trò nào ở các cổng bạn quản trị.',
  accountPart: 'Tài khoản',
  accountElsewhere:
    'Người này còn giữ vai trò ngoài phần bạn quản trị. Bạn giao và thu được vai trò ở cổng của mình; khóa tài khoản hay gửi lời mời mới xin nhờ quản trị kỹ thuật của cổng chính.',
  accountOwn: 'Đây là tài khoản của bạn. Không ai tự giao quyền hay tự khóa tài khoản của mình.',
  disable: 'Khóa tài khoản',
  disableHelp:
    'Dùng khi người này thôi việc: phiên làm việc kết thúc ngay, mật khẩu cũ hết giá trị. Tài khoản và những gì đã làm vẫn lưu, không xóa.',
  enable: 'Mở lại và gửi lời mời mới',
  inviteAgain: 'Gửi lời mời mới',
  inviteAgainHelp: 'Dùng khi quên mật khẩu hoặc lời mời đã hết hạn: mật khẩu cũ hết giá trị ngay.',
  unlock: 'Cho đăng nhập lại ngay',
  resetFactor: 'Đặt lại lớp bảo vệ thứ hai',
  resetFactorHelp:
    'Dùng khi người này mất điện thoại hay khóa và cả mã dự phòng: hãy biết chắc là chính người ấy hỏi. Mã, khóa và mọi phiên làm việc kết thúc; lần sau vào bằng mật khẩu rồi cài lại. Người ấy được báo.',
  history: 'Những gì đã làm với tài khoản này',
  historyLink: 'Xem trong nhật ký',
  done: {
    giao: 'Đã giao vai trò.',
    'de-nghi': 'Đã ghi đề nghị. Vai trò này cần người thứ hai đồng ý; trước đó chưa có hiệu lực.',
    thu: 'Đã thu vai trò. Người đó không còn làm được việc này ngay từ lúc này.',
    khoa: 'Đã khóa tài khoản.',
    mo: 'Đã cho đăng nhập lại.',
    'dat-lai': 'Đã đặt lại lớp bảo vệ thứ hai. Người này vào bằng mật khẩu rồi cài lại.',
  } as Record<string, string>,
  fullNameMissing: 'Hãy ghi họ và tên như trong quyết định.',
  emailWrong: 'Địa chỉ thư điện tử chưa đúng dạng, ví dụ: ten@laocai.gov.vn. Có thể để trống.',
  dateMissing: 'Hãy chọn ngày bắt đầu.',
  portalMissing: 'Hãy chọn cổng.',

  taskTitle: (name: string) => `Lời mời của ${name} đã hết hạn`,
  taskNote: (at: string) => `Hết hạn lúc ${at}, chưa đặt mật khẩu.`,
  taskAction: 'Mời lại',
};

const en: typeof vi = {
  errors: (count) => (count === 1 ? 'One thing to correct' : `${count} things to correct`),
  noneYet: 'none',

  signInTitle: 'Sign in to the desk',
  signInLead: (portal) => `For staff of ${portal} and the other portals of the locality.`,
  username: 'User name',
  password: 'Password',
  signIn: 'Sign in',
  passwordSet: 'Your password is set. Sign in with it.',
  signedOut: 'You have signed out. On a shared computer, close the browser as well.',
  waiting: (until) =>
    `There were several failures in a row, so this user name rests until ${until}. Wait until then, or ask the administrator of your body to open it.`,
  sessionEndedTitle: 'Your session has ended',
  sessionEnded:
    'Nothing happened for a while, so please sign in again. What you typed is kept: sign in, then press “Send it now”.',
  sessionEndedFiles:
    'Nothing happened for a while, so please sign in again. What you typed is kept; files and passwords have to be chosen or typed again.',
  resumeTitle: 'You are signed in again',
  resumeLead: 'Your unfinished form is still whole and has not been sent.',
  resume: 'Send it now',
  discard: 'Discard it, go to the desk',

  inviteTitle: 'Set your password',
  inviteLead: (name, username) =>
    `${name}, your user name is ${username}. Choose a password yourself; nobody else knows it.`,
  inviteDeadTitle: 'This invitation no longer works',
  savePassword: 'Save the password',
  passwordRules: [
    'at least 14 characters, with capital letters, small letters, digits and another sign;',
    'without the user name, not the same pieces again and again, not what everyone would guess;',
    'none of your last ten. Lend it to nobody, administrators included.',
  ],
  newPassword: 'New password',
  repeatPassword: 'New password again',
  currentPassword: 'Current password',
  passwordTitle: 'Change your password',
  passwordDue: 'Before you go on, please change your password.',
  passwordTypedAgain: 'For safety, passwords are not kept in the form: please type them again.',

  accountTitle: 'My account',
  fullName: 'Full name',
  email: 'E-mail',
  roles: 'Roles',
  noRoles: 'You have no role yet. Ask the administrator of your body.',
  portal: 'Portal',
  language: 'Language of the desk',
  save: 'Save',
  saved: 'Saved.',
  passwordChanged: 'Your password is changed. Your other sessions have ended.',
  signOut: 'Sign out',
  security: 'Password and session',
  validity: 'Holds',
  from: (day) => `from ${day}`,
  fromTo: (from, to) => `from ${from} to the end of ${to}`,
  decision: 'Number of the decision that appoints',
  decisionHelp: 'For example 36/QĐ-UBND. Rights are given by decision only.',
  decidedOn: 'Date of the decision',
  decisionLine: (number, on) => `${number} of ${on}`,

  peopleTitle: 'People',
  choosePortal: 'Portal',
  peopleCount: (count, portal) => `${count} ${count === 1 ? 'person' : 'people'}, ${portal}`,
  invite: 'Invite someone',
  state: 'State',
  stateOpen: 'In use',
  stateDisabled: 'Closed',
  stateInvited: (until) => `Invited, to set a password by ${until}`,
  stateExpired: (at) => `Invitation ended at ${at}`,
  stateNoPassword: 'No password yet',
  stateLocked: (until) => `Resting after failures until ${until}`,
  noRoleHere: 'no role on this portal any more',
  noPeople: 'Nobody works on this portal yet. Invite the first person.',
  backToPeople: 'Back to the list of people',

  invitePersonTitle: 'Invite someone',
  invitePersonLead:
    'The person gets a one-time link and sets a password within 72 hours. You never see that password.',
  rolesHelp: 'Choose only what the decision names.',
  usernameHelp:
    'By the regulation: initials of surname and middle names, given name, abbreviation of the unit. Leave it empty for a proposal.',
  usernameProposed: 'This name is proposed by the regulation. Check it, then press “Send the invitation”.',
  suggest: 'Propose a user name',
  sendInvite: 'Send the invitation',
  validFrom: 'Holds from',
  validTo: 'Until the end of',
  validToHelp: 'Leave it empty when the decision names no end.',
  invitedTitle: 'Link of the invitation',
  invitedLead: (name) =>
    `Hand this link to ${name}, in person or by an internal channel. It is shown here once.`,
  invitedUntil: (until) => `Works once, until ${until}.`,
  invitedLink: 'Link',

  grantTitle: 'Give another role',
  grant: 'Give the role',
  revoke: 'Take the role',
  rolesOf: (name) => `Roles of ${name}`,
  noneHeld: 'No role left on the portals you administer.',
  accountPart: 'Account',
  accountElsewhere:
    'This person also holds roles beyond those you administer. You give and take roles on your own portal; for closing the account or a new invitation ask the technical administrator of the main portal.',
  accountOwn: 'This is your own account. Nobody changes rights or closes an account of his own.',
  disable: 'Close the account',
  disableHelp:
    'For someone who leaves: sessions end at once and the old password is worth nothing. The account and its record are kept, never deleted.',
  enable: 'Open again and send a new invitation',
  inviteAgain: 'Send a new invitation',
  inviteAgainHelp:
    'For a forgotten password or an invitation that ended: the old password is worth nothing at once.',
  unlock: 'Let in again now',
  resetFactor: 'Reset the second factor',
  resetFactorHelp:
    'For someone who lost telephone or key and the recovery codes: be sure that it is he who asks. Codes, keys and every session end; he signs in with the password and sets up another. He is told of it.',
  history: 'What was done with this account',
  historyLink: 'See it in the record',
  done: {
    giao: 'The role is given.',
    'de-nghi': 'The proposal is recorded. This role takes a second person and does not hold before.',
    thu: 'The role is taken, with effect from this moment.',
    khoa: 'The account is closed.',
    mo: 'The person may sign in again.',
    'dat-lai': 'The second factor is reset. The person signs in with the password and sets up another.',
  },
  fullNameMissing: 'Enter the full name as in the decision.',
  emailWrong:
    'This is not the form of an e-mail address, for example name@laocai.gov.vn. It may be left empty.',
  dateMissing: 'Choose the first day.',
  portalMissing: 'Choose a portal.',

  taskTitle: (name) => `The invitation of ${name} has ended`,
  taskNote: (at) => `Ended at ${at}, no password set.`,
  taskAction: 'Invite again',
};

export type AccountWords = typeof vi;

/** Every text of this room's pages. */
export function accountWords(lang: Lang): AccountWords {
  return lang === 'vi' ? vi : en;
}
