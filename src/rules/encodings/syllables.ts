/**
 * Whether a word can be Vietnamese: beginning, rhyme and tone of the written syllable. Only a sign by which a
 * code table shows itself; names and borrowed words fail it, so nothing is refused because of it alone.
 */

const ONSETS = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');

const RHYMES = new Set(
  [
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
    'e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu',
    'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu',
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong',
    'ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt',
    'u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut',
    'uy uya uych uyên uyêt uyn uynh uyp uyt uyu',
    'ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu',
    'y yêm yên yêng yêt yêu ym yn ynh yt',
  ].flatMap((row) => row.split(' ')),
);

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
/** Syllables that end in a stop bear only the tones sắc and nặng. */
const STOPPED = /(?:c|ch|p|t)$/u;

/** Whether a word (any case, NFC) is written as a Vietnamese syllable is. */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  const tones = parts.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const plain = parts.replace(TONES, '').normalize('NFC');
  if (STOPPED.test(plain) && tones.length === 1 && !/[\u0301\u0323]/u.test(tones[0])) return false;
  return (
    RHYMES.has(plain) ||
    ONSETS.some((onset) => plain.startsWith(onset) && RHYMES.has(plain.slice(onset.length)))
  );
}

const plainOf = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
const FOLDED_RHYMES = new Set([...RHYMES].map(plainOf));
const FOLDED_ONSETS = [...new Set(ONSETS.map(plainOf))];

/** Whether an ASCII word can be a Vietnamese syllable whose marks were left out: "duoc", "nguoi", "ban". */
export function couldBeFolded(word: string): boolean {
  return fits(word.toLowerCase(), FOLDED_RHYMES, FOLDED_ONSETS);
}

/** Whether an ASCII word is a syllable as it stands: "ban", "theo"; never "duoc", and never one that ends in a stop. */
export function isUnmarkedWord(word: string): boolean {
  const small = word.toLowerCase();
  return !STOPPED.test(small) && fits(small, RHYMES, ONSETS);
}

function fits(word: string, rhymes: ReadonlySet<string>, onsets: readonly string[]): boolean {
  return (
    rhymes.has(word) || onsets.some((onset) => word.startsWith(onset) && rhymes.has(word.slice(onset.length)))
  );
}

const LETTERS = /[\p{L}\p{M}]+/gu;
const BEYOND_ASCII = /[^\p{ASCII}]/u;
/** "QĐ", "HĐND" */
const ABBREVIATION = /^[A-ZĐ]+$/u;
/** Signs that touch a letter only where a code table gave them another meaning. */
const STRAY_SIGN = /[ªµ·¸¹º]|\p{L}[^\p{L}\p{M}\p{P}\p{N}\s]|\p{L}[«»¶]\p{L}|[¡-¦§¨©¬\u00AD®¶¼½¾×÷]\p{L}/u;

/** Whether every word of the piece that has letters beyond ASCII is a Vietnamese syllable or abbreviation. */
export function isVietnamese(piece: string): boolean {
  if (STRAY_SIGN.test(piece)) return false;
  return (piece.match(LETTERS) ?? [])
    .filter((word) => BEYOND_ASCII.test(word))
    .every((word) => ABBREVIATION.test(word) || isSyllable(word));
}
