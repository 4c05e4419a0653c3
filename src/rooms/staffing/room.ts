import { deskPaths } from '../../platform/http/paths.ts';
import { type Reply, type StaffContext, staffRoute } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Room, Task } from '../../platform/room.ts';
import { type Person, portalsPermitted } from '../../rules/access/index.ts';
import { civilDateOf, startOfNextDay } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { localityPortals, portalName, profileInForce } from '../portals/index.ts';
import { dailyJob } from './daily.ts';
import { handOverCommands } from './hand-over-commands.ts';
import { listHandOvers, listLines } from './hand-over-store.ts';
import { handOverWords } from './hand-over-words.ts';
import { decisionPage, decisionsPage, saveFacts, saveSent } from './pages/decisions.tsx';
import { handOverPage, stepOf } from './pages/hand-over.tsx';
import { begin, handOversPage } from './pages/hand-overs.tsx';
import { hrefTo, PATHS } from './pages/parts.tsx';
import { registerFile, registerPage } from './pages/register.tsx';
import { decide, finish, reviewPage, reviewsPage } from './pages/reviews.tsx';
import { permits } from './permits.ts';
import { registerCommands } from './register-commands.ts';
import { dayOf, reading, receivers, sendingRule } from './register-queries.ts';
import { reviewCommands } from './review-commands.ts';
import { listReviews } from './review-store.ts';
import { reviewWords } from './review-words.ts';
import { countUnsent } from './store.ts';
import { staffingLabel, staffingWords } from './words.ts';

type Handler = (ports: Ports, context: StaffContext) => Promise<Reply>;

const TABLE: readonly [
  string,
  'GET' | 'POST',
  keyof typeof PATHS,
  keyof typeof permits,
  Handler,
  'upload'?,
][] = [
  ['register', 'GET', 'register', 'staffing.read', registerPage],
  ['registerFile', 'GET', 'csv', 'staffing.read', registerFile],
  ['decisions', 'GET', 'decisions', 'staffing.read', decisionsPage],
  ['decision', 'GET', 'decision', 'staffing.read', (ports, context) => decisionPage(ports, context)],
  ['completeDecision', 'POST', 'decision', 'staffing.keep', saveFacts, 'upload'],
  ['noteSent', 'POST', 'send', 'staffing.keep', saveSent],
  ['reviews', 'GET', 'reviews', 'staffing.read', reviewsPage],
  ['review', 'GET', 'review', 'staffing.read', (ports, context) => reviewPage(ports, context)],
  ['decideRights', 'POST', 'review', 'staffing.review', decide],
  ['finishReview', 'POST', 'finishReview', 'staffing.review', finish],
  ['handOvers', 'GET', 'handOvers', 'staffing.part', (ports, context) => handOversPage(ports, context)],
  ['beginHandOver', 'POST', 'handOvers', 'staffing.handOver', begin],
  ['handOver', 'GET', 'handOver', 'staffing.part', (ports, context) => handOverPage(ports, context)],
  ['giveWork', 'POST', 'handOver', 'staffing.handOver', stepOf('giao')],
  ['confirmHandOver', 'POST', 'confirmHandOver', 'staffing.part', stepOf('xac-nhan')],
  ['finishHandOver', 'POST', 'finishHandOver', 'staffing.handOver', stepOf('xong')],
  ['dropHandOver', 'POST', 'dropHandOver', 'staffing.handOver', stepOf('bo')],
];

export const staffingRoom: Room = {
  name: 'staffing',
  routes: (ports) =>
    TABLE.map(([name, method, path, permit, handle, upload]) =>
      staffRoute({
        ...{ name: `staffing.${name}`, method, path: deskPaths(PATHS[path]), permit: { permits, permit } },
        ...(upload ? { upload: true } : {}),
        handle: (context) => handle(ports, context),
      }),
    ),
  commands: [...registerCommands, ...handOverCommands, ...reviewCommands],
  permits,
  jobs: [dailyJob],
  desk: [
    {
      label: staffingLabel,
      icon: 'badge-check',
      path: PATHS.register,
      permit: 'staffing.read',
      group: 'people',
    },
  ],
  tasks: listTasks,
};

