import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { openWorld, tokenIn, type World } from '../../../tests/support/world.ts';
import { NOT_PERMITTED, scopeOf } from '../../platform/command/index.ts';
import type { BodyKind } from '../../rules/profile/index.ts';
import { readRights } from '../accounts/index.ts';
import { findPortalView } from './desk-queries.ts';
import {
  approveHostname,
  closePortal,
  findPortal,
  listSections,
  type OpenPortal,
  openPortal,
} from './index.ts';

const words = (vi: string, en = vi) => ({ vi, en });

const bodyOf = (nameVi: string, nameEn: string, abbreviation: string, kind: BodyKind) => ({
  ...{ nameVi, nameEn, abbreviation, kind },
});

/** A portal as the form would ask for it. */
function opening(mainPortalId: number, change: Partial<OpenPortal>): OpenPortal {
  return {
    mainPortalId,
    body: bodyOf('Sở Xây dựng', 'Department of Construction', 'SXD', 'department'),
    ...{ host: 'sxd.laocai.gov.vn', openedOn: '2026-11-20', workflow: 'check-then-approve' },
    face: {
      ...{ colour: '#0d5a68', scene: 'boat', drawing: 'boat', tasks: [], popular: [] },
      searchQuestion: words('Bạn cần tìm gì?', 'What are you looking for?'),
    },
    contact: {
      ...{
        managedBy: words('Sở Xây dựng'),
        responsible: words('Trưởng Ban Biên tập'),
        address: words('Số 2, đường Mẫu'),
      },
      ...{ phone: '0214 000 0000', email: 'banbientap@sxd.laocai.gov.vn' },
    },
    ...change,
  };
}

