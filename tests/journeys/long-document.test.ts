import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { sentence, tableOf } from '../../src/platform/pdf/fixtures.ts';
import { approveEdition, checkEdition, submitEdition } from '../../src/rooms/publishing/index.ts';
import { hasBrowser, launchBrowser, type TestBrowser } from '../support/browser.ts';
import { contentOf, publishingGround } from '../support/publishing.ts';

/** A document of five hundred articles as a citizen reads it on a telephone without JavaScript, and prints it. */

const HOST = 'www.laocai.localhost';
const ARTICLES = 500;
const ARTICLES_A_CHAPTER = 25;
/** What a telephone on a slow line fetches for the page itself, in bytes. */
const WEIGHT = 60 * 1024;
const ADDRESS = `https://vi.du.vn/${'duong-dan-rat-dai'.repeat(12)}`;

function bodyOf(): string {
  const parts = ['<p>Căn cứ Luật Tổ chức chính quyền địa phương;</p><h2>QUYẾT ĐỊNH:</h2>'];
  for (let number = 1; number <= ARTICLES; number += 1) {
    const chapter = Math.ceil(number / ARTICLES_A_CHAPTER);
    if (number % ARTICLES_A_CHAPTER === 1)
      parts.push(`<h2>Chương ${chapter}<br>QUY ĐỊNH PHẦN ${chapter}</h2>`);
    parts.push(`<h3>Điều ${number}. ${sentence(number, 8)}</h3><p>1. ${sentence(number + 1, 30)}.</p>`);
    parts.push(`<p>2. ${sentence(number + 2, 12)}:</p><p>a) ${sentence(number + 3, 14)};</p>`);
    parts.push(`<p>b) ${sentence(number + 4, 10)}.</p>`);
    if (number % 20 === 0) parts.push(tableOf(6, number));
    if (number === 333) parts.push(`<p>3. ${ADDRESS}</p>`);
  }
  return parts.join('');
}

if (hasBrowser())
  describe('a document of five hundred articles', () => {
    const ground = publishingGround('pglite');
    let browser: TestBrowser;
    let page: Page;
    let address = '';
    let weight = 0;

    before(async () => {
      await ground.open();
      const facts = { number: '36/2026/QĐ-UBND', issuedOn: '2026-10-01', effectiveOn: '2026-11-01' };
      const content = contentOf('Quyết định ban hành quy định về quản lý hoạt động', {
        bodyHtml: bodyOf(),
        facts,
      });
      const made = await ground.write('lc.editor', 'lao-cai/main', content, 'documents');
      await ground.perform(ground.one('lc.editor'), submitEdition, made);
      await ground.perform(ground.one('lc.checker'), checkEdition, made);
      await ground.perform(ground.one('lc.board'), approveEdition, made);
      await ground.world.app.ports.jobs.drain();
      await ground.world.app.listen('127.0.0.1', 0);
      const bound = ground.world.app.http.server.address();
      assert.ok(bound && typeof bound === 'object');
      browser = await launchBrowser();
      const context = await browser.visitor({
        viewport: { width: 360, height: 740 },
        javaScriptEnabled: false,
      });
      page = await context.newPage();
      const answer = await page.goto(`http://${HOST}:${bound.port}/bai/${made.itemId}`);
      weight = gzipSync((await answer?.body()) ?? '').length;
      address = page.url();
    });
    after(async () => {
      await browser.close();
      await ground.close();
    });

    test('LC-035: nothing is wider than a telephone, and the page is light', async () => {
      const width = await page.evaluate('document.documentElement.scrollWidth');
      assert.equal(width, 360);
      assert.ok(weight > WEIGHT / 10 && weight < WEIGHT, `${weight} bytes compressed`);
    });

    test('its contents are closed, open by chapters and lead to the article', async () => {
      const link = page.getByRole('link', { name: /^Điều 364 / });
      const contents = page.locator('.contents');
      assert.equal(await contents.getByText('Chương 15.').isVisible(), false);
      await contents.locator('.contents-menu > summary').click();
      assert.equal(await link.isVisible(), false);
      await contents.getByText('Chương 15.').click();
      await link.click();
      assert.match(page.url(), /#dieu-364$/);
      const { y = -1 } = (await page.locator('#dieu-364').boundingBox()) ?? {};
      assert.ok(y >= 0 && y < 740, `at ${y}`);
    });

    test('an address of a point leads to the point', async () => {
      await page.goto(`${address}#dieu-333-khoan-2-diem-b`);
      const point = page.locator(':target');
      assert.match((await point.textContent()) ?? '', /^b\) /);
      const { y = -1 } = (await point.boundingBox()) ?? {};
      assert.ok(y >= 0 && y < 740, `at ${y}`);
    });

    test('printed, it is its text within the margins, without what leads through the portal', async () => {
      const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })), { verbosity: 0 });
      let text = '';
      for (let number = 1; number <= pdf.numPages; number += 1) {
        const { items } = await (await pdf.getPage(number)).getTextContent();
        for (const item of items) {
          if (!('str' in item) || item.str.trim() === '') continue;
          const [x, y] = [item.transform[4], item.transform[5]];
          assert.ok(x > 40 && x + item.width < 560 && y > 40 && y < 800, `page ${number}: ${item.str}`);
          text += `${item.str} `;
        }
      }
      const flat = text.replaceAll(/\s+/g, '');
      for (let number = 1; number <= ARTICLES; number += 1) {
        const heading = `Điều ${number}. ${sentence(number, 8)}`.replaceAll(/\s+/g, '');
        assert.equal(flat.split(heading).length - 1, 1, heading);
      }
      assert.ok(flat.includes(ADDRESS));
      assert.doesNotMatch(flat, /500điều/);
    });
  });
