import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { openWorld, type World } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { excerptOf, parseQuery } from '../../rules/query/index.ts';
import { forgetMisses } from './misses.ts';
import { cleanQuery, forceStateOf, missOf } from './rules.ts';

describe('the excerpt of a result', () => {
  const text =
    'Thợ của các xã đã thay hơn 61 km đường ống dẫn nước. Ông Dương ở thôn Nậm Pẻn trông coi bể lọc.';
  const marked = (query: string) => excerptOf(text, parseQuery(query).tokens);
  const hits = (query: string) =>
    marked(query)
      .filter((part) => part.hit)
      .map((part) => part.text);

  test('words are marked whichever way their diacritics are typed, and as they are written', () => {
    assert.deepEqual(hits('duong ong'), ['đường', 'ống', 'Ông', 'Dương']);
    assert.deepEqual(hits('ĐƯỜNG'), ['đường', 'Dương']);
  });

  test('only whole words are marked, and not those that only ask', () => {
    assert.deepEqual(hits('ong'), ['ống', 'Ông']);
    assert.deepEqual(hits('bể lọc ở đâu'), ['bể', 'lọc']);
  });

  test('nothing of the text is changed by marking', () => {
    const written = marked('nuoc').map((part) => part.text);
    assert.equal(written.join(''), text);
  });

  test('of a long text the piece is shown where most of what was asked stands together', () => {
    const long = `${'Nước chảy qua bản. '.repeat(40)}Bể lọc nước ở thôn Nậm Pẻn. ${'Trời có mưa. '.repeat(40)}`;
    const shown = excerptOf(long, parseQuery('bể lọc nước').tokens).map((part) => part.text);
    assert.match(shown.join(''), /^… .*Bể lọc nước ở thôn Nậm Pẻn.* …$/);
    assert.ok(shown.join('').length < 260);
  });
});

describe('what is read of a request', () => {
  test('a query is one line in NFC, and never longer than is read', () => {
    assert.equal(cleanQuery('  nước\n sạch '.normalize('NFD')), 'nước sạch');
    assert.equal(cleanQuery('x'.repeat(900)).length, 400);
  });

  test('LC-009: of a query in vain nothing is kept that may be of a person', () => {
    assert.equal(missOf('  Lịch “tiêm phòng” DẠI '), 'lich tiem phong dai');
    assert.equal(missOf('QĐ 22/2016'), 'qd 22/2016');
    for (const query of [
      '0912 345 678',
      'ông Nguyễn Văn An xã Bắc Hà',
      '012345678901',
      'a@b.vn',
      'x'.repeat(90),
      '?',
    ])
      assert.equal(missOf(query), undefined, query);
  });

  test('a document is in force from its day to the day it ends', () => {
    const days = { effective_on: '2026-03-01', expires_on: '2026-12-01' };
    assert.equal(forceStateOf(days, '2026-02-28'), 'notYet');
    assert.equal(forceStateOf(days, '2026-03-01'), 'inForce');
    assert.equal(forceStateOf(days, '2026-12-01'), 'ended');
    assert.equal(forceStateOf({ effective_on: null, expires_on: null }, '2026-12-01'), undefined);
  });
});

