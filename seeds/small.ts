import type { Ports } from '../src/platform/ports.ts';
import { seedCalendar } from '../src/rooms/duties/index.ts';
import { foundLocality, listSections, openPortal, type SectionRow } from '../src/rooms/portals/index.ts';
import { indexMissing } from '../src/rooms/search/index.ts';
import type { Machine, Role } from '../src/rules/access/index.ts';
import type { BodyKind } from '../src/rules/profile/index.ts';
import { agreeOnName } from './naming.ts';
import { pastPorts } from './past.ts';
import { actorOf, givePasswords, type Seeded, seedPeople } from './people.ts';
import { type Written, writeItem } from './writing.ts';

// The small world of tests: five localities, each with a main portal and two members, at fixed instants.

export interface SmallPortal {
  id: number;
  host: string;
  localityId: number;
  bodyId: number;
  sections: SectionRow[];
}

export interface SmallSeed {
  /** The one password of everybody. */
  password: string;
  machines: Record<string, Machine>;
  /** `lao-cai/main`, `lao-cai/snnmt`, `lao-cai/bacha`, …: locality and first label of the host. */
  portals: Record<string, SmallPortal>;
  /** By user name: `lc.editor`, `lc.bacha.head`, `tb.checker`, … */
  people: Record<string, Seeded>;
  /** Published items: `lao-cai/main`, `lao-cai/bacha`, `thai-binh/main`. */
  items: Record<string, Written>;
}

const PASSWORD = 'Cong-Lang-2026!';
const OPENED_ON = '2026-07-01';
const FOUNDED_AT = new Date('2026-07-01T08:00:00+07:00');

interface Member {
  body: { nameVi: string; nameEn: string; abbreviation: string; kind: BodyKind };
  host: string;
  decision?: string;
}

interface Place {
  code: string;
  name: string;
  kind: keyof typeof MAIN_BODIES;
  profileCode: string;
  validFrom: string;
  host: string;
  colour: string;
  scene: string;
  members: readonly [Member, Member];
}

/** Parts around the name of a place in the name of its main body. */
const MAIN_BODIES = { province: ['Tỉnh', 'Province'], city: ['Thành phố', 'City'] } as const;

/** A member by the names of its body; the first label of its host is the abbreviation. */
function member(kind: BodyKind, nameVi: string, nameEn: string, host: string, decision?: string): Member {
  const abbreviation = (host.split('.')[0] ?? '').toUpperCase();
  return { body: { nameVi, nameEn, abbreviation, kind }, host, ...(decision ? { decision } : {}) };
}

const PLACES: readonly Place[] = [
  {
    ...{ code: 'lao-cai', name: 'Lào Cai', kind: 'province' },
    ...{ profileCode: 'lao-cai-22-2016', validFrom: '2016-05-06' },
    ...{ host: 'www.laocai.gov.vn', colour: '#22386e', scene: 'mountains' },
    members: [
      member(
        'department',
        'Sở Nông nghiệp và Môi trường',
        'Department of Agriculture and Environment',
        'snnmt.laocai.gov.vn',
      ),
      member('commune', 'Xã Bắc Hà', 'Bắc Hà Commune', 'bacha.laocai.gov.vn'),
    ],
  },
  {
    ...{ code: 'thai-binh', name: 'Thái Bình', kind: 'province' },
    ...{ profileCode: 'thai-binh-02-2011', validFrom: '2011-05-02' },
    ...{ host: 'www.thaibinh.gov.vn', colour: '#2f5d2b', scene: 'rice' },
    members: [
      member('department', 'Sở Tài chính', 'Department of Finance', 'stc.thaibinh.gov.vn'),
      member(
        'other',
        'Liên minh Hợp tác xã tỉnh',
        'Provincial Co-operative Alliance',
        'lmhtx.thaibinh.gov.vn',
        'Công văn 12/LMHTX ngày 02/06/2026; UBND tỉnh đồng ý tại 88/UBND-KGVX',
      ),
    ],
  },
  {
    ...{ code: 'quang-ngai', name: 'Quảng Ngãi', kind: 'province' },
    ...{ profileCode: 'quang-ngai-16-2017', validFrom: '2017-04-29' },
    ...{ host: 'quangngai.gov.vn', colour: '#0d5a68', scene: 'boat' },
    members: [
      member('department', 'Sở Y tế', 'Department of Health', 'syt.quangngai.gov.vn'),
      member('district', 'Huyện Tư Nghĩa', 'Tư Nghĩa District', 'tunghia.quangngai.gov.vn'),
    ],
  },
  {
    ...{ code: 'long-xuyen', name: 'Long Xuyên', kind: 'city' },
    ...{ profileCode: 'long-xuyen-01-2020', validFrom: '2020-06-15' },
    ...{ host: 'longxuyen.gov.vn', colour: '#7a4a12', scene: 'lotus' },
    members: [
      member(
        'massOrganisation',
        'Hội Liên hiệp Phụ nữ thành phố',
        'City Women’s Union',
        'hlhpn.longxuyen.gov.vn',
      ),
      member('commune', 'Phường Mỹ Bình', 'Mỹ Bình Ward', 'mybinh.longxuyen.gov.vn'),
    ],
  },
  {
    ...{ code: 'bac-giang', name: 'Bắc Giang', kind: 'province' },
    ...{ profileCode: 'bac-giang-13-2023', validFrom: '2023-05-20' },
    ...{ host: 'bacgiang.gov.vn', colour: '#9a2330', scene: 'lychee' },
    members: [
      member('department', 'Sở Tư pháp', 'Department of Justice', 'stp.bacgiang.gov.vn'),
      member('commune', 'Xã Quý Sơn', 'Quý Sơn Commune', 'quyson.bacgiang.gov.vn'),
    ],
  },
];

