import type { CivilDate } from '../calendar/index.ts';
import type { ArticleRef, ClockRule } from '../clock/index.ts';
import type { Words } from '../lang.ts';
import type { ContentKind, DutyVariant, PortalRole, StartEvent } from './kinds.ts';
import type { ProfileSet } from './parse.ts';
import type { Duty, Profile } from './schema.ts';
import { isInForce, nationalOn, profileOn, type RegulationTimeline } from './timeline.ts';
import { gapStep, nationalStep, noRegulationStep, ownStep } from './words.ts';

/** The case for which a time limit is looked up. */
export interface DutyCase {
  profiles: ProfileSet;
  /** The regulations of the locality by date. */
  timeline: RegulationTimeline;
  contentKind: ContentKind;
  startEvent: StartEvent;
  /** Whose portal it is: the main one, or that of a member. */
  bodyRole: PortalRole;
  /** The civil date of the start event: the values in force on that day hold for the whole clock. */
  on: CivilDate;
  /** Left out: `issuer` for documents, `ownCompetence` for questions, `simple` for information requests, `access` for those about personal data. */
  variant?: DutyVariant;
}

/** One step of the way to the value, for the trace a reader sees. */
export interface DutyStep {
  profileCode: string;
  /** Absent where the step is that the text says nothing. */
  article?: string;
  words: Words;
}

/** A time limit with the text it comes from. `via` says whether the locality's own regulation has the number. */
export interface FoundDuty {
  rule: ClockRule;
  duty: Duty;
  profile: Profile;
  article: ArticleRef;
  via: 'own' | 'fallback';
  steps: DutyStep[];
}

const usualVariant: Partial<Record<ContentKind, DutyVariant>> = {
  documents: 'issuer',
  questions: 'ownCompetence',
  'information-requests': 'simple',
  'personal-data-requests': 'access',
};

/**
 * The time limit for a case, with its legal basis. The regulation in force on the day of the start event decides; when
 * it names no number for the category, the national text of that day does, and `steps` says so. Undefined when neither
 * has one. A regulation that has a number for the category but counts it from another event is not passed over:
 * ask `listStartEvents` first.
 */
export function dutyFor(asked: DutyCase): FoundDuty | undefined {
  const { profiles, timeline, on } = asked;
  const code = profileOn(timeline, on);
  const own = code === undefined ? undefined : getProfile(profiles, code);
  if (own !== undefined) {
    const duty = findTimed(own, asked);
    if (duty !== undefined) return found(own, duty, 'own', asked.startEvent, [ownStep(own, duty)]);
    if (own.level === 'national' || hasOwnNumber(own, asked)) return undefined;
  }
  const national = nationalOn(profiles, own, on);
  const duty = national && findTimed(national, asked);
  if (national === undefined || duty === undefined) return undefined;
  const first = own === undefined ? noRegulationStep(national) : gapStep(own, findPace(own, asked));
  return found(national, duty, 'fallback', asked.startEvent, [first, nationalStep(national, duty)]);
}

/** The events from which a category is counted on a day, own regulation before national; empty when nothing counts it. */
export function listStartEvents(asked: Omit<DutyCase, 'startEvent'>): StartEvent[] {
  const { profiles, timeline, on } = asked;
  const code = profileOn(timeline, on);
  const own = code === undefined ? undefined : getProfile(profiles, code);
  const national = nationalOn(profiles, own, on);
  for (const profile of [own, national]) {
    const events = profile ? timed(profile, asked).flatMap((duty) => duty.startEvents) : [];
    if (events.length > 0) return [...new Set(events)];
  }
  return [];
}

/** Every value of a profile in force on a day, timed or only paced, in the order of the text. */
export function listDuties(profile: Profile, on: CivilDate): Duty[] {
  return profile.duties.filter((duty) => isInForce(duty, on));
}

/** The value as a rule the clock can count with; undefined where the text names only a pace. */
export function clockRuleOf(profile: Profile, duty: Duty, via: 'own' | 'fallback'): ClockRule | undefined {
  if (duty.period === undefined) return undefined;
  const ref = (article: string) => refOf(profile, duty, via, article);
  return {
    duty: duty.duty[0] ?? `${profile.code}:${duty.code}`,
    period: duty.period,
    article: ref(duty.article),
    startEvent: duty.startEvents[0] ?? 'received',
    ...(duty.startAt !== undefined && { startAt: duty.startAt }),
    ...(duty.startArticle !== undefined && { startArticle: ref(duty.startArticle) }),
    ...(duty.weekends !== undefined && { weekends: duty.weekends }),
    ...(duty.cap !== undefined && { cap: { ...duty.cap, article: ref(duty.cap.article) } }),
    ...(duty.extension !== undefined && {
      extension: { ...duty.extension, article: ref(duty.extension.article) },
    }),
    ...(duty.pause !== undefined && { allowsPause: true }),
  };
}

function found(
  profile: Profile,
  duty: Duty,
  via: 'own' | 'fallback',
  startEvent: StartEvent,
  steps: DutyStep[],
): FoundDuty | undefined {
  const rule = clockRuleOf(profile, duty, via);
  if (rule === undefined) return undefined;
  return { rule: { ...rule, startEvent }, duty, profile, article: rule.article, via, steps };
}

function refOf(profile: Profile, duty: Duty, via: 'own' | 'fallback', article: string): ArticleRef {
  const { kind, number } = profile.instrument;
  const instrument = duty.source ?? (via === 'fallback' ? `${kind.vi} ${number}` : undefined);
  return instrument === undefined ? { article } : { article, instrument };
}

type Category = Omit<DutyCase, 'startEvent' | 'profiles' | 'timeline'>;

function ofCategory(profile: Profile, { contentKind, bodyRole, on }: Category): Duty[] {
  return listDuties(profile, on).filter(
    (duty) => duty.contentKinds.includes(contentKind) && duty.portals.includes(bodyRole),
  );
}

function timed(profile: Profile, asked: Category): Duty[] {
  const variant = asked.variant ?? usualVariant[asked.contentKind];
  const duties = ofCategory(profile, asked).filter((duty) => duty.period !== undefined);
  const exact = duties.filter((duty) => duty.variant === variant);
  return exact.length > 0 ? exact : duties.filter((duty) => duty.variant === undefined);
}

function findTimed(profile: Profile, asked: DutyCase): Duty | undefined {
  return timed(profile, asked).find((duty) => duty.startEvents.includes(asked.startEvent));
}

// The category is regulated here, only counted from another event or for another variant: the national default, made
// for what has no time limit, does not apply to it.
function hasOwnNumber(profile: Profile, asked: DutyCase): boolean {
  return ofCategory(profile, asked).some((duty) => duty.period !== undefined);
}

function findPace(profile: Profile, asked: DutyCase): Duty | undefined {
  const variant = asked.variant ?? usualVariant[asked.contentKind];
  const paced = ofCategory(profile, asked).filter(
    (duty) => duty.period === undefined && (duty.variant === undefined || duty.variant === variant),
  );
  return paced.find((duty) => duty.startEvents.includes(asked.startEvent)) ?? paced[0];
}

function getProfile(profiles: ProfileSet, code: string): Profile {
  const profile = profiles.get(code);
  if (profile === undefined) throw new Error(`The timeline names profile ${code}, which is not loaded`);
  return profile;
}