async function listTasks(ports: Ports, person: Person, lang: Lang): Promise<Task[]> {
  const keeps = portalsPermitted(person, permits, 'staffing.keep');
  return [
    ...(keeps.length > 0 ? await sendingTasks(ports, person, keeps, lang) : []),
    ...(await reviewTasks(ports, person, lang)),
    ...(await handOverTasks(ports, person, lang)),
  ];
}

/** A review waits for whoever may decide, by its day. */
async function reviewTasks(ports: Ports, person: Person, lang: Lang): Promise<Task[]> {
  const mine = portalsPermitted(person, permits, 'staffing.review');
  if (mine.length === 0) return [];
  const w = reviewWords(lang);
  const names = new Map(
    (await localityPortals(ports, person.localityId)).map((one) => [one.id, portalName(one, lang)]),
  );
  const reviews = await reading(ports, person, (tx) => listReviews(tx, mine));
  return reviews
    .filter((one) => !one.finished_at)
    .map((one) => ({
      ...{ id: `staffing:review:${one.id}`, room: 'staffing', portalId: one.portal_id },
      ...{ title: w.taskTitle(names.get(one.portal_id) ?? ''), note: w.taskNote(one.decided, one.lines) },
      dueAt: startOfNextDay(one.due_on),
      action: { label: w.taskAction, href: hrefTo(lang, 'review', one.id) },
    }));
}

/** A hand-over waits for the word of both sides, and then for whoever began it. */
async function handOverTasks(ports: Ports, person: Person, lang: Lang): Promise<Task[]> {
  const keeps = portalsPermitted(person, permits, 'staffing.handOver');
  const w = handOverWords(lang);
  return reading(ports, person, async (tx) => {
    const rows = await listHandOvers(tx, { portalIds: keeps, personId: person.personId });
    const tasks: Task[] = [];
    for (const row of rows.filter((one) => !one.finished_at && !one.cancelled_at)) {
      const lines = await listLines(tx, row.id);
      const isMine =
        (row.person_id === person.personId && !row.confirmed_at && lines.length > 0) ||
        lines.some((line) => line.to_person_id === person.personId && !line.confirmed_at);
      if (!isMine && !keeps.includes(row.portal_id)) continue;
      tasks.push({
        ...{ id: `staffing:handOver:${row.id}`, room: 'staffing', portalId: row.portal_id },
        title: isMine ? w.taskConfirm(row.full_name) : w.taskFinish(row.full_name),
        note: isMine ? w.taskConfirmNote : w.taskFinishNote(dayOf(row.leaves_on, lang)),
        action: { label: w.taskAction, href: hrefTo(lang, 'handOver', row.id) },
      });
    }
    return tasks;
  });
}

/** Decisions the regulation wants sent, and nobody has recorded as sent (LX-014, BG-042). */
async function sendingTasks(
  ports: Ports,
  person: Person,
  keeps: readonly number[],
  lang: Lang,
): Promise<Task[]> {
  const on = civilDateOf(ports.now());
  const rule = sendingRule(await profileInForce(ports, person.localityId, on), on);
  if (!rule) return [];
  const w = staffingWords(lang);
  const unsent = await reading(ports, person, (tx) => countUnsent(tx, keeps));
  return unsent.map((row) => ({
    ...{ id: `staffing:unsent:${row.portal_id}`, room: 'staffing', portalId: row.portal_id },
    ...{ title: w.taskUnsent(row.count), note: w.taskUnsentNote(receivers(rule, lang)) },
    action: { label: w.taskAction, href: hrefTo(lang, 'decisions') },
  }));
}
