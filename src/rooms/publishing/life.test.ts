import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { sql } from '../../platform/db/index.ts';
import { markCorrection, showOldWording } from './correction-commands.ts';
import {
  approveEdition,
  checkEdition,
  saveEdition,
  startEdition,
  submitEdition,
  verifyPublications,
  withdrawEdition,
} from './index.ts';

const HOST = 'www.laocai.gov.vn';

for (const engine of engines()) {
  describe(`the life of an item on ${engine}`, () => {
    const ground = publishingGround(engine);
    const { one, perform, asSystem, write } = ground;
    before(ground.open);
    after(ground.close);

    const publish = (title: string, change = {}) =>
      ground.publish('lc.editor', 'lc.checker', 'lc.board', 'lao-cai/main', contentOf(title, change));
    const decide = async (made: { portalId: number; editionId: number }) => {
      await perform(one('lc.editor'), submitEdition, made);
      await perform(one('lc.checker'), checkEdition, made);
      await perform(one('lc.board'), approveEdition, made);
    };
    const withdraw = (made: { portalId: number; editionId: number }, change: object) =>
      perform(one('lc.board'), withdrawEdition, {
        ...{ portalId: made.portalId, editionId: made.editionId, reason: 'Không còn phù hợp nữa.' },
        ...change,
      });
    const addressOf = async (itemId: number) => {
      const { headers } = await ground.world.get(HOST, `/bai/${itemId}`);
      return headers.location ?? assert.fail(`item ${itemId} has no address`);
    };
    /** A new edition with another text, up to the draft. */
    const begin = async (made: { portalId: number; itemId: number }, title: string, bodyHtml: string) => {
      const { portalId, itemId } = made;
      const { editionId } = await perform(one('lc.editor'), startEdition, {
        ...{ portalId, itemId, language: 'vi' as const },
      });
      await perform(one('lc.editor'), saveEdition, {
        ...{ portalId, editionId, version: 1, sectionId: ground.sectionOf('lao-cai/main') },
        content: contentOf(title, { bodyHtml }),
      });
      return { portalId, itemId, editionId };
    };

    test('LX-044: what no longer fits is taken down with a notice that names title, board, day and reason', async () => {
      const made = await publish('Mức hỗ trợ theo Nghị quyết cũ');
      const address = await addressOf(made.itemId);
      await withdraw(made, { cause: 'no-longer-fits' });
      const page = await ground.world.get(HOST, address);
      assert.equal(page.status, 410);
      for (const said of [
        'Mức hỗ trợ theo Nghị quyết cũ',
        'Ban Biên tập Tỉnh Lào Cai đã gỡ bài này ngày 20/11/2026',
        'bãi bỏ hoặc không còn phù hợp',
        'Không còn phù hợp nữa.',
      ])
        assert.ok(page.body.includes(said), said);
    });

    test('of what shows personal data nothing is left: no title, no reason, not in any list, and no notice may be chosen', async () => {
      const made = await publish('Danh sách hộ được hỗ trợ của ông Kín Văn Mật');
      const address = await addressOf(made.itemId);
      await ground.world.get(HOST, address);
      await assert.rejects(
        withdraw(made, { cause: 'personal-data' }),
        isRefusal('cause-needs-silence', 'way'),
      );
      await withdraw(made, { way: 'gone', cause: 'personal-data', reason: 'Lộ tên ông Kín Văn Mật' });
      const words = address.replace(/-\d+$/, '');
      for (const path of [address, `/bai/${made.itemId}`, '/', words.replace(/\/[^/]*$/, '')]) {
        const page = await ground.world.get(HOST, path);
        assert.ok(!page.body.includes('Kín Văn'), path);
        if (path.includes(String(made.itemId))) assert.equal(page.status, 410);
      }
      const kept = await asSystem((db) =>
        db.get<{ title: string; notice: string; withdrawal_notice: string }>(sql`select w.title, w.notice,
          p.withdrawal_notice from withdrawal w join publication p on p.id = w.publication_id
          where w.item_id = ${made.itemId}`),
      );
      assert.deepEqual(kept, { title: '', notice: '', withdrawal_notice: '' });
    });

    test('an address leads to its successor in one step, however long the chain has grown, and never in a circle', async () => {
      const [first, second, third] = [
        await publish('Tuyển sinh năm 2024'),
        await publish('Tuyển sinh năm 2025'),
        await publish('Tuyển sinh năm 2026'),
      ];
      assert.ok(first && second && third);
      const old = await addressOf(first.itemId);
      await withdraw(first, { way: 'redirect', cause: 'expired', target: String(second.itemId) });
      assert.equal((await ground.world.get(HOST, old)).headers.location, await addressOf(second.itemId));
      await assert.rejects(
        withdraw(second, { way: 'redirect', cause: 'expired', target: old }),
        isRefusal('target-loops', 'target'),
      );
      const next = await addressOf(third.itemId);
      await withdraw(second, { way: 'redirect', cause: 'expired', target: `https://${HOST}${next}` });
      for (const path of [old, `/bai/${first.itemId}`, `/bai/${second.itemId}`]) {
        const answer = await ground.world.get(HOST, path);
        assert.deepEqual([answer.status, answer.headers.location], [301, next], path);
      }
      for (const [target, code] of [
        ['https://example.com/', 'target-unreadable'],
        ['//example.com', 'target-unreadable'],
        ['/khong-co-trang-nay', 'target-unknown'],
        ['999999', 'target-unknown'],
        ['', 'target-missing'],
      ] as const)
        await assert.rejects(
          withdraw(third, { way: 'redirect', target, despiteLinks: true }),
          isRefusal(code, 'target'),
        );
      await withdraw(third, { way: 'redirect', target: '/lien-he' });
      assert.equal((await ground.world.get(HOST, old)).headers.location, '/lien-he');
    });

    test('what others lead to is not cut off without a second word; leading its address on needs none', async () => {
      const made = await publish('Bài được trích dẫn');
      const other = await publish('Bài trích dẫn', {
        bodyHtml: `<p>Xem <a href="${await addressOf(made.itemId)}">bài trước</a>.</p>`,
      });
      await assert.rejects(withdraw(made, { way: 'gone' }), (error: Error & { words?: { vi: string } }) => {
        assert.ok(isRefusal('still-linked', 'despiteLinks')(error));
        assert.ok(error.words?.vi.includes('Bài trích dẫn'), 'the refusal names what leads here');
        return true;
      });
      await withdraw(made, { way: 'redirect', target: String(other.itemId) });
      // now an address leads to the other: a notice would stand behind it
      await assert.rejects(withdraw(other, { way: 'notice' }), isRefusal('still-linked'));
      await withdraw(other, { way: 'notice', despiteLinks: true });
    });

    test('a correction stands on the article with its day and, where the board ticks it, the old wording; a silent edit does not', async () => {
      const made = await publish('Lịch cắt nước', {
        bodyHtml: '<p>Cắt nước ngày 21/11 tại phường Sa Pa.</p>',
      });
      const address = await addressOf(made.itemId);
      const draft = await begin(made, 'Lịch cắt nước', '<p>Cắt nước ngày 22/11 tại phường Sa Pa.</p>');
      const note = 'Bản trước ghi ngày 21/11 là sai, ngày đúng là 22/11.';
      await assert.rejects(
        perform(one('lc.board'), showOldWording, { ...draft, shows: true }),
        isRefusal('no-correction'),
      );
      await assert.rejects(
        perform(one('lc.editor'), markCorrection, { ...draft, note: 'Sai.' }),
        isRefusal('note-unfit', 'note'),
      );
      await perform(one('lc.editor'), markCorrection, { ...draft, note });
      await assert.rejects(
        perform(one('lc.editor'), showOldWording, { ...draft, shows: true }),
        isRefusal('not-permitted'),
      );
      await perform(one('lc.board'), showOldWording, { ...draft, shows: true });
      await decide(draft);
      await assert.rejects(
        perform(one('lc.editor'), markCorrection, { ...draft, note: `${note} Thêm.` }),
        isRefusal('not-a-draft'),
      );
      const page = await ground.world.get(HOST, address);
      assert.ok(page.body.includes('Đính chính ngày 20/11/2026') && page.body.includes(note));
      assert.ok(/<del>(?:<[^>]*>[^<]*<\/[^>]*>)?21/.test(page.body), 'the old day is shown as taken out');
      const silent = await begin(made, 'Lịch cắt nước', '<p>Cắt nước ngày 22/11 tại phường Sa Pa mới.</p>');
      await decide(silent);
      const later = await ground.world.get(HOST, address);
      assert.equal(later.body.match(/Đính chính ngày/g)?.length, 1);
    });

    test('nobody approves a correction whose note he wrote, and nothing that was never public is corrected', async () => {
      const made = await publish('Thông báo tuyển dụng');
      const draft = await begin(made, 'Thông báo tuyển dụng', '<p>Hạn nộp 30/11.</p>');
      await perform(one('lc.board'), markCorrection, { ...draft, note: 'Hạn nộp đúng là ngày 30/11.' });
      await perform(one('lc.editor'), submitEdition, draft);
      await perform(one('lc.checker'), checkEdition, draft);
      await assert.rejects(perform(one('lc.board'), approveEdition, draft), isRefusal('four-eyes'));
      const fresh = await write('lc.editor', 'lao-cai/main', contentOf('Bài mới viết'));
      await assert.rejects(
        perform(one('lc.editor'), markCorrection, { ...fresh, note: 'Không có gì để đính chính.' }),
        isRefusal('nothing-to-correct'),
      );
    });

    test('after all of this the record answers for every copy, notice and correction', async () => {
      const verdict = await asSystem((db) => verifyPublications(db, one('lc.board').localityId));
      assert.equal(verdict.whole, true);
    });
  });
}
