import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { WORLD_NOW } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { canonicalJson, sha256 } from '../../rules/audit/index.ts';
import {
  approveEdition,
  checkEdition,
  discardEdition,
  recallEdition,
  saveEdition,
  sendBackEdition,
  startEdition,
  submitEdition,
  withdrawEdition,
} from './index.ts';
import { publishDue } from './scheduling.ts';

for (const engine of engines()) {
  describe(`publishing on ${engine}`, () => {
    const ground = publishingGround(engine);
    const { asSystem, live, one, perform, portal, publicly, publish, sectionOf, stateOf, write } = ground;
    before(ground.open);
    after(ground.close);

    test('LC-020 BG-050: nothing is public before a member of the board approves it, step by step', async () => {
      const made = await write('lc.editor', 'lao-cai/main', contentOf('Khai giảng lớp xoá mù chữ'));
      assert.deepEqual(await live(made.itemId), []);
      await perform(one('lc.editor'), submitEdition, made);
      assert.deepEqual(await live(made.itemId), []);
      await assert.rejects(perform(one('lc.board'), approveEdition, made), isRefusal('wrong-state'));
      await perform(one('lc.checker'), checkEdition, made);
      assert.deepEqual(await live(made.itemId), []);
      await perform(one('lc.board'), approveEdition, made);
      assert.equal((await live(made.itemId)).length, 1);
      assert.equal(await stateOf(made.editionId), 'published');
    });

    test('LC-013 QN-010 LX-008 TB-047 BG-053: a publication bears who approved it, when, and the hash of exactly what was approved', async () => {
      const made = await publish(
        'lc.editor',
        'lc.checker',
        'lc.head',
        'lao-cai/main',
        contentOf('Lịch tiêm phòng đợt hai'),
      );
      const [copy] = await live(made.itemId);
      assert.ok(copy);
      assert.equal(copy.approved_by, one('lc.head').personId);
      assert.equal(copy.approved_at.getTime(), WORLD_NOW.getTime());
      const whole = await publicly((db) =>
        db.get<Record<string, unknown>>(sql`select title, summary, body_html as "bodyHtml", author, source,
          source_url as "sourceUrl", picture, attachments, facts from publication where id = ${copy.id}`),
      );
      assert.equal(copy.content_hash, sha256(canonicalJson(whole)));
      const entry = await asSystem((db) =>
        db.get<{
          payload: { contentHash: string };
          person_id: number;
        }>(sql`select payload, person_id from audit_entry
          where command = 'publishing.approveEdition' and subject_id = ${String(made.editionId)}`),
      );
      assert.equal(entry.payload.contentHash, copy.content_hash);
      assert.equal(entry.person_id, one('lc.head').personId);
    });

    test('LC-020: nobody checks or approves what he wrote, not the head either, and a saved comma makes a writer', async () => {
      const own = await write('lc.head', 'lao-cai/main', contentOf('Bài của Trưởng ban'));
      await perform(one('lc.head'), submitEdition, own);
      await assert.rejects(perform(one('lc.head'), checkEdition, own), isRefusal('four-eyes'));
      await perform(one('lc.checker'), checkEdition, own);
      await assert.rejects(perform(one('lc.head'), approveEdition, own), isRefusal('four-eyes'));
      await perform(one('lc.board'), approveEdition, own);

      const shared = await write('lc.editor', 'lao-cai/main', contentOf('Bài hai người viết'));
      await perform(one('lc.board'), saveEdition, {
        ...shared,
        version: 1,
        sectionId: sectionOf('lao-cai/main'),
        content: contentOf('Bài hai người viết,'),
      });
      await perform(one('lc.editor'), submitEdition, shared);
      await perform(one('lc.checker'), checkEdition, shared);
      await assert.rejects(perform(one('lc.board'), approveEdition, shared), isRefusal('four-eyes'));
      assert.deepEqual(await live(shared.itemId), []);
    });

    test('TB-023: roles hold for one portal; an editor does not approve, and a board approves only its own portal', async () => {
      const made = await write('lc.editor', 'lao-cai/main', contentOf('Bài của cổng tỉnh'));
      await perform(one('lc.editor'), submitEdition, made);
      await perform(one('lc.checker'), checkEdition, made);
      const refused = isRefusal('not-permitted');
      await assert.rejects(perform(one('lc.editor'), approveEdition, made), refused);
      await assert.rejects(perform(one('lc.overseer'), approveEdition, made), refused);
      await assert.rejects(perform(one('lc.bacha.head'), approveEdition, made), refused);
      const asOwn = { ...made, portalId: portal('lao-cai/bacha').id };
      await assert.rejects(perform(one('lc.bacha.head'), approveEdition, asOwn), isRefusal('no-such-item'));
      assert.deepEqual(await live(made.itemId), []);
    });

    test('sending back needs a reason, returns the draft and keeps the reason in the history', async () => {
      const made = await write('lc.editor', 'lao-cai/main', contentOf('Bài bị trả lại'));
      await perform(one('lc.editor'), submitEdition, made);
      await assert.rejects(
        perform(one('lc.checker'), sendBackEdition, made),
        isRefusal('reason-missing', 'reason'),
      );
      await perform(one('lc.checker'), sendBackEdition, { ...made, reason: 'Thiếu nguồn của bảng nhiệt độ' });
      assert.equal(await stateOf(made.editionId), 'draft');
      const events = await asSystem((db) =>
        db.rows(
          sql`select move, from_state, to_state, reason from edition_event where edition_id = ${made.editionId} order by id`,
        ),
      );
      assert.deepEqual(events, [
        { move: 'submit', from_state: 'draft', to_state: 'submitted', reason: null },
        {
          move: 'sendBack',
          from_state: 'submitted',
          to_state: 'draft',
          reason: 'Thiếu nguồn của bảng nhiệt độ',
        },
      ]);
    });

    test('a submitted edition is not edited; taken back it is, and a discarded one is done with', async () => {
      const made = await write('lc.editor', 'lao-cai/main', contentOf('Bài rút lại'));
      await perform(one('lc.editor'), submitEdition, made);
      const save = {
        ...made,
        version: 2,
        sectionId: sectionOf('lao-cai/main'),
        content: contentOf('Bài rút lại, sửa'),
      };
      await assert.rejects(perform(one('lc.editor'), saveEdition, save), isRefusal('not-a-draft'));
      await perform(one('lc.editor'), recallEdition, made);
      await perform(one('lc.editor'), saveEdition, { ...save, version: 3 });
      await perform(one('lc.editor'), discardEdition, made);
      await assert.rejects(perform(one('lc.editor'), submitEdition, made), isRefusal('wrong-state'));
    });

    test('of two who save from the same version the second is refused, and the first one’s words stand', async () => {
      const made = await write('lc.editor', 'lao-cai/main', contentOf('Bài hai tab'));
      const save = (title: string) => ({
        ...made,
        version: 1,
        sectionId: sectionOf('lao-cai/main'),
        content: contentOf(title),
      });
      await perform(one('lc.editor'), saveEdition, save('Bài hai tab, người thứ nhất'));
      await assert.rejects(
        perform(one('lc.content'), saveEdition, save('Bài hai tab, người thứ hai')),
        isRefusal('changed-meanwhile'),
      );
      const kept = await asSystem((db) =>
        db.get<{ title: string; writers: number[] }>(
          sql`select title, writers from edition where id = ${made.editionId}`,
        ),
      );
      assert.equal(kept.title, 'Bài hai tab, người thứ nhất');
      assert.deepEqual(kept.writers.map(Number), [one('lc.editor').personId]);
    });

    test('what is set for a time is public only when the job finds that it has come, and then bears its approval', async () => {
      const made = await write('lc.editor', 'lao-cai/main', contentOf('Thông báo nghỉ lễ'));
      await perform(one('lc.editor'), submitEdition, made);
      await perform(one('lc.checker'), checkEdition, made);
      const publishAt = new Date(WORLD_NOW.getTime() + 3_600_000);
      await assert.rejects(
        perform(one('lc.board'), approveEdition, { ...made, publishAt: WORLD_NOW }),
        isRefusal('time-past', 'publishAt'),
      );
      await perform(one('lc.board'), approveEdition, { ...made, publishAt });
      await publishDue.run(ground.world.app.ports, {});
      assert.deepEqual(await live(made.itemId), []);
      ground.world.setNow(publishAt);
      try {
        await publishDue.run(ground.world.app.ports, {});
        await publishDue.run(ground.world.app.ports, {});
      } finally {
        ground.world.setNow(WORLD_NOW);
      }
      const [copy] = await live(made.itemId);
      assert.ok(copy);
      assert.equal(copy.published_at.getTime(), publishAt.getTime());
      assert.equal(copy.approved_at.getTime(), WORLD_NOW.getTime());
      assert.equal(copy.approved_by, one('lc.board').personId);
    });

    test('TB-057: a new edition takes the place of the old one at the same address; the old one is kept, not changed', async () => {
      const made = await publish(
        'lc.editor',
        'lc.checker',
        'lc.board',
        'lao-cai/main',
        contentOf('Giá nước sạch năm 2027'),
      );
      const [first] = await live(made.itemId);
      const { editionId } = await perform(one('lc.editor'), startEdition, { ...made, language: 'vi' });
      await assert.rejects(
        perform(one('lc.editor'), startEdition, { ...made, language: 'vi' }),
        isRefusal('already-open'),
      );
      const next = { ...made, editionId };
      await perform(one('lc.editor'), saveEdition, {
        ...next,
        version: 1,
        sectionId: sectionOf('lao-cai/main'),
        content: contentOf('Giá nước sạch năm 2027', { bodyHtml: '<p>Nội dung đã sửa.</p>' }),
      });
      assert.equal((await live(made.itemId))[0]?.body_html, '<p>Nội dung thử.</p>');
      await perform(one('lc.editor'), submitEdition, next);
      await perform(one('lc.checker'), checkEdition, next);
      await perform(one('lc.board'), approveEdition, next);
      const now = await live(made.itemId);
      assert.equal(now.length, 1);
      assert.deepEqual([now[0]?.slug, now[0]?.edition_number], [first?.slug, 2]);
      assert.equal(now[0]?.first_published_at.getTime(), first?.first_published_at.getTime());
      assert.equal(now[0]?.body_html, '<p>Nội dung đã sửa.</p>');
      assert.equal(await stateOf(made.editionId), 'superseded');
      const old = await asSystem((db) =>
        db.get<{ body_html: string }>(sql`select body_html from edition where id = ${made.editionId}`),
      );
      assert.equal(old.body_html, '<p>Nội dung thử.</p>');
    });

    test('taking down leaves a notice with the reason in public, and nothing else of the item', async () => {
      const made = await publish(
        'lc.editor',
        'lc.checker',
        'lc.board',
        'lao-cai/main',
        contentOf('Bài đăng nhầm'),
      );
      await assert.rejects(
        perform(one('lc.board'), withdrawEdition, made),
        isRefusal('reason-missing', 'reason'),
      );
      await perform(one('lc.board'), withdrawEdition, { ...made, reason: 'Số liệu sai, sẽ đăng lại' });
      assert.deepEqual(await live(made.itemId), []);
      const notice = await publicly((db) =>
        db.rows(sql`select title, notice from withdrawal where item_id = ${made.itemId}`),
      );
      assert.deepEqual(notice, [{ title: 'Bài đăng nhầm', notice: 'Số liệu sai, sẽ đăng lại' }]);
      const { editionId } = await perform(one('lc.editor'), startEdition, { ...made, language: 'vi' });
      const again = { ...made, editionId };
      await perform(one('lc.editor'), submitEdition, again);
      await perform(one('lc.checker'), checkEdition, again);
      await perform(one('lc.board'), approveEdition, again);
      assert.equal((await live(made.itemId)).length, 1);
      const lifted = await publicly((db) =>
        db.rows(sql`select 1 from withdrawal where item_id = ${made.itemId}`),
      );
      assert.deepEqual(lifted, []);
    });

    test('LC-047: the clock of an item runs from the event its writer names and is met by publishing', async () => {
      const issued = contentOf('Phổ biến quy định chống rét', {
        startEvent: 'issued',
        startEventAt: new Date('2026-11-17T08:00:00+07:00'),
      });
      const made = await write('lc.editor', 'lao-cai/main', issued, 'legal-dissemination');
      await perform(one('lc.editor'), submitEdition, made);
      await perform(one('lc.checker'), checkEdition, made);
      await perform(one('lc.board'), approveEdition, made);
      const [copy] = await live(made.itemId);
      assert.equal(copy?.clock?.inTime, true);
      assert.match(copy?.clock?.dueOn ?? '', /^2026-12-0\d$/);
    });
  });
}
