import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runTool } from '../../tests/support/operator.ts';

describe('Search by the operator', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-search-'));
  const run = (line: string) => runTool(line, { DATA_DIR: path.join(folder, 'data') });
  before(async () => assert.equal((await run('seed --small')).code, 0));
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('LC-045: search prints what readers would find, ranked, with scores', async () => {
    const { code, out } = await run('search "nuoc sach vung cao" --locality lao-cai --json --limit 5');
    assert.equal(code, 0);
    const { results, total } = JSON.parse(out);
    assert.equal(total, 1);
    assert.equal(results[0].title, 'Hoàn thành sửa chữa 42 công trình nước sạch ở vùng cao');
    assert.ok(results[0].score > 0);
    const plain = await run('search "nước sạch" --locality lao-cai');
    assert.match(plain.out, /Hoàn thành sửa chữa 42 công trình nước sạch/);
    assert.equal(JSON.parse((await run('search "nước sạch" --locality thai-binh --json')).out).total, 0);
  });

  test('search-rebuild makes the index again and says of how many items', async () => {
    const { code, out, err } = await run('search-rebuild --json');
    assert.equal(code, 0, err);
    assert.equal(JSON.parse(out).items, 3);
  });

  test('a limit that is none, and a locality that is none, are refused', async () => {
    assert.equal((await run('search nước --locality lao-cai --limit nhiều')).code, 2);
    assert.equal((await run('search nước --locality khong-co')).code, 1);
  });
});
