import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';

// Host names of portals: asked for, agreed on, living, retired.

export interface HostnameRow {
  id: number;
  portal_id: number;
  locality_id: number;
  host: string;
  is_canonical: boolean;
  state: 'requested' | 'live' | 'retired';
  valid_from: string;
  valid_to: string | null;
  rule_source: string;
  requested_by: number | null;
  live_at: Date | null;
}

const HOSTNAME = sql`select id, portal_id, locality_id, host, is_canonical, state, valid_from, valid_to, rule_source,
  requested_by, live_at from portal_hostname`;

export interface NewHostname {
  portalId: number;
  localityId: number;
  host: string;
  isCanonical: boolean;
  state: 'requested' | 'live' | 'retired';
  validFrom: string;
  ruleSource: string;
  requestedBy: number | null;
  at: Date;
}

export async function insertHostname(tx: Transaction, name: NewHostname): Promise<number> {
  const liveAt = name.state === 'requested' ? null : name.at;
  const row = await tx.get<{
    id: number;
  }>(sql`insert into portal_hostname (portal_id, locality_id, host, is_canonical,
      state, valid_from, rule_source, requested_by, live_at, created_at)
    values (${name.portalId}, ${name.localityId}, ${name.host}, ${name.isCanonical}, ${name.state},
      ${name.validFrom}::date, ${name.ruleSource}, ${name.requestedBy}, ${liveAt}, ${name.at}) returning id`);
  return row.id;
}

export function lockHostname(tx: Transaction, hostnameId: number): Promise<HostnameRow | undefined> {
  return tx.find(sql`${HOSTNAME} where id = ${hostnameId} for update`);
}

export function listHostnames(db: Queryable, portalId: number): Promise<HostnameRow[]> {
  return db.rows(
    sql`${HOSTNAME} where portal_id = ${portalId} order by state = 'retired', is_canonical desc, id desc limit 200`,
  );
}

/** The canonical name of the portal from now on; the one before leads to it for good. */
export async function makeLive(
  tx: Transaction,
  name: { id: number; portalId: number },
  at: Date,
  todayOn: string,
): Promise<void> {
  await tx.run(sql`update portal_hostname set state = 'retired', is_canonical = false, valid_to = ${todayOn}::date
    where portal_id = ${name.portalId} and is_canonical and state = 'live' and id <> ${name.id}`);
  await tx.run(sql`update portal_hostname set state = 'live', live_at = ${at} where id = ${name.id}`);
}

export async function retire(tx: Transaction, hostnameId: number, todayOn: string): Promise<void> {
  await tx.run(sql`update portal_hostname set state = 'retired', is_canonical = false, valid_to = ${todayOn}::date
    where id = ${hostnameId}`);
}

export async function retireAll(tx: Transaction, portalId: number, onDay: string): Promise<string[]> {
  const rows = await tx.rows<{ host: string }>(sql`update portal_hostname
    set state = 'retired', valid_to = coalesce(valid_to, ${onDay}::date)
    where portal_id = ${portalId} and (live_at is not null or state = 'live') returning host`);
  await tx.run(sql`update portal_hostname set state = 'retired', valid_to = ${onDay}::date
    where portal_id = ${portalId} and state = 'requested'`);
  return [...new Set(rows.map((row) => row.host))];
}

export interface TakenHost {
  host: string;
  bodyName: string;
  portalId: number;
}

/** Names of a locality, and this one anywhere: those that answer or lead on, and those asked for. */
export function listTaken(db: Queryable, localityId: number, host: string): Promise<TakenHost[]> {
  return db.rows(sql`select h.host, n.name_vi as "bodyName", h.portal_id as "portalId"
    from portal_hostname h join portal p on p.id = h.portal_id
    join body_name n on n.body_id = p.body_id and n.valid_to is null
    where (h.locality_id = ${localityId} or h.host = ${host}) and (h.live_at is not null or h.state <> 'retired')
      and p.state = 'open' -- the names of a closed portal stand again as those of its successor
    order by h.id limit 5000`);
}

/** The canonical living host of the portal of a body; undefined when it has none. */
export async function findHostOfBody(db: Queryable, bodyId: number): Promise<string | undefined> {
  const row = await db.find<{ host: string }>(sql`select h.host from portal p
    join portal_hostname h on h.portal_id = p.id and h.is_canonical and h.state = 'live'
    where p.body_id = ${bodyId} and p.state = 'open'`);
  return row?.host;
}

export interface ApprovalRow {
  hostname_id: number;
  party: string;
  person_id: number | null;
  note: string | null;
  approved_at: Date;
}

export function listApprovals(db: Queryable, portalId: number): Promise<ApprovalRow[]> {
  return db.rows(sql`select hostname_id, party, person_id, note, approved_at from hostname_approval
    where portal_id = ${portalId} order by id limit 500`);
}

export async function insertApproval(
  tx: Transaction,
  name: HostnameRow,
  approval: { party: string; personId: number | null; note: string | null; at: Date },
): Promise<void> {
  await tx.run(sql`insert into hostname_approval (hostname_id, portal_id, locality_id, party, person_id, note, approved_at)
    values (${name.id}, ${name.portal_id}, ${name.locality_id}, ${approval.party}, ${approval.personId}, ${approval.note},
      ${approval.at})`);
}

export interface WaitingName {
  id: number;
  portal_id: number;
  host: string;
  name_vi: string;
  name_en: string;
  created_at: Date;
}

/** Names asked for on these portals and not yet agreed on. */
export function listWaiting(db: Queryable, portalIds: readonly number[]): Promise<WaitingName[]> {
  return db.rows(sql`select h.id, h.portal_id, h.host, n.name_vi, n.name_en, h.created_at
    from portal_hostname h join portal p on p.id = h.portal_id
    join body_name n on n.body_id = p.body_id and n.valid_to is null
    where h.portal_id = any (${`{${portalIds.join(',')}}`}::bigint[]) and h.state = 'requested' and p.state = 'open'
    order by h.id limit 200`);
}
