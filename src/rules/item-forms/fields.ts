import type { Words } from '../lang.ts';
import type { FieldChoice, FieldKind, FormField, RowColumn } from './types.ts';

/** Most characters of a field of a kind. */
const MOST: Readonly<Record<FieldKind, number>> = {
  text: 300,
  lines: 4_000,
  rows: 40_000,
  date: 10,
  moment: 16,
  period: 21,
  choice: 40,
  money: 20,
  number: 20,
  phone: 60,
  email: 200,
  url: 1_000,
  person: 120,
  place: 300,
  document: 100,
};

export interface FieldMore {
  readonly required?: true;
  readonly telling?: true;
  readonly internal?: true;
  readonly help?: readonly [vi: string, en: string];
  readonly choices?: readonly (readonly [value: string, vi: string, en: string])[];
  /** A column whose name begins with `#` holds numbers. */
  readonly columns?: readonly (readonly [vi: string, en: string])[];
}

export const words = (vi: string, en: string): Words => ({ vi, en });

const columnOf = ([vi, en]: readonly [string, string]): RowColumn =>
  vi.startsWith('#') ? { label: { vi: vi.slice(1), en }, numeric: true } : { label: { vi, en } };

const choiceOf = ([value, vi, en]: readonly [string, string, string]): FieldChoice => ({
  value,
  name: { vi, en },
});

/** A field as the tables of forms write it. */
export function field(
  kind: FieldKind,
  code: string,
  vi: string,
  en: string,
  more: FieldMore = {},
): FormField {
  const { help, choices, columns, ...marks } = more;
  return {
    ...{ code, kind, label: { vi, en }, max: MOST[kind] },
    ...marks,
    ...(help ? { help: { vi: help[0], en: help[1] } } : {}),
    ...(choices ? { choices: choices.map(choiceOf) } : {}),
    ...(columns ? { columns: columns.map(columnOf) } : {}),
  };
}

/** The text something rests on: number, who issued it, when; the library leads to it when it holds it. */
export function decision(
  required = true,
  what: readonly [string, string] = ['Văn bản', 'Document'],
): FormField[] {
  const must = required ? ({ required: true } as const) : {};
  return [
    field('document', 'number', `${what[0]}: số, ký hiệu`, `${what[1]}: number`, {
      ...must,
      help: [
        'Ví dụ 15/QĐ-UBND. Có trong kho văn bản thì trang tự dẫn đến.',
        'For example 15/QĐ-UBND. The page links to it when the library holds it.',
      ],
    }),
    field('text', 'issuer', 'Cơ quan ban hành', 'Issued by', must),
    field('date', 'issuedOn', 'Ngày ban hành', 'Issued on', must),
  ];
}

/** How an office is reached: of the office, never of the person at home. */
export function officeContact(): FormField[] {
  return [
    field('phone', 'officePhone', 'Điện thoại cơ quan', 'Office telephone', {
      help: ['Số máy của cơ quan, không ghi số riêng.', 'The number of the office, not a private one.'],
    }),
    field('email', 'officeEmail', 'Thư điện tử công vụ', 'Official e-mail', {
      help: ['Hộp thư của cơ quan, không ghi hộp thư riêng.', 'A mailbox of the body, not a private one.'],
    }),
  ];
}

/** At the choice that says that an item cannot wait; what the portal then allows, the desk says. */
export const PRESSES = [
  'Mức gấp nhất được báo ngay cho người soát và Ban Biên tập khi gửi duyệt.',
  'Of the most urgent, checkers and board are told at once when it is submitted.',
] as const;
