import { createHash } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import { homePath, PUBLIC_PATHS } from '../../platform/http/paths.ts';
import type { RequestContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { civilDateOf, formatDate } from '../../rules/calendar/index.ts';
import { keepsGazette } from '../../rules/gazette/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { Element } from '../../rules/metadata/index.ts';
import type { Profile } from '../../rules/profile/index.ts';
import {
  type FooterFacts,
  MetadataTags,
  type PortalFace,
  PublicPage,
  renderPage,
  type SceneName,
} from '../../ui/index.ts';
import {
  creditOf,
  eyebrow,
  localityPortals,
  type PortalFacts,
  portalFacts,
  portalFactsKey,
  portalName,
  profileInForce,
} from './facts.ts';
import { publicMenu } from './menu-queries.ts';
import { type PageAbout, placeElements } from './page-metadata.ts';
import type { Emblem, PortalRow } from './store.ts';
import { words } from './words.ts';

export interface PublicFramePage {
  title: string;
  description?: string | undefined;
  /** The same page in the other language; the other language's home when there is none. */
  otherHref?: string | undefined;
  /** Canonical path, without the query that does not count. */
  canonicalPath?: string;
  feeds?: readonly { href: string; title: string }[];
  robots?: string;
  /** Section one is in, for the menu. */
  sectionId?: number;
  scripts?: readonly string[];
  /** Beside those of every page: `serif.css` where a signed text stands. */
  stylesheets?: readonly string[];
  extra?: ComponentChildren;
  /** What the metadata say of the page beyond its title; none are written where robots are sent away. */
  about?: PageAbout | undefined;
  /** The metadata themselves, where the page is an item. */
  elements?: readonly Element[];
  /** Where the metadata are a file. */
  metadataHref?: string;
  /** A face or a menu that is tried and not saved: the page is made with it. */
  tried?: { facts: PortalFacts; themeHref: string; isMenuOpen?: boolean; emblemHref?: string };
}

export interface Framed {
  html: string;
  /** Cache keys of the frame itself; the page adds its own. */
  keys: string[];
}

/** A finished public page of the portal: gate above, threshold below. */
export async function publicFrame(
  ports: Ports,
  context: RequestContext,
  page: PublicFramePage,
  children: ComponentChildren,
): Promise<Framed> {
  const { site, lang, now } = context;
  const facts = page.tried?.facts ?? (await portalFacts(ports, site.portalId));
  const profile = await profileInForce(ports, site.localityId, civilDateOf(now));
  const [main] = await localityPortals(ports, site.localityId);
  const other = lang === 'vi' ? 'en' : 'vi';
  const today = civilDateOf(now);
  const otherHref = page.otherHref ?? homePath(other);
  const path = page.canonicalPath ?? context.path;
  const here = site.origin + path;
  const menu = await publicMenu(ports, context, {
    ...{ facts, hasGazette: site.isMain && keepsGazette(profile), sectionId: page.sectionId },
    ...{ path: path.replace(/[?#].*$/, ''), isTried: page.tried !== undefined },
  });
  const metadata = await metadataOf(ports, context, page);
  const html = renderPage(
    <PublicPage
      lang={lang}
      head={{
        title: page.title,
        description: page.description,
        canonical: here,
        alternates: [
          { lang, href: here },
          { lang: other, href: site.origin + otherHref },
        ],
        feeds: page.feeds,
        stylesheets: [
          page.tried?.themeHref ?? themeHref(facts.portal),
          ports.assetHref('site.css'),
          ...(page.stylesheets ?? []),
        ],
        scripts: page.scripts,
        icon: iconHref(facts.portal),
        robots: page.robots,
        extra: [page.extra, metadata],
      }}
      portal={faceOf(facts.portal, profile, context, main, page.tried)}
      nav={menu.nav}
      isMenuOpen={page.tried?.isMenuOpen}
      today={{ at: today, text: capitalised(formatDate(today, lang, 'long')) }}
      other={{ lang: other, href: otherHref }}
      viewHref={`${PUBLIC_PATHS.view[lang]}?ve=${encodeURIComponent(context.path)}`}
      searchId="tim"
      footer={{ ...footOf(facts.portal, profile, lang), columns: menu.columns }}
    >
      {children}
    </PublicPage>,
  );
  return { html, keys: [portalFactsKey(site.portalId), ...menu.keys] };
}

/** Height of the mark at the head on a wide screen, of the style sheet. */
const HEAD_HEIGHT_PX = 56;

/** What stands at the head of every page: the name of the portal in letters, its mark, the portal it belongs to. */
function faceOf(
  portal: PortalRow,
  profile: Profile,
  { site, lang }: RequestContext,
  main: PortalRow | undefined,
  tried: PublicFramePage['tried'],
): PortalFace {
  const { emblem } = portal;
  return {
    eyebrow: eyebrow(profile, site.isMain, lang),
    name: portalName(portal, lang),
    homeHref: homePath(lang),
    scene: portal.face.scene as SceneName,
    emblem: emblem
      ? {
          src: tried?.emblemHref ?? emblemHref(portal, emblem),
          width: Math.round((HEAD_HEIGHT_PX * emblem.width) / emblem.height),
          height: HEAD_HEIGHT_PX,
        }
      : undefined,
    parent:
      site.isMain || !main
        ? undefined
        : { href: site.mainOrigin + homePath(lang), text: words[lang].mainPortal(portalName(main, lang)) },
  };
}

/** What stands at the foot of every page: who runs the portal, how to reach them, how to name it as a source. */
function footOf(portal: PortalRow, profile: Profile, lang: Lang): Omit<FooterFacts, 'columns'> {
  const { contact } = portal;
  return {
    body: contact.managedBy[lang],
    superior: (lang === 'vi' ? portal.parent_vi : portal.parent_en) ?? undefined,
    responsible: contact.responsible[lang],
    address: contact.address[lang],
    phone: contact.phone,
    fax: contact.fax,
    email: contact.email,
    licence: contact.licence?.[lang],
    copyright: words[lang].copyright(contact.managedBy[lang]),
    credit: creditOf(profile, portal, lang),
    contactHref: PUBLIC_PATHS.contact[lang],
  };
}

/** What the page says of itself to machines; nothing where robots are sent away, as from a search or a form. */
async function metadataOf(ports: Ports, context: RequestContext, page: PublicFramePage) {
  if (page.robots !== undefined) return null;
  const { title, description, otherHref: otherPath, about, canonicalPath: path = context.path } = page;
  const elements =
    page.elements ?? (await placeElements(ports, context, { title, description, path, otherPath, about }));
  return <MetadataTags elements={elements} lang={context.lang} fileHref={page.metadataHref} />;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Short hash of a face, so that its stylesheet can be kept for good. */
function faceHash(portal: PortalRow): string {
  return createHash('sha256').update(`${portal.face.colour} ${portal.face.scene}`).digest('hex').slice(0, 10);
}

export function themeHref(portal: PortalRow): string {
  return `/giao-dien/${portal.id}.${faceHash(portal)}.css`;
}

/** The emblem at the head; the address changes with the picture. */
export function emblemHref(portal: Pick<PortalRow, 'id'>, { hash }: Emblem): string {
  return `/giao-dien/${portal.id}.${hash.slice(0, 10)}.webp`;
}

/** The picture of the browser's tab: the emblem where it can stand in a square, else the arch. */
export function iconHref(portal: PortalRow): string {
  const square = portal.emblem?.icon_hash;
  if (square) return `/giao-dien/${portal.id}.${square.slice(0, 10)}.png`;
  return `/giao-dien/${portal.id}.${faceHash(portal)}.svg`;
}
