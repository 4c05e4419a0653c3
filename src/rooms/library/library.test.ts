import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { sql } from '../../platform/db/index.ts';
import { approveEdition, checkEdition, submitEdition, withdrawEdition } from '../publishing/index.ts';
import { keepAfterReview, relateDocuments, removeRelation } from './relating.ts';

const HOST = 'www.laocai.gov.vn';

const OLD = {
  title: 'Quy định quản lý nhà văn hóa thôn',
  facts: {
    number: '36/2024/QĐ-UBND',
    type: 'Quyết định',
    issuer: 'UBND tỉnh Mẫu',
    issuedOn: '2024-06-14',
    inForceFrom: '2024-07-01',
  },
  body:
    '<h3>Điều 1. Phạm vi</h3><p>1. Quyết định này quy định việc mở cửa.</p><p>2. Áp dụng cho mọi thôn.</p>' +
    '<h3>Điều 2. Thu tiền</h3><p>1. Không thu tiền theo khoản 1 Điều 1 Quyết định này.</p>',
};
const AMENDING = {
  title: 'Sửa đổi một số điều về nhà văn hóa thôn',
  facts: {
    number: '18/2025/QĐ-UBND',
    type: 'Quyết định',
    issuer: 'UBND tỉnh Mẫu',
    issuedOn: '2025-06-10',
    inForceFrom: '2025-07-01',
  },
  body:
    '<p>Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;</p>' +
    '<h3>Điều 1. Sửa đổi khoản 1 Điều 1 Quyết định số 36/2024/QĐ-UBND</h3><p>Khoản 1 Điều 1 Quyết định số 36/2024/QĐ-UBND: mở cửa từ 6 giờ.</p>' +
    '<h3>Điều 2. Hiệu lực</h3><p>Quyết định này có hiệu lực từ ngày 01/7/2025.</p>',
};
const REPLACING = {
  title: 'Quy định mới về nhà văn hóa thôn',
  facts: {
    number: '62/2026/QĐ-UBND',
    type: 'Quyết định',
    issuer: 'UBND tỉnh Mẫu',
    issuedOn: '2026-10-20',
    inForceFrom: '2026-11-01',
  },
  body:
    '<h3>Điều 1. Phạm vi</h3><p>Quy định việc mở cửa.</p>' +
    '<h3>Điều 2. Hiệu lực</h3><p>Quyết định này thay thế Quyết định số 36 /2024/QĐ- UBND ngày 14/6/2024.</p>',
};
const NEWS = {
  title: 'Nhà văn hóa thôn mở cửa mỗi ngày',
  body: '<p>Theo Quyết định số 36/2024/QĐ-UBND, nhà văn hóa mở cửa hằng ngày.</p>',
};

