// A regulation as data: read, checked, asked. Pure; the files stand in /profiles.
export { type CheckWeight, checkWeight } from './checks.ts';
export {
  clockRuleOf,
  type DutyCase,
  type DutyStep,
  dutyFor,
  type FoundDuty,
  listDuties,
  listStartEvents,
} from './duties.ts';
export {
  type AskerField,
  askerFields,
  type Basis,
  clockCategoryOf,
  type InquiryRules,
  type Intake,
  inquiryRules,
  keepUntil,
} from './inquiries.ts';
export {
  type AskerFieldCode,
  type AskerKind,
  askerFieldCodes,
  askerKinds,
  type BoardPlace,
  type BodyKind,
  boardPlaces,
  bodyKinds,
  type ContentKind,
  type ContributorKind,
  contentKinds,
  contributorKinds,
  type DutyVariant,
  dutyVariants,
  type ImprintFact,
  type InquiryKind,
  imprintFacts,
  inquiryKinds,
  type Pace,
  type PageKind,
  type PeriodUnit,
  type PortalRole,
  paces,
  pageKinds,
  periodUnits,
  portalRoles,
  type RegisterKind,
  registerKinds,
  type StartEvent,
  startEvents,
} from './kinds.ts';
export { ProfileError, type ProfileSet, parseProfile, profileSet } from './parse.ts';
export type {
  AppointmentsRule,
  BoardRule,
  BodyKindRule,
  CreditRule,
  DomainRule,
  Duty,
  Holder,
  Profile,
  RecurringRule,
  RoleRule,
  Section,
  UsernameRule,
} from './schema.ts';
export { creditLine, findBodyKind, imprintOf, memberTerm, requiredSections } from './sections.ts';
export { shippedProfiles } from './shipped.ts';
export { isInForce, nationalOn, profileOn, type RegulationTimeline } from './timeline.ts';
export { inquiryKindWords, paceWords } from './words.ts';
