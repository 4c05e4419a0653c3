import { foldVietnamese } from '../text/index.ts';

// Surnames of the Kinh and of the peoples of the north, the highlands and the south. Not complete: it decides only
// where the words before a name leave doubt.
const written =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lí Đào Đoàn Vương Trịnh Đinh Lâm Phùng Mai Tô ' +
  'Trương Hà Tạ Cao Chu Châu Thái Tống Triệu Lương Lưu Quách Kiều Tăng La Lã Lữ Lục Nghiêm Nông Bế Bàn Vi Ma Hứa Đàm ' +
  'Khổng Khúc Kim Từ Tôn Doãn Đồng Đậu Thân Thiều Trình Ông Phó Viên Văn Giáp Giang Hạ Hầu Hình Quản Quang Mạc Mẫn ' +
  'Cồ Cù Cung Diệp Âu Ân Bạch Biện Cấn Chử Điền Đường Lăng Lò Lù Lừu Lèo Lường Cầm Cà Quàng Tòng Tẩn Chảo Phàn Sùng ' +
  'Giàng Vàng Thào Mùa Má Ly Hạng Hờ Cư Cứ Sần Lồ Vừ Vù Tráng Tải Thền Xin Ngải Ky Kháng Pờ Chẻo Phù Đèo Khà Hàng Sồng ' +
  'Cháng Lầu Dềnh Xồng Già Lỳ Chang Thạch Danh Sơn Kiên Siu Rơ Ksor Nay Niê Êban Kpă Rah Rcom Rơchâm Kpuih Đinh A Y';

const marked = new Set(written.normalize('NFC').toLowerCase().split(' '));
const bare = new Set([...marked].map(foldVietnamese));

/** Whether a word is a known surname. One written without marks may be any that loses its marks so. */
export function isSurname(word: string): boolean {
  const small = word.normalize('NFC').toLowerCase();
  return marked.has(small) || bare.has(small);
}
