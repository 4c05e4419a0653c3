import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toBytes, toTcvn3, toVni } from '../../../tests/support/legacy-encoders.ts';
import { recogniseDocument } from '../../rules/intake/index.ts';
import { docxOf, docxParagraph, odtOf, pdfOf } from './fixtures.ts';
import { type Extracted, extractFile } from './index.ts';

const LINES = [
  'ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN',
  'Số: 07/2024/QĐ-UBND',
  'Mây Ngàn, ngày 03 tháng 4 năm 2024',
  'QUYẾT ĐỊNH',
  'Về việc ban hành lịch chợ phiên của các xã',
  'Điều 1. Chợ phiên họp vào sáng chủ nhật, trừ ngày lễ; người bán dọn chỗ trước giờ họp.',
  'Điều 2. Ủy ban nhân dân các xã chịu trách nhiệm thi hành từ ngày 15 tháng 4 năm 2024.',
];

const read = async (bytes: Uint8Array, fileName: string): Promise<Extracted> => {
  const answer = await extractFile({ bytes, fileName });
  if (!answer.ok) assert.fail(`${fileName} was refused: ${answer.vi}`);
  return answer;
};

const forms: [string, (lines: string[]) => Uint8Array][] = [
  ['a.txt', (lines) => toBytes(lines.join('\r\n'))],
  ['saved-as-utf8.txt', (lines) => Buffer.from(lines.join('\n'))],
  [
    'a.html',
    (lines) => toBytes(`<html><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`),
  ],
  [
    'entities.html',
    (lines) => {
      const escaped = (line: string) => line.replace(/[^\p{ASCII}]/gu, (char) => `&#${char.codePointAt(0)};`);
      return Buffer.from(lines.map((line) => `<p><span style="x">${escaped(line)}</span></p>`).join(''));
    },
  ],
  ['a.docx', (lines) => docxOf(lines.map((line) => docxParagraph(line)).join(''))],
  ['a.odt', (lines) => odtOf(lines.map((line) => `<text:p>${line}</text:p>`).join(''))],
];

describe('LC-024 LX-011: files in an old code table are read as Unicode', () => {
  const vni = LINES.map(toVni);
  const tcvn3 = LINES.map(toTcvn3);
  for (const [fileName, write] of forms) {
    test(`VNI, ${fileName}: every letter comes back, nothing is in doubt`, async () => {
      const answer = await read(write(vni), fileName);
      assert.deepEqual(
        answer.text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
        LINES,
      );
      assert.deepEqual(answer.conversion, { from: 'vni', marks: [] });
      assert.ok(answer.notes.some(({ code, vi }) => code === 'converted' && vi.includes('VNI')));
    });

    test(`TCVN3, ${fileName}: the letters come back, and ư with them; judged capitals are counted`, async () => {
      const answer = await read(write(tcvn3), fileName);
      // a first letter among small ones stays small: the table has no capital for it
      const expected = LINES.map((line) => line.replace('Ủy ban', 'ủy ban'));
      assert.deepEqual(
        answer.text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
        expected,
      );
      assert.equal(answer.conversion?.from, 'tcvn3');
      const marks = Object.fromEntries(
        (answer.conversion?.marks ?? []).map(({ reason, count }) => [reason, count]),
      );
      assert.ok((marks.wordInCapitals ?? 0) >= 4, JSON.stringify(marks));
      const doubt = answer.notes.filter(({ code }) => code === 'convertedDoubt');
      assert.deepEqual(
        doubt.map(({ count }) => count),
        answer.conversion?.marks.map(({ count }) => count),
      );
    });
  }

  test('bold words within a line keep their line, links and entities their form', async () => {
    const html = `<h2>${toTcvn3('QUYẾT ĐỊNH')}</h2><p><b>${toTcvn3('Điều 1.')}</b> ${toTcvn3('Giá vé')} &lt; 5 &amp; <a href="https://example.vn/x">${toTcvn3('những người được mời')}</a><br>${toTcvn3('trường học của huyện')}</p>`;
    const { html: body } = await read(toBytes(html), 'a.html');
    assert.equal(
      body?.replace(/ rel="[^"]*"/, ''),
      '<h2>QUYẾT ĐỊNH</h2><p><strong>Điều 1.</strong> Giá vé &lt; 5 &amp; <a href="https://example.vn/x">những người được mời</a><br>trường học của huyện</p>',
    );
  });

  test('what is read of a converted text is what is read of the sound one', async () => {
    const converted = await read(toBytes(vni.join('\n')), 'a.txt');
    const { number, title, issuedOn } = recogniseDocument({ text: converted.text });
    assert.deepEqual(
      [number?.value, title?.value, issuedOn?.value],
      ['07/2024/QĐ-UBND', 'Về việc ban hành lịch chợ phiên của các xã', '2024-04-03'],
    );
  });

  test('sound Unicode is left alone', async () => {
    const sound = await read(Buffer.from(LINES.join('\n')), 'a.txt');
    assert.equal(sound.conversion, undefined);
    assert.deepEqual(sound.notes, []);
  });

  test('a PDF in an old table and letters damaged for good are refused with what to do', async () => {
    const pdf = await extractFile({ bytes: pdfOf([tcvn3]), fileName: 'a.pdf' });
    assert.ok(!pdf.ok && pdf.code === 'legacyEncoding' && /bảng mã cũ TCVN3 \(ABC\)/.test(pdf.vi));
    const damaged = LINES.map((line) => Buffer.from(line).toString('latin1')).join('\n');
    const answer = await extractFile({ bytes: Buffer.from(damaged), fileName: 'a.txt' });
    assert.ok(!answer.ok && answer.code === 'legacyEncoding' && /đã hỏng/.test(answer.vi));
  });
});
