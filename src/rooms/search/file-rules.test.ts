import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FILE_TEXT_MOST, filePassages, keptText, type ReadFile, unsaidOf } from './file-rules.ts';
import { placeOf, placingOf } from './rules.ts';

const SYLLABLES =
  'bản mường nương rẫy suối đèo thác chè lúa ngô trâu ngựa cầu đường trạm trường chợ đập kênh rừng'.split(
    ' ',
  );
/** Invented text of so many syllables, the same for the same seed, no two neighbours often the same. */
function textOf(seed: number, size: number): string {
  let state = seed;
  const words = Array.from({ length: size }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return `${SYLLABLES[state % SYLLABLES.length]}${Math.floor(state / 1_000) % 97}`;
  });
  return words.map((word, i) => (i % 12 === 11 ? `${word}.\n` : `${word} `)).join('');
}
const BODY = textOf(7, 1_500);
const LETTERHEAD = textOf(11, 60);
const said = (...texts: string[]) => {
  const pairs = new Set<string>();
  for (const text of texts) unsaidOf(text, pairs);
  return pairs;
};

describe('what a file says that its item does not', () => {
  test('a file that is the text, in other lines, without marks in part and with a letterhead, says nothing new', () => {
    const other = BODY.replace(/\n/g, ' ').replace(/(\S+ \S+ \S+ \S+ \S+ \S+ \S+) /g, '$1\n');
    assert.deepEqual(unsaidOf(BODY, said(BODY)), []);
    assert.deepEqual(unsaidOf(LETTERHEAD + other, said(BODY)), []);
    assert.deepEqual(unsaidOf(other.toUpperCase().normalize('NFD'), said(BODY)), []);
  });

  test('a scan of the text with one word in twelve misread says nothing new', () => {
    let word = 0;
    const misread = BODY.replace(/\S+/g, (one) => (word++ % 12 === 5 ? `x${one}` : one));
    assert.deepEqual(unsaidOf(misread, said(BODY)), []);
  });

  test('of a text with an annex only the annex is new', () => {
    const annex = textOf(23, 900);
    const fresh = unsaidOf(`${BODY}\n${annex}`, said(BODY));
    assert.ok(fresh.length > 0);
    const kept = fresh.join('\n');
    for (const line of annex.trim().split('\n')) assert.ok(kept.includes(line.trim()), line);
    assert.ok(!kept.includes(BODY.slice(0, 100)), 'the beginning of the text is left out');
  });

  test('another text of the same words in another order is all new, however short', () => {
    const other = textOf(31, 700);
    assert.equal(unsaidOf(other, said(BODY)).join('\n').length > 0.99 * other.trim().length, true);
    assert.deepEqual(unsaidOf('Lịch trực', said(BODY)), ['Lịch trực']);
    assert.deepEqual(unsaidOf('', said(BODY)), []);
  });

  test('the second of two files that say the same is left out, and the same file twice', () => {
    const file = (hash: string, text: string): ReadFile => ({
      ...{ locality_id: 1, hash, reader_version: 1, text },
    });
    const copy = {
      ...{ title: 'Kế hoạch', summary: '', body_text: 'Xem tệp đính kèm.' },
      attachments: ['a', 'b', 'a', 'c'].map((hash) => ({ hash, name: `${hash}.pdf`, label: '' })),
    };
    const passages = filePassages(copy, [file('c', textOf(41, 500)), file('a', BODY), file('b', BODY)]);
    assert.deepEqual(
      [...new Set(passages.map(({ place, heading }) => `${place.replace(/~.*/, '')} ${heading}`))],
      ['tep-1 a.pdf', 'tep-4 c.pdf'],
    );
    assert.equal(new Set(passages.map(({ place }) => place)).size, passages.length);
    assert.deepEqual(
      passages.slice(0, 2).map(({ place }) => place),
      ['tep-1', 'tep-1~2'],
    );
  });

  test('what a database cannot hold is taken out of a text, and what is beyond the bound', () => {
    assert.deepEqual(keptText('a\0b\u{D800}c\n\u0065\u0301'), { text: 'a b\uFFFDc\né', isCut: false });
    const long = keptText('đ'.repeat(FILE_TEXT_MOST + 1));
    assert.deepEqual([long.text.length, long.isCut], [FILE_TEXT_MOST, true]);
  });
});

describe('the place of an opened result', () => {
  test('is counted by spans; what is no place is not', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6, 10, 11, 20, 21, 200].map(placeOf),
      [1, 2, 3, 4, 4, 6, 6, 11, 11, 21, 21],
    );
    for (const wrong of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
      assert.equal(placeOf(wrong), undefined, String(wrong));
  });

  test('the first place has its share; a span stands in the mean by its middle', () => {
    assert.deepEqual(placingOf({ 1: 3, 4: 1 }), { first: 0.75, mean: (3 + 4.5) / 4 });
    assert.deepEqual(placingOf({ 21: 2 }), { first: 0, mean: 30.5 });
    assert.deepEqual(placingOf({}), { first: 0, mean: 0 });
  });
});
