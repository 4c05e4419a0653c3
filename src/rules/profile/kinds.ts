import type { Unit } from '../clock/index.ts';

/** The closed vocabularies of a regulation profile. A room that handles one of these kinds imports it from the door. */

/** Categories made of articles and pages (Điều 8 Lào Cai, Điều 5 Thái Bình, Điều 8 Quảng Ngãi, …). */
export const pageKinds = [
  'introduction',
  'news',
  'direction',
  'legal-dissemination',
  'strategy-plan',
  'statement',
  'english',
  'contact',
  'transaction-info',
  'other',
] as const;

/** Categories that live in a register of their own: known here so that completeness and deadlines know them. */
export const registerKinds = [
  'documents',
  'gazette',
  'projects',
  'consultation',
  'science',
  'statistics',
  'services',
  'questions',
  'dialogues',
  'datasets',
  'information-requests',
  'personal-data-requests',
] as const;

export const contentKinds = [...pageKinds, ...registerKinds] as const;

/** What starts a clock. `accepted` is the acceptance (nghiệm thu) of a science topic. */
export const startEvents = [
  'issued',
  'approved',
  'accepted',
  'changed',
  'occurred',
  'received',
  'decidedToPublish',
  'answered',
] as const;

/**
 * Which of several values of one category applies: who owes a document (its issuer, or a body within the scope of
 * the text), how hard a question is, or what is asked about one's own data; `reaction` is the first word owed there.
 */
export const dutyVariants = [
  'issuer',
  'inScope',
  'ownCompetence',
  'interAgency',
  'special',
  'outOfScope',
  'simple',
  'complexNotice',
  'complex',
  'reaction',
  'access',
  'restriction',
  'deletion',
] as const;

/** How a text asks for updating when it names no number of days. */
export const paces = ['regularly', 'promptly', 'immediately', 'onChange'] as const;

/** The units a clock counts in (rules/clock): `ngay` is "ngày" without holidays, `immediate` reads no number. */
export const periodUnits = [
  'workingDay',
  'calendarDay',
  'ngay',
  'immediate',
] as const satisfies readonly Unit[];

/** What a text may want a portal to say of itself, so that people can reach the body behind it. */
export const imprintFacts = [
  'managedBy',
  'responsible',
  'address',
  'phone',
  'fax',
  'email',
  'licence',
] as const;
export type ImprintFact = (typeof imprintFacts)[number];

export const portalRoles = ['main', 'member'] as const;

/** Places in a board of editors, the first of rank first. */
export const boardPlaces = ['chair', 'standingDeputy', 'deputy', 'secretary', 'member'] as const;

/** Kinds of body a regulation knows. `committee` is the owner of the main portal (UBND tỉnh, UBND thành phố). */
export const bodyKinds = [
  'committee',
  'department',
  'district',
  'commune',
  'massOrganisation',
  'school',
  'unit',
  'other',
] as const;

/** Who contributes under the board's approval without being a body of the portal (TB-064, BG-003, LX-003). */
export const contributorKinds = ['press', 'enterprise', 'person', 'organisation'] as const;

/**
 * The intakes, kept apart because the law keeps them apart: question (hỏi đáp), feedback on administrative regulations
 * (phản ánh, kiến nghị), complaint or denunciation (khiếu nại, tố cáo), quality of the portal, difficulties with the
 * regulation itself, request for information (Luật Tiếp cận thông tin), request about one's own personal data (Luật Bảo
 * vệ dữ liệu cá nhân).
 */
export const inquiryKinds = [
  'question',
  'feedback',
  'complaint',
  'quality',
  'regulation',
  'information',
  'personalData',
] as const;

export const askerKinds = ['person', 'organisation'] as const;

/** What a regulation may have an asker state. `licence`: number of the decision or licence of establishment. */
export const askerFieldCodes = [
  'name',
  'nationality',
  'occupation',
  'addressStreet',
  'addressCommune',
  'addressDistrict',
  'addressProvince',
  'representative',
  'representativeTitle',
  'licence',
] as const;

export type PageKind = (typeof pageKinds)[number];
export type RegisterKind = (typeof registerKinds)[number];
export type ContentKind = (typeof contentKinds)[number];
export type StartEvent = (typeof startEvents)[number];
export type DutyVariant = (typeof dutyVariants)[number];
export type Pace = (typeof paces)[number];
export type PeriodUnit = (typeof periodUnits)[number];
export type PortalRole = (typeof portalRoles)[number];
export type BoardPlace = (typeof boardPlaces)[number];
export type BodyKind = (typeof bodyKinds)[number];
export type ContributorKind = (typeof contributorKinds)[number];
export type InquiryKind = (typeof inquiryKinds)[number];
export type AskerKind = (typeof askerKinds)[number];
export type AskerFieldCode = (typeof askerFieldCodes)[number];
