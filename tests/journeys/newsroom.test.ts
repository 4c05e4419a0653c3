import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { hasBrowser, launchBrowser, type TestBrowser } from '../support/browser.ts';
import { openWorld, type World } from '../support/world.ts';

/**
 * A clerk who has never seen the newsroom: a news item with a table, notes and a picture out of a Word file, from signing
 * in to submitting; and what happens to words when something breaks. Clicks and keystrokes are counted and bounded.
 */

const DESK = '/ban-lam-viec';
const HOST = 'bacha.laocai.localhost';
const WORD = fileURLToPath(new URL('../support/word/chong-ret.docx', import.meta.url));
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

if (hasBrowser()) {
  describe('a clerk who has never seen the newsroom', () => {
    let world: World;
    let browser: TestBrowser;
    let port = 0;
    const address = (path: string) => `http://${HOST}:${port}${path}`;

    before(async () => {
      world = await openWorld('pglite');
      await world.app.listen('127.0.0.1', 0);
      const bound = world.app.http.server.address();
      assert.ok(bound && typeof bound === 'object');
      port = bound.port;
      browser = await launchBrowser();
    });
    after(async () => {
      await browser.close();
      await world.close();
    });

    const news = () => String(world.sectionOf('lao-cai/bacha'));
    const bodyOf = (page: Page) => page.locator('textarea[name="body"]').inputValue();

    async function visitor(width: number): Promise<Page> {
      const context = await browser.visitor({ viewport: { width, height: width < 500 ? 740 : 800 } });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      return page;
    }

    async function signedIn(width = 1280, username = 'lc.bacha.editor'): Promise<Page> {
      const page = await visitor(width);
      await page.goto(address(`${DESK}/dang-nhap`));
      await page.fill('input[name="username"]', username);
      await page.fill('input[name="password"]', world.password);
      await Promise.all([page.waitForNavigation(), page.click('main button[type="submit"]')]);
      return page;
    }

    /** A new draft, its editor open and taken over by the script. */
    async function draft(page: Page, title: string): Promise<string> {
      await page.goto(address(`${DESK}/tin-bai/moi`));
      await page.selectOption('select[name="sectionId"]', news());
      await page.fill('[name="title"]', title);
      await Promise.all([page.waitForNavigation(), page.click('main form button[type="submit"]')]);
      await page.locator('.ProseMirror#body').waitFor();
      return page.url();
    }

    for (const width of [360, 1280])
      test(`with the pointer, ${width} px wide: from signing in to submitting in few clicks`, async (context) => {
        const started = performance.now();
        const page = await visitor(width);
        const count = { clicks: 0, keys: 0 };
        const click = async (selector: string) => {
          count.clicks += 1;
          await page.locator(selector).first().click();
        };
        const type = async (selector: string, text: string) => {
          count.clicks += 1;
          count.keys += [...text].length;
          await page.fill(selector, text);
        };
        await page.goto(address(`${DESK}/dang-nhap`));
        await type('input[name="username"]', 'lc.bacha.editor');
        await type('input[name="password"]', world.password);
        await Promise.all([page.waitForNavigation(), click('main button[type="submit"]')]);
        await page.goto(address(`${DESK}/tin-bai/moi`));
        count.clicks += 2; // the list and its button
        await page.selectOption('select[name="sectionId"]', news());
        count.clicks += 2;
        await Promise.all([page.waitForNavigation(), click('main form button[type="submit"]')]);
        await page.locator('.ProseMirror#body').waitFor();
        // choosing the file is enough
        count.clicks += 2;
        await Promise.all([page.waitForNavigation(), page.setInputFiles('input[name="wordFile"]', WORD)]);
        await page.locator('.ProseMirror#body table').waitFor();
        assert.equal(await page.inputValue('[name="title"]'), 'Phòng chống rét cho trâu, bò');
        assert.equal(await page.locator('.ProseMirror#body figure img').count(), 1);
        assert.equal(await page.locator('.ProseMirror#body [role="doc-footnote"]').count(), 2);
        const wide = await page.evaluate('document.documentElement.scrollWidth');
        assert.ok(Number(wide) <= width, `the editor is ${wide} px wide in a window of ${width}`);
        if (process.env.PICTURES)
          await page.screenshot({ path: `${process.env.PICTURES}/editor-${width}.png`, fullPage: true });
        await type('[name="summary"]', 'Việc cần làm trước đợt rét.');
        await Promise.all([page.waitForNavigation(), click('button[name="do"][value="save"]')]);
        await Promise.all([
          page.waitForURL(/tin-bai\/\d+\?xong=submit/),
          click('button[name="do"][value="submit"]'),
        ]);
        const seconds = Math.round((performance.now() - started) / 1000);
        context.diagnostic(`${width} px: ${count.clicks} clicks, ${count.keys} keystrokes, ${seconds} s`);
        assert.ok(
          count.clicks <= 16 && count.keys <= 80 && seconds < 180,
          JSON.stringify({ ...count, seconds }),
        );
        await page.context().close();
      });

    test('with the keyboard alone: everything is reached by Tab, arrows and shortcuts', async (context) => {
      const started = performance.now();
      const page = await visitor(1280);
      let keys = 0;
      const press = async (key: string) => {
        keys += 1;
        await page.keyboard.press(key);
      };
      const type = async (text: string) => {
        keys += [...text].length;
        await page.keyboard.type(text);
      };
      const tabTo = async (selector: string) => {
        for (let i = 0; i < 80; i += 1) {
          if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`))
            return;
          await press('Tab');
        }
        assert.fail(`Tab does not reach ${selector}`);
      };
      await page.goto(address(`${DESK}/dang-nhap`));
      await tabTo('input[name="username"]');
      await type('lc.bacha.editor');
      await press('Tab');
      await type(world.password);
      await Promise.all([page.waitForNavigation(), press('Enter')]);
      await page.goto(address(`${DESK}/tin-bai/moi`));
      await tabTo('select[name="sectionId"]');
      await page.selectOption('select[name="sectionId"]', news());
      await tabTo('[name="title"]');
      await type('Lịch cúp nước thôn Na Áng');
      await Promise.all([page.waitForNavigation(), press('Enter')]);
      await page.locator('.ProseMirror#body').waitFor();
      await tabTo('.ProseMirror#body');
      await type('Sáng thứ Hai cúp nước');
      await press('Control+Alt+f');
      await page.locator('dialog[data-dialog="note"][open] .ProseMirror').waitFor();
      await type('Theo thông báo của nhà máy');
      await press('Tab');
      await press('Enter');
      await type(' từ 8 giờ.');
      await press('Enter');
      // to the tools, along them to the table, and back into the text
      await press('Alt+F10');
      for (let i = 0; i < 20; i += 1) {
        if (await page.evaluate('document.activeElement?.dataset?.command === "table"')) break;
        await press('ArrowRight');
      }
      await press('Enter');
      await type('Thôn');
      await press('Tab');
      await type('Giờ');
      await press('Control+/');
      assert.ok(await page.locator('dialog[data-dialog="keys"]').isVisible());
      await press('Escape');
      await press('Control+s');
      await page.waitForFunction(`document.querySelector('input[name=version]').value === '2'`);
      assert.match(
        await bodyOf(page),
        /cúp nước<span role="doc-footnote">Theo thông báo của nhà máy<\/span> từ 8 giờ\./,
      );
      assert.match(await bodyOf(page), /<th[^>]*><p>Thôn<\/p><\/th><th[^>]*><p>Giờ<\/p><\/th>/);
      // in a table Tab goes to the next cell; Esc first leads out of the text
      await press('Escape');
      await tabTo('button[name="do"][value="save"]');
      await Promise.all([page.waitForNavigation(), press('Enter')]);
      await tabTo('button[name="do"][value="submit"]');
      await Promise.all([page.waitForNavigation(), press('Enter')]);
      // no summary: shown once more, and in nobody's way
      await tabTo('#gui button');
      await Promise.all([page.waitForURL(/xong=submit/), press('Enter')]);
      const seconds = Math.round((performance.now() - started) / 1000);
      context.diagnostic(`keyboard: ${keys} keystrokes, ${seconds} s`);
      assert.ok(keys < 330 && seconds < 180, `${keys} keys, ${seconds} s`);
      await page.context().close();
    });

    test('a browser that dies loses no word: the bar says what was found, shows the difference, and gives it back', async () => {
      const page = await signedIn();
      const editor = await draft(page, 'Bài chưa lưu');
      await page.locator('.ProseMirror#body').click();
      await page.keyboard.type('Câu chưa kịp lưu.');
      await page.fill('[name="summary"]', 'Tóm tắt chưa lưu.');
      await page.waitForTimeout(1200);
      const pages = page.context();
      // dies without a word: no leaving, no last save
      await pages.setOffline(true);
      await page.close({ runBeforeUnload: false });
      await pages.setOffline(false);
      const again = await pages.newPage();
      await again.goto(editor.replace(/\?.*/, ''));
      const bar = again.locator('[data-recovery]');
      await bar.waitFor({ state: 'visible' });
      await bar.locator('summary').click();
      assert.match(await bar.locator('[data-difference]').innerText(), /Câu chưa kịp lưu/);
      if (process.env.PICTURES)
        await again.screenshot({ path: `${process.env.PICTURES}/recovery.png`, fullPage: true });
      await bar.locator('[data-take]').click();
      assert.match(await again.locator('.ProseMirror#body').innerText(), /Câu chưa kịp lưu/);
      assert.equal(await again.inputValue('[name="summary"]'), 'Tóm tắt chưa lưu.');
      await Promise.all([again.waitForNavigation(), again.click('button[name="do"][value="save"]')]);
      assert.match(await bodyOf(again), /Câu chưa kịp lưu/);
      await again.waitForTimeout(700);
      assert.equal(await bar.isVisible(), false, 'what the portal has is not offered again');
      await pages.close();
    });

    test('while the network is away the words stay on the machine, and what is dropped is gone', async () => {
      const page = await signedIn();
      const editor = await draft(page, 'Mất mạng');
      await page.route('**/sua/**', (route) =>
        route.request().method() === 'POST' ? route.abort() : route.continue(),
      );
      await page.locator('.ProseMirror#body').click();
      await page.keyboard.type('Viết khi mất mạng.');
      await page.keyboard.press('Control+s');
      await page.locator('[data-save-status]', { hasText: 'Chưa lưu được' }).waitFor();
      await page.waitForTimeout(700);
      page.on('dialog', (dialog) => void dialog.accept());
      await page.unroute('**/sua/**');
      await page.goto(editor.replace(/\?.*/, ''));
      await page.locator('[data-recovery] [data-drop]').click();
      await page.waitForTimeout(300);
      await page.reload();
      await page.waitForTimeout(700);
      assert.equal(await page.locator('[data-recovery]').isVisible(), false);
      await page.context().close();
    });

    test('a paste of Word and files let fall go in with their pictures, which lie in the library', async () => {
      const page = await signedIn();
      await draft(page, 'Dán và thả');
      await page.locator('.ProseMirror#body').click();
      const word = `<html><head><meta name=Generator content="Microsoft Word 15"></head><body><h1>Đề mục dán</h1><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Một<o:p></o:p></p><p class=MsoNormal>Xem<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1">[1]</a> ảnh:</p><p class=MsoNormal><img width=100 height=80 src="file:///C:/a.png" alt="Bạt"></p><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> Nguồn dán</p></div></body></html>`;
      const hex = Buffer.from(PNG, 'base64').toString('hex');
      const rtf = `{\\rtf1{\\*\\shppict{\\pict\\picw1\\pngblip ${hex}}}}`;
      await page.evaluate(
        ({ html, rich }) => {
          const here = globalThis as unknown as {
            document: Document;
            DataTransfer: typeof DataTransfer;
            ClipboardEvent: typeof ClipboardEvent;
          };
          const data = new here.DataTransfer();
          data.setData('text/html', html);
          data.setData('text/rtf', rich);
          here.document
            .querySelector('.ProseMirror#body')
            ?.dispatchEvent(
              new here.ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
            );
        },
        { html: word, rich: rtf },
      );
      const figures = page.locator('.ProseMirror#body figure img[src^="/tep/"]');
      await figures.first().waitFor();
      await page.evaluate((png) => {
        const here = globalThis as unknown as {
          document: Document;
          DataTransfer: typeof DataTransfer;
          DragEvent: typeof DragEvent;
          File: typeof File;
          atob: typeof atob;
        };
        const data = new here.DataTransfer();
        const bytes = Uint8Array.from(here.atob(png), (char) => char.charCodeAt(0));
        data.items.add(new here.File([bytes], 'Ảnh thả.png', { type: 'image/png' }));
        data.items.add(new here.File(['%PDF-1.4 thu\n%%EOF'], 'Mau don.pdf', { type: 'application/pdf' }));
        const place = here.document.querySelector('.ProseMirror#body');
        const { x, y } = place?.getBoundingClientRect() ?? { x: 0, y: 0 };
        place?.dispatchEvent(
          new here.DragEvent('drop', {
            dataTransfer: data,
            bubbles: true,
            cancelable: true,
            clientX: x + 40,
            clientY: y + 30,
          }),
        );
      }, PNG);
      await page.locator('.ProseMirror#body figure > a[href^="/tep/"]').waitFor();
      await page.keyboard.press('Control+s');
      await page.waitForFunction(`document.querySelector('input[name=version]').value === '2'`);
      await page.reload();
      const stored = await page.locator('textarea[name="body"]').inputValue();
      assert.match(stored, /<h2>Đề mục dán<\/h2>/);
      assert.match(stored, /<ul><li>(?:<p>)?Một/);
      assert.match(stored, /doc-(?:footnote|noteref)[\s\S]*Nguồn dán/);
      assert.equal(stored.match(/<img src="\/tep\//g)?.length, 2);
      assert.match(stored, /<figure><a href="\/tep\/[^"]+mau-don\.pdf">Mau don<\/a><figcaption[^>]*>PDF/);
      await page.context().close();
    });
  });
}
