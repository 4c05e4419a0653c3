import type { InquiryText } from '../inquiries.ts';
import {
  accepted,
  askedBack,
  assigned,
  basis,
  checked,
  contributed,
  drafting,
  forwarded,
  merged,
  promised,
  refused,
  replied,
  sentOut,
  splitTo,
  submitted,
  withdrawn,
} from '../inquiry-steps.ts';

const SNNMT = 'snnmt.laocai.gov.vn';
const BACHA = 'bacha.laocai.gov.vn';

/** Letters to Lào Cai on their way: at least one in every state of the workflow. */
export const laoCaiInquiries: readonly InquiryText[] = [
  {
    ...{ asker: 'Ly Seo Mẫu', topic: 'policies', day: 13, at: '07:35' },
    title: 'Tiền hỗ trợ sửa nhà sau mưa lũ bao giờ phát đợt hai?',
    text: 'Nhà tôi nằm trong danh sách đợt hai, thôn đã lập từ tháng trước mà chưa nhận được tiền. Xin cho biết khi nào phát.',
    way: [
      accepted(1),
      assigned(1),
      drafting(4, { answer: 'Đang chờ số liệu của Kho bạc khu vực về đợt hai.' }),
    ],
  },
  {
    ...{ asker: 'Phàn Thị Mẫu', topic: 'mechanisms', day: 8, at: '16:25' },
    title: 'Thôn sáp nhập thì ai ký xác nhận cho chúng tôi trong lúc chưa bầu trưởng thôn mới?',
    text: 'Hai thôn vừa nhập làm một, trưởng thôn cũ nói không ký nữa. Giấy vay vốn của nhà tôi cần xác nhận ngay trong tuần.',
    way: [
      accepted(1, { commonConcern: true }),
      ...submitted(3, {
        answer:
          'Trong lúc chưa bầu, người được xã tạm giao phụ trách thôn ký thay; danh sách dán ở trụ sở xã. Giấy do trưởng thôn cũ ký trước ngày sáp nhập vẫn dùng được.',
        basis: [
          basis(
            '63/HD-UBND',
            'về công việc của thôn sau sắp xếp',
            '2026-07-22',
            'Ủy ban nhân dân tỉnh',
            'Mục 3',
          ),
        ],
      }),
    ],
  },
  {
    ...{ key: 'loan', asker: 'Chảo A Mẫu', topic: 'policies', day: 6, at: '19:05' },
    title: 'Hộ mới thoát nghèo còn được vay vốn ưu đãi làm chuồng trại nữa không?',
    text: 'Gia đình tôi ra khỏi danh sách hộ nghèo năm nay. Tôi muốn vay để làm chuồng trâu thì còn được mức lãi cũ không, hỏi ở đâu?',
    way: [
      accepted(1, { commonConcern: true }),
      assigned(1),
      drafting(3, {
        answer:
          'Hộ mới thoát nghèo còn được vay trong 36 tháng, lãi suất cao hơn hộ nghèo một ít. Bà con hỏi tổ vay vốn của thôn.',
      }),
    ],
  },
  {
    ...{ asker: 'Thào Thị Mẫu', topic: 'policies', day: 3, at: '12:50' },
    title: 'Thoát nghèo rồi có được vay làm chuồng trâu không?',
    text: 'Tôi hỏi giống chị trong thôn: nhà mới thoát nghèo năm nay thì có được vay tiền làm chuồng trâu không?',
    way: [merged(1, 'loan')],
  },
  {
    ...{
      asker: 'Hoàng Thị Mẫu',
      topic: 'investment',
      day: 7,
      at: '09:15',
      mail: true,
      occupation: 'Giám đốc hợp tác xã',
    },
    title: 'Hợp tác xã trồng dược liệu được thuê đất rừng bao nhiêu năm?',
    text: 'Hợp tác xã chúng tôi có 26 hộ muốn thuê 14 ha đất dưới tán rừng để trồng dược liệu. Thời hạn thuê và tiền thuê tính thế nào?',
    way: [
      accepted(1, { variant: 'special' }),
      promised(2, 8, 'Cần kiểm tra thực địa cùng kiểm lâm nên hẹn ngày trả lời. Mong hợp tác xã thông cảm.'),
      ...contributed(
        2,
        SNNMT,
        'Đất rừng sản xuất cho thuê tới 50 năm; dưới tán rừng phòng hộ chỉ ký hợp đồng khoán từng chu kỳ cây. Khu vực hợp tác xã nêu có 9 ha rừng sản xuất.',
      ),
    ],
  },
  {
    ...{ asker: 'Nùng Văn Mẫu', topic: 'procedures', day: 5, at: '14:30', mail: true },
    title: 'Xin hỗ trợ di chuyển nhà khỏi nơi có nguy cơ sạt lở',
    text: 'Sau nhà tôi có vết nứt dài. Gia đình muốn chuyển đi nơi khác thì được hỗ trợ thế nào?',
    way: [
      accepted(1),
      askedBack(
        1,
        'Xin ông cho biết nhà ở thôn, xã nào và vết nứt cách nhà khoảng bao nhiêu mét, để mời cán bộ đến xem.',
      ),
    ],
  },
  {
    ...{ asker: 'Đặng Thị Mẫu', topic: 'procedures', day: 4, at: '08:05' },
    title: 'Xe khách chạy tuyến vùng cao có được đón khách dọc đường không?',
    text: 'Nhà tôi ở dọc quốc lộ, xa bến. Xe khách đón ở đầu đường có bị phạt không, có điểm dừng nào gần hơn không?',
    way: [
      accepted(1),
      ...contributed(
        1,
        BACHA,
        'Qua địa bàn xã có ba điểm dừng đã cắm biển; xã đề nghị thêm một điểm ở ngã ba chợ.',
      ),
      ...checked(2, {
        answer:
          'Xe tuyến cố định được đón, trả khách ở điểm dừng có biển; ngoài các điểm đó thì bị phạt. Qua xã Bắc Hà có ba điểm, danh sách dán ở trụ sở xã và bến xe. Điểm ở ngã ba chợ đang được xem xét thêm.',
        basis: [basis('29/QĐ-SXD', 'về các điểm dừng đón, trả khách', '2026-02-11', 'Sở Xây dựng')],
      }),
    ],
  },
  {
    ...{ asker: 'Cư Seo Mẫu', topic: 'useful-information', day: 4, at: '22:10', mail: true },
    title: 'Xin xem giúp tôi số trúng thưởng và chỗ bán vé',
    text: 'Tôi muốn biết kết quả quay số tối qua và hỏi trong tỉnh chỗ nào bán nhiều vé trúng.',
    way: [
      refused(
        1,
        'outOfScope',
        'Mục Hỏi – Đáp trả lời về cơ chế, chính sách và thủ tục của tỉnh, không đăng kết quả trò chơi. Ông có thể xem ở nơi bán vé.',
      ),
    ],
  },
  {
    ...{ asker: 'Lùng Thị Mẫu', topic: 'policies', day: 3, at: '17:20' },
    title: 'Hỏi về tiền ăn bán trú của con và về giống cây mận',
    text: 'Việc thứ nhất: con tôi học bán trú, tháng này tiền ăn bị trừ ba ngày nghỉ rét, có đúng không? Việc thứ hai: nhà tôi muốn đăng ký cây giống mận thì hỏi ai?',
    way: [
      splitTo(1, [
        {
          ...{ host: BACHA, title: 'Tiền ăn bán trú tháng có ngày nghỉ rét' },
          text: 'Con tôi học bán trú, tháng này tiền ăn bị trừ ba ngày nghỉ rét, có đúng không?',
        },
        {
          ...{ host: SNNMT, title: 'Đăng ký cây giống mận' },
          text: 'Nhà tôi muốn đăng ký cây giống mận thì hỏi ai?',
        },
      ]),
    ],
  },
  {
    ...{ asker: 'Thào A Mẫu', topic: 'procedures', day: 3, at: '08:30' },
    title: 'Đăng ký xe máy điện ở xã hay ở tỉnh?',
    text: 'Tôi mới mua xe máy điện, cửa hàng bảo đăng ký ở công an xã. Có đúng không?',
    way: [withdrawn(1, 'Tôi đã hỏi công an xã và làm xong rồi, xin cảm ơn.')],
  },
  {
    ...{ asker: 'Lồ Thị Mẫu', topic: 'procedures', day: 2, at: '11:15' },
    title: 'Đổi giấy phép lái xe mô tô sắp hết chỗ dán thì làm ở đâu?',
    text: 'Giấy phép cũ bằng bìa của tôi bị rách. Tôi ở xã, có đổi được ở xã không hay phải lên tỉnh?',
  },
  {
    ...{ asker: 'Giàng A Mẫu', topic: 'useful-information', day: 0, mail: true },
    title: 'Mùa khô này thôn tôi có được kéo nước về không?',
    text: 'Thôn tôi chưa có tên trong 42 công trình vừa sửa. Năm ngoái thiếu nước gần hai tháng. Xin hỏi bao giờ đến lượt?',
  },
  {
    ...{ intake: 'feedback', asker: 'Nông Thị Mẫu', day: 5, at: '20:45' },
    title: 'Đơn xin miễn, giảm học phí bắt xác nhận hai lần là thừa',
    text: 'Mẫu đơn đòi cả trưởng thôn và ủy ban xã xác nhận cùng một việc. Đề nghị bỏ bớt một lần vì nhà ở xa phải đi hai buổi.',
    way: [accepted(1), assigned(1)],
  },
  {
    ...{ intake: 'complaint', asker: 'Sầm Văn Mẫu', day: 2, at: '09:50' },
    title: 'Khiếu nại về diện tích đất thu hồi làm đường',
    text: 'Biên bản đo ghi thiếu 64 mét vuông so với thửa đất của gia đình tôi. Tôi đã hỏi hai lần mà chưa được đo lại.',
  },
  {
    ...{ intake: 'complaint', asker: 'Vương Thị Mẫu', day: 9, at: '15:10' },
    title: 'Tố cáo việc thu thêm tiền khi cấp giấy',
    text: 'Người nhận hồ sơ bảo nộp thêm một khoản không có phiếu thu. Tôi đề nghị làm rõ và giữ kín tên tôi.',
    way: [
      sentOut(
        1,
        'Thanh tra tỉnh',
        'Đơn thuộc thẩm quyền của Thanh tra tỉnh. Kết quả sẽ được cơ quan này báo trực tiếp cho bà.',
      ),
    ],
  },
  {
    ...{ intake: 'quality', asker: 'Lương Văn Mẫu', day: 6, at: '21:35' },
    title: 'Trang tin khó đọc trên máy điện thoại cũ',
    text: 'Máy của mẹ tôi chữ nhỏ, bảng số liệu phải kéo ngang mới thấy hết. Đề nghị có nút phóng chữ ở đầu trang.',
    way: [accepted(1)],
  },
  {
    ...{ intake: 'information', asker: 'Trương Thị Mẫu', occupation: 'Sinh viên', day: 2, at: '10:05' },
    title: 'Xin số liệu rừng trồng mới ba năm gần đây theo xã',
    text: 'Tôi làm đồ án về trồng rừng, xin bảng diện tích rừng trồng mới của từng xã trong ba năm gần đây, bản điện tử.',
    way: [accepted(1)],
  },
  {
    ...{ intake: 'personalData', asker: 'Chảo A Mẫu', topic: 'view', variant: 'access' },
    ...{ about: ['loan'], day: 1, at: '08:45' },
    title: 'Xem dữ liệu cá nhân',
    text: 'Tôi muốn biết cổng đang giữ những thông tin gì về tôi và đã đưa cho ai.',
  },
  // at the department and at the commune
  {
    ...{ asker: 'Lò Thị Mẫu', topic: 'policies', day: 5, at: '13:40' },
    title: 'Trồng quế trên đất nương được cấp cây giống không?',
    text: 'Nhà tôi có 0,6 ha nương dốc muốn chuyển sang trồng quế. Xin hỏi có được cấp cây giống và phân bón lót không?',
    way: [
      accepted(0),
      forwarded(1, SNNMT, 'Việc về giống cây lâm nghiệp.'),
      accepted(1),
      ...checked(3, {
        answer:
          'Hộ có từ 0,3 ha trở lên được cấp cây giống, không cấp phân. Đăng ký ở xã trước ngày 15 tháng sau; cán bộ đến xem độ dốc rồi mới lập danh sách.',
        basis: [
          basis(
            '74/HD-SNNMT',
            'về hỗ trợ giống cây lâm nghiệp',
            '2026-11-09',
            'Sở Nông nghiệp và Môi trường',
          ),
        ],
      }),
    ],
  },
  {
    ...{ asker: 'Ma Văn Mẫu', topic: 'policies', day: 12, at: '07:20', to: SNNMT },
    title: 'Lợn của ba nhà trong thôn chết, nghi có dịch, chôn ở đâu?',
    text: 'Ba nhà liền nhau có lợn chết trong một tuần. Cán bộ bảo chôn nhưng chưa chỉ chỗ. Xin hướng dẫn gấp.',
    way: [accepted(1), assigned(1)],
  },
  {
    ...{ asker: 'Vi Thị Mẫu', topic: 'policies', day: 4, at: '18:05', to: SNNMT },
    title: 'Ao cá bị nước đục từ mỏ đá chảy vào, đo nước ở đâu?',
    text: 'Từ khi mỏ đá làm thêm bãi, nước vào ao nhà tôi đục và cá chết lác đác. Muốn đo nước thì liên hệ ai?',
    way: [
      accepted(1),
      askedBack(1, 'Xin chị cho biết ao ở thôn nào và cá chết từ ngày nào để tổ quan trắc đến lấy mẫu.'),
      replied(2, 'Ao ở đầu thôn, sát đường vào mỏ. Cá chết từ đầu tuần trước, mỗi ngày vài con.'),
    ],
  },
  {
    ...{ asker: 'Tẩn A Mẫu', topic: 'procedures', day: 1, at: '17:55', to: SNNMT },
    title: 'Khoan giếng cho ba hộ dùng chung có phải xin phép không?',
    text: 'Ba nhà chúng tôi góp tiền khoan một giếng sâu khoảng 60 mét. Có phải xin phép không, xin ở đâu?',
  },
  {
    ...{ asker: 'Thền Thị Mẫu', topic: 'useful-information', day: 5, at: '06:30', to: BACHA },
    title: 'Chợ phiên chuyển chỗ bán gia súc thì chỗ để xe ở đâu?',
    text: 'Tôi chở lợn xuống chợ mà chưa biết để xe chỗ nào, lần trước phải để tận đầu cầu.',
    way: [
      accepted(1),
      ...checked(2, {
        answer:
          'Xe chở gia súc vào thẳng bãi mới bằng cổng phía suối từ 5 giờ sáng; xe máy gửi ở sân sau nhà văn hóa, không mất tiền.',
      }),
    ],
  },
  {
    ...{ asker: 'Lù A Mẫu', topic: 'procedures', day: 3, at: '09:30', to: BACHA },
    title: 'Làm khai tử cho người mất đã lâu cần giấy gì?',
    text: 'Bố tôi mất cách đây bốn năm, khi đó chưa báo xã. Nay cần giấy để làm thủ tục đất thì phải có những gì?',
    way: [accepted(1), assigned(1)],
  },
  {
    ...{ asker: 'Hầu Thị Mẫu', topic: 'policies', day: 1, at: '20:20', to: BACHA },
    title: 'Bà mẹ sinh con thứ hai ở trạm y tế xã được hỗ trợ gì?',
    text: 'Tháng sau tôi sinh ở trạm y tế xã. Có được hỗ trợ tiền ăn, tiền xe không, cần mang giấy tờ gì?',
  },
];
