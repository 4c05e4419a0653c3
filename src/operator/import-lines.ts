import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type BulkReport, importLines } from '../rooms/imports/index.ts';
import type { Words } from '../rules/lang.ts';
import { Refusal } from '../rules/refusal.ts';
import { type Call, type OperatorCommand, sentence, UsageError } from './command.ts';
import { machineOf, withApp } from './installation.ts';
import { readLines } from './line-reader.ts';
import { actingAs, PLACE_OPTIONS, portalOf, sectionOf } from './lookups.ts';

const WORDS = {
  progress: ({ lines, taken, duplicates, refused, failed }: BulkReport): Words => ({
    vi: `${lines} dòng: ${taken} đã nhập, ${duplicates} đã có, ${refused + failed} không nhập được`,
    en: `Lines: ${lines}. Taken in: ${taken}; there already: ${duplicates}; not taken: ${refused + failed}`,
  }),
  line: (line: number): Words => ({ vi: `Dòng ${line}`, en: `Line ${line}` }),
  drafts: {
    vi: 'Các bài là bản thảo: chỉ công khai sau khi gửi, soát, duyệt, hoặc khi nhập với --approved-by và --decision.',
    en: 'The items are drafts: public only after submit, check and approve, or when taken in with --approved-by and --decision.',
  },
  published: (count: number): Words => ({
    vi: `${count} bài đã công khai; tìm kiếm và thư viện văn bản sẽ đọc chúng trong ít phút.`,
    en: `Public items: ${count}. Search and the library of documents read them within minutes.`,
  }),
  more: (count: number): Words => ({ vi: `… và ${count} dòng khác`, en: `… and ${count} more lines` }),
  both: {
    vi: '--approved-by và --decision đi cùng nhau: ai duyệt, và theo quyết định nào.',
    en: '--approved-by and --decision go together: who approves, and by which decision.',
  },
  missing: (file: string): Words => ({
    vi: `Không mở được tệp “${file}”. Hãy kiểm tra đường dẫn và quyền đọc, hoặc dùng “-” để đọc đầu vào chuẩn.`,
    en: `The file “${file}” cannot be opened. Check the path and the right to read it, or use “-” for standard input.`,
  }),
};

/** Lines shown to people; programs get them all with `--json`. */
const SHOWN = 100;

/** `import-lines`: a holding of documents, one JSON object a line, into drafts or by decision of the board into public items. */
export const importLinesOf: OperatorCommand = {
  name: 'import-lines',
  words: {
    vi: 'Nhập kho văn bản, mỗi dòng một đối tượng JSON, thành bản thảo',
    en: 'Take a holding of documents in, one JSON object a line, as drafts',
  },
  arguments: [
    {
      name: 'file',
      words: {
        vi: 'tệp JSON Lines, hoặc - để đọc đầu vào chuẩn',
        en: 'a file of JSON lines, or - for standard input',
      },
    },
  ],
  options: {
    ...PLACE_OPTIONS,
    'approved-by': {
      value: 'USERNAME',
      words: {
        vi: 'đăng luôn: người có quyền duyệt ở cổng này, chịu trách nhiệm cho việc đăng',
        en: 'publish at once: the person with the right to approve on this portal who answers for it',
      },
    },
    decision: {
      value: 'TEXT',
      words: {
        vi: 'quyết định cho đăng (số, ngày, của ai); đi cùng --approved-by',
        en: 'the decision to publish (number, day, whose); goes with --approved-by',
      },
    },
  },
  example:
    'npm run portal -- import-lines ./kho-van-ban.jsonl --portal www.laocai.gov.vn --section van-ban-chi-dao-dieu-hanh',
  async run(call) {
    const [username, decision] = [call.find('approved-by'), call.find('decision')];
    if ((username === undefined) !== (decision === undefined)) throw new UsageError(WORDS.both);
    const stream = await openInput(call.find('file') ?? '');
    return withApp(call, async (app) => {
      const portal = await portalOf(app, call.text('portal'));
      const section = await sectionOf(app, portal.id, call.text('section'));
      const actor = username ? await actingAs(app, call, username, portal.id) : machineOf(portal.locality_id);
      const target = {
        ...{ portalId: portal.id, sectionId: section.id },
        ...(decision !== undefined && { decision }),
        onProgress: (soFar: BulkReport) => call.progress.step(sentence(call, WORDS.progress(soFar))),
      };
      const report = await importLines(app.ports, actor, target, readLines(stream));
      call.progress.done();
      const ok = report.refused + report.failed === 0 && !report.stopped;
      return { data: report, text: textOf(call, report), ok };
    });
  },
};

/** @throws Refusal before anything is begun */
async function openInput(file: string): Promise<AsyncIterable<Uint8Array>> {
  if (file === '-') return process.stdin;
  const place = path.resolve(file);
  const found = await stat(place).catch(() => undefined);
  if (!found?.isFile()) throw new Refusal('file-missing', WORDS.missing(file));
  return createReadStream(place);
}

function textOf(call: Call, report: BulkReport): string {
  const told = report.notes.slice(0, SHOWN);
  const all = report.duplicates + report.refused + report.failed;
  const next = report.published > 0 ? WORDS.published(report.published) : WORDS.drafts;
  return [
    ...told.map(
      ({ line, id, words }) =>
        `${sentence(call, WORDS.line(line))}${id === undefined ? '' : ` (${id})`}: ${sentence(call, words)}`,
    ),
    ...(all > told.length ? [sentence(call, WORDS.more(all - told.length))] : []),
    `${sentence(call, WORDS.progress(report))}.`,
    ...(report.taken > 0 ? [sentence(call, next)] : []),
  ].join('\n');
}
