// The alphabet of Crockford's base 32: no I, L, O and U, which are taken for 1, 1, 0 and V.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DRAWN = 11;
const LENGTH = DRAWN + 1;

/** Random bytes one code needs: 55 bits are drawn from them. */
export const CASE_CODE_BYTES = 7;

/**
 * A receipt code `XXXX-XXXX-XXXX`: 55 random bits and a check character. The randomness is the caller's.
 *
 * @throws RangeError when fewer than `CASE_CODE_BYTES` bytes are given
 */
export function makeCode(random: Uint8Array): string {
  if (random.length < CASE_CODE_BYTES) {
    throw new RangeError(`A case code needs ${CASE_CODE_BYTES} random bytes, got ${random.length}`);
  }
  const bits = random.subarray(0, CASE_CODE_BYTES).reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);
  const values = Array.from({ length: DRAWN }, (_, i) => Number((bits >> BigInt(5 * i)) & 31n));
  return print([...values, timesX(fold(values))]);
}

/**
 * The code as issued, from what a person typed: any case, spaces and dashes anywhere or nowhere, O for 0, I and L for
 * 1, full-width characters. Undefined when it cannot be a code: wrong length, strange characters, or the check
 * character does not fit, which every single wrong character and every exchange of two shows.
 */
export function readCode(text: string): string | undefined {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}\p{Cf}\u2212]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const values = [...typed].map((character) => ALPHABET.indexOf(character));
  if (values.length !== LENGTH || values.includes(-1) || fold(values) !== 0) return undefined;
  return print(values);
}

// The characters as coefficients of a polynomial over GF(32), taken at x, a generator of the field. The powers of x are
// all different over twelve places, so no single wrong character and no exchange leaves the sum at zero.
function fold(values: readonly number[]): number {
  return values.reduce((sum, value) => timesX(sum) ^ value, 0);
}

/** Times x modulo x⁵ + x² + 1. */
function timesX(value: number): number {
  const doubled = value << 1;
  return doubled & 32 ? doubled ^ 37 : doubled;
}

function print(values: readonly number[]): string {
  const code = values.map((value) => ALPHABET[value]).join('');
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}
