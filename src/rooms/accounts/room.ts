import { deskPath } from '../../platform/http/paths.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Room, Task } from '../../platform/room.ts';
import type { Person } from '../../rules/access/index.ts';
import { formatInstant } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import * as commands from './commands.ts';
import { devicesRoutes } from './devices-routes.tsx';
import { doorRoutes } from './door-routes.tsx';
import { forgetDevicesJob } from './forgetting.ts';
import { freshRoutes } from './fresh-routes.tsx';
import { lendingCommands } from './lending-commands.ts';
import { LENDING } from './lending-routes.tsx';
import { createOidc } from './oidc.ts';
import { oidcRoutes } from './oidc-routes.tsx';
import { createFirstAdministrator, storeDemoPassword } from './operator-commands.ts';
import { createOwnAccount } from './own-account.ts';
import { ownAccountRoutes } from './own-account-routes.tsx';
import { createPasskeys } from './passkeys.ts';
import { createPasswordHasher, type PasswordHasher } from './passwords.ts';
import { peopleRoutes } from './people-routes.tsx';
import { proposalCommands } from './proposal-commands.ts';
import { proposalTasks } from './proposal-routes.tsx';
import { proposalWords } from './proposal-words.ts';
import { listOwnTasks } from './protection-queries.ts';
import { protectionRoutes } from './protection-routes.tsx';
import { listEndedInvitations } from './queries.ts';
import { permits } from './rules.ts';
import { createSecondFactor } from './second-factor.ts';
import { resetSecondFactor } from './second-factor-commands.ts';
import { SECOND_FACTOR_SEALS } from './second-factor-store.ts';
import { secondStepRoutes } from './second-step-routes.tsx';
import { createSignIn } from './sign-in.ts';
import { accountWords, peopleLabel } from './words.ts';

/** The room with a way of keeping passwords; tests bring a cheaper one. */
export function accountsRoomWith(hasher: PasswordHasher): Room {
  return { ...accountsRoom, routes: (ports) => routesOf(ports, hasher) };
}

function routesOf(ports: Ports, hasher: PasswordHasher) {
  const { database, announce } = ports;
  const signIn = createSignIn({ database, hasher, announce });
  const ownAccount = createOwnAccount({ database, hasher, signIn, announce });
  const passkeys = createPasskeys(ports);
  const secondFactor = createSecondFactor({ ports, signIn, passkeys });
  const parts = { ports, signIn, ownAccount, passkeys, secondFactor };
  return [
    ...doorRoutes(parts),
    ...secondStepRoutes(parts),
    ...ownAccountRoutes(parts),
    ...protectionRoutes(parts),
    ...devicesRoutes(parts),
    ...freshRoutes(parts),
    // where the operator named no provider there is no way to one
    ...(ports.settings.oidcProviders.size > 0 ? oidcRoutes({ ...parts, oidc: createOidc(ports) }) : []),
    ...peopleRoutes(ports),
  ];
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
    resetSecondFactor,
    createFirstAdministrator,
    storeDemoPassword,
    ...proposalCommands,
    ...lendingCommands,
  ],
  permits,
  sealed: [SECOND_FACTOR_SEALS],
  jobs: [forgetDevicesJob],
  desk: [
    { label: peopleLabel, icon: 'users', path: '/nhan-su', permit: 'accounts.manage', group: 'people' },
    {
      label: { vi: proposalWords('vi').lendingTitle, en: proposalWords('en').lendingTitle },
      icon: 'share-2',
      path: LENDING,
      permit: 'accounts.lend',
      group: 'people',
    },
  ],
  tasks: async (ports, person, lang) => [
    ...(await listTasks(ports, person, lang)),
    ...(await proposalTasks(ports, person, lang)),
  ],
};

async function listTasks(ports: Ports, person: Person, lang: Lang): Promise<Task[]> {
  const w = accountWords(lang);
  const ended = await listEndedInvitations(ports, person, ports.now());
  const invitations = ended.map((row) => ({
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
  return [...(await listOwnTasks(ports, person, lang)), ...invitations];
}
