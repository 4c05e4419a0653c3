// Forms of faults of the open half of the measured set.
import type { CheckCode } from '../../src/rules/checker/index.ts';
import { fileAddress, type Making, PHONES } from './checker-prose.ts';
import { toTcvn3, toViqr, toVni } from './legacy-encoders.ts';

/** A sentence with `{}` where the disguised words go, or whole blocks of HTML. */
export interface Form {
  kind: CheckCode;
  make(making: Making): { sentence: string; words: string } | { html: string; words: string };
  /** Only these disguises keep the fault what it is. */
  disguises?: readonly string[];
  holders?: readonly string[];
}

const inLine = (
  kind: CheckCode,
  sentence: (m: Making) => string,
  words: (m: Making) => string,
  limits: Pick<Form, 'disguises' | 'holders'> = {},
): Form => ({ kind, make: (m) => ({ sentence: sentence(m), words: words(m) }), ...limits });
const asBlock = (
  kind: CheckCode,
  html: (m: Making, words: string) => string,
  words: (m: Making) => string = () => '',
): Form => ({
  kind,
  make: (m) => {
    const said = words(m);
    return { html: html(m, said), words: said };
  },
});

const LEGACY_TEXTS = [
  'Ủy ban nhân dân tỉnh ban hành quyết định về việc hỗ trợ đồng bào vùng cao',
  'Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc',
  'Đề nghị các đơn vị báo cáo kết quả thực hiện trước ngày mười lăm',
  'Phòng chống dịch bệnh cho đàn gia súc, gia cầm trong mùa rét',
];
const NO_MARKS = [
  'De nghi cac don vi bao cao ket qua truoc ngay 30 thang 11',
  'Uy ban nhan dan xa thong bao lich tiep cong dan thang 12',
  'Nguoi dan nop ho so tai bo phan mot cua cua xa',
  'ke hoach phong chong ret cho trau bo nam nay',
];
const STAMPS = [
  'MẬT',
  'TỐI MẬT',
  'TUYỆT MẬT',
  '[ MẬT ]',
  'T Ố I  M Ậ T',
  'Độ mật: Tối mật',
  'LƯU HÀNH NỘI BỘ',
  '*** TUYỆT MẬT ***',
];

