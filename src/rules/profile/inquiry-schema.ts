import { z } from 'zod';
import { ROLES } from '../access/index.ts';
import { askerFieldCodes, inquiryKinds } from './kinds.ts';
import { code, holder, legal, oneOf, ours, portals, words } from './schema-parts.ts';

const askerFields = z
  .array(
    z.strictObject({
      ...ours,
      code: oneOf(askerFieldCodes),
      label: words,
      /** false: may be asked, and the asker may leave it empty. */
      required: z.boolean().default(true),
    }),
  )
  .default([]);

/** What a question must state about who asks it (Lào Cai Đ11.3). Empty where the text names nothing. */
export const askerSchema = z
  .strictObject({ person: askerFields, organisation: askerFields })
  .default({ person: [], organisation: [] });

const intake = z.strictObject({
  ...legal,
  kind: oneOf(inquiryKinds),
  name: words,
  portals: portals.default(['main', 'member']),
  /** To whom the text sends it (Thái Bình Đ16, Quảng Ngãi Đ19.2, Long Xuyên Đ24, Bắc Giang Đ19.2). */
  to: holder.optional(),
  /** Through whom it goes there (Long Xuyên Đ24). */
  through: holder.optional(),
});

/** What a text says about the conversations with the public; times stand among the duties. */
export const inquirySchema = z
  .strictObject({
    intakes: z.array(intake).default([]),
    /** Complaints and denunciations are not taken as questions; `instead` is the intake they go to. */
    refusesComplaints: z.strictObject({ ...legal, instead: oneOf(inquiryKinds).optional() }).optional(),
    /** What may be asked. */
    scope: z
      .strictObject({
        ...legal,
        topics: z
          .array(z.strictObject({ code, name: words }))
          .min(1, { error: 'must name at least one topic' }),
      })
      .optional(),
    /** Whether the answering body chooses how it answers, or must publish what is of common concern. */
    delivery: z.strictObject({ ...legal, mustPublish: oneOf(['none', 'commonConcern'] as const) }).optional(),
    /** What stands under every answer; the wording is the product's own, the sense that of the article. */
    disclaimer: z.strictObject({ ...legal, text: words }).optional(),
    /** Who answers for the body. */
    signer: z.strictObject({ ...legal, role: oneOf(ROLES), title: words }).optional(),
  })
  .optional();
