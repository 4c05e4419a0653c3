const vi = {
  home: 'Trang đầu',
  title: 'Tin qua RSS',
  lead: 'Chép địa chỉ một mục dưới đây vào ứng dụng đọc tin của bạn; bài mới sẽ tự đến. Không cần tài khoản.',
  whole: (name: string) => `Mọi tin của ${name}`,
  oai: 'Thu hoạch dữ liệu đặc tả (OAI-PMH 2.0)',
  repository: (name: string) => `Cổng thông tin điện tử ${name}`,
  ownLanguage: 'Tiếng Việt · Vietnamese',
  description: (name: string) => `Bài mới đăng: ${name}`,
};

const en: typeof vi = {
  home: 'Home',
  title: 'RSS feeds',
  lead: 'Put one of these addresses into your news reader; new items come by themselves. No account needed.',
  whole: (name) => `Everything from ${name}`,
  oai: 'Metadata for harvesters (OAI-PMH 2.0)',
  repository: (name) => `Portal of ${name}`,
  ownLanguage: 'Tiếng Anh · English',
  description: (name) => `Newly published: ${name}`,
};

export const words = { vi, en };
