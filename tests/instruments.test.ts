// The instruments other tests measure with must be able to find something.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { axeFindings, hasBrowser, launchBrowser, type TestBrowser } from './support/browser.ts';
import { launchLighthouse } from './support/lighthouse.ts';
import { hasNu, nuFindings } from './support/nu.ts';

const page = (body: string) =>
  `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Trang thử</title></head><body><main><h1>Trang thử</h1>${body}</main></body></html>`;
const GOOD = page('<p>Nội dung.</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="Một chấm" />');
const BAD = page(
  '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><div><p>Thiếu thẻ đóng</div></section>',
);

/** Sound in the light; in the dark its text is lost in its ground. */
const NIGHT = GOOD.replace(
  '</head>',
  '<style>@media (prefers-color-scheme: dark) { body { background: #111; color: #333 } }</style></head>',
);

if (hasBrowser()) {
  describe('The browser', () => {
    let browser: TestBrowser;
    before(async () => {
      browser = await launchBrowser();
    });
    after(() => browser.close());

    async function findingsOn(html: string, scheme?: 'dark', only?: string[]): Promise<string[]> {
      const visitor = await browser.visitor(scheme && { colorScheme: scheme });
      const tab = await visitor.newPage();
      await tab.setContent(html);
      const findings = await axeFindings(tab, only);
      await visitor.close();
      return findings.map(({ rule }) => rule);
    }

    test('axe finds a picture without a description, and nothing on a sound page', async () => {
      assert.deepEqual(await findingsOn(GOOD), []);
      assert.deepEqual(await findingsOn(BAD), ['image-alt']);
    });

    test('axe sees the dark where it is asked for, and only the rules it is asked for', async () => {
      assert.deepEqual(await findingsOn(NIGHT), []);
      assert.deepEqual(await findingsOn(NIGHT, 'dark'), ['color-contrast']);
      assert.deepEqual(await findingsOn(BAD, 'dark', ['color-contrast']), []);
    });

    test('Lighthouse takes points for a text lost in the dark, and names it', async () => {
      const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(NIGHT));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const bound = server.address();
      assert.ok(bound && typeof bound === 'object');
      const url = `http://localhost:${bound.port}/`;
      const seen = await launchLighthouse();
      try {
        const light = await seen.report(url, { scheme: 'light', device: 'mobile' });
        const dark = await seen.report(url, { scheme: 'dark', device: 'desktop' });
        assert.equal(light.accessibility, 100, light.costly.join('\n'));
        assert.ok(dark.accessibility < 100);
        assert.ok(
          dark.costly.some((told) => /^color-contrast, .*> p/.test(told)),
          dark.costly.join('\n'),
        );
      } finally {
        await seen.close();
        server.close();
      }
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
