import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { startS3 } from '../../tests/support/s3-server.ts';
import { createDiskStore, createS3Store, readStored } from '../platform/files/index.ts';
import { copyFiles } from './files-move.ts';

test('files are copied from disk to S3 and back, each once, and one that is damaged is named', async (t) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-move-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const keys = { accessKey: 'AKIDTHU', secretKey: 'bi-mat-chi-de-thu' };
  const server = await startS3(keys);
  t.after(server.stop);
  const bucket = createS3Store({
    ...{ ...keys, endpoint: server.endpoint, bucket: 'cong', prefix: '', region: 'vn-1' },
  });
  const disk = createDiskStore(path.join(folder, 'cu'));
  const texts = ['một', 'hai', 'ba', 'bốn', 'năm'];
  for (const text of texts) await disk.put(Buffer.from(text));

  assert.deepEqual(await copyFiles(disk, bucket), { copied: 5, there: 0, damaged: [] });
  assert.deepEqual(await copyFiles(disk, bucket), { copied: 0, there: 5, damaged: [] });

  const back = createDiskStore(path.join(folder, 'moi'));
  assert.equal((await copyFiles(bucket, back)).copied, 5);
  const { hash } = await back.put(Buffer.from('ba'));
  assert.equal((await readStored((await back.open(hash)) ?? assert.fail())).toString(), 'ba');

  writeFileSync(path.join(folder, 'moi', hash.slice(0, 2), hash.slice(2, 4), hash), 'hỏng');
  server.objects.clear();
  assert.deepEqual(await copyFiles(back, bucket), { copied: 4, there: 0, damaged: [hash] });
});
