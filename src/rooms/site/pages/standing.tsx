import type { ComponentChildren } from 'preact';
import { homePath, PUBLIC_PATHS } from '../../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf } from '../../../rules/calendar/index.ts';
import { keepsGazette } from '../../../rules/gazette/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { foldVietnamese } from '../../../rules/text/index.ts';
import { Breadcrumb, EmptyState, Field, FilterBar, KeyList, PageTitle, Prose } from '../../../ui/index.ts';
import {
  creditOf,
  type DescribedPlace,
  localityFactsKey,
  localityPortals,
  portalFacts,
  portalName,
  profileInForce,
  publicFrame,
  sectionHref,
  sectionName,
} from '../../portals/index.ts';
import { standingTexts } from '../texts.ts';
import { words } from '../words.ts';
import { letterOf } from './home.tsx';
import { metadataHref } from './item-metadata.ts';

/** Contact and transaction information (LC Đ8.1.k, QN Đ8.2.l): who answers, where, how. */
export async function contactPage(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang } = context;
  const w = words[lang];
  const { portal } = await portalFacts(ports, site.portalId);
  const { contact } = portal;
  const superior = lang === 'vi' ? portal.parent_vi : portal.parent_en;
  const rows = [
    { key: w.managedBy, value: contact.managedBy[lang] },
    ...(superior ? [{ key: w.superior, value: superior }] : []),
    { key: w.responsible, value: contact.responsible[lang] },
    { key: w.address, value: contact.address[lang] },
    { key: w.phone, value: <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a> },
    ...(contact.fax ? [{ key: w.fax, value: contact.fax }] : []),
    { key: w.email, value: <a href={`mailto:${contact.email}`}>{contact.email}</a> },
    ...(contact.hours ? [{ key: w.hours, value: contact.hours[lang] }] : []),
    ...(contact.licence ? [{ key: w.licence, value: contact.licence[lang] }] : []),
    { key: w.website, value: <a href={site.origin}>{site.origin.replace(/^https?:\/\//, '')}</a> },
  ];
  return standingPage(ports, context, 'contact', <KeyList rows={rows} />, w.contactLead);
}

/** The site map for people: the tree of sections and every standing page. */
export async function sitemapPage(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang } = context;
  const w = words[lang];
  const { sections } = await portalFacts(ports, site.portalId);
  const top = sections.filter((section) => section.parent_id === null && !section.unit);
  const units = sections.filter((section) => section.unit);
  const names = standingTexts[lang].pageNames;
  const profile = await profileInForce(ports, site.localityId, civilDateOf(context.now));
  const hasGazette = site.isMain && keepsGazette(profile);
  const pages = (Object.keys(names) as (keyof typeof names)[]).filter(
    (name) => name !== 'gazette' || hasGazette,
  );
  return standingPage(
    ports,
    context,
    'sitemap',
    <Prose lang={lang}>
      <h2>{w.sitemapSections}</h2>
      <ul>
        {top.map((section) => (
          <li key={section.id}>
            <a href={sectionHref(section, lang)}>{sectionName(section, lang)}</a>
            <Children parentId={section.id} />
          </li>
        ))}
      </ul>
      {units.length > 0 && (
        <>
          <h2>{w.unitsTitle}</h2>
          <ul>
            {units.map((section) => (
              <li key={section.id}>
                <a href={sectionHref(section, lang)}>{sectionName(section, lang)}</a>
                <Children parentId={section.id} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{w.sitemapPages}</h2>
      <ul>
        {pages.map((name) => (
          <li key={name}>
            <a href={PUBLIC_PATHS[name][lang]}>{names[name]}</a>
          </li>
        ))}
      </ul>
    </Prose>,
  );

  function Children({ parentId }: { parentId: number }) {
    const children = sections.filter((section) => section.parent_id === parentId);
    if (children.length === 0) return null;
    return (
      <ul>
        {children.map((section) => (
          <li key={section.id}>
            <a href={sectionHref(section, lang)}>{sectionName(section, lang)}</a>
          </li>
        ))}
      </ul>
    );
  }
}

/** All portals of the locality, found by name with or without diacritics, or by letter. */
export async function membersPage(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang, query } = context;
  const w = words[lang];
  const name = (query.get('ten') ?? '').trim().slice(0, 100);
  const letter = (query.get('chu') ?? '').slice(0, 2);
  const portals = await localityPortals(ports, site.localityId);
  const wanted = foldVietnamese(name);
  const shown = portals.filter(
    (portal) =>
      (!wanted ||
        foldVietnamese(
          `${portal.name_vi} ${portal.short_name ?? ''} ${portal.name_en} ${portal.abbreviation}`,
        ).includes(wanted)) &&
      (!letter || (portal.body_kind === 'commune' && letterOf(portal) === letter)),
  );
  return standingPage(
    ports,
    context,
    'members',
    <>
      <FilterBar
        lang={lang}
        action={PUBLIC_PATHS.members[lang]}
        result={w.membersFound(shown.length)}
        clearHref={name || letter ? PUBLIC_PATHS.members[lang] : undefined}
      >
        <Field lang={lang} id="ten" name="ten" label={w.membersName} kind="text" value={name} />
      </FilterBar>
      {shown.length === 0 ? (
        <EmptyState title={w.membersNone} />
      ) : (
        <ul class="member-list">
          {shown.map((portal) => (
            <li key={portal.id}>
              <a href={ports.settings.originOf(portal.host) + (lang === 'en' ? '/en' : '')}>
                {portalName(portal, lang)}
              </a>
              <span class="note">{portal.host}</span>
            </li>
          ))}
        </ul>
      )}
    </>,
  );
}

/** Terms of use with the credit line of the regulation (LC-123, BG-062). */
export async function termsPage(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang, now } = context;
  const { portal } = await portalFacts(ports, site.portalId);
  const profile = await profileInForce(ports, site.localityId, civilDateOf(now));
  const texts = standingTexts[lang].terms(
    creditOf(profile, portal, lang),
    profile.instrument.title[lang],
    profile.instrument.number,
  );
  return standingPage(ports, context, 'terms', <Paragraphs lang={lang} texts={texts} />);
}

export function Paragraphs({
  lang,
  texts,
}: {
  lang: 'vi' | 'en';
  texts: readonly { title: string; text: string }[];
}) {
  return (
    <Prose lang={lang}>
      {texts.map(({ title, text }) => (
        <section key={title}>
          <h2>{title}</h2>
          <p>{text}</p>
        </section>
      ))}
    </Prose>
  );
}

/** The title of each standing page, by the name of its address. */
const TITLES = {
  contact: 'contactTitle',
  sitemap: 'sitemapTitle',
  members: 'membersPageTitle',
  terms: 'termsTitle',
  accessibility: 'accessibilityTitle',
  standards: 'standardsTitle',
} as const satisfies Partial<Record<keyof typeof PUBLIC_PATHS, keyof (typeof words)['vi']>>;

type StandingName = keyof typeof TITLES;

/** A standing page as its metadata say it, by the word of its address; undefined when there is none. */
export function describeStanding(lang: Lang, slug: string): DescribedPlace | undefined {
  const names = Object.keys(TITLES) as StandingName[];
  const name = names.find((one) => PUBLIC_PATHS[one][lang] === `${lang === 'vi' ? '' : '/en'}/${slug}`);
  if (!name) return undefined;
  const other = PUBLIC_PATHS[name][lang === 'vi' ? 'en' : 'vi'];
  return { title: words[lang][TITLES[name]], path: PUBLIC_PATHS[name][lang], otherPath: other };
}

/** A page of this name with its title, way and metadata. */
export async function standingPage(
  ports: Ports,
  context: RequestContext,
  name: StandingName,
  children: ComponentChildren,
  lead?: string,
): Promise<Reply> {
  const { lang, site } = context;
  const title = words[lang][TITLES[name]];
  const framed = await publicFrame(
    ports,
    context,
    {
      title,
      canonicalPath: PUBLIC_PATHS[name][lang],
      otherHref: PUBLIC_PATHS[name][lang === 'vi' ? 'en' : 'vi'],
      metadataHref: metadataHref(PUBLIC_PATHS[name][lang]),
    },
    <>
      <Breadcrumb lang={lang} links={[{ href: homePath(lang), text: words[lang].home }]} here={title} />
      <PageTitle title={title}>{lead}</PageTitle>
      {children}
    </>,
  );
  return { kind: 'page', html: framed.html, keys: [...framed.keys, localityFactsKey(site.localityId)] };
}
