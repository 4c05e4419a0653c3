import { addDays, type CivilDate } from '../calendar/index.ts';
import type { ArticleRef } from '../clock/index.ts';
import type { Words } from '../lang.ts';
import {
  type AskerFieldCode,
  type AskerKind,
  type ContentKind,
  type InquiryKind,
  inquiryKinds,
  type Pace,
  type PortalRole,
} from './kinds.ts';
import type { Holder, IntakeRule, Profile, RoleRule } from './schema.ts';
import { isInForce } from './timeline.ts';

/** Where a value stands. Without an article only where it is a default of the product (`ours`). */
export interface Basis {
  profileCode: string;
  /** `instrument` is there when it is not the locality's own regulation. */
  article?: ArticleRef;
  duty: string[];
  via: 'own' | 'fallback';
  ours: boolean;
  confirmed: boolean;
  reading?: Words;
}

/** One way in, as a text knows it. `to` and `through`: the addressees the text names. */
export interface Intake {
  kind: InquiryKind;
  name: Words;
  portals: PortalRole[];
  to?: Holder;
  through?: Holder;
  basis: Basis;
}

/** What the texts of a locality say about its conversations with the public; undefined where none says it. */
export interface InquiryRules {
  /** In the order of `inquiryKinds`, each kind at most once. */
  intakes: Intake[];
  /** LC-055: complaints and denunciations are not taken as questions, but by the intake `instead`. */
  refusesComplaints: { instead: InquiryKind | undefined; basis: Basis } | undefined;
  /** LC-055: what may be asked. */
  scope: { topics: { code: string; name: Words }[]; basis: Basis } | undefined;
  /**
   * What is owed for a question out of scope: a notice at once (QN-041, LX-022), or prompt forwarding (LC-120).
   * Without a pace there is a number of days: `dutyFor` with the variant `outOfScope`.
   */
  outOfScope: { pace: Pace | undefined; act: 'notice' | 'forward'; basis: Basis } | undefined;
  /** `none`: publicly, directly or both, as the body sees fit (LC-058, TB-029); `commonConcern`: LX-023. */
  delivery: { mustPublish: 'none' | 'commonConcern'; basis: Basis } | undefined;
  /** LC-064, in the product's words. */
  disclaimer: { text: Words; basis: Basis } | undefined;
  /** LC-063: who answers for the body. */
  signer: { role: RoleRule['role']; title: Words; basis: Basis } | undefined;
  /** LC-043: answers to foreigners also in English, and on which portals. */
  english: { portals: PortalRole[]; forReference: boolean; basis: Basis } | undefined;
}

/** A field of the asker. `required` is what the regulation demands; the room adds what a reply needs. */
export interface AskerField {
  code: AskerFieldCode;
  label: Words;
  required: boolean;
  basis: Basis;
}

type Source = { profile: Profile; via: 'own' | 'fallback' };
type Value = {
  validFrom: string;
  validTo?: string | undefined;
  article?: string | undefined;
  source?: string | undefined;
  duty: string[];
  confirmed: boolean;
  ours?: boolean;
  reading?: Words | undefined;
};

/**
 * What is law for inquiries on a day: the locality's own value, and where its text says nothing the national one
 * (`nationalOn`). Each value with its basis; nothing is made up.
 */
export function inquiryRules(
  own: Profile | undefined,
  national: Profile | undefined,
  on: CivilDate,
): InquiryRules {
  const sources = sourcesOf(own, national);
  const say = <V extends Value, R>(pick: (profile: Profile) => V | undefined, shape: (value: V) => R) => {
    for (const source of sources) {
      const value = pick(source.profile);
      if (value !== undefined && isInForce(value, on))
        return { ...shape(value), basis: basisOf(value, source) };
    }
    return undefined;
  };
  const findOutOfScope = ({ duties }: Profile) =>
    duties.find((duty) => duty.variant === 'outOfScope' && isInForce(duty, on));
  const findEnglish = ({ english }: Profile) =>
    english.find((rule) => rule.contentKinds.includes('questions') && isInForce(rule, on));
  return {
    intakes: intakesOf(sources, on),
    refusesComplaints: say(
      ({ inquiries }) => inquiries?.refusesComplaints,
      ({ instead }) => ({ instead }),
    ),
    scope: say(
      ({ inquiries }) => inquiries?.scope,
      ({ topics }) => ({ topics }),
    ),
    outOfScope: say(findOutOfScope, ({ period, pace, satisfiedBy }) => ({
      pace: period?.unit === 'immediate' ? 'immediately' : pace,
      act: satisfiedBy.includes('forwarding') ? 'forward' : 'notice',
    })),
    delivery: say(
      ({ inquiries }) => inquiries?.delivery,
      ({ mustPublish }) => ({ mustPublish }),
    ),
    disclaimer: say(
      ({ inquiries }) => inquiries?.disclaimer,
      ({ text }) => ({ text }),
    ),
    signer: say(
      ({ inquiries }) => inquiries?.signer,
      ({ role, title }) => ({ role, title }),
    ),
    english: say(findEnglish, ({ portals, forReference }) => ({ portals, forReference })),
  };
}

