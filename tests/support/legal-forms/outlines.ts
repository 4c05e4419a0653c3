/**
 * The shape of the five regulations in `profiles/`: how many chapters, articles, clauses, points and indents each
 * prints, with what its copy lost, and what it cites where. Counted by hand in the texts. Sentences are our own.
 */
export interface Outline {
  name: string;
  kind: string;
  number: string;
  issuedOn: string;
  /** Legal bases and proposals, a line each, as they name other texts. */
  preamble: readonly string[];
  /** What Điều 2 of the decision replaces. */
  replaces: string;
  /**
   * One line a chapter ("C" with its heading, "c" where the copy lost it), "M" a section, then articles:
   * "4:3 3=ab" is article 4 with three clauses and points a, b in clause 3; "3b-2+4" two indents in that point and four within the second, "3-2" indents
   * in the clause; "+6" six clauses whose article's heading is lost.
   */
  body: string;
  /** What is cited at which place of the body, as printed. */
  cites: readonly (readonly [place: string, printed: string])[];
  appendix?: readonly string[];
  counts: {
    chapter: number;
    section: number;
    article: number;
    clause: number;
    point: number;
    indent: number;
    appendix: number;
  };
  citations: number;
}

const OWN = 'Quy chế này';
const NĐ42 = 'Nghị định số 42/2022/NĐ-CP';

