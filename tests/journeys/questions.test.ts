import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { INQUIRY_PATHS } from '../../src/rooms/inquiries/addresses.ts';
import { REFUSAL_WORDS } from '../../src/rooms/inquiries/rules.ts';
import { STATE_TOLD, trackWords } from '../../src/rooms/inquiries/track-words.ts';
import { type CivilDate, formatDate } from '../../src/rules/calendar/index.ts';
import type { Lang } from '../../src/rules/lang.ts';
import { hasBrowser } from '../support/browser.ts';
import { PLACES, type Place } from '../support/inquiries.ts';
import {
  ASKER_NAME,
  type Drafted,
  emailOf,
  type Journey,
  type Letter,
  memberOf,
  openJourney,
} from '../support/question-journey.ts';

/**
 * What a citizen asks and how he is answered, as people do it: on a telephone, the citizen without JavaScript and without
 * an account, the officers each at the desk of their portal, in both languages. Friday 20 November 2026, 09:45.
 */

/** The day and the article the regulation of the place gives a question; Bắc Giang sets no number of days. */
const LAW: Readonly<Record<Place, { on: string | undefined; article: string }>> = {
  'lao-cai': { on: '2026-11-30', article: '11' },
  'thai-binh': { on: '2026-11-30', article: '6' },
  'quang-ngai': { on: '2026-12-14', article: '9' },
  'long-xuyen': { on: '2026-12-14', article: '10' },
  'bac-giang': { on: undefined, article: '7' },
};

const TEXTS: Record<Lang, { letter: Omit<Letter, 'intake'>; drafted: Omit<Drafted, 'mode'> }> = {
  vi: {
    letter: {
      title: 'Hỗ trợ giống ngô vụ xuân',
      text: 'Gia đình tôi trồng nửa héc-ta ngô. Vụ xuân này có được hỗ trợ tiền giống không?',
    },
    drafted: {
      title: 'Hộ trồng ngô được hỗ trợ tiền giống vụ xuân',
      question: 'Hộ trồng nửa héc-ta ngô có được hỗ trợ tiền giống vụ xuân không?',
      answer: 'Có. Hộ đăng ký với xã trước ngày 15 tháng 12 thì được hỗ trợ một nửa tiền giống.',
    },
  },
  en: {
    letter: {
      title: 'Support for maize seed in spring',
      text: 'My family grows half a hectare of maize. Is there any support for seed this spring?',
    },
    drafted: {
      title: 'Growers of maize are supported for seed in spring',
      question: 'Is a household that grows half a hectare of maize supported for seed in spring?',
      answer: 'Yes. Register with the commune before 15 December and half of the price of the seed is paid.',
    },
  },
};

/** In English only where the clock runs and where no number of days is set; everywhere with JOURNEYS=full. */
const placesIn = (lang: Lang): readonly Place[] =>
  lang === 'vi' || process.env.JOURNEYS === 'full'
    ? (Object.keys(PLACES) as Place[])
    : ['lao-cai', 'bac-giang'];

const article = (number: string, lang: Lang) =>
  new RegExp(`(${lang === 'vi' ? 'Điều' : 'Article'} |Đ)${number}\\b`);

