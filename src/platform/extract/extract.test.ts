import assert from 'node:assert/strict';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { recogniseDocument } from '../../rules/intake/index.ts';
import { docxOf, docxParagraph, odtOf, pdfOf } from './fixtures.ts';
import { type Extracted, type ExtractRequest, extractFile } from './index.ts';

const LINES = [
  'Số: 07/TB-UBND',
  'Mây Ngàn, ngày 03 tháng 4 năm 2024',
  'THÔNG BÁO',
  'Về lịch chợ phiên năm 2024',
];

const taken = async (bytes: Uint8Array | string, fileName: string, limits = {}): Promise<Extracted> => {
  const answer = await extractFile({
    bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
    fileName,
    limits,
  });
  if (!answer.ok) assert.fail(`${fileName} was refused: ${answer.code}`);
  return answer;
};

const refused = async (request: ExtractRequest): Promise<string> => {
  const answer = await extractFile(request);
  if (answer.ok) assert.fail(`${request.fileName} was taken in`);
  assert.ok(
    answer.vi.length > 20 && answer.en.length > 20 && !/[{}]/.test(answer.vi + answer.en),
    answer.code,
  );
  return answer.code;
};

const noteCodes = (answer: Extracted): string[] => answer.notes.map(({ code }) => code);

test('a Word file: headings, bold, list and table come as a body; images are told, not taken', async () => {
  const image = `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="a" descr="Ảnh"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="rI"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  const cell = (text: string) => `<w:tc>${docxParagraph(text)}</w:tc>`;
  const body =
    docxParagraph('Lịch chợ', 'H1') +
    docxParagraph('Chợ tuần', 'H2') +
    docxParagraph('Chủ nhật', undefined, true) +
    image +
    `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Chợ')}${cell('Giờ')}</w:tr><w:tr>${cell('Tuần')}${cell('7')}</w:tr></w:tbl>`;
  const answer = await taken(docxOf(body, { 'word/media/a.png': strToU8('x') }), 'lich.docx');
  assert.equal(
    answer.html,
    '<h2>Lịch chợ</h2><h3>Chợ tuần</h3><p><strong>Chủ nhật</strong></p><table><thead><tr><th scope="col">Chợ</th><th scope="col">Giờ</th></tr></thead><tbody><tr><td>Tuần</td><td>7</td></tr></tbody></table>',
  );
  assert.equal(answer.format, 'docx');
  assert.equal(answer.text, 'Lịch chợ\nChợ tuần\nChủ nhật\nChợ\tGiờ\nTuần\t7');
  assert.deepEqual(noteCodes(answer), ['imagesNotTaken']);
});

test('an OpenDocument file: headings, lists, tables with spans, links, looks and notes', async () => {
  const styles = `<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><text:list-style style:name="N"><text:list-level-style-number text:level="1"/></text:list-style>`;
  const body =
    '<text:tracked-changes><text:changed-region><text:deletion><text:p>đã xóa</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
    '<text:h text:outline-level="1">Lịch</text:h><text:p>Chợ<text:s text:c="2"/><text:span text:style-name="B">tuần</text:span><text:line-break/><text:a xlink:href="https://vi.du.vn/">xem</text:a><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>chú thích</text:p></text:note-body></text:note></text:p>' +
    '<text:list text:style-name="N"><text:list-item><text:p>một</text:p><text:list><text:list-item><text:p>con</text:p></text:list-item></text:list></text:list-item></text:list>' +
    '<text:p><draw:frame><draw:image/></draw:frame></text:p>' +
    '<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Chợ</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>a &amp; b</text:p></table:table-cell><table:table-cell table:number-columns-repeated="99999999"/></table:table-row></table:table>';
  const answer = await taken(odtOf(body, styles), 'lich.odt');
  const expected =
    '<h2>Lịch</h2><p>Chợ <strong>tuần</strong><br><a href="https://vi.du.vn/" rel="noopener">xem</a> (chú thích)</p><ol><li>một<ul><li>con</li></ul></li></ol><table><thead><tr><th scope="col" colspan="2">Chợ</th></tr></thead><tbody><tr><td>a &amp; b</td>';
  assert.equal(answer.html?.slice(0, expected.length), expected);
  assert.equal(answer.html?.split('<td>').length, 102);
  assert.deepEqual(noteCodes(answer), ['imagesNotTaken', 'trackedChanges']);
});

test('a PDF with a text layer gives its lines, which the recogniser can read', async () => {
  const answer = await taken(pdfOf([LINES, ['Trang hai có đủ chữ để đọc được.']]), 'thong-bao.pdf');
  assert.equal(answer.format, 'pdf');
  assert.equal(answer.lineWrapped, true);
  for (const line of LINES) assert.ok(answer.text.includes(line), line);
  const read = recogniseDocument({ text: answer.text, lineWrapped: answer.lineWrapped });
  assert.deepEqual([read.number?.value, read.issuedOn?.value], ['07/TB-UBND', '2024-04-03']);
});

