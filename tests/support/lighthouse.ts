import path from 'node:path';
import lighthouse, { desktopConfig, type Result } from 'lighthouse';
import puppeteer, { type Page } from 'puppeteer-core';
import { CHROMIUM_PATH, FLAGS, openBrowserHome } from './browser.ts';

/** How somebody asks for a page. */
export interface Asking {
  /** The ground his system prefers. */
  scheme: 'light' | 'dark';
  /** The phone (412 px) or the desktop (1350 px) Lighthouse stands in for. */
  device: 'mobile' | 'desktop';
}

/** What Lighthouse says of one page; scores run from 0 to 100, as its reports print them. */
export interface LighthouseReport {
  accessibility: number;
  bestPractices: number;
  /** The audits that cost points: name, title, and what they point at. */
  costly: string[];
}

export interface TestLighthouse {
  report(url: string, asking: Asking): Promise<LighthouseReport>;
  close(): Promise<void>;
}

/** Its waits are there to measure speed, which is not asked of it here; `simulate` slows nothing down while a page loads. */
const NO_WAITS = {
  throttlingMethod: 'simulate',
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 0,
  cpuQuietThresholdMs: 0,
  disableFullPageScreenshot: true,
} as const;

/** Lighthouse in a Chromium of its own. It takes Puppeteer's pages only, not Playwright's. */
export async function launchLighthouse(): Promise<TestLighthouse> {
  const { home, env, remove } = openBrowserHome();
  const browser = await puppeteer.launch({
    ...{ executablePath: CHROMIUM_PATH, args: [...FLAGS], env },
    ...{ userDataDir: path.join(home, 'profile'), defaultViewport: null },
  });
  return {
    report: async (url, asking) => {
      const page = await browser.newPage();
      try {
        return await reportOn(page, url, asking);
      } finally {
        await page.close();
      }
    },
    close: async () => {
      await browser.close();
      remove();
    },
  };
}

async function reportOn(page: Page, url: string, { scheme, device }: Asking): Promise<LighthouseReport> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  const ran = await lighthouse(
    url,
    { ...NO_WAITS, onlyCategories: ['accessibility', 'best-practices'], logLevel: 'silent' },
    device === 'desktop' ? desktopConfig : undefined,
    page,
  );
  if (!ran) throw new Error(`Lighthouse says nothing of ${url}.`);
  const { lhr } = ran;
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  if (lhr.finalDisplayedUrl !== url) throw new Error(`${url} leads to ${lhr.finalDisplayedUrl}.`);
  const isDark = await page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
  if (isDark !== (scheme === 'dark')) throw new Error(`${url} was not seen in the ${scheme}.`);
  return {
    accessibility: scoreOf(lhr, 'accessibility'),
    bestPractices: scoreOf(lhr, 'best-practices'),
    costly: costlyIn(lhr),
  };
}

function scoreOf(lhr: Result, category: string): number {
  const score = lhr.categories[category]?.score;
  if (typeof score !== 'number') throw new Error(`Lighthouse gives no score for ${category}.`);
  return Math.round(score * 100);
}

function costlyIn(lhr: Result): string[] {
  const counted = Object.values(lhr.categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0),
  );
  return counted.flatMap(({ id }) => {
    const audit = lhr.audits[id];
    if (!audit || audit.score === null || audit.score === 1) return [];
    return [`${id}, ${audit.title}: ${pointedAt(audit).slice(0, 5).join(' | ')}`];
  });
}

/** CSS paths of elements; of what is no element, everything the audit tells. */
function pointedAt({ details }: Result['audits'][string]): string[] {
  const items = details && 'items' in details && Array.isArray(details.items) ? details.items : [];
  return items.map((item) => item?.node?.selector ?? JSON.stringify(item));
}
