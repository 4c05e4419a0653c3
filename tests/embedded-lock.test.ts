// A process killed while it opens the embedded database must not lock everyone out for good.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { openEmbedded } from '../src/platform/db/index.ts';

test('an empty lock file that a killed process left inside the data folder does not keep it shut', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-lock-'));
  const first = await openEmbedded(folder);
  await first.database.close();
  writeFileSync(path.join(folder, 'pgdata', 'postmaster.pid'), '');
  const second = await openEmbedded(folder);
  const { rows } = await second.database.statement('select 1 as one');
  await second.database.close();
  rmSync(folder, { recursive: true, force: true });
  assert.deepEqual(rows, [{ one: 1 }]);
});
