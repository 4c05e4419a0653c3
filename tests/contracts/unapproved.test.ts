import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from '../../src/platform/db/index.ts';
import {
  approveEdition,
  checkEdition,
  createItem,
  EMPTY_CONTENT,
  publishUrgent,
  saveEdition,
  startEdition,
  submitEdition,
  withdrawEdition,
} from '../../src/rooms/publishing/index.ts';
import { ROOMS } from '../../src/rooms.ts';
import { Refusal } from '../../src/rules/refusal.ts';
import { engines } from '../support/engines.ts';
import { openWorld, type World } from '../support/world.ts';

/** Not one byte is public before a board has approved it, nor after it has taken it down: on every page, feed and cache. */

const HOST = 'bacha.laocai.gov.vn';
const MAIN_HOST = 'www.laocai.gov.vn';
const FIRST = 'Quacduyetlan';
const SECOND = 'Suachualanhai';
const URGENT = 'Dangkhantruoc';

for (const engine of engines()) {
  describe(`what is public on ${engine}`, () => {
    let world: World;
    let portalId: number;
    let item: { itemId: number; editionId: number };
    let second: number;
    const who = (name: string) => {
      const person = world.actors[`lc.bacha.${name}`];
      assert.ok(person);
      return person;
    };

    before(async () => {
      world = await openWorld(engine);
      portalId = world.portal('lao-cai/bacha').id;
      await everyPublicPage(world); // the cache is warm before anything is written
      item = await world.app.ports.perform(who('editor'), createItem, {
        ...{ portalId, sectionId: world.sectionOf('lao-cai/bacha'), language: 'vi' as const },
        content: {
          ...EMPTY_CONTENT,
          title: `${FIRST} về lịch tiêm`,
          summary: FIRST,
          bodyHtml: `<p>${FIRST}</p>`,
        },
      });
    });
    after(() => world.close());

    test('BG-050, LC-020: a draft, a submitted and a checked edition stand on no public page', async () => {
      assert.deepEqual(await pagesWith(world, FIRST, item.itemId), []);
      await world.app.ports.perform(who('editor'), submitEdition, { portalId, editionId: item.editionId });
      assert.deepEqual(await pagesWith(world, FIRST, item.itemId), []);
      await world.app.ports.perform(who('checker'), checkEdition, { portalId, editionId: item.editionId });
      assert.deepEqual(await pagesWith(world, FIRST, item.itemId), []);
    });

    test('BG-050: the author cannot approve what he wrote, and nothing of it becomes public by trying', async () => {
      await assert.rejects(
        world.app.ports.perform(who('editor'), approveEdition, { portalId, editionId: item.editionId }),
        (error) => error instanceof Refusal,
      );
      assert.deepEqual(await pagesWith(world, FIRST, item.itemId), []);
    });

    test('LC-013, QN-010, LX-008: approved, it stands at once on home, section, article, feed, search and the main portal', async () => {
      await world.app.ports.perform(who('head'), approveEdition, { portalId, editionId: item.editionId });
      await world.app.ports.jobs.drain(); // the search index comes after
      const found = await pagesWith(world, FIRST, item.itemId);
      for (const page of [
        `${HOST}/`,
        `${HOST}/tin-tuc`,
        `${HOST}/rss.xml`,
        `${HOST}/tin-tuc/rss.xml`,
        `${MAIN_HOST}/`,
      ]) {
        assert.ok(found.includes(page), `${page} does not show it; these do: ${found.join(' ')}`);
      }
      assert.ok(found.some((page) => page.startsWith(`${HOST}/tim-kiem`)));
    });

    test('a correction under way is not public; the approved edition stays until the board approves the new one', async () => {
      const { editionId } = await world.app.ports.perform(who('editor'), startEdition, {
        portalId,
        itemId: item.itemId,
        language: 'vi',
      });
      second = editionId;
      await world.app.ports.perform(who('editor'), saveEdition, {
        ...{ portalId, editionId, version: 1, sectionId: world.sectionOf('lao-cai/bacha') },
        content: {
          ...EMPTY_CONTENT,
          title: `${SECOND} về lịch tiêm`,
          summary: SECOND,
          bodyHtml: `<p>${SECOND}</p>`,
        },
      });
      await world.app.ports.perform(who('editor'), submitEdition, { portalId, editionId });
      await world.app.ports.perform(who('checker'), checkEdition, { portalId, editionId });
      assert.deepEqual(await pagesWith(world, SECOND, item.itemId), []);
      assert.notDeepEqual(await pagesWith(world, FIRST, item.itemId), []);
      await world.app.ports.perform(who('head'), approveEdition, { portalId, editionId });
      assert.deepEqual(await pagesWith(world, FIRST, item.itemId), [], 'the earlier edition is still shown');
      assert.notDeepEqual(await pagesWith(world, SECOND, item.itemId), []);
    });

    test('BG-050: nothing public is unapproved but what was published urgently, each on record and flagged', async () => {
      const made = await world.app.ports.perform(who('checker'), createItem, {
        ...{ portalId, sectionId: world.sectionOf('lao-cai/bacha'), language: 'vi' as const },
        content: {
          ...EMPTY_CONTENT,
          title: `${URGENT} về đường trơn`,
          summary: URGENT,
          bodyHtml: `<p>${URGENT}</p>`,
        },
      });
      assert.deepEqual(await pagesWith(world, URGENT, made.itemId), []);
      await world.app.ports.perform(who('checker'), publishUrgent, {
        ...{ portalId, editionId: made.editionId, reason: 'Đường trơn, phải báo ngay' },
      });
      assert.notDeepEqual(await pagesWith(world, URGENT, made.itemId), []);
      const unapproved = await world.database.database.transaction({ as: 'system' }, (tx) =>
        tx.rows<{ item_id: number; urgent: boolean; open: boolean }>(sql`select p.item_id, p.urgent,
            exists (select from urgent_publication u where u.publication_id = p.id and u.decision is null) as open
          from publication p join edition e on e.id = p.edition_id
          where p.ended_at is null and (p.urgent or e.approved_by is null or e.approved_by = any (e.writers))`),
      );
      assert.deepEqual(
        unapproved.map((one) => ({ ...one, item_id: Number(one.item_id) })),
        [{ item_id: made.itemId, urgent: true, open: true }],
      );
    });

    test('taken down, it stands nowhere; its address says so with the reason and answers 410', async () => {
      await world.app.ports.perform(who('head'), withdrawEdition, {
        portalId,
        editionId: second,
        reason: 'Lịch đã đổi, xem thông báo mới',
      });
      const left = await pagesWith(world, SECOND, item.itemId);
      // the notice bears the title, so that who comes by an old link, long or short, knows what was there
      const short = `/bai/${item.itemId}`;
      assert.deepEqual(
        left.filter((page) => !page.includes(`-${item.itemId}`) && page !== HOST + short),
        [],
      );
      for (const own of [`/tin-tuc/x-${item.itemId}`, short]) {
        const gone = await world.get(HOST, own);
        assert.equal(gone.status, 410, own);
        assert.match(gone.body, /Lịch đã đổi, xem thông báo mới/);
        assert.doesNotMatch(gone.body, new RegExp(`<p>${SECOND}</p>`));
      }
    });
  });
}

