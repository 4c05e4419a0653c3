import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { drawLandscape } from '../../../seeds/pictures.ts';
import { read } from '../../../tests/support/desk.ts';
import { engines } from '../../../tests/support/engines.ts';
import { formPublisher } from '../../../tests/support/item-forms.ts';
import { publishingGround } from '../../../tests/support/publishing.ts';
import { specimenFacts } from '../../../tests/support/specimens.ts';
import { findItemForm } from '../../rules/item-forms/index.ts';
import type { ContentKind } from '../../rules/profile/index.ts';
import { uploadMedia } from '../media/index.ts';
import { addSection } from '../portals/index.ts';
import { setExpiry } from '../publishing/index.ts';
import { expireDue } from '../publishing/life-jobs.ts';

const MAIN = 'www.laocai.gov.vn';
const MEMBER = 'bacha.laocai.gov.vn';

for (const engine of engines()) {
  describe(`what stands outside its section by its form, on ${engine}`, () => {
    const ground = publishingGround(engine);
    const publish = formPublisher(ground);
    const home = async (host = MAIN, path = '/') => ground.world.get(host, path);
    const at = (day: string) => ground.world.setNow(new Date(`${day}T09:45:00+07:00`));
    /** Back to the first day; what was kept for a later one is no page of that day. */
    const back = () => {
      at('2026-11-20');
      ground.world.app.ports.cache.purgeAll();
    };
    const specimen = (code: string) => specimenFacts(findItemForm(code) ?? assert.fail(code));
    /** The page of an item, where its number leads. */
    const pageOf = async (itemId: number) => {
      const found = await ground.world.get(MAIN, `/bai/${itemId}`);
      return ground.world.get(MAIN, new URL(found.headers.location ?? '', `http://${MAIN}`).pathname);
    };
    let notice = 0;
    let ad = 0;

    before(async () => {
      await ground.open();
      notice = await publish('lao-cai/main', {
        ...{ form: 'emergency', kind: 'news', title: 'Mưa lớn, nguy cơ sạt lở' },
        facts: {
          ...{ level: 'warning', area: 'Các xã vùng cao', period: '2026-11-19/2026-11-21' },
          ...{ advice: 'Rời nhà dưới chân taluy.\nKhông qua ngầm tràn.', hotline: '0214 114 000' },
        },
      });
      const section = await ground.perform(ground.one('lc.content'), addSection, {
        ...{ portalId: ground.portal('lao-cai/main').id, parentId: null, contentKind: 'other' as const },
        ...{ nameVi: 'Hội chợ', nameEn: 'Fairs', inMenu: true, freshWithinDays: null },
      });
      ad = await publish('lao-cai/main', {
        ...{
          form: 'advertisement',
          kind: 'other',
          sectionId: section.sectionId,
          title: 'Hội chợ nông sản Mẫu',
        },
        facts: {
          ...specimen('advertisement'),
          advertiser: 'Hợp tác xã Mẫu',
          period: '2026-11-20/2026-11-21',
        },
      });
    });
    after(ground.close);

    test('QN-034: a notice stands first on the home page while it is in force, with what to do and whom to call, and ends by itself', async () => {
      at('2026-11-20');
      const page = await home();
      const text = read(page);
      assert.ok(text.indexOf('Cảnh báo: Các xã vùng cao') < text.indexOf('Bạn tìm gì'));
      assert.match(text, /Mưa lớn, nguy cơ sạt lở ?\. Rời nhà dưới chân taluy\./);
      assert.match(page.body, /href="tel:0214114000"/);
      at('2026-11-21');
      assert.match(read(await home()), /Cảnh báo: Các xã vùng cao/);
      at('2026-11-22');
      assert.doesNotMatch(read(await home()), /Cảnh báo: Các xã vùng cao/);
      assert.match(read(await pageOf(notice)), /Đã hết thời hạn từ sau ngày 21\/11\/2026/);
      back();
    });

    test('a notice of the main portal stands on members too, and in English where there is no translation yet', async () => {
      at('2026-11-20');
      const member = await home(MEMBER);
      assert.match(read(member), /Cảnh báo: Các xã vùng cao/);
      assert.match(member.body, /href="[^"]*www\.laocai\.localhost[^"]*mua-lon-nguy-co-sat-lo-\d+"/);
      const english = await home(MAIN, '/en');
      assert.match(read(english), /Warning: Các xã vùng cao/);
      assert.match(english.body, /<div lang="vi"><p><strong>Mưa lớn/);
    });

    test('QN-054, BG-031: an advertisement is marked, closed without script, reported, refused without cookie, and ends by itself', async () => {
      at('2026-11-20');
      const page = await home();
      const ads = /<aside class="ads"[\s\S]*?<\/aside>/.exec(page.body)?.[0] ?? '';
      assert.match(ads, /<details class="ad" open[^>]*><summary><span class="ad-mark">Quảng cáo<\/span>/);
      assert.match(ads, /href="mailto:[^"]+">Báo quảng cáo vi phạm/);
      assert.match(ads, /href="\/\?quang-cao=an"/);
      assert.match(ads, /Hợp tác xã Mẫu/);
      const refused = await home(MAIN, '/?quang-cao=an');
      assert.doesNotMatch(refused.body, /class="ads"/);
      at('2026-11-22');
      assert.doesNotMatch((await home()).body, /class="ads"/);
      back();
    });

    test('BG-031: no page of documents, services, questions or any member shows an advertisement, and no list passes it off as news', async () => {
      at('2026-11-20');
      for (const path of ['/van-ban', '/hoi-dap', '/gioi-thieu', '/tim-kiem?q=van+ban', '/lien-he'])
        assert.doesNotMatch((await home(MAIN, path)).body, /class="ads?"/, path);
      assert.doesNotMatch((await home(MEMBER)).body, /class="ads"/);
      const withoutAds = (await home()).body.replace(/<aside class="ads"[\s\S]*?<\/aside>/, '');
      const [lead = ''] = withoutAds.split('id="cong-thanh-vien"');
      const listed = /<section[^>]*aria-labelledby="tin-moi"[\s\S]*?<\/section>/.exec(lead)?.[0] ?? '';
      assert.ok(listed !== '' && !listed.includes('Hội chợ nông sản Mẫu'));
      const section = await ground.world.get(MAIN, '/hoi-cho');
      assert.match(read(section), /Quảng cáo .*Hội chợ nông sản Mẫu/);
      const article = await pageOf(ad);
      assert.match(article.body, /<p class="ad-mark">Quảng cáo<\/p>/);
      assert.ok(!article.body.includes('Mẫu của contract'));
    });

    test('a notice that was moved into the archive stands on no home page any more, though its last day is not over', async () => {
      at('2026-11-20');
      const itemId = await publish('lao-cai/main', {
        ...{ form: 'emergency', kind: 'news', title: 'Rét hại ở vùng cao' },
        facts: { ...specimen('emergency'), area: 'Thôn Lạnh', period: '2026-11-20/' },
      });
      assert.match(read(await home()), /Khẩn cấp: Thôn Lạnh/);
      await ground.perform(ground.one('lc.board'), setExpiry, {
        ...{ portalId: ground.portal('lao-cai/main').id, itemId, expiresAs: 'archive' },
        expiresAt: new Date('2026-11-20T10:00:00+07:00'),
      });
      ground.world.setNow(new Date('2026-11-20T10:01:00+07:00'));
      await expireDue.run(ground.world.app.ports, {});
      assert.doesNotMatch(read(await home()), /Thôn Lạnh/);
      assert.doesNotMatch(read(await home(MEMBER)), /Thôn Lạnh/);
      back();
    });

    test('LC-090: an official statement says who speaks, when and on what occasion', async () => {
      const itemId = await publish('lao-cai/main', {
        ...{ form: 'statement', kind: 'statement', title: 'Về việc sửa cầu Mẫu' },
        facts: { ...specimen('statement'), office: 'Chánh Văn phòng', occasion: 'Cầu Mẫu hư hỏng' },
      });
      const text = read(await pageOf(itemId));
      assert.match(
        text,
        /Người phát ngôn Nguyễn Văn Mẫu .*Chánh Văn phòng .*15:30 .*19\/11\/2026 .*Cầu Mẫu hư hỏng/,
      );
    });

    test('LX-027, LX-028, LX-008: a clarification shows claim and truth, where it stood without leading there, and who confirms', async () => {
      const itemId = await publish('lao-cai/main', {
        ...{ form: 'clarification', kind: 'statement', title: 'Không có chuyện đóng chợ' },
        facts: {
          ...specimen('clarification'),
          ...{ claim: 'Chợ bị đóng từ hôm nay.', correction: 'Chợ mở như thường.', suppliedBy: 'Phòng Kín' },
          ...{ claimAddress: 'https://tin-sai.example/bai', confirmedBy: 'Sở Công Thương Mẫu' },
        },
      });
      const page = await pageOf(itemId);
      const text = read(page);
      assert.match(text, /Thông tin không đúng Chợ bị đóng từ hôm nay\..*Sự thật Chợ mở như thường\./);
      assert.ok(
        text.includes('https://tin-sai.example/bai') && !page.body.includes('href="https://tin-sai.example'),
      );
      assert.ok(text.includes('Sở Công Thương Mẫu') && !text.includes('Phòng Kín'));
    });

    test('LC-031, QN-024: a direction leads to its document as soon as the library holds it', async () => {
      const itemId = await publish('lao-cai/main', {
        ...{ form: 'direction', kind: 'direction', title: 'Chống rét cho vật nuôi' },
        facts: { ...specimen('direction'), number: '7/2026/QĐ-UBND', assigned: 'Các xã' },
      });
      const before = await pageOf(itemId);
      assert.ok(read(before).includes('7/2026/QĐ-UBND') && !/<a [^>]*>7\/2026\/QĐ-UBND/.test(before.body));
      await publish('lao-cai/main', {
        ...{ form: 'article', kind: 'documents', title: 'Quy định chống rét' },
        facts: { number: '7/2026/QĐ-UBND', type: 'Quyết định', issuedOn: '2026-11-16' },
      });
      await ground.world.app.ports.jobs.drain();
      assert.match((await pageOf(itemId)).body, /<a href="\/van-ban\/[^"]+">7\/2026\/QĐ-UBND<\/a>/);
    });

    test('LC-029, QN-022: a map names its communes in a table that leads to their portals', async () => {
      const { id: pictureMediaId } = await uploadMedia(ground.world.app.ports, ground.one('lc.editor'), {
        ...{
          portalId: ground.portal('lao-cai/main').id,
          name: 'ban-do.webp',
          bytes: await drawLandscape('mountains'),
        },
      });
      const itemId = await publish('lao-cai/main', {
        ...{ form: 'boundary-map', kind: 'introduction', title: 'Bản đồ tỉnh mẫu' },
        facts: { communes: 'Xã Bắc Hà | 181,4 | 30120\nXã Không Cổng | 12,5 | 900', asOf: '2026-07-01' },
        content: { pictureMediaId, pictureAlt: 'Bản đồ hai xã của tỉnh mẫu' },
      });
      const page = await pageOf(itemId);
      assert.match(
        page.body,
        /<th scope="row"><a href="[^"]*bacha\.laocai\.localhost[^"]*">Xã Bắc Hà<\/a><\/th>/,
      );
      assert.match(read(page), /Xã Không Cổng 12,5 900/);
      assert.match(page.body, /alt="Bản đồ hai xã của tỉnh mẫu"/);
    });

    test('LC-033, QN-026: a plan says field, period, status and decision', async () => {
      const itemId = await publish('lao-cai/main', {
        ...{ form: 'plan', kind: 'strategy-plan', title: 'Kế hoạch trồng rừng mẫu' },
        facts: {
          ...specimen('plan'),
          field: 'Lâm nghiệp',
          period: '2026-01-01/2030-12-31',
          status: 'approved',
        },
      });
      const text = read(await pageOf(itemId));
      assert.match(
        text,
        /Lâm nghiệp .*từ 1\/1\/2026 đến 31\/12\/2030|Lâm nghiệp .*từ 01\/01\/2026 đến 31\/12\/2030/,
      );
      assert.match(text, /Đã phê duyệt/);
    });

    test('TB-020, TB-022, TB-032, QN-033: know-how, disclosures and how to deal with a body show their fields', async () => {
      const { id: portalId, sections } = ground.portal('lao-cai/main');
      assert.ok(portalId && sections.some((one) => one.content_kind === 'transaction-info'));
      const shown = async (form: string, kind: ContentKind, facts: Record<string, string>) => {
        const filled = { form, kind, title: `Mẫu của ${form}`, facts: { ...specimen(form), ...facts } };
        return read(await pageOf(await publish('lao-cai/main', filled)));
      };
      assert.match(
        await shown('knowledge', 'news', { who: 'Bà con nuôi trâu' }),
        /Dành cho ai Bà con nuôi trâu/,
      );
      const laidOpen = await shown('disclosure', 'news', { owner: 'Sở Mẫu', basis: 'Điều 5 của luật mẫu' });
      assert.match(laidOpen, /Căn cứ pháp lý Điều 5 của luật mẫu .*Đơn vị chịu trách nhiệm Sở Mẫu/);
      assert.match(
        await shown('transaction', 'transaction-info', { hours: '07:30 – 11:30' }),
        /Giờ tiếp nhận 07:30 – 11:30/,
      );
      assert.match(await shown('market', 'news', { prices: 'Ngô | kg | 9.000' }), /Ngô kg 9\.000/);
    });
  });
}
