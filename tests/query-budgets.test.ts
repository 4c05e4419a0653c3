import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Database, Queryable } from '../src/platform/db/index.ts';
import { engines } from './support/engines.ts';
import { openWorld, type World } from './support/world.ts';

/**
 * How often a page may ask the database when it is made anew, with the facts of its portal known. A page that asks
 * more for every item it lists would be found here before it is found by two hundred portals.
 */
const BUDGETS: readonly [page: string, host: string, path: (world: World) => string, queries: number][] = [
  ['home of the main portal', 'www.laocai.gov.vn', () => '/', 1],
  ['home of a member', 'bacha.laocai.gov.vn', () => '/', 1],
  ['section', 'www.laocai.gov.vn', () => '/tin-tuc', 1],
  ['documents', 'www.laocai.gov.vn', () => '/van-ban', 2],
  ['questions and answers', 'www.laocai.gov.vn', () => '/hoi-dap', 1],
  ['article', 'www.laocai.gov.vn', (world) => articleOf(world), 1],
  // how often the words stand, then what holds them
  ['search', 'www.laocai.gov.vn', () => '/tim-kiem?q=nuoc+sach', 2],
  ['site map', 'www.laocai.gov.vn', () => '/so-do', 0],
  ['contact', 'www.laocai.gov.vn', () => '/lien-he', 0],
  ['member portals', 'www.laocai.gov.vn', () => '/cong-thanh-vien', 0],
  ['feed of a section', 'www.laocai.gov.vn', () => '/tin-tuc/rss.xml', 1],
  ['list of feeds', 'www.laocai.gov.vn', () => '/rss', 0],
  // headers, then what their records are made of
  ['harvest', 'www.laocai.gov.vn', () => '/oai?verb=ListRecords&metadataPrefix=oai_dc', 2],
  ['metadata of a section', 'www.laocai.gov.vn', () => '/tin-tuc/dc.xml', 1],
];

let article = '';
const articleOf = (_world: World) => article;

for (const engine of engines()) {
  describe(`queries per page on ${engine}`, () => {
    let world: World;
    let asked = 0;

    before(async () => {
      world = await openWorld(engine);
      count(world.database.database, () => asked++);
      const { body } = await world.get('www.laocai.gov.vn', '/tin-tuc');
      article = /<h2 class="item-title"><a href="([^"]+)"/.exec(body)?.[1] ?? '';
      assert.ok(article);
      // host names, faces and sections of the two portals, and who is who among issuers, are remembered from here on
      await world.get('www.laocai.gov.vn', '/van-ban');
      for (const [, host] of BUDGETS) await world.get(host, '/lien-he');
    });
    after(() => world.close());

    for (const [page, host, path, queries] of BUDGETS) {
      test(`${page}: at most ${queries}`, async () => {
        world.app.ports.cache.purgeAll();
        asked = 0;
        const answer = await world.get(host, path(world));
        assert.equal(answer.status, 200);
        assert.ok(asked <= queries, `${page} asked ${asked} times, its budget is ${queries}`);
      });

      test(`${page}: none when it is in the cache`, async () => {
        await world.get(host, path(world));
        asked = 0;
        await world.get(host, path(world));
        assert.equal(asked, 0);
      });
    }
  });
}

/** Counts every statement asked as the public. */
function count(database: Database, tell: () => void): void {
  const publicly = database.publicly.bind(database);
  const counted = (db: Queryable): Queryable => ({
    rows: (query) => {
      tell();
      return db.rows(query);
    },
    find: (query) => {
      tell();
      return db.find(query);
    },
    get: (query) => {
      tell();
      return db.get(query);
    },
    run: (query) => {
      tell();
      return db.run(query);
    },
  });
  database.publicly = (read) => publicly((db) => read(counted(db)));
}
