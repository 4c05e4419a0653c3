// npm run bench: everything that is measured, side by side in one run, with medians. Ratios count; absolute
// numbers depend on the machine and on whatever else it is doing.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { measureBytes } from './bytes.ts';
import { measureImport } from './import.ts';
import { measureCached, measureScale, measureUncached } from './pages.ts';
import { run as measureRedating } from './redate.ts';
import { measureScopes } from './scopes.ts';
import { measureSearch } from './search.ts';
import type { Row } from './support.ts';
import { measureUpload } from './upload.ts';

const MEASURES = {
  cached: measureCached,
  uncached: measureUncached,
  scale: measureScale,
  bytes: measureBytes,
  scopes: measureScopes,
  redate: async (): Promise<Row[]> => (await measureRedating()).rows,
};
/** Ten minutes and more: measured only when asked for by name. */
const LONG_MEASURES = { import: measureImport, search: measureSearch, upload: measureUpload };

const wanted = process.argv.slice(2);
const rows: Row[] = [];
for (const [name, measure] of Object.entries({ ...MEASURES, ...LONG_MEASURES })) {
  if (wanted.length > 0 ? !wanted.includes(name) : name in LONG_MEASURES) continue;
  process.stderr.write(`${name} …\n`);
  rows.push(...(await measure()));
}
const table = [
  '| what | measured | goal | holds |',
  '|---|---:|---:|---|',
  ...rows.map(
    (row) =>
      `| ${row.what} | ${row.value} | ${row.goal ?? ''} | ${row.holds === undefined ? '' : row.holds ? 'yes' : 'no'} |`,
  ),
].join('\n');
console.log(table);
if (wanted.length === 0) {
  writeFileSync(
    path.resolve(import.meta.dirname, '../docs/generated/bench.md'),
    `# Measured side by side\n\nWritten by \`npm run bench\`. Ratios matter; absolute numbers belong to the machine.\n\n${table}\n`,
  );
}
process.exit(0);
