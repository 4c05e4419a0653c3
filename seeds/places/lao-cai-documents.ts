import type { DocumentText } from '../documents.ts';
import type { IssueText } from '../gazette.ts';
import type { IssuerText } from '../issuers.ts';

// Invented texts in the layout of NĐ 30/2020: a regulation, what amended it, and what will end a part of it.

const ISSUER = 'Ủy ban nhân dân tỉnh Lào Cai';
const FIELD = 'Văn hóa, thể thao';

const basis = (...texts: readonly string[]) => texts.map((text) => `<p>Căn cứ ${text};</p>`).join('');
const article = (number: number, title: string, ...lines: readonly string[]) =>
  `<h3>Điều ${number}. ${title}</h3>${lines.map((line) => `<p>${line}</p>`).join('')}`;
const chapter = (number: string, title: string) => `<h2>Chương ${number}<br>${title}</h2>`;

const MERGED = {
  lastOn: '2025-02-28',
  on: '2025-03-01',
  basis: 'Nghị quyết về sắp xếp cơ quan (dữ liệu mẫu)',
};

/** Departments merged on 1 March 2025 and what they became; the texts they issued are invented. */
export const laoCaiIssuers: readonly IssuerText[] = [
  { name: 'Sở Khoa học và Công nghệ', forms: ['Sở KH&CN'] },
  {
    ...{ name: 'Sở Thông tin và Truyền thông', forms: ['Sở TT&TT', 'STTTT'] },
    ...{ successors: ['Sở Khoa học và Công nghệ'], ...MERGED },
  },
  {
    ...{ name: 'Sở Nông nghiệp và Phát triển nông thôn', forms: ['Sở NN&PTNT'] },
    ...{ successors: ['Sở Nông nghiệp và Môi trường'], ...MERGED },
  },
];

/** A text of a department, as short as such texts are. */
function guidance(text: {
  code: string;
  number: string;
  issuer: string;
  field: string;
  issuedOn: string;
  day: number;
  title: string;
  summary: string;
  lines: readonly string[];
}): DocumentText {
  const { code, number, issuer, field, issuedOn, day, title, summary, lines } = text;
  return {
    ...{ code, title, summary, day, at: '14:00' },
    facts: {
      ...{ number, issuer, field, issuedOn, inForceFrom: issuedOn },
      ...{ type: 'Hướng dẫn', signer: 'Giám đốc (tên mẫu)' },
    },
    body: lines.map((line) => `<p>${line}</p>`).join(''),
  };
}

