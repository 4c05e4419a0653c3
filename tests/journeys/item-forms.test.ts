import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from '../../src/platform/db/index.ts';
import { createItem, submitEdition, verifyPublications } from '../../src/rooms/publishing/index.ts';
import { findItemForm, type ItemForm, typedOf } from '../../src/rules/item-forms/index.ts';
import { deskGround, HOST, LIST, location, read } from '../support/desk.ts';
import { engines } from '../support/engines.ts';
import { formPublisher } from '../support/item-forms.ts';
import { send } from '../support/page-forms.ts';
import { contentOf } from '../support/publishing.ts';
import { specimenFacts } from '../support/specimens.ts';
import type { Answer } from '../support/world.ts';

/** What a form asks for: said where it lacks, kept as it was typed, held by every command, sealed with what is public. */

for (const engine of engines()) {
  describe(`what the forms of items ask for, on ${engine}`, () => {
    const desk = deskGround(engine);
    const { ground } = desk;
    const portalId = () => ground.portal('lao-cai/main').id;
    const formOf = (code: string): ItemForm => findItemForm(code) ?? assert.fail(code);
    before(desk.open);
    after(desk.close);

    /** Begins an item of a form as a browser does; gives the address of its editor. */
    const begin = async (form: ItemForm): Promise<string> => {
      const at = { path: `${LIST}/moi?mau=${form.code}`, as: desk.as('editor') };
      const sectionId = String(ground.sectionOf('lao-cai/main', form.kinds[0]));
      const begun = await send(ground.world, HOST, at, { action: /\/tin-bai\/moi$/ }, { sectionId });
      return location(begun).replace(/\?.*/, '');
    };
    const fill = (form: ItemForm, path: string, more: Record<string, string> = {}): Promise<Answer> =>
      desk.save(path, {
        ...{ title: `Mẫu ${form.name.vi}`, summary: 'Tóm tắt mẫu.', body: 'Nội dung mẫu.', do: 'submit' },
        sectionId: String(ground.sectionOf('lao-cai/main', form.kinds[0])),
        ...typedOf(form, specimenFacts(form)),
        ...more,
      });

    test('LC-031, LC-033, LC-034, QN-024, QN-026: what a form still lacks is said at each field, and the draft is kept', async () => {
      const form = formOf('sanction');
      const path = await begin(form);
      const answer = await fill(form, path, { 'f-mayPublish': '', 'f-amount': '', 'f-sanction': 'fine' });
      assert.equal(answer.status, 422);
      const text = read(answer);
      assert.match(text, /Bản thảo đã lưu\. Còn 2 chỗ/);
      assert.ok(text.includes('Chưa ghi “Căn cứ được công bố”.') && text.includes('Phạt tiền: ghi số tiền.'));
      assert.match(answer.body, /id="f-mayPublish"[^>]*aria-invalid="true"/);
      // beside the form it is said before anybody presses
      assert.match(text, /Mẫu còn 2 chỗ phải ghi\./);
      const again = await desk.get(path, desk.as('editor'));
      assert.ok(again.body.includes('Mẫu của issuer'));
    });

    test('what cannot be read is refused as it was typed', async () => {
      const form = formOf('leader');
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
      const reward = { form: 'reward', kind: 'direction', title: 'Khen thưởng mẫu' } as const;
      await formPublisher(ground)('lao-cai/main', { ...reward, facts: specimenFacts(formOf('reward')) });
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
