import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addSection } from '../../src/rooms/portals/index.ts';
import { verifyPublications } from '../../src/rooms/publishing/index.ts';
import type { Lang } from '../../src/rules/lang.ts';
import { deskGround, HOST, read } from '../support/desk.ts';
import { engines } from '../support/engines.ts';
import { answerHere } from '../support/inquiry-cases.ts';
import { type ShownMedia, uploadShown } from '../support/kind-media.ts';
import { ANSWER_KIND, KINDS, type Kind, mediaKind } from '../support/kinds.ts';
import { GATHERED, shelvesOf } from '../support/shelves.ts';
import { endingOf, type Living, reads, wholeLife } from '../support/whole-life.ts';
import { WORLD_NOW } from '../support/world.ts';

/**
 * Every kind of content from its first draft to its end, by the pages of the desk and their forms, without script: begun,
 * filled in, checked, approved, translated, read; the next working day corrected in both languages; the day after taken down.
 */

const LANGS = ['vi', 'en'] as const satisfies Lang[];
const DAY_MS = 86_400_000;
const NOTES: Record<Lang, string> = {
  vi: 'Bản trước ghi sai, nay sửa lại cho đúng.',
  en: 'What stood here before was wrong and was put right.',
};
const HARVEST = '/oai?verb=GetRecord&metadataPrefix=oai_dc';
const HARVESTED = HOST.replace('.gov.vn', '.localhost');
/** On the engine of the tests alone the second half of a life is walked for every so many kinds: it takes twice as long there. */
const EVERY = { pglite: 5, postgres: 1 } as const;

