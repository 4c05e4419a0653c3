import type { Lang } from '../../rules/lang.ts';

const vi = {
  storeAway:
    'Kho lưu tệp của máy chủ đang không trả lời. Tệp đã gửi được giữ lại, máy sẽ tự đưa vào kho khi kho hoạt động trở lại.',
  storeAwayForm: 'Kho lưu tệp của máy chủ đang không trả lời. Hãy đợi ít phút rồi tải lại tệp này.',
  serverFull: 'Máy chủ sắp hết chỗ chứa nên chưa nhận thêm tệp. Hãy báo người quản trị kỹ thuật.',
  // for the island; {n}, {of}, {name} are filled in there
  drop: 'Hoặc kéo tệp thả vào đây.',
  queue: 'Đang tải lên',
  total: 'Xong {n} trong {of} tệp, {sent} trong {size}',
  allDone: 'Đã tải xong {n} tệp.',
  someFailed: '{n} tệp chưa vào kho được; lý do ghi ở từng tệp.',
  waiting: 'Đang chờ',
  sending: 'Đang gửi',
  checking: 'Máy chủ đang kiểm tra',
  done: 'Đã vào kho',
  failed: 'Chưa vào kho',
  retrying: 'Mất kết nối, tự thử lại sau {n} giây',
  pause: 'Tạm dừng',
  resume: 'Tiếp tục',
  cancel: 'Bỏ, không tải nữa',
  remove: 'Bỏ khỏi danh sách',
  reload: 'Xem trong kho',
  paused: 'Đang tạm dừng. Bấm “Tiếp tục” để gửi tiếp từ chỗ đang dở.',
  restored: 'Đang gửi tiếp các tệp còn dở từ lần trước.',
  signedOut:
    'Phiên làm việc đã hết nên đang chờ. Hãy đăng nhập lại ở cửa sổ mới; tệp sẽ tự gửi tiếp, không phải chọn lại.',
  signIn: 'Đăng nhập lại (mở cửa sổ mới)',
  elsewhere: 'Một cửa sổ khác đang gửi các tệp này.',
  notKept: 'Trình duyệt không giữ được các tệp này: nếu đóng hoặc tải lại trang thì phải chọn lại.',
};

const en: typeof vi = {
  storeAway:
    'The file store of the server does not answer. What was sent is kept and will be added by itself when the store is back.',
  storeAwayForm:
    'The file store of the server does not answer. Wait a few minutes, then upload this file again.',
  serverFull: 'The server is nearly full, so no more files are taken. Tell the technical administrator.',
  drop: 'Or drag files here.',
  queue: 'Uploading',
  total: '{n} of {of} files done, {sent} of {size}',
  allDone: '{n} files were uploaded.',
  someFailed: '{n} files could not be added; each says why.',
  waiting: 'Waiting',
  sending: 'Sending',
  checking: 'The server is checking it',
  done: 'In the library',
  failed: 'Not added',
  retrying: 'No connection, trying again in {n} seconds',
  pause: 'Pause',
  resume: 'Go on',
  cancel: 'Give up the upload',
  remove: 'Remove from the list',
  reload: 'See them in the library',
  paused: 'Paused. “Go on” continues where it stopped.',
  restored: 'Going on with the files left from last time.',
  signedOut:
    'Your session has ended, so the upload waits. Sign in again in a new window; the files go on by themselves.',
  signIn: 'Sign in again (new window)',
  elsewhere: 'Another window is sending these files.',
  notKept:
    'The browser could not keep these files: if the page is closed or reloaded they must be chosen again.',
};

export type UploadWords = typeof vi;

export function uploadWords(lang: Lang): UploadWords {
  return lang === 'vi' ? vi : en;
}
