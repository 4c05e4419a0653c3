import type { ProblemFacts } from '../../platform/http/problems.ts';
import type { Words } from '../../rules/lang.ts';
import type { ReadField } from './receiving-forms.ts';

/** What can be wrong with a field of the metadata. */
export const FIELD_FAULTS = {
  missing: { vi: 'Thiếu trường này.', en: 'This field is missing.' },
  empty: {
    vi: 'Trường này đang trống; bỏ đi hoặc ghi giá trị.',
    en: 'This field is empty; leave it out or fill it.',
  },
  tooLong: {
    vi: 'Giá trị quá dài, hoặc danh sách quá nhiều phần tử.',
    en: 'The value is too long, or the list has too many entries.',
  },
  wrongType: { vi: 'Sai kiểu dữ liệu.', en: 'The value is of the wrong type.' },
  wrongFormat: {
    vi: 'Sai dạng. Ngày ghi như 2026-11-16; chữ không chứa ký tự điều khiển.',
    en: 'Wrong form. Write days as 2026-11-16; text holds no control characters.',
  },
  unknownField: {
    vi: 'Không có trường này; hãy kiểm tra tên trường.',
    en: 'There is no such field; check its name.',
  },
  invalid: { vi: 'Giá trị không hợp lệ.', en: 'The value is not valid.' },
  oneText: { vi: 'Ghi đúng một trong hai trường text và html.', en: 'Give exactly one of text and html.' },
  noFile: {
    vi: 'Chưa có tệp nào. Gửi ít nhất một tệp, bản gốc đứng đầu.',
    en: 'There is no file. Send at least one, the original first.',
  },
  noMetadata: { vi: 'Thiếu phần metadata (JSON).', en: 'The part metadata (JSON) is missing.' },
  unknownPart: {
    vi: 'Không có phần này; chỉ nhận metadata và các tệp.',
    en: 'There is no such part; send metadata and files only.',
  },
} as const satisfies Record<string, Words>;

/** What this interface answers besides what the pipeline does. */
export const PROBLEMS = {
  keyMissing: {
    status: 401,
    words: {
      vi: 'Thiếu khóa. Gửi tiêu đề Authorization: Bearer <khóa>.',
      en: 'The key is missing. Send the header Authorization: Bearer <key>.',
    },
  },
  keyUnknown: {
    status: 401,
    words: {
      vi: 'Khóa không đúng hoặc đã thôi dùng. Hãy xin khóa mới ở người quản trị cổng.',
      en: 'The key is wrong or has been ended. Ask the administrator of the portal for a new one.',
    },
  },
  keyElsewhere: {
    status: 403,
    words: {
      vi: 'Khóa này thuộc cổng khác. Hãy gửi đến đúng tên miền của cổng đã cấp khóa.',
      en: 'This key belongs to another portal. Send to the host name of the portal that gave it.',
    },
  },
  sectionEnded: {
    status: 403,
    words: {
      vi: 'Chuyên mục của khóa không còn dùng. Người quản trị cổng cần tạo khóa cho chuyên mục khác.',
      en: 'The section of this key is no longer used. The administrator of the portal has to make a key for another.',
    },
  },
  notFound: {
    status: 404,
    words: {
      vi: 'Hệ thống này chưa gửi văn bản nào có mã ấy.',
      en: 'This system has sent no document with this id.',
    },
  },
  otherContent: {
    status: 409,
    words: {
      vi: 'Mã này đã được gửi với nội dung khác. Để thay, gửi kèm "replaces": true khi bản thảo chưa ai sửa.',
      en: 'This id was sent with other content. To replace it, send "replaces": true while nobody has touched the draft.',
    },
  },
  draftTouched: {
    status: 409,
    words: {
      vi: 'Bản thảo đã có người sửa hoặc đã gửi duyệt nên không thay được. Hãy báo cho Ban Biên tập của cổng.',
      en: 'Somebody has edited or submitted the draft, so it cannot be replaced. Tell the editorial board of the portal.',
    },
  },
  duplicate: {
    status: 409,
    words: {
      vi: 'Cổng đã có văn bản này, do nơi khác nhập hoặc đăng.',
      en: 'The portal has this document already; somebody else took it in or published it.',
    },
  },
  invalid: {
    status: 422,
    words: {
      vi: 'Dữ liệu gửi lên chưa đúng; xem từng chỗ ở errors.',
      en: 'What was sent is not right; each place stands in errors.',
    },
  },
  secret: {
    status: 422,
    words: {
      vi: 'Văn bản có dấu hiệu mật hoặc không phổ biến nên không nhận, và không lưu lại nội dung. Nếu văn bản không mật, hãy kiểm tra dấu, tên tệp và trường secrecy.',
      en: 'The document bears a mark of secrecy or is not to be spread: it was refused and nothing of it was kept. If it is not secret, check stamps, file names and the field secrecy.',
    },
  },
  notForPublication: {
    status: 422,
    words: {
      vi: '“Nơi nhận” không có cổng này, nên văn bản không gửi để đăng. Nếu cần đăng, hãy ghi cổng vào nơi nhận.',
      en: 'The portal is not among the recipients (“Nơi nhận”), so the document was not sent for publication. Name the portal there if it is.',
    },
  },
  fileUnread: {
    status: 422,
    words: {
      vi: 'Có tệp không đọc được; lý do ở errors.',
      en: 'A file could not be read; the reason stands in errors.',
    },
  },
  fileTooLarge: {
    status: 413,
    words: { vi: 'Có tệp quá lớn; xem ở errors.', en: 'A file is too large; see errors.' },
  },
  fileType: {
    status: 415,
    words: {
      vi: 'Có tệp không thuộc loại nhận: .docx, .odt, .pdf có chữ, .html, .txt.',
      en: 'A file is of no kind that is taken: .docx, .odt, .pdf with text, .html, .txt.',
    },
  },
  busy: {
    status: 503,
    words: {
      vi: 'Máy đang đọc nhiều văn bản khác. Hãy gửi lại sau số giây ghi ở Retry-After.',
      en: 'The machine is reading many other documents. Send it again after the seconds given in Retry-After.',
    },
  },
} as const satisfies Record<string, Omit<ProblemFacts, 'code'>>;

