/** Documents named in a paragraph: by number, as a law by its name, or "… này". */
import { readDate } from '../intake/index.ts';
import { normaliseDocumentNumber } from '../text/index.ts';
import {
  ATTACHED_KINDS,
  issuerAfter,
  isWholeDocument,
  kindInSentence,
  knownLawName,
  NUMBERED_KINDS,
  SELF_KINDS,
} from './lexicon.ts';
import type { DocumentCited, SelfCited } from './model.ts';

export interface DocumentPlace {
  start: number;
  end: number;
  of: SelfCited | DocumentCited;
  selfKind?: string;
}

const GROUP = String.raw`[\p{Lu}\d&]+(?:[a-z]{1,2}[\p{Lu}\d]*)?(?!\p{L})`;
/** Spaces around "/" and "-" and a missing hyphen occur; party documents put the hyphen first ("05-CT/TW"). */
const NUMBER = String.raw`(?:(?<![\d/])\d{1,6}[a-z]?\s*\/\s*(?:\d{4}\s*\/\s*)?(?=\p{Lu})${GROUP}(?:\s?[-–]\s?(?=\p{Lu})${GROUP})*|(?<![\d/])\d{1,4}-\p{Lu}{2,4}\/\p{Lu}{2,6}(?!\p{L}))`;
const DATE = String.raw`(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|(?:ngày\s+)?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?!\d)`;
const TAIL = new RegExp(
  String.raw`^\s*,?\s*(?:được\s+\p{L}+(?:\s+\p{L}+){0,5}\s+thông qua\s+|ký\s+|ban hành\s+)?(?:(${DATE})|năm\s+(\d{4})(?!\d)|((?:19|20)\d{2})(?![\d/.-]))`,
  'iu',
);
const NUMBERED = new RegExp(
  String.raw`(?<!\p{L})(?:(${NUMBERED_KINDS})\s+)?(?:([Ss]ố|SỐ)\s*:?\s*)?(${NUMBER})`,
  'gu',
);
const SELF = new RegExp(String.raw`(?<!\p{L})(${SELF_KINDS})\s+này(?!\p{L})`, 'gu');
const LAW = /(?<!\p{L})(Bộ [Ll]uật|Luật|[Pp]háp lệnh|Hiến pháp)\s+(?=\p{L})/gu;
const NAME_STOP = String.raw`(?=\s*[;.:()?!“”",]|$|\s+(?:và|được|quy định|đã|thì|có|là|phải|trong|theo|tại|về|hiện|khi|nếu|để|đối|do|còn|này|hoặc|nhằm|cho|với|trên|từ)(?!\p{L})|\s+\d)`;
const DATED = String.raw`(?=\s*,?\s+(?:số\s*:?\s*\d|ngày\s+\d|năm\s+\d{4}|(?:19|20)\d{2}(?!\d)|\d{1,2}\/\d))`;
/** A number without a kind and without "số" must end like one. */
const SURE_SYMBOL = /\/(?:\d{4}\/)?(?:QĐ|NĐ|NQ|TT|TTLT|CT|QH|KH|TB|PL|HD|BC|TTr|VBHN|CV|UBND)/u;
const WITHIN_LAW = /(?:Luật|Nghị định|Pháp lệnh|Điều \d|quy định)/u;
const ENCLOSED = new RegExp(String.raw`(?<!\p{L})(?:${ATTACHED_KINDS})(?!\s+này)(?!\p{L})`, 'gu');
const ISSUED_WITH = /\s*,?\s*(?:được\s+)?(?:ban hành\s+(?:kèm\s+)?theo|kèm\s+theo)\s+$/u;
const MAX_NAME_CHARS = 320;

/** Every document that the paragraph names, in order, without overlaps. */
export function documentsIn(text: string): DocumentPlace[] {
  const found = [...lawsIn(text), ...numberedIn(text), ...selvesIn(text)].sort(
    (one, other) => one.start - other.start || other.end - one.end,
  );
  const kept: DocumentPlace[] = [];
  for (const place of found)
    if (place.start >= (kept.at(-1)?.end ?? 0)) kept.push(withEnclosed(text, place, kept.at(-1)?.end ?? 0));
  return kept;
}

