import type { CivilDate } from '../../rules/calendar/index.ts';
import { type FormFacts, isOver, isWithin, periodOf } from '../../rules/item-forms/index.ts';
import { compareVietnamese } from '../../rules/text/index.ts';

/** A body under the name it has on the day asked about. */
export interface ChartBody {
  readonly bodyId: number;
  readonly parentId: number | null;
  readonly kind: string;
  readonly name: string;
}

export interface ChartNode<Body extends ChartBody> {
  readonly body: Body;
  readonly below: readonly ChartNode<Body>[];
}

/** The order in which kinds of body stand below one superior. */
const KINDS = [
  'committee',
  'department',
  'unit',
  'district',
  'commune',
  'school',
  'massOrganisation',
  'other',
];

/**
 * The bodies as trees: a body whose superior is not among them stands below the root, or is a root itself. A circle of
 * superiors, which no law knows, is cut where it is entered.
 *
 * @param rootId the body to begin with; undefined for all that have no superior here
 */
export function chartOf<Body extends ChartBody>(bodies: readonly Body[], rootId?: number): ChartNode<Body>[] {
  const known = new Set(bodies.map(({ bodyId }) => bodyId));
  const below = new Map<number | undefined, Body[]>();
  for (const body of bodies) {
    const parent = body.parentId !== null && known.has(body.parentId) ? body.parentId : undefined;
    below.set(parent, [...(below.get(parent) ?? []), body]);
  }
  const seen = new Set<number>();
  const grow = (body: Body): ChartNode<Body> => {
    seen.add(body.bodyId);
    const free = (below.get(body.bodyId) ?? []).filter((one) => !seen.has(one.bodyId));
    return { body, below: ordered(free).map(grow) };
  };
  const root = bodies.find(({ bodyId }) => bodyId === rootId);
  if (root) return [grow(root)];
  return rootId === undefined ? ordered(below.get(undefined) ?? []).map(grow) : [];
}

function ordered<Body extends ChartBody>(bodies: readonly Body[]): Body[] {
  const rank = ({ kind }: Body) => (KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length);
  return [...bodies].sort((a, b) => rank(a) - rank(b) || compareVietnamese(a.name, b.name));
}

/** The bodies below a node by their kind, in the order of the kinds. */
export function byKind<Body extends ChartBody>(
  nodes: readonly ChartNode<Body>[],
): [string, ChartNode<Body>[]][] {
  const kinds = [...new Set(nodes.map(({ body }) => body.kind))];
  return kinds.map((kind) => [kind, nodes.filter(({ body }) => body.kind === kind)]);
}

/** Somebody who leads or led a body, by the facts of his item. */
export interface LeaderFacts {
  readonly facts: FormFacts;
}

const RANKS = ['head', 'deputy', 'member'];

/** Who is in office on a day, the head first; and who was before, the last first. */
export function leadersOn<Leader extends LeaderFacts>(
  leaders: readonly Leader[],
  on: CivilDate,
): { current: Leader[]; former: Leader[] } {
  const rank = ({ facts }: Leader) => RANKS.indexOf(facts.rank ?? '');
  const begin = ({ facts }: Leader) => periodOf(facts.term)?.from ?? '';
  const end = ({ facts }: Leader) => periodOf(facts.term)?.to ?? '';
  return {
    current: leaders
      .filter(({ facts }) => isWithin(facts.term, on))
      .sort((a, b) => rank(a) - rank(b) || begin(a).localeCompare(begin(b))),
    former: leaders
      .filter(({ facts }) => isOver(facts.term, on))
      .sort((a, b) => end(b).localeCompare(end(a)) || rank(a) - rank(b)),
  };
}
