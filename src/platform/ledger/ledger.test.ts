import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { createLedger } from './index.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-ledger-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('lines come back in the order they were added, also when they were added at once', async () => {
  const ledger = createLedger(path.join(folder, 'new', 'one.jsonl'));
  assert.deepEqual(await ledger.read(), []);
  await Promise.all([1, 2, 3].map((n) => ledger.append({ n })));
  assert.deepEqual(await ledger.read(), [{ n: 1 }, { n: 2 }, { n: 3 }]);
});

test('a line cut off by a crash spoils no other', async () => {
  const file = path.join(folder, 'two.jsonl');
  const ledger = createLedger(file);
  await ledger.append({ n: 1 });
  appendFileSync(file, '\n{"n":');
  await ledger.append({ n: 3 });
  assert.deepEqual(await ledger.read(), [{ n: 1 }, { n: 3 }]);
});
