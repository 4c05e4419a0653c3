import type { Lang } from '../../rules/lang.ts';

const vi = {
  title: 'Thực hiện yêu cầu',
  open: 'Thực hiện yêu cầu về dữ liệu',
  lead: 'Làm những việc người gửi yêu cầu, rồi trả lời thư này như mọi thư khác: trả lời là lúc hạn thực hiện được tính là xong.',
  elsewhere: (ids: readonly number[]) =>
    `Thư số ${ids.join(', ')} không còn ở cơ quan bạn hoặc đã xóa. Nếu cơ quan khác đang giữ, hãy chuyển yêu cầu này đến đó.`,
  certify: 'Gửi kèm giấy xác nhận',
  certifyNote: 'Giấy ghi đầy đủ những gì đang lưu vào lúc này. Người gửi đọc được khi thư đã trả lời.',
  fileName: (id: number) => `giay-xac-nhan-du-lieu-${id}.html`,
  correct: 'Chỉnh sửa dữ liệu người gửi',
  correctNote: 'Ô để trống là xóa dữ liệu ấy. Giá trị cũ không giữ lại; nhật ký chỉ ghi ô nào đã sửa.',
  correctButton: 'Lưu và báo nơi đã nhận',
  willTell: (bodies: readonly string[]) => `Được báo trong hệ thống: ${bodies.join('; ')}.`,
  tellByLetter: (bodies: readonly string[]) =>
    `Phải báo bằng văn bản, vì ở ngoài hệ thống: ${bodies.join('; ')}.`,
  withdraw: 'Ghi rút sự đồng ý',
  withdrawButton: 'Ghi đã rút',
  consents: 'Người gửi đã đồng ý',
  restrict: 'Hạn chế xử lý',
  restrictNote: 'Từ lúc này chỉ Ban Biên tập đọc được thư. Hạn trả lời của thư vẫn chạy.',
  lift: 'Thôi hạn chế',
  liftNote: 'Những người xử lý thư lại đọc được.',
  delete: 'Xóa dữ liệu cá nhân',
  deleteNote:
    'Xóa người gửi, nội dung, ghi chú, tệp và mã; không khôi phục được. Thư đang giải quyết hoặc còn phải lưu theo quy chế thì chưa xóa.',
  done: {
    certify: 'Đã kèm giấy xác nhận.',
    correct: 'Đã sửa. Nơi đã nhận dữ liệu được báo.',
    withdrawConsent: 'Đã ghi rút sự đồng ý.',
    restrict: 'Đã hạn chế.',
    lift: 'Đã thôi hạn chế.',
    delete: 'Đã ra lệnh xóa; máy xóa trong ít phút.',
  } as Record<string, string>,
};

const en: typeof vi = {
  title: 'Carry out the request',
  open: 'Carry out the request about personal data',
  lead: 'Do what the sender asks for, then answer this inquiry like any other: with the answer the time to carry it out is met.',
  elsewhere: (ids) =>
    `Inquiry ${ids.join(', ')} is no longer with your body, or was deleted. If another body has it, forward this request there.`,
  certify: 'Attach the certificate',
  certifyNote:
    'It says everything that is stored at this moment. The sender can read it once this is answered.',
  fileName: (id) => `certificate-of-stored-data-${id}.html`,
  correct: 'Correct the sender’s data',
  correctNote:
    'A field left empty is deleted. Old values are not kept; the record only says which fields changed.',
  correctButton: 'Save and tell who was given it',
  willTell: (bodies) => `Told within the system: ${bodies.join('; ')}.`,
  tellByLetter: (bodies) => `To be told by letter, being outside the system: ${bodies.join('; ')}.`,
  withdraw: 'Withdraw a consent',
  withdrawButton: 'Withdraw',
  consents: 'The sender agreed',
  restrict: 'Restrict the handling',
  restrictNote: 'From now on only the editorial board can read it. Its own time goes on.',
  lift: 'Lift the restriction',
  liftNote: 'Those who handle it can read it again.',
  delete: 'Delete the personal data',
  deleteNote:
    'Deletes sender, content, notes, files and code for good. What is still being handled, or must be kept by the regulation, is not deleted yet.',
  done: {
    certify: 'The certificate was attached.',
    correct: 'Corrected. Those who were given the data are told.',
    withdrawConsent: 'The consent was withdrawn.',
    restrict: 'Restricted.',
    lift: 'The restriction was lifted.',
    delete: 'The deletion was ordered; the machine deletes within minutes.',
  },
};

const words = { vi, en };

/** The words of the page on which a board carries out a request about personal data. */
export function carryingWords(lang: Lang): typeof vi {
  return words[lang];
}
