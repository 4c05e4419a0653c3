// Decisions of a people's committee. Provinces, numbers and people are invented.
import { head, type LegalForm, signed } from './form.ts';

const UBND = 'ỦY BAN NHÂN DÂN\nTỈNH MÂY NGÀN';
const BY = 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH';

export const DECISIONS: readonly LegalForm[] = [
  {
    name: 'a decision that issues a regulation',
    text: `${head(UBND, 'Số: 12/2024/QĐ-UBND', 'Mây Ngàn, ngày 05 tháng 3 năm 2024')}
QUYẾT ĐỊNH
BAN HÀNH QUY CHẾ QUẢN LÝ CHỢ PHIÊN TỈNH MÂY NGÀN
ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Nghị định số 02/2003/NĐ-CP ngày 14 tháng 01 năm 2003 của Chính phủ về phát triển và quản lý chợ;
Theo đề nghị của Giám đốc Sở Công Thương tại Tờ trình số 41/TTr-SCT ngày 01 tháng 3 năm 2024.
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý chợ phiên tỉnh Mây Ngàn.
Điều 2. Quyết định này có hiệu lực kể từ ngày 15 tháng 3 năm 2024 và thay thế Quyết định số 9/2011/QĐ-UBND ngày 01/02/2011 của UBND tỉnh Mây Ngàn.
Điều 3. Chánh Văn phòng UBND tỉnh chịu trách nhiệm thi hành Quyết định này./.
${signed(BY, 'Nguyễn Văn Mẫu')}
QUY CHẾ
QUẢN LÝ CHỢ PHIÊN TỈNH MÂY NGÀN
(Ban hành kèm theo Quyết định số 12/2024/QĐ-UBND ngày 05 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh Mây Ngàn)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định việc quản lý chợ phiên.
Điều 2. Nguyên tắc
1. Chợ họp đúng ngày:
a) Chợ tuần họp chủ nhật;
b) Chợ tháng họp ngày rằm;
đ) Chợ năm do UBND tỉnh quy định.
2. Giá theo khoản 1 Điều này và điểm a, b khoản 2 Điều 3.
Chương II
TỔ CHỨC CHỢ
Mục 1
BAN QUẢN LÝ
Điều 3. Ban quản lý chợ
1. Ban quản lý do xã lập.
2. Ban quản lý có:
a) Trưởng ban;
b) Thư ký.
Mục 2
KINH PHÍ
Điều 4. Nguồn thu
Nguồn thu gồm:
- Phí vào chợ;
- Tiền thuê chỗ.`,
    number: '12/2024/QĐ-UBND',
    kind: 'Quyết định',
    issuer: 'Ủy ban nhân dân tỉnh Mây Ngàn',
    issuedOn: '2024-03-05',
    signer: 'Nguyễn Văn Mẫu',
    effectiveOn: '2024-03-15',
    addresses: `dieu-1 dieu-2 dieu-3 quy-che quy-che-chuong-1 quy-che-dieu-1 quy-che-dieu-2 quy-che-dieu-2-khoan-1
      quy-che-dieu-2-khoan-1-diem-a quy-che-dieu-2-khoan-1-diem-b quy-che-dieu-2-khoan-1-diem-dd quy-che-dieu-2-khoan-2
      quy-che-chuong-2 quy-che-chuong-2-muc-1 quy-che-dieu-3 quy-che-dieu-3-khoan-1 quy-che-dieu-3-khoan-2
      quy-che-dieu-3-khoan-2-diem-a quy-che-dieu-3-khoan-2-diem-b quy-che-chuong-2-muc-2 quy-che-dieu-4
      quy-che-dieu-4-tiet-1 quy-che-dieu-4-tiet-2`,
    cites: [
      'basis Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015',
      'basis Nghị định số 02/2003/NĐ-CP ngày 14 tháng 01 năm 2003',
      'refers Tờ trình số 41/TTr-SCT ngày 01 tháng 3 năm 2024',
      'refers Quyết định này',
      'refers Quyết định này',
      'replaces Quyết định số 9/2011/QĐ-UBND ngày 01/02/2011',
      'refers Quyết định này',
      'refers Quyết định số 12/2024/QĐ-UBND ngày 05 tháng 3 năm 2024',
      'refers Quy chế này',
      'refers khoản 1 Điều này',
      'refers điểm a',
      'refers b khoản 2 Điều 3',
    ],
    findings: ['gap quy-che-dieu-2-khoan-1-diem-dd'],
  },
  {
    name: 'two regulations of the same kind issued by one decision',
    text: `${head(UBND, 'Số: 30/2023/QĐ-UBND', 'Mây Ngàn, ngày 20 tháng 12 năm 2023')}
QUYẾT ĐỊNH
Ban hành Quy định về bến thuyền và Quy định về bãi đỗ xe
ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN
Căn cứ Luật Giao thông đường thủy nội địa năm 2004;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy định về bến thuyền và Quy định về bãi đỗ xe.
Điều 2. Quyết định này có hiệu lực thi hành từ ngày 01/01/2024.
${signed('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH', 'Trần Thị Mẫu')}
QUY ĐỊNH
VỀ BẾN THUYỀN
(Kèm theo Quyết định số 30/2023/QĐ-UBND ngày 20/12/2023 của UBND tỉnh Mây Ngàn)
Điều 1. Bến thuyền
1. Bến có phao.
2. Bến có đèn.
Điều 2. Hiệu lực
Quy định này áp dụng cho mọi bến.
QUY ĐỊNH
VỀ BÃI ĐỖ XE
(Kèm theo Quyết định số 30/2023/QĐ-UBND ngày 20/12/2023 của UBND tỉnh Mây Ngàn)
Điều 1. Bãi đỗ xe
1. Bãi có biển báo theo Điều 2.
Điều 2. Biển báo
Biển báo cao hai mét.`,
    number: '30/2023/QĐ-UBND',
    kind: 'Quyết định',
    issuer: 'Ủy ban nhân dân tỉnh Mây Ngàn',
    issuedOn: '2023-12-20',
    signer: 'Trần Thị Mẫu',
    effectiveOn: '2024-01-01',
    addresses: `dieu-1 dieu-2 quy-dinh quy-dinh-dieu-1 quy-dinh-dieu-1-khoan-1 quy-dinh-dieu-1-khoan-2 quy-dinh-dieu-2
      quy-dinh-2 quy-dinh-2-dieu-1 quy-dinh-2-dieu-1-khoan-1 quy-dinh-2-dieu-2`,
    cites: [
      'basis Luật Giao thông đường thủy nội địa năm 2004',
      'refers Quyết định này',
      'refers Quyết định này',
      'refers Quyết định số 30/2023/QĐ-UBND ngày 20/12/2023',
      'refers Quy định này',
      'refers Quyết định số 30/2023/QĐ-UBND ngày 20/12/2023',
      'refers Điều 2',
    ],
  },
  {
    name: 'an individual decision with "Điều 1:" and a number without year',
    text: `${head(UBND, 'Số: 2266 /QĐ-UBND', 'Mây Ngàn, ngày 7 tháng 9 năm 2022')}
QUYẾT ĐỊNH
Về việc thành lập Tổ công tác chợ phiên
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN
Căn cứ Quyết định số 15/ 2015/QĐ - UBND ngày 02/3/2015 của UBND tỉnh Mây Ngàn;
QUYẾT ĐỊNH:
Điều 1: Thành lập Tổ công tác chợ phiên gồm các ông, bà có tên sau:
1/ Ông Lê Văn Mẫu, Tổ trưởng.
2/ Bà Phạm Thị Mẫu, thành viên.
Điều 2: Quyết định này có hiệu lực kể từ ngày ký.
Điều 3: Các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.
Nơi nhận:
- Như Điều 3;
- Lưu: VT.
CHỦ TỊCH
Đỗ Văn Mẫu`,
    number: '2266/QĐ-UBND',
    kind: 'Quyết định',
    issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Mây Ngàn',
    issuedOn: '2022-09-07',
    signer: 'Đỗ Văn Mẫu',
    effectiveOn: '2022-09-07',
    addresses: 'dieu-1 dieu-1-khoan-1 dieu-1-khoan-2 dieu-2 dieu-3',
    cites: [
      'basis Quyết định số 15/ 2015/QĐ - UBND ngày 02/3/2015',
      'refers Quyết định này',
      'refers Điều 1',
      'refers Quyết định này',
    ],
  },
  {
    name: 'an amending decision: the new wording stays quoted',
    text: `${head(UBND, 'Số: 15/2025/QĐUBND', 'Mây Ngàn, ngày 10 tháng 6 năm 2025')}
QUYẾT ĐỊNH
Sửa đổi, bổ sung một số điều của Quy chế quản lý chợ phiên ban hành kèm theo Quyết định số 12/2024/QĐ-UBND
ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN
Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
QUYẾT ĐỊNH:
Điều 1. Sửa đổi, bổ sung một số điều của Quy chế quản lý chợ phiên ban hành kèm theo Quyết định số 12/2024/QĐ-UBND ngày 05 tháng 3 năm 2024 như sau:
1. Khoản 2 Điều 3 được sửa đổi, bổ sung như sau:
“2. Ban quản lý có:
a) Trưởng ban;
b) Phó trưởng ban.”.
2. Bổ sung Điều 5 vào sau Điều 4 như sau:
“Điều 5. Chợ đêm
1. Chợ đêm họp thứ bảy.
2. Chợ đêm có đèn.”.
3. Bãi bỏ điểm a khoản 1 Điều 2.
Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2025.
${signed(BY, 'Nguyễn Văn Mẫu')}`,
    number: '15/2025/QĐ-UBND',
    kind: 'Quyết định',
    issuer: 'Ủy ban nhân dân tỉnh Mây Ngàn',
    issuedOn: '2025-06-10',
    signer: 'Nguyễn Văn Mẫu',
    effectiveOn: '2025-07-01',
    addresses: 'dieu-1 dieu-1-khoan-1 dieu-1-khoan-2 dieu-1-khoan-3 dieu-2',
    cites: [
      'basis Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
      'amends Quy chế quản lý chợ phiên ban hành kèm theo Quyết định số 12/2024/QĐ-UBND ngày 05 tháng 3 năm 2024',
      'amends Khoản 2 Điều 3',
      'amends Điều 5',
      'refers Điều 4',
      'repeals điểm a khoản 1 Điều 2',
      'refers Quyết định này',
    ],
  },
  {
    name: 'a repealing decision with a list of texts',
    text: `${head(UBND, 'Số: 08/2022/QĐ-UBND', 'Mây Ngàn, ngày 01 tháng 4 năm 2022')}
QUYẾT ĐỊNH
Bãi bỏ một số văn bản quy phạm pháp luật
ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN
Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 22 tháng 6 năm 2015;
QUYẾT ĐỊNH:
Điều 1. Bãi bỏ toàn bộ các văn bản quy phạm pháp luật sau đây:
1. Quyết định số 10/2005/QĐ-UB ngày 02 tháng 02 năm 2005 của Ủy ban nhân dân tỉnh Mây Ngàn.
2. Chỉ thị số 03/2009/CT-UBND ngày 11 tháng 5 năm 2009 của Ủy ban nhân dân tỉnh Mây Ngàn.
Điều 2. Bãi bỏ khoản 2 Điều 4 Quyết định số 21/2018/QĐ-UBND và khoản 1 Điều 6 Quyết định số 22/2018/QĐ-UBND.
Điều 3. Quyết định này có hiệu lực thi hành sau 10 ngày kể từ ngày ký.
${signed(BY, 'Nguyễn Văn Mẫu')}`,
    number: '08/2022/QĐ-UBND',
    kind: 'Quyết định',
    issuer: 'Ủy ban nhân dân tỉnh Mây Ngàn',
    issuedOn: '2022-04-01',
    signer: 'Nguyễn Văn Mẫu',
    effectiveOn: '2022-04-11',
    addresses: 'dieu-1 dieu-1-khoan-1 dieu-1-khoan-2 dieu-2 dieu-3',
    cites: [
      'basis Luật Ban hành văn bản quy phạm pháp luật ngày 22 tháng 6 năm 2015',
      'repeals Quyết định số 10/2005/QĐ-UB ngày 02 tháng 02 năm 2005',
      'repeals Chỉ thị số 03/2009/CT-UBND ngày 11 tháng 5 năm 2009',
      'repeals khoản 2 Điều 4 Quyết định số 21/2018/QĐ-UBND',
      'repeals khoản 1 Điều 6 Quyết định số 22/2018/QĐ-UBND',
      'refers Quyết định này',
    ],
  },
  {
    name: 'capitals, "ĐIỀU 1.", and points with a full stop',
    text: `${head(UBND, 'SỐ: 05/2019/QĐ-UBND', 'Mây Ngàn, ngày 03 tháng 01 năm 2019')}
QUYẾT ĐỊNH
VỀ GIÁ NƯỚC SINH HOẠT
ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN
Căn cứ Luật Giá ngày 20 tháng 6 năm 2012;
QUYẾT ĐỊNH:
ĐIỀU 1. GIÁ NƯỚC
1) Giá nước cho hộ gia đình:
a. Mười mét khối đầu là năm nghìn đồng.
b. Mét khối tiếp theo là bảy nghìn đồng.
2) Giá nước cho cơ quan là chín nghìn đồng.
ĐIỀU 2. HIỆU LỰC
Quyết định này có hiệu lực từ ngày 15/01/2019.
${signed('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH', 'Trần Thị Mẫu')}`,
    number: '05/2019/QĐ-UBND',
    kind: 'Quyết định',
    issuer: 'Ủy ban nhân dân tỉnh Mây Ngàn',
    issuedOn: '2019-01-03',
    signer: 'Trần Thị Mẫu',
    effectiveOn: '2019-01-15',
    addresses: 'dieu-1 dieu-1-khoan-1 dieu-1-khoan-1-diem-a dieu-1-khoan-1-diem-b dieu-1-khoan-2 dieu-2',
    cites: ['basis Luật Giá ngày 20 tháng 6 năm 2012', 'refers Quyết định này'],
  },
  {
    name: 'the Icelandic Ð of old fonts and letters in pieces (NFD)',
    text: `${head(UBND, 'Số: 07/2006/QĐ-UBND', 'Mây Ngàn, ngày 09 tháng 02 năm 2006')}
QUYẾT ĐỊNH
Về phí qua cầu
ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN
Căn cứ Pháp lệnh phí và lệ phí ngày 28/8/2001;
QUYẾT ĐỊNH:
Điều 1. Phí qua cầu là hai nghìn đồng.
Điều 2. Miễn phí cho:
a) Học sinh;
b) Người bệnh.
Điều 3. Quyết định này có hiệu lực sau 15 ngày kể từ ngày ký.
${signed('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH', 'Trần Thị Mẫu')}`
      .replace(/^Điều/gmu, '\u00D0iều')
      .normalize('NFD'),
    number: '07/2006/QĐ-UBND',
    kind: 'Quyết định',
    issuer: 'Ủy ban nhân dân tỉnh Mây Ngàn',
    issuedOn: '2006-02-09',
    signer: 'Trần Thị Mẫu',
    effectiveOn: '2006-02-24',
    addresses: 'dieu-1 dieu-2 dieu-2-diem-a dieu-2-diem-b dieu-3',
    cites: ['basis Pháp lệnh phí và lệ phí ngày 28/8/2001', 'refers Quyết định này'],
  },
  {
    name: 'missing spaces: "Điều1.", "2.Trong", "a)Tên"',
    text: `${head(UBND, 'Số:11/2010/QĐ-UBND', 'Mây Ngàn, ngày 12 tháng 4 năm 2010')}
QUYẾT ĐỊNH
Về quản lý bến thuyền
ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN
Căn cứ Luật Giao thông đường thủy nội địa ngày 15/6/2004;
QUYẾT ĐỊNH:
Điều1.Phạm vi
1.Bến thuyền gồm:
a)Bến khách;
b)Bến hàng.
2.Bến tạm thời không thuộc khoản1 Điều này.
Điều2.Quyết định này có hiệu lực thi hành sau 10 ngày kể từ ngày ký.
${signed('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH', 'Trần Thị Mẫu')}`,
    number: '11/2010/QĐ-UBND',
    kind: 'Quyết định',
    issuer: 'Ủy ban nhân dân tỉnh Mây Ngàn',
    issuedOn: '2010-04-12',
    signer: 'Trần Thị Mẫu',
    effectiveOn: '2010-04-22',
    addresses: 'dieu-1 dieu-1-khoan-1 dieu-1-khoan-1-diem-a dieu-1-khoan-1-diem-b dieu-1-khoan-2 dieu-2',
    cites: [
      'basis Luật Giao thông đường thủy nội địa ngày 15/6/2004',
      'refers khoản1 Điều này',
      'refers Quyết định này',
    ],
  },
];
