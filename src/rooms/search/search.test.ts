import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { openWorld, type World } from '../../../tests/support/world.ts';
import { cleanQuery, excerptAround } from './rules.ts';

describe('the excerpt of a result', () => {
  const text =
    'Thợ của các xã đã thay hơn 61 km đường ống dẫn nước. Ông Dương ở thôn Nậm Pẻn trông coi bể lọc.';
  const hits = (query: string) =>
    excerptAround(text, query)
      .filter((part) => part.hit)
      .map((part) => part.text);

  test('words are marked whichever way their diacritics are typed, and as they are written', () => {
    assert.deepEqual(hits('duong ong'), ['đường', 'ống', 'Ông', 'Dương']);
    assert.deepEqual(hits('ĐƯỜNG'), ['đường', 'Dương']);
  });

  test('only whole words are marked', () => assert.deepEqual(hits('ong'), ['ống', 'Ông']));

  test('nothing of the text is changed by marking', () => {
    assert.equal(
      excerptAround(text, 'nuoc')
        .map((part) => part.text)
        .join(''),
      text,
    );
  });

  test('a query is one line in NFC, and never longer than is read', () => {
    assert.equal(cleanQuery('  nước\n sạch '.normalize('NFD')), 'nước sạch');
    assert.equal(cleanQuery('x'.repeat(500)).length, 200);
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

    test('signs of a query language are words like any other', async () => {
      for (const q of ["' or 1=1 --", '& | ! ( ) :*', '%', '<script>']) {
        const answer = await world.get('www.laocai.gov.vn', `/tim-kiem?q=${encodeURIComponent(q)}`);
        assert.equal(answer.status, 200, q);
        assert.doesNotMatch(answer.body, /<script>(?!<)/);
      }
    });
  });
}
