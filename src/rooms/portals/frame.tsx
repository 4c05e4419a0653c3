import { createHash } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import { homePath, PUBLIC_PATHS } from '../../platform/http/paths.ts';
import type { RequestContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { civilDateOf, formatDate } from '../../rules/calendar/index.ts';
import { keepsGazette } from '../../rules/gazette/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { Element } from '../../rules/metadata/index.ts';
import { type LinkView, MetadataTags, PublicPage, renderPage, type SceneName } from '../../ui/index.ts';
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
import { type PageAbout, placeElements } from './page-metadata.ts';
import type { PortalRow, SectionRow } from './store.ts';
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
  /** A face that is tried and not saved: the page is made with it. */
  tried?: { portal: PortalRow; themeHref: string };
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
  const known = await portalFacts(ports, site.portalId);
  const facts = page.tried ? { ...known, portal: page.tried.portal } : known;
  const profile = await profileInForce(ports, site.localityId, civilDateOf(now));
  const [main] = await localityPortals(ports, site.localityId);
  const other = lang === 'vi' ? 'en' : 'vi';
  const today = civilDateOf(now);
  const otherHref = page.otherHref ?? homePath(other);
  const here = site.origin + (page.canonicalPath ?? context.path);
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
      portal={{
        eyebrow: eyebrow(profile, site.isMain, lang),
        name: portalName(facts.portal, lang),
        homeHref: homePath(lang),
        scene: facts.portal.face.scene as SceneName,
        parent:
          site.isMain || !main
            ? undefined
            : {
                href: site.mainOrigin + homePath(lang),
                text: words[lang].mainPortal(portalName(main, lang)),
              },
      }}
      nav={menu(facts, lang, page.sectionId)}
      today={{ at: today, text: capitalised(formatDate(today, lang, 'long')) }}
      other={{ lang: other, href: otherHref }}
      viewHref={`${PUBLIC_PATHS.view[lang]}?ve=${encodeURIComponent(context.path)}`}
      searchId="tim"
      footer={{
        body: facts.portal.contact.managedBy[lang],
        responsible: facts.portal.contact.responsible[lang],
        address: facts.portal.contact.address[lang],
        phone: facts.portal.contact.phone,
        email: facts.portal.contact.email,
        credit: creditOf(profile, facts.portal, lang),
        contactHref: PUBLIC_PATHS.contact[lang],
        columns: columns(lang, site.isMain && keepsGazette(profile)),
      }}
    >
      {children}
    </PublicPage>,
  );
  return { html, keys: [portalFactsKey(site.portalId)] };
}

/** What the page says of itself to machines; nothing where robots are sent away, as from a search or a form. */
async function metadataOf(ports: Ports, context: RequestContext, page: PublicFramePage) {
  if (page.robots !== undefined) return null;
  const { title, description, otherHref: otherPath, about, canonicalPath: path = context.path } = page;
  const elements =
    page.elements ?? (await placeElements(ports, context, { title, description, path, otherPath, about }));
  return <MetadataTags elements={elements} lang={context.lang} fileHref={page.metadataHref} />;
}

/** Addresses of a section in a language. */
export function sectionHref(section: Pick<SectionRow, 'slug_vi' | 'slug_en'>, lang: Lang): string {
  return lang === 'vi' ? `/${section.slug_vi}` : `/en/${section.slug_en}`;
}

export function sectionName(section: Pick<SectionRow, 'name_vi' | 'name_en'>, lang: Lang): string {
  return lang === 'vi' ? section.name_vi : section.name_en;
}

function menu({ sections }: PortalFacts, lang: Lang, currentId: number | undefined): LinkView[] {
  const current = sections.find((section) => section.id === currentId);
  const top = current?.parent_id ?? current?.id;
  return [
    ...sections
      .filter((section) => section.in_menu && section.parent_id === null)
      .map((section) => ({
        href: sectionHref(section, lang),
        text: sectionName(section, lang),
        current: section.id === top,
      })),
    { href: PUBLIC_PATHS.contact[lang], text: words[lang].contact },
  ];
}

function columns(lang: Lang, hasGazette: boolean) {
  const w = words[lang];
  const link = (name: keyof typeof PUBLIC_PATHS) => ({ href: PUBLIC_PATHS[name][lang], text: w.pages[name] });
  return [
    {
      title: w.aboutPortal,
      links: [
        ...[link('board'), link('record'), link('deadlines'), link('terms')],
        ...[link('accessibility'), link('standards')],
      ],
    },
    {
      title: w.findAndFollow,
      links: [
        ...(hasGazette ? [link('gazette')] : []),
        ...[link('own'), link('sitemap'), link('feeds'), link('members'), link('contact')],
      ],
    },
  ];
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

export function iconHref(portal: PortalRow): string {
  return `/giao-dien/${portal.id}.${faceHash(portal)}.svg`;
}
