import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findPersonalData,
  isSecretKind,
  maskPersonalData,
  personalDataKinds,
  personalDataWords,
} from './index.ts';

// People, numbers and places of these texts are invented; a number that needs a check digit was given one.
type Case = readonly [text: string, ...found: string[]];

const numbers: readonly Case[] = [
  ['CCCD của tôi là 010085001234', 'identityCard 010085001234'],
  ['Căn cước công dân số: 010 085 001 234 do Cục Cảnh sát cấp', 'identityCard 010 085 001 234'],
  ['Số định danh cá nhân 010304012345.', 'identityCard 010304012345'],
  ['Mã 034190001234 nhờ tra giúp', 'identityCard 034190001234'],
  ['can cuoc 0100 8500 1234', 'identityCard 0100 8500 1234'],
  ['CMND số 063123456 cấp tại Lào Cai', 'oldIdentityCard 063123456'],
  ['chứng minh nhân dân: 063 123 456', 'oldIdentityCard 063 123 456'],
  ['giấy tờ 063123456 đã mất', 'oldIdentityCard 063123456'],
  ['Hộ chiếu B1234567 hết hạn', 'passport B1234567'],
  ['passport no. P00123456', 'passport P00123456'],
  ['đi nước ngoài bằng C7654321', 'passport C7654321'],
  ['Xin gọi 0912345678', 'phone 0912345678'],
  ['ĐT: 0912.345.678', 'phone 0912.345.678'],
  ['SĐT0987654321', 'phone 0987654321'],
  ['Zalo 098 765 4321 hoặc 0356-789-012', 'phone 098 765 4321', 'phone 0356-789-012'],
  ['+84 912 345 678', 'phone +84 912 345 678'],
  ['(+84)912345678', 'phone (+84)912345678'],
  ['0084912345678', 'phone 0084912345678'],
  ['điện thoại 0214.3840034', 'phone 0214.3840034'],
  ['máy bàn (0214) 3840 034', 'phone (0214) 3840 034'],
  ['liên hệ 024 3825 0000', 'phone 024 3825 0000'],
  ['0912345678/0987654321', 'phone 0912345678', 'phone 0987654321'],
  ['số điện thoại cũ 3840034 12', 'phone 3840034 12'],
  ['Gửi về nguyenvana@vidu.vn giúp tôi', 'email nguyenvana@vidu.vn'],
  ['Email: Tran.Thi-B+hoi@mail.vidu.com.vn.', 'email Tran.Thi-B+hoi@mail.vidu.com.vn'],
  ['thư: nguyenvana [at] vidu.vn', 'email nguyenvana [at] vidu.vn'],
  ['Thẻ 9704 3612 3456 7890 bị khóa'],
  ['Thẻ 4111 1111 1111 1111 bị khóa', 'bankCard 4111 1111 1111 1111'],
  ['thẻ 5500-0000-0000-0004', 'bankCard 5500-0000-0000-0004'],
  ['STK: 19034567890123 ngân hàng nông nghiệp', 'bankAccount 19034567890123'],
  ['chuyển vào tài khoản 8800 2050 1234 5 giúp', 'bankAccount 8800 2050 1234 5'],
  ['Mã số thuế 8012345679', 'taxCode 8012345679'],
  ['MST: 0100109106-001', 'taxCode 0100109106-001'],
  ['doanh nghiệp 0100109106 của tôi', 'taxCode 0100109106'],
  ['Số sổ BHXH 1012345678', 'socialInsurance 1012345678'],
  ['bảo hiểm xã hội: 10 1234 5678', 'socialInsurance 10 1234 5678'],
  ['Thẻ BHYT GD4101234567890', 'socialInsurance GD4101234567890'],
  ['thẻ HN2101012345678 hết hạn', 'socialInsurance HN2101012345678'],
];

