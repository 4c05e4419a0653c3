// Writes Vietnamese in the code tables of before Unicode. The tables are stated by letter families (TCVN3), by
// signs (VNI), and in the mnemonics of RFC 1456 (VISCII), not copied from the code that reads them.
import assert from 'node:assert/strict';

/** Order of the tones below: huyền, hỏi, ngã, sắc, nặng. */
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const [BREVE, CIRCUMFLEX, HORN] = ['\u0306', '\u0302', '\u031B'];

/** A letter taken apart: base letter, shape of the vowel, tone. */
function partsOf(letter: string): { base: string; shape: string; tone: number } {
  const [base = '', ...marks] = letter.normalize('NFD');
  return {
    base,
    shape: marks.find((mark) => [BREVE, CIRCUMFLEX, HORN].includes(mark)) ?? '',
    tone: marks.map((mark) => TONES.indexOf(mark)).find((index) => index >= 0) ?? -1,
  };
}

/** TCVN3 as windows-1252 shows it: the vowel without tone, then its five tones. */
const TCVN3_FAMILIES: Record<string, string> = {
  ...{ a: 'aµ¶·¸¹', ă: '¨»¼½¾Æ', â: '©ÇÈÉÊË', e: 'eÌÎÏÐÑ', ê: 'ªÒÓÔÕÖ', i: 'i×ØÜÝÞ' },
  ...{ o: 'oßáâãä', ô: '«åæçèé', ơ: '¬êëìíî', u: 'uïñòóô', ư: '\u00ADõö÷øù', y: 'yúûüýþ' },
};
const TCVN3_OTHERS: Record<string, string> = {
  ...{ đ: '®', Đ: '§', Ă: '¡', Â: '¢', Ê: '£', Ô: '¤', Ơ: '¥', Ư: '¦' },
};

/** TCVN3 (ABC): capitals with a tone become small, as the table has none. */
export function toTcvn3(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      const other = TCVN3_OTHERS[letter];
      const { base, shape, tone } = partsOf(letter);
      const plain = (base.toLowerCase() + shape).normalize('NFC');
      const family = TCVN3_FAMILIES[plain];
      if (other !== undefined) return other;
      if (family === undefined || (tone < 0 && shape === '')) return letter;
      return family[tone + 1] ?? assert.fail(letter);
    })
    .join('');
}

/** VNI for Windows: the sign for a shape and a tone; the first stands for the shape alone. */
const VNI_SIGNS: Record<string, string> = {
  '': ' øûõùï',
  [BREVE ?? '']: 'êèúüéë',
  [CIRCUMFLEX ?? '']: 'âàåãáä',
};
const VNI_WHOLE: Record<string, string> = {
  ì: 'ì',
  ỉ: 'æ',
  ĩ: 'ó',
  í: 'í',
  ị: 'ò',
  ỵ: 'î',
  đ: 'ñ',
  ơ: 'ô',
  ư: 'ö',
};

export function toVni(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      const isCapital = letter !== letter.toLowerCase();
      const out = vniLetter(letter.toLowerCase());
      return isCapital ? out.toUpperCase() : out;
    })
    .join('');
}

function vniLetter(letter: string): string {
  const { base, shape, tone } = partsOf(letter);
  const whole = VNI_WHOLE[letter];
  if (whole !== undefined || (shape === '' && tone < 0)) return whole ?? letter;
  const vowel = shape === HORN ? (VNI_WHOLE[base === 'o' ? 'ơ' : 'ư'] ?? '') : base;
  return vowel + (VNI_SIGNS[shape === HORN ? '' : shape]?.[tone + 1] ?? assert.fail(letter));
}

const VIQR_SHAPES: Record<string, string> = {
  [BREVE ?? '']: '(',
  [CIRCUMFLEX ?? '']: '^',
  [HORN ?? '']: '+',
};
const VIQR_TONES = "`?~'.";

/** VIQR of RFC 1456, with a backslash before whatever would join the letter before it. */
export function toViqr(text: string): string {
  let out = '';
  let before = '';
  for (const letter of text.normalize('NFC')) {
    const joins = /[aeiouyd]/iu.test(partsOf(before).base) || /[đĐ]/u.test(before);
    if (letter === '\\' || (joins && /[(^+*`?~'.dD]/u.test(letter))) out += '\\';
    out += viqrLetter(letter);
    before = letter;
  }
  return out;
}

function viqrLetter(letter: string): string {
  if (letter === 'đ' || letter === 'Đ') return letter === 'đ' ? 'dd' : 'DD';
  const { base, shape, tone } = partsOf(letter);
  if (!/[aeiouy]/iu.test(base)) return letter;
  return base + (VIQR_SHAPES[shape] ?? '') + (VIQR_TONES[tone] ?? '');
}

/** Table 1 of RFC 1456, the columns 8x to Fx of each row x0 to xF, and the six letters on control positions. */
const RFC_1456 = [
  'A. O^` O~ o^` A` DD a` dd',
  "A(' O^? a(' o^? A' u+' a' u+.",
  'A(` O^~ a(` o^~ A^ O` a^ o`',
  "A(. O^. a(. O+~ A~ O' a~ o'",
  "A^' O+. a^' O+ A? O^ a? o^",
  "A^` O+' a^` o^. A( a. a( o~",
  'A^? O+` a^? o+` a(? y? u+~ o?',
  'A^. O+? a^. o+? a(~ u+` a^~ o.',
  'E~ I. e~ i. E` u+? e` u.',
  "E. O? e. U+. E' U` e' u`",
  "E^' O. e^' U+' E^ U' e^ u'",
  'E^` I? e^` U+` E? y~ e? u~',
  'E^? U? e^? U+? I` y. i` u?',
  "E^~ U~ e^~ o+ I' Y' i' y'",
  "E^. U. e^. o+' I~ o+~ i~ o+.",
  "O^' Y` o^' U+ y` u+ i? U+~",
];
const VISCII_CODES = new Map<string, number>([
  ...Object.entries({ 'A(?': 0x02, 'A(~': 0x05, 'A^~': 0x06, 'Y?': 0x14, 'Y~': 0x19, 'Y.': 0x1e }),
  ...RFC_1456.flatMap((row, low) =>
    row.split(' ').map((mnemonic, high): [string, number] => [mnemonic, (8 + high) * 16 + low]),
  ),
]);

export function toViscii(text: string): Uint8Array {
  const codes = [...text.normalize('NFC')].map((letter) => {
    const code = VISCII_CODES.get(viqrLetter(letter));
    return code ?? (letter.charCodeAt(0) < 0x80 ? letter.charCodeAt(0) : assert.fail(letter));
  });
  return Uint8Array.from(codes);
}

/** A text of windows-1252 characters as its bytes. */
export function toBytes(western: string): Uint8Array {
  return Buffer.from(western, 'latin1');
}
