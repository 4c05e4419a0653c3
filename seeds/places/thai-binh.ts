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
import { thaiBinhInquiries } from './thai-binh-inquiries.ts';

export const thaiBinh: Place = {
  ...{ code: 'thai-binh', name: 'Thái Bình', nameEn: 'Thái Bình', kind: 'province' },
  ...{ profileCode: 'thai-binh-02-2011', validFrom: '2011-05-02', decision: '02/2011/QĐ-UBND' },
  main: {
    body: committee('tỉnh', 'Thái Bình', 'UBND'),
    ...{ host: 'www.thaibinh.gov.vn', openedOn: '2011-05-02', colour: '#2f5d2b', scene: 'rice' },
    question: { vi: 'Bạn tìm gì ở Thái Bình?', en: 'What are you looking for in Thái Bình?' },
    tasks: [...MAIN_TASKS, TASKS.sitemap],
    popular: [
      { vi: 'vụ mùa', en: 'harvest' },
      { vi: 'đê biển', en: 'sea dyke' },
    ],
    address: address('Số 1, đường Mẫu, thành phố Thái Bình', '1 Mẫu street, Thái Bình city'),
    phone: '0227 000 0000',
    hours: OFFICE_HOURS,
    people: mainPeople('Vũ Đức Kỹ', 'Đặng Thị Lúa', 'Bùi Văn Khoát', 'Phạm Thị Ngọc Mai', 'Trần Thị Đồng'),
    items: [
      {
        ...{ section: 'introduction/committee', day: 19, at: '09:00' },
        title: 'Ủy ban nhân dân tỉnh: tổ chức và nhiệm vụ',
        summary: 'Các cơ quan chuyên môn và việc mỗi cơ quan phụ trách.',
        body: p(
          'Ủy ban nhân dân tỉnh làm việc theo chế độ tập thể, Chủ tịch chịu trách nhiệm trước pháp luật về công việc được giao. Các sở tham mưu theo ngành; ủy ban nhân dân huyện, thành phố giải quyết việc ở địa bàn.',
        ),
      },
      {
        ...{ section: 'strategy-plan', day: 14, at: '10:20' },
        title: 'Kế hoạch tu bổ đê biển trước mùa bão năm sau',
        summary: 'Ba đoạn xung yếu, tổng chiều dài 8,4 km.',
        body:
          p('Việc tu bổ chia làm hai đợt để không ảnh hưởng đến ao nuôi trong đê.') +
          table('Các đoạn đê được tu bổ', [
            ['Đoạn', 'Chiều dài (km)', 'Xong trước'],
            ['Phía bắc', '3,1', 'tháng 4'],
            ['Giữa', '2,8', 'tháng 5'],
            ['Phía nam', '2,5', 'tháng 5'],
          ]),
      },
      {
        ...{ section: 'direction', day: 10, at: '16:30' },
        title: 'Tập trung làm đất, gieo trồng cây vụ đông trong khung thời vụ',
        summary: 'Các huyện báo tiến độ thứ Sáu hằng tuần; không để đất trống quá mười ngày.',
        body: p(
          'Ủy ban nhân dân tỉnh giao các huyện, thành phố vận động hộ dân cho mượn ruộng không gieo trồng. Công ty thủy nông giữ mức nước theo lịch đã công bố.',
        ),
      },
      {
        ...{ section: 'legal-dissemination', day: 8, at: '09:15' },
        title: 'Dồn điền, đổi thửa: quyền của hộ có ruộng',
        summary: 'Không ai bị ép đổi; mọi phương án phải bàn công khai ở thôn.',
        body: list(
          'Phương án dán ở nhà văn hóa thôn ít nhất 15 ngày.',
          'Hộ không đồng ý được ghi ý kiến vào biên bản.',
          'Đổi xong, sổ mới cấp không thu lệ phí.',
        ),
        english: {
          title: 'Exchange of plots: what households are entitled to',
          summary: 'Nobody is forced to exchange; every plan is discussed in public in the village.',
          body: p(
            'Plans hang in the village hall for at least 15 days. A household that disagrees has its opinion written into the minutes. New certificates are issued without a fee.',
          ),
        },
      },
      {
        ...{ section: 'news', day: 5, at: '17:20' },
        title: 'Thái Bình gặt xong lúa mùa sớm một tuần so với năm trước',
        summary: 'Năng suất ước 62 tạ một héc-ta; nhiều nơi đã cày lật đất.',
        author: 'Đặng Thị Lúa',
        start: { event: 'occurred', daysBefore: 0 },
        picture: {
          landscape: 'fields',
          alt: 'Cánh đồng lúa chín vàng kéo đến chân trời.',
          caption: 'Đồng lúa vụ mùa. Tranh minh họa.',
        },
        body: p(
          'Trời nắng ráo trong hai tuần cuối vụ nên máy gặt làm liên tục. Các hợp tác xã đã ký bán trước khoảng một nửa sản lượng.',
          'Rơm được cuộn ngay tại ruộng, giảm đốt rơm rạ so với mùa trước.',
        ),
      },
      {
        // published two days after the event, which the regulation wants told at once
        ...{ section: 'news', day: 3, at: '08:30' },
        title: 'Khai trương tuyến xe buýt nối ba khu công nghiệp',
        summary: 'Mười lăm phút một chuyến giờ cao điểm.',
        start: { event: 'occurred', daysBefore: 2 },
        body: p(
          'Tuyến chạy từ 5 giờ 30 đến 19 giờ. Công nhân mua vé tháng được giảm giá theo hợp đồng giữa doanh nghiệp và đơn vị vận tải.',
        ),
      },
      {
        ...{ section: 'promotion', day: 11, at: '14:00' },
        title: 'Kỹ thuật ủ phân từ rơm bằng chế phẩm vi sinh',
        summary: 'Sáu bước, hai tháng là dùng được.',
        body: '<ol><li>Rải rơm thành lớp 30 cm.</li><li>Tưới ẩm.</li><li>Rắc chế phẩm.</li><li>Chất lớp tiếp theo.</li><li>Phủ bạt.</li><li>Đảo sau bốn tuần.</li></ol>',
      },
      {
        ...{ section: 'news', day: 1, at: '14:20', reached: 'submitted' },
        title: 'Chợ hải sản ven biển mở thêm khu bán lẻ',
        summary: 'Khu mới có 80 quầy, có nước sạch.',
        body: p('Người bán đăng ký ở ban quản lý chợ, bốc thăm chỗ công khai.'),
      },
    ],
  },
  members: [
    {
      body: { vi: 'Sở Tài chính', en: 'Department of Finance', abbreviation: 'STC', kind: 'department' },
      ...{ host: 'stc.thaibinh.gov.vn', openedOn: '2011-09-05', colour: '#22386e', scene: 'rice' },
      question: { vi: 'Bạn cần thông tin tài chính nào?', en: 'What would you like to know?' },
      tasks: [TASKS.news, TASKS.law, TASKS.contact],
      address: address('Số 4, đường Mẫu, thành phố Thái Bình', '4 Mẫu street, Thái Bình city'),
      phone: '0227 000 0001',
      ...threePeople('Trịnh Thị Toán', 'Mai Thị Đối', 'Lương Văn Chi'),
      items: [
        {
          ...{ section: 'legal-dissemination', day: 7, at: '10:00' },
          title: 'Cách tra giá đất làm căn cứ tính thuế',
          summary: 'Tra theo xã, theo vị trí; ba ví dụ tính sẵn.',
          body: p(
            'Bảng giá đất chia theo vị trí: mặt đường, trong ngõ và phần còn lại. Thuế tính bằng diện tích nhân giá nhân thuế suất.',
          ),
        },
        {
          ...{ section: 'introduction/body', day: 16, at: '09:30' },
          title: 'Chức năng, nhiệm vụ của Sở Tài chính',
          summary: 'Ngân sách, tài sản công, giá, đầu tư công.',
          body: p(
            'Sở lập dự toán ngân sách trình Ủy ban nhân dân tỉnh, theo dõi thu chi và công khai số liệu mỗi quý.',
          ),
        },
      ],
    },
    {
      body: committee('huyện', 'Kiến Xương', 'KX'),
      ...{ host: 'kx.thaibinh.gov.vn', openedOn: '2012-03-12', colour: '#2f5d2b', scene: 'rice' },
      question: { vi: 'Bạn cần tìm gì ở huyện?', en: 'What are you looking for?' },
      tasks: [TASKS.news, TASKS.direction, TASKS.contact],
      address: address('Khu trung tâm, huyện Kiến Xương', 'Centre, Kiến Xương district'),
      phone: '0227 000 0002',
      hours: OFFICE_HOURS,
      ...twoPeople('Hà Thị Bông', 'Tạ Văn Hợp'),
      items: [
        {
          ...{ section: 'news', day: 4, at: '15:10' },
          title: 'Làng chạm bạc đón đoàn học sinh tham quan xưởng',
          summary: 'Bốn mươi học sinh thử chạm chiếc lá đầu tiên.',
          start: { event: 'occurred', daysBefore: 0 },
          body: p(
            'Nghệ nhân hướng dẫn từng em cầm búa và đục. Xưởng mở cửa cho các trường vào thứ Bảy, đăng ký trước một tuần.',
          ),
        },
        {
          ...{ section: 'direction', day: 9, at: '08:50' },
          title: 'Ra quân nạo vét kênh cấp ba trước vụ xuân',
          summary: 'Mỗi xã chọn hai tuyến tắc nhất.',
          body: p('Huyện hỗ trợ máy đào; phần việc tay do các thôn tổ chức trong hai ngày cuối tuần.'),
        },
      ],
    },
    {
      body: {
        vi: 'Liên minh Hợp tác xã tỉnh',
        en: 'Provincial Co-operative Alliance',
        abbreviation: 'LMHTX',
        kind: 'other',
      },
      ...{ host: 'lmhtx.thaibinh.gov.vn', openedOn: '2026-06-15', colour: '#7a4a12', scene: 'rice' },
      decision:
        'Công văn đề nghị 12/LMHTX ngày 02/06/2026; UBND tỉnh đồng ý tại 88/UBND-KGVX ngày 09/06/2026',
      question: { vi: 'Hợp tác xã của bạn cần gì?', en: 'What does your co-operative need?' },
      tasks: [TASKS.news, TASKS.contact],
      address: address('Số 7, đường Mẫu, thành phố Thái Bình', '7 Mẫu street, Thái Bình city'),
      phone: '0227 000 0003',
      ...twoPeople('Phan Thị Góp', 'Ngô Văn Liên'),
      items: [
        {
          ...{ section: 'news', day: 6, at: '10:10' },
          title: 'Mười hai hợp tác xã ký bán gạo cho bếp ăn trường học',
          summary: 'Giá chốt theo quý, gạo có phiếu kiểm nghiệm.',
          start: { event: 'occurred', daysBefore: 0 },
          body: p(
            'Các hợp tác xã thay nhau giao hàng theo tuần. Trường trả tiền trong mười ngày kể từ khi nhận gạo.',
          ),
        },
      ],
    },
    {
      // one of the two parties has agreed to its name
      body: { vi: 'Sở Y tế', en: 'Department of Health', abbreviation: 'SYT', kind: 'department' },
      ...{
        host: 'syt.thaibinh.gov.vn',
        openedOn: '2026-07-01',
        colour: '#0d5a68',
        scene: 'rice',
        name: 'waits',
      },
      question: { vi: 'Bạn cần hỏi gì về sức khỏe?', en: 'What would you like to know?' },
      tasks: [],
      address: address('Số 8, đường Mẫu, thành phố Thái Bình', '8 Mẫu street, Thái Bình city'),
      phone: '0227 000 0004',
      people: [{ name: 'Đoàn Thị Lành', roles: ['head'] }],
      items: [],
    },
  ],
  inquiries: thaiBinhInquiries,
};
