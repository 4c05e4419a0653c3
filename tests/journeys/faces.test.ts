import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import { hasBrowser, launchBrowser, type TestBrowser } from '../support/browser.ts';
import { contentOf, publishingGround } from '../support/publishing.ts';

/** The face of a portal as its board arranges it, and an article as the reader's own device reads it aloud. */

const HOST = 'www.laocai.localhost';

if (hasBrowser())
  describe('the face of a portal', () => {
    const ground = publishingGround('pglite');
    let browser: TestBrowser;
    let origin = '';
    let itemId = 0;

    before(async () => {
      await ground.open();
      const content = contentOf('Mở lại đường lên thôn Cao Nguyên', {
        bodyHtml: '<p>Đường mở lại từ sáng thứ Hai.</p><p>Xe tải trên năm tấn chưa được đi.</p>',
      });
      ({ itemId } = await ground.publish('lc.editor', 'lc.checker', 'lc.board', 'lao-cai/main', content));
      await ground.world.app.listen('127.0.0.1', 0);
      const bound = ground.world.app.http.server.address();
      assert.ok(bound && typeof bound === 'object');
      origin = `http://${HOST}:${bound.port}`;
      browser = await launchBrowser();
    });
    after(async () => {
      await browser.close();
      await ground.close();
    });

    const atHomeForm = async (context: BrowserContext) => {
      const { cookie } = await ground.world.signIn('www.laocai.gov.vn', 'lc.board');
      const [name = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name, value, url: origin }]);
      const page = await context.newPage();
      await page.goto(`${origin}/ban-lam-viec/cong/${ground.portal('lao-cai/main').id}/trang-dau`);
      return page;
    };

    for (const javaScriptEnabled of [true, false])
      test(`a board sees its first page before it saves it, ${javaScriptEnabled ? 'as it types' : 'without JavaScript by a press'}`, async () => {
        const context = await browser.visitor({ javaScriptEnabled });
        const page = await atHomeForm(context);
        const shown = page.frameLocator('iframe[name="xem-thu"]');
        await page.getByRole('checkbox', { name: 'Tin mới' }).uncheck();
        if (!javaScriptEnabled) await page.getByRole('button', { name: 'Xem thử' }).click();
        await shown.getByRole('heading', { name: 'Các cổng thành viên', exact: true }).waitFor();
        await shown.getByRole('heading', { name: 'Tin mới' }).waitFor({ state: 'detached' });
        const home = await ground.world.get('www.laocai.gov.vn', '/');
        assert.ok(home.body.includes('id="tin-moi"'), 'nothing is saved by looking');
        await context.close();
      });

    test('BG-020, LC-022: an article is read aloud from its title on, stops and goes on by the keyboard', async () => {
      const context = await browser.visitor();
      // this browser has no voices: one that says nothing, and keeps what it was given
      await context.addInitScript(() => {
        const said: string[] = [];
        Object.assign(window, {
          said,
          SpeechSynthesisUtterance: class {
            text: string;
            constructor(text: string) {
              this.text = text;
            }
          },
        });
        Object.defineProperty(window, 'speechSynthesis', {
          value: {
            getVoices: () => [{ lang: 'vi-VN' }],
            cancel: () => {},
            speak: (one: { text: string; onend(): void }) => {
              said.push(one.text);
              setTimeout(() => one.onend(), 50);
            },
          },
        });
      });
      const page = await context.newPage();
      await page.goto(`${origin}/bai/${itemId}`);
      await page.getByRole('button', { name: 'Nghe bài này' }).press('Enter');
      await page.waitForFunction(() =>
        (window as unknown as { said: string[] }).said.includes('Xe tải trên năm tấn chưa được đi.'),
      );
      const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
      const title = said.indexOf('Mở lại đường lên thôn Cao Nguyên');
      assert.ok(title >= 0 && title < said.indexOf('Đường mở lại từ sáng thứ Hai.'));
      await page.getByRole('button', { name: 'Nghe bài này' }).waitFor();
      assert.equal(await page.locator('.being-read').count(), 0);
      await context.close();
    });

    test('without a voice for the language, a sentence says what to do', async () => {
      const context = await browser.visitor();
      await context.addInitScript(() =>
        Object.defineProperty(window, 'speechSynthesis', {
          value: { getVoices: () => [{ lang: 'de-DE' }], cancel: () => {} },
        }),
      );
      const page = await context.newPage();
      await page.goto(`${origin}/bai/${itemId}`);
      await page.getByRole('button', { name: 'Nghe bài này' }).click();
      await page.getByText('Máy này chưa có giọng đọc tiếng Việt.').waitFor();
      await context.close();
    });
  });
