// What was deleted stays deleted when an older copy of the database is restored: dump, forget, restore, start.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from '../../src/platform/db/index.ts';
import { replayErasures } from '../../src/rooms/inquiries/erasures.ts';
import { forgetInquiry } from '../../src/rooms/inquiries/forgetting.ts';
import { withdrawInquiry } from '../../src/rooms/inquiries/receiving.ts';
import { digestOfCode, sealFile } from '../../src/rooms/inquiries/sealed.ts';
import { CASE_CODE_BYTES, makeCode } from '../../src/rules/case-code/index.ts';
import { type Backup, backUp, keptDatabase, type Restored } from '../support/backup.ts';
import { engines } from '../support/engines.ts';
import { ASKER, type Asked, type Hall, openHall } from '../support/inquiries.ts';
import { runTool } from '../support/operator.ts';
import { fetchFrom, type ServerProcess, startServer } from '../support/server-process.ts';

const HOST = 'www.laocai.gov.vn';
const SECRET = '07'.repeat(32);
const FILE = 'tệp của người hỏi';

for (const engine of engines()) {
  describe(`An older copy restored on ${engine}`, () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-erasures-'));
    const place = { live: path.join(folder, 'live'), backup: path.join(folder, 'backup') };
    let hall: Hall;
    let backup: Backup;
    let restored: Restored | undefined;
    let server: ServerProcess | undefined;
    /** Closed and with a file when the copy was taken; still open then; never deleted. */
    let closed: Asked;
    let open: Asked;
    let kept: Asked;
    let sealedFile: Buffer;
    let fileHash: string;

    before(async () => {
      hall = await openHall(engine, { database: await keptDatabase(engine, place.live) });
      const { ports } = hall.app;
      const coded = () => {
        const code = makeCode(randomBytes(CASE_CODE_BYTES));
        return { code, codeDigest: digestOfCode(ports.seal, code) };
      };
      const { code, codeDigest } = coded();
      sealedFile = sealFile(ports.seal, codeDigest, Buffer.from(FILE));
      const stored = await ports.files.put(sealedFile);
      fileHash = stored.hash;
      const file = { name: 'don.pdf', type: 'application/pdf', sizeBytes: stored.sizeBytes, hash: fileHash };
      closed = { ...(await hall.ask('lao-cai', 'question', { code, codeDigest, files: [file] })), code };
      const [second, third] = [coded(), coded()];
      open = { ...(await hall.ask('lao-cai', 'question', second)), code: second.code };
      kept = { ...(await hall.ask('lao-cai', 'question', third)), code: third.code };
      await withdraw(closed);
      await ports.jobs.drain();
      rmSync(place.backup, { recursive: true, force: true });
      backup = await backUp(hall.database, place.live, place.backup);
    });
    after(async () => {
      await server?.kill();
      await restored?.drop();
      await hall.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const asAsker = ({ id }: Asked) => ({ portalId: hall.portal('lao-cai/main').id, inquiryId: id });
    const machine = () => hall.machines['lao-cai'] ?? assert.fail();
    const withdraw = (one: Asked) =>
      hall.app.ports.perform(machine(), withdrawInquiry, {
        ...asAsker(one),
        note: 'Đã được trả lời nơi khác.',
      });

    test('what is forgotten stands in the ledger as a digest and a time, and nothing else', async () => {
      const { ports } = hall.app;
      await withdraw(open);
      for (const one of [closed, open])
        await ports.perform(machine(), forgetInquiry, { ...asAsker(one), why: 'request' });
      await ports.jobs.drain();
      assert.equal(await ports.files.open(fileHash), undefined, 'the bytes of its file are destroyed');
      const text = readFileSync(path.join(hall.dataDir, 'erasures.jsonl'), 'utf8');
      const lines = text
        .trim()
        .split(/\n+/)
        .map((line) => JSON.parse(line));
      assert.deepEqual(
        lines.map(({ codes }) => codes),
        [closed, open].map(({ code }) => [digestOfCode(ports.seal, code)]),
      );
      for (const said of [closed.code, open.code, ASKER.email, ASKER.fields.name])
        assert.ok(!text.includes(said));
      assert.equal(await replayErasures(ports), 0, 'nothing came back, so nothing is done');
    });

    test('the server forgets it again before it serves anything, and leaves the rest alone', async () => {
      const { dataDir, app } = hall;
      restored = await backup.restore(dataDir);
      assert.deepEqual(await look(restored), [
        { id: closed.id, state: 'withdrawn', isReadable: true },
        { id: open.id, state: 'received', isReadable: true },
        { id: kept.id, state: 'received', isReadable: true },
      ]);
      // its file came back too, from the backup of the files
      assert.equal((await app.ports.files.put(sealedFile)).hash, fileHash);

      server = await startServer({
        ...{ DATA_DIR: dataDir, SECRET_KEY: SECRET, PORT: '0', DEMO: 'false', LOG_LEVEL: 'warn' },
        ...(restored.url && { DATABASE_URL: restored.url }),
      });
      const { port } = server;
      const follow = ({ code }: Asked) => fetchFrom({ port, host: HOST, path: `/hoi-dap/theo-doi/${code}` });
      for (const one of [closed, open]) {
        const page = await follow(one);
        assert.equal(page.status, 404);
        assert.doesNotMatch(page.body, /giống ngô/);
      }
      assert.match((await follow(kept)).body, /giống ngô/);
      for (let waited = 0; await app.ports.files.open(fileHash); waited += 200) {
        assert.ok(waited < 30_000, 'the file that came back is still there');
        await pause(200);
      }
      await server.stop();
      assert.deepEqual(await look(restored), [
        { id: closed.id, state: 'withdrawn', isReadable: false },
        { id: open.id, state: 'withdrawn', isReadable: false },
        { id: kept.id, state: 'received', isReadable: true },
      ]);
    });

    test('the operator does the same by hand; a second time there is nothing to do', async () => {
      assert.ok(restored);
      const env = {
        ...{ DATA_DIR: hall.dataDir, SECRET_KEY: SECRET, DEMO: 'false' },
        ...(restored.url && { DATABASE_URL: restored.url }),
      };
      const again = await runTool('erasures replay --json', env);
      assert.deepEqual([again.code, JSON.parse(again.out)], [0, { replayed: 0 }]);
      await restored.drop();
      if (engine === 'pglite') rmSync(path.join(hall.dataDir, 'db'), { recursive: true });
      restored = await backup.restore(hall.dataDir);
      const env2 = { ...env, ...(restored.url && { DATABASE_URL: restored.url }) };
      assert.deepEqual(JSON.parse((await runTool('erasures replay --json', env2)).out), { replayed: 2 });
      assert.equal((await look(restored)).filter(({ isReadable }) => isReadable).length, 1);
    });
  });
}

/** The inquiries of a database, and whether their asker could still be read with the keys. */
async function look(restored: Restored): Promise<{ id: number; state: string; isReadable: boolean }[]> {
  const { database, close } = await restored.open();
  try {
    return await database.transaction({ as: 'system' }, (tx) =>
      tx.rows(sql`select id, state, asker is not null and content is not null and code_sealed is not null
          as "isReadable" from inquiry order by id`),
    );
  } finally {
    await close();
  }
}
