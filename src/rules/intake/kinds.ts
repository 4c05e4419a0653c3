/**
 * Kinds of documents by name and symbol: the 29 administrative kinds (NĐ 30/2020 Đ7) and the normative ones a
 * province meets (Luật 64/2025/QH15 Đ4).
 */
export type DocumentKind = { name: string; symbol: string; en: string };

const KINDS: readonly DocumentKind[] = [
  ['Nghị quyết', 'NQ', 'Resolution'],
  ['Quyết định', 'QĐ', 'Decision'],
  ['Chỉ thị', 'CT', 'Directive'],
  ['Quy chế', 'QC', 'Regulation'],
  ['Quy định', 'QyĐ', 'Rules'],
  ['Thông cáo', 'TC', 'Communiqué'],
  ['Thông báo', 'TB', 'Notice'],
  ['Hướng dẫn', 'HD', 'Guidance'],
  ['Chương trình', 'CTr', 'Programme'],
  ['Kế hoạch', 'KH', 'Plan'],
  ['Phương án', 'PA', 'Scheme'],
  ['Đề án', 'ĐA', 'Proposal'],
  ['Dự án', 'DA', 'Project'],
  ['Báo cáo', 'BC', 'Report'],
  ['Biên bản', 'BB', 'Minutes'],
  ['Tờ trình', 'TTr', 'Submission'],
  ['Hợp đồng', 'HĐ', 'Contract'],
  ['Công điện', 'CĐ', 'Telegram'],
  ['Bản ghi nhớ', 'BGN', 'Memorandum'],
  ['Bản thỏa thuận', 'BTT', 'Agreement'],
  ['Giấy ủy quyền', 'GUQ', 'Authorisation'],
  ['Giấy mời', 'GM', 'Invitation'],
  ['Giấy giới thiệu', 'GGT', 'Letter of introduction'],
  ['Giấy nghỉ phép', 'GNP', 'Leave permit'],
  ['Phiếu gửi', 'PG', 'Despatch note'],
  ['Phiếu chuyển', 'PC', 'Transfer note'],
  ['Phiếu báo', 'PB', 'Notification slip'],
  ['Công văn', '', 'Official letter'],
  ['Thư công', '', 'Public letter'],
  ['Luật', 'L', 'Law'],
  ['Bộ luật', 'BL', 'Code'],
  ['Pháp lệnh', 'PL', 'Ordinance'],
  ['Nghị định', 'NĐ', 'Decree'],
  ['Thông tư', 'TT', 'Circular'],
  ['Thông tư liên tịch', 'TTLT', 'Joint circular'],
  ['Văn bản hợp nhất', 'VBHN', 'Consolidated text'],
].map(([name = '', symbol = '', en = '']) => ({ name, symbol, en }));

/** All kinds, for forms and checks. */
export function listDocumentKinds(): readonly DocumentKind[] {
  return KINDS;
}

const BY_SYMBOL = new Map(
  KINDS.filter(({ symbol }) => symbol).map((kind) => [kind.symbol.toLowerCase(), kind]),
);
const BY_CAPITALS = new Map(KINDS.map((kind) => [kind.name.toUpperCase(), kind]));
/** Alternation of all names, longest first, for searching within a line. */
export const KIND_NAMES = KINDS.map(({ name }) => name)
  .sort((one, other) => other.length - one.length)
  .join('|');

const LONGEST_NAME = 40;

/** The kind whose name a line consists of, printed in capitals as NĐ 30/2020 asks. */
export function kindOfHeading(line: string): DocumentKind | undefined {
  if (line.length > LONGEST_NAME) return undefined;
  return BY_CAPITALS.get(line.replace(/[\s:.]+$/u, '').replace(/\s+/gu, ' '));
}

/** The kind by its Vietnamese name in any case. */
export function kindOfName(name: string): DocumentKind | undefined {
  return BY_CAPITALS.get(name.trim().replace(/\s+/gu, ' ').toUpperCase());
}

/**
 * The kind a normalised number speaks of: "QĐ" in 22/2016/QĐ-UBND. A number whose symbol begins with an agency
 * (123/UBND-KGVX) is an official letter; undefined when the symbol says nothing.
 */
export function kindOfNumber(normalised: string): DocumentKind | undefined {
  const symbol = normalised.split('/').at(-1) ?? '';
  if (/^QH\d+$/u.test(symbol)) return undefined;
  const known = BY_SYMBOL.get((symbol.split('-')[0] ?? '').toLowerCase());
  if (known) return known;
  return /^(?:UBND|HĐND|UB|VP|S[A-ZĐ]+|P[A-ZĐ]+|B[A-ZĐ]+)-/u.test(symbol)
    ? kindOfName('Công văn')
    : undefined;
}

/** Whether the number has the year between number and symbol, the mark of a normative text. */
export function isNormativeNumber(normalised: string): boolean {
  return /^\d+[a-z]?\/\d{4}\/\p{L}/u.test(normalised);
}
