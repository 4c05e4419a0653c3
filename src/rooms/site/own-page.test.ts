import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import type { Session } from '../../../tests/support/world.ts';

const HOST = 'www.laocai.gov.vn';
const PAGE = '/trang-cua-ban';

for (const engine of engines()) {
  describe(`A page of one's own, without an account, on ${engine}`, () => {
    const ground = publishingGround(engine);
    let section: string;
    let member: string;

    before(async () => {
      await ground.open();
      await ground.publish(
        'lc.editor',
        'lc.checker',
        'lc.board',
        'lao-cai/main',
        contentOf('Mở lại đường lên thôn Cao Nguyên'),
      );
      section = `m${ground.sectionOf('lao-cai/main')}`;
      member = `c${ground.portal('lao-cai/bacha').id}`;
    });
    after(() => ground.close());

    /** A reader's browser: nothing but the cookie it was given. */
    const reader = () => {
      let cookie = '';
      const as = (): Session => ({ cookie, host: HOST });
      return {
        cookie: () => cookie,
        press: async (fields: Record<string, string>) => {
          const answer = await ground.world.post(HOST, PAGE, fields, { as: as() });
          assert.equal(answer.status, 303);
          cookie = answer.headers['set-cookie']?.split(';')[0] ?? '';
        },
        page: async (path = PAGE) => (await ground.world.get(HOST, path, { as: as() })).body,
      };
    };

    test('QN-003, LX-004: sections and portals of the locality are followed in one’s own order', async () => {
      const { press, page, cookie } = reader();
      assert.match(await page(), /Bạn chưa theo dõi mục nào/);
      await press({ viec: 'add', muc: member });
      await press({ viec: 'add', muc: section });
      const both = await page();
      assert.match(both, /Mở lại đường lên thôn Cao Nguyên/);
      assert.ok(both.indexOf(`id="${member}"`) < both.indexOf(`id="${section}"`));
      await press({ viec: `up ${section}` });
      const turned = await page();
      assert.ok(turned.indexOf(`id="${section}"`) < turned.indexOf(`id="${member}"`));
      await press({ viec: `drop ${section}` });
      assert.doesNotMatch(await page(), /Cao Nguyên/);
      await press({ viec: 'clear' });
      assert.match(cookie(), /^theo-doi=$/);
    });

    test('what others see is not changed by what one follows', async () => {
      const plain = (await ground.world.get(HOST, '/')).body;
      const { press, page } = reader();
      await press({ viec: 'add', muc: section });
      assert.equal(await page('/'), plain);
    });

    test('a section leads there with itself chosen already', async () => {
      const { page } = reader();
      const { slug_vi } = ground.portal('lao-cai/main').sections.find(({ id }) => `m${id}` === section) ?? {};
      const link = /href="(\/trang-cua-ban\?them=[^"#]+)/.exec(await page(`/${slug_vi}`))?.[1];
      assert.ok(link);
      assert.match(await page(link), new RegExp(`<option value="${section}" selected`));
    });

    test('TB-046: a section of another locality, or one that is not there, is passed over', async () => {
      const { press, page } = reader();
      await press({ viec: 'add', muc: `m${ground.sectionOf('thai-binh/main')}` });
      await press({ viec: 'add', muc: `c${ground.portal('thai-binh/main').id}` });
      await press({ viec: 'add', muc: 'm999999' });
      await press({ viec: 'add', muc: '"><b>' });
      assert.match(await page(), /Bạn chưa theo dõi mục nào/);
    });
  });
}
