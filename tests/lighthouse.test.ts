// What Lighthouse says of the pages people open first. It runs axe with rules of its own choice, so every page is seen by
// axe itself in templates.test.ts; here its score is held, and what it counts besides: the console, cookies, pictures.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Lang } from '../src/rules/lang.ts';
import { hasBrowser } from './support/browser.ts';
import { MAIN_HOST, publishFull } from './support/every-item.ts';
import { type Asking, launchLighthouse, type TestLighthouse } from './support/lighthouse.ts';
import { openWorld, type World } from './support/world.ts';

const BEST_PRACTICES_MIN = 95;

const PAGES = ['home', 'article', 'form'] as const;

/** Every language and ground on a phone; once on a desktop, where only the layout is another. */
const VIEWS: readonly (Asking & { lang: Lang })[] = [
  { lang: 'vi', scheme: 'light', device: 'mobile' },
  { lang: 'vi', scheme: 'dark', device: 'mobile' },
  { lang: 'en', scheme: 'light', device: 'mobile' },
  { lang: 'en', scheme: 'dark', device: 'mobile' },
  { lang: 'vi', scheme: 'light', device: 'desktop' },
];

// nothing is left out for plain HTTP: Lighthouse takes *.localhost for as safe as HTTPS, as browsers do
if (hasBrowser()) {
  describe('Lighthouse', () => {
    let world: World;
    let seen: TestLighthouse;
    let urls: Record<(typeof PAGES)[number], Record<Lang, string>>;

    before(async () => {
      world = await openWorld('pglite');
      const { vi, en } = await publishFull(world);
      await world.app.listen('127.0.0.1', 0);
      const bound = world.app.http.server.address();
      assert.ok(bound && typeof bound === 'object');
      const main = `http://${MAIN_HOST}:${bound.port}`;
      urls = {
        home: { vi: `${main}/`, en: `${main}/en` },
        article: { vi: `${main}/${vi.section}/${vi.article}`, en: `${main}/en/${en.section}/${en.article}` },
        form: { vi: `${main}/hoi-dap/gui/cau-hoi`, en: `${main}/en/questions/send/question` },
      };
      seen = await launchLighthouse();
    });
    after(async () => {
      await seen.close();
      await world.close();
    });

    for (const name of PAGES) {
      for (const { lang, scheme, device } of VIEWS) {
        test(`QN-047: ${name}, ${lang}, ${scheme}, ${device}: accessibility 100, best practices ${BEST_PRACTICES_MIN} or more`, async () => {
          const { accessibility, bestPractices, costly } = await seen.report(urls[name][lang], {
            scheme,
            device,
          });
          const told = `accessibility ${accessibility}, best practices ${bestPractices}\n${costly.join('\n')}`;
          assert.equal(accessibility, 100, told);
          assert.ok(bestPractices >= BEST_PRACTICES_MIN, told);
        });
      }
    }
  });
}
