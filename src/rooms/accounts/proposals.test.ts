import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { PORTALS } from '../../../tests/support/office.ts';
import { openStaffedOffice, refused, type StaffedOffice } from '../../../tests/support/staffed-office.ts';
import { lenderOf, type Person } from '../../rules/access/index.ts';
import { endLending, lendRight } from './lending-commands.ts';
import { lendFault } from './lending-rules.ts';
import { confirmProposal, refuseProposal, withdrawProposal } from './proposal-commands.ts';
import { confirmFault, HIGH_ROLES } from './proposal-rules.ts';
import { permits } from './rules.ts';

const LIST = '/ban-lam-viec/nhan-su/de-nghi';
const LENDING = '/ban-lam-viec/uy-quyen';

function person(personId: number, grants: Person['grants'], portalIds = [1, 2]): Person {
  return {
    ...{ kind: 'person', personId, localityId: 1, fullName: 'Người', username: `p${personId}` },
    ...{ language: 'vi', grants, portalIds, mustChangePassword: false },
  };
}

describe('Who is the second person', () => {
  const main = { id: 1, localityId: 1, isMain: true };
  const member = { id: 2, localityId: 1, isMain: false };
  const proposal = { proposed_by: 7, person_id: 8 };
  const of = (role: Person['grants'][number]['role'], portalId: number, personId = 9) =>
    person(personId, [{ portalId, role }], role === 'technicalAdmin' ? [1, 2] : [portalId]);

  test('LC-116: on the main portal the technical and the content office are each other’s second', () => {
    for (const role of ['technicalAdmin', 'contentAdmin', 'head'] as const)
      assert.equal(confirmFault(of(role, 1), proposal, main, 1), undefined, role);
    for (const role of ['editor', 'checker', 'boardMember', 'overseer'] as const)
      assert.equal(confirmFault(of(role, 1), proposal, main, 1), 'not-yours', role);
  });

  test('on a member portal its head, its administrator or the technical administrator of the main one', () => {
    for (const [role, portalId] of [
      ['head', 2],
      ['contentAdmin', 2],
      ['technicalAdmin', 1],
    ] as const)
      assert.equal(confirmFault(of(role, portalId), proposal, member, 1), undefined, role);
    assert.equal(confirmFault(of('contentAdmin', 1), proposal, member, 1), 'not-yours');
    assert.equal(confirmFault(of('head', 1), proposal, member, 1), 'not-yours');
  });

  test('never who proposed it, nor whose right it is to be, nor a machine', () => {
    assert.equal(confirmFault(of('head', 2, 7), proposal, member, 1), 'own-proposal');
    assert.equal(confirmFault(of('head', 2, 8), proposal, member, 1), 'own-right');
    const machine = { kind: 'machine', name: 'm', localityId: 1 } as const;
    assert.equal(confirmFault(machine, proposal, member, 1), 'not-yours');
  });
});

describe('What may be lent', () => {
  const lender = person(1, [{ portalId: 2, role: 'boardMember' }]);
  const lending = {
    role: 'boardMember' as const,
    ...{ personId: 2, validFrom: '2026-11-20', validTo: '2026-11-27' },
  };
  const table = [
    ['a checker takes the place of a member of the board', {}, ['checker'], undefined],
    ['an editor does not', {}, ['editor'], 'notBase'],
    ['nor somebody without any right there', {}, [], 'notBase'],
    ['not to oneself', { personId: 1 }, ['checker'], 'self'],
    ['not what one does not hold', { role: 'head' }, ['boardMember'], 'notOwn'],
    ['not backwards', { validTo: '2026-11-19' }, ['checker'], 'dates'],
    ['ninety days', { validTo: '2027-02-17' }, ['checker'], undefined],
    ['and no more', { validTo: '2027-02-18' }, ['checker'], 'tooLong'],
  ] as const;
  for (const [name, more, held, fault] of table)
    test(name, () => {
      assert.equal(lendFault(lender, 2, { ...lending, ...more }, held, '2026-11-20'), fault);
    });

  test('what was lent is not lent on', () => {
    const lentBy = { personId: 5, username: 'p5', fullName: 'Người Cho' };
    const borrower = person(1, [{ portalId: 2, role: 'boardMember', lentBy }]);
    assert.equal(lendFault(borrower, 2, lending, ['checker'], '2026-11-20'), 'notOwn');
  });
});

