import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Machine } from '../../rules/access/index.ts';
import { listRevived, type RevivedRow } from './erasures-store.ts';
import { forgetInquiry, REMEMBER_JOB } from './forgetting.ts';
import { withdrawInquiry } from './receiving.ts';
import { isOpen } from './rules.ts';

/** A line of the ledger outside the database: digests of codes and a time, nothing of the person. */
interface ErasureLine {
  at: string;
  codes: readonly string[];
}

/** Digests asked for at once. */
const BATCH = 1_000;

/** Writes what was deleted into the ledger, once it is certain. Twice does no harm. */
export const rememberErasure: JobDefinition<Ports> = {
  name: REMEMBER_JOB,
  retryLimit: 20,
  async run({ erasures }, { at, codes }) {
    await erasures.append({ at, codes } satisfies Record<keyof ErasureLine, unknown>);
  },
};

/**
 * Forgets again what an older copy of the database brought back. Run at every start, before anything is served, and by
 * the operator after a restore. What was still open in the copy is closed as withdrawn: nobody could answer it any more.
 * @returns how many inquiries had come back
 */
export async function replayErasures(ports: Ports): Promise<number> {
  const codes = [...new Set((await ports.erasures.read()).flatMap(codesOf))];
  let found = 0;
  for (let from = 0; from < codes.length; from += BATCH) {
    const batch = codes.slice(from, from + BATCH);
    const revived = await ports.database.transaction({ as: 'system' }, (tx) => listRevived(tx, batch));
    for (const row of revived) await forgetAgain(ports, row);
    found += revived.length;
  }
  return found;
}

async function forgetAgain({ perform }: Ports, row: RevivedRow): Promise<void> {
  const machine: Machine = { kind: 'machine', name: 'inquiries.replayErasures', localityId: row.locality_id };
  const inquiryId = row.id;
  if (isOpen(row.state)) {
    const note = 'Đã xóa trước khi cơ sở dữ liệu được khôi phục từ bản cũ.';
    await perform(machine, withdrawInquiry, { portalId: row.received_portal_id, inquiryId, note });
  }
  await perform(machine, forgetInquiry, { portalId: row.portal_id, inquiryId, why: 'replay' });
}

function codesOf(line: unknown): string[] {
  const { codes } = line as Partial<ErasureLine>;
  return Array.isArray(codes) ? codes.map(String) : [];
}
