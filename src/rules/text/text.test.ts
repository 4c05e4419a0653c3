import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  compareVietnamese,
  documentNumberKey,
  foldVietnamese,
  normaliseDocumentNumber,
  normVietnamese,
  slugOf,
  sortByGivenName,
  sortKey,
  toNfc,
} from './index.ts';

const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const vowels = [...'aăâeêioôơuưy'];
const accentedVowels = vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')));
const lowerLetters = [...accentedVowels, 'đ'].filter((letter) => !/^[a-z]$/.test(letter));
const letters = [...lowerLetters, ...lowerLetters.map((letter) => letter.toUpperCase())];
const samples = [
  'Ủy ban nhân dân',
  'HÒA BÌNH',
  'Thúy',
  'khỏe khoắn',
  'quý',
  'Đặng Xuân Thành',
  'nghĩa',
  'Ngoằn ngoèo',
];

test('there are 134 accented Vietnamese letters and each folds to one plain letter', () => {
  assert.equal(letters.length, 134);
  for (const letter of letters) assert.match(foldVietnamese(letter), /^[a-z]$/, letter);
});

test('composed and combining input give the same results for every letter', () => {
  for (const text of [...letters, ...samples]) {
    const combining = text.normalize('NFD');
    assert.equal(toNfc(combining), text);
    assert.equal(normVietnamese(combining), normVietnamese(text));
    assert.equal(foldVietnamese(combining), foldVietnamese(text));
    assert.equal(sortKey(combining), sortKey(text));
    assert.equal(slugOf(combining), slugOf(text));
  }
});

test('normalising and folding twice changes nothing more', () => {
  for (const text of [...letters, ...samples]) {
    assert.equal(normVietnamese(normVietnamese(text)), normVietnamese(text));
    assert.equal(foldVietnamese(foldVietnamese(text)), foldVietnamese(text));
    assert.equal(foldVietnamese(normVietnamese(text)), foldVietnamese(text));
  }
});

test('both places of the tone mark on oa, oe and uy are one form', () => {
  const pairs = [
    ['hòa', 'hoà'],
    ['khỏe', 'khoẻ'],
    ['ủy', 'uỷ'],
    ['lõa', 'loã'],
    ['thúy', 'thuý'],
    ['tọa', 'toạ'],
    ['qúy', 'quý'],
  ];
  for (const [old = '', now = ''] of pairs) {
    assert.equal(normVietnamese(old), now.normalize('NFC'));
    assert.equal(normVietnamese(now), now.normalize('NFC'));
    assert.equal(normVietnamese(old.toUpperCase()), now.normalize('NFC'));
  }
});

test('the tone mark stays where only one place is right', () => {
  for (const word of ['toàn', 'hoàng', 'của', 'chùa', 'mía', 'quyển', 'thuyền', 'gìn', 'quả', 'thuế']) {
    assert.equal(normVietnamese(word), word.normalize('NFC'));
  }
});

test('folding keeps document numbers in one piece', () => {
  assert.equal(foldVietnamese('15/2024/NĐ-CP'), '15/2024/nd-cp');
});

