import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LEGAL_FORMS, OUTLINES, textOfOutline } from '../../../tests/support/legal-forms/index.ts';
import { bodyText, sanitiseBody } from '../body-html/index.ts';
import { recogniseDocument } from '../intake/index.ts';
import { ordinalOf, provisionName, type Structure, structureOf } from './index.ts';

const addressesOf = ({ provisions }: Structure) => provisions.map(({ address }) => address).join(' ');
const idsOf = (html: string) => [...html.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id);
const told = ({ findings }: Structure) => findings.map(({ code, address }) => `${code} ${address}`);
const article = (body: string) => structureOf(`<h2>QUYẾT ĐỊNH:</h2><h3>Điều 1. Chợ</h3>${body}`);

for (const form of LEGAL_FORMS) {
  test(`number, kind, issuer, dates and provisions are read: ${form.name}`, () => {
    const read = recogniseDocument({ text: form.text, lineWrapped: form.lineWrapped ?? false });
    assert.deepEqual(
      {
        number: read.number?.value,
        kind: read.kind?.value.name,
        issuer: read.issuer?.value,
        issuedOn: read.issuedOn?.value,
        signer: read.signer?.value,
        effectiveOn: read.effectiveOn?.value,
      },
      {
        number: form.number,
        kind: form.kind,
        issuer: form.issuer,
        issuedOn: form.issuedOn,
        signer: form.signer,
        effectiveOn: form.effectiveOn,
      },
    );
    const structure = structureOf(read.html);
    assert.equal(addressesOf(structure), form.addresses.split(/\s+/u).filter(Boolean).join(' '));
    assert.deepEqual(told(structure), form.findings ?? []);
  });
}

test('there are at least thirty forms, of every kind that a province meets', () => {
  assert.ok(LEGAL_FORMS.length >= 30);
  const kinds = new Set(LEGAL_FORMS.map(({ kind }) => kind));
  for (const kind of 'Quyết định|Nghị quyết|Chỉ thị|Thông tư|Nghị định|Luật|Kế hoạch|Thông báo|Công văn|Hướng dẫn'.split(
    '|',
  ))
    assert.ok(kinds.has(kind), kind);
});

for (const outline of OUTLINES) {
  test(`every chapter, article, clause and point of a text shaped like ${outline.name} is found`, () => {
    const read = recogniseDocument({ text: textOfOutline(outline) });
    const structure = structureOf(read.html);
    const { chapter, section, article: articles, clause, point, indent, appendix } = structure.counts;
    // The decision itself has three articles.
    assert.deepEqual(
      { chapter, section, article: articles - 3, clause, point, indent, appendix },
      outline.counts,
    );
    assert.equal(structure.provisions.filter(({ kind }) => kind === 'attachment').length, 1);
  });
}

test('lost headings show: a jump of the articles and clauses that begin again', () => {
  const outline = OUTLINES.find(({ name }) => name.startsWith('Quảng Ngãi'));
  assert.ok(outline);
  const structure = structureOf(recogniseDocument({ text: textOfOutline(outline) }).html);
  assert.deepEqual(told(structure), [
    'restarted quy-che-dieu-1-khoan-1~2',
    'gap quy-che-dieu-3',
    'restarted quy-che-dieu-3-khoan-1~2',
    'gap quy-che-dieu-5',
    'gap quy-che-dieu-16',
    'restarted quy-che-dieu-18-khoan-1~2',
  ]);
  assert.match(structure.findings[1]?.vi ?? '', /^Điều 3 Quy chế: số liền trước là 1/u);
  assert.match(structure.findings[1]?.en ?? '', /^Article 3 of the Regulation: the number before it is 1/u);
});

test('ids stand where provisions begin, each once, and nothing else of the body changes', () => {
  for (const form of LEGAL_FORMS) {
    const { html } = recogniseDocument({ text: form.text, lineWrapped: form.lineWrapped ?? false });
    const structure = structureOf(html);
    assert.deepEqual(
      idsOf(structure.html),
      structure.provisions.map(({ address }) => address),
      form.name,
    );
    assert.equal(bodyText(structure.html), bodyText(html));
    assert.equal(sanitiseBody(structure.html).html, html, form.name);
    assert.deepEqual(structureOf(structure.html), structure);
  }
});

