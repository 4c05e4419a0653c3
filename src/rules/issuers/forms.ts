import { tokensOf } from '../query/index.ts';

// Short forms that mean one thing in the name of a body, and several elsewhere.
const IN_NAMES: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\p{N}])tp(?![\p{L}\p{N}])\.?/giu, ' thành phố '],
  [/(?<![\p{L}\p{N}])tx(?![\p{L}\p{N}])\.?/giu, ' thị xã '],
];

/** "Kế hoạch và Đầu tư", "Kế hoạch & Đầu tư", "Kế hoạch - Đầu tư": what joins is written in all ways. */
const JOINING = 'va';

const wordsOf = (name: string) =>
  tokensOf(IN_NAMES.reduce((text, [short, long]) => text.replace(short, long), name.normalize('NFC'))).filter(
    ({ fold }) => fold !== JOINING,
  );

/**
 * What is the same in every way of writing the name of a body: small letters, one place for the tone, no signs and no
 * “và”, abbreviations of administration written out. Empty for what has no word.
 */
export function issuerKey(name: string): string {
  return wordsOf(name)
    .map(({ form }) => form)
    .join(' ');
}

/** The same without marks, as an index of words keeps it. */
export function issuerFold(name: string): string {
  return wordsOf(name)
    .map(({ fold }) => fold)
    .join(' ');
}

/** The fullest of several ways of writing one name: not in capitals alone, the longest. */
export function fullestForm(forms: readonly string[]): string {
  const isLoud = (form: string) => form === form.toUpperCase();
  return (
    [...forms].sort(
      (a, b) => Number(isLoud(a)) - Number(isLoud(b)) || b.length - a.length || (a < b ? -1 : 1),
    )[0] ?? ''
  );
}