/** Every public address of the two portals, with the item's own where a route wants one. */
async function everyPublicPage(world: World, itemId = 0, mark = 'nuoc'): Promise<[string, string][]> {
  const routes = ROOMS.flatMap((room) => room.routes(world.app.ports)).filter(
    (route) => route.method === 'GET' && route.audience !== 'staff',
  );
  const pages: [string, string][] = [];
  for (const host of [HOST, MAIN_HOST]) {
    for (const route of routes) {
      for (const pattern of [route.path.vi, route.path.en]) {
        const path = pattern
          .replace(':section', pattern.startsWith('/en') ? 'news' : 'tin-tuc')
          .replace(':article', `x-${itemId}`)
          .replace(':number', String(itemId))
          .replace(/:\w+/g, String(itemId));
        const harvest = route.query === 'all' ? '?verb=ListRecords&metadataPrefix=oai_dc' : '';
        const query = (route.query ?? []).includes('q') ? `?q=${mark.slice(0, 6)}&q=${mark}` : harvest;
        let answer = await world.get(host, path + query);
        const to = answer.headers.location;
        if (to?.startsWith('/')) answer = await world.get(host, to);
        pages.push([host + path + query, answer.body]);
        for (const asked of query ? [path, `${path}?q=${mark}&o=tinh`] : [])
          pages.push([host + asked, (await world.get(host, asked)).body]);
      }
    }
  }
  return pages;
}

/** The pages that show the mark, other than a search that repeats the question. */
async function pagesWith(world: World, mark: string, itemId: number): Promise<string[]> {
  const pages = await everyPublicPage(world, itemId, mark);
  return pages
    .filter(([address, body]) =>
      address.includes('?q=')
        ? body.includes(`${mark} về`) || body.includes(`<mark>${mark}</mark>`)
        : body.includes(mark),
    )
    .map(([address]) => address);
}
