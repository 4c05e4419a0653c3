/** Numbers as legal texts print them. */

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const WORDS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
/** Letters of points in order; f, j, w and z are not Vietnamese and usually passed over. */
const LETTERS = [...'abcdđefghijklmnopqrstuvwxyz'];
const PASSED_OVER = new Set(['f', 'j', 'w', 'z']);

/** Roman numeral in capitals; undefined when it is none ("IIV", "LL"). */
export function romanValue(text: string): number | undefined {
  if (!/^(?=.)(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/u.test(text)) return undefined;
  let value = 0;
  for (let index = 0; index < text.length; index += 1) {
    const here = ROMAN[text[index] ?? ''] ?? 0;
    value += here < (ROMAN[text[index + 1] ?? ''] ?? 0) ? -here : here;
  }
  return value;
}

/** "3", "IV", "thứ nhất", "nhất", "5a": the whole number it begins with. */
export function ordinalOf(printed: string): number | undefined {
  const text = printed.trim();
  if (/^\d/u.test(text)) return Number.parseInt(text, 10);
  const roman = romanValue(text);
  if (roman !== undefined) return roman;
  const words = text
    .toLowerCase()
    .replace(/^thứ\s+/u, '')
    .split(/\s+/u);
  if (words[0] === 'mười' && words[1]) {
    const unit = words[1] === 'một' ? 1 : WORDS.indexOf(words[1]) + 1;
    return unit > 0 ? 10 + unit : undefined;
  }
  const word = WORDS.indexOf(words[0] === 'bốn' ? 'tư' : words[0] === 'bẩy' ? 'bảy' : (words[0] ?? ''));
  return word === -1 ? undefined : word + 1;
}

/** Whether the letter of a point may follow the other without one missing. */
export function letterFollows(before: string, letter: string): boolean {
  let next = LETTERS.indexOf(before) + 1;
  while (next < LETTERS.length) {
    const candidate = LETTERS[next] ?? '';
    if (candidate === letter) return true;
    if (!PASSED_OVER.has(candidate)) return false;
    next += 1;
  }
  return false;
}

/** Place of the letter among the letters of points, from 1; 0 for none. */
export function letterValue(letter: string): number {
  return LETTERS.indexOf(letter) + 1;
}
