import { type FieldTable, fieldTable, findItemForm, shownFacts } from '../../../rules/item-forms/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { FormFacts, KeyList } from '../../../ui/index.ts';
import type { OfItem } from '../differences.ts';
import type { EditionContent } from '../store.ts';

interface OwnFactsProps {
  /** Of the text. */
  lang: Lang;
  item: OfItem;
  facts: EditionContent['facts'];
}

/** What an item says in fields of its own: a form as readers see it, an article line by line; nothing where it has none. */
export function OwnFacts({ lang, item, facts }: OwnFactsProps) {
  const form = findItemForm(item.form);
  if (form) return <FormFacts lang={lang} form={form} facts={facts} />;
  return <FactLines lang={lang} item={item} facts={facts} />;
}

/** The public fields as plain lines, so that two of them can stand side by side. */
export function FactLines({ lang, item, facts }: OwnFactsProps) {
  const table = fieldTable(item.form, item.kind);
  const rows = table ? linesOf(table, facts, lang) : [];
  return rows.length > 0 ? <KeyList wide rows={rows} /> : null;
}

function linesOf(table: FieldTable, facts: EditionContent['facts'], lang: Lang) {
  const { glance, blocks, tables } = shownFacts(table, facts, lang);
  const paragraphs = (lines: readonly string[]) => lines.map((line) => <p key={line}>{line}</p>);
  return [
    ...glance.map(({ label, text }) => ({ key: label, value: text })),
    ...blocks.map(({ label, lines }) => ({ key: label, value: paragraphs(lines) })),
    ...tables.map(({ label, rows }) => ({
      key: label,
      value: paragraphs(rows.map((row) => row.filter(Boolean).join(' | '))),
    })),
  ];
}
