import { type CivilDate, civilDateOf, daysBetween } from '../../rules/calendar/index.ts';
import type { Words } from '../../rules/lang.ts';
import {
  type BodyKind,
  type PageKind,
  type Profile,
  pageKinds,
  requiredSections,
  type Section,
} from '../../rules/profile/index.ts';
import { slugOf } from '../../rules/text/index.ts';

/** A section as it is to be made. */
export interface PlannedSection {
  /** Code of the regulation's section and part; undefined for one the portal adds by itself. */
  code: string | undefined;
  contentKind: PageKind | keyof typeof REGISTERS;
  name: Words;
  slug: Words;
  /** Article that demands it; undefined where none does. */
  requiredBy: string | undefined;
  freshWithinDays: number | undefined;
  inMenu: boolean;
  parts: readonly PlannedSection[];
}

interface Usual {
  name: Words;
  slug: Words;
  /** The product's own target where the regulation asks for updating without a number; each portal may change it. */
  freshWithinDays?: number;
}

/** Short names for menus; the regulation's own wording stands on the page that shows completeness. */
const USUAL: Partial<Record<PageKind, Usual>> = {
  introduction: {
    name: { vi: 'Giới thiệu', en: 'About' },
    slug: { vi: 'gioi-thieu', en: 'about' },
    freshWithinDays: 180,
  },
  news: { name: { vi: 'Tin tức', en: 'News' }, slug: { vi: 'tin-tuc', en: 'news' }, freshWithinDays: 7 },
  direction: {
    name: { vi: 'Chỉ đạo, điều hành', en: 'Direction' },
    slug: { vi: 'chi-dao-dieu-hanh', en: 'direction' },
    freshWithinDays: 14,
  },
  'legal-dissemination': {
    name: { vi: 'Phổ biến pháp luật', en: 'Law explained' },
    slug: { vi: 'pho-bien-phap-luat', en: 'law-explained' },
    freshWithinDays: 30,
  },
  'strategy-plan': {
    name: { vi: 'Quy hoạch, kế hoạch', en: 'Plans' },
    slug: { vi: 'quy-hoach-ke-hoach', en: 'plans' },
    freshWithinDays: 90,
  },
  statement: {
    name: { vi: 'Phát ngôn, giải thích', en: 'Statements' },
    slug: { vi: 'phat-ngon', en: 'statements' },
  },
  contact: {
    name: { vi: 'Danh bạ cán bộ', en: 'Who to contact' },
    slug: { vi: 'danh-ba-can-bo', en: 'officials' },
    freshWithinDays: 180,
  },
  'transaction-info': {
    name: { vi: 'Thông tin giao dịch', en: 'Doing business with us' },
    slug: { vi: 'thong-tin-giao-dich', en: 'transactions' },
    freshWithinDays: 180,
  },
};
const OTHER_FRESH_DAYS = 90;

/** Few enough for one line of a menu; the rest stands on the site map. */
const NOT_IN_MENU: ReadonlySet<PageKind> = new Set([
  'transaction-info',
  'statement',
  'strategy-plan',
  'other',
]);

/** Words at the beginning of addresses that are not sections. */
const RESERVED_SLUGS = new Set([
  ...['en', 'assets', 'tep', 'giao-dien', 'ban-lam-viec', 'desk', 'tim-kiem', 'search', 'so-do', 'sitemap'],
  ...['lien-he', 'contact', 'rss', 'feeds', 'cong-thanh-vien', 'member-portals', 'thoi-han', 'deadlines'],
  ...[
    'oai',
    'hien-thi',
    'trang-cua-ban',
    'tieu-chuan',
    'standards',
    'your-page',
    'display',
    'dieu-khoan',
    'terms',
    'dung-han',
    'in-time',
    'tro-nang',
    'accessibility',
  ],
  ...['cong-bao', 'gazette', 'api', 'lanh-dao', 'leaders'],
  ...['healthz', 'readyz', 'metrics', 'robots.txt', 'sitemap.xml', 'favicon.ico'],
]);
const MAX_SLUG = 50;

