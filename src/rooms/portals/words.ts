const vi = {
  contact: 'Liên hệ',
  aboutPortal: 'Về cổng này',
  findAndFollow: 'Tìm và theo dõi',
  mainPortal: (name: string) => `Cổng ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
  pageOf: (page: string, portal: string) => `Trang “${page}” của ${portal}.`,
  creditIntro: (credit: string) => `Khi dùng lại thông tin, xin ghi “${credit}”.`,
  pages: {
    home: 'Trang đầu',
    search: 'Tìm kiếm',
    sitemap: 'Sơ đồ cổng',
    contact: 'Liên hệ, thông tin giao dịch',
    feeds: 'Tin qua RSS',
    members: 'Các cổng trong tỉnh',
    deadlines: 'Tính thời hạn theo quy chế',
    view: 'Cỡ chữ, tương phản',
    own: 'Trang của bạn',
    terms: 'Điều khoản sử dụng',
    record: 'Việc thực hiện quy chế',
    accessibility: 'Trợ năng',
    gazette: 'Công báo',
  },
};

const en: typeof vi = {
  contact: 'Contact',
  aboutPortal: 'About this portal',
  findAndFollow: 'Find and follow',
  mainPortal: (name) => `${name} portal`,
  pageOf: (page, portal) => `The page “${page}” of the ${portal}.`,
  creditIntro: (credit) => `When you re-use information, please credit “${credit}”.`,
  pages: {
    home: 'Home',
    search: 'Search',
    sitemap: 'Site map',
    contact: 'Contact and transaction information',
    feeds: 'RSS feeds',
    members: 'Portals of the locality',
    deadlines: 'Work out a deadline',
    view: 'Text size and contrast',
    own: 'Your page',
    terms: 'Terms of use',
    record: 'How the regulation is kept',
    accessibility: 'Accessibility',
    gazette: 'Gazette',
  },
};

export const words = { vi, en };
