import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines, type FreshDatabase, freshDatabase } from '../../../tests/support/engines.ts';
import { fillCorpus } from '../../../tests/support/search-corpus.ts';
import { type Judged, judgedQueries, type Manner } from '../../../tests/support/search-judged.ts';
import { PageCache } from '../../platform/cache/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { rebuildIndex } from './indexing.ts';
import { sqlEngine } from './sql-engine.ts';

const ITEMS = 2_000;
const JUDGED = judgedQueries(ITEMS);
const of = (manner: Manner) => JUDGED.filter((one) => one.manner === manner);

for (const engine of engines()) {
  describe(`quality of the search on ${engine}, ${JUDGED.length} judged queries`, () => {
    let database: FreshDatabase;
    before(async () => {
      database = await freshDatabase(engine);
      await fillCorpus(database, { portals: 5, items: ITEMS });
      const ports = { database: database.database, cache: new PageCache({ maxBytes: 1_000 }) };
      assert.equal(await rebuildIndex(ports as unknown as Ports), ITEMS);
    });
    after(() => database.close());

    const find = async (text: string) => {
      const request = { text, localityId: 1, languages: ['vi'] as const, filters: {}, today: '2026-11-20' };
      const { found } = await database.database.publicly((db) =>
        sqlEngine.search(db, { ...request, limit: 10, offset: 0 }),
      );
      return found.map(({ item_id }) => item_id);
    };
    const missed = async (judged: readonly Judged[], among = 10) => {
      const wrong: string[] = [];
      for (const { query, itemId } of judged)
        if (!(await find(query)).slice(0, among).includes(itemId)) wrong.push(`${query} → ${itemId}`);
      return wrong;
    };
    /** At most this share of the queries misses its item among the first ten. */
    const atMost = async (manner: Manner, share: number) => {
      const wrong = await missed(of(manner));
      assert.ok(of(manner).length > 0, manner);
      assert.ok(
        wrong.length <= share * of(manner).length,
        `${wrong.length} of ${of(manner).length}\n${wrong.join('\n')}`,
      );
      return wrong.length / of(manner).length;
    };

    test('LC-045: queries without diacritics find at most two in a hundred fewer than full ones', async () => {
      const full = await atMost('full', 0.05);
      assert.ok((await atMost('stripped', 0.07)) <= full + 0.02);
    });

    for (const manner of ['decomposed', 'capitals', 'oldTones', 'iForY', 'abbreviated'] as const)
      test(`LC-045: queries in other spelling (${manner}) find their item`, async () => {
        await atMost(manner, 0.05);
      });

    test('LC-045: queries with one letter wrong find their item', async () => {
      await atMost('misspelt', 0.1);
    });

    test('LC-045: a number in every written form stands first', async () => {
      assert.deepEqual(await missed(of('number'), 1), []);
    });
  });
}
