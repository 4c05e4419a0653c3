// Every duty of law the product answers for is shown by a test that carries its id.
// The list is docs/duties.json; docs/generated/compliance.md is printed from it (tools/compliance.ts).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findNamedTests, readDuties } from '../tools/duties.ts';

const duties = readDuties();
const named = findNamedTests();

test('every duty of docs/duties.json that has a release is named by a test', () => {
  const missing = duties.filter(({ id, kind, since }) => since && kind !== 'organisation' && !named.has(id));
  const lines = missing.map(({ id, article, duty }) => `${id} (${article}) ${duty}`);
  assert.equal(
    missing.length,
    0,
    `Write a test whose name carries the id (${missing.length}):\n  ${lines.join('\n  ')}`,
  );
});

test('no test carries the id of a duty that docs/duties.json does not know', () => {
  const known = new Set(duties.map(({ id }) => id));
  const unknown = [...named]
    .filter(([id]) => !known.has(id))
    .map(([id, tests]) => `${id}: ${tests[0]?.file}`);
  assert.equal(unknown.length, 0, `Correct the id, or add the duty:\n  ${unknown.join('\n  ')}`);
});

test('every duty answered for says in its own words what it asks', () => {
  const silent = duties
    .filter(({ since, duty }) => (since === undefined) !== (duty === undefined))
    .map(({ id }) => id);
  assert.equal(silent.length, 0, `Give both a wording and a release, or neither: ${silent.join(', ')}`);
});
