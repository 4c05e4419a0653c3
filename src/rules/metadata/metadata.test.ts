import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type DescribedPage,
  dublinCoreOf,
  dublinCoreXml,
  ELEMENTS,
  joinValues,
  missingElements,
} from './index.ts';

const PAGE: DescribedPage = {
  ...{ title: 'Lịch chợ phiên', summary: '', bodyHtml: '<h2>Chợ</h2><p>Chợ họp vào chủ nhật.</p>' },
  ...{ address: 'https://www.maynga.gov.vn/tin/lich-cho-7', language: 'vi', publishedOn: '2026-11-20' },
  ...{
    body: 'Tỉnh Mây Ngàn',
    author: '',
    source: '',
    sourceAddress: '',
    sections: ['Tin tức'],
    place: 'Mây Ngàn',
  },
  ...{ formats: [], related: [], rights: 'Ghi rõ nguồn' },
};

const valuesOf = (page: Partial<DescribedPage>) =>
  Object.fromEntries(dublinCoreOf({ ...PAGE, ...page }).map(({ name, values }) => [name, values]));

describe('LC-011 BG-021: the Dublin Core elements of a page', () => {
  test('there are fifteen: six mandatory, four recommended, five optional', () => {
    const count = (rank: string) => Object.values(ELEMENTS).filter((one) => one === rank).length;
    assert.deepEqual([count('mandatory'), count('recommended'), count('optional')], [6, 4, 5]);
  });

  test('the mandatory ones are never empty, though an item has no author, summary or text', () => {
    for (const page of [{}, { bodyHtml: '' }, { author: ' ', summary: '' }])
      assert.deepEqual(missingElements(dublinCoreOf({ ...PAGE, ...page })), []);
    assert.deepEqual(missingElements(dublinCoreOf({ ...PAGE, title: ' ', bodyHtml: '' })), [
      'title',
      'description',
    ]);
  });

  test('an item is described as the page it is', () => {
    const values = valuesOf({
      author: 'Lò Văn Mẫu',
      related: ['https://www.maynga.gov.vn/en/news/market-7'],
    });
    assert.deepEqual(values.creator, ['Lò Văn Mẫu']);
    assert.deepEqual(values.publisher, ['Tỉnh Mây Ngàn']);
    assert.deepEqual(values.description, ['Chợ họp vào chủ nhật.']);
    assert.deepEqual(values.identifier, ['https://www.maynga.gov.vn/tin/lich-cho-7']);
    assert.deepEqual(values.date, ['2026-11-20']);
    assert.deepEqual(values.relation, ['https://www.maynga.gov.vn/en/news/market-7']);
    assert.equal('source' in values, false);
  });

  test('a signed text is described as the text: issuer, day of issue, number, signer, kind', () => {
    const document = {
      ...{
        number: '07/2019/QĐ-UBND',
        type: 'Quyết định',
        issuer: 'UBND tỉnh Mây Ngàn',
        signer: 'Hoàng Văn Mẫu',
      },
      ...{ issuedOn: '2019-03-02' as const, field: 'Thương mại', place: '' },
    };
    const values = valuesOf({ document, formats: ['application/pdf'] });
    assert.deepEqual(values.creator, ['UBND tỉnh Mây Ngàn']);
    assert.deepEqual(values.publisher, ['UBND tỉnh Mây Ngàn']);
    assert.deepEqual(values.contributor, ['Hoàng Văn Mẫu', 'Tỉnh Mây Ngàn']);
    assert.deepEqual(values.date, ['2019-03-02']);
    assert.deepEqual(values.identifier, ['https://www.maynga.gov.vn/tin/lich-cho-7', '07/2019/QĐ-UBND']);
    assert.deepEqual(values.subject, ['Thương mại', 'Tin tức']);
    assert.deepEqual(values.type, ['Text', 'Quyết định']);
    assert.deepEqual(values.format, ['text/html', 'application/pdf']);
    assert.deepEqual(values.coverage, ['Mây Ngàn']);
  });

  test('long texts give a short description, cut between words; everything is NFC and said once', () => {
    const [description = ''] = valuesOf({ bodyHtml: `<p>${'chợ phiên '.repeat(100)}</p>` }).description ?? [];
    assert.ok(description.length <= 300 && description.endsWith('phiên…'), description);
    const values = valuesOf({ title: 'Chợ  phiên'.normalize('NFD'), sections: ['Tin', 'Tin'] });
    assert.deepEqual([values.title, values.subject], [['Chợ phiên'], ['Tin']]);
  });

  test('several values are set apart by semicolons, and a value with one stays one', () => {
    assert.equal(joinValues(['a', 'b; c', 'd;']), 'a; b, c; d');
  });

  test('the record for harvesters has one element a value, escaped, with the language of its words', () => {
    const xml = dublinCoreXml(dublinCoreOf({ ...PAGE, title: 'Giá < 5 & "rẻ"\u0001' }), 'vi');
    assert.match(xml, /<dc:title xml:lang="vi">Giá &lt; 5 &amp; "rẻ"<\/dc:title>/);
    assert.match(xml, /<dc:date>2026-11-20<\/dc:date>/);
    assert.match(xml, /xmlns:dc="http:\/\/purl\.org\/dc\/elements\/1\.1\/"/);
    assert.equal(xml.match(/<dc:/g)?.length, xml.match(/<\/dc:/g)?.length);
  });
});
