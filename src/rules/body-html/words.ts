/** What the person who put a text in reads about each change made to it. */
export const BODY_FINDING_WORDS = {
  removedElement: {
    vi: 'Đã bỏ thẻ không dùng trong bài (giữ nguyên chữ bên trong).',
    en: 'Removed markup that a body does not use (its text is kept).',
  },
  removedActive: {
    vi: 'Đã bỏ mã chạy, khung nhúng hoặc kiểu trang trí, kể cả nội dung bên trong. Nếu là video hay bản đồ, hãy dẫn liên kết thay vì nhúng.',
    en: 'Removed scripts, embedded frames or styles with their content. Link to a video or map instead of embedding it.',
  },
  removedAttribute: {
    vi: 'Đã bỏ thuộc tính trang trí hoặc mã chạy trên thẻ.',
    en: 'Removed styling or script attributes.',
  },
  removedImage: {
    vi: 'Đã bỏ ảnh không nằm trong kho tệp của cổng. Hãy tải ảnh lên kho tệp rồi chèn lại.',
    en: 'Removed an image that is not among the files of the portal. Upload it and insert it again.',
  },
  removedMedia: {
    vi: 'Đã bỏ video hoặc âm thanh không nằm trong kho tệp của cổng. Hãy tải tệp lên kho rồi chèn lại, hoặc dẫn liên kết.',
    en: 'Removed a video or sound that is not among the files of the portal. Upload it and insert it again, or link to it.',
  },
  removedLink: {
    vi: 'Đã bỏ liên kết không an toàn hoặc không đọc được (giữ nguyên chữ). Hãy kiểm tra và đặt lại địa chỉ.',
    en: 'Removed an unsafe or unreadable link (its text is kept). Check the address and set it again.',
  },
  imageWithoutAlt: {
    vi: 'Ảnh chưa có lời mô tả. Hãy ghi lời mô tả cho người không nhìn thấy ảnh.',
    en: 'An image has no description. Write one for people who cannot see it.',
  },
  headingRepaired: {
    vi: 'Đã sửa cấp tiêu đề để không nhảy bậc.',
    en: 'Repaired heading levels so that none is skipped.',
  },
  emptyDropped: { vi: 'Đã bỏ đoạn trống.', en: 'Dropped empty paragraphs.' },
  composed: { vi: 'Đã chuyển chữ tổ hợp sang Unicode dựng sẵn.', en: 'Composed decomposed letters (NFC).' },
  controlsRemoved: {
    vi: 'Đã bỏ ký tự ẩn không in được.',
    en: 'Removed invisible control characters.',
  },
  tableHeaderMarked: {
    vi: 'Đã nhận dòng đầu của bảng là dòng tiêu đề. Hãy kiểm tra lại.',
    en: 'Took the first row of a table as its header. Please check.',
  },
  rearranged: {
    vi: 'Đã sắp lại phần tử đặt sai chỗ (ví dụ bảng nằm trong đoạn).',
    en: 'Rearranged misplaced elements (for example a table inside a paragraph).',
  },
} as const;

export type BodyFindingCode = keyof typeof BODY_FINDING_WORDS;
