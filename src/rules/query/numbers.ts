import { documentNumberKey, foldVietnamese } from '../text/index.ts';

/** A document number in a query, by the keys under which documents may be filed, the fullest first. */
export interface AskedNumber {
  keys: string[];
  /** Offsets into the folded query. */
  from: number;
  to: number;
}

// Who issues, where it may stand after a space instead of a hyphen: "qđ ubnd", "nd cp", "tt btttt".
const ISSUER =
  'ubnd|hdnd|ub|cp|ttg|ctn|ubtvqh\\d*|b(?:ca|qp|ng|nv|tp|tc|ct|xd|yt|gtvt|tttt|gddt|khcn|tnmt|nnmt|nnptnt|ldtbxh|vhttdl|khdt|dttg)';
const SYMBOL = `[a-z]{1,6}\\d{0,2}(?:\\s*-\\s*[a-z]+\\d*|\\s+(?:${ISSUER})(?![a-z\\d]))*(?![a-z\\d])`;
const KIND_WORDS: Readonly<Record<string, string>> = {
  'quyet dinh': 'qd',
  qd: 'qd',
  'nghi dinh': 'nd',
  nd: 'nd',
  'nghi quyet': 'nq',
  nq: 'nq',
  'chi thi': 'ct',
  ct: 'ct',
  'thong tu lien tich': 'ttlt',
  ttlt: 'ttlt',
  'thong tu': 'tt',
  tt: 'tt',
  'ke hoach': 'kh',
  kh: 'kh',
  'thong bao': 'tb',
  tb: 'tb',
  'huong dan': 'hd',
  'to trinh': 'ttr',
  'cong van': '',
  'bo luat': '',
  luat: '',
  'phap lenh': '',
  'van ban': '',
};
const KIND = Object.keys(KIND_WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|');
// 1 kind, 2 number, 3 year, 4 symbol: "QĐ 22/2016", "01/2020/qđ ubnd", "22_2016_QĐ-UBND", "41/TTr-STTTT"
const WRITTEN = new RegExp(
  `(?:(?<![a-z\\d])(${KIND})(?:\\s+so)?\\s*:?\\s*)?(?<![\\d/.,-]|thang\\s)(\\d{1,5}[a-z]?)` +
    `(?:\\s*[/_]\\s*((?:19|20)\\d{2})(?!\\d)(?:\\s*[/_]\\s*(${SYMBOL}))?|\\s*[/_]\\s*(${SYMBOL}))`,
  'g',
);
// "quyết định 01 năm 2020", "nghị định số 30 ngày 05/3/2020", "QĐ-UBND 22 2016"
const SPOKEN = new RegExp(
  `(?<![a-z\\d])(${KIND})(?:[\\s-]+(${ISSUER}))?(?:\\s+so)?\\s*:?\\s+(\\d{1,5}[a-z]?)(?![\\d/_])` +
    '(?:\\s+(?:(?:cua\\s+[a-z ]{1,40}?\\s+)?nam\\s+|ngay\\s+\\d{1,2}\\s*[/.-]\\s*\\d{1,2}\\s*[/.-]\\s*)?((?:19|20)\\d{2})(?!\\d))?',
  'g',
);
/** Numbers in running text, as they are printed. */
const PRINTED =
  /(?<![\d/])\d{1,5}[a-z]?\s*\/\s*(?:(?:19|20)\d{2}\s*\/\s*)?[a-z]{1,6}\d{0,2}(?:\s*-\s*[a-z]{1,10}\d*)*(?![a-z\d])/g;
const KEY = /^(\d+[a-z]?)(?:\/(\d{4}))?\/([a-z\d-]+)$/;

function keysFor(number: string, year: string | undefined, symbol: string, kind: string): string[] {
  const first = symbol.split('-')[0] ?? '';
  const keys = [
    ...(year && symbol ? [`${number}/${year}/${symbol}`, `${number}/${year}/${first}`] : []),
    ...(year && kind ? [`${number}/${year}/${kind}`] : []),
    ...(year ? [`${number}/${year}`] : []),
    ...(!year && symbol ? [`${number}/${symbol}`, `${number}/${first}`] : []),
    ...(!year && kind ? [`${number}/${kind}`] : []),
  ];
  return [...new Set(keys)];
}

const tidy = (symbol: string) => symbol.trim().replace(/\s*-\s*|\s+/g, '-');
const plain = (number: string) => number.replace(/^0+(?=\d)/, '');

/** Document numbers in a query, in whatever form they are typed; folds the query itself. */
export function numbersIn(query: string): AskedNumber[] {
  const text = foldVietnamese(query)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    // as files are named: "22-2016-QD-UBND"
    .replace(/(?<![\d/.-])(\d{1,5}[a-z]?)[-.]((?:19|20)\d{2})[-.](?=[a-z])/g, '$1/$2/');
  const found: AskedNumber[] = [];
  for (const match of text.matchAll(WRITTEN)) {
    const [whole, kind = '', number = '', year, long, short] = match;
    const symbol = tidy(long ?? short ?? '');
    const key = symbol && documentNumberKey([number, ...(year ? [year] : []), symbol].join('/'));
    const [, , , clean = ''] = KEY.exec(key) ?? [];
    found.push({
      keys: keysFor(plain(number), year, clean || symbol, KIND_WORDS[kind] ?? ''),
      ...{ from: match.index, to: match.index + whole.length },
    });
  }
  for (const match of text.matchAll(SPOKEN)) {
    const [whole, kind = '', issuer, number = '', year] = match;
    const short = KIND_WORDS[kind] ?? '';
    const symbol = short && issuer ? `${short}-${issuer}` : '';
    const span = { from: match.index, to: match.index + whole.length };
    const keys = keysFor(plain(number), year, symbol, short);
    const isTaken = found.some(({ from, to }) => span.from < to && from < span.to);
    if (keys.length > 0 && !isTaken) found.push({ keys, ...span });
  }
  return found;
}

/**
 * Keys under which a document is found by its number, the fullest first: with and without issuer, kind and year.
 * @param year of issue, for numbers that are printed without one
 */
export function ownNumberKeys(numberKey: string, year: number | null): string[] {
  const [, number, printedYear, symbol] = KEY.exec(numberKey) ?? [];
  if (!number || !symbol) return numberKey === '' ? [] : [numberKey];
  const first = symbol.split('-')[0] ?? '';
  const on = printedYear ?? (year === null ? undefined : String(year));
  const dated = on ? [`${number}/${on}/${symbol}`, `${number}/${on}/${first}`, `${number}/${on}`] : [];
  return [...new Set([numberKey, ...dated, `${number}/${symbol}`, `${number}/${first}`])];
}

/** Keys of the document numbers a text names. */
export function citedNumberKeys(text: string): string[] {
  const folded = foldVietnamese(text).replace(/[\u2010-\u2015\u2212]/g, '-');
  return [...new Set([...folded.matchAll(PRINTED)].map(([printed]) => documentNumberKey(printed)))];
}
