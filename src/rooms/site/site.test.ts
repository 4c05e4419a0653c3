import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { openWorld, type World } from '../../../tests/support/world.ts';

for (const engine of engines()) {
  describe(`public pages on ${engine}`, () => {
    let world: World;
    before(async () => {
      world = await openWorld(engine);
    });
    after(() => world.close());

    test('TB-005, TB-014, TB-015, TB-019, TB-034: policy, direction, law and other information each have their section on the portal of Thái Bình', async () => {
      const { body } = await world.get('www.thaibinh.gov.vn', '/so-do');
      const kinds = new Set(world.portals['thai-binh/main']?.sections.map((section) => section.content_kind));
      for (const kind of ['introduction', 'news', 'direction', 'legal-dissemination', 'strategy-plan']) {
        const section = world.portals['thai-binh/main']?.sections.find((one) => one.content_kind === kind);
        assert.ok(section, `there is no section for ${kind}; there are ${[...kinds].join(', ')}`);
        assert.match(body, new RegExp(`href="/${section.slug_vi}"`));
      }
    });

    test('LC-123, BG-062: terms, footer and article carry the credit line in the words of the regulation', async () => {
      assert.match((await world.get('bacha.laocai.gov.vn', '/')).body, /Theo Cổng TTĐT tỉnh Lào Cai/);
      assert.match((await world.get('www.laocai.gov.vn', '/dieu-khoan')).body, /Theo Cổng TTĐT tỉnh Lào Cai/);
      assert.match(
        (await world.get('quyson.bacgiang.gov.vn', '/')).body,
        /Cổng TTĐT tỉnh Bắc Giang, tại địa chỉ: quyson\.bacgiang\.gov\.vn/,
      );
    });

    test('QN-005, LC-014: the home page is the first page under the lawful name of the portal', async () => {
      for (const host of ['quangngai.gov.vn', 'www.laocai.gov.vn']) {
        const answer = await world.get(host, '/');
        assert.equal(answer.status, 200);
        assert.match(answer.body, /<form action="\/tim-kiem" role="search">/);
      }
    });

    test('BG-023: search, site map and both languages on every portal, an item is printed and saved', async () => {
      for (const host of ['bacgiang.gov.vn', 'stp.bacgiang.gov.vn', 'quyson.bacgiang.gov.vn']) {
        const { body } = await world.get(host, '/');
        assert.match(body, /<form action="\/tim-kiem" role="search">/, host);
        assert.match(body, /<footer[\s\S]*<a href="\/so-do">Sơ đồ cổng<\/a>/, host);
        assert.match(body, /<a href="\/en" lang="en" hreflang="en">English<\/a>/, host);
      }
      const itemId = world.items['lao-cai/main']?.itemId;
      const { headers } = await world.get('www.laocai.gov.vn', `/bai/${itemId}`);
      const { pathname } = new URL(headers.location ?? '', 'http://www.laocai.localhost');
      const item = await world.get('www.laocai.gov.vn', pathname);
      assert.match(item.body, new RegExp(`href="${pathname}/luu"`));
      assert.match(item.body, /data-print/);
      assert.equal((await world.get('www.laocai.gov.vn', `${pathname}/luu`)).status, 200);
    });

    test('the main home shows what its members published two by two beside the heading, a member what the main portal did', async () => {
      const main = (await world.get('www.laocai.gov.vn', '/')).body;
      const [, rail] =
        /<section class="rail-section" aria-labelledby="cong-khac">(.*?)<\/section>/s.exec(main) ?? [];
      assert.match(rail ?? '', /Từ các cổng thành viên.*<div class="items paired"><article class="item">/s);
      const member = (await world.get('bacha.laocai.gov.vn', '/')).body;
      assert.match(member, /<section class="section" aria-labelledby="cong-khac"><h2[^>]*>Từ cổng chính/);
    });

    test('QN-020, QN-036: every public page stands in both languages and leads to the other one', async () => {
      for (const [vi, en] of [
        ['/', '/en'],
        ['/lien-he', '/en/contact'],
        ['/so-do', '/en/sitemap'],
        ['/gioi-thieu', undefined],
      ]) {
        const page = await world.get('quangngai.gov.vn', vi ?? '/');
        assert.equal(page.status, 200, vi);
        const [, other] = /<a[^>]*href="([^"]+)"[^>]*hreflang="en"/.exec(page.body) ?? [];
        assert.ok(other, vi);
        if (en) assert.equal(other, en);
        const there = await world.get('quangngai.gov.vn', other);
        assert.equal(there.status, 200, other);
        assert.match(there.body, /<html lang="en"/);
      }
    });

    test('LC-013, QN-010, LX-008: an article says who approved it and when, with the mark of its content', async () => {
      const home = await world.get('bacha.laocai.gov.vn', '/tin-tuc');
      const [, href] = /<h2 class="item-title"><a href="([^"]+)"/.exec(home.body) ?? [];
      assert.ok(href);
      const { body } = await world.get('bacha.laocai.gov.vn', href);
      assert.match(body, /Ban Biên tập [^<]+ đã duyệt lúc 15:00 thứ Ba 17\/11\/2026/);
      assert.match(body, /Mã nội dung [0-9a-f]{12}/);
    });

    test('an article is found by its number; changed words in its address lead to the right one', async () => {
      const { itemId } = world.items['lao-cai/bacha'] ?? { itemId: 0 };
      const answer = await world.get('bacha.laocai.gov.vn', `/tin-tuc/ten-cu-da-doi-${itemId}`);
      assert.equal(answer.status, 301);
      assert.equal((await world.get('bacha.laocai.gov.vn', answer.headers.location ?? '')).status, 200);
    });

    test('an item of a member opened under the main portal’s name leads to the member', async () => {
      const { itemId } = world.items['lao-cai/bacha'] ?? { itemId: 0 };
      const answer = await world.get('www.laocai.gov.vn', `/tin-tuc/x-${itemId}`);
      assert.equal(answer.status, 301);
      assert.match(answer.headers.location ?? '', /^http:\/\/bacha\.laocai\.localhost/);
    });

    test('a page is sent compressed, with an ETag that spares the second visit its bytes', async () => {
      const first = await world.get('www.laocai.gov.vn', '/', { headers: { 'accept-encoding': 'br' } });
      assert.equal(first.headers['content-encoding'], 'br');
      const again = await world.get('www.laocai.gov.vn', '/', {
        headers: { 'accept-encoding': 'br', 'if-none-match': first.headers.etag ?? '' },
      });
      assert.equal(again.status, 304);
      assert.equal(again.body, '');
    });

    test('every answer carries the policy that lets nothing inline run and nothing foreign load', async () => {
      for (const path of ['/', '/khong-co-trang-nay', '/rss.xml', '/ban-lam-viec/dang-nhap']) {
        const { headers } = await world.get('www.laocai.gov.vn', path);
        assert.match(headers['content-security-policy'] ?? '', /default-src 'none'/, path);
        assert.doesNotMatch(headers['content-security-policy'] ?? '', /unsafe|http/, path);
        assert.equal(headers['x-content-type-options'], 'nosniff', path);
      }
    });

    test('the choice of view works without script: a form sets it, pages bear it, and nothing else is kept', async () => {
      const saved = await world.post('www.laocai.gov.vn', '/hien-thi', {
        nen: 'dark',
        co: 'size-150',
        ve: '/tin-tuc',
      });
      assert.equal(saved.status, 303);
      assert.equal(saved.headers.location, '/tin-tuc');
      const cookie = saved.headers['set-cookie']?.split(';')[0] ?? '';
      const page = await world.get('www.laocai.gov.vn', '/tin-tuc', { headers: { cookie } });
      assert.match(page.body, /<html lang="vi" data-view="dark size-150">/);
      assert.doesNotMatch((await world.get('www.laocai.gov.vn', '/tin-tuc')).body, /data-view="dark/);
    });

    test('BG-003: the page Accessibility says what the last check saw in the light and what in the dark', async () => {
      const vi = await world.get('www.laocai.gov.vn', '/tro-nang');
      assert.match(
        vi.body,
        /trên nền tối máy kiểm riêng tương phản của chữ với nền và việc phân biệt được liên kết/,
      );
      const en = await world.get('www.laocai.gov.vn', '/en/accessibility');
      assert.match(
        en.body,
        /checked of them is the contrast of text with its ground and whether links can be told/,
      );
    });

    test('an unknown name of a host and an unknown address say so and help on', async () => {
      const host = await world.get('khong-co.gov.vn', '/');
      assert.equal(host.status, 404);
      assert.match(host.body, /Không có cổng nào ở địa chỉ này/);
      const page = await world.get('www.laocai.gov.vn', '/nuoc-sach-vung-cao');
      assert.equal(page.status, 404);
      assert.match(page.body, /href="\/tim-kiem\?q=nuoc%20sach%20vung%20cao"/);
    });

    test('a form from another site is not taken', async () => {
      const reply = await world.app.http.inject({
        method: 'POST',
        url: '/hien-thi',
        headers: {
          host: 'www.laocai.localhost',
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'cross-site',
        },
        payload: 'nen=dark',
      });
      assert.equal(reply.statusCode, 403);
    });
  });
}
