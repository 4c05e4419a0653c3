import type { Lang } from '../../rules/lang.ts';

const vi = {
  signInWith: (provider: string) => `Đăng nhập bằng ${provider}`,
  lead: (provider: string) =>
    `Sau khi liên kết, bạn đăng nhập bằng ${provider}, không cần gõ mật khẩu ở đây. Mật khẩu ở đây vẫn dùng được.`,
  link: (provider: string) => `Liên kết với ${provider}`,
  linkedSince: (at: string) => `Đã liên kết từ ${at}`,
  used: (at: string) => `dùng lần cuối ${at}`,
  unlink: 'Bỏ liên kết',
  signedOutToo: (provider: string) => `Thoát cả ở ${provider}`,
  away: (provider: string) =>
    `${provider} đang không trả lời. Hãy đăng nhập bằng mật khẩu như thường, hoặc thử lại sau ít phút.`,
  failed: (provider: string) =>
    `Đăng nhập bằng ${provider} chưa thành: lần này đã quá 10 phút, đã dùng rồi, hoặc ${provider} từ chối. Hãy bấm lại, hoặc đăng nhập bằng mật khẩu.`,
  unlinked: (provider: string) =>
    `Tài khoản bạn vừa dùng ở ${provider} chưa liên kết với ai ở đây. Hãy đăng nhập bằng mật khẩu, vào “Tài khoản của tôi”, rồi bấm “Liên kết với ${provider}”. Việc này chỉ làm một lần.`,
  closed:
    'Tài khoản của bạn ở đây đang khóa hoặc đang chờ đặt mật khẩu. Hãy hỏi người quản trị của cơ quan bạn.',
  notLinked: (provider: string) =>
    `Chưa liên kết được với ${provider}: lần này đã quá 10 phút, hoặc ${provider} không trả lời hay từ chối. Hãy bấm liên kết lại.`,
  taken: (provider: string) =>
    `Tài khoản bạn vừa dùng ở ${provider} đã liên kết với một người khác. Hãy hỏi người quản trị của cơ quan bạn.`,
};

const en: typeof vi = {
  signInWith: (provider) => `Sign in with ${provider}`,
  lead: (provider) =>
    `Once linked, you sign in with ${provider} and type no password here. Your password here goes on working.`,
  link: (provider) => `Link with ${provider}`,
  linkedSince: (at) => `Linked since ${at}`,
  used: (at) => `last used ${at}`,
  unlink: 'Remove the link',
  signedOutToo: (provider) => `Sign out of ${provider} too`,
  away: (provider) =>
    `${provider} does not answer. Sign in with your password as usual, or try again in a few minutes.`,
  failed: (provider) =>
    `Signing in with ${provider} did not succeed: this attempt is more than 10 minutes old, was used, or was refused. Press again, or sign in with your password.`,
  unlinked: (provider) =>
    `The account you used at ${provider} is linked with nobody here. Sign in with your password, open “My account”, and press “Link with ${provider}”. This is done once.`,
  closed:
    'Your account here is closed or waits for a password to be set. Ask the administrator of your body.',
  notLinked: (provider) =>
    `The account was not linked with ${provider}: this attempt is more than 10 minutes old, or ${provider} does not answer or refused. Press link again.`,
  taken: (provider) =>
    `The account you used at ${provider} is linked with somebody else. Ask the administrator of your body.`,
};

export function oidcWords(lang: Lang): typeof vi {
  return lang === 'vi' ? vi : en;
}
