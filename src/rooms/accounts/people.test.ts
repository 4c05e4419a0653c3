import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { PORTALS } from '../../../tests/support/office.ts';
import { DECIDED, NEW_PASSWORD, openStaffedOffice, refused } from '../../../tests/support/staffed-office.ts';
import { type Command, scopeOf } from '../../platform/command/index.ts';
import * as commands from './commands.ts';

const PEOPLE = '/ban-lam-viec/nhan-su';

const ON_ACCOUNT: readonly Command<Parameters<typeof commands.unlockPerson.run>[1], unknown>[] = [
  commands.disablePerson,
  commands.inviteAgain,
  commands.unlockPerson,
];

for (const engine of engines()) {
  describe(`People on ${engine}`, async () => {
    const { office, ids, technical, mainAdmin, finance, on, grant, invite, accept, ask } =
      await openStaffedOffice(engine);
    after(() => office.close());

    describe('are administered', () => {
      test('BG-007: by the technical administrator on every portal of the locality', async () => {
        for (const portal of ['main', 'finance', 'commune'] as const) {
          const { personId } = await invite(technical, `bg007${portal}`, portal, ['checker']);
          const rows = await ask<{ portal_id: number; granted_by: number }>(
            `select portal_id::int, granted_by::int from role_grant where person_id = ${personId}`,
          );
          assert.deepEqual(rows, [{ portal_id: PORTALS[portal], granted_by: ids.technical }]);
        }
      });

      test('BG-007, TB-046: by a content administrator on his own portal and no other, the main one included', async () => {
        assert.ok(await invite(finance, 'tb046stc', 'finance', ['editor']));
        for (const portal of ['main', 'commune'] as const) {
          await refused(invite(finance, 'tb046khac', portal, ['editor']), 'not-permitted');
          await refused(grant(finance, ids.commune, portal, ['editor']), 'not-permitted');
        }
        for (const portal of ['finance', 'commune'] as const)
          await refused(invite(mainAdmin, 'tb046khac', portal, ['editor']), 'not-permitted');
      });

      test('TB-046: and naming one’s own portal as the right to another’s people changes nothing', async () => {
        const forged = {
          ...DECIDED,
          portalId: PORTALS.commune,
          viaPortalId: PORTALS.finance,
          personId: ids.commune,
          roles: ['editor'] as const,
        };
        await refused(office.ports.perform(finance, commands.grantRoles, forged), 'not-permitted');
        const upward = { ...forged, portalId: PORTALS.finance, viaPortalId: PORTALS.main };
        await refused(office.ports.perform(finance, commands.grantRoles, upward), 'not-permitted');
        const abroad = { ...forged, portalId: PORTALS.elsewhere, viaPortalId: PORTALS.main };
        await refused(office.ports.perform(technical, commands.grantRoles, abroad), 'not-permitted');
      });

      test('TB-023: by a content administrator without the roles above his own', async () => {
        for (const role of ['technicalAdmin', 'head'] as const) {
          await refused(grant(finance, ids.editor, 'finance', [role]), 'role-beyond');
          await refused(invite(finance, 'tb023', 'finance', ['editor', role]), 'role-beyond');
        }
        const [held] = await ask<{ id: number }>(
          `select id::int from role_grant where person_id = ${ids.head}`,
        );
        const input = { ...on(finance, 'finance'), personId: ids.head, grantId: held?.id ?? 0 };
        await refused(office.ports.perform(finance, commands.revokeRole, input), 'role-beyond');
        await refused(grant(mainAdmin, ids.overseer, 'main', ['overseer']), 'role-beyond');
      });

      test('QN-058: not by an overseer, who sees the whole locality and changes nothing', async () => {
        const overseer = await office.personOf(ids.overseer);
        assert.deepEqual([...overseer.portalIds].sort(), [1, 2, 3]);
        await refused(invite(overseer, 'qn058', 'main', ['editor']), 'not-permitted');
        await refused(grant(overseer, ids.editor, 'finance', ['editor']), 'not-permitted');
        const cookie = await office.signIn('main', 'pvtubndt');
        assert.equal((await office.get('main', PEOPLE, cookie)).status, 403);
        assert.equal((await office.get('main', '/ban-lam-viec/nhat-ky', cookie)).status, 200);
      });

      test('by nobody for himself', async () => {
        await refused(grant(technical, ids.technical, 'finance', ['head']), 'not-oneself');
        for (const command of ON_ACCOUNT) {
          await refused(
            office.ports.perform(technical, command, { ...on(technical, 'main'), personId: ids.technical }),
            'not-oneself',
          );
        }
      });

      test('LX-014, BG-042: by a decision with its number and date', async () => {
        await refused(invite(technical, 'lx014', 'finance', ['editor'], { decision: ' ' }), 'no-decision');
        await refused(
          invite(technical, 'lx014', 'finance', ['editor'], { decidedOn: '' }),
          'no-decision-date',
        );
        await refused(
          invite(technical, 'lx014', 'finance', ['editor'], { validTo: '2026-11-19' }),
          'dates-crossed',
        );
        const { personId } = await invite(technical, 'lx014', 'finance', ['editor']);
        const rows = await ask<object>(
          `select decision, decided_on::text from role_grant where person_id = ${personId}`,
        );
        assert.deepEqual(rows, [{ decision: '41/QĐ-STC', decided_on: '2026-11-18' }]);
      });

      test('with every command as one entry of the record that names nobody but by number', async () => {
        const before = (await office.recorded()).length;
        const { personId } = await invite(finance, 'recorded', 'finance', ['editor']);
        const input = { ...on(finance, 'finance'), personId };
        await grant(finance, personId, 'finance', ['checker']);
        await office.ports.perform(finance, commands.inviteAgain, input);
        await office.ports.perform(finance, commands.unlockPerson, input);
        await office.ports.perform(finance, commands.disablePerson, input);
        await office.ports.perform(finance, commands.enablePerson, input);
        const entries = (await office.recorded()).slice(before);
        const verbs = [
          'invitePerson',
          'grantRoles',
          'inviteAgain',
          'unlockPerson',
          'disablePerson',
          'enablePerson',
        ];
        assert.deepEqual(
          entries.map(({ command }) => command),
          verbs.map((verb) => `accounts.${verb}`),
        );
        assert.deepEqual([...new Set(entries.map(({ subjectId }) => subjectId))], [String(personId)]);
        assert.doesNotMatch(JSON.stringify(entries), /Người Được Mời|recorded/);
      });
    });

    describe('LC-107: accounts are nobody else’s', () => {
      test('a content administrator closes and resets only who has no right beyond his', async () => {
        for (const command of ON_ACCOUNT) {
          const over = (personId: number) =>
            office.ports.perform(finance, command, { ...on(finance, 'finance'), personId });
          await refused(over(ids.head), 'account-beyond');
          await refused(over(ids.both), 'account-beyond');
          await refused(over(ids.commune), 'unknown-person');
          await refused(over(ids.technical), 'unknown-person');
        }
      });

      test('nor of someone he only works beside on another portal', async () => {
        const personId = await office.employ('beside', 'Người Kề Bên', 'commune', ['contentAdmin']);
        await grant(technical, personId, 'finance', ['editor']);
        const beside = await office.personOf(personId);
        const { personId: former } = await invite(technical, 'formerstc', 'finance', ['editor']);
        const [held] = await ask<{ id: number }>(
          `select id::int from role_grant where person_id = ${former}`,
        );
        await office.ports.perform(technical, commands.revokeRole, {
          ...on(technical, 'finance'),
          personId: former,
          grantId: held?.id ?? 0,
        });
        await refused(
          office.ports.perform(beside, commands.disablePerson, {
            ...on(beside, 'commune'),
            personId: former,
          }),
          'unknown-person',
        );
      });

      test('the database lets no role of the server delete a person or a right, nor the desk write a password', async () => {
        const scopes = [scopeOf(technical), { as: 'system' as const }];
        for (const scope of scopes) {
          for (const table of ['person', 'role_grant']) {
            await assert.rejects(
              office.database.database.transaction(scope, (tx) =>
                tx.statement(`delete from ${table} where id = $1`, [ids.editor]),
              ),
              /permission denied/,
            );
          }
        }
        for (const forbidden of [
          `update person set password_hash = 'x'`,
          'select password_hash from person',
          'select token_hash from session',
          'select token_hash from invitation',
          'select * from past_password',
        ]) {
          await assert.rejects(
            office.database.database.transaction(scopeOf(technical), (tx) => tx.statement(forbidden, [])),
            /permission denied/,
            forbidden,
          );
        }
      });

      test('closing keeps the account and its rights on record, ends sessions and the password at once', async () => {
        const personId = await office.employ('leaver', 'Người Thôi Việc', 'finance', ['editor']);
        const cookie = await office.signIn('finance', 'leaver');
        await office.ports.perform(finance, commands.disablePerson, { ...on(finance, 'finance'), personId });
        assert.equal((await office.get('finance', '/ban-lam-viec/tai-khoan', cookie)).status, 303);
        await assert.rejects(office.signIn('finance', 'leaver'));
        const rows = await ask<object>(
          `select revoked_at is null as held from role_grant where person_id = ${personId}`,
        );
        assert.deepEqual(rows, [{ held: true }]);
        await refused(grant(finance, personId, 'finance', ['checker']), 'is-disabled');
      });

      test('BG-060: opening it again does not bring the old password back; an invitation comes instead', async () => {
        const personId = await office.employ('returner', 'Người Trở Lại', 'finance', ['editor']);
        const input = { ...on(finance, 'finance'), personId };
        await office.ports.perform(finance, commands.disablePerson, input);
        const { token } = await office.ports.perform(finance, commands.enablePerson, input);
        await assert.rejects(office.signIn('finance', 'returner'));
        await accept(token);
        assert.ok(await office.signIn('finance', 'returner', NEW_PASSWORD));
      });
    });

    describe('lose a right', () => {
      test('at once when it is revoked: sessions end, and the next one does not have it', async () => {
        const personId = await office.employ('revoked', 'Người Bị Thu', 'finance', [
          'editor',
          'contentAdmin',
        ]);
        const [before, cookie] = [await office.personOf(personId), await office.signIn('finance', 'revoked')];
        assert.equal((await office.get('finance', PEOPLE, cookie)).status, 200);
        const [held] = await ask<{ id: number }>(
          `select id::int from role_grant where person_id = ${personId} and role = 'contentAdmin'`,
        );
        const input = { ...on(finance, 'finance'), personId, grantId: held?.id ?? 0 };
        await office.ports.perform(finance, commands.revokeRole, input);
        assert.equal((await office.get('finance', PEOPLE, cookie)).status, 303);
        assert.equal(
          (await office.get('finance', PEOPLE, await office.signIn('finance', 'revoked'))).status,
          403,
        );
        assert.deepEqual(
          (await office.personOf(personId)).grants,
          before.grants.filter(({ role }) => role === 'editor'),
        );
        await refused(office.ports.perform(finance, commands.revokeRole, input), 'grant-ended');
      });

      test('with the end of its last day, and may have it given again', async () => {
        const { personId } = await invite(finance, 'shortterm', 'finance', ['editor'], {
          validTo: '2026-11-20',
        });
        assert.equal((await office.personOf(personId)).grants.length, 1);
        await refused(grant(finance, personId, 'finance', ['editor']), 'already-held');
        const now = office.now();
        office.setNow(new Date('2026-11-21T00:00:00+07:00'));
        assert.equal((await office.personOf(personId)).grants.length, 0);
        await office.ports.perform(finance, commands.grantRoles, {
          ...on(finance, 'finance'),
          ...DECIDED,
          validFrom: '2026-11-21',
          personId,
          roles: ['editor'],
        });
        assert.equal((await office.personOf(personId)).grants.length, 1);
        office.setNow(now);
      });

      test('and do not have one before its first day', async () => {
        const { personId } = await invite(finance, 'nextweek', 'finance', ['editor'], {
          validFrom: '2026-11-23',
        });
        assert.deepEqual((await office.personOf(personId)).portalIds, []);
      });
    });
  });
}
