/**
 * The single-byte tables: what each code above ASCII stands for.
 * TCVN 5712:1993 (the third set, VN3, is what the .Vn… fonts of "ABC" carry), VISCII 1.1 (RFC 1456).
 */

/**
 * TCVN 5712:1993 from 0xA0 to 0xFF, sixteen codes a row. VN3 holds the small letters and the seven capitals
 * Ă Â Ê Ô Ơ Ư Đ; the other capitals here belong to VN1 and VN2 and stand where VN3 is empty, so reading them
 * does no harm. The five combining tones of VN2 (0xB0 to 0xB4, in Western text ° ± ² ³ ´) are left as they are.
 */
const TCVN_ROWS = [
  '\u00A0ĂÂÊÔƠƯĐăâêôơưđẰ',
  '°±²³´àảãáạẲằẳẵắẴ',
  'ẮẦẨẪẤỀặầẩẫấậèỂẻẽ',
  'éẹềểễếệìỉỄẾỒĩíịò',
  'Ổỏõóọồổỗốộờởỡớợù',
  'ỖủũúụừửữứựỳỷỹýỵỐ',
] as const;

/** VISCII 1.1 from 0x80 to 0xFF, sixteen codes a row. */
const VISCII_ROWS = [
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ',
  'ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ',
  'Õắằặấầẩậẽẹếềểễệố',
  'ồổỗỠƠộờởịỰỨỪỬơớƯ',
  'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ',
  'ĐứÒÓÔạỷừửÙÚỹỵÝỡư',
  'àáâãảăữẫèéêẻìíĩỉ',
  'đựòóôõỏọụùúũủýợỮ',
] as const;

/** The six capitals that VISCII puts on control positions. */
const VISCII_CONTROLS: readonly (readonly [number, string])[] = [
  [0x02, 'Ẳ'],
  [0x05, 'Ẵ'],
  [0x06, 'Ẫ'],
  [0x14, 'Ỷ'],
  [0x19, 'Ỹ'],
  [0x1e, 'Ỵ'],
];

function numbered(first: number, rows: readonly string[]): [number, string][] {
  return [...rows.join('')].map((letter, index) => [first + index, letter]);
}

/** Code of TCVN3 (ABC) → letter. */
export const TCVN3_LETTERS: ReadonlyMap<number, string> = new Map(numbered(0xa0, TCVN_ROWS));

/** Code of VISCII → letter. */
export const VISCII_LETTERS: ReadonlyMap<number, string> = new Map([
  ...VISCII_CONTROLS,
  ...numbered(0x80, VISCII_ROWS),
]);

/** Tones of VNI for Windows: the sign after the vowel → combining tone. */
const VNI_TONES = { ø: '\u0300', ù: '\u0301', û: '\u0309', õ: '\u0303', ï: '\u0323' };
/** Signs that are breve and tone in one; only after a. */
const VNI_BREVES = { ê: '', è: '\u0300', é: '\u0301', ú: '\u0309', ü: '\u0303', ë: '\u0323' };
/** Signs that are circumflex and tone in one; after a, e, o. */
const VNI_CIRCUMFLEXES = { â: '', à: '\u0300', á: '\u0301', å: '\u0309', ã: '\u0303', ä: '\u0323' };
/** Letters of a single code. */
const VNI_SINGLES = { ì: 'ì', í: 'í', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ', ñ: 'đ', ô: 'ơ', ö: 'ư' };

/** Small letter or vowel and sign of VNI for Windows → small letter. The sign may be written large or small. */
export const VNI_LETTERS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(VNI_SINGLES),
  ...signed(['a', 'e', 'o', 'u', 'y', 'ô', 'ö'], '', VNI_TONES),
  ...signed(['a'], '\u0306', VNI_BREVES),
  ...signed(['a', 'e', 'o'], '\u0302', VNI_CIRCUMFLEXES),
]);

function signed(
  vowels: readonly string[],
  shape: string,
  signs: Readonly<Record<string, string>>,
): [string, string][] {
  const letterOf = (vowel: string) => (VNI_SINGLES as Record<string, string>)[vowel] ?? vowel;
  return vowels.flatMap((vowel) =>
    Object.entries(signs).map(([sign, tone]): [string, string] => [
      vowel + sign,
      (letterOf(vowel) + shape + tone).normalize('NFC'),
    ]),
  );
}

const WESTERN = new TextDecoder('windows-1252');
/** What windows-1252 shows for 0x80 to 0x9F → the byte. */
const WESTERN_SIGNS: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 0x20 }, (_, index) => [WESTERN.decode(new Uint8Array([0x80 + index])), 0x80 + index]),
);

/**
 * The byte that a character stands for in a text whose bytes were read as windows-1252 or as latin1 (in which
 * 0x80 to 0x9F are control characters); undefined for a character that no byte can have become.
 */
export function byteOf(char: string): number | undefined {
  const code = char.charCodeAt(0);
  return char.length === 1 && code < 0x100 ? code : WESTERN_SIGNS.get(char);
}

/** Bytes as a text with one character a byte. */
export function westernText(bytes: Uint8Array): string {
  return WESTERN.decode(bytes);
}
