import type { CommandContext } from '../../platform/command/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { reclassifyClock } from '../duties/index.ts';
import { listPortals, type PortalRow } from '../portals/index.ts';
import { INTAKE_RULES } from './intakes.ts';
import { clockSubject, inquiryMove, type OfInquiry, personIdOf } from './moving.ts';
import { NOTE_MIN } from './rules.ts';
import { sealText } from './sealed.ts';
import { type InquiryRow, insertPart, savePart } from './store.ts';

/** The portal of another body of the locality. @throws Refusal when there is none */
export async function otherPortal(
  { tx }: CommandContext,
  row: InquiryRow,
  portalId: number,
): Promise<PortalRow> {
  return otherOf(await listPortals(tx, row.locality_id), row, portalId);
}

function otherOf(portals: readonly PortalRow[], row: InquiryRow, portalId: number): PortalRow {
  const portal = portals.find((one) => one.id === portalId);
  if (!portal || portal.id === row.portal_id) {
    throw new Refusal(
      'body-missing',
      {
        vi: 'Hãy chọn cơ quan khác có cổng trong hệ thống.',
        en: 'Choose another body that has a portal here.',
      },
      'toPortalId',
    );
  }
  return portal;
}

export const nameOf = ({ name_vi, name_en }: PortalRow) => ({ vi: name_vi, en: name_en });

export async function isMainPortal({ tx }: CommandContext, row: InquiryRow): Promise<boolean> {
  return (await listPortals(tx, row.locality_id)).some((one) => one.id === row.portal_id && one.is_main);
}

/** Asks other bodies to contribute to one joint answer: the matter is inter-agency from then on. */
export const askBodies = inquiryMove<OfInquiry & { portalIds: readonly number[] }>(
  'askBodies',
  'inquiries.triage',
  {
    async act(context, row, { portalIds }) {
      const { tx, now: at, profiles } = context;
      if (portalIds.length === 0) {
        throw new Refusal(
          'body-missing',
          { vi: 'Hãy chọn ít nhất một cơ quan phối hợp.', en: 'Choose at least one body.' },
          'portalIds',
        );
      }
      const portals = await listPortals(tx, row.locality_id);
      for (const portalId of portalIds) {
        const { id } = otherOf(portals, row, portalId);
        await insertPart(tx, { inquiryId: row.id, portalId: id, at });
      }
      const all = [...new Set([...row.co_portal_ids, ...portalIds])];
      const isInterAgency =
        INTAKE_RULES[row.intake].variants.includes('interAgency') && row.variant === 'ownCompetence';
      if (isInterAgency)
        await reclassifyClock(tx, clockSubject(row.id), { variant: 'interAgency', at, profiles });
      return {
        changes: { coPortalIds: all, ...(isInterAgency && { variant: 'interAgency' as const }) },
        facts: { portalIds: [...portalIds] },
      };
    },
  },
);

/** What the body asked has to say; the lead body writes the joint answer. */
export const contributeToInquiry = inquiryMove<OfInquiry & { contribution: string }>(
  'contribute',
  'inquiries.answer',
  {
    by: 'co',
    async act(context, row, { portalId, contribution }) {
      const { tx, now, seal } = context;
      if (contribution.trim().length < NOTE_MIN) {
        throw new Refusal(
          'contribution-missing',
          { vi: 'Hãy viết ý kiến của cơ quan bạn.', en: 'Write what your body has to say.' },
          'contribution',
        );
      }
      const sealed = sealText(seal, row.code_digest, 'contribution', contribution.normalize('NFC').trim());
      await savePart(tx, {
        ...{ inquiryId: row.id, portalId, contribution: sealed, by: personIdOf(context), at: now },
      });
      return { facts: { portalId } };
    },
  },
);
