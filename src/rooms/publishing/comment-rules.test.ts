import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markQuotes, passagesOf, placeAnchor, replaceQuote } from './comment-rules.ts';

const CONTENT = {
  title: 'Lịch tiêm phòng đợt hai',
  summary: 'Từ ngày 25/11.',
  bodyHtml:
    '<p>Trạm y tế mở cửa từ 7 giờ 30.</p><h2>Mang theo</h2><ul><li>Sổ tiêm</li><li>Thẻ bảo hiểm</li></ul><p>Trẻ <strong>dưới 5 tuổi</strong> được tiêm trước &amp; miễn phí.</p>',
};
const BODY = passagesOf(CONTENT);

test('title, summary and every block with words are passages, in the order they are read', () => {
  assert.deepEqual(
    BODY.map(({ key, text }) => [key, text]),
    [
      ['title', 'Lịch tiêm phòng đợt hai'],
      ['summary', 'Từ ngày 25/11.'],
      ['1', 'Trạm y tế mở cửa từ 7 giờ 30.'],
      ['2', 'Mang theo'],
      ['3', 'Sổ tiêm Thẻ bảo hiểm'],
      ['4', 'Trẻ dưới 5 tuổi được tiêm trước & miễn phí.'],
    ],
  );
});

test('a remark finds its words again where they moved, knows a passage that was edited, and says when it is gone', () => {
  const at = (quote: string, passage = '1') => placeAnchor(BODY, { passage, quote });
  assert.deepEqual(at('mở cửa từ 7 giờ 30'), { key: '1', changed: false });
  assert.deepEqual(at('Thẻ bảo hiểm'), { key: '3', changed: false });
  assert.deepEqual(at('Trạm y tế mở cửa từ 8 giờ.'), { key: '1', changed: true });
  assert.equal(at('Đường vào bản đang sửa, xe to không qua được'), undefined);
  assert.deepEqual(at('Lịch tiêm chủng đợt hai', 'title'), { key: 'title', changed: true });
});

test('suggested words take the place of the quoted ones and of nothing else', () => {
  const take = (quote: string, words: string, passage = '1') =>
    replaceQuote(CONTENT, { passage, quote }, words);
  const hours = take('7 giờ 30', '7 giờ $& 00');
  assert.ok(typeof hours === 'object');
  assert.match(hours.content.bodyHtml, /^<p>Trạm y tế mở cửa từ 7 giờ \$&amp; 00\.<\/p><h2>/);
  const list = take('Thẻ bảo hiểm', 'Thẻ <b>BHYT</b>', '3');
  assert.ok(typeof list === 'object');
  assert.match(list.content.bodyHtml, /<li>Thẻ &lt;b&gt;BHYT&lt;\/b&gt;<\/li>/);
  const free = take('được tiêm trước & miễn phí', 'không mất tiền', '4');
  assert.ok(typeof free === 'object');
  assert.match(free.content.bodyHtml, /<strong>dưới 5 tuổi<\/strong> không mất tiền\.<\/p>$/);
  const title = take('đợt hai', 'đợt 2', 'title');
  assert.ok(typeof title === 'object');
  assert.deepEqual(
    [title.content.title, title.content.bodyHtml],
    ['Lịch tiêm phòng đợt 2', CONTENT.bodyHtml],
  );
});

test('words that are gone, and words across bold text or lines, are not replaced', () => {
  assert.equal(replaceQuote(CONTENT, { passage: '1', quote: 'mở cửa từ 6 giờ' }, 'x'), 'gone');
  assert.equal(replaceQuote(CONTENT, { passage: '4', quote: 'Trẻ dưới 5 tuổi' }, 'Trẻ nhỏ'), 'formatted');
  assert.equal(replaceQuote(CONTENT, { passage: '3', quote: 'Sổ tiêm Thẻ bảo hiểm' }, 'x'), 'formatted');
});

test('quoted words are marked between tags and never inside one', () => {
  assert.equal(
    markQuotes('<p><a href="/tin">tin</a> và tin</p>', ['tin']),
    '<p><a href="/tin"><mark>tin</mark></a> và tin</p>',
  );
  assert.equal(markQuotes('<p>a &amp; b</p>', ['a & b']), '<p><mark>a &amp; b</mark></p>');
});
