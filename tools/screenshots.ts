// `npm run screenshots`: the demo in memory at a fixed time, seen by Chromium, as pictures in docs/screenshots.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { type DemoAccount, type DemoSeed, seedDemo } from '../seeds/demo.ts';
import { type App, createApp } from '../src/app.ts';
import { migrate, openEmbedded } from '../src/platform/db/index.ts';
import { migrateJobs } from '../src/platform/jobs/index.ts';
import { shippedProfiles } from '../src/rules/profile/index.ts';
import { loadAssets } from '../src/ui/index.ts';
import { launchBrowser, type TestBrowser } from '../tests/support/browser.ts';
import { ROOT } from './steps.ts';

const FOLDER = path.join(ROOT, 'docs', 'screenshots');
/** Friday, with a working week behind it and a weekend before it. */
const NOW = new Date('2026-11-20T09:45:00+07:00');
const WIDTHS = [1280, 360];
const HEIGHT_MAX_PX = 2_600;
const FILE_MAX_BYTES = 250_000;
const ALL_MAX_BYTES = 6_000_000;
/** Fewer colours until the file is small enough: photographs need them, text does not. */
const COLOURS = [256, 128, 64, 32];

const PROVINCE = 'www.laocai.gov.vn';
const COMMUNE = 'bacha.laocai.gov.vn';
const DEPARTMENT = 'snnmt.laocai.gov.vn';
/** The form of a question, and one that waits for the day stated to its asker. */
const ASK = '/hoi-dap/gui/cau-hoi';
const PROMISED = 'thuê đất rừng';

/** What is pictured: whose eyes, which address, or the link on a page that leads there. */
interface Shot {
  name: string;
  host: string;
  path: string;
  /** Followed from `path`. */
  follow?: string;
  dark?: boolean;
  /** Only what a phone shows at first. */
  screen?: boolean;
  /** The first demo account of the host that holds this role. */
  as?: string;
  /** Words of the title of an inquiry: `:code` and `:id` of the path are its own. */
  inquiry?: string;
  /** Typed into the fields of these names, and sent. */
  typed?: Readonly<Record<string, string>>;
  widths?: readonly number[];
}

