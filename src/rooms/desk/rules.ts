import type { Task } from '../../platform/room.ts';
import { addDays, civilDateOf } from '../../rules/calendar/index.ts';

/** The parts of "Việc của tôi", the most pressing first. */
export const GROUPS = ['pressing', 'overdue', 'today', 'week', 'later', 'undated'] as const;
export type Group = (typeof GROUPS)[number];

/** Days ahead that count as "in the coming week". */
const WEEK_DAYS = 7;

/** Where a task belongs at an instant. `dueAt` is exclusive: 00:00 after the last day. */
export function groupOf(task: Pick<Task, 'dueAt' | 'presses'>, now: Date): Group {
  if (task.presses) return 'pressing';
  if (!task.dueAt) return 'undated';
  if (task.dueAt <= now) return 'overdue';
  const lastDay = civilDateOf(new Date(task.dueAt.getTime() - 1));
  const today = civilDateOf(now);
  if (lastDay === today) return 'today';
  return lastDay <= addDays(today, WEEK_DAYS) ? 'week' : 'later';
}

/** By group, then by due date, then as the rooms gave them. */
export function sortTasks(tasks: readonly Task[], now: Date): { group: Group; tasks: Task[] }[] {
  return GROUPS.map((group) => ({
    group,
    tasks: tasks
      .filter((task) => groupOf(task, now) === group)
      .sort((a, b) => (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0)),
  })).filter(({ tasks: list }) => list.length > 0);
}
