// Order of the Vietnamese alphabet; f, j, w, z stand where they stand in names and foreign words.
const alphabet = [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'];
// Order of the tones: level, huyền, hỏi, ngã, sắc, nặng.
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const primaryOf = new Map(alphabet.map((letter, i) => [letter, String.fromCharCode(0x41 + i)]));
// Below every primary weight, so that a shorter word comes first.
const levelBreak = '\u0001';

interface Weights {
  primary: string;
  secondary: string;
  tertiary: string;
}

function weightsOf(character: string): Weights {
  const lower = character.toLowerCase();
  const parts = lower.normalize('NFD');
  const tone = tones.findIndex((mark) => mark !== '' && parts.includes(mark));
  const letter = parts.replaceAll(tones[tone] || '\u0000', '').normalize('NFC');
  const tertiary = character === lower ? '0' : '1';
  const secondary = tone < 0 ? '0' : String(tone);
  const known = primaryOf.get(letter) ?? primaryOf.get(letter.normalize('NFD').charAt(0));
  if (known !== undefined) return { primary: known, secondary, tertiary };
  if (/\p{N}/u.test(letter)) return { primary: letter, secondary, tertiary };
  if (/\p{L}/u.test(letter)) return { primary: `~${letter}`, secondary, tertiary };
  return { primary: /\s/u.test(letter) ? ' ' : '!', secondary, tertiary };
}

/**
 * A key such that binary order of keys is the Vietnamese alphabetical order: letters first (a ă â b c d đ …), then
 * tones, then small before capital. Spaces come before signs, signs before digits, digits before letters. To be stored
 * in a column and sorted bytewise, so that the order does not hang on the ICU data of a machine.
 */
export function sortKey(text: string): string {
  const weights = [...text.normalize('NFC').trim()].map(weightsOf);
  return (['primary', 'secondary', 'tertiary'] as const)
    .map((level) => weights.map((weight) => weight[level]).join(''))
    .join(levelBreak);
}

/** Compares in Vietnamese alphabetical order; for `sort`. Equal only for texts that are equal in NFC. */
export function compareVietnamese(a: string, b: string): number {
  const [keyA, keyB] = [sortKey(a), sortKey(b)];
  if (keyA !== keyB) return keyA < keyB ? -1 : 1;
  const [nfcA, nfcB] = [a.normalize('NFC'), b.normalize('NFC')];
  return nfcA === nfcB ? 0 : nfcA < nfcB ? -1 : 1;
}

/** A new list ordered as Vietnamese lists of people are: by given name (the last word), then surname, then the rest. */
export function sortByGivenName<T>(people: readonly T[], nameOf: (person: T) => string): T[] {
  const keyed = people.map((person) => {
    const words = nameOf(person).normalize('NFC').trim().split(/\s+/u);
    const given = words.at(-1) ?? '';
    return { person, key: [given, ...words.slice(0, -1)] };
  });
  keyed.sort((a, b) => compareLists(a.key, b.key));
  return keyed.map(({ person }) => person);
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  for (const [i, word] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    const order = compareVietnamese(word, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
