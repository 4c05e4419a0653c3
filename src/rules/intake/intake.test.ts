import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyText, sanitiseBody } from '../body-html/index.ts';
import { recogniseDocument } from './index.ts';

// Provinces, numbers and people of these texts are invented.
const ARTICLES = `Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý chợ phiên tỉnh Mây Ngàn.

Điều 2. Quyết định này có hiệu lực thi hành sau 10 ngày kể từ ngày ký ban hành và thay thế Quyết định số 9/2011/QĐ-UBND có hiệu lực từ ngày 01/02/2011.

Điều 3. Chánh Văn phòng UBND tỉnh chịu trách nhiệm thi hành Quyết định này./.`;

const ATTACHED = `Chương I

QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh

1. Quy chế này quy định việc quản lý chợ phiên:

- Chợ tuần;
+ Sáng;
+ Chiều;
- Chợ tháng.

a) Trừ chợ đêm.

Mục 1. Tổ chức chợ

Điều 2. Ban quản lý

Ban quản lý làm việc theo Chương III của Luật này.`;

const REPUBLISHED = `Quyết định 12/2016/QĐ-UBND về Quy chế quản lý chợ phiên tỉnh Mây Ngàn
Số hiệu: 12/2016/QĐ-UBND Loại văn bản: Quyết định
Nơi ban hành: Tỉnh Mây Ngàn Người ký: Nguyễn Văn Mẫu
Ngày ban hành: 26/04/2016 Ngày hiệu lực: Đang cập nhật
Lĩnh vực: Thương mại, Tình trạng: Đang cập nhập

ỦY BAN NHÂN DÂN
TỈNH MÂY NGÀN
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: 12/2016/QĐ-UBND

Mây Ngàn, ngày 26 tháng 04 năm 2016

QUYẾT ĐỊNH

BAN HÀNH QUY CHẾ QUẢN LÝ CHỢ PHIÊN TỈNH MÂY NGÀN

ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;

QUYẾT ĐỊNH:

${ARTICLES}

TM. ỦY BAN NHÂN DÂN TỈNH
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Văn Mẫu

QUY CHẾ

QUẢN LÝ CHỢ PHIÊN TỈNH MÂY NGÀN
(Ban hành kèm theo Quyết định số: 12/2016/QĐ-UBND ngày 26/4/2016 của Ủy ban nhân dân tỉnh Mây Ngàn)

${ATTACHED}`;

const codesOf = (findings: { code: string }[]): string[] => findings.map(({ code }) => code);
const kinds = (scraps: { kind: string }[]): string[] => scraps.map(({ kind }) => kind);

test('a text republished by a web site: fields are read from the document, the site is set apart', () => {
  const read = recogniseDocument({ text: REPUBLISHED });
  assert.equal(read.number?.value, '12/2016/QĐ-UBND');
  assert.equal(read.number?.confidence, 'certain');
  assert.equal(read.number?.line, 15);
  assert.equal(read.kind?.value.symbol, 'QĐ');
  assert.equal(read.isNormative, true);
  assert.equal(read.title?.value, 'BAN HÀNH QUY CHẾ QUẢN LÝ CHỢ PHIÊN TỈNH MÂY NGÀN');
  assert.equal(read.titleSuggestion, 'Ban hành Quy chế quản lý chợ phiên tỉnh Mây Ngàn');
  assert.equal(read.issuer?.value, 'Ủy ban nhân dân tỉnh Mây Ngàn');
  assert.equal(read.place?.value, 'Mây Ngàn');
  assert.equal(read.issuedOn?.value, '2016-04-26');
  assert.deepEqual([read.effectiveOn?.value, read.effectiveOn?.confidence], ['2016-05-06', 'likely']);
  assert.equal(read.signer?.value, 'Nguyễn Văn Mẫu');
  assert.equal(read.capacity?.value, 'TM. ỦY BAN NHÂN DÂN TỈNH / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH');
  assert.deepEqual(kinds(read.scraps), [
    'webTitle',
    'webHeader',
    'webHeader',
    'webHeader',
    'webHeader',
    'separator',
    'separator',
  ]);
  assert.deepEqual(codesOf(read.findings), ['effectComputed']);
});

