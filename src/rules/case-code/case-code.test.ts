import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { CASE_CODE_BYTES, makeCode, readCode } from './index.ts';

const bytesOf = (seed: number) =>
  createHash('sha256').update(`case ${seed}`).digest().subarray(0, CASE_CODE_BYTES);
const codes = Array.from({ length: 300 }, (_, seed) => makeCode(bytesOf(seed)));
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('a code has three groups of four without look-alikes and reads as itself', () => {
  for (const code of codes) {
    assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
    assert.equal(readCode(code), code);
  }
});

test('55 random bits go into a code: each of them changes it, and no two codes are equal', () => {
  assert.equal(new Set(codes).size, codes.length);
  const changing = Array.from({ length: 8 * CASE_CODE_BYTES }, (_, bit) => {
    const bytes = new Uint8Array(CASE_CODE_BYTES);
    bytes[bit >> 3] = 1 << (bit & 7);
    return makeCode(bytes);
  });
  assert.ok(new Set(changing).size >= 55, String(new Set(changing).size));
});

test('too little randomness is refused, more than enough is not used', () => {
  assert.throws(() => makeCode(bytesOf(1).subarray(0, 6)), RangeError);
  assert.equal(makeCode(Uint8Array.of(...bytesOf(1), 7, 7)), codes[1]);
});

test('every single wrong character is found', () => {
  for (const code of codes.slice(0, 30)) {
    for (const [i, right] of [...code].entries()) {
      if (right === '-') continue;
      for (const wrong of alphabet.replace(right, '')) {
        assert.equal(readCode(code.slice(0, i) + wrong + code.slice(i + 1)), undefined);
      }
    }
  }
});

test('every exchange of two characters is found', () => {
  for (const code of codes.slice(0, 30)) {
    const plain = [...code.replaceAll('-', '')];
    for (let i = 0; i < plain.length; i += 1) {
      for (let j = i + 1; j < plain.length; j += 1) {
        if (plain[i] === plain[j]) continue;
        const exchanged = plain.with(i, plain[j] ?? '').with(j, plain[i] ?? '');
        assert.equal(readCode(exchanged.join('')), undefined);
      }
    }
  }
});

test('spaces, dashes, case, look-alikes and full-width characters do not matter', () => {
  const code = codes.find((one) => one.includes('0') && one.includes('1')) ?? assert.fail();
  const spellings = [
    code.toLowerCase(),
    code.replaceAll('-', ''),
    code.replaceAll('-', ' '),
    code.replaceAll('-', ' – '),
    code.replaceAll('-', '\u2011'),
    code.replaceAll('-', '\u2212'),
    `\u00a0 ${code}.\n`,
    [...code].join(' '),
    code.replaceAll('0', 'O').replaceAll('1', 'I'),
    code.replaceAll('0', 'o').replaceAll('1', 'l').toLowerCase(),
    code.replace(/[0-9A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    code.replace('-', '\u200b-'),
  ];
  for (const spelling of spellings) assert.equal(readCode(spelling), code, JSON.stringify(spelling));
});

test('what is no code is no code', () => {
  const [code = ''] = codes;
  const strange = [
    '',
    ' ',
    '----',
    code.slice(0, -1),
    `${code}0`,
    code.replace(/^./, 'U'),
    code.replace(/^./, 'Đ'),
  ];
  for (const text of [...strange, 'x'.repeat(10_000), "' or 1=1 --"])
    assert.equal(readCode(text), undefined, text);
});
