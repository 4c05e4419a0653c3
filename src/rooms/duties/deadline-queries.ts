import type { Queryable } from '../../platform/db/index.ts';
import type { Ports } from '../../platform/ports.ts';
import {
  CalendarUnconfirmedError,
  type CivilDate,
  instantOf,
  isCivilDate,
  minutesOf,
  type WorkingCalendar,
} from '../../rules/calendar/index.ts';
import { type DayMark, dayStrip, foldClock, isClockRefusal } from '../../rules/clock/index.ts';
import type { Lang } from '../../rules/lang.ts';
import {
  type ContentKind,
  contentKinds,
  type Duty,
  dutyFor,
  type FoundDuty,
  listDuties,
  listStartEvents,
  nationalOn,
  type PortalRole,
  type Profile,
  type ProfileSet,
  profileOn,
  type RegulationTimeline,
} from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { findLocality } from '../portals/index.ts';
import { calendarOf } from './calendar.ts';
import { type TraceSentence, traceSentences } from './clock-view.ts';
import { timelineOf } from './clocks.ts';
import { citationOf } from './rules.ts';
import { REFUSALS } from './words.ts';

/** A time limit one can ask for on a day. */
export interface DeadlineChoice {
  /** Stable name in addresses and commands: the value's code, with its profile's code where it is the national one. */
  key: string;
  found: FoundDuty;
}

interface Asked {
  profiles: ProfileSet;
  timeline: RegulationTimeline;
  on: CivilDate;
  bodyRole: PortalRole;
}

/** The first case of a value that really leads to a time limit on the day; a national one only through a gap. */
function reach(asked: Asked, duty: Duty, fits: (found: FoundDuty) => boolean): FoundDuty | undefined {
  for (const contentKind of duty.contentKinds) {
    for (const startEvent of duty.startEvents) {
      const variant = duty.variant === undefined ? {} : { variant: duty.variant };
      const found = dutyFor({ ...asked, contentKind, startEvent, ...variant });
      if (found && fits(found)) return found;
    }
  }
  return undefined;
}

function regulationsOn({ profiles, timeline, on }: Asked): {
  own: Profile | undefined;
  national: Profile | undefined;
} {
  const code = profileOn(timeline, on);
  const own = code === undefined ? undefined : profiles.get(code);
  const national = nationalOn(profiles, own, on);
  return { own, national: national === own ? undefined : national };
}

/** Every time limit that holds for a portal on a day: the regulation's own, then the national ones that fill its gaps. */
export function listDeadlineChoices(asked: Asked): DeadlineChoice[] {
  const { own, national } = regulationsOn(asked);
  const choices: DeadlineChoice[] = [];
  for (const [profile, prefix] of [
    [own, ''],
    [national, `${national?.code}.`],
  ] as const) {
    for (const duty of profile ? listDuties(profile, asked.on) : []) {
      const found = reach(asked, duty, (one) => one.duty === duty);
      if (found) choices.push({ key: `${prefix}${duty.code}`, found });
    }
  }
  return choices;
}

const isContentKind = (name: string): name is ContentKind =>
  (contentKinds as readonly string[]).includes(name);

/** The usual time limit of a content kind; an own value first. */
function findByKind(asked: Asked, contentKind: ContentKind): FoundDuty | undefined {
  const [startEvent] = listStartEvents({ ...asked, contentKind });
  return startEvent && dutyFor({ ...asked, contentKind, startEvent });
}

/** What fills the gap where the regulation's text of this id names no number: national values, each once. */
function findByPacedId(asked: Asked, id: string): FoundDuty[] {
  const { own } = regulationsOn(asked);
  const paced = own ? listDuties(own, asked.on).filter((duty) => duty.duty.includes(id)) : [];
  const kinds = new Set(paced.flatMap((duty) => duty.contentKinds));
  const found = [...kinds].map((kind) => findByKind(asked, kind)).filter((one) => one !== undefined);
  return [...new Map(found.map((one) => [one.duty, one])).values()];
}

/**
 * The time limit a name means: a choice's key, the id of a duty of law (LC-047), or a content kind for its usual value.
 * An id the regulation leaves without a number leads to the national rule. Refuses `duty-unknown`, and
 * `duty-ambiguous` with the keys to choose from.
 */
