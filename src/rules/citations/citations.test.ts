import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LEGAL_FORMS, OUTLINES, textOfOutline } from '../../../tests/support/legal-forms/index.ts';
import { bodyText, sanitiseBody } from '../body-html/index.ts';
import { recogniseDocument } from '../intake/index.ts';
import { structureOf } from '../provisions/index.ts';
import { type Citation, citationsIn, findCitations, linkCitations } from './index.ts';

/** "dieu-5 of 43/2011/NĐ-CP": what is cited, in one line. */
function told({ of, provision }: Citation): string {
  if ('self' in of) return `${provision || 'whole'} of ${of.self}`;
  const whole = of.number?.normalised ?? [of.type, of.name].filter(Boolean).join(' ');
  return `${provision || 'whole'} of ${whole}`;
}

const CASES: readonly [text: string, expected: readonly string[]][] = [
  [
    'theo các khoản 1, 2 và 3 Điều 11 Luật Giá',
    ['dieu-11-khoan-1 of Luật Giá', 'dieu-11-khoan-2 of Luật Giá', 'dieu-11-khoan-3 of Luật Giá'],
  ],
  ['điểm a, b khoản 2 Điều 5', ['dieu-5-khoan-2-diem-a of document', 'dieu-5-khoan-2-diem-b of document']],
  ['Điều 5, Điều 6 Nghị định số 43/2011/NĐ-CP', ['dieu-5 of 43/2011/NĐ-CP', 'dieu-6 of 43/2011/NĐ-CP']],
  [
    'Nghị định số 43/2011/NĐ-CP ngày 13/6/2011 và Nghị định số 64/2007/NĐ-CP',
    ['whole of 43/2011/NĐ-CP', 'whole of 64/2007/NĐ-CP'],
  ],
  [
    'các Nghị định số 43/2011/NĐ-CP, số 64/2007/NĐ-CP và 09/2017/NĐ-CP',
    ['whole of 43/2011/NĐ-CP', 'whole of 64/2007/NĐ-CP', 'whole of 09/2017/NĐ-CP'],
  ],
  [
    'khoản 1 Điều 5 và khoản 2 Điều 6 Thông tư 32/2017/TT-BTTTT',
    ['dieu-5-khoan-1 of 32/2017/TT-BTTTT', 'dieu-6-khoan-2 of 32/2017/TT-BTTTT'],
  ],
  [
    'Điểm đ, Điểm g Khoản 1 và Điểm c Khoản 2 Điều 8 của Quy chế này',
    [
      'dieu-8-khoan-1-diem-dd of attachment',
      'dieu-8-khoan-1-diem-g of attachment',
      'dieu-8-khoan-2-diem-c of attachment',
    ],
  ],
  ['Điều 5 khoản 2 điểm a Luật Đất đai', ['dieu-5-khoan-2-diem-a of Luật Đất đai']],
  ['Điều 5, khoản 2, điểm a', ['dieu-5-khoan-2-diem-a of document']],
  ['từ Điều 5 đến Điều 8 Luật Đất đai', ['dieu-5 of Luật Đất đai', 'dieu-8 of Luật Đất đai']],
  ['Mục 1 Chương II Nghị định số 30/2020/NĐ-CP', ['chuong-2-muc-1 of 30/2020/NĐ-CP']],
  ['Điều 7 Chương II Nghị định số 30/2020/NĐ-CP', ['dieu-7 of 30/2020/NĐ-CP']],
  ['tiết 1 điểm a khoản 2 Điều 9', ['dieu-9-khoan-2-diem-a-tiet-1 of document']],
  ['Phụ lục II ban hành kèm theo Nghị định số 30/2020/NĐ-CP', ['phu-luc-2 of 30/2020/NĐ-CP']],
  ['Phần thứ hai Bộ luật Dân sự', ['phan-2 of Bộ luật Dân sự']],
  ['khoản 1 Điều này và Điều 5 Luật Giá', ['dieu-nay-khoan-1 of document', 'dieu-5 of Luật Giá']],
  ['khoản 5a Điều 10b Luật Nhà ở', ['dieu-10b-khoan-5a of Luật Nhà ở']],
  ['khoản 1.2 Điều 3', ['dieu-3-khoan-1-2 of document']],
  [
    'tại Điều 9 Quy chế Quản lý dữ liệu ban hành theo Quyết định số 47/2022/QĐ-UBND',
    ['dieu-9 of 47/2022/QĐ-UBND'],
  ],
  ['Điều 5 của Quy chế ban hành kèm theo Quyết định số 22/2016/QĐ-UBND', ['dieu-5 of 22/2016/QĐ-UBND']],
  // Numbers as they are really printed.
  ['Nghị định số 72/2013/NĐ- CP', ['whole of 72/2013/NĐ-CP']],
  ['Nghị định 43/2011/NĐCP', ['whole of 43/2011/NĐ-CP']],
  ['Quyết định số 01 /2020/QĐ-UBND', ['whole of 01/2020/QĐ-UBND']],
  ['Quyết định số: 15/ 2015/QĐ - UBND', ['whole of 15/2015/QĐ-UBND']],
  ['Quyết định 15/2025/QĐUBND', ['whole of 15/2025/QĐ-UBND']],
  ['Quyết định số 2266 /QĐ-UBND', ['whole of 2266/QĐ-UBND']],
  ['Chỉ thị số 05-CT/TW', ['whole of 05-CT/TW']],
  ['Nghị quyết số 1673/NQ-UBTVQH15', ['whole of 1673/NQ-UBTVQH15']],
  ['Công văn số 123/UBND-KGVX', ['whole of 123/UBND-KGVX']],
  // Laws by their names.
  [
    'Luật Tiếp cận thông tin năm 2016, Luật Báo chí và các quy định khác',
    ['whole of Luật Tiếp cận thông tin', 'whole of Luật Báo chí'],
  ],
  ['Luật Tiếp cận thông tin ngày 06/4/2016', ['whole of Luật Tiếp cận thông tin']],
  ['Luật Phòng, chống bệnh truyền nhiễm?', ['whole of Luật Phòng, chống bệnh truyền nhiễm']],
  ['Luật Chợ phiên miền núi ngày 02 tháng 5 năm 2030', ['whole of Luật Chợ phiên miền núi']],
  ['Luật Chợ phiên và văn bản hướng dẫn', ['whole of Luật Chợ phiên']],
  ['Luật An toàn thông tin mạng số 86/2015/QH13 ngày 19/11/2015', ['whole of 86/2015/QH13']],
  ['Luật số 64/2025/QH15', ['whole of 64/2025/QH15']],
  ['Hiến pháp năm 2013', ['whole of Hiến pháp']],
  ['pháp lệnh bảo vệ bí mật nhà nước ngày 28/12/2000', ['whole of Pháp lệnh bảo vệ bí mật nhà nước']],
  [
    'Luật Sửa đổi, bổ sung một số điều của Luật Giá ngày 22/11/2019',
    ['whole of Luật Sửa đổi, bổ sung một số điều của Luật Giá'],
  ],
  // What only looks like a citation.
  ['tài khoản này có 3 điểm, địa điểm b, khoản 500 triệu đồng và 2 điều kiện', []],
  ['theo quy định của pháp luật hiện hành, luật sư và điều khoản này', []],
  ['họp 24/24 giờ, ngày 1/2/2020, tỷ lệ 1/2, tiêu chuẩn 6909:2001', []],
  ['Chương trình phối hợp, Mục tiêu chung, Phần mềm', []],
];

