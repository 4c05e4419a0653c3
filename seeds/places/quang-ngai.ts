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
import { quangNgaiInquiries } from './quang-ngai-inquiries.ts';

export const quangNgai: Place = {
  ...{ code: 'quang-ngai', name: 'Quảng Ngãi', nameEn: 'Quảng Ngãi', kind: 'province' },
  ...{ profileCode: 'quang-ngai-16-2017', validFrom: '2017-04-29', decision: '16/2017/QĐ-UBND' },
  main: {
    body: committee('tỉnh', 'Quảng Ngãi', 'UBND', { code: '51' }),
    ...{ host: 'quangngai.gov.vn', openedOn: '2017-04-29', colour: '#0d5a68', scene: 'boat' },
    emblem: true,
    menu: {
      head: [
        { page: 'home', name: { vi: 'Trang đầu', en: 'Home' } },
        { section: 'news' },
        { section: 'direction', name: { vi: 'Chỉ đạo', en: 'Direction' } },
        { section: 'documents' },
        { page: 'leaders' },
        { page: 'questions', name: { vi: 'Hỏi đáp', en: 'Questions' } },
        { portal: 'lyson.quangngai.gov.vn', name: { vi: 'Đảo Lý Sơn', en: 'Lý Sơn Island' } },
        { page: 'contact', name: { vi: 'Liên hệ', en: 'Contact' } },
      ],
      foot: [
        {
          title: { vi: 'Về cổng này', en: 'About this portal' },
          lines: [
            { section: 'introduction' },
            ...(['board', 'record', 'deadlines'] as const).map((page) => ({ page })),
            ...(['terms', 'accessibility', 'standards'] as const).map((page) => ({ page })),
          ],
        },
        {
          title: { vi: 'Việc của bà con', en: 'What people come for' },
          lines: [
            { page: 'track' },
            { section: 'legal-dissemination' },
            {
              href: { vi: 'https://dichvucong.gov.vn', en: 'https://dichvucong.gov.vn' },
              name: { vi: 'Cổng Dịch vụ công quốc gia', en: 'National public service portal' },
            },
          ],
        },
        {
          title: { vi: 'Tìm và theo dõi', en: 'Find and follow' },
          lines: (['gazette', 'own', 'sitemap', 'feeds', 'members', 'contact'] as const).map((page) => ({
            page,
          })),
        },
      ],
    },
    question: { vi: 'Bạn tìm gì ở Quảng Ngãi?', en: 'What are you looking for in Quảng Ngãi?' },
    tasks: [...MAIN_TASKS, TASKS.feeds],
    popular: [
      { vi: 'tàu cá', en: 'fishing boats' },
      { vi: 'hành tỏi', en: 'onion and garlic' },
    ],
    address: address(
      'Số 1, đường Mẫu, phường Cẩm Thành, tỉnh Quảng Ngãi',
      '1 Mẫu street, Quảng Ngãi province',
    ),
    phone: '0255 000 0000',
    fax: '0255 000 0001',
    hours: OFFICE_HOURS,
    people: mainPeople('Huỳnh Tấn Mạng', 'Võ Thị Sóng', 'Lê Văn Chắc', 'Trương Thị Hải Yến', 'Bùi Tấn Cảng'),
    items: [
      {
        ...{ section: 'introduction/apparatus', day: 19, at: '08:40' },
        title: 'Bộ máy của tỉnh',
        summary: 'Các sở và 96 xã, phường, đặc khu.',
        body: p(
          'Tỉnh có 86 xã, 9 phường và đặc khu Lý Sơn. Danh sách trang của từng nơi ở mục Các cổng trong tỉnh.',
        ),
      },
      {
        ...{ section: 'strategy-plan', day: 13, at: '15:00' },
        title: 'Kế hoạch mở rộng bến neo đậu tránh trú bão',
        summary: 'Thêm chỗ cho 300 tàu, nạo vét luồng vào.',
        start: {
          event: 'approved',
          daysBefore: 7,
          number: '214/KH-UBND',
          issuer: 'Ủy ban nhân dân tỉnh Quảng Ngãi',
        },
        body: table('Chỗ neo đậu trước và sau khi mở rộng', [
          ['Bến', 'Hiện có', 'Sau mở rộng'],
          ['Bến phía bắc', '400', '550'],
          ['Bến phía nam', '250', '400'],
        ]),
      },
      {
        ...{ section: 'direction/opinions', day: 9, at: '18:05' },
        title: 'Gọi tàu thuyền vào bờ trước đợt gió mạnh trên biển',
        summary: 'Tàu còn ở xa báo vị trí hai giờ một lần.',
        body: p(
          'Các đồn biên phòng bắn pháo hiệu, đài thông tin duyên hải phát tin liên tục. Xã, phường ven biển cử người trực bến cả đêm.',
        ),
      },
      {
        ...{ section: 'legal-dissemination', day: 7, at: '09:05' },
        title: 'Đăng ký tàu cá: giấy tờ nào còn hạn, giấy nào phải đổi',
        summary: 'Bảng kiểm cho chủ tàu từ 6 mét trở lên.',
        start: {
          event: 'issued',
          daysBefore: 9,
          number: '55/HD-SNNMT',
          issuer: 'Sở Nông nghiệp và Môi trường',
        },
        body: list(
          'Giấy đăng ký tàu: không phải đổi khi xã đổi tên.',
          'Giấy an toàn kỹ thuật: theo hạn ghi trên giấy.',
          'Giấy phép khai thác: nộp trước khi hết hạn 30 ngày.',
        ),
        english: {
          title: 'Registering fishing boats: which papers hold, which must be renewed',
          summary: 'A checklist for owners of boats of 6 metres and more.',
          body: p(
            'The registration need not be changed when a commune is renamed. The safety certificate holds until its date. Apply for a new fishing licence 30 days before the old one ends.',
          ),
        },
      },
      {
        ...{ section: 'legal-dissemination', day: 4, at: '16:45' },
        title: 'Quy định về rác thải nhựa ở bến cá và chợ đầu mối',
        summary: 'Mang về bờ, gom riêng, không thả xuống bến.',
        // later than fifteen working days
        start: {
          event: 'issued',
          daysBefore: 27,
          number: '31/HD-SNNMT',
          issuer: 'Sở Nông nghiệp và Môi trường',
        },
        body: p(
          'Mỗi chuyến biển, thuyền trưởng ghi số bao rác mang về. Bến có điểm đổi rác nhựa lấy phiếu mua đá.',
        ),
      },
      {
        ...{ section: 'news', day: 2, at: '10:30' },
        title: 'Đoàn tàu câu khơi về bến sau chuyến biển hai mươi ngày',
        summary: 'Ba mươi tàu về trong hai ngày, bến cá đông từ nửa đêm.',
        author: 'Võ Thị Sóng',
        picture: {
          landscape: 'sea',
          alt: 'Mặt biển xanh, xa xa là dãy núi mờ.',
          caption: 'Biển buổi sớm. Tranh minh họa.',
        },
        body: p(
          'Giá cá ổn định nhờ kho lạnh mới. Chủ tàu cho biết chuyến sau sẽ đi sớm hơn nếu trời yên.',
          'Cảng bố trí lối riêng cho xe đông lạnh, người mua lẻ vào từ cổng phía chợ.',
        ),
      },
      {
        ...{ section: 'news', day: 6, at: '14:10' },
        title: 'Thư viện tỉnh mở cửa buổi tối cho học sinh ôn thi',
        summary: 'Từ 18 đến 21 giờ, thứ Hai đến thứ Sáu.',
        body: p('Thư viện có 120 chỗ ngồi buổi tối, có nước uống và gửi xe không thu tiền.'),
      },
      {
        ...{ section: 'news', day: 1, at: '09:40', reached: 'checked' },
        title: 'Mở lại tuyến tàu khách ra đảo sau khi biển lặng',
        summary: 'Hai chuyến một ngày, ưu tiên người bệnh và học sinh.',
        body: p('Vé bán ở bến từ 6 giờ. Hành khách mang giấy tờ tùy thân.'),
      },
    ],
  },
  members: [
    {
      body: { vi: 'Sở Y tế', en: 'Department of Health', abbreviation: 'SYT', kind: 'department' },
      ...{ host: 'syt.quangngai.gov.vn', openedOn: '2017-06-01', colour: '#0d5a68', scene: 'boat' },
      question: { vi: 'Bạn cần hỏi gì về sức khỏe?', en: 'What would you like to know?' },
      tasks: [TASKS.news, TASKS.law, TASKS.contact],
      address: address('Số 3, đường Mẫu, tỉnh Quảng Ngãi', '3 Mẫu street, Quảng Ngãi province'),
      phone: '0255 000 0001',
      ...threePeople('Nguyễn Thị An Khang', 'Phan Văn Khám', 'Đỗ Văn Thuốc'),
      items: [
        {
          ...{ section: 'news', day: 5, at: '08:20' },
          title: 'Tiêm vắc-xin bổ sung cho trẻ dưới hai tuổi tại trạm y tế',
          summary: 'Hai ngày cuối tháng; mang theo sổ tiêm.',
          body: p(
            'Trạm y tế gọi điện cho gia đình có trẻ đến lịch. Trẻ đang sốt thì hoãn, cán bộ hẹn lại ngày khác.',
          ),
        },
        {
          ...{ section: 'introduction/apparatus', day: 15, at: '09:00' },
          title: 'Các đơn vị thuộc Sở Y tế',
          summary: 'Bệnh viện, trung tâm và trạm y tế.',
          body: p(
            'Sở quản lý các bệnh viện tuyến tỉnh và trung tâm y tế khu vực; trạm y tế ở xã, phường khám bệnh ban đầu.',
          ),
        },
      ],
    },
    {
      body: committee('huyện', 'Tư Nghĩa', 'TN'),
      ...{ host: 'tunghia.quangngai.gov.vn', openedOn: '2017-08-01', colour: '#2f5d2b', scene: 'boat' },
      question: { vi: 'Bạn cần tìm gì ở Tư Nghĩa?', en: 'What are you looking for?' },
      tasks: [TASKS.news, TASKS.plans, TASKS.contact],
      address: address('Khu trung tâm, huyện Tư Nghĩa', 'Centre, Tư Nghĩa district'),
      phone: '0255 000 0002',
      ...twoPeople('Bùi Thị Mía', 'Phạm Văn Ruộng'),
      items: [
        {
          ...{ section: 'news', day: 8, at: '10:00' },
          title: 'Sửa xong cầu tràn, học sinh không phải đi vòng',
          summary: 'Cầu rộng 4 mét, có cọc tiêu báo mực nước.',
          body: p('Khi nước vượt vạch đỏ, dân quân đóng rào chắn hai đầu. Xin đừng tháo rào để đi qua.'),
        },
      ],
    },
    {
      body: {
        vi: 'Ủy ban nhân dân đặc khu Lý Sơn',
        en: 'Lý Sơn Special Zone',
        short: 'Đặc khu Lý Sơn',
        abbreviation: 'LYSON',
        kind: 'commune',
      },
      ...{ host: 'lyson.quangngai.gov.vn', openedOn: '2026-07-15', colour: '#0d5a68', scene: 'boat' },
      decision: 'Quyết định 41/QĐ-UBND ngày 10/07/2026 của UBND đặc khu Lý Sơn',
      question: { vi: 'Bà con, du khách cần tìm gì?', en: 'What are you looking for on the island?' },
      tasks: [TASKS.news, TASKS.contact, TASKS.direction],
      address: address('Thôn Mẫu, đặc khu Lý Sơn', 'Mẫu village, Lý Sơn'),
      phone: '0255 000 0003',
      hours: OFFICE_HOURS,
      ...twoPeople('Võ Thị Tỏi', 'Dương Văn Đảo'),
      items: [
        {
          ...{ section: 'news', day: 3, at: '16:20' },
          title: 'Xuống giống tỏi vụ mới, cát nền được thay ở một phần ba diện tích',
          summary: 'Các hộ thay cát luân phiên để giữ bãi.',
          proposed: 'accepted',
          body: p('Cát chỉ lấy ở nơi được phép, theo khối lượng đã đăng ký. Tổ tự quản cân xe ở đầu đường.'),
        },
        {
          ...{ section: 'direction', day: 10, at: '07:30' },
          title: 'Tiết kiệm nước ngầm trong những tháng không mưa',
          summary: 'Tưới vào sáng sớm, không tưới tràn.',
          body: p(
            'Giếng nào nhiễm mặn thì ngừng bơm. Xe bồn chở nước ngọt cho trường học và trạm y tế theo lịch.',
          ),
        },
      ],
    },
    {
      body: { vi: 'Hội Nông dân tỉnh', en: "Provincial Farmers' Union", abbreviation: 'HND', kind: 'other' },
      ...{
        host: 'hnd.quangngai.gov.vn',
        openedOn: '2026-09-01',
        decision: 'Quyết định 22/QĐ-HNDT ngày 20/08/2026',
        colour: '#7a4a12',
        scene: 'rice',
      },
      question: { vi: 'Nhà nông cần hỏi gì?', en: 'What would you like to know?' },
      tasks: [TASKS.news, TASKS.contact],
      address: address('Số 12, đường Mẫu, tỉnh Quảng Ngãi', '12 Mẫu street, Quảng Ngãi province'),
      phone: '0255 000 0004',
      ...twoPeople('Lâm Thị Hạt', 'Cao Văn Bừa'),
      items: [
        {
          ...{ section: 'news', day: 11, at: '09:50' },
          title: 'Cho vay vốn quay vòng: mười tổ nhóm được xét đợt này',
          summary: 'Danh sách niêm yết ở hội xã trong bảy ngày.',
          body: p(
            'Tổ nhóm trả gốc theo vụ. Ai có ý kiến về danh sách gửi cho hội xã trước ngày niêm yết cuối cùng.',
          ),
        },
      ],
    },
  ],
  inquiries: quangNgaiInquiries,
};
