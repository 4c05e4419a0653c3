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

    for (const way of ['drained', 'worked'] as const)
      test(`a list is a job for each, run together where they can be and one by one where they cannot: ${way}`, async (t) => {
        const fresh = await freshDatabase(engine);
        const together: unknown[][] = [];
        const alone: unknown[] = [];
        const isBad = (n: unknown) => n === 13;
        const jobs = createJobs<undefined>({
          database: fresh.database,
          pollingIntervalMs: 500,
          definitions: [
            {
              name: 'test.many',
              retryLimit: 0,
              batch: { size: 10, atOnce: 1 },
              run: async (_context, { n }) => {
                alone.push(n);
                if (isBad(n)) throw new Error('unlucky');
              },
              runMany: async (_context, several) => {
                const numbers = several.map(({ n }) => n);
                if (numbers.some(isBad)) throw new Error('one of them is unlucky');
                together.push(numbers);
              },
            },
          ],
          context: () => undefined,
          onError: () => {},
        });
        t.after(async () => {
          await jobs.stop();
          await fresh.close();
        });
        await jobs.prepare();
        const list = Array.from({ length: 20 }, (_, n) => ({ n }));
        await fresh.database.transaction({ as: 'system' }, (tx) => jobs.enqueue(tx, 'test.many', list));
        if (way === 'drained') assert.equal(await jobs.drain(), list.length);
        else await jobs.start();
        const numbers = () => [...together.flat(), ...alone].sort((a, b) => Number(a) - Number(b));
        for (const end = Date.now() + 20_000; numbers().length < list.length && Date.now() < end; )
          await new Promise((resolve) => setTimeout(resolve, 50));
        assert.deepEqual(
          numbers(),
          list.map(({ n }) => n),
        );
        assert.deepEqual([together.length, alone.length], [1, 10]);
        await jobs.stop();
        const failed = await jobs.listFailed(10);
        assert.deepEqual(
          failed.map(({ data, error }) => [(data as { n: number }).n, error]),
          [[13, 'unlucky']],
        );
      });
  });
}