if (hasBrowser()) {
  for (const lang of ['vi', 'en'] as const) {
    const tongue = lang === 'vi' ? 'Vietnamese' : 'English';
    const { letter, drafted } = TEXTS[lang];
    const question = (mark: string): Letter => ({
      ...letter,
      intake: 'question',
      title: `${letter.title} (${mark})`,
    });
    const t = trackWords(lang);

    describe(`questions and their answers on a telephone, in ${tongue}`, () => {
      let journey: Journey;
      let citizen: Page;

      before(async () => {
        journey = await openJourney(lang);
        citizen = await journey.citizen();
      });
      after(() => journey.close());

      const main = () => citizen.locator('main').innerText();
      const day = (on: string) => formatDate(on as CivilDate, lang);
      const sees = (text: string | RegExp) => citizen.getByText(text).first().waitFor({ state: 'attached' });

      for (const place of placesIn(lang)) {
        test(`LC-060 LC-063 TB-030 QN-042 LX-023 BG-025: in ${place} a citizen asks, the board forwards, a department drafts, its head signs, he is told and the public reads`, async () => {
          const sent = question(place);
          const member = memberOf(place);
          const email = emailOf(place, lang);
          const { on, article: number } = LAW[place];

          const code = await journey.ask(citizen, place, sent);
          assert.match(await main(), on ? new RegExp(day(on)) : new RegExp(t.noDue.slice(0, 30)));
          const receipt = await journey.mailTo(email, new RegExp(letter.title));
          assert.ok(receipt.text.includes(code));
          await journey.follow(citizen, place, code);
          await sees(STATE_TOLD.received[lang]);
          if (on) {
            await sees(new RegExp(day(on)));
            // the trace, folded until one asks for it, names the article it is counted by
            assert.match(String(await citizen.locator('main').textContent()), article(number, lang));
          } else await sees(t.noDue);

          const board = await journey.officer(`${place}/main`, 'boardMember');
          await journey.open(board, sent.title);
          await journey.take(board, 'accept', { commonConcern: true });
          await journey.take(board, 'forward', { toPortalId: String(journey.hall.portal(member).id) });
          await journey.mailTo(email, /chuyển cơ quan có thẩm quyền|passed on|passed to/i);
          const received = await journey.officer(member, 'boardMember');
          await journey.open(received, sent.title);
          await journey.take(received, 'accept', { commonConcern: true });
          await journey.answer(member, sent.title, { ...drafted, mode: 'both' });

          await journey.mailTo(email, /Đã trả lời|answered/i);
          await journey.follow(citizen, place, code);
          await sees(STATE_TOLD.answered[lang]);
          await sees(drafted.answer);
          await citizen.getByRole('link', { name: t.publicCopy }).click();
          await citizen.getByRole('heading', { level: 1, name: drafted.title }).waitFor();
          const published = String(await citizen.locator('body').textContent());
          assert.ok(published.includes(drafted.answer));
          assert.ok(
            !published.includes(ASKER_NAME) && !published.includes(email) && !published.includes('0987'),
          );
          await journey.fits(citizen);
          // found by anybody, from the list of questions of the main portal
          await citizen.goto(journey.address(journey.host(`${place}/main`), INQUIRY_PATHS.home[lang]));
          await citizen.locator('main').getByRole('link', { name: drafted.title }).first().waitFor();
        });
      }

      test('QN-041 LX-022 LC-092: what is out of scope is refused with a reason, and the citizen is told at once', async () => {
        const place = 'quang-ngai';
        const sent = question('tòa án');
        const code = await journey.ask(citizen, place, sent);
        const board = await journey.officer(`${place}/main`, 'boardMember');
        await journey.open(board, sent.title);
        const why = lang === 'vi' ? 'Việc này do tòa án giải quyết.' : 'This is decided by the court.';
        // without a reason nothing is refused, and what was chosen stays
        const steps = board.locator('#buoc-refuse');
        await board.locator('details#buoc-refuse > summary').click();
        await steps.locator('input[name="reason"][value="outOfScope"]').check();
        await Promise.all([board.waitForNavigation(), steps.locator('button').last().click()]);
        assert.equal(await board.locator('#buoc-refuse input[value="outOfScope"]').isChecked(), true);
        await journey.take(board, 'refuse', { reason: 'outOfScope', note: why });
        const told = await journey.mailTo(emailOf(place, lang), /Không tiếp nhận|not taken in/i);
        assert.ok(told.text.includes(why));
        await journey.follow(citizen, place, code);
        await sees(STATE_TOLD.refused[lang]);
        await sees(REFUSAL_WORDS.outOfScope[lang]);
        await sees(why);
        await citizen.goto(journey.address(journey.host(`${place}/main`), INQUIRY_PATHS.home[lang]));
        assert.ok(!(await main()).includes('tòa án'));
      });

      test('LC-061: two bodies are asked, and the asker gets one joint answer', async () => {
        const place = 'lao-cai';
        const sent = question('liên ngành');
        const code = await journey.ask(citizen, place, sent);
        const board = await journey.officer(`${place}/main`, 'boardMember');
        await journey.open(board, sent.title);
        await journey.take(board, 'accept');
        const bodies = [`${place}/snnmt`, `${place}/bacha`];
        await journey.take(board, 'askBodies', {
          portalIds: bodies.map((one) => String(journey.hall.portal(one).id)),
        });
        const said = ['Sở: hỗ trợ 50 % tiền giống.', 'Xã: đăng ký tại bộ phận một cửa.'];
        for (const [at, body] of bodies.entries()) {
          const page = await journey.officer(
            body,
            body.endsWith('bacha') ? { username: 'lc.bacha.editor' } : 'editor',
          );
          await journey.open(page, sent.title);
          // the asker is the answering body's to know
          assert.ok(!(await page.locator('body').innerText()).includes(ASKER_NAME));
          await journey.take(page, 'contribute', { contribution: said[at] ?? '' });
        }
        const editor = await journey.officer(`${place}/main`, 'editor');
        await journey.open(editor, sent.title);
        for (const one of said) await editor.getByText(one).first().waitFor();
        await journey.answer(`${place}/main`, sent.title, {
          ...drafted,
          title: `${drafted.title} (2)`,
          mode: 'both',
        });
        await journey.follow(citizen, place, code);
        // a matter of several bodies has eight working days (Đ11.6.b)
        assert.match(String(await citizen.locator('main').textContent()), new RegExp(day('2026-12-03')));
        await sees(drafted.answer);
        assert.equal(await citizen.getByText(drafted.answer).count(), 1);
      });

      test('BG-025: asked back, he replies with his code; then the time is extended once, with a reason', async () => {
        const place = 'bac-giang';
        const sent: Letter = { ...question('quy hoạch'), intake: 'information' };
        const code = await journey.ask(citizen, place, sent);
        assert.match(await main(), new RegExp(day('2026-11-26')));
        const board = await journey.officer(`${place}/main`, 'boardMember');
        await journey.open(board, sent.title);
        await journey.take(board, 'accept', { variant: 'complex' });
        const asked = lang === 'vi' ? 'Xin cho biết số tờ, số thửa.' : 'Please tell us sheet and parcel.';
        await journey.take(board, 'askBack', { note: asked });
        const mail = await journey.mailTo(emailOf(place, lang), /bổ sung|tell us more|we need|please/i);
        assert.ok(mail.text.includes(asked));
        await journey.follow(citizen, place, code);
        await sees(STATE_TOLD.waitingForAsker[lang]);
        await sees(asked);
        const reply = lang === 'vi' ? 'Tờ 12, thửa 45.' : 'Sheet 12, parcel 45.';
        await citizen.getByLabel(t.replyLabel).fill(reply);
        await citizen.getByRole('button', { name: t.replySend }).click();
        await sees(t.done.reply);
        await journey.open(board, sent.title);
        await board.getByText(reply).first().waitFor();
        const why = lang === 'vi' ? 'Hồ sơ lưu nhiều năm, cần tìm.' : 'Files of many years must be searched.';
        await journey.take(board, 'extend', { note: why });
        const extended = await journey.mailTo(emailOf(place, lang), /Gia hạn|extended|more time/i);
        assert.ok(extended.text.includes(why));
        await journey.follow(citizen, place, code);
        await sees(new RegExp(day('2026-12-29')));
        await sees(why);
        assert.equal(await board.locator('#buoc-extend').count(), 0, 'a second extension is offered');
      });

      test('LC-062 QN-042: a day of the answer is stated; in Lào Cai ten days at most', async () => {
        for (const [place, fit, over] of [
          ['lao-cai', '2026-12-07', '2026-12-14'],
          ['quang-ngai', '2026-12-28', undefined],
        ] as const) {
          const sent = question(`hẹn ${place}`);
          const code = await journey.ask(citizen, place, sent);
          const board = await journey.officer(`${place}/main`, 'boardMember');
          await journey.open(board, sent.title);
          await journey.take(board, 'accept', place === 'lao-cai' ? { variant: 'special' } : {});
          if (over) {
            await board.locator('details#buoc-promise > summary').click();
            // a day beyond the cap is not offered, and refused when it is sent all the same
            const field = board.locator('#buoc-promise [name="promisedOn"]');
            assert.equal(await field.getAttribute('max'), fit);
            await field.evaluate((node) => node.removeAttribute('max'));
            await field.fill(over);
            const send = board.locator('#buoc-promise button').last();
            await Promise.all([board.waitForNavigation(), send.click()]);
            await board.getByRole('alert').getByText(day(fit)).waitFor();
          }
          await journey.take(board, 'promise', { promisedOn: fit, note: 'Đang xác minh tại cơ sở.' });
          await journey.follow(citizen, place, code);
          await sees(new RegExp(day(fit)));
        }
      });
    });
  }
}
