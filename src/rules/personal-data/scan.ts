import { findAddresses } from './addresses.ts';
import { findBirthDates } from './birth-dates.ts';
import { type Folded, foldKeepingPlace } from './folded.ts';
import { isSecretKind, type Mark, type PersonalDataKind } from './kinds.ts';
import { findNames } from './names.ts';
import { findNumbers } from './numbers.ts';

/** A piece of personal data: offsets (UTF-16) into the text given, `to` exclusive, and the text between them. */
export interface PersonalDatum {
  kind: PersonalDataKind;
  from: number;
  to: number;
  text: string;
  /** A personal secret (LC-009), which is not to be published even with the other data. */
  isSecret: boolean;
}

export interface ScannedDatum extends PersonalDatum {
  /** 2: a word beside it says what it is; 1: its form alone does. */
  surety: 1 | 2;
}

/**
 * Personal data in a Vietnamese text, with marks or without, in order and never overlapping. A warning for the person
 * who publishes: what it finds may be nobody's, and what a text says in words of its own it does not see.
 */
export function findPersonalData(text: string): ScannedDatum[] {
  const folded = foldKeepingPlace(text);
  return join(allMarks(folded)).map(({ kind, from, to, named }) => {
    const start = folded.offsets[from] ?? 0;
    const end = folded.offsets[to] ?? text.length;
    const found = text.slice(start, end);
    return { kind, from: start, to: end, text: found, isSecret: isSecretKind(kind), surety: named.surety };
  });
}

// A number may stand so close to another that it shows only when that one is masked: what is found is blanked and the
// rest read again until nothing new comes, so that masking leaves nothing to find. Two rounds are the rule; the bound
// keeps a text made of traps from costing more.
const ROUNDS = 8;

function allMarks(folded: Folded): Mark[] {
  const marks: Mark[] = [];
  let rest = folded;
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = marksOf(rest);
    if (found.length === 0) break;
    marks.push(...found);
    rest = { ...rest, plain: blank(rest.plain, found), marked: blank(rest.marked, found) };
  }
  return marks;
}

function blank(text: string, marks: readonly Mark[]): string {
  return marks.reduce(
    (left, { from, to }) => left.slice(0, from) + ']'.repeat(to - from) + left.slice(to),
    text,
  );
}

function marksOf({ plain, marked }: Folded): Mark[] {
  const names = findNames(plain, marked);
  return [...names, ...findBirthDates(plain), ...findAddresses(plain, names), ...findNumbers(plain)];
}

// What overlaps is one datum: the surest, then the longest, then the first of them names it.
function join(marks: readonly Mark[]): (Mark & { named: Mark })[] {
  const joined: (Mark & { named: Mark })[] = [];
  for (const mark of marks.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last === undefined || mark.from >= last.to) {
      joined.push({ ...mark, named: mark });
      continue;
    }
    last.to = Math.max(last.to, mark.to);
    if (isSurer(mark, last.named)) {
      last.named = mark;
      last.kind = mark.kind;
    }
  }
  return joined;
}

function isSurer(a: Mark, b: Mark): boolean {
  if (a.surety !== b.surety) return a.surety > b.surety;
  return a.to - a.from > b.to - b.from;
}
