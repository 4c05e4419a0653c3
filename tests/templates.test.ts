// Every page anybody can ask for, seen by the checkers: valid HTML, nothing in the way of assistive technology, and
// nothing wider than the window of a small phone.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import axePackage from 'axe-core/package.json' with { type: 'json' };
import type { BrowserContext } from 'playwright-core';
import nuPackage from 'vnu-jar/package.json' with { type: 'json' };
import { civilDateOf, isCivilDate } from '../src/rules/calendar/index.ts';
import type { Lang } from '../src/rules/lang.ts';
import { axeFindings, hasBrowser, launchBrowser, type TestBrowser } from './support/browser.ts';
import { type AskedPage, listPages } from './support/every-page.ts';
import { hasNu, nuFindings } from './support/nu.ts';
import { openWorld, type World } from './support/world.ts';

/** Only the pages of these rooms (`PAGES=media,publishing`), while one is built. */
const ONLY = process.env.PAGES?.split(',');
const isWanted = (name: string) => ONLY?.some((room) => name.startsWith(`${room}.`)) ?? true;

/** What the page Accessibility tells of the last check; written at a release by `RECORD_CHECK=1 npm test -- templates`. */
const RECORD = path.resolve(import.meta.dirname, '../src/rooms/site/accessibility-check.json');
const RECORDS = process.env.RECORD_CHECK === '1' && !ONLY;

/** Tabs side by side: axe is busy in one while the next one loads. */
const TABS = 3;

type Scheme = 'light' | 'dark';

interface View {
  lang: Lang;
  width: number;
  schemes: readonly Scheme[];
}

/** Dark on one width: what stands where is the same as in the light, and is looked at there. */
const VIEWS: readonly View[] = [
  { lang: 'vi', width: 1280, schemes: ['light', 'dark'] },
  { lang: 'vi', width: 360, schemes: ['light'] },
  { lang: 'en', width: 1280, schemes: ['light', 'dark'] },
];

/** What axe is asked in each scheme: everything it knows, then, where only colours differ, its rules of colours. */
const RULES = {
  light: undefined,
  dark: ['color-contrast', 'link-in-text-block'],
} satisfies Record<Scheme, readonly string[] | undefined>;

const widthsOf = (scheme: Scheme) => {
  const widths = VIEWS.filter(({ schemes }) => schemes.includes(scheme)).map(({ width }) => width);
  return [...new Set(widths)].sort((a, b) => a - b);
};

