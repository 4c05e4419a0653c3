import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  citedNumberKeys,
  type Frequencies,
  numbersIn,
  oneLetterEdits,
  ownNumberKeys,
  parseQuery,
  passagesOf,
  planOf,
  scorerOf,
  tokensOf,
} from './index.ts';

const forms = (text: string) => tokensOf(text).map(({ form }) => form);
const folds = (text: string) => tokensOf(text).map(({ fold }) => fold);

describe('words', () => {
  test('LC-045: one spelling for capitals, composition, tone place, closing y, đ and leading zeros', () => {
    const same: [string, string][] = [
      ['HÒA BÌNH', 'hoà bình'],
      ['Thúy', 'thuý'],
      ['kỹ thuật', 'kĩ thuật'],
      ['Quý', 'quí'],
      ['công ty', 'công ti'],
      ['Điều 05', 'điều 5'],
      ['nước'.normalize('NFD').normalize('NFC'), 'nước'],
    ];
    for (const [one, other] of same) assert.deepEqual(forms(one), forms(other), one);
    assert.deepEqual(folds('Đường ỐNG'), ['duong', 'ong']);
  });

  test('y that belongs to a vowel stays: ủy is not úi, huy is not hui', () => {
    assert.deepEqual(folds('ủy huy thúy y tế'), ['uy', 'huy', 'thuy', 'y', 'te']);
  });

  test('abbreviations are the words they mean, whichever side has them', () => {
    assert.deepEqual(forms('UBND'), forms('Ủy ban nhân dân'));
    assert.deepEqual(forms('giải quyết TTHC'), forms('giải quyết thủ tục hành chính'));
    assert.deepEqual(folds('QĐ'), ['quyet', 'dinh']);
    assert.deepEqual(folds('hdnd'), folds('HĐND'));
    assert.deepEqual(folds('TT CP'), ['tt', 'cp'], 'what means two things stays');
  });

  test('places are those of the text, also for the words of an abbreviation', () => {
    const text = 'Sở của UBND tỉnh';
    const [, , ...rest] = tokensOf(text);
    assert.deepEqual(
      rest.map(({ from, to }) => text.slice(from, to)),
      ['UBND', 'UBND', 'UBND', 'UBND', 'tỉnh'],
    );
  });
});

describe('numbers of documents', () => {
  const first = (query: string) => numbersIn(query)[0]?.keys;

  test('LC-045: a number is understood in every form in which it is typed', () => {
    const full = ['1/2020/qd-ubnd', '1/2020/qd', '1/2020'];
    for (const query of [
      '01/2020/QĐ-UBND',
      '01/2020/qđ ubnd',
      '1/2020/qd-ubnd',
      '01 / 2020 / QĐ – UBND',
      'Quyết định số 01/2020/QĐ-UBND',
      '01-2020-QD-UBND',
      '01_2020_QĐ-UBND',
      'QĐ-UBND 01 2020',
    ])
      assert.deepEqual(first(query), full, query);
    for (const query of ['quyết định 01 năm 2020', 'QĐ 1/2020', 'quyet dinh so 1 ngay 5/3/2020'])
      assert.deepEqual(first(query), ['1/2020/qd', '1/2020'], query);
    assert.deepEqual(first('nđ 30/2020'), ['30/2020/nd', '30/2020']);
    assert.deepEqual(first('41/TTr-STTTT'), ['41/ttr-stttt', '41/ttr']);
    assert.deepEqual(first('luật 64/2025/QH15'), ['64/2025/qh15', '64/2025']);
  });

  test('days and mere figures are no numbers of documents', () => {
    for (const query of ['ngày 5/3/2020', 'tháng 3/2020', 'nước sạch 2020', '61 km'])
      assert.deepEqual(numbersIn(query), []);
  });

  test('what is asked for meets what is filed', () => {
    const own = ownNumberKeys('22/2016/qd-ubnd', 2016);
    for (const query of ['22/2016/QĐ-UBND', 'QĐ 22/2016', 'quyết định 22 năm 2016'])
      assert.ok(
        first(query)?.some((key) => own.includes(key)),
        query,
      );
    assert.ok(ownNumberKeys('41/ttr-stttt', 2021).includes('41/2021/ttr'), 'the year it was issued in');
  });

  test('numbers a text names are found where they stand', () => {
    assert.deepEqual(
      citedNumberKeys('Căn cứ Nghị định số 43/2011/NĐ-CP và Công văn số 12/UBND-KGVX ngày 5/3/2020;'),
      ['43/2011/nd-cp', '12/ubnd-kgvx'],
    );
  });
});

