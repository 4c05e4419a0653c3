import { homePath, PUBLIC_PATHS } from '../../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf } from '../../../rules/calendar/index.ts';
import { keepsGazette } from '../../../rules/gazette/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Breadcrumb, EmptyState, IconLinks, ItemList, Pager, PageTitle } from '../../../ui/index.ts';
import { introductionOf } from '../../directory/index.ts';
import { CallToAsk } from '../../inquiries/index.ts';
import { DOCUMENT_KINDS, DocumentListPage, findDocumentList, readListQuery } from '../../library/index.ts';
import {
  type DescribedPlace,
  issuerKeys,
  issuersOf,
  type PortalFacts,
  type PortalRow,
  portalFacts,
  portalName,
  profileInForce,
  publicFrame,
  type SectionRow,
  sectionHref,
  sectionName,
} from '../../portals/index.ts';
import { kindWords } from '../kind-words.ts';
import { lifeWords } from '../life-words.ts';
import { ownPageWords } from '../own-page-words.ts';
import { withChildren } from '../sections.ts';
import { type ListedRow, listOfSections, listShelf } from '../store.ts';
import { standingTexts } from '../texts.ts';
import { changedOn, itemView } from '../views.ts';
import { words } from '../words.ts';
import { documentAddresses } from './document.tsx';
import { metadataHref } from './item-metadata.ts';
import { UnitSite, unitShelves } from './unit.tsx';

const PAGE_SIZE = 20;

interface Shelf {
  section: SectionRow;
  /** The section and those below it. */
  ids: readonly number[];
  parent: SectionRow | undefined;
  portal: PortalRow;
  lang: Lang;
}

function shelfOf({ portal, sections }: PortalFacts, section: SectionRow, lang: Lang): Shelf {
  const ids = withChildren(sections, section).map((one) => one.id);
  return { section, ids, parent: sections.find((one) => one.id === section.parent_id), portal, lang };
}

type Dated = Pick<ListedRow, 'first_published_at'>;

/** A section as its metadata say it, with what it lists. */
function placeOf({ section, parent, portal, lang }: Shelf, listed: readonly Dated[]): DescribedPlace {
  const title = sectionName(section, lang);
  return {
    title,
    description: words[lang].sectionPage(title, portalName(portal, lang)),
    path: sectionHref(section, lang),
    otherPath: sectionHref(section, lang === 'vi' ? 'en' : 'vi'),
    about: {
      changedOn: changedOn(listed),
      sections: parent ? [sectionName(parent, lang)] : [],
      isList: true,
    },
  };
}

/** What a section tells of itself without being shown. */
export async function describeSection(
  ports: Ports,
  context: RequestContext,
  section: SectionRow,
): Promise<{ place: DescribedPlace; ids: readonly number[] }> {
  const { site, lang } = context;
  const shelf = shelfOf(await portalFacts(ports, site.portalId), section, lang);
  const listed = DOCUMENT_KINDS.includes(section.content_kind)
    ? (await documentsOf(ports, context)).view.rows
    : await ports.database.publicly((db) => listOfSections(db, shelf.ids, lang, { limit: 1 }));
  return { place: placeOf(shelf, listed), ids: shelf.ids };
}

/** A section: its items newest first, keyset pages in the address. */
export async function sectionPage(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang, params } = context;
  const facts = await portalFacts(ports, site.portalId);
  const { sections } = facts;
  const section = sections.find((one) => (lang === 'vi' ? one.slug_vi : one.slug_en) === params.section);
  if (!section) return { kind: 'missing' };
  const shelf = shelfOf(facts, section, lang);
  const documents = DOCUMENT_KINDS.includes(section.content_kind)
    ? await documentsOf(ports, context)
    : undefined;
  const items = documents ? undefined : await itemsOf(ports, context, shelf);
  const below = section.unit ? sections.filter((one) => one.parent_id === section.id) : [];
  const shelves = await unitShelves(ports, context, below);
  const introduction =
    section.content_kind === 'introduction' ? await introductionOf(ports, context) : undefined;
  const place = placeOf(shelf, documents?.view.rows ?? items?.shown ?? []);
  const profile = await profileInForce(ports, site.localityId, civilDateOf(context.now));
  const framed = await publicFrame(
    ports,
    context,
    {
      title: place.title,
      description: place.description,
      otherHref: place.otherPath,
      canonicalPath: place.path,
      about: place.about,
      metadataHref: metadataHref(place.path),
      sectionId: section.id,
      feeds: [{ href: `${place.path}/rss.xml`, title: place.title }],
    },
    <>
      <SectionHead shelf={shelf} sections={sections} archived={items?.archived === true} />
      {section.unit && <UnitSite lang={lang} unit={section.unit} sections={below} shelves={shelves} />}
      {documents && <DocumentListPage lang={lang} path={place.path} {...documents} />}
      {introduction?.part}
      {items && below.length === 0 && (
        <Items lang={lang} here={place.path} {...withoutShown(items, introduction?.shown)} />
      )}
      <IconLinks
        links={[
          ...(documents && site.isMain && keepsGazette(profile)
            ? [
                {
                  href: PUBLIC_PATHS.gazette[lang],
                  text: standingTexts[lang].pageNames.gazette,
                  icon: 'newspaper' as const,
                },
              ]
            : []),
          {
            href: `${PUBLIC_PATHS.own[lang]}?them=m${section.id}#them`,
            text: ownPageWords(lang).follow,
            icon: 'bookmark' as const,
          },
          { href: `${place.path}/rss.xml`, text: words[lang].feedOf(place.title), icon: 'rss' },
        ]}
      />
    </>,
  );
  const keys = [...framed.keys, ...shelf.ids.map((id) => `section:${id}`)];
  if (introduction) keys.push(`portal:${site.portalId}`);
  // documents of other portals stand in the list when they are asked for
  return {
    kind: 'page',
    html: framed.html,
    keys: documents ? [...keys, `locality:${site.localityId}`, ...issuerKeys(site.localityId)] : keys,
  };
}