test('a scanned PDF is refused with what to do; a single bare page among others is only told', async () => {
  assert.equal(await refused({ bytes: pdfOf([[], []]), fileName: 'quet.pdf' }), 'scannedPdf');
  const answer = await taken(pdfOf([LINES, []]), 'mot-phan.pdf');
  assert.deepEqual(noteCodes(answer), ['pagesWithoutText']);
});

test('HTML is cleaned to the body subset and what was removed is told', async () => {
  const answer = await taken(
    '<!doctype html><meta charset=utf-8><title>x</title><h1>Lịch</h1><script>alert(1)</script><p onclick=x()>Chợ</p>',
    'lich.html',
  );
  assert.equal(answer.html, '<h2>Lịch</h2><p>Chợ</p>');
  assert.deepEqual(answer.bodyFindings.map(({ code }) => code).includes('removedActive'), true);
});

test('plain text is taken in as it stands, decomposed letters composed, other encodings told', async () => {
  const plain = await taken('Chợ phiên\nhọp chủ nhật', 'lich.txt');
  assert.deepEqual([plain.text, plain.html, plain.notes], ['Chợ phiên\nhọp chủ nhật', undefined, []]);
  const decomposed = await taken('Chợ phiên'.normalize('NFD'), 'lich.txt');
  assert.equal(decomposed.text, 'Chợ phiên');
  assert.deepEqual(noteCodes(decomposed), ['composed']);
  const wide = await taken(Buffer.from('\uFEFFChợ phiên', 'utf16le'), 'lich.txt');
  assert.equal(wide.text, 'Chợ phiên');
  assert.deepEqual(noteCodes(wide), ['encoding']);
  assert.deepEqual([plain.encoding, wide.encoding], ['utf-8', 'utf-16le']);
});

test('decomposed letters inside a Word file are composed', async () => {
  const answer = await taken(docxOf(docxParagraph('Chợ phiên'.normalize('NFD'))), 'lich.docx');
  assert.equal(answer.html, '<p>Chợ phiên</p>');
  assert.deepEqual(noteCodes(answer), ['composed']);
});

test('the content decides, and a name that says otherwise is told', async () => {
  const answer = await taken(pdfOf([LINES]), 'thong-bao.docx');
  assert.equal(answer.format, 'pdf');
  assert.deepEqual(noteCodes(answer), ['typeMismatch']);
  assert.match(answer.notes[0]?.vi ?? '', /\.docx ≠ \.pdf/);
  assert.equal((await taken('<html><body><p>Chợ</p></body></html>', 'a.txt')).format, 'html');
});

test('empty, missing, broken, unknown and old files are refused, each with its own sentence', async () => {
  const docx = docxOf(docxParagraph('Chợ phiên'));
  const broken = Buffer.from(docx);
  // Damages the packed bytes of the main part, so that only its check sum or stream can tell.
  broken.fill(0x55, 200, 260);
  const cases: [Uint8Array, string, string][] = [
    [new Uint8Array(), 'a.docx', 'emptyFile'],
    [Buffer.from('  \n '), 'a.txt', 'emptyFile'],
    [docx.subarray(0, docx.length - 400), 'a.docx', 'brokenFile'],
    [broken, 'a.docx', 'brokenFile'],
    [docxOf('<w:p><w:r>'), 'a.docx', 'brokenFile'],
    [odtOf('<text:p>a</text:h>'), 'a.odt', 'brokenFile'],
    [pdfOf([LINES]).subarray(0, 40), 'a.pdf', 'brokenFile'],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 4, 5]), 'a.png', 'scannedImage'],
    [zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'a.xlsx', 'unknownType'],
    [Buffer.from('{\\rtf1 a}'), 'a.rtf', 'oldWord'],
    [Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'a.doc', 'oldWord'],
    [odtOf('<text:p><draw:frame><draw:image/></draw:frame></text:p>'), 'a.odt', 'noText'],
  ];
  for (const [bytes, fileName, code] of cases)
    assert.equal(await refused({ bytes, fileName }), code, `${fileName} ${code}`);
  assert.equal(
    await refused({ path: path.join(tmpdir(), 'khong-co-tep-nay'), fileName: 'a.txt' }),
    'notFound',
  );
  assert.equal(await refused({ path: tmpdir(), fileName: 'a.txt' }), 'notFound');
});

