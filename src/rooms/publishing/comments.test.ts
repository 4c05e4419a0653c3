import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { tokenIn } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { addComment, settleComment, takeSuggestion } from './comment-commands.ts';
import { approveEdition, checkEdition, recallEdition, submitEdition } from './index.ts';

const HOST = 'www.laocai.gov.vn';

for (const engine of engines()) {
  describe(`remarks at a passage on ${engine}`, () => {
    const ground = publishingGround(engine);
    const { asSystem, one, perform, write } = ground;
    before(ground.open);
    after(ground.close);

    const draft = (title: string, bodyHtml = '<p>Chợ mở từ 6 giờ sáng.</p><p>Có chỗ gửi xe.</p>') =>
      write('lc.editor', 'lao-cai/main', contentOf(title, { bodyHtml }));
    const bodyOf = (editionId: number) =>
      asSystem((db) =>
        db.get<{ body_html: string; writers: number[] }>(
          sql`select body_html, writers from edition where id = ${editionId}`,
        ),
      );

    test('LC-091: a suggestion is taken with one press, and who suggested it may then neither check nor approve', async () => {
      const made = await draft('Chợ phiên cuối tuần');
      const { commentId } = await perform(one('lc.board'), addComment, {
        ...{ ...made, passage: '1', quote: '6 giờ sáng', body: 'Giờ mới từ tháng 11.' },
        replacement: '7 giờ sáng',
      });
      await perform(one('lc.editor'), takeSuggestion, { portalId: made.portalId, commentId });
      const { body_html, writers } = await bodyOf(made.editionId);
      assert.equal(body_html, '<p>Chợ mở từ 7 giờ sáng.</p><p>Có chỗ gửi xe.</p>');
      assert.deepEqual(writers.map(Number), [one('lc.editor').personId, one('lc.board').personId]);
      await perform(one('lc.editor'), submitEdition, made);
      await perform(one('lc.checker'), checkEdition, made);
      await assert.rejects(perform(one('lc.board'), approveEdition, made), isRefusal('four-eyes'));
      await perform(one('lc.head'), approveEdition, made);
    });

    test('a suggestion waits while the edition is not a draft, and is refused where the words have gone', async () => {
      const made = await draft('Giờ mở cửa thư viện');
      const remark = { ...made, passage: '1', quote: '6 giờ sáng', body: '', replacement: '8 giờ' };
      const { commentId } = await perform(one('lc.checker'), addComment, remark);
      const choice = { portalId: made.portalId, commentId };
      await perform(one('lc.editor'), submitEdition, made);
      await assert.rejects(perform(one('lc.editor'), takeSuggestion, choice), isRefusal('not-a-draft'));
      await perform(one('lc.editor'), recallEdition, made);
      await perform(one('lc.editor'), takeSuggestion, choice);
      await assert.rejects(perform(one('lc.editor'), takeSuggestion, choice), isRefusal('no-such-comment'));
      await assert.rejects(
        perform(one('lc.checker'), addComment, remark),
        isRefusal('quote-unknown', 'quote'),
      );
    });

    test('whoever has no part in the portal neither remarks nor settles, and an empty remark is refused', async () => {
      const made = await draft('Lịch cắt điện');
      const remark = { ...made, passage: '2', quote: '', body: 'Ghi rõ chỗ nào.' };
      await assert.rejects(perform(one('lc.bacha.editor'), addComment, remark), isRefusal('not-permitted'));
      await assert.rejects(perform(one('lc.overseer'), addComment, remark), isRefusal('not-permitted'));
      await assert.rejects(
        perform(one('lc.checker'), addComment, { ...remark, body: ' ' }),
        isRefusal('remark-missing', 'body'),
      );
      const { commentId } = await perform(one('lc.checker'), addComment, remark);
      const foreign = { portalId: ground.portal('lao-cai/bacha').id, commentId, open: false };
      await assert.rejects(
        perform(one('lc.bacha.editor'), settleComment, foreign),
        isRefusal('no-such-comment'),
      );
    });

    test('LC-091: on its page each passage has a way to remark, and open remarks stand before the decision', async () => {
      const made = await draft('Hội xuân 2027');
      const as = await ground.world.signIn(HOST, 'lc.checker');
      const path = `/ban-lam-viec/tin-bai/${made.itemId}/gop-y/${made.editionId}`;
      const read = await ground.world.get(HOST, `${path}?doan=2`, { as });
      assert.equal(read.status, 200);
      assert.match(read.body, /Góp ý đoạn này/);
      const sent = await ground.world.post(
        HOST,
        path,
        { _token: tokenIn(read), lam: 'gopy', doan: '2', quote: 'Có chỗ gửi xe.', body: 'Ghi giá gửi xe.' },
        { as },
      );
      assert.equal(sent.status, 303);
      const again = await ground.world.get(HOST, path, { as });
      assert.match(again.body, /Ghi giá gửi xe\./);
      const wrong = await ground.world.post(
        HOST,
        path,
        { _token: tokenIn(read), lam: 'gopy', doan: '2', quote: 'không có', body: 'Giữ lời này.' },
        { as },
      );
      assert.equal(wrong.status, 422);
      assert.match(wrong.body, /Giữ lời này\./);
      await perform(one('lc.editor'), submitEdition, made);
      const approval = await ground.world.get(
        HOST,
        `/ban-lam-viec/tin-bai/${made.itemId}/duyet/${made.editionId}`,
        { as },
      );
      assert.match(approval.body, /1 góp ý chưa xong/);
    });
  });
}
