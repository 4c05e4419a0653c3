import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { type Session, tokenIn } from '../../../tests/support/world.ts';
import { approveEdition, checkEdition, createItem, submitEdition } from '../publishing/index.ts';
import { addSection } from './section-commands.ts';

const HOST = 'www.laocai.gov.vn';

for (const engine of engines()) {
  describe(`The site of a unit inside the portal of its body, on ${engine}`, () => {
    const ground = publishingGround(engine);
    let content: Session;
    let portalId: number;
    let unitId: number;
    let newsId: number;

    before(async () => {
      await ground.open();
      content = await ground.world.signIn(HOST, 'lc.content');
      portalId = ground.portal('lao-cai/main').id;
      const section = { freshWithinDays: null, contentKind: 'news' as const, portalId };
      const by = ground.one('lc.content');
      const unit = { nameVi: 'Trung tâm Thử nghiệm', nameEn: 'Test Centre', inMenu: false, parentId: null };
      ({ sectionId: unitId } = await ground.perform(by, addSection, { ...section, ...unit }));
      const news = {
        nameVi: 'Tin của trung tâm',
        nameEn: 'News of the centre',
        inMenu: false,
        parentId: unitId,
      };
      ({ sectionId: newsId } = await ground.perform(by, addSection, { ...section, ...news }));
    });
    after(() => ground.close());

    const form = () => `/ban-lam-viec/cong/${portalId}/muc/${unitId}`;
    const send = async (fields: Record<string, string>) => {
      const page = await ground.world.get(HOST, form(), { as: content });
      return ground.world.post(
        HOST,
        `${form()}/don-vi`,
        { _token: tokenIn(page), ...fields },
        { as: content },
      );
    };
    const UNIT = {
      ...{
        unitHeadVi: 'Bà Đỗ Thị Mẫu, Giám đốc',
        unitAddressVi: 'Số 2, đường Mẫu',
        unitPhone: '0214 000 0002',
      },
    };

    test('TB-021: a unit says who it is and how to reach it, with its own sections and news', async () => {
      assert.equal((await send(UNIT)).status, 303);
      const where = { portalId, sectionId: newsId, language: 'vi' as const };
      const made = await ground.perform(ground.one('lc.editor'), createItem, {
        ...where,
        content: contentOf('Trung tâm nhận hồ sơ cả sáng thứ Bảy'),
      });
      const edition = { portalId, editionId: made.editionId };
      await ground.perform(ground.one('lc.editor'), submitEdition, edition);
      await ground.perform(ground.one('lc.checker'), checkEdition, edition);
      const address = '/trung-tam-thu-nghiem';
      assert.ok(
        !(await ground.world.get(HOST, address)).body.includes('sáng thứ Bảy'),
        'nothing before approval',
      );
      await ground.perform(ground.one('lc.board'), approveEdition, edition);
      const page = await ground.world.get(HOST, address);
      for (const wanted of [
        'Trung tâm Thử nghiệm',
        'Bà Đỗ Thị Mẫu',
        'Số 2, đường Mẫu',
        'tel:02140000002',
        'sáng thứ Bảy',
      ])
        assert.ok(page.body.includes(wanted), wanted);
      const map = (await ground.world.get(HOST, '/so-do')).body;
      assert.ok(
        map.indexOf('Các đơn vị') > 0 && map.indexOf('Các đơn vị') < map.indexOf('Trung tâm Thử nghiệm'),
      );
      assert.equal((await ground.world.get(HOST, '/en/test-centre')).status, 200);
    });

    test('what is missing is said at its field, with everything typed', async () => {
      const answer = await send({ ...UNIT, unitPhone: 'gọi giờ hành chính' });
      assert.equal(answer.status, 422);
      for (const wanted of ['href="#unitPhone"', 'gọi giờ hành chính'])
        assert.ok(answer.body.includes(wanted), wanted);
    });

    test('a unit becomes a section again, and a section below another is no unit', async () => {
      assert.equal((await send({ viec: 'bo' })).status, 303);
      assert.ok(!(await ground.world.get(HOST, '/trung-tam-thu-nghiem')).body.includes('Bà Đỗ Thị Mẫu'));
      const below = `/ban-lam-viec/cong/${portalId}/muc/${newsId}`;
      const page = await ground.world.get(HOST, below, { as: content });
      assert.ok(!page.body.includes('unitPhone'));
      const sent = { _token: tokenIn(page), ...UNIT };
      assert.equal((await ground.world.post(HOST, `${below}/don-vi`, sent, { as: content })).status, 422);
    });
  });
}
