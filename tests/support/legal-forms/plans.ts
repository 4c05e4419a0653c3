// Texts without articles: directives, plans, notices, letters, guidance. Provinces, numbers and people are invented.
import { head, type LegalForm, signed } from './form.ts';

const UBND = 'ỦY BAN NHÂN DÂN\nTỈNH MÂY NGÀN';
const BY = 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH';

export const PLANS: readonly LegalForm[] = [
  {
    name: 'a directive with numbered tasks',
    text: `${head(UBND, 'Số: 05/CT-UBND', 'Mây Ngàn, ngày 04 tháng 5 năm 2024')}
CHỈ THỊ
Về việc phòng cháy rừng mùa khô
Thời gian qua, nắng nóng kéo dài làm tăng nguy cơ cháy rừng. Thực hiện Chỉ thị số 05-CT/TW, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Sở Nông nghiệp và Môi trường:
a) Trực ban suốt ngày đêm;
b) Báo cáo hằng tuần.
2. Ủy ban nhân dân các xã thực hiện điểm a khoản 1 Chỉ thị này.
3. Các sở, ngành phối hợp thực hiện./.
${signed('CHỦ TỊCH', 'Đỗ Văn Mẫu')}`,
    number: '05/CT-UBND',
    kind: 'Chỉ thị',
    issuer: 'Ủy ban nhân dân tỉnh Mây Ngàn',
    issuedOn: '2024-05-04',
    signer: 'Đỗ Văn Mẫu',
    addresses: 'khoan-1 khoan-1-diem-a khoan-1-diem-b khoan-2 khoan-3',
    cites: ['refers Chỉ thị số 05-CT/TW', 'refers điểm a khoản 1 Chỉ thị này'],
  },
  {
    name: 'a plan with roman parts, dotted clauses and points',
    text: `${head(UBND, 'Số: 45/KH-UBND', 'Mây Ngàn, ngày 11 tháng 02 năm 2025')}
KẾ HOẠCH
Chuyển đổi số năm 2025
Thực hiện Nghị quyết số 57-NQ/TW, Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nâng cao chất lượng phục vụ.
2. Yêu cầu
2.1. Đúng tiến độ.
2.2. Tiết kiệm:
a) Dùng chung hạ tầng;
b) Không mua trùng.
II. NHIỆM VỤ
1. Nhiệm vụ chung
2. Nhiệm vụ riêng theo điểm b khoản 2.2 mục I.
III. TỔ CHỨC THỰC HIỆN
Các sở, ngành triển khai Kế hoạch này./.
${signed(BY, 'Trần Thị Mẫu')}`,
    number: '45/KH-UBND',
    kind: 'Kế hoạch',
    issuer: 'Ủy ban nhân dân tỉnh Mây Ngàn',
    issuedOn: '2025-02-11',
    signer: 'Trần Thị Mẫu',
    addresses: `phan-i phan-i-khoan-1 phan-i-khoan-2 phan-i-khoan-2-1 phan-i-khoan-2-2 phan-i-khoan-2-2-diem-a
      phan-i-khoan-2-2-diem-b phan-ii phan-ii-khoan-1 phan-ii-khoan-2 phan-iii`,
    cites: ['refers Nghị quyết số 57-NQ/TW', 'refers điểm b khoản 2.2 mục I', 'refers Kế hoạch này'],
  },
  {
    name: 'a plan with "I/", "1/", "a/" and capitals above the roman parts',
    text: `${head(UBND, 'Số: 46/KH-UBND', 'Mây Ngàn, ngày 12 tháng 02 năm 2025')}
KẾ HOẠCH
Phòng chống thiên tai năm 2025
Thực hiện Luật Phòng, chống thiên tai năm 2013, Ủy ban nhân dân tỉnh lập kế hoạch:
A. TÌNH HÌNH
I/ THỜI TIẾT
1/ Nắng nóng:
a/ Tháng tư;
b/ Tháng năm.
II/ SÔNG SUỐI
B. GIẢI PHÁP
I/ TRƯỚC MÙA MƯA
1/ Sửa đê.
C. KINH PHÍ
Từ ngân sách tỉnh./.
${signed(BY, 'Trần Thị Mẫu')}`,
    number: '46/KH-UBND',
    kind: 'Kế hoạch',
    issuer: 'Ủy ban nhân dân tỉnh Mây Ngàn',
    issuedOn: '2025-02-12',
    signer: 'Trần Thị Mẫu',
    addresses: `phan-a phan-a-phan-i phan-a-phan-i-khoan-1 phan-a-phan-i-khoan-1-diem-a phan-a-phan-i-khoan-1-diem-b
      phan-a-phan-ii phan-b phan-b-phan-i phan-b-phan-i-khoan-1 phan-c`,
    cites: ['refers Luật Phòng, chống thiên tai năm 2013'],
  },
  {
    name: 'a notice of a meeting',
    text: `${head('UBND TỈNH MÂY NGÀN\nVĂN PHÒNG', 'Số: 112/TB-VP', 'Mây Ngàn, ngày 20 tháng 8 năm 2024')}
THÔNG BÁO
Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại phiên họp tháng 8
Ngày 18 tháng 8 năm 2024, Chủ tịch Ủy ban nhân dân tỉnh chủ trì phiên họp và kết luận:
1. Giao Sở Tài chính trình dự toán trước ngày 30 tháng 9.
2. Giao Sở Nội vụ thực hiện Công văn số 123/UBND-KGVX ngày 02/8/2024.
${signed('KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG', 'Phạm Thị Mẫu')}`,
    number: '112/TB-VP',
    kind: 'Thông báo',
    issuer: 'Văn phòng UBND tỉnh Mây Ngàn',
    issuedOn: '2024-08-20',
    signer: 'Phạm Thị Mẫu',
    addresses: 'khoan-1 khoan-2',
    cites: ['refers Công văn số 123/UBND-KGVX ngày 02/8/2024'],
  },
  {
    name: 'an official letter without provisions',
    text: `UBND TỈNH MÂY NGÀN
SỞ NỘI VỤ
Số: 321/SNV-CCHC
V/v báo cáo cải cách hành chính
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mây Ngàn, ngày 05 tháng 11 năm 2024
Kính gửi: Ủy ban nhân dân các xã.
Theo khoản 3 Điều 5 Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ và các điều 6, 7 Nghị định số 42/2022/NĐCP, Sở Nội vụ đề nghị các xã gửi báo cáo trước ngày 15 tháng 11.
Trân trọng./.
${signed('KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC', 'Lê Thị Mẫu')}`,
    number: '321/SNV-CCHC',
    kind: 'Công văn',
    issuer: 'Sở Nội vụ',
    issuedOn: '2024-11-05',
    signer: 'Lê Thị Mẫu',
    addresses: '',
    cites: [
      'refers khoản 3 Điều 5 Nghị định số 61/2018/NĐ-CP ngày 23/4/2018',
      'refers điều 6',
      'refers 7 Nghị định số 42/2022/NĐCP',
    ],
  },
  {
    name: 'guidance with parts in words',
    text: `${head('SỞ TÀI CHÍNH\nTỈNH MÂY NGÀN', 'Số: 77/HD-STC', 'Mây Ngàn, ngày 06 tháng 01 năm 2025')}
HƯỚNG DẪN
Lập dự toán thu phí chợ
Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;
Sở Tài chính hướng dẫn như sau:
Phần thứ nhất
NHỮNG VẤN ĐỀ CHUNG
I. Đối tượng
1. Ban quản lý chợ.
2. Ủy ban nhân dân xã.
II. Thời gian
Phần thứ hai
CÁCH LẬP
I. Biểu mẫu
1. Biểu thu.
II. Nộp
Nộp trước ngày 01 tháng 8./.
${signed('GIÁM ĐỐC', 'Vũ Văn Mẫu')}`,
    number: '77/HD-STC',
    kind: 'Hướng dẫn',
    issuer: 'Sở Tài chính tỉnh Mây Ngàn',
    issuedOn: '2025-01-06',
    signer: 'Vũ Văn Mẫu',
    addresses: `phan-1 phan-1-phan-i phan-1-phan-i-khoan-1 phan-1-phan-i-khoan-2 phan-1-phan-ii phan-2 phan-2-phan-i
      phan-2-phan-i-khoan-1 phan-2-phan-ii`,
    cites: ['basis Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015'],
  },
  {
    name: 'a report whose clauses count through its parts',
    text: `${head('ỦY BAN NHÂN DÂN\nXÃ ĐÁ TRẮNG', 'Số: 90/BC-UBND', 'Đá Trắng, ngày 29 tháng 12 năm 2024')}
BÁO CÁO
Tình hình kinh tế - xã hội năm 2024
I. KẾT QUẢ
1. Trồng trọt tăng.
2. Chăn nuôi giảm.
II. HẠN CHẾ
3. Đường xấu.
4. Thiếu nước.
${signed(BY, 'Hoàng Văn Mẫu')}`,
    number: '90/BC-UBND',
    kind: 'Báo cáo',
    issuer: 'Ủy ban nhân dân xã Đá Trắng',
    issuedOn: '2024-12-29',
    signer: 'Hoàng Văn Mẫu',
    addresses: 'phan-i phan-i-khoan-1 phan-i-khoan-2 phan-ii phan-ii-khoan-3 phan-ii-khoan-4',
    cites: [],
  },
  {
    name: 'a telegram with dashes only',
    text: `${head(UBND, 'Số: 03/CĐ-UBND', 'Mây Ngàn, ngày 08 tháng 9 năm 2024')}
CÔNG ĐIỆN
Về ứng phó mưa lũ
Để ứng phó mưa lũ, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Các xã:
- Di dời dân;
- Cắm biển báo:
+ Ở ngầm;
+ Ở cầu.
2. Công an tỉnh phân luồng giao thông.
${signed('CHỦ TỊCH', 'Đỗ Văn Mẫu')}`,
    number: '03/CĐ-UBND',
    kind: 'Công điện',
    issuer: 'Ủy ban nhân dân tỉnh Mây Ngàn',
    issuedOn: '2024-09-08',
    signer: 'Đỗ Văn Mẫu',
    addresses: 'khoan-1 khoan-1-tiet-1 khoan-1-tiet-2 khoan-1-tiet-2-1 khoan-1-tiet-2-2 khoan-2',
    cites: [],
  },
  {
    name: 'a plan issued by a decision',
    text: `${head(UBND, 'Số: 500/QĐ-UBND', 'Mây Ngàn, ngày 01 tháng 3 năm 2025')}
QUYẾT ĐỊNH
Ban hành Kế hoạch trồng cây
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN
Căn cứ Luật Lâm nghiệp năm 2017;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng cây năm 2025.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
${signed('KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', 'Nguyễn Văn Mẫu')}
KẾ HOẠCH
TRỒNG CÂY NĂM 2025
(Ban hành kèm theo Quyết định số 500/QĐ-UBND ngày 01 tháng 3 năm 2025 của Chủ tịch Ủy ban nhân dân tỉnh)
I. MỤC TIÊU
1. Trồng một triệu cây.
II. GIẢI PHÁP
1. Vườn ươm theo khoản 1 Mục I Kế hoạch này.`,
    number: '500/QĐ-UBND',
    kind: 'Quyết định',
    issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Mây Ngàn',
    issuedOn: '2025-03-01',
    signer: 'Nguyễn Văn Mẫu',
    effectiveOn: '2025-03-01',
    addresses:
      'dieu-1 dieu-2 ke-hoach ke-hoach-phan-i ke-hoach-phan-i-khoan-1 ke-hoach-phan-ii ke-hoach-phan-ii-khoan-1',
    cites: [
      'basis Luật Lâm nghiệp năm 2017',
      'refers Quyết định này',
      'refers Quyết định này',
      'refers Quyết định số 500/QĐ-UBND ngày 01 tháng 3 năm 2025',
      'refers khoản 1 Mục I Kế hoạch này',
    ],
  },
  {
    name: 'a submission with bases and two proposals',
    text: `${head('UBND TỈNH MÂY NGÀN\nSỞ XÂY DỰNG', 'Số: 41/TTr-SXD', 'Mây Ngàn, ngày 03 tháng 4 năm 2025')}
TỜ TRÌNH
Về việc ban hành giá nước sạch
Căn cứ Luật Giá số 16/2023/QH15 ngày 19/6/2023; Căn cứ Nghị định số 85/2024/NĐ-CP;
Sở Xây dựng trình Ủy ban nhân dân tỉnh:
1. Ban hành Quyết định thay thế Quyết định số 05/2019/QĐ-UBND.
2. Giao Sở hướng dẫn thi hành.
${signed('GIÁM ĐỐC', 'Vũ Văn Mẫu')}`,
    number: '41/TTr-SXD',
    kind: 'Tờ trình',
    issuer: 'Sở Xây dựng',
    issuedOn: '2025-04-03',
    signer: 'Vũ Văn Mẫu',
    addresses: 'khoan-1 khoan-2',
    cites: [
      'basis Luật Giá số 16/2023/QH15 ngày 19/6/2023',
      'basis Nghị định số 85/2024/NĐ-CP',
      'replaces Quyết định số 05/2019/QĐ-UBND',
    ],
  },
];
