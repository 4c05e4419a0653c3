import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { multipart } from '../../../tests/support/desk.ts';
import { engines } from '../../../tests/support/engines.ts';
import { runTool } from '../../../tests/support/operator.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { tokenIn } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { instantOf } from '../../rules/calendar/index.ts';
import type { IssueContent } from '../../rules/gazette/index.ts';
import { listClocksOf } from '../duties/index.ts';
import { approveEdition, checkEdition, submitEdition, withdrawEdition } from '../publishing/index.ts';
import { approveIssue, composeIssue, submitIssue } from './composing.ts';
import { findIssue, findOpenIssue } from './issue-store.ts';
import { sendingSubject, sendToGazette } from './sending.ts';
import { findSending } from './sending-store.ts';
import { verifyGazette } from './verifying.ts';

const HOST = 'www.laocai.gov.vn';
const LOCAL = 'www.laocai.localhost';
const DESK = '/ban-lam-viec/cong-bao';
const COMMITTEE = { type: 'Quyết định', issuer: 'Ủy ban nhân dân tỉnh Lào Cai', signer: 'Hoàng Văn Mẫu' };
const COUNCIL = { type: 'Nghị quyết', issuer: 'Hội đồng nhân dân tỉnh Lào Cai', signer: 'Lý Thị Mẫu' };
const TODAY = '2026-11-20';
/** A text taken in as it is signed, not as part of an old holding. */
const signedOn = (day: string) => ({ startEvent: 'issued', startEventAt: instantOf(day, '08:00') });

