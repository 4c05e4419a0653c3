import { noteItems } from '../src/rooms/gazette/index.ts';
import { readItems, relateDocuments } from '../src/rooms/library/index.ts';
import { addDays, civilDateOf, instantOf } from '../src/rules/calendar/index.ts';
import type { RelationKind } from '../src/rules/validity/index.ts';
import type { PastPorts } from './past.ts';
import { type Writers, writeItem } from './writing.ts';

/** A signed text of the demo, and what it does to others. */
export interface DocumentText {
  /** By which others name it; not shown. */
  code: string;
  facts: Record<string, string>;
  title: string;
  summary: string;
  body: string;
  /** Signed so many days before it is published; its number then bears the year of that day in place of `{year}`. */
  signedBefore?: number;
  /** Days before today, and the time. */
  day: number;
  at: string;
  relations?: readonly { kind: RelationKind; to: string; provisions?: readonly string[] }[];
}

/** Where the texts of a place are written. */
export interface DocumentPlace {
  portalId: number;
  sectionId: number;
  writers: Writers;
}

/**
 * Writes a text, has it approved, read by the machine, and puts its relations on record, as a board does on the day.
 *
 * @param known the items of texts by their codes; the new one is added
 */
export async function tellDocument(
  past: PastPorts,
  { portalId, sectionId, writers }: DocumentPlace,
  document: DocumentText,
  at: Date,
  known: Map<string, number>,
): Promise<void> {
  const { code, title, summary, body, relations = [] } = document;
  const text = { title, summary, body, ...signed(document, at) };
  const { itemId } = await writeItem(
    past,
    writers,
    { portalId, sectionId, language: 'vi', reached: 'published', text },
    at,
  );
  known.set(code, itemId);
  await readItems(past.ports, [itemId]);
  await noteItems(past.ports, [itemId]);
  for (const { kind, to, provisions = [] } of relations) {
    const toItemId = known.get(to);
    if (toItemId === undefined) throw new Error(`${code} names ${to}, which was not told before it.`);
    await past.ports.perform(writers.approver, relateDocuments, {
      ...{ portalId, fromItemId: itemId, toItemId, kind, provisions },
      ...{ effectiveOn: undefined, untilOn: undefined },
    });
  }
}

/** Its facts; of one signed lately with the day of signing, from which its clocks run. */
function signed({ facts, signedBefore }: DocumentText, at: Date) {
  if (signedBefore === undefined) return { facts };
  const issuedOn = addDays(civilDateOf(at), -signedBefore);
  return {
    facts: { ...facts, issuedOn, number: (facts.number ?? '').replace('{year}', issuedOn.slice(0, 4)) },
    startEvent: { event: 'issued', at: instantOf(issuedOn, '08:00') },
  };
}
