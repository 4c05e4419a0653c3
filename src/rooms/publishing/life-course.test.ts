import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Chance } from '../../../tests/support/chance.ts';
import { engines } from '../../../tests/support/engines.ts';
import { lifeOn } from '../../../tests/support/lived.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { WORLD_NOW } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { addDays, civilDateOf, instantOf } from '../../rules/calendar/index.ts';
import {
  approveEdition,
  bringBackEdition,
  checkEdition,
  confirmTranslation,
  discardEdition,
  moveItemTo,
  restoreEdition,
  setExpiry,
  setReview,
  submitEdition,
  verifyPublications,
} from './index.ts';
import { setKeeping } from './keeping.ts';
import { expireDue, remindReviews } from './life-jobs.ts';
import { readLinksDue } from './links.ts';
import { rescheduleEdition } from './rescheduling.ts';
import { publishDue } from './scheduling.ts';
import { listTasks } from './tasks.ts';

const HOST = 'www.laocai.gov.vn';
const DAY_MS = 86_400_000;

for (const engine of engines()) {
  describe(`what becomes of an item on ${engine}`, () => {
    const ground = publishingGround(engine);
    const { one, perform, asSystem, write } = ground;
    const { publish, begin, decide, withdraw } = lifeOn(ground);
    before(ground.open);
    after(ground.close);

    const ports = () => ground.world.app.ports;
    const get = (path: string) => ground.world.get(HOST, path);
    const addressOf = async (itemId: number) =>
      (await get(`/bai/${itemId}`)).headers.location ?? assert.fail(`item ${itemId} has no address`);
    const news = () => ground.sectionOf('lao-cai/main');
    const later = async (ms: number, work: () => Promise<void>) => {
      ground.world.setNow(new Date(WORLD_NOW.getTime() + ms));
      try {
        await work();
      } finally {
        ground.world.setNow(WORLD_NOW);
      }
    };

    test('after random walks of moves every address an item ever had leads to the one it has now, in one step', async () => {
      const chance = new Chance(20_261_122);
      const { portalId, itemId } = await publish('Bài hay đổi chỗ');
      const movable = ground
        .portal('lao-cai/main')
        .sections.filter(({ content_kind: kind }) => !['documents', 'questions'].includes(kind));
      const had = new Set([await addressOf(itemId)]);
      let moves = 0;
      for (let step = 0; step < 25; step += 1) {
        const words = chance.pick(['', 'ten moi', 'Tên khác hẳn', 'Cổng làng', 'bai-12']);
        const sectionId = chance.pick(movable).id;
        const moved = await perform(one('lc.board'), moveItemTo, {
          portalId,
          itemId,
          sectionId,
          words,
        }).catch((error) => {
          assert.ok(isRefusal('nothing-to-move')(error));
          return undefined;
        });
        if (!moved) continue;
        moves += 1;
        const now = await addressOf(itemId);
        had.add(now);
        assert.equal((await get(now)).status, 200, now);
        for (const old of had) {
          if (old === now) continue;
          const answer = await get(old);
          assert.deepEqual([answer.status, answer.headers.location], [301, now], old);
        }
      }
      assert.ok(moves > 10 && had.size > 5, `${moves} moves, ${had.size} addresses`);
    });

    test('an item is moved by the board alone, and never into the register of signed texts', async () => {
      const { portalId, itemId } = await publish('Bài không chuyển được');
      const sectionId = ground.sectionOf('lao-cai/main', 'documents');
      await assert.rejects(
        perform(one('lc.editor'), moveItemTo, { portalId, itemId, sectionId }),
        isRefusal('not-permitted'),
      );
      await assert.rejects(
        perform(one('lc.board'), moveItemTo, { portalId, itemId, sectionId }),
        isRefusal('kind-stays', 'sectionId'),
      );
    });

    test('what is taken up again is a draft that another approves; who wrote it then does not', async () => {
      const made = await publish('Bài sẽ lấy lại');
      await assert.rejects(perform(one('lc.editor'), restoreEdition, made), isRefusal('not-restorable'));
      await withdraw(made, {});
      const { editionId } = await perform(one('lc.board'), restoreEdition, made);
      assert.deepEqual(await ground.live(made.itemId), []);
      const draft = { ...made, editionId };
      await assert.rejects(perform(one('lc.board'), restoreEdition, made), isRefusal('already-open'));
      await perform(one('lc.editor'), submitEdition, draft);
      await perform(one('lc.checker'), checkEdition, draft);
      await assert.rejects(perform(one('lc.board'), approveEdition, draft), isRefusal('four-eyes'));
      await perform(one('lc.head'), approveEdition, draft);
      assert.equal((await get(await addressOf(made.itemId))).status, 200);
    });

    test('a discarded draft comes back within 30 days and not a day later', async () => {
      const made = await write('lc.editor', 'lao-cai/main', contentOf('Bản thảo bỏ nhầm'));
      await perform(one('lc.editor'), discardEdition, made);
      await later(31 * DAY_MS, () =>
        assert.rejects(perform(one('lc.editor'), bringBackEdition, made), isRefusal('not-bring-back')),
      );
      await later(30 * DAY_MS, async () => {
        await perform(one('lc.editor'), bringBackEdition, made);
      });
      assert.equal(await ground.stateOf(made.editionId), 'draft');
    });

    test('LC-053: an item goes off line at its moment, once, into the archive list or with a notice', async () => {
      const [kept, gone] = [await publish('Tin đưa vào lưu trữ'), await publish('Thông báo hết hạn')];
      assert.ok(kept && gone);
      const expiresAt = new Date(WORLD_NOW.getTime() + DAY_MS);
      const set = { portalId: kept.portalId, expiresAt };
      await assert.rejects(
        perform(one('lc.board'), setExpiry, {
          ...{ ...set, itemId: kept.itemId, expiresAs: 'archive', expiresAt: WORLD_NOW },
        }),
        isRefusal('time-past', 'expiresAt'),
      );
      await perform(one('lc.board'), setExpiry, { ...set, itemId: kept.itemId, expiresAs: 'archive' });
      await perform(one('lc.board'), setExpiry, { ...set, itemId: gone.itemId, expiresAs: 'notice' });
      const [keptAt, goneAt] = [await addressOf(kept.itemId), await addressOf(gone.itemId)];
      const list = keptAt.replace(/\/[^/]*$/, '');
      await expireDue.run(ports(), {});
      assert.ok((await get(list)).body.includes('Tin đưa vào lưu trữ'), 'its moment has not come');
      await later(DAY_MS, async () => {
        await expireDue.run(ports(), {});
        await expireDue.run(ports(), {});
        const page = await get(keptAt);
        assert.equal(page.status, 200);
        assert.ok(page.body.includes('Tin lưu trữ'));
        assert.ok(!(await get(list)).body.includes('Tin đưa vào lưu trữ'));
        assert.ok((await get(`${list}?luu-tru=1`)).body.includes('Tin đưa vào lưu trữ'));
        assert.ok(!(await get(`${list}/rss.xml`)).body.includes('Tin đưa vào lưu trữ'));
        const notice = await get(goneAt);
        assert.equal(notice.status, 410);
        assert.ok(notice.body.includes('Đã hết thời gian đăng'));
      });
      const entries = await asSystem((db) =>
        db.rows(sql`select seq from audit_entry where command = 'publishing.expireItem'`),
      );
      assert.equal(entries.length, 2);
    });

    test('the time its section keeps things on line begins with publication, and its source is said', async () => {
      const { id: portalId } = ground.portal('lao-cai/main');
      const lifetimes = { [String(news())]: { days: 30, as: 'archive' as const } };
      const retention = { years: 10, source: '' };
      await assert.rejects(
        perform(one('lc.content'), setKeeping, { portalId, keeping: { lifetimes, retention } }),
        isRefusal('source-missing', 'source'),
      );
      const source = 'Bảng thời hạn lưu trữ của cơ quan';
      await perform(one('lc.content'), setKeeping, {
        ...{ portalId, keeping: { lifetimes, retention: { years: 10, source } } },
      });
      const { itemId } = await publish('Tin có thời gian đăng');
      const life = await asSystem((db) =>
        db.get<{ expires_at: Date; expires_source: string }>(
          sql`select expires_at, expires_source from item_life where item_id = ${itemId}`,
        ),
      );
      assert.equal(life.expires_at.getTime(), WORLD_NOW.getTime() + 30 * DAY_MS);
      assert.equal(life.expires_source, 'section');
      const none = { lifetimes: {}, retention: { years: null, source: '' } };
      await perform(one('lc.content'), setKeeping, { portalId, keeping: none });
    });

    test('TB-025 LC-053: a day of review is reminded of 14 and 3 days before, once each, and overdue it is a task', async () => {
      const { portalId, itemId } = await publish('Giới thiệu cần xem lại');
      const reviewOn = addDays(civilDateOf(WORLD_NOW), 20);
      await perform(one('lc.editor'), setReview, { portalId, itemId, reviewOn, note: 'Số điện thoại' });
      const told = async (on: string) => {
        ground.world.setNow(instantOf(on, '08:00'));
        await remindReviews.run(ports(), {});
        await remindReviews.run(ports(), {});
        ground.world.setNow(WORLD_NOW);
        const found = await asSystem((db) =>
          db.rows<{ kind: string }>(sql`select kind from notice
            where once_key like ${`publishing:review:${itemId}:%`}
              and person_id = ${one('lc.editor').personId} order by id`),
        );
        return found.map(({ kind }) => kind);
      };
      assert.deepEqual(await told(addDays(reviewOn, -15)), []);
      assert.deepEqual(await told(addDays(reviewOn, -14)), ['news']);
      assert.deepEqual(await told(addDays(reviewOn, -3)), ['news', 'warning']);
      assert.deepEqual(await told(addDays(reviewOn, 1)), ['news', 'warning', 'warning']);
      ground.world.setNow(instantOf(addDays(reviewOn, 1), '08:00'));
      const tasks = await listTasks(ports(), one('lc.editor'), 'vi');
      ground.world.setNow(WORLD_NOW);
      const task = tasks.find(({ id }) => id === `publishing:review:${itemId}`);
      assert.ok(task?.note.startsWith('Quá hạn rà soát'), task?.note);
    });

    test('LC-052 QN-045: a translation that fell behind says so to readers and staff until it is updated or reviewed on record', async () => {
      const made = await publish('Lịch tiếp công dân');
      const english = await begin(made, 'Reception days', '<p>On Mondays.</p>', 'en');
      await decide(english);
      const address = (await get(`/en/bai/${made.itemId}`)).headers.location ?? '';
      assert.ok(!(await get(address)).body.includes('is newer'));
      const draft = await begin(made, 'Lịch tiếp công dân', '<p>Thứ Ba hằng tuần.</p>');
      await decide(draft);
      const older = await get(address);
      assert.ok(older.body.includes('The Vietnamese text is newer, changed on'));
      const tasks = await listTasks(ports(), one('lc.board'), 'vi');
      assert.ok(tasks.some(({ id }) => id === `publishing:translation:${made.itemId}`));
      const review = { portalId: made.portalId, itemId: made.itemId, language: 'en' as const };
      await assert.rejects(
        perform(one('lc.checker'), confirmTranslation, { ...review, sourceNumber: 1 }),
        isRefusal('source-newer'),
      );
      await perform(one('lc.checker'), confirmTranslation, { ...review, sourceNumber: 2 });
      const reviewed = await get(address);
      assert.ok(reviewed.body.includes('was held against the Vietnamese text'));
      assert.ok(!reviewed.body.includes('is newer'));
      await assert.rejects(
        perform(one('lc.checker'), confirmTranslation, { ...review, sourceNumber: 2 }),
        isRefusal('nothing-to-review'),
      );
      // a third edition, and the translation made anew from it
      await decide(await begin(made, 'Lịch tiếp công dân', '<p>Thứ Tư hằng tuần.</p>'));
      assert.ok((await get(address)).body.includes('is newer'));
      await decide(await begin(made, 'Reception days', '<p>On Wednesdays.</p>', 'en'));
      const current = await get(address);
      assert.ok(!current.body.includes('is newer') && !current.body.includes('was held against'));
    });

    test('LC-043: what the regulation wants in English and has none stands in the list of the portal', async () => {
      const session = await ground.world.signIn(HOST, 'lc.board');
      const made = await ground.publish(
        ...(['lc.editor', 'lc.checker', 'lc.board', 'lao-cai/main'] as const),
        contentOf('Bài không bắt buộc dịch'),
      );
      const needed = await ground.world.get(HOST, '/ban-lam-viec/tin-bai/ban-dich', { as: session });
      assert.ok(!needed.body.includes('Bài không bắt buộc dịch'), 'news need no translation');
      const intro = await write('lc.editor', 'lao-cai/main', contentOf('Giới thiệu tỉnh'), 'introduction');
      await decide(intro);
      const later = await ground.world.get(HOST, '/ban-lam-viec/tin-bai/ban-dich', { as: session });
      assert.ok(later.body.includes('Giới thiệu tỉnh') && later.body.includes('Đ8.2.d'));
      const missing = await ground.world.get(HOST, '/ban-lam-viec/tin-bai/ban-dich?nhom=missing', {
        as: session,
      });
      assert.ok(missing.body.includes(`/tin-bai/${made.itemId}/doi-chieu`));
    });

    test('a set time is changed and holds; what is not scheduled has none to change', async () => {
      const made = await write('lc.editor', 'lao-cai/main', contentOf('Bài hẹn giờ'));
      await perform(one('lc.editor'), submitEdition, made);
      await perform(one('lc.checker'), checkEdition, made);
      const at = (hours: number) => new Date(WORLD_NOW.getTime() + hours * 3_600_000);
      await assert.rejects(
        perform(one('lc.board'), rescheduleEdition, { ...made, publishAt: at(1) }),
        isRefusal('wrong-state'),
      );
      await perform(one('lc.board'), approveEdition, { ...made, publishAt: at(1) });
      await perform(one('lc.board'), rescheduleEdition, { ...made, publishAt: at(3) });
      await later(2 * 3_600_000, () => publishDue.run(ports(), {}));
      assert.deepEqual(await ground.live(made.itemId), []);
      await later(3 * 3_600_000, () => publishDue.run(ports(), {}));
      const [copy] = await ground.live(made.itemId);
      assert.equal(copy?.approved_by, one('lc.board').personId);
    });

    test('what leads where is known for every edition, also for those written in bulk or before links were kept', async () => {
      const target = await publish('Bài đích');
      const hash = 'ab'.repeat(32);
      const made = await write(
        'lc.editor',
        'lao-cai/main',
        contentOf('Bài nối', {
          bodyHtml: `<p><a href="/bai/${target.itemId}">Một</a> <a href="https://${HOST}/x/y-${target.itemId}">Hai</a>
            <a href="https://example.com/a-${target.itemId}">Ngoài</a> <a href="/tep/${hash}/a.pdf">Tệp</a></p>`,
        }),
      );
      const links = () =>
        asSystem((db) =>
          db.rows(sql`select place, coalesce(target_item_id::text, target_hash, target_address) as target from item_link
            where edition_id = ${made.editionId} order by target_item_id nulls last, target_hash nulls last`),
        );
      const expected = [
        { place: 'body', target: String(target.itemId) },
        { place: 'body', target: hash },
        { place: 'body', target: `https://example.com/a-${target.itemId}` },
      ];
      assert.deepEqual(await links(), expected);
      await asSystem(async (db) => {
        await db.run(sql`delete from item_link where edition_id = ${made.editionId}`);
        await db.run(sql`update edition set links_read = false where id = ${made.editionId}`);
      });
      await readLinksDue.run(ports(), {});
      assert.deepEqual(await links(), expected);
    });

    test('LX-043 LC-114 QN-046: of what was taken down the archive keeps exactly what was approved, for those with the right', async () => {
      const made = await publish('Bài có bản lưu', { bodyHtml: '<p>Nguyên văn đã duyệt.</p>' });
      await withdraw(made, { way: 'gone', cause: 'personal-data', reason: 'Lộ số điện thoại riêng.' });
      const copyId = await asSystem((db) =>
        db.get<{ id: number }>(sql`select id from publication where item_id = ${made.itemId}`),
      );
      const path = `/ban-lam-viec/tin-bai/${made.itemId}/ban-luu/${copyId.id}`;
      const board = await ground.world.signIn(HOST, 'lc.board');
      const copy = await ground.world.get(HOST, path, { as: board });
      for (const said of [
        'Nguyên văn đã duyệt.',
        'Khớp dấu',
        'Lộ số điện thoại riêng.',
        'Lộ dữ liệu cá nhân',
      ])
        assert.ok(copy.body.includes(said), said);
      const list = await ground.world.get(HOST, '/ban-lam-viec/tin-bai/luu-tru', { as: board });
      assert.ok(list.body.includes('Bài có bản lưu') && list.body.includes('Vĩnh viễn'));
      const stranger = await ground.world.signIn('bacha.laocai.gov.vn', 'lc.bacha.editor');
      const hidden = await ground.world.get('bacha.laocai.gov.vn', path, { as: stranger });
      assert.equal(hidden.status, 404);
      const nobody = await get(path);
      assert.equal(nobody.status, 303);
      await ground.world.database.asOwner((owner) =>
        owner.exec(`update publication set body_html = '<p>Bị sửa.</p>' where id = ${copyId.id}`),
      );
      const broken = await ground.world.get(HOST, path, { as: board });
      assert.ok(broken.body.includes('KHÔNG khớp dấu'));
      await ground.world.database.asOwner((owner) =>
        owner.exec(
          `update publication set body_html = '<p>Nguyên văn đã duyệt.</p>' where id = ${copyId.id}`,
        ),
      );
    });

    test('after all of this the record answers for everything', async () => {
      const verdict = await asSystem((db) => verifyPublications(db, one('lc.board').localityId));
      assert.equal(verdict.whole, true, JSON.stringify(verdict));
    });
  });
}
