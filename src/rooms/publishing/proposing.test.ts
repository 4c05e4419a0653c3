import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { scopeOf } from '../../platform/command/index.ts';
import { sql } from '../../platform/db/index.ts';
import type { Person } from '../../rules/access/index.ts';
import { uploadMedia } from '../media/index.ts';
import {
  acceptProposal,
  approveEdition,
  checkEdition,
  createItem,
  proposeItem,
  refuseProposal,
  saveEdition,
  submitEdition,
} from './index.ts';

for (const engine of engines()) {
  describe(`portals among each other on ${engine}`, () => {
    const ground = publishingGround(engine);
    const { asSystem, live, one, perform, portal, publish, sectionOf, stateOf, write } = ground;
    before(ground.open);
    after(ground.close);

    test('LC-119: a member’s checker proposes, the main board accepts: two approvals, and the item says where it is from', async () => {
      const member = await publish(
        'lc.bacha.editor',
        'lc.bacha.checker',
        'lc.bacha.head',
        'lao-cai/bacha',
        contentOf('Chợ phiên Bắc Hà mở thêm ngày'),
      );
      const proposal = {
        fromPortalId: member.portalId,
        toPortalId: portal('lao-cai/main').id,
        itemId: member.itemId,
        language: 'vi' as const,
        note: 'Đề nghị đăng ở cổng tỉnh',
      };
      await assert.rejects(
        perform(one('lc.bacha.editor'), proposeItem, proposal),
        isRefusal('not-permitted'),
      );
      const { proposalId } = await perform(one('lc.bacha.checker'), proposeItem, proposal);
      const accept = {
        portalId: portal('lao-cai/main').id,
        proposalId,
        sectionId: sectionOf('lao-cai/main'),
      };
      await assert.rejects(perform(one('lc.editor'), acceptProposal, accept), isRefusal('not-permitted'));
      const created = await perform(one('lc.board'), acceptProposal, accept);
      await assert.rejects(perform(one('lc.head'), acceptProposal, accept), isRefusal('already-decided'));
      assert.deepEqual(await live(created.itemId), [], 'accepting is not publishing');
      const main = { ...created, portalId: portal('lao-cai/main').id };
      await perform(one('lc.editor'), submitEdition, main);
      await perform(one('lc.checker'), checkEdition, main);
      await perform(one('lc.board'), approveEdition, main);
      const [copy] = await live(created.itemId);
      assert.deepEqual([copy?.origin_portal_id, copy?.origin_item_id], [member.portalId, member.itemId]);
      assert.match(copy?.source ?? '', /Bắc Hà/);
      const kept = await asSystem((db) =>
        db.get<{ state: string; checked_by: number }>(
          sql`select state, checked_by from proposal where id = ${proposalId}`,
        ),
      );
      assert.deepEqual(kept, { state: 'accepted', checked_by: one('lc.bacha.checker').personId });
    });

    test('the other way too: the main portal proposes to a member, which refuses with a reason both can read', async () => {
      const main = await publish(
        'lc.editor',
        'lc.checker',
        'lc.board',
        'lao-cai/main',
        contentOf('Hướng dẫn tiêm phòng toàn tỉnh'),
      );
      const input = {
        fromPortalId: main.portalId,
        toPortalId: portal('lao-cai/bacha').id,
        itemId: main.itemId,
        language: 'vi' as const,
        note: '',
      };
      const { proposalId } = await perform(one('lc.checker'), proposeItem, input);
      const decide = { portalId: portal('lao-cai/bacha').id, proposalId };
      await assert.rejects(
        perform(one('lc.bacha.head'), refuseProposal, { ...decide, reason: 'no' }),
        isRefusal('reason-missing', 'reason'),
      );
      await perform(one('lc.bacha.head'), refuseProposal, { ...decide, reason: 'Xã đã có bài này' });
      const rows = await ground.world.database.database.transaction(scopeOf(one('lc.checker')), (tx) =>
        tx.rows(sql`select state, reason from proposal where id = ${proposalId}`),
      );
      assert.deepEqual(rows, [{ state: 'refused', reason: 'Xã đã có bài này' }]);
    });

    test('only what is published on one’s own portal is proposed, and only inside the locality', async () => {
      const draft = await write('lc.bacha.editor', 'lao-cai/bacha', contentOf('Bản thảo chưa đăng'));
      const base = {
        fromPortalId: draft.portalId,
        toPortalId: portal('lao-cai/main').id,
        itemId: draft.itemId,
        language: 'vi' as const,
        note: '',
      };
      await assert.rejects(perform(one('lc.bacha.checker'), proposeItem, base), isRefusal('not-published'));
      const foreign = { ...base, toPortalId: portal('thai-binh/main').id };
      await assert.rejects(
        perform(one('lc.bacha.checker'), proposeItem, foreign),
        isRefusal('no-such-portal'),
      );
    });

    test('TB-046: items, editions, files and proposals of other portals are invisible even to queries without any filter', async () => {
      const bacha = portal('lao-cai/bacha').id;
      await write('lc.bacha.editor', 'lao-cai/bacha', contentOf('Bản thảo của xã'));
      const bytes = new TextEncoder().encode('Danh sách thử');
      await uploadMedia(ground.world.app.ports, one('lc.bacha.editor'), {
        portalId: bacha,
        name: 'a.txt',
        bytes,
      });
      await uploadMedia(ground.world.app.ports, one('tb.editor'), {
        portalId: portal('thai-binh/main').id,
        name: 'b.txt',
        bytes,
      });
      const seenBy = (person: Person, table: string) =>
        ground.world.database.database.transaction(scopeOf(person), async (tx) => {
          const { rows } = await tx.statement(
            `select distinct portal_id::int as id from ${table} order by 1`,
            [],
          );
          return (rows as { id: number }[]).map(({ id }) => id);
        });
      for (const table of [
        'item',
        'edition',
        'edition_event',
        'media',
        'publication',
        'publication_file',
        'withdrawal',
        'clock',
      ]) {
        const seen = await seenBy(one('lc.bacha.checker'), table);
        assert.ok(
          seen.every((id) => id === bacha),
          `${table}: ${seen}`,
        );
        const tb = await seenBy(one('tb.editor'), table);
        assert.ok(
          tb.every((id) => id === portal('thai-binh/main').id),
          `${table}: ${tb}`,
        );
      }
      assert.deepEqual(await seenBy(one('lc.bacha.checker'), 'item'), [bacha]);
      assert.deepEqual(await seenBy(one('lc.bacha.checker'), 'media'), [bacha]);
      const proposals = await ground.world.database.database.transaction(scopeOf(one('tb.board')), (tx) =>
        tx.rows(sql`select id from proposal`),
      );
      assert.deepEqual(proposals, []);
    });

    test('TB-046: a command naming another portal’s item is refused as if it did not exist, and writes nothing', async () => {
      const made = await write('lc.bacha.editor', 'lao-cai/bacha', contentOf('Bài của xã'));
      const mine = { ...made, portalId: portal('thai-binh/main').id };
      await assert.rejects(perform(one('tb.editor'), submitEdition, mine), isRefusal('no-such-item'));
      await assert.rejects(
        perform(one('tb.editor'), saveEdition, {
          ...mine,
          version: 1,
          sectionId: sectionOf('thai-binh/main'),
          content: contentOf('Chiếm'),
        }),
        isRefusal('no-such-item'),
      );
      assert.equal(await stateOf(made.editionId), 'draft');
      await assert.rejects(
        perform(one('tb.editor'), createItem, {
          portalId: mine.portalId,
          sectionId: sectionOf('lao-cai/bacha'),
          language: 'vi',
          content: contentOf('Sai mục'),
        }),
        isRefusal('section-missing', 'sectionId'),
      );
    });
  });
}
