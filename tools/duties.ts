import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './steps.ts';

/** A duty of law as docs/duties.json lists it. */
export interface Duty {
  /** LC-047: the regulation of Lào Cai, 47th duty. */
  id: string;
  /** Code of the profile. */
  regulation: string;
  article: string;
  /** `software` does it, `support`s those who do it, or `organisation`: nothing a program could do. */
  kind: 'software' | 'support' | 'organisation';
  /** In our own words; missing while nothing answers for it. */
  duty?: string;
  /** The release from which the product answers for it. */
  since?: string;
}

export interface NamedTest {
  name: string;
  file: string;
}

const ID = /\b(?:LC|TB|QN|LX|BG)-\d{3}\b/g;
/** test('…'), it('…'), describe(`…`): the name is the first argument. */
const NAME =
  /\b(?:test|it|describe|suite)(?:\.\w+)?\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g;

export function readDuties(): Duty[] {
  return JSON.parse(readFileSync(path.join(ROOT, 'docs/duties.json'), 'utf8'));
}

/** Duty → the tests whose name carries its id. */
export function findNamedTests(): Map<string, NamedTest[]> {
  const tests = new Map<string, NamedTest[]>();
  for (const file of globSync(['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'], { cwd: ROOT }).sort()) {
    for (const match of readFileSync(path.join(ROOT, file), 'utf8').matchAll(NAME)) {
      const name = (match[1] ?? match[2] ?? match[3] ?? '').replaceAll('\\', '');
      for (const id of new Set(name.match(ID))) tests.set(id, [...(tests.get(id) ?? []), { name, file }]);
    }
  }
  return tests;
}

/** Duty → what the profiles of the regulations hold for it, as a line for each value. */
export function findProfileValues(): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const file of globSync('profiles/*.json', { cwd: ROOT }).sort()) {
    collect(JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')), path.basename(file, '.json'), values);
  }
  return values;
}

interface ProfileRow {
  duty?: string | string[];
  code?: string;
  name?: { vi?: string };
  article?: string;
  period?: { value: number; unit: string };
}

function collect(value: unknown, where: string, values: Map<string, string[]>): void {
  if (!value || typeof value !== 'object') return;
  const row = value as ProfileRow;
  if (!Array.isArray(value)) {
    for (const id of [row.duty ?? []].flat())
      values.set(id, [...(values.get(id) ?? []), describeRow(row, where)]);
  }
  for (const [key, part] of Object.entries(value)) {
    collect(part, Array.isArray(value) ? where : `${where} › ${key}`, values);
  }
}

function describeRow({ name, code, article, period }: ProfileRow, where: string): string {
  const label = name?.vi ?? code;
  const days = period ? ` = ${period.value} ${period.unit}` : '';
  return `${where}${label ? `: ${label}` : ''}${days}${article ? ` (${article})` : ''}`;
}
