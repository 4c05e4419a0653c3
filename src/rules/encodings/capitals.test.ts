import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toTcvn3 } from '../../../tests/support/legacy-encoders.ts';
import { convertLegacy } from './index.ts';

/** A decision, a notice and a resolution as they are laid out: headings in capitals, names, offices, sentences. */
const LEGAL_TEXT = `ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH MẪU SƠN\tĐộc lập - Tự do - Hạnh phúc
Số: 15/2004/QĐ-UB\tMẫu Sơn, ngày 12 tháng 5 năm 2004
QUYẾT ĐỊNH
Về việc ban hành Quy chế quản lý và sử dụng nhà công vụ
ỦY BAN NHÂN DÂN TỈNH
Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân;
Xét đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 120/TTr-STC ngày 20 tháng 4 năm 2004,
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý và sử dụng nhà công vụ.
Điều 2. Ông (bà) Chánh Văn phòng, Giám đốc các sở, Thủ trưởng các ban, ngành chịu trách nhiệm thi hành.
Ở những nơi chưa có nhà công vụ, Ủy ban nhân dân huyện báo cáo Sở Xây dựng.
TM. ỦY BAN NHÂN DÂN TỈNH
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Vũ Thị Hà
QUY CHẾ
QUẢN LÝ VÀ SỬ DỤNG NHÀ CÔNG VỤ
(Ban hành kèm theo Quyết định số 15/2004/QĐ-UB của Ủy ban nhân dân tỉnh Mẫu Sơn)
CHƯƠNG I
NHỮNG QUY ĐỊNH CHUNG
Điều 1. Phạm vi và đối tượng
1. Quy chế này quy định việc bố trí, sử dụng và thu hồi nhà công vụ.
2. Ở xã, phường, thị trấn do Chủ tịch Ủy ban nhân dân quyết định.
CHƯƠNG II
BỐ TRÍ, SỬ DỤNG VÀ THU HỒI
BỘ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ Y TẾ MẪU SƠN\tĐộc lập - Tự do - Hạnh phúc
THÔNG BÁO
KẾT QUẢ KIỂM TRA AN TOÀN VỆ SINH THỰC PHẨM Ở CÁC CHỢ
Kính gửi: Phòng Y tế các huyện; Trung tâm Y tế dự phòng.
HỘI ĐỒNG NHÂN DÂN XÃ Ở VÙNG CAO
NGHỊ QUYẾT
VỀ NHIỆM VỤ PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2005
CHỦ TỌA KỲ HỌP
Lê Tú
BỘ Y TẾ
Nơi nhận:
- Như Điều 3;
- Lưu: VT, TH.`;

/** The words of both texts that differ. */
function differing(one: string, other: string): string[] {
  const words = other.split(/\s+/u);
  return one.split(/\s+/u).filter((word, index) => word !== words[index]);
}

/** Letters whose capital TCVN3 cannot write: capitals with a tone. */
function lostCapitals(text: string): number {
  return [...text].filter(
    (letter) =>
      letter !== letter.toLowerCase() && /[\u0300\u0301\u0303\u0309\u0323]/u.test(letter.normalize('NFD')),
  ).length;
}

describe('LC-024 LX-011: capitals of TCVN3', () => {
  const source = toTcvn3(LEGAL_TEXT);
  const { text, marks } = convertLegacy(source, 'tcvn3');

  test('measured on a decision, a notice and a resolution: 81 of 89 lost capitals come back, none is invented', () => {
    assert.equal(text.toLowerCase(), LEGAL_TEXT.toLowerCase(), 'the letters themselves are exact');
    assert.deepEqual([lostCapitals(LEGAL_TEXT), lostCapitals(text)], [89, 81]);
    const invented = [...text].filter((letter, index) => letter !== LEGAL_TEXT[index] && isCapital(letter));
    assert.deepEqual(invented, []);
  });

  test('what stays small is a first letter among small ones, and a line that tells nothing', () => {
    assert.deepEqual(differing(LEGAL_TEXT, text), ['Ủy', 'Ở', 'Ủy', 'Ủy', 'Ở', 'Ủy', 'BỘ', 'TẾ']);
    const unknown = marks.filter(({ reason }) => reason === 'caseUnknown');
    assert.deepEqual(
      unknown.map(({ start, end }) => text.slice(start, end)),
      ['Bộ', 'Tế'],
    );
  });

  test('every letter made capital lies in a mark that says why, and every such mark holds one', () => {
    const plain = [...source].map((letter, index) => [letter, index] as const);
    assert.equal(source.length, text.length, 'one code a letter');
    const raised = plain
      .filter(([letter, index]) => toTcvn3(text[index] ?? '') === letter && isRaised(text[index] ?? ''))
      .map(([, index]) => index);
    const restoring = marks.filter(({ reason }) => reason !== 'caseUnknown');
    assert.equal(raised.length, 81);
    assert.ok(raised.every((at) => restoring.some(({ start, end }) => start <= at && at < end)));
    assert.ok(restoring.every(({ start, end }) => raised.some((at) => start <= at && at < end)));
    const lineMarks = restoring.filter(({ reason }) => reason === 'lineInCapitals');
    assert.ok(lineMarks.length > 10 && lineMarks.length < restoring.length);
  });

  test('a name below an office in capitals stays as names are written', () => {
    const signature = 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nVũ Hà\nĐỗ Thị Lụa';
    const read = convertLegacy(toTcvn3(signature), 'tcvn3');
    assert.equal(read.text, signature);
    assert.deepEqual(
      read.marks
        .filter(({ reason }) => reason === 'caseUnknown')
        .map(({ start, end }) => read.text.slice(start, end)),
      ['Vũ', 'Hà'],
    );
  });

  test('abbreviations and Roman figures do not make their neighbours capital', () => {
    for (const line of [
      'UBND xã',
      'Phần VI, Hồ sơ',
      'Bộ GTVT',
      'theo QUY ĐỊNH ở Điều 5',
      'Lê Hà, TRƯỞNG BAN',
    ])
      assert.equal(convertLegacy(toTcvn3(line), 'tcvn3').text, line, line);
  });

  test('a run in a capital font (.VnTimeH) becomes capital whole, and is marked once', () => {
    const head = toTcvn3('quyết định của ủy ban');
    const { text, marks } = convertLegacy(`${head}\n${toTcvn3('về nhà ở')}`, 'tcvn3', {
      capitalRuns: [{ start: 0, end: head.length }],
    });
    assert.equal(text, 'QUYẾT ĐỊNH CỦA ỦY BAN\nvề nhà ở');
    assert.deepEqual(marks, [{ start: 0, end: head.length, reason: 'capitalFont' }]);
  });

  test('a capital written twice is one letter; "Oóc" and "Oòng" are words', () => {
    const { text, marks } = convertLegacy('AµM ¢ÊT ¦øA OãN Oãc-®¬ Oßng', 'tcvn3');
    assert.equal(text, 'ÀM ẤT ỨA ÓN Oóc-đơ Oòng');
    assert.deepEqual([...new Set(marks.map(({ reason }) => reason))], ['doubledLetter']);
  });
});

function isRaised(letter: string): boolean {
  return lostCapitals(letter) === 1;
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
