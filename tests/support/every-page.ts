import assert from 'node:assert/strict';
import type { AnyRoute } from '../../src/platform/http/types.ts';
import { invitationPath, invitePerson } from '../../src/rooms/accounts/index.ts';
import { addCalendarRow } from '../../src/rooms/duties/index.ts';
import { stopPath } from '../../src/rooms/notifications/rules.ts';
import { addIssuer, addSuccession } from '../../src/rooms/portals/index.ts';
import { ROOMS } from '../../src/rooms.ts';
import type { Lang } from '../../src/rules/lang.ts';
import { fillIntake } from './documents-api.ts';
import {
  type ArticleAddress,
  actor,
  correct,
  draft,
  type EditionIds,
  type FullItem,
  MAIN_HOST,
  propose,
  publishFull,
  withdraw,
} from './every-item.ts';
import { fillFaces } from './face-pages.ts';
import { type FormItems, fillForms, formPages } from './form-pages.ts';
import { type Cases, fillInquiries } from './inquiry-cases.ts';
import { INQUIRY_STATUS, inquiryAddress, inquiryFaces, sendQuestion } from './inquiry-pages.ts';
import { fillLibrary, type LibraryPages, libraryPages } from './library-pages.ts';
import { fillMedia, mediaPages } from './media-pages.ts';
import { fillNewsroom, type NewsroomPages, newsroomAddress } from './newsroom.ts';
import { fillNotifications } from './notifications.ts';
import { fillRights, type RightsPages } from './rights-pages.ts';
import { fillStaffing, type StaffingPages, staffingAddress } from './staffing-pages.ts';
import type { Session, World } from './world.ts';

/** One page as somebody asks for it. */
export interface AskedPage {
  /** Route and language, or what the failure is called. */
  name: string;
  lang: Lang;
  host: string;
  path: string;
  as: Session | undefined;
  status: number;
}

/** Real numbers for the parameters of the addresses. */
interface Ids {
  /** Of a question that came in. */
  code: string;
  portal: number;
  section: number;
  /** A body that was divided. */
  issuer: string;
  /** A film of the library. */
  media: number;
  person: number;
  token: string;
  published: FullItem;
  draft: EditionIds;
  waiting: EditionIds;
  proposal: number;
  /** An inquiry in every state. */
  cases: Cases;
  /** What the pages of one's own data need. */
  rights: RightsPages;
  newsroom: NewsroomPages;
  /** Signed texts and the gazette. */
  library: LibraryPages;
  /** One public item of each form. */
  forms: FormItems;
  staffing: StaffingPages;
  redating: number;
  /** A mail of the catcher, and the link out of a daily mail. */
  mail: number;
  stopLink: string;
  withdrawn: ArticleAddress;
}

type Role = 'technical' | 'content' | 'editor' | 'board' | 'head';

/** Who asks for a desk page, by the beginning of its address below the desk: someone whose work it is. */
const ASKED_BY: readonly (readonly [path: string, role: Role])[] = [
  ['/tin-bai/:id/duyet', 'head'],
  ['/tin-bai/duyet', 'board'],
  ['/tin-bai/:id/go', 'board'],
  ['/tin-bai/thoi-gian-dang', 'content'],
  ['/tin-bai/dang-khan', 'head'],
  ['/tin-bai/quy-trinh', 'content'],
  ['/tin-bai/chi-tieu', 'content'],
  ['/tin-bai', 'editor'],
  ['/de-nghi', 'board'],
  ['/kho', 'editor'],
  ['/nhap/khoa', 'content'],
  ['/nhap', 'editor'],
  ['/co-quan-ban-hanh', 'technical'],
  ['/cong-bao', 'board'],
  ['/cong/mo', 'technical'],
  ['/cong/:id/ten-mien', 'technical'],
  ['/cong/:id/', 'content'],
  ['/cong', 'technical'],
  ['/nhan-su', 'technical'],
  ['/uy-quyen', 'head'],
  ['/ban-bien-tap', 'content'],
  ['/phan-cong', 'content'],
  ['/nhat-ky', 'technical'],
  ['/lich-lam-viec', 'technical'],
  ['/quy-che', 'technical'],
  ['/viec-may', 'technical'],
  ['/thu-gui', 'content'],
  ['/thu-hoi-dap/luu-giu', 'content'],
  ['', 'board'],
];

/** Questions without which a page shows only its form. */
const QUERIES: Readonly<Record<string, string>> = {
  'site.previewTheme': '?mau=%2322386e',
  'search.results': '?q=nuoc',
  'search.page': '?q=nuoc',
  'desk.search': '?q=nuoc',
  'guides.list': '?q=duyet',
};

