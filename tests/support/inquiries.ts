import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { actorOf, type Seeded, seedPeople } from '../../seeds/people.ts';
import type { Command } from '../../src/platform/command/index.ts';
import { type Clock, listClocksOf } from '../../src/rooms/duties/index.ts';
import type { Intake } from '../../src/rooms/inquiries/intakes.ts';
import { agreedSubject, clockSubject } from '../../src/rooms/inquiries/moving.ts';
import { type ReceiveInquiry, receiveInquiry } from '../../src/rooms/inquiries/receiving.ts';
import { digestOfCode } from '../../src/rooms/inquiries/sealed.ts';
import { findInquiry, type InquiryRow } from '../../src/rooms/inquiries/store.ts';
import type { Person, Role } from '../../src/rules/access/index.ts';
import type { Engine } from './engines.ts';
import { openWorld, type World, type WorldParts } from './world.ts';

/** The places of the small world: the main portal and the member that questions are passed to. */
export const PLACES = {
  'lao-cai': 'snnmt',
  'thai-binh': 'stc',
  'quang-ngai': 'syt',
  'long-xuyen': 'hlhpn',
  'bac-giang': 'stp',
} as const;
export type Place = keyof typeof PLACES;

export const STAFF = ['editor', 'checker', 'boardMember', 'head'] as const satisfies Role[];
export type Post = (typeof STAFF)[number];

/** The small world with an editor, a checker, a board member and a head on every portal. */
export interface Hall extends World {
  /** `hall.officer('lao-cai/main', 'head')` */
  officer(portal: string, post: Post): Person;
  /** All of them; they have no password until somebody gives them one. */
  officers: readonly Seeded[];
  /** Sends something in as the public does. @returns its id and code */
  ask(place: Place, intake: Intake, more?: Partial<ReceiveInquiry>): Promise<Asked>;
  /** A command as an officer of that portal. */
  act<I extends { portalId: number }, O>(
    portal: string,
    post: Post,
    command: Command<I, O>,
    input: Omit<I, 'portalId'>,
  ): Promise<O>;
  inquiry(id: number): Promise<InquiryRow>;
  /** Its clocks, the one that binds last. */
  clocks(id: number): Promise<Clock[]>;
}

export interface Asked {
  id: number;
  code: string;
}

/** Someone who asks, invented; each value can be looked for afterwards. */
export const ASKER = {
  fields: {
    name: 'Vàng Thị Thử',
    nationality: 'Việt Nam',
    occupation: 'Làm nương',
    addressStreet: 'Thôn Mẫu 9',
    addressCommune: 'Xã Mẫu',
    addressProvince: 'Tỉnh Mẫu',
  },
  email: 'vang.thi.thu@nguoihoi.example',
  phone: '0987 650 432',
  postal: 'Thôn Mẫu 9, Xã Mẫu',
} as const;

export async function openHall(engine: Engine, parts: WorldParts = {}): Promise<Hall> {
  const world = await openWorld(engine, parts);
  const people = new Map<string, Person>();
  const officers: Seeded[] = [];
  for (const [place, member] of Object.entries(PLACES)) {
    const machine = world.machines[place] ?? assert.fail(place);
    for (const label of ['main', member]) {
      const portal = world.portal(`${place}/${label}`);
      const wanted = STAFF.map((role) => ({
        username: `hoi.${portal.id}.${role.toLowerCase()}`,
        fullName: `Cán bộ Mẫu ${portal.id}`,
        roles: [role],
      }));
      const at = { portalId: portal.id, mailDomain: portal.host.replace(/^www\./, '') };
      const founding = { validFrom: '2026-07-01', decision: '02/QĐ-UBND', decidedOn: '2026-07-01' };
      for (const one of await seedPeople(world.app.ports, machine, at, wanted, founding)) {
        officers.push(one);
        people.set(`${place}/${label}:${one.roles[0]}`, await actorOf(world.app.ports, one));
      }
    }
  }
  const { ports } = world.app;
  const officer: Hall['officer'] = (portal, post) =>
    people.get(`${portal}:${post}`) ?? assert.fail(`${portal} has no ${post}`);
  const system = <T>(read: Parameters<typeof ports.database.transaction<T>>[1]) =>
    ports.database.transaction({ as: 'system' }, read);
  return {
    ...world,
    officer,
    officers,
    async ask(place, intake, more = {}) {
      const machine = world.machines[place] ?? assert.fail(place);
      const code = `TEST-${randomBytes(6).toString('hex').toUpperCase()}`;
      const { inquiryId } = await ports.perform(machine, receiveInquiry, {
        ...{ localityId: machine.localityId, portalId: world.portal(`${place}/main`).id, isMain: true },
        ...{ intake, language: 'vi', askerKind: 'person', isForeigner: false, asker: ASKER, topic: 'policy' },
        content: {
          title: 'Hỏi về hỗ trợ giống ngô',
          text: 'Gia đình tôi có được hỗ trợ giống ngô vụ xuân không?',
        },
        ...{ consents: ['reply'], code, codeDigest: digestOfCode(ports.seal, code), files: [] },
        formDigest: randomBytes(8).toString('hex'),
        ...more,
      });
      return { id: inquiryId, code };
    },
    act: (portal, post, command, input) =>
      ports.perform(officer(portal, post), command, { ...input, portalId: world.portal(portal).id } as never),
    inquiry: async (id) => (await system((tx) => findInquiry(tx, id))) ?? assert.fail(`no inquiry ${id}`),
    clocks: (id) =>
      system(async (tx) => [
        ...(await listClocksOf(tx, clockSubject(id))),
        ...(await listClocksOf(tx, agreedSubject(id))),
      ]),
  };
}
