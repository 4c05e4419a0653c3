// Writes docs/generated/compliance.md: duty of law → value in the profile → tests that show it.
//   node --import ./tools/hook.mjs tools/compliance.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Duty, findNamedTests, findProfileValues, readDuties } from './duties.ts';
import { ROOT } from './steps.ts';

const OUT = path.join(ROOT, 'docs/generated/compliance.md');
const duties = readDuties();
const tests = findNamedTests();
const values = findProfileValues();

mkdirSync(path.dirname(OUT), { recursive: true });
writeFileSync(OUT, page());
process.stdout.write(`${path.relative(ROOT, OUT)}\n`);

function page(): string {
  const answered = duties.filter(({ since }) => since);
  const shown = answered.filter(({ id, kind }) => tests.has(id) || kind === 'organisation');
  const rest = duties.filter(({ since }) => !since);
  const lines = [
    '# Nghĩa vụ theo quy chế → giá trị → phép thử',
    '',
    'Made by tools/compliance.ts from docs/duties.json, profiles/ and the names of the tests; not written by hand.',
    '',
    `${answered.length} duties answered for, ${shown.length} of them shown by a test or a matter of organisation alone; ${rest.length} duties not yet answered for.`,
    '',
  ];
  for (const regulation of new Set(duties.map((duty) => duty.regulation))) {
    const ours = answered.filter((duty) => duty.regulation === regulation);
    lines.push(`## ${regulation}`, '', ...ours.flatMap(section));
    const open = rest.filter((duty) => duty.regulation === regulation);
    lines.push(
      `Not yet answered for (${open.length}): ${open.map(({ id, article }) => `${id} (${article})`).join(', ')}.`,
      '',
    );
  }
  return lines.join('\n');
}

function section({ id, article, kind, duty }: Duty): string[] {
  const shownBy = tests.get(id) ?? [];
  const none = kind === 'organisation' ? 'nothing to test: a matter of organisation' : 'no test yet';
  return [
    `### ${id} · ${article}`,
    '',
    duty ?? '',
    '',
    ...unique(values.get(id) ?? []).map((value) => `- value: ${value}`),
    ...(shownBy.length > 0
      ? shownBy.map(({ name, file }) => `- test: ${name} (\`${file}\`)`)
      : [`- ${none}`]),
    '',
  ];
}

function unique(lines: readonly string[]): string[] {
  return [...new Set(lines)];
}
