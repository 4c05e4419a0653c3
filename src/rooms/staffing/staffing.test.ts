import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { refused } from '../../../tests/support/staffed-office.ts';
import { openWorld, tokenIn, type World } from '../../../tests/support/world.ts';
import { createItem, EMPTY_CONTENT } from '../publishing/index.ts';
import { keepAccounts } from './daily.ts';
import * as handOver from './hand-over-commands.ts';
import { completeDecision, noteSent } from './register-commands.ts';

const HOST = 'bacha.laocai.gov.vn';
const MAIN = 'www.laocai.gov.vn';
const BASE = '/ban-lam-viec/phan-cong';

for (const engine of engines()) {
  describe(`Appointments on ${engine}`, () => {
    let world: World;
    let portalId: number;
    before(async () => {
      world = await openWorld(engine);
      portalId = world.portal('lao-cai/bacha').id;
    });
    after(() => world.close());

    const by = (username: string) => world.actors[username] ?? assert.fail(username);
    const ask = <T>(text: string) => world.database.asOwner((owner) => owner.query<T>(text));
    const decisionOf = async (portal: number) => {
      const [row] = await ask<{ id: number }>(
        `select id::int from appointment_decision where portal_id = ${portal} order by id limit 1`,
      );
      return row?.id ?? assert.fail('no decision');
    };

    describe('the register', () => {
      test('LX-014: shows who, what, where, since when and on which decision, over the locality for the office that oversees', async () => {
        const as = await world.signIn(MAIN, 'lc.overseer');
        const page = await world.get(MAIN, BASE, { as });
        assert.equal(page.status, 200);
        for (const text of ['Lò Thị Biên', 'Giàng Thị Viết', '01/QĐ-UBND', 'lc.bacha.editor'])
          assert.ok(page.body.includes(text), text);
        assert.doesNotMatch(page.body, /tb\.editor/);
        const head = await world.signIn(HOST, 'lc.bacha.head');
        const own = await world.get(HOST, BASE, { as: head });
        assert.match(own.body, /lc\.bacha\.editor/);
        assert.doesNotMatch(own.body, /Lò Thị Biên/);
      });

      test('as a file for a spreadsheet, the same lines', async () => {
        const as = await world.signIn(MAIN, 'lc.overseer');
        const file = await world.get(MAIN, `${BASE}/so.csv?cong=${portalId}`, { as });
        assert.match(file.headers['content-type'] ?? '', /text\/csv/);
        const lines = file.body.trim().split('\r\n');
        assert.equal(lines.length, 1 + 4, 'a head, and the four rights of the portal');
        assert.match(file.body, /"Giàng Thị Viết","lc\.bacha\.editor"/);
      });

      test('LX-014 BG-042: a decision is completed, and the day it was sent is recorded', async () => {
        const decisionId = await decisionOf(portalId);
        const on = { portalId, decisionId };
        const { perform } = world.app.ports;
        const facts = { ...on, issuer: 'UBND xã Bắc Hà', signedBy: 'Chủ tịch Sùng Thị Đứng', mediaId: null };
        await refused(perform(by('lc.bacha.checker'), completeDecision, facts), 'not-permitted');
        await refused(perform(by('lc.bacha.head'), completeDecision, { ...facts, issuer: '' }), 'no-issuer');
        await perform(by('lc.bacha.head'), completeDecision, facts);
        const sent = { ...on, sentTo: 'Sở Khoa học và Công nghệ' };
        for (const sentOn of ['2026-06-30', '2026-11-21'])
          await refused(perform(by('lc.bacha.head'), noteSent, { ...sent, sentOn }), 'sent-before-decided');
        await perform(by('lc.bacha.head'), noteSent, { ...sent, sentOn: '2026-07-03' });
        const as = await world.signIn(HOST, 'lc.bacha.head');
        const page = await world.get(HOST, `${BASE}/quyet-dinh/${decisionId}`, { as });
        assert.match(page.body, /Đã gửi Sở Khoa học và Công nghệ ngày 03\/07\/2026/);
        assert.match(page.body, /Quy chế của địa phương không yêu cầu gửi/);
        const foreign = await decisionOf(world.portal('lao-cai/main').id);
        assert.equal((await world.get(HOST, `${BASE}/quyet-dinh/${foreign}`, { as })).status, 404);
      });

      test('what was typed is shown again when something is missing', async () => {
        const as = await world.signIn(HOST, 'lc.bacha.head');
        const path = `${BASE}/quyet-dinh/${await decisionOf(portalId)}`;
        const _token = tokenIn(await world.get(HOST, path, { as }));
        const answer = await world.post(HOST, path, { _token, issuer: 'UBND xã Mẫu', signedBy: '' }, { as });
        assert.equal(answer.status, 422);
        assert.match(answer.body, /value="UBND xã Mẫu"/);
        assert.match(answer.body, /href="#signedBy"/);
      });
    });

    describe('a hand-over', () => {
      let handOverId: number;
      const on = () => ({ portalId, handOverId });
      const rooms = () => world.app.ports.handsOver;
      const leaver = () => by('lc.bacha.editor');

      test('BG-060: begins with a reason and a last day; nobody begins his own', async () => {
        const { perform } = world.app.ports;
        await perform(leaver(), createItem, {
          ...{ portalId, sectionId: world.sectionOf('lao-cai/bacha'), language: 'vi' },
          content: { ...EMPTY_CONTENT, title: 'Bài còn dở của người đi' },
        });
        const beginning = {
          ...{ portalId, personId: leaver().personId, leavesOn: '2026-11-25' },
          ...{ reason: 'Chuyển công tác theo quyết định.', closesAccount: true },
        };
        const head = by('lc.bacha.head');
        await refused(perform(head, handOver.beginHandOver, { ...beginning, reason: '' }), 'no-reason');
        await refused(perform(leaver(), handOver.beginHandOver, beginning), 'no-such-leaver');
        ({ handOverId } = await perform(head, handOver.beginHandOver, beginning));
        await refused(perform(head, handOver.beginHandOver, beginning), 'hand-over-open');
      });

      test('shows all open work from the rooms, and gives it to a colleague of the portal', async () => {
        const as = await world.signIn(HOST, 'lc.bacha.head');
        const page = await world.get(HOST, `${BASE}/ban-giao/${handOverId}`, { as });
        assert.match(page.body, /Bài còn dở của người đi/);
        const [, key = ''] = /value="(publishing:edition:\d+)"/.exec(page.body) ?? [];
        assert.match(key, /^publishing:edition:\d+$/);
        const { perform } = world.app.ports;
        const head = by('lc.bacha.head');
        await refused(perform(head, handOver.finishHandOver, { ...on(), rooms: rooms() }), 'work-left');
        const giving = { ...on(), rooms: rooms(), work: [key], toPersonId: by('lc.bacha.checker').personId };
        for (const toPersonId of [leaver().personId, by('lc.editor').personId])
          await refused(perform(head, handOver.giveWork, { ...giving, toPersonId }), 'no-successor');
        await refused(
          perform(head, handOver.giveWork, { ...giving, work: ['publishing:edition:0'] }),
          'work-gone',
        );
        await perform(head, handOver.giveWork, giving);
        const [draft] = await ask<{ saved_by: number; writes: boolean }>(
          `select saved_by::int, ${giving.toPersonId} = any (writers) as writes from edition where id = ${key.split(':').at(-1)}`,
        );
        assert.deepEqual(draft, { saved_by: giving.toPersonId, writes: true });
      });

      test('both sides confirm before it is finished', async () => {
        const { perform } = world.app.ports;
        const head = by('lc.bacha.head');
        const confirming = { ...on(), inPlace: false, note: '' };
        await refused(perform(head, handOver.finishHandOver, { ...on(), rooms: rooms() }), 'not-confirmed');
        await refused(perform(head, handOver.confirmHandOver, confirming), 'not-your-part');
        await perform(by('lc.bacha.checker'), handOver.confirmHandOver, confirming);
        await refused(perform(head, handOver.confirmHandOver, { ...confirming, inPlace: true }), 'no-reason');
        await perform(leaver(), handOver.confirmHandOver, confirming);
        await perform(head, handOver.finishHandOver, { ...on(), rooms: rooms() });
        const as = await world.signIn(HOST, 'lc.bacha.checker');
        const page = await world.get(HOST, `${BASE}/ban-giao/${handOverId}`, { as });
        assert.match(page.body, /Đã hoàn tất lúc/);
        assert.match(page.body, /Biên bản bàn giao: Giàng Thị Viết/);
      });

      test('rights end with the last day; the account is closed after it, and no password was passed on', async () => {
        const before = await world.as('lc.bacha.editor');
        assert.ok(before.grants.length > 0);
        world.setNow(new Date('2026-11-26T03:20:00+07:00'));
        assert.deepEqual((await world.as('lc.bacha.editor')).grants, []);
        world.setNow(new Date('2026-11-20T09:45:00+07:00'));
      });

      test('a stranger to it sees nothing of it', async () => {
        const as = await world.signIn(MAIN, 'lc.editor');
        assert.equal((await world.get(MAIN, `${BASE}/ban-giao/${handOverId}`, { as })).status, 404);
      });
    });

    describe('the review of rights', () => {
      test('opens by itself before six months are over, lists every right with its last use, once', async () => {
        world.setNow(new Date('2026-12-02T03:20:00+07:00'));
        const { localityId } = world.portal('lao-cai/main');
        await keepAccounts(world.app.ports, localityId);
        await keepAccounts(world.app.ports, localityId);
        const reviews = await ask<{ portal_id: number; due_on: string; lines: number }>(
          `select portal_id::int, due_on::text, (select count(*)::int from rights_review_line l where l.review_id = r.id) as lines
           from rights_review r order by portal_id`,
        );
        assert.deepEqual(
          reviews.map((one) => one.due_on),
          ['2027-01-01', '2027-01-01'],
        );
        assert.equal(reviews[0]?.lines, 7, 'everyone of the main portal has one right');
        const used = await ask<{ last: string }>(
          `select max(last_used_on)::text as last from rights_review_line`,
        );
        assert.ok(used[0]?.last);
      });

      test('each right is kept or taken by somebody else, with the moment of it; what is left is a task that falls due', async () => {
        const head = await world.signIn(MAIN, 'lc.head');
        const list = await world.get(MAIN, `${BASE}/ra-soat`, { as: head });
        const [, path = ''] = /href="([^"]+\/ra-soat\/\d+)"/.exec(list.body) ?? [];
        const page = await world.get(MAIN, path, { as: head });
        assert.match(page.body, /Quyền của bạn: chờ người khác xem/);
        const names = [...page.body.matchAll(/name="(dong-\d+)"/g)].map(([, name]) => name ?? '');
        const lines = [...new Set(names)];
        assert.equal(lines.length, 6);
        const _token = tokenIn(page);
        assert.equal((await world.post(MAIN, path, { _token }, { as: head })).status, 422);
        const editor = await ask<{ id: number }>(
          `select l.id::int from rights_review_line l join person p on p.id = l.person_id where p.username = 'lc.editor'`,
        );
        const taken = `dong-${editor[0]?.id}`;
        const verdicts = Object.fromEntries(lines.map((name) => [name, name === taken ? 'taken' : 'kept']));
        const saved = await world.post(MAIN, path, { _token, ...verdicts }, { as: head });
        assert.equal(saved.status, 303);
        assert.deepEqual((await world.as('lc.editor')).grants, []);
        const early = await world.post(MAIN, `${path}/xong`, { _token }, { as: head });
        assert.equal(early.status, 422, 'the head’s own right has no verdict yet');
        const content = await world.signIn(MAIN, 'lc.content');
        const rest = await world.get(MAIN, path, { as: content });
        const [, own = ''] = /name="(dong-\d+)"/.exec(rest.body) ?? [];
        const mine = { _token: tokenIn(rest) };
        assert.equal((await world.post(MAIN, path, { ...mine, [own]: 'kept' }, { as: content })).status, 303);
        assert.equal((await world.post(MAIN, `${path}/xong`, mine, { as: content })).status, 303);
        assert.match((await world.get(MAIN, `${BASE}/ra-soat`, { as: content })).body, /thu 1 quyền/);
      });
    });

    describe('idle accounts', () => {
      test('are warned, then closed after 45 days, but never the last technical administrator', async () => {
        world.setNow(new Date('2027-01-20T03:20:00+07:00'));
        const { localityId } = world.portal('lao-cai/main');
        await keepAccounts(world.app.ports, localityId, true);
        const rows = await ask<{ username: string; closed: boolean }>(
          `select username, disabled_at is not null as closed from person where locality_id = ${localityId} order by id`,
        );
        const open = rows.filter((one) => !one.closed).map((one) => one.username);
        assert.ok(open.includes('lc.technical'));
        assert.ok(rows.find((one) => one.username === 'lc.board')?.closed);
        // at work on 2 December, so 45 days are over on 16 January; the editor has no right left and is no longer looked at
        assert.ok(rows.find((one) => one.username === 'lc.head')?.closed);
        const told = await ask<{ words: string }>(
          `select words_vi as words from notice where once_key like 'lastIdle:%' limit 1`,
        );
        assert.match(told[0]?.words ?? '', /quản trị kỹ thuật duy nhất/);
      });

      test('BG-059 BG-060: the account of who handed over is closed after his last day', async () => {
        const rows = await ask<{ closed: boolean; recorded: number }>(
          `select disabled_at is not null as closed, (select count(*)::int from audit_entry e
             where e.command = 'staffing.closeLeaver' and e.subject_id = p.id::text) as recorded
           from person p where username = 'lc.bacha.editor'`,
        );
        assert.deepEqual(rows, [{ closed: true, recorded: 1 }]);
      });
    });
  });
}