const datesAndPlaces: readonly Case[] = [
  ['Tôi sinh ngày 12/3/1985 tại đây', 'birthDate 12/3/1985'],
  ['Ngày sinh: 12.03.1985', 'birthDate 12.03.1985'],
  ['ngày, tháng, năm sinh: 01-02-1990', 'birthDate 01-02-1990'],
  ['sinh ngày 12 tháng 3 năm 1985', 'birthDate 12 tháng 3 năm 1985'],
  ['Con tôi sinh năm 2015 học lớp 5', 'birthDate 2015'],
  ['SN 1978, làm ruộng', 'birthDate 1978'],
  ['sinh tháng 3/2015', 'birthDate 3/2015'],
  ['date of birth 12/03/1985', 'birthDate 12/03/1985'],
  ['Nhà tôi: số nhà 12, tổ 5, phường Cốc Lếu', 'address số nhà 12, tổ 5, phường Cốc Lếu'],
  [
    'số 155 đường Hoàng Liên, phường Cốc Lếu, tỉnh Lào Cai bị ngập',
    'address số 155 đường Hoàng Liên, phường Cốc Lếu, tỉnh Lào Cai',
  ],
  ['nhà số 7B/12 ngõ 3', 'address nhà số 7B/12 ngõ 3'],
  ['12/5 đường Trần Phú, P. Mây Ngàn', 'address 12/5 đường Trần Phú, P. Mây Ngàn'],
  ['Thường trú: thôn Sả Mây, xã Tả Ngàn, tỉnh Lào Cai', 'address thôn Sả Mây, xã Tả Ngàn, tỉnh Lào Cai'],
  ['Địa chỉ: xã Tả Ngàn, huyện Mây, tỉnh Lào Cai', 'address xã Tả Ngàn, huyện Mây, tỉnh Lào Cai'],
  ['hộ khẩu thường trú tại bản Mây 2, xã Tả Ngàn', 'address bản Mây 2, xã Tả Ngàn'],
  ['Gia đình tôi ở ấp Phú Mây, xã Mỹ Ngàn đã lâu', 'address ấp Phú Mây, xã Mỹ Ngàn'],
  ['em hiện đang sống tại khu phố 3, phường Mây', 'address khu phố 3, phường Mây'],
  ['ông Nguyễn Văn Mẫu, thôn Sả Mây, xã Tả Ngàn', 'name Nguyễn Văn Mẫu', 'address thôn Sả Mây, xã Tả Ngàn'],
];

const names: readonly Case[] = [
  ['Tên tôi là Nguyễn Văn Mẫu', 'name Nguyễn Văn Mẫu'],
  ['Tôi tên là Giàng A Mẫu, người Mông', 'name Giàng A Mẫu'],
  ['Tôi là Trần Thị Ví Dụ, ở xã bên', 'name Trần Thị Ví Dụ'],
  ['Họ và tên: LÊ VĂN MẪU', 'name LÊ VĂN MẪU'],
  ['Họ tên người đại diện: Phạm Mẫu', 'name Phạm Mẫu'],
  ['tên tôi là nguyễn văn mẫu ở tổ 5', 'name nguyễn văn mẫu', 'address tổ 5'],
  ['Người làm đơn: Đỗ Thị Mẫu', 'name Đỗ Thị Mẫu'],
  ['chồng tôi là Vũ Văn Mẫu đã mất', 'name Vũ Văn Mẫu'],
  ['Đề nghị ông Nguyễn Văn Mẫu và bà Trần Thị Ví trả lời', 'name Nguyễn Văn Mẫu', 'name Trần Thị Ví'],
  ['Bà Hoàng Thị Mẫu đã nhận tiền', 'name Hoàng Thị Mẫu'],
  ['anh Mẫu hàng xóm', 'name Mẫu'],
  ['Tôi xin cảm ơn.\nNguyễn Thị Mẫu', 'name Nguyễn Thị Mẫu'],
  ['ông Nguyễn Văn Mẫu Chủ tịch xã', 'name Nguyễn Văn Mẫu'],
  ['Ten toi la Nguyen Van Mau', 'name Nguyen Van Mau'],
  ['toi ten la nguyen van nam o to 5', 'name nguyen van nam', 'address to 5'],
];

