import { scopeOf } from '../../platform/command/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Task } from '../../platform/room.ts';
import { type Person, portalsPermitted } from '../../rules/access/index.ts';
import { numberWords } from '../../rules/gazette/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { drawnClock } from '../duties/index.ts';
import { findOpenIssue, type IssueRow, numberOf } from './issue-store.ts';
import { paths } from './pages/desk-paths.ts';
import { permits } from './permits.ts';
import { owedSendings } from './queries.ts';
import { gazetteWords, STATE_WORDS } from './words.ts';

/** What is to be sent, with its clock; an issue that waits for approval, or was sent back. */
export async function listTasks(ports: Ports, person: Person, lang: Lang): Promise<Task[]> {
  const w = gazetteWords(lang);
  const now = ports.now();
  const { localityId } = person;
  const senders = portalsPermitted(person, permits, 'gazette.send');
  const makers = portalsPermitted(person, permits, 'gazette.compose');
  if (makers.length === 0) return [];
  const { owed, open } = await ports.database.transaction(scopeOf(person), async (tx) => {
    const found: IssueRow[] = [];
    for (const portalId of makers) {
      const issue = await findOpenIssue(tx, portalId);
      if (issue) found.push(issue);
    }
    return { owed: await owedSendings(tx, senders, { localityId, lang, now }), open: found };
  });
  const approvers = new Set(portalsPermitted(person, permits, 'gazette.approve'));
  return [
    ...owed.map(({ row, clock }) => ({
      id: `gazette:send:${row.id}`,
      ...{ room: w.desk.rail, portalId: row.portal_id },
      title: w.desk.taskSend(row.number || row.title),
      note: row.title,
      ...(clock?.dueAt ? { dueAt: clock.dueAt } : {}),
      ...(clock ? { clockId: clock.id, clock: drawnClock(clock) } : {}),
      action: { label: w.desk.send, href: `${paths.board(lang)}#gui-${row.id}` },
    })),
    ...open.flatMap((issue) => taskOf(issue, person, approvers, lang)),
  ];
}

function taskOf(issue: IssueRow, person: Person, approvers: ReadonlySet<number>, lang: Lang): Task[] {
  const w = gazetteWords(lang);
  const name = w.issueName(numberWords(numberOf(issue)), issue.year);
  const action = { label: w.desk.look, href: paths.one(lang, issue.id) };
  const task = {
    ...{ room: w.desk.rail, portalId: issue.portal_id },
    note: STATE_WORDS[issue.state][lang],
    action,
  };
  // whoever composed it does not approve it
  if (issue.state === 'submitted' && approvers.has(issue.portal_id) && issue.changed_by !== person.personId)
    return [{ ...task, id: `gazette:approve:${issue.id}`, title: w.desk.taskApprove(name) }];
  if (issue.state === 'draft' && issue.returned_reason !== null)
    return [
      {
        ...task,
        id: `gazette:returned:${issue.id}`,
        title: w.desk.taskReturned(name),
        note: issue.returned_reason,
      },
    ];
  return [];
}
