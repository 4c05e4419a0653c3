import type { Lang, Words } from '../../rules/lang.ts';

/** Entry of the desk's rail. */
export const recordLabel: Words = { vi: 'Nhật ký', en: 'Record' };

const vi = {
  title: 'Nhật ký',
  lead: 'Mọi việc đã làm trên cổng, ai làm, lúc nào. Nhật ký chỉ ghi thêm, không sửa, không xóa được.',
  command: 'Việc',
  anyCommand: 'Mọi việc',
  person: 'Người làm (tên đăng nhập)',
  portal: 'Cổng',
  anyPortal: 'Mọi cổng',
  ofLocality: 'Cả địa phương',
  subject: 'Đối tượng',
  from: 'Từ ngày',
  to: 'Đến hết ngày',
  at: 'Lúc',
  who: 'Người làm',
  onBehalf: (who: string, lender: string) => `${who}, theo ủy quyền của ${lender}`,
  details: 'Chi tiết',
  hash: 'Mã xác nhận',
  number: 'Số',
  caller: 'Địa chỉ mạng',
  callerPort: 'cổng nguồn',
  callerNote:
    'Mỗi lần đăng nhập, đăng nhập không thành hoặc thoát có kèm địa chỉ mạng và cổng nguồn, xem ở “Chi tiết”. Chỉ quản trị kỹ thuật thấy; giữ 12 tháng rồi tự xóa, không nằm trong chuỗi nhật ký.',
  count: (count: number) =>
    count === 0 ? 'Không có mục nào' : `${count} mục trên trang này, mới nhất trước`,
  none: 'Không có mục nào khớp với những gì đang lọc. Hãy bỏ bớt điều kiện hoặc chọn khoảng thời gian rộng hơn.',
  exportCsv: 'Tải CSV',
  exportJson: 'Tải JSON',
  verify: 'Kiểm tra chuỗi',
  verifyTitle: 'Kiểm tra chuỗi nhật ký',
  verifyLead:
    'Mỗi mục mang mã tính từ nội dung của nó và mã của mục trước. Sửa, bỏ hay chèn một mục thì mọi mã sau đó không còn khớp.',
  whole: (entries: string) => `Chuỗi nguyên vẹn: ${entries} mục, không mục nào bị sửa, bỏ hay chèn.`,
  wholeEmpty: 'Nhật ký chưa có mục nào.',
  lastHash: 'Mã của mục cuối',
  broken: (seq: string) => `Chuỗi bị đứt ở mục số ${seq}.`,
  brokenNext:
    'Hãy giữ nguyên hệ thống, báo ngay cho người phụ trách an toàn thông tin và đối chiếu với bản sao lưu gần nhất.',
  reasons: {
    gap: 'Thiếu một mục ở chỗ này.',
    prev: 'Mục này không nối với mục trước.',
    hash: 'Nội dung của mục này đã bị sửa.',
    head: 'Các mục cuối đã bị bỏ.',
  },
  back: 'Về nhật ký',
  tooLong:
    'Khoảng đang chọn có hơn 100.000 mục, quá một tệp. Hãy chọn khoảng thời gian ngắn hơn rồi tải từng phần.',
};

const en: typeof vi = {
  title: 'Record',
  lead: 'Everything done on the portal, by whom and when. The record only grows; nothing in it can be changed or removed.',
  command: 'What was done',
  anyCommand: 'Everything',
  person: 'By whom (user name)',
  portal: 'Portal',
  anyPortal: 'All portals',
  ofLocality: 'The whole locality',
  subject: 'To what',
  from: 'From',
  to: 'To the end of',
  at: 'When',
  who: 'By whom',
  onBehalf: (who, lender) => `${who}, acting for ${lender}`,
  details: 'Details',
  hash: 'Check code',
  number: 'Number',
  caller: 'Network address',
  callerPort: 'source port',
  callerNote:
    'Signing in, failing to and signing out bear the network address and the source port, under “Details”. Only technical administrators see them; they are kept for 12 months, then deleted, and are no part of the chain.',
  count: (count) =>
    count === 0 ? 'No entries' : `${count} ${count === 1 ? 'entry' : 'entries'} on this page, newest first`,
  none: 'Nothing fits this filter. Take out a condition or choose a longer period.',
  exportCsv: 'Download CSV',
  exportJson: 'Download JSON',
  verify: 'Check the chain',
  verifyTitle: 'Check of the record',
  verifyLead:
    'Each entry bears a code made from its content and the code before it. Change, drop or insert one, and every code after it no longer fits.',
  whole: (entries) => `The chain is whole: ${entries} entries, none changed, dropped or inserted.`,
  wholeEmpty: 'The record has no entry yet.',
  lastHash: 'Code of the last entry',
  broken: (seq) => `The chain is broken at entry ${seq}.`,
  brokenNext:
    'Leave the system as it is, tell the person in charge of information security at once and compare with the latest backup.',
  reasons: {
    gap: 'An entry is missing here.',
    prev: 'This entry does not follow from the one before.',
    hash: 'The content of this entry was changed.',
    head: 'Entries at the end were dropped.',
  },
  back: 'Back to the record',
  tooLong:
    'The chosen period has more than 100,000 entries, too many for one file. Choose a shorter period and download it in parts.',
};

export type RecordWords = typeof vi;

/** Every text of this room's pages. */
export function recordWords(lang: Lang): RecordWords {
  return lang === 'vi' ? vi : en;
}
