import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { hasNu, nuFindings } from '../../../tests/support/nu.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { readXml } from '../../../tests/support/xml.ts';
import { joinValues } from '../../rules/metadata/index.ts';
import {
  approveEdition,
  checkEdition,
  saveEdition,
  startEdition,
  submitEdition,
} from '../publishing/index.ts';

const HOST = 'www.laocai.gov.vn';

/** Name → content of the DC elements in a head. */
function tagsOf(html: string): Record<string, string> {
  const head = html.slice(0, html.indexOf('</head>'));
  return Object.fromEntries(
    [...head.matchAll(/<meta name="DC\.([a-z]+)" content="([^"]*)"/g)].map(([, name = '', content = '']) => [
      name,
      content,
    ]),
  );
}

for (const engine of engines()) {
  describe(`LC-011 BG-021: metadata of public pages on ${engine}`, () => {
    const ground = publishingGround(engine);
    let news: string;
    let decision: string;
    const originOf = () => ground.world.app.ports.settings.originOf(HOST);

    before(async () => {
      await ground.open();
      news = await publish('news', contentOf('Chợ phiên mở lại; mời bà con'));
      decision = await publish(
        'documents',
        contentOf('Quyết định về lịch chợ phiên', {
          summary: '',
          bodyHtml: '<p>Điều 1. Chợ phiên họp vào chủ nhật.</p>',
          facts: {
            ...{
              number: '07/2019/QĐ-UBND',
              type: 'Quyết định',
              issuer: 'UBND tỉnh Mây Ngàn',
              issuedOn: '2019-03-02',
            },
            ...{ signer: 'Hoàng Văn Mẫu' },
          },
        }),
      );
    });
    after(() => ground.close());

    /** @returns the address of the item */
    async function publish(kind: string, content: ReturnType<typeof contentOf>): Promise<string> {
      const made = await ground.write('lc.editor', 'lao-cai/main', content, kind);
      await ground.perform(ground.one('lc.editor'), submitEdition, made);
      await ground.perform(ground.one('lc.checker'), checkEdition, made);
      await ground.perform(ground.one('lc.head'), approveEdition, made);
      const { headers } = await ground.world.get(HOST, `/bai/${made.itemId}`);
      return headers.location ?? assert.fail('the item has no address');
    }

    test('a news item says what it is in its head, one value where a semicolon stood', async () => {
      const { body } = await ground.world.get(HOST, news);
      const tags = tagsOf(body);
      assert.equal(tags.title, 'Chợ phiên mở lại, mời bà con');
      assert.equal(tags.creator, 'Ban Biên tập');
      assert.equal(tags.description, 'Tóm tắt.');
      assert.equal(tags.date, '2026-11-20');
      assert.equal(tags.identifier, `${originOf()}${news}`);
      assert.equal(tags.language, 'vi');
      assert.ok(tags.publisher && tags.subject && tags.rights);
      assert.match(body, /<link rel="schema.DC" href="http:\/\/purl.org\/dc\/elements\/1.1\/"/);
    });

    test('a signed text names issuer, day of issue, number and signer', async () => {
      const tags = tagsOf((await ground.world.get(HOST, decision)).body);
      assert.deepEqual(
        [tags.creator, tags.publisher, tags.date, tags.type],
        ['UBND tỉnh Mây Ngàn', 'UBND tỉnh Mây Ngàn', '2019-03-02', 'Text; Quyết định'],
      );
      assert.equal(tags.identifier, `${originOf()}${decision}; 07/2019/QĐ-UBND`);
      assert.match(tags.contributor ?? '', /^Hoàng Văn Mẫu; /);
    });

    test('the same elements are a file below the address of the item, named in its head', async () => {
      const { body } = await ground.world.get(HOST, decision);
      const [, href] =
        /<link rel="alternate" type="application\/xml" title="[^"]*" href="([^"]+)"/.exec(body) ?? [];
      assert.equal(href, `${decision}/dc.xml`);
      const file = await ground.world.get(HOST, href ?? '');
      assert.equal(file.status, 200);
      assert.match(file.headers['content-type'] ?? '', /^application\/xml/);
      assert.match(file.body, /<dc:identifier>07\/2019\/QĐ-UBND<\/dc:identifier>/);
      assert.match(file.body, /<dc:title xml:lang="vi">Quyết định về lịch chợ phiên<\/dc:title>/);
    });

    test('what is not public has no elements: drafts, items of other portals, numbers nobody has', async () => {
      const draft = await ground.write('lc.editor', 'lao-cai/main', contentOf('Một bản thảo của phép thử'));
      for (const path of [
        `/tin-tuc/x-${draft.itemId}/dc.xml`,
        '/tin-tuc/x-999999/dc.xml',
        '/tin-tuc/x/dc.xml',
      ])
        assert.equal((await ground.world.get(HOST, path)).status, 404, path);
      const foreign = await ground.world.get('bacha.laocai.gov.vn', `${decision}/dc.xml`);
      assert.equal(foreign.status, 404);
    });

    const PAGES: readonly [page: string, path: string, title: RegExp][] = [
      ['home', '/', /^Tỉnh Lào Cai$/],
      ['home in English', '/en', /Lào Cai/],
      ['a section', '/tin-tuc', /^Tin tức$/],
      ['the introduction', '/gioi-thieu', /^Giới thiệu$/],
      ['the list of documents', '/van-ban', /^Văn bản/],
      ['questions and answers', '/hoi-dap', /^Hỏi/],
      ['contact', '/lien-he', /./],
      ['the site map in English', '/en/sitemap', /./],
      ['terms', '/dieu-khoan', /./],
    ];
    for (const [page, path, title] of PAGES)
      test(`${page} says what it is in its head, and the same in its files`, async () => {
        const { body, status } = await ground.world.get(HOST, path);
        assert.equal(status, 200, path);
        const tags = tagsOf(body);
        assert.match(tags.title ?? '', title);
        for (const name of [
          'title',
          'creator',
          'date',
          'description',
          'publisher',
          'identifier',
          'language',
          'rights',
        ])
          assert.ok(tags[name]?.trim(), `${path}: ${name}`);
        assert.equal(tags.identifier, originOf() + path);
        assert.equal(tags.language, path.startsWith('/en') ? 'en' : 'vi');
        const below = path === '/' ? '' : path;
        const file = await ground.world.get(HOST, `${below}/dc.xml`);
        assert.equal(file.status, 200);
        const given = readXml(file.body).children.map(({ name, text }) => [name.slice('dc:'.length), text]);
        for (const [name, content] of Object.entries(tags)) {
          const values = given.filter(([one]) => one === name).map(([, text = '']) => text);
          assert.equal(joinValues(values), content.replaceAll('&amp;', '&').replaceAll('&quot;', '"'), name);
        }
        const json = await ground.world.get(HOST, `${below}/dc.json`);
        assert.match(json.headers['content-type'] ?? '', /^application\/ld\+json/);
        assert.equal(JSON.parse(json.body)['dc:identifier'][0], originOf() + path);
      });

    test('pages of other rooms say it too, a search and what is not there say nothing', async () => {
      for (const path of ['/thoi-han', '/dung-han', '/rss', '/cong-thanh-vien'])
        assert.ok(tagsOf((await ground.world.get(HOST, path)).body).title, path);
      for (const path of ['/tim-kiem?q=cho', '/khong-co-trang-nay'])
        assert.deepEqual(tagsOf((await ground.world.get(HOST, path)).body), {}, path);
    });

    test('they are made anew as soon as another edition is public, on the item, its section and home', async () => {
      const [, itemId = ''] = /-(\d+)$/.exec(news) ?? [];
      ground.world.setNow(new Date('2026-11-24T09:00:00+07:00'));
      const where = { portalId: ground.portal('lao-cai/main').id, itemId: Number(itemId) };
      const { editionId } = await ground.perform(ground.one('lc.editor'), startEdition, {
        ...{ ...where, language: 'vi' as const },
      });
      const sectionId = ground.sectionOf('lao-cai/main');
      const edition = { portalId: where.portalId, editionId };
      await ground.perform(ground.one('lc.editor'), saveEdition, {
        ...{ ...edition, version: 1, sectionId },
        content: contentOf('Chợ phiên đổi ngày', { summary: 'Từ nay họp thứ bảy.' }),
      });
      await ground.perform(ground.one('lc.editor'), submitEdition, edition);
      await ground.perform(ground.one('lc.checker'), checkEdition, edition);
      const before = tagsOf((await ground.world.get(HOST, news)).body);
      assert.equal(before.title, 'Chợ phiên mở lại, mời bà con');
      await ground.perform(ground.one('lc.head'), approveEdition, edition);
      const moved = await ground.world.get(HOST, news);
      const path = moved.headers.location ?? news;
      const tags = tagsOf((await ground.world.get(HOST, path)).body);
      assert.deepEqual([tags.title, tags.description], ['Chợ phiên đổi ngày', 'Từ nay họp thứ bảy.']);
      const dated = async (at: string) => tagsOf((await ground.world.get(HOST, at)).body).date;
      assert.deepEqual([await dated('/tin-tuc'), await dated('/')], ['2026-11-20', '2026-11-20']);
      await publish('news', contentOf('Tin của hôm nay'));
      assert.deepEqual([await dated('/tin-tuc'), await dated('/')], ['2026-11-24', '2026-11-24']);
    });

    if (hasNu())
      test('QN-047: the head is valid HTML', async () => {
        const pages = [];
        for (const path of [news, decision, '/', '/van-ban', '/en/sitemap'])
          pages.push({ name: path, html: (await ground.world.get(HOST, path)).body });
        assert.deepEqual(await nuFindings(pages), []);
      });
  });
}
