/**
 * Texts in which sound Unicode and a legacy code stand side by side (a new heading pasted over an old document).
 * Word by word: what can only be the one or the other is evidence; what can be both follows the nearest evidence.
 */
import { type ConvertibleCode, type GlyphReader, readerOf } from './glyphs.ts';
import { isVietnamese } from './syllables.ts';

/** Letters only a Unicode text has. */
const UNICODE_ONLY = /[ăđơưĂĐƠƯĨĩŨũ\u1EA0-\u1EF9]|[\u0300-\u036F]/u;
/** A sign that stands alone (· ® ©) is evidence of nothing. */
const ASCII_LETTER = /[A-Za-z]/u;
const BEYOND_ASCII = /[^\p{ASCII}]/u;
/** No-break space is a letter of VISCII, so only these end a word. */
const PIECE = /[^ \t\n\r\f\v]+/gu;
/** VIQR shows itself by a sign inside a word or by one that no sentence ends with. */
const VIQR_SIGN = /[aeo]\^|a\(\p{L}|[ou]\+|[aeiouy]`|dd|[aeiouy]['?~.]\p{L}/iu;

/** `either`: a word both as it stands and as read in the code; `odd`: neither; `neutral`: the same in both. */
export type Kind = 'sound' | 'legacy' | 'either' | 'odd' | 'neutral';

/** "CéNG": TCVN3 has the capital not. */
const SMALL_AMONG_CAPITALS = /\p{Lu}\p{Ll}+\p{Lu}/u;

export interface Piece {
  from: number;
  to: number;
  kind: Kind;
}

/** A part of the source that is read in the code, or left as it is. */
export interface Stretch {
  from: number;
  to: number;
  convert: boolean;
  /** Nothing in the line told which, or its neighbours told different things. */
  doubtful?: boolean;
}

/** Whether a text holds anything that no text wholly in a legacy code can hold. */
export function hasUnicodeLetters(source: string): boolean {
  return UNICODE_ONLY.test(source) || source.normalize('NFC') !== source;
}

/** The pieces between spaces, each by what it can be. */
export function sortPieces(source: string, code: ConvertibleCode): Piece[] {
  return [...source.matchAll(PIECE)].map(({ 0: text, index }) => ({
    from: index,
    to: index + text.length,
    kind: knownKindOf(text, code),
  }));
}

/** Running text is made of the same few thousand words; what each can be is found once. */
const KINDS = new Map<string, Kind>();
const MOST_KINDS = 20_000;
const LONGEST_WORD = 24;

function knownKindOf(text: string, code: ConvertibleCode): Kind {
  if (text.length > LONGEST_WORD) return kindOf(text, readerOf(code));
  const key = `${code} ${text}`;
  const known = KINDS.get(key);
  if (known !== undefined) return known;
  const kind = kindOf(text, readerOf(code));
  if (KINDS.size >= MOST_KINDS) KINDS.clear();
  KINDS.set(key, kind);
  return kind;
}

function kindOf(text: string, read: GlyphReader): Kind {
  if (hasUnicodeLetters(text)) return 'sound';
  const converted = join(read, text);
  if (converted === text) return 'neutral';
  const could = isVietnamese(converted);
  // VIQR is written in ASCII, which by itself is sound.
  const isSound = BEYOND_ASCII.test(text)
    ? isVietnamese(text) && !SMALL_AMONG_CAPITALS.test(text)
    : !VIQR_SIGN.test(text);
  if (could && !ASCII_LETTER.test(text)) return 'either';
  if (could === isSound) return could ? 'either' : 'odd';
  return could ? 'legacy' : 'sound';
}

function join(read: GlyphReader, text: string): string {
  return read(text, 0, text.length)
    .map((glyph) => glyph.text)
    .join('');
}

/** Which parts of a mixed source are to be read in the code. They cover it from end to end. */
export function stretchesOf(source: string, code: ConvertibleCode): Stretch[] {
  const pieces = sortPieces(source, code);
  const lines = lineNumbers(source, pieces);
  const before = nearest(pieces, lines, 1);
  const after = nearest(pieces, lines, -1);
  const stretches: Stretch[] = [];
  let at = 0;
  pieces.forEach((piece, index) => {
    if (piece.kind === 'sound' || piece.kind === 'neutral') return;
    if (piece.kind === 'odd' && code === 'viqr') return; // an address, not a word
    const decided = piece.kind === 'legacy' ? { convert: true } : decide(before[index], after[index]);
    if (piece.from > at) stretches.push({ from: at, to: piece.from, convert: false });
    stretches.push({ from: piece.from, to: piece.to, ...decided });
    at = piece.to;
  });
  if (at < source.length) stretches.push({ from: at, to: source.length, convert: false });
  return stretches;
}

type Evidence = { kind: 'sound' | 'legacy'; distance: number; sameLine: boolean };

/** A tie goes to the sound side: what is right already must not be damaged. */
function decide(
  before: Evidence | undefined,
  after: Evidence | undefined,
): { convert: boolean; doubtful?: boolean } {
  const near = [before, after].filter((one) => one?.sameLine);
  const told = (near.length > 0 ? near : [before, after]).filter((one) => one !== undefined);
  const [first, second] = told.sort(
    (one, other) => one.distance - other.distance || (one.kind === 'sound' ? -1 : 1),
  );
  if (first === undefined) return { convert: false, doubtful: true };
  const agree = second === undefined || second.kind === first.kind;
  return { convert: first.kind === 'legacy', ...(!(agree && first.sameLine) && { doubtful: true }) };
}

/** For each piece the nearest evidence before it (`step` 1) or after it (`step` -1), in pieces. */
function nearest(pieces: readonly Piece[], lines: readonly number[], step: 1 | -1): (Evidence | undefined)[] {
  const found: (Evidence | undefined)[] = new Array(pieces.length).fill(undefined);
  let last: { kind: 'sound' | 'legacy'; index: number } | undefined;
  for (let count = 0; count < pieces.length; count += 1) {
    const index = step === 1 ? count : pieces.length - 1 - count;
    if (last)
      found[index] = {
        kind: last.kind,
        distance: Math.abs(index - last.index),
        sameLine: lines[index] === lines[last.index],
      };
    const kind = pieces[index]?.kind;
    if (kind === 'sound' || kind === 'legacy') last = { kind, index };
  }
  return found;
}

function lineNumbers(source: string, pieces: readonly Piece[]): number[] {
  let line = 0;
  let at = 0;
  return pieces.map(({ from }) => {
    for (; at < from; at += 1) if (source[at] === '\n') line += 1;
    return line;
  });
}
