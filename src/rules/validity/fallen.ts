/**
 * What becomes of a document whose basis has ended. The law has changed here, so the day on which the basis ended
 * decides:
 * - Luật 80/2015/QH13 Đ154.4, from 01/07/2016: the text that details an ended one ends with it;
 * - Luật 64/2025/QH15 Đ57.2, from 01/04/2025: when the basis was replaced or amended, the detailing text continues
 *   as far as it does not contradict the new one, unless its end is announced. For a basis that was repealed or ran
 *   out the clause says nothing; that the detailing text falls with it is presumed here.
 * Nothing of this is final: every answer must be confirmed by a person, who records the end as a relation or a date.
 */
import type { CivilDate } from '../calendar/index.ts';
import { isWithin } from './acts.ts';
import { provisionStateOn, stateOn, timelineOf } from './timeline.ts';
import type { Dated, Reason, Relation, Span } from './types.ts';

/** `falls`: presumed to end with its basis; `continues`: as far as it does not contradict; `review`: nothing is said. */
export type Outcome = 'falls' | 'continues' | 'review';

type Ending = 'replaces' | 'repeals' | 'expiry';

export interface FallingRule {
  /** Bases that ended on this day or later, until the next rule. */
  from: CivilDate;
  instrument: string;
  article: string;
  outcomes: Readonly<Record<Ending, Outcome>>;
  /** No lawyer has confirmed this reading of the article yet. */
  mustConfirm: true;
}

export const FALLING_RULES: readonly FallingRule[] = [
  {
    ...{ from: '2016-07-01', instrument: '80/2015/QH13', article: 'Đ154.4', mustConfirm: true },
    outcomes: { replaces: 'falls', repeals: 'falls', expiry: 'falls' },
  },
  {
    ...{ from: '2025-04-01', instrument: '64/2025/QH15', article: 'Đ57.2', mustConfirm: true },
    outcomes: { replaces: 'continues', repeals: 'falls', expiry: 'falls' },
  },
];

export interface Fallen {
  id: number;
  /** The document that `id` rested on. */
  basisId: number;
  /** Why the basis ended; where the basis itself fell with its own: `guides`, by that document. */
  because: Reason;
  outcome: Outcome;
  /** The rule that says so; none before 01/07/2016 and for a mere legal basis (căn cứ). */
  rule: FallingRule | undefined;
}

/**
 * The documents that rest (`guides`, `basedOn`) on something that has ended by the day, in the order of their ids.
 * Not among them: what has itself ended by the day, and what was expressly `kept` in force. A text that details a
 * fallen text falls on the same day. Circles are walked once.
 * @param relations all relations among the documents; those that end a basis must be among them
 */
export function fallenWith(
  documents: ReadonlyMap<number, Dated>,
  relations: readonly Relation[],
  day: CivilDate,
  kept: ReadonlySet<number> = new Set(),
): readonly Fallen[] {
  const incoming = Map.groupBy(relations, ({ toId }) => toId);
  const spans = new Map(
    [...documents.values()].map((one) => [
      one.id,
      stateOn(timelineOf(one, incoming.get(one.id) ?? [], documents), day),
    ]),
  );
  const stands = (id: number) => documents.has(id) && spans.get(id)?.state !== 'expired' && !kept.has(id);
  const rests = relations.filter(restsOnAnother).sort(byIds);
  const restsOn = Map.groupBy(rests, ({ toId }) => toId);
  const found = new Map<string, Fallen>();
  const queue = rests.flatMap((rest) =>
    firstFall(rest, incoming.get(rest.toId) ?? [], documents, spans.get(rest.toId), day),
  );
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { rest, because, ending, rule } = next;
    const { fromId: id, toId: basisId } = rest;
    const key = `${id} ${basisId}`;
    if (!stands(id) || found.has(key)) continue;
    const isDetail = restsOn.get(basisId)?.some((one) => one.kind === 'guides' && one.fromId === id);
    const outcome = (isDetail && rule?.outcomes[ending]) || 'review';
    found.set(key, { id, basisId, because, outcome, rule: isDetail ? rule : undefined });
    if (outcome !== 'falls') continue;
    const fell: Reason = { kind: 'guides', byId: basisId, on: because.on, provisions: [] };
    for (const above of restsOn.get(id) ?? []) queue.push({ rest: above, because: fell, ending, rule });
  }
  return [...found.values()].sort((one, other) => one.id - other.id || one.basisId - other.basisId);
}

/** A relation whose basis has ended, and by which rule it is judged. */
type Fall = { rest: Relation; because: Reason; ending: Ending; rule: FallingRule | undefined };

function restsOnAnother({ kind, fromId, toId }: Relation): boolean {
  return (kind === 'guides' || kind === 'basedOn') && fromId !== toId;
}

/** By basis; what details it before what only cites it, for a detailing text usually does both. */
function byIds(one: Relation, other: Relation): number {
  const rank = ({ kind, provisions }: Relation) => `${kind === 'guides' ? 0 : 1} ${[...provisions].sort()}`;
  return one.toId - other.toId || one.fromId - other.fromId || (rank(one) < rank(other) ? -1 : 1);
}

/** Whether the basis has ended: the whole of it, or every provision that the relation names. */
function firstFall(
  rest: Relation,
  incoming: readonly Relation[],
  documents: ReadonlyMap<number, Dated>,
  span: Span | undefined,
  day: CivilDate,
): Fall[] {
  const basis = documents.get(rest.toId);
  if (!basis || !span) return [];
  const because = span.state === 'expired' ? span.reasons[0] : lastEnding(span, rest.provisions);
  if (!because) return [];
  const fall = { rest, because, ending: endingOf(because), rule: ruleOn(because.on) };
  if (span.state === 'expired') return [fall];
  const isGone = rest.provisions.every(
    (address) => provisionStateOn(address, basis, incoming, documents, day) === 'expired',
  );
  return rest.provisions.length > 0 && isGone ? [fall] : [];
}

/** The latest act that ended one of the provisions. */
function lastEnding({ reasons }: Span, addresses: readonly string[]): Reason | undefined {
  return reasons.findLast(
    ({ kind, provisions }) =>
      (kind === 'replaces' || kind === 'repeals') &&
      provisions.some((holder) => addresses.some((address) => isWithin(address, holder))),
  );
}

function endingOf({ kind }: Reason): Ending {
  return kind === 'replaces' || kind === 'repeals' ? kind : 'expiry';
}

function ruleOn(on: CivilDate): FallingRule | undefined {
  return FALLING_RULES.findLast(({ from }) => from <= on);
}
