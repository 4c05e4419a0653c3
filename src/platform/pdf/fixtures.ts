/** Texts as a gazette prints them, made by code, for the tests of this folder. Not used by the product. */
import type { PdfPart, PdfText } from './types.ts';

const WORDS =
  'cơ quan đơn vị cá nhân tổ chức có trách nhiệm công khai thông tin trên cổng thông tin điện tử theo quy định của pháp luật về tiếp cận thông tin, bảo đảm chính xác, đầy đủ, kịp thời; trường hợp thay đổi thì cập nhật trong thời hạn năm ngày làm việc kể từ ngày ban hành văn bản hoặc ngày nhận được đề nghị bằng văn bản của Ủy ban nhân dân'.split(
    ' ',
  );

/** Words in an order of their own, so that one that is missing or moved is noticed. */
export function sentence(seed: number, words: number): string {
  const at = (index: number) => WORDS[(seed * 7 + index * (1 + (seed % 5))) % WORDS.length];
  return Array.from({ length: words }, (_, index) => at(index)).join(' ');
}

export function tableOf(rows: number, seed = 1): string {
  const body = Array.from(
    { length: rows },
    (_, row) =>
      `<tr><td>${row + 1}</td><td>${sentence(seed + row, 9)}</td><td>${(seed + row) * 1250}.000</td><td>${sentence(row, 4)}</td></tr>`,
  );
  const group = '<tr><td colspan="2">Cộng</td><td>9.999.000</td><td></td></tr>';
  return `<table><caption>Biểu ${seed}. Mức thu</caption><thead><tr><th scope="col">STT</th><th scope="col">Nội dung công việc</th><th scope="col">Mức thu (đồng)</th><th scope="col">Ghi chú</th></tr></thead><tbody>${body.join('')}${group}</tbody></table>`;
}

/** A decree of so many articles in chapters, with clauses, points, a table every so often. */
export function decreeBody(articles: number): string {
  const parts = ['<p><em>Căn cứ Luật Tổ chức chính quyền địa phương;</em></p>', '<h2>QUY ĐỊNH:</h2>'];
  for (let number = 1; number <= articles; number += 1) {
    if (number % 25 === 1)
      parts.push(`<h2>Chương ${Math.ceil(number / 25)}<br>QUY ĐỊNH PHẦN ${Math.ceil(number / 25)}</h2>`);
    parts.push(`<h3>Điều ${number}. ${sentence(number, 8)}</h3>`);
    parts.push(
      `<p>1. ${sentence(number + 1, 45)} <strong>${sentence(number, 3)}</strong> tại <a href="https://vi.du.vn/van-ban/${number}">Nghị định số ${number}/2025/NĐ-CP</a>.</p>`,
    );
    parts.push(
      `<p>2. ${sentence(number + 2, 20)}:</p><ul><li>${sentence(number + 3, 12)};</li><li>${sentence(number + 4, 8)}:<ol><li>${sentence(number, 5)}</li><li>m<sup>2</sup> và H<sub>2</sub>O.</li></ol></li></ul>`,
    );
    if (number % 20 === 0) parts.push(tableOf(8, number));
    if (number % 30 === 0) parts.push(`<blockquote><p>“${sentence(number, 40)}”</p></blockquote>`);
  }
  return parts.join('');
}

export function partOf(id: string, title: string, bodyHtml: string): PdfPart {
  return {
    id,
    contents: { text: title, note: '(ngày 05/3/2026)' },
    lines: [
      { text: 'ỦY BAN NHÂN DÂN TỈNH VÍ DỤ', style: 'kicker', align: 'center' },
      { text: title, style: 'title', align: 'center' },
      { text: 'Ban hành ngày 05 tháng 3 năm 2026', style: 'note', align: 'center' },
    ],
    bodyHtml,
  };
}

export function gazetteOf(parts: readonly PdfPart[], more: Partial<PdfText> = {}): PdfText {
  const half = Math.ceil(parts.length / 2);
  const ids = parts.map(({ id }) => id);
  return {
    title: 'Công báo tỉnh Ví Dụ số 01',
    language: 'vi',
    author: 'Ủy ban nhân dân tỉnh Ví Dụ',
    subject: 'Văn bản ban hành trong tháng 3 năm 2026',
    createdAt: new Date('2026-03-31T02:00:00Z'),
    firstPage: 1,
    runningHead: 'Công báo tỉnh Ví Dụ – Số 01, ngày 31 tháng 3 năm 2026',
    cover: [
      { text: 'ỦY BAN NHÂN DÂN TỈNH VÍ DỤ', style: 'kicker', align: 'center' },
      { text: 'CÔNG BÁO', style: 'title', align: 'center' },
      { text: 'Số 01', style: 'subtitle', align: 'center' },
      { text: 'Ngày 31 tháng 3 năm 2026', style: 'note', align: 'center' },
      { text: 'Xuất bản mỗi tháng một số.', style: 'small', align: 'center' },
    ],
    contents: {
      heading: 'MỤC LỤC',
      groups: [
        { heading: 'Văn bản quy phạm pháp luật', parts: ids.slice(0, half) },
        { heading: 'Văn bản khác', parts: ids.slice(half) },
      ],
    },
    parts,
    colophon: [
      { text: 'Cơ quan xuất bản: Văn phòng Ủy ban nhân dân tỉnh', style: 'small' },
      { text: 'Điện thoại: 0000 000 000', style: 'small' },
    ],
    ...more,
  };
}
