/** The letters of a text: Vietnamese with its marks (LX-013), Unicode (LC-024, QN-018, LX-011), passages in another language. */
import { couldBeFolded, findLegacyPassages, isUnmarkedWord, type LegacyPassage } from '../encodings/index.ts';
import type { Line } from './lines.ts';
import type { CheckContext, CheckedContent, CheckedField, Found } from './model.ts';
import { sentencesOf } from './outline.ts';

const ADDRESS = /(?:https?:\/\/|www\.)\S+|\S+@\S+|[\w-]+(?:\.[\w-]+)+(?:\/\S*)?/giu;
const TOKEN = /[\p{L}\p{M}]+/gu;
const SENTENCE_END = /[.!?…;:]+(?=\s|$)|\n/g;

/**
 * How long a run of words without marks must be, and how many of them must be words that can only have lost theirs. About
 * one word in four bears no mark in sound text, so that the longer a run is, the less else is needed.
 */
const RUNS: readonly { words: number; sure: number; share: number }[] = [
  { words: 4, sure: 2, share: 0.25 },
  { words: 5, sure: 1, share: 0.2 },
  { words: 6, sure: 2, share: 0.15 },
  { words: 8, sure: 1, share: 0.1 },
];
const FOREIGN_SHARE = 0.2;
/** A whole paragraph in another language, not a quoted sentence. */
const FOREIGN_WORDS = 14;

interface Text {
  field: CheckedField;
  text: string;
  line?: Line;
}

export function checkLetters(
  content: CheckedContent,
  lines: readonly Line[],
  { language }: CheckContext,
): Found[] {
  const texts: Text[] = [
    ...(['title', 'summary', 'author', 'source', 'pictureAlt', 'pictureCaption'] as const).map((field) => ({
      field,
      text: content[field],
    })),
    ...lines.map((line) => ({ field: 'body' as const, text: line.text, line })),
  ];
  return texts.flatMap((one) => {
    const old = findLegacyPassages(one.text);
    return [
      ...old.map((passage) => legacyFound(one, passage)),
      ...(language === 'vi' && old.length === 0 ? [...unmarked(one), ...foreign(one)] : []),
    ];
  });
}

function placeOf({ line }: Text, from: number, to: number) {
  return { path: line?.path ?? [], from, to };
}

function legacyFound(one: Text, { code, from, to, converted }: LegacyPassage): Found {
  const before = one.text.slice(from, to);
  return {
    code: code === 'mojibake' ? 'mojibake' : 'legacy',
    field: one.field,
    place: placeOf(one, from, to),
    words: before,
    ...(converted !== undefined && converted !== before && { correction: { before, after: converted } }),
  };
}

type Kind = 'marked' | 'sure' | 'plain' | 'foreign' | 'neutral';

function kindOf(word: string): Kind {
  if (/[^\p{ASCII}]/u.test(word)) return 'marked';
  if (word.length === 1 || (word.length <= 5 && word === word.toUpperCase() && !/[AEIOUY]/.test(word)))
    return 'neutral';
  if (isUnmarkedWord(word)) return 'plain';
  return couldBeFolded(word) ? 'sure' : 'foreign';
}

/** Runs of words that have all lost their marks, within a sentence that may have others with them. */
function unmarked(one: Text): Found[] {
  if (one.field === 'author' || one.field === 'source') return [];
  const masked = one.text.normalize('NFC').replace(ADDRESS, (found) => ' '.repeat(found.length));
  if (masked.length !== one.text.length) return [];
  return sentencesOf(masked, SENTENCE_END).flatMap(({ text, at }) => {
    const words = [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({
      word,
      from: at + index,
      to: at + index + word.length,
      kind: kindOf(word),
    }));
    const run = longestRun(words);
    const [first] = run;
    const last = run.at(-1);
    if (first === undefined || last === undefined || !hasLostMarks(run)) return [];
    return [
      {
        code: 'unmarked' as const,
        field: one.field,
        place: placeOf(one, first.from, last.to),
        words: one.text.slice(first.from, last.to),
      },
    ];
  });
}

interface Word {
  word: string;
  from: number;
  to: number;
  kind: Kind;
}

function longestRun(words: readonly Word[]): Word[] {
  let best: Word[] = [];
  let run: Word[] = [];
  for (const word of words) {
    run = word.kind === 'marked' ? [] : [...run, word];
    if (run.length > best.length) best = run;
  }
  return best;
}

function hasLostMarks(run: readonly Word[]): boolean {
  const count = (kind: Kind) => run.filter((word) => word.kind === kind).length;
  const sure = count('sure');
  const own = sure + count('plain');
  const isName = own <= 5 && run.every(({ word }) => /^[A-Z][a-z]*$/.test(word));
  return (
    RUNS.some((least) => own >= least.words && sure >= least.sure && sure >= own * least.share) &&
    count('foreign') <= own * FOREIGN_SHARE &&
    !isName
  );
}

/** A paragraph of its own in another language: readers aloud pronounce it as Vietnamese. */
function foreign({ line, text, field }: Text): Found[] {
  if (line?.tag !== 'p' || line.isQuoted || /^\s*[“"«‘']/.test(text)) return [];
  const words = text.replace(ADDRESS, ' ').match(TOKEN) ?? [];
  const strange = words.filter((word) => kindOf(word) === 'foreign').length;
  const marked = words.filter((word) => kindOf(word) === 'marked').length;
  if (words.length < FOREIGN_WORDS || strange < words.length * 0.45 || marked > words.length * 0.15)
    return [];
  return [{ code: 'foreign', field, place: { path: line.path.slice(0, -1) }, words: text }];
}
