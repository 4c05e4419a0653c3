import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { toBytes, toVni } from '../../tests/support/legacy-encoders.ts';
import { runTool } from '../../tests/support/operator.ts';
import { docxOf, docxParagraph, odtOf, pdfOf } from '../platform/extract/fixtures.ts';
import type { FileReading } from './reading.ts';

const LINES = [
  'ỦY BAN NHÂN DÂN',
  'TỈNH MÂY NGÀN',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Số: 07/2024/QĐ-UBND',
  'Mây Ngàn, ngày 03 tháng 4 năm 2024',
  'QUYẾT ĐỊNH',
  'Về lịch chợ phiên của các xã',
  'ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN',
  'Căn cứ Nghị định số 42/2022/NĐ-CP ngày 24 tháng 6 năm 2022 của Chính phủ;',
  'QUYẾT ĐỊNH:',
  'Điều 1. Phạm vi',
  '1. Chợ phiên họp vào sáng chủ nhật.',
  '2. Các xã báo trước khi đổi ngày:',
  'a) Với tỉnh;',
  'b) Với các xã bên cạnh theo khoản 1 Điều này.',
  'Điều 2. Hiệu lực',
  'Quyết định này thay thế Quyết định số 05/2019/QĐ-UBND ngày 02 tháng 3 năm 2019 của Ủy ban nhân dân tỉnh.',
  'TM. ỦY BAN NHÂN DÂN',
  'CHỦ TỊCH',
  'Hoàng Văn Mẫu',
];

/** The same text in each kind of file, NFC. */
const FILES: Record<string, Uint8Array> = {
  'a.txt': Buffer.from(LINES.join('\n')),
  'a.html': Buffer.from(`<html><body>${LINES.map((line) => `<p>${line}</p>`).join('')}</body></html>`),
  'a.docx': docxOf(LINES.map((line) => docxParagraph(line)).join('')),
  'a.odt': odtOf(LINES.map((line) => `<text:p>${line}</text:p>`).join('')),
  'a.pdf': pdfOf([LINES]),
};

describe('LC-024 LX-011: portal read', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-read-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const put = (name: string, bytes: Uint8Array): string => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };

  for (const [name, bytes] of Object.entries(FILES))
    test(`${name}: fields, structure and citations, without a database`, async () => {
      const { code, out, err } = await runTool(`read ${put(name, bytes)} --json`, { DATA_DIR: folder });
      assert.equal(code, 0, err);
      const reading: FileReading = JSON.parse(out);
      const { fields, structure, citations } = reading;
      assert.equal(reading.format, name.slice(2));
      assert.deepEqual(
        [fields.number?.value, fields.kind?.value, fields.issuedOn?.value, fields.signer?.value],
        ['07/2024/QĐ-UBND', 'Quyết định', '2024-04-03', 'Hoàng Văn Mẫu'],
      );
      assert.deepEqual(
        [structure.counts.article, structure.counts.clause, structure.counts.point],
        [2, 2, 2],
      );
      const [first, second] = structure.provisions;
      assert.deepEqual([first?.address, first?.title], ['dieu-1', 'Phạm vi']);
      assert.deepEqual(
        first?.children[1]?.children.map(({ address }) => address),
        ['dieu-1-khoan-2-diem-a', 'dieu-1-khoan-2-diem-b'],
      );
      assert.deepEqual(second?.name, { vi: 'Điều 2', en: 'Article 2' });
      assert.deepEqual(
        citations.filter(({ number }) => number).map(({ number, role, where }) => [number, role, where]),
        [
          ['42/2022/NĐ-CP', 'basis', ''],
          ['05/2019/QĐ-UBND', 'replaces', 'dieu-2'],
        ],
      );
      const own = citations.find(({ provision }) => provision === 'dieu-1-khoan-1');
      assert.deepEqual([own?.self, own?.where], ['document', 'dieu-1-khoan-2-diem-b']);
    });

  test('people read sentences in their language, and what was converted from an old table', async () => {
    const file = put('vni.txt', toBytes(LINES.map(toVni).join('\n')));
    const vi = await runTool(`read ${file}`);
    assert.equal(vi.code, 0, vi.err);
    assert.match(vi.out, /Số, ký hiệu: 07\/2024\/QĐ-UBND\n/u);
    assert.match(vi.out, /Cấu trúc: 2 điều, 2 khoản, 2 điểm\n {2}Điều 1\. Phạm vi {2}#dieu-1\n/u);
    assert.match(vi.out, /dieu-2: .*05\/2019\/QĐ-UBND.*\(thay thế → 05\/2019\/QĐ-UBND\)/u);
    assert.match(vi.out, /! Văn bản dùng bảng mã cũ VNI/u);
    const en = await runTool(`read ${file} --lang en`);
    assert.match(en.out, /Structure: 2 articles, 2 clauses, 2 points\n {2}Article 1\. /u);
    const { conversion } = JSON.parse((await runTool(`read ${file} --json`)).out) as FileReading;
    assert.deepEqual(conversion, { from: 'vni', marks: [] });
  });

  test('a file that cannot be read ends with 1 and says what to do; no file with 2', async () => {
    const scan = await runTool(`read ${put('quet.pdf', pdfOf([[]]))} --json`);
    assert.equal(scan.code, 1);
    // a machine with Tesseract reads the pages and finds no text on them; another cannot read them
    assert.ok(['scannedPdf', 'noText'].includes(JSON.parse(scan.out).error.code), scan.out);
    assert.match(scan.err, /Tệp .*\n.*(?:file|scan)/u);
    assert.equal((await runTool(`read ${path.join(folder, 'nothing.pdf')}`)).code, 1);
    assert.equal((await runTool('read')).code, 2);
  });
});
