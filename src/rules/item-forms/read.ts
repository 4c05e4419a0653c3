import { isCivilDate } from '../calendar/index.ts';
import type { Words } from '../lang.ts';
import { words } from './fields.ts';
import { periodOf } from './periods.ts';
import type { FieldTable, FormFacts, FormField, FormProblem, ItemForm } from './types.ts';

/** More rows belong into a file beside the item. */
const MOST_ROWS = 400;
/** Mailboxes anyone may open are nobody's office (QN Đ8.2.k, LC Đ8.1.i). */
const PRIVATE_MAIL = /@(gmail|yahoo|outlook|hotmail|icloud|proton|live|zoho)\./i;

/** The name of a field in a posted form; `part` of a period. */
export function postedName(code: string, part?: 'from' | 'to'): string {
  return part ? `f-${code}-${part}` : `f-${code}`;
}

/** Everything a form posted for fields of its own, by the posted names. Checks nothing. */
export function typedFacts(entries: Iterable<readonly [string, string]>): Record<string, string> {
  return Object.fromEntries([...entries].filter(([name]) => /^f-[a-zA-Z]+(-from|-to)?$/.test(name)));
}

/** What is kept as it is typed again into the editor. */
export function typedOf(form: FieldTable, facts: FormFacts): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const { code, kind } of form.fields) {
    const value = facts[code] ?? '';
    if (kind === 'period') {
      const [from = '', to = ''] = value.split('/');
      typed[postedName(code, 'from')] = from;
      typed[postedName(code, 'to')] = to;
    } else typed[postedName(code)] = kind === 'number' ? value.replace('.', ',') : value;
  }
  return typed;
}

/**
 * The typed fields as facts, and what cannot be taken. What is missing is no fault here: a draft may lack anything, see
 * {@link missingFacts}.
 */
export function readFacts(
  form: FieldTable,
  typed: Readonly<Record<string, string>>,
): { facts: Record<string, string>; problems: FormProblem[] } {
  const facts: Record<string, string> = {};
  const problems: FormProblem[] = [];
  for (const one of form.fields) {
    const value = typedValue(one, typed);
    if (value === '') continue;
    const read = value.length > one.max ? tooLong(one.max) : READERS[one.kind](value, one);
    if (typeof read === 'string') facts[one.code] = read;
    else problems.push({ field: fieldName(one), words: read });
  }
  return { facts, problems };
}

