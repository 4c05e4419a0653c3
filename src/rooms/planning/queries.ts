import type { Queryable } from '../../platform/db/index.ts';
import { type CivilDate, civilDateOf, daysBetween, instantOf } from '../../rules/calendar/index.ts';
import { listSections, type SectionRow } from '../portals/index.ts';
import { type Kept, keptIn, type Per, type Period, periodsBack } from './rules.ts';
import {
  type FirstPublished,
  lastPublished,
  listFirstPublished,
  listTargets,
  type TargetRow,
} from './store.ts';

/** Periods a report looks back. */
const PERIODS: Record<Per, number> = { week: 4, month: 3 };

export interface TargetPeriod extends Period {
  items: FirstPublished[];
  kept: Kept;
}

/** A section with what it is to bring, what it brought, and how long it has had nothing new. */
export interface SectionReport {
  section: SectionRow;
  target: (TargetRow & { at_least: number }) | undefined;
  periods: TargetPeriod[];
  /** Days since anything was published; undefined when nothing ever was. */
  idleDays: number | undefined;
  isStale: boolean;
}

/** The report of a portal's sections on a day. Counted from what was published, item by item. */
export async function readReport(
  db: Queryable,
  portalId: number,
  today: CivilDate,
): Promise<SectionReport[]> {
  const sections = (await listSections(db, portalId)).filter(
    ({ content_kind }) => content_kind !== 'questions',
  );
  const targets = new Map((await listTargets(db, portalId, today)).map((one) => [one.section_id, one]));
  const last = await lastPublished(db, portalId);
  const plans = sections.map((section) => {
    const found = targets.get(section.id);
    const target = found?.at_least ? { ...found, at_least: found.at_least } : undefined;
    const periods = target ? periodsBack(today, target.per, PERIODS[target.per], target.valid_from) : [];
    return { section, target, periods };
  });
  const [earliest] = plans.flatMap(({ periods }) => periods.map(({ from }) => from)).sort();
  const items = earliest === undefined ? [] : await listFirstPublished(db, portalId, instantOf(earliest));
  return plans.map(({ section, target, periods }) => {
    const at = last.get(section.id);
    const idleDays = at && daysBetween(civilDateOf(at), today);
    const within = section.fresh_within_days;
    return {
      ...{ section, target, idleDays },
      isStale: within !== null && (idleDays === undefined || idleDays > within),
      periods: periods.map((period) => {
        const brought = items.filter(
          (one) => one.section_id === section.id && isIn(civilDateOf(one.at), period),
        );
        const kept = keptIn(period, today, brought.length, target?.at_least ?? 0);
        return { ...period, items: brought, kept };
      }),
    };
  });
}

const isIn = (on: CivilDate, { from, through }: Period) => from <= on && on <= through;
