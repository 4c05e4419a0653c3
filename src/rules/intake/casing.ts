/**
 * A title in capitals proposed in sentence case. The text itself knows how its names are written: Điều 1 of a
 * decision repeats the abstract. So the capitals come from the longest matching stretches of the text, and only
 * where it is silent from names of places and usual abbreviations.
 */
import { isCapitals } from './source.ts';

type Word = { key: string; printed: string; startsSentence: boolean };

const ABBREVIATIONS = new Set(
  'UBND HĐND TTHC CNTT MTTQ QPPL VBQPPL BCĐ TTĐT ATTP PCCC GPMB KT-XH ANTT NTM OCOP ISO HIV AIDS COVID-19'.split(
    ' ',
  ),
);
/** Provinces and centrally governed cities, before and after 01/07/2025. */
const PROVINCES = (
  'An Giang|Bà Rịa - Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|Bình Phước|Bình Thuận|Cà Mau|' +
  'Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|' +
  'Hải Phòng|Hậu Giang|Hòa Bình|Hồ Chí Minh|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|' +
  'Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|' +
  'Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Huế|Thừa Thiên Huế|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|' +
  'Vĩnh Phúc|Yên Bái|Việt Nam'
).split('|');
/** Names whose case is settled (NĐ 30/2020, annex II), however a text prints them. */
const BODIES = (
  'Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Chính phủ|Quốc hội|Ủy ban Thường vụ Quốc hội|Bộ Công an|Bộ Công Thương|' +
  'Bộ Giáo dục và Đào tạo|Bộ Khoa học và Công nghệ|Bộ Ngoại giao|Bộ Nội vụ|Bộ Nông nghiệp và Môi trường|Bộ Quốc phòng|' +
  'Bộ Tài chính|Bộ Thông tin và Truyền thông|Bộ Tư pháp|Bộ Văn hóa, Thể thao và Du lịch|Bộ Xây dựng|Bộ Y tế'
).split('|');
const UNIT_BEFORE_NAME = new Set([
  'tỉnh',
  'phố',
  'huyện',
  'quận',
  'xã',
  'phường',
  'trấn',
  'khu',
  'thôn',
  'bản',
]);

/** The title with the first letter capital; one not in capitals keeps every other letter as printed. */
export function suggestSentenceCase(
  title: string,
  text: readonly string[],
  names: readonly string[] = [],
): string {
  const plain = title.replace(/\s+/gu, ' ').trim();
  if (!isCapitals(plain)) return capitalised(plain);
  const words = plain.split(' ');
  const keys = words.map(keyOf);
  const corpus = firstChars(text, MAX_CORPUS_CHARS)
    .filter((line) => !isCapitals(line))
    .flatMap(wordsOf);
  const index = new Map<string, number[]>();
  corpus.forEach(({ key }, position) => {
    const at = index.get(key);
    if (at) at.push(position);
    else index.set(key, [position]);
  });
  const out = words.map(lowered);
  fillStretches(0, words.length, { words, keys, corpus, index }, out);
  return capitalised(placeNames(out, keys, [...PROVINCES, ...BODIES, ...names]).join(' '));
}

/** The names of a title stand in the first articles; a longer text adds time, not knowledge. */
const MAX_CORPUS_CHARS = 100_000;
const LONGEST_WORD = 60;

function firstChars(lines: readonly string[], max: number): string[] {
  let left = max;
  return lines.filter((line) => {
    left -= line.length;
    return left >= 0;
  });
}

function keyOf(word: string): string {
  if (word.length > LONGEST_WORD) return '';
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

function wordsOf(line: string): Word[] {
  let startsSentence = true;
  return line.split(/\s+/u).map((printed) => {
    const word = { key: keyOf(printed), printed, startsSentence: startsSentence || /^[“"(]/u.test(printed) };
    startsSentence = /[.:;]$/u.test(printed) || /^[-+•]$/u.test(printed);
    return word;
  });
}

const MAX_LOOKED_AT = 400;

type Search = { words: string[]; keys: string[]; corpus: Word[]; index: ReadonlyMap<string, number[]> };
type Stretch = { from: number; length: number; at: number; proves: boolean };

/** Takes the longest stretch that the text also has, then does the same left and right of it. */
function fillStretches(from: number, to: number, search: Search, out: string[]): void {
  let best: Stretch = { from, length: 0, at: 0, proves: false };
  for (let start = from; start < to; start += 1) {
    const found = longestStretch(start, to, search);
    if (found.length > best.length || (found.length === best.length && found.proves && !best.proves))
      best = found;
  }
  if (best.length === 0) return;
  for (let offset = 0; offset < best.length; offset += 1) {
    const printed = search.corpus[best.at + offset]?.printed ?? '';
    // A first word at the start of a sentence is capital for that reason only.
    const model = offset === 0 && !best.proves && !isCapitals(printed) ? printed.toLowerCase() : printed;
    out[best.from + offset] = recased(search.words[best.from + offset] ?? '', model);
  }
  fillStretches(from, best.from, search, out);
  fillStretches(best.from + best.length, to, search, out);
}

function longestStretch(from: number, to: number, { keys, corpus, index }: Search): Stretch {
  let best: Stretch = { from, length: 0, at: 0, proves: false };
  for (const at of (index.get(keys[from] ?? '') ?? []).slice(0, MAX_LOOKED_AT)) {
    let length = 0;
    while (
      from + length < to &&
      keys[from + length] !== '' &&
      corpus[at + length]?.key === keys[from + length]
    )
      length += 1;
    const proves = corpus[at]?.startsSentence === false;
    if (length > best.length || (length === best.length && proves && !best.proves))
      best = { from, length, at, proves };
  }
  return best;
}

/** Puts the letters of the title into the case of the text; signs stay those of the title. */
function recased(word: string, printed: string): string {
  const letters = [...printed.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')];
  let position = 0;
  return [...word]
    .map((char) => {
      if (!/[\p{L}\p{N}]/u.test(char) && position === 0) return char;
      const model = letters[position];
      position += 1;
      return model !== undefined && model.toLowerCase() === char.toLowerCase() ? model : char.toLowerCase();
    })
    .join('');
}

function lowered(word: string): string {
  const bare = word.replace(/[^\p{L}\p{N}-]/gu, '');
  const isRoman = /^(?=.{2,})[IVXLC]+$/u.test(bare) && !['VI', 'LI', 'XI'].includes(bare);
  return ABBREVIATIONS.has(bare) || isRoman || /\//u.test(word) ? word : word.toLowerCase();
}

/** Names of places after "tỉnh", "thành phố", "xã" … (any name) and of provinces anywhere. */
function placeNames(words: readonly string[], keys: readonly string[], names: readonly string[]): string[] {
  const out = [...words];
  for (const name of names) {
    const parts = name.split(' ').map((part) => ({ part, key: keyOf(part) }));
    for (let at = 0; at + parts.length <= keys.length; at += 1) {
      const fits = parts.every(({ key }, offset) => keys[at + offset] === key);
      // One syllable (Huế) is a place only after a word for a unit.
      if (!fits || (parts.length === 1 && !UNIT_BEFORE_NAME.has(keys[at - 1] ?? ''))) continue;
      parts.forEach(({ part }, offset) => {
        out[at + offset] = recased(out[at + offset] ?? '', part);
      });
    }
  }
  return out;
}

function capitalised(text: string): string {
  return text.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}
