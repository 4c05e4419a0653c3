import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { tokenIn, WORLD_NOW } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { approveEdition, checkEdition, startEdition, submitEdition, verifyPublications } from './index.ts';
import { listTasks } from './tasks.ts';
import { approveUrgent, publishUrgent, refuseUrgent, setUrgent } from './urgent-commands.ts';

const HOST = 'www.laocai.gov.vn';
const REASON = 'Lũ về trong đêm, dân cần biết ngay';

for (const engine of engines()) {
  describe(`urgent publishing on ${engine}`, () => {
    const ground = publishingGround(engine);
    const { asSystem, live, one, perform, portal, stateOf, write } = ground;
    before(ground.open);
    after(ground.close);

    const urgentOf = (itemId: number) =>
      asSystem((db) =>
        db.get<{ id: number; due_on: string; decision: string | null; decided_by: number | null }>(
          sql`select id, due_on, decision, decided_by from urgent_publication where item_id = ${itemId}`,
        ),
      );
    const draft = (title: string) => write('lc.checker', 'lao-cai/main', contentOf(title));

    test('BG-050: who holds the right publishes at once with a reason; the copy bears it, the clock runs, the board is told', async () => {
      const made = await draft('Cảnh báo lũ quét');
      await assert.rejects(
        perform(one('lc.checker'), publishUrgent, { ...made, reason: 'gấp' }),
        isRefusal('reason-missing', 'reason'),
      );
      await assert.rejects(
        perform(one('lc.editor'), publishUrgent, { ...made, reason: REASON }),
        isRefusal('not-permitted'),
      );
      await perform(one('lc.checker'), publishUrgent, { ...made, reason: REASON });
      const [copy] = await live(made.itemId);
      assert.ok(copy);
      const urgent = await urgentOf(made.itemId);
      // Friday; the next working day is Monday
      assert.equal(urgent.due_on, '2026-11-23');
      const flagged = await asSystem((db) =>
        db.get<{ urgent: boolean }>(sql`select urgent from publication where id = ${copy.id}`),
      );
      assert.equal(flagged.urgent, true);
      const told = await asSystem((db) =>
        db.rows<{ person_id: number }>(
          sql`select person_id from notice where once_key = ${`publishing:urgent:${urgent.id}`}`,
        ),
      );
      const ids = told.map(({ person_id }) => Number(person_id));
      assert.ok(ids.includes(one('lc.board').personId) && ids.includes(one('lc.head').personId));
      assert.ok(!ids.includes(one('lc.checker').personId));
    });

    test('BG-050: afterwards somebody who neither wrote nor published it approves; the copy stays as it is and whole', async () => {
      const made = await write('lc.board', 'lao-cai/main', contentOf('Đường 4D tắc do sạt lở'));
      await perform(one('lc.checker'), publishUrgent, { ...made, reason: REASON });
      const { id: urgentId } = await urgentOf(made.itemId);
      const input = { portalId: made.portalId, urgentId };
      await assert.rejects(perform(one('lc.checker'), approveUrgent, input), isRefusal('not-permitted'));
      await assert.rejects(perform(one('lc.board'), approveUrgent, input), isRefusal('four-eyes'));
      const [before] = await live(made.itemId);
      await perform(one('lc.head'), approveUrgent, input);
      await assert.rejects(perform(one('lc.head'), approveUrgent, input), isRefusal('urgent-decided'));
      assert.deepEqual(await live(made.itemId), [before]);
      const { decision, decided_by } = await urgentOf(made.itemId);
      assert.deepEqual([decision, Number(decided_by)], ['approved', one('lc.head').personId]);
      const { approved_by } = await asSystem((db) =>
        db.get<{ approved_by: number }>(sql`select approved_by from edition where id = ${made.editionId}`),
      );
      assert.equal(Number(approved_by), one('lc.head').personId);
    });

    test('BG-050: refused afterwards it is taken down with the reason as its notice, and the record still holds', async () => {
      const made = await draft('Tin chưa kiểm chứng');
      await perform(one('lc.checker'), publishUrgent, { ...made, reason: REASON });
      const { id: urgentId } = await urgentOf(made.itemId);
      const input = { portalId: made.portalId, urgentId };
      await assert.rejects(
        perform(one('lc.head'), refuseUrgent, input),
        isRefusal('reason-missing', 'reason'),
      );
      await perform(one('lc.head'), refuseUrgent, { ...input, reason: 'Nguồn tin chưa xác minh' });
      assert.deepEqual(await live(made.itemId), []);
      assert.equal(await stateOf(made.editionId), 'withdrawn');
      const gone = await ground.world.get(HOST, `/bai/${made.itemId}`);
      assert.equal(gone.status, 410);
      assert.match(gone.body, /Nguồn tin chưa xác minh/);
      const verdict = await asSystem((db) => verifyPublications(db, 1));
      assert.equal(verdict.whole, true);
    });

    test('not approved in time it is an overdue task of the board and of no one who wrote it; approval of a later edition meets it', async () => {
      const made = await draft('Nước sông Hồng lên báo động 2');
      await perform(one('lc.checker'), publishUrgent, { ...made, reason: REASON });
      const { id } = await urgentOf(made.itemId);
      const taskOf = async (name: string) =>
        (await listTasks(ground.world.app.ports, one(name), 'vi')).find(
          (task) => task.id === `publishing:urgent:${id}`,
        );
      assert.ok(((await taskOf('lc.head'))?.dueAt ?? WORLD_NOW) > WORLD_NOW);
      assert.equal(await taskOf('lc.checker'), undefined);
      const { editionId } = await perform(one('lc.editor'), startEdition, { ...made, language: 'vi' });
      const next = { ...made, editionId };
      await perform(one('lc.editor'), submitEdition, next);
      await perform(one('lc.checker'), checkEdition, next);
      await perform(one('lc.board'), approveEdition, next);
      assert.equal(await taskOf('lc.head'), undefined);
      await assert.rejects(
        perform(one('lc.head'), approveUrgent, { portalId: made.portalId, urgentId: id }),
        isRefusal('urgent-decided'),
      );
    });

    test('LC-118: a portal that does not use it refuses, and only its content administrator says so', async () => {
      const portalId = portal('lao-cai/bacha').id;
      const made = await write('lc.bacha.editor', 'lao-cai/bacha', contentOf('Chợ dời sang sân mới'));
      const off = { portalId, allowed: false, limitDays: 2 };
      await assert.rejects(perform(one('lc.bacha.head'), setUrgent, off), isRefusal('not-permitted'));
      const admin = one('lc.bacha.editor');
      await assert.rejects(
        perform(admin, setUrgent, { ...off, limitDays: 9 }),
        isRefusal('days-unreadable', 'limitDays'),
      );
      await perform(admin, setUrgent, off);
      const input = { ...made, reason: REASON };
      await assert.rejects(perform(one('lc.bacha.head'), publishUrgent, input), isRefusal('urgent-not-here'));
      assert.deepEqual(await live(made.itemId), []);
    });

    test('every figure of the report opens the urgent items it counts, and the decision is made on its page', async () => {
      const made = await draft('Cấm đường qua đèo');
      await perform(one('lc.checker'), publishUrgent, { ...made, reason: REASON });
      const { id } = await urgentOf(made.itemId);
      const as = await ground.world.signIn(HOST, 'lc.head');
      const base = '/ban-lam-viec/tin-bai/dang-khan';
      assert.match((await ground.world.get(HOST, `${base}?loc=cho`, { as })).body, /Cấm đường qua đèo/);
      assert.doesNotMatch((await ground.world.get(HOST, `${base}?loc=go`, { as })).body, /Cấm đường qua đèo/);
      const shown = await ground.world.get(HOST, `${base}/${id}`, { as });
      const posted = await ground.world.post(
        HOST,
        `${base}/${id}`,
        { _token: tokenIn(shown), do: 'duyet' },
        { as },
      );
      assert.equal(posted.status, 303);
      assert.match((await ground.world.get(HOST, `${base}?loc=trong-han`, { as })).body, /Cấm đường qua đèo/);
    });
  });
}
