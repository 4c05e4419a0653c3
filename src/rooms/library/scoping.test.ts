import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { type Hall, openHall, PLACES } from '../../../tests/support/inquiries.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { listClocksOf } from '../duties/index.ts';
import { approveEdition, checkEdition, createItem, submitEdition } from '../publishing/index.ts';
import { listScopesOf } from './scope-store.ts';
import { scopeDocument, scopeSubject, showDocumentHere } from './scoping.ts';

const FACTS = {
  number: '70/2026/QĐ-UBND',
  type: 'Quyết định',
  issuer: 'UBND tỉnh Mẫu',
  issuedOn: '2026-11-19',
  inForceFrom: '2026-12-01',
};
const BODY = '<h3>Điều 1. Phạm vi</h3><p>Quy định việc trực tết ở xã.</p>';

for (const engine of engines()) {
  describe(`Bodies within the scope of a text on ${engine}`, () => {
    const ground = publishingGround(engine);
    let itemId = 0;

    async function publish(portal: string, facts: Record<string, string>) {
      const [editor, checker, head] =
        portal === 'lao-cai/main'
          ? ['lc.editor', 'lc.checker', 'lc.board']
          : ['lc.bacha.editor', 'lc.bacha.checker', 'lc.bacha.head'];
      const content = contentOf('Quy định việc trực tết ở xã', { bodyHtml: BODY, facts });
      const made = await ground.write(editor, portal, content, 'documents');
      await ground.perform(ground.one(editor), submitEdition, made);
      await ground.perform(ground.one(checker), checkEdition, made);
      await ground.perform(ground.one(head), approveEdition, made);
      await ground.world.app.ports.jobs.drain();
      return made.itemId;
    }
    const idOf = (key: string) => ground.portal(key).id;
    const scope = async (who: string, toPortals: string[], of = itemId) => {
      const done = await ground.perform(ground.one(who), scopeDocument, {
        ...{ portalId: idOf('lao-cai/main'), itemId: of, toPortalIds: toPortals.map(idOf) },
      });
      await ground.world.app.ports.jobs.drain();
      return done;
    };
    const lineOf = async (key: string, of = itemId) => {
      const rows = await ground.asSystem((db) => listScopesOf(db, of));
      return rows.find((row) => row.portal_id === idOf(key)) ?? assert.fail(`${key} was not asked`);
    };
    const clockOf = async (key: string, of = itemId) => {
      const { id } = await lineOf(key, of);
      const [clock] = await ground.asSystem((db) => listClocksOf(db, scopeSubject(id)));
      return clock;
    };

    before(async () => {
      await ground.open();
      itemId = await publish('lao-cai/main', FACTS);
    });
    after(() => ground.close());

    test('LC-048: each body within the scope has eight working days from the day of issue (Đ10.3)', async () => {
      assert.deepEqual(await scope('lc.board', ['lao-cai/bacha', 'lao-cai/snnmt']), { asked: 2 });
      for (const key of ['lao-cai/bacha', 'lao-cai/snnmt']) {
        const clock = await clockOf(key);
        // 24 November is a day off
        assert.deepEqual(
          [clock?.dueOn, clock?.portalId, clock?.rule.clock.article.article],
          ['2026-12-02', idOf(key), 'Đ10.3'],
        );
      }
    });

    test('asking again asks nobody twice', async () => {
      assert.deepEqual(await scope('lc.board', ['lao-cai/bacha']), { asked: 0 });
      const rows = await ground.asSystem((db) => listScopesOf(db, itemId));
      assert.equal(rows.length, 2);
    });

    test('nobody asks for another portal, or itself', async () => {
      await assert.rejects(scope('lc.editor', ['lao-cai/bacha']), { code: 'not-permitted' });
      await assert.rejects(scope('lc.board', ['lao-cai/main']), { code: 'nobody-bound' });
      await assert.rejects(scope('lc.board', ['thai-binh/main']), { code: 'nobody-bound' });
    });

    test('LC-048: a body meets it by showing the issuer’s copy, which then stands in its list', async () => {
      const host = 'bacha.laocai.gov.vn';
      const head = await ground.world.signIn(host, 'lc.bacha.head');
      const before = await ground.world.get(host, '/van-ban');
      assert.doesNotMatch(before.body, /70\/2026\/QĐ-UBND/);
      const board = await ground.world.get(host, '/ban-lam-viec/van-ban', { as: head });
      assert.match(board.body, /Văn bản cổng phải đăng/);
      assert.match(board.body, /02\/12\/2026/);
      const token = /name="_token" value="([^"]+)"/.exec(board.body)?.[1] ?? '';
      const { id } = await lineOf('lao-cai/bacha');
      const fields = { _token: token, scopeId: String(id), portalId: String(idOf('lao-cai/bacha')) };
      const done = await ground.world.post(host, '/ban-lam-viec/van-ban/hien', fields, { as: head });
      assert.equal(done.status, 303);
      assert.equal((await clockOf('lao-cai/bacha'))?.state, 'met');
      const after = await ground.world.get(host, '/van-ban');
      assert.match(after.body, /70\/2026\/QĐ-UBND/);
      assert.match(after.body, /http:\/\/www\.laocai\.localhost/);
    });

    test('LC-048: or by publishing the same number itself, however it is written', async () => {
      const other = await publish('lao-cai/main', { ...FACTS, number: '71/2026/QĐ-UBND' });
      await scope('lc.board', ['lao-cai/bacha'], other);
      assert.equal((await clockOf('lao-cai/bacha', other))?.state, 'running');
      const own = await publish('lao-cai/bacha', { ...FACTS, number: '71 /2026/QĐ- UBND' });
      assert.equal((await clockOf('lao-cai/bacha', other))?.state, 'met');
      assert.equal((await lineOf('lao-cai/bacha', other)).shown_item_id, own);
    });

    test('another portal’s officer shows nothing in this one', async () => {
      const { id } = await lineOf('lao-cai/snnmt');
      await assert.rejects(
        ground.perform(ground.one('lc.bacha.head'), showDocumentHere, {
          ...{ portalId: idOf('lao-cai/bacha'), scopeId: id },
        }),
        { code: 'no-such-scope' },
      );
    });

    test('LC-048: the issuer sees who has published it and who has not, and the bodies have it among their tasks', async () => {
      const board = await ground.world.signIn('www.laocai.gov.vn', 'lc.board');
      const { body } = await ground.world.get('www.laocai.gov.vn', `/ban-lam-viec/van-ban/${itemId}`, {
        as: board,
      });
      assert.match(body, /1 trên 2 cổng đã đăng/);
    });

    test('LC-048: the board of all clocks by body is right to the minute, and shows a member its own alone', async () => {
      const look = async (at: string, host: string, username: string) => {
        ground.world.setNow(new Date(at));
        const as = await ground.world.signIn(host, username);
        const path = '/ban-lam-viec/thoi-han?loai=documentScope&xem=qua-han';
        return (await ground.world.get(host, path, { as })).body;
      };
      const main = (at: string) => look(at, 'www.laocai.gov.vn', 'lc.board');
      const minuteBefore = await main('2026-12-02T23:59:59+07:00');
      assert.match(minuteBefore, /Không có việc nào như vậy/);
      const after = await main('2026-12-03T00:00:00+07:00');
      assert.match(after, /<h3>70\/2026\/QĐ-UBND, Quy định việc trực tết ở xã<\/h3>/);
      assert.match(after, /Đ10\.3|Điều 10/);
      assert.equal([...after.matchAll(/<h3>/g)].length, 1);
      const member = await look('2026-12-03T00:05:00+07:00', 'bacha.laocai.gov.vn', 'lc.bacha.head');
      assert.match(member, /Không có việc nào như vậy/);
    });
  });
}

