// Forms of faults of the sealed half: other sentences, other spellings. What fails here is a fault of the checker.
import type { CheckCode } from '../../src/rules/checker/index.ts';
import type { Form } from './checker-faults.ts';
import { fileAddress, type Making } from './checker-prose.ts';
import { toTcvn3, toVni } from './legacy-encoders.ts';

const said = (
  kind: CheckCode,
  sentence: (m: Making) => string,
  words: (m: Making) => string,
  disguises?: readonly string[],
  holders?: readonly string[],
): Form => ({
  kind,
  make: (m) => ({ sentence: sentence(m), words: words(m) }),
  ...(disguises && { disguises }),
  ...(holders && { holders }),
});
const block = (
  kind: CheckCode,
  html: (m: Making, words: string) => string,
  words: (m: Making) => string = () => '',
): Form => ({
  kind,
  make: (m) => {
    const one = words(m);
    return { html: html(m, one), words: one };
  },
});
const row = (head: readonly string[], cells: readonly string[]) =>
  `<table><caption>Danh sách kèm theo</caption><thead><tr>${head.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead><tbody><tr>${cells.map((one) => `<td>${one}</td>`).join('')}</tr></tbody></table>`;
const PLAIN = ['plain', 'bold', 'split'];
const OLD = [
  'Nhiệt liệt chào mừng ngày bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân',
  'Kính gửi các cơ quan, ban ngành, đoàn thể và toàn thể nhân dân',
  'Hướng dẫn thủ tục đăng ký kết hôn cho người ở vùng biên giới',
];