test('every provision stands under a parent before it, one deeper, and its address begins with that of its scope', () => {
  for (const form of LEGAL_FORMS) {
    const { provisions } = structureOf(recogniseDocument({ text: form.text }).html);
    for (const [index, { parent, depth, address, kind }] of provisions.entries()) {
      assert.ok(parent < index, address);
      assert.equal(depth, parent === -1 ? 0 : (provisions[parent]?.depth ?? 0) + 1, address);
      assert.match(address, /^[a-z0-9]+(?:-[a-z0-9]+)*(?:~\d+)?(?:-[a-z0-9~]+)*$/u);
      if (kind === 'point') assert.ok(address.startsWith(provisions[parent]?.address ?? ' '), address);
    }
  }
});

test('zones follow each other through the whole body', () => {
  const form = LEGAL_FORMS.find(({ name }) => name === 'a decision that issues a regulation');
  const structure = structureOf(recogniseDocument({ text: form?.text ?? '' }).html);
  assert.deepEqual(
    structure.zones.map(({ zone }) => zone),
    ['preamble', 'enacting', 'recipients', 'signature', 'attachment'],
  );
  structure.zones.forEach(({ from }, index) => {
    assert.equal(from, index === 0 ? 0 : structure.zones[index - 1]?.to);
  });
});

test('a provision has its own text: label, children and the name are not in it', () => {
  const structure = article(
    '<p>Mở đầu.</p><p>1. Khoản một:</p><p>a) Điểm a;</p><p>b) Điểm b</p><p>viết tiếp.</p><p>Đoạn cuối.</p><p>2. Khoản hai.</p><p>Đoạn nữa.</p>',
  );
  assert.deepEqual(
    structure.provisions.map(({ number, title, text }) => [number, title, text]),
    [
      ['1', 'Chợ', 'Mở đầu.'],
      ['1', '', 'Khoản một:'],
      ['a', '', 'Điểm a;'],
      ['b', '', 'Điểm b\nviết tiếp.\nĐoạn cuối.'],
      ['2', '', 'Khoản hai.\nĐoạn nữa.'],
    ],
  );
});

test('what a clerk writes in the editor is read as what the machine reads', () => {
  const clerk = article(
    '<ol><li>Khoản một:<ul><li>Gạch một;</li><li>Gạch hai.</li></ul></li><li>Khoản hai.</li></ol>',
  );
  assert.equal(
    addressesOf(clerk),
    'dieu-1 dieu-1-khoan-1 dieu-1-khoan-1-tiet-1 dieu-1-khoan-1-tiet-2 dieu-1-khoan-2',
  );
  const breaks = article('<p><strong>1.</strong> Một:<br>a) <em>A</em>;<br>b) B.</p><p>2. Hai.</p>');
  assert.equal(
    addressesOf(breaks),
    'dieu-1 dieu-1-khoan-1 dieu-1-khoan-1-diem-a dieu-1-khoan-1-diem-b dieu-1-khoan-2',
  );
  assert.match(breaks.html, /<br><span id="dieu-1-khoan-1-diem-a"><\/span>a\) <em>A<\/em>/u);
  const bold = structureOf(
    '<p><strong>Chương I</strong></p><p><strong>QUY ĐỊNH CHUNG</strong></p><p><strong>Điều 1. Phạm vi</strong></p><p>Chợ phiên.</p>',
  );
  assert.deepEqual(
    bold.provisions.map(({ address, title }) => [address, title]),
    [
      ['chuong-1', 'QUY ĐỊNH CHUNG'],
      ['dieu-1', 'Phạm vi'],
    ],
  );
});

