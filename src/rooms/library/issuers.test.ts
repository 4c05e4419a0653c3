import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { hasNu, nuFindings } from '../../../tests/support/nu.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { addIssuer, addSuccession } from '../portals/index.ts';
import { approveEdition, checkEdition, submitEdition } from '../publishing/index.ts';

const HOST = 'www.laocai.gov.vn';

/** Number, issuer as printed, day of issue. */
const TEXTS = {
  media: ['11/2023/QĐ-STTTT', 'SỞ THÔNG TIN VÀ TRUYỀN THÔNG', '2023-04-05'],
  mediaShort: ['12/2024/QĐ-STTTT', 'Sở TT&TT', '2024-05-06'],
  science: ['13/2026/QĐ-SKHCN', 'Sở Khoa học và Công nghệ', '2026-06-07'],
  committee: ['14/2026/QĐ-UBND', 'UBND tỉnh Mẫu', '2026-07-08'],
  committeeLoud: ['15/2026/QĐ-UBND', 'UỶ BAN NHÂN DÂN TỈNH MẪU', '2026-08-09'],
  ministry: ['16/2026/TT-BM', 'Bộ Mẫu', '2026-09-10'],
  early: ['17/2005/QĐ-SCN', 'Sở Công nghiệp', '2005-01-02'],
  late: ['18/2026/QĐ-SCN', 'Sở Công nghiệp', '2026-10-11'],
} as const;

