import {
  CODE_NAMES,
  type Converted,
  type ConvertibleCode,
  convertLegacy,
  MARK_WORDS,
  type MarkReason,
} from '../rules/encodings/index.ts';
import type { Words } from '../rules/lang.ts';
import { type Call, type OperatorCommand, sentence } from './command.ts';
import { oneOf } from './lookups.ts';
import { readStandardInput } from './standard-input.ts';

const CODES = ['auto', 'tcvn3', 'vni', 'viscii', 'viqr'] as const satisfies readonly (
  | ConvertibleCode
  | 'auto'
)[];
/** A text is far smaller; more is a file of another kind sent by mistake. */
const MOST_BYTES = 64 * 1024 * 1024;

const WORDS = {
  read: (name: Words): Words => ({ vi: `Đọc theo ${name.vi}`, en: `Read as ${name.en}` }),
  nothing: {
    vi: 'Không có gì ở đầu vào chuẩn. Hãy đưa tệp vào: … convert < tep-cu.txt > tep-moi.txt',
    en: 'There is nothing on standard input. Hand the file in: … convert < old.txt > new.txt',
  },
  tooLarge: {
    vi: 'Tệp lớn hơn 64 MB nên không phải văn bản thuần. Hãy lưu văn bản thành tệp .txt rồi chuyển.',
    en: 'The file is larger than 64 MB, so it is no plain text. Save the text as a .txt file and convert that.',
  },
};

/** `convert`: a text in an old code table from standard input, as UTF-8 on standard output. Needs no database. */
export const convert: OperatorCommand = {
  name: 'convert',
  words: {
    vi: 'Chuyển văn bản thuần từ bảng mã cũ (TCVN3, VNI, VISCII, VIQR) sang Unicode',
    en: 'Convert a plain text from an old code table (TCVN3, VNI, VISCII, VIQR) to Unicode',
  },
  options: {
    from: {
      value: CODES.join('|'),
      words: {
        vi: 'bảng mã cũ; auto (mặc định) thì phần mềm nhận ra hoặc từ chối',
        en: 'the old table; auto (default) recognises it or refuses',
      },
    },
  },
  example: 'npm run --silent portal -- convert --from tcvn3 < van-ban-cu.txt > van-ban-moi.txt',
  async run(call) {
    const from = oneOf(call, 'from', CODES, 'auto');
    const converted = convertLegacy(await readStandardInput({ bytes: MOST_BYTES, ...WORDS }), from);
    call.progress.step(summary(call, converted));
    const { text, marks } = converted;
    return {
      // the tool ends what it writes with a line feed of its own
      text: text.replace(/\n$/u, ''),
      data: {
        from: converted.from,
        text,
        marks: marks.map((mark) => ({ ...mark, text: text.slice(mark.start, mark.end) })),
      },
    };
  },
};

/** The table, then how often each kind of place was marked; to people, beside the text. */
function summary(call: Call, { from, marks }: Converted): string {
  const counts = new Map<MarkReason, number>();
  for (const { reason } of marks) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [
    `${sentence(call, WORDS.read(CODE_NAMES[from]))}.`,
    ...[...counts].map(([reason, count]) => `${count}× ${sentence(call, MARK_WORDS[reason])}`),
  ].join('\n');
}