test('the body has h2 for chapters, h3 for articles, h4 for articles of a section, lists only from dashes', () => {
  const { html } = recogniseDocument({ text: REPUBLISHED });
  assert.match(html, /^<p>ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN<\/p>/);
  assert.match(html, /<h2>QUYẾT ĐỊNH:<\/h2><h3>Điều 1\.<\/h3><p>Ban hành kèm theo/);
  assert.match(html, /<h2>QUY CHẾ<br>QUẢN LÝ CHỢ PHIÊN TỈNH MÂY NGÀN<\/h2><p>\(Ban hành kèm theo/);
  assert.match(html, /<h2>Chương I<br>QUY ĐỊNH CHUNG<\/h2><h3>Điều 1\. Phạm vi điều chỉnh<\/h3>/);
  assert.match(
    html,
    /<ul><li>Chợ tuần;<ul><li>Sáng;<\/li><li>Chiều;<\/li><\/ul><\/li><li>Chợ tháng\.<\/li><\/ul><p>a\) Trừ chợ đêm\.<\/p>/,
  );
  assert.match(
    html,
    /<h3>Mục 1\. Tổ chức chợ<\/h3><h4>Điều 2\. Ban quản lý<\/h4><p>Ban quản lý làm việc theo Chương III/,
  );
  assert.equal(sanitiseBody(html).html, html);
});

test('every letter of the source is in the body, the letterhead or the scraps', () => {
  const read = recogniseDocument({ text: REPUBLISHED });
  const rest = [...read.letterhead, ...read.scraps].map(({ text }) => text).join('') + bodyText(read.html);
  const letters = (text: string): string => (text.match(/[\p{L}\p{N}]/gu) ?? []).sort().join('');
  assert.equal(letters(rest), letters(REPUBLISHED));
});

test('a text without its head: number and date come from the line of the attachment and are marked so', () => {
  const text = ` QUYẾT ĐỊNH
BAN HÀNH QUY CHẾ QUẢN LÝ CHỢ PHIÊN TỈNH MÂY NGÀN.

ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN
Căn cứ Luật Tổ chức HĐND và UBND ngày 26/11/2003;
Xét đề nghị của Sở Công Thương tại Tờ trình số 41/TTr-SCT ngày 13/4/2011
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý chợ phiên tỉnh Mây Ngàn.
Điều 2. Quyết định này có hiệu lực thi hành sau 10 ngày, kể từ ngày ký.
 QUY CHẾ
QUẢN LÝ CHỢ PHIÊN TỈNH MÂY NGÀN
(Ban hành kèm theo Quyết định số 03/2011/QĐ-UBND ngày 22/4/2011 của UBND tỉnh).
Chương I
QUY ĐỊNH CHUNG`;
  const read = recogniseDocument({ text });
  assert.deepEqual(
    [read.number?.value, read.number?.confidence, read.number?.from],
    ['03/2011/QĐ-UBND', 'likely', 'attachment'],
  );
  assert.deepEqual([read.issuedOn?.value, read.issuedOn?.line], ['2011-04-22', 12]);
  assert.equal(read.effectiveOn?.value, '2011-05-02');
  assert.equal(read.title?.value, 'BAN HÀNH QUY CHẾ QUẢN LÝ CHỢ PHIÊN TỈNH MÂY NGÀN');
  assert.equal(read.issuer?.value, 'Ủy ban nhân dân tỉnh Mây Ngàn');
  assert.equal(read.place, undefined);
  assert.deepEqual(codesOf(read.findings), ['signerMissing', 'fromAttachment', 'effectComputed']);
});

