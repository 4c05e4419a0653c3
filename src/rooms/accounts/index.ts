/** Members of staff: accounts, signing in, sessions, rights by role and portal. */
export {
  type Appointment,
  closeAccount,
  disablePerson,
  giveRole,
  type Invitation,
  type InvitePerson,
  inviteAgain,
  invitePerson,
  requireAppointment,
  takeRight,
  unlockPerson,
} from './commands.ts';
export { recordDecision } from './decision-store.ts';
export { OWN_SESSIONS } from './devices-routes.tsx';
export { findOwner, type OwnerRow } from './devices-store.ts';
export { signInPath } from './door-ground.tsx';
export { invitationPath, signInAgain } from './door-routes.tsx';
export type { OwnerTold } from './entering.ts';
export { requireFresh } from './fresh.ts';
export { askFresh } from './fresh-routes.tsx';
export {
  createFirstAdministrator,
  type FirstAdministrator,
  setPasswordForDemo,
} from './operator-commands.ts';
export { accountsRoom } from './room.ts';
export { resetSecondFactor } from './second-factor-commands.ts';
export { toldMailWords, toldWords } from './second-factor-words.ts';
export { findSignedIn, SESSION_COOKIE } from './sessions.ts';
export { findGrant, readRights } from './store.ts';
export { findProfile, roleTitle } from './titles.ts';
