import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { createSealer, SealError, sealKeysFrom } from './index.ts';

const secret = Buffer.alloc(32, 7);
const sealer = createSealer(sealKeysFrom(secret));

test('BG-030: what was sealed opens again, in its own place only', () => {
  const sealed = sealer.seal('Nguyễn Thị Thử, tổ 3', 'inquiry:1:asker');
  assert.equal(sealer.open(sealed, 'inquiry:1:asker'), 'Nguyễn Thị Thử, tổ 3');
  assert.throws(() => sealer.open(sealed, 'inquiry:2:asker'), SealError);
  assert.doesNotMatch(sealed, /Thử|tổ 3/);
});

test('the same text is sealed differently each time, and a changed one does not open', () => {
  assert.notEqual(sealer.seal('a', 'x'), sealer.seal('a', 'x'));
  const bytes = sealer.sealBytes(Buffer.from('abc'), 'x');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  assert.throws(() => sealer.openBytes(bytes, 'x'), SealError);
  assert.throws(() => sealer.openBytes(Buffer.from([2, 1]), 'x'), SealError);
});

test('a new key seals what comes, the old one still opens what was sealed before', () => {
  const before = sealer.seal('trước', 'x');
  const old = sealKeysFrom(secret);
  const turned = createSealer({
    ...old,
    current: 'k2',
    keys: new Map([...old.keys, ['k2', randomBytes(32)]]),
  });
  assert.equal(turned.open(before, 'x'), 'trước');
  assert.deepEqual([turned.isNewest(before), turned.isNewest(turned.seal('sau', 'x'))], [false, true]);
  assert.ok(sealer.isNewest(before) && sealer.isNewest(sealer.sealBytes(Buffer.from('a'), 'x')));
  assert.throws(() => sealer.open(turned.seal('sau', 'x'), 'x'), /key/);
});

test('a digest is the same for composed and decomposed text, and another for another purpose', () => {
  assert.equal(sealer.digest('Thử', 'mail'), sealer.digest('Thử'.normalize('NFD'), 'mail'));
  assert.notEqual(sealer.digest('Thử', 'mail'), sealer.digest('Thử', 'code'));
});

test('keys of a wrong length and a missing current key are refused at the start', () => {
  const digestKey = randomBytes(32);
  assert.throws(
    () => createSealer({ current: 'a', keys: new Map([['a', randomBytes(16)]]), digestKey }),
    SealError,
  );
  assert.throws(
    () => createSealer({ current: 'b', keys: new Map([['a', randomBytes(32)]]), digestKey }),
    SealError,
  );
});
