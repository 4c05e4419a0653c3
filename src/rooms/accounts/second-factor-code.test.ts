import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Secret } from 'otpauth';
import { readRecoveryCode } from './recovery-codes.ts';
import { keyUri, newSecret, qrPath, readCode, stepOf } from './second-factor-code.ts';

describe('One-time codes', () => {
  /** RFC 6238 appendix B, SHA-1: the secret is the ASCII text 12345678901234567890; the codes are cut to six digits. */
  const SECRET = Secret.fromLatin1('12345678901234567890').base32;
  const VECTORS: readonly (readonly [seconds: number, code: string])[] = [
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ];

  test('are those of RFC 6238, appendix B', () => {
    for (const [seconds, code] of VECTORS)
      assert.equal(stepOf(SECRET, code.slice(2), new Date(seconds * 1_000)), Math.floor(seconds / 30), code);
  });

  test('of the step before and after are good, of two steps away are not', () => {
    const code = '287082';
    assert.deepEqual(
      [-31, 0, 31].map((away) => stepOf(SECRET, code, new Date((45 + away) * 1_000))),
      [1, 1, 1],
    );
    assert.equal(stepOf(SECRET, code, new Date((45 + 61) * 1_000)), undefined);
    assert.equal(stepOf(SECRET, '287083', new Date(45_000)), undefined);
  });

  test('are read as people type them', () => {
    assert.deepEqual(['123 456', '１２３４５６', '123-456', '12345', '1234567', 'abcdef', ''].map(readCode), [
      '123456',
      '123456',
      '123456',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    assert.equal(readRecoveryCode(' K7MP 2QAX-9tch'), 'k7mp-2qax-9tch');
    assert.equal(readRecoveryCode('k7mp-2qax-9tc0'), undefined);
  });

  test('the picture says what the apps read, and draws every dark square', () => {
    const secret = newSecret();
    assert.match(secret, /^[A-Z2-7]{32}$/);
    const uri = keyUri(secret, { issuer: 'www.laocai.gov.vn', label: 'nvb' });
    assert.match(uri, new RegExp(`^otpauth://totp/www\\.laocai\\.gov\\.vn:nvb\\?.*secret=${secret}`));
    const { path, size } = qrPath(uri);
    assert.ok(size > 30);
    assert.match(path, /^(M\d+ \d+h1v1h-1z)+$/);
  });
});
