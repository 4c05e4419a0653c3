import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { askHere } from '../../../tests/support/inquiry-cases.ts';
import { openWorld, type World } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { acceptInquiry, assignOfficer } from './sorting.ts';
import { warnOfficers } from './warnings.ts';

for (const engine of engines()) {
  describe(`Warnings of due dates on ${engine}`, () => {
    let world: World;
    let inquiryId: number;

    /** Warnings given so far: to whom, in which words, leading where. */
    const warned = () =>
      world.database.database.transaction({ as: 'system' }, (tx) =>
        tx.rows<{ username: string; words_vi: string; href_vi: string }>(sql`
          select p.username, n.words_vi, n.href_vi from notice n join person p on p.id = n.person_id
          where n.kind = 'warning' order by n.id`),
      );
    const runAt = async (moment: string) => {
      const before = (await warned()).length;
      world.setNow(new Date(`${moment}+07:00`));
      await warnOfficers.run(world.app.ports, {});
      return (await warned()).slice(before);
    };

    before(async () => {
      world = await openWorld(engine);
      // asked on Friday 20/11; Tuesday 24/11 is a holiday: due on Monday 30/11/2026
      inquiryId = await askHere(world, 'question');
      const of = { portalId: world.portal('lao-cai/main').id, inquiryId };
      const { perform } = world.app.ports;
      await perform(await world.as('lc.board'), acceptInquiry, { ...of, commonConcern: false });
      const { personId } = await world.as('lc.editor');
      await perform(await world.as('lc.board'), assignOfficer, { ...of, officerId: personId });
    });
    after(() => world.close());

    test('LC-113, BG-052: nobody is warned while there is time', async () => {
      assert.deepEqual(await runAt('2026-11-26T09:05:00'), []);
    });

    test('LC-113: on the last working day before it the officer in charge is, once, by number alone', async () => {
      const [first, ...others] = await runAt('2026-11-27T09:05:00');
      assert.equal(first?.username, 'lc.editor');
      assert.equal(first?.words_vi, `Câu hỏi số ${inquiryId}: còn 1 ngày làm việc (hạn thứ Hai 30/11/2026).`);
      assert.equal(first?.href_vi, `/ban-lam-viec/thu-hoi-dap/${inquiryId}`);
      assert.deepEqual(others, []);
      assert.deepEqual(await runAt('2026-11-27T10:05:00'), []);
      assert.deepEqual(await runAt('2026-11-30T09:05:00'), [], 'the due date itself is the same warning');
    });

    test('on days off nobody is', async () => {
      assert.deepEqual(await runAt('2026-11-29T09:05:00'), []);
    });

    test('LC-113: past its day the head is told too, then the overseer of the main portal, who is shown the figures', async () => {
      const overdue = await runAt('2026-12-01T09:05:00');
      assert.deepEqual(
        overdue.map(({ username }) => username),
        ['lc.editor', 'lc.head'],
      );
      assert.match(overdue[0]?.words_vi ?? '', /quá 1 ngày làm việc/);
      const escalated = await runAt('2026-12-02T09:05:00');
      assert.deepEqual(
        escalated.map(({ username }) => username),
        ['lc.editor', 'lc.head', 'lc.overseer'],
      );
      assert.equal(escalated.at(-1)?.href_vi, '/hoi-dap/so-lieu');
      assert.deepEqual(await runAt('2026-12-04T09:05:00'), []);
    });

    test('whose step it is, is told where nobody is in charge; of a confidential one the board alone', async () => {
      world.setNow(new Date('2026-12-04T10:00:00+07:00'));
      await askHere(world, 'information');
      const told = await runAt('2026-12-08T09:05:00');
      assert.ok(told.every(({ words_vi }) => words_vi.startsWith('Yêu cầu cung cấp thông tin')));
      assert.deepEqual(told.map(({ username }) => username).sort(), ['lc.board', 'lc.checker', 'lc.head']);
    });
  });
}