const nobody: readonly Case[] = [
  ['Quyết định 22/2016/QĐ-UBND ngày 26/04/2016'],
  ['Nghị định số 42/2022/NĐ-CP, Điều 11 khoản 3 điểm a'],
  ['Luật 64/2025/QH15 và Nghị quyết 1673/NQ-UBTVQH15'],
  ['Số 0912345678/UBND-KT không phải số máy'],
  ['Hỗ trợ 1.500.000.000 đồng, tức 1,5 tỷ đồng'],
  ['Số tiền 123456789 đồng và 200000000 đ'],
  ['Tổng vốn 012345678 nghìn'],
  ['diện tích 123.456,7 m2, thửa đất số 123456789 tờ bản đồ số 12'],
  ['Mã hồ sơ 012345678 nộp ngày 05/08/2026'],
  ['H38.15.240115.0012 và 000.00.12.H38-240115-0003'],
  ['ngày 09-12-2021 10:30 và 08.09.2024 30 người'],
  ['giai đoạn 2021 2022 2023 2024, 2021-2025'],
  ['Tổng đài 1900 1234, 18001091'],
  ['học sinh năm 2024, tuyển sinh năm 2026, khai sinh ngày 12/03/2020'],
  ['chi phí phát sinh năm 2025; ông tôi hy sinh ngày 12/3/1968'],
  ['Công dân sinh năm 2007 phải khám nghĩa vụ quân sự khi nào?'],
  ['Đường vào thôn Sả Mây, xã Tả Ngàn bị hỏng'],
  ['Thủ tục đăng ký thường trú tại phường Cốc Lếu'],
  ['Địa chỉ trụ sở: số 12 đường Hoàng Liên, phường Cốc Lếu'],
  ['Tổ công tác, tổ chức, cơ bản, văn bản Quyết định'],
  ['Tôi là Giám đốc Công ty, tôi là Trưởng thôn'],
  ['Kính gửi ông Chủ tịch UBND tỉnh, bà Bí thư'],
  ['Đường Bà Triệu, huyện Anh Sơn, Bà Rịa - Vũng Tàu, sông Ông Đốc'],
  ['chứng chỉ tiếng Anh B1, nước Anh, các anh chị'],
  ['Luật Bảo hiểm xã hội số 58/2014/QH13; mức đóng 2500000 đồng'],
  ['mở tài khoản VNeID mức 2 năm 2026'],
  ['Cac to chuc, ca nhan hoi ve thu tuc dat dai nam 2026'],
  ['ba Nguoi dan hoi, chi Nhanh van phong, hinh anh Viet Nam'],
  ['Công ty mã 1234567890 nộp hồ sơ'],
  ['QL4D, ĐT 155, km 12+500, biển số 24A-123.45'],
  ['Thông tư 01/2026/TT-BNV (điểm b khoản 2 Điều 5)'],
];

const small: readonly Case[] = [
  ['thường trú: thôn sả mây, xã tả ngàn, tỉnh lào cai', 'address thôn sả mây, xã tả ngàn, tỉnh lào cai'],
  ['số nhà 12, tổ 5, phường cốc mây', 'address số nhà 12, tổ 5, phường cốc mây'],
  ['tôi là trần thị ví, xin hỏi', 'name trần thị ví'],
  ['ông nguyễn văn mẫu và bà trần thị ví', 'name nguyễn văn mẫu', 'name trần thị ví'],
  ['TÊN TÔI LÀ NGUYỄN VĂN MẪU Ở XÃ BÊN', 'name NGUYỄN VĂN MẪU'],
  ['EM SỐNG TẠI KHU PHỐ 3, PHƯỜNG MÂY', 'address KHU PHỐ 3, PHƯỜNG MÂY'],
];

const shown = (text: string) => findPersonalData(text).map(({ kind, text: found }) => `${kind} ${found}`);
const bareOf = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'));

const tables = { numbers, datesAndPlaces, names, small, nobody };
const all: readonly Case[] = Object.values(tables).flat();

for (const [title, cases] of Object.entries(tables)) {
  test(`LC-009: what a text holds of a person: ${title}, ${cases.length} cases`, () => {
    for (const [text, ...found] of cases) assert.deepEqual(shown(text), found, text);
  });
}

test('a text in combining letters gives the same finds, cut where its own letters end', () => {
  for (const [text, ...found] of all) {
    const combining = text.normalize('NFD');
    for (const { from, to, text: part } of findPersonalData(combining)) {
      assert.equal(combining.slice(from, to), part);
    }
    assert.deepEqual(
      shown(combining).map((line) => line.normalize('NFC')),
      found,
    );
  }
});

test('a text without marks gives the same finds', () => {
  for (const [text, ...found] of all) {
    if (text !== 'anh Mẫu hàng xóm') assert.deepEqual(shown(bareOf(text)), found.map(bareOf), bareOf(text));
  }
});

