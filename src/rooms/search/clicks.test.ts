import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { hasBrowser, launchBrowser } from '../../../tests/support/browser.ts';
import { engines } from '../../../tests/support/engines.ts';
import { openWorld, WORLD_NOW, type World } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { CLICK_PATHS } from './clicks.ts';
import { forgetMisses } from './misses.ts';

const MAIN = 'www.laocai.localhost';
const DESK = '/ban-lam-viec/tim-khong-thay';

interface Row {
  query: string;
  place: number;
  is_corrected: boolean;
  times: number;
  clicked_on: string;
}

const rowsOf = (world: World) =>
  world.database.database.transaction({ as: 'system' }, (tx) =>
    tx.rows<Row>(sql`select query, place, is_corrected, times, clicked_on from search_click
      order by query, place, is_corrected`),
  );

for (const engine of engines()) {
  describe(`opened results on ${engine}`, () => {
    let world: World;
    before(async () => {
      world = await openWorld(engine);
    });
    after(() => world.close());

    /** As the island sends it, from one address of the network. */
    const tell = (fields: Record<string, string>, headers: Record<string, string> = {}, from = '127.0.0.1') =>
      world.app.http.inject({
        ...{ method: 'POST', url: CLICK_PATHS.vi, remoteAddress: from },
        headers: {
          ...{ host: MAIN, 'content-type': 'application/x-www-form-urlencoded' },
          ...{ 'sec-fetch-site': 'same-origin', ...headers },
        },
        payload: new URLSearchParams(fields).toString(),
      });
    const forget = () =>
      world.database.database.transaction({ as: 'system' }, (tx) => tx.run(sql`delete from search_click`));

    test('LC-009: an opened result is counted by day and span, and of the query what may be kept', async () => {
      for (const fields of [
        { query: 'nuoc sach', place: '1' },
        { query: 'Nước SẠCH', place: '1' },
        { query: 'nuoc sach', place: '5' },
        { query: 'nuocc sach', place: '2', corrected: '1' },
        { query: 'ông Nguyễn Văn An xã Bắc Hà', place: '3' },
        { query: '0912 345 678', place: '3' },
        { query: '', place: '21' },
      ])
        assert.deepEqual([(await tell(fields)).statusCode, (await tell(fields)).body], [204, '']);
      const on = '2026-11-20';
      assert.deepEqual(await rowsOf(world), [
        { query: '', place: 3, is_corrected: false, times: 4, clicked_on: on },
        { query: '', place: 21, is_corrected: false, times: 2, clicked_on: on },
        { query: 'nuoc sach', place: 1, is_corrected: false, times: 4, clicked_on: on },
        { query: 'nuoc sach', place: 4, is_corrected: false, times: 2, clicked_on: on },
        { query: 'nuocc sach', place: 2, is_corrected: true, times: 2, clicked_on: on },
      ]);
    });

    test('the desk of that portal shows how results were placed; other desks show nothing of it', async () => {
      const page = async (username: string, host: string, path = DESK) =>
        (await world.get(host, path, { as: await world.signIn(host, username) })).body.replace(
          /<[^>]+>/g,
          ' ',
        );
      const shown = (await page('lc.editor', 'www.laocai.gov.vn')).replace(/\s+/g, ' ');
      assert.match(shown, /nuoc sach 6 67% 2,2 0 /);
      assert.match(shown, /nuocc sach 2 0% 2 2 /);
      assert.match(shown, /\(câu tìm không được giữ lại\) 6 0% /);
      assert.match(await page('lc.editor', 'www.laocai.gov.vn', '/en/desk/tim-khong-thay'), /Mean place/);
      assert.doesNotMatch(await page('tb.editor', 'www.thaibinh.gov.vn'), /nuocc? sach/);
      assert.doesNotMatch(await page('lc.bacha.editor', 'bacha.laocai.gov.vn'), /nuocc? sach/);
    });

    test('whoever asks not to be followed is not counted, nor what is no place, nor what another site sends', async () => {
      await forget();
      const fields = { query: 'nuoc sach', place: '1' };
      assert.equal((await tell(fields, { 'sec-gpc': '1' })).statusCode, 204);
      assert.equal((await tell(fields, { dnt: '1' })).statusCode, 204);
      for (const place of ['', '0', '-3', '1.5', 'một', '1e999'])
        assert.equal((await tell({ ...fields, place })).statusCode, 204, place);
      assert.equal((await tell(fields, { 'sec-fetch-site': 'cross-site' })).statusCode, 403);
      assert.equal((await tell({ ...fields, place: '9'.repeat(400) })).statusCode, 204);
      assert.deepEqual(await rowsOf(world), []);
    });

    test('one address can tell so many a minute; of many queries a day the rest is counted together', async () => {
      await forget();
      const statuses: number[] = [];
      for (let told = 0; told < 70; told += 1)
        statuses.push((await tell({ query: 'nuoc sach', place: '1' }, {}, '192.0.2.7')).statusCode);
      assert.deepEqual([statuses.filter((one) => one === 204).length, statuses.at(-1)], [60, 429]);
      await forget();
      const { id: portalId, localityId } = world.portal('lao-cai/main');
      await world.database.database.transaction({ as: 'system' }, (tx) =>
        tx.run(sql`insert into search_click select ${localityId}::bigint, ${portalId}::bigint, 'vi', 'cau ' || n,
          '2026-11-20', 1, false, 1 from generate_series(1, 2000) n`),
      );
      await tell({ query: 'cau 7', place: '1' }, {}, '192.0.2.8');
      await tell({ query: 'cau moi', place: '1' }, {}, '192.0.2.8');
      const rows = await rowsOf(world);
      assert.equal(rows.length, 2_001);
      assert.deepEqual(
        rows
          .filter(({ query, times }) => query === '' || times > 1)
          .map(({ query, times }) => [query, times]),
        [
          ['', 1],
          ['cau 7', 2],
        ],
      );
    });

    test('nobody but the desk of the portal reads the counts, and after ninety days nobody can', async () => {
      const { database } = world.database;
      await assert.rejects(
        database.publicly((db) => db.rows(sql`select from search_click`)),
        { code: '42501' },
      );
      const { localityId, portalIds, personId } = world.actors['tb.editor'] ?? assert.fail();
      const staff = { as: 'staff' as const, localityId, portalIds, personId };
      assert.deepEqual(await database.transaction(staff, (tx) => tx.rows(sql`select from search_click`)), []);
      world.setNow(new Date('2027-02-20T09:00:00+07:00'));
      await forgetMisses.run(world.app.ports, {});
      world.setNow(WORLD_NOW);
      assert.deepEqual(await rowsOf(world), []);
    });

    test('a page of results says where to tell it and nothing of a query that may not be kept', async () => {
      const list = async (q: string) => {
        const { body } = await world.get('www.laocai.gov.vn', `/tim-kiem?q=${encodeURIComponent(q)}`);
        assert.match(body, /<script[^>]* src="\/assets\/clicks\.[\w-]+\.js"/, q);
        return /<ol class="items search-results"[^>]*>/.exec(body)?.[0];
      };
      const opened = `<ol class="items search-results" data-opened="${CLICK_PATHS.vi}"`;
      assert.equal(await list('Nước sạch'), `${opened} data-query="nuoc sach">`);
      const long = 'Hoàn thành sửa chữa 42 công trình nước sạch ở vùng cao';
      assert.equal(await list(`${long} ${long}`), `${opened}>`);
      const none = await world.get('www.laocai.gov.vn', '/tim-kiem?q=zzzzqqq');
      assert.doesNotMatch(none.body, /clicks\./);
    });
  });
}

