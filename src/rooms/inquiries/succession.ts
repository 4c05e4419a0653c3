import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Machine } from '../../rules/access/index.ts';
import { sendBackAnswer } from './answering.ts';
import { forwardInquiry } from './sorting.ts';
import { listOrphans, type OrphanRow } from './succession-store.ts';
import { goOnWithoutReply } from './timing.ts';

const FOLLOW_JOB = 'inquiries.followSuccessors';
const AT_ONCE = 500;

/**
 * What a body had open when its portal was closed (merged, dissolved) goes to the body that took over its names, else to
 * the main portal: by the moves anybody would make, each on record. The clock goes on. Safe to run at any time.
 */
export const followSuccessors: JobDefinition<Ports> = {
  name: FOLLOW_JOB,
  retryLimit: 5,
  cron: '*/10 * * * *',
  async run(ports) {
    const orphans = await ports.database.transaction({ as: 'system' }, (tx) => listOrphans(tx, AT_ONCE));
    for (const orphan of orphans) await handOver(ports, orphan);
    if (orphans.length === AT_ONCE) await followSuccessors.run(ports, {});
  },
};

async function handOver({ perform }: Ports, orphan: OrphanRow): Promise<void> {
  const machine: Machine = { kind: 'machine', name: FOLLOW_JOB, localityId: orphan.locality_id };
  const on = { portalId: orphan.portal_id, inquiryId: orphan.id };
  const note = `Cổng của ${orphan.body_vi} đã đóng; thư theo về cơ quan kế thừa.`;
  // the successor takes it in anew; a draft written before stays
  if (orphan.state === 'drafted' || orphan.state === 'checked')
    await perform(machine, sendBackAnswer, { ...on, note });
  if (orphan.state === 'waitingForAsker') await perform(machine, goOnWithoutReply, on);
  await perform(machine, forwardInquiry, { ...on, toPortalId: orphan.successor_portal_id, note });
}
