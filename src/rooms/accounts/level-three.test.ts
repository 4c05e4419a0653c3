import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ROLES } from '../../rules/access/index.ts';
import { FREE_FAILURES, lockedUntilAfter } from './lock-out.ts';
import * as passwords from './password-rules.ts';
import { ADMIN_IDLE_LIMIT_MS, IDLE_LIMIT_MS, idleLimitOf, SESSION_LIMIT_MS } from './rules.ts';
import * as factors from './second-factor-rules.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What TCVN 14423:2026 asks at level 3, as bounds: a figure may be stricter, never looser. */
describe('The figures of level 3', () => {
  test('LX-017: a password has 14 characters of four classes, and is none of the last ten', () => {
    assert.ok(passwords.MIN_PASSWORD_LENGTH >= 14);
    assert.equal(passwords.PASSWORD_CLASSES, 4);
    assert.ok(passwords.REMEMBERED_PASSWORDS >= 10);
  });

  test('LX-017: administrators change it every two months', () => {
    assert.ok(passwords.ADMIN_PASSWORD_AGE_DAYS <= 61);
  });

  test('LC-106: after at most five failures nothing is accepted for a while, and each further one costs more', () => {
    assert.ok(FREE_FAILURES <= 5);
    const at = new Date('2026-11-20T09:45:00+07:00');
    const waits = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1_000].map(
      (failures) => ((lockedUntilAfter(failures, at)?.getTime() ?? at.getTime()) - at.getTime()) / MINUTE_MS,
    );
    assert.deepEqual(waits, [0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  test('BG-059: a session rests 15 minutes at most, that of a technical administrator 5, and lasts a working day', () => {
    assert.ok(IDLE_LIMIT_MS <= 15 * MINUTE_MS);
    assert.ok(ADMIN_IDLE_LIMIT_MS <= 5 * MINUTE_MS);
    assert.equal(idleLimitOf(['editor', 'technicalAdmin']), ADMIN_IDLE_LIMIT_MS);
    assert.ok(SESSION_LIMIT_MS <= DAY_MS / 2);
  });

  test('BG-059: administrators owe a second factor when their grace is over, and nobody else does', () => {
    const askedAt = new Date('2026-11-01T08:00:00+07:00');
    const dueOf = (roles: (typeof ROLES)[number][], changed = {}, graceDays: number | undefined = 14) =>
      factors.secondFactorDueAt(
        { isAdministrator: factors.isAdministrator(roles), hasSecondFactor: false, askedAt, ...changed },
        graceDays,
      );
    const owing = ROLES.filter((role) => dueOf([role]) !== undefined);
    assert.deepEqual(owing, ['technicalAdmin', 'contentAdmin']);
    assert.deepEqual(dueOf(['editor', 'contentAdmin']), new Date('2026-11-15T08:00:00+07:00'));
    assert.equal(dueOf(['contentAdmin'], { hasSecondFactor: true }), undefined);
    assert.equal(dueOf(['contentAdmin'], { askedAt: null }), undefined);
    assert.deepEqual(dueOf(['contentAdmin'], {}, 0), askedAt);
  });

  test('a passkey is two factors, a password or the word of a provider is one', () => {
    const one = (['password', 'provider'] as const).map(factors.hasTwoFactors);
    const two = (['passkey', 'password+code', 'provider+own', 'provider+recovery'] as const).map(
      factors.hasTwoFactors,
    );
    assert.deepEqual(
      [one, two],
      [
        [false, false],
        [true, true, true, true],
      ],
    );
  });

  test('a proof is fresh for ten minutes', () => {
    const now = new Date('2026-11-20T09:45:00+07:00');
    const ago = (ms: number) => new Date(now.getTime() - ms);
    assert.deepEqual(
      [ago(0), ago(10 * MINUTE_MS - 1), ago(10 * MINUTE_MS), undefined].map((at) => factors.isFresh(at, now)),
      [true, true, false, false],
    );
  });
});
