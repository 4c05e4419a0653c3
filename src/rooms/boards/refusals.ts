import { Refusal } from '../../rules/refusal.ts';

export const NO_SUCH_KIND = new Refusal(
  'no-such-board-kind',
  {
    vi: 'Quy chế của địa phương không có loại hội đồng, ban này cho cổng này. Hãy chọn trong danh sách.',
    en: 'The regulation of the locality has no such board for this portal. Choose one of the list.',
  },
  'code',
);

export const BOARD_STANDS = new Refusal(
  'board-stands',
  {
    vi: 'Cổng này đang có ban đó. Muốn lập lại theo quyết định mới, hãy kết thúc ban hiện tại trước.',
    en: 'The portal has this board already. To set it up anew by another decision, end the present one first.',
  },
  'code',
);

export const NO_SUCH_BOARD = new Refusal('no-such-board', {
  vi: 'Không tìm thấy ban này ở cổng này. Hãy quay lại danh sách.',
  en: 'There is no such board on this portal. Go back to the list.',
});

export const BOARD_ENDED = new Refusal('board-ended', {
  vi: 'Ban này đã kết thúc nên không thay đổi được nữa. Hãy lập ban mới theo quyết định mới.',
  en: 'This board has ended and is not changed any more. Set up a new one by a new decision.',
});

export const NO_SUCH_MEMBER = new Refusal('no-such-member', {
  vi: 'Không tìm thấy thành viên này trong ban, hoặc người đó đã thôi. Hãy tải lại trang.',
  en: 'There is no such member of the board, or he has left. Reload the page.',
});

export const NO_SUCH_ACCOUNT = new Refusal(
  'no-such-account',
  {
    vi: 'Tài khoản này không làm việc ở cổng. Hãy chọn trong danh sách hoặc để trống.',
    en: 'This account does not work on the portal. Choose one of the list, or leave it empty.',
  },
  'personId',
);

export const NO_NAME = new Refusal(
  'no-name',
  { vi: 'Hãy ghi họ và tên như trong quyết định.', en: 'Enter the full name as in the decision.' },
  'fullName',
);

export const NO_OFFICE = new Refusal(
  'no-office',
  {
    vi: 'Hãy ghi chức vụ đang giữ, như trong quyết định.',
    en: 'Enter the office held, as in the decision.',
  },
  'office',
);

export const NO_DECISION = new Refusal(
  'no-decision',
  {
    vi: 'Hãy ghi số quyết định. Không lập ban, không cử thành viên khi chưa có quyết định.',
    en: 'Enter the number of the decision. No board and no seat without one.',
  },
  'decision',
);

export const NO_DAY = { vi: 'Hãy chọn ngày.', en: 'Choose the day.' };

export const DATES_CROSSED = new Refusal(
  'dates-crossed',
  {
    vi: 'Ngày kết thúc nhiệm kỳ phải từ ngày bắt đầu trở đi. Hãy sửa ngày hoặc để trống.',
    en: 'The last day of the term must not lie before the first. Correct it or leave it empty.',
  },
  'toOn',
);

export const OWN_WORDS = new Refusal('own-words', {
  vi: 'Bạn là người sửa sau cùng nên không tự duyệt được. Hãy nhờ một thành viên khác của Ban Biên tập hoặc thủ trưởng.',
  en: 'You changed it last, so you cannot approve it. Ask another member of the board, or the head.',
});

export const CHANGED_SINCE = new Refusal('changed-since', {
  vi: 'Có người vừa sửa ban này sau khi bạn mở trang. Hãy xem lại rồi duyệt.',
  en: 'Somebody changed the board since you opened the page. Look again, then approve.',
});

export const NOBODY_TO_SHOW = new Refusal('nobody-to-show', {
  vi: 'Chưa có thành viên nào được chọn để công bố. Hãy đánh dấu “Công bố” ở ít nhất một thành viên.',
  en: 'No member is marked to be shown. Mark at least one as shown.',
});

export const NOT_SHOWN = new Refusal('not-shown', {
  vi: 'Ban này hiện không công bố gì. Hãy tải lại trang.',
  en: 'Nothing is shown of this board. Reload the page.',
});
