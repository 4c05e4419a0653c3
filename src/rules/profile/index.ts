// A regulation as data: read, checked, asked. Pure; the files stand in /profiles.
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
  type BodyKind,
  bodyKinds,
  type ContentKind,
  type ContributorKind,
  contentKinds,
  contributorKinds,
  type DutyVariant,
  dutyVariants,
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
export { creditLine, findBodyKind, memberTerm, requiredSections } from './sections.ts';
export { shippedProfiles } from './shipped.ts';
export { isInForce, nationalOn, profileOn, type RegulationTimeline } from './timeline.ts';
export { paceWords } from './words.ts';