for (const engine of engines()) {
  describe(`The law library on ${engine}`, () => {
    const ground = publishingGround(engine);
    const ids: Record<'old' | 'amending' | 'replacing' | 'news', number> = {
      old: 0,
      amending: 0,
      replacing: 0,
      news: 0,
    };
    let newsEdition = 0;

    async function publish(
      text: { title: string; body: string; facts?: Record<string, string> },
      kind: string,
    ) {
      const content = contentOf(text.title, { bodyHtml: text.body, facts: text.facts ?? {} });
      const made = await ground.write('lc.editor', 'lao-cai/main', content, kind);
      await ground.perform(ground.one('lc.editor'), submitEdition, made);
      await ground.perform(ground.one('lc.checker'), checkEdition, made);
      await ground.perform(ground.one('lc.board'), approveEdition, made);
      await ground.world.app.ports.jobs.drain();
      return made;
    }
    const portalId = () => ground.portal('lao-cai/main').id;
    const pageOf = async (itemId: number, query = '') => {
      const short = await ground.world.get(HOST, `/bai/${itemId}`);
      return (await ground.world.get(HOST, (short.headers.location ?? '') + query)).body;
    };
    const relate = (
      who: string,
      fromItemId: number,
      toItemId: number,
      kind: 'amends' | 'replaces',
      provisions: string[] = [],
    ) =>
      ground.perform(ground.one(who), relateDocuments, {
        ...{ portalId: portalId(), fromItemId, toItemId, kind, provisions },
        ...{ effectiveOn: undefined, untilOn: undefined },
      });

    before(async () => {
      await ground.open();
      ids.old = (await publish(OLD, 'documents')).itemId;
      ids.amending = (await publish(AMENDING, 'documents')).itemId;
      const news = await publish(NEWS, 'news');
      [ids.news, newsEdition] = [news.itemId, news.editionId];
    });
    after(() => ground.close());

    test('LC-035 QN-027: an approved document is shown with its fields, and every clause has an address', async () => {
      const html = await pageOf(ids.old);
      assert.match(html, /36\/2024\/QĐ-UBND/);
      assert.match(html, /Còn hiệu lực/);
      assert.match(html, /14\/06\/2024/);
      assert.match(html, /id="dieu-1"/);
      assert.match(html, /id="dieu-1-khoan-2"/);
      assert.match(html, /href="#dieu-2"/);
    });

    test('a citation leads to the provision of the other document, or to a place in the same one', async () => {
      const html = await pageOf(ids.amending);
      assert.match(html, new RegExp(`href="[^"]*-${ids.old}#dieu-1-khoan-1"`));
      assert.match(await pageOf(ids.old), /href="#dieu-1-khoan-1"/);
    });

    test('LC-035: the list of documents finds by number however it is written, by words, form and year', async () => {
      const section = ground.portal('lao-cai/main').sections.find((one) => one.content_kind === 'documents');
      const found = async (query: string) => {
        const { body } = await ground.world.get(HOST, `/${section?.slug_vi}?${query}`);
        return [ids.old, ids.amending].filter((id) => new RegExp(`href="[^"]*-${id}"`).test(body));
      };
      assert.deepEqual(await found(''), [ids.old, ids.amending]);
      assert.deepEqual(await found(`q=${encodeURIComponent('36 /2024/qđ-ubnd')}`), [ids.old]);
      assert.deepEqual(await found('q=nha+van+hoa'), [ids.old, ids.amending]);
      assert.deepEqual(await found('nam=2025'), [ids.amending]);
      assert.deepEqual(await found(`hinh-thuc=${encodeURIComponent('Luật')}`), []);
    });

    test('what the machine reads is proposed only; a person of the board puts it on record', async () => {
      assert.doesNotMatch(await pageOf(ids.old), /Được sửa đổi/);
      const board = await ground.world.signIn(HOST, 'lc.board');
      const path = `/ban-lam-viec/van-ban/${ids.amending}`;
      const shown = await ground.world.get(HOST, path, { as: board });
      assert.match(shown.body, /Sửa đổi, bổ sung/);
      assert.match(shown.body, /Ghi quan hệ này/);
      const token = /name="_token" value="([^"]+)"/.exec(shown.body)?.[1] ?? '';
      const fields = {
        _token: token,
        kind: 'amends',
        provisions: 'dieu-1-khoan-1',
        effectiveOn: '',
        untilOn: '',
      };
      const wrong = await ground.world.post(
        HOST,
        `${path}/quan-he`,
        { ...fields, toNumber: '99/2099/QĐ-UBND' },
        { as: board },
      );
      assert.equal(wrong.status, 422);
      assert.match(wrong.body, /Không tìm thấy văn bản này/);
      assert.match(wrong.body, /99\/2099\/QĐ-UBND/);
      const right = await ground.world.post(
        HOST,
        `${path}/quan-he`,
        { ...fields, toNumber: '36/2024/qđ ubnd' },
        { as: board },
      );
      const done =
        right.status === 303
          ? right
          : await ground.world.post(
              HOST,
              `${path}/quan-he`,
              { ...fields, toNumber: '36/2024/QĐ-UBND' },
              { as: board },
            );
      assert.equal(done.status, 303);
      const html = await pageOf(ids.old);
      assert.match(html, /Sửa đổi, bổ sung khoản 1 Điều 1/);
      assert.match(html, /provision-amended/);
      assert.equal(html.match(/class="provision provision-amended"/g)?.length, 1);
      assert.match(html, /Còn hiệu lực/);
    });

    test('an editor proposes nothing and decides nothing; another portal even less', async () => {
      await assert.rejects(relate('lc.editor', ids.amending, ids.old, 'replaces'), { code: 'not-permitted' });
      await assert.rejects(relate('lc.bacha.head', ids.amending, ids.old, 'replaces'), {
        code: 'not-permitted',
      });
      await assert.rejects(relate('lc.board', ids.amending, ids.old, 'replaces', ['dieu-9']), {
        code: 'no-such-provision',
      });
      await assert.rejects(relate('lc.board', ids.old, ids.old, 'replaces'), { code: 'relation-to-itself' });
    });

    test('LX-044: once a text is replaced, all that rests on it waits for the board with its reason', async () => {
      ids.replacing = (await publish(REPLACING, 'documents')).itemId;
      const { relationId } = await relate('lc.board', ids.replacing, ids.old, 'replaces');
      assert.match(await pageOf(ids.old), /Hết hiệu lực/);
      assert.match(await pageOf(ids.old, '?ngay=2026-10-31'), /Ngày đã chọn: còn hiệu lực/);
      const tasks = async () =>
        (await ground.world.app.ports.tasksOf(ground.one('lc.board'), 'vi')).filter(({ id }) =>
          id.startsWith('library:'),
        );
      assert.deepEqual(
        (await tasks()).map(({ title, note }) => [title, note]),
        [[NEWS.title, '36/2024/QĐ-UBND bị thay thế bởi 62/2026/QĐ-UBND, từ 01/11/2026']],
      );
      await ground.perform(ground.one('lc.board'), keepAfterReview, {
        ...{ portalId: portalId(), itemId: ids.news, relationId, reason: 'Bài kể việc đã qua, vẫn đúng.' },
      });
      assert.deepEqual(await tasks(), []);
      await ground.perform(ground.one('lc.board'), removeRelation, { portalId: portalId(), relationId });
      assert.match(await pageOf(ids.old), /Còn hiệu lực/);
      await relate('lc.board', ids.replacing, ids.old, 'replaces');
      assert.equal((await tasks()).length, 1, 'a new relation is a new question');
      await ground.perform(ground.one('lc.board'), withdrawEdition, {
        ...{ portalId: portalId(), editionId: newsEdition, reason: 'Căn cứ đã hết hiệu lực.' },
      });
      await ground.world.app.ports.jobs.drain();
      assert.deepEqual(await tasks(), []);
    });

    test('a document that was taken down is gone from the library, and what named it links to nothing', async () => {
      const edition = await ground.asSystem((db) =>
        db.get<{ edition_id: number }>(
          sql`select edition_id from publication where item_id = ${ids.replacing} and ended_at is null`,
        ),
      );
      await ground.perform(ground.one('lc.board'), withdrawEdition, {
        ...{ portalId: portalId(), editionId: edition.edition_id, reason: 'Đăng nhầm bản dự thảo.' },
      });
      await ground.world.app.ports.jobs.drain();
      assert.match(await pageOf(ids.old), /Còn hiệu lực/);
    });

    test('what is cited and not held stands on the desk, most cited first', async () => {
      const board = await ground.world.signIn(HOST, 'lc.board');
      const { body } = await ground.world.get(HOST, '/ban-lam-viec/van-ban', { as: board });
      assert.match(body, /64\/2025\/QH15/);
    });
  });
}
