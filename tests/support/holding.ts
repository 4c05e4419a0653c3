// A holding of an invented office as another program would give it away: one JSON object a line.
import { addDays } from '../../src/rules/calendar/index.ts';
import { Chance } from './chance.ts';
import { corpusItem } from './search-corpus.ts';

/** Documents the texts are taken from; enough that no two of a holding are alike. */
const CORPUS = 1_000_000;
const EVERY_TENTH = 10;
const FIRST_DAY = '2009-01-05';
const DAYS = 5_500;
const IN_FORCE_AFTER = 10;
/** Articles of a text come from so many documents of the corpus. */
const SOURCES = [1, 2, 2, 3] as const;

/** One line of a holding, of three to five kilobytes: a decision with its bases and articles. The same for the same index. */
export function holdingLine(index: number): string {
  const chance = new Chance(index * 6_151 + 5);
  const sources = Array.from({ length: chance.pick(SOURCES) }, (_, i) =>
    corpusItem(EVERY_TENTH * (index * SOURCES.length + i + 1), CORPUS),
  );
  const issuedOn = addDays(FIRST_DAY, chance.whole(0, DAYS));
  const year = issuedOn.slice(0, 4);
  const [first] = sources;
  const articles = sources
    .flatMap(({ bodyHtml }) => bodyHtml.split(/<h3>Điều \d+\. /u).slice(1))
    .map((one, i) => `Điều ${i + 1}. ${one.replaceAll(/<\/(?:h3|p)>/gu, '\n').replaceAll(/<[^>]+>/gu, '')}`);
  const bases = [
    'Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19 tháng 6 năm 2015;',
    `Căn cứ Nghị định số ${chance.whole(1, 150)}/${Number(year) - 1}/NĐ-CP của Chính phủ;`,
    `Theo đề nghị của Giám đốc ${first?.office} tại Tờ trình số ${chance.whole(1, 400)}/TTr-S ngày 02/01/${year},`,
  ];
  const ends = chance.happens(1 / EVERY_TENTH) ? { expiresOn: addDays(issuedOn, DAYS) } : {};
  return JSON.stringify({
    ...{ id: `kho-${index}`, number: `${index}/${year}/QĐ-UBND`, title: `${first?.title} (số ${index})` },
    ...{ type: 'Quyết định', issuer: first?.facts.issuer, issuedOn, ...ends },
    effectiveOn: addDays(issuedOn, IN_FORCE_AFTER),
    text: [
      ...bases,
      ...articles,
      'Quyết định này thay thế các quy định trước đây trái với quyết định này.',
    ].join('\n'),
  });
}
