import type { Mark } from './kinds.ts';

// A proper name shows by its capitals alone, so the patterns tell small letters from capitals, and every word of ours
// is spelled small, with a capital, and in capitals.
const spelled = (phrases: string) =>
  phrases
    .split(', ')
    .flatMap((phrase) => [
      phrase.replace(/(?<![a-z])[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`),
      phrase.toUpperCase(),
    ])
    .join('|');

const WORD = `[A-Z][A-Za-z]*(?:'[A-Za-z]+)*`;
const PROPER = String.raw`${WORD}(?: (?:${WORD}|\d{1,3}(?!\d)))*`;
// The same written without capitals: only where a comma or the end closes it.
const SMALL_WORDS = String.raw`[a-z]+(?: [a-z]+){0,2}(?= ?[,.;\n]|$)`;
const NUMBER = String.raw`\d{1,4}[A-Za-z]?(?:[/-]\d{1,4}[A-Za-z]?)*(?![\d\p{L}])`;
const PARTED = String.raw`\d{1,4}[A-Za-z]?(?:[/-]\d{1,4}[A-Za-z]?)+(?![\d\p{L}])`;

const ROAD = `(?:${spelled('duong, pho, dai lo, ngo, ngach, hem, kiet')})`;
const HAMLET = `(?:${spelled(
  'to dan pho, tdp, to, khu pho, khu dan cu, khu, cum, thon, ap, ban, xom, buon, bon, plei, soc, lang, phum, doi, ' +
    'toa nha, toa, chung cu, can ho, phong, tang, lo, block',
)})`;
const REGION = String.raw`(?:${spelled(
  'xa, phuong, thi tran, thi xa, dac khu, huyen, quan, thanh pho, tp, tinh',
)}|[XxPpHhQqTt]{1,2}(?=\.))\.?`;
const SO = `(?:${spelled('so')})`;

const HOUSE = [
  `(?:${spelled('so nha, nha so')})[ :]{1,2}${NUMBER}`,
  String.raw`(?:${spelled('sn')})[ :]{1,2}(?!(?:19|20)\d\d)${NUMBER}`,
  `${SO} ${NUMBER},? ${ROAD} (?:${PROPER}|${NUMBER})`,
  `${PARTED},? ${ROAD} (?:${PROPER}|${NUMBER})`,
].join('|');
const PLACE = `(?:${ROAD}|${HAMLET}) (?:${SO} )?(?:${NUMBER}|${PROPER})`;
const WIDER = String.raw`${REGION} ?(?:${PROPER}|\d{1,2}(?!\d))`;
const SMALL_NEXT = `, ?(?:${ROAD}|${HAMLET}|${REGION}) ${SMALL_WORDS}`;
const NEXT = `(?:(?: ?[,;-] ?| )(?:${PLACE}|${WIDER}|${HOUSE})|${SMALL_NEXT}|, ?${PROPER})`;
const SMALL_CHAIN = `(?:${ROAD}|${HAMLET}) ${SMALL_WORDS}(?:${SMALL_NEXT})`;

const house = new RegExp(String.raw`(?<![\p{L}\d/])(?<value>(?:${HOUSE})${NEXT}*)`, 'dgu');
const precise = new RegExp(`(?:${HOUSE}|${PLACE}|${SMALL_CHAIN})${NEXT}*`, 'uy');
const any = new RegExp(
  `(?:${HOUSE}|${PLACE}|${SMALL_CHAIN}|${WIDER}|${REGION} ${SMALL_WORDS}|${NUMBER},? ${PROPER})${NEXT}*`,
  'uy',
);

// "Thường trú tại …", "địa chỉ: …", "gia đình tôi ở …".
const dwelling =
  /(?<!\p{L})(?:(?:noi )?(?:dang ky )?(?:thuong tru|tam tru|cu tru)|tru quan|tru tai|tru(?= (?:o|thon|ban|xom|ap|buon|to|khu|so|duong|pho|xa|phuong) )|ngu tai|noi o|cho o|ho khau|hktt|que quan|dia chi|d\/c|address)(?: (?:nha|lien he|thuong tru|noi o|hien nay|hien tai|cua toi|is))*(?: tai| o| la| so)?(?<colon> ?: ?| )(?:tai |o )?/dgiu;
const living =
  /(?<!\p{L})(?:toi|em|con|chau|minh|gia dinh|nha|chung toi|ho)(?: (?:toi|em|hien|dang|nay|thuong|deu|cung|von|ong|ba|nha)){0,4} (?:tru|o|song|sinh song|cu tru|ngu|thuong tru|tam tru)(?: tai| o)? /giu;
const afterName = / ?[,;(-]? ?(?:hien )?(?:(?:o|tai|tru tai|ngu tai|dia chi:?) )?/uy;
// The seat of a body is public.
const seat =
  /(?:tru so|van phong|so [a-z]+ va [a-z]+|ubnd|uy ban nhan dan|cong ty|nha van hoa|truong)[^.;\n[\]]{0,60}$/i;

/**
 * Addresses of dwellings: with a house number, or where the text says that somebody lives there. A village or a ward by
 * itself is no address.
 */
export function findAddresses(plain: string, names: readonly Mark[]): Mark[] {
  const marks: Mark[] = [];
  const add = (from: number, to: number | undefined, surety: Mark['surety']) => {
    if (to !== undefined && !seat.test(plain.slice(Math.max(0, from - 80), from))) {
      marks.push({ kind: 'address', from, to, surety });
    }
  };
  for (const { indices } of plain.matchAll(house)) {
    const [from, to] = indices?.groups?.value ?? [0, 0];
    add(from, to, 1);
  }
  for (const match of plain.matchAll(dwelling)) {
    const from = match.index + match[0].length;
    add(from, endOf(match.groups?.colon?.includes(':') ? any : precise, plain, from), 2);
  }
  for (const match of plain.matchAll(living)) {
    const from = match.index + match[0].length;
    add(from, endOf(precise, plain, from), 2);
  }
  for (const name of names) {
    const from = endOf(afterName, plain, name.to);
    if (from !== undefined && from > name.to) add(from, endOf(precise, plain, from), 2);
  }
  return marks;
}

function endOf(sticky: RegExp, plain: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(plain) ? sticky.lastIndex : undefined;
}