function typedValue({ code, kind }: FormField, typed: Readonly<Record<string, string>>): string {
  const text = (part?: 'from' | 'to') =>
    (typed[postedName(code, part)] ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (kind !== 'period') return text();
  return text('from') === '' && text('to') === '' ? '' : `${text('from')}/${text('to')}`;
}

/** Where a problem with a field is shown. */
export function fieldName({ code, kind }: FormField): string {
  return postedName(code, kind === 'period' ? 'from' : undefined);
}

const tooLong = (max: number): Words =>
  words(`Dài quá ${max} ký tự. Hãy viết gọn lại.`, `Longer than ${max} characters. Make it shorter.`);

type Reader = (value: string, field: FormField) => string | Words;

const line: Reader = (value) => value.replace(/\s+/g, ' ');
const lines: Reader = (value) =>
  value
    .split('\n')
    .map((one) => one.replace(/[^\S\n]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');

const READERS: Readonly<Record<FormField['kind'], Reader>> = {
  text: line,
  person: line,
  place: line,
  document: line,
  lines,
  rows: readRows,
  date: (value) =>
    isCivilDate(value)
      ? value
      : words(
          'Ghi đủ ngày, tháng, năm, ví dụ 17/11/2026.',
          'Give day, month and year, for example 17 Nov 2026.',
        ),
  moment: (value) => {
    const [on = '', time = ''] = value.split('T');
    return isCivilDate(on) && /^([01]\d|2[0-3]):[0-5]\d/.test(time)
      ? `${on}T${time.slice(0, 5)}`
      : words(
          'Ghi đủ ngày và giờ, ví dụ 20/11/2026 08:30.',
          'Give date and time, for example 20 Nov 2026, 08:30.',
        );
  },
  period: (value) =>
    periodOf(value)
      ? value
      : words(
          'Ghi ngày đầu; ngày cuối để trống hoặc không trước ngày đầu.',
          'Give the first day; the last day empty, or not before the first.',
        ),
  choice: (value, { choices = [] }) =>
    choices.some((one) => one.value === value)
      ? value
      : words('Chọn một dòng trong danh sách.', 'Choose one from the list.'),
  money: (value) => {
    const digits = value.replace(/(đồng|đ|vnđ|vnd)$/i, '').replace(/[\s.,]/g, '');
    return /^\d{1,18}$/.test(digits)
      ? String(BigInt(digits))
      : words('Ghi số tiền bằng đồng, ví dụ 12.500.000.', 'Give the amount in đồng, for example 12.500.000.');
  },
  number: (value) => {
    const plain = value
      .replace(/\s/g, '')
      .replace(/\.(?=\d{3}(\D|$))/g, '')
      .replace(',', '.');
    return /^\d{1,15}(\.\d{1,6})?$/.test(plain)
      ? plain
      : words('Ghi một số, ví dụ 1.234,5.', 'Give a number, for example 1.234,5 (written as in Vietnamese).');
  },
  phone: (value) =>
    /^[\d+][\d .()/,;–-]{2,59}$/.test(value)
      ? value.replace(/\s+/g, ' ')
      : words('Ghi số máy, ví dụ 0214 384 0000.', 'Give a telephone number, for example 0214 384 0000.'),
  email: readMail,
  url: (value) =>
    /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value)
      ? value
      : words(
          'Địa chỉ phải bắt đầu bằng https:// hoặc http://.',
          'The address must begin with https:// or http://.',
        ),
};

function readMail(value: string): string | Words {
  if (!/^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(value))
    return words(
      'Ghi một địa chỉ thư, ví dụ vanphong@coquan.gov.vn.',
      'Give an e-mail address, for example office@body.gov.vn.',
    );
  return PRIVATE_MAIL.test(value)
    ? words(
        'Ghi hộp thư công vụ, không dùng hộp thư cá nhân.',
        'Give an official mailbox, not a private one.',
      )
    : value;
}

/** Rows as they are pasted from a table: cells between `|` or tabs. */
function readRows(value: string, { columns = [] }: FormField): string | Words {
  const rows = rowsOf(value);
  if (rows.length > MOST_ROWS)
    return words(
      `Quá ${MOST_ROWS} dòng. Đăng phần còn lại bằng tệp kèm theo.`,
      `More than ${MOST_ROWS} lines. Put the rest into a file.`,
    );
  const at = rows.findIndex((cells) => cells.length > columns.length || cells[0] === '');
  if (at !== -1)
    return words(
      `Dòng ${at + 1}: ghi đúng ${columns.length} ô, ngăn nhau bằng dấu |, ô đầu không để trống.`,
      `Line ${at + 1}: at most ${columns.length} cells with | between them, the first not empty.`,
    );
  return rows.map((cells) => cells.join(' | ')).join('\n');
}

/** The rows of a field as they are kept, cell by cell. */
export function rowsOf(value: string): string[][] {
  return value
    .split('\n')
    .filter((one) => one.trim() !== '')
    .map((one) => one.split(/[|\t]/).map((cell) => cell.replace(/\s+/g, ' ').trim()));
}

/** What else an edition has, for what a form asks beyond its fields. */
export interface BesideFacts {
  hasPicture: boolean;
  files: number;
}

/** What must be there and is not, before an edition is submitted. */
export function missingFacts(
  form: FieldTable & Pick<ItemForm, 'needs'>,
  facts: FormFacts,
  beside: BesideFacts,
): FormProblem[] {
  const missing = form.fields
    .filter(({ code, required }) => required && !facts[code])
    .map((one) => ({
      field: fieldName(one),
      words: words(`Chưa ghi “${one.label.vi}”.`, `“${one.label.en}” is not filled in.`),
    }));
  const byCode = new Map(form.fields.map((one) => [one.code, fieldName(one)]));
  const together = (form.check?.(facts) ?? []).map((one) => ({
    ...one,
    field: byCode.get(one.field) ?? one.field,
  }));
  const { needs } = form;
  const lacks = needs && (needs.what === 'picture' ? !beside.hasPicture : beside.files === 0);
  return [
    ...missing,
    ...together,
    ...(needs && lacks
      ? [{ field: needs.what === 'picture' ? 'picture' : 'attach', words: needs.words }]
      : []),
  ];
}