for (const engine of engines()) {
  describe(`the whole life of every kind of content on ${engine}`, () => {
    const desk = deskGround(engine);
    const { ground } = desk;
    const life = wholeLife(desk);
    const living = new Map<string, Living>();
    const portalId = () => ground.portal('lao-cai/main').id;
    const lifeOf = ({ name }: Kind) => living.get(name) ?? assert.fail(`${name} was not made`);
    let media: ShownMedia | undefined;
    const shownMedia = () => media ?? assert.fail('nothing was uploaded');
    const kinds: Kind[] = [...KINDS, mediaKind(() => shownMedia().html), ANSWER_KIND];
    const walked = kinds.filter((_, index) => index % EVERY[engine] === 0 || engines().length === 1);
    let other = 0;
    let successor: Living | undefined;

    const day = async (n: number) => {
      ground.world.setNow(new Date(WORLD_NOW.getTime() + n * DAY_MS));
      await desk.signIn();
    };

    before(async () => {
      await desk.open();
      media = await uploadShown(ground.world, ground.one('lc.editor'));
      const section = await ground.perform(ground.one('lc.content'), addSection, {
        ...{ portalId: portalId(), parentId: null, contentKind: 'other' },
        ...{ nameVi: 'Công khai khác', nameEn: 'Laid open', inMenu: false, freshWithinDays: null },
      });
      other = section.sectionId;
    });
    after(desk.close);

    const sectionOf = ({ section }: Kind) =>
      section === 'other' ? other : ground.sectionOf('lao-cai/main', section);
    const typed = (kind: Kind) => ({
      ...{ title: kind.title.vi, summary: 'Tóm tắt mẫu.', body: 'Nội dung mẫu.', bodyMode: 'text' },
      ...{ pictureMediaId: String(shownMedia().pictureId), pictureAlt: 'Bản đồ mẫu' },
      ...kind.typed,
    });
    const settle = () => ground.world.app.ports.jobs.drain();

    for (const kind of kinds)
      test(`${kind.name}: made, translated, approved by others and seen in both languages`, async () => {
        const one =
          kind === ANSWER_KIND
            ? await life.adopt(await answerHere(ground.world))
            : await life.make(kind, sectionOf(kind), typed(kind));
        living.set(kind.name, one);
        await life.translate(one, { title: kind.title.en, summary: 'Sample summary.' });
        // a signed text is laid out once the library has read it
        if (kind.section === 'documents') await settle();
        for (const lang of LANGS) {
          const page = await life.visit(one, lang);
          assert.equal(page.status, 200);
          reads(page, [kind.title[lang], ...kind.shown(lang)], kind.name);
          for (const word of kind.inside) assert.ok(!read(page).includes(word), `${kind.name} shows ${word}`);
        }
      });

    test('what stands instead of others is made and translated', async () => {
      const [kind] = KINDS.filter(({ name }) => name === 'article in news');
      assert.ok(kind);
      const title = { vi: 'Bài thay thế', en: 'The successor' };
      successor = await life.make({ ...kind, title }, sectionOf(kind), { ...typed(kind), title: title.vi });
      await life.translate(successor, { title: title.en });
      await day(3);
    });

    for (const kind of walked)
      test(`${kind.name}: corrected with a note in both languages`, async () => {
        const one = lifeOf(kind);
        for (const lang of LANGS) {
          await life.correct(one, lang, { note: NOTES[lang], typed: kind.corrected });
          if (kind.section === 'documents') await settle();
          const page = await life.visit(one, lang);
          assert.equal(page.status, 200);
          const on = lang === 'vi' ? 'Đính chính ngày 23/11/2026' : 'Corrected on 23 Nov 2026';
          reads(page, [on, NOTES[lang], kind.change.is], kind.name);
          const changes = /<details class="trace">[\s\S]*?<\/details>/.exec(page.body)?.[0] ?? '';
          assert.match(changes, /<ins/, `${kind.name} does not show what was changed (${lang})`);
          if (lang === 'vi')
            reads(await life.visit(one, 'en'), ['The Vietnamese text is newer'], `${kind.name} in English`);
        }
      });

    test('every list, feed and search and the site map lead to each of them in both languages', async () => {
      // the day on which they are taken down: what is kept of these pages must not outlive it
      await day(4);
      await settle();
      const shelves = shelvesOf(ground.world);
      for (const kind of kinds)
        for (const lang of LANGS) {
          const { missing } = await shelves.look(lifeOf(kind), lang, kind.title[lang]);
          assert.deepEqual(missing, [], `${kind.name} (${lang})`);
        }
      for (const href of shownMedia().hrefs)
        assert.equal((await ground.world.get(HOST, href)).status, 200, href);
    });

    for (const [index, kind] of walked.entries()) {
      const { way } = endingOf(index, 'vi', 0);
      test(`${kind.name}: withdrawn by ${way}, and its address answers`, async () => {
        const one = lifeOf(kind);
        assert.ok(successor);
        for (const lang of LANGS) {
          const ending = endingOf(index, lang, successor.itemId);
          await life.withdraw(one, lang, ending);
          const page = await life.visit(one, lang);
          const text = read(page);
          if (way === 'redirect') {
            assert.deepEqual([page.status, page.headers.location], [301, successor.addresses[lang]]);
            continue;
          }
          assert.equal(page.status, 410);
          const board =
            lang === 'vi' ? 'đã gỡ bài này ngày 24/11/2026' : 'took this item down on 24 Nov 2026';
          const gone = lang === 'vi' ? 'Trang này đã được gỡ' : 'This page was taken down';
          assert.equal(text.includes(kind.title[lang]), way === 'notice', kind.name);
          assert.equal(text.includes(ending.reason), way === 'notice', kind.name);
          assert.equal(text.includes(board), way === 'notice', text);
          assert.equal(text.includes(gone), way === 'gone', text);
        }
      });
    }

    test('what was withdrawn stands in no list, feed or search, nor in the site map; harvesters are told, files close, the record holds', async () => {
      await settle();
      const shelves = shelvesOf(ground.world);
      for (const kind of walked) {
        const one = lifeOf(kind);
        for (const lang of LANGS) {
          const { there } = await shelves.look(one, lang, kind.title[lang]);
          assert.deepEqual(there, [], `${kind.name} (${lang})`);
          const number = await ground.world.get(HOST, `${lang === 'en' ? '/en' : ''}/bai/${one.itemId}`);
          assert.equal(number.status, (await life.visit(one, lang)).status, `${kind.name} by its number`);
          const { body: record } = await ground.world.get(
            HOST,
            `${HARVEST}&identifier=oai:${HARVESTED}:${one.itemId}-${lang}`,
          );
          assert.match(record, /<header status="deleted">/, `harvesters are not told of ${kind.name}`);
        }
        for (const path of GATHERED)
          assert.ok(!(await shelves.leadsTo(path, one)), `${path} leads to ${kind.name}`);
      }
      // a file is open while something public shows it
      const isOpen = !walked.some(({ name }) => name === 'article with pictures, film and recording');
      const verdict = await ground.asSystem((db) =>
        verifyPublications(db, ground.portal('lao-cai/main').localityId),
      );
      assert.ok(verdict.whole);
      for (const href of shownMedia().hrefs)
        assert.equal((await ground.world.get(HOST, href)).status, isOpen ? 200 : 404, href);
    });
  });
}
