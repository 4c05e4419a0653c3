import type { Queryable } from '../../platform/db/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Task } from '../../platform/room.ts';
import { type Person, portalsPermitted } from '../../rules/access/index.ts';
import { startOfNextDay } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { listPortals, type PortalRow } from '../portals/index.ts';
import { type BrokenItem, listBrokenItems } from './broken-link-store.ts';
import { checkWords } from './check-words.ts';
import { claimWords } from './claim-words.ts';
import { lifeTasks, lifeToday } from './life-tasks.ts';
import { paths } from './pages/parts.tsx';
import { earlier, stepName, waitsFor } from './pages/queue.tsx';
import { permits } from './permits.ts';
import { pressingHref } from './pressing-commands.ts';
import { listProposals, type ProposalRow } from './proposal-store.ts';
import { type ItemClock, itemClocks, namesOfPortals, reading } from './queries.ts';
import { stepWords } from './steps-words.ts';
import { listQueue, type QueueRow } from './store.ts';
import { findUrgentSetting, listUrgent, type UrgentRow } from './urgent-store.ts';
import { urgentWords } from './urgent-words.ts';
import { publishingWords } from './words.ts';

const MOST_TASKS = 200;

/** What waits for the person in this room: only what he may do himself, his own work never for his own approval. */
export async function listTasks(ports: Ports, person: Person, lang: Lang): Promise<Task[]> {
  const today = await lifeToday(ports, person);
  return reading(ports, person, async (tx) => {
    const portals = await listPortals(tx, person.localityId);
    const writes = portalsPermitted(person, permits, 'publishing.write');
    const receives = portalsPermitted(person, permits, 'publishing.receive');
    const links = portalsPermitted(person, permits, 'publishing.links');
    if (writes.length === 0) return [];
    const drafts = await listQueue(tx, { portalIds: writes, states: ['draft'], limit: MOST_TASKS });
    const waiting = await listQueue(tx, {
      portalIds: writes,
      states: ['submitted', 'checked'],
      limit: MOST_TASKS,
    });
    const proposals = await listProposals(tx, {
      portalIds: receives,
      side: 'to',
      states: ['proposed'],
      limit: MOST_TASKS,
    });
    const approves = portalsPermitted(person, permits, 'publishing.approve');
    const urgent = approves.length > 0 ? await listUrgent(tx, { portalIds: approves, openOnly: true }) : [];
    const quick = await quickPortals(tx, person, waiting);
    const hasClocks = [...drafts, ...waiting].some((row) => row.clock_id !== null);
    const clocks = hasClocks ? await itemClocks(tx, person, writes, lang, ports.now()) : new Map();
    const view: TaskView = { person, portals, clocks, quick, lang };
    return [
      ...drafts.flatMap((row) => draftTask(row, view)),
      ...waiting.flatMap((row) => waitingTask(row, view)),
      ...urgent.flatMap((row) => urgentTask(row, person, lang)),
      ...proposals.map((row) => proposalTask(row, portals, lang)),
      ...(await listBrokenItems(tx, links, MOST_TASKS)).map((row) => linkTask(row, lang)),
      ...(await lifeTasks(tx, today, person, lang)),
    ];
  });
}

interface TaskView {
  person: Person;
  portals: readonly PortalRow[];
  /** By item. */
  clocks: ReadonlyMap<number, ItemClock>;
  /** Where the person may publish at once what cannot wait. */
  quick: ReadonlySet<number>;
  lang: Lang;
}

/** The portals of what cannot wait that publish urgently, as far as the person may. */
async function quickPortals(
  tx: Queryable,
  person: Person,
  rows: readonly QueueRow[],
): Promise<ReadonlySet<number>> {
  const mine = portalsPermitted(person, permits, 'publishing.urgent');
  const asked = new Set(rows.filter(({ presses }) => presses).map(({ portal_id }) => portal_id));
  const quick = new Set<number>();
  for (const id of mine.filter((one) => asked.has(one)))
    if ((await findUrgentSetting(tx, id)).allowed) quick.add(id);
  return quick;
}

function base(row: QueueRow, kind: string, { clocks, lang }: TaskView): Omit<Task, 'note' | 'action'> {
  const clock = clocks.get(row.item_id)?.shown;
  const given =
    row.holder_id !== null && row.holder_due_on !== null ? startOfNextDay(row.holder_due_on) : null;
  const dueAt = earlier(earlier(row.due_at, row.step_due_at), given);
  return {
    id: `publishing:${kind}:${row.edition_id}`,
    room: publishingWords(lang).task.room,
    portalId: row.portal_id,
    title: row.title || publishingWords(lang).untitled,
    ...(dueAt ? { dueAt } : {}),
    ...(row.presses ? { presses: true } : {}),
    ...(row.clock_id === null ? {} : { clockId: row.clock_id }),
    ...(clock ? { clock } : {}),
  };
}

