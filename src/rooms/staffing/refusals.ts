import { Refusal } from '../../rules/refusal.ts';

export const NO_SUCH_DECISION = new Refusal('no-such-decision', {
  vi: 'Không có quyết định này ở các cổng bạn làm việc. Hãy quay lại sổ phân công.',
  en: 'There is no such decision on the portals you work on. Go back to the register.',
});

export const NO_ISSUER = new Refusal(
  'no-issuer',
  { vi: 'Hãy ghi cơ quan ban hành quyết định.', en: 'Enter who issued the decision.' },
  'issuer',
);

export const NO_SIGNER = new Refusal(
  'no-signer',
  { vi: 'Hãy ghi họ tên, chức vụ người ký.', en: 'Enter name and office of who signed.' },
  'signedBy',
);

export const NO_RECEIVER = new Refusal(
  'no-receiver',
  { vi: 'Hãy ghi nơi đã gửi.', en: 'Enter where it was sent.' },
  'sentTo',
);

export const SENT_BEFORE = new Refusal(
  'sent-before-decided',
  {
    vi: 'Ngày gửi phải từ ngày ký quyết định đến hôm nay. Hãy sửa ngày.',
    en: 'It was sent between the day of signing and today. Correct the day.',
  },
  'sentOn',
);

export const NO_DAY = { vi: 'Hãy chọn ngày.', en: 'Choose the day.' };

export const NO_REASON = new Refusal(
  'no-reason',
  {
    vi: 'Hãy ghi lý do, ít nhất vài từ, để người sau hiểu.',
    en: 'Give a reason, at least a few words, so that others understand.',
  },
  'reason',
);

export const NO_SUCH_LEAVER = new Refusal(
  'no-such-leaver',
  {
    vi: 'Hãy chọn người bàn giao trong danh sách của cổng; không ai tự lập bàn giao cho chính mình.',
    en: 'Choose who hands over among the people of the portal; nobody begins his own hand-over.',
  },
  'personId',
);

export const HAND_OVER_OPEN = new Refusal(
  'hand-over-open',
  {
    vi: 'Người này đang có một lần bàn giao chưa xong. Hãy mở lần đó.',
    en: 'A hand-over of this person is under way. Open that one.',
  },
  'personId',
);

export const NO_SUCH_HAND_OVER = new Refusal('no-such-hand-over', {
  vi: 'Không tìm thấy lần bàn giao này. Hãy quay lại danh sách.',
  en: 'There is no such hand-over. Go back to the list.',
});

export const HAND_OVER_SETTLED = new Refusal('hand-over-settled', {
  vi: 'Lần bàn giao này đã xong hoặc đã bỏ. Hãy tải lại trang.',
  en: 'This hand-over is finished or was dropped. Reload the page.',
});

export const NO_SUCCESSOR = new Refusal(
  'no-successor',
  {
    vi: 'Hãy chọn người nhận: một đồng nghiệp đang làm việc ở cổng này, không phải người bàn giao.',
    en: 'Choose who takes over: a colleague who works on this portal, not who hands over.',
  },
  'toPersonId',
);

export const NOTHING_CHOSEN = new Refusal(
  'nothing-chosen',
  { vi: 'Hãy đánh dấu ít nhất một việc để bàn giao.', en: 'Mark at least one piece of work to hand over.' },
  'viec',
);

export const WORK_GONE = new Refusal('work-gone', {
  vi: 'Có việc vừa được người khác làm xong hoặc nhận. Hãy xem lại danh sách.',
  en: 'Some of the work was finished or taken meanwhile. Look at the list again.',
});

export const WORK_LEFT = new Refusal('work-left', {
  vi: 'Còn việc chưa bàn giao. Hãy giao hết việc trước khi hoàn tất.',
  en: 'Some work is not handed over yet. Hand all of it over first.',
});

export const NOT_CONFIRMED = new Refusal('not-confirmed', {
  vi: 'Hai bên chưa xác nhận đủ. Người bàn giao và mọi người nhận phải xác nhận trước.',
  en: 'Not everybody has confirmed. Who hands over and all who take over confirm first.',
});

export const NOT_YOURS = new Refusal('not-your-part', {
  vi: 'Bạn không có phần xác nhận trong lần bàn giao này, hoặc đã xác nhận rồi.',
  en: 'You have no part to confirm in this hand-over, or have confirmed it already.',
});

export const LAST_ADMINISTRATOR = new Refusal('last-administrator', {
  vi: 'Đây là quản trị kỹ thuật cuối cùng của địa phương. Hãy giao quyền cho người khác trước.',
  en: 'This is the last technical administrator of the locality. Appoint another one first.',
});

export const NO_SUCH_REVIEW = new Refusal('no-such-review', {
  vi: 'Không tìm thấy đợt rà soát này. Hãy quay lại danh sách.',
  en: 'There is no such review. Go back to the list.',
});

export const REVIEW_FINISHED = new Refusal('review-finished', {
  vi: 'Đợt rà soát này đã xong. Hãy tải lại trang.',
  en: 'This review is finished. Reload the page.',
});

export const OWN_RIGHT = new Refusal('own-right', {
  vi: 'Không ai tự rà soát quyền của mình. Phần này chờ một người có thẩm quyền khác.',
  en: 'Nobody reviews a right of his own. This part waits for somebody else who may.',
});

export const REVIEW_OPEN_LINES = new Refusal('review-open-lines', {
  vi: 'Còn quyền chưa được xem. Mỗi quyền cần một kết luận: giữ hoặc thu.',
  en: 'Some rights have no verdict yet. Each is kept or taken.',
});
