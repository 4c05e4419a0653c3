/** Longer texts of standing pages. Facts only; what a locality must word itself stands in its own sections. */
export const standingTexts = {
  vi: {
    pageNames: {
      search: 'Tìm kiếm',
      questions: 'Hỏi đáp, gửi thư',
      track: 'Theo dõi thư đã gửi',
      structure: 'Sơ đồ tổ chức',
      leaders: 'Lãnh đạo',
      members: 'Các cổng của tỉnh, thành phố',
      contact: 'Liên hệ, thông tin giao dịch',
      deadlines: 'Tính thời hạn theo quy chế',
      record: 'Việc thực hiện quy chế',
      feeds: 'Tin qua RSS',
      board: 'Ban Biên tập',
      terms: 'Điều khoản sử dụng',
      gazette: 'Công báo',
      accessibility: 'Trợ năng',
      standards: 'Tiêu chuẩn áp dụng',
      view: 'Cỡ chữ, tương phản, nền tối',
      own: 'Trang của bạn',
    },
    terms: (credit: string, title: string, number: string) => [
      {
        title: 'Thông tin chính thức',
        text: 'Mọi bài trên cổng này đều đã được Ban Biên tập của cổng duyệt trước khi đăng. Cuối mỗi bài có giờ duyệt và mã nội dung để đối chiếu.',
      },
      {
        title: 'Dùng lại thông tin',
        text: `${credit} Hãy giữ nguyên nội dung, ghi rõ tác giả, nguồn và thời gian đăng.`,
      },
      { title: 'Quy chế', text: `Cổng hoạt động theo ${title} (${number}).` },
      {
        title: 'Riêng tư',
        text: 'Cổng không theo dõi người đọc và không dùng công cụ đo của bên thứ ba. Chỉ cách xem và danh sách mục bạn theo dõi được giữ trong trình duyệt của bạn, khi bạn tự đặt. Để việc tìm kiếm tốt hơn, cổng đếm theo ngày câu tìm không có kết quả và thứ tự của kết quả được mở, trong 90 ngày, không ghi người đọc là ai, từ đâu, không giữ câu giống dữ liệu cá nhân; trình duyệt bật “Không theo dõi” (DNT, Sec-GPC) thì lần mở ấy không được đếm.',
      },
    ],
    accessibility: (email: string, phone: string) => [
      {
        title: 'Cổng được làm theo chuẩn nào',
        text: 'Trang được làm theo WCAG 2.1 mức AA. Mỗi mẫu trang được kiểm bằng công cụ tự động ở hai ngôn ngữ trước mỗi bản phát hành.',
      },
      {
        title: 'Bạn làm được gì',
        text: 'Dùng bàn phím với mọi chức năng; phím Tab đầu tiên cho phép đến thẳng nội dung. Phóng chữ đến 200 %, tăng tương phản, đổi nền tối ở trang “Cỡ chữ, tương phản”. Mọi trang đọc được khi tắt JavaScript.',
      },
      {
        title: 'Gặp khó khi dùng',
        text: `Xin báo qua ${email} hoặc điện thoại ${phone}; cổng sẽ trả lời và sửa.`,
      },
    ],
  },
  en: {
    pageNames: {
      search: 'Search',
      questions: 'Questions and answers',
      track: 'Follow what you sent',
      structure: 'Structure',
      leaders: 'Leaders',
      members: 'Portals of the locality',
      contact: 'Contact and transaction information',
      deadlines: 'Work out a deadline',
      record: 'How the regulation is kept',
      feeds: 'RSS feeds',
      board: 'Editorial board',
      terms: 'Terms of use',
      gazette: 'Gazette',
      accessibility: 'Accessibility',
      standards: 'Standards kept',
      view: 'Text size, contrast, dark ground',
      own: 'Your page',
    },
    terms: (credit: string, title: string, number: string) => [
      {
        title: 'Official information',
        text: 'Every item on this portal was approved by its editorial board before it was published. The time of approval and a content mark to compare with stand beside each item.',
      },
      {
        title: 'Re-use',
        text: `${credit} Keep the content as it is and name author, source and time of publication.`,
      },
      { title: 'Regulation', text: `The portal works under ${title} (${number}).` },
      {
        title: 'Privacy',
        text: 'The portal does not follow its readers and uses no third-party measuring. Only your choice of view and the list of what you follow are kept in your browser, when you set them. To make its search better it counts by day, for 90 days, searches in vain and how far down a result stood that was opened: not who searched or from where, and no query that looks like personal data. Where your browser asks not to be followed (DNT, Sec-GPC), what you open is not counted.',
      },
    ],
    accessibility: (email: string, phone: string) => [
      {
        title: 'Which standard is kept',
        text: 'Pages are made to WCAG 2.1 level AA. Every page template is checked by automatic tools in both languages before each release.',
      },
      {
        title: 'What you can do',
        text: 'Use the keyboard for everything; the first Tab leads straight to the content. Enlarge text to 200 %, raise contrast or choose a dark ground on the page “Text size and contrast”. Every page reads without JavaScript.',
      },
      {
        title: 'If something is hard to use',
        text: `Please tell us at ${email} or by telephone ${phone}; we answer and mend it.`,
      },
    ],
  },
} as const;