/** Every GET route of every room in both languages, and the pages of what goes wrong. */
export async function listPages(world: World): Promise<AskedPage[]> {
  const ids = await fillWorld(world);
  const sessions = new Map<Role, Session>();
  for (const role of new Set(ASKED_BY.map(([, one]) => one))) {
    sessions.set(role, await world.signIn(MAIN_HOST, `lc.${role}`));
  }
  const routes = ROOMS.flatMap((room) => room.routes(world.app.ports)).filter(
    ({ method }) => method === 'GET',
  );
  const ofRoutes = routes.flatMap((route) =>
    (['vi', 'en'] as const).map((lang) => ({
      ...{ name: route.name, lang, host: MAIN_HOST, status: INQUIRY_STATUS[route.name] ?? 200 },
      path: addressOf(route, lang, ids),
      as: route.name.startsWith('inquiries.rights.')
        ? ids.rights.session
        : route.audience === 'staff'
          ? sessions.get(askedBy(route.path.vi))
          : undefined,
    })),
  );
  const home = { host: 'bacha.laocai.localhost', as: undefined, status: 200 };
  return [
    // what still has an open parameter serves files
    ...ofRoutes.filter(({ path }) => !path.includes(':')),
    ...inquiryFaces(routes).map((face) => ({ ...face, host: MAIN_HOST, as: undefined, status: 200 })),
    ...casePages(ids.cases, sessions),
    { ...home, name: 'home of a commune', lang: 'vi', path: '/' },
    { ...home, name: 'home of a commune', lang: 'en', path: '/en' },
    ...formPages(ids.forms, MAIN_HOST, sessions.get('editor')),
    ...mediaPages(MAIN_HOST, sessions.get('content')),
    ...libraryPages(ids.library, MAIN_HOST, sessions.get('board')),
    ...failures(ids, sessions),
  ];
}

/** An inquiry looks different in each state, and to each of those who handle it. */
function casePages(cases: Cases, sessions: ReadonlyMap<Role, Session>): AskedPage[] {
  return Object.entries(cases).flatMap(([name, id]) =>
    (['vi', 'en'] as const).map((lang) => ({
      ...{ name: `inquiry ${name}`, lang, host: MAIN_HOST, status: 200 },
      path: `${lang === 'vi' ? '/ban-lam-viec' : '/en/desk'}/thu-hoi-dap/${id}`,
      as: sessions.get(name === 'inProgress' ? 'editor' : name === 'checked' ? 'head' : 'board'),
    })),
  );
}

function askedBy(path: string): Role {
  const below = path.replace('/ban-lam-viec', '');
  const [, role] = ASKED_BY.find(([start]) => below.startsWith(start)) ?? [];
  assert.ok(role);
  return role;
}

function addressOf(route: AnyRoute, lang: Lang, ids: Ids): string {
  const asked = inquiryAddress(route.path[lang], lang, ids.code);
  const path = staffingAddress(newsroomAddress(asked, ids.newsroom), ids.portal, ids.staffing);
  const { itemId, editionId } = path.includes('/duyet/')
    ? ids.waiting
    : /\/(go|doi-chieu|ban-luu|vong-doi)(\/|$)/.test(path)
      ? ids.published
      : ids.draft;
  return (
    path
      .replace(/(\/tin-bai\/):id(.*)/, (_, start, rest) => `${start}${itemId}${rest}`)
      .replace(':editionId', String(editionId))
      .replace(':copyId', String(ids.published.copyId))
      .replace('/cong/:id', `/cong/${ids.portal}`)
      .replace('/co-quan-ban-hanh/:id', `/co-quan-ban-hanh/${ids.issuer}`)
      .replace(/\/kho\/tep\/:mediaId$/, `/kho/tep/${ids.media}`)
      .replace('/muc/:section', `/muc/${ids.section}`)
      .replace('/nhan-su/:id', `/nhan-su/${ids.person}`)
      .replace(/(\/thu-hoi-dap\/):id(\/du-lieu)$/, (_, start, rest) => `${start}${ids.rights.request}${rest}`)
      .replace(':access', ids.rights.access)
      .replace(/(\/thu-hoi-dap\/):id$/, (_, start) => `${start}${ids.cases.received}`)
      .replace('/de-nghi/:id', `/de-nghi/${ids.proposal}`)
      .replace('/dinh-lai/:id', `/dinh-lai/${ids.redating}`)
      .replace('/dev/thu/:mail', `/dev/thu/${ids.mail}`)
      .replace(':link', ids.stopLink)
      .replace(':guide', 'ban-bien-tap')
      .replace(':token', ids.token)
      .replace(/^(?!.*(?:cong-bao|gazette))(.*):number/, (_, start) => `${start}${ids.published.itemId}`)
      .replace(':section', ids.published[lang].section)
      .replace(':article', ids.published[lang].article) + (QUERIES[route.name] ?? '')
  );
}

