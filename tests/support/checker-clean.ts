// What looks like a fault and is none: blocks of the clean texts of the measured set.
import { fileAddress, type Making } from './checker-prose.ts';

export type CleanBlock = (m: Making) => string;
const p =
  (text: CleanBlock): CleanBlock =>
  (m) =>
    `<p>${text(m)}</p>`;
const table = (caption: string, head: readonly string[], rows: readonly (readonly string[])[]) =>
  `<table><caption>${caption}</caption><thead><tr>${head.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead><tbody>${rows
    .map((cells) => `<tr>${cells.map((one) => `<td>${one}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;

export const OPEN_CLEAN: readonly CleanBlock[] = [
  p(
    (m) =>
      `Thực hiện Công văn số ${m.digits(4)}/UBND-VX ngày 12/11/2026 và Quyết định số ${m.digits(3)}/QĐ-SNNMT, Thông tư 01/2026/TT-BNV.`,
  ),
  p(
    (m) =>
      `Mọi thông tin xin liên hệ Văn phòng UBND xã, điện thoại 0214 3${m.digits(3)} ${m.digits(3)}, thư điện tử vanphong@laocai.gov.vn.`,
  ),
  p((m) => `Đường dây nóng tiếp nhận phản ánh về vệ sinh thú y: ${m.mobile('####.###.###')}.`),
  p(() => 'Tổng đài 1900 1234 và 1800 1091 phục vụ 24/24 giờ; cấp cứu gọi 115, cứu hỏa 114, công an 113.'),
  p(() => 'Mật độ dân số của xã là 87 người/km²; sản phẩm mật ong bạc hà được chứng nhận OCOP 4 sao.'),
  p(
    () =>
      'Hội nghị phổ biến Luật Bảo vệ bí mật nhà nước, quy chế bảo mật thông tin và trách nhiệm của người làm công tác cơ yếu.',
  ),
  p(
    () =>
      'Tài liệu mật, tối mật và tuyệt mật phải được quản lý theo đúng quy định của pháp luật về bảo vệ bí mật nhà nước.',
  ),
  p(
    () =>
      'Dự toán 18.450.000.000 đồng, trong đó ngân sách trung ương 12.300.000.000 đồng, ngân sách tỉnh 6.150.000.000 đồng.',
  ),
  p(() => 'Nhà văn viết: “The mountains are calling and I must go”, và bà con vẫn nhớ câu ấy.'),
  () =>
    '<blockquote><p>We welcome every visitor who comes to our village with an open heart and leaves it as beautiful as it was before.</p></blockquote>',
  p(
    (m) =>
      `Công ty cổ phần Mẫu Thử, mã số doanh nghiệp 0100109106, trúng gói thầu số ${m.digits(2)} với giá 2.345.678.000 đồng.`,
  ),
  p(
    (m) =>
      `Nhà thầu: Công ty TNHH Xây dựng Nháp, mã số thuế 530${m.digits(7)}, địa chỉ trụ sở: số 12 đường Hoàng Liên, phường Cốc Lếu.`,
  ),
  p(
    (m) =>
      `Tài khoản số 3713.0.1059785 của Văn phòng UBND xã tại Kho bạc Nhà nước khu vực, nội dung: ủng hộ Quỹ Vì người nghèo năm 20${m.chance.whole(24, 27)}.`,
  ),
  p(
    () =>
      'Chi tiết nằm trong <a href="/van-ban/ke-hoach-12">kế hoạch chống rét cho trâu, bò</a> và <a href="https://dichvucong.gov.vn">Cổng Dịch vụ công quốc gia</a>.',
  ),
  () =>
    table(
      'Diện tích gieo trồng vụ đông (ha)',
      ['Thôn', 'Ngô', 'Rau'],
      [
        ['Sả Mây', '12,5', '3'],
        ['Tả Ngàn', '8', '4,25'],
        ['Cộng', '20,5', '7,25'],
      ],
    ),
  (m) =>
    table(
      'Đường dây nóng của các cơ quan',
      ['Cơ quan', 'Điện thoại'],
      [
        ['Công an xã', m.mobile('#### ### ###')],
        ['Trạm Y tế', '0214 3840 115'],
        ['Ban Chỉ huy Phòng thủ dân sự', m.mobile('####.###.###')],
      ],
    ),
  p(
    () =>
      'Ông Nguyễn Văn Mẫu, Phó Chủ tịch UBND xã, phát biểu khai mạc; bà Trần Thị Ví, Trưởng Phòng Kinh tế, trình bày báo cáo.',
  ),
  p(
    () =>
      'Bác sĩ Lê Thị Thử, Phó Giám đốc Bệnh viện đa khoa, cho biết cả khoa đang điều trị 14 ca mắc bệnh sởi và 3 ca bị viêm gan B.',
  ),
  p(() => 'Toàn tỉnh ghi nhận 214 người nhiễm HIV, 37 bệnh nhân lao phổi; 92% được điều trị.'),
  p(
    () =>
      'Hội nghị diễn ra tại Hội trường tầng 3, số 268 đường Hoàng Liên, phường Cốc Lếu, từ 8 giờ 00 ngày 25/11/2026.',
  ),
  (m) =>
    `<figure><img src="${fileAddress('IMG_2031.webp')}" alt="Bà con thôn ${m.village()} che bạt chuồng trâu trong buổi sáng nhiều sương"><figcaption>Ảnh: Trung tâm Truyền thông</figcaption></figure>`,
  p(
    () =>
      'Theo báo cáo của Sở Nông nghiệp và Môi trường, nguồn nước tưới bảo đảm cho 95% diện tích; nguồn: khảo sát thực địa của xã.',
  ),
  p(
    () =>
      'Lực lượng chức năng thu giữ 2 xe ô tô; Hội Chữ thập đỏ trao sổ đỏ, thẻ vàng IUU được nhắc lại nhiều lần; vùng xanh tăng lên 12 thôn.',
  ),
  () =>
    '<h2>Kết quả</h2><p>Đã hoàn thành 12/15 chỉ tiêu.</p><h3>Nông nghiệp</h3><p>Sản lượng đạt 1.240 tấn.</p><h2>Nhiệm vụ</h2><p>Tiếp tục tiêm phòng.</p>',
  () =>
    '<ul><li>Nộp hồ sơ trực tuyến</li><li>Nhận kết quả tại bộ phận một cửa</li></ul><ol><li>Khai tờ đơn</li><li>Nộp lệ phí</li></ol>',
  p(
    () =>
      '<strong>Lưu ý:</strong> người dân mang theo bản chính giấy tờ để đối chiếu, không phải nộp bản sao.',
  ),
  p(
    () =>
      'UBND, HĐND, UBMTTQ và các đoàn thể xã thống nhất nội dung; GRDP tăng 8,2%, PCI và PAPI cùng tăng hạng.',
  ),
  p(
    (m) =>
      `Mã hồ sơ H38.15-261117-${m.digits(4)}; mã định danh cơ quan H38.15.240; số TBMT: IB26000${m.digits(5)}.`,
  ),
  p(
    () =>
      'Xe buýt số 07 chạy tuyến QL4D – ĐT 155 – Sa Pa, km 12+500, thời gian 45 phút, giãn cách 15–20 phút.',
  ),
  p(
    () =>
      'Nồng độ bụi PM2.5 là 50 µg/m³, nhiệt độ 12 °C, sai số ± 2%; quán Café Mây của vợ chồng người Pháp tên José và Zoë đón 40 khách.',
  ),
  p(
    () =>
      'Trạm phát sóng 4G phủ 98% số thôn; ứng dụng VNeID mức 2, Zalo, Facebook và YouTube được dùng để tuyên truyền.',
  ),
  p(
    () =>
      'Công dân sinh năm 2008 đăng ký nghĩa vụ quân sự; trẻ em sinh từ ngày 01/01/2020 được tiêm nhắc lại.',
  ),
  p(
    () =>
      'Trường THPT Nguyễn Du, đường Lê Lợi và Quỹ Trần Đại Nghĩa cùng tham gia; học sinh đến từ đường Nguyễn Văn Cừ, phố Trần Hưng Đạo.',
  ),
  p(
    () =>
      'Văn phòng thanh lý xe ô tô biển kiểm soát 24A-001.23 của Văn phòng UBND xã theo hình thức đấu giá.',
  ),
];

export const SEALED_CLEAN: readonly CleanBlock[] = [
  p(
    (m) =>
      `Nghị quyết số ${m.digits(2)}/NQ-HĐND, Chỉ thị ${m.digits(2)}/CT-TTg, Luật số 64/2025/QH15, TCVN 6909:2001 và ISO 9001:2015 là căn cứ chính.`,
  ),
  p(
    (m) =>
      `Bộ phận Tiếp nhận và Trả kết quả: 0214.3${m.digits(6)}; Phòng Văn hóa - Xã hội: 0214.3${m.digits(6)}.`,
  ),
  p((m) => `Cần hỗ trợ, bà con gọi hotline ${m.mobile('#### ### ###')} (trực ban Ban Chỉ huy quân sự xã).`),
  p(
    (m) =>
      `Công an xã đề nghị ai biết thông tin báo ngay về trực ban Công an xã, số ${m.mobile('##########')}.`,
  ),
  p(
    () =>
      'Trong chuyến tham quan, khách được nếm mật ong rừng, nghe kể bí mật nghề dệt và xem bản đồ mật độ cây xanh.',
  ),
  p(() => 'Ban hành Danh mục bí mật nhà nước độ Tối mật, độ Mật thuộc lĩnh vực y tế thay thế danh mục cũ.'),
  p(
    () =>
      'Người dùng giữ mật khẩu ít nhất 12 ký tự, bật xác thực hai lớp, không chia sẻ mật mã cho bất kỳ ai.',
  ),
  () =>
    table(
      'Thu ngân sách (triệu đồng)',
      ['Năm', 'Dự toán', 'Thực hiện'],
      [
        ['2024', '1.234.567', '1.300.250'],
        ['2025', '1.450.000', '1.512.345,6'],
        ['2026', '1.600.000', '—'],
      ],
    ),
  p(
    () =>
      'Tấm biển ghi “Welcome to the land of terraced fields” do học sinh tự vẽ; phía dưới là “Chào mừng quý khách”.',
  ),
  p(
    (m) =>
      `Doanh nghiệp tư nhân Phỏng, MST 5300${m.digits(6)}, được cấp phép khai thác cát sỏi đến năm 20${m.chance.whole(28, 35)}.`,
  ),
  p(
    () => 'Danh sách 12 hợp tác xã nợ thuế đăng kèm; hợp tác xã Nháp Xanh, mã số thuế 8012345679, đã nộp đủ.',
  ),
  p(
    (m) =>
      `Đơn vị thụ hưởng: Quỹ Đền ơn đáp nghĩa; số tài khoản: 9527.3.${m.digits(7)} tại Ngân hàng Nhà nước khu vực 3.`,
  ),
  p(
    () =>
      'Đồng chí Giàng A Thử, Bí thư Đảng ủy, nhấn mạnh phải rà soát người khuyết tật nặng, người bị tâm thần để trợ cấp kịp thời.',
  ),
  p(
    () =>
      'Chuyên gia Nguyễn Minh Phỏng khuyến cáo: người mắc bệnh tiểu đường, tăng huyết áp nên khám định kỳ.',
  ),
  p(() => 'Số ca mắc sốt xuất huyết giảm 32%; không có trường hợp tử vong do bệnh dại trong chín tháng.'),
  p(
    () =>
      'Lễ khai mạc tổ chức lúc 20 giờ tại sân vận động, số 1 đường Trần Phú; trụ sở mới đặt ở tổ 5, phường Cốc Lếu.',
  ),
  (m) =>
    `<figure><img src="${fileAddress('a1b2c3.webp')}" alt="Đoàn viên thanh niên xã trồng cây bên suối ${m.village()}"></figure>`,
  (m) =>
    `<figure><img src="${fileAddress('ban-do.webp')}" alt="Ảnh chụp từ trên cao ruộng bậc thang xã ${m.village()} mùa nước đổ"><figcaption>Mùa nước đổ</figcaption></figure>`,
  p(
    () =>
      'Theo Báo cáo số 45/BC-UBND, theo báo giá của ba đơn vị và theo kế hoạch đã duyệt, nguồn vốn được bố trí đủ.',
  ),
  p(
    () =>
      'Đội tuyển áo đỏ thắng đội áo xanh 3–1; khán đài rợp cờ đỏ sao vàng, bảng chữ màu vàng trên nền đỏ nổi bật.',
  ),
  () =>
    '<h2>Đối tượng</h2><p>Học sinh lớp 1 đến lớp 12.</p><h2>Hồ sơ</h2><ul><li>Đơn theo mẫu</li><li>Bản sao giấy khai sinh</li></ul>',
  p(() => '<em>Thôn Tả Ngàn</em> là nơi <strong>đầu tiên</strong> về đích, sớm hơn kế hoạch hai tháng.'),
  p(() => 'Chương trình do UNICEF, JICA, WHO và UNDP tài trợ, ban quản lý dự án ODA của tỉnh điều phối.'),
  p((m) => `Gói thầu E-TBMT IB2600123456-00, mã dự án 8${m.digits(6)}, quyết toán ngày 09-12-2026 10:30.`),
  p(() => 'Kỷ niệm 80 năm Ngày Toàn quốc kháng chiến 19/12/1946 – 19/12/2026, các thôn treo cờ từ 18/12.'),
  p(
    () =>
      'Giải Lê Quý Đôn, Học viện Nguyễn Ái Quốc, quảng trường Hồ Chí Minh và Bảo tàng Hoàng Liên Sơn đón nhiều đoàn học sinh.',
  ),
  p(() => 'Hạt Kiểm lâm xử lý ba vụ vận chuyển lâm sản; Công ty vận tải điều 12 xe 45 chỗ phục vụ ngày hội.'),
  p(() => 'Nhiệt độ thấp nhất -2 °C, gió cấp 3–4, lượng mưa 12,5 mm; tầm nhìn xa dưới 1.000 m × 2 tuyến.'),
  p(
    () =>
      'Nghệ sĩ Đặng Thái Sơn chơi Nocturne của Chopin, rồi bài “Ave Maria” và “Santa Lucia” trước 300 khán giả.',
  ),
  p(
    () =>
      'Đăng ký dự thi tại <a href="https://tuyensinh.example.edu.vn/dang-ky">trang tuyển sinh của trường</a> hoặc gửi về <a href="mailto:tuyensinh@laocai.gov.vn">hộp thư tuyển sinh</a>.',
  ),
  p(() => 'Tra cứu tại laocai.gov.vn; tải biểu 01, biểu 02 và biểu 03 ở mục Văn bản.'),
  (m) =>
    table(
      'Lịch tiếp công dân tháng 12',
      ['Ngày', 'Người chủ trì', 'Nơi tiếp'],
      [
        ['05/12', m.name(), 'Trụ sở UBND xã'],
        ['20/12', m.name(), 'Nhà văn hóa thôn'],
      ],
    ),
  p(() => 'Giai đoạn 2021 2025 2030; các mốc 2026, 2027 và 2028; tỷ lệ 1:500, 1/2000; khổ giấy A4, A3.'),
  p(
    () =>
      'Ông Trần Văn Nháp, 62 tuổi, người dân trong xã, vui mừng: con đường mới giúp nông sản xuống chợ nhanh hơn.',
  ),
  p(() => 'Thi hành Điều 12, khoản 3, điểm a; bãi bỏ Quyết định 12/2019/QĐ-UBND; áp dụng từ 01/01/2027.'),
];
