import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { drawLandscape } from '../../seeds/pictures.ts';
import { sql } from '../../src/platform/db/index.ts';
import { uploadMedia } from '../../src/rooms/media/index.ts';
import { addSection } from '../../src/rooms/portals/index.ts';
import {
  approveEdition,
  checkEdition,
  createItem,
  startEdition,
  submitEdition,
  verifyPublications,
} from '../../src/rooms/publishing/index.ts';
import { ITEM_FORMS, type ItemForm, shownFacts, typedOf } from '../../src/rules/item-forms/index.ts';
import type { Lang } from '../../src/rules/lang.ts';
import { deskGround, HOST, idsOf, LIST, location, read } from '../support/desk.ts';
import { engines } from '../support/engines.ts';
import { contentOf } from '../support/publishing.ts';
import { specimenFacts } from '../support/specimens.ts';
import { type Answer, tokenIn } from '../support/world.ts';

/** Kinds with a form of their own: each is begun, filled in, checked, approved and read by everyone, in both languages. */

for (const engine of engines()) {
  describe(`every form from the desk to the public page on ${engine}`, () => {
    const desk = deskGround(engine);
    const { ground } = desk;
    const portalId = () => ground.portal('lao-cai/main').id;
    const sectionOf = ({ kinds }: ItemForm) =>
      kinds[0] === 'other' ? other : ground.sectionOf('lao-cai/main', kinds[0]);
    let picture = 0;
    let other = 0;

    before(async () => {
      await desk.open();
      const { id } = await uploadMedia(ground.world.app.ports, ground.one('lc.editor'), {
        ...{ portalId: portalId(), name: 'ban-do.webp', bytes: await drawLandscape('mountains') },
      });
      picture = id;
      const section = await ground.perform(ground.one('lc.content'), addSection, {
        ...{ portalId: portalId(), parentId: null, contentKind: 'other' },
        ...{ nameVi: 'Công khai khác', nameEn: 'Laid open', inMenu: false, freshWithinDays: null },
      });
      other = section.sectionId;
    });
    after(desk.close);

    /** Begins an item of a form as a browser does; gives the address of its editor. */
    const begin = async (form: ItemForm): Promise<string> => {
      const page = await desk.get(`${LIST}/moi?mau=${form.code}`, desk.as('editor'));
      assert.ok(read(page).includes(form.name.vi), form.code);
      const fields = {
        cong: String(portalId()),
        sectionId: String(sectionOf(form)),
        language: 'vi',
        mau: form.code,
      };
      const begun = await desk.post(
        `${LIST}/moi`,
        { _token: tokenIn(page), ...fields, title: `Mẫu ${form.name.vi}` },
        desk.as('editor'),
      );
      return location(begun).replace(/\?.*/, '');
    };
    const fill = (form: ItemForm, path: string, more: Record<string, string> = {}): Promise<Answer> =>
      desk.save(path, {
        ...{ title: `Mẫu ${form.name.vi}`, summary: 'Tóm tắt mẫu.', body: 'Nội dung mẫu.', do: 'submit' },
        ...{ sectionId: String(sectionOf(form)), pictureMediaId: String(picture), pictureAlt: 'Bản đồ mẫu' },
        file: String(picture),
        ...typedOf(form, specimenFacts(form)),
        ...more,
      });
    const approve = async (editionId: number) => {
      await ground.perform(ground.one('lc.checker'), checkEdition, { portalId: portalId(), editionId });
      await ground.perform(ground.one('lc.board'), approveEdition, { portalId: portalId(), editionId });
    };
    const publicPage = async (itemId: number, lang: Lang): Promise<Answer> => {
      const base = lang === 'en' ? '/en' : '';
      const found = await ground.world.get(HOST, `${base}/bai/${itemId}`);
      const { pathname } = new URL(found.headers.location ?? '', 'http://x');
      return ground.world.get(HOST, pathname);
    };
    /** Whether a page shows all public fields of the specimen in its own language. */
    const shows = (form: ItemForm, page: Answer, lang: Lang) => {
      const text = read(page);
      const { glance, blocks, tables } = shownFacts(form, specimenFacts(form), lang);
      const wanted = [
        ...glance.map((one) => one.text),
        ...blocks.flatMap(({ lines }) => lines),
        ...tables.flatMap(({ rows }) => rows.flat()),
      ];
      for (const one of wanted) assert.ok(text.includes(one), `${form.code} (${lang}) does not show ${one}`);
      for (const { code, internal, kind } of form.fields)
        if (internal && kind === 'text')
          assert.ok(!text.includes(`Mẫu của ${code}`), `${form.code} shows ${code}`);
    };

    for (const form of ITEM_FORMS) {
      test(`${form.code}: made, approved and seen in both languages`, async () => {
        const path = await begin(form);
        const { itemId, editionId } = idsOf(path, portalId());
        assert.equal(location(await fill(form, path)).replace(/\?.*/, ''), `${LIST}/${itemId}`);
        await approve(editionId);
        const page = await publicPage(itemId, 'vi');
        assert.equal(page.status, 200);
        shows(form, page, 'vi');
        const { editionId: english } = await ground.perform(ground.one('lc.editor'), startEdition, {
          ...{ portalId: portalId(), itemId, language: 'en' as const },
        });
        await ground.perform(ground.one('lc.editor'), submitEdition, {
          portalId: portalId(),
          editionId: english,
        });
        await approve(english);
        shows(form, await publicPage(itemId, 'en'), 'en');
      });
    }

    test('LC-031, LC-033, LC-034, QN-024, QN-026: what a form still lacks is said at each field, and the draft is kept', async () => {
      const form = ITEM_FORMS.find(({ code }) => code === 'sanction') ?? assert.fail();
      const path = await begin(form);
      const answer = await fill(form, path, { 'f-mayPublish': '', 'f-amount': '', 'f-sanction': 'fine' });
      assert.equal(answer.status, 422);
      const text = read(answer);
      assert.match(text, /Bản thảo đã lưu\. Còn 2 chỗ/);
      assert.ok(text.includes('Chưa ghi “Căn cứ được công bố”.') && text.includes('Phạt tiền: ghi số tiền.'));
      assert.match(answer.body, /id="f-mayPublish"[^>]*aria-invalid="true"/);
      const again = await desk.get(path, desk.as('editor'));
      assert.ok(again.body.includes('Mẫu của issuer'));
    });

    test('what cannot be read is refused as it was typed', async () => {
      const form = ITEM_FORMS.find(({ code }) => code === 'leader') ?? assert.fail();
      const answer = await fill(form, await begin(form), { 'f-officeEmail': 'rieng@gmail.com', do: 'save' });
      assert.equal(answer.status, 422);
      assert.ok(answer.body.includes('value="rieng@gmail.com"'));
      assert.ok(read(answer).includes('Ghi hộp thư công vụ'));
    });

    test('no command submits what its form lacks, and no section takes a form that is not its own', async () => {
      const where = { portalId: portalId(), language: 'vi' as const, form: 'leader' };
      const content = contentOf('Chủ tịch không có gì');
      const wrong = { ...where, sectionId: ground.sectionOf('lao-cai/main'), content };
      await assert.rejects(ground.perform(ground.one('lc.editor'), createItem, wrong), {
        code: 'form-not-here',
      });
      const right = { ...where, sectionId: ground.sectionOf('lao-cai/main', 'introduction'), content };
      const made = await ground.perform(ground.one('lc.editor'), createItem, right);
      const edition = { portalId: portalId(), editionId: made.editionId };
      await assert.rejects(ground.perform(ground.one('lc.editor'), submitEdition, edition), {
        code: 'form-missing',
      });
    });

    test('the form of a public copy is sealed with it', async () => {
      const { localityId } = ground.portal('lao-cai/main');
      const verdict = () => ground.asSystem((db) => verifyPublications(db, localityId));
      assert.ok((await verdict()).whole);
      await ground.world.database.database.transaction({ as: 'system' }, (tx) =>
        tx.run(sql`update publication set form = 'article' where form = 'reward'`),
      );
      assert.equal((await verdict()).whole, false);
    });
  });
}
