import { decision, field, words } from './fields.ts';
import type { ItemForm } from './types.ts';

const family = 'disclosure' as const;
const kinds = ['other', 'news', 'transaction-info'] as const;

/** Money, prices and other information that must be laid open (QN Đ8.2.l–m, TB Đ5.9). */
export const DISCLOSURE_FORMS: readonly ItemForm[] = [
  {
    ...{ code: 'finance', family, kinds, articles: ['TB Đ5.9', 'QN Đ8.2.m'] },
    name: words('Công khai tài chính, ngân sách', 'Finance laid open'),
    purpose: words('Kỳ công khai, số tiền từng khoản, căn cứ.', 'Period, amounts, legal basis.'),
    fields: [
      field('text', 'subject', 'Nội dung công khai', 'What is laid open', {
        ...{ required: true, telling: true },
        help: [
          'Ví dụ dự toán, quyết toán thu – chi ngân sách.',
          'For example the budget, or the final accounts.',
        ],
      }),
      field('period', 'period', 'Kỳ', 'Period', { required: true }),
      field('choice', 'unit', 'Đơn vị tính', 'Unit', {
        required: true,
        choices: [
          ['dong', 'đồng', 'đồng'],
          ['thousand', 'nghìn đồng', 'thousand đồng'],
          ['million', 'triệu đồng', 'million đồng'],
        ],
      }),
      field('rows', 'amounts', 'Các khoản', 'Items', {
        required: true,
        columns: [
          ['Khoản', 'Item'],
          ['#Dự toán', 'Planned'],
          ['#Thực hiện', 'Actual'],
        ],
      }),
      field('text', 'basis', 'Căn cứ pháp lý', 'Legal basis', { required: true }),
      ...decision(false, ['Quyết định công khai', 'Decision']),
    ],
    headings: [],
  },
  {
    ...{ code: 'disclosure', family, kinds, articles: ['TB Đ5.9', 'TB Đ6.2', 'QN Đ8.2.m'] },
    name: words('Thông tin công khai khác', 'Other information laid open'),
    purpose: words('Theo lệnh của Chủ tịch hoặc theo luật.', 'By order of the chair, or by law.'),
    fields: [
      field('text', 'basis', 'Căn cứ pháp lý', 'Legal basis', { required: true }),
      field('text', 'owner', 'Đơn vị chịu trách nhiệm', 'Answered for by', {
        ...{ required: true, telling: true },
      }),
      field('period', 'period', 'Thời hạn công khai', 'Laid open'),
      ...decision(false, ['Văn bản cho phép công bố', 'Publication allowed by']),
    ],
    headings: [],
  },
  {
    ...{ code: 'market', family, kinds, articles: ['QN Đ8.2.l'] },
    name: words('Giá cả thị trường', 'Market prices'),
    purpose: words(
      'Giá một số mặt hàng, ngày khảo sát, nơi khảo sát.',
      'Prices of some goods, day and place.',
    ),
    fields: [
      field('date', 'asOf', 'Ngày khảo sát', 'Day', { ...{ required: true, telling: true } }),
      field('place', 'place', 'Nơi khảo sát', 'Place', { ...{ required: true, telling: true } }),
      field('rows', 'prices', 'Bảng giá', 'Prices', {
        required: true,
        columns: [
          ['Mặt hàng', 'Goods'],
          ['Đơn vị', 'Unit'],
          ['#Giá (đồng)', 'Price (đồng)'],
        ],
      }),
      field('text', 'source', 'Cơ quan cung cấp', 'Supplied by', { required: true }),
    ],
    headings: [],
  },
  {
    ...{
      code: 'transaction',
      family,
      kinds: ['transaction-info', 'other'],
      articles: ['LC Đ8.1.k', 'QN Đ8.2.l'],
    },
    name: words('Thông tin giao dịch', 'How to deal with us'),
    purpose: words(
      'Bộ phận nào nhận việc gì, giờ nào, số máy nào.',
      'Which office takes what, when, on which number.',
    ),
    fields: [
      field('text', 'office', 'Bộ phận', 'Office', { ...{ required: true, telling: true } }),
      field('place', 'place', 'Địa chỉ', 'Address', { required: true }),
      field('text', 'hours', 'Giờ tiếp nhận', 'Opening hours', { required: true }),
      field('phone', 'officePhone', 'Điện thoại', 'Telephone', { required: true }),
      field('email', 'officeEmail', 'Thư điện tử công vụ', 'Official e-mail'),
    ],
    headings: [],
  },
];
