import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { extractFile } from './index.ts';

const fileOf = (kind: string) =>
  readFileSync(new URL(`../../../tests/support/word/chong-ret.${kind}`, import.meta.url));

for (const kind of ['docx', 'odt'])
  test(`a .${kind} gives headings, nested lists, table, notes and its pictures when they are asked for`, async () => {
    const answer = await extractFile({ bytes: fileOf(kind), fileName: `a.${kind}`, pictures: true });
    assert.ok(answer.ok);
    const html = answer.html ?? '';
    assert.match(html, /^<h2>Phòng chống rét cho trâu, bò<\/h2>/);
    assert.match(
      html,
      /<h3>Việc cần làm<\/h3><ol><li>Che chuồng<ol><li>bạt<\/li><li>phên nứa<\/li><\/ol><\/li>/,
    );
    assert.match(html, /<caption>Bảng 1\. Thức ăn mỗi ngày<\/caption><thead><tr><th scope="col">Con vật</);
    assert.match(html, /mùa<sup><a href="#chu-thich-1" id="dan-1" role="doc-noteref">1<\/a><\/sup>/);
    assert.match(html, /<li id="chu-thich-2">Bản tin ngày 18\/11\/2026\. /);
    assert.match(html, /<figure><img src="\/tep\/trong-tep\/1" alt="Chuồng trâu che bạt"><\/figure>/);
    assert.deepEqual(
      answer.pictures?.map(({ address, type, bytes }) => [address, type, bytes[1]]),
      [['/tep/trong-tep/1', 'image/png', 0x50]],
    );
  });

test('without being asked for, pictures are counted and left out as before', async () => {
  const answer = await extractFile({ bytes: fileOf('docx'), fileName: 'a.docx' });
  assert.ok(answer.ok);
  assert.equal(answer.pictures, undefined);
  assert.doesNotMatch(answer.html ?? '', /<img/);
  assert.ok(answer.notes.some(({ code }) => code === 'imagesNotTaken'));
});