if (hasBrowser())
  describe('opened results in a browser', () => {
    let world: World;
    let browser: Awaited<ReturnType<typeof launchBrowser>>;
    let origin: string;
    before(async () => {
      world = await openWorld('pglite');
      await world.app.listen('127.0.0.1', 0);
      const address = world.app.http.server.address();
      assert.ok(address && typeof address === 'object');
      origin = `http://${MAIN}:${address.port}`;
      browser = await launchBrowser();
    });
    after(async () => {
      await browser.close();
      await world.close();
    });

    /** Opens the first result, and gives what was sent of it. */
    async function openFirst(options?: Parameters<typeof browser.visitor>[0], script = '') {
      const visitor = await browser.visitor(options);
      await visitor.addCookies([{ name: 'phien', value: 'bi-mat', url: origin }]);
      if (script) await visitor.addInitScript(script);
      const page = await visitor.newPage();
      const sent: { headers: Record<string, string>; body: string | null }[] = [];
      page.on('request', async (request) => {
        if (request.method() !== 'POST') return;
        sent.push({ headers: request.headers(), body: request.postData() });
      });
      await page.goto(`${origin}/tim-kiem?q=n%C6%B0%E1%BB%9Bc+s%E1%BA%A1ch&o=tinh`);
      const told = page.waitForResponse((answer) => answer.url().includes(CLICK_PATHS.vi), {
        timeout: 3_000,
      });
      // caught at once: where nothing is sent it ends while the page is still being left
      const answered = told.then((answer) => answer.status()).catch(() => undefined);
      await page.locator('.search-results h2 a').first().click();
      await page.waitForURL(/-\d+$/);
      const status = await answered;
      await visitor.close();
      return { sent, status };
    }

    test('a click is told without cookie and without the address of the page, and the link leads where it leads', async () => {
      const { sent, status } = await openFirst();
      assert.equal(sent.length, 1);
      assert.equal(sent[0]?.body, 'query=nuoc+sach&place=1&corrected=');
      assert.equal(sent[0]?.headers.cookie, undefined);
      assert.ok(!(sent[0]?.headers.referer ?? '').includes('tim-kiem'), sent[0]?.headers.referer);
      assert.ok(status === 204 || status === undefined, 'the page may be gone before the answer is there');
      for (let tries = 0; tries < 50 && (await rowsOf(world)).length === 0; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 100));
      assert.deepEqual(
        (await rowsOf(world)).map(({ query, place, times }) => [query, place, times]),
        [['nuoc sach', 1, 1]],
      );
    });

    test('nothing is sent by who asks not to be followed, nor without JavaScript', async () => {
      const asks = `Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true })`;
      const dnt = `Object.defineProperty(Navigator.prototype, 'doNotTrack', { value: '1' })`;
      const visits = [
        () => openFirst({}, asks),
        () => openFirst({}, dnt),
        () => openFirst({ javaScriptEnabled: false }),
      ];
      for (const visit of visits) assert.deepEqual((await visit()).sent, []);
    });
  });
