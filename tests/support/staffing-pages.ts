import assert from 'node:assert/strict';
import { grantRoles } from '../../src/rooms/accounts/commands.ts';
import { addMember, foundBoard } from '../../src/rooms/boards/index.ts';
import { beginHandOver } from '../../src/rooms/staffing/hand-over-commands.ts';
import { listDecisions } from '../../src/rooms/staffing/index.ts';
import { openReview } from '../../src/rooms/staffing/review-commands.ts';
import type { World } from './world.ts';

/** Numbers for the addresses of boards, decisions, reviews and hand-overs. */
export interface StaffingPages {
  board: number;
  decision: number;
  review: number;
  handOver: number;
}

/** On the main portal: a board with a member, a right that waits, a review and a hand-over under way. */
export async function fillStaffing(world: World): Promise<StaffingPages> {
  const { ports } = world.app;
  const { id: portalId, localityId } = world.portal('lao-cai/main');
  const by = (username: string) => world.actors[username] ?? assert.fail(username);
  const decided = { decision: '77/QĐ-UBND', decidedOn: '2026-11-02' };
  const founding = { ...decided, portalId, code: 'council', foundedOn: '2026-11-02', standingBody: null };
  const { boardId: board } = await ports.perform(by('lc.content'), foundBoard, founding);
  await ports.perform(by('lc.content'), addMember, {
    ...{ ...decided, portalId, boardId: board, place: 'chair', fullName: 'Vàng Thị Ghế' },
    ...{ office: 'Phó Chủ tịch UBND tỉnh', personId: null, fromOn: '2026-11-02', toOn: null, isShown: true },
  });
  await ports.perform(by('lc.technical'), grantRoles, {
    ...{ ...decided, portalId, viaPortalId: portalId, validFrom: '2026-11-20', validTo: null },
    ...{ personId: by('lc.checker').personId, roles: ['boardMember'] },
  });
  const machine = { kind: 'machine', name: 'staffing', localityId } as const;
  const { reviewId } = await ports.perform(machine, openReview, { portalId, lastOn: '2026-07-01' });
  const { handOverId } = await ports.perform(by('lc.head'), beginHandOver, {
    ...{ portalId, personId: by('lc.editor').personId, leavesOn: '2026-12-31' },
    ...{ reason: 'Chuyển công tác.', closesAccount: true },
  });
  const [decision] = await ports.database.transaction({ as: 'system' }, (tx) =>
    listDecisions(tx, [portalId]),
  );
  return { board, decision: decision?.id ?? 0, review: reviewId, handOver: handOverId };
}

/** An address with the numbers of these. */
export function staffingAddress(path: string, portalId: number, ids: StaffingPages): string {
  return path
    .replace('/ban-bien-tap/:id', `/ban-bien-tap/${portalId}`)
    .replace(':board', String(ids.board))
    .replace(':decision', String(ids.decision))
    .replace(':review', String(ids.review))
    .replace(':handOver', String(ids.handOver));
}
