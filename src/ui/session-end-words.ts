import type { Lang } from '../rules/lang.ts';
import type { SessionEndView } from './session-end.tsx';

const vi: SessionEndView['words'] = {
  title: 'Phiên làm việc sắp hết',
  rest: 'Lâu rồi bạn chưa thao tác. Những gì đang gõ không mất; muốn làm tiếp, bấm nút này.',
  end: 'Phiên đã gần 12 giờ. Hãy lưu việc đang làm; những gì đang gõ không mất, đăng nhập lại rồi gửi tiếp.',
  over: 'Phiên đã hết. Cứ gửi như thường: trang đăng nhập sẽ giữ những gì bạn đã gõ.',
  stay: 'Tôi vẫn làm việc',
};

const en: SessionEndView['words'] = {
  title: 'Your session is about to end',
  rest: 'Nothing happened for a while. What you are typing is not lost; to go on, press this button.',
  end: 'The session is nearly 12 hours old. Save your work; what you are typing is not lost, sign in again and send it.',
  over: 'The session has ended. Send as usual: the sign-in page keeps what you typed.',
  stay: 'I am still working',
};

export function sessionEndWords(lang: Lang): SessionEndView['words'] {
  return lang === 'vi' ? vi : en;
}
