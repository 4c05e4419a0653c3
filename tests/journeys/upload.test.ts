import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from '../../src/platform/db/index.ts';
import { hasBrowser, launchBrowser, type TestBrowser } from '../support/browser.ts';
import { takePhotographs } from '../support/photographs.ts';
import { openLibraryPage, uploadWithReload } from '../support/upload-walk.ts';
import { openWorld, type World } from '../support/world.ts';

/** After a festival: twenty pictures, a page loaded anew in the middle, and a clerk without JavaScript. bench/upload.ts has 200. */

if (hasBrowser()) {
  describe('the pictures of a festival', () => {
    let world: World;
    let browser: TestBrowser;
    let origin: string;
    let files: string[];
    const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-anh-'));
    before(async () => {
      world = await openWorld('pglite');
      await world.app.listen('127.0.0.1', 0);
      const bound = world.app.http.server.address();
      assert.ok(bound && typeof bound === 'object');
      origin = `http://www.laocai.localhost:${bound.port}`;
      browser = await launchBrowser();
      files = await takePhotographs(folder, 20, 200_000);
    });
    after(async () => {
      await browser.close();
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const names = () =>
      world.database.database.transaction({ as: 'system' }, async (tx) => {
        const rows = await tx.rows<{ name: string }>(
          sql`select name from media where name like 'le-hoi-%' order by name`,
        );
        return rows.map(({ name }) => name);
      });

    test('twenty pictures show their progress, survive a page loaded anew, and arrive once each', async () => {
      const context = await browser.visitor();
      const page = await context.newPage();
      await openLibraryPage(page, origin, { username: 'lc.editor', password: world.password });
      const before = await uploadWithReload(page, files, 120_000);
      assert.ok(before < files.length, 'the page was loaded anew before all had arrived');
      const expected = files.map((file) => path.basename(file).replace('.jpg', '.webp'));
      assert.deepEqual(await names(), expected);
      await context.close();
    });

    test('without JavaScript the form takes several files, and says of each that is refused why', async () => {
      const context = await browser.visitor({ javaScriptEnabled: false });
      const page = await context.newPage();
      await openLibraryPage(page, origin, { username: 'lc.editor', password: world.password });
      await page.setInputFiles('#files', [
        { name: 'giay-moi.txt', mimeType: 'text/plain', buffer: Buffer.from('Kính mời') },
        { name: 'hinh.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="x"/>') },
      ]);
      await page.click('text="Đưa vào kho"');
      await page.waitForSelector('.error-summary');
      assert.match(
        (await page.textContent('.error-summary')) ?? '',
        /hinh\.svg: Tệp SVG có thể chứa mã chạy/,
      );
      assert.match((await page.textContent('.library-files')) ?? '', /giay-moi\.txt/);
      await context.close();
    });
  });
}
