import { scopeOf } from '../../platform/command/index.ts';
import { deskPaths } from '../../platform/http/paths.ts';
import { type Reply, type StaffContext, staffRoute } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Room, Task } from '../../platform/room.ts';
import type { Person } from '../../rules/access/index.ts';
import { addDays, civilDateOf, formatDate, startOfNextDay } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { beginTopic, changeTopic, dropTopic, planTopic, setTarget } from './commands.ts';
import { paths } from './pages/parts.tsx';
import { addTopic, showPlan } from './pages/plan.tsx';
import { saveTarget, showTargets } from './pages/targets.tsx';
import { postTopic, showTopic } from './pages/topic.tsx';
import { permits } from './permits.ts';
import { listOwnTopics } from './store.ts';
import { planningWords } from './words.ts';

/** How long before its day a topic stands among one's tasks. */
const AHEAD_DAYS = 7;

/** Topics of the person for this week and those whose day has passed. */
async function listTasks(ports: Ports, person: Person, lang: Lang): Promise<Task[]> {
  const through = addDays(civilDateOf(ports.now()), AHEAD_DAYS);
  const topics = await ports.database.transaction(scopeOf(person), (tx) =>
    listOwnTopics(tx, { personId: person.personId, through }),
  );
  const w = planningWords(lang);
  return topics.map((topic) => ({
    ...{ id: `planning:topic:${topic.id}`, room: w.title, portalId: topic.portal_id, title: topic.title },
    note: w.task(formatDate(topic.planned_on, lang, 'weekdayDayMonth')),
    dueAt: startOfNextDay(topic.planned_on),
    action: { label: w.taskAction, href: paths.topic(lang, topic.id) },
  }));
}

type Handler = (ports: Ports, context: StaffContext) => Promise<Reply>;

const TABLE: readonly (readonly [name: string, method: 'GET' | 'POST', path: string, handle: Handler])[] = [
  ['plan', 'GET', '/tin-bai/ke-hoach', (ports, context) => showPlan(ports, context)],
  ['addTopic', 'POST', '/tin-bai/ke-hoach', addTopic],
  ['topic', 'GET', '/tin-bai/ke-hoach/:topic', (ports, context) => showTopic(ports, context)],
  ['postTopic', 'POST', '/tin-bai/ke-hoach/:topic', postTopic],
  ['targets', 'GET', '/tin-bai/chi-tieu', (ports, context) => showTargets(ports, context)],
  ['setTarget', 'POST', '/tin-bai/chi-tieu', saveTarget],
];

export const planningRoom: Room = {
  name: 'planning',
  routes: (ports) =>
    TABLE.map(([name, method, path, handle]) =>
      staffRoute({
        ...{ name: `planning.${name}`, method, path: deskPaths(path) },
        permit: { permits, permit: 'planning.read' },
        handle: (context) => handle(ports, context),
      }),
    ),
  commands: [planTopic, changeTopic, dropTopic, beginTopic, setTarget],
  permits,
  jobs: [],
  tasks: listTasks,
};
