// The public figures, counted a second time from the recount of the inquiries.
import { rank, tomorrow } from './clock-oracle.ts';
import type { Recount, Recounted } from './inquiry-recount.ts';
import { type Calendars, dayOf, momentOf } from './recount-calendar.ts';

export interface Figure {
  received: number;
  answered: number;
  inTime: number;
  late: number;
  open: number;
  overdue: number;
  otherwise: number;
  published: number;
  medianDays: number | undefined;
}

/** Figures of a moment by `portal intake month`, and by each of the three alone. A split letter counts by its parts. */
export function recountFigures(
  { inquiries }: Recount,
  calendars: Calendars,
  asked: { localityId: number; at: number },
): Map<string, Figure> {
  const groups = new Map<string, Recounted[]>();
  for (const one of inquiries.values()) {
    if (one.localityId !== asked.localityId || one.state === 'split') continue;
    const { y, m } = momentOf(one.receivedAt);
    const parts = [`body ${one.portalId}`, one.intake, `${y}-${String(m).padStart(2, '0')}`];
    for (const key of [...parts, parts.join(', '), 'all']) groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return new Map([...groups].map(([key, group]) => [key, figureOf(group, calendars, asked)]));
}

function figureOf(
  group: readonly Recounted[],
  calendars: Calendars,
  { localityId, at }: { localityId: number; at: number },
): Figure {
  const answered = group.filter(({ state }) => state === 'answered');
  const open = group.filter(({ closedAt }) => closedAt === null);
  const today = rank(momentOf(at));
  const isOver = (one: Recounted) => {
    const time = one.time?.binding(at);
    return time?.state === 'running' && time.dueOn !== null && rank(dayOf(time.dueOn)) < today;
  };
  const verdicts = answered.map((one) => one.time?.binding(at).state);
  const days = calendars.at(localityId, at);
  const lengths = answered.map(({ receivedAt, answeredAt }) => {
    let count = 0;
    const last = rank(momentOf(answeredAt ?? 0));
    for (let day = tomorrow(momentOf(receivedAt)); rank(day) <= last; day = tomorrow(day))
      if (days.get(rank(day)) === 'working') count++;
    return count;
  });
  return {
    ...{ received: group.length, answered: answered.length },
    inTime: verdicts.filter((state) => state === 'met').length,
    late: verdicts.filter((state) => state === 'metLate').length,
    ...{ open: open.length, overdue: open.filter(isOver).length },
    otherwise: group.length - answered.length - open.length,
    published: group.filter(({ isPublished }) => isPublished).length,
    medianDays: middleOf(lengths.sort((a, b) => a - b)),
  };
}

function middleOf(sorted: readonly number[]): number | undefined {
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
