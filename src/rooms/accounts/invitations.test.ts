import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { openOffice, PASSWORD, PORTALS } from '../../../tests/support/office.ts';
import { DECIDED, NEW_PASSWORD, openStaffedOffice, refused } from '../../../tests/support/staffed-office.ts';
import type { Person } from '../../rules/access/index.ts';
import * as commands from './commands.ts';
import { createFirstAdministrator, setPasswordForDemo } from './operator-commands.ts';
import { listEndedInvitations } from './queries.ts';

const HOUR_MS = 3_600_000;

for (const engine of engines()) {
  describe(`People on ${engine}`, async () => {
    const { office, ids, technical, finance, on, invite, accept, ask } = await openStaffedOffice(engine);
    after(() => office.close());

    describe('are invited', () => {
      test('LC-104: by a link that works once; no initial password exists', async () => {
        const { token, personId, username } = await invite(finance, 'lc104stc', 'finance', ['editor']);
        assert.deepEqual(
          await ask(`select password_hash, must_change_password from person where id = ${personId}`),
          [{ password_hash: null, must_change_password: true }],
        );
        const page = await office.get('finance', `/ban-lam-viec/loi-moi/${token}`);
        assert.match(page.body, /tên đăng nhập của bạn là lc104stc/);
        assert.equal(
          page.headers['referrer-policy'],
          'strict-origin-when-cross-origin',
          'no other site learns it',
        );
        assert.equal((await accept(token, 'ngắn')).status, 422);
        assert.equal((await accept(token)).location, '/ban-lam-viec/dang-nhap?xong=mat-khau');
        assert.equal((await accept(token, 'Một mật khẩu khác 7!')).status, 410);
        assert.equal((await office.get('finance', `/ban-lam-viec/loi-moi/${token}`)).status, 410);
        assert.ok(await office.signIn('finance', username, NEW_PASSWORD));
      });

      test('LC-104: the link ends after 72 hours and holds in its own locality only', async () => {
        const { token } = await invite(finance, 'lc104b', 'finance', ['editor']);
        assert.equal((await office.get('elsewhere', `/ban-lam-viec/loi-moi/${token}`)).status, 410);
        const now = office.now();
        office.setNow(new Date(now.getTime() + 72 * HOUR_MS - 1));
        assert.equal((await office.get('finance', `/ban-lam-viec/loi-moi/${token}`)).status, 200);
        office.setNow(new Date(now.getTime() + 72 * HOUR_MS));
        assert.equal((await accept(token)).status, 410);
        office.setNow(now);
      });

      test('two who use one link at once: one password is set', async () => {
        const { token } = await invite(finance, 'lc104c', 'finance', ['editor']);
        const answers = await Promise.all([
          accept(token, 'Đường lên bản 1 xa!'),
          accept(token, 'Đường lên bản 2 xa!'),
        ]);
        assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 410]);
      });

      test('LC-105: a reset makes a new link, voids the one before and ends the password and the sessions', async () => {
        const personId = await office.employ('lc105stc', 'Người Quên', 'finance', ['editor']);
        const cookie = await office.signIn('finance', 'lc105stc');
        const input = { ...on(finance, 'finance'), personId };
        const first = await office.ports.perform(finance, commands.inviteAgain, input);
        const second = await office.ports.perform(finance, commands.inviteAgain, input);
        assert.equal((await office.get('finance', '/ban-lam-viec/tai-khoan', cookie)).status, 303);
        await assert.rejects(office.signIn('finance', 'lc105stc', PASSWORD));
        assert.equal((await accept(first.token)).status, 410);
        assert.equal((await accept(second.token)).status, 303);
        assert.ok(await office.signIn('finance', 'lc105stc', NEW_PASSWORD));
      });

      test('the database holds no link', async () => {
        const { token } = await invite(finance, 'lc104d', 'finance', ['editor']);
        const rows = await ask<{ row: string }>('select i::text as row from invitation i');
        assert.equal(
          rows.some(({ row }) => row.includes(token)),
          false,
        );
      });

      test('a name taken anywhere is refused, whoever has it', async () => {
        await refused(invite(finance, 'gvxtp', 'finance', ['editor']), 'username-taken');
        await refused(invite(finance, 'Có Dấu', 'finance', ['editor']), 'username-characters');
      });

      test('whoever may renew an ended invitation finds it among his tasks, nobody else', async () => {
        const { personId } = await invite(technical, 'expiredtp', 'commune', ['editor']);
        const later = new Date(office.now().getTime() + 80 * HOUR_MS);
        const ended = async (person: Person) =>
          (await listEndedInvitations(office.ports, person, later)).map((row) => row.person_id);
        assert.equal((await ended(technical)).includes(personId), true);
        assert.equal((await ended(finance)).includes(personId), false);
        assert.deepEqual(await ended(await office.personOf(ids.editor)), []);
      });
    });
  });

  describe(`The operator's tool on ${engine}`, () => {
    const first = {
      ...DECIDED,
      portalId: PORTALS.main as number,
      username: 'dautien',
      fullName: 'Người Đầu Tiên',
      email: null,
      language: 'vi' as const,
    };

    test('appoints the first technical administrator once, on the main portal, and no person may', async () => {
      const office = await openOffice(engine);
      const run = (input: typeof first) =>
        office.ports.perform(office.machine, createFirstAdministrator, input);
      await assert.rejects(run({ ...first, portalId: PORTALS.finance }), { code: 'not-main-portal' });
      await assert.rejects(run({ ...first, portalId: PORTALS.elsewhere }), { code: 'not-main-portal' });
      const { personId, token } = await run(first);
      assert.match(token, /^[\w-]{43}$/);
      assert.deepEqual((await office.personOf(personId)).grants, [
        { portalId: PORTALS.main, role: 'technicalAdmin' },
      ]);
      await assert.rejects(run({ ...first, username: 'thuhai' }), { code: 'has-administrator' });
      const id = await office.employ('ktv', 'Kỹ Thuật Viên', 'main', ['technicalAdmin']);
      await assert.rejects(office.ports.perform(await office.personOf(id), createFirstAdministrator, first), {
        code: 'not-permitted',
      });
      await office.close();
    });

    test('gives a demo account a password, in the demo only', async () => {
      const office = await openOffice(engine);
      await office.employ('demo', 'Tài Khoản Thử', 'finance', ['editor']);
      const account = { portalId: PORTALS.finance, username: 'demo', password: 'Bản dùng thử 2026!' };
      await setPasswordForDemo(office.ports, office.machine, account);
      assert.ok(await office.signIn('finance', 'demo', account.password));
      await assert.rejects(
        setPasswordForDemo(office.ports, office.machine, { ...account, username: 'khong-co' }),
        { code: 'unknown-person' },
      );
      const service = { ...office.ports, settings: { ...office.ports.settings, demo: false } };
      await assert.rejects(setPasswordForDemo(service, office.machine, account), { code: 'demo-only' });
      await office.close();
    });
  });
}
