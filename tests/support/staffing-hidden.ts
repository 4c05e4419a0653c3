import { sql } from '../../src/platform/db/index.ts';
import type { World } from './world.ts';

/** A board with a member, a decision, a review, a hand-over and a proposed right of a portal, all with its mark. */
export function hideStaffing(
  world: World,
  portalId: number,
  { personId, mark }: { personId: number; mark: string },
) {
  return world.app.ports.database.transaction({ as: 'system' }, async (tx) => {
    const decision = await tx.get<{ id: number }>(sql`insert into appointment_decision
        (portal_id, number, decided_on, issuer, recorded_at)
      values (${portalId}, ${`${mark} số`}, '2026-11-02', ${`${mark} ban hành`}, now()) returning id`);
    const board = await tx.get<{ id: number }>(sql`insert into board
        (portal_id, code, name_vi, name_en, decision_id, founded_on, changed_at)
      values (${portalId}, 'assistants', ${`${mark} tổ`}, ${`${mark} board`}, ${decision.id}, '2026-11-02', now()) returning id`);
    const member = await tx.get<{ id: number }>(sql`insert into board_member
        (board_id, portal_id, place, full_name, office, from_on, decision_id, is_shown, added_at)
      values (${board.id}, ${portalId}, 'member', ${`${mark} thành viên`}, ${`${mark} chức`}, '2026-11-02', ${decision.id},
        true, now()) returning id`);
    const review = await tx.get<{ id: number }>(sql`insert into rights_review (portal_id, opened_at, due_on)
      values (${portalId}, now(), '2026-12-31') returning id`);
    const handOver = await tx.get<{ id: number }>(sql`insert into hand_over
        (portal_id, person_id, leaves_on, reason, closes_account, begun_at)
      values (${portalId}, ${personId}, '2026-12-31', ${`${mark} lý do`}, true, now()) returning id`);
    const proposal = await tx.get<{
      id: number;
    }>(sql`insert into grant_proposal (portal_id, person_id, role, valid_from,
        decision, decided_on, proposed_by, proposed_at)
      values (${portalId}, ${personId}, 'boardMember', '2026-11-02', ${`${mark} số`}, '2026-11-02',
        (select min(id) from person), now()) returning id`);
    return {
      ...{ boardId: board.id, memberId: member.id, decisionId: decision.id, reviewId: review.id },
      ...{ handOverId: handOver.id, grantProposalId: proposal.id },
    };
  });
}
