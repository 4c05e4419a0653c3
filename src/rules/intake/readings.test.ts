import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOfNumber, readDate, readEffect, recogniseDocument, suggestSentenceCase } from './index.ts';

test('dates are read day before month and must exist', () => {
  assert.equal(readDate('ngày 05 tháng 6 năm 2020')?.on, '2020-06-05');
  assert.equal(readDate('22/4/2011')?.on, '2011-04-22');
  assert.equal(readDate('05-02-2026')?.on, '2026-02-05');
  assert.equal(readDate('31/02/2024'), undefined);
  assert.equal(readDate('tháng 6'), undefined);
});

test('the entry into force is that of the document, not of a text it names', () => {
  assert.deepEqual(readEffect('Nghị quyết này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2026.'), {
    kind: 'printed',
    on: '2026-01-01',
    printed: 'Nghị quyết này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2026',
  });
  assert.equal(
    readEffect('Quyết định này có hiệu lực sau 10 (mười) ngày kể từ ngày ký.')?.kind,
    'afterSigning',
  );
  assert.equal(readEffect('Quyết định này có hiệu lực kể từ ngày đăng Công báo tỉnh.')?.kind, 'unknownEvent');
  assert.equal(readEffect('Quyết định số 1/2011/QĐ-UBND có hiệu lực từ ngày 01/02/2011.'), undefined);
});

test('kinds follow the symbol of the number', () => {
  assert.equal(kindOfNumber('22/2016/QĐ-UBND')?.name, 'Quyết định');
  assert.equal(kindOfNumber('41/TTr-STTTT')?.name, 'Tờ trình');
  assert.equal(kindOfNumber('12/CT-UBND')?.name, 'Chỉ thị');
  assert.equal(kindOfNumber('123/UBND-KGVX')?.name, 'Công văn');
  assert.equal(kindOfNumber('64/2025/QH15'), undefined);
});

test('a title in capitals is proposed in sentence case after the writing of the text', () => {
  const text = ['Phê duyệt Đề án phát triển Khu du lịch Hồ Sen đến năm 2030.', 'UBND các xã thực hiện.'];
  assert.equal(
    suggestSentenceCase('VỀ VIỆC PHÊ DUYỆT ĐỀ ÁN PHÁT TRIỂN KHU DU LỊCH HỒ SEN', text),
    'Về việc phê duyệt Đề án phát triển Khu du lịch Hồ Sen',
  );
  assert.equal(
    suggestSentenceCase('GIAO UBND CÁC XÃ THU PHÍ TẠI TỈNH LÀO CAI', text),
    'Giao UBND các xã thu phí tại tỉnh Lào Cai',
  );
  assert.equal(suggestSentenceCase('về việc Giữ Nguyên', text), 'Về việc Giữ Nguyên');
});

test('an abstract in small letters ends where the text begins, and an office bears its superior', () => {
  const read = recogniseDocument({
    text: `UBND TỈNH MÂY NGÀN
VĂN PHÒNG
Số: 112/TB-VP
Mây Ngàn, ngày 20 tháng 8 năm 2024
THÔNG BÁO
Kết luận của Chủ tịch Ủy ban nhân dân tỉnh
tại phiên họp tháng 8
Ngày 18 tháng 8 năm 2024, Chủ tịch Ủy ban nhân dân tỉnh chủ trì phiên họp và kết luận:
1. Giao Sở Tài chính trình dự toán.`,
  });
  assert.equal(read.title?.value, 'Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại phiên họp tháng 8');
  assert.equal(read.issuer?.value, 'Văn phòng UBND tỉnh Mây Ngàn');
});

test('articles of old fonts and of scans are headings', () => {
  const { html } = recogniseDocument({
    text: 'QUYẾT ĐỊNH:\n\u00D0iều 1. Chợ\nĐiều2.Phí\nĐIỀU 3. Đèn\nĐiều 4 của Luật này.',
  });
  assert.equal(
    html,
    '<h2>QUYẾT ĐỊNH:</h2><h3>\u00D0iều 1. Chợ</h3><h3>Điều2.Phí</h3><h3>ĐIỀU 3. Đèn</h3><p>Điều 4 của Luật này.</p>',
  );
});

test('hostile and very long texts are read in time that grows with their length', () => {
  const dots = `${'.'.repeat(200_000)}x`;
  const hostile = [
    dots,
    `QUYẾT ĐỊNH\n${dots}`,
    `V/v ${dots}`,
    '*a '.repeat(60_000),
    '- 1 Luật '.repeat(20_000),
    'Điều 1. '.repeat(20_000),
    '('.repeat(100_000),
    'Chương I\n'.repeat(20_000),
    '| '.repeat(100_000),
  ];
  for (const text of hostile) {
    const started = performance.now();
    recogniseDocument({ text });
    assert.ok(performance.now() - started < 5000, text.slice(0, 20));
  }
});
