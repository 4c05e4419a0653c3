/** Writes an outline as a text in sentences of our own, with the signs the source of each form prints. */
import type { Outline } from './outlines.ts';

/** The whole document: head, decision, signature, what is issued with it. */
export function textOfOutline(outline: Outline): string {
  const { kind, number, issuedOn, preamble, replaces, appendix = [] } = outline;
  const attached = kind === 'QUY ĐỊNH' ? 'Quy định' : 'Quy chế';
  return [
    'ỦY BAN NHÂN DÂN\nTỈNH MÂY NGÀN',
    `Số: ${number}`,
    `Mây Ngàn, ${issuedOn}`,
    'QUYẾT ĐỊNH',
    `BAN HÀNH ${attached.toUpperCase()} VỀ CỔNG THÔNG TIN`,
    'ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN',
    ...preamble,
    'QUYẾT ĐỊNH:',
    `Điều 1. Ban hành kèm theo Quyết định này ${attached} về Cổng thông tin.`,
    `Điều 2. Quyết định này có hiệu lực thi hành sau 10 ngày kể từ ngày ký${replaces}.`,
    'Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.',
    'Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.',
    'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Mẫu',
    ...(kind ? [kind] : []),
    'VỀ CỔNG THÔNG TIN TỈNH MÂY NGÀN',
    `(Ban hành kèm theo Quyết định số ${number} ${issuedOn} của Ủy ban nhân dân tỉnh)`,
    ...bodyLines(outline),
    ...appendix,
  ].join('\n');
}

function bodyLines(outline: Outline): string[] {
  const lines: string[] = [];
  const left = [...outline.cites];
  /** A sentence for the place, with everything that is cited there. */
  const sentence = (place: string): string => {
    const here = left.filter(([at]) => at === place);
    for (const one of here) left.splice(left.indexOf(one), 1);
    return ['Cơ quan làm việc đúng hẹn', ...here.map(([, printed]) => `Thực hiện theo ${printed}`)].join(
      '. ',
    );
  };
  const tokens = outline.body.trim().split(/\s+/u);
  let chapter = 0;
  let section = 0;
  let article = '0';
  tokens.forEach((token, index) => {
    if (token === 'C')
      lines.push(`Chương ${['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'][++chapter]}`, 'VIỆC CHUNG');
    if (token === 'C') section = 0;
    if (token === 'c') lines.push('VIỆC CHUNG CỦA CỔNG');
    if (token === 'M') lines.push(`Mục ${++section}`, 'VIỆC RIÊNG');
    const [, number, clauses] = /^(\d+)(?::(\d+))?$/u.exec(token) ?? [];
    const lost = /^\+(\d+)$/u.exec(token)?.[1];
    if (number) {
      article = number;
      lines.push(`Điều ${number}. Công việc`);
      if (clauses === undefined || left.some(([at]) => at === number)) lines.push(`${sentence(number)}.`);
    }
    const details = detailsAfter(tokens, index);
    const suffix =
      lost && lines.some((line) => line.startsWith(`Điều ${article}.`)) && repeats(tokens, index) ? '~2' : '';
    for (let clause = 1; clause <= Number(clauses ?? lost ?? 0); clause += 1)
      lines.push(...clauseLines(`${article}.${clause}`, clause, suffix, details, sentence));
  });
  if (left.length > 0) throw new Error(`no place for ${left.map(([at]) => at).join(', ')}`);
  return lines;
}

/** Whether the article before the lost one has clauses of its own, so that the numbers come again. */
function repeats(tokens: readonly string[], index: number): boolean {
  return (
    tokens
      .slice(0, index)
      .findLast((token) => /^\d/u.test(token) && !token.includes('='))
      ?.includes(':') === true
  );
}

/** "3=ab", "3b-2" that follow an article. */
function detailsAfter(tokens: readonly string[], index: number): string[] {
  const rest = tokens.slice(index + 1);
  const end = rest.findIndex((token) => /^(?:C|c|M|\+\d+|\d+(?::\d+)?)$/u.test(token));
  return rest.slice(0, end === -1 ? rest.length : end);
}

function clauseLines(
  place: string,
  clause: number,
  suffix: string,
  details: readonly string[],
  sentence: (place: string) => string,
): string[] {
  const points = [...(details.find((one) => one.startsWith(`${clause}=`)) ?? '').replace(/^\d+=/u, '')];
  const dashes = (at: string): string[] => {
    const [, count = '0', inner = '0'] =
      /-(\d+)(?:\+(\d+))?$/u.exec(details.find((one) => one.startsWith(`${clause}${at}-`)) ?? '') ?? [];
    return [
      ...Array.from({ length: Number(count) }, (_, index) => `- Việc thứ ${index + 1};`),
      ...Array.from({ length: Number(inner) }, (_, index) => `+ Việc nhỏ thứ ${index + 1};`),
    ];
  };
  // One text has "a." in one article, one "; d)" within the paragraph of c.
  const sign = points.join('') === 'abcde' ? '.' : ')';
  const lines = [`${clause}. ${sentence(`${place}${suffix}`)}.`, ...dashes('')];
  for (const point of points) {
    const line = `${point}${sign} ${sentence(`${place}.${point}`)};`;
    if (place === '31.1' && point === 'd') lines[lines.length - 1] += ` ${line}`;
    else lines.push(line, ...dashes(point));
  }
  return lines;
}