for (const engine of engines()) {
  describe(`search on ${engine}`, () => {
    let world: World;
    before(async () => {
      world = await openWorld(engine);
    });
    after(() => world.close());
    const titles = async (host: string, query: string) => {
      const { body } = await world.get(host, `/tim-kiem?${query}`);
      return [...body.matchAll(/<h2 class="item-title"><a[^>]*>([^<]+)/g)].map(([, title]) => title);
    };

    test('LC-045: the main portal finds the items of all members, with and without diacritics', async () => {
      const found = ['Phát giống ngô vụ xuân cho các hộ đã đăng ký'];
      for (const q of ['giống ngô vụ xuân', 'giong ngo vu xuan', 'GIỐNG NGÔ', 'giống ngô'.normalize('NFD')]) {
        assert.deepEqual(await titles('www.laocai.gov.vn', `q=${encodeURIComponent(q)}`), found, q);
      }
    });

    test('a member searches itself first and the whole locality when asked; never another locality', async () => {
      assert.deepEqual(await titles('bacha.laocai.gov.vn', 'q=nuoc+sach'), []);
      assert.equal((await titles('bacha.laocai.gov.vn', 'q=nuoc+sach&o=tinh')).length, 1);
      assert.deepEqual(await titles('www.thaibinh.gov.vn', 'q=nuoc+sach&o=tinh'), []);
    });

    test('words are marked in the results, and the page says how many there are', async () => {
      const { body } = await world.get('www.laocai.gov.vn', '/tim-kiem?q=GIONG+ngo');
      assert.match(body, /<mark>giống<\/mark>/i);
      assert.match(body, /role="status">\s*1 kết quả/);
    });

    test('a search in one language finds items of that language, in both when asked', async () => {
      const { body } = await world.get('www.laocai.gov.vn', '/en/search?q=gi%E1%BB%91ng+ng%C3%B4');
      assert.doesNotMatch(body, /class="item-title"/);
      const both = await world.get('www.laocai.gov.vn', '/en/search?q=gi%E1%BB%91ng+ng%C3%B4&nn=ca-hai');
      assert.match(both.body, /<h2 class="item-title"><a [^>]*lang="vi"/);
    });

    test('a filter stands in the address, and can be cleared', async () => {
      const { body } = await world.get('www.laocai.gov.vn', '/tim-kiem?q=ng%C3%B4&o=tinh&loai=documents');
      assert.match(body, /<option value="documents" selected>Văn bản \(0\)/);
      assert.match(body, /href="\/tim-kiem\?q=ng%C3%B4&amp;o=tinh"/);
    });

    test('LC-009: what was sought in vain is counted without the person, and the desk of that portal lists it', async () => {
      for (const q of ['lịch+chợ+phiên+trâu', 'LICH+CHO+PHIEN+TRAU', '0912345678'])
        await world.get('bacha.laocai.gov.vn', `/tim-kiem?q=${encodeURIComponent(q).replaceAll('%2B', '+')}`);
      const rows = await world.database.database.transaction({ as: 'system' }, (tx) =>
        tx.rows(sql`select query, times, missed_on from search_miss where portal_id = ${world.portal('lao-cai/bacha').id}
          and (query like 'lich%' or query ~ '[0-9]')`),
      );
      assert.deepEqual(rows, [{ query: 'lich cho phien trau', times: 2, missed_on: '2026-11-20' }]);
      const page = async (username: string, host: string) => {
        const session = await world.signIn(host, username);
        return world.get(host, '/ban-lam-viec/tim-khong-thay', { as: session });
      };
      assert.match((await page('lc.bacha.editor', 'bacha.laocai.gov.vn')).body, /lich cho phien trau/);
      assert.doesNotMatch((await page('tb.editor', 'www.thaibinh.gov.vn')).body, /lich cho phien trau/);
      assert.notEqual((await page('lc.bacha.head', 'bacha.laocai.gov.vn')).status, 200);
    });

    test('after ninety days nobody knows what was sought', async () => {
      world.setNow(new Date('2027-02-20T09:00:00+07:00'));
      await forgetMisses.run(world.app.ports, {});
      const left = await world.database.database.transaction({ as: 'system' }, (tx) =>
        tx.rows(sql`select from search_miss`),
      );
      assert.equal(left.length, 0);
    });

    test('signs of a query language are words like any other', async () => {
      for (const q of ["' or 1=1 --", '& | ! ( ) :*', '%', '<script>']) {
        const answer = await world.get('www.laocai.gov.vn', `/tim-kiem?q=${encodeURIComponent(q)}`);
        assert.equal(answer.status, 200, q);
        assert.doesNotMatch(answer.body, /<script>(?!<)/);
      }
    });
  });
}
