import type { InquiryText } from '../inquiries.ts';
import {
  accepted,
  answered,
  assigned,
  basis,
  checked,
  drafting,
  forwarded,
  promised,
  refused,
} from '../inquiry-steps.ts';

const SYT = 'syt.quangngai.gov.vn';
const LY_SON = 'lyson.quangngai.gov.vn';

/** Boats, storms and garlic: what people of Quảng Ngãi ask. */
export const quangNgaiInquiries: readonly InquiryText[] = [
  {
    ...{ asker: 'Võ Văn Mẫu', day: 29, at: '19:20', occupation: 'Ngư dân' },
    title: 'Tàu bị chìm trong bão có được hỗ trợ đóng lại không?',
    text: 'Tàu 14 mét của tôi chìm tại bến trong cơn bão vừa rồi. Tôi đã báo bộ đội biên phòng. Hồ sơ xin hỗ trợ gồm gì, nộp ở đâu?',
    way: [
      accepted(1),
      // past the fifteen working days, and shown as such
      ...answered(26, {
        answer:
          'Có. Tàu đăng ký tại tỉnh, chìm ở bến neo đậu theo lệnh tránh bão, được hỗ trợ theo chiều dài tàu.\n\nHồ sơ gồm đơn, giấy đăng ký tàu và biên bản của đồn biên phòng; nộp ở xã nơi đăng ký. Tàu ra khơi sau khi có lệnh cấm thì không được xét.\n\nChúng tôi trả lời quá hạn vì danh sách tàu phải đối chiếu hai lần, mong ông thông cảm.',
        basis: [
          basis(
            '22/2025/NQ-HĐND',
            'về hỗ trợ khắc phục thiên tai',
            '2025-07-25',
            'Hội đồng nhân dân tỉnh',
            'Điều 7',
          ),
        ],
      }),
    ],
  },
  {
    ...{ asker: 'Trần Thị Mẫu', day: 25, at: '08:40', to: LY_SON },
    title: 'Đặt vé tàu ra đảo cho người cao tuổi có được giảm không?',
    text: 'Bố mẹ tôi ngoài 70 tuổi về quê ở đảo. Mua vé ở bến thì có được giảm giá không, cần giấy tờ gì?',
    way: [
      accepted(1),
      ...answered(3, {
        answer:
          'Người từ 60 tuổi được giảm 15 % giá vé, người khuyết tật nặng giảm 25 %. Khi mua vé chỉ cần đưa căn cước.\n\nNgười có hộ khẩu trên đảo được dành 20 chỗ mỗi chuyến đến trước giờ chạy một tiếng.',
      }),
    ],
  },
  {
    ...{ asker: 'Lê Thị Mẫu', day: 23, at: '12:15' },
    title: 'Trẻ sáu tháng tuổi tiêm sởi ở đâu trong đợt này?',
    text: 'Con tôi sáu tháng, đang ở nhà ngoại khác xã. Cháu tiêm ở trạm y tế gần nhà ngoại có được không?',
    way: [
      accepted(0),
      forwarded(1, SYT, 'Việc tiêm chủng.'),
      accepted(1),
      ...answered(4, {
        answer:
          'Được. Trạm y tế nào cũng tiêm cho trẻ đang ở trên địa bàn, không hỏi hộ khẩu. Chị mang theo sổ tiêm; quên sổ thì trạm tra trên máy.\n\nCháu đang sốt hoặc mới ốm dậy thì hoãn, cán bộ hẹn lại ngày khác.',
        basis: [basis('85/KH-SYT', 'về tiêm bổ sung vắc-xin sởi', '2026-10-02', 'Sở Y tế', 'Mục 4')],
      }),
    ],
  },
  {
    ...{ asker: 'Daniel Mau', language: 'en', day: 21, at: '10:30' },
    title: 'When is the best time to visit the garlic harvest on Lý Sơn, and do I need a permit?',
    text: 'We are a family of four and would like to see the garlic harvest. Do foreigners need a permit for the island?',
    way: [
      accepted(1),
      ...answered(4, {
        answer:
          'The harvest is from late February to the end of March. Foreign visitors need no permit for the island; please carry your passports, which are checked at the pier.\n\nBoats do not leave when the wind is above force 6. Keep one spare day at the end of your journey.',
      }),
    ],
  },
  {
    ...{ asker: 'Phạm Văn Mẫu', day: 17, at: '15:00', to: LY_SON },
    title: 'Lấy cát biển để trồng tỏi có bị cấm không?',
    text: 'Nhà tôi có ba sào tỏi, mỗi vụ cần thay một lớp cát. Năm nay nghe cấm lấy cát ở bãi, vậy lấy ở đâu?',
    way: [
      accepted(1),
      ...answered(5, {
        answer:
          'Không được lấy cát ở bãi tắm và trong phạm vi kè. Đặc khu mở một điểm lấy cát ở phía bắc, mỗi sào 4 m³, đăng ký ở khu dân cư.\n\nHộ dùng cách thay nửa lớp cát và ủ rong được hỗ trợ công làm đất năm đầu.',
        basis: [
          basis(
            '07/TB-UBND',
            'về điểm lấy cát phục vụ trồng tỏi',
            '2026-08-30',
            'Ủy ban nhân dân đặc khu Lý Sơn',
          ),
        ],
      }),
    ],
  },
  {
    ...{ asker: 'Đinh Thị Mẫu', day: 12, at: '20:05' },
    title: 'Khám bệnh trái tuyến ở bệnh viện tỉnh được bảo hiểm trả bao nhiêu?',
    text: 'Nhà tôi ở miền núi, trạm y tế xã không có máy siêu âm. Nếu tự xuống bệnh viện tỉnh thì bảo hiểm có trả không?',
    way: [
      accepted(1),
      forwarded(1, SYT),
      accepted(2),
      ...answered(4, {
        answer:
          'Bà nên xin giấy chuyển của trạm y tế: có giấy thì được hưởng như đúng tuyến, trạm cấp trong ngày khi cần siêu âm.\n\nNgười dân tộc thiểu số và hộ nghèo ở xã đặc biệt khó khăn tự đi khám vẫn được hưởng đủ khi nằm viện. Cấp cứu thì vào bệnh viện nào cũng được.',
      }),
    ],
  },
  {
    ...{ asker: 'Bùi Văn Mẫu', day: 11, at: '09:45', mail: true, occupation: 'Chủ tàu' },
    title: 'Bao giờ mở đăng ký chỗ neo ở bến tránh bão mới?',
    text: 'Kế hoạch mở rộng bến đã công bố. Chủ tàu ở xã khác có được đăng ký chỗ neo cố định không, từ khi nào?',
    way: [
      accepted(1, { commonConcern: true }),
      assigned(1),
      promised(
        8,
        12,
        'Đang lấy ý kiến các nghiệp đoàn nghề cá nên chưa trả lời dứt khoát được. Cổng hẹn ngày trả lời như trên.',
      ),
    ],
  },
  {
    ...{ asker: 'Tạ Thị Mẫu', day: 6, at: '14:35', to: SYT },
    title: 'Nhà thuốc ở xã đóng cửa ban đêm, mua thuốc hạ sốt ở đâu?',
    text: 'Xã chỉ có một nhà thuốc, bảy giờ tối đã đóng cửa. Con nhỏ sốt ban đêm thì biết mua thuốc ở đâu?',
    way: [
      accepted(1),
      ...checked(4, {
        answer:
          'Trạm y tế xã trực suốt đêm và có sẵn thuốc hạ sốt cho trẻ. Từ tháng sau nhà thuốc ở xã trực đến 21 giờ theo lịch dán ở trạm.',
      }),
    ],
  },
  {
    ...{ asker: 'Hồ Văn Mẫu', day: 3, at: '11:05' },
    title: 'Đường vào thôn dưới chân núi Cà Đam bị cây đổ, ai dọn?',
    text: 'Hai cây lớn đổ ngang đường từ trận gió hôm trước, xe máy phải dắt vòng qua ruộng. Xin cho người đến dọn.',
    way: [accepted(1), assigned(1), drafting(1, { answer: 'Tổ quản lý đường của xã dọn trong tuần này.' })],
  },
  {
    ...{ asker: 'Cao Văn Mẫu', day: 4, at: '07:20' },
    title: 'Tranh chấp ranh giới đất với hàng xóm, nhờ cổng phân xử',
    text: 'Nhà bên xây tường lấn sang đất tôi hai tấc. Tôi muốn cổng kết luận ai đúng ai sai.',
    way: [
      refused(
        0,
        'outOfScope',
        'Mục này không giải quyết tranh chấp. Ông gửi đơn đến ủy ban nhân dân xã để được hòa giải; không thành thì đưa ra tòa án.',
      ),
    ],
  },
  {
    ...{ asker: 'Phan Thị Mẫu', day: 1, at: '18:50', mail: true },
    title: 'Đăng ký lớp học bơi cứu đuối cho trẻ ven biển ở đâu?',
    text: 'Con tôi 9 tuổi, nhà sát biển mà chưa biết bơi. Hè này lớp học bơi không mất tiền đăng ký với ai?',
  },
];