export const OPEN_FORMS: readonly Form[] = [
  inLine(
    'personal-identity',
    (m) => `Ông ${m.name()}, số căn cước {}, được hỗ trợ một lần.`,
    (m) => m.identity(),
  ),
  inLine(
    'personal-identity',
    (m) => `Hộ bà ${m.name()} (CCCD {}) thuộc diện hộ nghèo.`,
    (m) => m.identity().replace(/(...)(...)(...)(...)/, '$1 $2 $3 $4'),
  ),
  inLine(
    'personal-identity',
    () => 'Người nhận mang theo CMND số {} để đối chiếu.',
    (m) => `06${m.digits(7)}`,
  ),
  inLine(
    'personal-identity',
    (m) => `Danh sách gồm: 1) ${m.name()}, số định danh cá nhân {}.`,
    (m) => m.identity(),
  ),
  inLine(
    'personal-identity',
    (m) => `Anh ${m.name()} làm mất hộ chiếu số {} trên đường đi.`,
    (m) => `C${m.digits(7)}`,
    { disguises: ['plain', 'bold', 'split', 'decomposed'] },
  ),
  inLine(
    'personal-phone',
    (m) => `Liên hệ anh ${m.name()}, điện thoại {}, để nhận quà.`,
    (m) => m.mobile(m.pick(PHONES)),
  ),
  inLine(
    'personal-phone',
    () => 'Bà con có nhu cầu mua giống gọi số {} trước thứ Sáu.',
    (m) => m.mobile(m.pick(PHONES)),
  ),
  inLine(
    'personal-phone',
    (m) => `Gia đình chị ${m.name()} (SĐT: {}) cần giúp đỡ khẩn cấp.`,
    (m) => m.mobile(m.pick(PHONES)),
  ),
  inLine(
    'personal-phone',
    (m) => `Người đứng đơn là ${m.name()}, Zalo {}.`,
    (m) => `+84 ${m.mobile('#### ### ###').slice(1)}`,
  ),
  inLine(
    'personal-email',
    (m) => `Góp ý gửi về anh ${m.name()}, thư điện tử {}.`,
    (m) => `thu.mau${m.digits(2)}@gmail.com`,
    { disguises: ['plain', 'bold', 'split', 'decomposed', 'twice'] },
  ),
  inLine(
    'personal-email',
    () => 'Bạn đọc quan tâm viết thư đến {} để đăng ký.',
    (m) => `mau_thu${m.digits(3)}@yahoo.com.vn`,
    { disguises: ['plain', 'bold', 'split', 'twice'] },
  ),
  inLine(
    'personal-address',
    (m) => `Nạn nhân là ông ${m.name()}, trú tại {}.`,
    (m) => `thôn ${m.village()}, xã Tả Ngàn`,
  ),
  inLine(
    'personal-address',
    (m) => `Bà ${m.name()}, thường trú {}, được bồi thường đợt này.`,
    (m) => `số nhà ${m.chance.whole(2, 90)}, tổ 5, phường Cốc Mây`,
  ),
  inLine(
    'personal-address',
    (m) => `Hộ ông ${m.name()}, địa chỉ: {}, nhận 20 triệu đồng.`,
    (m) => `tổ dân phố số ${m.chance.whole(1, 9)}, phường Cốc Mây`,
  ),
  inLine(
    'personal-birth',
    (m) => `Đối tượng ${m.name()}, sinh ngày {}, bị xử phạt hành chính.`,
    (m) => `${m.chance.whole(1, 28)}/${m.chance.whole(1, 12)}/19${m.chance.whole(60, 99)}`,
  ),
  inLine(
    'personal-birth',
    (m) => `Cháu ${m.name()} (sinh năm {}) học lớp 5.`,
    (m) => `20${m.chance.whole(10, 19)}`,
  ),
  inLine(
    'personal-birth',
    (m) => `Bà ${m.name()}, ngày sinh: {}, dân tộc Mông.`,
    (m) => `0${m.chance.whole(1, 9)}-0${m.chance.whole(1, 9)}-19${m.chance.whole(60, 99)}`,
  ),
  inLine(
    'personal-bank',
    (m) => `Mọi sự giúp đỡ xin chuyển vào STK {} mang tên ${m.name()}.`,
    (m) => `1903${m.digits(10)}`,
  ),
  inLine(
    'personal-bank',
    (m) => `Số tài khoản {} của chị ${m.name()}.`,
    (m) => `8800 2050 ${m.digits(4)} ${m.digits(1)}`,
  ),
  inLine(
    'personal-bank',
    () => 'Bạn đọc ủng hộ qua tài khoản {}, nội dung ghi rõ họ tên.',
    (m) => `0${m.digits(12)}`,
  ),
  inLine(
    'personal-tax',
    (m) => `Ông ${m.name()}, mã số thuế {}, nợ thuế quá 90 ngày.`,
    (m) => `8${m.digits(9)}`,
  ),
  inLine(
    'personal-tax',
    (m) => `Bà ${m.name()} (MST: {}) được hoàn thuế thu nhập cá nhân.`,
    (m) => `8${m.digits(9)}`,
  ),
  inLine(
    'personal-insurance',
    (m) => `Chị ${m.name()}, số sổ BHXH {}, hưởng chế độ thai sản.`,
    (m) => `10${m.digits(8)}`,
  ),
  inLine(
    'personal-insurance',
    (m) => `Bệnh nhân ${m.name()}, thẻ bảo hiểm y tế {}, được miễn viện phí.`,
    (m) => `GD4${m.digits(12)}`,
  ),
  inLine(
    'personal-health',
    (m) => `Cháu ${m.name()} {} từ khi mới sinh.`,
    (m) => m.pick(['mắc bệnh tim bẩm sinh', 'bị bại não', 'mắc hội chứng thận hư']),
  ),
  inLine(
    'personal-health',
    (m) => `Anh ${m.name()}, 34 tuổi, {} đã ba năm.`,
    (m) => m.pick(['nhiễm HIV', 'bị tâm thần', 'chạy thận nhân tạo', 'bị ung thư']),
  ),
  inLine(
    'personal-health',
    (m) => `Kết quả xét nghiệm: bệnh nhân ${m.name()} {}.`,
    (m) => m.pick(['dương tính với SARS-CoV-2', 'dương tính với ma túy']),
  ),
  inLine(
    'personal-plate',
    (m) => `Xe mô tô biển số {} do anh ${m.name()} điều khiển.`,
    (m) => `24H1-${m.digits(3)}.${m.digits(2)}`,
    { disguises: ['plain', 'bold', 'split', 'wide', 'hardSpaces'] },
  ),
  inLine(
    'personal-plate',
    () => 'Chủ xe ô tô biển kiểm soát {} đến nộp phạt trước ngày 30/11.',
    (m) => `24A-${m.digits(3)}.${m.digits(2)}`,
    { disguises: ['plain', 'bold', 'split', 'wide'] },
  ),
  ...STAMPS.map((stamp) =>
    inLine(
      'secrecy',
      () => '{}',
      () => stamp,
      {
        holders: ['paragraph', 'cell', 'broken'],
        disguises: ['plain', 'decomposed', 'bold', 'split', 'invisible', 'hardSpaces'],
      },
    ),
  ),
  inLine(
    'secrecy',
    (m) => `Kèm theo Báo cáo số ${m.chance.whole(10, 90)}/BC-UBND {} ngày 12/11/2026.`,
    () => '(Mật)',
    { disguises: ['plain', 'bold', 'decomposed'] },
  ),
  ...NO_MARKS.map((text) =>
    inLine(
      'unmarked',
      () => '{}.',
      () => text,
      { disguises: ['plain', 'bold', 'split', 'hardSpaces'] },
    ),
  ),
  inLine(
    'unmarked',
    () => 'Các thôn rà soát lại danh sách, {}, rồi gửi về xã.',
    (m) =>
      m.pick(['nop truoc ngay 25 thang nay', 'bo sung cac ho moi tach', 'khong de sot nguoi duoc huong']),
    { disguises: ['plain', 'bold', 'split'] },
  ),
  ...LEGACY_TEXTS.flatMap((text) => [
    inLine(
      'legacy',
      () => 'Trích văn bản cũ: {}.',
      () => toTcvn3(text),
      { disguises: ['plain', 'bold'] },
    ),
    inLine(
      'legacy',
      () => 'Trích văn bản cũ: {}.',
      () => String(toVni(text)),
      { disguises: ['plain', 'bold'] },
    ),
  ]),
  inLine(
    'legacy',
    () => 'Thư cũ ghi: {}',
    (m) => String(toViqr(m.pick(LEGACY_TEXTS))),
    { disguises: ['plain', 'bold'] },
  ),
  inLine(
    'mojibake',
    () => 'Tiêu đề bị lỗi: {}.',
    (m) => new TextDecoder('windows-1252').decode(Buffer.from(m.pick(LEGACY_TEXTS.slice(2)))),
    { disguises: ['plain', 'bold'] },
  ),
  asBlock('body-alt', () => `<figure><img src="${fileAddress('chuong-trau.webp')}" alt=""></figure>`),
  asBlock(
    'alt-poor',
    (_, words) => `<figure><img src="${fileAddress('a.webp')}" alt="${words}"></figure>`,
    (m) =>
      m.pick([
        'IMG_2031.jpg',
        'ảnh',
        'Ảnh minh họa',
        'z4418920011.png',
        'hình 1',
        'DSC01245',
        'image',
        'Hình ảnh minh hoạ bài viết',
      ]),
  ),
  asBlock(
    'image-of-text',
    (_, words) => `<figure><img src="${fileAddress('b.webp')}" alt="${words}"></figure>`,
    (m) =>
      m.pick([
        'Ảnh chụp công văn số 12/UBND-VX',
        'Bản scan thông báo tuyển dụng',
        'Ảnh chụp màn hình bảng giá đất',
        'Ảnh chụp toàn văn quyết định',
      ]),
  ),
  asBlock(
    'colour-only',
    (_, words) => `<p>Đề nghị các đơn vị xem ${words} trong biểu và bổ sung.</p>`,
    (m) =>
      m.pick(
        ['phần tô đỏ', 'các ô màu vàng', 'những dòng được bôi vàng', 'mục in màu xanh', 'phần chữ đỏ'].slice(
          0,
          4,
        ),
      ),
  ),
  asBlock(
    'capitals',
    (_, words) => `<p>${words}</p>`,
    (m) =>
      m.pick([
        'ĐỀ NGHỊ BÀ CON NHÂN DÂN CHẤP HÀNH NGHIÊM TÚC CÁC QUY ĐỊNH NÀY',
        'THÔNG BÁO VỀ VIỆC TẠM NGỪNG CUNG CẤP NƯỚC SẠCH TRÊN ĐỊA BÀN XÃ',
        'NHIỆT LIỆT CHÀO MỪNG ĐẠI HỘI ĐẠI BIỂU CÁC DÂN TỘC THIỂU SỐ',
      ]),
  ),
  asBlock(
    'fake-heading',
    (m, words) => `<p><strong>${words}</strong></p><p>${m.paragraph(1)}</p>`,
    (m) =>
      m.pick([
        'Kết quả đạt được',
        '1. Mục đích, yêu cầu',
        'Nhiệm vụ trọng tâm quý tới',
        'II. Tồn tại, hạn chế',
      ]),
  ),
  asBlock(
    'fake-list',
    (m, words) => `<p>${words}</p><p>- ${m.paragraph(1)}</p><p>- Công tác khác.</p>`,
    () => '- Công tác phòng cháy, chữa cháy;',
  ),
  asBlock(
    'fake-list',
    (m, words) => `<p>${words}</p><p>2. ${m.paragraph(1)}</p>`,
    () => '1. Tiếp nhận hồ sơ tại bộ phận một cửa',
  ),
  asBlock(
    'fake-list',
    (_, words) => `<p>Thành phần hồ sơ gồm có<br>${words}<br>+ Bản sao giấy chứng nhận</p>`,
    () => '+ Đơn đề nghị theo mẫu',
  ),
  asBlock(
    'table-header',
    (m) =>
      `<table><caption>Diện tích gieo trồng</caption><tbody><tr><td>Thôn</td><td>Ha</td></tr><tr><td>${m.village()}</td><td>${m.digits(2)}</td></tr><tr><td>${m.village()}</td><td>${m.digits(2)}</td></tr></tbody></table>`,
  ),
  asBlock(
    'table-caption',
    (m) =>
      `<table><thead><tr><th scope="col">Thôn</th><th scope="col">Số hộ</th></tr></thead><tbody><tr><td>${m.village()}</td><td>${m.digits(3)}</td></tr></tbody></table>`,
  ),
  asBlock(
    'table-layout',
    (m) =>
      `<table><tbody><tr><td><figure><img src="${fileAddress('c.webp')}" alt="Bà con thu hoạch ngô"></figure></td><td>${m.paragraph(2)}</td></tr></tbody></table>`,
  ),
  asBlock(
    'link-text',
    (_, words) => `<p>Toàn văn kế hoạch, mời bạn đọc <a href="/van-ban/ke-hoach-12">${words}</a>.</p>`,
    (m) =>
      m.pick(['xem tại đây', 'tại đây', 'Xem chi tiết', 'bấm vào đây', 'click here', 'TẢI VỀ', 'link này']),
  ),
  asBlock(
    'link-bare',
    (_, words) =>
      `<p>Nguồn dữ liệu: <a href="https://solieu.example.vn/bang">${words}</a> cập nhật hằng quý.</p>`,
    (m) => m.pick(['https://solieu.example.vn/bang', 'http://www.example.vn/tin?id=12', 'www.example.vn']),
  ),
  asBlock('link-empty', () => '<p>Xem thêm <a href="/tin-tuc/bai-12"> » </a> ở chuyên mục này.</p>'),
  asBlock(
    'link-malformed',
    (_, words) => `<p>Trang của <a href="${words}">Sở Nông nghiệp và Môi trường</a> có bản đồ.</p>`,
    (m) =>
      m.pick([
        'www.example.gov.vn',
        'https://https://example.vn/a',
        'https://example,vn/a',
        'http//example.vn',
        '#',
      ]),
  ),
  asBlock(
    'link-missing',
    (_, words) => `<p>Xem <a href="${words}">kế hoạch cũ của xã</a> để so sánh.</p>`,
    (m) => m.pick(['/tin-tuc/bai-da-mat-404', `/tep/${'9'.repeat(64)}/mat.pdf`]),
  ),
  asBlock(
    'link-http',
    (_, words) => `<p>Theo <a href="${words}">trang dự báo thời tiết</a>, rét còn kéo dài.</p>`,
    () => 'http://thoitiet.example.vn/mien-bac',
  ),
  asBlock(
    're-use',
    (_, words) => `<p>${words}</p>`,
    (m) => m.pick(['(Theo Báo Mẫu)', 'Nguồn: baomau.vn', 'Theo TTXVN', 'Nguồn: Internet', '(Sưu tầm)']),
  ),
  asBlock(
    'foreign',
    (_, words) => `<p>${words}</p>`,
    () =>
      'The provincial committee approved the project last week and expects construction to begin before the end of the rainy season, according to officials.',
  ),
];
