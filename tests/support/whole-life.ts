import assert from 'node:assert/strict';
import type { Lang } from '../../src/rules/lang.ts';
import { type deskGround, HOST, idsOf, LIST, location, read, type SentFile } from './desk.ts';
import type { Kind } from './kinds.ts';
import { filled, findForm, send, type Wanted } from './page-forms.ts';
import type { Answer } from './world.ts';

type Desk = ReturnType<typeof deskGround>;
type Who = 'editor' | 'checker' | 'board';

/** An item that goes through its life, with the address it has in each language since it was first published. */
export interface Living {
  itemId: number;
  editions: Partial<Record<Lang, number>>;
  addresses: Record<Lang, string>;
}

/** How an item ends: what the board fills in, and where readers are led. */
export interface Ending {
  way: 'notice' | 'gone' | 'redirect';
  cause: string;
  reason: string;
  target?: string;
}

/** What people of the main portal of Lào Cai do with an item, each step by the form of the page that offers it. */
export function wholeLife(desk: Desk) {
  const portalId = () => desk.ground.portal('lao-cai/main').id;
  const take = (
    who: Who,
    path: string,
    wanted: Wanted,
    typed: Readonly<Record<string, string>> = {},
    button?: readonly [string, string],
  ): Promise<Answer> => send(desk.ground.world, HOST, { path, as: desk.as(who) }, wanted, typed, button);
  const item = (itemId: number) => `${LIST}/${itemId}`;

  /** Saves what was typed, then sends it on; what is worth a look is shown once more on the way. */
  async function submit(
    editor: string,
    typed: Readonly<Record<string, string>>,
    files: readonly SentFile[] = [],
  ): Promise<void> {
    const form = { action: /\/sua\/\d+$/ };
    if (files.length > 0) await saveWith(editor, typed, files);
    else location(await take('editor', editor, form, typed, ['do', 'save']));
    const to = location(await take('editor', editor, form, {}, ['do', 'submit'])).replace(/\?.*/, '');
    if (to.includes('/kiem-tra/'))
      location(await take('editor', to, { action: /\/kiem-tra\/\d+$/, has: { do: 'submit' } }));
    else assert.match(to, /\/tin-bai\/\d+$/);
  }

  /** A save that brings files along. */
  async function saveWith(
    editor: string,
    typed: Readonly<Record<string, string>>,
    files: readonly SentFile[],
  ): Promise<void> {
    const as = desk.as('editor');
    const form = findForm(await desk.get(editor, as), { action: /\/sua\/\d+$/ });
    const sent = Object.fromEntries(filled(form, typed, ['do', 'save']));
    assert.equal((await desk.upload(editor, sent, files, as)).statusCode, 303);
  }

  /** Checked by one, approved by another, each on the page where they read it. */
  async function decide(itemId: number, editionId: number): Promise<void> {
    const path = `${item(itemId)}/duyet/${editionId}`;
    const step = (move: string) => ({ action: /\/buoc$/, has: { move } });
    assert.match(location(await take('checker', path, step('check'))), /xong=check/);
    assert.match(location(await take('board', path, step('approve'))), /xong=approve/);
  }

  /** Where the number of an item leads readers. */
  async function addressOf(itemId: number, lang: Lang): Promise<string> {
    const found = await desk.ground.world.get(HOST, `${lang === 'en' ? '/en' : ''}/bai/${itemId}`);
    assert.equal(found.status, 302, `item ${itemId} is not public in ${lang}`);
    return new URL(found.headers.location ?? '', 'http://x').pathname;
  }

  async function newEdition(itemId: number, language: Lang): Promise<string> {
    const begun = await take('editor', item(itemId), { action: /\/ban-moi$/ }, {}, ['language', language]);
    return location(begun).replace(/\?.*/, '');
  }

  const found = async (itemId: number, editionId: number): Promise<Living> => ({
    ...{ itemId, editions: { vi: editionId } },
    addresses: { vi: await addressOf(itemId, 'vi'), en: '' },
  });

  return {
    submit,
    decide,
    /** What everybody sees at the address an item was first published under. */
    visit: (living: Living, lang: Lang): Promise<Answer> =>
      desk.ground.world.get(HOST, living.addresses[lang]),

    /** Begun, filled in, submitted, checked, approved. */
    async make(kind: Kind, sectionId: number, typed: Readonly<Record<string, string>>): Promise<Living> {
      const page = await desk.get(
        `${LIST}/moi${kind.form ? `?mau=${kind.form.code}` : ''}`,
        desk.as('editor'),
      );
      if (kind.form) reads(page, [kind.form.name.vi, kind.form.purpose.vi], 'the page of a new item');
      const form = findForm(page, { action: /\/tin-bai\/moi$/ });
      const chosen = { sectionId: String(sectionId), language: 'vi', title: kind.title.vi };
      const begun = await desk.ground.world.post(HOST, form.action, filled(form, chosen), {
        as: desk.as('editor'),
      });
      const editor = location(begun).replace(/\?.*/, '');
      const { itemId, editionId } = idsOf(editor, portalId());
      await submit(editor, typed, kind.files);
      await decide(itemId, editionId);
      return found(itemId, editionId);
    },

    /** What another room made public. */
    async adopt(itemId: number): Promise<Living> {
      const page = await desk.get(item(itemId), desk.as('editor'));
      const [, editionId] = /\/xem\/(\d+)"/.exec(page.body) ?? assert.fail(`item ${itemId} has no edition`);
      return found(itemId, Number(editionId));
    },

    /** The first edition in English, made from what is public in Vietnamese. */
    async translate(living: Living, typed: Readonly<Record<string, string>>): Promise<void> {
      const editor = await newEdition(living.itemId, 'en');
      const { editionId } = idsOf(editor, portalId());
      await submit(editor, typed);
      await decide(living.itemId, editionId);
      living.editions.en = editionId;
      living.addresses.en = await addressOf(living.itemId, 'en');
    },

    /** A new edition with a note for readers; the board shows the old wording. */
    async correct(
      living: Living,
      lang: Lang,
      { note, typed }: { note: string; typed: Readonly<Record<string, string>> },
    ): Promise<void> {
      const { itemId } = living;
      const editor = await newEdition(itemId, lang);
      const { editionId } = idsOf(editor, portalId());
      const form = (viec: string) => ({ action: /\/vong-doi$/, has: { viec, editionId: String(editionId) } });
      location(await take('editor', item(itemId), form('dinhchinh'), { note }));
      await submit(editor, typed);
      location(await take('board', item(itemId), form('chucu'), { shows: '1' }));
      await decide(itemId, editionId);
      living.editions[lang] = editionId;
    },

    /** Taken down in one language, by the page that asks how and why. */
    async withdraw(living: Living, lang: Lang, { way, cause, reason, target = '' }: Ending): Promise<void> {
      const path = `${item(living.itemId)}/go/${living.editions[lang]}`;
      const typed = { way, cause, reason, target };
      const gone = await take('board', path, { action: /\/go\/\d+$/ }, typed);
      assert.match(location(gone), /xong=go/);
    },
  };
}

/** Asserts that readers find all these words on a page, or none of them. */
export function reads(page: Answer, words: readonly string[], about: string): void {
  const text = read(page);
  for (const one of words) assert.ok(text.includes(one), `${about} does not show “${one}”`);
}

const WAYS = ['notice', 'gone', 'redirect'] as const;
const CAUSES: Readonly<Record<Ending['way'], readonly string[]>> = {
  notice: ['no-longer-fits', 'wrong', 'expired', 'rights', 'other'],
  gone: ['personal-data', 'secret'],
  redirect: ['duplicate', 'no-longer-fits'],
};

/** The three ways and every cause that goes with them, spread over the kinds in their order. */
export function endingOf(index: number, lang: Lang, successor: number): Ending {
  const way = WAYS[index % WAYS.length] ?? 'notice';
  const causes = CAUSES[way];
  const cause = causes[Math.floor(index / WAYS.length) % causes.length] ?? 'other';
  const reason = lang === 'vi' ? `Lý do gỡ mẫu ${index}.` : `Sample reason ${index}.`;
  return { way, cause, reason, ...(way === 'redirect' ? { target: String(successor) } : {}) };
}
