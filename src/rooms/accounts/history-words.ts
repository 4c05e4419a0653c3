import type { Lang } from '../../rules/lang.ts';

const vi = {
  past: 'Những gì đã xảy ra với vai trò',
  lines: {
    given: (role: string) => `Giao vai trò ${role}`,
    taken: (role: string) => `Thu vai trò ${role}`,
    kept: (role: string) => `Rà soát, giữ vai trò ${role}`,
    refused: (role: string) => `Không đồng ý giao vai trò ${role}`,
  },
  by: (name: string) => `Người làm: ${name}`,
  sessions: 'Phiên làm việc gần đây',
  signedIn: 'Đăng nhập lúc',
  lastSeen: 'Thao tác cuối',
  state: 'Tình trạng',
  running: 'Đang mở',
  over: 'Đã kết thúc',
  noSessions: 'Người này chưa đăng nhập lần nào.',
};

const en: typeof vi = {
  past: 'What became of the roles',
  lines: {
    given: (role) => `Given: ${role}`,
    taken: (role) => `Taken: ${role}`,
    kept: (role) => `Kept in a review: ${role}`,
    refused: (role) => `Refused: ${role}`,
  },
  by: (name) => `By ${name}`,
  sessions: 'Recent sessions',
  signedIn: 'Signed in at',
  lastSeen: 'Last act',
  state: 'State',
  running: 'Open',
  over: 'Ended',
  noSessions: 'This person has never signed in.',
};

/** Texts of what happened to an account and its rights. */
export function historyWords(lang: Lang): typeof vi {
  return lang === 'vi' ? vi : en;
}
