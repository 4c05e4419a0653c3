import type { Lang, Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { Told } from './entering.ts';
import type { Factors } from './second-factor-rules.ts';

/** Every refusal around the second factor, with what to do next. */
export const secondFactorRefusals = {
  codeWrong: new Refusal(
    'code-wrong',
    {
      vi: 'Mã chưa đúng. Hãy đợi ứng dụng hiện mã mới rồi gõ mã đó; nếu vẫn sai, kiểm tra giờ của điện thoại có đúng không.',
      en: 'The code is not right. Wait for the app to show the next one and type that; if it fails again, check the clock of the telephone.',
    },
    'code',
  ),
  halfGone: new Refusal('half-gone', {
    vi: 'Lần đăng nhập này đã quá 10 phút hoặc đã dùng xong. Hãy đăng nhập lại từ đầu.',
    en: 'This sign-in is more than 10 minutes old, or was finished. Sign in again from the beginning.',
  }),
  nothingThere: new Refusal('nothing-there', {
    vi: 'Mục này đã được bỏ trước đó. Hãy xem lại danh sách bên dưới.',
    en: 'This was removed before. See the list below.',
  }),
  noneToReset: new Refusal('none-to-reset', {
    vi: 'Người này chưa cài lớp bảo vệ thứ hai nên không có gì để đặt lại.',
    en: 'This person has no second factor, so there is nothing to reset.',
  }),
  nothingToRecover: new Refusal('nothing-to-recover', {
    vi: 'Mã dự phòng chỉ dùng khi đã có lớp bảo vệ thứ hai. Hãy cài ứng dụng mã hoặc thêm khóa truy cập trước.',
    en: 'Recovery codes are for those who have a second factor. Set up an app or a passkey first.',
  }),
  passkeyNotMade: new Refusal(
    'passkey-not-made',
    {
      vi: 'Chưa thêm được khóa truy cập: trang mở quá lâu, hoặc thiết bị không xác nhận được bạn. Hãy bấm thêm lại.',
      en: 'The passkey was not added: the page stood open too long, or the device did not confirm it is you. Press the button again.',
    },
    'passkeyName',
  ),
  tooManyPasskeys: new Refusal(
    'too-many-passkeys',
    {
      vi: 'Mỗi người có tối đa 20 khóa truy cập. Hãy bỏ bớt khóa không dùng nữa.',
      en: 'Each person has at most 20 passkeys. Remove those no longer used.',
    },
    'passkeyName',
  ),
  proofDue: new Refusal('proof-due', {
    vi: 'Việc này cần xác nhận lại rằng chính là bạn. Hãy mở “Tài khoản của tôi”, xác nhận, rồi làm lại trong vòng 10 phút.',
    en: 'This needs a fresh proof that it is you. Open “My account”, prove it, then do this again within 10 minutes.',
  }),
} as const;

const vi = {
  // the second step of signing in
  stepTitle: 'Xác nhận chính là bạn',
  stepLead: (name: string) => `${name}, mật khẩu đã đúng. Còn một bước nữa.`,
  providerLead: (name: string) => `${name}, nơi cấp tài khoản đã xác nhận bạn. Còn một bước nữa.`,
  code: 'Mã 6 chữ số trong ứng dụng, hoặc một mã dự phòng',
  codeOnly: 'Mã dự phòng',
  codeHelp:
    'Mở ứng dụng mã trên điện thoại. Mất điện thoại thì gõ một mã dự phòng đã in, ví dụ k7mp-2qax-9tch.',
  recoveryHelp: 'Một trong các mã đã in khi thêm khóa truy cập, ví dụ k7mp-2qax-9tch.',
  confirm: 'Xác nhận',
  startAgain: 'Đăng nhập lại từ đầu',
  lost: 'Mất cả điện thoại lẫn mã dự phòng? Hãy nhờ người quản trị của cơ quan bạn đặt lại lớp bảo vệ thứ hai.',
  wrong: 'Mã không đúng hoặc đã dùng rồi. Mỗi mã chỉ dùng một lần: hãy đợi mã mới rồi gõ lại.',
  wrongPassword: 'Mật khẩu không đúng. Hãy gõ lại.',
  waiting: (until: string) =>
    `Đã sai nhiều lần liền, nên tạm nghỉ đến ${until}. Hãy đợi đến lúc đó rồi thử lại.`,
  // passkeys
  passkeySignIn: 'Đăng nhập bằng khóa truy cập',
  passkeyUse: 'Dùng khóa truy cập',
  passkeyOr: 'Hoặc không cần mật khẩu',
  passkeyNoScript:
    'Khóa truy cập cần trình duyệt bật JavaScript. Không bật thì đăng nhập bằng mật khẩu và mã như thường.',
  passkeyUnsupported: 'Trình duyệt này chưa dùng được khóa truy cập. Hãy đăng nhập bằng mật khẩu và mã.',
  passkeyCancelled: 'Chưa nhận được xác nhận từ thiết bị. Bấm lại để thử lần nữa, hoặc dùng mật khẩu.',
  passkeyExists: 'Thiết bị này đã có khóa truy cập của bạn rồi.',
  passkeyWrong:
    'Khóa truy cập này chưa dùng được ở đây: có thể khóa đã bỏ, hoặc trang mở quá lâu. Hãy bấm lại, hoặc đăng nhập bằng mật khẩu.',
  // own account: protection
  title: 'Bảo vệ tài khoản',
  lead: 'Mật khẩu có thể bị lộ. Lớp bảo vệ thứ hai là thứ bạn cầm trong tay: kẻ biết mật khẩu vẫn không vào được.',
  due: 'Người quản trị phải có lớp bảo vệ thứ hai. Hãy cài một trong hai cách dưới đây để làm việc tiếp.',
  dueBy: (day: string) =>
    `Người quản trị phải có lớp bảo vệ thứ hai. Hãy cài trước ${day}; sau đó bạn chỉ mở được trang này.`,
  taskTitle: 'Cài lớp bảo vệ thứ hai cho tài khoản của bạn',
  taskAction: 'Cài ngay',
  dueDemo: 'Ở bản vận hành, người quản trị phải có lớp bảo vệ thứ hai. Bản dùng thử không bắt buộc.',
  protected: 'Tài khoản có lớp bảo vệ thứ hai',
  unprotected: 'Tài khoản chỉ có mật khẩu',
  appTitle: 'Ứng dụng mã trên điện thoại',
  appLead:
    'Ứng dụng bất kỳ tạo mã 6 chữ số theo giờ (chuẩn TOTP). Dùng được cả khi điện thoại không có mạng.',
  appSince: (at: string) => `Đã cài từ ${at}`,
  appUsed: (at: string) => `dùng lần cuối ${at}`,
  appSetUp: 'Cài ứng dụng mã',
  appChange: 'Chuyển sang điện thoại khác',
  appRemove: 'Bỏ ứng dụng mã',
  passkeysTitle: 'Khóa truy cập',
  passkeysLead:
    'Đăng nhập bằng vân tay, khuôn mặt hoặc mã PIN của máy, không cần gõ mật khẩu. Khóa chỉ dùng được đúng trang này nên không ai lừa lấy được.',
  passkeysNone: 'Chưa có khóa truy cập nào.',
  passkeysOf: 'Khóa truy cập của bạn',
  passkeyName: 'Tên khóa',
  passkeyNameHelp: 'Để bạn nhận ra sau này, ví dụ: điện thoại của tôi, khóa USB ở cơ quan.',
  passkeyAdd: 'Thêm khóa truy cập',
  passkeyUnnamed: 'Khóa truy cập',
  passkeyRemove: 'Bỏ khóa',
  passkeyRemoveOf: (name: string) => `Bỏ khóa “${name}”`,
  passkeyMade: 'Thêm lúc',
  passkeyLast: 'Dùng lần cuối',
  passkeyNever: 'chưa dùng',
  passkeyFor: 'Dùng ở',
  passkeySynced: 'được nhà cung cấp của máy sao lưu',
  recoveryTitle: 'Mã dự phòng',
  recoveryLeft: (count: number) =>
    count === 0
      ? 'Không còn mã dự phòng nào. Hãy tạo mười mã mới và in ra.'
      : `Còn ${count} mã chưa dùng. Mỗi mã thay cho một lần gõ mã của ứng dụng.`,
  recoveryNone: 'Mười mã được tạo khi bạn cài ứng dụng mã hoặc thêm khóa truy cập đầu tiên.',
  recoveryRenew: 'Tạo mười mã mới',
  recoveryRenewHelp: 'Các mã cũ hết giá trị ngay.',
  // setting up the app
  setUpTitle: 'Cài ứng dụng mã',
  setUpSteps: [
    'Mở ứng dụng mã trên điện thoại, chọn thêm tài khoản.',
    'Quét hình bên dưới. Không quét được thì gõ dãy chữ ghi dưới hình.',
    'Gõ mã 6 chữ số ứng dụng vừa hiện rồi bấm “Xác nhận”.',
  ],
  qrLabel: 'Hình để ứng dụng quét; dãy chữ bên dưới ghi cùng nội dung',
  secret: 'Dãy chữ để gõ',
  secretAccount: 'Tên tài khoản trong ứng dụng',
  setUpCode: 'Mã 6 chữ số vừa hiện',
  setUpCancel: 'Thôi, quay lại',
  // recovery codes, shown once
  codesTitle: 'Mã dự phòng của bạn',
  codesLead:
    'Hãy in trang này hoặc chép lại, cất ở nơi chỉ mình bạn lấy được, không để cùng điện thoại. Trang này không hiện lại.',
  codesFor: (name: string, at: string) => `${name}, tạo lúc ${at}`,
  codesEach: 'Mỗi mã dùng một lần. Gạch đi mã đã dùng.',
  codesDone: 'Tôi đã cất mã, tiếp tục',
  codeSetUpDone: 'Đã cài ứng dụng mã. Các phiên làm việc khác của bạn đã kết thúc.',
  passkeyDone: 'Đã thêm khóa truy cập. Các phiên làm việc khác của bạn đã kết thúc.',
  done: {
    ma: 'Đã cài ứng dụng mã. Các phiên làm việc khác của bạn đã kết thúc.',
    'bo-ma': 'Đã bỏ ứng dụng mã.',
    khoa: 'Đã thêm khóa truy cập. Các phiên làm việc khác của bạn đã kết thúc.',
    'bo-khoa': 'Đã bỏ khóa truy cập.',
    'lien-ket': 'Đã liên kết tài khoản. Từ nay bạn đăng nhập được bằng cách đó.',
    'bo-lien-ket': 'Đã bỏ liên kết.',
  } as Record<string, string>,
  // a fresh proof
  freshTitle: 'Xác nhận lại chính là bạn',
  freshLead: 'Việc bạn sắp làm ảnh hưởng đến an toàn, nên cần xác nhận lại. Xác nhận này có giá trị 10 phút.',
  freshCarried:
    'Những gì vừa gõ vẫn còn; xác nhận xong, bấm “Gửi tiếp” là được. Riêng tệp và mật khẩu phải chọn hoặc gõ lại.',
  freshPassword: 'Mật khẩu',
  back: 'Về bảo vệ tài khoản',
};

const en: typeof vi = {
  stepTitle: 'Confirm that it is you',
  stepLead: (name) => `${name}, the password is right. One more step.`,
  providerLead: (name) => `${name}, your provider has confirmed you. One more step.`,
  code: 'The six digits in the app, or a recovery code',
  codeOnly: 'Recovery code',
  codeHelp:
    'Open the app on your telephone. If it is lost, type one of the printed recovery codes, for example k7mp-2qax-9tch.',
  recoveryHelp: 'One of the codes printed when the passkey was added, for example k7mp-2qax-9tch.',
  confirm: 'Confirm',
  startAgain: 'Sign in from the beginning',
  lost: 'Lost the telephone and the recovery codes? Ask the administrator of your body to reset your second factor.',
  wrong: 'The code is wrong or was used. Each is good once: wait for the next one and type that.',
  wrongPassword: 'The password is wrong. Type it again.',
  waiting: (until) =>
    `There were several failures in a row, so nothing is taken until ${until}. Try again then.`,
  passkeySignIn: 'Sign in with a passkey',
  passkeyUse: 'Use a passkey',
  passkeyOr: 'Or without a password',
  passkeyNoScript:
    'Passkeys need JavaScript in the browser. Without it, sign in with password and code as usual.',
  passkeyUnsupported: 'This browser cannot use passkeys yet. Sign in with password and code.',
  passkeyCancelled: 'The device did not confirm. Press again to retry, or use the password.',
  passkeyExists: 'This device has a passkey of yours already.',
  passkeyWrong:
    'This passkey does not work here: it may have been removed, or the page stood open too long. Press again, or sign in with the password.',
  title: 'Protection of the account',
  lead: 'A password can leak. A second factor is something in your hand: whoever knows the password still cannot come in.',
  due: 'Administrators must have a second factor. Set up one of the two below to go on working.',
  dueBy: (day) =>
    `Administrators must have a second factor. Set one up before ${day}; after that only this page opens.`,
  taskTitle: 'Set up a second factor for your account',
  taskAction: 'Set it up',
  dueDemo: 'In service, administrators must have a second factor. The demo does not ask for it.',
  protected: 'The account has a second factor',
  unprotected: 'The account has a password only',
  appTitle: 'App with codes on the telephone',
  appLead: 'Any app that makes six digits by the clock (TOTP). It works without a network.',
  appSince: (at) => `Set up on ${at}`,
  appUsed: (at) => `last used ${at}`,
  appSetUp: 'Set up the app',
  appChange: 'Move to another telephone',
  appRemove: 'Remove the app',
  passkeysTitle: 'Passkeys',
  passkeysLead:
    'Sign in with fingerprint, face or the PIN of your device, without a password. A passkey works at this site only, so nobody can trick you out of it.',
  passkeysNone: 'No passkey yet.',
  passkeysOf: 'Your passkeys',
  passkeyName: 'Name of the passkey',
  passkeyNameHelp: 'So that you know it later, for example: my telephone, the USB key at the office.',
  passkeyAdd: 'Add a passkey',
  passkeyUnnamed: 'Passkey',
  passkeyRemove: 'Remove',
  passkeyRemoveOf: (name) => `Remove “${name}”`,
  passkeyMade: 'Added',
  passkeyLast: 'Last used',
  passkeyNever: 'not yet',
  passkeyFor: 'Works at',
  passkeySynced: 'backed up by the maker of the device',
  recoveryTitle: 'Recovery codes',
  recoveryLeft: (count) =>
    count === 0
      ? 'No recovery code is left. Make ten new ones and print them.'
      : `${count} ${count === 1 ? 'code is' : 'codes are'} left. Each stands for one code of the app.`,
  recoveryNone: 'Ten codes are made when you set up the app or add the first passkey.',
  recoveryRenew: 'Make ten new codes',
  recoveryRenewHelp: 'The old ones are worth nothing at once.',
  setUpTitle: 'Set up the app with codes',
  setUpSteps: [
    'Open the app on your telephone and choose to add an account.',
    'Scan the picture below. If it cannot be scanned, type the letters under it.',
    'Type the six digits the app shows, then press “Confirm”.',
  ],
  qrLabel: 'Picture for the app to scan; the letters below say the same',
  secret: 'Letters to type',
  secretAccount: 'Name of the account in the app',
  setUpCode: 'The six digits it shows',
  setUpCancel: 'Cancel, go back',
  codesTitle: 'Your recovery codes',
  codesLead:
    'Print this page or copy it, and keep it where only you can get it, not with the telephone. It is not shown again.',
  codesFor: (name, at) => `${name}, made ${at}`,
  codesEach: 'Each code works once. Cross out those you used.',
  codesDone: 'I have put them away, go on',
  codeSetUpDone: 'The app is set up. Your other sessions have ended.',
  passkeyDone: 'The passkey is added. Your other sessions have ended.',
  done: {
    ma: 'The app is set up. Your other sessions have ended.',
    'bo-ma': 'The app is removed.',
    khoa: 'The passkey is added. Your other sessions have ended.',
    'bo-khoa': 'The passkey is removed.',
    'lien-ket': 'The account is linked. You can sign in that way from now on.',
    'bo-lien-ket': 'The link is removed.',
  },
  freshTitle: 'Confirm again that it is you',
  freshLead: 'What you are about to do concerns safety, so a fresh proof is needed. It holds for 10 minutes.',
  freshCarried:
    'What you typed is kept; after the proof press “Send it now”. Files and passwords have to be chosen or typed again.',
  freshPassword: 'Password',
  back: 'Back to the protection of the account',
};

export function secondFactorWords(lang: Lang): typeof vi {
  return lang === 'vi' ? vi : en;
}

/** By what somebody signed in. */
export const factorWords: Readonly<Record<Factors, Words>> = {
  password: { vi: 'mật khẩu', en: 'password' },
  'password+code': { vi: 'mật khẩu và mã', en: 'password and code' },
  'password+recovery': { vi: 'mật khẩu và mã dự phòng', en: 'password and recovery code' },
  'password+passkey': { vi: 'mật khẩu và khóa truy cập', en: 'password and passkey' },
  passkey: { vi: 'khóa truy cập', en: 'passkey' },
  provider: { vi: 'tài khoản liên kết', en: 'linked account' },
  'provider+code': { vi: 'tài khoản liên kết và mã', en: 'linked account and code' },
  'provider+recovery': { vi: 'tài khoản liên kết và mã dự phòng', en: 'linked account and recovery code' },
  'provider+passkey': { vi: 'tài khoản liên kết và khóa truy cập', en: 'linked account and passkey' },
  'provider+own': {
    vi: 'tài khoản liên kết, đã xác nhận hai lớp',
    en: 'linked account, confirmed by two factors',
  },
};

/** What the owner of an account is told; the first sentence of the mail and the whole notice. */
export const toldWords: Readonly<Record<Told, Words>> = {
  newDevice: {
    vi: 'Có người đăng nhập tài khoản của bạn từ một trình duyệt chưa từng dùng.',
    en: 'Somebody signed in to your account from a browser not used before.',
  },
  passwordChanged: { vi: 'Mật khẩu của bạn vừa được đổi.', en: 'Your password was just changed.' },
  codeSetUp: {
    vi: 'Tài khoản của bạn vừa được cài ứng dụng mã.',
    en: 'An app with codes was set up for your account.',
  },
  codeRemoved: { vi: 'Ứng dụng mã của bạn vừa được bỏ.', en: 'Your app with codes was removed.' },
  passkeyAdded: {
    vi: 'Tài khoản của bạn vừa được thêm một khóa truy cập.',
    en: 'A passkey was added to your account.',
  },
  passkeyRemoved: { vi: 'Một khóa truy cập của bạn vừa được bỏ.', en: 'A passkey of yours was removed.' },
  recoveryUsed: {
    vi: 'Một mã dự phòng của bạn vừa được dùng để đăng nhập.',
    en: 'One of your recovery codes was used to sign in.',
  },
  secondFactorReset: {
    vi: 'Người quản trị vừa đặt lại lớp bảo vệ thứ hai của bạn. Hãy đăng nhập bằng mật khẩu và cài lại.',
    en: 'An administrator reset your second factor. Sign in with your password and set it up again.',
  },
  identityLinked: {
    vi: 'Tài khoản của bạn vừa được liên kết với một tài khoản khác để đăng nhập.',
    en: 'Your account was linked with another account for signing in.',
  },
};

const mailVi = {
  subject: (portal: string) => `Tài khoản của bạn ở ${portal}`,
  greeting: (name: string) => `Kính gửi ${name},`,
  at: 'Lúc',
  device: 'Trình duyệt',
  unknownDevice: 'không rõ',
  on: (browser: string, system: string) => [browser, system].filter(Boolean).join(' trên '),
  address: 'Địa chỉ mạng',
  closing:
    'Nếu là bạn, không cần làm gì. Nếu không phải, hãy kết thúc các phiên làm việc, đổi mật khẩu ngay và báo người quản trị.',
  action: 'Xem các phiên làm việc',
};

const mailEn: typeof mailVi = {
  subject: (portal) => `Your account at ${portal}`,
  greeting: (name) => `Dear ${name},`,
  at: 'When',
  device: 'Browser',
  unknownDevice: 'unknown',
  on: (browser, system) => [browser, system].filter(Boolean).join(' on '),
  address: 'Network address',
  closing:
    'If it was you, there is nothing to do. If it was not, end the sessions, change your password now and tell the administrator.',
  action: 'See the sessions',
};

export function toldMailWords(lang: Lang): typeof mailVi {
  return lang === 'vi' ? mailVi : mailEn;
}
