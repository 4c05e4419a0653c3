import type { Role } from '../src/rules/access/index.ts';
import type { Words } from '../src/rules/lang.ts';
import type { BodyKind } from '../src/rules/profile/index.ts';
import type { DocumentText } from './documents.ts';
import type { MenuText } from './faces.ts';
import type { IssueText } from './gazette.ts';
import type { InquiryText } from './inquiries.ts';
import type { IssuerText } from './issuers.ts';
import type { LandscapeName } from './pictures.ts';

// What the demo is written in: places, portals, people and items, all invented.

export interface Place {
  code: string;
  name: string;
  nameEn: string;
  kind: 'province' | 'city';
  profileCode: string;
  validFrom: string;
  decision: string;
  main: PortalText;
  members: readonly PortalText[];
  /** What people have sent in, and what became of it. */
  inquiries: readonly InquiryText[];
  /** Signed texts of the main portal. */
  documents?: readonly DocumentText[];
  /** Issues of the gazette made from them. */
  gazette?: readonly IssueText[];
  /** Bodies without a portal that issued some of them. */
  issuers?: readonly IssuerText[];
}

export interface PortalText {
  body: {
    vi: string;
    en: string;
    short?: string;
    abbreviation: string;
    kind: BodyKind;
    /** Host of the superior's portal, where it is not the main one. */
    below?: string;
    code?: string;
  };
  host: string;
  openedOn: string;
  /** By which a body that is not obliged joined. */
  decision?: string;
  colour: string;
  scene: string;
  /** An invented one, drawn in the colour of the portal, in place of the arch. */
  emblem?: true;
  /** What the board made of the menu and the foot. */
  menu?: MenuText;
  question: Words;
  tasks: readonly TaskText[];
  popular?: readonly Words[];
  address: Words;
  phone: string;
  fax?: string;
  hours?: Words;
  workflow?: 'approve' | 'check-then-approve';
  people: readonly PersonText[];
  items: readonly ItemText[];
  /** `waits`: one of two parties has agreed to the name, so the portal does not answer yet. */
  name?: 'waits';
  /** Closed on this day; its names lead to the portal of the host given. */
  closed?: { on: string; decision: string; successor: string };
}

/** A page every portal has, or a section by its code. */
export interface TaskText {
  icon: string;
  page: string;
  title: Words;
  note: Words;
}

export interface PersonText {
  name: string;
  roles: readonly Role[];
}

export interface Telling {
  title: string;
  summary: string;
  body: string;
}

export interface ItemText extends Telling {
  /** Code of the regulation's section, or the kind of the portal's own. */
  section: string;
  /** Days before the day of the seed, and the time of day it was approved. */
  day: number;
  at: string;
  author?: string;
  source?: string;
  /** How far it has come; published when left out. */
  reached?: 'draft' | 'sentBack' | 'submitted' | 'checked';
  reason?: string;
  /** The event that starts the clock of law, and the text it is about. */
  start?: { event: string; daysBefore: number; number?: string; issuer?: string };
  english?: Telling & { facts?: Record<string, string> };
  /** Fields of its own (rules/item-forms); a day written `@-30` is so many days from the day of the seed. */
  form?: string;
  facts?: Record<string, string>;
  picture?: { landscape: LandscapeName; alt: string; caption: string };
  file?: { name: string; label: string; text: string };
  proposed?: 'accepted' | 'waiting';
}

export const p = (...paragraphs: string[]): string => paragraphs.map((text) => `<p>${text}</p>`).join('');

export const list = (...items: string[]): string =>
  `<ul>${items.map((text) => `<li>${text}</li>`).join('')}</ul>`;

