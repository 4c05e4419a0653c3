// The instruments other tests measure with must be able to find something.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axeFindings, hasBrowser, launchBrowser, type TestBrowser } from './support/browser.ts';
import { hasNu, nuFindings } from './support/nu.ts';

const page = (body: string) =>
  `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Trang thử</title></head><body><main><h1>Trang thử</h1>${body}</main></body></html>`;
const GOOD = page('<p>Nội dung.</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="Một chấm" />');
const BAD = page(
  '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><div><p>Thiếu thẻ đóng</div></section>',
);

if (hasBrowser()) {
  describe('The browser', () => {
    let browser: TestBrowser;
    before(async () => {
      browser = await launchBrowser();
    });
    after(() => browser.close());

    async function findingsOn(html: string): Promise<string[]> {
      const visitor = await browser.visitor();
      const tab = await visitor.newPage();
      await tab.setContent(html);
      const findings = await axeFindings(tab);
      await visitor.close();
      return findings.map(({ rule }) => rule);
    }

    test('axe finds a picture without a description, and nothing on a sound page', async () => {
      assert.deepEqual(await findingsOn(GOOD), []);
      assert.deepEqual(await findingsOn(BAD), ['image-alt']);
    });
  });
}

if (hasNu()) {
  test('the Nu checker names the page and the line of what is wrong, and passes a sound page', async () => {
    const findings = await nuFindings([
      { name: 'sound', html: GOOD },
      { name: 'broken', html: BAD },
    ]);
    assert.ok(findings.length > 0);
    assert.ok(findings.every((finding) => finding.page === 'broken' && finding.line === 1));
    assert.ok(findings.some(({ message }) => /section/.test(message)));
  });
}
