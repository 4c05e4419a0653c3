import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesNaming, type NamedPortal, recipientsIn } from './index.ts';

const LAO_CAI = ['Tỉnh Lào Cai', 'Lào Cai Province'];
const MAIN: NamedPortal = {
  isMain: true,
  names: ['UBND tỉnh Lào Cai', "People's Committee of Lào Cai", 'LC'],
  hosts: ['www.laocai.gov.vn'],
  localities: LAO_CAI,
};
const FINANCE: NamedPortal = {
  isMain: false,
  names: ['Sở Tài chính', 'Department of Finance', 'STC'],
  hosts: ['stc.laocai.gov.vn'],
  localities: LAO_CAI,
};
const COMMUNE: NamedPortal = {
  isMain: false,
  names: ['Xã Bắc Hà', 'Bắc Hà Commune', 'BACHA'],
  hosts: ['bacha.laocai.gov.vn'],
  localities: LAO_CAI,
};
const CITY: NamedPortal = {
  isMain: true,
  names: ['Thành phố Long Xuyên', 'Long Xuyên City'],
  hosts: ['longxuyen.gov.vn'],
  localities: ['Thành phố Long Xuyên', 'Long Xuyên City'],
};

const CASES: [line: string, portal: NamedPortal, names: boolean][] = [
  ['- Cổng Thông tin điện tử tỉnh;', MAIN, true],
  ['- Cổng TTĐT tỉnh;', MAIN, true],
  ['Cổng TTĐT', MAIN, true],
  ['CỔNG THÔNG TIN ĐIỆN TỬ TỈNH LÀO CAI', MAIN, true],
  ['- Cong TTDT tinh Lao Cai', MAIN, true],
  ['- Cổng Thông tin điện tử tỉnh;'.normalize('NFD'), MAIN, true],
  ['- Cổng TTĐT tỉnh KT. CHỦ TỊCH', MAIN, true],
  ['- Công báo tỉnh, Cổng TTĐT tỉnh;', MAIN, true],
  ['- Báo Lào Cai - Cổng TTĐT tỉnh', MAIN, true],
  ['- Cổng TTĐT UBND tỉnh (để đăng tải);', MAIN, true],
  ['- Cổng Thông tin điện tử tỉnh để công khai', MAIN, true],
  ['- Trung tâm Công báo và Cổng TTĐT của tỉnh', MAIN, true],
  ['- Trang thông tin điện tử tổng hợp tỉnh', MAIN, true],
  ['- Cổng giao tiếp điện tử tỉnh', MAIN, true],
  ['- CTTĐT tỉnh', MAIN, true],
  ['- Website UBND tỉnh', MAIN, true],
  ['- Đăng website;', MAIN, true],
  ['- https://www.laocai.gov.vn', MAIN, true],
  ['- Lao Cai provincial portal', MAIN, true],
  ['- The portal of Lao Cai Province', MAIN, true],
  ['- Provincial web portal (for publication)', MAIN, true],
  ['- Lào Cai’s portal', MAIN, true],
  ['- Cổng TTĐT thành phố;', CITY, true],
  ['- City portal', CITY, true],
  ['- Website Sở Tài chính', FINANCE, true],
  ['- Trang TTĐT Sở;', FINANCE, true],
  ['- Trang Thông tin điện tử Sở Tài chính tỉnh Lào Cai', FINANCE, true],
  ['- Trang TTĐT STC', FINANCE, true],
  ['- Website of the Department of Finance', FINANCE, true],
  ['- Department of Finance website', FINANCE, true],
  ['- stc.laocai.gov.vn', FINANCE, true],
  ['- Trang TTĐT xã;', COMMUNE, true],
  ['- Cổng TTĐT UBND xã Bắc Hà', COMMUNE, true],
  ['- Trang TTĐT cơ quan', COMMUNE, true],
  // somebody else's
  ['- Cổng TTĐT Chính phủ;', MAIN, false],
  ['- Cổng TTĐT Đảng ủy xã', MAIN, false],
  ['- Government portal', MAIN, false],
  ['- Website Sở Y tế', FINANCE, false],
  ['- Department of Health website', FINANCE, false],
  ['- Cổng TTĐT tỉnh;', FINANCE, false],
  ['- Website Sở Tài chính', MAIN, false],
  ['- Cổng TTĐT tỉnh Yên Bái', MAIN, false],
  ['- Trang TTĐT xã Tả Phìn', COMMUNE, false],
  ['- stc.laocai.gov.vn', MAIN, false],
  ['- vanthu@laocai.gov.vn', MAIN, false],
  ['- laocai.gov.vn.example', MAIN, false],
  // no portal at all
  ['- Như Điều 3;', MAIN, false],
  ['- Cổng dịch vụ công quốc gia', MAIN, false],
  ['- Trung tâm Công báo tỉnh', MAIN, false],
  ['- Báo và Đài PTTH tỉnh', MAIN, false],
  ['- Lưu: VT, TH.', MAIN, false],
  ['- Cổng trường học', MAIN, false],
];

test('a line of the recipients names this portal, in the ways offices write it, or another, or none', () => {
  for (const [line, portal, names] of CASES)
    assert.equal(linesNaming(portal, [line]).length > 0, names, `${line} → ${portal.names[0]}`);
});

test('the recipients are read from the text, in one column and in two', () => {
  const begin =
    '<p>Căn cứ Luật Tổ chức chính quyền địa phương;</p><h3>Điều 1.</h3><p>Nội dung, đăng Cổng TTĐT tỉnh.</p>';
  const column = `${begin}<p>Nơi nhận:</p><p>- Như Điều 2;</p><p>- Cổng TTĐT tỉnh;</p><p>- Lưu: VT.</p><p>TM. ỦY BAN NHÂN DÂN</p><p>CHỦ TỊCH</p><p>Đỗ Văn Mẫu</p>`;
  assert.deepEqual(linesNaming(MAIN, recipientsIn(column)), ['- Cổng TTĐT tỉnh;']);
  const two = `${begin}<p>Nơi nhận: TM. ỦY BAN NHÂN DÂN</p><p>- Như Điều 2; KT. CHỦ TỊCH</p><p>- Cổng TTĐT tỉnh; PHÓ CHỦ TỊCH</p><p>Đỗ Văn Mẫu</p>`;
  assert.equal(linesNaming(MAIN, recipientsIn(two)).length, 1);
  const breaks = `${begin}<p>Nơi nhận:<br>- Như Điều 2;<br>- Cổng TTĐT tỉnh;</p>`;
  assert.deepEqual(linesNaming(MAIN, recipientsIn(breaks)), ['- Cổng TTĐT tỉnh;']);
  // named in the text and not among the recipients
  assert.deepEqual(recipientsIn(begin), []);
});
