import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { deskGround, HOST, idsOf, LIST, location, read } from '../../../tests/support/desk.ts';
import { engines } from '../../../tests/support/engines.ts';
import { findForm, formsIn, send } from '../../../tests/support/page-forms.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { specimenFacts } from '../../../tests/support/specimens.ts';
import { wholeLife } from '../../../tests/support/whole-life.ts';
import type { Answer } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { findItemForm, typedOf } from '../../rules/item-forms/index.ts';
import { publishUrgent, setUrgent } from './urgent-commands.ts';

const MY_TASKS = '/ban-lam-viec';

/** What cannot wait is led to being published at once, the board approving afterwards (LX Đ11, BG Đ13.2). */
for (const engine of engines()) {
  describe(`what cannot wait on ${engine}`, () => {
    const desk = deskGround(engine);
    const { ground } = desk;
    const life = wholeLife(desk);
    const portalId = () => ground.portal('lao-cai/main').id;
    before(desk.open);
    after(desk.close);

    /** A clarification as its writer fills it in, saved and not yet submitted; the address of its editor. */
    async function clarify(title: string, urgent: 'normal' | 'urgent', change = {}): Promise<string> {
      const form = findItemForm('clarification') ?? assert.fail();
      const sectionId = String(ground.sectionOf('lao-cai/main', 'statement'));
      const at = { path: `${LIST}/moi?mau=clarification`, as: desk.as('editor') };
      const begun = await send(ground.world, HOST, at, { action: /\/tin-bai\/moi$/ }, { sectionId, title });
      const editor = location(begun).replace(/\?.*/, '');
      const typed = {
        ...{ title, summary: 'Tóm tắt mẫu.', body: 'Nội dung mẫu.', bodyMode: 'text' },
        ...typedOf(form, { ...specimenFacts(form), urgent, ...change }),
      };
      const where = { path: editor, as: desk.as('editor') };
      location(await send(ground.world, HOST, where, { action: /\/sua\/\d+$/ }, typed, ['do', 'save']));
      return editor;
    }
    const told = (title: string) =>
      ground.asSystem((db) =>
        db.rows<{ person_id: number; href_vi: string }>(
          sql`select person_id, href_vi from notice where words_vi like ${`%${title}%`} order by person_id`,
        ),
      );
    const group = (page: Answer, id: string) =>
      new RegExp(`<section aria-labelledby="nhom-${id}">[\\s\\S]*?</section>`).exec(page.body)?.[0] ?? '';

    test('LX-027, LX-028, BG-050: a clarification marked urgent is told to those who may publish at once, and leads them there', async () => {
      const title = 'Chợ vẫn mở, tin đóng chợ là sai';
      const editor = await clarify(title, 'urgent');
      const { itemId, editionId } = idsOf(editor, portalId());
      // whoever may not publish is told what happens when he submits, and finds no button
      const writing = await desk.get(editor, desk.as('editor'));
      assert.match(read(writing), /Bài này gấp Gửi duyệt xong, người soát và Ban Biên tập được báo ngay/);
      assert.ok(!writing.body.includes(`#dang-khan-${editionId}`));
      assert.deepEqual(await told(title), []);
      await life.submit(editor, {});

      const people = await told(title);
      const ids = people.map(({ person_id }) => Number(person_id));
      const may = ['lc.checker', 'lc.board', 'lc.head'].map((name) => ground.one(name).personId);
      assert.deepEqual(
        [...ids].sort((a, b) => a - b),
        [...may].sort((a, b) => a - b),
      );
      const href = `${LIST}/${itemId}/duyet/${editionId}#dang-khan-${editionId}`;
      assert.ok(people.every(({ href_vi }) => href_vi === href));

      // before everything else in the tasks of those who may, whoever's step it is
      for (const who of ['checker', 'board'] as const) {
        const tasks = await desk.get(MY_TASKS, desk.as(who));
        assert.ok(group(tasks, 'pressing').includes(title), who);
        assert.ok(group(tasks, 'pressing').includes(`href="${href}"`));
        assert.match(read(tasks), /: 1 gấp/);
      }
      assert.ok(!read(await desk.get(MY_TASKS, desk.as('editor'))).includes(title));
      const queue = await desk.get(`${LIST}/duyet`, desk.as('checker'));
      assert.ok(queue.body.indexOf('id="nhom-pressing"') < queue.body.indexOf(title));

      // there the text is read, and published with a reason; without one nothing is lost
      const at = { path: href.replace(/#.*/, ''), as: desk.as('checker') };
      const wanted = { action: /\/buoc$/, has: { move: 'publishUrgent' } };
      const page = await desk.get(at.path, at.as);
      assert.match(page.body, new RegExp(`<details[^>]*id="dang-khan-${editionId}"[^>]*open`));
      assert.match(page.body, new RegExp(`href="#dang-khan-${editionId}"`));
      const refused = await send(ground.world, HOST, at, wanted, { reason: 'gấp' });
      assert.equal(refused.status, 422);
      assert.ok(
        findForm(refused, wanted).fields.some(([name, value]) => name === 'reason' && value === 'gấp'),
      );
      const reason = 'Tin sai đang lan rộng trên mạng';
      assert.match(location(await send(ground.world, HOST, at, wanted, { reason })), /xong=publishUrgent/);
      const address = (await ground.world.get(HOST, `/bai/${itemId}`)).headers.location ?? '';
      assert.match(read(await ground.world.get(HOST, address)), /Đăng khẩn lúc 09:45/);

      // the clock of the board runs; it approves what it neither wrote nor published
      const waiting = await desk.get(MY_TASKS, desk.as('board'));
      assert.ok(!group(waiting, 'pressing').includes(title));
      const [, one = ''] = /href="([^"]*\/dang-khan\/\d+)"/.exec(waiting.body) ?? [];
      assert.match(read(await desk.get(one, desk.as('board'))), /thứ Hai 23\/11\/2026/);
      const decided = await send(
        ground.world,
        HOST,
        { path: one, as: desk.as('board') },
        {
          ...{ action: /\/dang-khan\/\d+$/, has: { do: 'duyet' } },
        },
      );
      assert.match(location(decided), /xong=duyet/);
    });

    test('a clarification that its writer did not mark waits like others', async () => {
      const title = 'Lịch họp báo không đổi';
      const editor = await clarify(title, 'normal');
      const { itemId, editionId } = idsOf(editor, portalId());
      assert.ok(!read(await desk.get(editor, desk.as('editor'))).includes('Bài này gấp'));
      await life.submit(editor, {});
      assert.deepEqual(await told(title), []);
      assert.equal(group(await desk.get(MY_TASKS, desk.as('checker')), 'pressing'), '');
      const page = await desk.get(`${LIST}/${itemId}/duyet/${editionId}`, desk.as('checker'));
      assert.ok(!formsIn(page).some(({ fields }) => fields.some(([, value]) => value === 'publishUrgent')));
    });

    test('LC-018: what must be mended is mended before a draft is published urgently, its fields included', async () => {
      const editor = await clarify('Tin về kho gạo là sai', 'urgent', {
        evidence: 'TỐI MẬT\nBiên bản kiểm kho',
      });
      const edition = { portalId: portalId(), editionId: idsOf(editor, 0).editionId };
      const input = { ...edition, reason: 'Tin sai đang lan rộng' };
      await assert.rejects(
        ground.perform(ground.one('lc.checker'), publishUrgent, input),
        isRefusal('must-be-mended', 'fields'),
      );
      assert.match((await desk.get(editor, desk.as('editor'))).body, /href="#fields"[^>]*>Đến chỗ/);
    });

    test('LC-118: where a portal does not publish urgently, the same people are told to check and approve at once', async () => {
      const off = { portalId: portalId(), allowed: false, limitDays: 1 };
      await ground.perform(ground.one('lc.content'), setUrgent, off);
      const title = 'Không có dịch lạ ở bản Mẫu';
      const editor = await clarify(title, 'urgent');
      const { itemId, editionId } = idsOf(editor, portalId());
      assert.match(read(await desk.get(editor, desk.as('editor'))), /Cổng này không dùng đăng khẩn/);
      await life.submit(editor, {});
      assert.equal((await told(title)).length, 3);
      const tasks = await desk.get(MY_TASKS, desk.as('checker'));
      assert.match(group(tasks, 'pressing'), /Đã gửi, chờ bạn soát/);
      const page = await desk.get(`${LIST}/${itemId}/duyet/${editionId}`, desk.as('checker'));
      assert.match(read(page), /Cổng này không dùng đăng khẩn\. Hãy soát, duyệt ngay/);
      assert.ok(!page.body.includes('publishUrgent'));
    });
  });
}
