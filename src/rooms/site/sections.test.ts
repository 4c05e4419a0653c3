import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sectionsForHome } from './sections.ts';

const of = (...kinds: string[]) => kinds.map((content_kind) => ({ content_kind }));
const kinds = (...filled: string[]) => sectionsForHome(of(...filled), 4).map((one) => one.content_kind);

test('a home page shows its sections in the order of the menu', () => {
  assert.deepEqual(kinds('direction', 'documents', 'questions'), ['direction', 'documents', 'questions']);
});

test('documents and questions, which stand nowhere else on it, are not crowded out', () => {
  assert.deepEqual(
    kinds('direction', 'legal-dissemination', 'strategy-plan', 'statement', 'documents', 'questions'),
    ['direction', 'legal-dissemination', 'documents', 'questions'],
  );
});

test('never more than there is room for', () => {
  assert.equal(kinds('documents', 'documents', 'documents', 'documents', 'questions').length, 4);
});
