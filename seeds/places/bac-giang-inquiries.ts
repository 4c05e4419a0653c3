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

const STP = 'stp.bacgiang.gov.vn';
const LUC_NGAN = 'lucngan.bacgiang.gov.vn';

/**
 * Lychees, factories and notaries: what people of Bắc Giang ask. Its regulation sets no time for an answer, so the
 * figures speak of none.
 */
export const bacGiangInquiries: readonly InquiryText[] = [
  {
    ...{ asker: 'Nông Văn Mẫu', day: 27, at: '06:55', to: LUC_NGAN, occupation: 'Trồng vải' },
    title: 'Vườn vải nhà tôi muốn có mã số vùng trồng thì đăng ký ở đâu?',
    text: 'Vườn rộng 0,8 ha, ở giữa hai vườn đã có mã. Một mình nhà tôi xin mã riêng có được không, hay phải vào nhóm?',
    way: [
      accepted(1),
      ...answered(3, {
        answer:
          'Vườn dưới 10 ha nên vào chung mã với các vườn liền kề, hồ sơ do trưởng nhóm nộp một lần ở xã.\n\nTừ nay đến lúc ra hoa, nhà bác ghi sổ phun thuốc, bón phân. Cán bộ đến kiểm tra vườn hai lần rồi mới cấp; không thu tiền.',
        basis: [
          basis('58/HD-SNNMT', 'về mã số vùng trồng', '2026-09-01', 'Sở Nông nghiệp và Môi trường', 'Mục 2'),
        ],
      }),
    ],
  },
  {
    ...{ asker: 'Giáp Thị Mẫu', day: 25, at: '14:45', to: STP },
    title: 'Giấy ủy quyền bán xe chứng thực ở phường khác nơi ở được không?',
    text: 'Tôi làm công nhân xa nhà, muốn ủy quyền cho em trai bán xe máy. Chứng thực ở phường gần chỗ làm có được không?',
    way: [
      accepted(1),
      ...answered(2, {
        answer:
          'Được, phường, xã nào cũng chứng thực chữ ký, không phân biệt nơi ở. Bạn mang căn cước và bản giấy ủy quyền chưa ký, ký trước mặt người tiếp nhận.\n\nRiêng hợp đồng bán xe thì làm ở nơi người bán hoặc người mua cư trú.',
      }),
    ],
  },
  {
    ...{ asker: 'Thân Văn Mẫu', day: 22, at: '21:05', occupation: 'Công nhân' },
    title: 'Công nhân thuê trọ có được mua nhà ở xã hội không?',
    text: 'Vợ chồng tôi làm ở khu công nghiệp sáu năm, thuê trọ, quê tỉnh khác. Muốn mua nhà ở xã hội thì cần những giấy gì?',
    way: [
      accepted(1),
      ...answered(4, {
        answer:
          'Được, nếu chưa có nhà ở trong tỉnh và thu nhập trong mức quy định. Không cần hộ khẩu; chỉ cần hợp đồng lao động và giấy xác nhận thu nhập của công ty.\n\nHồ sơ nộp thẳng cho chủ đầu tư khi có thông báo bán; danh sách dự án ở mục Quy hoạch, kế hoạch. Không ai được thu tiền giữ chỗ.',
        basis: [basis('33/2025/QĐ-UBND', 'về nhà ở xã hội', '2025-11-19', 'Ủy ban nhân dân tỉnh', 'Điều 8')],
      }),
    ],
  },
  {
    ...{ asker: 'Chu Thị Mẫu', day: 19, at: '10:50' },
    title: 'Bố tôi là thương binh, được miễn tiền xe buýt những tuyến nào?',
    text: 'Bố tôi hay đi khám ở bệnh viện tỉnh bằng xe buýt. Có thẻ thương binh thì có phải mua vé không?',
    way: [
      accepted(1),
      ...answered(3, {
        answer:
          'Các tuyến trong tỉnh miễn vé cho thương binh, người khuyết tật nặng và người từ 75 tuổi. Lên xe chỉ cần đưa thẻ hoặc căn cước.\n\nTuyến sang tỉnh khác thì giảm một nửa.',
      }),
    ],
  },
  {
    ...{ asker: 'Vi Văn Mẫu', day: 14, at: '16:05', to: LUC_NGAN },
    title: 'Hồ chứa trên đồi bị nứt, báo cho ai?',
    text: 'Thân đập hồ nhỏ của thôn có vết nứt dài khoảng năm mét, trời mưa là rỉ nước. Thôn đã căng dây. Xin cho người xem gấp.',
    way: [
      accepted(0),
      ...answered(2, {
        answer:
          'Ngay sau khi nhận tin, cán bộ thủy lợi đã đến xem và cho hạ mực nước 1,2 m. Vết nứt được đắp tạm bằng đất sét và phủ bạt; sửa hẳn trước mùa mưa.\n\nTừ nay bà con thấy đập rỉ nước thì gọi thẳng trưởng thôn, trưởng thôn có số máy trực của huyện.',
      }),
    ],
  },
  {
    ...{ asker: 'Lucas Mau', language: 'en', day: 11, at: '09:15', to: STP, occupation: 'Engineer' },
    title: 'Which papers do I need to marry in Bắc Giang?',
    text: 'I work in an industrial zone here and want to marry a Vietnamese citizen. Which papers do I need, and where do I hand them in?',
    way: [
      accepted(1),
      ...answered(3, {
        answer:
          'A certificate of single status from your own country, legalised and translated, your passport, and a health certificate. Both of you hand in one form at the office of the commune where your partner lives.\n\nThe office checks the papers within 15 days and tells you the day of the ceremony.',
      }),
    ],
  },
  {
    ...{ asker: 'Lưu Văn Mẫu', day: 6, at: '12:25' },
    title: 'Nộp hồ sơ trực tuyến rồi có phải mang bản giấy ra không?',
    text: 'Tôi nộp hồ sơ xây nhà trên mạng, hệ thống báo đã nhận. Bộ phận một cửa lại gọi bảo mang bản giấy. Thế nào mới đúng?',
    way: [
      accepted(1, { commonConcern: true }),
      ...checked(3, {
        answer:
          'Hồ sơ nộp trên mạng đã đủ chữ ký số hoặc ảnh chụp rõ thì không phải mang bản giấy. Bộ phận một cửa chỉ được xem bản gốc một lần, khi trả kết quả.',
        basis: [
          basis(
            '19/2025/QĐ-UBND',
            'về tiếp nhận hồ sơ trực tuyến',
            '2025-09-03',
            'Ủy ban nhân dân tỉnh',
            'Điều 4',
          ),
        ],
      }),
    ],
  },
  {
    ...{ asker: 'Hoàng Thị Mẫu', day: 4, at: '08:15' },
    title: 'Xin tư vấn về thừa kế đất không có di chúc',
    text: 'Bố mẹ tôi mất không để lại di chúc, nhà có bốn anh em, một người ở nước ngoài. Xin hỏi làm thủ tục thế nào?',
    way: [
      accepted(0),
      forwarded(1, STP, 'Thuộc trợ giúp pháp lý.'),
      accepted(1),
      assigned(1),
      drafting(2, { answer: 'Bốn anh em cùng lập văn bản thỏa thuận phân chia, có công chứng.' }),
    ],
  },
  {
    ...{ asker: 'Đồng Văn Mẫu', day: 5, at: '20:35' },
    title: 'Đề nghị cổng đăng quảng cáo vườn sinh thái',
    text: 'Vườn nhà tôi mới mở đón khách, nhờ cổng đăng bài giới thiệu kèm bảng giá và số điện thoại.',
    way: [
      refused(
        1,
        'outOfScope',
        'Cổng không đăng quảng cáo. Bác gửi thông tin cho Trung tâm Xúc tiến du lịch của tỉnh để được đưa vào danh sách điểm đến.',
      ),
    ],
  },
  {
    ...{ asker: 'Tạ Thị Mẫu', day: 1, at: '17:15', mail: true },
    title: 'Bao giờ các trường được bổ sung phòng học lắp ghép?',
    text: 'Trường con tôi 52 cháu một lớp. Nghe nói có phòng lắp ghép trước kỳ hai, trường nào được và bao giờ xong?',
  },
  {
    ...{ asker: 'Leo Thị Mẫu', day: 2, at: '11:20', to: STP },
    title: 'Đổi tên đệm trên giấy khai sinh của con làm ở đâu?',
    text: 'Khi khai sinh ghi nhầm tên đệm của cháu. Cháu đã có thẻ bảo hiểm theo tên sai. Sửa ở xã hay ở sở?',
  },
];
