// The time limits of the recount, written down from the regulations a second time. Nothing of profiles or src/rules.
import type { OracleRule, OracleUnit } from './clock-oracle.ts';

export interface Period {
  unit: OracleUnit;
  value: number;
}

/** What a text says of one kind of inquiry. */
export interface Law {
  usual: string;
  /** By class; one without classes has the same for all. */
  periods: Readonly<Record<string, Period>>;
  startMinute?: number;
  weekendsCount?: boolean;
  cap?: Period;
  /** By class; a class left out cannot be extended. */
  extensions?: Readonly<Record<string, Period & { times: number }>>;
  pauses?: boolean;
  /** A notice with the day of the answer meets the first clock and starts a second. */
  noticeMeets?: boolean;
  /** Who is out of scope is told on the day of the receipt. */
  tellsAtOnce?: boolean;
  /** Taking it in, refusing it or passing it on is told within this. */
  firstWord?: Period;
}

const everyClass = <P extends Period>(period: P) => ({
  ownCompetence: period,
  interAgency: period,
  special: period,
});

/** Lào Cai Đ11.6: 5, 8 and 10 days without holidays and Tết, from 08:00 of working days, a promise within 10. */
const LAO_CAI: Law = {
  usual: 'ownCompetence',
  periods: {
    ownCompetence: { unit: 'ngay', value: 5 },
    interAgency: { unit: 'ngay', value: 8 },
    special: { unit: 'ngay', value: 10 },
  },
  startMinute: 8 * 60,
  cap: { unit: 'ngay', value: 10 },
};

/** Thái Bình Đ6.2.e. */
const THAI_BINH: Law = {
  usual: 'ownCompetence',
  periods: {
    ownCompetence: { unit: 'workingDay', value: 5 },
    interAgency: { unit: 'workingDay', value: 10 },
    special: { unit: 'workingDay', value: 15 },
  },
};

/** Quảng Ngãi Đ9.1.đ and Long Xuyên Đ10.1.d. */
const NOTICE_OR_ANSWER: Law = {
  usual: 'ownCompetence',
  periods: everyClass({ unit: 'workingDay', value: 15 }),
  noticeMeets: true,
  tellsAtOnce: true,
};

/** The made-up regulation of inquiry-grounds.ts. */
const PAUSING: Law = {
  usual: 'ownCompetence',
  periods: {
    ownCompetence: { unit: 'calendarDay', value: 7 },
    interAgency: { unit: 'calendarDay', value: 12 },
    special: { unit: 'calendarDay', value: 16 },
  },
  cap: { unit: 'calendarDay', value: 25 },
  extensions: everyClass({ unit: 'workingDay', value: 3, times: 2 }),
  pauses: true,
};

/** Luật Tiếp cận thông tin Đ30, in all localities. */
const INFORMATION: Law = {
  usual: 'simple',
  periods: { simple: { unit: 'workingDay', value: 3 }, complex: { unit: 'workingDay', value: 15 } },
  extensions: { complex: { unit: 'calendarDay', value: 15, times: 1 } },
};

/** Nghị định 356/2025 Đ5, in all localities: 10, 15 and 20 days, as many again once; a first word in 2 working days. */
const PERSONAL_DATA: Law = {
  usual: 'access',
  periods: {
    access: { unit: 'calendarDay', value: 10 },
    restriction: { unit: 'calendarDay', value: 15 },
    deletion: { unit: 'calendarDay', value: 20 },
  },
  extensions: {
    access: { unit: 'calendarDay', value: 10, times: 1 },
    restriction: { unit: 'calendarDay', value: 15, times: 1 },
    deletion: { unit: 'calendarDay', value: 20, times: 1 },
  },
  firstWord: { unit: 'workingDay', value: 2 },
};

const QUESTIONS: Readonly<Record<string, Law>> = {
  'lao-cai': LAO_CAI,
  'thai-binh': THAI_BINH,
  'quang-ngai': NOTICE_OR_ANSWER,
  'long-xuyen': NOTICE_OR_ANSWER,
  'thu-nghiem': PAUSING,
};

/** Undefined: no text sets a time. */
export function lawOf(locality: string, intake: string): Law | undefined {
  if (intake === 'information') return INFORMATION;
  if (intake === 'personalData') return PERSONAL_DATA;
  return intake === 'question' ? QUESTIONS[locality] : undefined;
}

/** Classes a board chooses from, also where no text times them. */
export function usualClassOf(intake: string): string | null {
  return { question: 'ownCompetence', information: 'simple', personalData: 'access' }[intake] ?? null;
}

/** @param first the class it began with; `now` the one that says what may be extended */
export function oracleRule(law: Law, first: string, now = first): OracleRule {
  const { startMinute, weekendsCount = false, cap, extensions, pauses = false } = law;
  const { unit, value } = law.periods[first] ?? { unit: 'immediate', value: 0 };
  return {
    ...{ unit, value, startMinute, weekendsCount, rollOver: true, cap, pauseAllowed: pauses },
    extension: extensions?.[now],
  };
}
