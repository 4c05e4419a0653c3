import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { Role } from '../../rules/access/index.ts';

/** What a right is to be, as it was proposed. */
export interface NewProposal {
  personId: number;
  portalId: number;
  role: Role;
  validFrom: string;
  validTo: string | null;
  /** Null where the right is lent: then the lender and his reason stand for it. */
  decision: string | null;
  decidedOn: string | null;
  lentBy: number | null;
  lentReason: string | null;
  proposedBy: number;
  at: Date;
}

export async function insertProposal(tx: Transaction, one: NewProposal): Promise<void> {
  await tx.run(sql`insert into grant_proposal (portal_id, person_id, role, valid_from, valid_to, decision, decided_on,
      lent_by, lent_reason, proposed_by, proposed_at)
    values (${one.portalId}, ${one.personId}, ${one.role}, ${one.validFrom}::date, ${one.validTo}::date, ${one.decision},
      ${one.decidedOn}::date, ${one.lentBy}, ${one.lentReason}, ${one.proposedBy}, ${one.at})`);
}

export interface ProposalRow {
  id: number;
  portal_id: number;
  person_id: number;
  full_name: string;
  username: string;
  is_disabled: boolean;
  role: Role;
  valid_from: string;
  valid_to: string | null;
  decision: string | null;
  decided_on: string | null;
  lent_by: number | null;
  lender_name: string | null;
  lent_reason: string | null;
  proposed_by: number;
  proposer_name: string | null;
  proposed_at: Date;
  state: 'open' | 'confirmed' | 'refused' | 'withdrawn';
  settled_at: Date | null;
  settler_name: string | null;
  settled_reason: string | null;
}

const PROPOSAL = sql`select g.id, g.portal_id, g.person_id, p.full_name, p.username, p.disabled_at is not null as is_disabled,
    g.role, g.valid_from::text, g.valid_to::text, g.decision, g.decided_on::text, g.lent_by, l.full_name as lender_name,
    g.lent_reason, g.proposed_by, b.full_name as proposer_name, g.proposed_at, g.state, g.settled_at,
    s.full_name as settler_name, g.settled_reason
  from grant_proposal g join person p on p.id = g.person_id left join person l on l.id = g.lent_by
    left join person b on b.id = g.proposed_by left join person s on s.id = g.settled_by`;

export function findProposal(db: Queryable, proposalId: number): Promise<ProposalRow | undefined> {
  return db.find(sql`${PROPOSAL} where g.id = ${proposalId}`);
}

/** Open ones of the portals, the oldest first; settled ones, the latest first. */
export function listProposals(
  db: Queryable,
  { portalIds, isOpen, limit }: { portalIds: readonly number[]; isOpen: boolean; limit: number },
): Promise<ProposalRow[]> {
  const order = isOpen ? sql`g.id` : sql`g.settled_at desc`;
  return db.rows(sql`${PROPOSAL} where g.portal_id = any (${`{${portalIds.join(',')}}`}::bigint[])
    and (g.state = 'open') = ${isOpen}::boolean order by ${order} limit ${limit}`);
}

export function listOpenProposalsOf(db: Queryable, personId: number): Promise<ProposalRow[]> {
  return db.rows(sql`${PROPOSAL} where g.person_id = ${personId} and g.state = 'open' order by g.id`);
}

/** @returns 1 when it was open until now */
export function settleProposal(
  tx: Transaction,
  id: number,
  settled: {
    state: 'confirmed' | 'refused' | 'withdrawn';
    by: number | null;
    reason: string | null;
    at: Date;
  },
): Promise<number> {
  return tx.run(sql`update grant_proposal set state = ${settled.state}, settled_by = ${settled.by},
    settled_reason = ${settled.reason}, settled_at = ${settled.at} where id = ${id} and state = 'open'`);
}