/** The way there, the name, and what lies below. */
function SectionHead(props: { shelf: Shelf; sections: readonly SectionRow[]; archived: boolean }) {
  const { shelf, sections, archived } = props;
  const { section, parent, lang } = shelf;
  const w = words[lang];
  const name = sectionName(section, lang);
  const children = sections.filter((one) => one.parent_id === section.id);
  return (
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: homePath(lang), text: w.home },
          ...(parent ? [{ href: sectionHref(parent, lang), text: sectionName(parent, lang) }] : []),
        ]}
        here={name}
      />
      <PageTitle title={archived ? lifeWords[lang].archiveList(name) : name} />
      {section.content_kind === 'questions' && <CallToAsk lang={lang} />}
      {children.length > 0 && (
        <IconLinks
          label={w.subsections}
          links={children.map((one) => ({
            href: sectionHref(one, lang),
            text: sectionName(one, lang),
            icon: 'folder',
          }))}
        />
      )}
    </>
  );
}

async function itemsOf(ports: Ports, { lang, query }: RequestContext, { ids }: Shelf) {
  const before = parseCursor(query.get('truoc'));
  const archived = query.get('luu-tru') === '1';
  const { rows, hasArchive } = await ports.database.publicly((db) =>
    listShelf(db, ids, lang, { limit: PAGE_SIZE + 1, before, archived }),
  );
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return { shown, isFirst: !before, last, archived, archive: archived || hasArchive };
}

/** What the introduction above has not shown already; an empty list says nothing then. */
function withoutShown<Listed extends { shown: readonly ListedRow[] }>(
  items: Listed,
  ids: readonly number[] = [],
) {
  const shown = items.shown.filter((row) => !ids.includes(row.item_id));
  return { ...items, shown, isQuiet: ids.length > 0 };
}

interface ItemsProps {
  lang: Lang;
  here: string;
  shown: readonly ListedRow[];
  isFirst: boolean;
  /** The last one shown, when there are more. */
  last: ListedRow | undefined;
  /** The archive list is shown. */
  archived: boolean;
  /** There is one. */
  archive: boolean;
  /** Something else stands on the page, so that an empty list need not be explained. */
  isQuiet: boolean;
}

function Items({ lang, here, shown, isFirst, last, archived, archive, isQuiet }: ItemsProps) {
  const w = words[lang];
  if (isQuiet && shown.length === 0 && !last && !archive) return null;
  const l = lifeWords[lang];
  const list = archived ? `${here}?luu-tru=1` : here;
  return (
    <>
      {isQuiet && shown.length > 0 && <h2>{kindWords(lang).othersHere}</h2>}
      {shown.length > 0 ? (
        <ItemList
          level={isQuiet ? 3 : 2}
          items={shown.map((row) => itemView(row, lang, undefined, { summary: true }))}
        />
      ) : (
        <EmptyState
          title={archived ? l.archiveNone : w.nothingYet}
          links={[
            { href: PUBLIC_PATHS.search[lang], text: w.goSearch },
            { href: PUBLIC_PATHS.sitemap[lang], text: w.goSitemap },
          ]}
        >
          {!archived && <p>{w.nothingYetNote}</p>}
        </EmptyState>
      )}
      <Pager
        lang={lang}
        newerHref={isFirst ? undefined : list}
        olderHref={last ? `${list}${archived ? '&' : '?'}truoc=${cursorOf(last)}` : undefined}
      />
      {archive && (
        <p>
          <a href={archived ? here : `${here}?luu-tru=1`}>{archived ? l.archiveBack : l.archiveLink}</a>
        </p>
      )}
    </>
  );
}

async function documentsOf(ports: Ports, context: RequestContext) {
  const { site, lang, query, now } = context;
  const asked = readListQuery(query);
  const place = { ...site, lang, issuers: await issuersOf(ports, site.localityId), on: civilDateOf(now) };
  const view = await ports.database.publicly((db) => findDocumentList(db, place, asked));
  return { view, ...(await documentAddresses(ports, context)) };
}

export function cursorOf(row: Pick<ListedRow, 'first_published_at' | 'id'>): string {
  return `${row.first_published_at.getTime()}-${row.id}`;
}

export function parseCursor(text: string | null): { at: Date; id: number } | undefined {
  const [, at, id] = /^(\d{1,14})-(\d{1,15})$/.exec(text ?? '') ?? [];
  return at && id ? { at: new Date(Number(at)), id: Number(id) } : undefined;
}
