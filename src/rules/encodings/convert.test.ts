import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Chance } from '../../../tests/support/chance.ts';
import { toBytes, toTcvn3, toViqr, toViscii, toVni } from '../../../tests/support/legacy-encoders.ts';
import { runningText, TONED_RHYMES } from '../../../tests/support/syllables.ts';
import { Refusal } from '../refusal.ts';
import { type ConvertibleCode, convertLegacy, findLegacyEncoding, isNfc, MARK_WORDS } from './index.ts';

const ENCODERS: Record<ConvertibleCode, (text: string) => string | Uint8Array> = {
  tcvn3: toTcvn3,
  vni: toVni,
  viscii: toViscii,
  viqr: toViqr,
};
const CODES = Object.keys(ENCODERS) as ConvertibleCode[];

/** The 67 small letters with a sign of their own: twelve vowels in six tones less the plain six, and đ. */
const SMALL = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y']
  .flatMap((vowel) => ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => vowel + tone))
  .map((letter) => letter.normalize('NFC'))
  .filter((letter) => !/^[aeiouy]$/.test(letter))
  .concat('đ');

const refusalOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'none';
};

describe('LC-024 LX-011: old Vietnamese code tables to Unicode NFC (TCVN 6909:2001)', () => {
  test('the sample everybody knows, in every table', () => {
    const title = 'Cộng hoà xã hội chủ nghĩa Việt Nam';
    assert.equal(convertLegacy('Céng hoµ x· héi chñ nghÜa ViÖt Nam', 'tcvn3').text, title);
    assert.equal(
      convertLegacy('COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM', 'vni').text,
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    );
    assert.equal(
      convertLegacy('Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam', 'viqr').text,
      'Cộng hòa xã hội chủ nghĩa Việt Nam',
    );
    assert.equal(convertLegacy(Uint8Array.from([0x56, 0x69, 0xae, 0x74]), 'viscii').text, 'Việt');
  });

  test('all 134 letters, and all of them beside plain ones, in bytes and in text', () => {
    const capitals = SMALL.map((letter) => letter.toUpperCase());
    assert.equal(new Set([...SMALL, ...capitals]).size, 134);
    for (const code of CODES)
      for (const letter of [...SMALL, ...capitals]) {
        const word = letter === letter.toLowerCase() ? `t${letter}n` : `T${letter}N`;
        const written = ENCODERS[code](word);
        const bytes = typeof written === 'string' ? toBytes(written) : written;
        assert.equal(convertLegacy(bytes, code).text, word, `${code} ${letter} in bytes`);
        for (const label of ['windows-1252', 'latin1'] as const) {
          // latin1 of the web is windows-1252; the true one shows 0x80 to 0x9F as control characters
          const text =
            label === 'latin1'
              ? Buffer.from(bytes).toString('latin1')
              : new TextDecoder('windows-1252').decode(bytes);
          assert.equal(convertLegacy(text, code).text, word, `${code} ${letter} in ${label}`);
        }
        if (code !== 'tcvn3') assert.equal(convertLegacy(bytes, code).marks.length, 0);
      }
  });

  test('VISCII: the six letters on control positions', () => {
    const bytes = Uint8Array.from([0x02, 0x05, 0x06, 0x14, 0x19, 0x1e]);
    assert.equal(convertLegacy(bytes, 'viscii').text, 'ẲẴẪỶỸỴ');
  });

  test('running text of all rhymes and tones is exact in every table', () => {
    const chance = new Chance(1456);
    for (const code of CODES) {
      const text = `${TONED_RHYMES.join(' ')}\n${runningText(chance, 250, 20)}`;
      const written = ENCODERS[code](text);
      const bytes = typeof written === 'string' ? toBytes(written) : written;
      const { text: read } = convertLegacy(bytes, code);
      assert.equal(read, text);
      assert.ok(isNfc(read));
      assert.deepEqual(convertLegacy(bytes, 'auto').from, code);
    }
  });

  test('a text read wrongly and saved as UTF-8, with or without a byte order mark, is read as text', () => {
    const western = toVni('Ủy ban nhân dân “tỉnh” ban hành Quyết định');
    const expected = 'Ủy ban nhân dân “tỉnh” ban hành Quyết định';
    assert.equal(convertLegacy(Buffer.from(western), 'vni').text, expected);
    assert.equal(convertLegacy(Buffer.from(`\uFEFF${western}`, 'utf16le'), 'auto').text, expected);
    // "ươ" of VISCII is by chance valid UTF-8
    assert.equal(convertLegacy(toViscii('ươn'), 'viscii').text, 'ươn');
  });

  test('VNI: the capital is that of the vowel, whatever the sign; VN1 capitals of TCVN are read too', () => {
    assert.equal(convertLegacy('Uûy ban, UÛY BAN', 'vni').text, 'Ủy ban, ỦY BAN');
    assert.equal(convertLegacy(Uint8Array.from([0x43, 0xc1, 0x4e]), 'tcvn3').text, 'CẦN');
  });

  test('curly quotes and dashes of Word stay, as bytes and as characters', () => {
    assert.equal(convertLegacy(toBytes('\u0093ViÖt\u0094 \u0096'), 'tcvn3').text, '“Việt” –');
    assert.equal(convertLegacy('“ViÖt” – 20°C', 'tcvn3').text, '“Việt” – 20°C');
  });
});