/** A free address for a section: from its name, with a number where taken or reserved. */
export function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const base = slugOf(name, MAX_SLUG) || 'muc';
  const isFree = (slug: string) => !taken.has(slug) && !RESERVED_SLUGS.has(slug);
  if (isFree(base)) return base;
  for (let n = 2; ; n += 1) if (isFree(`${base}-${n}`)) return `${base}-${n}`;
}

function isPageKind(kind: string): kind is PageKind {
  return (pageKinds as readonly string[]).includes(kind);
}

/** The regulation's sections made of pages, for a kind of body; English is a language of the whole portal, no section. */
export function requiredPageSections(
  profile: Profile,
  bodyKind: BodyKind,
  isMain: boolean,
  on: CivilDate,
): (Section & { kind: PageKind })[] {
  return requiredSections(profile, bodyKind, isMain, on).filter(
    (section): section is Section & { kind: PageKind } =>
      isPageKind(section.kind) && section.kind !== 'english' && !section.register,
  );
}

/**
 * The sections a new portal begins with: all the regulation demands of this kind of body, in its order, with a section
 * below for each part it lists; and news, an introduction, contacts, documents, questions and answers where it demands
 * none (the product's own, shown as such). Other registers come with their own rooms.
 */
export function planSections(
  profile: Profile,
  bodyKind: BodyKind,
  isMain: boolean,
  on: CivilDate,
): PlannedSection[] {
  const taken = { vi: new Set<string>(), en: new Set<string>() };
  const claim = (slug: Words): Words => {
    const free = { vi: freeSlug(slug.vi, taken.vi), en: freeSlug(slug.en, taken.en) };
    taken.vi.add(free.vi);
    taken.en.add(free.en);
    return free;
  };
  const demanded = requiredSections(profile, bodyKind, isMain, on);
  // the registers first: their addresses are the same on every portal
  const registers = [planRegister('documents', demanded, claim), planRegister('questions', demanded, claim)];
  const required = requiredPageSections(profile, bodyKind, isMain, on);
  const planned = required.map((section) => planRequired(section, required, claim));
  const own = (['introduction', 'news', 'contact'] as const)
    .filter((kind) => !required.some((section) => section.kind === kind))
    .map((kind) => planOwn(kind, claim));
  return [...planned, ...own, ...registers];
}

/** Registers every portal has, whether its regulation demands them or not. */
const REGISTERS = {
  /** Signed texts, with the search tool the regulations ask for (LC-035, QN-027). */
  documents: { name: { vi: 'Văn bản', en: 'Documents' }, slug: { vi: 'van-ban', en: 'documents' } },
  /** Where signed answers become public: filled by the room of inquiries alone. */
  questions: {
    name: { vi: 'Hỏi – Đáp', en: 'Questions and answers' },
    slug: { vi: 'hoi-dap', en: 'questions' },
  },
} as const;

function planRegister(
  contentKind: keyof typeof REGISTERS,
  required: readonly Section[],
  claim: (slug: Words) => Words,
): PlannedSection {
  const demanded = required.find((section) => section.kind === contentKind);
  const { name, slug } = REGISTERS[contentKind];
  return {
    code: demanded?.code,
    ...{ contentKind, name, slug: claim(slug) },
    requiredBy: demanded?.article,
    freshWithinDays: undefined,
    inMenu: true,
    parts: [],
  };
}

function planRequired(
  section: Section & { kind: PageKind },
  all: readonly Section[],
  claim: (slug: Words) => Words,
): PlannedSection {
  // several sections of one kind ("other") each keep the regulation's own name
  const usual = all.filter((one) => one.kind === section.kind).length === 1 ? USUAL[section.kind] : undefined;
  const name = usual?.name ?? section.name;
  const needsTarget = section.update !== undefined && section.update.pace !== 'period';
  return {
    code: section.code,
    contentKind: section.kind,
    name,
    slug: claim(usual?.slug ?? section.name),
    requiredBy: section.article,
    freshWithinDays: needsTarget ? (usual?.freshWithinDays ?? OTHER_FRESH_DAYS) : undefined,
    inMenu: !NOT_IN_MENU.has(section.kind),
    parts: section.parts.map((part) => ({
      code: `${section.code}/${part.code}`,
      contentKind: section.kind,
      name: part.name,
      slug: claim(part.name),
      requiredBy: section.article,
      freshWithinDays: undefined,
      inMenu: false,
      parts: [],
    })),
  };
}