export const SEALED_FORMS: readonly Form[] = [
  block(
    'personal-identity',
    (m, words) => row(['STT', 'Họ và tên', 'Số CCCD', 'Số tiền'], ['1', m.name(), words, '500.000']),
    (m) => m.identity(),
  ),
  said(
    'personal-identity',
    (m) => `Theo đơn của bà ${m.name()} — giấy căn cước {} cấp năm 2021.`,
    (m) => m.identity().replace(/(....)(....)(....)/, '$1 $2 $3'),
  ),
  said(
    'personal-identity',
    (m) => `Công dân ${m.name().toUpperCase()}, CMTND {}, có đơn kiến nghị.`,
    (m) => `0${m.chance.whole(60, 69)}${m.digits(6)}`,
  ),
  said(
    'personal-identity',
    () => 'Ai nhặt được thẻ căn cước mang số {} xin trả lại.',
    (m) => m.identity(),
  ),
  block(
    'personal-phone',
    (m, words) => row(['Họ tên', 'Chỗ ở', 'Điện thoại'], [m.name(), 'Xã Tả Ngàn', words]),
    (m) => m.mobile('#### ### ###'),
  ),
  said(
    'personal-phone',
    () => 'Cần bán gấp máy cày, ai mua alo {} nhé.',
    (m) => m.mobile('####.###.###'),
  ),
  said(
    'personal-phone',
    (m) => `Mọi thắc mắc hỏi trực tiếp đồng chí ${m.name()} theo số máy {}.`,
    (m) => m.mobile('### ### ####'),
  ),
  said(
    'personal-phone',
    (m) => `Chủ nhà trọ: bà ${m.name()} – {}.`,
    (m) => `(+84)${m.mobile('##########').slice(1)}`,
  ),
  said(
    'personal-email',
    (m) => `${m.name()} nhận bài dự thi tại hộp thư {}.`,
    (m) => `nguoi.mau${m.digits(2)}@outlook.com`,
    PLAIN,
  ),
  said(
    'personal-email',
    () => 'Địa chỉ mail {} đã ngừng nhận hồ sơ.',
    (m) => `giay.to.mau${m.digits(2)}@gmail.com`,
    PLAIN,
  ),
  said(
    'personal-address',
    (m) => `Anh ${m.name()} hiện ở {} cùng hai con nhỏ.`,
    (m) => `xóm ${m.village()}, xã Tả Ngàn`,
  ),
  said(
    'personal-address',
    (m) => `Đến 22 giờ, lửa lan sang nhà ông ${m.name()} ở {}.`,
    (m) => `số nhà ${m.chance.whole(11, 99)}, ngõ 4, đường Hoàng Liên`,
  ),
  said(
    'personal-address',
    (m) => `Chị ${m.name()}, nơi cư trú: {}, trúng thưởng.`,
    (m) => `bản ${m.village()}, xã Tả Ngàn`,
  ),
  said(
    'personal-birth',
    (m) => `Bị cáo ${m.name()} (SN {}) lĩnh án treo.`,
    (m) => `19${m.chance.whole(61, 99)}`,
  ),
  said(
    'personal-birth',
    (m) => `Em ${m.name()} sinh {}, học sinh lớp 9A.`,
    (m) => `ngày ${m.chance.whole(10, 28)} tháng ${m.chance.whole(1, 12)} năm 2012`,
  ),
  said(
    'personal-birth',
    (m) => `Ông ${m.name()}, sinh ngày {} tại xã Tả Ngàn.`,
    (m) => `${m.chance.whole(10, 28)}.${m.chance.whole(10, 12)}.1971`,
  ),
  said(
    'personal-bank',
    (m) => `Ủng hộ gia đình qua ngân hàng, số TK: {}, chủ tài khoản ${m.name()}.`,
    (m) => `0${m.digits(9)}`,
  ),
  block(
    'personal-bank',
    (m, words) =>
      row(['Họ và tên', 'Số tài khoản', 'Số tiền'], [m.name(), `Tài khoản ${words}`, '1.200.000']),
    (m) => `7110${m.digits(8)}`,
  ),
  said(
    'personal-tax',
    (m) => `Cá nhân kinh doanh ${m.name()} có mã số thuế {} tạm ngừng hoạt động.`,
    (m) => `8${m.digits(9)}`,
  ),
  said(
    'personal-tax',
    () => 'Người nộp thuế mang MST {} chưa quyết toán.',
    (m) => `8${m.digits(9)}`,
  ),
  said(
    'personal-insurance',
    () => 'Mã số BHXH {} đã được cấp lại sổ.',
    (m) => `01${m.digits(8)}`,
  ),
  said(
    'personal-insurance',
    (m) => `Thẻ BHYT số {} của ông ${m.name()} hết hạn ngày 31/12.`,
    (m) => `HN2${m.digits(12)}`,
    ['plain', 'bold', 'split', 'wide'],
  ),
  said(
    'personal-health',
    (m) => `Vợ anh là chị ${m.name()} {}, hai con còn nhỏ.`,
    (m) => m.pick(['mắc bệnh suy thận', 'bị tai biến', 'mắc ung thư']),
  ),
  said(
    'personal-health',
    (m) => `Ông ${m.name()}, đối tượng {}, được đưa đi cai bắt buộc.`,
    () => 'nghiện ma túy',
  ),
  said(
    'personal-health',
    (m) => `Em ${m.name()} là người {} của lớp.`,
    () => 'khuyết tật nặng',
  ),
  said(
    'personal-plate',
    (m) => `Phạt nguội: BKS {} vượt đèn đỏ, chủ xe ${m.name()}.`,
    (m) => `29A-${m.digits(3)}.${m.digits(2)}`,
    PLAIN,
  ),
  said(
    'personal-plate',
    () => 'Công dân nào mất xe máy BS {} đến nhận lại.',
    (m) => `24B2 ${m.digits(3)}.${m.digits(2)}`,
    PLAIN,
  ),
  ...[
    'TỐI MẬT – Bản số 02',
    '( TUYỆT MẬT )',
    'M Ậ T',
    'MỨC ĐỘ MẬT: MẬT',
    'TÀI LIỆU MẬT',
    'KHÔNG PHỔ BIẾN',
    'MẬT | Số: 15/KH-UBND',
    'Tuyệt mật',
  ].map((stamp) =>
    said(
      'secrecy',
      () => '{}',
      () => stamp,
      ['plain', 'decomposed', 'bold', 'twice', 'invisible'],
      ['paragraph', 'cell', 'quote'],
    ),
  ),
  said(
    'secrecy',
    (m) => `Thực hiện Kế hoạch số ${m.chance.whole(10, 99)}-KH/TU, {}, các đơn vị triển khai ngay.`,
    () => 'độ Tối mật',
    ['plain', 'bold', 'decomposed'],
  ),
  ...[
    'Kinh moi ba con den du le hoi xuong dong dau xuan',
    'Thong bao ve viec cat dien de sua chua duong day',
    'cac truong hop khong dung doi tuong se bi thu hoi',
    'So Nong nghiep huong dan cach u phan chuong dung ky thuat',
  ].map((text) =>
    said(
      'unmarked',
      () => '{}.',
      () => text,
      PLAIN,
    ),
  ),
  said(
    'unmarked',
    () => 'Hội nghị kết luận: {} trước Tết.',
    () => 'hoan thanh viec giai ngan nguon von duoc giao',
    PLAIN,
  ),
  ...OLD.flatMap((text) => [
    said(
      'legacy',
      () => 'Khẩu hiệu ghi “{}” treo ở cổng.',
      () => toTcvn3(text),
      ['plain', 'bold'],
    ),
    said(
      'legacy',
      () => '{}',
      () => String(toVni(text)),
      ['plain', 'bold'],
    ),
  ]),
  said(
    'mojibake',
    () => '{}',
    (m) => new TextDecoder('windows-1252').decode(Buffer.from(m.pick(OLD))),
    ['plain', 'bold'],
  ),
  block(
    'body-alt',
    (m) =>
      `<p>${m.paragraph(1)}</p><figure><img src="${fileAddress('le-hoi.webp')}" alt=" "><figcaption>Lễ hội xuống đồng</figcaption></figure>`,
  ),
  block(
    'alt-poor',
    (_, words) => `<figure><img src="${fileAddress('d.webp')}" alt="${words}"></figure>`,
    (m) =>
      m.pick([
        'Picture 3',
        'anh-dai-dien.JPG',
        'Ảnh 02',
        'Screenshot 2026-11-20',
        'photo_2026.webp',
        'Hình ảnh',
        'logo',
        '20261120_081500',
      ]),
  ),
  block(
    'image-of-text',
    (_, words) => `<figure><img src="${fileAddress('e.webp')}" alt="${words}"></figure>`,
    (m) =>
      m.pick([
        'Hình chụp danh sách trúng tuyển',
        'Bản chụp nghị quyết',
        'Ảnh quét giấy mời họp',
        'Chụp màn hình thông báo',
      ]),
  ),
  block(
    'colour-only',
    (_, words) => `<p>Khi kê khai, lưu ý ${words} là bắt buộc.</p>`,
    (m) =>
      m.pick(['các trường có màu đỏ', 'những mục tô vàng', 'cột đánh dấu màu xanh', 'ô được bôi màu xám']),
  ),
  block(
    'capitals',
    (_, words) => `<h2>${words}</h2><p>Nội dung chi tiết như dưới đây.</p>`,
    (m) =>
      m.pick([
        'TĂNG CƯỜNG CÔNG TÁC PHÒNG CHỐNG RÉT CHO GIA SÚC',
        'KẾT QUẢ THỰC HIỆN NHIỆM VỤ PHÁT TRIỂN KINH TẾ',
        'MỘT SỐ KIẾN NGHỊ, ĐỀ XUẤT VỚI CẤP TRÊN',
      ]),
  ),
  block(
    'fake-heading',
    (m, words) => `<p><em><strong>${words}</strong></em></p><p>${m.paragraph(1)}</p>`,
    (m) =>
      m.pick([
        'Về sản xuất nông nghiệp',
        'Phần thứ nhất',
        'a) Đối tượng áp dụng',
        'Giải pháp thời gian tới:',
      ]),
  ),
  block(
    'fake-list',
    (m, words) => `<p>${words}</p><p>b) ${m.paragraph(1)}</p>`,
    () => 'a) Hộ nghèo, hộ cận nghèo',
  ),
  block(
    'fake-list',
    (_, words) => `<p>${words}</p><p>• Nộp lệ phí</p><p>• Nhận kết quả</p>`,
    () => '• Nộp hồ sơ',
  ),
  block(
    'fake-list',
    (_, words) => `<p>Cần chuẩn bị:<br>${words}<br>– Áo ấm cho trâu, bò</p>`,
    () => '– Rơm khô, cám',
  ),
  block(
    'table-header',
    (m) =>
      `<table><caption>Lịch tiêm phòng</caption><tbody><tr><td>Thứ Hai</td><td>Thôn ${m.village()}</td><td>7 giờ</td></tr><tr><td>Thứ Ba</td><td>Thôn ${m.village()}</td><td>8 giờ</td></tr></tbody></table>`,
  ),
  block(
    'table-caption',
    () =>
      '<table><tbody><tr><th scope="col">Năm</th><th scope="col">Sản lượng (tấn)</th></tr><tr><td>2025</td><td>1.240</td></tr><tr><td>2026</td><td>1.310</td></tr></tbody></table>',
  ),
  block(
    'table-layout',
    (m) =>
      `<table><tbody><tr><td>${m.paragraph(2)}</td></tr><tr><td>${m.paragraph(2)}</td></tr></tbody></table>`,
  ),
  block(
    'link-text',
    (_, words) => `<p>Mẫu đơn đã được cập nhật (<a href="/van-ban/mau-don">${words}</a>).</p>`,
    (m) =>
      m.pick([
        'Chi tiết',
        'ở đây',
        'nhấn vào đây',
        'Xem thêm',
        'tải về tại đây',
        'Read more',
        'đường link',
        'Tải file',
      ]),
  ),
  block(
    'link-bare',
    (_, words) => `<ul><li><a href="https://hoso.example.vn/nop">${words}</a></li></ul>`,
    (m) =>
      m.pick([
        'hoso.example.vn/nop/truc-tuyen?ma=12',
        'HTTPS://HOSO.EXAMPLE.VN/NOP',
        'www.hoso.example.vn/nop',
      ]),
  ),
  block('link-empty', () => '<p>Tài liệu: <a href="/tep-dinh-kem">…</a> kèm theo bài.</p>'),
  block(
    'link-malformed',
    (_, words) => `<p>Nộp tại <a href="${words}">cổng dịch vụ của tỉnh</a>.</p>`,
    (m) =>
      m.pick([
        'dichvu.example.gov.vn/nop',
        'tin-tuc/bai-12',
        'mailto:hotro@vidu',
        'https://localhost:8080/tin',
        'hotro@example.vn',
      ]),
  ),
  block(
    'link-missing',
    (_, words) => `<p>Bài trước: <a href="${words}">chuyện ở bản vùng cao</a>.</p>`,
    (m) => m.pick(['/su-kien/da-go-xuong-405', '/chuyen-muc-khong-co']),
  ),
  block(
    'link-http',
    (_, words) => `<ul><li><a href="${words}">Bản đồ quy hoạch của huyện</a></li><li>Thuyết minh</li></ul>`,
    () => 'HTTP://bando.example.vn/lop?id=7',
  ),
  block(
    're-use',
    (_, words) => `<p><em>${words}</em></p>`,
    (m) =>
      m.pick([
        'Nguồn: Báo Mẫu điện tử',
        'Theo báo Nháp',
        '(Nguồn: TTXVN)',
        'Trích nguồn: tapchimau.com',
        'Nguồn tin: Đài Tiếng nói nhân dân thử nghiệm',
      ]),
  ),
  block(
    'foreign',
    (_, words) => `<p>${words}</p>`,
    () =>
      'Tourism officials announced that the highland festival would welcome international visitors again, offering guided trekking, traditional crafts and local food throughout the season.',
  ),
];
