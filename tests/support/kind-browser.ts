import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { deskGround, HOST } from './desk.ts';

type Who = 'editor' | 'checker' | 'board';

/** Widths people have in their hands and on their desks. */
const PHONE = { width: 360, height: 740 };
const SCREEN = { width: 1280, height: 800 };

/**
 * The people of the main portal of Lào Cai, each with a browser of his own: staff at a screen and signed in, a citizen with
 * a phone, without an account and without JavaScript.
 */
export async function openPeople() {
  const desk = deskGround('pglite');
  await desk.open();
  const { ground } = desk;
  await ground.world.app.listen('127.0.0.1', 0);
  const bound = ground.world.app.http.server.address();
  assert.ok(bound && typeof bound === 'object');
  const origin = `http://${HOST.replace('.gov.vn', '.localhost')}:${bound.port}`;
  const browser = await launchBrowser();
  const open: BrowserContext[] = [];

  async function pageOf(context: BrowserContext): Promise<Page> {
    open.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    return page;
  }
  async function staff(who: Who): Promise<Page> {
    const context = await browser.visitor({ viewport: SCREEN });
    const [name = '', value = ''] = desk.as(who).cookie.split('=');
    await context.addCookies([{ name, value, url: origin }]);
    return pageOf(context);
  }
  const people = {
    editor: await staff('editor'),
    checker: await staff('checker'),
    board: await staff('board'),
    citizen: await pageOf(await browser.visitor({ viewport: PHONE, javaScriptEnabled: false })),
  };

  /** Presses a button or follows a link, and waits for the page it leads to; nothing on it is wider than the window. */
  async function press(page: Page, role: 'button' | 'link', name: string | RegExp): Promise<void> {
    const way = page.getByRole(role, { name, exact: typeof name === 'string' }).first();
    await Promise.all([page.waitForNavigation(), way.click()]);
    const [wide, most] = [await page.evaluate('document.documentElement.scrollWidth'), page.viewportSize()];
    assert.ok(Number(wide) <= (most?.width ?? 0), `${page.url()} is ${wide} px wide`);
  }

  return {
    ...{ ...people, ground, origin, press },
    settle: () => ground.world.app.ports.jobs.drain(),
    /** Leaves an editor by submitting; what is worth a look is shown once more on the way. */
    async submit(page: Page): Promise<void> {
      await press(page, 'button', 'Lưu bản thảo');
      await press(page, 'button', 'Lưu và gửi duyệt');
      if (page.url().includes('/kiem-tra/')) await press(page, 'button', /^Vẫn gửi|^Gửi duyệt/);
      assert.match(page.url(), /xong=submit/);
    },
    /** From the list of tasks of each to his decision. */
    async decide(title: string): Promise<void> {
      for (const [page, name] of [
        [people.checker, 'Đã soát, trình duyệt'],
        [people.board, 'Duyệt đăng ngay'],
      ] as const) {
        await page.goto(`${origin}/ban-lam-viec`);
        await press(page, 'link', new RegExp(`^${title}`));
        await press(page, 'button', name);
      }
    },
    async close(): Promise<void> {
      for (const context of open) await context.close();
      await browser.close();
      await desk.close();
    },
  };
}