export function findDeadline(asked: Asked, name: string): DeadlineChoice {
  const choices = listDeadlineChoices(asked);
  const byKey = choices.find((choice) => choice.key === name);
  if (byKey) return byKey;
  const keyOf = (found: FoundDuty) =>
    found.via === 'own' ? found.duty.code : `${found.profile.code}.${found.duty.code}`;
  const byId = choices.map((choice) => choice.found).filter(({ duty }) => duty.duty.includes(name));
  const byKind = isContentKind(name) ? findByKind(asked, name) : undefined;
  const found = byKind ? [byKind] : byId.length > 0 ? byId : findByPacedId(asked, name);
  const [only] = found;
  if (!only) throw new Refusal('duty-unknown', REFUSALS.dutyUnknown, 'duty');
  if (found.length > 1) throw new Refusal('duty-ambiguous', REFUSALS.dutyAmbiguous(found.map(keyOf)), 'duty');
  return { key: keyOf(only), found: only };
}

/** The time taken when only a date is given. */
const USUAL_TIME = '08:00';

/** 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM', Việt Nam time. Refuses `date-unreadable`, `time-unreadable`. */
export function parseMoment(text: string): { on: CivilDate; at: Date } {
  const [on = '', time = ''] = text.trim().split('T');
  if (!isCivilDate(on)) throw new Refusal('date-unreadable', REFUSALS.notADate, 'from');
  try {
    minutesOf(time || USUAL_TIME);
  } catch {
    throw new Refusal('time-unreadable', REFUSALS.timeUnreadable, 'time');
  }
  return { on, at: instantOf(on, time || USUAL_TIME) };
}

/** A due date worked out, with everything that led to it. */
export interface Deadline {
  key: string;
  /** Id of the duty of law where the value has one. */
  duty: string;
  name: string;
  citation: string;
  via: 'own' | 'fallback';
  period: FoundDuty['rule']['period'];
  startEvent: string;
  startedAt: Date;
  dueOn: CivilDate;
  dueAt: Date;
  marks: DayMark[];
  trace: TraceSentence[];
  confirmedFrom: CivilDate;
  confirmedThrough: CivilDate;
}

/** Counts one time limit. Refuses `calendar-unconfirmed` where the calendar cannot say the date. */
export function countDeadline(
  { key, found }: DeadlineChoice,
  at: Date,
  calendar: WorkingCalendar,
  lang: Lang,
): Deadline {
  try {
    const state = foldClock(found.rule, [{ kind: 'started', at }], calendar);
    if (isClockRefusal(state)) throw new Refusal(`clock-${state.code}`, state.words);
    return {
      key,
      duty: found.rule.duty,
      name: found.duty.name[lang],
      citation: citationOf(found.article, found)[lang],
      via: found.via,
      period: found.rule.period,
      startEvent: found.rule.startEvent,
      startedAt: at,
      dueOn: state.dueOn,
      dueAt: state.dueAt,
      marks: dayStrip(state, at, calendar),
      trace: traceSentences(state.trace, found.steps, lang),
      confirmedFrom: calendar.confirmedFrom,
      confirmedThrough: calendar.confirmedThrough,
    };
  } catch (error) {
    if (error instanceof CalendarUnconfirmedError)
      throw new Refusal('calendar-unconfirmed', error.words, 'from');
    throw error;
  }
}

/** What is asked of `computeDeadline`. */
export interface DeadlineQuestion {
  localityCode: string;
  /** Id of a duty (LC-047), the key of a choice, or a content kind (legal-dissemination). */
  duty: string;
  /** 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM', Việt Nam time. */
  from: string;
  lang: Lang;
  /** Whose portal; the main one when left out. */
  bodyRole?: PortalRole;
}

/** What the locality asks by: its regulations and its calendar, as the public may read them. */
export async function readLaw(
  db: Queryable,
  localityCode: string,
): Promise<{ timeline: RegulationTimeline; calendar: WorkingCalendar }> {
  const locality = await findLocality(db, localityCode);
  if (!locality) throw new Refusal('locality-unknown', REFUSALS.localityUnknown, 'locality');
  return { timeline: await timelineOf(db, locality.id), calendar: await calendarOf(db, locality.id) };
}

/**
 * Works out a due date for the public page and the operator's tool, by the regulation in force on the day of the event.
 *
 * @throws Refusal with the field it belongs to: `duty-unknown`, `duty-ambiguous`, `date-unreadable`, `time-unreadable`,
 * `calendar-unconfirmed`, `locality-unknown`
 */
export async function computeDeadline(
  ports: Pick<Ports, 'database' | 'profiles'>,
  question: DeadlineQuestion,
): Promise<Deadline> {
  const { localityCode, duty, from, lang, bodyRole = 'main' } = question;
  const { on, at } = parseMoment(from);
  const { timeline, calendar } = await ports.database.publicly((db) => readLaw(db, localityCode));
  const choice = findDeadline({ profiles: ports.profiles, timeline, on, bodyRole }, duty);
  return countDeadline(choice, at, calendar, lang);
}
