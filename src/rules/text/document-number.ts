import { foldVietnamese, toNfc } from './fold.ts';

// Abbreviations of kinds of text: NĐ 30/2020 Đ7 and its annex III, and the system of Luật 64/2025/QH15 Đ4.
const kinds = [
  ...[
    'NQ',
    'QĐ',
    'CT',
    'QC',
    'QyĐ',
    'TC',
    'TB',
    'HD',
    'CTr',
    'KH',
    'PA',
    'ĐA',
    'DA',
    'BC',
    'BB',
    'TTr',
    'HĐ',
    'CĐ',
  ],
  ...[
    'BGN',
    'BTT',
    'GUQ',
    'GM',
    'GGT',
    'GNP',
    'PG',
    'PC',
    'PB',
    'NĐ',
    'TT',
    'TTLT',
    'PL',
    'L',
    'NQLT',
    'CV',
    'VBHN',
  ],
];
// Issuers that are seen joined to the kind without a hyphen ("NĐCP").
const issuers = [
  ...['CP', 'TTg', 'UBND', 'HĐND', 'UBTVQH', 'CTN', 'UB', 'VPCP', 'BCA', 'BCT', 'BGDĐT', 'BGTVT', 'BKHCN'],
  ...['BKHĐT', 'BLĐTBXH', 'BNG', 'BNNMT', 'BNNPTNT', 'BNV', 'BQP', 'BTC', 'BTNMT', 'BTP', 'BTTTT'],
  ...['BVHTTDL', 'BXD', 'BYT'],
];
const kindByFold = new Map(kinds.map((kind) => [kind.toLowerCase(), kind]));
const issuerByFold = new Map(issuers.map((issuer) => [issuer.toLowerCase(), issuer]));

/** A document number as it stands in the source and in the form in which numbers are compared. */
export interface DocumentNumber {
  printed: string;
  normalised: string;
}

/**
 * Normalises a document number without losing the printed form: no spaces round "/" and "-", plain hyphens, "Số:"
 * and a kind before it dropped, the Icelandic Ð of old fonts put right, the missing hyphen of "NĐCP" put back, known kinds and issuers in their usual case. Leading zeros stay as
 * printed. An unknown form is only cleaned of spaces, never guessed at.
 */
export function normaliseDocumentNumber(printed: string): DocumentNumber {
  const cleaned = toNfc(printed)
    .replaceAll('\u00D0', 'Đ')
    .replaceAll('\u00F0', 'đ')
    .replace(/[\u2010-\u2015\u2212_]/gu, '-')
    .replace(/^\s*(?:\p{L}[\p{L}\s]{0,40}\s)?số\s*:?\s*(?=\S)/iu, '')
    .replace(/\s*([/-])\s*/gu, '$1')
    .replace(/[\s.,;]+$/u, '')
    .trim();
  const [head = '', ...rest] = cleaned.split('/');
  const symbol = rest.pop();
  if (symbol === undefined) return { printed, normalised: cleaned };
  return { printed, normalised: [head, ...rest, symbolOf(symbol)].join('/') };
}

function symbolOf(symbol: string): string {
  const groups = (symbol.includes('-') ? symbol : splitJoined(symbol)).split('-');
  return groups
    .map((group, i) => (i === 0 ? kindByFold.get(group.toLowerCase()) : undefined) ?? issuerOf(group))
    .join('-');
}

function issuerOf(group: string): string {
  return issuerByFold.get(group.toLowerCase()) ?? group;
}

function splitJoined(symbol: string): string {
  for (const kind of kinds) {
    const rest = symbol.slice(kind.length);
    const starts = symbol.slice(0, kind.length).toLowerCase() === kind.toLowerCase();
    if (starts && issuerByFold.has(rest.toLowerCase())) return `${kind}-${rest}`;
  }
  return symbol;
}

/** The key under which a number is looked up: normalised, without marks, in small letters, without leading zeros. */
export function documentNumberKey(printed: string): string {
  return foldVietnamese(normaliseDocumentNumber(printed).normalised).replace(/^0+(?=\d)/, '');
}
