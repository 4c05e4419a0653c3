/**
 * “Nơi nhận” of a document (NĐ 30/2020, annex I): a document comes to a portal because its issuer sent it there. Pure.
 */
import { parseTree } from '../body-html/index.ts';
import { blocksOf, structureOf } from '../provisions/index.ts';
import { foldVietnamese } from '../text/index.ts';

/** A portal as offices name it. */
export interface NamedPortal {
  isMain: boolean;
  /** Names of its body in both languages, its short name and its abbreviation; empty ones do not count. */
  names: readonly string[];
  /** Host names without "www.". */
  hosts: readonly string[];
  /** Of the locality: "Tỉnh Lào Cai", "Lào Cai Province". */
  localities: readonly string[];
}

/** The lines from "Nơi nhận" to the end of the signature: in two columns the one stands among the other. */
export function recipientsIn(bodyHtml: string): string[] {
  const { html, zones } = structureOf(bodyHtml);
  const closing = zones.filter(({ zone }) => zone === 'recipients' || zone === 'signature');
  if (!closing.some(({ zone }) => zone === 'recipients')) return [];
  return blocksOf(parseTree(html))
    .filter(({ top }) => closing.some(({ from, to }) => top >= from && top < to))
    .flatMap(({ text }) => text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const LONG_NOUN =
  '(?:cong|trang)[ -](?:thong tin dien tu(?: tong hop)?|giao tiep dien tu|tin dien tu|thong tin|dien tu|t ?t ?d ?t|g ?t ?d ?t|web)';
const SHORT_NOUN = 'ct ?tdt|web ?site|web[ -]?portal|e-?portal|portal';
const NOUN = new RegExp(`(?<![a-z0-9.@-])(?:(?<long>${LONG_NOUN})|(?:${SHORT_NOUN}))(?![a-z0-9])`, 'g');
/** Between the bodies a line names. */
const BETWEEN = /[;,.:()/\n&|+•]| va | - | – | and /;
/** Before the body a portal is of. */
const LEADING = /^(?:cua|cac|thuoc|of|the|for|on|official)\s+/;
/** Before the noun, without telling whose it is. */
const LEADING_WORK =
  /^(?:[-*+\s]|(?:dang|gui|luu|tren|len|noi nhan|recipients?|the|our|official|electronic|information|web|to)(?![a-z]))+/;
/** What is to be done there. */
const PURPOSE =
  /(?<![a-z])(?:de|dang(?! uy| bo)|dua tin|cong khai|cong bo|thuc hien|phoi hop|biet|theo doi|cap nhat|thong bao|for publication|to publish|for information)(?![a-z]).*$/;
/** The signature, printed in the second column of the same line. */
const SIGNED =
  /(?<![a-z])(?:tm|kt|tl|tuq|(?:pho )?chu tich|(?:pho )?giam doc|chanh van phong|da ky)(?![a-z]).*$/;
/** Words with which a body is named in front of the English noun. */
const BODY_WORD =
  /(?<![a-z])(?:departments?|ministry|committee|commune|ward|district|government|national|province|provincial|city|municipal|so|bo|chinh phu|quoc gia|huyen|xa|phuong|tinh|ubnd)(?![a-z])/;
const COMMITTEE = /^(?:uy ban nhan dan|ubnd|people'?s committee of)\s+/;
const KIND_OF_PLACE = /^(?:tinh|thanh pho|tp)\s+/;
const KIND_BEHIND = /\s+(?:province|city)$/;
/** Bodies speak of their own kind without the name: "Trang TTĐT Sở". */
const OWN_KINDS =
  'so|ban|xa|phuong|thi tran|dac khu|huyen|quan|thi xa|chi cuc|cuc|hoi|lien minh|van phong|truong|benh vien|trung tam'.split(
    '|',
  );

/** The lines that name the portal among recipients; empty when none does. */
export function linesNaming(portal: NamedPortal, recipients: readonly string[]): string[] {
  const known = namesOf(portal);
  return recipients.filter((line) => {
    const text = foldVietnamese(line).replace(/[’‘]/g, "'").replace(/\s+/g, ' ');
    return namesHost(text, portal.hosts) || namesInLine(text, known);
  });
}

function namesHost(text: string, hosts: readonly string[]): boolean {
  return hosts.some((host) => {
    const plain = host.toLowerCase().replace(/^www\./, '');
    const at = text.indexOf(plain);
    const before = text.slice(0, Math.max(0, at)).replace(/www\.$/, '');
    return (
      at >= 0 &&
      !/[a-z0-9.@-]$/.test(before) &&
      !/^(?:[a-z0-9-]|\.[a-z0-9])/.test(text.slice(at + plain.length))
    );
  });
}

function namesInLine(text: string, known: ReadonlySet<string>): boolean {
  return [...text.matchAll(NOUN)].some((match) => {
    const behind = text.slice(match.index + match[0].length).replace(/^\s+/, ' ');
    const of = bodyOf(behind.split(BETWEEN, 1)[0] ?? '');
    if (of !== '') return known.has(of) || startsWithKnown(of, known);
    const before = text.slice(0, match.index).split(BETWEEN).at(-1) ?? '';
    const owner = before
      .replace(LEADING_WORK, '')
      .replace(/'s?\s*$/, '')
      .trim();
    return match.groups?.long !== undefined || !BODY_WORD.test(owner) || known.has(bodyOf(owner));
  });
}

function bodyOf(text: string): string {
  let rest = text.replace(PURPOSE, '').replace(SIGNED, '').trim();
  while (LEADING.test(rest)) rest = rest.replace(LEADING, '');
  return rest;
}

/** "so tai chinh tinh lao cai": a known body, with the locality it belongs to. */
function startsWithKnown(of: string, known: ReadonlySet<string>): boolean {
  const ends = [...known].filter((name) => name.startsWith('@'));
  return ends.some((end) => of.endsWith(` ${end.slice(1)}`) && known.has(of.slice(0, -end.length).trim()));
}

/** Everything the body of the portal is called, folded; the names of the locality once more behind "@". */
function namesOf({ isMain, names, localities }: NamedPortal): Set<string> {
  const fold = (text: string) => foldVietnamese(text).replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
  const own = names.map(fold).filter((name) => name !== '');
  const places = localities.map(fold).filter((name) => name !== '');
  const bare = places.map((place) => place.replace(KIND_OF_PLACE, '').replace(KIND_BEHIND, ''));
  const known = new Set(own);
  for (const name of own) {
    const place = name.replace(COMMITTEE, '');
    for (const one of [place, `ubnd ${place}`, `uy ban nhan dan ${place}`]) known.add(one);
    for (const kind of isMain ? [] : OWN_KINDS) {
      if (!place.startsWith(`${kind} `)) continue;
      for (const one of [kind, `ubnd ${kind}`, `uy ban nhan dan ${kind}`]) known.add(one);
    }
  }
  for (const end of [...places, ...bare, 'tinh', 'thanh pho']) known.add(`@${end}`);
  for (const word of ['co quan', 'don vi']) known.add(word);
  if (!isMain) return known;
  for (const place of bare) {
    for (const kind of ['', 'tinh ', 'thanh pho ', 'tp '])
      for (const committee of ['', 'ubnd ', 'uy ban nhan dan ']) known.add(`${committee}${kind}${place}`);
    for (const kind of ['province', 'provincial', 'city']) known.add(`${place} ${kind}`);
  }
  const isCity = localities.some((one) => /^thành phố|city$/iu.test(one.normalize('NFC')));
  const kinds = isCity ? ['thanh pho', 'tp', 'city', 'municipal'] : ['tinh', 'province', 'provincial'];
  for (const kind of kinds)
    for (const one of [kind, `ubnd ${kind}`, `uy ban nhan dan ${kind}`]) known.add(one);
  return known;
}