function numberedIn(text: string): DocumentPlace[] {
  const places: DocumentPlace[] = [];
  for (const match of text.matchAll(NUMBERED)) {
    const [whole, kind, word, printed = ''] = match;
    if (kind === undefined && word === undefined && !SURE_SYMBOL.test(printed.replace(/\s/gu, ''))) continue;
    const tail = tailOf(text, match.index + whole.length);
    places.push({
      start: match.index,
      end: tail.end,
      of: {
        number: normaliseDocumentNumber(printed),
        ...(kind && { type: kindInSentence(kind) }),
        ...tail.of,
      },
    });
  }
  return places;
}

/** Date or year and issuer after a number or a name. */
function tailOf(text: string, from: number): { end: number; of: DocumentCited } {
  const rest = text.slice(from, from + 200);
  const [printed = '', date, year, bare] = TAIL.exec(rest) ?? [];
  const issuedOn = date ? readDate(date)?.on : undefined;
  const isDated = issuedOn !== undefined || year !== undefined || bare !== undefined;
  const length = isDated ? printed.length : 0;
  const issuer = issuerAfter(rest.slice(length));
  const inYear = Number(year ?? bare ?? issuedOn?.slice(0, 4));
  return {
    end: from + length,
    of: {
      ...(issuer && { issuer }),
      ...(issuedOn && { issuedOn }),
      ...(isDated && { year: inYear }),
    },
  };
}

function lawsIn(text: string): DocumentPlace[] {
  const places: DocumentPlace[] = [];
  for (const match of text.matchAll(LAW)) {
    const at = match.index + match[0].length;
    const kind = kindInSentence(match[1] ?? '');
    const name = lawName(text.slice(at, at + MAX_NAME_CHARS), kind);
    if (name === undefined) continue;
    const named = at + name.length;
    const number = new RegExp(String.raw`^\s*,?\s*(?:số\s*:?\s*)(${NUMBER})`, 'u').exec(
      text.slice(named, named + 60),
    );
    const tail = tailOf(text, named + (number?.[0].length ?? 0));
    places.push({
      start: match.index,
      end: tail.end,
      of: {
        ...(number?.[1] && { number: normaliseDocumentNumber(number[1]) }),
        type: kind,
        ...(name !== '' && { name }),
        ...tail.of,
      },
    });
  }
  return places;
}

/** The name after "Luật": a known one, one that a date or number ends, or words up to where a sentence goes on. */
function lawName(rest: string, kind: string): string | undefined {
  if (kind === 'Hiến pháp') return /^nước [^;.,()]{0,60}?Việt Nam/u.exec(rest)?.[0] ?? '';
  if (/^(?:này|số\s)/u.test(rest)) return undefined;
  const amending = new RegExp(`^[Ss]ửa đổi[^;.]{0,220}?${DATED}`, 'u').exec(rest)?.[0];
  if (amending) return amending;
  const known = knownLawName(rest);
  if (known) return known;
  if (!/^\p{Lu}/u.test(rest)) return undefined;
  const dated = new RegExp(`^[^;.:()?!“”]{2,120}?${DATED}`, 'u').exec(rest)?.[0];
  if (dated && !WITHIN_LAW.test(dated)) return dated;
  return new RegExp(`^\\p{Lu}[^;.:()?!“”",]{1,80}?${NAME_STOP}`, 'u').exec(rest)?.[0];
}

function selvesIn(text: string): DocumentPlace[] {
  return [...text.matchAll(SELF)].map(({ index, 0: printed, 1: kind = '' }) => {
    const selfKind = kindInSentence(kind);
    const self = isWholeDocument(selfKind) ? 'document' : 'attachment';
    return { start: index, end: index + printed.length, of: { self }, selfKind };
  });
}

/** "Quy chế … ban hành kèm theo Quyết định số …": the name belongs to the citation. */
function withEnclosed(text: string, place: DocumentPlace, after: number): DocumentPlace {
  const from = Math.max(after, place.start - MAX_NAME_CHARS);
  const before = text.slice(from, place.start);
  const joint = ISSUED_WITH.exec(before);
  if (!joint || 'self' in place.of) return place;
  const sentence =
    Math.max(...[';', '. ', ': '].map((sign) => before.lastIndexOf(sign, joint.index - 1))) + 1;
  const named = [...before.slice(sentence, joint.index).matchAll(ENCLOSED)].find(
    ({ 0: kind }) => kind !== 'Phụ lục',
  );
  if (!named) return place;
  const start = sentence + named.index;
  const name = before.slice(start, joint.index).trim();
  return { ...place, start: from + start, of: { ...place.of, name } };
}
