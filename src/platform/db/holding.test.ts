import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sql from 'sql-template-tag';
import { engines, type FreshDatabase, freshDatabase } from '../../../tests/support/engines.ts';

for (const engine of engines()) {
  describe(`one piece of work holds one connection on ${engine}`, () => {
    let fresh: FreshDatabase;
    before(async () => {
      fresh = await freshDatabase(engine);
    });
    after(() => fresh.close());

    const ask = () => fresh.database.transaction({ as: 'system' }, (tx) => tx.get(sql`select 1 as one`));

    test('asked for a second one inside, it says so instead of waiting for itself', async () => {
      for (const second of [ask, () => fresh.database.publicly((db) => db.get(sql`select 1 as one`))])
        await assert.rejects(
          fresh.database.transaction({ as: 'system' }, () => second()),
          /inside a transaction by another way/,
        );
      assert.deepEqual(await ask(), { one: 1 }, 'and nothing is left behind');
    });

    test('what was begun inside and goes on after the end may ask', async () => {
      const end = new AbortController();
      const ended = new Promise((resolve) => end.signal.addEventListener('abort', resolve));
      let later: Promise<unknown> = Promise.resolve();
      await fresh.database.transaction({ as: 'system' }, async (tx) => {
        later = ended.then(ask);
        await tx.get(sql`select 1 as one`);
      });
      end.abort();
      assert.deepEqual(await later, { one: 1 });
    });

    test('so may who hears that pages are to be made anew', async () => {
      let heard: Promise<unknown> | undefined;
      fresh.database.onPurge(() => {
        heard ??= ask();
      });
      // listening begins a moment after it is asked for
      for (let told = 0; told < 200 && !heard; told++) {
        await fresh.database.transaction({ as: 'system' }, async (tx) => {
          await tx.run(sql`select pg_notify('cong_lang_purge', 'thu')`);
        });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      assert.deepEqual(await heard, { one: 1 });
    });
  });
}
