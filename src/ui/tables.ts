/** "1.462", "8,740.5", "94,6 %", "–": what is lined up at the right. */
const NUMBER = /^(?:[-−+]?[\d.,\s\u00a0]*\d\s?%?|–|-)$/;

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .trim();
}

function rowsOf(table: string): string[][] {
  return [...table.matchAll(/<tr[\s>][\s\S]*?<\/tr>/g)].map((row) =>
    [...row[0].matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/g)].map((cell) => textOf(cell[1] ?? '')),
  );
}

/** Columns that hold numbers below their head; none in a table with joined cells, where columns cannot be counted. */
function numericColumns(table: string): ReadonlySet<number> {
  if (/\s(?:col|row)span=/.test(table)) return new Set();
  const [, ...rows] = rowsOf(table);
  const columns = rows[0]?.map((_, i) => i) ?? [];
  return new Set(columns.filter((i) => i > 0 && rows.every((row) => NUMBER.test(row[i] ?? ''))));
}

function alignNumbers(table: string): string {
  const numeric = numericColumns(table);
  if (numeric.size === 0) return table;
  return table.replace(/<tr[\s>][\s\S]*?<\/tr>/g, (row) => {
    let column = -1;
    return row.replace(/<(t[dh])((?:\s[^>]*)?)>/g, (tag, name: string, attributes: string) => {
      column += 1;
      return numeric.has(column) ? `<${name} class="n"${attributes}>` : tag;
    });
  });
}

/**
 * Each table of a sanitised body in a region of its own, which scrolls and can be reached by keyboard, its columns of
 * numbers lined up at the right. A sanitised body has no tables in tables and no classes, so the first closing tag is
 * the table's own.
 */
export function arrangeTables(html: string, label: string): string {
  let count = 0;
  return html.replace(/<table[\s>][\s\S]*?<\/table>/g, (table) => {
    count += 1;
    const caption = textOf(/<caption[^>]*>([\s\S]*?)<\/caption>/.exec(table)?.[1] ?? '');
    const words = (caption === '' ? `${label} ${count}` : `${label}: ${caption}`).replace(/"/g, '&quot;');
    return `<div class="table-scroll" role="region" tabindex="0" aria-label="${words}">${alignNumbers(table)}</div>`;
  });
}
