import type { Queryable } from '../../platform/db/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { addDays } from '../../rules/calendar/index.ts';
import {
  type DatedName,
  type Issuer,
  type Register,
  registerOf,
  type Succession,
} from '../../rules/issuers/index.ts';
import { localityFactsKey } from './facts.ts';
import {
  type BodyNameRow,
  type IssuerRow,
  listClosed,
  listIssuers,
  listNamesOfBodies,
  listSuccessions,
} from './issuer-store.ts';

/** What pages that name issuers depend on: the register, and the names and portals of bodies. */
export function issuerKeys(localityId: number): string[] {
  return [issuersKey(localityId), localityFactsKey(localityId)];
}

/** Purged when the register of issuers changes. */
export function issuersKey(localityId: number): string {
  return `issuers:${localityId}`;
}

/** Id of a body of the installation as an issuer, and of one without a place here. */
export const bodyNode = (bodyId: number): string => `b${bodyId}`;
const issuerNode = (row: Pick<IssuerRow, 'id' | 'body_id'>): string =>
  row.body_id === null ? `i${row.id}` : bodyNode(row.body_id);

/** A register with the rows behind it, for the desk and for commands. */
export interface KeptRegister extends Register {
  /** The row of an issuer; a body has one only once something was added to it. */
  rowOf(id: string): IssuerRow | undefined;
  /** Successions that were entered, which can be removed again, by their row; others follow from closed portals. */
  entered: ReadonlyMap<Succession, number>;
}

/** Reads the register of a locality. */
export async function readIssuers(db: Queryable, localityId: number): Promise<KeptRegister> {
  const rows = await listIssuers(db, localityId);
  const bodies = Map.groupBy(await listNamesOfBodies(db, localityId), (row) => row.body_id);
  const byNode = new Map(rows.map((row) => [issuerNode(row), row]));
  const byRow = new Map(rows.map((row) => [row.id, issuerNode(row)]));
  const issuers = [
    ...[...bodies].map(([bodyId, names]) => bodyIssuer(bodyId, names, byNode.get(bodyNode(bodyId)))),
    ...rows.flatMap((row) => (row.name === null ? [] : [namedIssuer(row, row.name)])),
  ];
  const entered = new Map(
    (await listSuccessions(db, localityId)).map((row): [Succession, number] => [
      {
        ...{ fromId: byRow.get(row.from_issuer_id) ?? '', toId: byRow.get(row.to_issuer_id) ?? '' },
        ...{ on: row.effective_on, basis: row.basis },
      },
      row.id,
    ]),
  );
  const known = new Set([...entered.keys()].map(({ fromId }) => fromId));
  const followed = (await listClosed(db, localityId)).map((row) => ({
    ...{ fromId: bodyNode(row.body_id), toId: bodyNode(row.to_body_id) },
    ...{ on: row.closed_on, basis: row.decision },
  }));
  // what a person has entered of a body goes before what its closed portal tells
  const successions = [...entered.keys(), ...followed.filter(({ fromId }) => !known.has(fromId))];
  return { ...registerOf(issuers, successions), rowOf: (id) => byNode.get(id), entered };
}

function bodyIssuer(bodyId: number, names: readonly BodyNameRow[], row: IssuerRow | undefined): Issuer {
  const dated = names.map(
    (one): DatedName => ({
      name: one.name_vi,
      from: one.valid_from,
      until: one.valid_to === null ? undefined : addDays(one.valid_to, -1),
    }),
  );
  return { id: bodyNode(bodyId), names: dated as [DatedName, ...DatedName[]], forms: row?.forms ?? [] };
}

function namedIssuer(row: IssuerRow, name: string): Issuer {
  const dated = { name, from: row.first_on ?? undefined, until: row.last_on ?? undefined };
  return { id: issuerNode(row), names: [dated], forms: row.forms };
}

/** The register of a locality as the public may know it, from memory. */
export function issuersOf(ports: Ports, localityId: number): Promise<Register> {
  return ports.memo.remember(issuersKey(localityId), issuerKeys(localityId), () =>
    ports.database.publicly((db) => readIssuers(db, localityId)),
  );
}
