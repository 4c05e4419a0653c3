import { advertisementProblems } from './advertising.ts';
import { decision, field, PRESSES, words } from './fields.ts';
import type { ItemForm } from './types.ts';

const kinds = ['news', 'direction', 'other'] as const;

/** What people must hear at once, and what is announced to them. */
export const NOTICE_FORMS: readonly ItemForm[] = [
  {
    ...{ code: 'emergency', family: 'notices', kinds, articles: ['LC Đ8.1.b', 'QN Đ8.2.b', 'QN Đ8.2.m'] },
    ends: 'period',
    presses: { field: 'level', value: 'emergency' },
    name: words('Cảnh báo dịch bệnh, thiên tai', 'Epidemic or disaster notice'),
    purpose: words(
      'Hiện trên trang chủ từ ngày đầu đến hết ngày cuối, rồi tự thôi.',
      'Shown on the home page from the first day to the end of the last, then no more.',
    ),
    fields: [
      field('choice', 'level', 'Mức độ', 'Level', {
        ...{ required: true, telling: true, help: PRESSES },
        choices: [
          ['emergency', 'Khẩn cấp', 'Emergency'],
          ['warning', 'Cảnh báo', 'Warning'],
          ['watch', 'Theo dõi, đề phòng', 'Watch'],
        ],
      }),
      field('place', 'area', 'Khu vực', 'Area', { ...{ required: true, telling: true } }),
      field('period', 'period', 'Có hiệu lực', 'In force', {
        required: true,
        help: [
          'Ngày cuối để trống khi chưa biết; hết nguy hiểm thì gỡ hoặc ghi ngày cuối.',
          'Leave the last day empty while unknown; once over, take it down or give the day.',
        ],
      }),
      field('lines', 'advice', 'Việc cần làm', 'What to do', {
        required: true,
        help: ['Mỗi việc một dòng, việc cần nhất trước.', 'One to a line, the most pressing first.'],
      }),
      field('phone', 'hotline', 'Đường dây nóng', 'Hotline', { required: true }),
    ],
    headings: [],
  },
  {
    ...{ code: 'job', family: 'notices', kinds: ['news', 'other'], articles: ['QN Đ8.2.m'] },
    ends: 'period',
    name: words('Tuyển dụng, việc làm', 'Job notice'),
    purpose: words('Đơn vị tuyển, số lượng, hạn nộp hồ sơ.', 'Who hires, how many, until when.'),
    fields: [
      field('text', 'employer', 'Đơn vị tuyển', 'Employer', { ...{ required: true, telling: true } }),
      field('number', 'posts', 'Số lượng', 'Posts', { required: true }),
      field('period', 'period', 'Nhận hồ sơ', 'Applications', { ...{ required: true, telling: true } }),
      field('place', 'place', 'Nơi nộp hồ sơ', 'Where to apply', { required: true }),
      field('phone', 'officePhone', 'Điện thoại đơn vị', 'Telephone of the employer'),
      ...decision(false, ['Kế hoạch tuyển dụng', 'Recruitment plan']),
    ],
    headings: [words('Vị trí, yêu cầu', 'Posts and requirements'), words('Hồ sơ', 'What to send')],
  },
  {
    ...{
      code: 'knowledge',
      family: 'notices',
      kinds: ['news', 'legal-dissemination', 'other'],
      articles: ['TB Đ5.7'],
    },
    name: words('Phổ biến kiến thức', 'Know-how'),
    purpose: words(
      'Khoa học, kỹ thuật cho bà con, doanh nghiệp.',
      'Science and technique for everyday work.',
    ),
    fields: [
      field('text', 'field', 'Lĩnh vực', 'Field', { ...{ required: true, telling: true } }),
      field('text', 'who', 'Dành cho ai', 'For whom', { required: true }),
      field('text', 'expert', 'Cơ quan chuyên môn', 'Expert body', { required: true }),
    ],
    headings: [words('Vì sao', 'Why'), words('Cách làm', 'How'), words('Lưu ý', 'Mind')],
  },
  {
    ...{
      code: 'advertisement',
      family: 'notices',
      kinds: ['other'],
      articles: ['QN Đ14', 'BG Đ8', 'Luật Quảng cáo Đ23.2'],
    },
    ends: 'period',
    name: words('Quảng cáo', 'Advertisement'),
    purpose: words(
      'Luôn có chữ “Quảng cáo”, tự hết theo ngày, không bao giờ ở trang văn bản và dịch vụ công.',
      'Always marked as such, ends by itself, never on pages of documents and services.',
    ),
    fields: [
      field('text', 'advertiser', 'Người quảng cáo', 'Advertiser', { ...{ required: true, telling: true } }),
      field('text', 'product', 'Hàng hóa, dịch vụ', 'Goods or service', { required: true }),
      field('choice', 'goods', 'Nhóm', 'Group', {
        required: true,
        help: [
          'Nhóm bị cấm (Luật Quảng cáo Điều 7) có trong danh sách để không ai nhầm; chọn nhóm ấy thì bài không nhận được.',
          'Forbidden groups (Law on Advertising, Article 7) are listed so that nobody errs; they are refused.',
        ],
        choices: [
          ['general', 'Hàng hóa, dịch vụ thông thường', 'Ordinary goods and services'],
          [
            'certified',
            'Hàng cần xác nhận nội dung quảng cáo (thuốc, thực phẩm chức năng, mỹ phẩm …)',
            'Goods whose advertising needs confirmation (medicine, food supplements, cosmetics …)',
          ],
          [
            'forbidden',
            'Nhóm bị cấm: thuốc lá, rượu từ 15 độ, sữa thay sữa mẹ cho trẻ dưới 24 tháng, thuốc kê đơn, súng …',
            'Forbidden: tobacco, spirits from 15 degrees, breast-milk substitutes, prescription medicine, guns …',
          ],
        ],
      }),
      field('text', 'confirmation', 'Giấy xác nhận nội dung quảng cáo', 'Confirmation of the content'),
      field('period', 'period', 'Thời gian quảng cáo', 'Runs', {
        required: true,
        help: ['Phải có ngày cuối.', 'There must be a last day.'],
      }),
      field('url', 'link', 'Trang của người quảng cáo', 'Page of the advertiser', {
        help: ['Đã mở xem và không có gì trái luật.', 'Opened and found lawful.'],
      }),
      field('text', 'contract', 'Hợp đồng', 'Contract', {
        ...{ required: true, internal: true },
        help: ['Số, ngày.', 'Number and day.'],
      }),
    ],
    headings: [],
    check: advertisementProblems,
  },
];