/**
 * A draft waits for its writer when it was sent back or its clock runs; one that was accepted from another portal
 * waits for whoever takes it up. Any other a writer takes up when he likes.
 */
function draftTask(row: QueueRow, view: TaskView): Task[] {
  const { person, lang } = view;
  const { task } = publishingWords(lang);
  if (row.holder_id !== null && row.holder_id !== person.personId) return [];
  if (row.holder_id === person.personId) return [heldTask(row, view)];
  const isNobodys = row.saved_by === null;
  if (!isNobodys && !row.writers.includes(person.personId)) return [];
  const href = paths.edit(lang, row.item_id, row.edition_id);
  if (row.returned_reason !== null) {
    const action = { label: task.actions.mend, href };
    return [{ ...base(row, 'returned', view), note: task.returned(row.returned_reason), action }];
  }
  if (row.clock_id === null && !isNobodys) return [];
  const note = isNobodys ? task.received : task.draft;
  return [{ ...base(row, 'draft', view), note, action: { label: task.actions.write, href } }];
}

/** Work the person took or was given, with the day he has for it. */
function heldTask(row: QueueRow, view: TaskView): Task {
  const { lang } = view;
  const href = paths.edit(lang, row.item_id, row.edition_id);
  const reason =
    row.returned_reason === null ? undefined : publishingWords(lang).task.returned(row.returned_reason);
  return {
    ...base(row, 'held', view),
    note: reason ?? claimWords(lang).task(row.holder_note ?? ''),
    action: { label: publishingWords(lang).task.actions.write, href },
  };
}

function waitingTask(row: QueueRow, view: TaskView): Task[] {
  const { person, portals, lang } = view;
  const { task } = publishingWords(lang);
  if (row.presses && view.quick.has(row.portal_id)) return [pressingTask(row, view)];
  const workflow = portals.find(({ id }) => id === row.portal_id)?.workflow ?? 'check-then-approve';
  const step = waitsFor(person, row, workflow);
  if (!step || (row.holder_id !== null && row.holder_id !== person.personId)) return [];
  const href = paths.approve(lang, row.item_id, row.edition_id);
  const name = stepName(row, lang);
  const note = name === undefined ? task[step] : stepWords(lang).waitsForYou(name);
  return [{ ...base(row, step, view), note, action: { label: task.actions[step], href } }];
}

/** What cannot wait leads whoever may to publishing it at once, whoever's step it would be. */
function pressingTask(row: QueueRow, view: TaskView): Task {
  const { pressing } = urgentWords(view.lang);
  const href = pressingHref(view.lang, row.item_id, row.edition_id);
  return {
    ...base(row, 'pressing', view),
    note: pressing.task,
    action: { label: pressing.taskAction, href },
  };
}

function proposalTask(row: ProposalRow, portals: readonly PortalRow[], lang: Lang): Task {
  const { task } = publishingWords(lang);
  return {
    id: `publishing:proposal:${row.id}`,
    room: task.room,
    portalId: row.to_portal_id,
    title: row.snapshot.title,
    note: task.proposal(namesOfPortals(portals, lang).get(row.from_portal_id) ?? ''),
    action: { label: task.actions.proposal, href: paths.proposal(lang, row.id) },
  };
}

/** Links that lead nowhere wait for whoever answers for the content of the portal. */
function linkTask(row: BrokenItem, lang: Lang): Task {
  const words = checkWords(lang).task;
  return {
    id: `publishing:links:${row.edition_id}`,
    room: publishingWords(lang).task.room,
    portalId: row.portal_id,
    title: row.title || publishingWords(lang).untitled,
    note: words.broken(row.count, row.is_public, row.words),
    action: { label: words.action, href: `${paths.check(lang, row.item_id, row.edition_id)}#nen-xem` },
  };
}

/** What was published urgently waits for a member of the board who neither wrote nor published it. */
function urgentTask(row: UrgentRow, person: Person, lang: Lang): Task[] {
  if (row.published_by === person.personId || row.writers.includes(person.personId)) return [];
  const w = urgentWords(lang);
  return [
    {
      id: `publishing:urgent:${row.id}`,
      room: publishingWords(lang).task.room,
      portalId: row.portal_id,
      title: row.title,
      note: w.task,
      ...(row.due_at ? { dueAt: row.due_at } : {}),
      action: { label: w.taskAction, href: paths.urgentOne(lang, row.id) },
    },
  ];
}
