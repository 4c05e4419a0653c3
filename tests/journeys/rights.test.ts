import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { checkAnswerOf, draftAnswer, signAnswer, submitAnswer } from '../../src/rooms/inquiries/answering.ts';
import { INTAKE_RULES } from '../../src/rooms/inquiries/intakes.ts';
import { carryingWords } from '../../src/rooms/inquiries/rights-desk-words.ts';
import { RIGHT_WORDS, rightsWords } from '../../src/rooms/inquiries/rights-words.ts';
import type { Lang } from '../../src/rules/lang.ts';
import { hasBrowser, launchBrowser, type TestBrowser } from '../support/browser.ts';
import { sendQuestion } from '../support/inquiry-pages.ts';
import { openWorld, type World } from '../support/world.ts';

/**
 * Somebody who once asked a question wants to know what is kept of him. On a telephone, without JavaScript and without an
 * account: from the page of questions he shows his code, sees what is stored, prints the certificate and sends his
 * request. The board takes it in, encloses the certificate and answers; with the code of the request he reads both.
 */

const HOST = 'www.laocai.localhost';
const HOME: Record<Lang, string> = { vi: '/hoi-dap', en: '/en/questions' };

if (hasBrowser()) {
  for (const lang of ['vi', 'en'] as const) {
    describe(`BG-028, BG-029: a citizen sees what is kept of him, in ${lang === 'vi' ? 'Vietnamese' : 'English'}`, () => {
      const w = rightsWords(lang);
      let world: World;
      let browser: TestBrowser;
      let port: number;
      let citizen: Page;
      let code: string;
      let requestCode: string;
      let requestId: number;
      const open: BrowserContext[] = [];
      const address = (path: string) => `http://${HOST}:${port}${path}`;

      before(async () => {
        world = await openWorld('pglite');
        await world.app.listen('127.0.0.1', 0);
        const bound = world.app.http.server.address();
        assert.ok(bound && typeof bound === 'object');
        port = bound.port;
        browser = await launchBrowser();
        code = await sendQuestion(world);
        citizen = await visitor(false);
      });
      after(async () => {
        for (const context of open) await context.close();
        await browser.close();
        await world.close();
      });

      async function visitor(javaScriptEnabled: boolean): Promise<Page> {
        const context = await browser.visitor({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
        open.push(context);
        const page = await context.newPage();
        page.setDefaultTimeout(15_000);
        return page;
      }

      test('he shows his code, and sees what is stored and who was given it', async () => {
        await citizen.goto(address(HOME[lang]));
        const name = new RegExp(INTAKE_RULES.personalData.name[lang].split(' ').slice(-3).join(' '), 'i');
        await citizen.getByRole('main').getByRole('link', { name }).first().click();
        await citizen.getByRole('textbox', { name: w.code }).fill(`${code.toLowerCase()} `);
        await citizen.getByRole('button', { name: w.openByCode }).click();
        await citizen.getByRole('heading', { level: 1, name: w.ownTitle }).waitFor();
        await citizen.getByText(w.given, { exact: true }).waitFor();
        await citizen.getByRole('link', { name: w.certificate }).click();
        await citizen.getByText('Giàng Thị Mẫu').waitFor();
        await citizen.getByRole('link', { name: w.back }).click();
      });

      test('what he forgot to say is said at its place; then he gets a receipt with both days', async () => {
        await citizen.getByRole('button', { name: w.send }).click();
        await citizen.getByRole('alert').getByRole('link', { name: w.problems.right }).waitFor();
        await citizen.getByRole('radio', { name: RIGHT_WORDS.view[lang] }).check();
        await citizen.getByRole('button', { name: w.send }).click();
        await citizen.getByRole('heading', { level: 1, name: w.receivedTitle }).waitFor();
        const shown = citizen.locator('.receipt');
        requestCode = (await shown.locator('.receipt-number').innerText()).trim();
        await shown.getByText('25/11/2026').or(shown.getByText('25 November 2026')).first().waitFor();
        await shown.getByText('30/11/2026').or(shown.getByText('30 November 2026')).first().waitFor();
      });

      test('the board takes it in and encloses the certificate', async () => {
        const { cookie } = await world.signIn(HOST, 'lc.board');
        const board = await visitor(true);
        const [name = '', value = ''] = cookie.split('=');
        await board.context().addCookies([{ name, value, url: address('/') }]);
        await board.goto(address('/ban-lam-viec/thu-hoi-dap?loai=personalData'));
        await board.getByRole('link', { name: RIGHT_WORDS.view[lang] }).first().click();
        requestId = Number(/(\d+)$/.exec(new URL(board.url()).pathname)?.[1]);
        await board.getByRole('button', { name: 'Nhận giải quyết' }).click();
        await board.getByRole('link', { name: carryingWords('vi').open }).click();
        await board.getByRole('button', { name: carryingWords('vi').certify }).click();
        await board.getByText('Đã kèm giấy xác nhận.').waitFor();
      });

      test('the head signs, and with the code of the request he reads the answer and the certificate', async () => {
        const { ports } = world.app;
        const of = { portalId: world.portal('lao-cai/main').id, inquiryId: requestId };
        const [board, head] = [await world.as('lc.board'), await world.as('lc.head')];
        await ports.perform(board, draftAnswer, {
          ...{ ...of, citations: [], mode: 'direct' as const, from: 0 },
          content: { title: '', question: '', answer: 'Giấy xác nhận kèm theo.', aside: '' },
        });
        await ports.perform(board, submitAnswer, of);
        await ports.perform(head, checkAnswerOf, of);
        await ports.perform(head, signAnswer, of);
        await citizen.goto(address(`${HOME[lang]}/${lang === 'vi' ? 'theo-doi' : 'follow'}/${requestCode}`));
        await citizen.getByText('Giấy xác nhận kèm theo.').first().waitFor();
        const file = citizen.getByRole('link', { name: /\.html/ }).first();
        const enclosed = await world.get(HOST, (await file.getAttribute('href')) ?? '');
        assert.match(
          enclosed.headers['content-disposition'] ?? '',
          new RegExp(`^attachment;.*${requestId}\\.html$`),
        );
        assert.match(enclosed.body, /Giàng Thị Mẫu/);
      });
    });
  }
}
