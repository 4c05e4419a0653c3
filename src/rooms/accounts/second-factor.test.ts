import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { engines } from '../../../tests/support/engines.ts';
import { type Office, openOffice, PASSWORD, tokenIn } from '../../../tests/support/office.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { inviteAgain } from './commands.ts';
import { requireFresh } from './fresh.ts';
import { listOwnTasks } from './protection-queries.ts';
import { resetSecondFactor } from './second-factor-commands.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SIGN_IN = '/ban-lam-viec/dang-nhap';
const STEP = `${SIGN_IN}/buoc-hai`;
const ACCOUNT = '/ban-lam-viec/tai-khoan';
const PROTECTION = `${ACCOUNT}/bao-ve`;

for (const engine of engines()) {
  describe(`The second factor on ${engine}`, () => {
    let office: Office;
    const told: { what: string; personId: number }[] = [];
    before(async () => {
      office = await openOffice(engine, { graceDays: 14, told });
    });
    after(() => office.close());

    const codeOf = (secret: string) =>
      TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: office.now().getTime() });

    /** Sets up an app as somebody does who reads the page. @returns secret, recovery codes and the new session */
    const setUp = async (cookie: string) => {
      const page = await office.get('finance', `${PROTECTION}/ma`, cookie);
      assert.equal(page.status, 200);
      const secret = /<code class="num">([A-Z2-7 ]+)<\/code>/.exec(page.body)?.[1]?.replaceAll(' ', '') ?? '';
      const sealed = /name="setUp" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
      const fields = { _token: tokenIn(page.body), setUp: sealed };
      const wrong = await office.post('finance', `${PROTECTION}/ma`, { ...fields, code: '000000' }, cookie);
      assert.equal(wrong.status, 422);
      assert.match(wrong.body, /href="#code"/);
      assert.ok(wrong.body.includes(secret.slice(0, 4)), 'the same secret is shown again');
      const set = await office.post(
        'finance',
        `${PROTECTION}/ma`,
        { ...fields, code: codeOf(secret) },
        cookie,
      );
      assert.equal(set.status, 200);
      const codes = [...set.body.matchAll(/<code>([a-z2-9-]{14})<\/code>/g)].map(([, code]) => code ?? '');
      return { secret, codes, cookie: set.cookie ?? '' };
    };
    /** Name and password; the answer leads to the second step. @returns the half-way cookie */
    const begin = async (username: string) => {
      const answer = await office.post('finance', SIGN_IN, { username, password: PASSWORD });
      assert.equal(answer.location, STEP);
      assert.match(answer.cookie ?? '', /^nua-phien=/);
      return answer.cookie ?? '';
    };
    const finish = (half: string, code: string) => office.post('finance', STEP, { _token: '', code }, half);
    const isIn = async (cookie: string | undefined) =>
      (await office.get('finance', ACCOUNT, cookie ?? '')).status === 200;
    const nextStep = () => office.wait(31_000);

    test('BG-059: after the password a code is asked for; before it there is no session', async () => {
      await office.employ('sfmot', 'Một Thử', 'finance', ['editor']);
      const { secret, cookie } = await setUp(await office.signIn('finance', 'sfmot'));
      assert.equal(await isIn(cookie), true);
      nextStep();
      const half = await begin('sfmot');
      assert.equal(await isIn(half), false);
      assert.equal(await isIn(half.replace('nua-phien', 'phien')), false, 'nor is it one by another name');
      assert.match((await office.get('finance', STEP, half)).body, /Một Thử, mật khẩu đã đúng/);
      const done = await finish(half, codeOf(secret));
      assert.equal(done.location, '/ban-lam-viec');
      assert.equal(await isIn(done.cookie), true);
      assert.equal((await finish(half, codeOf(secret))).status, 422, 'the half is used up');
      const entries = (await office.recorded()).slice(-1).map(({ command, payload }) => [command, payload]);
      assert.deepEqual(entries[0], ['accounts.signIn', { factors: 'password+code' }]);
    });

    test('a code is good once, also in the same half minute', async () => {
      await office.employ('sfhai', 'Hai Thử', 'finance', ['editor']);
      const { secret } = await setUp(await office.signIn('finance', 'sfhai'));
      const replayed = await finish(await begin('sfhai'), codeOf(secret));
      assert.equal(replayed.status, 422, 'the one it was set up with');
      assert.match(replayed.body, /chỉ dùng một lần/);
      nextStep();
      const code = codeOf(secret);
      assert.equal((await finish(await begin('sfhai'), code)).status, 303);
      assert.equal((await finish(await begin('sfhai'), code)).status, 422);
    });

    test('LC-106: codes are counted with the failures of passwords, and a right password does not clear them', async () => {
      await office.employ('sfba', 'Ba Thử', 'finance', ['editor']);
      const { secret } = await setUp(await office.signIn('finance', 'sfba'));
      nextStep();
      for (let n = 1; n <= 4; n++) assert.equal((await finish(await begin('sfba'), '000000')).status, 422);
      const half = await begin('sfba');
      const fifth = await finish(half, '000000');
      assert.equal(fifth.status, 429);
      assert.equal(fifth.headers['retry-after'], '60');
      assert.equal((await finish(half, codeOf(secret))).status, 429, 'not even the right one');
      office.wait(MINUTE_MS);
      assert.equal((await finish(half, codeOf(secret))).status, 303);
      nextStep();
      assert.equal((await finish(await begin('sfba'), '000000')).status, 422, 'counted from the beginning');
    });

    test('a recovery code opens once, and its owner is told', async () => {
      const id = await office.employ('sfbon', 'Bốn Thử', 'finance', ['editor']);
      const { codes, cookie } = await setUp(await office.signIn('finance', 'sfbon'));
      assert.equal(new Set(codes).size, 10);
      const [first = ''] = codes;
      assert.equal((await finish(await begin('sfbon'), ` ${first.toUpperCase()} `)).status, 303);
      assert.ok(told.some(({ what, personId }) => what === 'recoveryUsed' && personId === id));
      assert.equal((await finish(await begin('sfbon'), first)).status, 422);
      assert.match((await office.get('finance', PROTECTION, cookie)).body, /Còn 9 mã/);
      const renewed = await office.post('finance', `${PROTECTION}/du-phong`, {}, cookie);
      assert.equal((renewed.body.match(/<code>/g) ?? []).length, 10);
      assert.equal((await finish(await begin('sfbon'), codes[1] ?? '')).status, 422, 'old ones are void');
    });

    test('half a sign-in ends after ten minutes, and when the password was reset', async () => {
      const id = await office.employ('sfnam', 'Năm Thử', 'finance', ['editor']);
      const { secret } = await setUp(await office.signIn('finance', 'sfnam'));
      const half = await begin('sfnam');
      office.wait(10 * MINUTE_MS);
      const late = await finish(half, codeOf(secret));
      assert.equal(late.status, 422);
      assert.match(late.body, /quá 10 phút/);
      const other = await begin('sfnam');
      await office.database.asOwner((owner) =>
        owner.query(`update person set password_reset_at = $1 where id = ${id}`, [office.now()]),
      );
      assert.equal((await finish(other, codeOf(secret))).status, 422);
    });

    test('setting it up ends every other session and makes this one anew', async () => {
      await office.employ('sfsau', 'Sáu Thử', 'finance', ['editor']);
      const [here, other] = [await office.signIn('finance', 'sfsau'), await office.signIn('main', 'sfsau')];
      const { cookie } = await setUp(here);
      assert.deepEqual([await isIn(here), await isIn(other), await isIn(cookie)], [false, false, true]);
    });

    test('the database holds no secret and no recovery code that can be read', async () => {
      await office.employ('sfbay', 'Bảy Thử', 'finance', ['editor']);
      const { secret, codes } = await setUp(await office.signIn('finance', 'sfbay'));
      const held = await office.database.asOwner((owner) =>
        owner.query<{ row: string }>(
          'select s::text as row from one_time_secret s union all select r::text from recovery_code r',
        ),
      );
      const text = held.map(({ row }) => row).join('\n');
      assert.equal(
        [secret, ...codes].some((one) => text.includes(one)),
        false,
      );
    });

    test('BG-059: an administrator has 14 days, then reaches nothing but the page that sets it up', async () => {
      await office.employ('sfadmin', 'Quản Trị Thử', 'finance', ['contentAdmin']);
      const people = '/ban-lam-viec/nhan-su';
      let cookie = await office.signIn('finance', 'sfadmin');
      assert.equal((await office.get('finance', people, cookie)).status, 200);
      assert.match((await office.get('finance', PROTECTION, cookie)).body, /Hãy cài trước/);
      office.wait(14 * DAY_MS - 5 * MINUTE_MS);
      cookie = await office.signIn('finance', 'sfadmin');
      assert.equal((await office.get('finance', people, cookie)).status, 200);
      office.wait(5 * MINUTE_MS);
      assert.equal((await office.get('finance', people, cookie)).location, PROTECTION);
      assert.equal((await office.get('finance', ACCOUNT, cookie)).location, PROTECTION);
      const set = await setUp(cookie);
      assert.equal((await office.get('finance', people, set.cookie)).status, 200);
    });

    test('who becomes an administrator while signed in signs in anew', async () => {
      const id = await office.employ('sflen', 'Lên Thử', 'finance', ['editor']);
      const cookie = await office.signIn('finance', 'sflen');
      await office.database.asOwner((owner) =>
        owner.exec(`insert into role_grant (person_id, portal_id, role, valid_from, granted_at)
          values (${id}, 2, 'contentAdmin', '2026-11-20', now())`),
      );
      assert.equal(await isIn(cookie), false);
      assert.equal(await isIn(await office.signIn('finance', 'sflen')), true);
    });

    test('a grave act asks for a proof no older than ten minutes, and the form in hand is not lost', async () => {
      await office.employ('sftam', 'Tám Thử', 'finance', ['editor']);
      const { secret, cookie } = await setUp(await office.signIn('finance', 'sftam'));
      office.wait(11 * MINUTE_MS);
      const person = await office.get('finance', PROTECTION, cookie);
      assert.equal(person.status, 200);
      const asked = await office.post('finance', `${PROTECTION}/bo-ma`, { ghiChu: 'giữ lại' }, cookie);
      assert.equal(asked.status, 403);
      const carried = /name="_dangDo" value="([^"]+)"/.exec(asked.body)?.[1]?.replaceAll('&quot;', '"') ?? '';
      assert.match(carried, /giữ lại/);
      const proved = await office.post(
        'finance',
        `${ACCOUNT}/xac-nhan`,
        { code: codeOf(secret), _dangDo: carried },
        cookie,
      );
      assert.match(proved.body, /action="\/ban-lam-viec\/tai-khoan\/bao-ve\/bo-ma"/);
      assert.equal(await isIn(cookie), false, 'the session is made anew');
      const fields = { _token: tokenIn(proved.body) };
      const sent = await office.post('finance', `${PROTECTION}/bo-ma`, fields, proved.cookie);
      assert.equal(sent.location, `${PROTECTION}?xong=bo-ma`);
      assert.equal(
        (await office.post('finance', SIGN_IN, { username: 'sftam', password: PASSWORD })).status,
        303,
      );
    });

    test('a page of a grave act leads through the proof and back', async () => {
      await office.employ('sfchin', 'Chín Thử', 'finance', ['editor']);
      const cookie = await office.signIn('finance', 'sfchin');
      office.wait(11 * MINUTE_MS);
      const sent = await office.get('finance', `${PROTECTION}/ma`, cookie);
      assert.equal(sent.location, `${ACCOUNT}/xac-nhan?ve=${encodeURIComponent(`${PROTECTION}/ma`)}`);
      const wrong = await office.post('finance', `${ACCOUNT}/xac-nhan`, { password: 'sai' }, cookie);
      assert.equal(wrong.status, 422);
      const proved = await office.post(
        'finance',
        `${ACCOUNT}/xac-nhan`,
        { password: PASSWORD, ve: `${PROTECTION}/ma` },
        cookie,
      );
      assert.equal(proved.location, `${PROTECTION}/ma`);
      assert.equal((await office.get('finance', `${PROTECTION}/ma`, proved.cookie)).status, 200);
    });

    test('LC-107: the page of a person resets his second factor, after the administrator proved that it is he', async () => {
      const id = await office.employ('sfroi', 'Rơi Máy', 'finance', ['editor']);
      await office.employ('sfgiu', 'Người Giữ', 'finance', ['contentAdmin']);
      const cookie = await office.signIn('finance', 'sfgiu');
      const path = `/ban-lam-viec/nhan-su/${id}`;
      const seen = async () => (await office.get('finance', `${path}?cong=2`, cookie)).body;
      assert.doesNotMatch(await seen(), /dat-lai-bao-ve/, 'nothing to reset');
      await setUp(await office.signIn('finance', 'sfroi'));
      assert.match(await seen(), /dat-lai-bao-ve/);
      office.wait(11 * MINUTE_MS);
      const asked = await office.post('finance', `${path}/dat-lai-bao-ve`, { cong: '2' }, cookie);
      assert.equal(asked.status, 403);
      assert.match(asked.body, /name="password"/);
      assert.match(await seen(), /dat-lai-bao-ve/, 'not before the proof');
      const again = await office.signIn('finance', 'sfgiu');
      const done = await office.post('finance', `${path}/dat-lai-bao-ve`, { cong: '2' }, again);
      assert.equal(done.location, `${path}?cong=2&xong=dat-lai`);
      const { body } = await office.get('finance', done.location ?? '', again);
      assert.match(body, /Đã đặt lại lớp bảo vệ thứ hai/);
      assert.doesNotMatch(body, /action="[^"]*dat-lai-bao-ve/);
    });

    test('LC-107: an administrator resets the second factor of his people, freshly proved, and the owner is told', async () => {
      const id = await office.employ('sfmat', 'Mất Máy', 'finance', ['editor']);
      const adminId = await office.employ('sfquan', 'Người Quản', 'finance', ['contentAdmin']);
      const { cookie } = await setUp(await office.signIn('finance', 'sfmat'));
      const admin = await office.personOf(adminId);
      const reset = { portalId: 2, viaPortalId: 2, personId: id };
      const session = { id: 1, hasTwoFactors: true, idleLimitMs: 1, endsAt: office.now() };
      const stale = {
        ...admin,
        session: { ...session, provedAt: new Date(office.now().getTime() - 10 * MINUTE_MS) },
      };
      await assert.rejects(office.ports.perform(stale, resetSecondFactor, reset), isRefusal('proof-due'));
      assert.doesNotThrow(() =>
        requireFresh({ ...admin, session: { ...session, provedAt: office.now() } }, office.now()),
      );
      const fresh = { ...admin, session: { ...session, provedAt: office.now() } };
      await office.ports.perform(fresh, resetSecondFactor, reset);
      assert.equal(await isIn(cookie), false);
      assert.ok(await office.signIn('finance', 'sfmat'), 'with the password alone');
      await assert.rejects(office.ports.perform(fresh, resetSecondFactor, reset), isRefusal('none-to-reset'));
      await assert.rejects(
        office.ports.perform(fresh, resetSecondFactor, { ...reset, personId: adminId }),
        isRefusal('not-oneself'),
      );
    });

    test('BG-060: passkeys and links from before an administrator ended the password are worth nothing afterwards', async () => {
      const id = await office.employ('sfdoi', 'Đổi Chỗ', 'finance', ['editor']);
      const { cookie } = await setUp(await office.signIn('finance', 'sfdoi'));
      assert.equal(await isIn(cookie), true);
      await office.database.asOwner((owner) =>
        owner.exec(`insert into passkey (person_id, credential_id, public_key, rp_id, sign_count, transports, is_backed_up,
            name, created_at) values (${id}, 'thu', 'thu', 'laocai.gov.vn', 0, '{}', false, 'Thêm lén', now());
          insert into provider_identity (person_id, issuer, subject, linked_at)
            values (${id}, 'https://id.example', 'len', now())`),
      );
      const reset = { portalId: 2, viaPortalId: 2, personId: id };
      const { token } = await office.ports.perform(office.machine, inviteAgain, reset);
      const newPassword = 'Suối Mường 9 tiếng reo!';
      const fields = { newPassword, repeatPassword: newPassword };
      await office.post('finance', `/ban-lam-viec/loi-moi/${token}`, fields);
      const left = await office.database.asOwner((owner) =>
        owner.query<{
          name: string;
        }>(`select 'passkey' as name from passkey where person_id = ${id} and removed_at is null
          union all select 'link' from provider_identity where person_id = ${id} and removed_at is null
          union all select 'code' from one_time_secret where person_id = ${id} and removed_at is null`),
      );
      assert.deepEqual(left, [{ name: 'code' }], 'the app opens nothing without the password, and stays');
    });

    test('an administrator finds it among what waits for him, with its day', async () => {
      await office.employ('sfviec', 'Việc Của Tôi', 'finance', ['contentAdmin']);
      const cookie = await office.signIn('finance', 'sfviec');
      assert.equal(await isIn(cookie), true);
      const id = Number(
        (
          await office.database.asOwner((owner) =>
            owner.query<{ id: number }>(`select id::int from person where username = 'sfviec'`),
          )
        )[0]?.id,
      );
      const [task] = await listOwnTasks(office.ports, await office.personOf(id), 'vi');
      assert.equal(task?.action.href, PROTECTION);
      assert.equal(task?.dueAt?.getTime(), office.now().getTime() + 14 * DAY_MS);
      await setUp(cookie);
      assert.deepEqual(await listOwnTasks(office.ports, await office.personOf(id), 'vi'), []);
    });

    test('the role of the desk reads no secret, no key and no code, and writes none', async () => {
      const scope = { as: 'staff' as const, localityId: 1, portalIds: [1, 2, 3], personId: 1 };
      const refused = [
        'select secret from one_time_secret',
        'select public_key from passkey',
        'select credential_id from passkey',
        'select code_digest from recovery_code',
        'select * from half_sign_in',
        'select * from known_device',
        'select subject from provider_identity',
        'select * from provider_visit',
        "update one_time_secret set secret = 'x'",
        'update one_time_secret set last_step = 0',
        'insert into recovery_code (person_id, code_digest, made_at) values (1, $$x$$, now())',
        'select token_hash from session',
      ];
      for (const statement of refused)
        await assert.rejects(
          office.database.database.transaction(scope, (tx) => tx.statement(statement, [])),
          { code: '42501' },
          statement,
        );
    });
  });
}
