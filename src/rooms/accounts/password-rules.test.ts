import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countAttempt, createUnknownNames, lockedUntilAfter } from './lock-out.ts';
import { passwordFaults, preparePassword } from './password-rules.ts';
import { createPasswordHasher } from './passwords.ts';

describe('Rules of a password', () => {
  const cases: [typed: string, faults: string[]][] = [
    ['Nhà sàn 3 gian, bếp lửa', []],
    ['Ngắn 1!', ['tooShort', 'repeated']],
    ['toàn chữ thường không số', ['classes']],
    ['Xin nvansct 2026 nhé!', ['username']],
    ['Xin N.VÂN-SCT 2026 nhé!', ['username']],
    ['Aa1!Aa1!Aa1!Aa1!', ['repeated']],
    ['Sông Hồng 11111 !', ['repeated']],
    ['Matkhau@123456789', ['wellKnown']],
    ['P@ssw0rd1234567890', ['wellKnown']],
    ['Qwertyuiop@12345', ['wellKnown']],
    ['Admin@2026123456', ['wellKnown']],
    ['Kz9 !@#%&*()-+=?', []],
    [`A1 b${'ă'.repeat(300)}`, ['tooLong']],
  ];
  for (const [typed, faults] of cases) {
    test(`LX-017: "${typed.slice(0, 30)}" ${faults.length === 0 ? 'is accepted' : `is refused: ${faults.join(', ')}`}`, () => {
      assert.deepEqual(passwordFaults(typed, 'nvansct'), faults);
    });
  }

  test('LX-017: thirteen characters are too few, fourteen are enough, counted as people count them', () => {
    assert.deepEqual(passwordFaults('Rừng Đỏ 7 ấm!', 'x'), ['tooShort']);
    assert.deepEqual(passwordFaults('Rừng Đỏ 7 ấm!'.normalize('NFD'), 'x'), ['tooShort']);
    assert.deepEqual(passwordFaults('Rừng Đỏ 7 ấm ơ!', 'x'), []);
  });

  test('a password is the same in every spelling of its letters and spaces, and never trimmed', () => {
    assert.equal(preparePassword('Đường\u00a0làng'), 'Đường làng');
    assert.equal(preparePassword('Đường làng'.normalize('NFD')), 'Đường làng');
    assert.equal(preparePassword(' Đường '), ' Đường ');
  });
});

describe('Keeping a password', () => {
  const hasher = createPasswordHasher({ memoryKib: 64, passes: 1, parallelism: 1 });

  test('is by argon2id in PHC form with its own salt', async () => {
    const [first, second] = [await hasher.hash('Nhà sàn 3 gian'), await hasher.hash('Nhà sàn 3 gian')];
    assert.match(first, /^\$argon2id\$v=19\$m=64,t=1,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    assert.notEqual(first, second);
    assert.equal(await hasher.verify(first, 'Nhà sàn 3 gian'), true);
    assert.equal(await hasher.verify(first, 'Nhà sàn 3 gian'.normalize('NFD')), true);
    assert.equal(await hasher.verify(first, 'Nhà sàn 3 gian '), false);
    assert.equal(await hasher.verify(first, 'nhà sàn 3 gian'), false);
  });

  test('of 300 characters looks at every one of them', async () => {
    const long = 'a'.repeat(299);
    const stored = await hasher.hash(`${long}b`);
    assert.equal(await hasher.verify(stored, `${long}c`), false);
    assert.equal(await hasher.verify(stored, `${long}b`), true);
  });

  test('works with parameters of an earlier time and says that they are due', async () => {
    const stronger = createPasswordHasher({ memoryKib: 128, passes: 1, parallelism: 1 });
    const stored = await hasher.hash('Nhà sàn 3 gian');
    assert.equal(await stronger.verify(stored, 'Nhà sàn 3 gian'), true);
    assert.equal(stronger.isOutdated(stored), true);
    assert.equal(hasher.isOutdated(stored), false);
  });

  test('a missing password costs one derivation, like a wrong one, and never fits', async () => {
    const before = hasher.derivations;
    assert.equal(await hasher.verify(undefined, ''), false);
    assert.equal(hasher.derivations - before, 1);
  });

  test('a damaged string is a fault, not a wrong password', async () => {
    await assert.rejects(hasher.verify('$2b$10$abc', 'x'), /PHC form/);
  });
});

describe('Lock-out', () => {
  const at = new Date('2026-11-20T02:45:00Z');
  const minutes: [failures: number, wait: number][] = [
    [1, 0],
    [4, 0],
    [5, 1],
    [6, 2],
    [7, 4],
    [8, 8],
    [9, 16],
    [10, 32],
    [11, 60],
    [12, 60],
    [5_000, 60],
  ];
  for (const [failures, wait] of minutes) {
    test(`LC-106: after ${failures} failures in a row the wait is ${wait} minutes`, () => {
      const until = lockedUntilAfter(failures, at);
      assert.equal(until === undefined ? 0 : (until.getTime() - at.getTime()) / 60_000, wait);
    });
  }

  test('LC-106: while the wait lasts no attempt counts, at its end the next one does', () => {
    const lockedUntil = new Date(at.getTime() + 60_000);
    assert.deepEqual(countAttempt({ failures: 5, lockedUntil }, at), { waitUntil: lockedUntil });
    assert.deepEqual(countAttempt({ failures: 5, lockedUntil }, lockedUntil), {
      failures: 6,
      lockedUntil: new Date(lockedUntil.getTime() + 120_000),
    });
  });

  test('names nobody has are remembered up to a bound', () => {
    const names = createUnknownNames();
    for (let n = 0; n <= 20_000; n++) names.set(`1 name${n}`, { failures: 1, lockedUntil: undefined });
    assert.equal(names.get('1 name0'), undefined);
    assert.deepEqual(names.get('1 name20000'), { failures: 1, lockedUntil: undefined });
  });
});
