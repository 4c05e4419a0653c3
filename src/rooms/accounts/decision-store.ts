import { sql, type Transaction } from '../../platform/db/index.ts';

export interface NamedDecision {
  portalId: number;
  number: string;
  /** Civil date. */
  decidedOn: string;
  recordedBy: number | null;
  at: Date;
}

/**
 * The row of a decision, made when it is named for the first time on a portal: the register has every decision a right
 * or a seat rests on, whoever fills in the rest. @returns its id
 */
export async function recordDecision(tx: Transaction, one: NamedDecision): Promise<number> {
  const number = one.number.replace(/\s+/gu, ' ').trim();
  await tx.run(sql`insert into appointment_decision (portal_id, number, decided_on, recorded_by, recorded_at)
    values (${one.portalId}, ${number}, ${one.decidedOn}::date, ${one.recordedBy}, ${one.at})
    on conflict (portal_id, number, decided_on) do nothing`);
  const { id } = await tx.get<{ id: number }>(sql`select id from appointment_decision
    where portal_id = ${one.portalId} and number = ${number} and decided_on = ${one.decidedOn}::date`);
  return id;
}
