import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { tokenIn, WORLD_NOW } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { addComment, takeSuggestion } from './comment-commands.ts';
import { approveEdition, checkEdition, submitEdition } from './index.ts';
import { endLink, readerToken, showToReader } from './reader-commands.ts';

const HOST = 'www.laocai.gov.vn';

for (const engine of engines()) {
  describe(`drafts shown to readers without an account on ${engine}`, () => {
    const ground = publishingGround(engine);
    const { asSystem, one, perform, write } = ground;
    before(ground.open);
    after(ground.close);

    const shown = async (title: string, days = 3) => {
      const made = await write('lc.editor', 'lao-cai/main', contentOf(title));
      const { linkId } = await perform(one('lc.editor'), showToReader, {
        ...{ ...made, readerName: 'Bác sĩ Mẫu', days },
      });
      const token = readerToken(ground.world.app.ports.seal, linkId);
      return { ...made, linkId, path: `/doc-ban-thao/${token}`, token };
    };

    test('QN-013, LX-042: a reader by a link reads that draft, remarks under his name, and the writer takes his words', async () => {
      const draft = await shown('Bài hỏi chuyên gia');
      const opened = await ground.world.get(HOST, draft.path);
      assert.equal(opened.status, 200);
      assert.match(opened.body, /Nội dung thử\./);
      assert.match(opened.body, /<meta name="robots" content="noindex/);
      assert.ok(!opened.body.slice(0, opened.body.indexOf('</head>')).includes(draft.token));
      const chosen = await ground.world.get(HOST, `${draft.path}?doan=1`);
      const sent = await ground.world.post(HOST, draft.path, {
        ...{ _token: tokenIn(chosen), lam: 'gopy', doan: '1', quote: 'Nội dung thử.' },
        ...{ body: 'Nên nói rõ liều.', replacement: 'Tiêm hai liều.' },
      });
      assert.equal(sent.status, 303);
      assert.match((await ground.world.get(HOST, draft.path)).body, /Nên nói rõ liều\./);
      const remark = await asSystem((db) =>
        db.get<{ id: number; guest_name: string; person_id: number | null }>(
          sql`select id, guest_name, person_id from edition_comment where edition_id = ${draft.editionId}`,
        ),
      );
      assert.deepEqual([remark.guest_name, remark.person_id], ['Bác sĩ Mẫu', null]);
      await perform(one('lc.editor'), takeSuggestion, { portalId: draft.portalId, commentId: remark.id });
      const { body_html } = await asSystem((db) =>
        db.get<{ body_html: string }>(sql`select body_html from edition where id = ${draft.editionId}`),
      );
      assert.equal(body_html, '<p>Tiêm hai liều.</p>');
    });

    test('each visit is on record, and the database holds nothing the link could be made of', async () => {
      const draft = await shown('Bài được mở hai lần');
      await ground.world.get(HOST, draft.path);
      await ground.world.get(HOST, draft.path);
      const row = await asSystem((db) =>
        db.get<{ visits: number; token_hash: string; recorded: number }>(sql`select token_hash,
          (select count(*)::int from reader_visit v where v.link_id = l.id) as visits,
          (select count(*)::int from audit_entry a where a.command = 'publishing.visitByLink'
            and a.subject_id = ${String(draft.editionId)}) as recorded
          from reader_link l where id = ${draft.linkId}`),
      );
      assert.deepEqual([row.visits, row.recorded], [2, 2]);
      assert.ok(!row.token_hash.includes(draft.token) && row.token_hash.length === 64);
    });

    test('a guest sees nothing of the remarks of the staff, nor of any other edition', async () => {
      const draft = await shown('Bài có góp ý nội bộ');
      await perform(one('lc.checker'), addComment, {
        ...{ ...draft, passage: '1', quote: '', body: 'Chuyện nội bộ của toà soạn' },
      });
      assert.doesNotMatch((await ground.world.get(HOST, draft.path)).body, /Chuyện nội bộ/);
      const other = await shown('Bài của người khác');
      const asked = await ground.world.get(HOST, draft.path.replace(draft.token, other.token));
      assert.doesNotMatch(asked.body, /Bài có góp ý nội bộ/);
      assert.equal((await ground.world.get(HOST, '/doc-ban-thao/khong-co')).status, 404);
      assert.equal((await ground.world.get('bacha.laocai.gov.vn', draft.path)).status, 404);
    });

    test('a link ends on its last day, when it is ended, and takes no remark once the item is public', async () => {
      const draft = await shown('Bài mời ba ngày');
      await assert.rejects(
        perform(one('lc.editor'), showToReader, { ...draft, readerName: 'Ai đó', days: 15 }),
        isRefusal('days-unreadable', 'days'),
      );
      ground.world.setNow(new Date('2026-11-23T23:59:00+07:00'));
      assert.equal((await ground.world.get(HOST, draft.path)).status, 200);
      ground.world.setNow(new Date('2026-11-24T00:00:00+07:00'));
      assert.equal((await ground.world.get(HOST, draft.path)).status, 404);
      ground.world.setNow(WORLD_NOW);
      const ended = await shown('Bài thu lại');
      await perform(one('lc.board'), endLink, { portalId: ended.portalId, linkId: ended.linkId });
      assert.equal((await ground.world.get(HOST, ended.path)).status, 404);
      await perform(one('lc.editor'), submitEdition, draft);
      await perform(one('lc.checker'), checkEdition, draft);
      await perform(one('lc.board'), approveEdition, draft);
      const late = await ground.world.post(HOST, draft.path, {
        lam: 'gopy',
        doan: '1',
        quote: '',
        body: 'Muộn rồi',
      });
      assert.equal(late.status, 422);
      assert.match(late.body, /không góp ý được nữa/);
    });

    test('the desk makes and ends links without a script', async () => {
      const made = await write('lc.editor', 'lao-cai/main', contentOf('Bài mời trên trang'));
      const as = await ground.world.signIn(HOST, 'lc.editor');
      const path = `/ban-lam-viec/tin-bai/${made.itemId}/moi-doc/${made.editionId}`;
      const comments = path.replace('moi-doc', 'gop-y');
      const fields = {
        _token: tokenIn(await ground.world.get(HOST, comments, { as })),
        lam: 'tao',
        days: '5',
      };
      const refused = await ground.world.post(HOST, path, { ...fields, readerName: '' }, { as });
      assert.equal(refused.status, 422);
      assert.equal(
        (await ground.world.post(HOST, path, { ...fields, readerName: 'Cô Thử' }, { as })).status,
        303,
      );
      const listed = await ground.world.get(HOST, comments, { as });
      assert.match(listed.body, /Cô Thử/);
      const [, address = ''] = /value="(http[^"]*\/doc-ban-thao\/[^"]+)"/.exec(listed.body) ?? [];
      assert.equal((await ground.world.get(HOST, new URL(address).pathname)).status, 200);
    });
  });
}
