import type { Lang } from '../../rules/lang.ts';
import type { StandardField } from '../../rules/standards/index.ts';

const vi = {
  lead: (regulation: string) =>
    `Cổng hoạt động theo ${regulation}. Các tiêu chuẩn dưới đây được giữ ở mọi trang; cột cuối nói giữ bằng cách nào.`,
  standard: 'Tiêu chuẩn',
  askedBy: 'Văn bản yêu cầu',
  ownWill: 'Tự nguyện',
  how: 'Cổng giữ bằng cách nào',
  byOperator: 'Phần này do đơn vị vận hành máy chủ bảo đảm.',
  fields: {
    text: 'Chữ và trang',
    access: 'Trợ năng',
    exchange: 'Trao đổi dữ liệu',
    files: 'Tệp',
    security: 'Kết nối và an toàn',
  } satisfies Record<StandardField, string>,
  see: {
    feeds: 'Xem các địa chỉ RSS',
    accessibility: 'Xem trang Trợ năng',
    oai: 'Xem địa chỉ thu thập',
    gazette: 'Xem Công báo',
    dublinCore: 'Xem siêu dữ liệu của trang đầu',
    view: 'Chọn cách xem',
  },
  check: {
    title: 'Lần kiểm tra gần nhất',
    on: 'Ngày kiểm tra',
    pages: 'Số trang được kiểm, hai ngôn ngữ',
    widths: 'Bề rộng màn hình',
    grounds: 'Nền trang',
    lightAndDark: 'Sáng và tối',
    and: ' và ',
    inTheDark: (seen: string, widths: string) =>
      `Nền tối chỉ khác nền sáng ở màu, nên trên nền tối máy kiểm riêng ${seen}, ở bề rộng ${widths}.`,
    darkRules: {
      'color-contrast': 'tương phản của chữ với nền',
      'link-in-text-block': 'việc phân biệt được liên kết với chữ quanh nó',
    } as Record<string, string>,
    tools: 'Công cụ',
    findings: 'Lỗi tìm thấy',
    none: 'Không có',
    limitsTitle: 'Điều cần biết',
    limits:
      'Kết quả này là của mọi mẫu trang trong phần mềm, do máy kiểm; máy không thấy hết được mọi trở ngại, và chưa có đánh giá độc lập của người khuyết tật. Bài viết, tệp kèm theo do cơ quan soạn được kiểm riêng trước khi duyệt; tệp quét cũ có thể chưa đọc được bằng trình đọc màn hình.',
  },
};

const en: typeof vi = {
  lead: (regulation) =>
    `The portal works under ${regulation}. The standards below are kept on every page; the last column says how.`,
  standard: 'Standard',
  askedBy: 'Asked for by',
  ownWill: 'Of its own will',
  how: 'How it is kept',
  byOperator: 'This part is up to whoever runs the server.',
  fields: {
    text: 'Text and pages',
    access: 'Accessibility',
    exchange: 'Exchange of data',
    files: 'Files',
    security: 'Connection and safety',
  },
  see: {
    feeds: 'See the feeds',
    accessibility: 'See Accessibility',
    oai: 'See the harvesting address',
    gazette: 'See the gazette',
    dublinCore: 'See the metadata of the home page',
    view: 'Choose how pages look',
  },
  check: {
    title: 'The last check',
    on: 'Checked on',
    pages: 'Pages checked, both languages',
    widths: 'Widths of the screen',
    grounds: 'Ground of the page',
    lightAndDark: 'Light and dark',
    and: ' and ',
    inTheDark: (seen, widths) =>
      `Dark pages differ from light ones in their colours only, so what was checked of them is ${seen}, at a width of ${widths}.`,
    darkRules: {
      'color-contrast': 'the contrast of text with its ground',
      'link-in-text-block': 'whether links can be told from the text around them',
    },
    tools: 'Tools',
    findings: 'Faults found',
    none: 'None',
    limitsTitle: 'What to know',
    limits:
      'These results are of every page template of the software, checked by machine; a machine does not see every barrier, and disabled people have not audited it independently yet. Items and attachments written by the bodies are checked on their own before approval; old scanned files may not be readable by a screen reader.',
  },
};

export const standardsWords = (lang: Lang) => ({ vi, en })[lang];
