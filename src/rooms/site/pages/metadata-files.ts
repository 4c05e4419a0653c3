import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { dublinCoreJson, dublinCoreXml, type Element } from '../../../rules/metadata/index.ts';
import { describeQuestions, INQUIRY_PATHS } from '../../inquiries/index.ts';
import {
  localityFactsKey,
  placeElements,
  portalFacts,
  portalFactsKey,
  type SectionRow,
} from '../../portals/index.ts';
import { findArticle } from '../store.ts';
import { itemIdOf } from '../views.ts';
import { describeHome } from './home.tsx';
import { itemElements } from './item-metadata.ts';
import { describeSection } from './section.tsx';
import { describeStanding } from './standing.tsx';

/** How the elements of a page are written: `dc.xml` for harvesters (oai_dc), `dc.json` for everybody else. */
export type MetadataFormat = 'xml' | 'json';

/** Finds the elements a file holds, with the keys they depend on. */
type Describe = (
  ports: Ports,
  context: RequestContext,
) => Promise<{ elements: Element[]; keys: readonly string[] } | undefined>;

/** A file of elements below the address of what they describe. */
export const metadataFile =
  (describe: Describe, format: MetadataFormat) =>
  async (ports: Ports, context: RequestContext): Promise<Reply> => {
    const found = await describe(ports, context);
    if (!found) return { kind: 'missing' };
    const { elements, keys } = found;
    const { lang } = context;
    return format === 'xml'
      ? { kind: 'text', type: 'application/xml; charset=utf-8', text: dublinCoreXml(elements, lang), keys }
      : {
          kind: 'text',
          type: 'application/ld+json; charset=utf-8',
          text: dublinCoreJson(elements, lang),
          keys,
        };
  };

export const homeElements: Describe = async (ports, context) => ({
  elements: await placeElements(ports, context, await describeHome(ports, context)),
  keys: [portalFactsKey(context.site.portalId), `portal:${context.site.portalId}`],
});

/** Questions and answers have a page of their own room where their section would be. */
const isAnswered = ({ content_kind }: SectionRow, { path, lang }: RequestContext) =>
  content_kind === 'questions' && path.startsWith(`${INQUIRY_PATHS.home[lang]}/`);

/** Of a section, or of a standing page, which has the same kind of address. */
export const sectionElements: Describe = async (ports, context) => {
  const { site, params, lang } = context;
  const standing = describeStanding(lang, params.section ?? '');
  const keys = [portalFactsKey(site.portalId), localityFactsKey(site.localityId)];
  if (standing) return { elements: await placeElements(ports, context, standing), keys };
  const { sections } = await portalFacts(ports, site.portalId);
  const section = sections.find((one) => (lang === 'vi' ? one.slug_vi : one.slug_en) === params.section);
  if (!section) return undefined;
  if (isAnswered(section, context)) {
    const answered = await placeElements(ports, context, await describeQuestions(ports, context));
    return { elements: answered, keys: [...keys, `locality:${site.localityId}`] };
  }
  const { place, ids } = await describeSection(ports, context, section);
  return {
    elements: await placeElements(ports, context, place),
    keys: [...keys, ...ids.map((id) => `section:${id}`)],
  };
};

export const articleElements: Describe = async (ports, context) => {
  const { site, lang, params } = context;
  const itemId = itemIdOf(params.article ?? '');
  const article =
    itemId === undefined ? undefined : await ports.database.publicly((db) => findArticle(db, itemId, lang));
  if (article?.portal_id !== site.portalId) return undefined;
  return {
    elements: await itemElements(ports, context, article),
    keys: [portalFactsKey(site.portalId), `item:${article.item_id}`, `section:${article.section_id}`],
  };
};
