// Decisions as printers, scanners and sites left them. Provinces, numbers and people are invented.
import { head, type LegalForm, signed } from './form.ts';

const UBND = 'ỦY BAN NHÂN DÂN\nTỈNH MÂY NGÀN';
const BY = 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH';

export const DIRTY_DECISIONS: readonly LegalForm[] = [
  {
    name: 'a letterhead of two columns flattened to rows',
    text: `ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
TỈNH MÂY NGÀN | Độc lập - Tự do - Hạnh phúc |
Số: 14/2021/QĐ-UBND | Mây Ngàn, ngày 15 tháng 5 năm 2021 |
QUYẾT ĐỊNH
Về mức hỗ trợ trồng rừng
ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN
Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;
QUYẾT ĐỊNH:
Điều 1. Mức hỗ trợ
1. Rừng phòng hộ: mười triệu đồng một héc-ta.
2. Rừng sản xuất: năm triệu đồng một héc-ta.
Điều 2. Quyết định này có hiệu lực kể từ ngày 01 tháng 6 năm 2021.
Nơi nhận: | TM. ỦY BAN NHÂN DÂN |
- Như Điều 2; | CHỦ TỊCH |
Trần Thị Mẫu`,
    number: '14/2021/QĐ-UBND',
    kind: 'Quyết định',
    issuer: 'Ủy ban nhân dân tỉnh Mây Ngàn',
    issuedOn: '2021-05-15',
    signer: 'Trần Thị Mẫu',
    effectiveOn: '2021-06-01',
    addresses: 'dieu-1 dieu-1-khoan-1 dieu-1-khoan-2 dieu-2',
    cites: ['basis Luật Lâm nghiệp ngày 15 tháng 11 năm 2017', 'refers Quyết định này'],
  },
  {
    name: 'lines broken by a scan and page numbers in the middle',
    lineWrapped: true,
    text: `${head(UBND, 'Số: 18/2020/QĐ-UBND', 'Mây Ngàn, ngày 08 tháng 6 năm 2020')}
QUYẾT ĐỊNH
Về quản lý nghĩa trang
ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN
Căn cứ Nghị định số 23/2016/NĐ-CP ngày 05 tháng 4 năm 2016 của Chính phủ về xây dựng, quản lý,
sử dụng nghĩa trang và cơ sở hỏa táng;
QUYẾT ĐỊNH:
Điều 1. Trách nhiệm của Ủy ban nhân dân cấp xã
1. Lập sổ theo dõi các phần mộ trong nghĩa trang theo mẫu do Sở Xây dựng hướng dẫn, mỗi năm
kiểm kê một lần.
1
2. Báo cáo Ủy ban nhân dân tỉnh trước ngày 15 tháng 12 hằng năm về tình hình quản lý nghĩa trang,
kèm theo các kiến nghị.
2
Điều 2. Hiệu lực thi hành
Quyết định này có hiệu lực thi hành kể từ ngày 20 tháng 6 năm 2020.
3
${signed(BY, 'Trần Thị Mẫu')}`,
    number: '18/2020/QĐ-UBND',
    kind: 'Quyết định',
    issuer: 'Ủy ban nhân dân tỉnh Mây Ngàn',
    issuedOn: '2020-06-08',
    signer: 'Trần Thị Mẫu',
    effectiveOn: '2020-06-20',
    addresses: 'dieu-1 dieu-1-khoan-1 dieu-1-khoan-2 dieu-2',
    cites: ['basis Nghị định số 23/2016/NĐ-CP ngày 05 tháng 4 năm 2016', 'refers Quyết định này'],
  },
  {
    name: 'an article whose heading was lost: the clauses begin again',
    text: `${head(UBND, 'Số: 19/2020/QĐ-UBND', 'Mây Ngàn, ngày 09 tháng 6 năm 2020')}
QUYẾT ĐỊNH
Về đường thôn
ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN
Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014;
QUYẾT ĐỊNH:
Điều 1. Đường thôn
1. Đường rộng ba mét.
2. Đường có rãnh.
1. Thôn tự sửa đường.
2. Xã cấp xi măng.
Điều 3. Quyết định này có hiệu lực kể từ ngày 20 tháng 6 năm 2020.
${signed(BY, 'Trần Thị Mẫu')}`,
    number: '19/2020/QĐ-UBND',
    kind: 'Quyết định',
    issuer: 'Ủy ban nhân dân tỉnh Mây Ngàn',
    issuedOn: '2020-06-09',
    signer: 'Trần Thị Mẫu',
    effectiveOn: '2020-06-20',
    addresses: 'dieu-1 dieu-1-khoan-1 dieu-1-khoan-2 dieu-1-khoan-1~2 dieu-1-khoan-2~2 dieu-3',
    cites: ['basis Luật Xây dựng ngày 18 tháng 6 năm 2014', 'refers Quyết định này'],
    findings: ['restarted dieu-1-khoan-1~2', 'gap dieu-3'],
  },
  {
    name: 'points within a paragraph and right after the clause',
    text: `${head(UBND, 'Số: 20/2020/QĐ-UBND', 'Mây Ngàn, ngày 10 tháng 6 năm 2020')}
QUYẾT ĐỊNH
Về đò ngang
ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN
Căn cứ Luật Giao thông đường thủy nội địa;
QUYẾT ĐỊNH:
Điều 1. Chủ đò
1. a) Mặc áo phao;
b) Có bằng lái;
c) Không uống rượu khi chở khách; d) Ghi sổ khách;
đ) Treo đèn ban đêm.
2. Chủ đò vi phạm điểm c hoặc điểm d khoản 1 Điều này thì bị xử phạt.
Điều 2. Quyết định này có hiệu lực kể từ ngày 20 tháng 6 năm 2020.
${signed(BY, 'Trần Thị Mẫu')}`,
    number: '20/2020/QĐ-UBND',
    kind: 'Quyết định',
    issuer: 'Ủy ban nhân dân tỉnh Mây Ngàn',
    issuedOn: '2020-06-10',
    signer: 'Trần Thị Mẫu',
    effectiveOn: '2020-06-20',
    addresses: `dieu-1 dieu-1-khoan-1 dieu-1-khoan-1-diem-a dieu-1-khoan-1-diem-b dieu-1-khoan-1-diem-c
      dieu-1-khoan-1-diem-d dieu-1-khoan-1-diem-dd dieu-1-khoan-2 dieu-2`,
    cites: [
      'basis Luật Giao thông đường thủy nội địa',
      'refers điểm c',
      'refers điểm d khoản 1 Điều này',
      'refers Quyết định này',
    ],
  },
  {
    name: 'Markdown remains, a spaced number and appendices',
    text: `ỦY BAN NHÂN DÂN
THÀNH PHỐ SUỐI REO

Số: 01 /2020/QĐ-UBND

Suối Reo, ngày 05 tháng 6 năm 2020

QUYẾT ĐỊNH

**Quy định giá đất tái định cư**

ỦY BAN NHÂN DÂN THÀNH PHỐ SUỐI REO

Căn cứ Luật Đất đai ngày 29 tháng 11 năm 2013;

QUYẾT ĐỊNH:

Điều 1. Giá đất theo Phụ lục I và Phụ lục II ban hành kèm theo Quyết định này.

Điều 2. Quyết định này có hiệu lực kể từ ngày 15/06/2020.

**TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH**

Lê Văn Mẫu

PHỤ LỤC I

GIÁ ĐẤT Ở

(Kèm theo Quyết định số 01 /2020/QĐ-UBND ngày 05 tháng 6 năm 2020)

1. Đường lớn: mười triệu đồng.

2. Đường nhỏ: năm triệu đồng.

PHỤ LỤC II

GIÁ ĐẤT VƯỜN

1. Vườn gần: một triệu đồng.`,
    number: '01/2020/QĐ-UBND',
    kind: 'Quyết định',
    issuer: 'Ủy ban nhân dân thành phố Suối Reo',
    issuedOn: '2020-06-05',
    signer: 'Lê Văn Mẫu',
    effectiveOn: '2020-06-15',
    addresses: 'dieu-1 dieu-2 phu-luc-1 phu-luc-1-khoan-1 phu-luc-1-khoan-2 phu-luc-2 phu-luc-2-khoan-1',
    cites: [
      'basis Luật Đất đai ngày 29 tháng 11 năm 2013',
      'refers Phụ lục I',
      'refers Phụ lục II ban hành kèm theo Quyết định này',
      'refers Quyết định này',
      'refers Quyết định số 01 /2020/QĐ-UBND ngày 05 tháng 6 năm 2020',
    ],
  },
  {
    name: 'an article inserted between two (5a) and a chapter with a number',
    text: `${head(UBND, 'Số: 26/2024/QĐ-UBND', 'Mây Ngàn, ngày 02 tháng 7 năm 2024')}
QUYẾT ĐỊNH
Quy định về bảo vệ suối
ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN
Căn cứ Luật Tài nguyên nước số 28/2023/QH15;
QUYẾT ĐỊNH:
Chương 1
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Quyết định này áp dụng cho mọi con suối.
Điều 1a. Giải thích từ ngữ
Suối là dòng chảy nhỏ.
Chương 2
BẢO VỆ SUỐI
Điều 2. Nghiêm cấm
1. Đổ rác xuống suối.
1a. Đổ dầu xuống suối.
2. Lấp suối.
Điều 3. Hiệu lực
Quyết định này có hiệu lực kể từ ngày 15 tháng 7 năm 2024.
${signed(BY, 'Trần Thị Mẫu')}`,
    number: '26/2024/QĐ-UBND',
    kind: 'Quyết định',
    issuer: 'Ủy ban nhân dân tỉnh Mây Ngàn',
    issuedOn: '2024-07-02',
    signer: 'Trần Thị Mẫu',
    effectiveOn: '2024-07-15',
    addresses: 'chuong-1 dieu-1 dieu-1a chuong-2 dieu-2 dieu-2-khoan-1 dieu-2-khoan-1a dieu-2-khoan-2 dieu-3',
    cites: ['basis Luật Tài nguyên nước số 28/2023/QH15', 'refers Quyết định này', 'refers Quyết định này'],
  },
];
