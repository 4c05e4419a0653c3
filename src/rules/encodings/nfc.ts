/** Whether every letter is spelled in one code point (NFC), the spelling in which the product stores and compares. */
export function isNfc(text: string): boolean {
  return text.normalize('NFC') === text;
}
