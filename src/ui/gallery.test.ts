import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Assets, assetHref, loadAssets } from './assets.ts';
import { listMailSpecimens, listSpecimens, MAIL_IDS, SPECIMEN_IDS } from './gallery.tsx';
import { galleryAddresses, serveGallery } from './gallery-server.ts';

const require = createRequire(import.meta.url);
const LANGS = ['vi', 'en'] as const;
/** First visit to an article without pictures: page, styles, fonts, icon, islands (design brief). */
const FIRST_VISIT_BYTES_MAX = 80_000;

let assets: Assets;
let server: Server;
let origin: string;
let browser: Browser;

before(async () => {
  assets = await loadAssets();
  ({ server, origin } = await serveGallery(assets));
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
});

after(async () => {
  await browser.close();
  server.close();
});

function eachSpecimen(): { lang: 'vi' | 'en'; id: string; html: string }[] {
  const { at } = galleryAddresses(assets);
  return LANGS.flatMap((lang) =>
    [...listSpecimens(lang, at), ...listMailSpecimens(lang)].map((page) => ({ lang, ...page })),
  );
}

test('every page of the gallery is valid HTML by the Nu checker, in both languages', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gallery-'));
  try {
    const files = eachSpecimen().map(({ lang, id, html }) => {
      const file = path.join(folder, `${lang}-${id}.html`);
      writeFileSync(file, html);
      return file;
    });
    const jar = path.join(path.dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
    const checked = await promisify(execFile)('java', ['-jar', jar, '--format', 'gnu', ...files]).catch(
      (failure: { stderr: string }) => failure,
    );
    assert.equal(checked.stderr, '');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

async function findingsOn(page: Page, rules: readonly string[] | undefined): Promise<string[]> {
  await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  return page.evaluate<
    string[]
  >(`axe.run(document, ${JSON.stringify(rules === undefined ? {} : { runOnly: rules })}).then((result) =>
    result.violations.flatMap((v) => v.nodes.map((n) => v.id + ' ' + n.target.join(' ') + ' ' + (n.any[0]?.message ?? v.help))))`);
}

for (const width of [360, 1280]) {
  for (const view of width === 360 ? ['light', 'dark'] : ['light', 'dark', 'contrast']) {
    test(`axe finds nothing at ${width} px in the ${view} view, and no page is wider than its window`, async () => {
      // axe is put in by the test, so the page's own policy has to let it pass; the next test holds the policy.
      const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
      const page = await context.newPage();
      const found: string[] = [];
      // The dark and the contrast view change colours only; English changes words, at one width.
      const rules = view === 'light' ? undefined : ['cat.color'];
      for (const lang of view === 'light' && width === 360 ? LANGS : (['vi'] as const)) {
        for (const id of SPECIMEN_IDS) {
          await page.goto(`${origin}/${lang}/${id}?xem=${view}`);
          const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
          if (wider > 0) found.push(`${lang}/${id}: ${wider} px wider than the window`);
          found.push(...(await findingsOn(page, rules)).map((finding) => `${lang}/${id}: ${finding}`));
        }
      }
      await context.close();
      assert.deepEqual(found, []);
    });
  }
}

test('every mail reads well in a light and in a dark program, on a phone and on a wide screen, and fetches nothing', async () => {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [320, 1280]) {
      const context = await browser.newContext({
        viewport: { width, height: 700 },
        colorScheme,
        bypassCSP: true,
      });
      const page = await context.newPage();
      for (const lang of LANGS) {
        for (const id of MAIL_IDS) {
          const asked: string[] = [];
          page.on('request', (request) => asked.push(request.url()));
          await page.goto(`${origin}/${lang}/${id}`);
          assert.deepEqual(asked, [`${origin}/${lang}/${id}`]);
          page.removeAllListeners('request');
          const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
          if (wider > 0) found.push(`${lang}/${id}: ${wider} px wider than the window`);
          const where = `${lang}/${id} ${colorScheme} ${width}`;
          found.push(...(await findingsOn(page, undefined)).map((finding) => `${where}: ${finding}`));
        }
      }
      await context.close();
    }
  }
  assert.deepEqual(found, []);
});

test('the text of a mail says everything its HTML says', () => {
  for (const lang of LANGS) {
    for (const { id, html, text } of listMailSpecimens(lang)) {
      const body = html.slice(html.indexOf('<body'));
      const said = [...body.matchAll(/>([^<]+)</g)]
        .map(([, words = '']) => words.trim().replace(/,$/, ''))
        .filter(Boolean);
      const addresses = [...body.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
      assert.ok(said.length > 8 && addresses.length > 2);
      const missing = [...said, ...addresses].filter(
        (words) => !text.includes(words) && !/^(Hoặc mở địa chỉ|Or open this)|^\. /.test(words),
      );
      assert.deepEqual(missing, [], `${lang}/${id}`);
    }
  }
});

test('at 320 px, and with text at 200 %, no page is wider than its window and the policy without inline holds', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
  const found: string[] = [];
  page.on('console', (message) => message.type() === 'error' && found.push(message.text()));
  for (const view of ['light', 'size-200']) {
    for (const id of SPECIMEN_IDS) {
      await page.goto(`${origin}/vi/${id}?xem=${view}`);
      const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      if (wider > 0) found.push(`${id} ${view}: ${wider} px wider than the window`);
    }
  }
  await page.close();
  assert.deepEqual(found, []);
});

test('on a phone every link and control outside running text is at least 44 px high, or has that room around it', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
  const small: string[] = [];
  for (const id of SPECIMEN_IDS) {
    await page.goto(`${origin}/vi/${id}`);
    small.push(
      ...(
        await page.evaluate<
          string[]
        >(`[...document.querySelectorAll('.button, summary, .mainnav a, .letters a, .tasks a, .pager a, .article-tools a, .icon-links a, .threshold li a, .topbar a, .desk-bar a, .rail a, .chips a, input:not([type=hidden]):not([type=checkbox]):not([type=radio]), select, .choice label, .desk-choose')]
        .filter((e) => e.getClientRects().length > 0 && e.getBoundingClientRect().height < 43.5)
        .map((e) => e.className + ' ' + e.tagName + ' “' + e.textContent.trim().slice(0, 30) + '” ' + e.getBoundingClientRect().height)`)
      ).map((s) => `${id}: ${s}`),
    );
  }
  await page.close();
  assert.deepEqual(small, []);
});