export const laoCaiDocuments: readonly DocumentText[] = [
  {
    code: 'culture-houses',
    facts: {
      number: '36/2024/QĐ-UBND',
      type: 'Quyết định',
      issuer: ISSUER,
      field: FIELD,
      issuedOn: '2024-06-14',
      inForceFrom: '2024-07-01',
      signer: 'Chủ tịch (tên mẫu)',
    },
    day: 19,
    at: '08:30',
    title:
      'Quyết định ban hành Quy định về quản lý, sử dụng nhà văn hóa thôn, tổ dân phố trên địa bàn tỉnh Lào Cai',
    summary: 'Nhà văn hóa mở cửa hằng ngày; ai được đăng ký sử dụng, được thu gì và ai giữ sổ.',
    body:
      basis(
        'Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015',
        'Luật Ban hành văn bản quy phạm pháp luật ngày 22 tháng 6 năm 2015',
      ) +
      '<p>QUYẾT ĐỊNH:</p>' +
      '<h3>Điều 1.</h3><p>Ban hành kèm theo Quyết định này Quy định về quản lý, sử dụng nhà văn hóa thôn, tổ dân phố.</p>' +
      '<h3>Điều 2.</h3><p>Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2024.</p>' +
      '<h3>Điều 3.</h3><p>Thủ trưởng các sở, Chủ tịch Ủy ban nhân dân các xã, phường chịu trách nhiệm thi hành Quyết định này.</p>' +
      '<h2>QUY ĐỊNH<br>Về quản lý, sử dụng nhà văn hóa thôn, tổ dân phố</h2>' +
      '<p>(Ban hành kèm theo Quyết định số 36/2024/QĐ-UBND ngày 14 tháng 6 năm 2024)</p>' +
      chapter('I', 'QUY ĐỊNH CHUNG') +
      article(
        1,
        'Phạm vi điều chỉnh',
        'Quy định này quy định việc mở cửa, sử dụng, bảo quản nhà văn hóa thôn, tổ dân phố.',
      ) +
      article(
        2,
        'Đối tượng áp dụng',
        '1. Thôn, tổ dân phố có nhà văn hóa.',
        '2. Người dân, hội, đoàn thể và nhóm sử dụng nhà văn hóa.',
      ) +
      article(
        3,
        'Giải thích từ ngữ',
        'Trong Quy định này, “người giữ sổ” là trưởng thôn, tổ trưởng tổ dân phố hoặc người được giao.',
      ) +
      chapter('II', 'QUẢN LÝ, SỬ DỤNG NHÀ VĂN HÓA') +
      article(
        4,
        'Mở cửa và lịch sử dụng',
        '1. Nhà văn hóa mở cửa hằng ngày, ít nhất từ 7 giờ đến 21 giờ. Lịch sử dụng được niêm yết ở cửa ra vào và đăng trên cổng thông tin điện tử của xã, phường.',
        '2. Thôn, tổ dân phố, hội, đoàn thể và nhóm từ mười người dân trở lên có quyền đăng ký sử dụng. Người đăng ký trước được xếp lịch trước; việc chung của thôn, tổ dân phố được ưu tiên.',
        '3. Người giữ sổ trả lời ngay khi nhận đăng ký hoặc chậm nhất trong 01 ngày làm việc. Không xếp được lịch thì nói rõ lý do và ngày gần nhất còn trống.',
      ) +
      article(
        5,
        'Các hoạt động được tổ chức',
        '1. Họp thôn, tổ dân phố; sinh hoạt của các hội, đoàn thể; phổ biến pháp luật, hướng dẫn kỹ thuật sản xuất.',
        '2. Văn nghệ, thể thao, đọc sách, dạy chữ và dạy nghề truyền thống của các dân tộc, gồm:',
        'a) Lớp học của người dân tự tổ chức;',
        'b) Lớp học do trường, trung tâm mở.',
        '3. Trú tránh thiên tai theo phương án của Ủy ban nhân dân cấp xã.',
      ) +
      article(
        6,
        'Thu và sử dụng đóng góp',
        '1. Không thu tiền khi sử dụng nhà văn hóa cho các hoạt động quy định tại khoản 1 và khoản 3 Điều 5 Quy định này.',
        '2. Hoạt động khác có thể đóng góp tiền điện, nước theo mức do hội nghị thôn, tổ dân phố thống nhất và niêm yết công khai.',
      ) +
      article(
        7,
        'Bảo quản, sửa chữa',
        '1. Người sử dụng dọn sạch trước khi về.',
        '2. Hư hỏng được ghi vào sổ và báo Ủy ban nhân dân cấp xã trong 03 ngày.',
      ) +
      article(
        8,
        'Việc không được làm',
        'Không dùng nhà văn hóa để buôn bán, để xe qua đêm hoặc làm việc trái pháp luật.',
      ) +
      chapter('III', 'TỔ CHỨC THỰC HIỆN') +
      article(
        9,
        'Trách nhiệm của Ủy ban nhân dân cấp xã',
        'Kiểm tra sổ đăng ký mỗi quý và trả lời kiến nghị của người dân.',
      ) +
      article(
        10,
        'Trách nhiệm của trưởng thôn, tổ trưởng tổ dân phố',
        'Giữ sổ, giữ chìa khóa và mở cửa đúng giờ quy định tại khoản 1 Điều 4 Quy định này.',
      ) +
      article(
        11,
        'Hiệu lực thi hành',
        'Trong quá trình thực hiện, nếu có vướng mắc, Ủy ban nhân dân cấp xã báo cáo Sở Văn hóa, Thể thao và Du lịch.',
      ),
  },
  {
    code: 'culture-houses-hours',
    facts: {
      number: '18/2025/QĐ-UBND',
      type: 'Quyết định',
      issuer: ISSUER,
      field: FIELD,
      issuedOn: '2025-06-12',
      inForceFrom: '2025-07-01',
      signer: 'Chủ tịch (tên mẫu)',
    },
    day: 18,
    at: '09:10',
    title:
      'Quyết định sửa đổi, bổ sung Điều 4, Điều 7 Quy định về quản lý, sử dụng nhà văn hóa thôn, tổ dân phố',
    summary: 'Kéo dài giờ mở cửa và rút ngắn thời hạn báo hư hỏng.',
    body:
      basis('Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 ngày 19 tháng 02 năm 2025') +
      '<p>QUYẾT ĐỊNH:</p>' +
      '<h3>Điều 1.</h3><p>Sửa đổi, bổ sung một số điều của Quy định ban hành kèm theo Quyết định số 36/2024/QĐ-UBND ngày 14 tháng 6 năm 2024 như sau:</p>' +
      '<p>1. Khoản 1 Điều 4 được sửa đổi như sau:</p><p>“1. Nhà văn hóa mở cửa hằng ngày, ít nhất từ 7 giờ đến 22 giờ.”</p>' +
      '<p>2. Khoản 2 Điều 7 được sửa đổi như sau:</p><p>“2. Hư hỏng được ghi vào sổ và báo Ủy ban nhân dân cấp xã trong 01 ngày.”</p>' +
      '<h3>Điều 2.</h3><p>Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2025.</p>',
    relations: [
      {
        kind: 'amends',
        to: 'culture-houses',
        provisions: ['quy-dinh-dieu-4-khoan-1', 'quy-dinh-dieu-7-khoan-2'],
      },
    ],
  },
  {
    code: 'culture-houses-money',
    facts: {
      number: '62/2026/QĐ-UBND',
      type: 'Quyết định',
      issuer: ISSUER,
      field: FIELD,
      issuedOn: '2026-10-30',
      inForceFrom: '2027-03-01',
      signer: 'Chủ tịch (tên mẫu)',
    },
    day: 14,
    at: '10:00',
    title: 'Quyết định bãi bỏ khoản 2 Điều 6 Quy định về quản lý, sử dụng nhà văn hóa thôn, tổ dân phố',
    summary: 'Từ tháng 3 năm sau không còn đóng góp tiền điện, nước khi dùng nhà văn hóa.',
    body:
      basis('Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 ngày 19 tháng 02 năm 2025') +
      '<p>QUYẾT ĐỊNH:</p>' +
      '<h3>Điều 1.</h3><p>Bãi bỏ khoản 2 Điều 6 Quy định ban hành kèm theo Quyết định số 36/2024/QĐ-UBND ngày 14 tháng 6 năm 2024.</p>' +
      '<h3>Điều 2.</h3><p>Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 3 năm 2027.</p>',
    relations: [{ kind: 'repeals', to: 'culture-houses', provisions: ['quy-dinh-dieu-6-khoan-2'] }],
  },
  guidance({
    ...{ code: 'commune-pages', number: '21/HD-STTTT', issuer: 'SỞ THÔNG TIN VÀ TRUYỀN THÔNG' },
    ...{ field: 'Thông tin, truyền thông', issuedOn: '2023-09-08', day: 17 },
    title: 'Hướng dẫn viết tin cho trang thông tin của xã, phường',
    summary: 'Viết ngắn, ghi rõ ngày giờ, nơi chốn và người trả lời.',
    lines: [
      '1. Mỗi tin nói một việc; câu đầu nói việc gì, ở đâu, khi nào.',
      '2. Thông báo ngừng điện, nước, đường đăng trước ít nhất 02 ngày.',
      '3. Cuối tin ghi số điện thoại của người trả lời.',
    ],
  }),
  guidance({
    ...{ code: 'cold-cattle', number: '35/HD-SNN', issuer: 'Sở NN&PTNT' },
    ...{ field: 'Nông nghiệp', issuedOn: '2024-11-12', day: 16 },
    title: 'Hướng dẫn phòng, chống đói rét cho trâu, bò',
    summary: 'Che chuồng, trữ cỏ và không thả khi trời dưới 12 °C.',
    lines: [
      '1. Che chắn chuồng trước ngày 30 tháng 11 hằng năm.',
      '2. Mỗi con trâu, bò cần ít nhất 07 kg cỏ khô một ngày.',
      '3. Không thả rông khi trời dưới 12 °C.',
    ],
  }),
  {
    code: 'boat-landings',
    facts: {
      number: '70/{year}/QĐ-UBND',
      ...{ type: 'Quyết định', issuer: ISSUER, field: 'Giao thông', signer: 'Chủ tịch (tên mẫu)' },
    },
    signedBefore: 1,
    day: 1,
    at: '09:00',
    title: 'Quyết định ban hành Quy định về bến khách ngang sông trên địa bàn tỉnh Lào Cai',
    summary: 'Bến nào phải có áo phao, ai kiểm tra và khi nào phải dừng đò.',
    body:
      basis('Luật Giao thông đường thủy nội địa ngày 15 tháng 6 năm 2004') +
      '<p>QUYẾT ĐỊNH:</p>' +
      article(
        1,
        'Áo phao',
        'Mỗi đò có số áo phao không ít hơn số người được chở.',
        'Trẻ em mặc áo phao suốt chuyến đò.',
      ) +
      article(2, 'Dừng đò', 'Đò không chạy khi mực nước vượt báo động 1.') +
      article(3, 'Kiểm tra', 'Ủy ban nhân dân xã kiểm tra bến ít nhất mỗi tháng một lần.'),
  },
];

/** What of them was printed, and where. */
export const laoCaiGazette: readonly IssueText[] = [
  {
    ...{ day: 12, at: '15:00' },
    texts: [
      { code: 'culture-houses', abstract: 'Quy định về quản lý, sử dụng nhà văn hóa thôn, tổ dân phố' },
      { code: 'culture-houses-hours', abstract: 'Sửa đổi Quy định về quản lý, sử dụng nhà văn hóa' },
    ],
  },
  {
    ...{ day: 5, at: '15:00' },
    texts: [
      { code: 'culture-houses-money', abstract: 'Bãi bỏ việc đóng góp tiền điện, nước khi dùng nhà văn hóa' },
    ],
  },
];
