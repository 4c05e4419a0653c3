import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { openWorld, type Session, tokenIn, type World } from '../../../tests/support/world.ts';
import { Refusal } from '../../rules/refusal.ts';
import { movedIn, orderIn, readHome, writeHome } from './home-forms.ts';
import { blocksFor, checkHome, HOME_BLOCKS, homeLayout, MAX_HOME_SECTIONS } from './home-layout.ts';
import { changeFace } from './section-commands.ts';
import { findPortal, type HomeBlockCode } from './store.ts';

const MAIN = { is_main: true, face: {} };
const MEMBER = { is_main: false, face: {} };
const SECTIONS = Array.from({ length: 9 }, (_, i) => ({ id: i + 1 }));

const blocks = (...codes: string[]) => codes.map((code) => ({ code: code as HomeBlockCode }));
const refused = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return assert.fail('nothing was refused');
};

describe('What a first page is made of', () => {
  test('a portal that arranged nothing has every part that says something on it', () => {
    assert.deepEqual(
      homeLayout(MAIN).map(({ code }) => code),
      HOME_BLOCKS.filter((code) => code !== 'office'),
    );
    assert.ok(!blocksFor(MEMBER).includes('members'));
  });

  test('a part that no longer fits the portal is passed over', () => {
    const face = { home: blocks('members', 'newest') };
    assert.deepEqual(homeLayout({ is_main: false, face }), blocks('newest'));
  });

  test('what cannot be arranged is refused, each with its code', () => {
    const wishes = (over: object) => ({ blocks: blocks('newest'), links: [], ...over });
    const link = { title: { vi: 'Dịch vụ công', en: '' }, href: { vi: 'https://vi.du.vn', en: '' } };
    const check = (over: object) => () => checkHome(MAIN, SECTIONS, wishes(over));
    assert.equal(refused(check({ blocks: [] })), 'home-empty');
    assert.equal(refused(check({ blocks: blocks('newest', 'newest') })), 'blocks-unknown');
    assert.equal(refused(check({ blocks: blocks('carousel') })), 'blocks-unknown');
    const many = SECTIONS.slice(0, MAX_HOME_SECTIONS + 1).map(({ id }) => id);
    assert.equal(refused(check({ blocks: [{ code: 'sections', sectionIds: many }] })), 'too-many-sections');
    for (const vi of ['javascript:alert(1)', '//vi.du.vn', 'vi.du.vn', '/\\vi.du.vn', 'https://', ''])
      assert.equal(refused(check({ links: [{ ...link, href: { vi, en: '' } }] })), 'link-address');
    assert.equal(refused(check({ links: [{ ...link, title: { vi: ' ', en: '' } }] })), 'link-title-missing');
    assert.deepEqual(checkHome(MAIN, SECTIONS, wishes({ links: [link] })).links, [
      {
        title: { vi: 'Dịch vụ công', en: 'Dịch vụ công' },
        href: { vi: 'https://vi.du.vn', en: 'https://vi.du.vn' },
      },
    ]);
  });

  test('a section of another portal is not taken', () => {
    const { home } = checkHome(MAIN, SECTIONS, {
      blocks: [{ code: 'sections', sectionIds: [3, 77, 1] }],
      links: [],
    });
    assert.deepEqual(home, [{ code: 'sections', sectionIds: [3, 1] }]);
  });

  test('the form says what the portal has, and comes back as it was', () => {
    const face = {
      home: [{ code: 'sections' as const, sectionIds: [2, 5] }, ...blocks('newest')],
      links: [{ title: { vi: 'A', en: 'B' }, href: { vi: '/lien-he', en: '/en/contact' } }],
    };
    const portal = { is_main: true, face };
    const read = readHome(writeHome(portal), portal);
    assert.deepEqual(read, { blocks: face.home, links: face.links });
  });

  test('a part moves one place, and no part is lost at either end', () => {
    const form = writeHome(MAIN);
    const before = orderIn(form, MAIN);
    assert.deepEqual(orderIn(movedIn(form, MAIN, 'newest', 'up'), MAIN).slice(0, 2), ['newest', 'tasks']);
    for (const [code, by] of [
      ['tasks', 'up'],
      ['members', 'down'],
      ['carousel', 'up'],
    ] as const)
      assert.deepEqual(orderIn(movedIn(form, MAIN, code, by), MAIN), before);
  });
});

