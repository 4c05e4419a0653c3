// The gallery of the demo shows what is otherwise met one at a time: counted from the tables of words.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openWorld, type World } from '../../../tests/support/world.ts';
import type { Lang } from '../../rules/lang.ts';
import { TELLING_MOVES } from './mail-words.ts';
import { NEWS_TO_STAFF } from './moving.ts';
import { FACE_IDS } from './pages/public-faces.tsx';
import { PROBLEMS } from './problem-words.ts';
import { LINK_MAIL, rightsWords } from './rights-words.ts';
import { MOVES, type Move, STATES } from './rules.ts';
import { NEWS_SENTENCES } from './staff-news.ts';

const LANGS = ['vi', 'en'] as const satisfies Lang[];
const HOST = 'www.laocai.gov.vn';
const LIST = { vi: '/dev/hoi-dap', en: '/en/dev/questions' };

/** As a reader sees it. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const mainOf = (html: string) => html.split('<main')[1]?.split('</main>')[0] ?? '';
const itemsIn = (html: string) => mainOf(html).match(/<li>/g)?.length ?? 0;

describe('The gallery of inquiries', () => {
  let world: World;
  before(async () => {
    world = await openWorld('pglite');
  });
  after(() => world.close());
  const face = async (lang: Lang, id: string) => (await world.get(HOST, `${LIST[lang]}/${id}`)).body;

  test('every face is shown in both languages, and no two are the same', async () => {
    const paths = LANGS.flatMap((lang) => FACE_IDS.map((id) => `${LIST[lang]}/${id}`));
    assert.equal(new Set(paths).size, paths.length);
    const bodies = new Set<string>();
    for (const path of paths) {
      const { status, body } = await world.get(HOST, path);
      assert.equal(status, 200, path);
      const main = textOf(mainOf(body)).trim();
      assert.ok(main.length > 80, path);
      assert.ok(!bodies.has(main), `${path} is like another`);
      bodies.add(main);
    }
    for (const state of STATES) assert.ok(FACE_IDS.includes(`theo-doi-${state}`), state);
  });

  for (const lang of LANGS) {
    test(`every error sentence of the tables is shown (${lang})`, async () => {
      const html = await face(lang, 'cau-bao');
      const text = textOf(html);
      const { fields, ...others } = PROBLEMS;
      const fixed = [...Object.values(fields), ...Object.values(others)].flatMap((one) =>
        typeof one === 'function' ? [] : [one[lang]],
      );
      const { problems, tooMany } = rightsWords(lang);
      const ofRights = Object.values(problems).flatMap((one) => (typeof one === 'function' ? [] : [one]));
      for (const sentence of [...fixed, ...ofRights, tooMany]) assert.ok(text.includes(sentence), sentence);
      const counted =
        Object.keys(fields).length + Object.keys(others).length + Object.keys(problems).length + 1;
      assert.equal(itemsIn(html), counted, 'with those that name a length or a file');
    });

    test(`every mail is shown, one for each move the asker is told of (${lang})`, async () => {
      const told = Object.entries(MOVES).flatMap(([move, one]) => ((one as Move).tellsAsker ? [move] : []));
      assert.deepEqual([...TELLING_MOVES].sort(), told.sort());
      const html = await face(lang, 'thu-bao');
      assert.equal(html.match(/<section class="section"/g)?.length, TELLING_MOVES.length + 1);
      assert.ok(textOf(html).includes(LINK_MAIL[lang].subject));
    });

    test(`all news to officers is shown, and the line of the digest (${lang})`, async () => {
      assert.deepEqual(Object.keys(NEWS_SENTENCES[lang]).sort(), [...NEWS_TO_STAFF].sort());
      assert.equal(itemsIn(await face(lang, 'tin-can-bo')), NEWS_TO_STAFF.size + 1);
    });
  }
});
