import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { openWorld, type World } from '../../../tests/support/world.ts';
import { creditLine, imprintFacts, imprintOf } from '../../rules/profile/index.ts';
import { profileInForce } from './facts.ts';
import { type Contact, changeContact, findPortal, renameBody } from './index.ts';

const CONTACT: Contact = {
  managedBy: { vi: 'Ủy ban nhân dân mẫu', en: 'Sample Committee' },
  responsible: { vi: 'Trưởng Ban Biên tập mẫu', en: 'Sample head of the board' },
  address: { vi: 'Số 7 đường Mẫu', en: '7 Sample Street' },
  phone: '0214 000 0007',
  fax: '0214 000 0008',
  email: 'lienhe@mau.gov.vn',
  licence: { vi: 'số 01/GP-TTĐT (mẫu)', en: 'No. 01/GP-TTĐT (sample)' },
};
const PLACES = { LC: 'lao-cai', TB: 'thai-binh', QN: 'quang-ngai', LX: 'long-xuyen', BG: 'bac-giang' };
const ON = '2026-11-20';

for (const engine of engines()) {
  describe(`What stands at the head and the foot of every page on ${engine}`, () => {
    let world: World;
    before(async () => {
      world = await openWorld(engine);
      for (const key of Object.keys(world.portals)) await contactOf(key, CONTACT);
    });
    after(() => world.close());

    const contactOf = (key: string, contact: Contact) => {
      const machine = world.machines[key.split('/')[0] ?? ''] ?? assert.fail(key);
      return world.app.ports.perform(machine, changeContact, { portalId: world.portal(key).id, contact });
    };
    const profileOfPlace = (code: string) =>
      profileInForce(world.app.ports, world.portal(`${code}/main`).localityId, ON);
    const footOf = async (host: string, path: string) => {
      const { body } = await world.get(host, path);
      return /<footer class="threshold">[\s\S]*?<\/footer>/.exec(body)?.[0] ?? '';
    };
    const text = (fact: (typeof imprintFacts)[number], lang: 'vi' | 'en') => {
      const value = CONTACT[fact] ?? assert.fail(fact);
      return typeof value === 'string' ? value : value[lang];
    };

    test('LC-039, QN-033, LX-018: what each regulation asks of how to reach the body is data with its article', async () => {
      const asked = async (code: string) => Object.fromEntries(imprintOf(await profileOfPlace(code), ON));
      const four = (article: string) => ({ address: article, phone: article, fax: article, email: article });
      assert.deepEqual(await asked('lao-cai'), four('Đ8.1.k'));
      assert.deepEqual(await asked('quang-ngai'), four('Đ8.2.l'));
      assert.deepEqual(await asked('long-xuyen'), four('Đ9 (NĐ 43/2011 Đ10.1.l)'));
      // these two texts ask for nothing of their own: what the portal shows is the product's
      assert.deepEqual(await asked('thai-binh'), {});
      assert.deepEqual(await asked('bac-giang'), {});
    });

    test('LC-039, QN-033, LX-018: who runs the portal, who answers for it and how to reach them stand at the foot of every page of all five localities', async () => {
      for (const key of Object.keys(world.portals)) {
        const { host } = world.portal(key);
        for (const [lang, paths] of [
          ['vi', ['/', '/tin-tuc', '/so-do', '/khong-co']],
          ['en', ['/en']],
        ] as const)
          for (const path of paths) {
            const foot = await footOf(host, path);
            for (const fact of imprintFacts)
              assert.ok(foot.includes(text(fact, lang)), `${host}${path} says nothing of its ${fact}`);
          }
        const contact = await world.get(host, '/lien-he');
        for (const fact of imprintFacts)
          assert.ok(contact.body.includes(text(fact, 'vi')), `${host}: ${fact}`);
      }
    });

    test('LC-123, BG-062, QN-012, LX-009: the foot names the source that re-use must name, and whose the content is', async () => {
      for (const code of Object.values(PLACES)) {
        const { host, id } = world.portal(`${code}/main`);
        const portal = await world.database.database.publicly((db) => findPortal(db, id));
        const name = portal?.short_name ?? portal?.name_vi ?? '';
        const credit = creditLine(await profileOfPlace(code), { host, portalName: name }, 'vi');
        const foot = await footOf(host, '/');
        assert.ok(foot.includes(`xin ghi “${credit}”`), `${host}: ${credit}`);
        assert.ok(foot.includes('Bản quyền thuộc Ủy ban nhân dân mẫu.'), host);
      }
    });

    test('a body without fax and licence has no empty line for them', async () => {
      const { fax: _, licence: __, ...few } = CONTACT;
      await contactOf('bac-giang/main', few);
      const foot = await footOf('bacgiang.gov.vn', '/');
      assert.doesNotMatch(foot, /Fax|Giấy phép/);
      await contactOf('bac-giang/main', CONTACT);
    });

    test('a member names the body above its own, under the name that has now', async () => {
      const main = world.portal('lao-cai/main');
      const technical = await world.as('lc.technical');
      await world.app.ports.perform(technical, renameBody, {
        ...{ mainPortalId: main.id, portalId: world.portal('lao-cai/bacha').id, kind: 'commune' },
        ...{ nameVi: 'Xã Bắc Hà', nameEn: 'Bắc Hà Commune', abbreviation: 'BH', parentBodyId: main.bodyId },
        ...{ validFrom: '2026-11-18', decision: '1/NQ' },
      });
      assert.match(await footOf('bacha.laocai.gov.vn', '/'), /Cơ quan cấp trên: <\/dt><dd>Tỉnh Lào Cai</);
      assert.doesNotMatch(await footOf('www.laocai.gov.vn', '/'), /Cơ quan cấp trên/);
      await world.app.ports.perform(technical, renameBody, {
        ...{ mainPortalId: main.id, portalId: main.id, kind: 'committee', abbreviation: 'UBND' },
        ...{ nameVi: 'Tỉnh Lào Cai mới', nameEn: 'New Lào Cai', validFrom: '2026-11-19', decision: '2/NQ' },
      });
      assert.match(await footOf('bacha.laocai.gov.vn', '/'), /Cơ quan cấp trên: <\/dt><dd>Tỉnh Lào Cai mới</);
    });

    test('the name of the portal stands in letters at its head, and leads home', async () => {
      for (const code of Object.values(PLACES)) {
        const { host } = world.portal(`${code}/main`);
        const { body } = await world.get(host, '/so-do');
        assert.match(
          body,
          /<a class="brand" href="\/">[\s\S]*?<strong class="brand-name">[^<]{3,}<\/strong>/,
        );
      }
    });

    test('the desk says which fact the regulation asks for, and by which article', async () => {
      const as = await world.signIn('www.laocai.gov.vn', 'lc.content');
      const page = await world.get(
        'www.laocai.gov.vn',
        `/ban-lam-viec/cong/${world.portal('lao-cai/main').id}/lien-he`,
        { as },
      );
      assert.equal(page.body.match(/Quy chế yêu cầu \(Đ8\.1\.k\)\./g)?.length, 4);
      assert.match(page.body, /Cơ quan không dùng fax thì để trống/);
    });
  });
}
