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

const WOMEN = 'hlhpn.longxuyen.gov.vn';
const MY_BINH = 'mybinh.longxuyen.gov.vn';

/** A city on the river: what people of Long Xuyên ask. */
export const longXuyenInquiries: readonly InquiryText[] = [
  {
    ...{ asker: 'Nguyễn Thị Mẫu', day: 29, at: '20:10' },
    title: 'Hẻm nhà tôi ngập mỗi lần triều cường, khi nào nâng cống?',
    text: 'Hẻm thấp hơn đường chính, nước rút rất chậm, con nít đi học phải lội. Xin hỏi thành phố có kế hoạch nâng cống hẻm chưa?',
    way: [
      accepted(1, { commonConcern: true }),
      // past the fifteen working days, without a notice in between
      ...answered(26, {
        answer:
          'Có. Hẻm nằm trong nhóm 12 hẻm làm trước Tết: thay cống lớn hơn và gắn van ngăn triều ở miệng cống ra rạch.\n\nMỗi hẻm làm trong mười ngày, xe máy vẫn qua được một bên. Bà con không phải góp tiền.\n\nThành phố trả lời trễ và không báo trước, xin bà con lượng thứ.',
      }),
    ],
  },
  {
    ...{ asker: 'Trần Văn Mẫu', day: 24, at: '09:30', to: MY_BINH },
    title: 'Bán cà phê xe đẩy trước nhà có cần giấy phép kinh doanh không?',
    text: 'Vợ chồng tôi tính bán cà phê sáng trước cửa nhà, từ năm giờ tới chín giờ. Có phải đăng ký gì không?',
    way: [
      accepted(1),
      ...answered(3, {
        answer:
          'Bán nhỏ trước nhà mình thì không phải đăng ký hộ kinh doanh. Chỉ cần chừa 1,5 mét lề đường cho người đi bộ và ký cam kết an toàn thực phẩm ở phường, ký một lần là xong.\n\nMuốn để bàn ghế lấn ra lề thì không được, kể cả buổi sáng sớm.',
        basis: [
          basis(
            '14/QĐ-UBND',
            'về sắp xếp buôn bán trên hè phố',
            '2026-04-02',
            'Ủy ban nhân dân thành phố',
            'Điều 3',
          ),
        ],
      }),
    ],
  },
  {
    ...{ asker: 'Lý Thị Mẫu', day: 22, at: '13:15', to: WOMEN },
    title: 'Chị em đi làm ca có học lớp may buổi tối được không?',
    text: 'Tôi làm ca ở xí nghiệp, tuần này sáng tuần sau chiều. Lớp may buổi tối có cho nghỉ xen kẽ không, có giữ trẻ không?',
    way: [
      accepted(1),
      ...answered(3, {
        answer:
          'Được chị nhé. Lớp có hai nhóm trùng bài, tối thứ Ba và tối thứ Bảy, chị học nhóm nào cũng được trong tuần đó.\n\nPhòng bên cạnh có cô giữ trẻ từ hai tuổi, không lấy tiền. Đăng ký ở chi hội khóm, mang theo căn cước.',
      }),
    ],
  },
  {
    ...{ asker: 'Huỳnh Văn Mẫu', day: 20, at: '17:40' },
    title: 'Con tôi học lớp 5, tuyển sinh vào lớp 6 theo khóm hay theo trường?',
    text: 'Gia đình mới dọn về khóm khác trong thành phố. Vậy cháu vào lớp 6 theo chỗ ở mới hay theo trường tiểu học đang học?',
    way: [
      accepted(1),
      ...answered(5, {
        answer:
          'Theo chỗ ở thực tế đến ngày 31 tháng 3. Gia đình báo cư trú cho công an phường; trường tiểu học tự cập nhật danh sách, phụ huynh không phải làm đơn.\n\nMuốn học trường gần chỗ làm thì đăng ký đợt hai, khi trường còn chỗ.',
        basis: [
          basis('36/KH-UBND', 'về tuyển sinh đầu cấp', '2026-10-15', 'Ủy ban nhân dân thành phố', 'Mục III'),
        ],
      }),
    ],
  },
  {
    ...{ asker: 'Anna Mau', language: 'en', day: 16, at: '08:55' },
    title: 'May I take a boat to the floating market by myself?',
    text: 'I would like to rent a small boat and row to the floating market in the morning. Is this allowed for visitors?',
    way: [
      accepted(1),
      ...answered(4, {
        answer:
          'Visitors may not row alone among the trading boats, because of the traffic of barges. Licensed boats with a pilot leave from the pier between 5 and 8 in the morning; the price for one hour is shown at the pier.\n\nLife jackets are given out on board and must be worn.',
      }),
    ],
  },
  {
    ...{ asker: 'Phan Văn Mẫu', day: 9, at: '10:20', to: MY_BINH },
    title: 'Làm giấy khai sinh cho cháu ngoại sáng thứ Bảy có được không?',
    text: 'Con gái tôi sinh cháu ở tỉnh khác, nay về nhà mẹ. Ông ngoại đi làm khai sinh thay có được không, thứ Bảy phường có làm không?',
    way: [
      accepted(1),
      ...answered(2, {
        answer:
          'Được, ông ngoại đi thay không cần giấy ủy quyền. Ông mang giấy chứng sinh và căn cước của cha mẹ cháu.\n\nPhường nhận khai sinh cả sáng thứ Bảy, từ 7 giờ 30 đến 11 giờ, lấy ngay trong buổi.',
      }),
    ],
  },
  {
    ...{ asker: 'Đặng Văn Mẫu', day: 12, at: '15:25', mail: true },
    title: 'Nhà ven rạch có bị giải tỏa khi làm kè không?',
    text: 'Nhà tôi cất một phần trên mé rạch từ trước năm 2000. Làm kè đoạn từ chợ đến cầu thì có phải dời không, đền bù thế nào?',
    way: [
      accepted(1, { commonConcern: true }),
      promised(
        7,
        14,
        'Ranh giới đoạn kè đang cắm mốc lại. Thành phố hẹn ngày trả lời khi có bản vẽ được duyệt.',
      ),
    ],
  },
  {
    ...{ asker: 'Võ Thị Mẫu', day: 6, at: '11:35' },
    title: 'Thu gom rác hẻm nhỏ xe ba gác không vô được',
    text: 'Hẻm tôi rộng có một mét hai. Nhà cuối hẻm phải xách rác ra đầu hẻm mà giờ xe tới thì đi làm hết. Có cách nào khác không?',
    way: [
      accepted(1),
      ...checked(3, {
        answer:
          'Tổ thu gom sẽ dùng xe đẩy tay vào hẻm dưới 1,5 mét từ đầu tháng sau, chiều thứ Hai, thứ Tư và thứ Sáu, sau 18 giờ.',
      }),
    ],
  },
  {
    ...{ asker: 'Châu Văn Mẫu', day: 3, at: '07:10' },
    title: 'Xin chỉ chỗ gửi xe gần bến phà cho người đi làm',
    text: 'Ngày nào tôi cũng gửi xe gần bến phà, mấy bữa nay bãi đóng cửa sửa. Có chỗ nào gửi tạm không?',
    way: [
      accepted(1),
      forwarded(1, MY_BINH),
      accepted(2),
      assigned(2),
      drafting(2, { answer: 'Bãi tạm ở sân nhà văn hóa phường.' }),
    ],
  },
  {
    ...{ asker: 'Hồ Thị Mẫu', day: 4, at: '07:50' },
    title: 'Nhờ thành phố can thiệp chuyện nợ hụi',
    text: 'Tôi chơi hụi với người quen, họ không chịu trả. Xin thành phố can thiệp giúp.',
    way: [
      refused(
        0,
        'outOfScope',
        'Đây là việc dân sự giữa hai bên, mục Hỏi đáp không giải quyết được. Chị gửi đơn đến tòa án, hoặc công an phường nếu thấy có dấu hiệu lừa đảo.',
      ),
    ],
  },
  {
    ...{ asker: 'Mai Thị Mẫu', day: 1, at: '19:55', mail: true },
    title: 'Lịch súc rửa đường ống nước tuần tới ra sao?',
    text: 'Quán ăn của tôi cần trữ nước trước. Xin cho biết ngày cúp nước của từng phường.',
  },
  {
    ...{ asker: 'Trịnh Thị Mẫu', day: 2, at: '09:05', to: WOMEN },
    title: 'Hội có tư vấn ly hôn miễn phí không?',
    text: 'Tôi muốn hỏi về quyền nuôi con. Hội có luật sư tư vấn ngày nào, có phải đặt lịch không?',
  },
];