for (const engine of engines()) {
  describe(`documents and those who issued them on ${engine}`, () => {
    const ground = publishingGround(engine);
    const items = new Map<string, number>();

    before(async () => {
      await ground.open();
      for (const [name, [number, issuer, issuedOn]] of Object.entries(TEXTS)) {
        const facts = { number, issuer, issuedOn, type: 'Quyết định', inForceFrom: issuedOn };
        const bodyHtml = '<h3>Điều 1. Việc trực tết</h3><p>Trực tết theo lịch.</p>';
        const content = contentOf(`Văn bản thử về trực tết ${number}`, { bodyHtml, facts });
        const made = await ground.write('lc.editor', 'lao-cai/main', content, 'documents');
        await ground.perform(ground.one('lc.editor'), submitEdition, made);
        await ground.perform(ground.one('lc.checker'), checkEdition, made);
        await ground.perform(ground.one('lc.board'), approveEdition, made);
        items.set(name, made.itemId);
      }
      await ground.world.app.ports.jobs.drain();
    });
    after(() => ground.close());

    const listed = async (query: string, path = '/van-ban') => {
      const { body } = await ground.world.get(HOST, `${path}?${new URLSearchParams(query)}`);
      const numbers = Object.entries(TEXTS).filter(([, [number]]) => body.includes(`>${number}<`));
      return { body, found: numbers.map(([name]) => name).sort() };
    };
    const found = async (query: string) => {
      const { body } = await ground.world.get(HOST, `/tim-kiem?${new URLSearchParams(query)}`);
      const titles = Object.entries(TEXTS).filter(([, [number]]) => body.includes(`· ${number}`));
      return { body, found: titles.map(([name]) => name).sort() };
    };
    const pageOf = async (name: string) => {
      const moved = await ground.world.get(HOST, `/bai/${items.get(name)}`);
      return (await ground.world.get(HOST, moved.headers.location ?? '')).body;
    };
    const optionsIn = (body: string, name: string) => {
      const [, inside = ''] =
        new RegExp(`<select[^>]*name="${name}"[^>]*>(.*?)</select>`, 's').exec(body) ?? [];
      return [...inside.matchAll(/<option[^>]*>([^<]*)<\/option>/g)].map(([, text]) => text);
    };

    test('QN-027, LC-035, TB-016: texts of every level are found by who issued them, however it is written', async () => {
      assert.deepEqual((await listed('co-quan=Ủy ban nhân dân tỉnh Mẫu')).found, [
        'committee',
        'committeeLoud',
      ]);
      assert.deepEqual((await listed('co-quan=UBND tỉnh Mẫu')).found, ['committee', 'committeeLoud']);
      assert.deepEqual((await listed('co-quan=bộ mẫu')).found, ['ministry']);
      assert.deepEqual((await found('q=trực tết&ban-hanh=Ủy ban nhân dân tỉnh mẫu')).found, [
        'committee',
        'committeeLoud',
      ]);
      assert.deepEqual((await found('q=trực tết&ban-hanh=Sở Không Có')).found, []);
      const options = optionsIn((await listed('')).body, 'co-quan');
      assert.equal(
        options.filter((one) => /mẫu$/i.test(one ?? '') && /nhân dân|UBND/i.test(one ?? '')).length,
        1,
      );
    });

    test('before the register knows better, a page says what is printed and nothing more', async () => {
      assert.match(await pageOf('media'), /<dd>SỞ THÔNG TIN VÀ TRUYỀN THÔNG<\/dd>/);
      assert.deepEqual((await listed('co-quan=Sở Khoa học và Công nghệ')).found, ['science']);
    });

    test('once a successor is on record, pages, lists and searches follow at once, and say so', async () => {
      const technical = ground.one('lc.technical');
      const on = { mainPortalId: ground.portal('lao-cai/main').id };
      const add = (name: string, forms: string[], firstOn = '', lastOn = '') =>
        ground.perform(technical, addIssuer, { ...on, name, forms, firstOn, lastOn });
      const media = await add('Sở Thông tin và Truyền thông', ['Sở TT&TT'], '', '2025-02-28');
      const science = await add('Sở Khoa học và Công nghệ', []);
      const press = await add('Sở Báo chí', []);
      for (const toId of [science.id, press.id])
        await ground.perform(technical, addSuccession, {
          ...{ ...on, fromId: media.id, toId },
          ...{ on: '2025-03-01', basis: 'Nghị quyết (mẫu)' },
        });
      assert.match(
        await pageOf('media'),
        /SỞ THÔNG TIN VÀ TRUYỀN THÔNG \(từ 01\/03\/2025: Sở Khoa học và Công nghệ; từ 01\/03\/2025: Sở Báo chí\)/,
      );
      const list = await listed('co-quan=Sở Khoa học và Công nghệ');
      assert.deepEqual(list.found, ['media', 'mediaShort', 'science']);
      assert.match(list.body, /Gồm cả văn bản của cơ quan mà Sở Khoa học và Công nghệ kế thừa: Sở Thông tin/);
      assert.deepEqual((await listed('co-quan=Sở TT&TT'.replace('&', '%26'))).found, ['media', 'mediaShort']);
      assert.deepEqual((await listed('co-quan=Sở Báo chí')).found, ['media', 'mediaShort']);
      const search = await found('q=trực tết&ban-hanh=Sở Khoa học và Công nghệ');
      assert.deepEqual(search.found, ['media', 'mediaShort', 'science']);
      assert.match(search.body, /Gồm cả văn bản của cơ quan mà Sở Khoa học và Công nghệ kế thừa/);
      const facets = optionsIn((await found('q=trực tết')).body, 'ban-hanh');
      assert.ok(facets.includes('Sở Khoa học và Công nghệ (3)'), facets.join());
      assert.ok(facets.includes('Sở Thông tin và Truyền thông (2)'), facets.join());
      const english = await ground.world.get(HOST, `/en/bai/${items.get('media')}`);
      assert.notEqual(english.status, 500);
    });

    test('a chosen day shows who held it on that day', async () => {
      const moved = await ground.world.get(HOST, `/bai/${items.get('media')}`);
      const then = await ground.world.get(HOST, `${moved.headers.location}?ngay=2024-01-01`);
      assert.match(then.body, /<dd>SỞ THÔNG TIN VÀ TRUYỀN THÔNG<\/dd>/);
    });

    test('two bodies of one name have each the texts of their time', async () => {
      const technical = ground.one('lc.technical');
      const on = { mainPortalId: ground.portal('lao-cai/main').id, forms: [] };
      const old = { name: 'Sở Công nghiệp', firstOn: '', lastOn: '2008-03-31' };
      const { id } = await ground.perform(technical, addIssuer, { ...on, ...old });
      const trade = await ground.perform(technical, addIssuer, {
        ...{ ...on, name: 'Sở Công Thương', firstOn: '', lastOn: '' },
      });
      await ground.perform(technical, addIssuer, {
        ...{ ...on, name: 'Sở Công nghiệp', firstOn: '2026-01-01', lastOn: '' },
      });
      await ground.perform(technical, addSuccession, {
        ...{ mainPortalId: on.mainPortalId, fromId: id, toId: trade.id },
        ...{ on: '2008-04-01', basis: 'Nghị định (mẫu)' },
      });
      assert.deepEqual((await listed('co-quan=Sở Công Thương')).found, ['early']);
      assert.deepEqual((await listed('co-quan=Sở Công nghiệp')).found, ['late']);
      assert.match(await pageOf('early'), /Sở Công nghiệp \(từ 01\/04\/2008: Sở Công Thương\)/);
      assert.match(await pageOf('late'), /<dd>Sở Công nghiệp<\/dd>/);
    });

    if (hasNu())
      test('QN-047: page, list and search with a successor are valid HTML', async () => {
        const pages = [
          { name: 'page', html: await pageOf('media') },
          { name: 'list', html: (await listed('co-quan=Sở Khoa học và Công nghệ')).body },
          { name: 'search', html: (await found('q=trực tết&ban-hanh=Sở Khoa học và Công nghệ')).body },
        ];
        assert.deepEqual(await nuFindings(pages), []);
      });
  });
}