for (const engine of engines()) {
  describe(`The time of bodies within the scope elsewhere on ${engine}`, () => {
    let hall: Hall;
    before(async () => {
      hall = await openHall(engine);
    });
    after(() => hall.close());

    for (const place of ['quang-ngai', 'long-xuyen'] as const) {
      test(`QN-039 LX-021: in ${place} a body within the scope has ten working days from the day of issue`, async () => {
        const main = `${place}/main`;
        const where = { sectionId: hall.sectionOf(main, 'documents'), language: 'vi' as const };
        const content = contentOf('Quy định việc trực tết ở xã', { bodyHtml: BODY, facts: FACTS });
        const { itemId, editionId } = await hall.act(main, 'editor', createItem, { ...where, content });
        await hall.act(main, 'editor', submitEdition, { editionId });
        await hall.act(main, 'checker', checkEdition, { editionId });
        await hall.act(main, 'boardMember', approveEdition, { editionId });
        await hall.app.ports.jobs.drain();
        const member = hall.portal(`${place}/${PLACES[place]}`).id;
        await hall.act(main, 'boardMember', scopeDocument, { itemId, toPortalIds: [member] });
        await hall.app.ports.jobs.drain();
        const clock = await hall.app.ports.database.transaction({ as: 'system' }, async (tx) => {
          const [row] = await listScopesOf(tx, itemId);
          const [found] = row ? await listClocksOf(tx, scopeSubject(row.id)) : [];
          return found;
        });
        assert.deepEqual([clock?.dueOn, clock?.portalId], ['2026-12-04', member]);
      });
    }
  });
}
