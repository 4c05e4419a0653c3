import { type SearchAnswer, searchAnswers } from '../rooms/search/index.ts';
import { type Call, type OperatorCommand, sentence, UsageError } from './command.ts';
import { withApp } from './installation.ts';
import { mainPortalOf } from './lookups.ts';
import { table } from './output.ts';
import { readStandardInput } from './standard-input.ts';

const MOST = 200;
const USUAL = 10;
const MOST_INPUT = 16 * 1024 * 1024;
const WORDS = {
  nothing: {
    vi: 'Không có câu hỏi nào ở đầu vào chuẩn. Hãy đưa tệp vào: … search - --locality … < cau-hoi.txt',
    en: 'There is no question on standard input. Hand a file in: … search - --locality … < questions.txt',
  },
  tooLarge: {
    vi: 'Đầu vào lớn hơn 16 MB. Hãy chia tệp câu hỏi ra.',
    en: 'The input is larger than 16 MB. Split the file.',
  },
  none: { vi: 'Không thấy gì.', en: 'Nothing was found.' },
  meant: { vi: 'Có phải bạn muốn tìm', en: 'Did you mean' },
  loose: {
    vi: 'Không bài nào có đủ các từ; đây là những bài có nhiều nhất.',
    en: 'Nothing holds all the words; these hold most of them.',
  },
  limit: { vi: `--limit: một số từ 1 đến ${MOST}`, en: `--limit: a number from 1 to ${MOST}` },
  reading: (n: number) => ({
    vi: `Đang đọc thêm ${n} bài vào chỉ mục`,
    en: `${n} more items read into the index`,
  }),
};

/**
 * `search <query>`: what readers would find, ranked, with scores. The index is brought up to date first; files nobody has
 * read yet are left to the jobs of the portal and to `search-rebuild`.
 */
export const search: OperatorCommand = {
  name: 'search',
  words: { vi: 'Tìm như người đọc, kèm điểm xếp hạng', en: 'Search as readers do, with the scores' },
  arguments: [
    {
      name: 'query',
      words: {
        vi: 'Từ cần tìm, trong dấu nháy; - để đọc nhiều câu hỏi từ đầu vào chuẩn, mỗi dòng một câu',
        en: 'What to look for, quoted; - reads many questions from standard input, one a line',
      },
    },
  ],
  options: {
    locality: { value: 'code', required: true, words: { vi: 'Mã địa phương', en: 'Code of the locality' } },
    language: { value: 'vi|en|both', words: { vi: 'Tiếng của bài', en: 'Language of the items' } },
    limit: { value: 'n', words: { vi: `Nhiều nhất bấy nhiêu (${USUAL})`, en: `At most so many (${USUAL})` } },
  },
  example: 'npm run portal -- search "nước sạch vùng cao" --locality lao-cai',
  run: (call) =>
    withApp(call, async (app) => {
      const { locality_id: localityId } = await mainPortalOf(app, call.text('locality'));
      const language = call.find('language') ?? 'vi';
      const languages =
        language === 'both'
          ? (['vi', 'en'] as const)
          : language === 'en'
            ? (['en'] as const)
            : (['vi'] as const);
      const typed = call.text('query');
      const texts = typed === '-' ? await readQueries() : [typed];
      const answers = await searchAnswers(
        app.ports,
        { texts, localityId, languages, limit: limitOf(call) },
        (done) => call.progress.step(sentence(call, WORDS.reading(done))),
      );
      const [answer] = answers;
      if (typed !== '-' && answer) return { data: dataOf(answer), text: textOf(call, answer) };
      return {
        data: answers.map((one, at) => ({ query: texts[at], ...dataOf(one) })),
        text: answers.map((one, at) => `${texts[at]}\n${textOf(call, one)}`).join('\n\n'),
      };
    }),
};

/** Questions of standard input, without empty lines. @throws Refusal */
async function readQueries(): Promise<string[]> {
  const text = (await readStandardInput({ bytes: MOST_INPUT, ...WORDS })).toString('utf8');
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function limitOf(call: Call): number {
  const limit = Number(call.find('limit') ?? USUAL);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) throw new UsageError(WORDS.limit);
  return limit;
}

const rounded = (score: number) => Number(score.toFixed(4));

function dataOf({ found, total, isCut, isLoose, suggestion, isCorrected }: SearchAnswer) {
  const results = found.map((one) => ({
    ...{
      itemId: one.item_id,
      portalId: one.portal_id,
      language: one.language,
      kind: one.kind,
      slug: one.slug,
    },
    ...{ title: one.title, number: one.number, place: one.place, heading: one.heading },
    sourceId: one.source_id || null,
    file: one.file ?? null,
    score: rounded(one.score),
    passages: one.passages.map(({ place, heading, score }) => ({ place, heading, score: rounded(score) })),
    publishedAt: one.first_published_at,
  }));
  return { total, isCut, isLoose, suggestion: suggestion ?? null, isCorrected, results };
}

function textOf(call: Call, { found, suggestion, isLoose }: SearchAnswer): string {
  const lines = [
    ...(suggestion ? [`${sentence(call, WORDS.meant)}: ${suggestion}`] : []),
    ...(isLoose ? [sentence(call, WORDS.loose)] : []),
  ];
  if (found.length === 0) return [...lines, sentence(call, WORDS.none)].join('\n');
  const rows = found.map((one, i) => [
    String(i + 1),
    one.score.toFixed(2),
    String(one.item_id),
    one.number,
    one.place,
    one.file ? `${one.title} (${one.file})` : one.title,
  ]);
  return [...lines, table(['#', '≈', 'id', 'số', '§', ''], rows)].join('\n');
}