for (const engine of engines()) {
  describe(`The first page of a portal, arranged by its board on ${engine}`, () => {
    let world: World;
    let board: Session;
    const HOST = 'www.laocai.gov.vn';
    let form: string;

    before(async () => {
      world = await openWorld(engine);
      board = await world.signIn(HOST, 'lc.board');
      form = `/ban-lam-viec/cong/${world.portal('lao-cai/main').id}/trang-dau`;
    });
    after(() => world.close());

    const fields = async (over: [string, string][]) => {
      const page = await world.get(HOST, form, { as: board });
      return new URLSearchParams([['_token', tokenIn(page)], ['phan', 'home'], ...over]);
    };
    const LINK: [string, string][] = [
      ['link1TitleVi', 'Cổng dịch vụ công'],
      ['link1HrefVi', 'https://dichvucong.vi.du.vn'],
    ];

    test('LC-044, LC-092: the board puts links to its other channels on the first page, in the place it wants', async () => {
      const sent = await fields([
        ['block', 'links'],
        ['block', 'members'],
        ['show-links', '1'],
        ['show-members', '1'],
        ...LINK,
      ]);
      const answer = await world.post(HOST, form, sent, { as: board });
      assert.equal(answer.status, 303);
      const home = await world.get(HOST, '/');
      assert.ok(home.body.includes('https://dichvucong.vi.du.vn'));
      assert.ok(home.body.indexOf('lien-ket') < home.body.indexOf('cong-thanh-vien'));
      assert.ok(!home.body.includes('id="tin-moi"'));
    });

    test('a preview shows what is typed and saves nothing', async () => {
      const sent = await fields([
        ['block', 'newest'],
        ['show-newest', '1'],
      ]);
      const preview = form.replace('trang-dau', 'xem-thu');
      const answer = await world.post(HOST, preview, sent, { as: board });
      assert.equal(answer.status, 200);
      assert.ok(!answer.body.includes('https://dichvucong.vi.du.vn'));
      assert.ok((await world.get(HOST, '/')).body.includes('https://dichvucong.vi.du.vn'));
      const css = /href="([^"]+mau\.css[^"]+)"/.exec(answer.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const theme = await world.get(HOST, css, { as: board });
      assert.equal(theme.status, 200);
      assert.ok(theme.headers['content-type']?.startsWith('text/css'));
    });

    test('moving a part keeps everything typed and saves nothing', async () => {
      const sent = await fields([
        ['block', 'newest'],
        ['block', 'members'],
        ['show-members', '1'],
        ['link2TitleVi', 'Đang gõ dở'],
        ['viec', 'up members'],
      ]);
      const answer = await world.post(HOST, form, sent, { as: board });
      assert.equal(answer.status, 200);
      assert.ok(answer.body.includes('Đang gõ dở'));
      assert.ok(answer.body.indexOf('value="members"') < answer.body.indexOf('value="newest"'));
    });

    test('an address that leads nowhere is refused at its field, with everything typed', async () => {
      const sent = await fields([
        ['show-newest', '1'],
        ['link1TitleVi', 'Liên kết lạ'],
        ['link1HrefVi', 'javascript:alert(1)'],
      ]);
      const answer = await world.post(HOST, form, sent, { as: board });
      assert.equal(answer.status, 422);
      assert.ok(answer.body.includes('href="#link1HrefVi"'));
      assert.ok(answer.body.includes('Liên kết lạ'));
    });

    test('an editor, and the board of another portal, cannot arrange it', async () => {
      const editor = await world.signIn(HOST, 'lc.editor');
      const sent = await fields([['show-newest', '1']]);
      assert.ok([403, 404].includes((await world.get(HOST, form, { as: editor })).status));
      assert.ok([403, 404].includes((await world.post(HOST, form, sent, { as: editor })).status));
      const other = form.replace(/cong\/\d+/, `cong/${world.portal('lao-cai/bacha').id}`);
      assert.ok([403, 404].includes((await world.get(HOST, other, { as: board })).status));
      const preview = other.replace('trang-dau', 'xem-thu');
      assert.ok([403, 404].includes((await world.post(HOST, preview, sent, { as: board })).status));
    });

    test('whoever changes the colour leaves the first page as the board arranged it', async () => {
      const { id } = world.portal('lao-cai/main');
      const portal = await world.database.database.publicly((db) => findPortal(db, id));
      assert.ok(portal?.face.links);
      const { home: _home, links: _links, ...face } = portal.face;
      await world.app.ports.perform(await world.as('lc.content'), changeFace, {
        portalId: id,
        face: { ...face, scene: 'rice' },
      });
      const changed = await world.database.database.publicly((db) => findPortal(db, id));
      assert.equal(changed?.face.scene, 'rice');
      assert.deepEqual(changed?.face.links, portal.face.links);
    });
  });
}
