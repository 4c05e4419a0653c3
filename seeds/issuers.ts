import { addIssuer, addSuccession } from '../src/rooms/portals/index.ts';
import type { OpenedPlace } from './opening.ts';
import type { PastPorts } from './past.ts';

/** A body of the demo that has no portal, and those that came after it. */
export interface IssuerText {
  name: string;
  forms?: readonly string[];
  lastOn?: string;
  /** By name, of a body of the installation or of one told before. */
  successors?: readonly string[];
  /** First day of the successors, and the text it rests on. */
  on?: string;
  basis?: string;
}

/** Enters the issuers of a place, in the order in which they are told. */
export async function tellIssuers(
  { ports }: PastPorts,
  { machine, main, portals }: OpenedPlace,
  texts: readonly IssuerText[],
): Promise<void> {
  const known = new Map(portals.map(({ text, bodyId }) => [text.body.vi, `b${bodyId}`]));
  const on = { mainPortalId: main.portalId };
  for (const { name, forms = [], lastOn = '', successors = [], ...since } of texts) {
    const { id } = await ports.perform(machine, addIssuer, { ...on, name, forms, firstOn: '', lastOn });
    known.set(name, id);
    for (const successor of successors) {
      const toId = known.get(successor);
      if (toId === undefined) throw new Error(`${name} names ${successor}, which was not told before it.`);
      await ports.perform(machine, addSuccession, {
        ...{ ...on, fromId: id, toId },
        ...{ on: since.on ?? '', basis: since.basis ?? '' },
      });
    }
  }
}