test('a paragraph names provisions and documents, in lists, by name and in numbers as they are printed', () => {
  for (const [text, expected] of CASES) assert.deepEqual(findCitations(text).map(told), expected, text);
});

test('what is printed is the stretch of the text, and citations never overlap', () => {
  const texts = [
    ...CASES.map(([text]) => text),
    ...LEGAL_FORMS.flatMap(({ text }) => text.normalize('NFC').split('\n')),
  ];
  for (const text of texts) {
    let end = 0;
    for (const one of findCitations(text)) {
      assert.equal(text.slice(one.start, one.end), one.printed);
      assert.ok(one.start >= end && one.end > one.start, text);
      end = one.end;
    }
  }
});

test('a document is known by number, kind, name, issuer, date and year', () => {
  const [decree] = findCitations(
    'Nghị định số 64/2007/NĐ-CP ngày 10 tháng 4 năm 2007 của Chính phủ về công nghệ',
  );
  assert.deepEqual(decree?.of, {
    number: { printed: '64/2007/NĐ-CP', normalised: '64/2007/NĐ-CP' },
    type: 'Nghị định',
    issuer: 'Chính phủ',
    issuedOn: '2007-04-10',
    year: 2007,
  });
  const [law] = findCitations('Luật Giao dịch điện tử 2005');
  assert.deepEqual(law?.of, { type: 'Luật', name: 'Giao dịch điện tử', year: 2005 });
  const [local] = findCitations(
    'Quyết định số 19/2012/QĐ-UBND ngày 28/5/2012 của UBND tỉnh Mây Ngàn Quy định về tên miền',
  );
  assert.ok(local && 'issuer' in local.of && local.of.issuer === 'UBND tỉnh Mây Ngàn');
  const [enclosed] = findCitations(
    'Điều 5 của Quy định về chợ ban hành kèm theo Quyết định số 22/2019/QĐ-UBND',
  );
  assert.ok(enclosed && 'name' in enclosed.of && enclosed.of.name === 'Quy định về chợ');
});

