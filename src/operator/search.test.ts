import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runTool } from '../../tests/support/operator.ts';
import { openEmbedded, sql } from '../platform/db/index.ts';
import { createFileStore } from '../platform/files/index.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

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

  test('many questions at once come from standard input, each with its answer and the passages of every item', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', './tools/hook.mjs', 'src/main.ts', 'search', '-', '--locality', 'lao-cai', '--json'],
      {
        cwd: ROOT,
        env: { ...process.env, DATA_DIR: path.join(folder, 'data') },
        input: 'nuoc sach\n\nkhông có gì như thế\n',
      },
    );
    assert.equal(status, 0, stderr.toString('utf8'));
    const [first, second] = JSON.parse(stdout.toString('utf8'));
    assert.equal(first.query, 'nuoc sach');
    const [best] = first.results;
    assert.equal(best.passages[0].score, best.score);
    assert.equal(best.sourceId, null);
    assert.equal(second.query, 'không có gì như thế');
  });

  test('search-rebuild makes the index again and says of how many items', async () => {
    const { code, out, err } = await run('search-rebuild --json');
    assert.equal(code, 0, err);
    assert.equal(JSON.parse(out).items, 3);
  });

  /** A published item bears this file from now on. */
  async function attach(title: string, name: string, bytes: Uint8Array): Promise<void> {
    const { hash, sizeBytes } = await createFileStore(path.join(folder, 'data', 'files')).put(bytes);
    const { database } = await openEmbedded(path.join(folder, 'data', 'db'));
    const file = { mediaId: 1, hash, name, label: '', type: 'text/plain', sizeBytes };
    await database.transaction({ as: 'system' }, async (tx) => {
      const { id } = await tx.get<{ id: number }>(sql`update publication
        set attachments = attachments || ${JSON.stringify([file])}::jsonb where title = ${title} and language = 'vi'
        returning id`);
      await tx.run(sql`insert into publication_file (publication_id, portal_id, hash, name, type, size_bytes)
        select id, portal_id, ${hash}, ${name}, 'text/plain', ${sizeBytes} from publication where id = ${id}`);
    });
    await database.close();
  }

  test('search-rebuild reads attached files, and search names the file of a hit', async () => {
    const title = 'Hoàn thành sửa chữa 42 công trình nước sạch ở vùng cao';
    await attach(title, 'bien-ban.txt', Buffer.from('Biên bản nghiệm thu bể lọc Lùng Khấu Nhin\n'));
    await attach(title, 'hong.pdf', Buffer.from('%PDF-1.4 hỏng'));
    const rebuilt = JSON.parse((await run('search-rebuild --json')).out);
    assert.deepEqual(rebuilt, { items: 3, files: { read: 1, refused: 1 } });
    const { results } = JSON.parse((await run('search "lung khau nhin" --locality lao-cai --json')).out);
    assert.deepEqual(
      results.map((one: Record<string, unknown>) => [one.title, one.file, one.place]),
      [[title, 'bien-ban.txt', 'tep-1']],
    );
    const own = JSON.parse((await run('search "nước sạch" --locality lao-cai --json')).out);
    assert.equal(own.results[0].file, null);
    const again = JSON.parse((await run('search-rebuild --json')).out);
    assert.deepEqual(again.files, { read: 0, refused: 0 }, 'what could not be read is not tried again');
    const retried = JSON.parse((await run('search-rebuild --refused --json')).out);
    assert.deepEqual(retried.files, { read: 0, refused: 1 });
  });

  test('a limit that is none, and a locality that is none, are refused', async () => {
    assert.equal((await run('search nước --locality lao-cai --limit nhiều')).code, 2);
    assert.equal((await run('search nước --locality khong-co')).code, 1);
  });
});