/** Everyone of the main portal, one role each. */
const MAIN_PEOPLE: readonly (readonly [suffix: string, fullName: string, roles: readonly Role[]])[] = [
  ['technical', 'Phạm Văn Kỹ', ['technicalAdmin']],
  ['content', 'Đỗ Thị Nội', ['contentAdmin']],
  ['editor', 'Lò Thị Biên', ['editor']],
  ['checker', 'Hoàng Văn Soát', ['checker']],
  ['board', 'Nguyễn Thị Duyệt', ['boardMember']],
  ['head', 'Trần Văn Trưởng', ['head']],
  ['overseer', 'Lê Thị Giám', ['overseer']],
];
const MEMBER_PEOPLE: typeof MAIN_PEOPLE = [
  ['editor', 'Giàng Thị Viết', ['editor', 'contentAdmin']],
  ['checker', 'Vàng Văn Xem', ['checker']],
  ['head', 'Sùng Thị Đứng', ['head']],
];
const FOUNDING = { validFrom: OPENED_ON, decision: '01/QĐ-UBND', decidedOn: OPENED_ON };

/** Seeds the small world; its clock begins on 1 July 2026. */
export async function seedSmall(ports: Ports): Promise<SmallSeed> {
  const past = pastPorts(ports);
  past.setClock(FOUNDED_AT);
  const seed: SmallSeed = { password: PASSWORD, machines: {}, portals: {}, people: {}, items: {} };
  for (const place of PLACES) await seedPlace(past.ports, seed, place);
  const [first] = Object.values(seed.machines);
  if (!first) throw new Error('No locality was founded.');
  await ports.jobs.drain(); // the queues must be there before something is put into them
  await seedCalendar(past.ports, first);
  await staff(past.ports, seed, 'lc', 'lao-cai/main', MAIN_PEOPLE);
  await staff(past.ports, seed, 'lc.bacha', 'lao-cai/bacha', MEMBER_PEOPLE);
  await staff(past.ports, seed, 'tb', 'thai-binh/main', MAIN_PEOPLE);
  await givePasswords(ports, Object.values(seed.people), PASSWORD);
  const write = (portal: string, prefix: string, approver: string, title: string, at: string) =>
    publish(past, seed, { portal, prefix, approver, title, at: new Date(at) });
  await write(
    'thai-binh/main',
    'tb',
    'board',
    'Thái Bình vào vụ gặt mùa sớm một tuần',
    '2026-11-16T10:00:00+07:00',
  );
  await write(
    'lao-cai/bacha',
    'lc.bacha',
    'head',
    'Phát giống ngô vụ xuân cho các hộ đã đăng ký',
    '2026-11-17T15:00:00+07:00',
  );
  await write(
    'lao-cai/main',
    'lc',
    'board',
    'Hoàn thành sửa chữa 42 công trình nước sạch ở vùng cao',
    '2026-11-19T14:05:00+07:00',
  );
  await indexMissing(ports);
  return seed;
}

function faceOf({ colour, scene, name }: Place) {
  return {
    ...{ colour, scene, drawing: scene, tasks: [], popular: [] },
    searchQuestion: { vi: `Bạn tìm gì ở ${name}?`, en: `What are you looking for in ${name}?` },
  };
}

