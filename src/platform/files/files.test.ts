import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { type S3Server, signatureOf, startS3 } from '../../../tests/support/s3-server.ts';
import { createDiskStore, createS3Store, type FileStore, FilesAway, readStored } from './index.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-files-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const KEYS = { accessKey: 'AKIDTHU', secretKey: 'bi-mat-chi-de-thu' };
const s3Of = ({ endpoint }: S3Server, keys = KEYS) =>
  createS3Store({ endpoint, bucket: 'cong', prefix: 'tep/', region: 'vn-1', ...keys });

/** What every store does, whatever it is made of. */
async function holdStore(store: FileStore): Promise<void> {
  await store.check();
  const bytes = randomBytes(300_000);
  const hash = createHash('sha256').update(bytes).digest('hex');
  assert.equal(await store.open(hash), undefined);
  assert.deepEqual(await store.put(bytes), { hash, sizeBytes: bytes.length });
  assert.deepEqual(await store.put(bytes), { hash, sizeBytes: bytes.length }, 'a second time is the same');
  const stored = await store.open(hash);
  assert.equal(stored?.sizeBytes, bytes.length);
  assert.deepEqual(stored && (await readStored(stored)), bytes);
  const part = await readStored({ stream: () => stored?.stream({ from: 10, to: 99 }) ?? assert.fail() });
  assert.deepEqual(part, bytes.subarray(10, 100));

  const file = path.join(folder, 'dai.bin');
  const long = randomBytes(1_500_000);
  writeFileSync(file, long);
  const taken = await store.takeFile(file);
  assert.equal(existsSync(file), false, 'it is gone from where it lay');
  assert.deepEqual(await readStored((await store.open(taken.hash)) ?? assert.fail()), long);
  await store.put(Buffer.from('ba'));

  const listed: string[] = [];
  for await (const one of store.list()) listed.push(one.hash);
  assert.equal(new Set(listed).size, 3);
  assert.equal(listed.length, 3);
  await store.remove(hash);
  await store.remove(hash);
  assert.equal(await store.open(hash), undefined);
  assert.equal(await store.open('../../etc/passwd'), undefined);
}

test('the store on disk keeps, gives in part, lists and removes', () =>
  holdStore(createDiskStore(path.join(folder, 'dia'))));

describe('a store that speaks S3', () => {
  test('its signatures are those AWS publishes as examples', () => {
    // "Authenticating Requests: Using the Authorization Header", GET object and list objects
    const example = {
      ...{ at: '20130524T000000Z', region: 'us-east-1', service: 's3', method: 'GET' },
      payloadHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    };
    const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
    const shared = { host: 'examplebucket.s3.amazonaws.com', 'x-amz-content-sha256': example.payloadHash };
    const signedHeaders = ['host', 'x-amz-content-sha256', 'x-amz-date'];
    const headers = { ...shared, 'x-amz-date': example.at };
    const list = [
      ['max-keys', '2'],
      ['prefix', 'J'],
    ] as const;
    assert.equal(
      signatureOf({ ...example, path: '/', query: list, headers, signedHeaders }, secret),
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    );
    assert.equal(
      signatureOf(
        {
          ...{ ...example, path: '/test.txt', query: [], headers: { ...headers, range: 'bytes=0-9' } },
          signedHeaders: ['host', 'range', 'x-amz-content-sha256', 'x-amz-date'],
        },
        secret,
      ),
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    );
  });

  test('keeps, gives in part, lists and removes; every request is signed with the hash of what it sends', async (t) => {
    const server = await startS3(KEYS);
    t.after(server.stop);
    await holdStore(s3Of(server));
    assert.deepEqual(server.refusals, []);
    assert.ok([...server.objects.keys()].every((key) => key.startsWith('tep/')));
  });

  test('with a wrong key, while it is away, and when nobody listens, it says that it is away', async (t) => {
    const server = await startS3(KEYS);
    t.after(server.stop);
    await assert.rejects(s3Of(server, { ...KEYS, secretKey: 'khac' }).put(Buffer.from('x')), FilesAway);
    assert.equal(server.objects.size, 0);
    const store = s3Of(server);
    server.isAway = true;
    await assert.rejects(store.put(Buffer.from('x')), FilesAway);
    await assert.rejects(store.check(), FilesAway);
    server.isAway = false;
    await store.put(Buffer.from('x'));
    await server.stop();
    await assert.rejects(store.open('a'.repeat(64)), FilesAway);
  });
});
