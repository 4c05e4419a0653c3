import { z } from 'zod';
import { ROLES } from '../access/index.ts';
import { checkCodes, weights } from '../checker/codes.ts';
import { askerSchema, inquirySchema } from './inquiry-schema.ts';
import {
  boardPlaces,
  bodyKinds,
  contentKinds,
  contributorKinds,
  dutyVariants,
  imprintFacts,
  paces,
  portalRoles,
  startEvents,
} from './kinds.ts';
import {
  civilDate,
  code,
  dutyIds,
  holder,
  legal,
  oneOf,
  ours,
  period,
  portals,
  text,
  wholeNumber,
  words,
} from './schema-parts.ts';

export const dutySchema = z.strictObject({
  code,
  contentKinds: z.array(oneOf(contentKinds)).min(1, { error: 'must name at least one content kind' }),
  startEvents: z.array(oneOf(startEvents)).min(1, { error: 'must name at least one start event' }),
  variant: oneOf(dutyVariants).optional(),
  portals: portals.default(['main', 'member']),
  /** Number and unit of the period; absent where the text only names a pace. */
  period: period.optional(),
  /** The pace the text asks for when it names no number ("thường xuyên", "kịp thời", "ngay"). */
  pace: oneOf(paces).optional(),
  /** The unit as printed where it is read otherwise (Lào Cai Đ11.6: "ngày"). */
  printedUnit: text.optional(),
  /** Clock time from which a working day counts (Lào Cai Đ11.6.c: 08:00). */
  startAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time HH:MM' })
    .optional(),
  /** The article that says from when the clock runs, when it is another one. */
  startArticle: text.optional(),
  /** For `ngay`: whether weekly rest days count; a reading where the text is silent. */
  weekends: oneOf(['excluded', 'counted'] as const).optional(),
  /** The longest a promised date may take, from the same start. */
  cap: z.strictObject({ ...period.shape, article: text }).optional(),
  extension: z.strictObject({ ...period.shape, times: wholeNumber, article: text }).optional(),
  /** The article by which asking back stops the clock; without it nothing does. */
  pause: z.strictObject({ article: text }).optional(),
  /** Which acts satisfy the duty; a notice with a stated answer date opens a second obligation for that date. */
  satisfiedBy: z
    .array(oneOf(['publication', 'answer', 'noticeWithDate', 'notice', 'forwarding'] as const))
    .default(['publication']),
  name: words,
  ...legal,
});

export const sectionSchema = z.strictObject({
  code,
  kind: oneOf(contentKinds),
  /** true: kept in a register of its own, not as articles or pages. */
  register: z.boolean(),
  name: words,
  /** false: the regulation allows the section and does not demand it. */
  required: z.boolean().default(true),
  portals,
  bodyKinds: z.array(oneOf(bodyKinds)).min(1, { error: 'must name at least one body kind' }),
  /** What the section must hold at least, where the text lists it. */
  parts: z
    .array(
      z.strictObject({
        code,
        name: words,
        bodyKinds: z.array(oneOf(bodyKinds)).optional(),
        portals: portals.optional(),
        duty: dutyIds.default([]),
      }),
    )
    .default([]),
  update: z
    .strictObject({ pace: oneOf([...paces, 'period'] as const), article: text, duty: dutyIds })
    .optional(),
  ...legal,
});

export const domainSchema = z.strictObject({
  code,
  bodyKinds: z.array(oneOf(bodyKinds)).min(1),
  portal: oneOf(portalRoles),
  /** The one host the text prints, for the main portal. */
  host: text.optional(),
  /** Level counted from the right: vn = 1, gov.vn = 2, laocai.gov.vn = 3. */
  level: wholeNumber.optional(),
  form: oneOf(['abbreviation', 'fullName', 'either'] as const),
  languages: z.array(oneOf(['vi', 'en'] as const)).min(1),
  /** Which host the label stands before. */
  parent: oneOf(['none', 'main', 'superior'] as const),
  pattern: text,
  /** Fixed hosts the text names against its own form (tpbacgiang.bacgiang.gov.vn). */
  exceptions: z.array(z.strictObject({ bodyName: text, host: text })).default([]),
  /** Who must agree before the name is used; empty where nobody is named. */
  agreedBy: z.array(holder).default([]),
  /** Who creates the name. */
  suppliedBy: holder.optional(),
  requiresIpv6: z.boolean().default(false),
  ...legal,
});