test('invisible signs and full-width digits hide nothing', () => {
  assert.deepEqual(shown('gọi 0912\u200b345\u200d678'), ['phone 0912\u200b345\u200d678']);
  assert.deepEqual(shown('gọi ０９１２３４５６７８'), ['phone ０９１２３４５６７８']);
  assert.deepEqual(shown('gọi 0912\u00a0345\u00a0678'), ['phone 0912\u00a0345\u00a0678']);
  assert.deepEqual(shown('😀 gọi 0912345678'), ['phone 0912345678']);
});

test('LC-108: a whole letter is masked so that nobody is known from it', () => {
  const letter = `Kính gửi Ban Biên tập,
Tôi tên là Nguyễn Văn Mẫu, sinh ngày 12/3/1985, CCCD số 010085001234, thường trú tại tổ 5, phường Cốc Mây.
Theo Quyết định 22/2016/QĐ-UBND, tôi nộp hồ sơ ngày 05/08/2026, lệ phí 150.000 đồng, mã số thuế 8012345679.
Xin trả lời về số 0912.345.678 hoặc mau@vidu.vn. Trân trọng.
Nguyễn Văn Mẫu`;
  assert.equal(
    maskPersonalData(letter, findPersonalData(letter)),
    `Kính gửi Ban Biên tập,
Tôi tên là [họ tên đã che], sinh ngày [ngày sinh đã che], CCCD số [số căn cước đã che], thường trú tại [địa chỉ đã che].
Theo Quyết định 22/2016/QĐ-UBND, tôi nộp hồ sơ ngày 05/08/2026, lệ phí 150.000 đồng, mã số thuế [mã số thuế đã che].
Xin trả lời về số [số điện thoại đã che] hoặc [địa chỉ thư điện tử đã che]. Trân trọng.
[họ tên đã che]`,
  );
});

test('only what was chosen is masked, in the language asked for', () => {
  const text = 'Gọi 0912345678 hoặc viết mau@vidu.vn';
  const [phone, ...others] = findPersonalData(text);
  assert.equal(others.length, 1);
  assert.equal(
    maskPersonalData(text, phone ? [phone] : [], 'en'),
    'Gọi [phone number hidden] hoặc viết mau@vidu.vn',
  );
  assert.equal(maskPersonalData(text, []), text);
});

test('finds of another text are not masked blindly', () => {
  const findings = findPersonalData('Gọi 0912345678');
  assert.throws(() => maskPersonalData('Viết 0987654321', findings), RangeError);
  assert.throws(() => maskPersonalData('Gọi 0912345678', [...findings, ...findings]), RangeError);
});

test('LC-009: secrets are told from ordinary data, and every kind has words in both languages', () => {
  assert.deepEqual(personalDataKinds.filter(isSecretKind), [
    'bankCard',
    'bankAccount',
    'taxCode',
    'socialInsurance',
  ]);
  assert.deepEqual(
    findPersonalData('MST: 8012345679, ĐT 0912345678').map(({ isSecret }) => isSecret),
    [true, false],
  );
  for (const kind of personalDataKinds) {
    assert.ok(personalDataWords[kind].vi && personalDataWords[kind].en, kind);
    assert.ok(
      all.some(([, ...found]) => found.some((line) => line.startsWith(`${kind} `))),
      kind,
    );
  }
});

test('masking leaves nothing to find, however the pieces are put together', () => {
  const draw = generator(20_261_121);
  const between = [' ', '. ', ', ', '\n', ': ', ' - ', '; ', ' và ', '/', '', ' (', ' ) '];
  for (let i = 0; i < 4000; i += 1) {
    const pieces = Array.from(
      { length: 1 + draw(5) },
      () => `${all[draw(all.length)]?.[0]}${between[draw(between.length)]}`,
    );
    const text = [pieces.join(''), pieces.join('').normalize('NFD'), bareOf(pieces.join(''))][draw(3)] ?? '';
    const findings = findPersonalData(text);
    let end = 0;
    for (const { from, to } of findings) {
      assert.ok(from >= end && to > from, text);
      end = to;
    }
    for (const lang of ['vi', 'en'] as const) {
      assert.deepEqual(shown(maskPersonalData(text, findings, lang)), [], text);
    }
  }
});

/** Numbers below a bound, the same in every run (mulberry32). */
function generator(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}
