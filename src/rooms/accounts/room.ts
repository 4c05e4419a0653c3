import { deskPath } from '../../platform/http/paths.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Room, Task } from '../../platform/room.ts';
import type { Person } from '../../rules/access/index.ts';
import { formatInstant } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import * as commands from './commands.ts';
import { doorRoutes } from './door-routes.tsx';
import { createFirstAdministrator, storeDemoPassword } from './operator-commands.ts';
import { createOwnAccount } from './own-account.ts';
import { ownAccountRoutes } from './own-account-routes.tsx';
import { createPasswordHasher, type PasswordHasher } from './passwords.ts';
import { peopleRoutes } from './people-routes.tsx';
import { listEndedInvitations } from './queries.ts';
import { permits } from './rules.ts';
import { createSignIn } from './sign-in.ts';
import { accountWords, peopleLabel } from './words.ts';

/** The room with a way of keeping passwords; tests bring a cheaper one. */
export function accountsRoomWith(hasher: PasswordHasher): Room {
  return { ...accountsRoom, routes: (ports) => routesOf(ports, hasher) };
}

function routesOf(ports: Ports, hasher: PasswordHasher) {
  const { database } = ports;
  const signIn = createSignIn({ database, hasher });
  const ownAccount = createOwnAccount({ database, hasher, signIn });
  const parts = { ports, signIn, ownAccount };
  return [...doorRoutes(parts), ...ownAccountRoutes(parts), ...peopleRoutes(ports)];
}

export const accountsRoom: Room = {
  name: 'accounts',
  routes: (ports) => routesOf(ports, createPasswordHasher()),
  commands: [
    commands.invitePerson,
    commands.grantRoles,
    commands.revokeRole,
    commands.disablePerson,
    commands.enablePerson,
    commands.inviteAgain,
    commands.unlockPerson,
    createFirstAdministrator,
    storeDemoPassword,
  ],
  permits,
  jobs: [],
  desk: [{ label: peopleLabel, icon: 'users', path: '/nhan-su', permit: 'accounts.manage' }],
  tasks: listTasks,
};

async function listTasks(ports: Ports, person: Person, lang: Lang): Promise<Task[]> {
  const w = accountWords(lang);
  const ended = await listEndedInvitations(ports, person, ports.now());
  return ended.map((row) => ({
    id: `accounts:invitation:${row.person_id}`,
    room: 'accounts',
    portalId: row.portal_id,
    title: w.taskTitle(row.full_name),
    note: w.taskNote(formatInstant(row.expires_at, lang)),
    action: {
      label: w.taskAction,
      href: `${deskPath(lang, '/nhan-su')}/${row.person_id}?cong=${row.portal_id}`,
    },
  }));
}