export type ReceivingProblem = keyof typeof PROBLEMS;

const FIELD_NAMES: Readonly<Record<ReadField, Words>> = {
  number: { vi: 'Số, ký hiệu', en: 'Number' },
  type: { vi: 'Loại văn bản', en: 'Kind' },
  title: { vi: 'Trích yếu', en: 'Abstract' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issuer' },
  issuedOn: { vi: 'Ngày ban hành', en: 'Day of issue' },
  effectiveOn: { vi: 'Ngày có hiệu lực', en: 'Day of effect' },
  signer: { vi: 'Người ký', en: 'Signer' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  place: { vi: 'Nơi ban hành', en: 'Place' },
};

/** What the clerk is told of a document that came. */
export const FINDING_WORDS = {
  differs: (field: ReadField, sent: string, read: string): Words => ({
    vi: `${FIELD_NAMES[field].vi}: hệ thống gửi “${sent}”, trong tệp đọc được “${read}”. Hãy đối chiếu bản gốc.`,
    en: `${FIELD_NAMES[field].en}: the sender says “${sent}”, the file reads “${read}”. Compare with the original.`,
  }),
  notForPublication: {
    vi: '“Nơi nhận” không có cổng này. Chỉ đăng khi cơ quan ban hành đồng ý.',
    en: 'The portal is not among the recipients. Publish only if the issuing body agrees.',
  },
  urgent: (urgency: string): Words => ({
    vi: `Hệ thống gửi ghi độ khẩn: ${urgency}.`,
    en: `The sender marks it as urgent: ${urgency}.`,
  }),
};

export const NOTICE_WORDS = {
  arrived: (system: string, number: string | undefined, due: Words | undefined): Words => ({
    vi: `${number ? `Văn bản ${number}` : 'Một văn bản'} vừa đến từ ${system}, chờ soát${due ? `; hạn đăng ${due.vi}` : ''}.`,
    en: `${number ? `Document ${number}` : 'A document'} has come from ${system} and waits for a look${due ? `; to be published by ${due.en}` : ''}.`,
  }),
  secret: (system: string): Words => ({
    vi: `Đã từ chối một văn bản có dấu hiệu mật do ${system} gửi; không lưu nội dung. Hãy báo cơ quan gửi.`,
    en: `A document with a mark of secrecy from ${system} was refused; nothing of it was kept. Tell the sending office.`,
  }),
};