test('an attachment begins with its kind in paragraphs too, and is not the kind that Điều 1 names first', () => {
  const structure = structureOf(
    '<p>QUYẾT ĐỊNH:</p><p>Điều 1. Ban hành kèm theo Quyết định này Quy chế chợ và Nội quy chợ.</p><p>TM. ỦY BAN NHÂN DÂN</p><p>CHỦ TỊCH</p><p>Trần Thị Mẫu</p><p>NỘI QUY</p><p>VỀ CHỢ PHIÊN</p><p>(Kèm theo Quyết định số 1/2020/QĐ-UBND)</p><p>Điều 1. Giờ mở cửa</p><p>1. Từ sáu giờ.</p>',
  );
  assert.equal(addressesOf(structure), 'dieu-1 noi-quy noi-quy-dieu-1 noi-quy-dieu-1-khoan-1');
  assert.equal(structure.provisions[1]?.title, 'VỀ CHỢ PHIÊN');
  assert.equal(provisionName(structure, 3, 'en'), 'clause 1 of Article 1 of the House rules');
});

test('tables and quotations begin no provision of the text itself', () => {
  const structure = article(
    '<p>1. Bảng:</p><table><tr><td>1. Cột</td><td>Điều 9. Cột</td></tr></table><p>2. Sửa như sau: “Điều 5. Chợ đêm</p><p>1. Họp thứ bảy.</p><p>a) Có đèn.”.</p><p>3. Hết.</p><blockquote><p>Điều 7. Trích</p></blockquote>',
  );
  assert.equal(addressesOf(structure), 'dieu-1 dieu-1-khoan-1 dieu-1-khoan-2 dieu-1-khoan-3');
  assert.equal(structure.provisions[2]?.text, 'Sửa như sau: “Điều 5. Chợ đêm\n1. Họp thứ bảy.\na) Có đèn.”.');
});

test('a quotation that is never closed hides nothing and is told', () => {
  const structure = article('<p>1. Sửa như sau: “Điều 5. Chợ đêm</p><p>2. Hết.</p>');
  assert.equal(addressesOf(structure), 'dieu-1 dieu-1-khoan-1 dieu-1-khoan-2');
  assert.deepEqual(told(structure), ['quoteOpen dieu-1-khoan-1']);
});

test('đ and d are two letters, a letter that the alphabet of points passes over is no gap', () => {
  const letters = [...'abcdđeghiklmnopqrstuvxy'];
  const points = letters.map((letter) => `<p>${letter}) Việc ${letter};</p>`).join('');
  const structure = article(`<p>1. Việc:</p>${points}`);
  assert.equal(structure.counts.point, letters.length);
  assert.deepEqual(structure.findings, []);
  assert.equal(structure.provisions[6]?.address, 'dieu-1-khoan-1-diem-dd');
  assert.deepEqual(told(article('<p>1. Việc:</p><p>a) A;</p><p>c) C.</p>')), ['gap dieu-1-khoan-1-diem-c']);
  assert.deepEqual(told(article('<p>1. Việc:</p><p>a) A;</p><p>b) B;</p><p>b) C.</p>')), [
    'repeated dieu-1-khoan-1-diem-b~2',
  ]);
});

test('figures and dates at the beginning of a line are no clauses', () => {
  const structure = article(
    '<p>1. Mức thu:</p><p>20.000 đồng một lượt;</p><p>1.5 triệu đồng một tháng;</p><p>15/2020/QĐ-UBND là số cũ;</p><p>24/24 giờ;</p><p>45. Đây là trang.</p>',
  );
  assert.equal(addressesOf(structure), 'dieu-1 dieu-1-khoan-1');
});