if (hasBrowser() || hasNu()) {
  describe('Every page of every room', () => {
    let world: World;
    let asked: AskedPage[];
    /** What answered with a page; files, feeds and redirects are not looked at here. */
    let pages: (AskedPage & { html: string })[];

    before(async () => {
      world = await openWorld('pglite');
      asked = (await listPages(world)).filter(({ name }) => isWanted(name));
      pages = [];
      for (const one of asked) {
        const answer = await world.get(one.host, one.path, { as: one.as });
        const isPage = answer.headers['content-type']?.startsWith('text/html') ?? false;
        const isSaved = answer.headers['content-disposition']?.startsWith('attachment') ?? false;
        if (isPage && !isSaved && answer.status !== 301)
          pages.push({ ...one, status: answer.status, html: answer.body });
      }
    });
    after(() => world.close());

    test('every page answers as it should', () => {
      const wanted = new Map(asked.map((one) => [`${one.lang} ${one.name} ${one.path}`, one.status]));
      const wrong = pages
        .map(({ lang, name, path, status }) => ({ key: `${lang} ${name} ${path}`, status }))
        .filter(({ key, status }) => wanted.get(key) !== status);
      assert.deepEqual(wrong, []);
      assert.ok(ONLY || pages.length > 90, `${pages.length} pages`);
    });

    if (hasNu()) {
      test('QN-047: every page is valid HTML, so that any device and any reader can show it', async () => {
        const found = await nuFindings(
          pages.map(({ lang, name, path, html }) => ({ name: `${lang} ${name} ${path}`, html })),
        );
        const told = found.map(({ page, message, extract }) => `${page}: ${message} — ${extract}`);
        assert.deepEqual(told, []);
      });
    }

    if (hasBrowser()) {
      describe('in a browser', () => {
        let browser: TestBrowser;
        let port: number;

        before(async () => {
          await world.app.listen('127.0.0.1', 0);
          const bound = world.app.http.server.address();
          assert.ok(bound && typeof bound === 'object');
          port = bound.port;
          browser = await launchBrowser();
        });
        after(() => browser.close());

        // an English page of the same elements and attributes as a Vietnamese one differs in its words alone
        const skeletons = new Set<string>();
        const isTwin = (html: string) => skeletons.has(skeletonOf(html));
        before(() => {
          for (const { lang, html } of pages) if (lang === 'vi') skeletons.add(skeletonOf(html));
        });

        let findings = 0;
        for (const { lang, width, schemes } of VIEWS) {
          const view = `${width} px, ${lang === 'vi' ? 'Vietnamese' : 'English'}, ${schemes.join(' and ')}`;
          test(`QN-047, BG-003: axe finds nothing in anybody’s way and no page is wider than its window (${view})`, async () => {
            const queue = pages.filter((one) => one.lang === lang && !(lang === 'en' && isTwin(one.html)));
            const found = await Promise.all(
              Array.from({ length: TABS }, () => look(browser, queue, { width, schemes, port })),
            );
            findings += found.flat().length;
            assert.deepEqual(found.flat(), []);
          });
        }

        test('what this check saw is what the portals say of it', () => {
          const seen = {
            checkedOn: civilDateOf(new Date()),
            pages: pages.length,
            widths: widthsOf('light'),
            languages: ['vi', 'en'],
            dark: { widths: widthsOf('dark'), rules: RULES.dark },
            axe: axePackage.version,
            nu: nuPackage.version,
            findings,
          };
          // short lists in one line, as the formatter has them
          const written = JSON.stringify(seen, null, 2).replace(/\[[^\]]*\]/g, (list) =>
            list.replace(/\s+/g, ' ').replace(/\[ | \]/g, (edge) => edge.trim()),
          );
          if (RECORDS) writeFileSync(RECORD, `${written}\n`);
          const { checkedOn: _seenOn, pages: _seen, ...now } = seen;
          const { checkedOn, pages: told, ...said } = JSON.parse(readFileSync(RECORD, 'utf8'));
          assert.deepEqual(said, now, 'RECORD_CHECK=1 npm test -- templates writes it anew');
          assert.ok(
            ONLY || Math.abs(told - pages.length) <= told / 10,
            `${told} pages told, ${pages.length} seen`,
          );
          assert.ok(isCivilDate(checkedOn) && checkedOn <= seen.checkedOn);
        });
      });
    }
  });
}

/** The elements of a page with the names of their attributes, and the values that say what an element is for. */
function skeletonOf(html: string): string {
  const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
  return tags
    .map((tag) => {
      const attributes = [...tag.matchAll(/\s([a-z-]+)(?:="([^"]*)")?/gi)].map(([, name = '', value = '']) =>
        /^(role|type|class|rel|for|id|kind)$|^aria-(current|hidden|live|expanded|pressed)$/.test(name)
          ? `${name}=${value}`
          : name,
      );
      return `${/^<[a-z0-9]+/i.exec(tag)?.[0]} ${attributes.join(' ')}`;
    })
    .join('\n');
}

/** One tab: takes page after page from the queue. */
async function look(
  browser: TestBrowser,
  queue: AskedPage[],
  { width, schemes, port }: Omit<View, 'lang'> & { port: number },
): Promise<string[]> {
  const context = await browser.visitor({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  const found: string[] = [];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const url = `http://${next.host}:${port}${next.path}`;
    await become(context, next, url);
    await page.goto(url);
    const here = `${next.name} ${next.path}`;
    const wider = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
    if (wider > 0) found.push(`${here}: ${wider} px wider than the window`);
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const { rule, help, where } of await axeFindings(page, RULES[scheme]))
        found.push(`${here}, ${scheme}: ${rule}, ${help}: ${where.join(' | ')}`);
    }
  }
  await context.close();
  return found;
}

async function become(context: BrowserContext, { as }: AskedPage, url: string): Promise<void> {
  await context.clearCookies();
  const { origin } = new URL(url);
  const cookies = (as?.cookie ?? '')
    .split('; ')
    .filter((pair) => pair.includes('='))
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      return { name, value: rest.join('='), url: origin };
    });
  if (cookies.length > 0) await context.addCookies(cookies);
}
