import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { sanitiseBody } from '../../src/rules/body-html/index.ts';
import { tidyPaste } from '../../src/rules/paste/index.ts';
import { hasBrowser, launchBrowser, type TestBrowser } from '../support/browser.ts';
import { fieldOf, idsOf } from '../support/desk.ts';
import { hostileTexts } from '../support/hostile.ts';
import { type Answer, openWorld, type Session, tokenIn, type World } from '../support/world.ts';

/** The value of a field; what was typed may hold the end of a tag. */
function typedIn(answer: Answer, name: string): string {
  const [tag = ''] =
    answer.body.match(
      new RegExp(
        `<input(?:\\s+(?!name=)[\\w-]+(?:="[^"]*")?)*\\s+name="${name}"(?:\\s+[\\w-]+(?:="[^"]*")?)*>`,
      ),
    ) ?? [];
  if (tag === '') return fieldOf(answer, name);
  const [, value = ''] = /\svalue="([^"]*)"/.exec(tag) ?? [];
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

const DESK = '/ban-lam-viec';
const HOST = 'bacha.laocai.localhost';
const TEXTS = hostileTexts();
/** So many texts stand in one body, so that Chromium reads hundreds in a few pages. */
const AT_ONCE = 200;

test('there are at least 700 hostile texts, and the cleaning of bodies and pastes leaves none of them alive', () => {
  assert.ok(TEXTS.length >= 700, String(TEXTS.length));
  for (const text of TEXTS)
    for (const html of [sanitiseBody(text).html, sanitiseBody(tidyPaste(text)).html]) {
      assert.doesNotMatch(
        html,
        /<[^<>]*\s(?:on\w+|style|srcdoc|xlink:href)\s*=|<(?:script|iframe|svg|style|object|embed|form)\b/i,
        text,
      );
      assert.doesNotMatch(html, /<[^<>]*\s(?:href|src)="\s*(?:javascript|vbscript|data|blob|\/\/|\\)/i, text);
      assert.equal(sanitiseBody(html).html, html, text);
    }
});

if (hasBrowser()) {
  describe('hostile texts in every field of the editor', () => {
    let world: World;
    let browser: TestBrowser;
    let session: Session;
    let port = 0;
    const ran: string[] = [];

    before(async () => {
      world = await openWorld('pglite');
      await world.app.listen('127.0.0.1', 0);
      const bound = world.app.http.server.address();
      assert.ok(bound && typeof bound === 'object');
      port = bound.port;
      browser = await launchBrowser();
      session = await world.signIn(HOST, 'lc.bacha.editor');
    });
    after(async () => {
      await browser.close();
      await world.close();
    });

    /** A page in which nothing may run: no dialog, no request to elsewhere, no call of what the payloads call. */
    async function watched(): Promise<Page> {
      const context = await browser.visitor();
      const [name = '', value = ''] = session.cookie.split('=');
      await context.addCookies([{ name, value, domain: HOST, path: '/' }]);
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      page.on('dialog', (dialog) => {
        ran.push(`dialog on ${page.url()}: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('request', (request) => {
        const { hostname, protocol } = new URL(request.url());
        if (/^https?:$/.test(protocol) && hostname !== HOST) ran.push(`request to ${request.url()}`);
      });
      return page;
    }

    async function draft(): Promise<string> {
      const form = await world.get(HOST, `${DESK}/tin-bai/moi`, { as: session });
      const where = {
        cong: String(world.portal('lao-cai/bacha').id),
        sectionId: String(world.sectionOf('lao-cai/bacha')),
      };
      const answer = await world.post(
        HOST,
        `${DESK}/tin-bai/moi`,
        { _token: tokenIn(form), ...where, language: 'vi', title: 'Thử' },
        { as: session },
      );
      return (answer.headers.location ?? '').replace(/\?.*/, '');
    }

    async function save(path: string, fields: Record<string, string>) {
      const form = await world.get(HOST, path, { as: session });
      const base = { _token: tokenIn(form), version: fieldOf(form, 'version'), do: 'save' };
      const sectionId = String(world.sectionOf('lao-cai/bacha'));
      return world.post(HOST, path, { ...base, sectionId, title: 'Thử', ...fields }, { as: session });
    }

    const batches = Array.from({ length: Math.ceil(TEXTS.length / AT_ONCE) }, (_, i) =>
      TEXTS.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
    );

    test('as body, as a body that is refused and shown again, and in the preview nothing runs', async () => {
      const page = await watched();
      const path = await draft();
      const { itemId, editionId } = idsOf(path, 0);
      for (const batch of batches) {
        const body = batch.join('\n');
        assert.equal((await save(path, { bodyMode: 'html', body })).status, 303);
        await page.goto(`http://${HOST}:${port}${path}`);
        await page.locator('.ProseMirror#body').waitFor();
        await page.goto(`http://${HOST}:${port}${DESK}/tin-bai/${itemId}/xem/${editionId}`);
        // the raw text comes back into the field, and the island reads it there
        await page.goto(`http://${HOST}:${port}${path}`);
        await page.evaluate(
          ([text]) => {
            const here = globalThis as unknown as {
              document: Document;
              HTMLFormElement: typeof HTMLFormElement;
            };
            const form = here.document.querySelector<HTMLFormElement>('form[data-autosave]');
            for (const name of ['body', 'sourceUrl']) {
              const field = form?.elements.namedItem(name) as unknown as {
                value: string;
                name: string;
                form: unknown;
              };
              const copy = here.document.createElement('textarea');
              copy.name = name;
              copy.value = name === 'body' ? (text ?? '') : 'không phải địa chỉ';
              field.name = '';
              form?.append(copy);
            }
            if (form) here.HTMLFormElement.prototype.submit.call(form);
          },
          [body],
        );
        await page.locator('.error-summary').waitFor();
        await page.locator('.ProseMirror#body').waitFor();
      }
      assert.deepEqual(ran, []);
      await page.context().close();
    });

    test('pasted, and as a note, an address, a caption or a description, nothing runs', async () => {
      const page = await watched();
      const path = await draft();
      await page.goto(`http://${HOST}:${port}${path}`);
      await page.locator('.ProseMirror#body').waitFor();
      for (const batch of batches)
        await page.evaluate((list) => {
          const here = globalThis as unknown as {
            document: Document;
            DataTransfer: typeof DataTransfer;
            ClipboardEvent: typeof ClipboardEvent;
          };
          for (let i = 0; i < list.length; i += 20) {
            const html = list.slice(i, i + 20).join('<p>x</p>');
            const data = new here.DataTransfer();
            data.setData('text/html', html);
            here.document
              .querySelector('.ProseMirror#body')
              ?.dispatchEvent(
                new here.ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
              );
          }
        }, batch);
      await page.context().close();
      const reader = await watched();
      const quiet = await draft();
      const attribute = (text: string) =>
        text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
      const framed = TEXTS.map(
        (text) =>
          `<figure><img src="/tep/a" alt="${attribute(text)}"><figcaption>${attribute(text)}</figcaption></figure>` +
          `<p><a href="${attribute(text)}">x</a><span role="doc-footnote">${text}</span></p>`,
      ).join('');
      assert.equal((await save(quiet, { bodyMode: 'html', body: framed })).status, 303);
      await reader.goto(`http://${HOST}:${port}${quiet}`, { waitUntil: 'domcontentloaded' });
      await reader.locator('.ProseMirror#body').waitFor();
      await reader.waitForTimeout(500);
      assert.deepEqual(ran, []);
      await reader.context().close();
    });

    test('fields of text come back as they were typed', async () => {
      const path = await draft();
      const typed = TEXTS.filter((text) => text.length < 250);
      for (let i = 0; i + 5 <= typed.length; i += 25) {
        const [title = '', summary = '', author = '', source = '', pictureAlt = ''] = typed.slice(i, i + 5);
        const fields = { title, summary, author, source, pictureAlt };
        // refused for its address, so that what was typed is shown again
        const answer = await save(path, { ...fields, bodyMode: 'text', body: title, sourceUrl: 'x' });
        assert.equal(answer.status, 422);
        for (const [name, value] of Object.entries({ ...fields, body: title }))
          assert.equal(
            typedIn(answer, name).replace(/\r\n?/g, '\n'),
            value.normalize('NFC').replace(/\r\n?/g, '\n'),
            name,
          );
      }
    });
  });
}