for (const engine of engines()) {
  describe(`Opening portals on ${engine}`, () => {
    let world: World;
    before(async () => {
      world = await openWorld(engine);
    });
    after(() => world.close());

    const open = async (username: string, mainKey: string, change: Partial<OpenPortal>) =>
      world.app.ports.perform(
        await world.as(username),
        openPortal,
        opening(world.portal(mainKey).id, change),
      );

    test('LC-006: a member opens with one command and answers at once, in the family of addresses of the main portal', async () => {
      const opened = await open('lc.technical', 'lao-cai/main', {});
      assert.equal(opened.hostState, 'live');
      const home = await world.get('sxd.laocai.gov.vn', '/');
      assert.equal(home.status, 200);
      assert.match(home.body, /Sở Xây dựng/);
      const english = await world.get('sxd.laocai.gov.vn', '/en');
      assert.match(english.body, /Department of Construction/);
      const sections = await world.database.database.publicly((db) => listSections(db, opened.portalId));
      assert.ok(
        sections.some((one) => one.code === 'strategy-plan/sector'),
        'LC-033: the part of departments',
      );
      assert.ok(
        !sections.some((one) => one.code === 'strategy-plan/investment'),
        'LC-034: not that of districts',
      );
    });

    test('LC-003: bodies of all levels, from department to commune, have a place', async () => {
      const district = bodyOf('UBND thành phố Mẫu', 'Mẫu City', 'TPM', 'district');
      const commune = bodyOf('Xã Mường Khương', 'Mường Khương Commune', 'MK', 'commune');
      await open('lc.technical', 'lao-cai/main', { body: district, host: 'tpm.laocai.gov.vn' });
      await open('lc.technical', 'lao-cai/main', { body: commune, host: 'muongkhuong.laocai.gov.vn' });
      for (const host of ['tpm.laocai.gov.vn', 'muongkhuong.laocai.gov.vn']) {
        assert.equal((await world.get(host, '/')).status, 200, host);
      }
    });

    test('LC-004: a body that is not obliged joins by a decision, and the portal knows the difference', async () => {
      const union = bodyOf('Hội Chữ thập đỏ tỉnh', 'Red Cross', 'HCTD', 'other');
      await assert.rejects(
        open('lc.technical', 'lao-cai/main', { body: union, host: 'hctd.laocai.gov.vn' }),
        isRefusal('decision-missing', 'decision'),
      );
      const opened = await open('lc.technical', 'lao-cai/main', {
        ...{ body: union, host: 'hctd.laocai.gov.vn', decision: 'Quyết định 05/QĐ-HCTD ngày 10/11/2026' },
      });
      const row = await world.database.database.publicly((db) => findPortal(db, opened.portalId));
      assert.equal(row?.obligation, 'voluntary');
      const main = await world.database.database.publicly((db) =>
        findPortal(db, world.portal('lao-cai/main').id),
      );
      assert.equal(main?.obligation, 'obliged');
    });

    test('LC-014: the main portal answers at the one lawful name, and its other name leads there', async () => {
      assert.equal((await world.get('www.laocai.gov.vn', '/')).status, 200);
      const other = await world.get('laocai.gov.vn', '/tin-tuc?trang=2');
      assert.equal(other.status, 301);
      assert.equal(other.headers.location, 'http://www.laocai.localhost:0/tin-tuc?trang=2');
    });

    const assertHome = async (host: string, name: string) => {
      const home = await world.get(host, '/');
      assert.equal(home.status, 200);
      assert.match(home.body, /name="q"/);
      assert.ok(home.body.includes(name));
    };
    test('TB-012: the main portal of Thái Bình answers at its lawful name', () =>
      assertHome('www.thaibinh.gov.vn', 'Tỉnh Thái Bình'));
    test('QN-005, QN-015: the first thing seen at quangngai.gov.vn is the home page of the main portal', () =>
      assertHome('quangngai.gov.vn', 'Tỉnh Quảng Ngãi'));
    test('BG-010, BG-004: the main portal of Bắc Giang answers at the name of the province', () =>
      assertHome('bacgiang.gov.vn', 'Tỉnh Bắc Giang'));

    test('LC-015: a name that is no abbreviation of a department is refused with one that is', async () => {
      await assert.rejects(
        open('lc.technical', 'lao-cai/main', {
          ...{ host: 'congthuong.laocai.gov.vn' },
          body: bodyOf('Sở Công Thương', 'Department of Industry and Trade', 'SCT', 'department'),
        }),
        (error: Error) =>
          isRefusal('host-not-abbreviation', 'host')(error) && error.message.includes('sct.laocai.gov.vn'),
      );
    });

    test('TB-013: a component of Thái Bình answers only when its body and the technical department have agreed', async () => {
      const finance = bodyOf('Sở Y tế', 'Department of Health', 'SYT', 'department');
      const head = await world.as('tb.head');
      const people = {
        ...{ validFrom: '2026-11-20', validTo: null, decision: '9/QĐ-SYT', decidedOn: '2026-11-19' },
        grants: [{ personId: head.personId, role: 'head' as const }],
      };
      const opened = await open('tb.technical', 'thai-binh/main', {
        body: finance,
        host: 'syt.thaibinh.gov.vn',
        people,
      });
      assert.equal(opened.hostState, 'requested');
      assert.equal((await world.get('syt.thaibinh.gov.vn', '/')).status, 404);

      const { ports } = world.app;
      const main = world.portal('thai-binh/main').id;
      const authority = { viaPortalId: main, hostnameId: opened.hostnameId, party: 'authority' } as const;
      assert.deepEqual(await ports.perform(await world.as('tb.technical'), approveHostname, authority), {
        isLive: false,
      });
      assert.equal((await world.get('syt.thaibinh.gov.vn', '/')).status, 404);

      const body = {
        viaPortalId: main,
        hostnameId: opened.hostnameId,
        party: 'body',
        note: 'Công văn 3',
      } as const;
      await assert.rejects(
        ports.perform(await world.as('tb.technical'), approveHostname, body),
        isRefusal('same-person'),
      );
      // the head of the body says so himself, with the role the opening gave him
      const own = { ...body, viaPortalId: opened.portalId };
      assert.deepEqual(await ports.perform(await world.as('tb.head'), approveHostname, own), {
        isLive: true,
      });
      assert.equal((await world.get('syt.thaibinh.gov.vn', '/')).status, 200);
    });

    test('TB-003: there are one main portal and component portals, called by that word', async () => {
      const component = await world.get('stc.thaibinh.gov.vn', '/');
      assert.match(component.body, /Cổng thành phần/);
    });

    test('TB-010: the decision by which a body joined is kept with its portal', async () => {
      const view = await findPortalView(
        world.app.ports,
        await world.as('tb.technical'),
        world.portal('thai-binh/lmhtx').id,
      );
      assert.equal(view?.portal.obligation, 'voluntary');
      assert.match(view?.portal.joined_by_decision ?? '', /12\/LMHTX/);
    });

    test('LC-016: a name no rule covers is asked for and granted on record', async () => {
      const school = bodyOf('Đơn vị Mẫu', 'Sample Unit', 'DVM', 'other');
      // of a day on which the national text had no form and for which Quảng Ngãi has none for other bodies
      const machine = world.machines['quang-ngai'];
      assert.ok(machine);
      const main = world.portal('quang-ngai/main').id;
      const opened = await world.app.ports.perform(
        machine,
        openPortal,
        opening(main, {
          ...{ body: school, host: 'mau.quangngai.gov.vn', openedOn: '2026-05-04', decision: 'Số 4' },
        }),
      );
      assert.equal(opened.hostState, 'requested');
      const granted = {
        viaPortalId: main,
        hostnameId: opened.hostnameId,
        party: 'authority',
        note: 'Văn bản cấp tên 17',
      } as const;
      assert.deepEqual(await world.app.ports.perform(machine, approveHostname, granted), { isLive: true });
      assert.equal((await world.get('mau.quangngai.gov.vn', '/')).status, 200);
    });

    test('BG-014, BG-005: only the technical administrator of the main portal opens, and only in his own locality', async () => {
      await assert.rejects(open('lc.content', 'lao-cai/main', { host: 'snv.laocai.gov.vn' }), NOT_PERMITTED);
      await assert.rejects(
        open('lc.technical', 'thai-binh/main', { host: 'snv.thaibinh.gov.vn' }),
        NOT_PERMITTED,
      );
    });

    test('QN-004: a body has one portal; a second is refused', async () => {
      const { bodyId } = world.portal('lao-cai/bacha');
      await assert.rejects(
        open('lc.technical', 'lao-cai/main', { body: { id: bodyId }, host: 'bacha.laocai.gov.vn' }),
        isRefusal('has-portal', 'bodyId'),
      );
    });

    test('a portal opened for somebody else is out of reach of those who do not work there', async () => {
      const editor = await world.as('lc.editor');
      const rights = await world.database.database.transaction({ as: 'system' }, (tx) =>
        readRights(tx, editor.personId, editor.localityId, '2026-11-20'),
      );
      assert.deepEqual(rights.portalIds, [world.portal('lao-cai/main').id]);
      const seen = await world.database.database.transaction(scopeOf(editor), (tx) =>
        tx.statement('select id from hostname_approval', []),
      );
      assert.deepEqual(seen.rows, []);
      assert.equal(
        await findPortalView(world.app.ports, editor, world.portal('lao-cai/bacha').id),
        undefined,
      );
    });

    test('a closed portal answers no more; its name leads to its successor for good', async () => {
      const technical = await world.as('lc.technical');
      const main = world.portal('lao-cai/main').id;
      const opened = await open('lc.technical', 'lao-cai/main', {
        ...{ host: 'skhdt.laocai.gov.vn', openedOn: '2020-01-02' },
        body: bodyOf('Sở Kế hoạch và Đầu tư', 'Department of Planning', 'SKHDT', 'department'),
      });
      assert.equal((await world.get('skhdt.laocai.gov.vn', '/')).status, 200);
      await world.app.ports.perform(await world.as('lc.technical'), closePortal, {
        ...{
          mainPortalId: main,
          portalId: opened.portalId,
          successorPortalId: world.portal('lao-cai/snnmt').id,
        },
        ...{ closedOn: '2025-03-01', decision: 'Nghị quyết 1/NQ-HĐND' },
      });
      const moved = await world.get('skhdt.laocai.gov.vn', '/gioi-thieu');
      assert.equal(moved.status, 301);
      assert.match(moved.headers.location ?? '', /^http:\/\/snnmt\.laocai\.localhost/);
      await assert.rejects(
        world.app.ports.perform(technical, closePortal, {
          ...{ mainPortalId: main, portalId: main, closedOn: '2026-11-20', decision: 'x' },
        }),
        isRefusal('not-main'),
      );
    });

    test('the form opens a portal in one step, and keeps everything typed when something is wrong', async () => {
      const session = await world.signIn('www.laocai.gov.vn', 'lc.technical');
      const page = await world.get('www.laocai.gov.vn', '/ban-lam-viec/cong/mo', { as: session });
      assert.equal(page.status, 200);
      const typed = {
        ...{
          _token: tokenIn(page),
          nameVi: 'Sở Nội vụ',
          nameEn: 'Department of Home Affairs',
          bodyKind: 'department',
        },
        ...{ addressVi: 'Số 3, đường Mẫu', phone: '0214 000 0000', workflow: 'approve' },
      };
      const wrong = await world.post(
        'www.laocai.gov.vn',
        '/ban-lam-viec/cong/mo',
        { ...typed, phone: '', colour: '#ffff00' },
        { as: session },
      );
      assert.equal(wrong.status, 422);
      assert.match(wrong.body, /value="Sở Nội vụ"/);
      assert.match(wrong.body, /Có 2 chỗ cần sửa/);
      const asked = await world.post(
        'www.laocai.gov.vn',
        '/ban-lam-viec/cong/mo',
        { ...typed, viec: 'goi-y' },
        { as: session },
      );
      assert.match(asked.body, /snv\.laocai\.gov\.vn/);
      const done = await world.post('www.laocai.gov.vn', '/ban-lam-viec/cong/mo', typed, { as: session });
      assert.equal(done.status, 303);
      const shown = await world.get('www.laocai.gov.vn', done.headers.location ?? '', { as: session });
      assert.equal(shown.status, 200);
      assert.match(shown.body, /Cổng đã mở/);
      assert.equal((await world.get('snv.laocai.gov.vn', '/')).status, 200);
    });
  });
}
