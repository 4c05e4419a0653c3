import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { tokenIn } from '../../../tests/support/world.ts';
import { approveEdition, checkEdition, submitEdition } from './index.ts';

const HOST = 'www.laocai.gov.vn';
const PATH = '/ban-lam-viec/tin-bai/nhieu';

for (const engine of engines()) {
  describe(`the same press for many on ${engine}`, () => {
    const ground = publishingGround(engine);
    const { live, one, perform, portal, stateOf, write } = ground;
    before(ground.open);
    after(ground.close);

    const make = (title: string, who = 'lc.editor') => write(who, 'lao-cai/main', contentOf(title));
    /** Chooses editions on the page and presses, as somebody. */
    const press = async (who: string, ids: readonly number[], fields: [string, string][]) => {
      const as = await ground.world.signIn(HOST, who);
      const shown = await ground.world.get(HOST, `${PATH}?${ids.map((id) => `chon=${id}`).join('&')}`, {
        as,
      });
      assert.equal(shown.status, 200);
      const chosen = ids.map((id): [string, string] => ['chon', String(id)]);
      const form = new URLSearchParams([['_token', tokenIn(shown)], ...chosen, ...fields]);
      return ground.world.post(HOST, PATH, form, { as });
    };

    test('each is decided for itself: what can be submitted is, and the rest says why not', async () => {
      const good = await make('Bài gửi được');
      const empty = await write('lc.editor', 'lao-cai/main', contentOf('Bài chưa có chữ', { bodyHtml: '' }));
      const answer = await press('lc.editor', [good.editionId, empty.editionId], [['lam', 'gui']]);
      assert.match(answer.body, /Đã xong 1 bài\. Chưa làm được 1 bài/);
      assert.match(answer.body, /Bài chưa có nội dung/);
      assert.deepEqual(
        [await stateOf(good.editionId), await stateOf(empty.editionId)],
        ['submitted', 'draft'],
      );
    });

    test('BG-050: of many only those said to be read are approved, and never one’s own', async () => {
      const titles = ['Bài đã đọc', 'Bài chưa đọc'];
      const made = [];
      for (const title of titles) made.push(await make(title));
      const own = await make('Bài của chính mình', 'lc.head');
      for (const [i, each] of [...made, own].entries()) {
        await perform(one(i === 2 ? 'lc.head' : 'lc.editor'), submitEdition, each);
        await perform(one('lc.checker'), checkEdition, each);
      }
      const [first, second] = made;
      assert.ok(first && second);
      const ids = [first.editionId, second.editionId, own.editionId];
      const answer = await press('lc.head', ids, [
        ['lam', 'duyet'],
        ['doc', String(first.editionId)],
        ['doc', String(own.editionId)],
      ]);
      assert.match(answer.body, /Chưa đọc nên chưa duyệt/);
      assert.match(answer.body, /Bạn đã viết bản này/);
      assert.equal((await live(first.itemId)).length, 1);
      assert.deepEqual([await live(second.itemId), await live(own.itemId)], [[], []]);
    });

    test('one reason sends many back, and items that were never public go to another section', async () => {
      const made = [await make('Bài trả một'), await make('Bài trả hai')];
      for (const each of made) await perform(one('lc.editor'), submitEdition, each);
      const ids = made.map(({ editionId }) => editionId);
      const without = await press('lc.checker', ids, [['lam', 'tra']]);
      assert.match(without.body, /Chưa làm được 2 bài/);
      const back = await press('lc.checker', ids, [
        ['lam', 'tra'],
        ['reason', 'Thiếu tên người chụp ảnh'],
      ]);
      assert.match(back.body, /Đã xong 2 bài/);
      const sectionId = String(ground.sectionOf('lao-cai/main', 'direction'));
      const published = await ground.publish(
        'lc.editor',
        'lc.checker',
        'lc.board',
        'lao-cai/main',
        contentOf('Bài đã đăng rồi'),
      );
      const moved = await press(
        'lc.editor',
        [...ids, published.editionId],
        [
          ['lam', 'chuyen'],
          ['sectionId', sectionId],
        ],
      );
      assert.match(moved.body, /Đã xong 2 bài\. Chưa làm được 1 bài/);
      assert.match(moved.body, /Bài đã từng đăng/);
    });

    test('what is of another portal is not among the chosen, whatever numbers are sent', async () => {
      const made = await make('Bài của cổng tỉnh');
      await perform(one('lc.editor'), submitEdition, made);
      const as = await ground.world.signIn('bacha.laocai.gov.vn', 'lc.bacha.head');
      const asked = await ground.world.get('bacha.laocai.gov.vn', `${PATH}?chon=${made.editionId}`, { as });
      assert.match(asked.body, /Chưa chọn bài nào/);
      assert.notEqual(portal('lao-cai/bacha').id, made.portalId);
      await assert.rejects(perform(one('lc.bacha.head'), approveEdition, made));
    });
  });
}
