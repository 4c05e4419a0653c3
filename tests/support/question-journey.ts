import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import { givePasswords } from '../../seeds/people.ts';
import type { MailMessage } from '../../src/platform/mail/types.ts';
import { INQUIRY_PATHS, privatePath } from '../../src/rooms/inquiries/addresses.ts';
import { deskWords } from '../../src/rooms/inquiries/desk-words.ts';
import { INTAKE_RULES, type Intake } from '../../src/rooms/inquiries/intakes.ts';
import { askWords } from '../../src/rooms/inquiries/public-words.ts';
import { MOVES, type MoveName } from '../../src/rooms/inquiries/rules.ts';
import { stepWords } from '../../src/rooms/inquiries/step-words.ts';
import { trackWords } from '../../src/rooms/inquiries/track-words.ts';
import type { Lang } from '../../src/rules/lang.ts';
import { launchBrowser } from './browser.ts';
import { type Hall, openHall, PLACES, type Place, type Post } from './inquiries.ts';
import { type MailBox, openMailBox } from './mail.ts';
import { WORLD_NOW } from './world.ts';

/** A telephone. */
const VIEW = { width: 360, height: 740 };
const BASE: Record<Lang, string> = { vi: '/ban-lam-viec/thu-hoi-dap', en: '/en/desk/thu-hoi-dap' };
/** Between two pages of one person, so that nobody writes faster than people do. */
const PAUSE_MS = 5_000;

/** What a citizen of these journeys sends; each value can be looked for afterwards. */
export interface Letter {
  intake: Intake;
  title: string;
  text: string;
}

export const ASKER_NAME = 'Vàng Thị Thử';

/** What one fills into the form of a step: by name of the field, in order. */
export type Filled = Readonly<Record<string, string | readonly string[] | true>>;

/** People at work on one hall, each in a browser of his own, as wide as a telephone, in one language. */
export interface Journey {
  hall: Hall;
  box: MailBox;
  lang: Lang;
  /** Somebody without an account and without JavaScript. */
  citizen(): Promise<Page>;
  /** An officer who has signed in at the desk of his portal; by his user name where the hall has no such post. */
  officer(portal: string, post: Post | { username: string }): Promise<Page>;
  /** Fills in the form from page to page and sends it. @returns the code on the receipt */
  ask(page: Page, place: Place, letter: Letter): Promise<string>;
  /** Opens the private page of a code by typing it. */
  follow(page: Page, place: Place, code: string): Promise<void>;
  /** From the officer's board to the case of this title. */
  open(page: Page, title: string): Promise<void>;
  /** Takes a step of a case as its form offers it, and sees what the desk says of it. */
  take(page: Page, move: MoveName, filled?: Filled): Promise<void>;
  /** Writes the answer into the editor and hands it on for checking. */
  draft(page: Page, answer: Drafted): Promise<void>;
  /** Draft, check and signature by three people of a portal, each at his own desk. */
  answer(portal: string, title: string, answer: Drafted): Promise<void>;
  /** The mail of this subject that was sent to an address, once; whatever waits is sent first. */
  mailTo(email: string, about: RegExp): Promise<MailMessage>;
  address(host: string, path: string): string;
  host(portal: string): string;
  /** Nothing on the page is wider than the telephone. */
  fits(page: Page): Promise<void>;
  later(ms: number): void;
  close(): Promise<void>;
}

export interface Drafted {
  title: string;
  question: string;
  answer: string;
  mode: 'public' | 'direct' | 'both';
}

export const emailOf = (place: Place, lang: Lang) => `thu.${place}.${lang}@nguoihoi.example`;

