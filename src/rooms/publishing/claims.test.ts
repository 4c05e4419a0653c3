import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { tokenIn } from '../../../tests/support/world.ts';
import { giveWork, releaseWork, takeWork } from './claim-commands.ts';
import { approveEdition, checkEdition, submitEdition } from './index.ts';
import { listTasks } from './tasks.ts';

const HOST = 'www.laocai.gov.vn';

for (const engine of engines()) {
  describe(`work that is taken and given on ${engine}`, () => {
    const ground = publishingGround(engine);
    const { one, perform, write } = ground;
    before(ground.open);
    after(ground.close);

    const submitted = async (title: string) => {
      const made = await write('lc.editor', 'lao-cai/main', contentOf(title));
      await perform(one('lc.editor'), submitEdition, made);
      return made;
    };
    const hasTask = async (name: string, editionId: number) =>
      (await listTasks(ground.world.app.ports, one(name), 'vi')).some(({ id }) =>
        id.endsWith(`:${editionId}`),
      );

    test('nobody does what another holds without a press that says so, and who held it is told', async () => {
      const made = await submitted('Bài có người giữ');
      assert.equal(await hasTask('lc.head', made.editionId), true);
      await perform(one('lc.checker'), takeWork, { ...made, over: false });
      assert.equal(await hasTask('lc.head', made.editionId), false);
      await assert.rejects(perform(one('lc.head'), checkEdition, made), isRefusal('held-by-another'));
      await assert.rejects(
        perform(one('lc.head'), takeWork, { ...made, over: false }),
        isRefusal('held-by-another'),
      );
      await perform(one('lc.head'), takeWork, { ...made, over: true });
      await perform(one('lc.head'), checkEdition, made);
      const as = await ground.world.signIn(HOST, 'lc.checker');
      const notices = await ground.world.get(HOST, '/ban-lam-viec/thong-bao', { as });
      assert.match(notices.body, /Đồng nghiệp đã nhận thay việc: Bài có người giữ/);
    });

    test('a step that was taken ends the work, and the next one is anybody’s who may', async () => {
      const made = await submitted('Bài xong một bước');
      await perform(one('lc.checker'), takeWork, { ...made, over: false });
      await perform(one('lc.checker'), checkEdition, made);
      await perform(one('lc.board'), approveEdition, made);
    });

    test('LC-118, TB-058: work is given to a colleague with a day and a note, and stands among his tasks with that day', async () => {
      const made = await write('lc.editor', 'lao-cai/main', contentOf('Bài giao cho đồng nghiệp'));
      const give = {
        ...made,
        personId: one('lc.checker').personId,
        dueOn: '2026-11-24',
        note: 'Bổ sung số liệu xã',
      };
      await assert.rejects(perform(one('lc.editor'), giveWork, give), isRefusal('not-permitted'));
      await assert.rejects(
        perform(one('lc.board'), giveWork, { ...give, dueOn: '2026-11-19' }),
        isRefusal('day-past', 'dueOn'),
      );
      await assert.rejects(
        perform(one('lc.board'), giveWork, { ...give, personId: one('lc.bacha.editor').personId }),
        isRefusal('no-colleague', 'personId'),
      );
      await perform(one('lc.board'), giveWork, give);
      const task = (await listTasks(ground.world.app.ports, one('lc.checker'), 'vi')).find(
        ({ id }) => id === `publishing:held:${made.editionId}`,
      );
      assert.equal(task?.note, 'Được giao cho bạn: Bổ sung số liệu xã');
      assert.equal(task?.dueAt?.toISOString(), '2026-11-24T17:00:00.000Z');
      await assert.rejects(perform(one('lc.editor'), releaseWork, made), isRefusal('held-by-another'));
      await perform(one('lc.checker'), releaseWork, made);
      assert.equal(await hasTask('lc.checker', made.editionId), false);
    });

    test('the approval’s page takes and gives without a script, and the queue says who holds what', async () => {
      const made = await submitted('Bài nhận trên trang duyệt');
      const as = await ground.world.signIn(HOST, 'lc.checker');
      const path = `/ban-lam-viec/tin-bai/${made.itemId}/duyet/${made.editionId}`;
      const shown = await ground.world.get(HOST, path, { as });
      assert.match(shown.body, /Tôi nhận việc này/);
      const fields = { _token: tokenIn(shown), editionId: String(made.editionId), trang: 'duyet' };
      const work = `/ban-lam-viec/tin-bai/${made.itemId}/viec`;
      const taken = await ground.world.post(HOST, work, { ...fields, lam: 'nhan' }, { as });
      assert.equal(taken.headers.location, `${path}?viec=nhan`);
      const refused = await ground.world.post(
        HOST,
        work,
        { ...fields, lam: 'giao', note: 'Nhờ xem giúp' },
        { as },
      );
      assert.equal(refused.status, 422);
      assert.match(refused.body, /value="Nhờ xem giúp"/);
      const head = await ground.world.signIn(HOST, 'lc.head');
      const queue = await ground.world.get(HOST, '/ban-lam-viec/tin-bai/duyet', { as: head });
      assert.match(queue.body, /Hoàng Văn Soát đang giữ/);
    });
  });
}
