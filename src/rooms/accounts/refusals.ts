import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';

/** What is wrong with a new password, and what to do. The figures are those of password-rules.ts. */
export const passwordWords = {
  tooShort: {
    vi: 'Mật khẩu cần ít nhất 14 ký tự. Một câu ngắn của riêng bạn, có dấu cách, vừa dài vừa dễ nhớ.',
    en: 'A password has at least 14 characters. A short sentence of your own, with spaces, is long and easy to remember.',
  },
  tooLong: {
    vi: 'Mật khẩu dài quá 256 ký tự. Hãy chọn mật khẩu ngắn hơn.',
    en: 'The password is longer than 256 characters. Choose a shorter one.',
  },
  classes: {
    vi: 'Mật khẩu cần có đủ chữ hoa, chữ thường, chữ số và một ký hiệu khác (kể cả dấu cách). Hãy thêm loại còn thiếu.',
    en: 'A password needs capital letters, small letters, digits and another sign (a space counts). Add what is missing.',
  },
  username: {
    vi: 'Mật khẩu không được chứa tên đăng nhập. Hãy bỏ phần đó đi.',
    en: 'A password must not contain the user name. Take that part out.',
  },
  repeated: {
    vi: 'Mật khẩu lặp lại cùng vài ký tự nên dễ đoán. Hãy dùng nhiều ký tự khác nhau hơn.',
    en: 'The password repeats the same few characters and is easy to guess. Use more different ones.',
  },
  wellKnown: {
    vi: 'Mật khẩu này gần với những mật khẩu ai cũng thử đầu tiên. Hãy chọn một câu của riêng bạn.',
    en: 'This is close to the passwords everyone tries first. Choose a sentence of your own.',
  },
} as const satisfies Record<string, Words>;

export const PASSWORD_USED_BEFORE = new Refusal(
  'password-used-before',
  {
    vi: 'Bạn đã dùng mật khẩu này trong mười lần gần đây. Hãy chọn mật khẩu khác.',
    en: 'This is one of your last ten passwords. Choose another.',
  },
  'newPassword',
);

export const PASSWORDS_DIFFER = new Refusal(
  'passwords-differ',
  {
    vi: 'Hai lần gõ mật khẩu mới không giống nhau. Hãy gõ lại cả hai.',
    en: 'The new password was typed differently the second time. Type both again.',
  },
  'repeatPassword',
);

export const WRONG_CURRENT_PASSWORD = new Refusal(
  'wrong-current-password',
  {
    vi: 'Mật khẩu hiện tại không đúng. Hãy gõ lại.',
    en: 'The current password is wrong. Type it again.',
  },
  'currentPassword',
);

/** One answer for an unknown name, a wrong password and a closed account (LC-106). */
export const NOT_SIGNED_IN: Words = {
  vi: 'Tên đăng nhập hoặc mật khẩu không đúng. Hãy gõ lại cả hai. Nếu quên mật khẩu, nhờ người quản trị của cơ quan bạn gửi lời mời mới.',
  en: 'The user name or the password is wrong. Type both again. If you forgot the password, ask the administrator of your body for a new invitation.',
};

export const INVITATION_DEAD: Words = {
  vi: 'Lời mời này đã dùng rồi, đã hết hạn hoặc đã được thay bằng lời mời khác. Hãy nhờ người quản trị của cơ quan bạn gửi lời mời mới.',
  en: 'This invitation was used, has ended or was replaced by another. Ask the administrator of your body for a new one.',
};

export const UNKNOWN_PERSON = new Refusal('unknown-person', {
  vi: 'Không có người này ở các cổng bạn quản trị. Hãy quay lại danh sách nhân sự.',
  en: 'There is no such person on the portals you administer. Go back to the list of people.',
});

export const NOT_ONESELF = new Refusal('not-oneself', {
  vi: 'Không ai tự giao quyền hay tự khóa tài khoản của mình. Hãy nhờ một người quản trị khác.',
  en: 'Nobody changes rights or closes an account of his own. Ask another administrator.',
});

export const ROLE_BEYOND = new Refusal(
  'role-beyond',
  {
    vi: 'Bạn không giao hay thu được vai trò này. Hãy nhờ quản trị kỹ thuật của cổng chính.',
    en: 'You cannot give or take this role. Ask the technical administrator of the main portal.',
  },
  'roles',
);