export const OUTLINES: readonly Outline[] = [
  {
    name: 'Lào Cai 22/2016',
    kind: 'QUY CHẾ',
    number: '22/2016/QĐ-UBND',
    issuedOn: 'ngày 26 tháng 04 năm 2016',
    preamble: [
      'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;',
      'Căn cứ Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân ngày 03/12/2004;',
      'Căn cứ Luật Giao dịch điện tử ngày 29/11/2005; Căn cứ Luật Công nghệ thông tin ngày 29/6/2006;',
      'Căn cứ Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ về công nghệ;',
      'Căn cứ Nghị định số 43/2011/NĐ-CP ngày 13/6/2011 của Chính phủ về thông tin;',
      'Căn cứ Nghị định số 72/2013/NĐ-CP ngày 15/7/2013 của Chính phủ về mạng;',
      ...['26/2009', '25/2010', '19/2011', '24/2011', '24/2015'].map(
        (number) =>
          `Căn cứ Thông tư số ${number}/TT-BTTTT của Bộ Thông tin và Truyền thông Quy định về mạng;`,
      ),
    ],
    replaces:
      ' và thay thế Quyết định số 31/2011/QĐ-UBND ngày 19/10/2011 của Ủy ban nhân dân tỉnh ban hành Quy chế cũ và Quyết định số 33/2009/QĐ-UBND ngày 28/10/2009 của Ủy ban nhân dân tỉnh',
    body: `C 1 2:2 3:12 4:3 3=ab 5:5 6:3 3=abcd 7
      C 8:3 1=abcdđeghik 2=abcd 1đ-2+4 1g-2 9:2 10:8 11:8 3=ab 6=abc 12:6 13:2
      C 14:3 15:3 16:3 2=abc 3=ab 17:2 1=abc 2=abc 18:3 1=ab 2=abcd 3=ab 1a-5 1b-2 3b-3
      C 19:4 20:10 21:2 22:5 23 24 25:3 1=abc 3=ab 1a-2
      C 26:4 1=abc 27:2 28:2
      C 29:8 30:5 31:2 1=abcdđ 2=abcdđ 32:2
      C 33:2
      C 34`,
    cites: [
      ['1', OWN],
      ['2.2', OWN],
      ['3', OWN],
      ['4.3.b', 'Quyết định số 19/2012/QĐ-UBND ngày 28/5/2012'],
      ['4.3.b', 'Quyết định số 19/2012/QĐ-UBND ngày 28/5/2012'],
      ['5.3', 'Khoản 2 Điều 20 Nghị định số 72/2013/NĐ- CP ngày 15/7/2013'],
      ['6.3.c', 'Quyết định số 1761/QĐ-BKHCN ngày 27/8/2009'],
      ['6.3.d', 'Khoản 1 Điều 3 Thông tư số 19/2011/TT-BTTTT ngày 01/7/2011'],
      ['7', 'Điều 21, 22 của Luật Công nghệ thông tin'],
      ['8.1', 'Điều 28 của Luật Công nghệ thông tin'],
      ['8.2', `Khoản 1 Điều 8 ${OWN}`],
      ['8.2.c', 'Luật Thống kê'],
      ['8.2.d', `Điểm a, Điểm i Khoản 1 Điều 8 ${OWN}`],
      ['10.1', `Điểm a, Điểm b, Điểm c, Điểm i và Điểm k Khoản 1 Điều 8 của ${OWN}`],
      ['10.4', `Điểm đ, Điểm g Khoản 1 và Điểm c Khoản 2 Điều 8 của ${OWN}`],
      ['10.5', 'Điểm h Khoản 1 Điều 8 của Quy chế'],
      ['10.6', `Điểm b Khoản 2 Điều 8 của ${OWN}`],
      ['10.7', `Điểm d Khoản 2 Điều 8 của ${OWN}`],
      ['10.8', `Khoản 1 Điều 8 của ${OWN}`],
      ['11.8', OWN],
      ['11.8', 'Luật Khiếu nại, tố cáo'],
      ['20.2', 'Luật Công nghệ thông tin, Luật Báo chí'],
      ['29.4', OWN],
      ['30.4', 'Quyết định số 19/2012/QĐ-UBND ngày 28/5/2012'],
      ...['31.1.a', '31.1.c', '31.1.d', '31.2.đ', '34', '34'].map((place) => [place, OWN] as const),
    ],
    counts: { chapter: 8, section: 0, article: 34, clause: 119, point: 62, indent: 20, appendix: 0 },
    citations: 57,
  },
  {
    name: 'Thái Bình 02/2011',
    kind: 'QUY CHẾ',
    number: '02/2011/QĐ-UBND',
    issuedOn: 'ngày 22/4/2011',
    preamble: [
      'Căn cứ Luật Tổ chức HĐND và UBND ngày 26/11/2003;',
      'Căn cứ Luật Ban hành văn bản quy phạm pháp luật của HĐND và UBND ngày 03/12/2004;',
      'Căn cứ Luật Giao dịch điện tử ngày 29/11/2005;',
      'Căn cứ Luật Công nghệ thông tin ngày 29/6/2006;',
      'Căn cứ Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ về công nghệ;',
      'Xét đề nghị của Sở tại Tờ trình số 41/TTr-STTTT ngày 13/4/2011',
    ],
    replaces: '',
    body: `C 1:2 2:3 3=abcdđ 3:2 4:3 3-2 5:9
      C 6:2 1=ab 2=abcdđeghi 7:2 1=abcd 1b-8 8:5 4=abcd 9:3
      C 10:3 11:3 12:2 1=abcde 13:4 14:2 15:4
      C 16`,
    cites: [
      ['1.1', OWN],
      ['1.2', OWN],
      ['5.9', 'Luật Công nghệ thông tin'],
      ['12.2', 'pháp lệnh bảo vệ bí mật nhà nước ngày 28/12/2000; Nghị định số 33/2002/NĐ-CP ngày 28/3/2002'],
      ['12.2', 'Pháp lệnh bảo vệ bí mật nhà nước'],
      ['16', OWN],
    ],
    counts: { chapter: 4, section: 0, article: 16, clause: 49, point: 29, indent: 10, appendix: 0 },
    citations: 17,
  },
  {
    name: 'Quảng Ngãi 16/2017',
    kind: '',
    number: '16/2017/QĐ-UBND',
    issuedOn: 'ngày 19 tháng 4 năm 2017',
    preamble: [
      'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;',
      'Căn cứ Luật Giao dịch điện tử ngày 29 tháng 11 năm 2005;',
      'Căn cứ Luật An toàn thông tin mạng ngày 19 tháng 11 năm 2015;',
      'Căn cứ Nghị định số 64/2007/NĐ-CP ngày 10 tháng 4 năm 2007 của Chính phủ về công nghệ;',
      'Căn cứ Nghị định số 43/2011/NĐ-CP ngày 13 tháng 6 năm 2011 của Chính phủ về thông tin;',
      'Theo đề nghị của Chánh Văn phòng tại Tờ trình số 437/TTr-VP ngày 17 tháng 4 năm 2017; ý kiến tại Báo cáo số 90/BC-STP ngày 29 tháng 3 năm 2017.',
    ],
    replaces:
      ' và thay thế Quyết định số 206/2004/QĐ-UB ngày 21 tháng 9 năm 2004 của UBND tỉnh về Trang thông tin',
    body: `1:2 +6 3:2 +2 5:5 6:3 7:2
      c 8:3 2=abcdđeghiklmn 2i-2 9:2 1=abcdđegh 1c-2 1đ-2 10:2 11:2 12:3 13 14
      c +2 16:4 1=abc 3=ab 17:2 18:2 +2`,
    cites: [
      ['1.1', OWN],
      ['1.2', OWN],
      ['1.1~2', OWN],
      ['8.2', 'Nghị định số 43/2011/NĐ-CP ngày 13 tháng 6 năm 2011'],
      ['8.3', `điểm a và k Khoản 2 Điều 8 của ${OWN}`],
      ['9.1.a', `điểm a, b, c, k Khoản 2 Điều 8 của ${OWN}`],
      ['9.1.d', `điểm đ và h Khoản 1 Điều 10 của ${OWN}`],
      ['13', 'Luật Giao dịch điện tử ngày 29 tháng 11 năm 2005'],
      ['14', 'Luật Quảng cáo ngày 21 tháng 6 năm 2012'],
      ['16.3.a', 'quy chế này'],
      ...['18.1', '18.2', '18.1~2', '18.2~2'].map((place) => [place, OWN] as const),
    ],
    counts: { chapter: 0, section: 0, article: 15, clause: 46, point: 26, indent: 6, appendix: 0 },
    citations: 31,
  },
  {
    name: 'Long Xuyên 01/2020',
    kind: 'QUY CHẾ',
    number: '01 /2020/QĐ-UBND',
    issuedOn: 'ngày 05 tháng 6 năm 2020',
    preamble: [
      'Căn cứ Luật Tổ chức chính quyền địa phương được Quốc hội thông qua ngày 19 tháng 6 năm 2015;',
      'Căn cứ Luật Ban hành văn bản quy phạm pháp luật được quốc hội thông qua ngày 22 tháng 6 năm 2015;',
      'Căn cứ Luật Công nghệ thông tin được Quốc hội thông qua ngày 29 tháng 6 năm 2006;',
      ...['64/2007', '43/2011', '72/2013', '72/2015'].map(
        (number) => `Căn cứ Nghị định số ${number}/NĐ-CP của Chính phủ về thông tin;`,
      ),
      'Căn cứ Quyết định số 03/2017/QĐ-UBND ngày 13/01/2017 của UBND tỉnh Về việc ban hành Quy chế khác;',
      'Theo đề nghị của Trưởng phòng tại Tờ trình số 308/TTr-VHTT ngày 01 tháng 6 năm 2020,',
    ],
    replaces: '',
    body: `C 1 2 3:4 4:3 5 6 7:3 8:3
      C 9 10:2 1=abcdđe 1c-2 1d-2 11:2
      C 12:2
      C M 13:3 14 15 M 16:2 1-2 17:3 M 18:2 19:2
      C 20:2 21:2
      C 22:2 23:2 24`,
    cites: [
      ['1', OWN],
      ['2', OWN],
      ['5', 'Điều 5 Nghị định số 43/2011/NĐ-CP ngày 13 tháng 6 năm 2011'],
      ['6', 'Điều 21, 22 của Luật Công nghệ thông tin'],
      ['7.1', 'Quyết định số 72/2002/QĐ-TTg ngày 10 tháng 6 năm 2002'],
      ['7.2', 'Thông tư số 22/2013/TT-BTTTT ngày 23 tháng 12 năm 2013'],
      ['9', 'Chương II Nghị định số 43/2011/NĐ-CP ngày 13 tháng 6 năm 2011'],
      ['10.1.a', `Điều 9 của ${OWN}`],
      ['10.2', `Điều 7 ${OWN}`],
      ...['20.1', '22.1', '23.1', '23.2'].map((place) => [place, OWN] as const),
      ['24', 'quy chế này'],
    ],
    counts: { chapter: 6, section: 3, article: 24, clause: 39, point: 6, indent: 6, appendix: 0 },
    citations: 28,
  },
  {
    name: 'Bắc Giang 13/2023',
    kind: 'QUY ĐỊNH',
    number: '13/2023/QĐ-UBND',
    issuedOn: 'ngày 09 tháng 5 năm 2023',
    preamble: [
      'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật Sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;',
      'Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 22 tháng 6 năm 2015; Luật Sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật ngày 18 tháng 6 năm 2020;',
      'Căn cứ Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006; Căn cứ Luật Quảng cáo ngày 21 tháng 6 năm 2012;',
      'Căn cứ Luật An toàn thông tin mạng ngày 19 tháng 11 năm 2015;',
      'Căn cứ Luật Tiếp cận thông tin ngày 06 tháng 4 năm 2016; Căn cứ Luật Báo chí ngày 05 tháng 4 năm 2016;',
      ...['64/2007', '72/2013', '85/2016', '09/2017', '42/2022'].map(
        (number) => `Căn cứ Nghị định số ${number}/NĐ-CP của Chính phủ Quy định về mạng;`,
      ),
      'Căn cứ Thông tư số 09/2014/TT-BTTTT ngày 19 tháng 8 năm 2014 của Bộ trưởng Bộ Thông tin và Truyền thông;',
      'Căn cứ Thông tư số 12/2022/TT-BTTTT ngày 12 tháng 8 năm 2022 của Bộ trưởng Bộ Thông tin và Truyền thông hướng dẫn một số điều của Nghị định số 85/2016/NĐ-CP ngày 01 tháng 7 năm 2016;',
      ...['25/2010', '32/2017', '26/2020'].map(
        (number) => `Căn cứ Thông tư số ${number}/TT-BTTTT của Bộ trưởng Bộ Thông tin và Truyền thông;`,
      ),
      'Theo đề nghị của Giám đốc Sở tại Tờ trình số 24/TTr-STTTT ngày 17 tháng 4 năm 2023.',
    ],
    replaces: ' và thay thế Quyết định số 36/2019/QĐ-UBND ngày 31 tháng 12 năm 2019 của UBND tỉnh',
    body: `C 1 2:2 3:5 4:2 1=abcd
      C M 5:2 1=abc 2=abcdđ 6:3 7:2 8 M 9:3 10:4 11:4
      C 12:9 7=abcdđ 13:6 14:4 15:5 16 17:3 18:4 19:2`,
    cites: [
      ...['1', '2.1', '3', '12.2', '12.4', '18.4', '19.1', '19.2'].map(
        (place) => [place, 'Quy định này'] as const,
      ),
      ['3.5', `khoản 9 Điều 3 ${NĐ42} ngày 24/6/2022`],
      ['5.1.a', `Điều 4 ${NĐ42}`],
      ['5.1.b', `khoản 2 Điều 7 ${NĐ42}`],
      ['5.2.a', `Điều 5 ${NĐ42}`],
      [
        '5.2.b',
        'Điều 9 Nghị định số 42/2022/NĐ- CP và Điều 9 Quy chế Quản lý dữ liệu ban hành theo Quyết định số 47/2022/QĐ-UBND ngày 28/10/2022',
      ],
      ['5.2.d', 'Thông tư số 26/2020/TT-BTTTT ngày 23/9/2020'],
      ['5.2.đ', `khoản 11 Điều 3 ${NĐ42}, các yêu cầu theo Thông tư số 24/2011/TT-BTTTT ngày 20/09/2011`],
      ['6.1', 'Điều 5 của Quy định này'],
      ['6.2', `Điều 7 ${NĐ42}`],
      ['7.1', `Điều 8 ${NĐ42}`],
      ['7.2', 'Điều 5, Điều 6, Điều 7 và Điều 8 Thông tư số 25/2010/TT-BTTTT ngày 15/11/2010'],
      [
        '7.2',
        'Điều 16, Điều 17, Điều 18, Điều 19, Điều 20 Luật An toàn thông tin mạng số 86/2015/QH13 ngày 19/11/2015',
      ],
      ['8', 'khoản 2 Điều 23 Luật Quảng cáo số 16/2012/QH13 ngày 21/6/2012'],
      ['10.1', `các Điều 23, Điều 24, Điều 25 và Điều 26 ${NĐ42}`],
      ['11.4', `Điều 22 ${NĐ42}`],
      ['12.7.a', 'Phụ lục ban hành kèm theo Quyết định này'],
      [
        '12.7.d',
        'Điều 7, ngày chốt tại Điều 6, cách gửi tại điểm b khoản 1, điểm a khoản 2, Điều 5 của Quy định Chế độ báo cáo ban hành kèm theo Quyết định số 22/2019/QĐ-UBND ngày 11/9/2019',
      ],
      ['13.1', 'Điều 5 Quy định này'],
      ['14.4', 'Điều 5 Quy định này'],
      ['15.5', 'khoản 7 Điều 12 Quy định này'],
      ['18.3', 'Điều 7 của Luật An toàn thông tin mạng'],
    ],
    appendix: [
      'PHỤ LỤC',
      'Mẫu 01',
      `Nội dung thuộc Điều 4,5 ${NĐ42}.`,
      `(2). Số lượng theo Điều 4 ${NĐ42}`,
      `(3). Số lượng theo Điều 4 ${NĐ42} /Tổng số`,
      '(9). Công khai theo Luật Kế toán.?',
      '(10). Thống kê theo Luật Thống kê?',
      '(11). Đề tài theo Luật Khoa học và Công nghệ?',
      '(12). Dịch bệnh theo Luật Phòng, chống bệnh truyền nhiễm?',
      `(14). Số kênh theo Điều 5 ${NĐ42} được công bố.`,
      'Mẫu 02',
      '(1). Số thứ tự',
    ],
    counts: { chapter: 3, section: 2, article: 19, clause: 60, point: 17, indent: 0, appendix: 3 },
    citations: 79,
  },
];
