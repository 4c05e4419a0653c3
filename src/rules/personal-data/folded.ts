/**
 * A text without marks, sign for sign beside the text with them, and the way back. Both strings are of equal length, so
 * that an offset found in one holds in the other.
 */
export interface Folded {
  /** No marks, no invisible signs, plain spaces, hyphens and digits; capitals stay. "Đường số ５" gives "Duong so 5". */
  plain: string;
  /** The same with the marks of the letters (NFC). */
  marked: string;
  /** The offset in the text given of each sign, and of the end. */
  offsets: readonly number[];
}

/** Folds any text, composed or combining. */
export function foldKeepingPlace(text: string): Folded {
  const plain: string[] = [];
  const marked: string[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const sign of text) {
    const { is, whole, base } = readSign(sign);
    const last = marked.length - 1;
    if (is === 'mark' && last >= 0) {
      const joined = `${marked[last]}${sign}`.normalize('NFC');
      if (joined.length === 1) marked[last] = joined;
    } else if (is !== 'invisible') {
      plain.push(base);
      marked.push(whole);
      offsets.push(offset);
    }
    offset += sign.length;
  }
  offsets.push(offset);
  return { plain: plain.join(''), marked: marked.join(''), offsets };
}

interface Sign {
  is: 'mark' | 'invisible' | 'plain';
  whole: string;
  base: string;
}

/** What signs are, once read: a text has a few hundred different ones. */
const SIGNS = new Map<string, Sign>();
const MOST_SIGNS = 4_096;

function readSign(sign: string): Sign {
  const known = SIGNS.get(sign);
  if (known) return known;
  const whole = widened(sign);
  const is = /^\p{M}$/u.test(sign) ? 'mark' : /^\p{Cf}$/u.test(sign) ? 'invisible' : 'plain';
  const read: Sign = { is, whole, base: baseOf(whole) };
  if (SIGNS.size < MOST_SIGNS) SIGNS.set(sign, read);
  return read;
}

// One sign of the text, of length 1: what lies beyond the basic plane is no letter of Vietnamese.
function widened(sign: string): string {
  if (sign.length > 1) return '\ufffd';
  const point = sign.charCodeAt(0);
  if (point >= 0xff01 && point <= 0xff5e) return String.fromCharCode(point - 0xfee0);
  if (/^[\p{Zs}\t]$/u.test(sign)) return ' ';
  return /^[\p{Pd}\u2212]$/u.test(sign) ? '-' : sign;
}

function baseOf(sign: string): string {
  // Ð and ð stand for the Vietnamese letter in texts typed on foreign keyboards.
  if (sign === 'đ' || sign === 'ð') return 'd';
  if (sign === 'Đ' || sign === 'Ð') return 'D';
  return sign.normalize('NFD').charAt(0);
}
