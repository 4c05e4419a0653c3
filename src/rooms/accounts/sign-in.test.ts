import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import {
  type Office,
  openOffice,
  PASSWORD,
  PORTALS,
  quickHasher,
  tokenIn,
} from '../../../tests/support/office.ts';
import { createSignIn } from './sign-in.ts';

const MINUTE_MS = 60_000;
const SIGN_IN = '/ban-lam-viec/dang-nhap';
const ACCOUNT = '/ban-lam-viec/tai-khoan';

for (const engine of engines()) {
  describe(`Signing in on ${engine}`, () => {
    let office: Office;
    before(async () => {
      office = await openOffice(engine);
      await office.employ('nvbtvstc', 'Nguyễn Văn Biên', 'finance', ['editor']);
      await office.employ('ttktubndt', 'Trần Thị Kỹ', 'main', ['technicalAdmin']);
      await office.employ('phbg', 'Phạm Bắc Giang', 'elsewhere', ['editor']);
    });
    after(() => office.close());
    beforeEach(() => office.setNow(new Date('2026-11-20T09:45:00+07:00')));
    afterEach(() =>
      office.database.asOwner((owner) =>
        owner.exec('update person set failed_count = 0, locked_until = null, must_change_password = false'),
      ),
    );

    const isIn = async (cookie: string) => (await office.get('finance', ACCOUNT, cookie)).status === 200;
    const tryIn = (username: string, password: string) =>
      office.post('finance', SIGN_IN, { username, password });

    test('LX-016: the page asks browsers not to keep the name, blocks no password, and remembers nobody', async () => {
      const { body, status } = await office.get('finance', SIGN_IN);
      assert.equal(status, 200);
      assert.match(
        body,
        /<input[^>]*name="username"[^>]*autocomplete="off"|<input[^>]*autocomplete="off"[^>]*name="username"|name="username" autocomplete="off"/,
      );
      assert.match(body, /autocomplete="current-password"/);
      assert.doesNotMatch(body, /type="checkbox"/);
      assert.match(body, /Sở Tài chính/);
    });

    test('leads to the page one came from, on this site only, and the cookie ends with the browser', async () => {
      const to = async (ve: string) =>
        (await office.post('finance', SIGN_IN, { username: 'nvbtvstc', password: PASSWORD, ve })).location;
      assert.equal(await to('/ban-lam-viec/tin-bai/3'), '/ban-lam-viec/tin-bai/3');
      assert.equal(await to('https://xau.example/'), '/ban-lam-viec');
      assert.equal(await to('//xau.example/'), '/ban-lam-viec');
      const answer = await tryIn(' NVBTVSTC ', PASSWORD);
      const [session, , device] = answer.headers['set-cookie'] as string[];
      assert.match(session ?? '', /^phien=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
      // what stays in the browser is a random mark and says nothing of who it was (LX-016)
      assert.match(
        device ?? '',
        /^thiet-bi=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      );
    });

    test('the desk opens in the language of the page one signed in from', async () => {
      const signIn = async (page: string, ve = '') =>
        (await office.post('finance', page, { username: 'nvbtvstc', password: PASSWORD, ve })).location;
      assert.equal(await signIn(SIGN_IN), '/ban-lam-viec');
      assert.equal(await signIn('/en/desk/dang-nhap'), '/en/desk');
      assert.equal(await signIn('/en/desk/dang-nhap', '/en/desk/tin-bai/3?x=1'), '/en/desk/tin-bai/3?x=1');
      assert.equal(await signIn('/en/desk/dang-nhap', '/ban-lam-viec/tin-bai/3'), '/en/desk/tin-bai/3');
      assert.equal(await signIn(SIGN_IN, '/en/desk/tin-bai'), '/ban-lam-viec/tin-bai');
      assert.equal(await signIn(SIGN_IN, '/ban-lam-viec-khac'), '/ban-lam-viec-khac');
      const page = await office.get('finance', `${SIGN_IN}?ve=%2Fban-lam-viec%2Ftin-bai%3Fq%3Da`);
      assert.match(page.body, /href="\/en\/desk\/dang-nhap\?ve=%2Fen%2Fdesk%2Ftin-bai%3Fq%3Da"/);
    });

    test('the language of the account counts where one came to the sign-in page by itself', async () => {
      await office.database.asOwner((owner) =>
        owner.exec("update person set language = 'en' where username = 'nvbtvstc'"),
      );
      const to = async (ve: string) =>
        (await office.post('finance', SIGN_IN, { username: 'nvbtvstc', password: PASSWORD, ve })).location;
      assert.equal(await to(''), '/en/desk');
      assert.equal(await to('/ban-lam-viec/tin-bai'), '/ban-lam-viec/tin-bai');
      await office.database.asOwner((owner) =>
        owner.exec("update person set language = 'vi' where username = 'nvbtvstc'"),
      );
    });

    test('LC-124: works on every portal of the locality, and on none of another', async () => {
      assert.equal(await isIn(await office.signIn('main', 'nvbtvstc')), true);
      assert.equal(
        (await office.post('elsewhere', SIGN_IN, { username: 'nvbtvstc', password: PASSWORD })).status,
        422,
      );
      assert.equal((await tryIn('phbg', PASSWORD)).status, 422);
    });

    test('LC-106: unknown name, wrong password, closed account and one without a password get one answer for one derivation', async () => {
      const { database } = office.database;
      const signIn = createSignIn({ database, hasher: quickHasher });
      const [closed, invited] = [
        await office.employ('closed', 'Đã Khóa', 'finance', ['editor']),
        await office.employ('invited', 'Chưa Nhận', 'finance', ['editor']),
      ];
      await office.database.asOwner((owner) =>
        owner.exec(
          `update person set disabled_at = now() where id = ${closed}; update person set password_hash = null where id = ${invited}`,
        ),
      );
      for (const username of ['nobody', 'nvbtvstc', 'closed', 'invited', 'phbg']) {
        const before = quickHasher.derivations;
        const outcome = await signIn.signIn(
          { localityId: 1, portalId: PORTALS.finance },
          { username, password: 'Sai Mật Khẩu 1!' },
          office.now(),
        );
        assert.deepEqual(outcome, { kind: 'wrong' }, username);
        assert.equal(quickHasher.derivations - before, 1, username);
      }
      const strip = (body: string) => body.replaceAll(/nobody9|nvbtvstc|[\w-]{43}(\.\d+\.[\w-]{43})?/g, '·');
      assert.equal(strip((await tryIn('nobody9', 'x')).body), strip((await tryIn('nvbtvstc', 'x')).body));
    });

    for (const username of ['nvbtvstc', 'nobody2']) {
      test(`LC-106: the fifth failure rests ${username === 'nobody2' ? 'an unknown name' : 'an account'} for a minute and says until when, the sixth for two`, async () => {
        for (let n = 1; n <= 4; n++) assert.equal((await tryIn(username, 'Sai rồi 1!')).status, 422);
        const fifth = await tryIn(username, 'Sai rồi 1!');
        assert.equal(fifth.status, 429);
        assert.equal(fifth.headers['retry-after'], '60');
        assert.match(fifth.body, /đến 09:46 thứ Sáu 20\/11\/2026/);
        assert.equal((await tryIn(username, PASSWORD)).status, 429, 'not even the right one');
        office.wait(MINUTE_MS);
        assert.equal((await tryIn(username, 'Sai rồi 1!')).headers['retry-after'], '120');
      });
    }

    test('LC-106: guesses sent at once do not outrun the count', async () => {
      const signIn = createSignIn({ database: office.database.database, hasher: quickHasher });
      const guess = () =>
        signIn.attempt({ localityId: 1, portalId: 2 }, 'nvbtvstc', 'Sai rồi 1!', office.now());
      const outcomes = await Promise.all(Array.from({ length: 12 }, guess));
      assert.equal(outcomes.filter(({ kind }) => kind === 'wrong').length, 4);
      assert.equal(outcomes.filter(({ kind }) => kind === 'waiting').length, 8);
    });

    test('a success clears the count', async () => {
      for (let n = 1; n <= 4; n++) await tryIn('nvbtvstc', 'Sai rồi 1!');
      assert.ok(await office.signIn('finance', 'nvbtvstc'));
      assert.equal((await tryIn('nvbtvstc', 'Sai rồi 1!')).status, 422);
    });

    test('BG-059: a session ends after 15 minutes at rest, that of a technical administrator after 5', async () => {
      const [editor, admin] = [
        await office.signIn('finance', 'nvbtvstc'),
        await office.signIn('finance', 'ttktubndt'),
      ];
      office.wait(5 * MINUTE_MS - 1);
      assert.deepEqual([await isIn(editor), await isIn(admin)], [true, true]);
      office.wait(5 * MINUTE_MS);
      assert.deepEqual([await isIn(editor), await isIn(admin)], [true, false]);
      office.wait(15 * MINUTE_MS);
      assert.equal(await isIn(editor), false);
    });

    test('BG-059: who becomes a technical administrator while signed in rests 5 minutes from then on', async () => {
      const personId = await office.employ('moilen', 'Người Mới Lên', 'main', ['editor']);
      const cookie = await office.signIn('main', 'moilen');
      await office.database.asOwner((owner) =>
        owner.exec(
          `insert into role_grant (person_id, portal_id, role, valid_from, granted_at) values (${personId}, 1, 'technicalAdmin', '2026-11-20', now())`,
        ),
      );
      office.wait(6 * MINUTE_MS);
      assert.equal(await isIn(cookie), false);
    });

    test('however busy, a session ends after 12 hours', async () => {
      const cookie = await office.signIn('finance', 'nvbtvstc');
      for (let n = 1; n < 72; n++) {
        office.wait(10 * MINUTE_MS);
        assert.equal(await isIn(cookie), true, `after ${n * 10} minutes`);
      }
      office.wait(10 * MINUTE_MS);
      assert.equal(await isIn(cookie), false);
    });

    test('signing out ends the session itself, not only the cookie; signing in again ends the one before', async () => {
      const first = await office.signIn('finance', 'nvbtvstc');
      const out = await office.post('finance', '/ban-lam-viec/dang-xuat', {}, first);
      assert.equal(out.location, `${SIGN_IN}?xong=thoat`);
      assert.equal(await isIn(first), false);
      const second = await office.signIn('finance', 'nvbtvstc');
      const third = await office.post(
        'finance',
        SIGN_IN,
        { username: 'nvbtvstc', password: PASSWORD },
        second,
      );
      assert.deepEqual([await isIn(second), await isIn(third.cookie ?? '')], [false, true]);
    });

    test('the database holds no token and no password', async () => {
      const cookie = await office.signIn('finance', 'nvbtvstc');
      const token = cookie.split('=')[1] ?? '';
      const held = await office.database.asOwner((owner) =>
        owner.query<{ row: string }>(
          'select s::text as row from session s union all select p::text from person p',
        ),
      );
      assert.equal(
        held.some(({ row }) => row.includes(token) || row.includes(PASSWORD)),
        false,
      );
    });

    test('each deed at the door is one entry of the record, and a name nobody has is not kept', async () => {
      const before = (await office.recorded()).length;
      await tryIn('mat khau bi go nham', 'x');
      await tryIn('nvbtvstc', 'x');
      const cookie = await office.signIn('finance', 'nvbtvstc');
      await office.post('finance', '/ban-lam-viec/dang-xuat', {}, cookie);
      const entries = (await office.recorded()).slice(before);
      assert.deepEqual(
        entries.map(({ command }) => command),
        ['accounts.failSignIn', 'accounts.failSignIn', 'accounts.signIn', 'accounts.signOut'],
      );
      assert.deepEqual(
        entries.map(({ personId }) => personId !== null),
        [false, false, true, true],
      );
      assert.doesNotMatch(JSON.stringify(entries), /go nham/);
    });

    test('a form sent after the session ended is kept through signing in and sent by one press', async () => {
      const cookie = await office.signIn('finance', 'nvbtvstc');
      office.wait(20 * MINUTE_MS);
      const late = await office.post('finance', ACCOUNT, { _token: 'cũ', language: 'en' }, cookie);
      assert.equal(late.status, 401);
      assert.match(late.body, /Phiên làm việc đã hết/);
      const carried = unescapeHtml(/name="_dangDo" value="([^"]+)"/.exec(late.body)?.[1] ?? '');
      const wrong = await office.post('finance', SIGN_IN, {
        username: 'nvbtvstc',
        password: 'sai',
        _dangDo: carried,
      });
      assert.match(wrong.body, /name="_dangDo"/, 'a wrong password does not lose it either');
      const back = await office.post('finance', SIGN_IN, {
        username: 'nvbtvstc',
        password: PASSWORD,
        _dangDo: carried,
      });
      assert.match(back.body, /<form action="\/ban-lam-viec\/tai-khoan"/);
      assert.match(back.body, /name="language" value="en"/);
      const sent = await office.post(
        'finance',
        ACCOUNT,
        { _token: tokenIn(back.body), language: 'en' },
        back.cookie ?? '',
      );
      assert.equal(sent.location, '/en/desk/tai-khoan?xong=luu');
    });

    test('a form posted from another site without a session is not carried', async () => {
      const reply = await office.http.inject({
        method: 'POST',
        url: ACCOUNT,
        headers: {
          host: 'stc.laocai.gov.vn',
          'sec-fetch-site': 'cross-site',
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: 'language=en',
      });
      assert.equal(reply.statusCode, 303);
      assert.doesNotMatch(reply.body, /_dangDo/);
    });
  });

  test(`LC-106, BG-064: one address has 30 attempts a minute, whatever names it tries, on ${engine}`, async () => {
    const office = await openOffice(engine, { oneAddress: true });
    const statuses: number[] = [];
    for (let n = 1; n <= 31; n++) {
      const { status } = await office.post('finance', SIGN_IN, { username: `name${n}`, password: 'x' });
      statuses.push(status);
    }
    assert.deepEqual([statuses.lastIndexOf(422), statuses[30]], [29, 429]);
    await office.close();
  });
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
