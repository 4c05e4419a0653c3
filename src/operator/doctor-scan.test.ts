import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startFakeDaemon } from '../../tests/support/clamd.ts';
import { engines, type FreshDatabase, freshDatabase } from '../../tests/support/engines.ts';
import { listScanFindings } from './doctor-scan.ts';

for (const engine of engines()) {
  describe(`what the doctor says of the scanner on ${engine}`, () => {
    let fresh: FreshDatabase;
    before(async () => {
      fresh = await freshDatabase(engine);
    });
    after(() => fresh.close());

    test('none, one that answers, one that does not: each with what to do', async () => {
      const [none] = await listScanFindings({ scannerPlace: undefined }, fresh);
      assert.deepEqual([none?.state, /CLAMD/.test(none?.remedy?.vi ?? '')], ['note', true]);
      const daemon = await startFakeDaemon((socket) => socket.end('ClamAV 1.4.3/27000\0'));
      const [good] = await listScanFindings(
        { scannerPlace: { host: '127.0.0.1', port: daemon.port } },
        fresh,
      );
      assert.equal(good?.state, 'good');
      assert.match(good?.text.en ?? '', /ClamAV 1\.4\.3/);
      await daemon.stop();
      const [bad] = await listScanFindings({ scannerPlace: { path: '/nonexistent/clamd.ctl' } }, fresh);
      assert.equal(bad?.state, 'bad');
    });
  });
}
