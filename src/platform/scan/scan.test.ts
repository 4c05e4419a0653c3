import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import { startClamd, startFakeDaemon } from '../../../tests/support/clamd.ts';
import { createScanner, readScannerPlace } from './index.ts';

const SIGNATURE = 'MAU-MA-DOC-CHI-DE-THU-CONG-LANG';
const TIMES = { silenceMs: 300, allMs: 900 };

async function* pieces(...all: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const one of all) yield Buffer.from(one);
}

test('where the scanner listens is a host and port or the path of a socket', () => {
  assert.deepEqual(readScannerPlace('127.0.0.1:3310'), { host: '127.0.0.1', port: 3310 });
  assert.deepEqual(readScannerPlace('[::1]:3310'), { host: '::1', port: 3310 });
  assert.deepEqual(readScannerPlace('/run/clamav/clamd.ctl'), { path: '/run/clamav/clamd.ctl' });
  for (const odd of ['', 'clamd', 'may-quet:', 'may-quet:99999', 'http://x:1'])
    assert.equal(readScannerPlace(odd), undefined, odd);
});

test('a daemon that is silent, gone, or says something odd gives no verdict, and nothing hangs', async () => {
  const odd: [(socket: import('node:net').Socket) => void, RegExp][] = [
    [() => undefined, /silent/],
    [(socket) => socket.destroy(), /closed|ECONNRESET|EPIPE/],
    [(socket) => socket.end("stream: Can't allocate memory ERROR\0"), /allocate/],
    [(socket) => socket.end('INSTREAM size limit exceeded. ERROR\0'), /limit/],
    [(socket) => socket.write('x'.repeat(10_000)), /without end/],
    [(socket) => socket.end('stream: OK FOUND maybe\0'), /maybe/],
  ];
  for (const [reply, reason] of odd) {
    const daemon = await startFakeDaemon(reply);
    const answer = await createScanner({ host: '127.0.0.1', port: daemon.port }, TIMES).scan(pieces('abc'));
    assert.equal(answer.kind, 'away');
    assert.match(answer.kind === 'away' ? answer.reason : '', reason);
    await daemon.stop();
  }
  const nobody = createScanner({ path: '/nonexistent/clamd.sock' }, TIMES);
  assert.equal((await nobody.scan(pieces('abc'))).kind, 'away');
  assert.equal((await nobody.version()).kind, 'away');
});

if (process.env.TEST_CLAMD !== '0')
  describe('the real ClamAV daemon', () => {
    test('finds what its signatures know in a stream of many pieces, and nothing in what is clean', async () => {
      const daemon = await startClamd(SIGNATURE);
      try {
        const scanner = createScanner({ path: daemon.place });
        assert.deepEqual(await scanner.scan(pieces('một', 'hai')), { kind: 'clean' });
        const found = await scanner.scan(
          pieces(randomBytes(700_000), SIGNATURE.slice(0, 10), SIGNATURE.slice(10)),
        );
        assert.equal(found.kind, 'infected');
        assert.match(found.kind === 'infected' ? found.name : '', /Thu\.Nghiem/);
        const version = await scanner.version();
        assert.match(version.kind === 'there' ? version.words : '', /^ClamAV/);
        // over its own limit of a stream it gives no verdict
        const long = await scanner.scan(pieces(...Array.from({ length: 9 }, () => randomBytes(1_000_000))));
        assert.equal(long.kind, 'away');
      } finally {
        await daemon.stop();
      }
    });
  });
