import { PUBLIC_PATHS } from '../src/platform/http/paths.ts';
import {
  changeFace,
  closePortal,
  type Face,
  foundLocality,
  listSections,
  type OpenedPortal,
  openPortal,
  type PortalOpening,
  type SectionRow,
  sectionHref,
} from '../src/rooms/portals/index.ts';
import type { Machine, Person } from '../src/rules/access/index.ts';
import { civilDateOf } from '../src/rules/calendar/index.ts';
import { suggestUsername } from '../src/rules/names/index.ts';
import type { Profile } from '../src/rules/profile/index.ts';
import { agreeForBody, agreeOnName } from './naming.ts';
import type { PastPorts } from './past.ts';
import { actorOf, type Seeded, seedPeople } from './people.ts';
import type { Place, PortalText, TaskText } from './shape.ts';

/** A portal of the demo with its people. */
export interface StaffedPortal {
  portalId: number;
  bodyId: number;
  text: PortalText;
  people: (Seeded & { actor: Person })[];
  /** A section by its code in the regulation, or by the kind of the portal's own. */
  sectionId(code: string): number;
}

export interface OpenedPlace {
  machine: Machine;
  main: StaffedPortal;
  portals: StaffedPortal[];
}

const LETTER = 'Công văn đồng ý (dữ liệu mẫu)';

/** Founds the locality and opens its portals with their people, at the clock's instant. */
export async function openPlace(past: PastPorts, place: Place): Promise<OpenedPlace> {
  const { ports } = past;
  const todayOn = civilDateOf(ports.now());
  const { code, name, nameEn, kind, profileCode, validFrom, decision } = place;
  const profile = ports.profiles.get(profileCode);
  if (!profile) throw new Error(`The demo wants the profile ${profileCode}.`);
  const { body, ...opening } = openingOf(place.main, todayOn, new Map());
  if ('id' in body) throw new Error('The body of a main portal is new.');
  const { machine, main } = await foundLocality(ports, 'demo', {
    ...{ code, nameVi: name, nameEn, kind },
    regulations: [{ profileCode, validFrom, decision }],
    main: { ...opening, body },
  });
  const bodies = new Map([[place.main.host, main.bodyId]]);
  const portals = [await staff(past, machine, profile, place.main, main)];
  for (const text of place.members) {
    const opened = await ports.perform(machine, openPortal, {
      ...openingOf(text, todayOn, bodies),
      mainPortalId: main.portalId,
    });
    bodies.set(text.host, opened.bodyId);
    if (text.name === 'waits') await agreeForBody(ports, machine, main.portalId, opened, LETTER);
    else await agreeOnName(ports, machine, main.portalId, opened, LETTER);
    portals.push(await staff(past, machine, profile, text, opened));
  }
  const [first] = portals;
  if (!first) throw new Error('A place has a main portal.');
  await closeOnes(past, machine, first.portalId, portals, todayOn);
  return { machine, main: first, portals };
}

function openingOf(text: PortalText, todayOn: string, bodies: ReadonlyMap<string, number>): PortalOpening {
  const { body, host, colour, scene } = text;
  const parentBodyId = bodies.get(body.below ?? [...bodies.keys()][0] ?? '');
  return {
    body: {
      ...{ nameVi: body.vi, nameEn: body.en, abbreviation: body.abbreviation, kind: body.kind },
      ...(body.short ? { shortName: body.short } : {}),
      ...(body.code ? { administrativeCode: body.code } : {}),
      ...(parentBodyId === undefined ? {} : { parentBodyId }),
    },
    ...{ host, openedOn: text.openedOn < todayOn ? text.openedOn : todayOn },
    workflow: text.workflow ?? 'check-then-approve',
    ...(text.decision ? { decision: text.decision } : {}),
    face: {
      colour,
      scene,
      drawing: scene,
      searchQuestion: text.question,
      tasks: [],
      popular: [...(text.popular ?? [])],
    },
    contact: {
      managedBy: { vi: body.vi, en: body.en },
      responsible: {
        vi: 'Trưởng Ban Biên tập (dữ liệu mẫu)',
        en: 'Head of the editorial board (sample data)',
      },
      ...{ address: text.address, phone: text.phone, email: `banbientap@${host.replace(/^www\./, '')}` },
      ...(text.fax ? { fax: text.fax } : {}),
      ...(text.hours ? { hours: text.hours } : {}),
    },
  };
}

async function staff(
  past: PastPorts,
  machine: Machine,
  profile: Profile,
  text: PortalText,
  { portalId, bodyId }: OpenedPortal,
): Promise<StaffedPortal> {
  const { ports } = past;
  const sections = await ports.database.publicly((db) => listSections(db, portalId));
  if (text.tasks.length > 0) await addTasks(past, machine, portalId, text, sections);
  const todayOn = civilDateOf(ports.now());
  const unitAbbreviation = text.host.replace(/^www\./, '').split('.')[0] ?? '';
  const wanted = text.people.map(({ name, roles }) => ({
    ...{ fullName: name, roles },
    username: suggestUsername(profile, { fullName: name, unitAbbreviation }),
  }));
  const founding = { validFrom: todayOn, decision: '01/QĐ-BBT (dữ liệu mẫu)', decidedOn: todayOn };
  const place = { portalId, mailDomain: text.host.replace(/^www\./, '') };
  const people: StaffedPortal['people'] = [];
  for (const one of await seedPeople(ports, machine, place, wanted, founding)) {
    people.push({ ...one, actor: await actorOf(ports, one) });
  }
  return {
    ...{ portalId, bodyId, text, people },
    sectionId: (code) => {
      const found = sections.find(
        (one) => one.code === code || (one.code === null && one.content_kind === code),
      );
      if (!found) throw new Error(`${text.host} has no section ${code}.`);
      return found.id;
    },
  };
}

/** Tasks lead to sections, which are there only once the portal is. */
async function addTasks(
  { ports }: PastPorts,
  machine: Machine,
  portalId: number,
  text: PortalText,
  sections: readonly SectionRow[],
): Promise<void> {
  const tasks = text.tasks.map((task) => ({ ...task, href: hrefOf(task, sections, text.host) }));
  const { colour, scene, question, popular } = text;
  const face: Face = {
    ...{ colour, scene, drawing: scene, searchQuestion: question, popular: [...(popular ?? [])] },
    tasks: tasks.map(({ icon, title, note, href }) => ({ icon, title, note, href })),
  };
  await ports.perform(machine, changeFace, { portalId, face });
}

function hrefOf({ page }: TaskText, sections: readonly SectionRow[], host: string) {
  if (page in PUBLIC_PATHS) return PUBLIC_PATHS[page as keyof typeof PUBLIC_PATHS];
  const section = sections.find((one) => one.parent_id === null && one.content_kind === page);
  if (!section) throw new Error(`${host} has no section of kind ${page} for a task to lead to.`);
  return { vi: sectionHref(section, 'vi'), en: sectionHref(section, 'en') };
}

async function closeOnes(
  { ports }: PastPorts,
  machine: Machine,
  mainPortalId: number,
  portals: readonly StaffedPortal[],
  todayOn: string,
): Promise<void> {
  for (const { portalId, text } of portals) {
    if (!text.closed) continue;
    const { on, decision, successor } = text.closed;
    const heir = portals.find((one) => one.text.host === successor);
    await ports.perform(machine, closePortal, {
      ...{ mainPortalId, portalId, decision, closedOn: on < todayOn ? on : todayOn },
      ...(heir ? { successorPortalId: heir.portalId } : {}),
    });
  }
}
