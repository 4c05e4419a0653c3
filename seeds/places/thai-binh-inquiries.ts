import type { InquiryText } from '../inquiries.ts';
import {
  accepted,
  answered,
  assigned,
  basis,
  checked,
  drafting,
  forwarded,
  refused,
} from '../inquiry-steps.ts';

const STC = 'stc.thaibinh.gov.vn';
const KIEN_XUONG = 'kx.thaibinh.gov.vn';

/** Rice, sea clams and craft villages: what people of Thái Bình ask. */
export const thaiBinhInquiries: readonly InquiryText[] = [
  {
    ...{ asker: 'Phạm Văn Mẫu', day: 26, at: '09:05', to: KIEN_XUONG },
    title: 'Máy cấy của hợp tác xã cho hộ ngoài xã thuê được không?',
    text: 'Tôi làm hai mẫu ruộng ở xã bên, muốn thuê máy cấy và mua mạ khay thì đăng ký với ai, giá bao nhiêu một sào?',
    way: [
      accepted(1),
      ...answered(2, {
        answer:
          'Được, nếu sau lịch của xã viên máy còn trống. Ông đăng ký với hợp tác xã trước ngày cấy mười ngày.\n\nGiá do hợp tác xã niêm yết, tính theo sào, đã gồm công lái máy; mạ khay tính riêng. Huyện không quy định giá này.',
      }),
    ],
  },
  {
    ...{ asker: 'Nguyễn Thị Mẫu', day: 25, at: '14:20', to: STC },
    title: 'Thuế đất vườn ở quê tính theo giá nào?',
    text: 'Tôi nhận thông báo thuế cao hơn năm ngoái. Đất vườn nhà tôi ở trong ngõ, tính theo giá mặt đường có đúng không?',
    way: [
      accepted(1),
      ...answered(2, {
        answer:
          'Thửa đất không giáp đường thì tính theo giá trong ngõ của đoạn đường đó, không tính theo giá mặt đường.\n\nBà so mã vị trí trên thông báo với bảng giá của xã; nếu khác, mang thông báo ra thuế cơ sở để sửa. Tiền nộp thừa được trừ vào kỳ sau.',
        basis: [
          basis(
            '44/2025/NQ-HĐND',
            'về bảng giá các loại đất',
            '2025-12-10',
            'Hội đồng nhân dân tỉnh',
            'Điều 5',
          ),
        ],
      }),
    ],
  },
  {
    ...{ asker: 'Đỗ Văn Mẫu', day: 24, at: '20:30' },
    title: 'Thả ngao ở bãi triều mới bồi có phải xin giao đất không?',
    text: 'Bãi mới bồi trước xã nhiều người đã cắm cọc. Tôi muốn thả giống thì xin phép ở đâu cho đúng?',
    way: [
      accepted(1),
      // thirteen days for what five were given
      ...answered(13, {
        answer:
          'Phải xin. Bãi triều là đất nhà nước quản lý; người tự cắm cọc không có quyền gì và phải dỡ khi có thông báo.\n\nXã nhận đơn đến hết tháng này rồi bốc thăm công khai, mỗi hộ nhiều nhất 2 ha, thời hạn 10 năm. Chưa được giao thì chưa thả giống, vì thiệt hại sẽ không được hỗ trợ.\n\nCâu trả lời chậm vì phải đợi đo lại ranh giới bãi bồi.',
        basis: [
          basis('31/KH-UBND', 'về giao mặt nước nuôi ngao', '2026-09-14', 'Ủy ban nhân dân tỉnh', 'Mục II'),
        ],
      }),
    ],
  },
  {
    ...{ asker: 'Trần Thị Mẫu', day: 19, at: '11:50' },
    title: 'Mẹ tôi 82 tuổi, chưa có lương hưu, trợ cấp hằng tháng xin ở đâu?',
    text: 'Mẹ tôi ở với con cháu, trước làm ruộng. Nghe nói trên 75 tuổi là có trợ cấp. Xin hỏi hồ sơ và bao giờ được nhận?',
    way: [
      accepted(1),
      ...answered(3, {
        answer:
          'Con cháu làm thay được: nộp một tờ khai ở bộ phận một cửa của xã, mang theo căn cước của cụ. Cụ không phải đến; người yếu được cán bộ tới nhà.\n\nXã duyệt trong bảy ngày làm việc. Trợ cấp tính từ tháng đủ hồ sơ, trả vào tài khoản hoặc tại bưu điện xã.',
      }),
    ],
  },
  {
    ...{ asker: 'Lê Văn Mẫu', day: 16, at: '16:15', to: KIEN_XUONG, occupation: 'Thợ chạm bạc' },
    title: 'Xưởng chạm bạc trong nhà có phải làm thủ tục môi trường?',
    text: 'Nhà tôi có ba thợ, dùng ít a-xít để rửa bạc. Xin hỏi phải đăng ký những gì và đổ nước rửa ở đâu?',
    way: [
      accepted(1),
      ...answered(3, {
        answer:
          'Xưởng dưới mười người chỉ cần đăng ký môi trường tại xã, một tờ khai, không mất tiền.\n\nNước rửa bạc không được đổ ra rãnh. Làng nghề có thùng gom chung, thứ Năm hằng tuần có xe chở đi xử lý; mỗi xưởng giữ một sổ ghi số lít đã giao.',
      }),
    ],
  },
  {
    ...{ asker: 'Bùi Thị Mẫu', day: 10, at: '08:35' },
    title: 'Tuyển sinh lớp 10: con có hộ khẩu tỉnh khác có thi ở đây được không?',
    text: 'Gia đình tôi thuê nhà ở thành phố đã ba năm, hộ khẩu vẫn ở quê. Cháu học lớp 9 ở đây thì có được thi vào trường công lập không?',
    way: [
      accepted(1),
      ...answered(3, {
        answer:
          'Được. Cháu học hết lớp 9 ở tỉnh thì thi như mọi học sinh khác, không xét hộ khẩu. Nhà trường lập danh sách trong tháng 4; phụ huynh chỉ kiểm tra tên và ngày sinh của cháu.',
        basis: [
          basis('12/HD-SGDĐT', 'về tuyển sinh lớp 10', '2026-10-05', 'Sở Giáo dục và Đào tạo', 'Mục 1'),
        ],
      }),
    ],
  },
  {
    ...{ asker: 'Hoàng Văn Mẫu', day: 4, at: '13:25' },
    title: 'Đê bối trước xóm đang đắp dở, mưa lớn thì ai trực?',
    text: 'Xóm tôi ở sát đoạn đê đang thi công. Nếu mưa lớn ban đêm thì gọi số nào và sơ tán về đâu?',
    way: [
      accepted(0, { commonConcern: true }),
      ...checked(2, {
        answer:
          'Mỗi đêm có bốn người trực ở lều đầu đê; số máy trực dán tại nhà văn hóa xóm. Khi có lệnh, các hộ về trường tiểu học của xã, có sẵn nước và chăn.',
      }),
    ],
  },
  {
    ...{ asker: 'Vũ Thị Mẫu', day: 3, at: '10:10' },
    title: 'Hỏi về hỗ trợ máy sấy thóc cho tổ hợp tác',
    text: 'Tổ chúng tôi có chín hộ muốn mua chung một máy sấy. Có được hỗ trợ một phần tiền không?',
    way: [
      accepted(1),
      forwarded(1, STC, 'Nguồn hỗ trợ do Sở Tài chính theo dõi.'),
      accepted(2),
      assigned(2),
      drafting(2, { answer: 'Tổ hợp tác có chứng thực của xã được hỗ trợ một phần tiền máy.' }),
    ],
  },
  {
    ...{ asker: 'Mai Văn Mẫu', day: 5, at: '22:40' },
    title: 'Nhờ cổng tìm giúp người quen cũ',
    text: 'Tôi muốn tìm một người bạn cùng quê đã chuyển đi lâu năm, nhờ cổng đăng giúp tên và ảnh.',
    way: [
      refused(
        1,
        'outOfScope',
        'Cổng không đăng thông tin của cá nhân khi người đó chưa đồng ý. Ông có thể hỏi Hội đồng hương hoặc báo địa phương.',
      ),
    ],
  },
  {
    ...{ asker: 'Đinh Thị Mẫu', day: 1, at: '15:30', mail: true },
    title: 'Xe điện bốn bánh chở khách ra bãi biển đã được chạy chưa?',
    text: 'Tôi bán hàng ở bãi biển, nghe nói có xe điện chở khách. Xe chạy tuyến nào, đăng ký lái ở đâu?',
  },
  {
    ...{ asker: 'Ngô Văn Mẫu', day: 2, at: '07:45', to: STC },
    title: 'Cửa hàng nhỏ bán tạp hóa có phải xuất hóa đơn điện tử không?',
    text: 'Cửa hàng của tôi bán lẻ trong làng, mỗi ngày chừng hai triệu đồng. Tôi có phải mua máy in hóa đơn không?',
  },
];
