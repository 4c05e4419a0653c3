import { type FileCount, forgetRefusals, readMissingFiles, rebuildIndex } from '../rooms/search/index.ts';
import { type OperatorCommand, sentence } from './command.ts';
import { withApp } from './installation.ts';

const WORDS = {
  rebuilt: (n: number, { read, refused }: FileCount) => ({
    vi: `Đã làm lại chỉ mục của ${n} bài; đọc thêm ${read} tệp, ${refused} tệp không đọc được chữ.`,
    en: `The index of ${n} items was made again; ${read} more files were read, ${refused} could not be.`,
  }),
  files: ({ read, refused }: FileCount) => ({
    vi: `Đã đọc ${read} tệp đính kèm, ${refused} tệp không đọc được chữ`,
    en: `${read} attached files read, ${refused} could not be`,
  }),
  progress: (done: number, of: number) => ({ vi: `${done} trên ${of} bài`, en: `${done} of ${of} items` }),
};

/**
 * `search-rebuild`: reads the attached files nobody has read yet, then makes the index anew from what is public; on
 * PostgreSQL the portal serves meanwhile.
 */
export const searchRebuild: OperatorCommand = {
  name: 'search-rebuild',
  words: {
    vi: 'Làm lại chỉ mục tìm kiếm từ những gì đang đăng',
    en: 'Make the search index again from what is public',
  },
  options: {
    refused: {
      words: {
        vi: 'Đọc lại cả những tệp trước đây không đọc được (sau khi cài LibreOffice, Tesseract)',
        en: 'Try files again that could not be read (after installing LibreOffice, Tesseract)',
      },
    },
  },
  example: 'npm run portal -- search-rebuild',
  run: (call) =>
    withApp(call, async ({ ports }) => {
      if (call.flag('refused')) await forgetRefusals(ports);
      const files = await readMissingFiles(ports, Number.POSITIVE_INFINITY, (count) =>
        call.progress.step(sentence(call, WORDS.files(count))),
      );
      const items = await rebuildIndex(ports, (done, of) =>
        call.progress.step(sentence(call, WORDS.progress(done, of))),
      );
      return { data: { items, files }, text: sentence(call, WORDS.rebuilt(items, files)) };
    }),
};