test('without script the menu of a phone opens, and is one copy', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 800 }, javaScriptEnabled: false });
  await page.goto(`${origin}/vi/bai-viet`);
  assert.equal(await page.locator('#muc-luc').isVisible(), false);
  await page.locator('.menu > summary').click();
  assert.equal(await page.locator('#muc-luc').isVisible(), true);
  assert.equal(await page.getByRole('link', { name: 'Đối thoại', exact: true }).count(), 1);
  await page.close();
});

test('the keys of the desk choose a row, mark it, go to the search and show all keys', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${origin}/vi/viec-cua-toi`);
  const focused = () =>
    page.evaluate<string>('document.activeElement.textContent || document.activeElement.id');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.match(await focused(), /^Hộ nuôi dưới 10 con trâu/);
  await page.keyboard.press('x');
  assert.equal(await page.locator('[data-desk-row] input:checked').count(), 1);
  await page.keyboard.press('/');
  assert.equal(await focused(), 'tim-viec');
  await page.keyboard.type('x?');
  assert.equal(await page.locator('#tim-viec').inputValue(), 'x?', 'keys typed in a field are text');
  await page.locator('h1').click();
  await page.keyboard.press('?');
  assert.equal(await page.locator('#ban-phim').isVisible(), true);
  await page.close();
});

test('a form that is being sent cannot be sent twice, and its button keeps its words', async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/vi/duyet`);
  let sent = 0;
  await page.route('**/duyet', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    sent += 1;
    await new Promise((resolve) => setTimeout(resolve, 300));
    return route.fulfill({ status: 204 });
  });
  const button = page.getByRole('button', { name: 'Duyệt và đăng lúc 14:00' });
  await button.click({ noWaitAfter: true });
  await button.click({ noWaitAfter: true });
  await page.waitForTimeout(500);
  assert.equal(sent, 1);
  assert.equal(await button.getAttribute('aria-busy'), 'true');
  assert.equal(await button.innerText(), 'Duyệt và đăng lúc 14:00');
  await page.close();
});

test('the first visit to an article without pictures stays under 80 KB on the wire, fonts included', () => {
  const article = eachSpecimen().find((page) => page.lang === 'vi' && page.id === 'bai-viet');
  assert.ok(article);
  const addressed = [...article.html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(
    (match) => match[1] ?? '',
  );
  const { added } = galleryAddresses(assets);
  const named = addressed
    .map((address) => assets.byPath.get(address) ?? added.get(address))
    .filter((a) => a !== undefined);
  const fonts = ['be-vietnam-pro-400.woff2', 'be-vietnam-pro-600.woff2'].map((name) =>
    assets.byPath.get(assetHref(assets, name)),
  );
  const bytes = [...named, ...fonts].reduce(
    (sum, asset) => sum + (asset?.brotli ?? asset?.body ?? Buffer.alloc(0)).length,
    0,
  );
  const total = bytes + brotliCompressSync(Buffer.from(article.html)).length;
  assert.ok(named.length >= 3, 'theme, styles and islands were counted');
  assert.ok(total <= FIRST_VISIT_BYTES_MAX, `${total} bytes`);
});
