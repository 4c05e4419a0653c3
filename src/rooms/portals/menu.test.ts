import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { publishFull } from '../../../tests/support/every-item.ts';
import { openWorld, type Session, tokenIn, type World } from '../../../tests/support/world.ts';
import { NOT_PERMITTED } from '../../platform/command/index.ts';
import { withdrawEdition } from '../publishing/index.ts';
import { closePortal, composeMenu, type Menu, type MenuEntry, portalsRoom, retireSection } from './index.ts';
import { findMenu } from './menu-store.ts';
import { addSection } from './section-commands.ts';

const HOST = 'www.laocai.gov.vn';
const MEMBER_HOST = 'bacha.laocai.gov.vn';
const none = { vi: '', en: '' };
const named = (vi: string, en: string) => ({ vi, en });
const page = (name: 'contact' | 'sitemap' | 'terms' | 'leaders'): MenuEntry => ({
  target: { kind: 'page', page: name },
  name: none,
});

for (const engine of engines()) {
  describe(`The menu of a portal, composed by its board on ${engine}`, () => {
    let world: World;
    let board: Session;
    let form: string;
    let item: Awaited<ReturnType<typeof publishFull>>;

    before(async () => {
      world = await openWorld(engine);
      board = await world.signIn(HOST, 'lc.board');
      form = `/ban-lam-viec/cong/${main()}/muc-luc`;
      item = await publishFull(world);
    });
    after(() => world.close());

    const main = () => world.portal('lao-cai/main').id;
    const section = (sectionId: number): MenuEntry => ({
      target: { kind: 'section', sectionId },
      name: none,
    });
    const news = () => section(world.sectionOf('lao-cai/main'));
    const compose = async (menu: Partial<Menu>, username = 'lc.board', portalId = main()) =>
      world.app.ports.perform(await world.as(username), composeMenu, {
        ...{ portalId, head: [news(), page('contact')] },
        foot: [{ title: named('Xem thêm', 'More'), entries: [page('terms'), page('sitemap')] }],
        ...menu,
      });
    const part = (body: string, element: 'nav class="mainnav"' | 'footer class="threshold"') => {
      const [name = ''] = element.split(' ');
      return new RegExp(`<${element}[\\s\\S]*?</${name}>`).exec(body)?.[0] ?? '';
    };
    const linksOf = (html: string) =>
      [...html.matchAll(/<a href="([^"]+)"[^>]*>([^<]*)<\/a>/g)].map(([, href, text]) => `${text} ${href}`);
    const head = async (path = '/', host = HOST) =>
      linksOf(part((await world.get(host, path)).body, 'nav class="mainnav"')).slice(0, -1);
    const foot = async (path = '/', host = HOST) =>
      linksOf(part((await world.get(host, path)).body, 'footer class="threshold"'));
    const tasksOf = async (username: string) =>
      (await portalsRoom.tasks?.(world.app.ports, await world.as(username), 'vi')) ?? [];

    test('who composes nothing keeps what there is: saving it unchanged leaves it following the sections', async () => {
      const before = [await head(), await foot(), await head('/en'), await foot('/en')];
      const shown = await world.get(HOST, form, { as: board });
      assert.equal(shown.status, 200);
      const sent = fieldsOf(shown.body);
      assert.equal((await world.post(HOST, form, sent, { as: board })).status, 303);
      assert.deepEqual([await head(), await foot(), await head('/en'), await foot('/en')], before);
      const { sectionId } = await world.app.ports.perform(await world.as('lc.content'), addSection, {
        ...{ portalId: main(), parentId: null, contentKind: 'news', nameVi: 'Chợ phiên', nameEn: 'Markets' },
        ...{ inMenu: true, freshWithinDays: null },
      });
      assert.ok((await head()).includes('Chợ phiên /cho-phien'));
      await world.app.ports.perform(await world.as('lc.content'), retireSection, {
        portalId: main(),
        sectionId,
      });
      assert.deepEqual(await head(), before[0]);
    });

    /** The fields of the page's form, as a browser would send them. */
    const fieldsOf = (body: string) => {
      const own = body.slice(body.indexOf('name="phan" value="menu"') - 300);
      const fields = new URLSearchParams([
        ['_token', tokenIn({ status: 200, headers: {}, body })],
        ['phan', 'menu'],
      ]);
      for (const [tag] of own.matchAll(/<input\b[^>]*>/g)) {
        const [, name = ''] = /\bname="([^"]+)"/.exec(tag) ?? [];
        const [, value = ''] = /\bvalue="([^"]*)"/.exec(tag) ?? [];
        if (/^(dong|ten|den|cot)/.test(name)) fields.append(name, value.replaceAll('&amp;', '&'));
      }
      return fields;
    };

    test('BG-040: each kind of line leads where it says, in both languages, under its own name or the one given', async () => {
      const member = world.portal('lao-cai/bacha');
      await compose({
        head: [
          { ...news(), name: named('Tin nóng', '') },
          { target: { kind: 'item', itemId: item.itemId }, name: none },
          page('leaders'),
          { target: { kind: 'portal', portalId: member.id }, name: none },
          {
            target: {
              kind: 'address',
              href: named('https://dichvucong.vi.du.vn', 'https://dichvucong.vi.du.vn/en'),
            },
            name: named('Dịch vụ công', 'Public services'),
          },
        ],
      });
      const { vi, en } = item;
      assert.deepEqual(await head(), [
        'Tin nóng /tin-tuc',
        `Chống rét cho trâu, bò /${vi.section}/${vi.article}`,
        'Lãnh đạo /lanh-dao',
        'Xã Bắc Hà http://bacha.laocai.localhost:0/',
        'Dịch vụ công https://dichvucong.vi.du.vn',
      ]);
      assert.deepEqual(await head('/en'), [
        'News /en/news',
        `Keeping buffaloes warm /en/${en.section}/${en.article}`,
        'Leaders /en/leaders',
        'Bắc Hà Commune http://bacha.laocai.localhost:0/en',
        'Public services https://dichvucong.vi.du.vn/en',
      ]);
      // the page one is on is marked, as the section of an article is
      const here = async (path: string) =>
        /<a href="([^"]+)" aria-current="page"/.exec(
          part((await world.get(HOST, path)).body, 'nav class="mainnav"'),
        )?.[1];
      assert.equal(await here('/lanh-dao'), '/lanh-dao');
      assert.equal(await here(`/${vi.section}/${vi.article}`), '/tin-tuc');
    });

    test('BG-023, LC-039: the site map and contact lead on from every page, whatever the board leaves out', async () => {
      await compose({ head: [news()], foot: [{ title: named('Ít thôi', ''), entries: [page('terms')] }] });
      for (const path of ['/', '/tin-tuc', '/so-do', '/en'])
        assert.deepEqual(
          (await foot(path)).filter((link) => /(so-do|lien-he|sitemap|contact)$/.test(link)).length,
          2,
          path,
        );
    });

    test('LC-028: a section the regulation demands may be left out of the menu; the board is told, and the site map has it', async () => {
      await compose({ head: [news()] });
      const composer = await world.get(HOST, form, { as: board });
      assert.match(composer.body, /Mục quy chế yêu cầu mà mục lục không dẫn đến: Giới thiệu \(Đ8\.1\.a\)/);
      assert.match((await world.get(HOST, '/so-do')).body, /<a href="\/gioi-thieu">Giới thiệu<\/a>/);
      // and whoever looks after the sections is told that their marks count no more
      const content = await world.signIn(HOST, 'lc.content');
      const sections = await world.get(HOST, form.replace('muc-luc', 'muc'), { as: content });
      assert.match(sections.body, /đã xếp riêng mục lục/);
    });

    test('what is taken down, taken out or closed leaves the menu by itself, and the board is told', async () => {
      const { ports } = world.app;
      const content = await world.as('lc.content');
      const { sectionId } = await ports.perform(content, addSection, {
        ...{
          portalId: main(),
          parentId: null,
          contentKind: 'news',
          nameVi: 'Hội xuân',
          nameEn: 'Spring fair',
        },
        ...{ inMenu: true, freshWithinDays: null },
      });
      const heir = world.portal('lao-cai/snnmt').id;
      await compose({
        head: [
          news(),
          section(sectionId),
          { target: { kind: 'item', itemId: item.itemId }, name: none },
          { target: { kind: 'portal', portalId: heir }, name: none },
        ],
      });
      assert.deepEqual([(await head()).length, (await head('/so-do')).length], [4, 4]);
      const life = await world.get(HOST, `/ban-lam-viec/tin-bai/${item.itemId}/vong-doi`, {
        as: await world.signIn(HOST, 'lc.editor'),
      });
      assert.match(life.body, /Mục lục, chân trang của cổng/);

      await ports.perform(content, retireSection, { portalId: main(), sectionId });
      assert.deepEqual([(await head()).length, (await head('/so-do')).length], [3, 3]);
      const board = await world.as('lc.board');
      await ports.perform(board, withdrawEdition, {
        ...{ portalId: main(), editionId: item.editionId, reason: 'Đăng nhầm số liệu.' },
      });
      // its English copy is still public: the line goes on leading there, and says which language it is in
      assert.match(
        part((await world.get(HOST, '/')).body, 'nav class="mainnav"'),
        /<a href="\/en\/[^"]+" lang="en" hreflang="en">Keeping buffaloes warm<\/a>/,
      );
      const english = await world.database.database.transaction({ as: 'system' }, (tx) =>
        tx.statement(
          `select id from edition where item_id = ${item.itemId} and language = 'en' and state = 'published'`,
          [],
        ),
      );
      const [{ id: editionId } = { id: 0 }] = english.rows as { id: number }[];
      await ports.perform(board, withdrawEdition, {
        ...{ portalId: main(), editionId: Number(editionId), reason: 'Đăng nhầm số liệu.' },
      });
      // also on a page that shows nothing else of what changed
      assert.deepEqual([(await head()).length, (await head('/so-do')).length], [2, 2]);
      await ports.perform(await world.as('lc.technical'), closePortal, {
        ...{ mainPortalId: main(), portalId: heir, closedOn: '2026-11-20', decision: '9/QĐ-UBND' },
        successorPortalId: main(),
      });
      assert.deepEqual(await head(), ['Tin tức /tin-tuc']);

      const as = await world.signIn(HOST, 'lc.board');
      const composer = await world.get(HOST, form, { as });
      assert.match(composer.body, /3 dòng không còn dẫn đến đâu/);
      assert.match(composer.body, /<strong>Hội xuân<\/strong>/);
      assert.match(
        composer.body,
        /<strong>Chống rét cho trâu, bò<\/strong>|<strong>Keeping buffaloes warm<\/strong>/,
      );
      const [task] = (await tasksOf('lc.board')).filter(({ id }) => id === `portals:menu:${main()}`);
      assert.match(task?.title ?? '', /3 dòng/);
      assert.deepEqual(
        (await tasksOf('lc.editor')).filter(({ id }) => id.startsWith('portals:menu')),
        [],
      );
      // what is kept may hold them: it can be saved without tidying up first
      const again = await world.post(HOST, form, fieldsOf(composer.body), { as });
      assert.equal(again.status, 303);
    });

    test('lines are added, looked for, moved and taken out without saving anything or losing what is typed', async () => {
      const before = await head();
      const page = await world.get(HOST, form, { as: board });
      const start = fieldsOf(page.body);
      const press = async (fields: URLSearchParams, extra: Record<string, string>) => {
        const sent = new URLSearchParams([...fields, ...Object.entries(extra)]);
        const answer = await world.post(HOST, form, sent, { as: board });
        return { answer, fields: fieldsOf(answer.body) };
      };
      const found = await press(start, { viec: 'find', tim: 'nuoc', vao: '0' });
      const [, itemId = ''] = /value="item (\d+)"/.exec(found.answer.body) ?? [];
      assert.ok(itemId, 'a public item is found by its title without marks');
      const added = await press(found.fields, { viec: `item ${itemId}`, vao: '0', moiTenVi: 'Đang gõ dở' });
      assert.ok(added.fields.getAll('dong').includes(`0:item-${itemId}`));
      assert.match(added.answer.body, /Đã thêm “[^”]+” vào cuối “Mục lục đầu trang”\. Chưa lưu\./);
      assert.match(added.answer.body, /value="Đang gõ dở"/);
      const at = added.fields.getAll('dong').indexOf(`0:item-${itemId}`);
      const moved = await press(added.fields, { viec: `up ${at}` });
      assert.equal(moved.fields.getAll('dong')[at - 1], `0:item-${itemId}`);
      const out = await press(moved.fields, { viec: `out ${at - 1}` });
      assert.deepEqual(out.fields.getAll('dong'), start.getAll('dong'));
      const twice = await press(start, {
        viec: 'add section',
        vao: '0',
        'chon-section': String(world.sectionOf('lao-cai/main')),
      });
      assert.equal(twice.answer.status, 422);
      assert.match(twice.answer.body, /href="#vao"/);
      assert.deepEqual(await head(), before);
    });

    test('a preview shows the menu as it is typed, open, and saves nothing', async () => {
      const before = await head();
      const page = await world.get(HOST, form, { as: board });
      const sent = fieldsOf(page.body);
      sent.append('dong', '0:page-leaders');
      const answer = await world.post(HOST, form.replace('muc-luc', 'xem-thu'), sent, { as: board });
      assert.equal(answer.status, 200);
      assert.ok(linksOf(part(answer.body, 'nav class="mainnav"')).includes('Lãnh đạo /lanh-dao'));
      assert.match(answer.body, /<details class="menu" open/);
      assert.deepEqual(await head(), before);
    });

    test('an editor, the board of another portal, and a section of another portal have no part in it', async () => {
      const editor = await world.signIn(HOST, 'lc.editor');
      assert.ok([403, 404].includes((await world.get(HOST, form, { as: editor })).status));
      await assert.rejects(compose({}, 'lc.editor'), (error) => error === NOT_PERMITTED);
      await assert.rejects(
        compose({}, 'lc.board', world.portal('lao-cai/bacha').id),
        (error) => error === NOT_PERMITTED,
      );
      await assert.rejects(compose({ head: [section(world.sectionOf('lao-cai/bacha'))] }), {
        code: 'menu-unknown',
      });
      const foreign = world.items['lao-cai/bacha']?.itemId ?? 0;
      await assert.rejects(compose({ head: [{ target: { kind: 'item', itemId: foreign }, name: none }] }), {
        code: 'menu-unknown',
      });
    });

    test('BG-040: a member composes its own, and the main portal keeps what it has', async () => {
      const before = await head();
      const usualOfMember = await head('/', MEMBER_HOST);
      const portalId = world.portal('lao-cai/bacha').id;
      const newsOfMember = section(world.sectionOf('lao-cai/bacha'));
      await compose(
        { head: [{ ...newsOfMember, name: named('Tin xã', 'News') }] },
        'lc.bacha.editor',
        portalId,
      );
      assert.deepEqual(await head('/', MEMBER_HOST), ['Tin xã /tin-tuc']);
      assert.deepEqual(await head(), before);
      // and back to the usual, which is nothing kept
      const as = await world.signIn(MEMBER_HOST, 'lc.bacha.editor');
      const address = form.replace(String(main()), String(portalId));
      const page = await world.get(MEMBER_HOST, address, { as });
      const pressed = fieldsOf(page.body);
      pressed.append('viec', 'usual');
      const usual = await world.post(MEMBER_HOST, address, pressed, { as });
      assert.equal((await head('/', MEMBER_HOST)).length, 1);
      assert.equal((await world.post(MEMBER_HOST, address, fieldsOf(usual.body), { as })).status, 303);
      assert.deepEqual(await head('/', MEMBER_HOST), usualOfMember);
      assert.deepEqual(await world.database.database.publicly((db) => findMenu(db, portalId)), {});
    });
  });
}
