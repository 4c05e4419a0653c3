import { homePath, PUBLIC_PATHS } from '../../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Breadcrumb, EmptyState, IconLinks, ItemList, Pager, PageTitle } from '../../../ui/index.ts';
import { CallToAsk } from '../../inquiries/index.ts';
import { DOCUMENT_KINDS, DocumentListPage, findDocumentList, readListQuery } from '../../library/index.ts';
import { portalFacts, portalName, publicFrame, sectionHref, sectionName } from '../../portals/index.ts';
import { withChildren } from '../sections.ts';
import { type ListedRow, listOfSections } from '../store.ts';
import { itemView } from '../views.ts';
import { words } from '../words.ts';
import { documentAddresses } from './document.tsx';

const PAGE_SIZE = 20;

/** A section: its items newest first, keyset pages in the address. */
export async function sectionPage(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang, params, query } = context;
  const w = words[lang];
  const { portal, sections } = await portalFacts(ports, site.portalId);
  const section = sections.find((one) => (lang === 'vi' ? one.slug_vi : one.slug_en) === params.section);
  if (!section) return { kind: 'missing' };
  const isDocuments = DOCUMENT_KINDS.includes(section.content_kind);
  const before = parseCursor(query.get('truoc'));
  const ids = withChildren(sections, section).map((one) => one.id);
  const rows = isDocuments
    ? []
    : await ports.database.publicly((db) => listOfSections(db, ids, lang, { limit: PAGE_SIZE + 1, before }));
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  const name = sectionName(section, lang);
  const here = sectionHref(section, lang);
  const parent = sections.find((one) => one.id === section.parent_id);
  const children = sections.filter((one) => one.parent_id === section.id);
  const other = lang === 'vi' ? 'en' : 'vi';
  const framed = await publicFrame(
    ports,
    context,
    {
      title: name,
      description: w.sectionPage(name, portalName(portal, lang)),
      otherHref: sectionHref(section, other),
      canonicalPath: here,
      sectionId: section.id,
      feeds: [{ href: `${here}/rss.xml`, title: name }],
    },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: homePath(lang), text: w.home },
          ...(parent ? [{ href: sectionHref(parent, lang), text: sectionName(parent, lang) }] : []),
        ]}
        here={name}
      />
      <PageTitle title={name} />
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
      {isDocuments ? (
        <DocumentListPage lang={lang} path={here} {...(await documentsOf(ports, context))} />
      ) : (
        <Items lang={lang} here={here} shown={shown} isFirst={!before} last={last} />
      )}
      <IconLinks links={[{ href: `${here}/rss.xml`, text: w.feedOf(name), icon: 'rss' }]} />
    </>,
  );
  const keys = [...framed.keys, ...ids.map((id) => `section:${id}`)];
  // documents of other portals stand in the list when they are asked for
  return {
    kind: 'page',
    html: framed.html,
    keys: isDocuments ? [...keys, `locality:${site.localityId}`] : keys,
  };
}

interface ItemsProps {
  lang: Lang;
  here: string;
  shown: readonly ListedRow[];
  isFirst: boolean;
  /** The last one shown, when there are more. */
  last: ListedRow | undefined;
}

function Items({ lang, here, shown, isFirst, last }: ItemsProps) {
  const w = words[lang];
  return (
    <>
      {shown.length > 0 ? (
        <ItemList level={2} items={shown.map((row) => itemView(row, lang, undefined, { summary: true }))} />
      ) : (
        <EmptyState
          title={w.nothingYet}
          links={[
            { href: PUBLIC_PATHS.search[lang], text: w.goSearch },
            { href: PUBLIC_PATHS.sitemap[lang], text: w.goSitemap },
          ]}
        >
          <p>{w.nothingYetNote}</p>
        </EmptyState>
      )}
      <Pager
        lang={lang}
        newerHref={isFirst ? undefined : here}
        olderHref={last ? `${here}?truoc=${cursorOf(last)}` : undefined}
      />
    </>
  );
}

async function documentsOf(ports: Ports, context: RequestContext) {
  const { site, lang, query } = context;
  const asked = readListQuery(query);
  const view = await ports.database.publicly((db) => findDocumentList(db, { ...site, lang }, asked));
  return { view, ...(await documentAddresses(ports, context)) };
}

export function cursorOf(row: Pick<ListedRow, 'first_published_at' | 'id'>): string {
  return `${row.first_published_at.getTime()}-${row.id}`;
}

export function parseCursor(text: string | null): { at: Date; id: number } | undefined {
  const [, at, id] = /^(\d{1,14})-(\d{1,15})$/.exec(text ?? '') ?? [];
  return at && id ? { at: new Date(Number(at)), id: Number(id) } : undefined;
}
