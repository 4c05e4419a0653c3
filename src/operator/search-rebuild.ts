import { rebuildIndex } from '../rooms/search/index.ts';
import { type OperatorCommand, sentence } from './command.ts';
import { withApp } from './installation.ts';

const WORDS = {
  rebuilt: (n: number) => ({
    vi: `Đã làm lại chỉ mục của ${n} bài.`,
    en: `The index of ${n} items was made again.`,
  }),
  progress: (done: number, of: number) => ({ vi: `${done} trên ${of} bài`, en: `${done} of ${of} items` }),
};

/** `search-rebuild`: makes the index anew from what is public; on PostgreSQL the portal serves meanwhile. */
export const searchRebuild: OperatorCommand = {
  name: 'search-rebuild',
  words: {
    vi: 'Làm lại chỉ mục tìm kiếm từ những gì đang đăng',
    en: 'Make the search index again from what is public',
  },
  example: 'npm run portal -- search-rebuild',
  run: (call) =>
    withApp(call, async ({ ports }) => {
      const items = await rebuildIndex(ports, (done, of) =>
        call.progress.step(sentence(call, WORDS.progress(done, of))),
      );
      return { data: { items }, text: sentence(call, WORDS.rebuilt(items)) };
    }),
};
