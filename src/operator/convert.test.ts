import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, test } from 'node:test';
import { toBytes, toTcvn3, toViscii } from '../../tests/support/legacy-encoders.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The tool in a process of its own, with something on its standard input. */
function convert(input: string | Uint8Array, ...options: string[]) {
  const args = ['--import', './tools/hook.mjs', 'src/main.ts', 'convert', ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, input });
  return { code: status, out: stdout.toString('utf8'), err: stderr.toString('utf8') };
}

describe('LC-024 LX-011: portal convert', () => {
  test('bytes of an old table in, UTF-8 in NFC out, the table and the marks beside it', () => {
    const text = 'QUYẾT ĐỊNH\r\nCủa Ủy ban nhân dân tỉnh\n';
    const { code, out, err } = convert(toBytes(toTcvn3(text)), '--from', 'tcvn3');
    assert.equal(code, 0, err);
    assert.equal(out, text.replace('Ủy', 'ủy'));
    assert.match(err, /^Đọc theo TCVN3.*\n2× Đổi thành chữ hoa/u);
  });

  test('auto says what it chose; --json gives text and marks to programs', () => {
    const sentence = 'Ủy ban nhân dân tỉnh ban hành Quyết định';
    const chosen = convert(toViscii(sentence), '--json');
    assert.equal(chosen.code, 0, chosen.err);
    assert.deepEqual(JSON.parse(chosen.out), { from: 'viscii', text: sentence, marks: [] });
    const marked = JSON.parse(
      convert('THÔNG BÁO'.replace('Ô', '¤').replace('Á', '¸'), '--from', 'tcvn3', '--json').out,
    );
    assert.deepEqual(marked.marks, [{ start: 6, end: 9, reason: 'wordInCapitals', text: 'BÁO' }]);
  });

  test('a refusal ends with 1 in both languages, a wrong table with 2', () => {
    const sound = convert('Ủy ban nhân dân tỉnh', '--json');
    assert.equal(sound.code, 1);
    assert.equal(JSON.parse(sound.out).error.code, 'encoding-sound');
    assert.match(sound.err, /không phải chuyển mã.*\n.*nothing to convert/u);
    assert.equal(convert('').code, 1);
    assert.equal(convert('x', '--from', 'vps').code, 2);
  });
});