for (const engine of engines()) {
  describe(`Rights that take two on ${engine}`, () => {
    let staffed: StaffedOffice;
    let office: StaffedOffice['office'];
    let head: Person;
    before(async () => {
      staffed = await openStaffedOffice(engine);
      ({ office } = staffed);
      head = await office.personOf(staffed.ids.head);
    });
    after(() => office.close());

    const openOf = async (personId: number, role: string) => {
      const [row] = await staffed.ask<{ id: number; portal_id: number }>(
        `select id::int, portal_id::int from grant_proposal where person_id = ${personId} and role = '${role}' order by id desc limit 1`,
      );
      assert.ok(row);
      return { proposalId: row.id, portalId: row.portal_id, viaPortalId: row.portal_id };
    };
    const rolesOf = async (personId: number) =>
      (await office.personOf(personId)).grants.map((grant) => grant.role);

    test('each of them is proposed and holds nothing until another person agrees', async () => {
      for (const role of HIGH_ROLES) {
        const personId = await office.employ(`hai${role.toLowerCase()}`, 'Người Được Đề Nghị', 'main', [
          'editor',
        ]);
        await staffed.grant(staffed.technical, personId, 'main', [role]);
        assert.deepEqual(await rolesOf(personId), ['editor'], role);
        const on = await openOf(personId, role);
        await refused(office.ports.perform(staffed.technical, confirmProposal, on), 'own-proposal');
        await office.ports.perform(staffed.mainAdmin, confirmProposal, on);
        assert.deepEqual(await rolesOf(personId), ['editor', role]);
        await refused(office.ports.perform(staffed.mainAdmin, confirmProposal, on), 'proposal-settled');
      }
    });

    test('what one person may give holds at once, beside what waits', async () => {
      const { personId, proposed } = await staffed.invite(staffed.finance, 'motvahai', 'finance', [
        'editor',
        'boardMember',
      ]);
      assert.deepEqual(proposed, ['boardMember']);
      assert.deepEqual(await rolesOf(personId), ['editor']);
      await refused(staffed.grant(staffed.finance, personId, 'finance', ['boardMember']), 'already-proposed');
    });

    test('somebody whose rights all wait can take his invitation and sees an empty desk', async () => {
      const { personId, token } = await staffed.invite(staffed.finance, 'chocahai', 'finance', [
        'boardMember',
      ]);
      assert.equal((await staffed.accept(token)).status, 303);
      assert.deepEqual(await rolesOf(personId), []);
      const cookie = await office.signIn('finance', 'nttstc');
      assert.match((await office.get('finance', '/ban-lam-viec/nhan-su', cookie)).body, /chocahai/);
    });

    test('the person concerned does not agree to his own right, nor does another portal', async () => {
      await staffed.grant(staffed.technical, staffed.ids.head, 'finance', ['boardMember']);
      const on = await openOf(staffed.ids.head, 'boardMember');
      await refused(office.ports.perform(head, confirmProposal, on), 'own-right');
      await refused(office.ports.perform(staffed.mainAdmin, confirmProposal, on), 'not-permitted');
      const forged = { ...on, viaPortalId: PORTALS.main };
      await refused(office.ports.perform(staffed.mainAdmin, confirmProposal, forged), 'no-such-proposal');
    });

    test('a refusal takes a reason; whoever proposed takes it back', async () => {
      const personId = await office.employ('bituchoi', 'Người Bị Từ Chối', 'finance', ['editor']);
      await staffed.grant(staffed.finance, personId, 'finance', ['boardMember']);
      const on = await openOf(personId, 'boardMember');
      await refused(office.ports.perform(head, refuseProposal, { ...on, reason: '' }), 'no-reason');
      await refused(office.ports.perform(head, withdrawProposal, on), 'not-your-proposal');
      await office.ports.perform(head, refuseProposal, { ...on, reason: 'Chưa có trong quyết định.' });
      await staffed.grant(staffed.finance, personId, 'finance', ['boardMember']);
      await office.ports.perform(staffed.finance, withdrawProposal, await openOf(personId, 'boardMember'));
      assert.deepEqual(await rolesOf(personId), ['editor']);
    });

    test('LX-014: the decision stands behind the right, with who proposed and who agreed', async () => {
      const personId = await office.employ('coquyetdinh', 'Người Có Quyết Định', 'finance', ['editor']);
      await staffed.grant(staffed.finance, personId, 'finance', ['boardMember']);
      await office.ports.perform(head, confirmProposal, await openOf(personId, 'boardMember'));
      const rows =
        await staffed.ask<object>(`select d.number, d.decided_on::text, g.granted_by::int, g.confirmed_by::int
        from role_grant g join appointment_decision d on d.id = g.decision_id
        where g.person_id = ${personId} and g.role = 'boardMember'`);
      const [granted_by, confirmed_by] = [staffed.ids.finance, staffed.ids.head];
      assert.deepEqual(rows, [{ number: '41/QĐ-STC', decided_on: '2026-11-18', granted_by, confirmed_by }]);
    });

    test('on the pages: proposed from the person’s page, seen by the second, agreed to or refused there', async () => {
      const personId = await office.employ('trentrang', 'Người Trên Trang', 'finance', ['editor']);
      await staffed.grant(staffed.finance, personId, 'finance', ['boardMember']);
      const own = await office.signIn('finance', 'nttstc');
      const card = await office.get('finance', `/ban-lam-viec/nhan-su/${personId}`, own);
      assert.match(card.body, /đang chờ người thứ hai đồng ý/);
      assert.match((await office.get('finance', LIST, own)).body, /Rút đề nghị/);
      const second = await office.signIn('finance', 'hvtstc');
      assert.match((await office.get('finance', LIST, second)).body, /Người Trên Trang/);
      const { proposalId, portalId } = await openOf(personId, 'boardMember');
      const cong = String(portalId);
      const empty = await office.post(
        'finance',
        `${LIST}/${proposalId}/tu-choi`,
        { cong, reason: 'no' },
        second,
      );
      assert.equal(empty.status, 422);
      assert.match(empty.body, /Hãy ghi lý do/);
      const agreed = await office.post('finance', `${LIST}/${proposalId}/dong-y`, { cong }, second);
      assert.equal(agreed.location, `${LIST}?xong=dong-y`);
      assert.deepEqual(await rolesOf(personId), ['editor', 'boardMember']);
      const commune = await office.signIn('commune', 'gvxtp');
      assert.doesNotMatch((await office.get('commune', LIST, commune)).body, /Người Trên Trang/);
    });

    describe('lent for a time', () => {
      let borrower: number;
      let lender: Person;
      const lent = { reason: 'Đi công tác dài ngày.', validFrom: '2026-11-20', validTo: '2026-11-27' };
      before(async () => {
        borrower = await office.employ('nhanuyquyen', 'Người Nhận', 'finance', ['checker']);
        lender = await office.personOf(
          await office.employ('chouyquyen', 'Người Cho', 'finance', ['boardMember']),
        );
      });

      test('LC-105: with the consent of the head, never by lending a password', async () => {
        const lending = {
          ...lent,
          portalId: PORTALS.finance,
          personId: borrower,
          role: 'boardMember',
        } as const;
        assert.equal(await office.ports.perform(lender, lendRight, lending), 'proposed');
        assert.deepEqual(await rolesOf(borrower), ['checker']);
        await office.ports.perform(head, confirmProposal, await openOf(borrower, 'boardMember'));
        const grants = (await office.personOf(borrower)).grants;
        const lentBy = { personId: lender.personId, username: 'chouyquyen', fullName: 'Người Cho' };
        assert.deepEqual(grants, [
          { portalId: PORTALS.finance, role: 'checker' },
          { portalId: PORTALS.finance, role: 'boardMember', lentBy },
        ]);
      });

      test('it stands beside the act whose right was used, and not where one’s own was enough', async () => {
        const actor = await office.personOf(borrower);
        const table = { 'x.approve': ['boardMember'], 'x.check': ['checker', 'boardMember'] } as const;
        assert.equal(lenderOf(actor, table, 'x.approve', PORTALS.finance)?.username, 'chouyquyen');
        assert.equal(lenderOf(actor, table, 'x.check', PORTALS.finance), undefined);
        const back = await office.ports.perform(actor, lendRight, {
          ...{ ...lent, portalId: PORTALS.finance, personId: staffed.ids.editor, role: 'checker' },
        });
        assert.equal(back, 'lent');
        const last = (await office.recorded()).at(-1);
        assert.equal('onBehalfOf' in ((last?.payload ?? {}) as object), false);
        assert.ok(permits['accounts.lend'].includes('checker'));
      });

      test('it ends by itself after its last day', async () => {
        const now = office.now();
        office.setNow(new Date('2026-11-28T00:00:00+07:00'));
        assert.deepEqual(await rolesOf(borrower), ['checker']);
        office.setNow(now);
      });

      test('the head lends with his own word; ending it, or losing the right, ends what was lent', async () => {
        const member = await office.employ('phogiup', 'Người Giúp', 'finance', ['boardMember']);
        const lending = { ...lent, portalId: PORTALS.finance, personId: member, role: 'head' } as const;
        assert.equal(await office.ports.perform(head, lendRight, lending), 'lent');
        assert.deepEqual(await rolesOf(member), ['boardMember', 'head']);
        const [grant] = await staffed.ask<{ id: number }>(
          `select id::int from role_grant where person_id = ${member} and role = 'head'`,
        );
        const on = { portalId: PORTALS.finance, grantId: grant?.id ?? 0 };
        await refused(office.ports.perform(lender, endLending, on), 'not-yours-to-lend');
        await office.ports.perform(head, endLending, on);
        assert.deepEqual(await rolesOf(member), ['boardMember']);
      });

      test('on the page, with everything typed still there when something is missing', async () => {
        const cookie = await office.signIn('finance', 'hvtstc');
        const page = await office.get('finance', LENDING, cookie);
        assert.match(page.body, /Ủy quyền cho đồng nghiệp/);
        const faulty = await office.post(
          'finance',
          LENDING,
          { cong: '2', role: 'head', reason: 'Nghỉ phép năm' },
          cookie,
        );
        assert.equal(faulty.status, 422);
        assert.match(faulty.body, /value="Nghỉ phép năm"/);
        assert.match(faulty.body, /href="#personId"/);
      });
    });
  });
}
