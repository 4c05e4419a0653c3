import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { tokenIn } from '../../../tests/support/world.ts';
import { beginTopic, dropTopic, planTopic, setTarget } from './commands.ts';
import { readReport } from './queries.ts';
import { planningRoom } from './room.ts';

const HOST = 'www.laocai.gov.vn';
const TODAY = '2026-11-20';

for (const engine of engines()) {
  describe(`the editorial plan on ${engine}`, () => {
    const ground = publishingGround(engine);
    const { asSystem, one, perform, portal, publish, sectionOf } = ground;
    before(ground.open);
    after(ground.close);

    const topic = (title: string, plannedOn: string, personId: number | null = null) => ({
      ...{ portalId: portal('lao-cai/main').id, sectionId: sectionOf('lao-cai/main') },
      ...{ title, note: '', plannedOn, personId },
    });
    const tasksOf = async (name: string) =>
      (await planningRoom.tasks?.(ground.world.app.ports, one(name), 'vi')) ?? assert.fail('no tasks');

    test('TB-058: a topic stands among the tasks of who is responsible, until it is begun as a draft of its section', async () => {
      const { portalId, ...text } = topic('Mùa hoa tam giác mạch', '2026-11-24', one('lc.editor').personId);
      const { topicId } = await perform(one('lc.board'), planTopic, { ...text, portalId });
      const later = topic('Tổng kết năm', '2026-12-28', one('lc.editor').personId);
      await perform(one('lc.board'), planTopic, later);
      assert.deepEqual(
        (await tasksOf('lc.editor')).map(({ id, title }) => [id, title]),
        [[`planning:topic:${topicId}`, 'Mùa hoa tam giác mạch']],
      );
      const { itemId } = await perform(one('lc.editor'), beginTopic, { portalId, topicId });
      assert.deepEqual(await tasksOf('lc.editor'), []);
      await assert.rejects(
        perform(one('lc.editor'), beginTopic, { portalId, topicId }),
        isRefusal('already-begun'),
      );
      const as = await ground.world.signIn(HOST, 'lc.editor');
      const plan = await ground.world.get(HOST, '/ban-lam-viec/tin-bai/ke-hoach?thang=2026-11', { as });
      assert.match(plan.body, /Mùa hoa tam giác mạch/);
      assert.match(plan.body, /Bản thảo/);
      assert.doesNotMatch(plan.body, /Tổng kết năm/);
      const item = await ground.world.get(HOST, `/ban-lam-viec/tin-bai/${itemId}`, { as });
      assert.match(item.body, /Mùa hoa tam giác mạch/);
    });

    test('another portal’s plan is neither seen nor changed', async () => {
      const { topicId } = await perform(one('lc.board'), planTopic, topic('Đề tài của cổng tỉnh', TODAY));
      const foreign = { portalId: portal('lao-cai/bacha').id, topicId };
      await assert.rejects(perform(one('lc.bacha.head'), dropTopic, foreign), isRefusal('no-such-topic'));
      const as = await ground.world.signIn('bacha.laocai.gov.vn', 'lc.bacha.head');
      const asked = await ground.world.get(
        'bacha.laocai.gov.vn',
        `/ban-lam-viec/tin-bai/ke-hoach/${topicId}`,
        { as },
      );
      assert.equal(asked.status, 404);
    });

    test('a target is kept or not by what was published, and each figure opens the items it counts', async () => {
      const input = {
        portalId: portal('lao-cai/main').id,
        sectionId: sectionOf('lao-cai/main'),
        per: 'week' as const,
      };
      await assert.rejects(
        perform(one('lc.board'), setTarget, { ...input, atLeast: 2 }),
        isRefusal('not-permitted'),
      );
      await assert.rejects(
        perform(one('lc.content'), setTarget, { ...input, atLeast: 0 }),
        isRefusal('number-unreadable', 'atLeast'),
      );
      await perform(one('lc.content'), setTarget, { ...input, atLeast: 2 });
      const read = async () => {
        const report = await asSystem((db) => readReport(db, input.portalId, TODAY));
        return report.find(({ section }) => section.id === input.sectionId)?.periods ?? [];
      };
      const before = (await read())[0]?.items.length ?? 0;
      await publish(
        'lc.editor',
        'lc.checker',
        'lc.board',
        'lao-cai/main',
        contentOf('Tin thứ nhất của tuần'),
      );
      await publish('lc.editor', 'lc.checker', 'lc.board', 'lao-cai/main', contentOf('Tin thứ hai của tuần'));
      const [week, ...earlier] = await read();
      assert.deepEqual([week?.items.length, week?.kept, earlier.length], [before + 2, 'kept', 0]);
      const as = await ground.world.signIn(HOST, 'lc.content');
      const page = await ground.world.get(HOST, '/ban-lam-viec/tin-bai/chi-tieu', { as });
      assert.match(page.body, /ít nhất 2 bài mỗi tuần/);
      assert.match(page.body, /Tin thứ nhất của tuần/);
      const taken = await ground.world.post(
        HOST,
        '/ban-lam-viec/tin-bai/chi-tieu',
        {
          _token: tokenIn(page),
          cong: String(input.portalId),
          sectionId: String(input.sectionId),
          atLeast: '',
        },
        { as },
      );
      assert.equal(taken.status, 303);
      assert.deepEqual(await read(), []);
    });

    test('the plan is added to without a script, in a list and on the month’s page; what is refused stays as typed', async () => {
      const as = await ground.world.signIn(HOST, 'lc.editor');
      const path = '/ban-lam-viec/tin-bai/ke-hoach';
      const shown = await ground.world.get(HOST, path, { as });
      const fields = {
        ...{ _token: tokenIn(shown), cong: String(portal('lao-cai/main').id), title: 'Chợ Tết vùng cao' },
        ...{ sectionId: String(sectionOf('lao-cai/main')), plannedOn: '' },
      };
      const refused = await ground.world.post(HOST, path, fields, { as });
      assert.equal(refused.status, 422);
      assert.match(refused.body, /value="Chợ Tết vùng cao"/);
      const added = await ground.world.post(HOST, path, { ...fields, plannedOn: '2027-01-15' }, { as });
      assert.match(added.headers.location ?? '', /thang=2027-01/);
      const month = await ground.world.get(HOST, `${path}?thang=2027-01&kieu=lich`, { as });
      assert.match(month.body, /<table class="month-page">[\s\S]*Chợ Tết vùng cao/);
    });
  });
}
