import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrangeTables } from './tables.ts';

const TABLE =
  '<table><caption>Số "hộ"</caption><tbody><tr><th>Nơi</th><th>Hộ</th></tr><tr><th>Bắc</th><td>1.462</td></tr><tr><th>Nam</th><td>94,6 %</td></tr></tbody></table>';

test('a table of a body scrolls in a region named by its caption, which the keyboard reaches', () => {
  const html = arrangeTables(`<p>a</p>${TABLE}<p>b</p>`, 'Bảng');
  assert.match(
    html,
    /^<p>a<\/p><div class="table-scroll" role="region" tabindex="0" aria-label="Bảng: Số &quot;hộ&quot;">/,
  );
  assert.match(html, /<\/table><\/div><p>b<\/p>$/);
});

test('a column of numbers is lined up at the right together with its head, a column of words is not', () => {
  const html = arrangeTables(TABLE, 'Bảng');
  assert.match(html, /<th>Nơi<\/th><th class="n">Hộ<\/th>/);
  assert.equal(html.match(/<td class="n">/g)?.length, 2);
});

test('in a table with joined cells no column is guessed', () => {
  assert.doesNotMatch(arrangeTables(TABLE.replace('<td>', '<td colspan="2">'), 'Bảng'), /class="n"/);
});

test('tables without caption are numbered, so that no two regions share a name', () => {
  const html = arrangeTables('<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>', 'Bảng');
  assert.match(html, /aria-label="Bảng 1".*aria-label="Bảng 2"/);
});