export const bodyKindSchema = z.strictObject({
  kind: oneOf(bodyKinds),
  level: oneOf(['province', 'district', 'commune', 'any'] as const),
  name: words,
  /** Must supply and exchange information; the others join of their own will. */
  obliged: z.boolean(),
  /** How a body that is not obliged comes in; `writtenRequest` needs the decision of the committee attached. */
  joinBy: oneOf(['none', 'ownDecision', 'writtenRequest'] as const).default('none'),
  ...legal,
});

export const profileSchema = z.strictObject({
  code,
  level: oneOf(['local', 'national'] as const),
  localityCode: code.optional(),
  /** Profile consulted where this one has no value; by date, through `predecessor` of that one. */
  fallback: code.optional(),
  /** The text this one took the place of: in force before it. */
  predecessor: code.optional(),
  instrument: z.strictObject({
    number: text,
    printedNumber: text.optional(),
    /** How the text calls itself in a sentence: "Quy chế", "Quy định", "Nghị định". */
    kind: words,
    title: words,
    issuer: words,
    issuedOn: civilDate,
    inForceFrom: civilDate,
    inForceTo: civilDate.optional(),
    /** Present where the text prints no date and the date was computed. */
    inForceRule: z.strictObject({ daysAfterSigning: wholeNumber }).optional(),
    scope: words,
    basedOn: z
      .array(z.strictObject({ number: text, title: words, article: text, duty: dutyIds }))
      .default([]),
    replaces: z.array(text).default([]),
    article: text,
    duty: dutyIds,
    confirmed: z.boolean().default(true),
    note: words.optional(),
  }),
  /** Texts cited here that are amended or replaced apply in their new form (Bắc Giang Đ19.1). */
  amendedTextsApply: z.strictObject(legal).optional(),
  terms: z.strictObject({
    mainPortal: words,
    mainPortalShort: words,
    memberPortal: words,
    article: text,
    duty: dutyIds,
  }),
  languages: z.array(z.strictObject({ ...ours, language: oneOf(['vi', 'en'] as const) })).min(1),
  /** What must exist in English, and where. */
  english: z
    .array(
      z.strictObject({
        ...legal,
        contentKinds: z.array(oneOf(contentKinds)).min(1),
        portals,
        forReference: z.boolean(),
        note: words.optional(),
      }),
    )
    .default([]),
  /** Domain of the official mail addresses of staff (Lào Cai Đ8.1.i: …@laocai.gov.vn). */
  officialMail: z.strictObject({ domain: text, article: text, duty: dutyIds }).optional(),
  bodyKinds: z.array(bodyKindSchema),
  contributors: z.array(z.strictObject({ ...legal, kind: oneOf(contributorKinds), name: words })).default([]),
  domains: z.array(domainSchema),
  username: z.strictObject({
    ...ours,
    /** Parts joined in order: initials of surname and middle names, given name, abbreviation of the unit. */
    parts: z.array(oneOf(['initials', 'givenName', 'unitAbbreviation'] as const)).min(1),
    separator: oneOf(['', '.', '-'] as const),
  }),
  credit: z.strictObject({
    ...ours,
    /** {host} is the host of the page, {portal} the name of its portal. The first is inserted, the others are also right. */
    templates: z.array(words).min(1),
  }),
  /** What every portal must say of itself ("thông tin giao dịch"), by article; shown at the foot of every page. */
  imprint: z
    .array(
      z.strictObject({
        ...legal,
        facts: z.array(oneOf(imprintFacts)).min(1, { error: 'must name at least one fact' }),
      }),
    )
    .default([]),
  sections: z.array(sectionSchema),
  duties: z.array(dutySchema),
  /** Things that come round: reports, reviews, dialogues. `dueDay` is the day of the last month of the period. */
  recurring: z
    .array(
      z.strictObject({
        ...legal,
        code,
        kind: oneOf(['report', 'review', 'plan', 'dialogue', 'publication'] as const),
        every: oneOf(['month', 'quarter', 'halfYear', 'year', 'afterEvent', 'unstated'] as const),
        dueDay: wholeNumber.optional(),
        name: words,
        from: words,
        to: words.optional(),
      }),
    )
    .default([]),
  /** How long at least a thing is kept (Thái Bình Đ6.2.e: questions and answers 30 days from the answer). */
  retention: z
    .array(
      z.strictObject({
        ...legal,
        contentKinds: z.array(oneOf(contentKinds)).min(1),
        startEvents: z.array(oneOf(startEvents)).min(1),
        atLeast: z.strictObject({ ...period.shape, unit: oneOf(['calendarDay'] as const) }),
      }),
    )
    .default([]),
  asker: askerSchema,
  inquiries: inquirySchema,
  roles: z.array(
    z.strictObject({
      ...ours,
      role: oneOf(ROLES),
      portal: oneOf(portalRoles).optional(),
      title: words,
      holder,
    }),
  ),
  boards: z.array(
    z.strictObject({
      ...legal,
      code,
      portal: oneOf(portalRoles),
      name: words,
      appointedBy: holder,
      standingBody: holder.optional(),
      partTime: z.boolean().optional(),
      /** Whether a board must exist, or staff may be assigned instead (Thái Bình Đ7.2). */
      optional: z.boolean().default(false),
      members: z.array(
        z.strictObject({
          title: words,
          holder: holder.optional(),
          role: oneOf(ROLES),
          seal: words.optional(),
          /** Where the title stands in the board; `member` where the text says no more. */
          place: oneOf(boardPlaces).default('member'),
          /** How many the text demands or allows, where it says so. */
          atLeast: wholeNumber.optional(),
          atMost: wholeNumber.optional(),
          /** Offices of which each such member must hold one, in the words of decisions; empty where any will do. */
          offices: z.array(text).default([]),
        }),
      ),
    }),
  ),
  /** What the text demands of what is published, as weights of the checker; everything else has the weight of the product. */
  checks: z
    .array(
      z.strictObject({
        ...legal,
        codes: z.array(oneOf(checkCodes)).min(1, { error: 'must name at least one check' }),
        weight: oneOf(weights),
      }),
    )
    .default([]),
  /** Where the decision that appoints whoever works on a portal must be sent, or told of (LX Đ8.1, BG Đ12.3). */
  appointments: z
    .strictObject({
      ...legal,
      sentTo: z.array(holder).min(1),
      what: oneOf(['decision', 'notice'] as const),
    })
    .optional(),
  /** Mistakes of the printed text that must not be copied. */
  errata: z
    .array(z.strictObject({ article: text, printed: text, correct: text, duty: dutyIds, note: words }))
    .default([]),
});

/** A regulation as data. Parsed by `parseProfile`, so that every date, kind and id in it is known good. */
export type Profile = z.infer<typeof profileSchema>;
export type Duty = z.infer<typeof dutySchema>;
export type Section = z.infer<typeof sectionSchema>;
export type DomainRule = z.infer<typeof domainSchema>;
export type BodyKindRule = z.infer<typeof bodyKindSchema>;
export type Holder = z.infer<typeof holder>;
export type UsernameRule = Profile['username'];
export type CreditRule = Profile['credit'];
export type BoardRule = Profile['boards'][number];
export type AppointmentsRule = NonNullable<Profile['appointments']>;
export type RecurringRule = Profile['recurring'][number];
export type RoleRule = Profile['roles'][number];
export type IntakeRule = NonNullable<Profile['inquiries']>['intakes'][number];
