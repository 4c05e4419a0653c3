// Laws, decrees, circulars, resolutions, consolidated texts. Names, numbers and people are invented.
import { head, type LegalForm, signed } from './form.ts';

export const NORMATIVE: readonly LegalForm[] = [
  {
    name: 'a resolution of a people’s council',
    text: `${head('HỘI ĐỒNG NHÂN DÂN\nTỈNH MÂY NGÀN', 'Số: 08/2025/NQ-HĐND', 'Mây Ngàn, ngày 10 tháng 12 năm 2025')}
NGHỊ QUYẾT
QUY ĐỊNH MỨC THU PHÍ THĂM QUAN
HỘI ĐỒNG NHÂN DÂN TỈNH MÂY NGÀN
KHÓA XV, KỲ HỌP THỨ 20
Căn cứ Luật Phí và lệ phí số 97/2015/QH13;
Xét Tờ trình số 200/TTr-UBND ngày 01 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh;
QUYẾT NGHỊ:
Điều 1. Mức thu
1. Người lớn: hai mươi nghìn đồng.
2. Trẻ em: mười nghìn đồng.
Điều 2. Tổ chức thực hiện
1. Giao Ủy ban nhân dân tỉnh thực hiện Nghị quyết này.
2. Nghị quyết số 11/2016/NQ-HĐND ngày 08 tháng 7 năm 2016 hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.
Nghị quyết này được Hội đồng nhân dân tỉnh thông qua ngày 09 tháng 12 năm 2025 và có hiệu lực từ ngày 01 tháng 01 năm 2026./.
${signed('CHỦ TỊCH', 'Bùi Thị Mẫu')}`,
    number: '08/2025/NQ-HĐND',
    kind: 'Nghị quyết',
    issuer: 'Hội đồng nhân dân tỉnh Mây Ngàn khóa XV, kỳ họp thứ 20',
    issuedOn: '2025-12-10',
    signer: 'Bùi Thị Mẫu',
    addresses: 'dieu-1 dieu-1-khoan-1 dieu-1-khoan-2 dieu-2 dieu-2-khoan-1 dieu-2-khoan-2',
    cites: [
      'basis Luật Phí và lệ phí số 97/2015/QH13',
      'refers Tờ trình số 200/TTr-UBND ngày 01 tháng 12 năm 2025',
      'refers Nghị quyết này',
      'repeals Nghị quyết số 11/2016/NQ-HĐND ngày 08 tháng 7 năm 2016',
      'refers Nghị quyết này',
      'refers Nghị quyết này',
    ],
  },
  {
    name: 'a decree that details a law',
    text: `${head('CHÍNH PHỦ', 'Số: 999/2025/NĐ-CP', 'Hà Nội, ngày 02 tháng 5 năm 2025')}
NGHỊ ĐỊNH
Quy định chi tiết một số điều của Luật Hội chợ
Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;
Căn cứ Luật Hội chợ ngày 20 tháng 11 năm 2024;
Theo đề nghị của Bộ trưởng Bộ Công Thương;
Chính phủ ban hành Nghị định quy định chi tiết một số điều của Luật Hội chợ.
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định chi tiết khoản 2 Điều 5, các khoản 1, 2 và 3 Điều 11 Luật Hội chợ.
Chương II
ĐĂNG KÝ
Mục 1. HỒ SƠ
Tiểu mục 1. HỒ SƠ GIẤY
Điều 2. Thành phần hồ sơ
1. Đơn đăng ký.
2. Sơ đồ gian hàng.
Tiểu mục 2. HỒ SƠ ĐIỆN TỬ
Điều 3. Tệp
Tệp có chữ ký số.
Mục 2. TRÌNH TỰ
Điều 4. Nộp hồ sơ
1. Nộp theo Điều 2, Điều 3 Nghị định này.
Chương III
ĐIỀU KHOẢN THI HÀNH
Điều 5. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 20 tháng 6 năm 2025.
${signed('TM. CHÍNH PHỦ\nTHỦ TƯỚNG', 'Ngô Văn Mẫu')}`,
    number: '999/2025/NĐ-CP',
    kind: 'Nghị định',
    issuer: 'Chính phủ',
    issuedOn: '2025-05-02',
    signer: 'Ngô Văn Mẫu',
    effectiveOn: '2025-06-20',
    addresses: `chuong-1 dieu-1 chuong-2 chuong-2-muc-1 chuong-2-muc-1-tieu-muc-1 dieu-2 dieu-2-khoan-1 dieu-2-khoan-2
      chuong-2-muc-1-tieu-muc-2 dieu-3 chuong-2-muc-2 dieu-4 dieu-4-khoan-1 chuong-3 dieu-5`,
    cites: [
      'basis Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025',
      'basis Luật Hội chợ ngày 20 tháng 11 năm 2024',
      'guides Luật Hội chợ',
      'refers Nghị định này',
      'guides khoản 2 Điều 5',
      'guides khoản 1',
      'guides 2',
      'guides 3 Điều 11 Luật Hội chợ',
      'refers Điều 2',
      'refers Điều 3 Nghị định này',
      'refers Nghị định này',
    ],
  },
  {
    name: 'a circular that guides a decree',
    text: `${head('BỘ CÔNG THƯƠNG', 'Số: 88/2025/TTBCT', 'Hà Nội, ngày 30 tháng 6 năm 2025')}
THÔNG TƯ
Hướng dẫn thi hành Nghị định số 999/2025/NĐ-CP
Căn cứ Nghị định số 999/2025/NĐ-CP ngày 02 tháng 5 năm 2025 của Chính phủ quy định chi tiết một số điều của Luật Hội chợ;
Bộ trưởng Bộ Công Thương ban hành Thông tư hướng dẫn thi hành Nghị định số 999/2025/NĐ-CP.
Điều 1. Mẫu đơn
1. Đơn theo Mẫu số 01 tại Phụ lục I ban hành kèm theo Thông tư này.
Điều 2. Hiệu lực
1. Thông tư này có hiệu lực sau 45 ngày kể từ ngày ký ban hành.
2. Thông tư số 10/2012/TT-BCT, Thông tư số 11/2012/TT-BCT hết hiệu lực kể từ ngày Thông tư này có hiệu lực thi hành.
${signed('KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG', 'Đinh Văn Mẫu')}
Phụ lục I
MẪU ĐƠN
(Kèm theo Thông tư số 88/2025/TT-BCT)
Mẫu số 01
ĐƠN ĐĂNG KÝ
1. Tên đơn vị: …
2. Địa chỉ: …`,
    number: '88/2025/TT-BCT',
    kind: 'Thông tư',
    issuer: 'Bộ Công Thương',
    issuedOn: '2025-06-30',
    signer: 'Đinh Văn Mẫu',
    effectiveOn: '2025-08-14',
    addresses: `dieu-1 dieu-1-khoan-1 dieu-2 dieu-2-khoan-1 dieu-2-khoan-2 phu-luc-1 phu-luc-1-mau-1
      phu-luc-1-mau-1-khoan-1 phu-luc-1-mau-1-khoan-2`,
    cites: [
      'basis Nghị định số 999/2025/NĐ-CP ngày 02 tháng 5 năm 2025',
      'refers Luật Hội chợ',
      'guides Nghị định số 999/2025/NĐ-CP',
      'refers Phụ lục I ban hành kèm theo Thông tư này',
      'refers Thông tư này',
      'repeals Thông tư số 10/2012/TT-BCT',
      'repeals Thông tư số 11/2012/TT-BCT',
      'refers Thông tư này',
      'refers Thông tư số 88/2025/TT-BCT',
    ],
  },
  {
    name: 'a law with parts, chapters that begin anew and its own form of number',
    text: `QUỐC HỘI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Luật số: 999/2024/QH15
Hà Nội, ngày 20 tháng 11 năm 2024
LUẬT
HỘI CHỢ
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật Hội chợ.
PHẦN THỨ NHẤT
NHỮNG QUY ĐỊNH CHUNG
Chương I
PHẠM VI
Điều 1. Phạm vi điều chỉnh
Luật này quy định về hội chợ.
PHẦN THỨ HAI
TỔ CHỨC HỘI CHỢ
Chương I
ĐĂNG KÝ
Điều 2. Đăng ký
1. Hội chợ phải đăng ký theo quy định tại Bộ luật Dân sự và Luật Thương mại.
Chương II
TRÁCH NHIỆM
Điều 3. Trách nhiệm
Chính phủ quy định chi tiết Điều này.
Điều 4. Hiệu lực thi hành
1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.
2. Luật Hội chợ số 10/2005/QH11 hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành.
CHỦ TỊCH QUỐC HỘI
Tạ Thị Mẫu`,
    number: '999/2024/QH15',
    kind: 'Luật',
    issuer: 'Quốc hội',
    issuedOn: '2024-11-20',
    signer: 'Tạ Thị Mẫu',
    effectiveOn: '2025-07-01',
    addresses: `phan-1 chuong-1 dieu-1 phan-2 phan-2-chuong-1 dieu-2 dieu-2-khoan-1 chuong-2 dieu-3 dieu-4
      dieu-4-khoan-1 dieu-4-khoan-2`,
    cites: [
      'basis Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam',
      'refers Luật Hội chợ',
      'refers Luật này',
      'refers Bộ luật Dân sự',
      'refers Luật Thương mại',
      'refers Điều này',
      'refers Luật này',
      'repeals Luật Hội chợ số 10/2005/QH11',
      'refers Luật này',
    ],
  },
  {
    name: 'a consolidated text with notes at its end',
    text: `${head('BỘ TƯ PHÁP', 'Số: 21/VBHN-BTP', 'Hà Nội, ngày 15 tháng 8 năm 2024')}
NGHỊ ĐỊNH
VỀ HÒA GIẢI HỘI CHỢ
Nghị định số 15/2014/NĐ-CP ngày 27 tháng 02 năm 2014 của Chính phủ, có hiệu lực kể từ ngày 25 tháng 4 năm 2014, được sửa đổi, bổ sung bởi:
Nghị định số 20/2020/NĐ-CP ngày 01 tháng 6 năm 2020 của Chính phủ.
Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;
Điều 1. Phạm vi điều chỉnh
1. Nghị định này quy định về hòa giải.
2. (được bãi bỏ)
Điều 2. Hiệu lực
Nghị định này có hiệu lực thi hành kể từ ngày 25 tháng 4 năm 2014.
XÁC THỰC VĂN BẢN HỢP NHẤT
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Đinh Văn Mẫu
[1] Khoản này được sửa đổi theo quy định tại khoản 1 Điều 1 của Nghị định số 20/2020/NĐ-CP.`,
    number: '21/VBHN-BTP',
    kind: 'Văn bản hợp nhất',
    issuer: 'Bộ Tư pháp',
    issuedOn: '2024-08-15',
    signer: 'Đinh Văn Mẫu',
    effectiveOn: '2014-04-25',
    addresses: 'dieu-1 dieu-1-khoan-1 dieu-1-khoan-2 dieu-2',
    cites: [
      'refers Nghị định số 15/2014/NĐ-CP ngày 27 tháng 02 năm 2014',
      'refers Nghị định số 20/2020/NĐ-CP ngày 01 tháng 6 năm 2020',
      'basis Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001',
      'refers Nghị định này',
      'refers Nghị định này',
    ],
  },
  {
    name: 'a joint circular of the old form',
    text: `${head('BỘ TÀI CHÍNH - BỘ NỘI VỤ', 'Số: 71/2014/TTLT-BTC-BNV', 'Hà Nội, ngày 30 tháng 5 năm 2014')}
THÔNG TƯ LIÊN TỊCH
Quy định chế độ tự chủ
Căn cứ Nghị định số 130/2005/NĐ-CP và Nghị định số 117/2013/NĐ-CP ngày 07 tháng 10 năm 2013 của Chính phủ;
Điều 1. Đối tượng
1. Cơ quan nhà nước;
2. Đơn vị sự nghiệp quy định tại điểm b khoản 1, điểm a khoản 2, Điều 5 của Quy định về tự chủ ban hành kèm theo Quyết định số 22/2009/QĐ-BTC ngày 11/9/2009.
Điều 2. Thông tư liên tịch này có hiệu lực kể từ ngày 15 tháng 7 năm 2014.
${signed('KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG', 'Đinh Văn Mẫu')}`,
    number: '71/2014/TTLT-BTC-BNV',
    kind: 'Thông tư liên tịch',
    issuer: 'Bộ Tài chính - Bộ Nội vụ',
    issuedOn: '2014-05-30',
    signer: 'Đinh Văn Mẫu',
    effectiveOn: '2014-07-15',
    addresses: 'dieu-1 dieu-1-khoan-1 dieu-1-khoan-2 dieu-2',
    cites: [
      'basis Nghị định số 130/2005/NĐ-CP',
      'basis Nghị định số 117/2013/NĐ-CP ngày 07 tháng 10 năm 2013',
      'refers điểm b khoản 1',
      'refers điểm a khoản 2, Điều 5 của Quy định về tự chủ ban hành kèm theo Quyết định số 22/2009/QĐ-BTC ngày 11/9/2009',
      'refers Thông tư liên tịch này',
    ],
  },
  {
    name: 'a decision of a prime minister with effect from signing',
    text: `${head('THỦ TƯỚNG CHÍNH PHỦ', 'Số: 72/2012/QĐ-TTg', 'Hà Nội, ngày 10 tháng 6 năm 2012')}
QUYẾT ĐỊNH
Về bộ mã chữ Việt trong hội chợ
Căn cứ Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006;
QUYẾT ĐỊNH:
Điều 1. Bộ mã chữ Việt theo tiêu chuẩn quốc gia được dùng trong hội chợ.
Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành.
${signed('KT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG', 'Cao Văn Mẫu')}`,
    number: '72/2012/QĐ-TTg',
    kind: 'Quyết định',
    issuer: 'Thủ tướng Chính phủ',
    issuedOn: '2012-06-10',
    signer: 'Cao Văn Mẫu',
    effectiveOn: '2012-06-10',
    addresses: 'dieu-1 dieu-2',
    cites: ['basis Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006', 'refers Quyết định này'],
  },
  {
    name: 'a resolution of the standing committee with the session in its symbol',
    text: `${head('ỦY BAN THƯỜNG VỤ QUỐC HỘI', 'Nghị quyết số: 1673/NQ-UBTVQH15', 'Hà Nội, ngày 16 tháng 6 năm 2025')}
NGHỊ QUYẾT
VỀ VIỆC SẮP XẾP CÁC XÃ CỦA TỈNH MÂY NGÀN
ỦY BAN THƯỜNG VỤ QUỐC HỘI
Căn cứ Hiến pháp năm 2013;
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
QUYẾT NGHỊ:
Điều 1. Sắp xếp các xã
1. Nhập xã Suối Reo vào xã Đá Trắng.
Điều 2. Hiệu lực
Nghị quyết này có hiệu lực thi hành từ ngày 16 tháng 6 năm 2025.
${signed('TM. ỦY BAN THƯỜNG VỤ QUỐC HỘI\nCHỦ TỊCH', 'Tạ Thị Mẫu')}`,
    number: '1673/NQ-UBTVQH15',
    kind: 'Nghị quyết',
    issuer: 'Ủy ban Thường vụ Quốc hội',
    issuedOn: '2025-06-16',
    signer: 'Tạ Thị Mẫu',
    effectiveOn: '2025-06-16',
    addresses: 'dieu-1 dieu-1-khoan-1 dieu-2',
    cites: [
      'basis Hiến pháp năm 2013',
      'basis Luật Tổ chức chính quyền địa phương số 72/2025/QH15',
      'refers Nghị quyết này',
    ],
  },
];
