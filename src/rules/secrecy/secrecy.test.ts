import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOpenDegree, markInFileName, markInText, markInValue } from './index.ts';

const HEAD = ['ỦY BAN NHÂN DÂN', 'TỈNH LÀO CAI', 'Số: 12/BC-UBND', 'Lào Cai, ngày 16 tháng 11 năm 2026'];
const inHead = (line: string) =>
  [...HEAD.slice(0, 2), line, ...HEAD.slice(2), 'Điều 1. Nội dung.'].join('\n');
const inBody = (line: string) =>
  [...HEAD, ...Array.from({ length: 60 }, (_, i) => `${i + 1}. Một khoản của văn bản này.`), line].join('\n');

test('LC-009: a stamp in the head is a mark, however it is printed', () => {
  const cases: [line: string, mark: string][] = [
    ['MẬT', 'secret'],
    ['TỐI MẬT', 'topSecret'],
    ['TUYỆT MẬT', 'utmostSecret'],
    ['Mật', 'secret'],
    ['Tối mật', 'topSecret'],
    ['T Ố I  M Ậ T', 'topSecret'],
    ['M Ậ T', 'secret'],
    ['[ MẬT ]', 'secret'],
    ['*** TUYỆT MẬT ***', 'utmostSecret'],
    ['MẬT'.normalize('NFD'), 'secret'],
    ['TOI MAT', 'topSecret'],
    ['MAT', 'secret'],
    ['TỐI MẬT | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'topSecret'],
    ['TỐI MẬT     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'topSecret'],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM MẬT', 'secret'],
    ['MẬT Bản số: 02', 'secret'],
    ['MẬT – Bản số 02', 'secret'],
    ['TỐI MẬT Số: 05/BC-UBND', 'topSecret'],
    ['Số: 12/BC-UBND (Mật)', 'secret'],
    ['Độ mật: Tối mật', 'topSecret'],
    ['MỨC ĐỘ MẬT: MẬT', 'secret'],
    ['M\u200BẬT', 'secret'],
    ['Lưu hành nội bộ', 'internal'],
    ['(TÀI LIỆU LƯU HÀNH NỘI BỘ)', 'internal'],
    ['Văn bản này chỉ lưu hành nội bộ', 'internal'],
    ['LUU HANH NOI BO', 'internal'],
    ['KHÔNG PHỔ BIẾN', 'notToSpread'],
    ['Tài liệu không phổ biến.', 'notToSpread'],
  ];
  for (const [line, mark] of cases) assert.equal(markInText(inHead(line)), mark, line);
});

test('LC-009: a stamp in capitals on a line of its own is a mark on every page', () => {
  for (const line of [
    'MẬT',
    'TỐI MẬT',
    '- TUYỆT MẬT -',
    'LƯU HÀNH NỘI BỘ',
    'Trang 2 | MẬT',
    'KHÔNG PHỔ BIẾN',
  ])
    assert.ok(markInText(inBody(line)), line);
});

test('the ordinary word is no mark, in the head and in the text', () => {
  const cases = [
    'VỀ VIỆC BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'BÍ MẬT NHÀ NƯỚC',
    'BẢO MẬT',
    'Quy chế bảo mật thông tin',
    'AN TOÀN – BẢO MẬT',
    'Ban hành Danh mục bí mật nhà nước độ Tối mật, độ Mật thuộc lĩnh vực y tế',
    'ĐỘ TỐI MẬT',
    'Độ mật: Thường',
    'Độ mật:',
    'Mật ong bạc hà',
    'MẬT ONG BẠC HÀ CAO NGUYÊN',
    'MẬT ĐỘ DÂN SỐ',
    'MẬT KHẨU',
    'Mắt, mặt và mất mát',
    'Mat',
    'Bệnh này không phổ biến ở vùng cao.',
    'Phổ biến pháp luật',
    'Quản lý tài liệu mật, tối mật và tuyệt mật theo quy định.',
    'Tài liệu lưu hành nội bộ của các cơ quan được lưu trữ theo quy định tại Điều này.',
    'ỦY BAN NHÂN DÂN XÃ BẢO MẬT',
    'Sở Nội vụ; Phòng Cơ yếu, bảo mật',
  ];
  for (const line of cases) {
    assert.equal(markInText(inHead(line)), undefined, `head: ${line}`);
    assert.equal(markInText(inBody(line)), undefined, `body: ${line}`);
  }
});

test('LC-009: the name of a file bears a mark with and without its accents', () => {
  const cases: [name: string, mark: string | undefined][] = [
    ['15-QĐ-UBND-MẬT.pdf', 'secret'],
    ['15-QD-UBND-MAT.pdf', 'secret'],
    ['bao cao (mat).docx', 'secret'],
    ['Hồ sơ mật.docx', 'secret'],
    ['MẬT 15-BC-UBND.docx', 'secret'],
    ['bao_cao_toi_mat.odt', 'topSecret'],
    ['Báo cáo tuyệt mật 2026.pdf', 'utmostSecret'],
    ['C:\\van-ban\\TOI-MAT\\12.pdf', undefined],
    ['luu-hanh-noi-bo-12.pdf', 'internal'],
    ['Không phổ biến - kế hoạch.pdf', 'notToSpread'],
    ['giai-phong-mat-bang.docx', undefined],
    ['GIAI PHONG MAT BANG.docx', undefined],
    ['Quy chế bảo mật.docx', undefined],
    ['Danh mục bí mật nhà nước độ tối mật.pdf', undefined],
    ['mật ong bạc hà.pdf', undefined],
    ['mat.pdf', undefined],
    ['MAT.pdf', 'secret'],
  ];
  for (const [name, mark] of cases) assert.equal(markInFileName(name), mark, name);
});

test('a field of the sender is read as a head, and an unknown degree is never open', () => {
  assert.equal(markInValue('Báo cáo tình hình (Tối mật)'), 'topSecret');
  assert.equal(markInValue('Về bảo vệ bí mật nhà nước'), undefined);
  for (const open of ['', 'Thường', 'thuong', 'Không', 'normal', 'Công khai'])
    assert.ok(isOpenDegree(open), open);
  for (const degree of ['Mật', 'mat', 'A', 'C', 'Tối mật', 'TUYỆT MẬT', 'restricted', '1'])
    assert.ok(!isOpenDegree(degree), degree);
});