for (const engine of engines()) {
  describe(`The gazette on ${engine}`, () => {
    const ground = publishingGround(engine);
    const main = () => ground.portal('lao-cai/main').id;
    const localityId = () => ground.one('lc.board').localityId;
    const drain = () => ground.world.app.ports.jobs.drain();

    async function publish(title: string, facts: Record<string, string>, portal = 'lao-cai/main') {
      const [editor, checker, head] =
        portal === 'lao-cai/main'
          ? ['lc.editor', 'lc.checker', 'lc.board']
          : ['lc.bacha.editor', 'lc.bacha.checker', 'lc.bacha.head'];
      const bodyHtml = `<h3>Điều 1. Phạm vi</h3><p>${title} ở các xã.</p><h3>Điều 2. Hiệu lực</h3><p>Quyết định này có hiệu lực từ ngày 01/12/2026.</p>`;
      const made = await ground.write(
        editor,
        portal,
        contentOf(title, { ...{ bodyHtml, facts }, ...signedOn(facts.issuedOn ?? '') }),
        'documents',
      );
      await ground.perform(ground.one(editor), submitEdition, made);
      await ground.perform(ground.one(checker), checkEdition, made);
      await ground.perform(ground.one(head), approveEdition, made);
      await drain();
      return made;
    }
    const sendingOf = (itemId: number) => ground.asSystem((db) => findSending(db, itemId));
    const clockOf = async (itemId: number) => {
      const sending = await sendingOf(itemId);
      const clocks = sending && (await ground.asSystem((db) => listClocksOf(db, sendingSubject(sending.id))));
      return clocks?.[0];
    };
    const send = (itemId: number, who = 'lc.board', portal = 'lao-cai/main') =>
      ground.perform(ground.one(who), sendToGazette, { portalId: ground.portal(portal).id, itemId });
    const verdict = () =>
      ground.asSystem((db) => verifyGazette(db, localityId(), ground.world.app.ports.files));
    const openIssue = async () =>
      (await ground.asSystem((db) => findOpenIssue(db, main()))) ?? assert.fail('no issue is being made');
    const get = (path: string) => ground.world.get(HOST, path);

    before(() => ground.open());
    after(() => ground.close());

    const items: Record<string, number> = {};

    test('a normative text must be sent within three days of signing (Luật 64/2025/QH15 Đ9.1)', async () => {
      const { itemId } = await publish('Quy định mức thu phí chợ', {
        ...COMMITTEE,
        ...{ number: '70/2026/QĐ-UBND', issuedOn: '2026-11-19', inForceFrom: '2026-12-01' },
      });
      items.decision = itemId;
      const clock = await clockOf(itemId);
      // the third day is a Sunday, so Monday
      assert.deepEqual(
        [clock?.dueOn, clock?.state, clock?.rule.clock.article.article],
        ['2026-11-23', 'running', 'Đ9.1'],
      );
    });

    test('a decision on a single case need not be sent, and has no clock; it may be', async () => {
      const { itemId } = await publish('Khen thưởng đội thi công cầu', {
        ...COMMITTEE,
        ...{ number: '1234/QĐ-UBND', issuedOn: '2026-11-18' },
      });
      assert.equal(await sendingOf(itemId), undefined);
      items.single = itemId;
      await send(itemId);
      assert.ok((await sendingOf(itemId))?.sent_at);
      assert.equal(await clockOf(itemId), undefined);
    });

    test('sending meets the clock, once, and only for one’s own portal', async () => {
      const { itemId } = await publish('Chương trình giảm nghèo', {
        ...COUNCIL,
        ...{ number: '12/2026/NQ-HĐND', issuedOn: '2026-11-17' },
      });
      items.resolution = itemId;
      await assert.rejects(send(itemId, 'lc.bacha.head', 'lao-cai/bacha'), { code: 'no-such-document' });
      await assert.rejects(send(itemId, 'lc.editor'), { code: 'not-permitted' });
      const session = await ground.world.signIn(HOST, 'lc.board');
      const board = await ground.world.get(HOST, DESK, { as: session });
      assert.match(board.body, /70\/2026\/QĐ-UBND/);
      assert.match(board.body, /23\/11\/2026/);
      const fields = { _token: tokenIn(board), itemId: String(itemId), portalId: String(main()) };
      const done = await ground.world.post(HOST, `${DESK}/gui`, fields, { as: session });
      assert.equal(done.status, 303);
      assert.match((await clockOf(itemId))?.state ?? '', /^met/);
      const again = await ground.world.post(HOST, `${DESK}/gui`, fields, { as: session });
      assert.equal(again.status, 422);
      assert.match(again.body, /đã được gửi đăng Công báo/);
      await send(items.decision ?? 0);
    });

    test('what waits to be sent is a task with its clock', async () => {
      const { itemId } = await publish('Quy chế bến thuyền', {
        ...COMMITTEE,
        ...{ number: '71/2026/QĐ-UBND', issuedOn: '2026-11-19' },
      });
      items.later = itemId;
      const tasks = await ground.world.app.ports.tasksOf(ground.one('lc.board'), 'vi');
      const task = tasks.find(({ title }) => title === 'Gửi đăng Công báo: 71/2026/QĐ-UBND');
      assert.ok(task?.clockId);
      const editor = await ground.world.app.ports.tasksOf(ground.one('lc.editor'), 'vi');
      assert.ok(!editor.some(({ title }) => title.startsWith('Gửi đăng Công báo')));
    });

    test('an issue is composed on the desk from what was sent, with abstracts', async () => {
      const session = await ground.world.signIn(HOST, 'lc.editor');
      const blank = await ground.world.get(HOST, `${DESK}/so-moi`, { as: session });
      assert.doesNotMatch(blank.body, /71\/2026\/QĐ-UBND/);
      const ids = [...blank.body.matchAll(/name="sending"[^>]*value="(\d+)"/g)].map(([, id]) => id ?? '');
      assert.equal(ids.length, 3);
      const form = new URLSearchParams({
        _token: tokenIn(blank),
        version: '0',
        issuedOn: 'mai',
        numbers: '1',
      });
      for (const id of ids) form.append('sending', id);
      form.set(`abstract-${ids[0]}`, 'Về mức thu phí');
      const wrong = await ground.world.post(HOST, `${DESK}/so-moi`, form, { as: session });
      assert.equal(wrong.status, 422);
      assert.match(wrong.body, /Hãy ghi ngày, tháng, năm của số Công báo/);
      assert.match(wrong.body, /Về mức thu phí/);
      form.set('issuedOn', TODAY);
      const saved = await ground.world.post(HOST, `${DESK}/so-moi`, form, { as: session });
      assert.equal(saved.status, 303);
      const issue = await openIssue();
      assert.deepEqual([issue.number, issue.last_number, issue.year, issue.state], [1, 1, 2026, 'draft']);
    });

    test('two who change it at once do not write over each other', async () => {
      const issue = await openIssue();
      const session = await ground.world.signIn(HOST, 'lc.editor');
      const page = await ground.world.get(HOST, `${DESK}/so/${issue.id}`, { as: session });
      const form = new URLSearchParams({
        _token: tokenIn(page),
        version: '99',
        issuedOn: TODAY,
        numbers: '1',
      });
      const late = await ground.world.post(HOST, `${DESK}/so/${issue.id}`, form, { as: session });
      assert.equal(late.status, 422);
      assert.match(late.body, /vừa được người khác sửa/);
    });

    test('it is approved by another than who composed it, then signed and printed by the machine', async () => {
      const issue = await openIssue();
      const step = { portalId: main(), issueId: issue.id, version: issue.version };
      await ground.perform(ground.one('lc.editor'), submitIssue, step);
      const submitted = { ...step, version: issue.version + 1 };
      await assert.rejects(ground.perform(ground.one('lc.editor'), approveIssue, submitted), {
        code: 'not-permitted',
      });
      const tasks = await ground.world.app.ports.tasksOf(ground.one('lc.board'), 'vi');
      assert.ok(tasks.some(({ title }) => title === 'Duyệt Công báo số 1/2026'));
      assert.equal((await get('/cong-bao/2026/1')).status, 404);
      const session = await ground.world.signIn(HOST, 'lc.board');
      const page = await ground.world.get(HOST, `${DESK}/so/${issue.id}`, { as: session });
      const done = await ground.world.post(
        HOST,
        `${DESK}/so/${issue.id}/duyet`,
        { _token: tokenIn(page), version: String(submitted.version) },
        { as: session },
      );
      assert.equal(done.status, 303);
      await drain();
      const row = await ground.asSystem((db) => findIssue(db, issue.id));
      assert.deepEqual([row?.state, row?.first_page], ['issued', 1]);
      assert.deepEqual(await verdict(), { whole: true, issues: 1 });
    });

    test('LC-040 QN-028: number, day, list of documents and the abstract of each, in two languages', async () => {
      const list = await get('/cong-bao');
      assert.match(list.body, /Số 1/);
      const page = await get('/cong-bao/2026/1');
      assert.equal(page.status, 200);
      assert.match(page.body, /20\/11\/2026/);
      assert.match(page.body, /Về mức thu phí/);
      assert.ok(
        page.body.indexOf('12/2026/NQ-HĐND') < page.body.indexOf('70/2026/QĐ-UBND'),
        'the council first',
      );
      assert.match((await get('/en/gazette/2026/1')).body, /People(?:'|&#39;)s Council/);
      const entry = await get('/cong-bao/2026/1/1');
      assert.match(entry.body, /Chương trình giảm nghèo ở các xã/);
      assert.equal((await get('/cong-bao/2026/1/4')).status, 404);
      const elsewhere = await ground.world.get('bacha.laocai.gov.vn', '/cong-bao/2026/1');
      assert.equal(elsewhere.status, 302);
    });

    /** The exact bytes of a file of the first issue. */
    const fileOf = (kind: string) => bytesOf(`/cong-bao/2026/1/tep/cong-bao-1-2026.${kind}`);
    const bytesOf = async (url: string) => {
      const answer = await ground.world.app.http.inject({ method: 'GET', url, headers: { host: LOCAL } });
      assert.equal(answer.statusCode, 200, url);
      return answer.rawPayload;
    };

    test('what one takes home is checked without the portal: by the tool, and by openssl', async () => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-gazette-'));
      try {
        const place = (name: string) => path.join(folder, name);
        for (const kind of ['json', 'txt', 'sig', 'pdf'])
          writeFileSync(place(`so.${kind}`), await fileOf(kind));
        const [, fingerprint = ''] = /^Key: sha256:(.*)$/m.exec(readFileSync(place('so.txt'), 'utf8')) ?? [];
        writeFileSync(place('khoa.pem'), await bytesOf(`/cong-bao/khoa/${fingerprint}.pem`));
        const { entries } = JSON.parse(readFileSync(place('so.json'), 'utf8')) as IssueContent;
        assert.deepEqual(
          entries.map(({ number, group }) => [number, group]),
          [
            ['12/2026/NQ-HĐND', 'council'],
            ['1234/QĐ-UBND', 'committee'],
            ['70/2026/QĐ-UBND', 'committee'],
          ],
        );
        const check = () => runTool(`gazette-check ${place('so.txt')} --key ${place('khoa.pem')}`);
        const genuine = await check();
        assert.equal(genuine.code, 0, genuine.err);
        assert.match(
          genuine.out,
          /Đúng: Công báo số 1\/2026, ngày 20\/11\/2026\nĐã so: .txt, .sig, .json, .pdf/,
        );
        const openssl = spawnSync('openssl', [
          ...['pkeyutl', '-verify', '-pubin', '-inkey', place('khoa.pem'), '-rawin'],
          ...['-in', place('so.txt'), '-sigfile', place('so.sig')],
        ]);
        assert.match(String(openssl.stdout), /Signature Verified Successfully/);
        writeFileSync(place('so.pdf'), Buffer.concat([await fileOf('pdf'), Buffer.from('\n')]));
        const wrong = await check();
        assert.equal(wrong.code, 1);
        assert.match(wrong.out, /SAI: Bản in \(\.pdf\) không phải bản đã ký/);
        assert.equal(
          (await runTool(`gazette-check ${place('khong.txt')} --key ${place('khoa.pem')}`)).code,
          1,
        );
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });

    test('the page that checks a file knows the printed issue, bit by bit, and keeps nothing', async () => {
      const page = await get('/cong-bao/kiem-tra');
      assert.match(page.body, /openssl pkeyutl/);
      const fields = { _token: tokenIn(page) };
      const ask = async (bytes: Buffer) => {
        const cookie = page.headers['set-cookie']?.split(';')[0] ?? '';
        return ground.world.app.http.inject(
          multipart('/cong-bao/kiem-tra', fields, [['tep', 'so.pdf', bytes]], { cookie }),
        );
      };
      const known = await ask(await fileOf('pdf'));
      assert.equal(known.statusCode, 200);
      assert.match(known.body, /Đúng là bản in của Công báo số 1\/2026/);
      const unknown = await ask(Buffer.from('%PDF-1.7 khác'));
      assert.match(unknown.body, /Không phải tệp của số Công báo nào/);
      const none = await ask(Buffer.alloc(0));
      assert.equal(none.statusCode, 422);
      assert.match(none.body, /Hãy chọn tệp cần kiểm tra/);
      const english = await get('/en/gazette/check');
      assert.match(english.body, /Check it yourself, without a network/);
    });

    test('no role changes an issue that is out', async () => {
      const person = ground.one('lc.board');
      const scopes = [
        { as: 'system' as const },
        {
          as: 'staff' as const,
          ...{ localityId: person.localityId, portalIds: person.portalIds, personId: person.personId },
        },
      ];
      for (const scope of scopes)
        for (const statement of [
          sql`update gazette_issue set issued_on = '2026-11-01' where state = 'issued'`,
          sql`delete from gazette_issue where state = 'issued'`,
          sql`update gazette_entry set abstract = 'khác'`,
          sql`delete from gazette_entry`,
        ]) {
          const changed = await ground.world.database.database.transaction(scope, (tx) => tx.run(statement));
          assert.equal(changed, 0);
        }
      assert.deepEqual(await verdict(), { whole: true, issues: 1 });
    });

    test('a mistake is put right by an entry of the next issue, and both say so', async () => {
      await send(items.later ?? 0);
      const sending = await sendingOf(items.later ?? 0);
      const first = await ground.asSystem((db) =>
        db.get<{ id: number }>(sql`select id from gazette_issue where state = 'issued'`),
      );
      const compose = {
        ...{ portalId: main(), issueId: undefined, version: 0, issuedOn: TODAY, numbers: 2 },
        entries: [{ sendingId: sending?.id ?? 0, abstract: '' }],
      };
      const correction = {
        issueId: first.id,
        position: 3,
        text: 'Dòng 2 in là “ở các xã”, nay sửa là “ở các xã, phường”.',
      };
      await assert.rejects(
        ground.perform(ground.one('lc.editor'), composeIssue, {
          ...compose,
          corrections: [{ ...correction, position: 9 }],
        }),
        { code: 'nothing-to-correct' },
      );
      const { issueId } = await ground.perform(ground.one('lc.editor'), composeIssue, {
        ...compose,
        corrections: [correction],
      });
      const step = { portalId: main(), issueId };
      await ground.perform(ground.one('lc.editor'), submitIssue, { ...step, version: 1 });
      await ground.perform(ground.one('lc.board'), approveIssue, { ...step, version: 2 });
      await drain();
      const page = await get('/cong-bao/2026/2-3');
      assert.match(page.body, /Công báo số 2 \+ 3\/2026/);
      assert.match(page.body, /Đính chính/);
      assert.match(
        (await get('/cong-bao/2026/1/3')).body,
        /đã được đính chính ở.*Công báo số 2 \+ 3\/2026/su,
      );
      assert.match((await get('/cong-bao/2026/2-3/2')).body, /xã, phường/);
      const row = await ground.asSystem((db) => findIssue(db, issueId));
      const [one] = await ground.asSystem((db) =>
        db.rows<{ last_page: number }>(sql`select last_page from gazette_issue where id = ${first.id}`),
      );
      assert.equal(row?.first_page, (one?.last_page ?? 0) + 1, 'pages go on through the year');
      assert.deepEqual(await verdict(), { whole: true, issues: 2 });
    });

    test('what was taken down meanwhile gives the issue back with the reason', async () => {
      const made = await publish('Quy định đo đạc', {
        ...COMMITTEE,
        ...{ number: '72/2026/QĐ-UBND', issuedOn: '2026-11-20' },
      });
      await send(made.itemId);
      const sending = await sendingOf(made.itemId);
      const { issueId } = await ground.perform(ground.one('lc.editor'), composeIssue, {
        ...{ portalId: main(), issueId: undefined, version: 0, issuedOn: TODAY, numbers: 1, corrections: [] },
        entries: [{ sendingId: sending?.id ?? 0, abstract: '' }],
      });
      await ground.perform(ground.one('lc.editor'), submitIssue, { portalId: main(), issueId, version: 1 });
      await ground.perform(ground.one('lc.board'), approveIssue, { portalId: main(), issueId, version: 2 });
      await ground.perform(ground.one('lc.board'), withdrawEdition, { ...made, reason: 'Ban hành nhầm số.' });
      await drain();
      const row = await ground.asSystem((db) =>
        db.find<{ id: number }>(
          sql`select id from gazette_issue where id = ${issueId} and state = 'draft' and returned_reason like '%72/2026/QĐ-UBND%'`,
        ),
      );
      assert.ok(row);
    });
  });
}
