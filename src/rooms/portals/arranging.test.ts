import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { openWorld, tokenIn, type World } from '../../../tests/support/world.ts';
import { NOT_PERMITTED } from '../../platform/command/index.ts';
import { createItem, discardEdition, EMPTY_CONTENT } from '../publishing/index.ts';
import { findPortalView, listOverviews } from './desk-queries.ts';
import {
  addHostname,
  addSection,
  changeContact,
  changeFace,
  changeHostname,
  changeSection,
  findPortal,
  listSections,
  moveSection,
  portalsRoom,
  renameBody,
  retireHostname,
  retireSection,
} from './index.ts';
import { listBodyNames } from './structure-store.ts';

const DAY_MS = 86_400_000;

for (const engine of engines()) {
  describe(`Names, sections and faces on ${engine}`, () => {
    let world: World;
    before(async () => {
      world = await openWorld(engine);
    });
    after(() => world.close());

    const perform: World['app']['ports']['perform'] = (actor, command, input) =>
      world.app.ports.perform(actor, command, input);
    const publicly = <T>(read: Parameters<typeof world.database.database.publicly<T>>[0]) =>
      world.database.database.publicly(read);
    const onMain = (key: string) => ({
      mainPortalId: world.portal('lao-cai/main').id,
      portalId: world.portal(key).id,
    });

    test('a host name changes by the rule of the day; the old one leads to the new for good, page by page', async () => {
      const technical = await world.as('lc.technical');
      await assert.rejects(
        perform(technical, changeHostname, { ...onMain('lao-cai/snnmt'), host: 'nongnghiep.laocai.gov.vn' }),
        isRefusal('host-not-abbreviation', 'host'),
      );
      const changed = { ...onMain('lao-cai/snnmt'), host: 'dae.laocai.gov.vn', englishAbbreviation: 'DAE' };
      assert.equal((await perform(technical, changeHostname, changed)).hostState, 'live');
      assert.equal((await world.get('dae.laocai.gov.vn', '/')).status, 200);
      const old = await world.get('snnmt.laocai.gov.vn', '/tin-tuc');
      assert.equal(old.status, 301);
      assert.equal(old.headers.location, 'http://dae.laocai.localhost:0/tin-tuc');
      // nobody else may have it, and going back to it is possible
      await assert.rejects(
        perform(technical, addHostname, { ...onMain('lao-cai/bacha'), host: 'snnmt.laocai.gov.vn' }),
        isRefusal('host-taken', 'host'),
      );
      await perform(technical, changeHostname, { ...onMain('lao-cai/snnmt'), host: 'snnmt.laocai.gov.vn' });
      assert.equal((await world.get('snnmt.laocai.gov.vn', '/')).status, 200);
      assert.equal((await world.get('dae.laocai.gov.vn', '/')).status, 301);
    });

    test('the name a portal answers to cannot be taken away; an extra one goes on leading to it', async () => {
      const technical = await world.as('lc.technical');
      const on = onMain('lao-cai/bacha');
      const { hostnameId } = await perform(technical, addHostname, { ...on, host: 'xabacha.laocai.gov.vn' });
      await perform(technical, retireHostname, { ...on, hostnameId });
      assert.equal((await world.get('xabacha.laocai.gov.vn', '/')).status, 301);
      const view = await findPortalView(world.app.ports, technical, on.portalId);
      const canonical = view?.names.find(({ name }) => name.is_canonical);
      await assert.rejects(
        perform(technical, retireHostname, { ...on, hostnameId: canonical?.name.id ?? 0 }),
        isRefusal('is-canonical'),
      );
    });

    test('a body renamed keeps its number and its old name with its dates', async () => {
      const technical = await world.as('lc.technical');
      const { bodyId, id } = world.portal('lao-cai/bacha');
      const renaming = {
        ...onMain('lao-cai/bacha'),
        ...{
          nameVi: 'Phường Bắc Hà',
          nameEn: 'Bắc Hà Ward',
          abbreviation: 'BACHA',
          kind: 'commune' as const,
        },
        ...{ validFrom: '2026-11-20', decision: 'Nghị quyết 9/NQ-UBTVQH' },
      };
      await assert.rejects(
        perform(technical, renameBody, { ...renaming, validFrom: '2026-06-30' }),
        isRefusal('name-too-early', 'validFrom'),
      );
      await assert.rejects(
        perform(technical, renameBody, { ...renaming, validFrom: '2027-01-01' }),
        isRefusal('date-ahead', 'validFrom'),
      );
      await perform(technical, renameBody, renaming);
      assert.match((await world.get('bacha.laocai.gov.vn', '/')).body, /Phường Bắc Hà/);
      const names = await publicly((db) => listBodyNames(db, bodyId));
      assert.deepEqual(
        names.map((one) => [one.name_vi, one.valid_from, one.valid_to]),
        [
          ['Phường Bắc Hà', '2026-11-20', null],
          ['Xã Bắc Hà', '2026-07-01', '2026-11-20'],
        ],
      );
      assert.equal((await publicly((db) => findPortal(db, id)))?.name_vi, 'Phường Bắc Hà');
    });

    test('QN-056: the sections and face of the main portal are its own content administrator’s, nobody else’s', async () => {
      const { id } = world.portal('lao-cai/main');
      const text = { nameVi: 'Khoa học', nameEn: 'Science', inMenu: false, freshWithinDays: null };
      const asked = { ...text, portalId: id, parentId: null, contentKind: 'other' as const };
      for (const stranger of ['lc.technical', 'lc.editor', 'lc.bacha.editor', 'lc.head']) {
        await assert.rejects(perform(await world.as(stranger), addSection, asked), NOT_PERMITTED, stranger);
      }
      const { sectionId } = await perform(await world.as('lc.content'), addSection, asked);
      assert.equal((await world.get('www.laocai.gov.vn', '/khoa-hoc')).status, 200);
      await perform(await world.as('lc.content'), retireSection, { portalId: id, sectionId });
      assert.equal((await world.get('www.laocai.gov.vn', '/khoa-hoc')).status, 404);
    });

    test('TB-034: a section can be added for what fits no other, and answers at once', async () => {
      const { id } = world.portal('thai-binh/main');
      const asked = {
        nameVi: 'Thông tin khác',
        nameEn: 'Other information',
        inMenu: true,
        freshWithinDays: null,
      };
      await perform(await world.as('tb.content'), addSection, {
        ...{ ...asked, portalId: id, parentId: null, contentKind: 'other' as const },
      });
      assert.equal((await world.get('www.thaibinh.gov.vn', '/thong-tin-khac')).status, 200);
      assert.match((await world.get('www.thaibinh.gov.vn', '/')).body, /Thông tin khác/);
    });

    test('a section renamed keeps its address; one moved up stands first', async () => {
      const { id, sections } = world.portal('lao-cai/main');
      const content = await world.as('lc.content');
      const news = sections.find((one) => one.code === 'news');
      assert.ok(news);
      const on = { portalId: id, sectionId: news.id };
      await perform(content, changeSection, {
        ...on,
        nameVi: 'Tin mới',
        nameEn: 'Latest',
        inMenu: true,
        freshWithinDays: 3,
      });
      assert.match((await world.get('www.laocai.gov.vn', '/tin-tuc')).body, /Tin mới/);
      await perform(content, moveSection, { ...on, direction: 'up' });
      const top = (await publicly((db) => listSections(db, id))).filter((one) => one.parent_id === null);
      assert.equal(top[0]?.id, news.id);
    });

    test('LC-028: a section the regulation demands cannot be taken out, nor one that still holds something', async () => {
      const { id, sections } = world.portal('lao-cai/main');
      const content = await world.as('lc.content');
      const statement = sections.find((one) => one.code === 'statement');
      await assert.rejects(
        perform(content, retireSection, { portalId: id, sectionId: statement?.id ?? 0 }),
        isRefusal('section-required'),
      );
      const text = { nameVi: 'Chuyên đề mẫu', nameEn: 'Sample topic', inMenu: false, freshWithinDays: null };
      const own = await perform(content, addSection, {
        ...{ ...text, portalId: id, parentId: null, contentKind: 'other' as const },
      });
      const { editionId } = await perform(await world.as('lc.editor'), createItem, {
        ...{ portalId: id, sectionId: own.sectionId, language: 'vi' as const },
        content: { ...EMPTY_CONTENT, title: 'Bản thảo của một chuyên đề' },
      });
      const on = { portalId: id, sectionId: own.sectionId };
      await assert.rejects(perform(content, retireSection, on), isRefusal('section-not-empty'));
      await perform(await world.as('lc.editor'), discardEdition, { portalId: id, editionId });
      await perform(content, retireSection, on);
    });

    test('a colour that cannot be read is refused at the form, with the nearest that can', async () => {
      const session = await world.signIn('www.laocai.gov.vn', 'lc.content');
      const path = `/ban-lam-viec/cong/${world.portal('lao-cai/main').id}/dien-mao`;
      const form = await world.get('www.laocai.gov.vn', path, { as: session });
      assert.equal(form.status, 200);
      const typed = {
        ...{ _token: tokenIn(form), colour: '#8aa5ff', scene: 'mountains', drawing: 'mountains' },
        ...{ questionVi: 'Bạn tìm gì?', questionEn: 'What are you looking for?' },
      };
      const tried = await world.post(
        'www.laocai.gov.vn',
        path,
        { ...typed, viec: 'thu-mau' },
        { as: session },
      );
      assert.equal(tried.status, 200);
      const [suggested = ''] = /Màu gần nhất dùng được là (#[0-9a-f]{6})/.exec(tried.body)?.slice(1) ?? [];
      const refused = await world.post('www.laocai.gov.vn', path, typed, { as: session });
      assert.equal(refused.status, 422);
      assert.match(refused.body, /value="#8aa5ff"/);
      const saved = await world.post(
        'www.laocai.gov.vn',
        path,
        { ...typed, colour: suggested },
        { as: session },
      );
      assert.equal(saved.status, 303);
      assert.equal(
        (await publicly((db) => findPortal(db, world.portal('lao-cai/main').id)))?.face.colour,
        suggested,
      );
    });

    test('contact facts changed stand at the foot of the next page', async () => {
      const { id } = world.portal('lao-cai/main');
      const before = await publicly((db) => findPortal(db, id));
      assert.ok(before);
      await world.get('www.laocai.gov.vn', '/lien-he');
      await perform(await world.as('lc.content'), changeContact, {
        portalId: id,
        contact: { ...before.contact, phone: '0214 111 1111' },
      });
      assert.match((await world.get('www.laocai.gov.vn', '/lien-he')).body, /0214 111 1111/);
      await assert.rejects(
        perform(await world.as('lc.technical'), changeFace, { portalId: id, face: before.face }),
        NOT_PERMITTED,
      );
    });

    test('LC-046: an editor is reminded of sections that have had nothing new for longer than their target', async () => {
      const editor = await world.as('lc.bacha.editor');
      const tasksNow = async () => (await portalsRoom.tasks?.(world.app.ports, editor, 'vi')) ?? [];
      assert.ok(
        !(await tasksNow()).some((task) => task.title.includes('Tin tức')),
        'news came three days ago',
      );
      world.setNow(new Date(world.app.ports.now().getTime() + 8 * DAY_MS));
      const task = (await tasksNow()).find((one) => one.title === 'Mục “Tin tức” đã 11 ngày chưa có tin');
      assert.ok(task);
      assert.match(task.action.href, /\/tin-bai\/moi\?cong=\d+&muc=\d+/);
      world.setNow(new Date(world.app.ports.now().getTime() - 8 * DAY_MS));
      assert.deepEqual(await portalsRoom.tasks?.(world.app.ports, await world.as('lc.overseer'), 'vi'), []);
    });

    test('LC-028: the technical administrator sees how complete each portal is, an editor no portal at all', async () => {
      const all = await listOverviews(world.app.ports, await world.as('lc.technical'));
      assert.equal(all.length, 3);
      assert.deepEqual(await listOverviews(world.app.ports, await world.as('lc.editor')), []);
      const bacHa = all.find((one) => one.portal.id === world.portal('lao-cai/bacha').id);
      assert.equal(bacHa?.completeness.filled, 1);
      const session = await world.signIn('www.laocai.gov.vn', 'lc.technical');
      const list = await world.get('www.laocai.gov.vn', '/ban-lam-viec/cong', { as: session });
      assert.match(list.body, /đủ 1 trong 7/);
      const english = await world.get(
        'www.laocai.gov.vn',
        `/en/desk/cong/${world.portal('lao-cai/bacha').id}`,
        {
          as: session,
        },
      );
      assert.match(english.body, /1 of 7 kept/);
    });

    test('LC-012, BG-004: what a commune publishes is gathered on the main portal', async () => {
      const home = await world.get('www.laocai.gov.vn', '/');
      assert.match(home.body, /Phát giống ngô vụ xuân cho các hộ đã đăng ký/);
      assert.match(home.body, /bacha\.laocai\.localhost/);
    });

    test('LC-005, LC-045: from every member one entrance and one search lead on, and back to the main portal', async () => {
      const member = await world.get('bacha.laocai.gov.vn', '/');
      assert.match(member.body, /href="http:\/\/www\.laocai\.localhost[^"]*"/);
      assert.match(member.body, /action="\/tim-kiem"/);
      const members = await world.get('www.laocai.gov.vn', '/cong-thanh-vien');
      assert.match(members.body, /snnmt\.laocai\.localhost/);
    });

    test('QN-002: the page of a department of Quảng Ngãi stands under the same regulation as the main portal', async () => {
      const page = await world.get('syt.quangngai.gov.vn', '/');
      assert.equal(page.status, 200);
      assert.match(page.body, /Trang thông tin điện tử/);
    });

    test('every desk page of this room answers in both languages', async () => {
      const session = await world.signIn('www.laocai.gov.vn', 'lc.technical');
      const content = await world.signIn('www.laocai.gov.vn', 'lc.content');
      const { id } = world.portal('lao-cai/main');
      const section = world.portal('lao-cai/main').sections[0]?.id;
      for (const base of ['/ban-lam-viec/cong', '/en/desk/cong']) {
        for (const path of ['', '?q=bac&loai=commune', '/mo', `/${id}`, `/${id}/ten-mien`]) {
          assert.equal(
            (await world.get('www.laocai.gov.vn', base + path, { as: session })).status,
            200,
            base + path,
          );
        }
        for (const path of [
          `/${id}`,
          `/${id}/muc`,
          `/${id}/muc/${section}`,
          `/${id}/dien-mao`,
          `/${id}/lien-he`,
        ]) {
          assert.equal(
            (await world.get('www.laocai.gov.vn', base + path, { as: content })).status,
            200,
            base + path,
          );
        }
      }
    });
  });
}
