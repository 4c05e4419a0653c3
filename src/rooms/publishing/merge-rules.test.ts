import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { EMPTY_CONTENT } from './forms.ts';
import { mergeBlocks, mergeContents, type Pick } from './merge-rules.ts';
import type { EditionContent } from './store.ts';

const content = (change: Partial<EditionContent>): EditionContent => ({ ...EMPTY_CONTENT, ...change });
const base = content({ title: 'Tên', summary: 'Tóm tắt', bodyHtml: '<p>a</p><p>b</p><p>c</p>' });

test('what only one of two changed is taken without a question, also paragraph by paragraph', () => {
  const mine = { ...base, title: 'Tên mới', bodyHtml: '<p>a của tôi</p><p>b</p><p>c</p>' };
  const theirs = { ...base, summary: 'Tóm tắt khác', bodyHtml: '<p>a</p><p>b</p><p>c của chị</p><p>d</p>' };
  const merge = mergeContents(base, theirs, mine);
  assert.deepEqual(merge.choices, []);
  assert.deepEqual(merge.taken, ['summary', 'bodyHtml']);
  assert.equal(merge.content.title, 'Tên mới');
  assert.equal(merge.content.summary, 'Tóm tắt khác');
  assert.equal(merge.content.bodyHtml, '<p>a của tôi</p><p>b</p><p>c của chị</p><p>d</p>');
});

test('what both changed is asked, and the answer holds as long as neither side changes', () => {
  const mine = { ...base, title: 'A', bodyHtml: '<p>a</p><p>b1</p><p>c</p>' };
  const theirs = { ...base, title: 'B', bodyHtml: '<p>a</p><p>b2</p><p>c</p>' };
  const asked = mergeContents(base, theirs, mine);
  assert.deepEqual(
    asked.choices.map(({ field, mine: a, theirs: b }) => [field, a, b]),
    [
      ['title', 'A', 'B'],
      ['bodyHtml', '<p>b1</p>', '<p>b2</p>'],
    ],
  );
  const pick = (picks: Pick[]) =>
    mergeContents(base, theirs, mine, new Map(asked.choices.map(({ key }, i) => [key, picks[i] ?? 'mine'])));
  assert.equal(pick(['theirs', 'both']).content.title, 'B');
  assert.equal(pick(['theirs', 'both']).content.bodyHtml, '<p>a</p><p>b2</p><p>b1</p><p>c</p>');
  assert.equal(pick(['mine', 'theirs']).content.bodyHtml, theirs.bodyHtml);
  const later = mergeContents(
    base,
    { ...theirs, title: 'C' },
    mine,
    new Map([[asked.choices[0]?.key ?? '', 'mine']]),
  );
  assert.equal(later.choices[0]?.picked, undefined);
});

test('without the text both began from, additions are kept and every difference is asked', () => {
  const merge = mergeContents(
    undefined,
    content({ bodyHtml: '<p>a</p><p>x</p>' }),
    content({ bodyHtml: '<p>y</p><p>a</p><p>z</p>' }),
  );
  assert.equal(merge.content.bodyHtml, '<p>y</p><p>a</p><p>z</p>');
  assert.deepEqual(
    merge.choices.map(({ theirs }) => theirs),
    ['<p>x</p>'],
  );
});

test('a paragraph takes its notes along, and they are numbered anew', () => {
  const note = (text: string) => `<span role="doc-footnote">${text}</span>`;
  const mine = mergeContents(undefined, base, {
    ...base,
    bodyHtml: `<p>a${note('một')}</p><p>b</p><p>c</p>`,
  });
  const merge = mergeContents(
    base,
    { ...base, bodyHtml: `<p>a</p><p>b</p><p>c${note('hai')}</p>` },
    { ...base, bodyHtml: `<p>a${note('một')}</p><p>b</p><p>c</p>` },
  );
  assert.ok(mine.choices.length <= 1);
  assert.deepEqual(merge.choices, []);
  assert.match(merge.content.bodyHtml, /id="chu-thich-1">một .*id="chu-thich-2">hai /);
});

test('facts in another order are the same facts', () => {
  const a = content({ facts: { number: '1', issuer: 'UBND' } });
  const b = content({ facts: { issuer: 'UBND', number: '1' } });
  assert.deepEqual(mergeContents(undefined, a, b).choices, []);
});

test('no block of either writer is lost: it stands in the merge or in a choice', () => {
  const words = fc.array(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 7 });
  fc.assert(
    fc.property(words, words, words, (from, ours, others) => {
      const mine: string[] = ours.map((one, i) => (i % 3 === 0 ? `${one}m` : one));
      const theirs: string[] = others.map((one, i) => (i % 3 === 1 ? `${one}t` : one));
      const regions = mergeBlocks(from, mine, theirs);
      const seen = regions.flatMap((one) => ('blocks' in one ? one.blocks : [...one.mine, ...one.theirs]));
      for (const block of [...mine, ...theirs])
        if (!from.includes(block)) assert.ok(seen.includes(block), block);
      const alone = mergeBlocks(from, mine, from).flatMap((one) => ('blocks' in one ? one.blocks : ['?']));
      assert.deepEqual(alone, mine);
      const same = mergeBlocks(from, theirs, theirs).flatMap((one) => ('blocks' in one ? one.blocks : ['?']));
      assert.deepEqual(same, theirs);
    }),
    { numRuns: 3000 },
  );
});
