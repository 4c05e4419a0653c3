import { homePath, PUBLIC_PATHS } from '../../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { Breadcrumb, EmptyState, IconLinks, ItemList, Pager, PageTitle } from '../../../ui/index.ts';
import { CallToAsk } from '../../inquiries/index.ts';
import { portalFacts, portalName, publicFrame, sectionHref, sectionName } from '../../portals/index.ts';
import { withChildren } from '../sections.ts';
import { type ListedRow, listOfSections } from '../store.ts';
import { itemView } from '../views.ts';
import { words } from '../words.ts';

const PAGE_SIZE = 20;

/** A section: its items newest first, keyset pages in the address. */
export async function sectionPage(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang, params, query } = context;
  const w = words[lang];
  const { portal, sections } = await portalFacts(ports, site.portalId);
  const section = sections.find((one) => (lang === 'vi' ? one.slug_vi : one.slug_en) === params.section);
  if (!section) return { kind: 'missing' };
  const before = parseCursor(query.get('truoc'));
  const ids = withChildren(sections, section).map((one) => one.id);
  const rows = await ports.database.publicly((db) =>
    listOfSections(db, ids, lang, { limit: PAGE_SIZE + 1, before }),
  );
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
        newerHref={before ? here : undefined}
        olderHref={last ? `${here}?truoc=${cursorOf(last)}` : undefined}
      />
      <IconLinks links={[{ href: `${here}/rss.xml`, text: w.feedOf(name), icon: 'rss' }]} />
    </>,
  );
  return { kind: 'page', html: framed.html, keys: [...framed.keys, ...ids.map((id) => `section:${id}`)] };
}

export function cursorOf(row: Pick<ListedRow, 'first_published_at' | 'id'>): string {
  return `${row.first_published_at.getTime()}-${row.id}`;
}

export function parseCursor(text: string | null): { at: Date; id: number } | undefined {
  const [, at, id] = /^(\d{1,14})-(\d{1,15})$/.exec(text ?? '') ?? [];
  return at && id ? { at: new Date(Number(at)), id: Number(id) } : undefined;
}
