import type { Lang } from '../../rules/lang.ts';

const vi = {
  corrections: 'Đính chính',
  correctedOn: (day: string) => `Đính chính ngày ${day}`,
  oldWording: 'Xem chữ cũ và chữ mới',
  oldWordingLabel: 'Đã đổi những gì',
  withdrawnBy: (board: string, day: string) => `Ban Biên tập ${board} đã gỡ bài này ngày ${day}.`,
  cause: 'Lý do:',
  goneTitle: 'Trang này đã được gỡ',
  goneText: 'Nội dung ở địa chỉ này đã được gỡ và không đăng lại.',
  translationNewer: (day: string) => `Bản tiếng Việt mới hơn, sửa ngày ${day}.`,
  translationReviewed: 'Bản dịch đã được rà soát với bản tiếng Việt đang đăng.',
  archivedTitle: 'Tin lưu trữ',
  archivedText: (day: string) => `Bài này được đưa vào lưu trữ ngày ${day}. Thông tin có thể không còn đúng.`,
  archiveList: (name: string) => `Tin lưu trữ của mục ${name}`,
  archiveLink: 'Xem tin lưu trữ',
  archiveBack: 'Về danh sách đang đăng',
  archiveNone: 'Mục này chưa có tin lưu trữ',
};

const en: typeof vi = {
  corrections: 'Corrections',
  correctedOn: (day) => `Corrected on ${day}`,
  oldWording: 'See the old wording and the new',
  oldWordingLabel: 'What was changed',
  withdrawnBy: (board, day) => `The editorial board of ${board} took this item down on ${day}.`,
  cause: 'Reason:',
  goneTitle: 'This page was taken down',
  goneText: 'What stood at this address was taken down and will not be published again.',
  translationNewer: (day) => `The Vietnamese text is newer, changed on ${day}.`,
  translationReviewed: 'This translation was held against the Vietnamese text now public.',
  archivedTitle: 'From the archive',
  archivedText: (day) => `This item was moved to the archive on ${day}. It may no longer be true.`,
  archiveList: (name) => `Archive of ${name}`,
  archiveLink: 'See the archive',
  archiveBack: 'Back to what is current',
  archiveNone: 'This section has no archive yet',
};

export const lifeWords: Record<Lang, typeof vi> = { vi, en };
