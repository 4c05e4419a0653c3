/** Relations as acts: on which day each takes effect, and which of them bind on a given day. */
import { addDays, type CivilDate } from '../calendar/index.ts';
import type { Dated, Reason, Relation, RelationKind } from './types.ts';

/** A relation that does something to a document, from a day that is known. */
export interface Act extends Relation {
  on: CivilDate;
}

const ACTING: readonly RelationKind[] = ['replaces', 'repeals', 'suspends', 'resumes', 'amends'];

const later = (one: CivilDate, other: CivilDate | undefined) => (other && other > one ? other : one);

/**
 * What is done to a document and from which day. Left out: relations of others, of a document to itself, those
 * whose day nobody has recorded, and those whose document had ceased to apply before their day came. What a
 * document did while it applied stays done when it is itself repealed later.
 */
export function actsOn(
  id: number,
  incoming: readonly Relation[],
  others: ReadonlyMap<number, Dated>,
): readonly Act[] {
  const acts = incoming.flatMap((relation): Act[] => {
    if (relation.toId !== id || relation.fromId === id || !ACTING.includes(relation.kind)) return [];
    const doer = others.get(relation.fromId);
    const day = relation.on ?? doer?.effectiveOn;
    if (day === undefined) return [];
    const on = later(day, doer?.effectiveOn);
    if (doer?.expiresOn !== undefined && doer.expiresOn <= on) return [];
    if (relation.until !== undefined && relation.until < on) return [];
    return [{ ...relation, provisions: [...new Set(relation.provisions)].sort(), on }];
  });
  return [...new Map(acts.map((act) => [keyOf(act), act])).values()].sort((one, other) =>
    keyOf(one) < keyOf(other) ? -1 : 1,
  );
}

function keyOf({ on, kind, fromId, until, provisions }: Act): string {
  return [on, kind, String(fromId).padStart(12, '0'), until ?? '', ...provisions].join('|');
}

/** Whether the first address is the second, or stands inside it: dieu-5-khoan-2 in dieu-5. */
export function isWithin(address: string, holder: string): boolean {
  return address === holder || address.startsWith(`${holder}-`);
}

export function isEnding({ kind }: Act): boolean {
  return kind === 'replaces' || kind === 'repeals';
}

export function reasonOf({ kind, fromId, on, provisions }: Act): Reason {
  return { kind, byId: fromId, on, provisions };
}

/** A suspension as it stands on a day. */
export interface Suspension {
  act: Act;
  /** Suspended parts that were not resumed; none: the whole. */
  provisions: readonly string[];
  /** Parts of a whole that apply again. */
  except: readonly string[];
  /** What gave parts back. */
  resumed: readonly Act[];
}

/** The suspensions that still bind on the day. A resumption ends what was suspended on or before its own day. */
export function suspensionsOn(acts: readonly Act[], day: CivilDate): readonly Suspension[] {
  return acts.flatMap((act): Suspension[] => {
    if (act.kind !== 'suspends' || act.on > day || (act.until !== undefined && act.until < day)) return [];
    const resumed = acts.filter(({ kind, on }) => kind === 'resumes' && on >= act.on && on <= day);
    if (resumed.some(({ provisions }) => provisions.length === 0)) return [];
    const back = resumed.flatMap(({ provisions }) => provisions);
    if (act.provisions.length === 0) return [{ act, provisions: [], except: back, resumed }];
    const left = act.provisions.filter((address) => !back.some((holder) => isWithin(address, holder)));
    if (left.length === 0) return [];
    const except = back.filter((address) => left.some((holder) => isWithin(address, holder)));
    return [{ act, provisions: left, except, resumed: except.length > 0 ? resumed : [] }];
  });
}

/** Whether the suspension holds the whole document, without exception. */
export function isOfTheWhole({ provisions, except }: Suspension): boolean {
  return provisions.length === 0 && except.length === 0;
}

/** Every day on which the acts may change something, in order. */
export function daysOf(acts: readonly Act[]): CivilDate[] {
  return acts.flatMap(({ on, until }) => (until === undefined ? [on] : [on, addDays(until, 1)]));
}
