// Help where the question arises, as a browser shows it: on a phone, and without JavaScript.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { GUIDES } from '../../src/rules/guides/index.ts';
import { hasBrowser, launchBrowser, type TestBrowser } from '../support/browser.ts';
import { openWorld, type World } from '../support/world.ts';

const DESK = '/ban-lam-viec';
/** Pages whose help lies far down a guide, below pictures. */
const ASKING = ['/tin-bai/moi', '/kho', '/tin-bai/ban-dich', '/tin-bai/cho-noi-hong', '/tai-khoan'];

if (hasBrowser())
  describe('the guides in a browser', () => {
    let world: World;
    let browser: TestBrowser;
    let origin = '';
    let cookie: { name: string; value: string };
    before(async () => {
      world = await openWorld('pglite');
      await world.app.listen('127.0.0.1', 0);
      const bound = world.app.http.server.address();
      assert.ok(bound && typeof bound === 'object');
      origin = `http://www.laocai.localhost:${bound.port}`;
      browser = await launchBrowser();
      const [name = '', value = ''] = (await world.signIn('www.laocai.gov.vn', 'lc.editor')).cookie.split(
        '=',
      );
      cookie = { name, value };
    });
    after(async () => {
      await browser?.close();
      await world.close();
    });

    const visit = async (options: BrowserContextOptions, walk: (page: Page) => Promise<void>) => {
      const visitor = await browser.visitor(options);
      await visitor.addCookies([{ ...cookie, url: origin }]);
      await walk(await visitor.newPage());
      await visitor.close();
    };

    for (const width of [360, 1280])
      test(`at ${width} pixels the help of a page lands on the heading that answers, and stays there`, () =>
        visit({ viewport: { width, height: 760 } }, async (page) => {
          for (const path of ASKING) {
            await page.goto(origin + DESK + path);
            await page.getByRole('link', { name: 'Hướng dẫn' }).first().click();
            await page.waitForURL(/huong-dan\/.*#/);
            // pictures above it come late, on a slow line
            await page.evaluate(async () => {
              for (const picture of document.images) picture.loading = 'eager';
              await Promise.all([...document.images].map((picture) => picture.decode().catch(() => {})));
            });
            const heading = page.locator(`h2[id="${new URL(page.url()).hash.slice(1)}"]`);
            const top = (await heading.boundingBox())?.y ?? -1;
            const left = await page.evaluate(() => document.body.scrollHeight - scrollY - innerHeight);
            // the last parts of a guide cannot come to the top
            assert.ok(top >= 0 && (top < 120 || left < 2), `${path} at ${top}`);
            assert.ok(top < 700, `${path} at ${top}`);
          }
        }));

    test('on a phone a picture is the one a phone shows, no wider than the text and no taller than a screen', () =>
      visit({ viewport: { width: 360, height: 760 } }, async (page) => {
        for (const code of GUIDES) {
          await page.goto(`${origin}${DESK}/huong-dan/${code}`);
          const pictures = await page.evaluate(async () => {
            for (const picture of document.images) picture.loading = 'eager';
            await Promise.all([...document.images].map((picture) => picture.decode()));
            return [...document.images].map((picture) => {
              const { width, height } = picture.getBoundingClientRect();
              return { src: picture.currentSrc, width, height };
            });
          });
          assert.ok(pictures.length > 0);
          for (const { src, width, height } of pictures) {
            assert.match(src, /-360\.png$/);
            assert.ok(
              width > 300 && width <= 360 && height > 200 && height <= 760,
              `${src}: ${width} × ${height}`,
            );
          }
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
          await page.getByRole('link', { name: 'máy tính' }).first().click();
          await page.waitForURL(/-1280\.png$/);
        }
      }));

    test('without JavaScript the guides are searched from a guide, and an answer leads to its heading', () =>
      visit({ javaScriptEnabled: false, viewport: { width: 360, height: 760 } }, async (page) => {
        await page.goto(`${origin}${DESK}/huong-dan/nguoi-viet`);
        await page.getByRole('searchbox', { name: 'Tìm trong hướng dẫn' }).fill('uy quyen');
        await page.getByRole('button', { name: 'Tìm', exact: true }).click();
        await page.waitForURL(/q=uy/);
        await page.getByRole('link', { name: 'Giao quyền và ủy quyền' }).click();
        await page.waitForURL(/quan-tri#giao-quyen-va-uy-quyen$/);
        const top = (await page.locator('#giao-quyen-va-uy-quyen').boundingBox())?.y ?? -1;
        assert.ok(top >= 0 && top < 120, String(top));
      }));
  });