test('roles come from the words around: basis, replaces, amends, repeals, guides', () => {
  const cases: [string, string[]][] = [
    ['Căn cứ Luật Giá; Luật Đất đai năm 2024 và Nghị định số 1/2025/NĐ-CP;', ['basis', 'basis', 'basis']],
    ['Căn cứ Thông tư số 12/2022/TT-BTC hướng dẫn Nghị định số 85/2016/NĐ-CP;', ['basis', 'refers']],
    [
      'Quyết định này thay thế Quyết định số 1/2011/QĐ-UBND của UBND tỉnh ban hành Quy chế cũ và Quyết định số 2/2011/QĐ-UBND.',
      ['refers', 'replaces', 'replaces'],
    ],
    ['Bãi bỏ khoản 2 Điều 5 Quyết định số 1/2011/QĐ-UBND.', ['repeals']],
    [
      'Quyết định số 1/2011/QĐ-UBND, Quyết định số 2/2011/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực.',
      ['repeals', 'repeals', 'refers'],
    ],
    ['Sửa đổi, bổ sung một số điều của Nghị định số 1/2020/NĐ-CP', ['amends']],
    [
      'Thay thế cụm từ “chợ” bằng cụm từ “chợ phiên” tại khoản 2 Điều 5 Quyết định số 1/2011/QĐ-UBND.',
      ['amends'],
    ],
    ['Nghị định số 1/2020/NĐ-CP được sửa đổi, bổ sung theo Nghị định số 2/2021/NĐ-CP', ['refers', 'refers']],
    ['Nghị định số 1/2020/NĐ-CP sửa đổi, bổ sung Nghị định số 2/2019/NĐ-CP', ['refers', 'refers']],
    ['Thông tư này hướng dẫn thi hành Nghị định số 1/2020/NĐ-CP.', ['refers', 'guides']],
    ['Nghị định này quy định chi tiết một số điều của Luật Giá.', ['refers', 'guides']],
    ['Mẫu cũ được thay thế bằng Quyết định số 2/2021/QĐ-UBND.', ['refers']],
    ['Sở đề nghị bãi bỏ Quyết định số 2/2021/QĐ-UBND.', ['refers']],
    ['Việc thay thế thiết bị thực hiện theo Luật Giá.', ['refers']],
    ['xem xét sửa đổi, bổ sung Quy chế này', ['refers']],
  ];
  for (const [text, roles] of cases)
    assert.deepEqual(
      findCitations(text).map(({ role }) => role),
      roles,
      text,
    );
});

for (const form of LEGAL_FORMS) {
  test(`citations with their roles: ${form.name}`, () => {
    const { html } = recogniseDocument({ text: form.text, lineWrapped: form.lineWrapped ?? false });
    const found = citationsIn(structureOf(html));
    assert.deepEqual(
      found.map(({ role, printed }) => `${role} ${printed}`),
      form.cites,
    );
  });
}

for (const outline of OUTLINES) {
  test(`a text that cites what ${outline.name} cites has as many citations as were counted by hand`, () => {
    const structure = structureOf(recogniseDocument({ text: textOfOutline(outline) }).html);
    assert.equal(citationsIn(structure).length, outline.citations);
  });
}

const body = (inner: string) =>
  structureOf(
    `<h2>QUYẾT ĐỊNH:</h2><h3>Điều 1.</h3><p>Ban hành kèm theo Quyết định này Quy chế chợ.</p><h2>QUY CHẾ<br>VỀ CHỢ</h2><p>(Ban hành kèm theo Quyết định)</p><h3>Điều 1. Chợ</h3><p>1. Một.</p><p>2. Hai:</p><p>a) Việc;</p>${inner}`,
  );
