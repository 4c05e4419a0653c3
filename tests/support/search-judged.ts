// Queries whose answer is known, made from the invented province: what is asked, and the item that must be found.
import { foldVietnamese } from '../../src/rules/text/index.ts';
import { Chance } from './chance.ts';
import { type CorpusItem, corpusItem } from './search-corpus.ts';

export type Manner =
  | 'full'
  | 'stripped'
  | 'oldTones'
  | 'decomposed'
  | 'capitals'
  | 'iForY'
  | 'misspelt'
  | 'abbreviated'
  | 'number';

export interface Judged {
  manner: Manner;
  query: string;
  itemId: number;
}

const OLD_TONES: readonly [string, string][] = [
  ['oá', 'óa'],
  ['oà', 'òa'],
  ['oả', 'ỏa'],
  ['oạ', 'ọa'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỵ', 'ụy'],
];
const SHORT: readonly [RegExp, string][] = [
  [/thủ tục hành chính/i, 'TTHC'],
  [/phòng cháy chữa cháy/i, 'PCCC'],
  [/nông thôn mới/i, 'NTM'],
  [/quyết định/i, 'QĐ'],
];

const oldTones = (text: string) => OLD_TONES.reduce((left, [now, old]) => left.replaceAll(now, old), text);
const iForY = (text: string) => text.replace(/(?<=[hklmst])[yý](?=\s|$)/g, (y) => (y === 'y' ? 'i' : 'í'));

/** What somebody who looks for this item would type: the deed, the thing and the place. */
function wordsOf({ thing, place }: CorpusItem): string {
  return `${thing} ${place}`;
}

/** One letter of one word wrong, without marks: left out, doubled, or changed about with its neighbour. */
function misspell(text: string, chance: Chance): string {
  const words = foldVietnamese(text).split(' ');
  const long = words.flatMap((word, at) => (word.length >= 3 ? [at] : []));
  const at = chance.pick(long);
  const word = words[at] ?? '';
  const place = chance.whole(1, word.length - 2);
  const wrong = chance.pick([
    word.slice(0, place) + word.slice(place + 1),
    word.slice(0, place) + word.charAt(place) + word.slice(place),
    word.slice(0, place) + word.charAt(place + 1) + word.charAt(place) + word.slice(place + 2),
  ]);
  words[at] = wrong;
  return words.join(' ');
}

function writtenNumbers(number: string, chance: Chance): string[] {
  const [n = '', year = ''] = number.split('/');
  const plain = String(Number(n));
  return [
    number,
    chance.pick([`${n}/${year}/qđ ubnd`, `${plain}/${year}/qd-ubnd`, `${n} / ${year} / QĐ – UBND`]),
    chance.pick([`quyết định ${n} năm ${year}`, `quyet dinh so ${plain} nam ${year}`, `QĐ ${plain}/${year}`]),
  ];
}

/** At least 200 queries, the same for the same corpus. */
export function judgedQueries(items: number): Judged[] {
  const chance = new Chance(2026);
  const judged: Judged[] = [];
  for (let i = 0; i < 40; i += 1) {
    const item = corpusItem(chance.whole(1, items), items);
    const full = wordsOf(item);
    const add = (manner: Manner, query: string) => judged.push({ manner, query, itemId: item.index });
    add('full', full);
    add('stripped', foldVietnamese(full));
    add('decomposed', full.normalize('NFD'));
    add('capitals', full.toUpperCase());
    add('misspelt', misspell(full, chance));
    if (oldTones(full) !== full) add('oldTones', oldTones(full));
    if (iForY(full) !== full) add('iForY', iForY(full));
  }
  const reasons = SHORT.map(([pattern]) => pattern);
  for (
    let index = 1;
    index <= items && judged.filter(({ manner }) => manner === 'abbreviated').length < 20;
    index += 1
  ) {
    const item = corpusItem(index, items);
    const at = reasons.findIndex((pattern) => pattern.test(item.title));
    const [pattern, short] = SHORT[at] ?? [];
    if (pattern && short)
      judged.push({ manner: 'abbreviated', query: item.title.replace(pattern, short), itemId: item.index });
  }
  const documents = Math.floor(items / 10);
  for (let i = 0; i < 15; i += 1) {
    const item = corpusItem(10 * chance.whole(1, documents), items);
    for (const query of writtenNumbers(item.facts.number ?? '', chance))
      judged.push({ manner: 'number', query, itemId: item.index });
  }
  return judged;
}