const DESK = '/ban-lam-viec';
const SHOTS: readonly Shot[] = [
  { name: 'home-tinh', host: PROVINCE, path: '/' },
  { name: 'home-tinh-toi', host: PROVINCE, path: '/', dark: true },
  { name: 'home-tinh-en', host: PROVINCE, path: '/en' },
  { name: 'home-xa', host: COMMUNE, path: '/' },
  { name: 'home-xa-toi', host: COMMUNE, path: '/', dark: true },
  { name: 'home-xa-en', host: COMMUNE, path: '/en' },
  { name: 'muc-tin', host: PROVINCE, path: '/tin-tuc' },
  { name: 'bai-viet', host: PROVINCE, path: '/', follow: 'main .lead-item a, main h3 a' },
  {
    ...{ name: 'thoi-han', host: PROVINCE },
    path: '/thoi-han?duty=question-own&from=2026-11-18&time=15:00',
  },
  { name: 'cong-thanh-vien', host: PROVINCE, path: '/cong-thanh-vien' },
  { name: 'viec-cua-toi', host: PROVINCE, path: DESK, as: 'boardMember' },
  {
    name: 'soan-thao',
    host: PROVINCE,
    path: DESK,
    follow: 'main a[href*="/sua/"]',
    as: 'editor',
  },
  { name: 'hang-cho-duyet', host: PROVINCE, path: `${DESK}/tin-bai/duyet`, as: 'boardMember' },
  {
    ...{ name: 'duyet', host: PROVINCE, path: `${DESK}/tin-bai/duyet`, as: 'boardMember' },
    follow: 'main a[href*="/duyet/"]',
  },
  {
    ...{ name: 'duyet-man-hinh', host: PROVINCE, path: `${DESK}/tin-bai/duyet`, as: 'boardMember' },
    ...{ follow: 'main a[href*="/duyet/"]', screen: true, widths: [360] },
  },
  { name: 'viec-cua-toi-en', host: PROVINCE, path: '/en/desk', as: 'boardMember' },
  {
    ...{ name: 'de-nghi', host: PROVINCE, path: `${DESK}/de-nghi`, as: 'boardMember' },
    follow: 'main a[href*="/de-nghi/"]',
  },
  { name: 'nhan-su', host: PROVINCE, path: `${DESK}/nhan-su`, as: 'technicalAdmin' },
  { name: 'cac-cong', host: PROVINCE, path: `${DESK}/cong`, as: 'technicalAdmin' },
  { name: 'lich-lam-viec', host: PROVINCE, path: `${DESK}/lich-lam-viec`, as: 'technicalAdmin' },
  { name: 'van-ban-danh-muc', host: PROVINCE, path: '/van-ban' },
  { name: 'van-ban', host: PROVINCE, path: '/van-ban?nam=2024&hinh-thuc=Quyết+định', follow: 'main table a' },
  { name: 'tim-kiem', host: PROVINCE, path: '/tim-kiem?q=nha+van+hoa+thon' },
  { name: 'cong-bao', host: PROVINCE, path: '/cong-bao', follow: 'main table a' },
  { name: 'cong-bao-ban', host: PROVINCE, path: `${DESK}/cong-bao`, as: 'boardMember' },
  { name: 'thu-vien-van-ban', host: PROVINCE, path: `${DESK}/van-ban`, as: 'boardMember' },
  { name: 'hoi-dap', host: PROVINCE, path: '/hoi-dap' },
  {
    ...{ name: 'hoi-dap-tra-loi', host: DEPARTMENT, path: '/hoi-dap' },
    follow: 'main a[href*="giong-ngo-vu-xuan"]',
  },
  { name: 'hoi-dap-gui', host: PROVINCE, path: ASK },
  {
    ...{ name: 'hoi-dap-nguoi-hoi', host: PROVINCE, path: ASK },
    typed: {
      topic: 'procedures',
      title: 'Đổi thẻ bảo hiểm y tế cho con ở đâu?',
      text: 'Thẻ của con tôi ghi sai tên đệm. Xin hỏi đổi ở xã hay phải lên tỉnh, mất mấy ngày?',
    },
  },
  { name: 'hoi-dap-theo-doi', host: PROVINCE, path: '/hoi-dap/theo-doi/:code', inquiry: PROMISED },
  { name: 'hoi-dap-so-lieu', host: PROVINCE, path: '/hoi-dap/so-lieu' },
  { name: 'quyen-du-lieu', host: PROVINCE, path: '/hoi-dap/gui/du-lieu-ca-nhan' },
  { name: 'thu-hoi-dap', host: PROVINCE, path: `${DESK}/thu-hoi-dap`, as: 'boardMember' },
  {
    ...{ name: 'thu-hoi-dap-mot-thu', host: PROVINCE, path: `${DESK}/thu-hoi-dap/:id`, as: 'boardMember' },
    inquiry: PROMISED,
  },
  {
    ...{ name: 'thu-hoi-dap-du-thao', host: PROVINCE, path: `${DESK}/thu-hoi-dap/:id`, as: 'editor' },
    inquiry: 'vay vốn ưu đãi',
  },
];

async function main(only: readonly string[]): Promise<void> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-screenshots-'));
  const { app, seed } = await startDemo(dataDir);
  const browser = await launchBrowser();
  try {
    await app.listen('127.0.0.1', 0);
    const bound = app.http.server.address();
    const port = bound && typeof bound === 'object' ? bound.port : 0;
    mkdirSync(FOLDER, { recursive: true });
    for (const shot of SHOTS.filter(({ name }) => only.length === 0 || only.includes(name)))
      await takeAll(browser, { seed, port }, shot);
  } finally {
    await browser.close();
    await app.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  const total = readdirSync(FOLDER).reduce((sum, name) => sum + statSync(path.join(FOLDER, name)).size, 0);
  process.stdout.write(`${FOLDER}: ${Math.round(total / 1_000)} KB\n`);
  if (total > ALL_MAX_BYTES) throw new Error(`The pictures take ${total} bytes, more than ${ALL_MAX_BYTES}.`);
}

async function startDemo(dataDir: string): Promise<{ app: App; seed: DemoSeed }> {
  const [opened, assets] = await Promise.all([openEmbedded(undefined), loadAssets()]);
  await opened.asOwner(async (owner) => {
    await migrate(owner);
    await migrateJobs(owner);
  });
  const app = await createApp({
    config: {
      ...{ dataDir, demo: true, logLevel: 'silent', pageCacheBytes: 32 * 1024 * 1024, trustProxy: false },
      secretKey: Buffer.alloc(32, 7),
    },
    ...{ opened, assets, profiles: shippedProfiles(), now: () => NOW },
  });
  const seed = await seedDemo(app.ports);
  if (!seed) throw new Error('The demo was not made.');
  await app.ports.jobs.drain();
  return { app, seed };
}