/**
 * The fields a regulation has an asker of this kind state on a day, in its order; empty where it names none. Only the
 * locality's own text is asked: no national text demands anything of a question.
 */
export function askerFields(profile: Profile | undefined, kind: AskerKind, on: CivilDate): AskerField[] {
  if (profile === undefined) return [];
  return profile.asker[kind]
    .filter((field) => isInForce(field, on))
    .map((field) => ({
      code: field.code,
      label: field.label,
      required: field.required,
      basis: basisOf(field, { profile, via: 'own' }),
    }));
}

/**
 * The last day on which a thing of this kind must still be kept, counted from the day of the answer, which itself does
 * not count (BLDS 2015 Đ147.3). TB-031: 30 days. Undefined where the text sets no minimum.
 */
export function keepUntil(
  profile: Profile | undefined,
  contentKind: ContentKind,
  answeredOn: CivilDate,
): { until: CivilDate; basis: Basis } | undefined {
  if (profile === undefined) return undefined;
  const longest = profile.retention
    .filter((rule) => rule.contentKinds.includes(contentKind) && rule.startEvents.includes('answered'))
    .filter((rule) => isInForce(rule, answeredOn))
    .toSorted((a, b) => b.atLeast.value - a.atLeast.value)[0];
  if (longest === undefined) return undefined;
  return {
    until: addDays(answeredOn, longest.atLeast.value),
    basis: basisOf(longest, { profile, via: 'own' }),
  };
}

const clockCategories: Partial<Record<InquiryKind, ContentKind>> = {
  question: 'questions',
  information: 'information-requests',
  personalData: 'personal-data-requests',
};

/** The category the clocks of an intake are looked up by (`dutyFor`); undefined where no text has times for it. */
export function clockCategoryOf(kind: InquiryKind): ContentKind | undefined {
  return clockCategories[kind];
}

function sourcesOf(own: Profile | undefined, national: Profile | undefined): Source[] {
  const sources: Source[] = [];
  if (own !== undefined) sources.push({ profile: own, via: own.level === 'national' ? 'fallback' : 'own' });
  if (national !== undefined && national !== own) sources.push({ profile: national, via: 'fallback' });
  return sources;
}

function intakesOf(sources: readonly Source[], on: CivilDate): Intake[] {
  const byKind = new Map<InquiryKind, Intake>();
  for (const source of sources) {
    for (const rule of source.profile.inquiries?.intakes ?? []) {
      if (isInForce(rule, on) && !byKind.has(rule.kind)) byKind.set(rule.kind, intakeOf(rule, source));
    }
  }
  return inquiryKinds.flatMap((kind) => byKind.get(kind) ?? []);
}

function intakeOf(rule: IntakeRule, source: Source): Intake {
  return {
    kind: rule.kind,
    name: rule.name,
    portals: rule.portals,
    ...(rule.to !== undefined && { to: rule.to }),
    ...(rule.through !== undefined && { through: rule.through }),
    basis: basisOf(rule, source),
  };
}

function basisOf(value: Value, { profile, via }: Source): Basis {
  const { kind, number } = profile.instrument;
  const instrument = value.source ?? (via === 'fallback' ? `${kind.vi} ${number}` : undefined);
  return {
    profileCode: profile.code,
    ...(value.article !== undefined && {
      article: instrument === undefined ? { article: value.article } : { article: value.article, instrument },
    }),
    duty: value.duty,
    via,
    ours: value.ours ?? false,
    confirmed: value.confirmed,
    ...(value.reading !== undefined && { reading: value.reading }),
  };
}
