import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from '../src/platform/db/index.ts';
import { launchBrowser } from '../tests/support/browser.ts';
import { takePhotographs } from '../tests/support/photographs.ts';
import { openLibraryPage, uploadWithReload } from '../tests/support/upload-walk.ts';
import { openWorld, type World } from '../tests/support/world.ts';
import { load, median, type Row } from './support.ts';

/**
 * A festival's pictures sent by a clerk while citizens read: 200 pictures of 300 MB in all, in Chromium, the page loaded
 * anew in the middle. The rate of public pages is measured side by side, before, during and after.
 */
const PICTURES = 200;
const ALL_BYTES = 300_000_000;
const ROUND_MS = 2_000;
const CONNECTIONS = 8;
const LONGEST_MS = 30 * 60_000;
const PAGES = ['/', '/gioi-thieu', '/so-do', '/lien-he'];

export async function measureUpload(): Promise<Row[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-festival-'));
  const files = await takePhotographs(folder, PICTURES, ALL_BYTES / PICTURES);
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  if (bytes < ALL_BYTES) throw new Error(`The pictures have ${bytes} bytes in all, ${ALL_BYTES} are wanted.`);
  const megabytes = bytes / 1_000_000;
  const world = await openWorld('postgres');
  try {
    await world.app.listen('127.0.0.1', 0);
    await world.app.startJobs();
    return await measure(world, files, megabytes);
  } finally {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(world: World, files: readonly string[], megabytes: number): Promise<Row[]> {
  const bound = world.app.http.server.address();
  if (!bound || typeof bound === 'string') throw new Error('The server has no port.');
  const rate = async () => {
    const ran = await load({
      ...{ port: bound.port, host: 'www.laocai.localhost', paths: PAGES, connections: CONNECTIONS },
      ...{ durationMs: ROUND_MS, acceptEncoding: 'br' },
    });
    return ran.perSecond;
  };
  await rate();
  const usual = [await rate(), await rate(), await rate()];
  const browser = await launchBrowser();
  const during: number[] = [];
  const began = performance.now();
  let isOver = false;
  const reading = (async () => {
    while (!isOver) during.push(await rate());
  })();
  const page = await (await browser.visitor()).newPage();
  page.setDefaultTimeout(120_000);
  const signIn = { username: 'lc.editor', password: world.password };
  await openLibraryPage(page, `http://www.laocai.localhost:${bound.port}`, signIn);
  const doneBefore = await uploadWithReload(page, files, LONGEST_MS).finally(() => {
    isOver = true;
  });
  await reading;
  const seconds = (performance.now() - began) / 1_000;
  await browser.close();
  usual.push(await rate(), await rate(), await rate());
  const arrived = await world.database.database.transaction({ as: 'system' }, (tx) =>
    tx.get<{ n: number; hashes: number }>(
      sql`select count(*)::int as n, count(distinct hash)::int as hashes from media where name like 'le-hoi-%'`,
    ),
  );
  const ratio = median(during) / median(usual);
  return [
    {
      what: `${PICTURES} pictures (${megabytes.toFixed(0)} MB) sent in Chromium, seconds`,
      value: seconds.toFixed(0),
    },
    { what: 'of them done when the page was loaded anew', value: String(doneBefore) },
    {
      what: 'arrived, each once',
      value: `${arrived.n} (${arrived.hashes})`,
      ...{ goal: `= ${PICTURES}`, holds: arrived.n === PICTURES && arrived.hashes === PICTURES },
    },
    { what: 'public pages a second, usually', value: median(usual).toFixed(0) },
    { what: 'public pages a second, while pictures arrive', value: median(during).toFixed(0) },
    {
      what: 'public pages while pictures arrive',
      value: ratio.toFixed(2),
      goal: '≥ 0.50',
      holds: ratio >= 0.5,
    },
  ];
}
