import { decision, field, words } from './fields.ts';
import type { ItemForm } from './types.ts';

/** What the head of a body directs, rewards and punishes (LC Đ8.1.c, QN Đ8.2.c). */
const DIRECTS = ['LC Đ8.1.c', 'QN Đ8.2.c'] as const;
const family = 'direction' as const;
const kinds = ['direction'] as const;

const WHOM = field('rows', 'whom', 'Tổ chức, doanh nghiệp', 'Organisations and enterprises', {
  required: true,
  help: [
    'Mỗi tổ chức một dòng. Cá nhân chỉ ghi khi quyết định công bố tên người ấy.',
    'One to a line. A person only where the decision publishes the name.',
  ],
  columns: [
    ['Tên', 'Name'],
    ['Địa chỉ trụ sở', 'Seat'],
    ['Vì việc gì', 'For what'],
  ],
});

export const DIRECTION_FORMS: readonly ItemForm[] = [
  {
    ...{ code: 'direction', family, kinds, articles: DIRECTS },
    name: words('Ý kiến chỉ đạo bằng văn bản', 'Direction in writing'),
    purpose: words(
      'Ý kiến của người đứng đầu đã ban hành bằng văn bản, gắn với văn bản ấy.',
      'What the head has directed in writing, tied to that document.',
    ),
    fields: [
      ...decision(),
      field('person', 'signer', 'Người ký', 'Signed by'),
      field('text', 'assigned', 'Cơ quan thực hiện', 'To be done by', { required: true }),
      field('date', 'dueOn', 'Hạn thực hiện', 'To be done by (day)', { telling: true }),
    ],
    headings: [
      words('Nội dung chỉ đạo', 'What is directed'),
      words('Ai làm, khi nào', 'Who does what, and when'),
    ],
  },
  {
    ...{ code: 'petition-result', family, kinds, articles: DIRECTS },
    name: words('Kết quả xử lý kiến nghị', 'Handling of petitions'),
    purpose: words(
      'Kiến nghị, yêu cầu đã được xử lý thế nào. Không ghi tên người gửi.',
      'How petitions and requests were handled. No name of those who sent them.',
    ),
    fields: [
      field('lines', 'petition', 'Nội dung kiến nghị', 'What was asked', {
        required: true,
        help: [
          'Tóm tắt, bỏ tên, địa chỉ, số máy của người gửi.',
          'In short, without name, address or telephone of the sender.',
        ],
      }),
      field('date', 'receivedOn', 'Ngày nhận', 'Received on', { required: true }),
      field('text', 'handledBy', 'Cơ quan xử lý', 'Handled by', { ...{ required: true, telling: true } }),
      field('choice', 'result', 'Kết quả', 'Result', {
        ...{ required: true, telling: true },
        choices: [
          ['done', 'Đã giải quyết', 'Resolved'],
          ['partly', 'Giải quyết một phần', 'Partly resolved'],
          ['explained', 'Đã giải thích, cung cấp thông tin', 'Explained'],
          ['refused', 'Không có cơ sở giải quyết', 'No ground to act'],
        ],
      }),
      ...decision(false, ['Văn bản trả lời', 'Answered in']),
    ],
    headings: [words('Đã xử lý thế nào', 'What was done')],
  },
  {
    ...{ code: 'reward', family, kinds, articles: DIRECTS },
    name: words('Khen thưởng', 'Reward'),
    purpose: words(
      'Khen thưởng tổ chức, doanh nghiệp theo quyết định.',
      'Organisations and enterprises rewarded by decision.',
    ),
    fields: [
      WHOM,
      field('choice', 'award', 'Hình thức', 'Kind', {
        ...{ required: true, telling: true },
        choices: [
          ['order', 'Huân chương, huy chương, danh hiệu của Nhà nước', 'Order, medal or title of the State'],
          ['flag', 'Cờ thi đua', 'Emulation flag'],
          ['merit', 'Bằng khen', 'Certificate of merit'],
          ['paper', 'Giấy khen', 'Commendation'],
          ['title', 'Danh hiệu thi đua', 'Emulation title'],
        ],
      }),
      ...decision(true, ['Quyết định khen thưởng', 'Decision']),
    ],
    headings: [words('Thành tích', 'What was achieved')],
  },
  {
    ...{ code: 'sanction', family, kinds, articles: DIRECTS },
    name: words('Xử phạt', 'Sanction'),
    purpose: words(
      'Xử phạt tổ chức, doanh nghiệp theo quyết định; đăng đúng như quyết định cho phép công bố.',
      'Organisations and enterprises sanctioned by decision; no more than the decision makes public.',
    ),
    fields: [
      WHOM,
      field('choice', 'sanction', 'Hình thức xử phạt', 'Kind', {
        ...{ required: true, telling: true },
        choices: [
          ['warning', 'Cảnh cáo', 'Warning'],
          ['fine', 'Phạt tiền', 'Fine'],
          [
            'licence',
            'Tước quyền sử dụng giấy phép, đình chỉ hoạt động',
            'Licence withdrawn or activity suspended',
          ],
          ['seizure', 'Tịch thu tang vật, phương tiện', 'Confiscation'],
          ['other', 'Biện pháp khác', 'Other measure'],
        ],
      }),
      field('money', 'amount', 'Số tiền phạt (đồng)', 'Fine (đồng)'),
      ...decision(true, ['Quyết định xử phạt', 'Decision']),
      field('text', 'mayPublish', 'Căn cứ được công bố', 'Why it may be published', {
        required: true,
        help: [
          'Điều, khoản cho phép công bố quyết định này.',
          'The article that allows this decision to be made public.',
        ],
      }),
    ],
    headings: [
      words('Hành vi vi phạm', 'What was done'),
      words('Khắc phục hậu quả', 'What must be put right'),
    ],
    check: ({ sanction, amount }) =>
      sanction === 'fine' && !amount
        ? [{ field: 'amount', words: words('Phạt tiền: ghi số tiền.', 'A fine: give the amount.') }]
        : [],
  },
];