export async function openJourney(lang: Lang): Promise<Journey> {
  const box = openMailBox();
  const hall = await openHall('pglite', { mail: box });
  const { ports } = hall.app;
  await givePasswords(ports, hall.officers, hall.password);
  await hall.app.listen('127.0.0.1', 0);
  const bound = hall.app.http.server.address();
  assert.ok(bound && typeof bound === 'object');
  const { port } = bound;
  const browser = await launchBrowser();
  const open: BrowserContext[] = [];
  const desks = new Map<string, Page>();
  const [a, d, s, t] = [askWords(lang), deskWords(lang), stepWords(lang), trackWords(lang)];
  let now = WORLD_NOW.getTime();
  const later = (ms: number) => {
    now += ms;
    hall.setNow(new Date(now));
  };
  const host = (portal: string) => hall.portal(portal).host.replace(/\.gov\.vn$/, '.localhost');
  const address = (name: string, path: string) => `http://${name}:${port}${path}`;

  async function newPage(javaScriptEnabled: boolean): Promise<Page> {
    const context = await browser.visitor({ javaScriptEnabled, viewport: VIEW });
    open.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    return page;
  }

  async function fits(page: Page): Promise<void> {
    const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
    assert.ok(width <= VIEW.width, `${page.url()} is ${width} px wide on a telephone of ${VIEW.width}`);
  }

  /** Presses a button of the form and waits for the page it leads to. */
  async function press(page: Page, name: string, within: string): Promise<void> {
    later(PAUSE_MS);
    const button = page.locator(within).getByRole('button', { name, exact: true }).first();
    await Promise.all([page.waitForNavigation(), button.click()]);
    await fits(page);
  }

  async function fill(page: Page, form: string, filled: Filled): Promise<void> {
    for (const [name, value] of Object.entries(filled)) {
      const field = page.locator(`${form} [name="${name}"]`);
      const kind = await field
        .first()
        .evaluate((node) => `${node.tagName} ${node.getAttribute('type') ?? ''}`);
      if (kind.startsWith('SELECT')) await field.selectOption(String(value));
      else if (value === true) await field.check();
      else if (/radio|checkbox/.test(kind))
        for (const one of [value].flat())
          await page.locator(`${form} [name="${name}"][value="${one}"]`).check();
      else if (Array.isArray(value)) for (const [at, one] of value.entries()) await field.nth(at).fill(one);
      else await field.fill(String(value));
    }
  }

  /** The asker's own fields, as far as the regulation asks for them. */
  async function fillAsker(page: Page, place: Place): Promise<void> {
    const own: Record<string, string> = {
      ...{ name: ASKER_NAME, nationality: 'Việt Nam', occupation: 'Làm nương' },
      ...{ addressStreet: 'Thôn Mẫu 9', addressCommune: 'Xã Mẫu', addressProvince: 'Tỉnh Mẫu' },
      ...{ addressDistrict: 'Huyện Mẫu', email: emailOf(place, lang), phone: '0987 650 432' },
    };
    for (const [name, value] of Object.entries(own)) {
      const field = page.locator(`#gui input[name="${name}"]:not([type="hidden"])`);
      if ((await field.count()) > 0) await field.fill(value);
    }
    const foreigner = page.locator('#gui input[name="isForeigner"][value="no"][type="radio"]');
    if ((await foreigner.count()) > 0) await foreigner.check();
  }

  const journey: Journey = {
    ...{ hall, box, lang, fits, later, address, host },
    citizen: () => newPage(false),
    async officer(portal, post) {
      const username = typeof post === 'string' ? hall.officer(portal, post).username : post.username;
      const known = desks.get(username);
      if (known) return known;
      const page = await newPage(true);
      const desk = lang === 'vi' ? '/ban-lam-viec' : '/en/desk';
      await page.goto(address(host(portal), `${desk}/dang-nhap?ve=${BASE[lang]}`));
      await page.fill('input[name="username"]', username);
      await page.fill('input[name="password"]', hall.password);
      await Promise.all([
        page.waitForURL((url) => url.pathname === BASE[lang]),
        page.click('main button[type="submit"]'),
      ]);
      desks.set(username, page);
      return page;
    },
    async ask(page, place, { intake, title, text }) {
      const home = address(host(`${place}/main`), INQUIRY_PATHS.home[lang]);
      await page.goto(home);
      await fits(page);
      const way = page.locator(
        `main a[href$="${INQUIRY_PATHS.ask[lang].replace(':intake', INTAKE_RULES[intake].slug[lang])}"]`,
      );
      await Promise.all([page.waitForNavigation(), way.first().click()]);
      const topic = page.locator('#gui select[name="topic"]');
      if ((await topic.count()) > 0) await topic.selectOption({ index: 1 });
      await fill(page, '#gui', { title, text });
      await press(page, a.next, '#gui');
      // nothing of the asker is read before the page says what it is for
      await page.getByText(a.purposeTitle).waitFor();
      await fillAsker(page, place);
      await press(page, a.next, '#gui');
      const consents = page.locator('#gui input[name="consents"]');
      assert.equal(
        await consents.evaluateAll(
          (all) => all.filter((one) => (one as unknown as { checked: boolean }).checked).length,
        ),
        0,
        'a consent was given beforehand',
      );
      await page.locator('#gui input[name="consents"][value="reply"]').check();
      await press(page, a.send, '#gui');
      await page.getByRole('heading', { level: 1, name: t.receivedTitle }).waitFor();
      return (await page.locator('.receipt-number').innerText()).trim();
    },
    async follow(page, place, code) {
      await page.goto(address(host(`${place}/main`), INQUIRY_PATHS.track[lang]));
      await page.locator('main input[name="code"]').fill(code.toLowerCase().replaceAll('-', ' '));
      await press(page, t.open, 'main');
      assert.equal(new URL(page.url()).pathname, privatePath(lang, code));
    },
    async open(page, title) {
      await page.goto(new URL(BASE[lang], page.url()).href);
      await fits(page);
      const href = await page.locator(`main a:has-text("${title}")`).first().getAttribute('href');
      assert.ok(href, `“${title}” is not on the board`);
      await page.goto(new URL(href, page.url()).href);
      await fits(page);
    },
    async take(page, move, filled = {}) {
      const folded = page.locator(`details#buoc-${move}:not([open]) > summary`);
      if ((await folded.count()) > 0) await folded.click();
      const form = `#buoc-${move}`;
      await fill(page, form, filled);
      await press(page, s.buttons[move] ?? MOVES[move].label[lang], form);
      await page
        .getByText(d.done[move] ?? assert.fail(move))
        .first()
        .waitFor();
    },
    async draft(page, { title, question, answer, mode }) {
      const form = 'section[aria-labelledby="tra-loi"] form';
      const asPublic = page.locator(`${form} [name="title"]`);
      if ((await asPublic.count()) > 0) await fill(page, form, { title, question });
      await fill(page, form, { answer, mode });
      await press(page, s.answer.submit, form);
      await page
        .getByText(d.done.submit ?? '')
        .first()
        .waitFor();
    },
    async answer(portal, title, drafted) {
      const editor = await journey.officer(portal, 'editor');
      await journey.open(editor, title);
      await journey.draft(editor, drafted);
      for (const [post, move] of [
        ['checker', 'check'],
        ['head', 'sign'],
      ] as const) {
        const page = await journey.officer(portal, post);
        await journey.open(page, title);
        await journey.take(page, move);
      }
    },
    async mailTo(email, about) {
      await ports.jobs.drain();
      const found = box.taken.filter(({ to, subject }) => to === email && about.test(subject));
      assert.equal(found.length, 1, `${found.length} mails about ${about} to ${email}`);
      return found[0] ?? assert.fail();
    },
    async close() {
      for (const context of open) await context.close();
      await browser.close();
      await hall.close();
    },
  };
  return journey;
}

/** Name and host of the member portal that questions are passed to. */
export const memberOf = (place: Place) => `${place}/${PLACES[place]}`;
