import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf, isCivilDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  DC_NAMESPACE,
  type DescribedDocument,
  dublinCoreOf,
  dublinCoreXml,
  type Element,
  isWorded,
  joinValues,
} from '../../../rules/metadata/index.ts';
import { DOCUMENT_KINDS } from '../../library/index.ts';
import {
  creditOf,
  localityPortals,
  portalFacts,
  portalFactsKey,
  portalName,
  profileInForce,
  sectionName,
} from '../../portals/index.ts';
import { type ArticleRow, findArticle } from '../store.ts';
import { articlePath, itemIdOf } from '../views.ts';
import { words } from '../words.ts';

/** Address of the elements of an item, below its own and as stable. */
export function metadataHref(path: string): string {
  return `${path}/dc.xml`;
}

/** The Dublin Core elements of a public item. */
export async function articleElements(
  ports: Ports,
  { site, lang, now }: Pick<RequestContext, 'site' | 'lang' | 'now'>,
  article: ArticleRow,
): Promise<Element[]> {
  const { portal, sections } = await portalFacts(ports, site.portalId);
  const [main = portal] = await localityPortals(ports, site.localityId);
  const profile = await profileInForce(ports, site.localityId, civilDateOf(now));
  const section = sections.find((one) => one.id === article.section_id);
  const parent = sections.find((one) => one.id === section?.parent_id);
  const other = lang === 'vi' ? 'en' : 'vi';
  const translated = article.other_slug && articlePath({ ...article, slug: article.other_slug }, other);
  return dublinCoreOf({
    ...{ title: article.title, summary: article.summary, bodyHtml: article.body_html },
    ...{ address: site.origin + articlePath(article, lang), language: lang },
    publishedOn: civilDateOf(article.first_published_at),
    body: portal.contact.managedBy[lang],
    ...{ author: article.author, source: article.source, sourceAddress: article.source_url },
    sections: [section, parent].flatMap((one) => (one ? [sectionName(one, lang)] : [])),
    place: portalName(main, lang),
    formats: article.attachments.map(({ type }) => type),
    related: translated ? [site.origin + translated] : [],
    rights: creditOf(profile, portal, lang),
    document: DOCUMENT_KINDS.includes(article.kind) ? describedDocument(article) : undefined,
  });
}

function describedDocument({ facts }: ArticleRow): DescribedDocument {
  const { number, type, issuer, signer, field, place, issuedOn } = facts;
  return {
    number,
    type,
    issuer,
    signer,
    field,
    place,
    issuedOn: isCivilDate(issuedOn) ? issuedOn : undefined,
  };
}

/** The elements in the head of a page, several values in one set apart by ";" (TT 24/2011/TT-BTTTT). */
export function MetadataTags({
  elements,
  lang,
  fileHref,
}: {
  elements: readonly Element[];
  lang: Lang;
  fileHref: string;
}) {
  return (
    <>
      <link rel="schema.DC" href={DC_NAMESPACE} />
      {elements.map(({ name, values }) => (
        <meta
          key={name}
          name={`DC.${name}`}
          content={joinValues(values)}
          {...(isWorded(name) ? { lang } : {})}
        />
      ))}
      <link rel="alternate" type="application/xml" title={words[lang].metadataTitle} href={fileHref} />
    </>
  );
}

/** The elements of an item as a file, for harvesters. */
export async function metadataFile(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang, params } = context;
  const itemId = itemIdOf(params.article ?? '');
  const article =
    itemId === undefined ? undefined : await ports.database.publicly((db) => findArticle(db, itemId, lang));
  if (!article || article.portal_id !== site.portalId) return { kind: 'missing' };
  return {
    kind: 'text',
    type: 'application/xml; charset=utf-8',
    text: dublinCoreXml(await articleElements(ports, context, article), lang),
    keys: [portalFactsKey(site.portalId), `item:${article.item_id}`, `section:${article.section_id}`],
  };
}