function planOwn(kind: 'introduction' | 'news' | 'contact', claim: (slug: Words) => Words): PlannedSection {
  const usual = USUAL[kind];
  if (!usual) throw new Error(`No usual form of a section of kind ${kind}`);
  return {
    code: undefined,
    contentKind: kind,
    name: usual.name,
    slug: claim(usual.slug),
    requiredBy: undefined,
    freshWithinDays: kind === 'news' ? usual.freshWithinDays : undefined,
    inMenu: true,
    parts: [],
  };
}

/** A section as completeness and freshness see it. */
export interface SectionFacts {
  id: number;
  parentId: number | null;
  code: string | null;
  /** Live Vietnamese publications in it, those of sections below not counted. */
  liveCount: number;
}

export type Presence = 'missing' | 'empty' | 'filled';

export interface RequiredRow {
  code: string;
  kind: PageKind;
  name: Words;
  article: string;
  presence: Presence;
  sectionId: number | undefined;
  parts: { code: string; name: Words; presence: Presence; sectionId: number | undefined }[];
}

export interface Completeness {
  rows: RequiredRow[];
  /** Registers the regulation demands, which their own rooms answer for. */
  registers: { name: Words; article: string }[];
  /** Whether English is demanded, and something is published in it. */
  english: { article: string; presence: Presence } | undefined;
  filled: number;
  total: number;
}

/**
 * What the regulation demands of a portal against what it has (LC-028, BG-015). A section counts as kept when it is
 * there and holds at least one published item; one with listed parts when each part does.
 */
export function completenessOf(
  profile: Profile,
  portal: { bodyKind: BodyKind; isMain: boolean; hasEnglish: boolean },
  sections: readonly SectionFacts[],
  on: CivilDate,
): Completeness {
  const byCode = new Map(sections.flatMap((one) => (one.code === null ? [] : [[one.code, one] as const])));
  const presenceOf = (code: string): { presence: Presence; sectionId: number | undefined } => {
    const section = byCode.get(code);
    if (!section) return { presence: 'missing', sectionId: undefined };
    const below = sections.some((one) => one.parentId === section.id && one.liveCount > 0);
    return { presence: section.liveCount > 0 || below ? 'filled' : 'empty', sectionId: section.id };
  };
  const rows = requiredPageSections(profile, portal.bodyKind, portal.isMain, on).map(
    (section): RequiredRow => {
      const parts = section.parts.map(({ code, name }) => ({
        code: `${section.code}/${code}`,
        name,
        ...presenceOf(`${section.code}/${code}`),
      }));
      const whole = presenceOf(section.code);
      const lacking = parts.some((part) => part.presence !== 'filled');
      const presence = whole.presence === 'filled' && lacking ? 'empty' : whole.presence;
      return {
        code: section.code,
        kind: section.kind,
        name: section.name,
        article: section.article,
        ...whole,
        presence,
        parts,
      };
    },
  );
  const others = requiredSections(profile, portal.bodyKind, portal.isMain, on);
  const english = others.find((section) => section.kind === 'english');
  return {
    rows,
    registers: others
      .filter((section) => section.register)
      .map((section) => ({ name: section.name, article: section.article })),
    english: english && { article: english.article, presence: portal.hasEnglish ? 'filled' : 'empty' },
    filled: rows.filter((row) => row.presence === 'filled').length + (english && portal.hasEnglish ? 1 : 0),
    total: rows.length + (english ? 1 : 0),
  };
}

/** A section with a target, and its newest publication, those of sections below included. */
export interface FreshnessFacts {
  freshWithinDays: number;
  /** When something was last published; undefined when nothing ever was. */
  newestAt: Date | undefined;
  createdAt: Date;
}

/**
 * Days without anything new, when they are more than the target allows; undefined while the section is fresh. A
 * section that never held anything counts from the day it was made (LC-046, TB-024, QN-037, LX-019).
 */
export function staleDays(
  { freshWithinDays, newestAt, createdAt }: FreshnessFacts,
  todayOn: CivilDate,
): number | undefined {
  const days = daysBetween(civilDateOf(newestAt ?? createdAt), todayOn);
  return days > freshWithinDays ? days : undefined;
}