export const ACCOUNT_BEYOND = new Refusal('account-beyond', {
  vi: 'Người này còn giữ vai trò ngoài phần bạn quản trị, nên bạn chỉ thu được vai trò ở cổng của mình. Việc khóa tài khoản hay gửi lời mời mới xin nhờ quản trị kỹ thuật của cổng chính.',
  en: 'This person also holds roles beyond those you administer, so you can only take the roles on your own portal. For closing the account or a new invitation ask the technical administrator of the main portal.',
});

export const USERNAME_TAKEN = new Refusal(
  'username-taken',
  {
    vi: 'Tên đăng nhập này đã có người dùng. Hãy để trống để hệ thống đề nghị tên khác; nếu là cùng một người, nhờ quản trị kỹ thuật của cổng chính giao thêm vai trò.',
    en: 'This user name is taken. Leave it empty for another proposal; if it is the same person, ask the technical administrator of the main portal to add the role.',
  },
  'username',
);

export const USERNAME_UNREADABLE = new Refusal(
  'username-characters',
  {
    vi: 'Tên đăng nhập chỉ gồm chữ thường không dấu, chữ số, dấu chấm và gạch nối, tối đa 40 ký tự.',
    en: 'A user name has only small letters without marks, digits, dots and hyphens, at most 40 characters.',
  },
  'username',
);

export const NO_ROLE = new Refusal(
  'no-role',
  { vi: 'Hãy chọn ít nhất một vai trò.', en: 'Choose at least one role.' },
  'roles',
);

export const DATES_CROSSED = new Refusal(
  'dates-crossed',
  {
    vi: 'Ngày hết hiệu lực phải từ ngày bắt đầu trở đi và chưa qua. Hãy sửa ngày hoặc để trống.',
    en: 'The last day must not lie before the first, nor in the past. Correct it or leave it empty.',
  },
  'validTo',
);

/** An appointment rests on a decision (LX-014, BG-042). */
export const NO_DECISION = new Refusal(
  'no-decision',
  {
    vi: 'Hãy ghi số quyết định phân công, ví dụ 36/QĐ-UBND. Không giao quyền khi chưa có quyết định.',
    en: 'Enter the number of the decision that appoints, for example 36/QĐ-UBND. No right is given without one.',
  },
  'decision',
);

export const NO_DECISION_DATE = new Refusal(
  'no-decision-date',
  { vi: 'Hãy ghi ngày ký quyết định.', en: 'Enter the date of the decision.' },
  'decidedOn',
);

export const ALREADY_HELD = new Refusal(
  'already-held',
  {
    vi: 'Người này đang giữ vai trò đó ở cổng này. Muốn đổi thời hạn, hãy thu vai trò rồi giao lại.',
    en: 'This person holds that role on this portal. To change its dates, take the role and give it again.',
  },
  'roles',
);

export const ALREADY_PROPOSED = new Refusal(
  'already-proposed',
  {
    vi: 'Vai trò này đã được đề nghị cho người này và đang chờ người thứ hai đồng ý. Hãy xem mục Đề nghị giao quyền.',
    en: 'This role was proposed for this person and waits for a second person. See the proposals of rights.',
  },
  'roles',
);

export const NO_SUCH_PROPOSAL = new Refusal('no-such-proposal', {
  vi: 'Không có đề nghị này ở các cổng bạn làm việc. Hãy quay lại danh sách đề nghị.',
  en: 'There is no such proposal on the portals you work on. Go back to the list of proposals.',
});

export const PROPOSAL_SETTLED = new Refusal('proposal-settled', {
  vi: 'Đề nghị này đã được giải quyết. Hãy tải lại trang để xem kết quả.',
  en: 'This proposal was settled already. Reload the page to see how.',
});

export const PROPOSAL_PAST = new Refusal('proposal-past', {
  vi: 'Thời hạn của vai trò trong đề nghị đã qua. Hãy từ chối, rồi đề nghị lại với ngày mới.',
  en: 'The time of the right in this proposal is over. Refuse it, and have it proposed with new dates.',
});

export const OWN_PROPOSAL = new Refusal('own-proposal', {
  vi: 'Bạn là người đề nghị nên không tự đồng ý được. Hãy chờ người thứ hai: thủ trưởng, quản trị nội dung hoặc quản trị kỹ thuật.',
  en: 'You proposed this, so you cannot confirm it. It waits for a second person: the head, the content or the technical administrator.',
});

