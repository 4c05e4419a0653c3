import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HELD_FAULTS } from '../rooms/gazette/index.ts';
import { formatDate } from '../rules/calendar/index.ts';
import { checkHeld, type HeldVerdict, numberWords } from '../rules/gazette/index.ts';
import type { Words } from '../rules/lang.ts';
import { Refusal } from '../rules/refusal.ts';
import { type OperatorCommand, sentence } from './command.ts';

const WORDS = {
  missing: (file: string): Words => ({
    vi: `Không mở được tệp “${file}”. Hãy kiểm tra đường dẫn; cần các tệp .txt, .sig của số Công báo và khóa công khai.`,
    en: `The file “${file}” cannot be opened. The .txt and .sig files of the issue and the public key are needed.`,
  }),
  genuine: (name: string, day: string): Words => ({
    vi: `Đúng: Công báo số ${name}, ngày ${day}`,
    en: `Genuine: gazette no. ${name}, ${day}`,
  }),
  checked: { vi: 'Đã so', en: 'Compared' },
  entry: (position: number): Words => ({
    vi: `Tệp văn bản là văn bản thứ ${position} của số này.`,
    en: `The document is number ${position} of this issue.`,
  }),
  wrong: { vi: 'SAI', en: 'WRONG' },
};

const PARTS = { content: '.json', pdf: '.pdf' } as const;

/** The bytes of a file; undefined when there is none. */
const bytesOf = (file: string) => readFile(file).catch(() => undefined);

/** The bytes of a file that must be there. @throws Refusal */
async function needed(file: string): Promise<Buffer> {
  const bytes = await bytesOf(file);
  if (!bytes) throw new Refusal('file-missing', WORDS.missing(file));
  return bytes;
}

/** `gazette-check`: whether files of an issue are what the locality signed; needs no database and no network. */
export const gazetteCheck: OperatorCommand = {
  name: 'gazette-check',
  words: {
    vi: 'Kiểm tra các tệp của một số Công báo bằng chữ ký; không cần cơ sở dữ liệu, không cần mạng',
    en: 'Check the files of a gazette issue by their signature; needs no database and no network',
  },
  arguments: [
    {
      name: 'statement',
      words: {
        vi: 'tệp .txt của số Công báo; các tệp .sig, .json, .pdf cùng tên nằm bên cạnh',
        en: 'the .txt file of the issue; .sig, .json and .pdf of the same name lie beside it',
      },
    },
  ],
  options: {
    key: {
      value: 'FILE',
      required: true,
      words: { vi: 'khóa công khai của địa phương (.pem)', en: 'the public key of the locality (.pem)' },
    },
    document: {
      value: 'FILE',
      words: {
        vi: 'tệp văn bản cần biết có nằm trong số này không',
        en: 'a document file that is said to be of this issue',
      },
    },
  },
  example: 'npm run portal -- gazette-check ./cong-bao-12-2026.txt --key ./khoa.pem',
  async run(call) {
    const statement = path.resolve(call.find('statement') ?? '');
    const beside = (ending: string) => statement.replace(/\.txt$/u, '') + ending;
    const document = call.find('document');
    const [content, pdf] = await Promise.all([bytesOf(beside(PARTS.content)), bytesOf(beside(PARTS.pdf))]);
    const verdict = checkHeld({
      statement: (await needed(statement)).toString('utf8'),
      signature: await needed(beside('.sig')),
      publicKey: (await needed(path.resolve(call.text('key')))).toString('utf8'),
      ...{ content, pdf },
      file: document === undefined ? undefined : await needed(path.resolve(document)),
    });
    const compared = Object.entries({ '.txt': statement, '.sig': statement, '.json': content, '.pdf': pdf })
      .filter(([, there]) => there !== undefined)
      .map(([ending]) => ending);
    return {
      data: { ...verdict, compared },
      text: linesOf(verdict, compared)
        .map((words) => sentence(call, words))
        .join('\n'),
      ok: verdict.genuine,
    };
  },
};

function linesOf(verdict: HeldVerdict, compared: readonly string[]): Words[] {
  if (!verdict.genuine) {
    const { vi, en } = HELD_FAULTS[verdict.fault];
    return [{ vi: `${WORDS.wrong.vi}: ${vi}`, en: `${WORDS.wrong.en}: ${en}` }];
  }
  const { statement, entry } = verdict;
  const number = `${numberWords(statement)}/${statement.year}`;
  const name = (lang: 'vi' | 'en') =>
    WORDS.genuine(number, formatDate(statement.issuedOn, lang, 'short'))[lang];
  const list = compared.join(', ');
  return [
    { vi: name('vi'), en: name('en') },
    { vi: `${WORDS.checked.vi}: ${list}`, en: `${WORDS.checked.en}: ${list}` },
    ...(entry === undefined ? [] : [WORDS.entry(entry)]),
  ];
}
