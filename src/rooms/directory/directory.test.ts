import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { read } from '../../../tests/support/desk.ts';
import { engines } from '../../../tests/support/engines.ts';
import { type FilledForm, formPublisher } from '../../../tests/support/item-forms.ts';
import { publishingGround } from '../../../tests/support/publishing.ts';
import { renameBody } from '../portals/index.ts';

const MAIN = 'www.laocai.gov.vn';
const MEMBER = 'bacha.laocai.gov.vn';

for (const engine of engines()) {
  describe(`who is who on ${engine}`, () => {
    const ground = publishingGround(engine);
    const publish = formPublisher(ground);
    const get = async (path: string, host = MAIN) => {
      const answer = await ground.world.get(host, path);
      assert.equal(answer.status, 200, path);
      return answer;
    };
    const leader = (person: string, facts: Record<string, string>): FilledForm => ({
      ...{ form: 'leader', kind: 'introduction', title: person },
      facts: {
        ...{
          person,
          office: 'Phó Chủ tịch',
          rank: 'deputy',
          term: '2026-01-01/',
          duties: 'Nông nghiệp\nGiao thông',
        },
        ...facts,
      },
    });

    before(async () => {
      await ground.open();
      await publish(
        'lao-cai/main',
        leader('Vũ Thị Đứng Đầu', { rank: 'head', office: 'Chủ tịch', officePhone: '0214 111 2222' }),
      );
      await publish('lao-cai/main', leader('Hà Văn Phó', {}));
      await publish(
        'lao-cai/main',
        leader('Cao Văn Trước', { rank: 'head', office: 'Chủ tịch', term: '2021-07-01/2025-12-31' }),
      );
      await publish('lao-cai/main', {
        ...{ form: 'history', kind: 'introduction', title: 'Lịch sử tỉnh mẫu' },
        facts: { founded: 'Năm 1907', milestones: '1907 | Lập tỉnh mẫu' },
      });
    });
    after(ground.close);

    test('LC-029, QN-022, TB-021: the chart shows every body with its portal, its head and the telephone of its office', async () => {
      const page = await get('/gioi-thieu/so-do-to-chuc');
      const text = read(page);
      assert.match(text, /Xã Bắc Hà/);
      assert.match(text, /Vũ Thị Đứng Đầu , Chủ tịch/);
      assert.ok(!text.includes('Cao Văn Trước'));
      assert.match(page.body, /<a href="[^"]*bacha\.laocai\.localhost[^"]*">Xã Bắc Hà<\/a>/);
      assert.match(page.body, /href="tel:02140000000"/);
      assert.match(read(await get('/en/about/structure')), /Bắc Hà Commune/);
    });

    test('a member shows its own body and leads to the chart of the whole', async () => {
      const page = await get('/gioi-thieu/so-do-to-chuc', MEMBER);
      assert.ok(!read(page).includes('Vũ Thị Đứng Đầu'));
      assert.match(page.body, /href="[^"]*www\.laocai\.localhost[^"]*\/gioi-thieu\/so-do-to-chuc"/);
    });

    test('the chart of a past day bears the names and the head of that day', async () => {
      const { id: portalId } = ground.portal('lao-cai/bacha');
      await ground.perform(ground.one('lc.technical'), renameBody, {
        ...{
          mainPortalId: ground.portal('lao-cai/main').id,
          portalId,
          kind: 'commune',
          validFrom: '2026-11-01',
        },
        ...{
          nameVi: 'Xã Bắc Hà Mới',
          nameEn: 'New Bắc Hà Commune',
          abbreviation: 'BH',
          decision: '5/NQ-HĐND',
        },
      });
      assert.match(read(await get('/gioi-thieu/so-do-to-chuc')), /Xã Bắc Hà Mới/);
      const past = read(await get('/gioi-thieu/so-do-to-chuc?ngay=2026-10-31'));
      assert.ok(past.includes('Xã Bắc Hà') && !past.includes('Xã Bắc Hà Mới'));
      assert.match(read(await get('/gioi-thieu/so-do-to-chuc?ngay=1990-01-01')), /Dữ liệu bắt đầu từ ngày/);
      assert.match(read(await get('/gioi-thieu/so-do-to-chuc?ngay=hom-qua')), /Đang xem cơ cấu hôm nay/);
    });

    test('LC-029, QN-022: leaders of today stand with duties and contact, former ones apart; another day shows who led then', async () => {
      const page = await get('/lanh-dao');
      const [today = '', ...rest] = read(page).split('Đã thôi giữ chức vụ');
      const former = rest.join(' ');
      assert.ok(
        today.includes('Vũ Thị Đứng Đầu') && today.includes('Hà Văn Phó') && today.includes('Giao thông'),
      );
      assert.ok(today.indexOf('Vũ Thị Đứng Đầu') < today.indexOf('Hà Văn Phó'));
      assert.ok(former.includes('Cao Văn Trước') && !today.includes('Cao Văn Trước'));
      assert.match(page.body, /itemtype="https:\/\/schema\.org\/Person"/);
      assert.match(page.body, /href="tel:02141112222" itemprop="telephone"/);
      const [then = ''] = read(await get('/lanh-dao?ngay=2025-06-01')).split('Đã thôi giữ chức vụ');
      assert.ok(then.includes('Cao Văn Trước') && !then.includes('Vũ Thị Đứng Đầu'));
      assert.match(read(await get('/lanh-dao', MEMBER)), /Chưa có thông tin lãnh đạo/);
      assert.match(read(await get('/en/leaders')), /In office/);
    });

    test('TB-021, LX-007: an introduction is put together from what there is and says nothing of what is missing', async () => {
      const text = read(await get('/gioi-thieu'));
      for (const shown of [
        'Xem sơ đồ tổ chức',
        'Vũ Thị Đứng Đầu',
        'Quá trình hình thành, phát triển',
        'Lịch sử tỉnh mẫu',
      ])
        assert.ok(text.includes(shown), shown);
      assert.ok(!text.includes('Bản đồ địa giới hành chính đến') || !text.includes('chưa có'));
      assert.ok(!text.includes('Chức năng, nhiệm vụ, quyền hạn Theo'));
    });

    test('the desk says which forms are still empty, to those who work there', async () => {
      const as = await ground.world.signIn(MAIN, 'lc.editor');
      const page = await ground.world.get(MAIN, '/ban-lam-viec/gioi-thieu', { as });
      const text = read(page);
      assert.match(text, /Trong \d+ mẫu quy chế nêu tên, cổng đã có 2\./);
      assert.ok(text.includes('Di tích, danh thắng Điểm a khoản 1 Điều 8, Quy chế 0 0 chưa có'));
      assert.ok(!/(TB|QN|LX|BG) Đ/.test(text), 'the articles of other localities are none of theirs');
      assert.match(page.body, /href="\/ban-lam-viec\/tin-bai\/moi\?cong=\d+&amp;mau=relic"/);
      assert.equal((await ground.world.get(MAIN, '/ban-lam-viec/gioi-thieu')).status, 303);
    });
  });
}
