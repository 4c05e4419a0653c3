import {
  address,
  committee,
  list,
  mainPeople,
  OFFICE_HOURS,
  type Place,
  p,
  TASKS,
  table,
  threePeople,
  twoPeople,
} from '../shape.ts';
import { bacGiangInquiries } from './bac-giang-inquiries.ts';

export const bacGiang: Place = {
  ...{ code: 'bac-giang', name: 'Bắc Giang', nameEn: 'Bắc Giang', kind: 'province' },
  ...{ profileCode: 'bac-giang-13-2023', validFrom: '2023-05-20', decision: '13/2023/QĐ-UBND' },
  main: {
    body: committee('tỉnh', 'Bắc Giang', 'UBND'),
    ...{ host: 'bacgiang.gov.vn', openedOn: '2023-05-20', colour: '#9a2330', scene: 'lychee' },
    question: { vi: 'Bạn tìm gì ở Bắc Giang?', en: 'What are you looking for in Bắc Giang?' },
    tasks: [
      TASKS.members,
      TASKS.law,
      TASKS.plans,
      TASKS.about,
      TASKS.contact,
      TASKS.deadlines,
      TASKS.record,
      TASKS.feeds,
    ],
    popular: [
      { vi: 'vải thiều', en: 'lychee' },
      { vi: 'báo cáo tài chính', en: 'financial report' },
    ],
    address: address('Số 1, đường Mẫu, thành phố Bắc Giang', '1 Mẫu street, Bắc Giang city'),
    phone: '0204 000 0000',
    hours: OFFICE_HOURS,
    people: mainPeople('Giáp Văn Cáp', 'Thân Thị Vải', 'Ngụy Văn Xét', 'Đỗ Thị Bích Đào', 'Trần Văn Suối'),
    items: [
      {
        ...{ section: 'introduction/apparatus', day: 18, at: '08:30' },
        title: 'Bộ máy hành chính của tỉnh',
        summary: 'Các sở, huyện, thành phố và xã, phường, thị trấn.',
        body: p(
          'Mỗi cơ quan có một cổng thành phần dưới tên miền bacgiang.gov.vn. Danh sách ở mục Các cổng trong tỉnh.',
        ),
      },
      {
        ...{ section: 'strategy-plan/yearly', day: 14, at: '14:50' },
        title: 'Chương trình công tác năm tới của Ủy ban nhân dân tỉnh',
        summary: 'Năm nhóm việc, 62 nhiệm vụ có người chịu trách nhiệm và ngày xong.',
        start: {
          event: 'approved',
          daysBefore: 4,
          number: '05/CTr-UBND',
          issuer: 'Ủy ban nhân dân tỉnh Bắc Giang',
        },
        body: list(
          'Hạ tầng khu công nghiệp và nhà ở công nhân.',
          'Vùng vải và chế biến.',
          'Y tế, trường học ở xã.',
          'Cải cách thủ tục.',
          'An toàn hồ đập.',
        ),
      },
      {
        ...{ section: 'financial-report', day: 12, at: '10:00' },
        title: 'Báo cáo tài chính năm trước (tóm tắt)',
        summary: 'Thu, chi, tài sản; bản đầy đủ trong tệp kèm theo.',
        body: table('Thu và chi (tỷ đồng, số liệu mẫu)', [
          ['Khoản', 'Dự toán', 'Thực hiện'],
          ['Thu nội địa', '1.200', '1.318'],
          ['Chi đầu tư', '640', '602'],
          ['Chi thường xuyên', '510', '507'],
        ]),
        file: {
          ...{ name: 'bao-cao-tai-chinh-tom-tat.csv', label: 'Số liệu thu, chi (dữ liệu mẫu)' },
          text: 'khoan,du_toan_ty_dong,thuc_hien_ty_dong\nThu nội địa,1200,1318\nChi đầu tư,640,602\nChi thường xuyên,510,507\n',
        },
      },
      {
        ...{ section: 'disclosure-catalogue', day: 11, at: '09:00' },
        title: 'Danh mục thông tin phải được công khai',
        summary: 'Cơ quan nào công khai gì, ở đâu, khi nào.',
        body: p(
          'Danh mục xếp theo 14 nhóm. Nhóm nào chưa có trên cổng, người dân có quyền yêu cầu cung cấp.',
        ),
      },
      {
        ...{ section: 'legal-dissemination', day: 8, at: '09:20' },
        title: 'Quyền yêu cầu cơ quan nhà nước cung cấp thông tin',
        summary: 'Ai cũng có quyền hỏi; đây là cách hỏi và hạn trả lời.',
        start: { event: 'issued', daysBefore: 3, number: '41/HD-STP', issuer: 'Sở Tư pháp' },
        body: p(
          'Người dân gửi phiếu trực tiếp, qua thư hoặc qua mạng. Thông tin đơn giản có sẵn được trả lời trong vài ngày; thông tin phức tạp được hẹn ngày cụ thể.',
        ),
        english: {
          title: 'The right to ask public bodies for information',
          summary: 'Anyone may ask; this is how, and when an answer is due.',
          body: p(
            'Requests can be handed in, sent by post or online. Simple information that is at hand is given within days; for complex information a date is set.',
          ),
        },
      },
      {
        ...{ section: 'legal-dissemination', day: 4, at: '17:30' },
        title: 'Quy định mới về nhà trọ cho công nhân',
        summary: 'Diện tích tối thiểu, lối thoát nạn, giá điện nước.',
        // beyond the national five working days
        start: { event: 'issued', daysBefore: 13, number: '77/HD-SXD', issuer: 'Sở Xây dựng' },
        body: p('Chủ nhà trọ có sáu tháng để sửa. Xã, phường đến hướng dẫn trước khi kiểm tra.'),
      },
      {
        ...{ section: 'news', day: 2, at: '08:55' },
        title: 'Vùng vải áp dụng sổ ghi chép chăm sóc bằng điện thoại',
        summary: 'Mỗi vườn một mã; người mua quét là biết ngày phun, ngày bón.',
        author: 'Thân Thị Vải',
        picture: {
          landscape: 'hills',
          alt: 'Đồi vườn xanh nối nhau.',
          caption: 'Vùng đồi vườn. Tranh minh họa.',
        },
        body: p(
          'Hơn 4.000 hộ đã đăng ký mã vườn. Hộ không dùng điện thoại thông minh thì ghi sổ giấy, tổ trưởng nhập thay.',
        ),
      },
      {
        ...{ section: 'epidemic', day: 6, at: '10:15' },
        title: 'Tình hình dịch bệnh trong tuần: không có ổ dịch mới',
        summary: 'Nhắc lại ba việc phòng bệnh hô hấp khi trời lạnh.',
        body: list(
          'Rửa tay, che miệng khi ho.',
          'Tiêm nhắc cho người già.',
          'Sốt quá hai ngày thì đến trạm y tế.',
        ),
      },
      {
        ...{ section: 'news', day: 1, at: '10:20', reached: 'submitted' },
        title: 'Mở thêm 12 phòng học ở các xã có khu công nghiệp',
        summary: 'Phòng lắp ghép, xong trước kỳ hai.',
        body: p('Các trường được chọn theo sĩ số. Phòng có quạt, đèn và lối cho xe lăn.'),
      },
    ],
  },
  members: [
    {
      body: { vi: 'Sở Tư pháp', en: 'Department of Justice', abbreviation: 'STP', kind: 'department' },
      ...{ host: 'stp.bacgiang.gov.vn', openedOn: '2023-06-12', colour: '#22386e', scene: 'lychee' },
      question: { vi: 'Bạn cần hỏi luật gì?', en: 'What would you like to know?' },
      tasks: [TASKS.law, TASKS.contact],
      address: address('Số 2, đường Mẫu, thành phố Bắc Giang', '2 Mẫu street, Bắc Giang city'),
      phone: '0204 000 0001',
      ...threePeople('Hoàng Thị Lệ Luật', 'Vũ Thị Soi', 'Nguyễn Văn Chứng'),
      items: [
        {
          ...{ section: 'legal-dissemination', day: 6, at: '15:15' },
          title: 'Chứng thực chữ ký: khi nào cần, làm ở đâu',
          summary: 'Ở xã, phường bất kỳ; mang giấy tờ tùy thân.',
          start: { event: 'issued', daysBefore: 2, number: '12/HD-STP', issuer: 'Sở Tư pháp' },
          body: p('Người yêu cầu ký trước mặt người tiếp nhận. Người không viết được thì điểm chỉ.'),
        },
        {
          ...{ section: 'introduction/apparatus', day: 15, at: '10:30' },
          title: 'Cơ cấu tổ chức của Sở Tư pháp',
          summary: 'Bốn phòng và ba đơn vị.',
          body: p('Trung tâm trợ giúp pháp lý giúp người nghèo, người có công không thu tiền.'),
        },
      ],
    },
    {
      body: committee('thành phố', 'Bắc Giang', 'TPBG', { kind: 'district' }),
      ...{ host: 'tpbacgiang.bacgiang.gov.vn', openedOn: '2023-06-19', colour: '#9a2330', scene: 'lychee' },
      question: { vi: 'Bạn cần tìm gì ở thành phố?', en: 'What are you looking for in the city?' },
      tasks: [TASKS.news, TASKS.contact],
      address: address('Số 10, đường Mẫu, thành phố Bắc Giang', '10 Mẫu street, Bắc Giang city'),
      phone: '0204 000 0002',
      ...twoPeople('Lưu Thị Phố', 'Tống Văn Đường'),
      items: [
        {
          ...{ section: 'news', day: 5, at: '11:10' },
          title: 'Thay đèn đường ở 18 ngõ tối',
          summary: 'Do người dân gửi ảnh và địa chỉ.',
          body: p('Ngõ nào còn tối, bà con báo tổ trưởng. Đèn mới dùng ít điện, tự bật khi trời tối.'),
        },
      ],
    },
    {
      body: committee('huyện', 'Lục Ngạn', 'LN'),
      ...{ host: 'lucngan.bacgiang.gov.vn', openedOn: '2023-06-19', colour: '#2f5d2b', scene: 'lychee' },
      question: { vi: 'Bạn cần tìm gì ở Lục Ngạn?', en: 'What are you looking for?' },
      tasks: [TASKS.news, TASKS.plans, TASKS.contact],
      address: address('Khu trung tâm, huyện Lục Ngạn', 'Centre, Lục Ngạn district'),
      phone: '0204 000 0003',
      ...twoPeople('Vi Thị Đồi', 'Leo Văn Vườn'),
      items: [
        {
          ...{ section: 'news', day: 7, at: '09:45' },
          title: 'Tập huấn tỉa cành, bón lót sau thu hoạch',
          summary: 'Mười hai buổi tại vườn, mỗi xã một buổi.',
          body: p(
            'Cán bộ khuyến nông làm mẫu trên cây thật. Hộ nào vắng xem lại bản ghi ở nhà văn hóa thôn.',
          ),
        },
      ],
    },
    {
      body: committee('xã', 'Quý Sơn', 'QS', { below: 'lucngan.bacgiang.gov.vn' }),
      ...{
        host: 'quyson.lucngan.bacgiang.gov.vn',
        openedOn: '2023-09-04',
        colour: '#7a1f50',
        scene: 'lychee',
      },
      question: { vi: 'Bà con cần tìm gì?', en: 'What are you looking for?' },
      tasks: [TASKS.news, TASKS.contact],
      address: address('Thôn Mẫu, xã Quý Sơn, huyện Lục Ngạn', 'Mẫu village, Quý Sơn commune'),
      phone: '0204 000 0004',
      hours: OFFICE_HOURS,
      ...twoPeople('Nông Thị Cam', 'Chu Văn Sơn Ca'),
      items: [
        {
          ...{ section: 'news', day: 4, at: '07:20', proposed: 'accepted' },
          title: 'Đường vào vùng cam được đổ bê tông, xe tải nhỏ vào tận vườn',
          summary: 'Dài 2,3 km; bà con hiến hơn 1.000 mét vuông đất.',
          body: p(
            'Công trình xong sớm mười ngày. Danh sách hộ hiến đất và các khoản chi dán ở nhà văn hóa thôn.',
          ),
        },
        {
          ...{ section: 'introduction/leaders', day: 13, at: '08:30' },
          title: 'Lãnh đạo xã phụ trách việc gì',
          summary: 'Gặp ai khi có việc về đất, về chính sách, về an ninh.',
          body: list(
            'Đất đai, xây dựng: Phó Chủ tịch phụ trách kinh tế.',
            'Chính sách, trợ cấp: Phó Chủ tịch phụ trách văn hóa - xã hội.',
            'An ninh: Trưởng Công an xã.',
          ),
        },
      ],
    },
  ],
  inquiries: bacGiangInquiries,
};
