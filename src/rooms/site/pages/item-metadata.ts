import type { RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf, isCivilDate } from '../../../rules/calendar/index.ts';
import { type DescribedDocument, dublinCoreOf, type Element } from '../../../rules/metadata/index.ts';
import { DOCUMENT_KINDS } from '../../library/index.ts';
import {
  creditOf,
  localityPortals,
  portalFacts,
  portalName,
  profileInForce,
  sectionName,
} from '../../portals/index.ts';
import type { ArticleRow } from '../store.ts';
import { articlePath } from '../views.ts';

/** What of a public copy its elements are made of. */
export type DescribedItem = Pick<
  ArticleRow,
  | 'item_id'
  | 'section_id'
  | 'kind'
  | 'slug'
  | 'title'
  | 'summary'
  | 'body_html'
  | 'author'
  | 'source'
  | 'source_url'
  | 'facts'
  | 'first_published_at'
  | 'published_at'
  | 'section_slug_vi'
  | 'section_slug_en'
  | 'other_slug'
> & { attachments: readonly { type: string }[] };

/** Address of the elements of a page, below its own and as stable. */
export function metadataHref(path: string): string {
  return `${path === '/' ? '' : path}/dc.xml`;
}

/** The Dublin Core elements of a public item, in the language of its copy. */
export async function itemElements(
  ports: Ports,
  { site, lang, now }: Pick<RequestContext, 'site' | 'lang' | 'now'>,
  article: DescribedItem,
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
    modifiedOn: civilDateOf(article.published_at),
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

function describedDocument({ facts }: DescribedItem): DescribedDocument {
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
