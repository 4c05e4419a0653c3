import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

export const CHROMIUM_PATH = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Whether journeys are to be registered; `npm test` names them among what was left out when not. */
export function hasBrowser(): boolean {
  return process.env.TEST_BROWSER !== '0';
}

/** Nothing but what the test asks for goes over the network, and nothing is asked of the first visitor. */
export const FLAGS: readonly string[] = [
  '--headless',
  '--no-sandbox', // CI runs as root, where Chromium's sandbox does not start
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface TestBrowser {
  /** A visitor of his own: no cookies, Vietnamese, the clock of Viet Nam. Close it, or leave it to `close`. */
  visitor(options?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** A home for a Chromium under the temporary folder: profile, caches of fonts and shaders, crash reports, all of it in there. */
export function openBrowserHome(): { home: string; env: NodeJS.ProcessEnv; remove: () => void } {
  const home = mkdtempSync(path.join(tmpdir(), 'cong-lang-browser-'));
  const erase = () => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.once('exit', erase);
  return {
    home,
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, TMPDIR: home },
    remove: () => {
      erase();
      process.off('exit', erase);
    },
  };
}

/** Starts Chromium with a home of its own, removed at the end. */
export async function launchBrowser(): Promise<TestBrowser> {
  const { env, remove } = openBrowserHome();
  const browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: [...FLAGS], env });
  return {
    visitor: (options) =>
      browser.newContext({
        locale: 'vi-VN',
        timezoneId: 'Asia/Ho_Chi_Minh',
        viewport: { width: 1280, height: 800 },
        ...options,
      }),
    close: async () => {
      await browser.close();
      remove();
    },
  };
}

export interface AxeFinding {
  rule: string;
  impact: string;
  help: string;
  /** CSS paths of the elements, at most five. */
  where: string[];
}

interface AxeWindow {
  axe: {
    run(
      root: Document,
      options: object,
    ): Promise<{
      violations: { id: string; impact?: string | null; help: string; nodes: { target: unknown[] }[] }[];
    }>;
  };
}

const axeSource = () => readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong on the page as it stands: WCAG 2.2 A and AA, and axe's best practices.
 * @param only the rules to hold it to; all that axe holds by itself if not given.
 */
export async function axeFindings(page: Page, only?: readonly string[]): Promise<AxeFinding[]> {
  // evaluated by the debugger, so that the page's content security policy stays as it is in service
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axeSource());
  const { violations } = await page.evaluate(
    (runOnly) => {
      const here = globalThis as unknown as AxeWindow & { document: Document };
      return here.axe.run(here.document, { resultTypes: ['violations'], ...(runOnly && { runOnly }) });
    },
    only && { type: 'rule', values: [...only] },
  );
  return violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? 'minor',
    help,
    where: nodes.slice(0, 5).map(({ target }) => target.join(' ')),
  }));
}
