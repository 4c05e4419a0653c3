import { scopeOf } from '../../platform/command/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { isPermitted, type Person, portalsPermitted } from '../../rules/access/index.ts';
import { type CivilDate, civilDateOf } from '../../rules/calendar/index.ts';
import type { BodyKind, Profile, ProfileSet } from '../../rules/profile/index.ts';
import { profileInForce } from './facts.ts';
import { findMenu } from './menu-store.ts';
import type { NameParty } from './name-rules.ts';
import { type ApprovalRow, type HostnameRow, listApprovals, listHostnames } from './name-store.ts';
import { partiesOfName } from './naming-commands.ts';
import {
  type CountedSection,
  type DeskPortalRow,
  findDeskPortal,
  findMainPortal,
  listCounted,
  listDeskPortals,
  listNames,
  listWithEnglish,
} from './overview-store.ts';
import { permits } from './permits.ts';
import { type Completeness, completenessOf, staleDays } from './section-rules.ts';

/** Reads as the person, under row-level security. */
export function reading<T>(
  ports: Pick<Ports, 'database'>,
  person: Person,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return ports.database.transaction(scopeOf(person), work);
}

/** Portals the person may look at: his own, and the whole locality from the technical or overseeing office. */
export function portalsToRead(person: Person): number[] {
  const own = portalsPermitted(person, permits, 'portals.read');
  const seesAll = person.grants.some((one) => one.role === 'technicalAdmin' || one.role === 'overseer');
  return seesAll ? [...new Set([...own, ...person.portalIds])] : own;
}

export interface Overview {
  portal: DeskPortalRow;
  completeness: Completeness;
}

/** Every portal the person may look at, with how far it keeps what the regulation demands. */
export async function listOverviews(ports: Ports, person: Person): Promise<Overview[]> {
  const on = civilDateOf(ports.now());
  const profile = await profileInForce(ports, person.localityId, on);
  return reading(ports, person, async (tx) => {
    const portals = await listDeskPortals(tx, portalsToRead(person));
    const ids = portals.filter((one) => one.state === 'open').map((one) => one.id);
    const sections = Map.groupBy(await listCounted(tx, ids), (section) => section.portal_id);
    const english = await listWithEnglish(tx, ids);
    return portals.map((portal) => ({
      portal,
      completeness: measure(profile, portal, sections.get(portal.id) ?? [], english.has(portal.id), on),
    }));
  });
}

function measure(
  profile: Profile,
  portal: DeskPortalRow,
  sections: readonly CountedSection[],
  hasEnglish: boolean,
  on: CivilDate,
): Completeness {
  const facts = sections.map((one) => ({
    id: one.id,
    parentId: one.parent_id,
    code: one.code,
    liveCount: one.live_count,
  }));
  return completenessOf(
    profile,
    { bodyKind: portal.body_kind as BodyKind, isMain: portal.is_main, hasEnglish },
    facts,
    on,
  );
}

export interface NameView {
  name: HostnameRow;
  parties: readonly NameParty[];
  approvals: (ApprovalRow & { personName: string | undefined })[];
}

export interface PortalView extends Overview {
  mainPortalId: number | undefined;
  sections: CountedSection[];
  names: NameView[];
  /** Whether the board composed the menu at the head: the sections' own marks count no more. */
  hasOwnMenu: boolean;
  /** What the person may do here. */
  may: { manage: boolean; arrange: boolean; compose: boolean; speakForBody: boolean };
}

/** One portal with all that the desk shows of it; undefined when it is not this person's to look at. */
export async function findPortalView(
  ports: Ports,
  person: Person,
  portalId: number,
): Promise<PortalView | undefined> {
  if (!portalsToRead(person).includes(portalId)) return undefined;
  const on = civilDateOf(ports.now());
  const profile = await profileInForce(ports, person.localityId, on);
  return reading(ports, person, async (tx) => {
    const portal = await findDeskPortal(tx, portalId);
    if (portal?.locality_id !== person.localityId) return undefined;
    const main = await findMainPortal(tx, person.localityId);
    const sections = await listCounted(tx, [portalId]);
    const english = await listWithEnglish(tx, [portalId]);
    const isOpen = portal.state === 'open';
    return {
      portal,
      mainPortalId: main?.id,
      sections,
      completeness: measure(profile, portal, sections, english.has(portalId), on),
      names: await namesOf(tx, portal, ports.profiles),
      hasOwnMenu: (await findMenu(tx, portalId)).head !== undefined,
      may: {
        manage: isOpen && main !== undefined && isPermitted(person, permits, 'portals.manage', main.id),
        arrange: isOpen && isPermitted(person, permits, 'portals.arrange', portalId),
        compose: isOpen && isPermitted(person, permits, 'portals.compose', portalId),
        speakForBody: isOpen && person.grants.some((one) => one.portalId === portalId && one.role === 'head'),
      },
    };
  });
}

async function namesOf(tx: Transaction, portal: DeskPortalRow, profiles: ProfileSet): Promise<NameView[]> {
  const names = await listHostnames(tx, portal.id);
  const approvals = await listApprovals(tx, portal.id);
  const people = await listNames(
    tx,
    approvals.flatMap((one) => (one.person_id === null ? [] : [one.person_id])),
  );
  const nameOf = new Map(people.map((one) => [one.id, one.full_name]));
  const views: NameView[] = [];
  for (const name of names) {
    views.push({
      name,
      parties:
        name.state === 'requested' && portal.state === 'open'
          ? await partiesOfName({ tx, profiles }, portal, name)
          : [],
      approvals: approvals
        .filter((one) => one.hostname_id === name.id)
        .map((one) => ({
          ...one,
          personName: one.person_id === null ? undefined : nameOf.get(one.person_id),
        })),
    });
  }
  return views;
}

export interface StaleSection {
  section: CountedSection;
  portal: DeskPortalRow;
  days: number;
}

/** Sections of these portals that have had nothing new for longer than their own target (LC-046, TB-024, QN-037, LX-019). */
export async function listStale(
  ports: Ports,
  person: Person,
  portalIds: readonly number[],
): Promise<StaleSection[]> {
  const todayOn = civilDateOf(ports.now());
  return reading(ports, person, async (tx) => {
    const portals = new Map((await listDeskPortals(tx, portalIds)).map((one) => [one.id, one]));
    const sections = await listCounted(tx, portalIds);
    return sections.flatMap((section) => {
      const portal = portals.get(section.portal_id);
      if (section.fresh_within_days === null || portal?.state !== 'open') return [];
      const family = sections.filter((one) => one.id === section.id || one.parent_id === section.id);
      const newest = Math.max(...family.map((one) => one.newest_at?.getTime() ?? 0));
      const days = staleDays(
        {
          freshWithinDays: section.fresh_within_days,
          newestAt: newest > 0 ? new Date(newest) : undefined,
          createdAt: section.created_at,
        },
        todayOn,
      );
      return days === undefined ? [] : [{ section, portal, days }];
    });
  });
}