test('files with a password are refused as such', async () => {
  const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`;
  assert.equal(await refused({ bytes: pdfOf([LINES], locked), fileName: 'a.pdf' }), 'encrypted');
  const office = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  assert.equal(await refused({ bytes: office, fileName: 'a.docx' }), 'encrypted');
  const manifest = {
    'META-INF/manifest.xml': strToU8('<manifest:manifest><manifest:encryption-data/></manifest:manifest>'),
  };
  assert.equal(
    await refused({ bytes: odtOf('<text:p>a</text:p>', '', manifest), fileName: 'a.odt' }),
    'encrypted',
  );
});

test('a file of 1 GB is refused by its size, without being read', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'extract-'));
  const file = path.join(folder, 'lon.docx');
  try {
    const handle = await open(file, 'w');
    await handle.truncate(1024 ** 3);
    await handle.close();
    const started = performance.now();
    const answer = await extractFile({ path: file, fileName: 'lon.docx' });
    assert.ok(!answer.ok && answer.code === 'tooLarge' && answer.vi.includes('50 MB'));
    assert.ok(performance.now() - started < 500, 'no thread was started for it');
    await writeFile(file, docxOf(docxParagraph('Chợ phiên')));
    const small = await extractFile({ path: file, fileName: 'nho.docx' });
    assert.ok(small.ok && small.text === 'Chợ phiên');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('zip bombs are refused at the budget, also when their headers lie about the size', async () => {
  const zeros = new Uint8Array(30 * 1024 * 1024);
  const limits = { unpackedBytes: 10 * 1024 * 1024 };
  const bomb = docxOf(docxParagraph('Chợ phiên'), { 'word/media/a.png': zeros });
  assert.ok(bomb.length < 100_000);
  assert.equal(await refused({ bytes: bomb, fileName: 'bom.docx', limits }), 'tooMuchInside');
  const lying = Buffer.from(bomb);
  const real = Buffer.alloc(4);
  real.writeUInt32LE(zeros.length);
  for (let at = lying.indexOf(real); at !== -1; at = lying.indexOf(real, at + 1)) lying.writeUInt32LE(10, at);
  assert.equal(await refused({ bytes: lying, fileName: 'bom.docx', limits }), 'tooMuchInside');
  const odt = odtOf(`<text:p>${'a'.repeat(12 * 1024 * 1024)}</text:p>`);
  assert.equal(await refused({ bytes: odt, fileName: 'bom.odt', limits }), 'tooMuchInside');
  assert.equal(
    await refused({ bytes: docxOf(docxParagraph('a')), fileName: 'a.docx', limits: { parts: 3 } }),
    'tooMuchInside',
  );
  assert.ok(deflateRawSync(zeros).length < 100_000);
});

test('too much text, too much time and too much memory end the thread, not the server', async () => {
  const long = 'Chợ phiên. '.repeat(20_000);
  assert.equal(
    await refused({ bytes: Buffer.from(long), fileName: 'a.txt', limits: { outputBytes: 1000 } }),
    'tooMuchInside',
  );
  assert.equal(
    await refused({ bytes: Buffer.from('Chợ'), fileName: 'a.txt', limits: { timeoutMs: 1 } }),
    'timedOut',
  );
  const heavy = Buffer.from(`<html>${'<p><b>x</b><i>y</i></p>'.repeat(200_000)}</html>`);
  assert.equal(await refused({ bytes: heavy, fileName: 'a.html', limits: { heapMiB: 24 } }), 'tooComplex');
  assert.equal((await taken('Chợ phiên', 'a.txt')).text, 'Chợ phiên');
});

test('many requests at once are all answered, and those beyond the queue are told to come back', async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      extractFile({ bytes: Buffer.from(`Chợ phiên ${index}`), fileName: 'a.txt' }),
    ),
  );
  assert.equal(answers.filter((answer) => answer.ok).length, 22);
  assert.ok(answers.every((answer) => answer.ok || answer.code === 'tooBusy'));
});

test('headers and footers of docx and odt are told beside the text, where stamps are printed', async () => {
  const part = (text: string) => strToU8(`<w:hdr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:hdr>`);
  const word = docxOf(docxParagraph('Nội dung.'), {
    'word/header2.xml': part('T&#7888;I </w:t></w:r><w:r><w:t>MẬT &amp; bản 2'),
    'word/footer1.xml': part('Trang'),
    'word/headers.xml': part('khác'),
  });
  const docx = await taken(word, 'a.docx');
  assert.equal(docx.margins, 'TỐI MẬT & bản 2\n\nTrang');
  assert.doesNotMatch(docx.text, /MẬT/);
  const styles = `<office:master-styles><style:master-page><style:header><text:p>MẬT<text:tab/>1</text:p></style:header></style:master-page></office:master-styles>`;
  const more = { 'styles.xml': strToU8(`<office:document-styles>${styles}</office:document-styles>`) };
  const odt = await taken(odtOf('<text:p>Nội dung.</text:p>', '', more), 'a.odt');
  assert.equal(odt.margins, 'MẬT\t1');
  assert.equal((await taken(docxOf(docxParagraph('Nội dung.')), 'b.docx')).margins, undefined);
});
