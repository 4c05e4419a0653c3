import type { FormFamily } from '../../rules/item-forms/index.ts';

/** Texts of the desk about kinds of item with fields of their own. */
export const formWords = {
  vi: {
    ordinary: 'Bài viết thường',
    ordinaryNote: 'Tin, bài, thông báo: tiêu đề, tóm tắt, nội dung, ảnh.',
    choose: 'Hoặc theo mẫu có sẵn',
    chooseNote: 'Mẫu hỏi đúng những điều quy chế cần: máy kiểm tra, trình bày và tự hết hạn giúp.',
    chosen: (name: string) => `Mẫu: ${name}`,
    another: 'Chọn mẫu khác',
    nowhere: 'Cổng này chưa có chuyên mục nhận mẫu ấy. Người quản trị nội dung lập chuyên mục trước.',
    families: {
      introduction: 'Giới thiệu',
      direction: 'Chỉ đạo, điều hành',
      statements: 'Phát ngôn, làm rõ',
      plans: 'Quy hoạch, đầu tư, đất đai',
      environment: 'Môi trường',
      disclosure: 'Công khai',
      notices: 'Thông báo, phổ biến, quảng cáo',
    } satisfies Record<FormFamily, string>,
    wantedBy: (articles: readonly string[]) => (articles.length > 0 ? `Căn cứ: ${articles.join('; ')}.` : ''),
    inside: 'Chỉ lưu nội bộ, không công bố.',
    from: 'từ ngày',
    to: 'đến ngày',
    rowsHelp: (columns: string) =>
      `Mỗi dòng một mục, các ô ngăn nhau bằng dấu |: ${columns}. Dán từ bảng tính cũng được.`,
    lacking: (n: number) => `Mẫu còn ${n} chỗ phải ghi.`,
    firstLacking: 'Đến chỗ đầu tiên',
    missing: (n: number) => `Bản thảo đã lưu. Còn ${n} chỗ cần ghi trước khi gửi duyệt`,
    facts: 'Thông tin của mẫu',
    spokenOf: 'Văn bản được nói đến',
    document: 'Văn bản',
    documentNote:
      'Ghi như trên bản gốc; tiêu đề của bài là trích yếu. Danh mục, tìm kiếm và hiệu lực của văn bản đọc từ đây.',
  },
  en: {
    ordinary: 'Ordinary article',
    ordinaryNote: 'News, notices: title, summary, text, picture.',
    choose: 'Or with a form of its own',
    chooseNote: 'A form asks for what the regulation wants: it is checked, laid out and ended by itself.',
    chosen: (name: string) => `Form: ${name}`,
    another: 'Choose another form',
    nowhere:
      'This portal has no section that takes this form yet. The content administrator makes one first.',
    families: {
      introduction: 'About the body',
      direction: 'Direction',
      statements: 'Statements',
      plans: 'Planning, investment, land',
      environment: 'Environment',
      disclosure: 'Laid open',
      notices: 'Notices, know-how, advertising',
    } satisfies Record<FormFamily, string>,
    wantedBy: (articles: readonly string[]) =>
      articles.length > 0 ? `Grounds: ${articles.join('; ')}.` : '',
    inside: 'Kept on the desk, not made public.',
    from: 'from',
    to: 'to',
    rowsHelp: (columns: string) =>
      `One to a line, cells with | between them: ${columns}. Can be pasted from a spreadsheet.`,
    lacking: (n: number) => `${n} to be filled in by the form.`,
    firstLacking: 'To the first',
    missing: (n: number) => `The draft is saved. ${n} to fill in before it can be submitted`,
    facts: 'Fields of the form',
    spokenOf: 'The document it speaks of',
    document: 'Document',
    documentNote:
      'As the original has it; the title of the item is the abstract. List, search and validity of the document are read from here.',
  },
};
