/** Members of staff: accounts, signing in, sessions, rights by role and portal. */
export {
  type Appointment,
  disablePerson,
  giveRole,
  type Invitation,
  type InvitePerson,
  inviteAgain,
  invitePerson,
  requireAppointment,
  unlockPerson,
} from './commands.ts';
export { invitationPath, signInAgain, signInPath } from './door-routes.tsx';
export {
  createFirstAdministrator,
  type FirstAdministrator,
  setPasswordForDemo,
} from './operator-commands.ts';
export { accountsRoom } from './room.ts';
export { findSignedIn, SESSION_COOKIE } from './sessions.ts';
export { readRights } from './store.ts';
export { findProfile, roleTitle } from './titles.ts';
