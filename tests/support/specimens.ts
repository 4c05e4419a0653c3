import type { FormField, ItemForm } from '../../src/rules/item-forms/index.ts';

/** A value a field can hold, as it is kept; invented. For tests. */
function specimenOf({ code, kind, choices = [], columns = [] }: FormField): string {
  switch (kind) {
    case 'date':
      return '2026-11-16';
    case 'moment':
      return '2026-11-19T15:30';
    case 'period':
      return '2026-11-01/2026-12-31';
    case 'choice':
      return choices[0]?.value ?? '';
    case 'money':
      return '12500000';
    case 'number':
      return '1234.5';
    case 'phone':
      return '0214 000 0000';
    case 'email':
      return 'vanphong@mau.gov.vn';
    case 'url':
      return 'https://vidu.example/bai-mau';
    case 'document':
      return '15/QĐ-UBND';
    case 'person':
      return 'Nguyễn Văn Mẫu';
    case 'lines':
      return `Dòng mẫu một của ${code}\nDòng mẫu hai của ${code}`;
    case 'rows':
      return ['một', 'hai']
        .map((row) =>
          columns.map((one, i) => (one.numeric ? `${i},5` : `${one.label.vi} ${row}`)).join(' | '),
        )
        .join('\n');
    default:
      return `Mẫu của ${code}`;
  }
}

/** Every field of a form filled in. */
export function specimenFacts(form: ItemForm): Record<string, string> {
  return Object.fromEntries(form.fields.map((one) => [one.code, specimenOf(one)]));
}

/** Kinds of field that hold words, which a correction can change. */
const IN_WORDS: ReadonlySet<FormField['kind']> = new Set(['text', 'place', 'person', 'lines', 'rows']);

/** The fields of a form as a correction leaves them, and the words of one of them before and after. */
export function correctedFacts(form: ItemForm): { facts: Record<string, string>; was: string; is: string } {
  const facts = specimenFacts(form);
  const changed = form.fields.find(({ kind, internal }) => IN_WORDS.has(kind) && !internal);
  if (!changed) throw new Error(`${form.code} has no words to correct.`);
  const before = facts[changed.code] ?? '';
  const [was = ''] = /^[^|\n]*[^|\n ]/.exec(before) ?? [];
  const is = `${was} đã sửa`;
  return { facts: { ...facts, [changed.code]: before.replace(was, is) }, was, is };
}