/** A table whose first row and first column are heads. */
export function table(caption: string, [head = [], ...rows]: readonly (readonly string[])[]): string {
  const heads = head.map((text) => `<th scope="col">${text}</th>`).join('');
  const body = rows.map(([first = '', ...cells]) => {
    const rest = cells.map((text) => `<td>${text}</td>`).join('');
    return `<tr><th scope="row">${first}</th>${rest}</tr>`;
  });
  return `<table><caption>${caption}</caption><thead><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

const task = (
  icon: string,
  page: string,
  vi: string,
  en: string,
  noteVi: string,
  noteEn: string,
): TaskText => ({
  ...{ icon, page },
  ...{ title: { vi, en }, note: { vi: noteVi, en: noteEn } },
});

/** Tasks that every portal can offer from its first day on. */
export const TASKS = {
  search: task(
    'search',
    'search',
    'Tìm trên cổng',
    'Search',
    'Tin, hướng dẫn, thông báo',
    'News, guides, notices',
  ),
  deadlines: task(
    'calendar-clock',
    'deadlines',
    'Tính thời hạn',
    'Work out a deadline',
    'Từ ngày ban hành đến hạn đăng',
    'From the day of issue to the last day',
  ),
  contact: task(
    'phone',
    'contact',
    'Liên hệ, giờ làm việc',
    'Contact and opening hours',
    'Địa chỉ, số máy, thư điện tử',
    'Address, telephone, e-mail',
  ),
  sitemap: task(
    'map',
    'sitemap',
    'Xem sơ đồ cổng',
    'See the site map',
    'Mọi mục trên một trang',
    'Everything on one page',
  ),
  members: task(
    'building-2',
    'members',
    'Tìm cổng xã, sở',
    'Find a commune or department',
    'Theo tên hoặc chữ cái',
    'By name or letter',
  ),
  feeds: task('rss', 'feeds', 'Nhận tin mới', 'Follow by RSS', 'Qua trình đọc tin RSS', 'With a feed reader'),
  record: task(
    'badge-check',
    'record',
    'Xem việc thực hiện quy chế',
    'See how the rules are kept',
    'Đăng đúng hạn, đăng muộn',
    'In time and late',
  ),
  law: task(
    'scale',
    'legal-dissemination',
    'Hiểu chính sách mới',
    'Understand new policies',
    'Viết cho người không học luật',
    'Written for everyone',
  ),
  plans: task(
    'land-plot',
    'strategy-plan',
    'Xem quy hoạch, kế hoạch',
    'See plans',
    'Đất đai, xây dựng, đầu tư',
    'Land, building, investment',
  ),
  direction: task(
    'megaphone',
    'direction',
    'Theo dõi chỉ đạo, điều hành',
    'Follow directions',
    'Công điện, kết luận, lịch làm việc',
    'Orders, conclusions, calendars',
  ),
  about: task(
    'landmark',
    'introduction',
    'Biết ai làm việc gì',
    'Who does what',
    'Chức năng, nhiệm vụ, lãnh đạo',
    'Functions, duties, leaders',
  ),
  news: task('newspaper', 'news', 'Đọc tin mới', 'Read the news', 'Hoạt động trong tuần', 'This week'),
} as const;

/** What the main portals offer, but for the last place of eight. */
export const MAIN_TASKS: readonly TaskText[] = [
  ...[TASKS.members, TASKS.law, TASKS.direction, TASKS.plans],
  ...[TASKS.contact, TASKS.deadlines, TASKS.record],
];

const LEVELS = {
  tỉnh: { en: 'Province', kind: 'committee' },
  'thành phố': { en: 'City', kind: 'committee' },
  huyện: { en: 'District', kind: 'district' },
  xã: { en: 'Commune', kind: 'commune' },
  phường: { en: 'Ward', kind: 'commune' },
} as const satisfies Record<string, { en: string; kind: BodyKind }>;

/** The people's committee of a place; `kind` where the profile ranks it otherwise, as a city below a province. */
export function committee(
  level: keyof typeof LEVELS,
  name: string,
  abbreviation: string,
  more: Partial<Pick<PortalText['body'], 'below' | 'code' | 'kind'>> = {},
): PortalText['body'] {
  const { en, kind } = LEVELS[level];
  return {
    ...{ vi: `Ủy ban nhân dân ${level} ${name}`, en: `${name} ${en}` },
    ...{ short: `${level.charAt(0).toUpperCase()}${level.slice(1)} ${name}`, abbreviation, kind },
    ...more,
  };
}

/** The people of a main portal: who runs the machine, writes, checks, approves, signs. */
export function mainPeople(
  technical: string,
  writer: string,
  checker: string,
  board: string,
  head: string,
): PersonText[] {
  return [
    { name: technical, roles: ['technicalAdmin'] },
    { name: writer, roles: ['editor', 'contentAdmin'] },
    { name: checker, roles: ['checker'] },
    { name: board, roles: ['boardMember'] },
    { name: head, roles: ['head'] },
  ];
}

/** A portal that answers many letters: one writes, one checks, one decides and signs. */
export function threePeople(
  writer: string,
  checker: string,
  head: string,
): Pick<PortalText, 'workflow' | 'people'> {
  return {
    workflow: 'approve',
    people: [
      { name: writer, roles: ['editor', 'contentAdmin'] },
      { name: checker, roles: ['checker'] },
      { name: head, roles: ['boardMember', 'head'] },
    ],
  };
}

/** A small portal: one writes, one approves. */
export function twoPeople(
  writer: string,
  head: string,
  roles: readonly Role[] = ['head'],
): Pick<PortalText, 'workflow' | 'people'> {
  return {
    workflow: 'approve',
    people: [
      { name: writer, roles: ['editor', 'contentAdmin'] },
      { name: head, roles },
    ],
  };
}

/** All from Monday to Friday, as one-stop offices keep them. */
export const OFFICE_HOURS: Words = {
  vi: 'Thứ Hai đến thứ Sáu, 07:30 – 11:30 và 13:30 – 17:00',
  en: 'Monday to Friday, 07:30–11:30 and 13:30–17:00',
};

export const address = (vi: string, en: string): Words => ({
  vi: `${vi} (dữ liệu mẫu)`,
  en: `${en} (sample data)`,
});
