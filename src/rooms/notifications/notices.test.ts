import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { type MailBox, openMailBox } from '../../../tests/support/mail.ts';
import { openWorld, type Session, tokenIn, type World } from '../../../tests/support/world.ts';
import type { Command } from '../../platform/command/index.ts';
import { sql } from '../../platform/db/index.ts';
import type { Actor } from '../../rules/access/index.ts';
import { sendDigestsJob } from './digest.ts';
import { notify } from './mailing.ts';
import type { NewNotice } from './notice-store.ts';

/** A Friday that is worked. */
const MORNING = new Date('2026-11-20T07:30:00+07:00');
const HOST = 'www.laocai.gov.vn';
const NOTICES = '/ban-lam-viec/thong-bao';

for (const engine of engines()) {
  describe(`notices on ${engine}`, () => {
    let world: World;
    let box: MailBox;
    let editor: Session;

    before(async () => {
      box = openMailBox();
      world = await openWorld(engine, { mail: box });
    });
    after(() => world.close());
    beforeEach(async () => {
      box.taken = [];
      world.setNow(MORNING);
      await system(world, sql`delete from notice`);
      await system(world, sql`update digest_choice set is_stopped = false`);
      await system(
        world,
        sql`update mail_message set dedupe_key = 'before:' || id where dedupe_key not like 'before:%'`,
      );
      editor = await world.signIn(HOST, 'lc.editor');
    });

    const personId = (username: string) => world.actors[username]?.personId ?? assert.fail(username);
    const tell = (changed: Partial<NewNotice> = {}, actor: Actor = machine(world)) =>
      world.app.ports.perform(actor, tellingBy(actor), {
        personId: personId('lc.editor'),
        portalId: world.portal('lao-cai/main').id,
        kind: 'warning',
        words: { vi: 'Câu hỏi 0139/2026 còn 1 ngày', en: 'Question 0139/2026 has 1 day left' },
        href: { vi: '/ban-lam-viec/hoi-dap/139', en: '/en/desk/hoi-dap/139' },
        ...changed,
      });
    const runDigest = async () => {
      await sendDigestsJob.run(world.app.ports, {});
      await world.app.ports.jobs.drain();
      return box.taken;
    };

    test('what a command tells a person stands on his desk, counted in the rail, until he has read it', async () => {
      await tell();
      await tell({ kind: 'news', words: { vi: 'Có bài mới chuyển đến', en: 'An item came in' } });
      const page = await world.get(HOST, NOTICES, { as: editor });
      assert.match(page.body, /2 thông báo chưa đọc/);
      assert.match(page.body, /href="\/ban-lam-viec\/hoi-dap\/139"[^>]*>Câu hỏi 0139\/2026 còn 1 ngày/);
      const home = await world.get(HOST, '/ban-lam-viec', { as: editor });
      assert.match(home.body, /Thông báo<\/span><span class="count num">2<\/span>/);

      const [, first = ''] = /name="notice" value="(\d+)"/.exec(page.body) ?? [];
      await world.post(
        HOST,
        NOTICES,
        { _token: tokenIn(page), move: 'chosen', notice: first },
        { as: editor },
      );
      const after = await world.get('www.laocai.gov.vn', '/en/desk/thong-bao', { as: editor });
      assert.match(after.body, /1 unread notice/);
      await world.post(HOST, NOTICES, { _token: tokenIn(page), move: 'all' }, { as: editor });
      const none = await world.get(HOST, NOTICES, { as: editor });
      assert.match(none.body, /Không có thông báo mới/);
      const bar = await world.get(HOST, '/ban-lam-viec', { as: editor });
      assert.doesNotMatch(bar.body, /class="count num"/);
    });

    test('nobody reads or marks what another was told, not even by its number', async () => {
      await tell({ personId: personId('lc.board') });
      const page = await world.get(HOST, NOTICES, { as: editor });
      assert.doesNotMatch(page.body, /0139/);
      const [row] = await system<{ id: number }>(world, sql`select id from notice`);
      const elsewhere = await world.get(HOST, '/ban-lam-viec/tai-khoan', { as: editor });
      await world.post(
        HOST,
        NOTICES,
        { _token: tokenIn(elsewhere), move: 'chosen', notice: String(row?.id) },
        { as: editor },
      );
      const [still] = await system<{ read_at: Date | null }>(world, sql`select read_at from notice`);
      assert.equal(still?.read_at, null);
    });

    test('a command tells somebody of another portal of the locality, not of another locality', async () => {
      const actor = await world.as('lc.bacha.editor');
      await tell({}, actor);
      const [row] = await system<{ count: number }>(world, sql`select count(*) as count from notice`);
      assert.equal(row?.count, 1);
      await assert.rejects(
        tell({ personId: personId('tb.editor'), portalId: world.portal('thai-binh/main').id }, actor),
        /row-level security/,
      );
    });

    test('the same key twice is one notice for a person, and another for somebody else', async () => {
      await tell({ onceKey: 'clock:7:warning' });
      await tell({ onceKey: 'clock:7:warning' }, await world.as('lc.bacha.editor'));
      await tell({ onceKey: 'clock:7:warning', personId: personId('lc.board') });
      const [row] = await system<{ count: number }>(world, sql`select count(*) as count from notice`);
      assert.equal(row?.count, 2);
    });

    test('unread warnings go by mail once, one mail a person and a day; news and what was read do not', async () => {
      await tell();
      await tell({ words: { vi: 'Câu hỏi 0140/2026 đã quá hạn', en: 'Question 0140/2026 is overdue' } });
      await tell({ kind: 'news', words: { vi: 'Chỉ là tin', en: 'Only news' } });
      await tell({ personId: personId('lc.board') });
      const sent = await runDigest();
      assert.equal(sent.length, 2);
      const mine = sent.find((message) => message.text.includes('0140'));
      assert.ok(mine);
      assert.match(mine.subject, /^2 cảnh báo chưa đọc$/);
      assert.match(mine.text, /http:\/\/www\.laocai\.localhost[^\n]*\/ban-lam-viec\/hoi-dap\/139/);
      assert.doesNotMatch(mine.text, /Chỉ là tin/);

      await tell({ words: { vi: 'Câu hỏi 0141/2026', en: 'Question 0141/2026' } });
      assert.equal((await runDigest()).length, 2, 'no second mail on the same day');
      box.taken = [];
      world.setNow(new Date('2026-11-21T07:30:00+07:00'));
      assert.equal((await runDigest()).length, 0, 'none on a Saturday');
      world.setNow(new Date('2026-11-23T07:30:00+07:00'));
      const [monday, second] = await runDigest();
      assert.equal(second, undefined);
      assert.match(monday?.text ?? '', /0141/);
      assert.doesNotMatch(monday?.text ?? '', /0139|0140/);
    });

    test('one click in the mail stops it, without a session, and only for the person it went to (RFC 8058)', async () => {
      await tell();
      await tell({ personId: personId('lc.board') });
      const sent = await runDigest();
      const mine = sent.find((message) => message.to.startsWith('lc.editor')) ?? assert.fail();
      assert.equal(mine.headers?.['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click');
      const link = /^<(.+)>$/.exec(mine.headers?.['List-Unsubscribe'] ?? '')?.[1] ?? assert.fail();
      assert.ok(mine.text.includes(link) && mine.html.includes(link));
      const { pathname } = new URL(link);

      const asked = await world.get(HOST, pathname);
      assert.equal(asked.status, 200);
      assert.equal(await isStopped(world, personId('lc.editor')), false, 'looking at it stops nothing');
      const forged = await world.post(
        HOST,
        pathname.replace(/\.[\w-]/, (at) => (at === '.A' ? '.B' : '.A')),
        {},
      );
      assert.equal(forged.status, 404);
      assert.equal(await isStopped(world, personId('lc.editor')), false);

      const stopped = await world.post(HOST, pathname, { 'List-Unsubscribe': 'One-Click' });
      assert.equal(stopped.status, 200);
      assert.equal(await isStopped(world, personId('lc.editor')), true);
      assert.equal(await isStopped(world, personId('lc.board')), false);
      const other = await world.post('www.thaibinh.gov.vn', pathname, {});
      assert.equal(other.status, 404, 'another locality knows nothing of it');

      box.taken = [];
      world.setNow(new Date('2026-11-23T07:30:00+07:00'));
      await tell({ words: { vi: 'Câu hỏi 0142/2026', en: 'Question 0142/2026' } });
      assert.deepEqual(await runDigest(), []);

      // and back again, on his own desk
      world.setNow(new Date('2026-11-23T08:00:00+07:00'));
      const as = await world.signIn(HOST, 'lc.editor');
      const page = await world.get(HOST, NOTICES, { as });
      assert.doesNotMatch(page.body, /name="digest"[^>]* checked/);
      await world.post(HOST, `${NOTICES}/thu`, { _token: tokenIn(page), digest: '1' }, { as });
      assert.equal(await isStopped(world, personId('lc.editor')), false);
    });

    test('nothing is mailed to a closed account, nor to one without an address', async () => {
      await tell();
      await tell({ personId: personId('lc.board') });
      await system(world, sql`update person set disabled_at = now() where id = ${personId('lc.editor')}`);
      await system(world, sql`update person set email = null where id = ${personId('lc.board')}`);
      assert.deepEqual(await runDigest(), []);
      await system(world, sql`update person set disabled_at = null where id = ${personId('lc.editor')}`);
    });
  });
}

const tellingBy = (actor: Actor): Command<NewNotice, void> => ({
  name: 'test.tellSomeone',
  permit: 'any',
  permits: { any: ['editor'] },
  // whom it concerns may sit elsewhere: row-level security alone is asked
  portal: () => (actor.kind === 'person' ? (actor.portalIds[0] ?? 0) : 0),
  async run(context, notice) {
    context.record({ portalId: null, subject: { kind: 'person', id: notice.personId }, payload: {} });
    await notify(context, notice);
  },
});

function machine(world: World): Actor {
  return world.machines['lao-cai'] ?? assert.fail('no machine');
}

function system<T>(
  world: World,
  query: Parameters<import('../../platform/db/index.ts').Transaction['rows']>[0],
): Promise<T[]> {
  return world.app.ports.database.transaction({ as: 'system' }, (tx) => tx.rows<T>(query));
}

async function isStopped(world: World, personId: number): Promise<boolean> {
  const rows = await system<{ is_stopped: boolean }>(
    world,
    sql`select is_stopped from digest_choice where person_id = ${personId}`,
  );
  return rows[0]?.is_stopped ?? false;
}
