import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines, freshDatabase } from '../../../tests/support/engines.ts';
import { createJobs, type JobDefinition } from './index.ts';

for (const engine of engines()) {
  describe(`Putting a job into a queue on ${engine}`, () => {
    test('does not wait for the connection that its own transaction holds, however little is remembered', async (t) => {
      const fresh = await freshDatabase(engine);
      const ran: unknown[] = [];
      const job = (name: string): JobDefinition<undefined> => ({
        name,
        retryLimit: 1,
        run: async (_context, data) => void ran.push(data.n),
      });
      const open = (...names: string[]) =>
        createJobs<undefined>({
          database: fresh.database,
          definitions: names.map(job),
          context: () => undefined,
          onError: (error) => assert.fail(error),
        });
      const older = open('test.first');
      const newer = open('test.first', 'test.second');
      t.after(async () => {
        await older.stop();
        await newer.stop();
        await fresh.close();
      });
      await older.prepare();
      // made after the other has looked which queues there are
      await newer.prepare();
      await fresh.database.transaction({ as: 'system' }, (tx) => older.enqueue(tx, 'test.second', { n: 1 }));
      assert.equal(await newer.drain(), 1);
      assert.deepEqual(ran, [1]);
    });
  });
}
