import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

const LIBRARY = '/ban-lam-viec/kho';

/** Signs somebody in and opens the library of the portal. */
export async function openLibraryPage(
  page: Page,
  origin: string,
  { username, password }: { username: string; password: string },
): Promise<void> {
  await page.goto(`${origin}/ban-lam-viec/dang-nhap?ve=${LIBRARY}`);
  await page.fill('input[name="username"]', username);
  await page.fill('input[name="password"]', password);
  await page.click('main button[type="submit"]');
  await page.waitForURL((url) => url.pathname === LIBRARY);
}

/** What the page tells of all files: "Xong 3 trong 20 tệp, …". */
export async function readProgress(page: Page): Promise<{ done: number; of: number }> {
  const text = (await page.locator('.upload-queue > .num').textContent()) ?? '';
  const [, done = '0', of = '0'] = /Xong (\d+) trong (\d+) tệp/.exec(text) ?? [];
  return { done: Number(done), of: Number(of) };
}

/**
 * Chooses the files, loads the page anew in the middle, and waits until the rest has gone on by itself.
 * @returns files done before the page was loaded anew
 */
export async function uploadWithReload(
  page: Page,
  files: readonly string[],
  timeoutMs: number,
): Promise<number> {
  await page.setInputFiles('#files', [...files]);
  const middle = Math.max(1, Math.floor(files.length / 3));
  await page.waitForFunction(
    (least) => {
      const text = document.querySelector('.upload-queue > .num')?.textContent ?? '';
      return Number(/Xong (\d+)/.exec(text)?.[1] ?? 0) >= least;
    },
    middle,
    { timeout: timeoutMs },
  );
  const { done, of } = await readProgress(page);
  assert.equal(of, files.length);
  await page.reload();
  await page.waitForFunction(
    () => /Đã tải xong/.test(document.querySelector('.upload-sentence')?.textContent ?? ''),
    null,
    { timeout: timeoutMs },
  );
  return done;
}
