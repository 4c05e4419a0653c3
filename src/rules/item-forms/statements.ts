import { field, PRESSES, words } from './fields.ts';
import type { ItemForm } from './types.ts';

const family = 'statements' as const;
const kinds = ['statement', 'news', 'other'] as const;

/** What the body says officially, and what it sets right (LC Đ20.1, LX Đ11). */
export const STATEMENT_FORMS: readonly ItemForm[] = [
  {
    ...{ code: 'statement', family, kinds, articles: ['LC Đ20.1'] },
    name: words('Phát ngôn chính thức', 'Official statement'),
    purpose: words(
      'Người phát ngôn nói gì, lúc nào, nhân việc gì.',
      'What the spokesperson said, when, and on what occasion.',
    ),
    fields: [
      field('person', 'spokesperson', 'Người phát ngôn', 'Spokesperson', {
        ...{ required: true, telling: true },
      }),
      field('text', 'office', 'Chức vụ', 'Office', { required: true }),
      field('moment', 'saidAt', 'Thời điểm phát ngôn', 'Said at', { required: true }),
      field('text', 'occasion', 'Nhân việc gì', 'Occasion', { required: true }),
    ],
    headings: [],
  },
  {
    ...{ code: 'clarification', family, kinds, articles: ['LX Đ11.1', 'LX Đ11.2'] },
    presses: { field: 'urgent', value: 'urgent' },
    name: words('Giải thích, làm rõ thông tin', 'Clarification of wrong information'),
    purpose: words(
      'Thông tin sai được nêu ở đâu, sự thật là gì, có tài liệu nào. Tin sai đang lan rộng thì chọn mức “Gấp”.',
      'Where wrong information stood, what is true, and the evidence. Choose “Urgent” while it is spreading.',
    ),
    fields: [
      field('lines', 'claim', 'Thông tin không đúng', 'What was claimed', {
        required: true,
        help: ['Nêu ngắn gọn, đủ để bạn đọc nhận ra.', 'In short, so that readers recognise it.'],
      }),
      field('text', 'claimedBy', 'Xuất hiện ở đâu', 'Where it stood', {
        ...{ required: true },
        help: ['Tên trang, nhóm, báo.', 'Name of the site, group or paper.'],
      }),
      field('url', 'claimAddress', 'Địa chỉ nơi đăng', 'Address', {
        help: [
          'Trang công khai không dẫn đến địa chỉ này, chỉ ghi lại.',
          'The public page does not link there, it only records it.',
        ],
      }),
      field('date', 'claimedOn', 'Ngày xuất hiện', 'On', { required: true }),
      field('lines', 'quotation', 'Trích nguyên văn', 'Quotation as it stood', {
        help: [
          'Lưu lại câu chữ đã đăng, vì nơi đăng có thể sửa hoặc xóa.',
          'Keep the words as they stood: they may be changed or removed there.',
        ],
      }),
      field('lines', 'correction', 'Sự thật', 'What is true', { ...{ required: true, telling: true } }),
      field('lines', 'evidence', 'Tài liệu, luận cứ', 'Evidence', {
        required: true,
        help: [
          'Văn bản, số liệu, biên bản. Tệp thì đính kèm ở phần “Tệp kèm theo”.',
          'Documents, figures, records. Attach files under “Files”.',
        ],
      }),
      field('text', 'confirmedBy', 'Cơ quan xác nhận', 'Confirmed by', { required: true }),
      field('text', 'suppliedBy', 'Đơn vị cung cấp tài liệu', 'Material supplied by', {
        internal: true,
      }),
      field('choice', 'urgent', 'Mức độ', 'Urgency', {
        internal: true,
        help: PRESSES,
        choices: [
          ['normal', 'Bình thường', 'Normal'],
          ['urgent', 'Gấp: thông tin sai đang lan rộng', 'Urgent: it is spreading'],
        ],
      }),
    ],
    headings: [],
  },
];