function failures(ids: Ids, sessions: ReadonlyMap<Role, Session>): AskedPage[] {
  const { section, article } = ids.withdrawn;
  return (['vi', 'en'] as const).flatMap((lang) => {
    const base = lang === 'vi' ? '' : '/en';
    const desk = lang === 'vi' ? '/ban-lam-viec' : '/en/desk';
    const main = { lang, host: MAIN_HOST, as: undefined };
    return [
      { ...main, name: 'not found', path: `${base}/khong-co-gi-o-day`, status: 404 },
      ...(lang === 'vi' ? [{ ...main, name: 'withdrawn', path: `/${section}/${article}`, status: 410 }] : []),
      {
        ...{ ...main, as: sessions.get('editor') },
        ...{ name: 'refused', path: `${desk}/nhan-su`, status: 403 },
      },
      { ...main, name: 'invitation used up', path: invitationPath(lang, 'khong-con'), status: 410 },
      { ...main, host: 'khong.ai.localhost', name: 'unknown host', path: base || '/', status: 404 },
    ];
  });
}

// Content: every kind of page has something to show ------------------------------------------------------

async function fillWorld(world: World): Promise<Ids> {
  const { ports } = world.app;
  const main = world.portal('lao-cai/main');
  const technical = actor(world, 'lc.technical');
  const { redatingId } = await ports.perform(technical, addCalendarRow, {
    scope: 'locality',
    portalId: main.id,
    row: {
      ...{ on: '2026-11-27', kind: 'off' },
      name: { vi: 'Nghỉ phòng bão', en: 'Closed for the storm' },
      source: 'Công điện 12/CĐ-UBND',
    },
  });
  const invited = await ports.perform(technical, invitePerson, {
    ...{ portalId: main.id, viaPortalId: main.id, username: 'lc.moi', fullName: 'Tạ Thị Mới' },
    ...{ email: 'lc.moi@laocai.gov.vn', language: 'vi' as const, roles: ['editor'] as const },
    ...{ validFrom: '2026-11-20', validTo: null, decision: '09/QĐ-UBND', decidedOn: '2026-11-20' },
  });
  const published = await publishFull(world);
  const begun = await draft(world);
  await fillIntake(world, 'lao-cai/main', { admin: 'lc.content', mark: 'Văn phòng điện tử' });
  return {
    code: await sendQuestion(world),
    ...{ portal: main.id, section: world.sectionOf('lao-cai/main'), person: invited.personId },
    issuer: await divideIssuer(world),
    media: await fillMedia(world, actor(world, 'lc.editor')),
    ...{ token: invited.token, redating: redatingId, published },
    waiting: await correct(world, published.itemId),
    draft: begun,
    newsroom: await fillNewsroom(world, begun),
    proposal: await propose(world),
    withdrawn: await withdrawnWithFaces(world, published),
    mail: await fillNotifications(world, 'lao-cai/main', {
      ...{ personId: actor(world, 'lc.board').personId, mark: 'Câu hỏi 0139/2026' },
    }),
    // after the mail above, which is the only one until then
    ...(await fillCases(world)),
    staffing: await fillStaffing(world),
    library: await fillLibrary(world),
    forms: await fillForms(world),
    stopLink:
      stopPath(ports.settings.secretKey, actor(world, 'lc.board').personId, 'vi').split('/').at(-1) ?? '',
  };
}

/** Something taken down that the menu still names, so that its composer has something to tell. */
async function withdrawnWithFaces(world: World, published: FullItem): Promise<ArticleAddress> {
  const withdrawn = await withdraw(world);
  await fillFaces(world, published, withdrawn);
  return withdrawn;
}

async function fillCases(world: World): Promise<Pick<Ids, 'cases' | 'rights'>> {
  const cases = await fillInquiries(world);
  return { cases, rights: await fillRights(world, cases.inProgress, MAIN_HOST) };
}

/** A body that issues no more, and two that came after it. */
async function divideIssuer(world: World): Promise<string> {
  const { ports } = world.app;
  const technical = actor(world, 'lc.technical');
  const on = { mainPortalId: world.portal('lao-cai/main').id };
  const text = { forms: ['Sở TM'], firstOn: '', lastOn: '2025-02-28' };
  const { id } = await ports.perform(technical, addIssuer, { ...on, ...text, name: 'Sở Thử Mẫu' });
  const heirs = [`b${world.portal('lao-cai/snnmt').bodyId}`, `b${world.portal('lao-cai/main').bodyId}`];
  for (const toId of heirs)
    await ports.perform(technical, addSuccession, {
      ...{ ...on, fromId: id, toId },
      ...{ on: '2025-03-01', basis: 'Nghị quyết 01/NQ-HĐND (mẫu)' },
    });
  return id;
}
