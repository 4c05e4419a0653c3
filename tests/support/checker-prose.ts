// Sound administrative prose, people and numbers for the measured set of the checker. Everybody and every number is made up.
import type { Chance } from './chance.ts';

export const SENTENCES: readonly string[] = [
  'Sáng ngày 17/11/2026, Ủy ban nhân dân xã tổ chức hội nghị triển khai nhiệm vụ vụ đông xuân 2026–2027.',
  'Theo kế hoạch, toàn xã gieo trồng 412 ha ngô, rau và khoai tây, tăng 6,3% so với cùng kỳ.',
  'Bà con kiểm tra chuồng trại, dự trữ rơm, cỏ khô và nước ấm cho đàn trâu, bò trước các đợt rét.',
  'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân thông báo lịch tiếp công dân tháng 12 năm 2026.',
  'Tổng vốn đầu tư của dự án là 18.450.000.000 đồng, từ ngân sách tỉnh và nguồn xã hội hóa.',
  'Các trường học hoàn thành việc rà soát cơ sở vật chất trước ngày 30 tháng 11 năm 2026.',
  'Đoàn kiểm tra đánh giá cao sự phối hợp giữa các ban, ngành và nhân dân trong thôn.',
  'Việc cấp đổi giấy chứng nhận được thực hiện tại bộ phận một cửa từ thứ Hai đến thứ Sáu hằng tuần.',
  'Chương trình mục tiêu quốc gia giai đoạn 2026–2030 ưu tiên đường giao thông, nước sạch và trạm y tế.',
  'Căn cứ Quyết định số 93/QĐ-UBND ngày 16/11/2026, các đơn vị chủ động xây dựng phương án.',
  'Trong mười tháng đầu năm, số hộ thoát nghèo của huyện cũ nay thuộc xã đạt 214 hộ.',
  'Cơ quan chuyên môn hướng dẫn người dân nộp hồ sơ trực tuyến, không phải đi lại nhiều lần.',
  'Mưa lớn gây sạt lở ở ba điểm trên tuyến đường liên xã, lực lượng chức năng đã đặt rào chắn.',
  'Hội thi kéo co, đẩy gậy và ném còn diễn ra trong hai ngày với sự tham gia của mười hai thôn.',
  'Mọi tổ chức, cá nhân có quyền góp ý vào dự thảo trong thời hạn 60 ngày kể từ ngày đăng.',
  'Ngân hàng Chính sách xã hội giải ngân 3,2 tỷ đồng cho 58 hộ vay vốn chăn nuôi.',
  'Sau khi nghe báo cáo, hội nghị thống nhất giao mỗi thôn lập một tổ tự quản về môi trường.',
  'Kết quả khảo sát cho thấy 87,4% người được hỏi hài lòng với thái độ phục vụ của cán bộ.',
  'Thời gian thực hiện bắt đầu từ quý I năm 2027 và kết thúc chậm nhất vào quý III cùng năm.',
  'Các hợp tác xã ký cam kết tiêu thụ 120 tấn nông sản an toàn trong dịp cuối năm.',
  'Phong trào toàn dân đoàn kết xây dựng đời sống văn hóa tiếp tục lan rộng ở từng khu dân cư.',
  'Phương án phòng cháy, chữa cháy rừng được diễn tập mỗi năm hai lần theo bốn phương châm tại chỗ.',
];

/** How people group the ten digits of a telephone number. */
export const PHONES = [
  '##########',
  '#### ### ###',
  '####.###.###',
  '####-###-###',
  '### ### ####',
  '###.###.####',
];

const SURNAMES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Lò',
  'Giàng',
  'Lý',
  'Nông',
  'Ma',
];
const MIDDLES = ['Văn', 'Thị', 'Đức', 'Minh', 'Ngọc', 'Hữu', 'Quang', 'Thanh', 'Xuân'];
const GIVEN = ['Mẫu', 'Thử', 'Ví', 'Nháp', 'Phỏng', 'Giả', 'Khống', 'Dụ'];
export const VILLAGES = ['Sả Mây', 'Tả Ngàn', 'Bản Thử', 'Khe Mẫu', 'Nà Ví', 'Phìn Nháp'];

export class Making {
  readonly chance: Chance;
  constructor(chance: Chance) {
    this.chance = chance;
  }
  pick<T>(list: readonly T[]): T {
    return this.chance.pick(list);
  }
  digits(count: number): string {
    return Array.from({ length: count }, () => this.chance.whole(0, 9)).join('');
  }
  name(): string {
    return `${this.pick(SURNAMES)} ${this.pick(MIDDLES)} ${this.pick(GIVEN)}`;
  }
  village(): string {
    return this.pick(VILLAGES);
  }
  /** A mobile number with the middle everybody writes in examples. */
  mobile(groups: string): string {
    const number = `${this.pick(['0912', '0987', '0356', '0868', '0798'])}345${this.digits(3)}`;
    let at = 0;
    return groups.replace(/[#]/g, () => number[at++] ?? '');
  }
  identity(): string {
    return `010${this.pick(['0', '1', '2', '3'])}${this.chance.whole(60, 99)}00${this.digits(4)}`;
  }
  paragraph(count = 2): string {
    return Array.from({ length: count }, () => this.pick(SENTENCES)).join(' ');
  }
}

/** How a planted piece of words may be hidden: each keeps what a reader sees. */
export const DISGUISES: Record<string, (words: string, making: Making) => string> = {
  plain: (words) => words,
  decomposed: (words) => words.normalize('NFD'),
  bold: (words) => `<strong>${words}</strong>`,
  split: (words, { chance }) => {
    const at = chance.whole(1, Math.max(1, words.length - 2));
    return `${words.slice(0, at)}<strong>${words.slice(at)}</strong>`;
  },
  twice: (words) => {
    const third = Math.max(1, Math.floor(words.length / 3));
    return `<em>${words.slice(0, third)}</em>${words.slice(third, 2 * third)}<strong>${words.slice(2 * third)}</strong>`;
  },
  hardSpaces: (words) => words.replaceAll(' ', '\u00A0'),
  invisible: (words) => `${words.slice(0, 2)}\u200B${words.slice(2)}`,
  wide: (words) => words.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
};

/** Where a sentence may stand. */
export const HOLDERS: Record<string, (sentence: string) => string> = {
  paragraph: (sentence) => `<p>${sentence}</p>`,
  item: (sentence) => `<ul><li>Nội dung chính của buổi làm việc</li><li>${sentence}</li></ul>`,
  cell: (sentence) =>
    `<table><caption>Nội dung công việc</caption><thead><tr><th scope="col">Việc</th><th scope="col">Ghi chú</th></tr></thead><tbody><tr><td>Rà soát</td><td>${sentence}</td></tr></tbody></table>`,
  quote: (sentence) => `<blockquote><p>${sentence}</p></blockquote>`,
  broken: (sentence) => `<p>Ghi chú thêm của đoàn công tác:<br>${sentence}</p>`,
};

export function fileAddress(name: string): string {
  return `/tep/${'ab12'.repeat(16)}/${encodeURIComponent(name)}`;
}
