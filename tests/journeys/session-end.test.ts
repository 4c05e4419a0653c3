import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeFindings, hasBrowser, launchBrowser, type TestBrowser } from '../support/browser.ts';
import { openWorld, WORLD_NOW, type World } from '../support/world.ts';

/** The end of a session as somebody meets it who was called away from a form. */

const DESK = '/ban-lam-viec';
const HOST = 'www.laocai.localhost';
const MINUTE_MS = 60_000;

if (hasBrowser()) {
  describe('The end of a session', () => {
    let world: World;
    let browser: TestBrowser;
    let page: Page;
    let passed = 0;
    before(async () => {
      world = await openWorld('pglite');
      await world.app.listen('127.0.0.1', 0);
      const bound = world.app.http.server.address();
      assert.ok(bound && typeof bound === 'object');
      browser = await launchBrowser();
      const context = await browser.visitor({ viewport: { width: 360, height: 740 } });
      page = await context.newPage();
      page.setDefaultTimeout(15_000);
      await page.clock.install();
      await page.goto(`http://${HOST}:${bound.port}${DESK}/dang-nhap?ve=${DESK}/tai-khoan`);
      await page.getByLabel('Tên đăng nhập').fill('lc.editor');
      await page.getByLabel('Mật khẩu', { exact: true }).fill(world.password);
      await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
      await page.getByRole('heading', { name: 'Tài khoản của tôi' }).waitFor();
    });
    after(async () => {
      await browser.close();
      await world.close();
    });

    /** On both clocks. */
    const wait = async (minutes: number) => {
      passed += minutes * MINUTE_MS;
      world.setNow(new Date(WORLD_NOW.getTime() + passed));
      await page.clock.fastForward(minutes * MINUTE_MS);
    };
    const warning = () => page.getByText('Phiên làm việc sắp hết');
    const stay = () => page.getByRole('button', { name: 'Tôi vẫn làm việc' });

    test('two minutes before, the page says so, and one press keeps it', async () => {
      await page.getByRole('radio', { name: 'English' }).check();
      await wait(12);
      assert.equal(await warning().isVisible(), false);
      await wait(1.5);
      await warning().waitFor();
      assert.deepEqual(await axeFindings(page), []);
      await stay().click();
      await warning().waitFor({ state: 'hidden' });
      await wait(12);
      assert.equal(await warning().isVisible(), false, 'counted from the press');
    });

    test('past the end it says that nothing is lost, and nothing is: the form goes on after signing in', async () => {
      await wait(4);
      await page.getByText('trang đăng nhập sẽ giữ những gì bạn đã gõ').waitFor();
      assert.equal(await stay().isVisible(), false);
      await page.getByRole('button', { name: 'Lưu' }).click();
      await page.getByRole('heading', { name: 'Phiên làm việc đã hết' }).waitFor();
      await page.getByLabel('Tên đăng nhập').fill('lc.editor');
      await page.getByLabel('Mật khẩu', { exact: true }).fill(world.password);
      await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
      await page.getByRole('button', { name: 'Gửi tiếp' }).click();
      await page.getByText('Saved.').waitFor();
    });
  });
}