interface Place {
  seed: DemoSeed;
  port: number;
}

async function takeAll(browser: TestBrowser, place: Place, shot: Shot): Promise<void> {
  const context = await browser.visitor({
    colorScheme: shot.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const origin = `http://${shot.host.replace(/\.gov\.vn$/, '.localhost')}:${place.port}`;
  if (shot.as) await signIn(page, origin, accountOf(place.seed, shot.host, shot.as), place.seed.password);
  await page.goto(origin + pathOf(place.seed, shot));
  if (shot.follow) {
    const href = await page.locator(shot.follow).first().getAttribute('href');
    if (!href) throw new Error(`${shot.name}: nothing to follow on ${shot.path}`);
    await page.goto(new URL(href, page.url()).href);
  }
  if (shot.typed) await type(page, shot.typed);
  for (const width of shot.widths ?? WIDTHS) await take(page, shot, width);
  await context.close();
}

function pathOf({ inquiries }: DemoSeed, { host, path: wanted, inquiry }: Shot): string {
  if (!inquiry) return wanted;
  const found = inquiries.find((one) => one.host === host && one.title.includes(inquiry));
  if (!found) throw new Error(`The demo has no inquiry “${inquiry}” at ${host}.`);
  return wanted.replace(':code', found.code).replace(':id', String(found.id));
}

async function type(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    const field = page.locator(`main [name="${name}"]`);
    const kind = await field.first().evaluate((one) => `${one.tagName} ${one.getAttribute('type')}`);
    if (kind === 'SELECT null') await field.selectOption(value);
    else if (kind === 'INPUT radio') await page.check(`main [name="${name}"][value="${value}"]`);
    else await field.fill(value);
  }
  await page.click('main button[name="do"][value="next"]');
  await page.waitForLoadState('networkidle');
}

/** Addresses as they are in service: the port is another at each run, and every picture that shows one would change. */
const AS_IN_SERVICE = `{
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data } = texts.currentNode;
    const served = data
      .replace(/http:\\/\\/(?=[a-z0-9.-]+\\.localhost\\b)/g, 'https://')
      .replace(/\\.localhost(:\\d+)?/g, '.gov.vn');
    if (served !== data) texts.currentNode.data = served;
  }
}`;

async function take(page: Page, shot: Shot, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  // what was typed is sent once
  if (!shot.typed) await page.reload();
  await page.evaluate('document.fonts.ready');
  await page.evaluate('scrollTo(0, document.body.scrollHeight)'); // pictures load when they come near
  await page.waitForLoadState('networkidle');
  await page.evaluate('scrollTo(0, 0)');
  await page.evaluate(AS_IN_SERVICE);
  if (!shot.screen) {
    // a window as tall as the page, so that what stays at its foot stands where it belongs
    const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
    await page.setViewportSize({ width, height: Math.min(height, HEIGHT_MAX_PX) });
  }
  const png = await page.screenshot({ fullPage: !shot.screen, animations: 'disabled' });
  const small = await compress(png);
  writeFileSync(path.join(FOLDER, `${shot.name}-${width}.png`), small);
  process.stdout.write(`${shot.name}-${width}.png  ${Math.round(small.length / 1_000)} KB\n`);
}

async function signIn(page: Page, origin: string, account: DemoAccount, password: string): Promise<void> {
  await page.goto(`${origin}${DESK}/dang-nhap`);
  await page.fill('input[name="username"]', account.username);
  await page.fill('input[name="password"]', password);
  await page.click('main button[type="submit"]');
  await page.waitForURL((url) => url.pathname === DESK);
}

function accountOf({ accounts }: DemoSeed, host: string, role: string): DemoAccount {
  const found = accounts.find((one) => one.host === host && one.roles.includes(role));
  if (!found) throw new Error(`The demo has no ${role} at ${host}.`);
  return found;
}

async function compress(png: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(png).metadata();
  const cut = await sharp(png)
    .extract({ left: 0, top: 0, width, height: Math.min(height, HEIGHT_MAX_PX) })
    .png()
    .toBuffer();
  for (const colours of COLOURS) {
    const small = await sharp(cut).png({ palette: true, colours, effort: 8, compressionLevel: 9 }).toBuffer();
    if (small.length <= FILE_MAX_BYTES) return small;
  }
  throw new Error(`A picture of ${width} × ${height} is larger than ${FILE_MAX_BYTES} bytes.`);
}

await main(process.argv.slice(2));
