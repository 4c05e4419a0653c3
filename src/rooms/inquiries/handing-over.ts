import type { HandsOver } from '../../platform/room.ts';
import { listInChargeOf } from './hand-over-store.ts';
import { INTAKE_RULES } from './intakes.ts';
import { takeStep } from './moving.ts';
import { lockInquiry } from './store.ts';

/** Inquiries somebody is in charge of go to a successor, as a step of their history; only numbers are told. */
export const handsOver: HandsOver = {
  label: { vi: 'Thư đang phụ trách', en: 'Inquiries in charge of' },
  list: async (db, of) =>
    (await listInChargeOf(db, of)).map(({ id, intake }) => {
      const { name } = INTAKE_RULES[intake];
      return { kind: 'inquiry', id, title: { vi: `${name.vi} số ${id}`, en: `${name.en} no. ${id}` } };
    }),
  take: async (context, { portalId, fromPersonId, toPersonId, ids }) => {
    for (const id of ids) {
      const row = await lockInquiry(context.tx, id);
      if (row?.portal_id !== portalId || row.officer_id !== fromPersonId) continue;
      await takeStep(context, row, 'assign', {
        ...{ changes: { officerId: toPersonId }, facts: { officerId: toPersonId } },
      });
    }
  },
};
