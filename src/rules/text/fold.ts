// Tone marks on oa, oe and uy are written in two ways ("hòa" and "hoà"); official texts hold both. One of them, the
// newer one with the mark on the second vowel, is the canonical form for comparing. It is safe wherever the pair
// stands, because a syllable with a final consonant or after "qu" carries the mark on the second vowel anyway.
const toneMarks = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const pairs = ['oa', 'oe', 'uy'];
const newStyle = new Map(
  pairs.flatMap(([first = '', second = '']) =>
    toneMarks.map((mark) => [
      (first + mark).normalize('NFC') + second,
      first + (second + mark).normalize('NFC'),
    ]),
  ),
);
const oldStylePattern = new RegExp([...newStyle.keys()].join('|'), 'g');

/** Unicode NFC, the form in which all text is stored (TCVN 6909:2001 allows composed and combining letters). */
export function toNfc(text: string): string {
  return text.normalize('NFC');
}

/**
 * The canonical form for comparing with marks kept: NFC, lower case, tone marks in the newer place. For search keys
 * only: the stored text of a legal document is never rewritten.
 */
export function normVietnamese(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(oldStylePattern, (pair) => newStyle.get(pair) ?? pair);
}

/** The form for accent-less comparing: lower case, every mark removed, đ as d. "Ủy ban" and "Uỷ ban" give "uy ban". */
export function foldVietnamese(text: string): string {
  return normVietnamese(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .normalize('NFC');
}

/**
 * The readable part of an address: folded words joined by hyphens, at most `maxLength` characters, cut between words
 * where that leaves at least half. Empty when the text has no Latin letter and no digit.
 */
export function slugOf(text: string, maxLength = 80): string {
  const slug = foldVietnamese(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug.length <= maxLength) return slug;
  const cut = slug.slice(0, maxLength);
  const lastBreak = slug[maxLength] === '-' ? maxLength : cut.lastIndexOf('-');
  return (lastBreak >= maxLength / 2 ? cut.slice(0, lastBreak) : cut).replace(/-+$/, '');
}
