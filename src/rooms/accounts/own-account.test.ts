import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { type Office, openOffice, PASSWORD, PORTALS, quickHasher } from '../../../tests/support/office.ts';
import { createOwnAccount } from './own-account.ts';
import { createSignIn } from './sign-in.ts';

const MINUTE_MS = 60_000;
const SIGN_IN = '/ban-lam-viec/dang-nhap';
const ACCOUNT = '/ban-lam-viec/tai-khoan';
const NEW_PASSWORD = 'Suối Mường 9 tiếng reo!';

for (const engine of engines()) {
  describe(`One's own password on ${engine}`, () => {
    let office: Office;
    before(async () => {
      office = await openOffice(engine);
    });
    after(() => office.close());
    const change = (
      cookie: string,
      typed: { currentPassword: string; newPassword: string; repeatPassword?: string },
    ) =>
      office.post(
        'finance',
        '/ban-lam-viec/mat-khau',
        { repeatPassword: typed.newPassword, ...typed },
        cookie,
      );

    test('LC-105: who must change it reaches nothing else before', async () => {
      const id = await office.employ('nvmotstc', 'Nguyễn Văn Một', 'finance', ['contentAdmin']);
      await office.database.asOwner((owner) =>
        owner.exec(`update person set must_change_password = true where id = ${id}`),
      );
      const cookie = await office.signIn('finance', 'nvmotstc');
      assert.equal(
        (await office.get('finance', '/ban-lam-viec/nhan-su', cookie)).location,
        '/ban-lam-viec/mat-khau',
      );
      const done = await change(cookie, { currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
      assert.equal(done.location, '/ban-lam-viec/tai-khoan?xong=mat-khau');
      assert.equal((await office.get('finance', '/ban-lam-viec/nhan-su', done.cookie)).status, 200);
    });

    test('ends every other session and the old password', async () => {
      await office.employ('nvhaistc', 'Nguyễn Văn Hai', 'finance', ['editor']);
      const [here, other] = [
        await office.signIn('finance', 'nvhaistc'),
        await office.signIn('main', 'nvhaistc'),
      ];
      const done = await change(here, { currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
      for (const cookie of [here, other])
        assert.equal((await office.get('finance', ACCOUNT, cookie)).status, 303);
      assert.equal((await office.get('finance', ACCOUNT, done.cookie)).status, 200);
      assert.equal(
        (await office.post('finance', SIGN_IN, { username: 'nvhaistc', password: PASSWORD })).status,
        422,
      );
      assert.ok(await office.signIn('finance', 'nvhaistc', NEW_PASSWORD));
    });

    test('is refused with a sentence at its field, and no password is shown again', async () => {
      await office.employ('nvbastc', 'Nguyễn Văn Ba', 'finance', ['editor']);
      const cookie = await office.signIn('finance', 'nvbastc');
      const faults: [typed: Parameters<typeof change>[1], said: RegExp][] = [
        [{ currentPassword: 'sai', newPassword: NEW_PASSWORD }, /href="#currentPassword"/],
        [{ currentPassword: PASSWORD, newPassword: 'Nhỏ quá 1!' }, /ít nhất 14 ký tự/],
        [
          { currentPassword: PASSWORD, newPassword: NEW_PASSWORD, repeatPassword: 'khác' },
          /href="#repeatPassword"/,
        ],
        [{ currentPassword: PASSWORD, newPassword: PASSWORD }, /mười lần gần đây/],
      ];
      for (const [typed, said] of faults) {
        const answer = await change(cookie, typed);
        assert.equal(answer.status, 422);
        assert.match(answer.body, said);
        assert.equal(answer.body.includes(typed.newPassword), false);
      }
    });

    test('LC-106: guessing at the current one rests the account like guessing at the door', async () => {
      await office.employ('nvbonstc', 'Nguyễn Văn Bốn', 'finance', ['editor']);
      const cookie = await office.signIn('finance', 'nvbonstc');
      for (let n = 1; n <= 5; n++)
        await change(cookie, { currentPassword: 'sai', newPassword: NEW_PASSWORD });
      const sixth = await change(cookie, { currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
      assert.match(sixth.body, /tạm nghỉ đến 09:46/);
    });

    test('LX-017: none of the last ten comes back, the eleventh may', async () => {
      const id = await office.employ('nvnamstc', 'Nguyễn Văn Năm', 'finance', ['editor']);
      const { database } = office.database;
      const own = createOwnAccount({
        database,
        hasher: quickHasher,
        signIn: createSignIn({ database, hasher: quickHasher }),
      });
      const turnTo = (currentPassword: string, newPassword: string) => {
        office.wait(MINUTE_MS);
        const typed = { currentPassword, newPassword, repeatPassword: newPassword };
        return own.changePassword({ localityId: 1, portalId: PORTALS.finance }, id, typed, office.now());
      };
      const nth = (n: number) => `Bản ${n} bên Ngòi Đum xanh!`;
      await turnTo(PASSWORD, nth(1));
      for (let n = 2; n <= 9; n++) await turnTo(nth(n - 1), nth(n));
      await assert.rejects(turnTo(nth(9), PASSWORD), { code: 'password-used-before' });
      await assert.rejects(turnTo(nth(9), nth(9)), { code: 'password-used-before' });
      await turnTo(nth(9), nth(10));
      await turnTo(nth(10), PASSWORD);
      const kept = await office.database.asOwner((owner) =>
        owner.query<{ n: number }>(`select count(*)::int as n from past_password where person_id = ${id}`),
      );
      assert.deepEqual(kept, [{ n: 10 }]);
    });

    test('LX-017: an administrator changes it after 60 days, an editor need not', async () => {
      await office.employ('nvsaustc', 'Nguyễn Văn Sáu', 'finance', ['contentAdmin']);
      await office.employ('nvbaystc', 'Nguyễn Văn Bảy', 'finance', ['editor']);
      office.wait(59 * 24 * 3_600_000);
      assert.equal(
        (await office.get('finance', ACCOUNT, await office.signIn('finance', 'nvsaustc'))).status,
        200,
      );
      office.wait(24 * 3_600_000);
      const admin = await office.get('finance', ACCOUNT, await office.signIn('finance', 'nvsaustc'));
      assert.equal(admin.location, '/ban-lam-viec/mat-khau');
      assert.equal(
        (await office.get('finance', ACCOUNT, await office.signIn('finance', 'nvbaystc'))).status,
        200,
      );
    });

    test('a password kept at an earlier cost is made anew at the next sign-in', async () => {
      const id = await office.employ('nvtamstc', 'Nguyễn Văn Tám', 'finance', ['editor']);
      await office.signIn('finance', 'nvtamstc');
      const [row] = await office.database.asOwner((owner) =>
        owner.query<{ password_hash: string }>(`select password_hash from person where id = ${id}`),
      );
      assert.match(row?.password_hash ?? '', /\$m=128,t=1,p=1\$/);
      assert.ok(await office.signIn('finance', 'nvtamstc'));
    });

    test('one sees and changes what is one’s own: roles in the locality’s words, language', async () => {
      await office.employ('nvchinstc', 'Nguyễn Văn Chín', 'finance', ['editor']);
      const cookie = await office.signIn('finance', 'nvchinstc');
      const page = await office.get('finance', ACCOUNT, cookie);
      assert.match(page.body, /Phóng viên, biên tập viên/);
      assert.match(page.body, /36\/QĐ-UBND ngày 02\/11\/2026/);
      assert.equal(
        (await office.post('finance', ACCOUNT, { language: 'en' }, cookie)).location,
        '/en/desk/tai-khoan?xong=luu',
      );
      assert.match((await office.get('finance', '/en/desk/tai-khoan', cookie)).body, /Reporter, editor/);
    });
  });
}