test('provisions have a name in both languages', () => {
  const form = LEGAL_FORMS.find(({ name }) => name === 'a decision that issues a regulation');
  const structure = structureOf(recogniseDocument({ text: form?.text ?? '' }).html);
  const named = (address: string) => {
    const index = structure.provisions.findIndex((one) => one.address === address);
    return [provisionName(structure, index, 'vi'), provisionName(structure, index, 'en')];
  };
  assert.deepEqual(named('quy-che-dieu-2-khoan-1-diem-dd'), [
    'điểm đ khoản 1 Điều 2 Quy chế',
    'point đ of clause 1 of Article 2 of the Regulation',
  ]);
  assert.deepEqual(named('dieu-3'), ['Điều 3', 'Article 3']);
  assert.deepEqual(named('quy-che'), ['Quy chế', 'the Regulation']);
  assert.deepEqual(named('quy-che-chuong-2-muc-1'), [
    'Mục 1 Chương II Quy chế',
    'Section 1 of Chapter II of the Regulation',
  ]);
  const twice = article('<p>1. A.</p><p>1. B.</p>');
  assert.equal(provisionName(twice, 2, 'vi'), 'khoản 1 Điều 1 (lần thứ 2 trong văn bản)');
});

test('ordinals are read as legal texts print them', () => {
  const cases = { '3': 3, IV: 4, 'thứ nhất': 1, 'THỨ BA': 3, 'thứ mười hai': 12, XIX: 19, '5a': 5 };
  for (const [printed, value] of Object.entries(cases)) assert.equal(ordinalOf(printed), value, printed);
  assert.equal(ordinalOf('IIV'), undefined);
  assert.equal(ordinalOf('chung'), undefined);
});

/** Articles with five clauses of three points each. */
function longBody(articles: number): string {
  const clause = (number: number) =>
    `<p>${number}. Việc theo khoản 1 Điều này:</p><p>a) Một;</p><p>b) Hai;</p><p>c) Ba.</p>`;
  const one = [1, 2, 3, 4, 5].map(clause).join('');
  return Array.from({ length: articles }, (_, index) => `<h3>Điều ${index + 1}. Việc</h3>${one}`).join('');
}

/** Time of the processor, so that a busy machine does not count. */
function cpuMs(run: () => unknown): number {
  const started = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

test('eight times the text takes less than twelve times the time', () => {
  const [small, large] = [longBody(100), longBody(800)];
  assert.equal(structureOf(large).counts.point, 12_000);
  // Eight results are kept, so that both sides fill the same memory; other work can only spoil a round.
  const rounds: number[] = [];
  while (rounds.length < 8 && !rounds.some((ratio) => ratio < 12)) {
    const kept: Structure[] = [];
    const eight = cpuMs(() => {
      for (let run = 0; run < 8; run += 1) kept.push(structureOf(small));
    });
    assert.equal(kept.length, 8);
    rounds.push((8 * cpuMs(() => structureOf(large))) / eight);
  }
  assert.ok(Math.min(...rounds) < 12, rounds.map((ratio) => ratio.toFixed(1)).join(', '));
});

test('hostile bodies are read in time that grows with their length, and never throw', () => {
  const hostile = [
    '<p>“Điều 1. </p>'.repeat(20_000),
    `<p>${'1. a) x; b) Y; '.repeat(20_000)}</p>`,
    `<p>${'a) X<br>'.repeat(20_000)}</p>`,
    `<h2>${'PHỤ LỤC<br>'.repeat(5_000)}</h2>`,
    '<h2>QUY CHẾ</h2><p>(Ban hành kèm theo Quyết định)</p>'.repeat(5_000),
    `<p>Điều 1. x</p>${'<ul><li>x</li><li>y</li></ul>'.repeat(10_000)}`,
    `<p>Điều 1. x</p>${'<p>1. x</p>'.repeat(20_000)}`,
    '<p>I. X</p><p>A. X</p>'.repeat(10_000),
    `<p>1.${'1.'.repeat(50_000)}</p>`,
    '<table>'.repeat(1000),
    '<li>1. x</li>',
    '',
    'chữ trần',
  ];
  for (const html of hostile) {
    const started = performance.now();
    const structure = structureOf(html);
    assert.ok(performance.now() - started < 5000, html.slice(0, 40));
    assert.equal(
      new Set(structure.provisions.map(({ address }) => address)).size,
      structure.provisions.length,
    );
  }
});
