import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { deskGround, HOST, LIST, location, read } from '../../../tests/support/desk.ts';
import { engines } from '../../../tests/support/engines.ts';
import { formPublisher } from '../../../tests/support/item-forms.ts';
import { send } from '../../../tests/support/page-forms.ts';
import { specimenFacts } from '../../../tests/support/specimens.ts';
import { wholeLife } from '../../../tests/support/whole-life.ts';
import { WORLD_NOW } from '../../../tests/support/world.ts';
import { findItemForm } from '../../rules/item-forms/index.ts';

const UNITS = 'Phòng Một | Lò Văn Mẫu | 0214 000 0001\nPhòng Hai | Giàng Thị Mẫu | 0214 000 0002';

/** Whoever judges, compares or translates an item reads what stands in its own fields, as readers of the portal do. */
for (const engine of engines()) {
  describe(`the fields of an item before those who judge it, on ${engine}`, () => {
    const desk = deskGround(engine);
    const { ground } = desk;
    const life = wholeLife(desk);
    let itemId = 0;
    let draft = '';

    before(async () => {
      await desk.open();
      const facts = { ...specimenFacts(findItemForm('structure') ?? assert.fail()), units: UNITS };
      itemId = await formPublisher(ground)('lao-cai/main', {
        ...{ form: 'structure', kind: 'introduction', title: 'Cơ cấu tổ chức mẫu', facts },
      });
      const item = await life.adopt(itemId);
      await life.translate(item, { title: 'Sample structure', summary: 'Sample.' });
      const at = { path: `${LIST}/${itemId}`, as: desk.as('editor') };
      const begun = await send(ground.world, HOST, at, { action: /\/ban-moi$/ }, {}, ['language', 'vi']);
      draft = location(begun).replace(/\?.*/, '');
      const where = { path: draft, as: desk.as('editor') };
      // far enough apart for two versions
      for (const [last, minutes] of [
        ['0020', 0],
        ['0022', 12],
      ] as const) {
        ground.world.setNow(new Date(WORLD_NOW.getTime() + minutes * 60_000));
        const typed = { 'f-units': UNITS.replace('0002', last) };
        location(await send(ground.world, HOST, where, { action: /\/sua\/\d+$/ }, typed, ['do', 'save']));
      }
    });
    after(desk.close);

    const editionId = () => /\d+$/.exec(draft)?.[0] ?? assert.fail();
    const page = (below: string, who: 'editor' | 'board' = 'board') =>
      desk.get(`${LIST}/${itemId}/${below}`, desk.as(who));

    test('versions are compared word by word in their fields too', async () => {
      const { body } = await page(`phien-ban/${editionId()}`);
      assert.match(body, /<del[^>]*>[\s\S]{0,120}0020/);
      assert.match(body, /<ins[^>]*>[\s\S]{0,120}0022/);
    });

    test('who remarks on a draft, and a reader who came by a link, have its fields before them', async () => {
      assert.match(read(await page(`gop-y/${editionId()}`)), /Phòng Hai Giàng Thị Mẫu 0214 000 0022/);
      const at = { path: `${LIST}/${itemId}/gop-y/${editionId()}`, as: desk.as('editor') };
      const invite = { action: /\/moi-doc\/\d+$/, has: { lam: 'tao' } };
      location(await send(ground.world, HOST, at, invite, { readerName: 'Bác Mẫu', days: '3' }));
      const listed = await desk.get(at.path, at.as);
      const [, link = ''] = /value="http[^"]*(\/doc-ban-thao\/[^"]+)"/.exec(listed.body) ?? [];
      const guest = await desk.get(link, undefined);
      assert.match(read(guest), /Phòng Hai Giàng Thị Mẫu 0214 000 0022/);
    });

    test('a translator sees the fields of source and translation side by side, and what changed in them', async () => {
      await life.submit(draft, {});
      await life.decide(itemId, Number(editionId()));
      const compared = await page('doi-chieu');
      assert.match(compared.body, /<ins[^>]*>[\s\S]{0,120}0022/);
      const text = read(compared);
      assert.match(text, /Các đơn vị Phòng Một \| Lò Văn Mẫu .*0022/);
      assert.match(text, /Units Phòng Một \| Lò Văn Mẫu .*0002/);
    });
  });
}
