import path from 'node:path';
import { type Extracted, extractFile } from '../platform/extract/index.ts';
import { formatDate } from '../rules/calendar/index.ts';
import type { Words } from '../rules/lang.ts';
import { Refusal } from '../rules/refusal.ts';
import { type Call, type OperatorCommand, sentence } from './command.ts';
import { FIELD_NAMES, type FileReading, type ProvisionNode, readingOf } from './reading.ts';

const WORDS = {
  number: { vi: 'Số, ký hiệu', en: 'Number' },
  kind: { vi: 'Loại', en: 'Kind' },
  title: { vi: 'Trích yếu', en: 'Abstract' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issuer' },
  place: { vi: 'Nơi ban hành', en: 'Place' },
  issuedOn: { vi: 'Ngày ban hành', en: 'Issued on' },
  effectiveOn: { vi: 'Ngày có hiệu lực', en: 'In force from' },
  signer: { vi: 'Người ký', en: 'Signer' },
  capacity: { vi: 'Chức vụ', en: 'Capacity' },
  fields: { vi: 'Thông tin nhận ra', en: 'Recognised' },
  structure: { vi: 'Cấu trúc', en: 'Structure' },
  citations: { vi: 'Viện dẫn', en: 'Citations' },
  findings: { vi: 'Cần xem lại', en: 'To be looked at' },
  nothing: { vi: 'không có', en: 'none' },
  likely: { vi: 'suy ra', en: 'inferred' },
  uncertain: { vi: 'chưa chắc', en: 'uncertain' },
  at: (line: number): Words => ({ vi: `dòng ${line}`, en: `line ${line}` }),
} satisfies Record<string, Words | ((line: number) => Words)>;

const KIND_WORDS: Record<keyof FileReading['structure']['counts'], Words> = {
  part: { vi: 'phần', en: 'parts' },
  chapter: { vi: 'chương', en: 'chapters' },
  section: { vi: 'mục', en: 'sections' },
  subsection: { vi: 'tiểu mục', en: 'subsections' },
  article: { vi: 'điều', en: 'articles' },
  clause: { vi: 'khoản', en: 'clauses' },
  point: { vi: 'điểm', en: 'points' },
  indent: { vi: 'gạch đầu dòng', en: 'indents' },
  attachment: { vi: 'văn bản kèm theo', en: 'attached texts' },
  appendix: { vi: 'phụ lục', en: 'appendices' },
};

const ROLE_WORDS: Record<FileReading['citations'][number]['role'], Words> = {
  basis: { vi: 'căn cứ', en: 'legal basis' },
  replaces: { vi: 'thay thế', en: 'replaces' },
  amends: { vi: 'sửa đổi', en: 'amends' },
  repeals: { vi: 'bãi bỏ', en: 'repeals' },
  guides: { vi: 'hướng dẫn', en: 'guides' },
  refers: { vi: 'dẫn chiếu', en: 'refers' },
};

/** Kinds people look for in a table of contents; what lies below an article is told by its count. */
const SHOWN = new Set<ProvisionNode['kind']>([
  'part',
  'chapter',
  'section',
  'subsection',
  'article',
  'attachment',
  'appendix',
]);

/** `read`: what the program reads in a file of law, without a database; `--json` for other programs. */
export const readFileText: OperatorCommand = {
  name: 'read',
  words: {
    vi: 'Đọc một tệp văn bản: thông tin, cấu trúc, viện dẫn; không cần cơ sở dữ liệu',
    en: 'Read a file of law: fields, structure, citations; needs no database',
  },
  arguments: [
    {
      name: 'file',
      words: { vi: 'tệp .docx .odt .pdf .html .txt', en: 'a .docx .odt .pdf .html .txt file' },
    },
  ],
  example: 'npm run --silent portal -- read ./van-ban/22-2016-qd-ubnd.pdf --json',
  async run(call) {
    const file = path.resolve(call.find('file') ?? '');
    const extracted = await extractFile({ path: file, fileName: path.basename(file), outside: {} });
    if (!extracted.ok) {
      const { code, vi, en } = extracted;
      throw new Refusal(code, { vi, en });
    }
    const reading = readingOf(path.basename(file), extracted);
    return { data: reading, text: textOf(call, reading, extracted) };
  },
};

function textOf(call: Call, reading: FileReading, { notes }: Extracted): string {
  const { counts, provisions, findings } = reading.structure;
  const told = Object.entries(counts) as [keyof typeof counts, number][];
  return [
    `${sentence(call, WORDS.fields)}:`,
    ...fieldLines(call, reading),
    '',
    `${sentence(call, WORDS.structure)}: ${
      told
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => `${count} ${sentence(call, KIND_WORDS[kind])}`)
        .join(', ') || sentence(call, WORDS.nothing)
    }`,
    ...treeLines(call, provisions, 1),
    '',
    `${sentence(call, WORDS.citations)}: ${reading.citations.length || sentence(call, WORDS.nothing)}`,
    ...reading.citations.map((one) => {
      const to = [one.number ?? one.name ?? one.self, one.provision].filter(Boolean).join(' # ');
      return `  ${one.where || '·'}: ${one.printed} (${sentence(call, ROLE_WORDS[one.role])}${to ? ` → ${to}` : ''})`;
    }),
    '',
    `${sentence(call, WORDS.findings)}:`,
    ...[...notes, ...reading.findings, ...findings].map(
      (one) =>
        `  ! ${one[call.lang]}${'line' in one && one.line ? ` (${sentence(call, WORDS.at(one.line))})` : ''}`,
    ),
  ].join('\n');
}

function fieldLines(call: Call, { fields }: FileReading): string[] {
  return FIELD_NAMES.flatMap((name) => {
    const field = fields[name];
    if (!field) return [];
    const value = name.endsWith('On') ? formatDate(field.value, call.lang, 'short') : field.value;
    const doubt = field.confidence === 'certain' ? '' : ` (${sentence(call, WORDS[field.confidence])})`;
    return [`  ${sentence(call, WORDS[name])}: ${value}${doubt}`];
  });
}

function treeLines(call: Call, nodes: readonly ProvisionNode[], depth: number): string[] {
  return nodes
    .filter(({ kind }) => SHOWN.has(kind))
    .flatMap((node) => [
      `${'  '.repeat(depth)}${node.name[call.lang]}${node.title ? `. ${node.title}` : ''}  #${node.address}`,
      ...treeLines(call, node.children, depth + 1),
    ]);
}
