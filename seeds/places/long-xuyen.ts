import {
  address,
  committee,
  list,
  MAIN_TASKS,
  mainPeople,
  OFFICE_HOURS,
  type Place,
  p,
  TASKS,
  table,
  threePeople,
  twoPeople,
} from '../shape.ts';
import { longXuyenInquiries } from './long-xuyen-inquiries.ts';

export const longXuyen: Place = {
  ...{ code: 'long-xuyen', name: 'Long Xuyên', nameEn: 'Long Xuyên', kind: 'city' },
  ...{ profileCode: 'long-xuyen-01-2020', validFrom: '2020-06-15', decision: '01/2020/QĐ-UBND' },
  main: {
    body: committee('thành phố', 'Long Xuyên', 'UBND'),
    ...{ host: 'longxuyen.gov.vn', openedOn: '2026-07-01', colour: '#7a4a12', scene: 'lotus' },
    question: { vi: 'Bạn tìm gì ở Long Xuyên?', en: 'What are you looking for in Long Xuyên?' },
    tasks: [...MAIN_TASKS, TASKS.sitemap],
    popular: [
      { vi: 'chợ nổi', en: 'floating market' },
      { vi: 'tuyển sinh', en: 'school places' },
    ],
    address: address('Số 1, đường Mẫu, phường Mỹ Long', '1 Mẫu street, Mỹ Long ward'),
    phone: '0296 000 0000',
    hours: OFFICE_HOURS,
    people: mainPeople('Trần Hữu Máy', 'Nguyễn Thị Sen', 'Lê Văn Rà', 'Võ Thị Thanh Tâm', 'Phạm Hữu Bến'),
    items: [
      {
        ...{ section: 'introduction/nature-culture', day: 18, at: '09:00' },
        title: 'Thành phố bên sông Hậu',
        summary: 'Sông, rạch, cù lao và nếp sống của người Long Xuyên.',
        body: p(
          'Thành phố nằm bên bờ sông Hậu, đất phù sa, nhiều rạch nhỏ. Người dân quen đi lại bằng đò ngang và họp chợ trên sông từ sáng sớm.',
        ),
        picture: {
          landscape: 'river',
          alt: 'Mặt sông rộng màu phù sa, bờ xa có hàng cây.',
          caption: 'Sông mùa nước. Tranh minh họa.',
        },
      },
      {
        ...{ section: 'strategy-plan', day: 15, at: '10:00' },
        title: 'Kế hoạch kè rạch và đường đi bộ ven sông',
        summary: 'Ba đoạn, làm từng đoạn để ghe thuyền vẫn qua được.',
        body: table('Tiến độ dự kiến', [
          ['Đoạn', 'Dài (m)', 'Bắt đầu', 'Xong'],
          ['Từ chợ đến cầu', '640', 'tháng 1', 'tháng 5'],
          ['Từ cầu đến bến phà', '820', 'tháng 4', 'tháng 9'],
          ['Qua cù lao', '400', 'tháng 8', 'tháng 12'],
        ]),
      },
      {
        ...{ section: 'direction/opinions', day: 10, at: '16:00' },
        title: 'Giữ lối đi cho người đi bộ quanh các trường học',
        summary: 'Không đỗ xe trước cổng trường giờ đón, trả học sinh.',
        body: p(
          'Các phường kẻ lại vạch, trường bố trí giờ tan lệch nhau mười phút. Lực lượng trật tự nhắc nhở hai tuần rồi mới phạt.',
        ),
      },
      {
        ...{ section: 'legal-dissemination', day: 7, at: '08:45' },
        title: 'Hộ kinh doanh nhỏ: đăng ký ở đâu, bao lâu có giấy',
        summary: 'Nộp ở bộ phận một cửa, ba ngày làm việc.',
        start: {
          event: 'issued',
          daysBefore: 10,
          number: '19/HD-UBND',
          issuer: 'Ủy ban nhân dân thành phố Long Xuyên',
        },
        body: list(
          'Một tờ khai, không cần công chứng.',
          'Người bán hàng rong, bán vé số không phải đăng ký.',
          'Đổi địa điểm chỉ cần báo, không cấp lại số.',
        ),
        english: {
          title: 'Small household businesses: where to register, how long it takes',
          summary: 'At the one-stop office; three working days.',
          body: p(
            'One form, no notary. Street vendors and lottery sellers need not register. A change of address is only reported; the number stays.',
          ),
        },
      },
      {
        ...{ section: 'clarification', day: 5, at: '15:20' },
        title: 'Về tin “đóng chợ nổi”: chợ vẫn họp hằng ngày',
        summary: 'Chỉ dời bến đậu 200 mét để nạo vét.',
        body: p(
          'Bến đậu tạm dời xuống phía dưới trong ba tuần. Ghe buôn bán không phải nộp thêm khoản nào. Có bảng chỉ dẫn ở hai đầu.',
        ),
      },
      {
        ...{ section: 'news', day: 3, at: '09:30' },
        title: 'Phường, xã ra quân làm sạch rạch trước Tết',
        summary: 'Vớt rác và bèo trên 14 km rạch.',
        author: 'Nguyễn Thị Sen',
        body: p('Mỗi tổ dân phố nhận một đoạn. Bèo được ủ làm phân cho vườn rau của trường học.'),
      },
      {
        ...{ section: 'news', day: 1, at: '16:50', reached: 'draft' },
        title: 'Lịch cúp nước để súc rửa đường ống',
        summary: 'Đang chờ công ty cấp nước gửi lịch từng phường.',
        body: p('Nội dung đang cập nhật.'),
      },
    ],
  },
  members: [
    {
      body: { vi: 'Phòng Kinh tế thành phố', en: 'Economic Office', abbreviation: 'PKT', kind: 'department' },
      ...{ host: 'pkt.longxuyen.gov.vn', openedOn: '2026-07-06', colour: '#22386e', scene: 'lotus' },
      question: { vi: 'Bạn làm nghề gì, cần hỗ trợ gì?', en: 'How can we help your trade?' },
      tasks: [TASKS.news, TASKS.contact],
      address: address('Số 2, đường Mẫu, phường Mỹ Long', '2 Mẫu street, Mỹ Long ward'),
      phone: '0296 000 0001',
      ...twoPeople('Huỳnh Thị Chợ', 'Mai Văn Bán'),
      items: [
        {
          ...{ section: 'news', day: 6, at: '10:40' },
          title: 'Hội chợ trái cây cuối tuần ở bến phà',
          summary: 'Sáu mươi gian hàng của nhà vườn, không qua người bán lại.',
          body: p('Nhà vườn đăng ký gian hàng không mất tiền. Cân đối chứng đặt ở hai cổng.'),
        },
        {
          ...{ section: 'introduction', day: 13, at: '09:00' },
          title: 'Phòng Kinh tế làm gì',
          summary: 'Công thương, nông nghiệp, khoa học, chợ.',
          body: p('Phòng nhận hồ sơ qua bộ phận một cửa; việc gấp gọi số máy ở mục Liên hệ.'),
        },
      ],
    },
    {
      body: {
        vi: 'Hội Liên hiệp Phụ nữ thành phố',
        en: "City Women's Union",
        short: 'Hội Liên hiệp Phụ nữ',
        abbreviation: 'HLHPN',
        kind: 'massOrganisation',
      },
      ...{ host: 'hlhpn.longxuyen.gov.vn', openedOn: '2026-07-06', colour: '#7a1f50', scene: 'lotus' },
      question: { vi: 'Chị em cần tìm gì?', en: 'What are you looking for?' },
      tasks: [TASKS.news, TASKS.contact],
      address: address('Số 6, đường Mẫu, phường Mỹ Bình', '6 Mẫu street, Mỹ Bình ward'),
      phone: '0296 000 0002',
      ...threePeople('Lý Thị Duyên', 'Trần Thị Rõ', 'Châu Thị Thắm'),
      items: [
        {
          ...{ section: 'news', day: 4, at: '14:30' },
          title: 'Lớp may công nghiệp buổi tối nhận thêm 25 học viên',
          summary: 'Học ba tháng, có chỗ giữ trẻ.',
          body: p('Lớp học không thu học phí với hộ nghèo, cận nghèo. Đăng ký ở chi hội khóm.'),
        },
      ],
    },
    {
      body: {
        vi: 'Trường Trung học cơ sở Phù Sa',
        en: 'Phù Sa Lower Secondary School',
        short: 'Trường THCS Phù Sa',
        abbreviation: 'THCSPHUSA',
        kind: 'school',
      },
      ...{ host: 'thcsphusa.longxuyen.gov.vn', openedOn: '2026-08-03', colour: '#0d5a68', scene: 'lotus' },
      question: { vi: 'Phụ huynh, học sinh cần tìm gì?', en: 'What are you looking for?' },
      tasks: [TASKS.news, TASKS.contact],
      address: address('Số 15, đường Mẫu, phường Mỹ Phước', '15 Mẫu street, Mỹ Phước ward'),
      phone: '0296 000 0003',
      ...twoPeople('Đặng Thị Phấn', 'Ngô Văn Bảng'),
      items: [
        {
          ...{ section: 'news', day: 2, at: '17:00' },
          title: 'Kiểm tra cuối kỳ: lịch từng khối và đồ dùng được mang vào',
          summary: 'Từ thứ Hai tuần sau; mang bút, thước, máy tính không nhớ.',
          body: table('Lịch kiểm tra', [
            ['Ngày', 'Khối 6 và 7', 'Khối 8 và 9'],
            ['Thứ Hai', 'Ngữ văn', 'Toán'],
            ['Thứ Ba', 'Toán', 'Ngữ văn'],
            ['Thứ Tư', 'Tiếng Anh', 'Khoa học tự nhiên'],
          ]),
        },
      ],
    },
    {
      body: committee('phường', 'Mỹ Bình', 'MYBINH'),
      ...{ host: 'mybinh.longxuyen.gov.vn', openedOn: '2026-07-06', colour: '#7a4a12', scene: 'lotus' },
      question: { vi: 'Bà con cần tìm gì?', en: 'What are you looking for?' },
      tasks: [TASKS.news, TASKS.contact, TASKS.direction],
      address: address('Số 21, đường Mẫu, phường Mỹ Bình', '21 Mẫu street, Mỹ Bình ward'),
      phone: '0296 000 0004',
      hours: OFFICE_HOURS,
      ...twoPeople('Phan Thị Khóm', 'Hồ Văn Hẻm'),
      items: [
        {
          ...{ section: 'news', day: 5, at: '08:10' },
          title: 'Bộ phận một cửa nhận hồ sơ thêm sáng thứ Bảy',
          summary: 'Cho người đi làm giờ hành chính; từ 7 giờ 30 đến 11 giờ.',
          proposed: 'waiting',
          body: p(
            'Sáng thứ Bảy nhận hộ tịch, chứng thực và bảo trợ xã hội. Có bàn hướng dẫn nộp trực tuyến.',
          ),
        },
        {
          ...{ section: 'direction/leaders-calendar', day: 3, at: '07:40' },
          title: 'Lịch tiếp dân của lãnh đạo phường',
          summary: 'Sáng thứ Ba và thứ Năm hằng tuần.',
          body: p('Ai đến trước được tiếp trước; người già, người khuyết tật được mời làm trước.'),
        },
      ],
    },
  ],
  inquiries: longXuyenInquiries,
};
