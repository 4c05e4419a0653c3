// All rhymes of written Vietnamese with the tones they bear, and running text made of them.
import type { Chance } from './chance.ts';

const ONSETS = ' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');

/** Nuclei and what may follow them; "-" for nothing. The place of the tone is the letter before the bar. */
const RHYMES = `
a|: - c ch i m n ng nh o p t u y
ă|: c m n ng p t
â|: c m n ng p t u y
e|: - c m n ng o p t
ê|: - ch m n nh p t u
i|: - ch m n nh p t u
i|a: -
iê|: c m n ng p t u
o|: - c i m n ng p t
oo|: c ng
oa|: - c ch i m n ng nh o p t y
oă|: c m n ng t
oe|: - n o t
ô|: - c i m n ng p t
ơ|: - i m n p t
u|: - c i m n ng p t
u|a: -
uâ|: n ng t y
uê|: - ch nh
uô|: c i m n ng t
uơ|: -
uy|: - ch nh n t u
uyê|: n t
uy|a: -
ư|: - c i m n ng t u
ư|a: -
ươ|: c i m n ng p t u
y|: -
yê|: m n t u
`;
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const STOPPED_TONES = ['\u0301', '\u0323'];

/** Every rhyme with every tone it can bear. */
export const TONED_RHYMES: readonly string[] = RHYMES.trim()
  .split('\n')
  .flatMap((row) => {
    const [nucleus = '', finals = ''] = row.split(': ');
    return finals.split(' ').flatMap((final) => {
      const end = final === '-' ? '' : final;
      const tones = /^(?:c|ch|p|t)$/u.test(end) ? STOPPED_TONES : TONES;
      return tones.map((tone) => (nucleus.replace('|', tone) + end).normalize('NFC'));
    });
  });

/** Lines of small words, some with a capital consonant at the beginning: what every code table can tell. */
export function runningText(chance: Chance, lines: number, wordsEach: number): string {
  return Array.from({ length: lines }, () =>
    Array.from({ length: wordsEach }, () => {
      const onset = chance.pick(ONSETS);
      const shown = onset !== '' && chance.happens(0.15) ? onset[0]?.toUpperCase() + onset.slice(1) : onset;
      const end = chance.happens(0.1) ? chance.pick([',', '.', ';', '?', ' (b)', ' 12%', ':', '"']) : '';
      return shown + chance.pick(TONED_RHYMES) + end;
    }).join(' '),
  ).join('\n');
}
