import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';

export interface IssuerRow {
  id: number;
  body_id: number | null;
  name: string | null;
  forms: string[];
  first_on: string | null;
  last_on: string | null;
}

export function listIssuers(db: Queryable, localityId: number): Promise<IssuerRow[]> {
  return db.rows(sql`select id, body_id, name, forms, first_on::text, last_on::text from issuer
    where locality_id = ${localityId} and removed_at is null order by id limit 5000`);
}

export interface SuccessionRow {
  id: number;
  from_issuer_id: number;
  to_issuer_id: number;
  effective_on: string;
  basis: string;
}

export function listSuccessions(db: Queryable, localityId: number): Promise<SuccessionRow[]> {
  return db.rows(sql`select id, from_issuer_id, to_issuer_id, effective_on::text, basis from issuer_succession
    where locality_id = ${localityId} and removed_at is null order by effective_on, id limit 5000`);
}

export interface BodyNameRow {
  body_id: number;
  name_vi: string;
  valid_from: string;
  /** First day of the name after it. */
  valid_to: string | null;
}

/** Every name of every body of a locality, those of one body in their order. */
export function listNamesOfBodies(db: Queryable, localityId: number): Promise<BodyNameRow[]> {
  return db.rows(sql`select body_id, name_vi, valid_from::text, valid_to::text from body_name
    where locality_id = ${localityId} order by body_id, valid_from limit 10000`);
}

export interface ClosedRow {
  body_id: number;
  to_body_id: number;
  closed_on: string;
  decision: string;
}

/**
 * Bodies whose portal was closed, and the body whose portal took over its names. Where the names lead to the main portal
 * nobody was named, and the register has the word.
 */
export function listClosed(db: Queryable, localityId: number): Promise<ClosedRow[]> {
  return db.rows(sql`select p.body_id, t.body_id as to_body_id, p.closed_on::text, p.closed_by_decision as decision
    from portal p join portal t on t.id = portal_successor(p.id)
    where p.locality_id = ${localityId} and p.state = 'closed' and not t.is_main and t.body_id <> p.body_id
      and not exists (select from portal o where o.body_id = p.body_id and o.state = 'open')
    order by p.closed_on, p.id limit 2000`);
}

export interface NewIssuer {
  localityId: number;
  bodyId: number | null;
  name: string | null;
  forms: readonly string[];
  firstOn: string | null;
  lastOn: string | null;
  personId: number | null;
  at: Date;
}

export async function insertIssuer(tx: Transaction, one: NewIssuer): Promise<number> {
  const { id } = await tx.get<{ id: number }>(sql`insert into issuer
      (locality_id, body_id, name, forms, first_on, last_on, added_by, added_at)
    values (${one.localityId}, ${one.bodyId}, ${one.name},
      array(select jsonb_array_elements_text(${JSON.stringify(one.forms)}::jsonb)),
      ${one.firstOn}::date, ${one.lastOn}::date, ${one.personId}, ${one.at}) returning id`);
  return id;
}

export async function updateIssuer(
  tx: Transaction,
  id: number,
  one: Pick<NewIssuer, 'name' | 'forms' | 'firstOn' | 'lastOn'>,
): Promise<void> {
  await tx.run(sql`update issuer set name = ${one.name},
      forms = array(select jsonb_array_elements_text(${JSON.stringify(one.forms)}::jsonb)),
      first_on = ${one.firstOn}::date, last_on = ${one.lastOn}::date where id = ${id}`);
}

export async function endIssuer(tx: Transaction, id: number, by: number | null, at: Date): Promise<void> {
  await tx.run(sql`update issuer set removed_by = ${by}, removed_at = ${at} where id = ${id}`);
}

export interface NewSuccession {
  localityId: number;
  fromIssuerId: number;
  toIssuerId: number;
  on: string;
  basis: string;
  personId: number | null;
  at: Date;
}

export async function insertSuccession(tx: Transaction, one: NewSuccession): Promise<number> {
  const { id } = await tx.get<{ id: number }>(sql`insert into issuer_succession
      (locality_id, from_issuer_id, to_issuer_id, effective_on, basis, added_by, added_at)
    values (${one.localityId}, ${one.fromIssuerId}, ${one.toIssuerId}, ${one.on}::date, ${one.basis}, ${one.personId},
      ${one.at}) returning id`);
  return id;
}

export async function endSuccession(tx: Transaction, id: number, by: number | null, at: Date): Promise<void> {
  await tx.run(sql`update issuer_succession set removed_by = ${by}, removed_at = ${at} where id = ${id}`);
}
