import type { Words } from '../lang.ts';

/**
 * The standards a portal keeps, by the list of standards for state bodies (TT 39/2017) and the texts beside it: a page shows
 * them (LC Đ6.2, QN Đ7.2, LX Đ7.2, BG Đ15.2), so that whoever guides the units on standards sees what is kept and how.
 */
export interface Standard {
  /** As the standard calls itself; in words where it has no name. */
  name: string | Words;
  /** The Vietnamese text that asks for it; left out where the software keeps it of its own will. */
  askedBy?: string;
  /** What it is kept for. */
  field: StandardField;
  /** By the software, or by whoever runs the installation. */
  keptBy: 'software' | 'operator';
  how: Words;
  /** Where anybody can see it, as a name of a public page. */
  seen?: 'feeds' | 'accessibility' | 'oai' | 'gazette' | 'dublinCore' | 'view';
}

export const STANDARD_FIELDS = ['text', 'access', 'exchange', 'files', 'security'] as const;
export type StandardField = (typeof STANDARD_FIELDS)[number];

export const STANDARDS: readonly Standard[] = [
  {
    name: 'TCVN 6909:2001, Unicode (NFC), UTF-8',
    askedBy: 'TT 39/2017',
    field: 'text',
    keptBy: 'software',
    how: {
      vi: 'Mọi chữ được giữ bằng Unicode dựng sẵn. Văn bản cũ bằng TCVN3, VNI, VISCII, VIQR được chuyển khi nhập.',
      en: 'All text is kept as composed Unicode. Old texts in TCVN3, VNI, VISCII and VIQR are converted on intake.',
    },
  },
  {
    name: 'HTML, CSS (WHATWG, W3C)',
    askedBy: 'TT 39/2017',
    field: 'text',
    keptBy: 'software',
    how: {
      vi: 'Mọi mẫu trang được kiểm bằng Nu Html Checker trước mỗi bản phát hành.',
      en: 'Every page template is checked with the Nu Html Checker before each release.',
    },
  },
  {
    name: 'WCAG 2.1 AA',
    askedBy: 'TT 26/2020, TT 22/2023',
    field: 'access',
    keptBy: 'software',
    seen: 'accessibility',
    how: {
      vi: 'Kiểm tự động mọi mẫu trang, dùng được bằng bàn phím, không cần JavaScript. Kết quả lần kiểm gần nhất có ở trang Trợ năng.',
      en: 'Every page template is checked automatically, works by keyboard and without JavaScript. The last results stand on the page Accessibility.',
    },
  },
  {
    name: { vi: 'Cỡ chữ, tương phản, nền tối', en: 'Text size, contrast, dark ground' },
    askedBy: 'TT 32/2017 Đ18',
    field: 'access',
    keptBy: 'software',
    seen: 'view',
    how: {
      vi: 'Người đọc tự chọn, máy của người đọc giữ; không có chữ chạy, chữ nháy. Bài viết nghe được bằng giọng của máy.',
      en: 'Readers choose, their own device keeps it; no text moves or blinks. Articles can be heard in the voice of the device.',
    },
  },
  {
    name: 'RSS 2.0',
    askedBy: 'TT 39/2017',
    field: 'exchange',
    keptBy: 'software',
    seen: 'feeds',
    how: {
      vi: 'Một địa chỉ RSS cho cả cổng và cho mỗi chuyên mục.',
      en: 'One feed for the portal and one for each section.',
    },
  },
  {
    name: 'Dublin Core (ISO 15836-1:2017)',
    askedBy: 'TT 24/2011, TT 39/2017',
    field: 'exchange',
    keptBy: 'software',
    seen: 'dublinCore',
    how: {
      vi: 'Siêu dữ liệu trong mọi trang công khai, và thành tệp XML, JSON ở địa chỉ của trang.',
      en: 'Metadata in every public page, and as XML and JSON files at its address.',
    },
  },
  {
    name: 'OAI-PMH 2.0',
    field: 'exchange',
    keptBy: 'software',
    seen: 'oai',
    how: {
      vi: 'Thư viện và hệ thống khác thu thập được siêu dữ liệu của cả cổng.',
      en: 'Libraries and other systems can harvest the metadata of the whole portal.',
    },
  },
  {
    name: 'JSON, REST, OpenAPI 3.1',
    askedBy: 'TT 39/2017',
    field: 'exchange',
    keptBy: 'software',
    how: {
      vi: 'Phần mềm quản lý văn bản của cơ quan gửi văn bản sang cổng; bản mô tả giao diện đi kèm.',
      en: 'The document-management system of an office sends documents; the description of the interface comes with it.',
    },
  },
  {
    name: 'PDF 1.4–1.7',
    askedBy: 'TT 39/2017',
    field: 'files',
    keptBy: 'software',
    seen: 'gazette',
    how: {
      vi: 'Công báo in thành PDF; tệp PDF kèm bài tìm được theo chữ bên trong.',
      en: 'The gazette is printed as PDF; attached PDF files are found by the words inside.',
    },
  },
  {
    name: 'ODF 1.2 (TCVN 7978:2009), OOXML, RTF, CSV, TXT',
    askedBy: 'TT 39/2017',
    field: 'files',
    keptBy: 'software',
    how: {
      vi: 'Nhận làm tệp kèm bài và đọc được chữ bên trong; danh sách ở bàn làm việc xuất thành CSV.',
      en: 'Taken as attachments and read for their text; lists of the desk are exported as CSV.',
    },
  },
  {
    name: 'JPEG, PNG, GIF, WebP',
    askedBy: 'TT 39/2017',
    field: 'files',
    keptBy: 'software',
    how: {
      vi: 'Ảnh được nhận theo nội dung thật của tệp, bỏ thông tin riêng trong ảnh, đưa ra ở cỡ vừa màn hình.',
      en: 'Pictures are taken by what the file really is, without what a camera noted, and shown at the size of the screen.',
    },
  },
  {
    name: 'HTTPS, TLS 1.2, 1.3',
    askedBy: 'TT 39/2017, TT 32/2017',
    field: 'security',
    keptBy: 'operator',
    how: {
      vi: 'Máy chủ đứng trước cổng giữ chứng thư; khi có, cổng buộc mọi lần sau đều qua HTTPS (HSTS).',
      en: 'The server in front of the portal keeps the certificate; where it does, the portal insists on HTTPS from then on (HSTS).',
    },
  },
  {
    name: 'IPv6',
    askedBy: 'TT 39/2017, BG Đ4',
    field: 'security',
    keptBy: 'operator',
    how: {
      vi: 'Cổng nghe trên cả IPv4 và IPv6 khi máy chủ có; bản ghi tên miền do đơn vị vận hành đặt.',
      en: 'The portal listens on IPv4 and IPv6 where the server has both; the records of the name are the operator’s.',
    },
  },
  {
    name: 'SHA-256 (FIPS 180-4), Ed25519 (RFC 8032)',
    field: 'security',
    keptBy: 'software',
    how: {
      vi: 'Nhật ký nối chuỗi, bài đã duyệt có mã nội dung, Công báo có chữ ký: sửa lén sẽ bị phát hiện.',
      en: 'The record is chained, what was approved bears a content mark, the gazette a signature: tampering shows.',
    },
  },
];
