import { formatDate, formatInstant, instantOf } from '../calendar/index.ts';
import type { Lang } from '../lang.ts';
import { periodOf } from './periods.ts';
import { rowsOf } from './read.ts';
import type { FieldTable, FormFacts, FormField, ItemForm } from './types.ts';

/** A fact in words, with what it is so that a page can make a link of it. */
export interface ShownFact {
  readonly code: string;
  readonly kind: FormField['kind'];
  readonly label: string;
  readonly text: string;
}

export interface ShownBlock {
  readonly code: string;
  readonly label: string;
  readonly lines: readonly string[];
}

export interface ShownTable {
  readonly code: string;
  readonly label: string;
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** What the public reads of the facts of an item. */
export interface ShownFacts {
  readonly glance: readonly ShownFact[];
  readonly blocks: readonly ShownBlock[];
  readonly tables: readonly ShownTable[];
}

/** The facts the public may have: those of the form that are not for the desk alone. */
export function publicFacts(form: FieldTable, facts: FormFacts): Record<string, string> {
  const inside = new Set(form.fields.filter(({ internal }) => internal).map(({ code }) => code));
  return Object.fromEntries(Object.entries(facts).filter(([code]) => !inside.has(code)));
}

/** The facts of an item as a page shows them, in the order of the form; empty ones left out. */
export function shownFacts(form: FieldTable, facts: FormFacts, lang: Lang): ShownFacts {
  const filled = form.fields.filter(({ code, internal }) => !internal && facts[code]);
  const of = (...kinds: FormField['kind'][]) => filled.filter(({ kind }) => kinds.includes(kind));
  return {
    glance: filled
      .filter(({ kind }) => kind !== 'lines' && kind !== 'rows')
      .map((one) => ({
        ...{ code: one.code, kind: one.kind, label: one.label[lang] },
        text: factWords(one, facts[one.code] ?? '', lang),
      })),
    blocks: of('lines').map(({ code, label }) => ({
      ...{ code, label: label[lang] },
      lines: (facts[code] ?? '').split('\n').filter((one) => one !== ''),
    })),
    tables: of('rows').map(({ code, label, columns = [] }) => ({
      ...{ code, label: label[lang] },
      columns: columns.map((one) => ({ label: one.label[lang], numeric: one.numeric === true })),
      rows: rowsOf(facts[code] ?? '').map((cells) => columns.map((_, i) => cells[i] ?? '')),
    })),
  };
}

/** One fact in words of a language. */
export function factWords({ kind, choices = [] }: FormField, value: string, lang: Lang): string {
  switch (kind) {
    case 'date':
      return formatDate(value, lang, 'short');
    case 'moment':
      return formatInstant(instantOf(value.slice(0, 10), value.slice(11, 16)), lang);
    case 'period':
      return periodWords(value, lang);
    case 'choice':
      return choices.find((one) => one.value === value)?.name[lang] ?? value;
    case 'money':
      return `${grouped(value, lang)} đồng`;
    case 'number':
      return grouped(value, lang);
    default:
      return value;
  }
}

/** Digits in groups of three as the language writes them; whole numbers of any length. */
function grouped(value: string, lang: Lang): string {
  const [whole = '', parts] = value.split('.');
  const [group, point] = lang === 'vi' ? ['.', ','] : [',', '.'];
  return whole.replace(/\B(?=(\d{3})+$)/g, group) + (parts ? point + parts : '');
}

function periodWords(value: string, lang: Lang): string {
  const period = periodOf(value);
  if (!period) return value;
  const from = formatDate(period.from, lang, 'short');
  if (!period.to) return lang === 'vi' ? `từ ${from}` : `from ${from}`;
  const to = formatDate(period.to, lang, 'short');
  return lang === 'vi' ? `từ ${from} đến ${to}` : `${from} to ${to}`;
}

const TELLING_MAX = 140;
/** What says nothing without its label. */
const LABELLED: ReadonlySet<FormField['kind']> = new Set(['date', 'period', 'number', 'money']);

/** What a list says of an item beside its title; empty where the form has nothing telling. */
export function tellingOf(form: ItemForm, facts: FormFacts, lang: Lang): string {
  return form.fields
    .filter(({ code, telling, internal }) => telling && !internal && facts[code])
    .map((one) => {
      const text = factWords(one, facts[one.code] ?? '', lang).replace(/\s+/g, ' ');
      const short = text.length > TELLING_MAX ? `${text.slice(0, TELLING_MAX - 1).trimEnd()}…` : text;
      return LABELLED.has(one.kind) ? `${one.label[lang]} ${short}` : short;
    })
    .join(' · ');
}

/** The public facts as plain text: what a search finds and a comparison of editions compares. */
export function factsText(form: FieldTable, facts: FormFacts, lang: Lang): string {
  return form.fields
    .filter(({ code, internal }) => !internal && facts[code])
    .map((one) => `${one.label[lang]}: ${factWords(one, facts[one.code] ?? '', lang)}`)
    .join('\n');
}