describe('LC-024 LX-011: VIQR as RFC 1456 has it', () => {
  const read = (text: string) => convertLegacy(text, 'viqr').text;

  test('a backslash keeps a sign or a second d from joining', () => {
    assert.equal(read("la`\\. O^ng ta\\? 'a\\d\\d"), "là. Ông ta? 'add");
    assert.equal(read('DDa Dda dda a\\\\b'), 'Đa Đa đa a\\b');
    assert.equal(read('u+o+ u*o* b( i+ o('), 'ươ ươ b( i+ o(');
  });

  test('English and literal text between state signs', () => {
    assert.equal(
      read("\\mThe co-op's add.\\v ddu+o+`ng \\lla.\\\\ \\vla."),
      "The co-op's add. đường la.\\\\ lạ",
    );
    assert.equal(read('\\mHa \\No^.i, Vi\\e^.t Nam'), 'Ha No^.i, Việt Nam');
  });

  test('a tone that may be the end of a sentence is marked', () => {
    const { text, marks } = convertLegacy('Tha^`y la. Em cu~ng la.\nhai', 'viqr');
    assert.equal(text, 'Thầy lạ Em cũng lạ\nhai');
    assert.deepEqual(
      marks.map(({ start, end, reason }) => [text.slice(start, end), reason]),
      [
        ['ạ', 'toneOrStop'],
        ['ạ', 'toneOrStop'],
      ],
    );
    assert.deepEqual(convertLegacy('la. va` la.nh', 'viqr').marks, []);
  });
});

describe('LC-024 LX-011: which table, and texts of two kinds', () => {
  test('auto says what it chose', () => {
    const sentence = 'Ủy ban nhân dân tỉnh quyết định ban hành quy chế hoạt động';
    for (const code of CODES) {
      const written = ENCODERS[code](sentence);
      assert.equal(convertLegacy(written, 'auto').from, code);
      if (code === 'tcvn3' || code === 'vni')
        assert.equal(findLegacyEncoding(String(written))?.code, code, 'as the import names it');
    }
  });

  test('sound text, damaged text and text of no table are refused in both languages', () => {
    const sound = 'Ủy ban nhân dân xã. Có là bà. Vietnamese text in English, e.g. example.com, don’t.';
    const utf8 = Buffer.from('Ủy ban nhân dân tỉnh ban hành Quy chế về việc cung cấp thông tin');
    const cases: [string | Uint8Array, string][] = [
      [sound, 'encoding-sound'],
      [Buffer.from(sound), 'encoding-sound'],
      [sound.normalize('NFD'), 'encoding-sound'],
      ['Plain text without a sign, see www.example.com and a.b.', 'encoding-sound'],
      ['', 'encoding-sound'],
      [`${sound} · phần mềm · © 2026 · ® · kiến trúc`, 'encoding-sound'],
      ['Der Größte würde über Köln fahren, naïve façade', 'encoding-unknown'],
      [new TextDecoder('windows-1252').decode(utf8), 'encoding-damaged'],
    ];
    for (const [input, code] of cases)
      assert.equal(
        refusalOf(() => convertLegacy(input, 'auto')),
        code,
        String(input).slice(0, 30),
      );
    const { words } = assertRefusal(() => convertLegacy(sound, 'auto'));
    assert.ok(words.vi !== words.en && words.vi && words.en);
  });

  const assertRefusal = (act: () => unknown): Refusal => {
    try {
      act();
    } catch (error) {
      if (error instanceof Refusal) return error;
    }
    return assert.fail('not refused');
  };

  test('paragraphs of sound text among paragraphs of a legacy code: neither is damaged', () => {
    const chance = new Chance(72);
    for (let round = 0; round < 30; round += 1) {
      const code = chance.pick(['tcvn3', 'vni', 'viqr'] as const);
      const paragraphs = runningText(chance, 8, 14)
        .split('\n')
        .map((text) => text.replace(/[.?']/gu, ''));
      const written = paragraphs.map((text, index) => (index % 2 === 0 ? text : ENCODERS[code](text)));
      assert.equal(convertLegacy(written.join('\n'), code).text, paragraphs.join('\n'));
    }
  });

  test('within a line each word is judged; what reads both ways follows its neighbours and is marked', () => {
    const { text, from, marks } = convertLegacy('Cộng hòa xã hội là có. Céng hoµ x· héi cã ViÖt Nam', 'auto');
    assert.equal(from, 'tcvn3');
    assert.equal(text, 'Cộng hòa xã hội là có. Cộng hoà xã hội có Việt Nam');
    assert.ok(marks.every(({ reason }) => reason === 'mixedDoubt'));
    const words = marks.map(({ start, end }) => text.slice(start, end));
    assert.ok(words.includes('có.'), words.join());
    assert.ok(!words.includes('Việt'), words.join());
  });

  test('decomposed sound words become NFC, and marks still point at their words', () => {
    const { text, marks } = convertLegacy(`${'Tỉnh'.normalize('NFD')} CéNG HOµ`, 'tcvn3');
    assert.equal(text, 'Tỉnh CỘNG HOÀ');
    assert.deepEqual(
      marks.map(({ start, end }) => text.slice(start, end)),
      ['CỘNG', 'HOÀ'],
    );
  });

  test('every reason has words', () => {
    for (const { vi, en } of Object.values(MARK_WORDS)) assert.ok(vi && en);
  });
});
