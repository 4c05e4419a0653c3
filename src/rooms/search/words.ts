const vi = {
  home: 'Trang đầu',
  title: 'Tìm kiếm',
  titleOf: (query: string) => `Tìm “${query}”`,
  label: 'Từ cần tìm',
  help: 'Gõ có dấu hay không dấu đều được.',
  where: 'Tìm ở đâu',
  here: 'Cổng này',
  everywhere: 'Cả tỉnh, thành phố',
  askFirst: 'Hãy gõ vài từ để tìm',
  none: (query: string) => `Không thấy bài nào có đủ các từ “${query}”`,
  noneHelp: 'Hãy thử ít từ hơn, hoặc tìm trong cả tỉnh, thành phố.',
  found: (shown: string) => `${shown} kết quả, khớp nhất trước`,
  widen: 'Tìm trong cả tỉnh, thành phố',
  next: 'Kết quả tiếp',
  previous: 'Kết quả trước',
  more: (n: number) => `hơn ${n}`,
};

const en: typeof vi = {
  home: 'Home',
  title: 'Search',
  titleOf: (query) => `Search for “${query}”`,
  label: 'Words to find',
  help: 'With or without diacritics.',
  where: 'Where to search',
  here: 'This portal',
  everywhere: 'The whole locality',
  askFirst: 'Type a few words to search for',
  none: (query) => `Nothing holds all the words of “${query}”`,
  noneHelp: 'Try fewer words, or search the whole locality.',
  found: (shown) => `${shown} results, best match first`,
  widen: 'Search the whole locality',
  next: 'More results',
  previous: 'Previous results',
  more: (n) => `more than ${n}`,
};

export const words = { vi, en };
