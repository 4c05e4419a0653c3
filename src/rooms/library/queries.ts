import type { Queryable } from '../../platform/db/index.ts';
import type { CivilDate } from '../../rules/calendar/index.ts';
import { type Heir, heirsOf, issuerOf, type Register } from '../../rules/issuers/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { type Dated, type Relation, type Span, stateOn, timelineOf } from '../../rules/validity/index.ts';
import { listRelations, type RelationRow } from './relation-store.ts';
import {
  type DocumentRow,
  findDocument,
  listByItems,
  listByNumbers,
  listCitationsOf,
  listCiting,
  type Placed,
} from './store.ts';

/** Citing documents listed on the page of one; the search finds the rest. */
const MOST_CITING = 30;

/** What one document does to another, seen from one of them. */
export interface Related {
  row: RelationRow;
  other: Placed;
}

export interface DocumentView {
  document: DocumentRow;
  /** Who has come in the place of its issuer by the day. */
  heirs: readonly Heir[];
  /** All of time in stretches of one state; empty where the text names no day. */
  spans: readonly Span[];
  today: Span | undefined;
  /** What others do to it. */
  incoming: readonly Related[];
  /** What it does to others. */
  outgoing: readonly Related[];
  citing: readonly Placed[];
  /** The documents of the library that it names, by their number as compared. */
  held: ReadonlyMap<string, Placed>;
  day: CivilDate;
}

const dated = (row: DocumentRow): Dated | undefined => {
  const issuedOn = row.issued_on ?? row.effective_on;
  if (issuedOn === null) return undefined;
  return {
    id: row.item_id,
    issuedOn: issuedOn as CivilDate,
    effectiveOn: (row.effective_on ?? undefined) as CivilDate | undefined,
    expiresOn: (row.expires_on ?? undefined) as CivilDate | undefined,
  };
};

const relation = (row: RelationRow): Relation => ({
  kind: row.kind,
  fromId: row.from_item_id,
  toId: row.to_item_id,
  provisions: row.provisions,
  on: (row.effective_on ?? undefined) as CivilDate | undefined,
  ...(row.until_on !== null && { until: row.until_on as CivilDate }),
});

/**
 * What the library knows of a public document.
 * @param day the day its state is asked for
 * @returns undefined until the machine has read it
 */
export async function findDocumentView(
  db: Queryable,
  asked: { itemId: number; lang: Lang; day: CivilDate; issuers: Register },
): Promise<DocumentView | undefined> {
  const { itemId, lang, day } = asked;
  const document = await findDocument(db, itemId, lang);
  if (!document) return undefined;
  const rows = await listRelations(db, [itemId]);
  const otherOf = (row: RelationRow) => (row.to_item_id === itemId ? row.from_item_id : row.to_item_id);
  const others = await listByItems(db, [...new Set(rows.map(otherOf))], lang);
  const byId = new Map(others.map((one) => [one.item_id, one]));
  const related = (here: RelationRow[]) =>
    here.flatMap((row): Related[] => {
      const other = byId.get(otherOf(row));
      return other ? [{ row, other }] : [];
    });
  const incoming = related(rows.filter((row) => row.to_item_id === itemId));
  const self = dated(document);
  const dates = new Map(others.flatMap((one) => (dated(one) ? [[one.item_id, dated(one) as Dated]] : [])));
  const spans = self
    ? timelineOf(
        self,
        incoming.map(({ row }) => relation(row)),
        dates,
      )
    : [];
  const cited = await listCitationsOf(db, itemId, document.language);
  const keys = [...new Set(cited.map(({ number_key }) => number_key).filter((key) => key !== ''))];
  const held = await listByNumbers(db, document.locality_id, keys, lang);
  return {
    heirs: heirsOfIssuer(document, asked.issuers, day),
    ...{ document, spans, incoming, day },
    today: spans.length > 0 ? stateOn(spans, day) : undefined,
    outgoing: related(rows.filter((row) => row.from_item_id === itemId)),
    citing: (await listCiting(db, document.locality_id, document.number_key, lang, MOST_CITING)).filter(
      ({ item_id }) => item_id !== itemId,
    ),
    held: new Map(held.filter(({ item_id }) => item_id !== itemId).map((one) => [one.number_key, one])),
  };
}

function heirsOfIssuer({ issuer, issued_on }: DocumentRow, issuers: Register, day: CivilDate): Heir[] {
  const found = issuer === '' ? undefined : issuerOf(issuers, issuer, issued_on ?? undefined);
  return found ? heirsOf(issuers, found, issuer, day) : [];
}
