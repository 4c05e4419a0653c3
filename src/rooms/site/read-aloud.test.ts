import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitForSpeech } from './islands/parts/reader.ts';

test('BG-020, LC-022: an article is read in parts short enough to be spoken, with no word lost', () => {
  const sentence =
    'Từ ngày 01/12/2026, đường lên thôn Cao Nguyên mở lại cho mọi phương tiện, trừ xe tải trên năm tấn. ';
  const long = `${'từng chữ một '.repeat(60).trim()}.`;
  for (const text of ['', 'Một câu.', sentence.repeat(9).trim(), long, 'a'.repeat(1000)]) {
    const parts = splitForSpeech(text);
    assert.ok(parts.every((part) => part.length <= 180 && part !== ''));
    assert.equal(parts.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
  }
  assert.deepEqual(splitForSpeech('Có hẹn? Có. Lúc 8:30!'), ['Có hẹn? Có. Lúc 8:30!']);
});