describe('queries', () => {
  test('phrases and what is left out', () => {
    const { tokens, phrases, excluded } = parseQuery('“nước sạch” vùng cao -trường -"hạn hán"');
    assert.deepEqual(
      tokens.map(({ fold }) => fold),
      ['nuoc', 'sach', 'vung', 'cao'],
    );
    assert.deepEqual(
      phrases.map((one) => one.map(({ form }) => form)),
      [['nước', 'sạch']],
    );
    assert.deepEqual(
      new Set(excluded.map((one) => one.map(({ form }) => form).join(' '))),
      new Set(['hạn hán', 'trường']),
    );
  });

  test('a hyphen inside a word or a number leaves nothing out', () => {
    assert.deepEqual(parseQuery('QĐ-UBND covid-19').excluded, []);
  });

  test('words that only ask are known, and weigh where the query is nothing else', () => {
    const asking = (query: string) =>
      parseQuery(query)
        .tokens.filter(({ asks }) => asks)
        .map(({ form }) => form);
    assert.deepEqual(asking('mức phạt bao nhiêu tiền'), ['bao', 'nhiêu']);
    assert.deepEqual(asking('ban chỉ đạo, tài chính'), []);
    assert.deepEqual(asking('là gì'), []);
  });

  test('one letter wrong: every way of it, once', () => {
    const edits = oneLetterEdits('nuoc');
    for (const word of ['nuo', 'nuooc', 'nuic', 'nouc']) assert.ok(edits.includes(word), word);
    assert.equal(new Set(edits).size, edits.length);
    assert.ok(!edits.includes('nuoc'));
  });
});

describe('passages', () => {
  const bodyHtml =
    '<p>Căn cứ Luật Đất đai;</p><h3>Điều 1. Phạm vi điều chỉnh</h3><p>Văn bản này quy định việc thu phí.</p>' +
    '<h3>Điều 2. Mức thu</h3><p>1. Hộ nghèo được miễn.</p><p>2. Hộ khác nộp hằng quý.</p>';
  const bodyText = bodyHtml.replace(/<[^>]+>/g, '\n');

  test('each article is a passage with its address and its name; the head goes with the title', () => {
    const passages = passagesOf({ summary: 'Về phí', bodyHtml, bodyText });
    assert.deepEqual(
      passages.map(({ place, heading }) => [place, heading]),
      [
        ['', ''],
        ['dieu-1', 'Điều 1. Phạm vi điều chỉnh'],
        ['dieu-2', 'Điều 2. Mức thu'],
      ],
    );
    assert.match(passages[2]?.text ?? '', /Hộ nghèo được miễn.*hằng quý/s);
    assert.match(passages[0]?.text ?? '', /^Về phí/);
  });

  test('a text without articles is cut between its lines, and no word is lost', () => {
    const line = 'Nước đã về lại với các hộ ở vùng cao trước mùa khô.';
    const text = Array.from({ length: 120 }, () => line).join('\n');
    const passages = passagesOf({ summary: '', bodyHtml: '', bodyText: text });
    assert.ok(passages.length > 2);
    assert.equal(passages.map((one) => one.text).join('\n'), text);
    const single = passagesOf({ summary: '', bodyHtml: '', bodyText: text.replaceAll('\n', ' ') });
    assert.equal(single.map((one) => one.text).join(' '), text.replaceAll('\n', ' '));
    assert.deepEqual(passagesOf({ summary: '', bodyHtml: '', bodyText: '' }), [
      { place: '', heading: '', text: '' },
    ]);
  });
});

describe('ranking', () => {
  const counted: Frequencies = {
    entries: 1_000,
    length: 100_000,
    of: new Map([
      ['nước', 200],
      ['nuoc', 300],
      ['sạch', 50],
      ['sach', 150],
      ['nuoc_sach', 40],
      ['dê', 4],
      ['de', 700],
    ]),
  };
  const score = (query: string, text: string, title = '') =>
    scorerOf(parseQuery(query), counted).score({ title, heading: '', text })?.score ?? -1;

  test('LC-045: found without diacritics, and the very diacritics typed stand first', () => {
    assert.ok(score('nuoc sach', 'Công trình nước sạch') > 0);
    assert.ok(score('dê', 'đàn dê núi') > score('dê', 'đàn đề núi'));
    assert.ok(score('dê', 'đàn đề núi') > 0);
  });

  test('words side by side are worth more than apart, in the title more than below', () => {
    assert.ok(score('nước sạch', 'có nước sạch ở bản') > score('nước sạch', 'nước ở bản có sạch'));
    assert.ok(score('nước sạch', 'ở bản', 'nước sạch') > score('nước sạch', 'ở bản nước sạch'));
  });

  test('a phrase that does not stand there, or what is left out, ends it', () => {
    assert.equal(score('"nước sạch"', 'nước ở bản có sạch'), -1);
    assert.equal(score('nước -sạch', 'nước sạch'), -1);
    assert.ok(score('nước -sách', 'nước sạch') > 0, 'marks count where they were typed');
  });

  test('the index is asked for what is rare, and never for more than its bound', () => {
    const huge: Frequencies = {
      ...counted,
      entries: 300_000,
      of: new Map([
        ['nước', 90_000],
        ['nuoc', 90_000],
        ['sạch', 80_000],
        ['sach', 80_000],
        ['nuoc_sach', 60_000],
        ['@q:2026-4', 9_000],
        ['@q:2026-3', 9_000],
        ['@q:2016-1', 9_000],
      ]),
    };
    const common = planOf(parseQuery('nước sạch'), {}, huge);
    assert.ok(common.isWindowed);
    assert.deepEqual(
      common.probes.map(({ tsquery }) => tsquery),
      ["'nước' & 'sạch' & ('@q:2026-4')"],
    );
    const rare = planOf(
      parseQuery('dê nước'),
      { year: 2026 },
      { ...counted, of: new Map([...counted.of, ['@y:2026', 90]]) },
    );
    assert.ok(rare.probes.some(({ tsquery }) => tsquery === "'dê' & '@y:2026'"));
    assert.ok(!rare.isWindowed);
  });
});