function contactOf(vi: string, en: string, host: string) {
  return {
    managedBy: { vi, en },
    responsible: { vi: 'Trưởng Ban Biên tập', en: 'Head of the editorial board' },
    address: { vi: 'Số 1, đường Mẫu', en: '1 Mẫu street' },
    phone: '0214 000 0000',
    email: `banbientap@${host.replace(/^www\./, '')}`,
  };
}

async function seedPlace(ports: Ports, seed: SmallSeed, place: Place): Promise<void> {
  const { code, name, kind, profileCode, validFrom, host } = place;
  const [vi, en] = MAIN_BODIES[kind];
  const [nameVi, nameEn] = [`${vi} ${name}`, `${name} ${en}`];
  const workflow = 'check-then-approve' as const;
  const { machine, main } = await foundLocality(ports, 'seed', {
    ...{ code, nameVi: name, nameEn: name, kind },
    regulations: [{ profileCode, validFrom, decision: profileCode }],
    main: {
      body: { nameVi, nameEn, abbreviation: 'UBND', kind: 'committee' },
      ...{ host, openedOn: OPENED_ON, workflow, face: faceOf(place) },
      contact: contactOf(nameVi, nameEn, host),
    },
  });
  seed.machines[code] = machine;
  await keep(ports, seed, `${code}/main`, machine, { ...main, host });
  for (const { body, host: memberHost, decision } of place.members) {
    const opened = await ports.perform(machine, openPortal, {
      ...{ mainPortalId: main.portalId, body, host: memberHost, openedOn: OPENED_ON, workflow },
      ...{ face: faceOf(place), contact: contactOf(body.nameVi, body.nameEn, memberHost) },
      ...(decision ? { decision } : {}),
    });
    await agreeOnName(ports, machine, main.portalId, opened, 'Công văn 03/2026');
    await keep(ports, seed, `${code}/${memberHost.split('.')[0]}`, machine, opened);
  }
}

async function keep(
  ports: Ports,
  seed: SmallSeed,
  key: string,
  { localityId }: Machine,
  { portalId, bodyId, host }: { portalId: number; bodyId: number; host: string },
): Promise<void> {
  const sections = await ports.database.publicly((db) => listSections(db, portalId));
  seed.portals[key] = { id: portalId, host, localityId, bodyId, sections };
}

function portalOf(seed: SmallSeed, key: string): SmallPortal {
  const portal = seed.portals[key];
  if (!portal) throw new Error(`The small world has no portal ${key}.`);
  return portal;
}

function personOf(seed: SmallSeed, username: string): Seeded {
  const person = seed.people[username];
  if (!person) throw new Error(`The small world has nobody called ${username}.`);
  return person;
}

async function staff(
  ports: Ports,
  seed: SmallSeed,
  prefix: string,
  key: string,
  people: typeof MAIN_PEOPLE,
): Promise<void> {
  const portal = portalOf(seed, key);
  const machine = seed.machines[key.split('/')[0] ?? ''];
  if (!machine) throw new Error(`The small world has no locality of ${key}.`);
  const wanted = people.map(([suffix, fullName, roles]) => ({
    username: `${prefix}.${suffix}`,
    fullName,
    roles,
  }));
  const place = { portalId: portal.id, mailDomain: portal.host.replace(/^www\./, '') };
  for (const one of await seedPeople(ports, machine, place, wanted, FOUNDING))
    seed.people[one.username] = one;
}

async function publish(
  past: ReturnType<typeof pastPorts>,
  seed: SmallSeed,
  item: { portal: string; prefix: string; approver: string; title: string; at: Date },
): Promise<void> {
  past.setClock(item.at);
  const portal = portalOf(seed, item.portal);
  const actor = (role: string) => actorOf(past.ports, personOf(seed, `${item.prefix}.${role}`));
  const section = portal.sections.find((one) => one.content_kind === 'news');
  if (!section) throw new Error(`${item.portal} has no news.`);
  seed.items[item.portal] = await writeItem(
    past,
    { editor: await actor('editor'), checker: await actor('checker'), approver: await actor(item.approver) },
    {
      ...{ portalId: portal.id, sectionId: section.id, language: 'vi', reached: 'published' },
      text: {
        title: item.title,
        summary: `${item.title}.`,
        body: `<p>${item.title}. Tin của thế giới thử nghiệm.</p>`,
        author: 'Ban Biên tập',
      },
    },
    item.at,
  );
}
