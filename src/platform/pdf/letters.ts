/** Letters as they can be printed: composed, visible, and each with a shape in the typeface. */

/** Controls, marks that turn the direction, joiners, selectors of a variant: nothing of them is ever drawn. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]|\p{Variation_Selector}|\u034F/gu;
const WHITE_SPACE = /[\t\n\v\f\r\u0085\u1680\u2000-\u200A\u2028\u2029\u205F\u3000 ]+/gu;

/**
 * Text for the page, NFC. A letter the typeface has no shape for is printed as its number in Unicode, "[U+1F600]":
 * nothing is lost, and nothing looks like what it is not.
 */
export function printable(text: string, hasShape: (codePoint: number) => boolean): string {
  const visible = text.toWellFormed().replace(WHITE_SPACE, ' ').replace(INVISIBLE, '').normalize('NFC');
  let out = '';
  for (const letter of visible) {
    const code = letter.codePointAt(0) ?? 0;
    out += hasShape(code) ? letter : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  }
  return out;
}