const targets = (structure: ReturnType<typeof structureOf>) =>
  citationsIn(structure).map(({ printed, targetIndex }) => [
    printed,
    structure.provisions[targetIndex]?.address,
  ]);

test('"này" is where it stands, and a bare article is that of the same attachment', () => {
  const structure = body(
    '<p>b) Theo khoản 1 Điều này, Điều 1 và điểm a khoản này;</p><h3>Điều 2. Phí</h3><p>Theo Điều 1 Quyết định này, Điều 1 Quy chế này, khoản 9 Điều 1 Quy chế này.</p>',
  );
  assert.deepEqual(targets(structure).slice(1), [
    ['khoản 1 Điều này', 'quy-che-dieu-1-khoan-1'],
    ['Điều 1', 'quy-che-dieu-1'],
    ['điểm a khoản này', 'quy-che-dieu-1-khoan-2-diem-a'],
    ['Điều 1 Quyết định này', 'dieu-1'],
    ['Điều 1 Quy chế này', 'quy-che-dieu-1'],
    ['khoản 9 Điều 1 Quy chế này', undefined],
  ]);
});

test('under "sửa đổi … như sau:" a bare article is that of the amended text', () => {
  const form = LEGAL_FORMS.find(({ name }) => name.startsWith('an amending decision'));
  const found = citationsIn(structureOf(recogniseDocument({ text: form?.text ?? '' }).html));
  const clause = found.find(({ printed }) => printed === 'Khoản 2 Điều 3');
  assert.ok(clause && told(clause) === 'dieu-3-khoan-2 of 12/2024/QĐ-UBND');
  assert.equal(clause.role, 'amends');
});

test('links are safe: escaped, never inside links, only to allowed addresses', () => {
  const html =
    '<p>Theo <a href="/van-ban/1">Luật Giá</a>, Điều 5 <strong>Luật Đất</strong> đai &amp; Nghị định số 43/2011/NĐ-CP.</p><ul><li>Luật Báo chí<ul><li>Luật Nhà ở</li></ul></li></ul>';
  const linked = linkCitations(html, ({ of }) =>
    'name' in of || 'number' in of ? '/tim?q=<"&\'>' : undefined,
  );
  assert.match(linked, /<a href="\/van-ban\/1">Luật Giá<\/a>/u);
  assert.match(
    linked,
    /<a href="\/tim\?q=&lt;&quot;&amp;'&gt;">Điều 5 <\/a><strong><a [^>]*>Luật Đất<\/a><\/strong><a [^>]*> đai<\/a> &amp; <a/u,
  );
  assert.match(linked, /<li><a [^>]*>Luật Báo chí<\/a><ul><li><a [^>]*>Luật Nhà ở<\/a><\/li><\/ul><\/li>/u);
  assert.equal(bodyText(linked), bodyText(html));
  assert.equal(sanitiseBody(linked).html, linked);
  assert.equal(
    linkCitations(html, () => 'javascript:alert(1)'),
    html,
  );
  assert.equal(
    linkCitations(html, () => undefined),
    html,
  );
  assert.match(
    linkCitations('<p>Luật Giá</p>', () => 'https://vi-du.vn/a'),
    /rel="noopener"/u,
  );
});

test('links keep the ids of the structure and the text of every form', () => {
  for (const form of LEGAL_FORMS) {
    const structure = structureOf(recogniseDocument({ text: form.text }).html);
    const linked = linkCitations(structure.html, ({ targetIndex }) => {
      const target = structure.provisions[targetIndex];
      return target && `#${target.address}`;
    });
    assert.equal(bodyText(linked), bodyText(structure.html), form.name);
    assert.equal(linked.replace(/<\/?a(?: [^>]*)?>/gu, ''), structure.html, form.name);
  }
});

test('hostile paragraphs are read in time that grows with their length', () => {
  const hostile = [
    'điểm a, '.repeat(20_000),
    'Luật Sửa đổi '.repeat(20_000),
    'Nghị định số 42/2022/NĐ-CP, '.repeat(10_000),
    'thay thế các '.repeat(20_000),
    '1/'.repeat(50_000),
    'Quy chế '.repeat(20_000),
    'Luật '.repeat(50_000),
    `Luật A${' b'.repeat(50_000)}`,
    'ngày 1 tháng '.repeat(20_000),
    '“'.repeat(50_000),
  ];
  for (const text of hostile) {
    const started = performance.now();
    findCitations(text);
    assert.ok(performance.now() - started < 5000, text.slice(0, 30));
  }
});