export const OWN_RIGHT = new Refusal('own-right', {
  vi: 'Vai trò này là của bạn nên bạn không tự đồng ý được. Hãy để một người khác có thẩm quyền quyết định.',
  en: 'This right is to be your own, so you cannot confirm it. Leave it to somebody else who may.',
});

export const NOT_YOURS_TO_CONFIRM = new Refusal('not-yours-to-confirm', {
  vi: 'Việc này cần thủ trưởng, quản trị nội dung của cổng hoặc quản trị kỹ thuật đồng ý. Hãy báo một trong những người đó.',
  en: 'This takes the word of the head, the content administrator of the portal or the technical administrator. Tell one of them.',
});

export const NOT_YOUR_PROPOSAL = new Refusal('not-your-proposal', {
  vi: 'Chỉ người đề nghị mới rút đề nghị lại được. Nếu không đồng ý, người có thẩm quyền chọn “Không đồng ý”.',
  en: 'Only who proposed takes a proposal back. Whoever may confirm it can refuse it.',
});

export const NO_REASON = new Refusal(
  'no-reason',
  {
    vi: 'Hãy ghi lý do, ít nhất vài từ, để người sau hiểu.',
    en: 'Give a reason, at least a few words, so that others understand.',
  },
  'reason',
);

export const NOT_YOURS_TO_LEND = new Refusal(
  'not-yours-to-lend',
  {
    vi: 'Bạn chỉ ủy quyền được vai trò của chính mình ở cổng này. Hãy chọn một vai trò trong danh sách.',
    en: 'You lend only rights of your own on this portal. Choose one of the list.',
  },
  'role',
);

export const LENT_TO_ONESELF = new Refusal(
  'lent-to-oneself',
  { vi: 'Hãy chọn một đồng nghiệp, không phải chính bạn.', en: 'Choose a colleague, not yourself.' },
  'personId',
);

export const NO_BASE_ROLE = new Refusal(
  'no-base-role',
  {
    vi: 'Đồng nghiệp này chưa giữ vai trò cơ sở ở cổng nên không nhận ủy quyền việc này được. Hãy chọn người đang làm việc gần với việc ấy, ví dụ người kiểm duyệt thay thành viên Ban Biên tập.',
    en: 'This colleague does not hold a role on the portal to which this one can be lent. Choose somebody whose work is next to it, for example a checker for a member of the board.',
  },
  'personId',
);

export const LENT_TOO_LONG = new Refusal(
  'lent-too-long',
  {
    vi: 'Mỗi lần ủy quyền không quá 90 ngày. Cần lâu hơn thì giao vai trò bằng quyết định.',
    en: 'A right is lent for 90 days at most. For longer, have it given by decision.',
  },
  'validTo',
);

export const LENT_BEYOND = new Refusal(
  'lent-beyond',
  {
    vi: 'Vai trò của bạn hết hiệu lực trước ngày đó. Hãy chọn ngày kết thúc sớm hơn.',
    en: 'Your own right ends before that day. Choose an earlier last day.',
  },
  'validTo',
);

export const GRANT_ENDED = new Refusal('grant-ended', {
  vi: 'Vai trò này đã được thu. Hãy mở lại trang để xem hiện trạng.',
  en: 'This role was already taken. Open the page again to see how things stand.',
});

export const IS_DISABLED = new Refusal('is-disabled', {
  vi: 'Tài khoản đang khóa. Hãy mở lại tài khoản trước.',
  en: 'The account is closed. Open it again first.',
});

export const NOT_DISABLED = new Refusal('not-disabled', {
  vi: 'Tài khoản này không khóa. Hãy mở lại trang để xem hiện trạng.',
  en: 'This account is not closed. Open the page again to see how things stand.',
});

export const HAS_ADMINISTRATOR = new Refusal('has-administrator', {
  vi: 'Địa phương này đã có quản trị kỹ thuật. Người đó mời thêm người khác từ bàn làm việc.',
  en: 'This locality has a technical administrator already. That person invites others from the desk.',
});

export const NOT_MAIN_PORTAL = new Refusal('not-main-portal', {
  vi: 'Quản trị kỹ thuật đầu tiên được giao ở cổng chính. Hãy chọn cổng chính của địa phương.',
  en: 'The first technical administrator is appointed on the main portal. Name the main portal of the locality.',
});

export const DEMO_ONLY = new Refusal('demo-only', {
  vi: 'Mật khẩu chung chỉ dùng cho bản dùng thử. Ở bản vận hành, hãy mời từng người.',
  en: 'A shared password is for the demo only. In service, invite each person.',
});
