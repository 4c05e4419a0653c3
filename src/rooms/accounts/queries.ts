import { scopeOf } from '../../platform/command/index.ts';
import type { Queryable } from '../../platform/db/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Person } from '../../rules/access/index.ts';
import { portalsPermitted } from '../../rules/access/index.ts';
import { civilDateOf, formatDate, formatInstant } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { sortByGivenName } from '../../rules/text/index.ts';
import type { TagTone } from '../../ui/index.ts';
import { isWholeAccountOurs, livingGrants, placeOf } from './authority.ts';
import { listPast, listSessions, type PastLine, type SessionLine } from './history-store.ts';
import { listOpenProposalsOf, type ProposalRow } from './proposal-store.ts';
import { permits, reachOf } from './rules.ts';
import { findFactorsHeld } from './second-factor-store.ts';
import { listExpiredInvitations, listOpenInvitations, type OpenInvitationRow } from './secrets-store.ts';
import * as store from './store.ts';
import { findProfile, roleTitle } from './titles.ts';
import { accountWords } from './words.ts';

/** Reads in the scope of a person: row-level security holds whatever the query asks. */
export function readAs<T>(
  ports: Pick<Ports, 'database'>,
  person: Person,
  read: (tx: Queryable) => Promise<T>,
): Promise<T> {
  return ports.database.transaction(scopeOf(person), read);
}

export interface Managed {
  mainPortalId: number | undefined;
  /** Portals whose people the person may administer. */
  portals: store.PortalFacts[];
}

export async function readManaged(db: Queryable, person: Person): Promise<Managed> {
  const mainPortalId = await store.findMainPortalId(db, person.localityId);
  const portals = await store.listPortalFacts(db, person.portalIds);
  return {
    mainPortalId,
    portals: portals.filter((portal) => reachOf(person, placeOf(portal), mainPortalId) !== 'none'),
  };
}

/** How an account stands, in words. */
export function accountState(
  person: store.PersonRow,
  invitation: OpenInvitationRow | undefined,
  now: Date,
  lang: Lang,
): { text: string; tone: TagTone } {
  const w = accountWords(lang);
  const changed = person.password_changed_at;
  const hasPassword = changed !== null && !(person.password_reset_at && person.password_reset_at >= changed);
  if (person.disabled_at) return { text: w.stateDisabled, tone: 'plain' };
  if (!hasPassword && invitation) {
    const at = formatInstant(invitation.expires_at, lang);
    return invitation.expires_at > now
      ? { text: w.stateInvited(at), tone: 'live' }
      : { text: w.stateExpired(at), tone: 'bad' };
  }
  if (!hasPassword) return { text: w.stateNoPassword, tone: 'warn' };
  if (person.locked_until && person.locked_until > now) {
    return { text: w.stateLocked(untilText(person.locked_until, lang)), tone: 'warn' };
  }
  return { text: w.stateOpen, tone: 'good' };
}

/** The end of a wait, rounded up to the minute, so that nobody comes back a few seconds early. */
export function untilText(until: Date, lang: Lang): string {
  const MINUTE_MS = 60_000;
  return formatInstant(new Date(Math.ceil(until.getTime() / MINUTE_MS) * MINUTE_MS), lang);
}

/** Dates of a right in words. */
export function validityText(grant: Pick<store.GrantRow, 'valid_from' | 'valid_to'>, lang: Lang): string {
  const w = accountWords(lang);
  const from = formatDate(grant.valid_from, lang, 'short');
  return grant.valid_to === null ? w.from(from) : w.fromTo(from, formatDate(grant.valid_to, lang, 'short'));
}

export function decisionText(grant: Pick<store.GrantRow, 'decision' | 'decided_on'>, lang: Lang): string {
  const { decision, decided_on: decidedOn } = grant;
  if (!decision) return accountWords(lang).noneYet;
  return decidedOn
    ? accountWords(lang).decisionLine(decision, formatDate(decidedOn, lang, 'short'))
    : decision;
}

export interface ListedPerson {
  row: store.PersonRow;
  roles: string[];
  state: { text: string; tone: TagTone };
}

