import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runTool } from '../../tests/support/operator.ts';
import { openEmbedded } from '../platform/db/index.ts';
import { readRights } from '../rooms/accounts/index.ts';
import { startEdition } from '../rooms/publishing/index.ts';
import { assemble, configOf, openDatabase, readAll } from './installation.ts';
import { findAccount, findLatestEdition } from './store.ts';

describe('Steps of the workflow by the operator', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-moves-'));
  const env = { DATA_DIR: path.join(folder, 'data') };
  const run = (line: string) => runTool(line, env);
  let item = 0;

  before(async () => {
    assert.equal((await run('seed --small')).code, 0);
    const texts = mkdtempSync(path.join(folder, 'texts-'));
    writeFileSync(
      path.join(texts, 'thong-bao-nghi-le.txt'),
      'Thông báo của phép thử, có đủ chữ để đọc và duyệt.',
    );
    const taken = await run(
      `import ${texts} --portal www.laocai.gov.vn --section tin-tuc --as lc.editor --json`,
    );
    assert.equal(taken.code, 0, taken.err);
    item = JSON.parse(taken.out).outcomes[0].itemId;
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function rowsOf<T>(text: string): Promise<T[]> {
    const { database } = await openEmbedded(path.join(env.DATA_DIR, 'db'));
    try {
      return (await database.statement(text, [item])).rows as T[];
    } finally {
      await database.close();
    }
  }

  /** As a writer does at the desk, to correct what is published. */
  async function beginLaterEdition(): Promise<void> {
    const config = configOf({ env, root: folder });
    const app = await assemble(config, await openDatabase(config), 'silent');
    try {
      const editor = await readAll(app, async (tx) => {
        const row = await findAccount(tx, 'lc.editor');
        const portal = await findLatestEdition(tx, item, 'vi');
        assert.ok(row && portal);
        const { grants, portalIds } = await readRights(tx, row.id, row.locality_id, '2026-11-20');
        const names = { fullName: row.full_name, username: row.username, language: row.language };
        return {
          portalId: portal.portal_id,
          actor: {
            ...{ kind: 'person' as const, personId: row.id, localityId: row.locality_id, ...names },
            ...{ grants, portalIds, mustChangePassword: false },
          },
        };
      });
      await app.ports.perform(editor.actor, startEdition, {
        ...{ portalId: editor.portalId, itemId: item, language: 'vi' },
      });
    } finally {
      await app.stop();
    }
  }

  test('send-back and withdraw ask for a reason, and say so in their help and by their exit code', async () => {
    for (const name of ['send-back', 'withdraw']) {
      const help = await run(`${name} --help`);
      assert.equal(help.code, 0);
      assert.match(help.out, /--reason TEXT.*lý do/);
      const bare = await run(`${name} --item ${item} --as lc.checker`);
      assert.equal(bare.code, 2, name);
      assert.match(bare.err, /--reason/);
      const unknown = await run(`${name} --item 999999 --as lc.checker --reason "Thử mà thôi" --json`);
      assert.equal(unknown.code, 1, name);
      assert.equal(JSON.parse(unknown.out).error.code, 'item-unknown');
    }
  });

  test('LC-020: what waits goes back to its writer with the reason, and only by who may check', async () => {
    assert.equal((await run(`submit --item ${item} --as lc.editor`)).code, 0);
    const byWriter = await run(`send-back --item ${item} --as lc.editor --reason "Tự trả lại" --json`);
    assert.equal(byWriter.code, 1);
    assert.equal(JSON.parse(byWriter.out).error.code, 'not-permitted');
    const short = await run(`send-back --item ${item} --as lc.checker --reason x`);
    assert.equal(short.code, 1);
    assert.match(short.err, /Hãy ghi lý do/);
    const back = await run(`send-back --item ${item} --as lc.checker --reason "Thiếu ngày ban hành" --json`);
    assert.equal(back.code, 0, back.err);
    assert.equal(JSON.parse(back.out).state, 'draft');
    const [event] = await rowsOf<{ move: string; reason: string }>(
      'select v.move, v.reason from edition_event v join edition e on e.id = v.edition_id where e.item_id = $1 order by v.id desc limit 1',
    );
    assert.deepEqual(event, { move: 'sendBack', reason: 'Thiếu ngày ban hành' });
    const again = await run(`send-back --item ${item} --as lc.checker --reason "Thiếu ngày ban hành"`);
    assert.equal(again.code, 1, 'a draft cannot be sent back');
    assert.match(again.err, /Bản thảo/);
  });

  test('what is published is taken down with a notice, though a later edition is on its way', async () => {
    for (const step of ['submit --as lc.editor', 'check --as lc.checker', 'approve --as lc.board']) {
      const done = await run(`${step} --item ${item}`);
      assert.equal(done.code, 0, done.err);
    }
    await beginLaterEdition();
    const byEditor = await run(`withdraw --item ${item} --as lc.editor --reason "Số liệu sai"`);
    assert.equal(byEditor.code, 1);
    const down = await run(`withdraw --item ${item} --as lc.board --reason "Số liệu sai, sẽ đăng lại"`);
    assert.equal(down.code, 0, down.err);
    assert.match(down.out, /Đã gỡ\.\n.*\/bai\/\d+\n$/);
    assert.deepEqual(await rowsOf('select notice from withdrawal where item_id = $1 and lifted_at is null'), [
      { notice: 'Số liệu sai, sẽ đăng lại' },
    ]);
    const [later] = await rowsOf<{ state: string }>(
      'select state from edition where item_id = $1 order by number desc limit 1',
    );
    assert.equal(later?.state, 'draft');
    const twice = await run(`withdraw --item ${item} --as lc.board --reason "Số liệu sai, sẽ đăng lại"`);
    assert.equal(twice.code, 1);
    assert.match(twice.err, /Không có bài số \d+ đang đăng/);
  });
});
