import { deskFrame } from '../../desk-frame.tsx';
import { deskPath } from '../../platform/http/paths.ts';
import type { Reply, StaffContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Task } from '../../platform/room.ts';
import { civilDateOf, formatDate, formatInstant } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { foldVietnamese } from '../../rules/text/index.ts';
import {
  Chips,
  DeskList,
  DeskRow,
  DeskTitle,
  EmptyState,
  GroupHeader,
  IconLinks,
  ToolBar,
} from '../../ui/index.ts';
import { localityPortals, portalName } from '../portals/index.ts';
import { type Group, groupOf, sortTasks } from './rules.ts';
import { words } from './words.ts';

/** More rows than anyone works through in a day. */
const MOST_SHOWN = 200;

/** "Việc của tôi": what needs me, by when, in one list across all rooms. */
export async function tasksPage(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, person, now, query } = context;
  const w = words[lang];
  const all = await ports.tasksOf(person, lang);
  const room = query.get('loai') ?? '';
  const tasks = room ? all.filter((task) => task.room === room) : all;
  const groups = sortTasks(tasks.slice(0, MOST_SHOWN), now);
  const portals = new Map(
    (await localityPortals(ports, person.localityId)).map((portal) => [portal.id, portal]),
  );
  const kinds = chips(all, room, lang);
  const html = deskFrame(
    ports,
    context,
    { title: w.title, keys: true },
    <>
      <DeskTitle eyebrow={capitalised(formatInstant(now, lang))} title={headline(groups, lang)}>
        {kinds.length > 2 && <Chips label={w.kinds} chips={kinds} />}
        {tasks.length > 0 && (
          <ToolBar>
            <IconLinks
              links={[
                {
                  href: `${deskPath(lang, '/viec.csv')}${room ? `?loai=${room}` : ''}`,
                  text: w.export,
                  icon: 'download',
                },
              ]}
            />
          </ToolBar>
        )}
      </DeskTitle>
      {groups.length === 0 && (
        <EmptyState title={w.none}>
          <p>{w.noneHelp}</p>
        </EmptyState>
      )}
      {groups.map(({ group, tasks: list }) => (
        <section key={group} aria-labelledby={`nhom-${group}`}>
          <GroupHeader
            id={`nhom-${group}`}
            title={w.groups[group]}
            note={w.count(list.length)}
            overdue={group === 'pressing' || group === 'overdue'}
          />
          <DeskList labelledBy={`nhom-${group}`}>
            {list.map((task, i) => (
              <TaskRow
                key={task.id}
                task={task}
                lang={lang}
                group={group}
                portal={severalPortals(person) ? portals.get(task.portalId) : undefined}
                isMain={
                  (FIRST as readonly Group[]).includes(group) || (i === 0 && group === groups[0]?.group)
                }
              />
            ))}
          </DeskList>
        </section>
      ))}
      {tasks.length > MOST_SHOWN && <p>{w.more(tasks.length - MOST_SHOWN)}</p>}
    </>,
  );
  return { kind: 'page', html };
}

function severalPortals(person: StaffContext['person']): boolean {
  return new Set(person.grants.map((grant) => grant.portalId)).size > 1;
}

function TaskRow({
  task,
  lang,
  group,
  portal,
  isMain,
}: {
  task: Task;
  lang: Lang;
  group: Group;
  portal: Parameters<typeof portalName>[0] | undefined;
  /** Whether its next step is among the first things to do. */
  isMain: boolean;
}) {
  const w = words[lang];
  const due = task.dueAt && w.due(formatDate(civilDateOf(new Date(task.dueAt.getTime() - 1)), lang));
  return (
    <DeskRow
      lang={lang}
      href={task.action.href}
      clock={task.clock ?? (due ? { state: STATES[group], words: w.groups[group], marks: [] } : undefined)}
      room={portal ? `${task.room} · ${portalName(portal, lang)}` : task.room}
      title={task.title}
      sub={due ? `${task.note} · ${due}` : task.note}
      next={{ href: task.action.href, text: task.action.label, main: isMain }}
    />
  );
}

/** Groups of which every task is among the first things to do, and is counted in the headline. */
const FIRST = ['pressing', 'overdue', 'today'] as const satisfies Group[];

/** How a task is shown whose room gave a date and no drawing. */
const STATES = {
  pressing: 'urgent',
  overdue: 'overdue',
  today: 'urgent',
  week: 'running',
  later: 'running',
  undated: 'running',
} as const satisfies Record<Group, string>;

function headline(groups: ReturnType<typeof sortTasks>, lang: Lang): string {
  const w = words[lang];
  const count = (group: string) => groups.find((one) => one.group === group)?.tasks.length ?? 0;
  const total = groups.reduce((sum, { tasks }) => sum + tasks.length, 0);
  if (total === 0) return w.title;
  const pressing = FIRST.flatMap((group) => (count(group) > 0 ? [w[group](count(group))] : []));
  return pressing.length > 0 ? `${w.waiting(total)}: ${pressing.join(', ')}` : w.waiting(total);
}

function chips(tasks: readonly Task[], current: string, lang: Lang) {
  const rooms = [...new Set(tasks.map((task) => task.room))];
  return [
    { href: deskPath(lang), text: words[lang].all, count: tasks.length, current: current === '' },
    ...rooms.map((room) => ({
      href: `${deskPath(lang)}?loai=${encodeURIComponent(room)}`,
      text: room,
      count: tasks.filter((task) => task.room === room).length,
      current: current === room,
    })),
  ];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The same list as a file for a spreadsheet (RFC 4180, UTF-8 with a mark so that diacritics survive). */
export async function tasksFile(ports: Ports, { person, lang, query }: StaffContext): Promise<Reply> {
  const room = query.get('loai') ?? '';
  const tasks = (await ports.tasksOf(person, lang)).filter((task) => !room || task.room === room);
  const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
  const rows = tasks.map((task) => [
    task.title,
    task.room,
    task.note,
    task.dueAt ? civilDateOf(new Date(task.dueAt.getTime() - 1)) : '',
    task.clock?.words ?? '',
  ]);
  const text = `\uFEFF${[words[lang].csvHeads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
  return {
    kind: 'text',
    type: 'text/csv; charset=utf-8',
    text,
    headers: { 'content-disposition': 'attachment; filename="viec-cua-toi.csv"' },
  };
}

/** The search field of the desk's bar: tasks of mine whose words match, with or without diacritics. */
export async function deskSearchPage(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, person, query, now } = context;
  const w = words[lang];
  const text = (query.get('q') ?? '').normalize('NFC').trim().slice(0, 100);
  const wanted = foldVietnamese(text);
  const tasks = wanted
    ? (await ports.tasksOf(person, lang)).filter((task) =>
        foldVietnamese(`${task.title} ${task.note}`).includes(wanted),
      )
    : [];
  const html = deskFrame(
    ports,
    context,
    { title: w.searchTitle(text), keys: true },
    <>
      <DeskTitle title={w.searchTitle(text)} />
      {tasks.length === 0 && (
        <EmptyState
          title={w.searchNone}
          links={[
            {
              href: `${deskPath(lang, '/tin-bai')}?q=${encodeURIComponent(text)}`,
              text: w.searchTitle(text),
            },
            {
              href: `${deskPath(lang, '/huong-dan')}?q=${encodeURIComponent(text)}`,
              text: w.searchGuides(text),
            },
          ]}
        />
      )}
      <DeskList>
        {tasks.map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            lang={lang}
            group={groupOf(task, now)}
            portal={undefined}
            isMain={false}
          />
        ))}
      </DeskList>
    </>,
  );
  return { kind: 'page', html };
}
