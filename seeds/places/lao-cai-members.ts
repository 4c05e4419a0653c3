import {
  address,
  committee,
  list,
  OFFICE_HOURS,
  type PortalText,
  p,
  TASKS,
  table,
  threePeople,
  twoPeople,
} from '../shape.ts';

/** Members of Lào Cai: a department, two communes, a body that joined, a district of former days. */
export const laoCaiMembers: readonly PortalText[] = [
  {
    body: {
      vi: 'Sở Nông nghiệp và Môi trường',
      en: 'Department of Agriculture and Environment',
      abbreviation: 'SNNMT',
      kind: 'department',
    },
    ...{ host: 'snnmt.laocai.gov.vn', openedOn: '2025-03-03', colour: '#2f5d2b', scene: 'rice' },
    question: { vi: 'Bà con cần hướng dẫn gì?', en: 'What do you need to know?' },
    tasks: [TASKS.news, TASKS.law, TASKS.plans, TASKS.contact],
    address: address('Số 2, đường Mẫu, phường Lào Cai', '2 Mẫu street, Lào Cai ward'),
    phone: '0214 000 0001',
    hours: OFFICE_HOURS,
    ...threePeople('Bùi Thị Nương', 'Lù Thị Soát', 'Nông Văn Điền'),
    items: [
      {
        ...{ section: 'introduction/functions', day: 18, at: '09:20' },
        title: 'Sở làm những việc gì',
        summary: 'Trồng trọt, chăn nuôi, lâm nghiệp, thủy lợi, đất đai, tài nguyên nước và môi trường.',
        body: p(
          'Sở giúp Ủy ban nhân dân tỉnh quản lý nông nghiệp, đất đai và môi trường. Việc của hộ gia đình về giống, phân bón, dịch bệnh xin hỏi cán bộ khuyến nông của xã trước.',
        ),
      },
      {
        ...{ section: 'news', day: 7, at: '10:30' },
        title: 'Khung thời vụ gieo cấy vụ xuân cho ba vùng',
        summary: 'Vùng thấp gieo trước, vùng cao chờ qua rét.',
        body:
          p(
            'Lịch này tính theo dự báo thời tiết hiện nay; khi có thay đổi, sở thông báo lại trên trang này.',
          ) +
          table('Thời gian gieo mạ', [
            ['Vùng', 'Gieo mạ', 'Cấy xong trước'],
            ['Vùng thấp', '05/01 – 20/01', '20/02'],
            ['Vùng giữa', '15/01 – 30/01', '05/03'],
            ['Vùng cao', '10/02 – 25/02', '25/03'],
          ]),
        proposed: 'waiting',
      },
      {
        ...{ section: 'legal-dissemination', day: 5, at: '14:40' },
        title: 'Hỗ trợ giống cây lâm nghiệp cho hộ trồng rừng: cách đăng ký',
        summary: 'Đăng ký ở xã trước ngày 15 tháng sau.',
        start: {
          event: 'issued',
          daysBefore: 6,
          number: '74/HD-SNNMT',
          issuer: 'Sở Nông nghiệp và Môi trường',
        },
        body: p(
          'Hộ có đất trồng rừng từ 0,3 ha được hỗ trợ giống. Mẫu đơn có ở bộ phận một cửa của xã; cán bộ xã đến xem đất rồi mới lập danh sách.',
        ),
      },
    ],
  },
  {
    body: committee('xã', 'Bắc Hà', 'BACHA'),
    ...{ host: 'bacha.laocai.gov.vn', openedOn: '2026-07-01', colour: '#7a1f50', scene: 'plum' },
    question: { vi: 'Bà con cần tìm gì?', en: 'What are you looking for?' },
    tasks: [TASKS.contact, TASKS.news, TASKS.direction, TASKS.law, TASKS.about, TASKS.sitemap],
    popular: [
      { vi: 'giống ngô', en: 'maize seed' },
      { vi: 'nghỉ học', en: 'school closed' },
    ],
    address: address('Tổ 3, xã Bắc Hà, tỉnh Lào Cai', 'Group 3, Bắc Hà commune, Lào Cai province'),
    phone: '0214 000 0002',
    hours: OFFICE_HOURS,
    people: [
      { name: 'Giàng Thị Mỷ', roles: ['editor', 'contentAdmin'] },
      { name: 'Vàng Văn Sinh', roles: ['checker'] },
      { name: 'Sùng Seo Lử', roles: ['boardMember', 'head'] },
    ],
    items: [
      {
        ...{ section: 'introduction/leaders', day: 17, at: '08:30' },
        title: 'Lãnh đạo xã và việc mỗi người phụ trách',
        summary: 'Ba người, ba mảng việc; số máy ở mục Liên hệ.',
        body: list(
          'Chủ tịch: phụ trách chung, tài chính, quốc phòng.',
          'Phó Chủ tịch thứ nhất: kinh tế, đất đai, chợ phiên.',
          'Phó Chủ tịch thứ hai: văn hóa, giáo dục, y tế.',
        ),
      },
      {
        ...{ section: 'news', day: 6, at: '15:00' },
        title: 'Khu bán gia súc chuyển sang bãi đất mới từ Chủ nhật tới',
        summary: 'Bãi mới rộng hơn, có nước và chỗ buộc; chợ vẫn họp sáng Chủ nhật.',
        body: p(
          'Người bán vào bãi từ 5 giờ sáng theo hướng dẫn của tổ quản lý chợ. Tháng đầu không thu tiền chỗ.',
        ),
      },
      {
        ...{ section: 'news', day: 3, at: '07:50', proposed: 'accepted' },
        title: 'Phát giống ngô vụ xuân cho các hộ đã đăng ký, bắt đầu từ thứ Hai',
        summary: 'Mỗi hộ mang theo giấy đăng ký; ai không đến được thì nhờ trưởng thôn nhận thay.',
        author: 'Giàng Thị Mỷ',
        body: p(
          'Giống phát ở sân nhà văn hóa thôn theo thứ tự đăng ký. Hạt giống chỉ dùng để gieo, đã xử lý thuốc, không cho người và gia súc ăn.',
        ),
      },
      {
        ...{ section: 'news', day: 1, at: '06:40' },
        title: 'Nghỉ học phòng rét: trường nào nghỉ, ai báo cho phụ huynh',
        summary: 'Dưới 10 °C học sinh tiểu học được nghỉ; dưới 7 °C học sinh trung học cơ sở được nghỉ.',
        body: p(
          'Trưởng thôn báo qua loa trước 6 giờ. Nếu con đã đến trường, nhà trường giữ lại trong phòng ấm và cho ăn trưa.',
        ),
      },
    ],
  },
  {
    body: committee('phường', 'Sa Pa', 'SAPA'),
    ...{ host: 'sapa.laocai.gov.vn', openedOn: '2026-07-01', colour: '#22386e', scene: 'mountains' },
    question: { vi: 'Bạn cần tìm gì ở Sa Pa?', en: 'What are you looking for in Sa Pa?' },
    tasks: [TASKS.news, TASKS.contact, TASKS.plans, TASKS.law],
    address: address('Số 5, đường Mẫu, phường Sa Pa', '5 Mẫu street, Sa Pa ward'),
    phone: '0214 000 0003',
    hours: OFFICE_HOURS,
    ...twoPeople('Má Thị Dở', 'Lý Văn Chẩn', ['checker', 'head']),
    items: [
      {
        ...{ section: 'introduction/history', day: 15, at: '09:10' },
        title: 'Phường được lập từ khi nào',
        summary: 'Lập ngày 01/07/2025, khi sắp xếp lại các xã, phường của tỉnh.',
        body: p('Phường gồm địa bàn các đơn vị cũ ở trung tâm. Giấy tờ do các đơn vị cũ cấp vẫn có giá trị.'),
      },
      {
        ...{ section: 'news', day: 5, at: '16:00' },
        title: 'Đường dạo quanh hồ đóng một làn để sửa vỉa hè',
        summary: 'Sửa trong hai tuần; người đi bộ đi phía chợ.',
        picture: {
          landscape: 'terraces',
          alt: 'Ruộng bậc thang dưới chân núi.',
          caption: 'Ruộng bậc thang phía nam phường. Tranh minh họa.',
        },
        body: p(
          'Công trường làm từ 8 giờ đến 17 giờ, nghỉ Chủ nhật. Xe cấp cứu và xe chữa cháy vẫn đi được.',
        ),
      },
      {
        ...{ section: 'direction', day: 4, at: '09:45' },
        title: 'Kiểm tra giá phòng nghỉ dịp cuối năm',
        summary: 'Nơi nào không niêm yết giá bị nhắc, tái phạm bị phạt.',
        body: p(
          'Phường kiểm tra 60 cơ sở trong tháng. Khách bị thu cao hơn giá niêm yết xin gọi số máy ở mục Liên hệ.',
        ),
      },
    ],
  },
  {
    body: { vi: 'Hội Chữ thập đỏ tỉnh', en: 'Provincial Red Cross', abbreviation: 'HCTD', kind: 'other' },
    ...{
      host: 'hctd.laocai.gov.vn',
      openedOn: '2026-08-10',
      decision: 'Quyết định 17/QĐ-HCTD ngày 03/08/2026',
      colour: '#9a2330',
      scene: 'plum',
    },
    question: { vi: 'Bạn cần giúp hay muốn giúp?', en: 'Do you need help, or want to help?' },
    tasks: [TASKS.news, TASKS.contact],
    address: address('Số 9, đường Mẫu, phường Lào Cai', '9 Mẫu street, Lào Cai ward'),
    phone: '0214 000 0004',
    ...twoPeople('Cao Thị Ái', 'Đinh Văn Nghĩa', ['checker', 'head']),
    items: [
      {
        ...{ section: 'news', day: 8, at: '09:00' },
        title: 'Nhận chăn, áo ấm cho học sinh bán trú tại 12 điểm',
        summary: 'Đồ còn tốt, đã giặt; nhận đến hết tháng.',
        body: p(
          'Danh sách điểm nhận dán ở trụ sở hội và ở các phường. Mỗi đợt chuyển đi đều có biên bản và danh sách nơi nhận.',
        ),
      },
      {
        ...{ section: 'introduction/functions', day: 14, at: '10:00' },
        title: 'Hội làm gì',
        summary: 'Cứu trợ khẩn cấp, sơ cấp cứu, vận động hiến máu.',
        body: p(
          'Hội có chi hội ở các xã, phường. Muốn học sơ cấp cứu, bạn đăng ký ở chi hội gần nhất; lớp học không thu tiền.',
        ),
      },
    ],
  },
  {
    // a district of former days: closed, its name leads to the commune
    body: committee('huyện', 'Bắc Hà', 'HBH'),
    ...{ host: 'hbh.laocai.gov.vn', openedOn: '2016-05-06', colour: '#7a1f50', scene: 'plum' },
    question: { vi: 'Bạn cần tìm gì?', en: 'What are you looking for?' },
    tasks: [],
    address: address('Trụ sở cũ, xã Bắc Hà', 'Former seat, Bắc Hà commune'),
    phone: '0214 000 0005',
    people: [],
    items: [],
    closed: {
      on: '2026-07-01',
      decision: 'Kết thúc hoạt động cấp huyện; cổng giữ đến khi cổng xã mở',
      successor: 'bacha.laocai.gov.vn',
    },
  },
];