test('rows with bars, link lists before and after, and no line with the kind', () => {
  const text = `- 1 Luật Giao dịch điện tử 2005
- 2 Nghị định 64/2007/NĐ-CP về việc ứng dụng công nghệ thông tin
ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 16/2017/QĐ-UBND | Mây Ngàn, ngày 19 tháng 4 năm 2017 |
BAN HÀNH QUY CHẾ QUẢN LÝ CHỢ PHIÊN TỈNH MÂY NGÀN
ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý chợ phiên tỉnh Mây Ngàn.
Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 29 tháng 4 năm 2017 và thay thế Quyết định số 206/2004/QĐ-UB ngày 21 tháng 9 năm 2004.
Nơi nhận: | TM. ỦY BAN NHÂN DÂN |
QUẢN LÝ CHỢ PHIÊN TỈNH MÂY NGÀN
(Ban hành kèm theo Quyết định số 16/2017/QĐ-UBND ngày 19/4/2017 của Ủy ban nhân dân tỉnh)
Điều 1. Phạm vi điều chỉnh
Điều 3. Ban quản lý
- 1 Quyết định 1724/QĐ-UBND năm 2017 Quy chế quản lý
- 2 Luật Quảng cáo 2012`;
  const read = recogniseDocument({ text });
  assert.equal(read.number?.value, '16/2017/QĐ-UBND');
  assert.equal(read.issuedOn?.value, '2017-04-19');
  assert.deepEqual([read.effectiveOn?.value, read.effectiveOn?.confidence], ['2017-04-29', 'certain']);
  assert.deepEqual([read.kind?.value.name, read.kind?.from], ['Quyết định', 'number']);
  assert.equal(read.title?.confidence, 'likely');
  assert.deepEqual(kinds(read.scraps), ['linkList', 'linkList', 'linkList', 'linkList']);
  assert.match(read.html, /<h2>QUẢN LÝ CHỢ PHIÊN TỈNH MÂY NGÀN<\/h2><p>\(Ban hành/);
  assert.deepEqual(codesOf(read.findings), ['signerMissing', 'articlesMissing']);
});

test('Markdown asterisks, a spaced number, a title on two lines and a signer printed twice', () => {
  const text = `Số: 01 /2020/QĐ-UBND

Suối Reo, ngày 05 tháng 6 năm 2020

QUYẾT ĐỊNH

**Ban hành Quy chế quản lý, vận hành
và duy trì Trang thông tin điện tử thành phố Suối Reo**

ỦY BAN NHÂN DÂN THÀNH PHỐ SUỐI REO

Căn cứ Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này “Quy chế”.

Điều 2. Quyết định này có hiệu lực kể từ ngày 15/06/2020.

- Lưu: VT. *h.v*

**TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH**

Trần Thị Mẫu
Trần Thị Mẫu

QUY CHẾ

Quản lý, vận hành và duy trì Trang thông tin điện tử thành phố Suối Reo

*(Ban hành kèm theo Quyết định số 01 /2020/QĐ-UBND
ngày 05 tháng 6 năm 2020 của Ủy ban nhân dân thành phố Suối Reo)*

Điều 1. Mục đích

Có mục "*dịch vụ công*" và 5 * 3 dòng.`;
  const read = recogniseDocument({ text });
  assert.deepEqual([read.number?.value, read.number?.printed], ['01/2020/QĐ-UBND', '01 /2020/QĐ-UBND']);
  assert.equal(
    read.title?.value,
    'Ban hành Quy chế quản lý, vận hành và duy trì Trang thông tin điện tử thành phố Suối Reo',
  );
  assert.equal(read.titleSuggestion, read.title?.value);
  assert.equal(read.effectiveOn?.value, '2020-06-15');
  assert.equal(read.signer?.value, 'Trần Thị Mẫu');
  assert.deepEqual(kinds(read.scraps), ['repeatedSignature']);
  assert.match(
    read.html,
    /<p>\(Ban hành kèm theo Quyết định số 01 \/2020\/QĐ-UBND ngày 05 tháng 6 năm 2020 của Ủy ban nhân dân thành phố Suối Reo\)<\/p>/,
  );
  assert.match(read.html, /Lưu: VT\. h\.v/);
  assert.match(read.html, /"dịch vụ công" và 5 \* 3 dòng/);
  assert.deepEqual(codesOf(read.findings), ['numberRepaired', 'markdownRemoved', 'linesJoined']);
});

test('a form inside an appendix and a source note at the end do not disturb the fields', () => {
  const text = `ỦY BAN NHÂN DÂN
TỈNH MÂY NGÀN
-------
Số: 13/2023/QĐ-UBND
Mây Ngàn, ngày 09 tháng 5 năm 2023
QUYẾT ĐỊNH
BAN HÀNH QUY ĐỊNH CUNG CẤP THÔNG TIN CHỢ PHIÊN
ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN
Căn cứ Luật Tiếp cận thông tin ngày 06 tháng 4 năm 2016;
QUYẾT ĐỊNH:
Điều 1.  Ban hành kèm theo Quyết định này Quy định cung cấp thông tin chợ phiên.
Điều 2.  Quyết định này có hiệu lực kể từ ngày 20 tháng 5 năm 2023 và thay thế Quyết định số 36/2019/QĐ-UBND ngày 31 tháng 12 năm 2019.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Văn Mẫu
Mẫu 01
CƠ QUAN BÁO CÁO
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: /BC-...
Mây Ngàn, ngày    tháng   năm 20…
BÁO CÁO
Tình hình cung cấp thông tin

Nguồn tra cứu: vanban.vi-du.com`;
  const read = recogniseDocument({ text });
  assert.equal(read.number?.value, '13/2023/QĐ-UBND');
  assert.equal(read.issuedOn?.value, '2023-05-09');
  assert.equal(read.effectiveOn?.value, '2023-05-20');
  assert.equal(read.titleSuggestion, 'Ban hành Quy định cung cấp thông tin chợ phiên');
  assert.deepEqual(kinds(read.scraps), ['separator', 'sourceNote']);
  assert.match(read.html, /<h2>Mẫu 01<\/h2>/);
  assert.deepEqual(codesOf(read.findings), []);
});

test('an official letter has its subject after V/v and no symbol of a kind', () => {
  const text = `UBND TỈNH MÂY NGÀN
SỞ CÔNG THƯƠNG
Số: 123/SCT-QLTM
V/v chuẩn bị chợ hoa
dịp Tết
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Mây Ngàn, ngày 05 tháng 01 năm 2026
Kính gửi: Ủy ban nhân dân các xã
Sở đề nghị các xã rà soát.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
(Đã ký)
Phạm Văn Mẫu`;
  const read = recogniseDocument({ text });
  assert.equal(read.kind?.value.name, 'Công văn');
  assert.equal(read.title?.value, 'chuẩn bị chợ hoa dịp Tết');
  assert.equal(read.titleSuggestion, 'Chuẩn bị chợ hoa dịp Tết');
  assert.equal(read.issuer?.value, 'Sở công thương');
  assert.equal(read.issuer?.confidence, 'likely');
  assert.equal(read.signer?.value, 'Phạm Văn Mẫu');
  assert.equal(read.isNormative, false);
});

test('a plan with its abstract in small letters', () => {
  const read = recogniseDocument({
    text: `ỦY BAN NHÂN DÂN
XÃ ĐÁ TRẮNG
Số: 05/KH-UBND
Đá Trắng, ngày 02 tháng 02 năm 2026
KẾ HOẠCH
Trồng cây đầu năm 2026
---------
Thực hiện chỉ đạo của tỉnh, xã lập kế hoạch như sau:
I. MỤC ĐÍCH
1. Trồng cây.`,
  });
  assert.equal(read.number?.value, '05/KH-UBND');
  assert.equal(read.kind?.value.name, 'Kế hoạch');
  assert.equal(read.title?.value, 'Trồng cây đầu năm 2026');
  assert.equal(read.issuer?.printed, 'ỦY BAN NHÂN DÂN XÃ ĐÁ TRẮNG');
  assert.ok(codesOf(read.findings).includes('effectMissing'));
});

test('HTML of a word processor: the table of the letterhead is read, a data table is kept', () => {
  const html = `<table><tr><td><p><b>ỦY BAN NHÂN DÂN<br>TỈNH MÂY NGÀN</b></p><p>Số: 07/2024/QĐ-UBND</p></td>
<td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p><i>Mây Ngàn, ngày 03 tháng 4 năm 2024</i></p></td></tr></table>
<p><b>QUYẾT ĐỊNH</b></p><p><b>Về giá dịch vụ chợ phiên</b></p>
<p>Căn cứ <a href="/van-ban/1">Luật Giá</a>;</p><p>QUYẾT ĐỊNH:</p>
<p><b>Điều 1.</b> Ban hành giá tại <a href="/van-ban/2">bảng</a> sau:</p>
<table><tr><th>Chợ</th><th>Giá</th></tr><tr><td>Tuần</td><td>5.000</td></tr></table>
<p>Điều 2. Quyết định này có hiệu lực kể từ ngày ký.</p>
<table><tr><td><p>Nơi nhận:</p><p>- Lưu: VT.</p></td><td><p>TM. ỦY BAN NHÂN DÂN</p><p>CHỦ TỊCH</p><p>Đỗ Văn Mẫu</p></td></tr></table>`;
  const read = recogniseDocument({ html });
  assert.equal(read.number?.value, '07/2024/QĐ-UBND');
  assert.equal(read.issuedOn?.value, '2024-04-03');
  assert.deepEqual([read.effectiveOn?.value, read.effectiveOn?.confidence], ['2024-04-03', 'likely']);
  assert.equal(read.title?.value, 'Về giá dịch vụ chợ phiên');
  assert.equal(read.issuer?.printed, 'ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN');
  assert.equal(read.signer?.value, 'Đỗ Văn Mẫu');
  assert.match(
    read.html,
    /<h3>Điều 1\.<\/h3><p>Ban hành giá tại <a href="\/van-ban\/2">bảng<\/a> sau:<\/p><table><thead>/,
  );
  assert.match(read.html, /<td>5\.000<\/td>/);
});

test('lines of a PDF broken within sentences are joined, page numbers set apart', () => {
  const text = `Số: 07/TB-UBND
Mây Ngàn, ngày 03 tháng 4 năm 2024
THÔNG BÁO
Về lịch chợ phiên năm 2024
Thực hiện kế hoạch năm, Ủy ban nhân dân tỉnh thông báo để các cơ quan và
Nhân dân được biết.
1
Điều kiện cụ thể xem tại bảng niêm yết ở trụ sở.
2`;
  const read = recogniseDocument({ text, lineWrapped: true });
  assert.match(read.html, /các cơ quan và Nhân dân được biết\.<\/p>/);
  assert.deepEqual(kinds(read.scraps), ['pageNumber', 'pageNumber']);
  assert.ok(codesOf(read.findings).includes('linesJoined'));
});

test('two places that disagree are told with both lines', () => {
  const read = recogniseDocument({
    text: REPUBLISHED.replace('số: 12/2016/QĐ-UBND ngày 26/4/2016', 'số: 21/2016/QĐ-UBND ngày 27/4/2016'),
  });
  assert.equal(read.number?.value, '12/2016/QĐ-UBND');
  assert.equal(read.findings.filter(({ code }) => code === 'sourcesDisagree').length, 2);
});

test('nothing recognisable gives findings, a body and no invention', () => {
  const read = recogniseDocument({ text: 'Chợ phiên họp sáng chủ nhật.\nMời bà con đến chơi.' });
  assert.equal(read.html, '<p>Chợ phiên họp sáng chủ nhật.</p><p>Mời bà con đến chơi.</p>');
  assert.deepEqual(
    [read.number, read.kind, read.title, read.issuer, read.issuedOn, read.effectiveOn, read.signer],
    [undefined, undefined, undefined, undefined, undefined, undefined, undefined],
  );
  assert.ok(read.findings.length >= 6);
  assert.equal(recogniseDocument({ text: '' }).html, '');
});
