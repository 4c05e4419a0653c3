const vi = {
  eyebrow: 'Cổng thông tin điện tử',
  reference: 'Mã sự cố:',
  'unknown-host': {
    title: 'Không có cổng nào ở địa chỉ này',
    text: 'Tên miền bạn mở chưa được gắn với cổng nào. Hãy kiểm tra lại địa chỉ.',
  },
  away: {
    title: 'Cổng tạm gián đoạn',
    text: 'Cổng chưa lấy được dữ liệu. Xin thử lại sau ít phút; những gì bạn đã gửi xong trước đó không bị mất.',
  },
  fault: {
    title: 'Có lỗi ở phía cổng',
    text: 'Lỗi đã được ghi lại để sửa. Xin thử lại; nếu vẫn lỗi, hãy báo cho cổng kèm mã sự cố dưới đây.',
  },
  forged: {
    title: 'Biểu mẫu đã hết hạn',
    text: 'Trang bạn mở đã cũ hoặc phiên làm việc đã kết thúc nên cổng không nhận biểu mẫu này. Hãy quay lại, tải lại trang rồi gửi lại.',
  },
  'too-many': {
    title: 'Bạn gửi quá nhanh',
    text: 'Cổng nhận quá nhiều yêu cầu từ máy của bạn. Hãy chờ một phút rồi thử lại.',
  },
  refused: { title: 'Chưa làm được việc này' },
  frontDoor: {
    title: 'Cổng Làng: bản chạy thử',
    text: 'Năm địa phương dưới đây chạy theo quy chế của mình, trên cùng một máy. Mỗi cổng có địa chỉ riêng. Người, số máy và số liệu trong bản thử đều là hư cấu.',
  },
};

const en: typeof vi = {
  eyebrow: 'Portal',
  reference: 'Reference:',
  'unknown-host': {
    title: 'There is no portal at this address',
    text: 'The name you opened does not belong to any portal. Please check the address.',
  },
  away: {
    title: 'The portal is interrupted',
    text: 'The portal cannot reach its data. Please try again in a few minutes; nothing you sent before is lost.',
  },
  fault: {
    title: 'Something went wrong on our side',
    text: 'The fault has been recorded. Please try again; if it stays, tell us the reference below.',
  },
  forged: {
    title: 'This form has expired',
    text: 'The page was old or your session had ended, so the form was not taken. Go back, reload the page and send it again.',
  },
  'too-many': {
    title: 'Too many requests',
    text: 'The portal received too many requests from your device. Wait a minute and try again.',
  },
  refused: { title: 'This could not be done' },
  frontDoor: {
    title: 'Cổng Làng: the demo',
    text: 'Five localities, each under its own regulation, on one machine. Every portal has its own address. People, telephone numbers and figures here are invented.',
  },
};

export const failureWords = { vi, en };