test('a slug has only small letters, digits and single hyphens, and is cut between words', () => {
  assert.equal(slugOf('Về việc cấp “sổ đỏ” – năm 2026!'), 've-viec-cap-so-do-nam-2026');
  assert.equal(slugOf('Phổ biến pháp luật', 10), 'pho-bien');
  assert.equal(slugOf('Phổ biến pháp luật', 8), 'pho-bien');
  assert.equal(slugOf('Nghiêngngảnghiêng', 5), 'nghie');
  assert.equal(slugOf('日本'), '');
  for (const text of samples) {
    for (let length = 1; length < 30; length += 1) {
      assert.match(slugOf(text, length), /^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      assert.ok(slugOf(text, length).length <= length);
    }
  }
});

test('the alphabet runs a ă â b c d đ e ê … and the tones level, huyền, hỏi, ngã, sắc, nặng', () => {
  const alphabet = [
    'a',
    'ă',
    'â',
    'b',
    'c',
    'd',
    'đ',
    'e',
    'ê',
    'g',
    'h',
    'i',
    'k',
    'l',
    'm',
    'n',
    'o',
    'ô',
    'ơ',
  ];
  assert.deepEqual([...alphabet].reverse().sort(compareVietnamese), alphabet);
  const toned = ['ma', 'mà', 'mả', 'mã', 'má', 'mạ'];
  assert.deepEqual([...toned].reverse().sort(compareVietnamese), toned);
});

test('the order of the letters is that of the Vietnamese collation of ICU', () => {
  const collator = new Intl.Collator('vi');
  const words = [
    ...letters,
    ...'abcdefghijklmnopqrstuvwxyz',
    'An Giang',
    'ăn',
    'Đà Nẵng',
    'Dak Lak',
    'đa',
    'da',
  ];
  for (const a of words) {
    for (const b of words) {
      assert.equal(Math.sign(compareVietnamese(a, b)), Math.sign(collator.compare(a, b)), `${a} ${b}`);
    }
  }
});

test('comparing is a total order that says equal only for equal texts', () => {
  const words = ['Hòa', 'hòa', 'Hoà', 'hoa', 'Hoa', 'hoan', 'hoa anh', '1', 'a1', ''];
  for (const a of words) {
    for (const b of words) {
      assert.equal(Math.sign(compareVietnamese(a, b)), -Math.sign(compareVietnamese(b, a)) || 0);
      assert.equal(compareVietnamese(a, b) === 0, a === b);
    }
  }
});

test('people are listed by given name, then surname, then middle names', () => {
  const names = ['Trần Văn Bình', 'Nguyễn Thị Ánh', 'Đỗ Văn An', 'Lê Thị Ánh', 'Nguyễn An Ánh', 'Ánh'];
  assert.deepEqual(
    sortByGivenName(names, (name) => name),
    ['Đỗ Văn An', 'Ánh', 'Lê Thị Ánh', 'Nguyễn An Ánh', 'Nguyễn Thị Ánh', 'Trần Văn Bình'],
  );
});

test('a document number is cleaned and its printed form kept', () => {
  const cases: [string, string][] = [
    ['01 /2020/QĐ-UBND', '01/2020/QĐ-UBND'],
    ['Số: 41/TTr-STTTT', '41/TTr-STTTT'],
    ['72/2013/NĐ- CP', '72/2013/NĐ-CP'],
    ['43/2011/NĐCP', '43/2011/NĐ-CP'],
    ['22/2016/qđ – ubnd', '22/2016/QĐ-UBND'],
    ['206/2004/QĐ-UB', '206/2004/QĐ-UB'],
    ['64/2025/QH15', '64/2025/QH15'],
    ['1673/NQ-UBTVQH15', '1673/NQ-UBTVQH15'],
    ['358/QĐ-STP-BTTP', '358/QĐ-STP-BTTP'],
    ['123/UBND-KGVX', '123/UBND-KGVX'],
    ['32/2017/TT-BTTTT', '32/2017/TT-BTTTT'],
    ['Số: 15/ 2015/QĐ - UBND', '15/2015/QĐ-UBND'],
    ['15/2025/QĐUBND', '15/2025/QĐ-UBND'],
    ['2266 /QĐ-UBND', '2266/QĐ-UBND'],
    ['12/2024/TTBTC', '12/2024/TT-BTC'],
    ['15/2025/Q\u00D0-UBND', '15/2025/QĐ-UBND'],
    ['Luật số: 64/2025/QH15', '64/2025/QH15'],
    ['Quyết định số 15/2025/QĐ_UBND', '15/2025/QĐ-UBND'],
    ['05-CT/TW', '05-CT/TW'],
    ['không số', 'không số'],
  ];
  for (const [printed, normalised] of cases) {
    assert.deepEqual(normaliseDocumentNumber(printed), { printed, normalised });
    assert.equal(normaliseDocumentNumber(normalised).normalised, normalised);
  }
});

test('a document number is found without marks, capitals or leading zeros', () => {
  assert.equal(documentNumberKey('01 /2020/QĐ-UBND'), '1/2020/qd-ubnd');
  assert.equal(documentNumberKey('1/2020/qd-ubnd'), '1/2020/qd-ubnd');
});