/** People of one portal in the order of Vietnamese lists, each with what he holds there. */
export async function listPeopleOf(
  db: Queryable,
  ports: Pick<Ports, 'profiles'>,
  portal: store.PortalFacts,
  now: Date,
  lang: Lang,
): Promise<ListedPerson[]> {
  const todayOn = civilDateOf(now);
  const people = sortByGivenName(await store.listPeople(db, portal.id), (row) => row.full_name);
  const ids = people.map((row) => row.id);
  const grants = livingGrants(await store.listGrants(db, ids), todayOn).filter(
    (grant) => grant.portal_id === portal.id,
  );
  const invitations = await listOpenInvitations(db, ids);
  const profile = await findProfile(db, ports.profiles, portal.locality_id, todayOn);
  return people.map((row) => ({
    row,
    roles: grants
      .filter((grant) => grant.person_id === row.id)
      .map((grant) => roleTitle(profile, grant.role, portal.is_main, todayOn)[lang]),
    state: accountState(
      row,
      invitations.find((one) => one.person_id === row.id),
      now,
      lang,
    ),
  }));
}

export interface PersonCard {
  row: store.PersonRow;
  grants: (store.GrantRow & { title: string })[];
  /** Rights that wait for a second person. */
  waiting: (ProposalRow & { title: string })[];
  state: { text: string; tone: TagTone };
  isWholeAccountOurs: boolean;
  /** He proves himself by a code or a key beside the password. */
  hasFactor: boolean;
  sessions: SessionLine[];
  past: (PastLine & { title: string })[];
}

/** One person, if he has or had a right on a portal the reader administers. */
export async function findPersonCard(
  db: Queryable,
  ports: Pick<Ports, 'profiles'>,
  reader: Person,
  managed: Managed,
  personId: number,
  now: Date,
  lang: Lang,
): Promise<PersonCard | undefined> {
  const row = await store.findPerson(db, personId);
  const ours = new Set(managed.portals.map((portal) => portal.id));
  if (!row || !(await store.wasEverOn(db, personId, [...ours]))) return undefined;
  const todayOn = civilDateOf(now);
  const grants = (await store.listGrants(db, [personId])).filter((grant) => ours.has(grant.portal_id));
  const [invitation] = await listOpenInvitations(db, [personId]);
  const profile = await findProfile(db, ports.profiles, row.locality_id, todayOn);
  const isMain = new Map(managed.portals.map((portal) => [portal.id, portal.is_main]));
  const factors = await findFactorsHeld(db, personId);
  const waiting = (await listOpenProposalsOf(db, personId)).filter((one) => ours.has(one.portal_id));
  return {
    row,
    waiting: waiting.map((one) => ({
      ...one,
      title: roleTitle(profile, one.role, isMain.get(one.portal_id) ?? false, todayOn)[lang],
    })),
    grants: grants.map((grant) => ({
      ...grant,
      title: roleTitle(profile, grant.role, grant.is_main, todayOn)[lang],
    })),
    state: accountState(row, invitation, now, lang),
    sessions: await listSessions(db, personId),
    past: (await listPast(db, personId, [...ours])).map((one) => ({
      ...one,
      title: roleTitle(profile, one.role, isMain.get(one.portal_id) ?? false, todayOn)[lang],
    })),
    hasFactor: factors.hasCode || factors.hasPasskey,
    isWholeAccountOurs: await isWholeAccountOurs(db, reader, managed.mainPortalId, personId, todayOn),
  };
}

/** What a person holds himself, on every portal. */
export async function readOwnRights(
  db: Queryable,
  ports: Pick<Ports, 'profiles'>,
  person: Person,
  now: Date,
  lang: Lang,
) {
  const todayOn = civilDateOf(now);
  const row = await store.findPerson(db, person.personId);
  const grants = livingGrants(await store.listGrants(db, [person.personId]), todayOn);
  const profile = await findProfile(db, ports.profiles, person.localityId, todayOn);
  return {
    email: row?.email ?? null,
    language: row?.language ?? person.language,
    rights: grants.map((grant) => ({
      portal: lang === 'vi' ? grant.name_vi : grant.name_en,
      role: roleTitle(profile, grant.role, grant.is_main, todayOn)[lang],
      validity: validityText(grant, lang),
      decision: decisionText(grant, lang),
    })),
  };
}

/** Invitations that ended unused, for those who can renew them. */
export async function listEndedInvitations(ports: Pick<Ports, 'database'>, person: Person, now: Date) {
  if (portalsPermitted(person, permits, 'accounts.manage').length === 0) return [];
  return readAs(ports, person, async (tx) => {
    const { portals } = await readManaged(tx, person);
    return listExpiredInvitations(
      tx,
      portals.map((portal) => portal.id),
      now,
    );
  });
}
