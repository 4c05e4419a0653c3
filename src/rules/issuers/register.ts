import { addDays, type CivilDate } from '../calendar/index.ts';
import { issuerFold, issuerKey } from './forms.ts';

/** A name with its first and last day; undefined: not known, or not ended. */
export interface DatedName {
  name: string;
  from?: CivilDate | undefined;
  until?: CivilDate | undefined;
}

/** A body that issues documents, or did. */
export interface Issuer {
  /** `b12`: a body of the installation; `i5`: one without a place here. */
  id: string;
  /** What it was called one after the other; the last is the name it has, or ended with. */
  names: readonly [DatedName, ...DatedName[]];
  /** Other ways it is written. */
  forms: readonly string[];
}

/** One body comes after another, from a day on. */
export interface Succession {
  fromId: string;
  toId: string;
  on: CivilDate;
  /** The text it rests on, as it is cited. */
  basis: string;
}

/** Who is, or was, called so; the bearers of one name divide time between them. */
interface Bearer {
  issuer: Issuer;
  from: CivilDate | undefined;
}

/** The register of a locality, ready to be asked. */
export interface Register {
  issuers: readonly Issuer[];
  successions: readonly Succession[];
  byId: ReadonlyMap<string, Issuer>;
  bearers: ReadonlyMap<string, readonly Bearer[]>;
}

/** Every way an issuer is written. */
export function writtenForms({ names, forms }: Issuer): string[] {
  return [...names.map(({ name }) => name), ...forms];
}

/** The name it has, or had last. */
export function lastName({ names }: Issuer): DatedName {
  return names.at(-1) ?? names[0];
}

export function registerOf(issuers: readonly Issuer[], successions: readonly Succession[]): Register {
  const named = new Map<string, Map<string, Issuer & { from: CivilDate | undefined }>>();
  for (const issuer of issuers) {
    const written = [
      ...issuer.forms.map((name) => ({ name, from: issuer.names[0].from })),
      ...issuer.names.toReversed(),
    ];
    for (const { name, from } of written) {
      const bearers = named.get(issuerKey(name)) ?? new Map();
      named.set(issuerKey(name), bearers.set(issuer.id, { ...issuer, from }));
    }
  }
  const bearers = new Map([...named].map(([key, several]) => [key, inTurn([...several.values()])]));
  return { issuers, successions, byId: new Map(issuers.map((one) => [one.id, one])), bearers };
}

/** One after the other; where the end of the one before is known, the next has the name from the day after. */
function inTurn(several: readonly (Issuer & { from: CivilDate | undefined })[]): Bearer[] {
  const sorted = several.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return sorted.map(({ from, ...issuer }, i) => {
    const before = sorted[i - 1];
    const ended = before && lastName(before).until;
    return { issuer, from: ended === undefined ? from : addDays(ended, 1) };
  });
}

/**
 * Who a printed issuer is. Where several bore the name one after the other, a text is of the one whose time it falls
 * into: each has the name until the next begins, the first since ever, the last for texts without a day.
 */
export function issuerOf(
  { bearers }: Register,
  printed: string,
  on: CivilDate | undefined,
): Issuer | undefined {
  const several = bearers.get(issuerKey(printed)) ?? [];
  const begun = several.filter(({ from }, i) => i === 0 || on === undefined || (from ?? '') <= on);
  return begun.at(-1)?.issuer;
}

/** Somebody who holds now what another held. */
export interface Heir {
  issuer: Issuer;
  name: string;
  since: CivilDate;
}

/**
 * Who has come in the place of an issuer by a day: the end of every chain, two and more where it was divided. Its own
 * later name counts as one. Empty when it still stands under the name it was printed with.
 */
export function heirsOf(register: Register, issuer: Issuer, printed: string, on: CivilDate): Heir[] {
  const heirs = endsOf(register, issuer, on, undefined, new Set());
  const known = heirs.filter((one) => one.issuer.id !== issuer.id);
  if (known.length > 0) return known;
  const now = nameOn(issuer, on);
  const isSame = issuer.forms.some((form) => issuerKey(form) === issuerKey(printed));
  if (isSame || issuerKey(now.name) === issuerKey(printed) || now.from === undefined) return [];
  return [{ issuer, name: now.name, since: now.from }];
}

function endsOf(
  register: Register,
  issuer: Issuer,
  on: CivilDate,
  since: CivilDate | undefined,
  seen: ReadonlySet<string>,
): Heir[] {
  if (seen.has(issuer.id)) return [];
  const next = register.successions.filter(({ fromId, on: from }) => fromId === issuer.id && from <= on);
  if (next.length === 0) return since === undefined ? [] : [heirOf(issuer, since, on)];
  const ends = next.flatMap((one) => {
    const to = register.byId.get(one.toId);
    return to ? endsOf(register, to, on, one.on, new Set([...seen, issuer.id])) : [];
  });
  return [...new Map(ends.map((one) => [one.issuer.id, one])).values()];
}

/** Named as it is called on the day; a name it took later counts from its own day. */
function heirOf(issuer: Issuer, since: CivilDate, on: CivilDate): Heir {
  const { name, from } = nameOn(issuer, on);
  const isLater = issuer.names.length > 1 && from !== undefined && from > since;
  return { issuer, name, since: isLater ? from : since };
}

function nameOn({ names }: Issuer, on: CivilDate): DatedName {
  return names.findLast(({ from }, i) => i === 0 || (from ?? '') <= on) ?? names[0];
}

/** An issuer with all that came before it, by a day. */
export function withPredecessors({ successions }: Register, id: string, on: CivilDate): Set<string> {
  const found = new Set([id]);
  for (let grew = true; grew; ) {
    const more = successions.filter(
      ({ fromId, toId, on: from }) => found.has(toId) && !found.has(fromId) && from <= on,
    );
    for (const { fromId } of more) found.add(fromId);
    grew = more.length > 0;
  }
  return found;
}

/** A printed issuer, and the days on which it means one of those asked for: both included, undefined without end. */
export interface PrintedSpan {
  printed: string;
  from: CivilDate | undefined;
  /** First day on which the name is another's. */
  before: CivilDate | undefined;
}

/** Which of the printed issuers, and when, mean one of these; for a list that is asked in the database. */
export function spansOf(
  { bearers }: Register,
  printed: readonly string[],
  ids: ReadonlySet<string>,
): PrintedSpan[] {
  return printed.flatMap((one) => {
    const several = bearers.get(issuerKey(one)) ?? [];
    return several.flatMap(({ issuer, from }, i) =>
      ids.has(issuer.id)
        ? [{ printed: one, from: i === 0 ? undefined : from, before: several[i + 1]?.from }]
        : [],
    );
  });
}

/** Every form, without marks, in which an issuer or one before it may stand in an index. */
export function foldedForms(register: Register, ids: ReadonlySet<string>): Set<string> {
  return new Set(
    register.issuers.filter(({ id }) => ids.has(id)).flatMap((one) => writtenForms(one).map(issuerFold)),
  );
}
