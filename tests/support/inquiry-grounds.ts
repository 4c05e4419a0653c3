import assert from 'node:assert/strict';
import { agreeOnName } from '../../seeds/naming.ts';
import { actorOf, seedPeople } from '../../seeds/people.ts';
import { foundLocality, openPortal } from '../../src/rooms/portals/index.ts';
import type { Machine, Person } from '../../src/rules/access/index.ts';
import { type Profile, shippedProfiles } from '../../src/rules/profile/index.ts';
import type { Engine } from './engines.ts';
import { type Hall, openHall, PLACES, type Place, type Post, STAFF } from './inquiries.ts';

/** A body with its portal and its people; one without people is acted for by the machine. */
export interface Office {
  portalId: number;
  isMain: boolean;
  staff: Readonly<Partial<Record<Post, Person>>>;
}

/** A locality in which a history is made: two staffed bodies, and one that may be merged into the second. */
export interface Ground {
  code: string;
  machine: Machine;
  main: Office;
  member: Office;
  spare: Office;
}

/** The five localities, and one whose made-up regulation also pauses and extends. */
export interface Grounds {
  hall: Hall;
  grounds: readonly Ground[];
}

export const PAUSING = 'thu-nghiem';
const SPARES = {
  'lao-cai': 'bacha',
  'thai-binh': 'lmhtx',
  'quang-ngai': 'tunghia',
  'long-xuyen': 'mybinh',
  'bac-giang': 'quyson',
} as const satisfies Record<Place, string>;

export async function openGrounds(engine: Engine): Promise<Grounds> {
  const hall = await openHall(engine, { profiles: shippedProfiles([pausingProfile()]) });
  const grounds = (Object.keys(PLACES) as Place[]).map((place): Ground => {
    const office = (label: string, isStaffed = true): Office => ({
      portalId: hall.portal(`${place}/${label}`).id,
      isMain: label === 'main',
      staff: isStaffed
        ? Object.fromEntries(STAFF.map((post) => [post, hall.officer(`${place}/${label}`, post)]))
        : {},
    });
    return {
      ...{ code: place, machine: hall.machines[place] ?? assert.fail(place), main: office('main') },
      ...{ member: office(PLACES[place]), spare: office(SPARES[place], false) },
    };
  });
  return { hall, grounds: [...grounds, await foundPausingPlace(hall)] };
}

/** No regulation shipped pauses or extends a question's time; this one does, in days of the calendar. */
function pausingProfile(): Profile {
  const made = structuredClone(shippedProfiles().get('thai-binh-02-2011') ?? assert.fail());
  const days: Readonly<Record<string, number>> = { ownCompetence: 7, interAgency: 12, special: 16 };
  for (const duty of made.duties) {
    if (!duty.contentKinds.includes('questions')) continue;
    duty.period = { value: days[duty.variant ?? ''] ?? 7, unit: 'calendarDay' };
    duty.cap = { value: 25, unit: 'calendarDay', article: 'Đ6' };
    duty.extension = { value: 3, unit: 'workingDay', times: 2, article: 'Đ6' };
    duty.pause = { article: 'Đ6' };
  }
  return { ...made, code: 'thu-nghiem-2026', localityCode: PAUSING, domains: [] };
}

const OPENED_ON = '2026-07-01';
const FACE = {
  ...{ colour: '#22386e', scene: 'mountains', drawing: 'mountains', tasks: [], popular: [] },
  searchQuestion: { vi: 'Bạn tìm gì?', en: 'What are you looking for?' },
};
const CONTACT = {
  managedBy: { vi: 'Tỉnh Thử Nghiệm', en: 'Thử Nghiệm Province' },
  responsible: { vi: 'Trưởng Ban Biên tập', en: 'Head of the editorial board' },
  address: { vi: 'Số 1, đường Mẫu', en: '1 Mẫu street' },
  ...{ phone: '0200 000 0000', email: 'banbientap@thunghiem.gov.vn' },
};

async function foundPausingPlace({ app: { ports } }: Hall): Promise<Ground> {
  const workflow = 'check-then-approve' as const;
  const { machine, main } = await foundLocality(ports, 'seed', {
    ...{ code: PAUSING, nameVi: 'Thử Nghiệm', nameEn: 'Thử Nghiệm', kind: 'province' },
    regulations: [{ profileCode: 'thu-nghiem-2026', validFrom: '2026-01-01', decision: 'thử nghiệm' }],
    main: {
      body: { nameVi: 'Tỉnh Thử Nghiệm', nameEn: 'Province', abbreviation: 'UBND', kind: 'committee' },
      ...{ host: 'thunghiem.gov.vn', openedOn: OPENED_ON, workflow, face: FACE, contact: CONTACT },
    },
  });
  const openMember = async (label: string) => {
    const name = label.toUpperCase();
    const opened = await ports.perform(machine, openPortal, {
      mainPortalId: main.portalId,
      body: { nameVi: `Sở ${name}`, nameEn: `Department ${name}`, abbreviation: name, kind: 'department' },
      ...{ host: `${label}.thunghiem.gov.vn`, openedOn: OPENED_ON, workflow, face: FACE, contact: CONTACT },
    });
    await agreeOnName(ports, machine, main.portalId, opened, 'Công văn 03/2026');
    return opened.portalId;
  };
  const office = async (portalId: number, isMain: boolean): Promise<Office> => {
    const wanted = STAFF.map((role) => ({
      username: `thu.${portalId}.${role.toLowerCase()}`,
      ...{ fullName: `Cán bộ Thử ${portalId}`, roles: [role] },
    }));
    const founding = { validFrom: OPENED_ON, decision: '02/QĐ-UBND', decidedOn: OPENED_ON };
    const at = { portalId, mailDomain: 'thunghiem.gov.vn' };
    const staff: Partial<Record<Post, Person>> = {};
    for (const [i, one] of (await seedPeople(ports, machine, at, wanted, founding)).entries()) {
      const post = STAFF[i];
      if (post) staff[post] = await actorOf(ports, one);
    }
    return { portalId, isMain, staff };
  };
  return {
    ...{ code: PAUSING, machine, main: await office(main.portalId, true) },
    member: await office(await openMember('sthu'), false),
    spare: { portalId: await openMember('snghiem'), isMain: false, staff: {} },
  };
}
