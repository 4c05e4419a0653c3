import { decision, field, words } from './fields.ts';
import type { ItemForm } from './types.ts';

const family = 'plans' as const;
const kinds = ['strategy-plan', 'other'] as const;
const MINIMUM = ['LC Đ8.1.đ', 'QN Đ8.2.đ'] as const;

const STATUS = field('choice', 'status', 'Tình trạng', 'Status', {
  ...{ required: true, telling: true },
  choices: [
    ['draft', 'Đang lập', 'Being drawn up'],
    ['approved', 'Đã phê duyệt', 'Approved'],
    ['adjusted', 'Đã điều chỉnh', 'Adjusted'],
    ['ended', 'Hết kỳ', 'Ended'],
  ],
});
const PERIOD = field('period', 'period', 'Thời kỳ', 'Period', { required: true });
const SCOPE = field('place', 'scope', 'Phạm vi', 'Area covered', { required: true });

/** Strategies and plans, and what a province shows of them at least (LC Đ8.1.đ, QN Đ8.2.đ). */
export const PLAN_FORMS: readonly ItemForm[] = [
  {
    ...{ code: 'plan', family, kinds, articles: MINIMUM },
    name: words('Chiến lược, quy hoạch, kế hoạch', 'Strategy, planning or plan'),
    purpose: words('Của ngành, lĩnh vực hoặc địa phương.', 'Of a sector, a field or the locality.'),
    fields: [
      field('text', 'field', 'Ngành, lĩnh vực', 'Field', { ...{ required: true, telling: true } }),
      PERIOD,
      STATUS,
      ...decision(),
    ],
    headings: [
      words('Mục tiêu', 'Aims'),
      words('Nhiệm vụ, giải pháp', 'Tasks'),
      words('Tổ chức thực hiện', 'Carrying out'),
    ],
  },
  {
    ...{ code: 'incentive', family, kinds, articles: MINIMUM },
    ends: 'period',
    name: words('Chính sách ưu đãi, cơ hội đầu tư', 'Incentive or investment opportunity'),
    purpose: words(
      'Ai được ưu đãi gì, đến khi nào, hỏi ở đâu.',
      'Who gets what, until when, and where to ask.',
    ),
    fields: [
      field('text', 'who', 'Đối tượng', 'For whom', { ...{ required: true, telling: true } }),
      field('lines', 'benefit', 'Mức ưu đãi', 'What is given', { required: true }),
      PERIOD,
      ...decision(),
      field('text', 'askAt', 'Nơi hướng dẫn', 'Where to ask', { required: true }),
    ],
    headings: [words('Điều kiện', 'Conditions'), words('Hồ sơ, thủ tục', 'How to apply')],
  },
  {
    ...{ code: 'investment-call', family, kinds, articles: MINIMUM },
    ends: 'period',
    name: words('Dự án mời gọi vốn đầu tư', 'Project calling for capital'),
    purpose: words('Địa điểm, quy mô, tổng vốn, đầu mối liên hệ.', 'Place, size, capital, contact.'),
    fields: [
      field('text', 'field', 'Lĩnh vực', 'Field', { ...{ required: true, telling: true } }),
      field('place', 'place', 'Địa điểm', 'Place', { ...{ required: true, telling: true } }),
      field('number', 'area', 'Diện tích (ha)', 'Area (ha)'),
      field('money', 'capital', 'Tổng vốn dự kiến (đồng)', 'Capital foreseen (đồng)', { required: true }),
      field('period', 'period', 'Thời gian kêu gọi', 'Open from and to', { required: true }),
      field('text', 'contact', 'Cơ quan đầu mối', 'Contact body', { required: true }),
      field('phone', 'officePhone', 'Điện thoại cơ quan', 'Office telephone'),
      ...decision(false, ['Quyết định ban hành danh mục', 'Decision with the list']),
    ],
    headings: [
      words('Mục tiêu, quy mô', 'Aim and size'),
      words('Hiện trạng đất, hạ tầng', 'Land and infrastructure'),
    ],
  },
  {
    ...{ code: 'construction-plan', family, kinds, articles: MINIMUM },
    name: words('Quy hoạch xây dựng, đô thị', 'Construction or urban planning'),
    purpose: words('Đồ án đã duyệt, kèm bản vẽ.', 'The approved plan with its drawings.'),
    fields: [SCOPE, field('number', 'area', 'Diện tích (ha)', 'Area (ha)'), PERIOD, STATUS, ...decision()],
    headings: [words('Phạm vi, ranh giới', 'Area and borders'), words('Chỉ tiêu chính', 'Main figures')],
    needs: {
      what: 'file',
      words: words(
        'Đính kèm bản vẽ quy hoạch ở phần “Tệp kèm theo”.',
        'Attach the drawings of the plan under “Files”.',
      ),
    },
  },
  {
    ...{ code: 'land-plan', family, kinds, articles: MINIMUM },
    name: words('Quy hoạch, kế hoạch sử dụng đất', 'Land-use planning'),
    purpose: words('Diện tích từng loại đất trong kỳ.', 'The area of each kind of land in the period.'),
    fields: [
      SCOPE,
      PERIOD,
      STATUS,
      field('rows', 'land', 'Cơ cấu sử dụng đất', 'Use of land', {
        required: true,
        columns: [
          ['Loại đất', 'Kind of land'],
          ['#Hiện trạng (ha)', 'Now (ha)'],
          ['#Cuối kỳ (ha)', 'End of period (ha)'],
        ],
      }),
      ...decision(),
    ],
    headings: [words('Căn cứ', 'Grounds'), words('Các công trình, dự án', 'Works and projects')],
  },
  {
    ...{ code: 'natural-resource', family, kinds, articles: MINIMUM },
    name: words('Tài nguyên: quy hoạch, khai thác', 'Natural resources: planning and exploitation'),
    purpose: words(
      'Loại tài nguyên, nơi khai thác, giấy phép, trữ lượng.',
      'Resource, place, licence, reserves.',
    ),
    fields: [
      field('text', 'resource', 'Loại tài nguyên', 'Resource', { ...{ required: true, telling: true } }),
      field('place', 'place', 'Khu vực', 'Area', { ...{ required: true, telling: true } }),
      field('text', 'holder', 'Đơn vị được cấp phép', 'Holder of the licence'),
      field('text', 'reserve', 'Trữ lượng, sản lượng', 'Reserves and output'),
      PERIOD,
      ...decision(true, ['Quyết định, giấy phép', 'Decision or licence']),
    ],
    headings: [
      words('Nội dung', 'What is planned or allowed'),
      words('Nghĩa vụ môi trường', 'Duties to the environment'),
    ],
  },
];
