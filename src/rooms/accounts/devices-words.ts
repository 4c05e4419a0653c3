import type { Lang } from '../../rules/lang.ts';

const vi = {
  title: 'Phiên làm việc và thiết bị',
  lead: 'Những nơi tài khoản của bạn đang đăng nhập. Thấy nơi nào lạ, hãy kết thúc phiên đó rồi đổi mật khẩu.',
  sessions: 'Các phiên đang mở',
  device: 'Trình duyệt',
  place: 'Địa chỉ mạng',
  by: 'Đăng nhập bằng',
  since: 'Từ lúc',
  seen: 'Thao tác lần cuối',
  action: 'Việc làm',
  here: 'phiên này',
  unknown: 'không rõ',
  on: (browser: string, system: string) => [browser, system].filter(Boolean).join(' trên ') || 'không rõ',
  end: 'Kết thúc',
  endOf: (device: string, since: string) => `Kết thúc phiên ${device}, mở ${since}`,
  endOthers: 'Kết thúc mọi phiên khác',
  limits: (minutes: number, endsAt: string) =>
    `Phiên này hết sau ${minutes} phút không thao tác, và muộn nhất lúc ${endsAt}. Hết phiên thì đăng nhập lại; những gì đang gõ không mất.`,
  done: {
    mot: 'Đã kết thúc phiên đó.',
    khac: 'Đã kết thúc mọi phiên khác của bạn.',
    roi: 'Phiên đó đã kết thúc trước rồi.',
  } as Record<string, string>,
};

const en: typeof vi = {
  title: 'Sessions and devices',
  lead: 'Where your account is signed in. If one is strange to you, end it and change your password.',
  sessions: 'Open sessions',
  device: 'Browser',
  place: 'Network address',
  by: 'Signed in by',
  since: 'Since',
  seen: 'Last action',
  action: 'Action',
  here: 'this session',
  unknown: 'unknown',
  on: (browser, system) => [browser, system].filter(Boolean).join(' on ') || 'unknown',
  end: 'End',
  endOf: (device, since) => `End the session ${device}, opened ${since}`,
  endOthers: 'End all other sessions',
  limits: (minutes, endsAt) =>
    `This session ends after ${minutes} minutes at rest, and at the latest at ${endsAt}. Then sign in again; what you are typing is not lost.`,
  done: {
    mot: 'That session is ended.',
    khac: 'All your other sessions are ended.',
    roi: 'That session had ended before.',
  },
};

export function devicesWords(lang: Lang): typeof vi {
  return lang === 'vi' ? vi : en;
}
