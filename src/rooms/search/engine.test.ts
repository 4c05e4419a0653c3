import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { engines, type FreshDatabase, freshDatabase } from '../../../tests/support/engines.ts';
import { corpusItem, fillCorpus } from '../../../tests/support/search-corpus.ts';
import { PageCache } from '../../platform/cache/index.ts';
import { sql } from '../../platform/db/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { foldVietnamese } from '../../rules/text/index.ts';
import type { SearchFilters } from './engine.ts';
import { indexItems, indexMissing, rebuildIndex } from './indexing.ts';
import { sqlEngine } from './sql-engine.ts';

const ITEMS = 400;

for (const engine of engines()) {
  describe(`the engine in SQL on ${engine}`, () => {
    let database: FreshDatabase;
    let ports: Ports;
    before(async () => {
      database = await freshDatabase(engine);
      await fillCorpus(database, { portals: 4, items: ITEMS });
      ports = { database: database.database, cache: new PageCache({ maxBytes: 1_000 }) } as unknown as Ports;
      assert.equal(await indexMissing(ports), ITEMS);
    });
    after(() => database.close());

    const search = (text: string, filters: SearchFilters = {}) =>
      database.database.publicly((db) =>
        sqlEngine.search(db, {
          ...{ text, filters, localityId: 1, languages: ['vi'], today: '2026-11-20', limit: 50, offset: 0 },
        }),
      );
    const system = <T>(work: Parameters<typeof database.database.transaction<T>>[1]) =>
      database.database.transaction({ as: 'system' }, work);
    const counts = () =>
      system((tx) =>
        tx.rows<{ term: string; entries: number }>(
          sql`select term, entries from search_term where entries > 0 order by term`,
        ),
      );

    test('facets count what was found, and each narrows it to that many', async () => {
      const { total, facets, isCut } = await search('đường');
      assert.ok(total > 5 && !isCut, String(total));
      for (const [name, values] of Object.entries(facets)) {
        for (const { value, count } of values.slice(0, 3)) {
          const filter = name === 'portalId' || name === 'year' ? Number(value) : value;
          const narrowed = await search('đường', { [name]: filter });
          assert.equal(narrowed.total, count, `${name} ${value}`);
        }
      }
      assert.deepEqual(
        new Set(Object.keys(facets)),
        new Set(['kind', 'portalId', 'field', 'issuer', 'year', 'state']),
      );
    });

    test('LC-045: a phrase is found as it stands, and a word left out is not found', async () => {
      const { thing, place } = corpusItem(7, ITEMS);
      const phrase = await search(`"${place}"`);
      assert.ok(phrase.found.length > 0);
      for (const { title, body } of phrase.found)
        assert.ok(foldVietnamese(`${title} ${body}`).includes(foldVietnamese(place)), title);
      const [word = ''] = thing.split(' ');
      const without = await search(`"${place}" -${word}`);
      for (const { title, body } of without.found)
        assert.ok(
          !`${title} ${body}`
            .toLowerCase()
            .split(/[^\p{L}\p{N}]+/u)
            .includes(word),
          title,
        );
      const has = ({ found }: typeof phrase) => found.some(({ item_id }) => item_id === 7);
      assert.deepEqual([has(phrase), has(without)], [true, false]);
    });

    test('an article is found by itself, with its address', async () => {
      const { found } = await search('phạm vi điều chỉnh', { kind: 'documents' });
      assert.ok(found.length > 0);
      assert.ok(found.every(({ place, heading }) => place === 'dieu-1' && heading.startsWith('Điều 1. ')));
    });

    test('a word with a letter wrong: what was meant is shown, with its marks, and said', async () => {
      const answer = await search('đường ốngg nước sạch');
      assert.equal(answer.suggestion, 'đường ống nước sạch');
      assert.ok(answer.isCorrected && answer.total > 0);
      assert.equal((await search('đường ống nước sạch')).suggestion, undefined);
    });

    test('words that stand nowhere find nothing', async () => {
      const { total, found } = await search('zzzzqqq');
      assert.deepEqual([total, found.length], [0, 0]);
    });

    test('suggestions go on with a word that says something', async () => {
      const further = await database.database.publicly((db) =>
        sqlEngine.suggest(db, { text: 'nước', localityId: 1, limit: 6 }),
      );
      assert.ok(further.includes('nước sạch'), further.join());
      assert.ok(further.every((one) => one.startsWith('nước ')));
    });

    test('what is taken down is gone at once; its entries and their counts go with the job', async () => {
      const before = await counts();
      const { title, place } = corpusItem(13, ITEMS);
      const finds = async () => (await search(`"${place}"`)).found.some((one) => one.title === title);
      assert.ok(await finds());
      await system((tx) =>
        tx.run(sql`update publication set ended_at = now(), ended_as = 'withdrawn' where item_id = 13`),
      );
      assert.ok(!(await finds()), 'before the job came');
      await indexItems(ports, [13]);
      const left = await system((tx) => tx.rows(sql`select from search_entry where item_id = 13`));
      assert.equal(left.length, 0);
      assert.notDeepEqual(await counts(), before);
      await system((tx) =>
        tx.run(sql`update publication set ended_at = null, ended_as = null where item_id = 13`),
      );
      assert.equal(await indexMissing(ports), 1);
      assert.deepEqual(await counts(), before);
    });

    test('the index made again is the same index, and searches go on meanwhile', async () => {
      const before = await counts();
      const told: number[] = [];
      let found = 0;
      const rebuilt = rebuildIndex(ports, (done) => void told.push(done));
      while (told.length < 2) {
        found = Math.max(found, (await search('đường')).total);
        // as requests come: each in a turn of its own
        await turn();
      }
      assert.equal(await rebuilt, ITEMS);
      assert.ok(found > 0 && told.at(-1) === ITEMS);
      assert.deepEqual(await counts(), before);
    });

    test('the public reads the index and writes nothing of it', async () => {
      await assert.rejects(database.database.publicly((db) => db.run(sql`delete from search_entry`)));
      await assert.rejects(database.database.publicly((db) => db.rows(sql`select from search_miss`)));
    });
  });
}
