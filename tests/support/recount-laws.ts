// The time limits of the recount, written down from the regulations a second time. Nothing of profiles or src/rules.
import type { OracleRule, OracleUnit } from './clock-oracle.ts';

interface Period {
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
  /** Classes that may be extended; all when left out. */
  extension?: Period & { times: number; only?: string };
  pauses?: boolean;
  /** A notice with the day of the answer meets the first clock and starts a second. */
  noticeMeets?: boolean;
  /** Who is out of scope is told on the day of the receipt. */
  tellsAtOnce?: boolean;
}

const everyClass = (period: Period) => ({ ownCompetence: period, interAgency: period, special: period });

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
  extension: { unit: 'workingDay', value: 3, times: 2 },
  pauses: true,
};

/** Luật Tiếp cận thông tin Đ30, in all localities. */
const INFORMATION: Law = {
  usual: 'simple',
  periods: { simple: { unit: 'workingDay', value: 3 }, complex: { unit: 'workingDay', value: 15 } },
  extension: { unit: 'calendarDay', value: 15, times: 1, only: 'complex' },
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
  return intake === 'question' ? QUESTIONS[locality] : undefined;
}

/** Classes a board chooses from, also where no text times them. */
export function usualClassOf(intake: string): string | null {
  return { question: 'ownCompetence', information: 'simple' }[intake] ?? null;
}

export function oracleRule(law: Law, { unit, value }: Period): OracleRule {
  const { startMinute, weekendsCount = false, cap, extension, pauses = false } = law;
  return {
    ...{ unit, value, startMinute, weekendsCount, rollOver: true, cap, pauseAllowed: pauses },
    extension,
  };
}
