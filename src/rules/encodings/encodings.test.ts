import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText, findLegacyEncoding, isNfc, toNfc } from './index.ts';

const SENTENCE = 'Ủy ban nhân dân tỉnh ban hành Quy chế về việc cung cấp thông tin, số 1/2020/QĐ-UBND.';

const utf16 = (text: string, bigEndian: boolean, mark: boolean): Uint8Array => {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

/** Writes windows-1258: base letters of the code page followed by its five combining tones. */
const windows1258 = (text: string): Uint8Array => {
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1)
    table.set(new TextDecoder('windows-1258').decode(new Uint8Array([byte])), byte);
  const bytes: number[] = [];
  for (const char of text.normalize('NFC')) {
    const whole = table.get(char);
    if (whole !== undefined) bytes.push(whole);
    else {
      const parts = [...char.normalize('NFD')];
      const tone = parts.find((part) => '\u0300\u0301\u0303\u0309\u0323'.includes(part));
      const base = parts
        .filter((part) => part !== tone)
        .join('')
        .normalize('NFC');
      bytes.push(table.get(base) ?? 63, ...(tone ? [table.get(tone) ?? 63] : []));
    }
  }
  return new Uint8Array(bytes);
};

test('UTF-8 is read with and without a byte order mark', () => {
  const plain = decodeText(Buffer.from(SENTENCE));
  assert.deepEqual([plain.text, plain.encoding, plain.hadBom], [SENTENCE, 'utf-8', false]);
  const marked = decodeText(Buffer.from(`\uFEFF${SENTENCE}`));
  assert.deepEqual([marked.text, marked.encoding, marked.hadBom], [SENTENCE, 'utf-8', true]);
});

test('UTF-16 is read in both byte orders, with a mark and without one', () => {
  for (const bigEndian of [false, true])
    for (const mark of [false, true]) {
      const read = decodeText(utf16(SENTENCE, bigEndian, mark));
      assert.equal(read.text, SENTENCE);
      assert.equal(read.encoding, bigEndian ? 'utf-16be' : 'utf-16le');
      assert.equal(read.hadBom, mark);
    }
});

test('decomposed letters become composed ones and the change is told', () => {
  const read = decodeText(Buffer.from(SENTENCE.normalize('NFD')));
  assert.equal(read.text, SENTENCE);
  assert.equal(read.wasDecomposed, true);
  assert.equal(isNfc(read.text), true);
  assert.equal(decodeText(Buffer.from(SENTENCE)).wasDecomposed, false);
  assert.equal(toNfc('Vie\u0302\u0323t'), 'Việt');
});

test('windows-1258 is recognised by its letters and by a declaration', () => {
  const bytes = windows1258(SENTENCE);
  const guessed = decodeText(bytes);
  assert.deepEqual([guessed.text, guessed.encoding], [SENTENCE, 'windows-1258']);
  const page = decodeText(windows1258(`<meta charset="windows-1258"><p>đ</p>`));
  assert.equal(page.encoding, 'windows-1258');
  assert.match(page.text, /<p>đ<\/p>/);
});

test('a western text is read as windows-1252 and a wrong declaration of UTF-8 does not harm it', () => {
  const bytes = new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x20, 0xa9]);
  assert.equal(decodeText(bytes).text, 'Café ©');
  assert.equal(decodeText(bytes, 'utf-8').text, 'Café ©');
  assert.equal(decodeText(bytes, 'no-such-table').text, 'Café ©');
});

test('a text in TCVN3 (ABC) is named with a sentence that says what to do', () => {
  const text =
    'Céng hßa x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc. ñy ban nh©n d©n tØnh quyÕt ®Þnh';
  const found = findLegacyEncoding(text);
  assert.equal(found?.code, 'tcvn3');
  assert.match(found?.vi ?? '', /bảng mã cũ TCVN3 \(ABC\)/);
  assert.ok((found?.samples.length ?? 0) > 0);
  const bytes = Buffer.from(text, 'latin1');
  assert.equal(findLegacyEncoding(decodeText(bytes).text)?.code, 'tcvn3');
});

test('a text in VNI is named', () => {
  const text =
    'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Ñoäc laäp - Töï do - Haïnh phuùc. Uûy ban nhaân daân tænh';
  assert.equal(findLegacyEncoding(text)?.code, 'vni');
});

test('UTF-8 that was read as windows-1252 is named as damaged', () => {
  const damaged = new TextDecoder('windows-1252').decode(Buffer.from(SENTENCE));
  assert.equal(findLegacyEncoding(damaged)?.code, 'mojibake');
});

test('sound Vietnamese, English and French texts are not suspected', () => {
  const sound = [
    SENTENCE.repeat(20),
    'Hòa, hoà, thúy, thuý, khỏe, khoẻ, quý, giã, oán, oẳn, tuân thủ, hoãn, loã, Tân, Xuân, huê, boong, xoong.',
    'An ordinary English text about a portal, with © 2026, 20 °C, 5 × 3 and naïve café owners.',
    'Le garçon naïf a reçu près de Noël un bœuf, à côté du château; « très bien » dit-elle.',
    'Der Größte würde über Köln fahren.',
    '',
  ];
  for (const text of sound) assert.equal(findLegacyEncoding(text), undefined, text.slice(0, 40));
});
