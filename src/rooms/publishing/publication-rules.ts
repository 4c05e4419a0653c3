import { canonicalJson, sha256 } from '../../rules/audit/index.ts';
import { factsText, findItemForm, publicFacts } from '../../rules/item-forms/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { NewPublication, Picture } from './publication-store.ts';
import type { EditionContent, ItemRow } from './store.ts';

/** What a public copy is made of. */
export interface CopyCase {
  content: EditionContent;
  /** The plain text of the content's body. */
  bodyText: string;
  picture: Picture | null;
  item: Pick<ItemRow, 'id' | 'section_id' | 'kind' | 'form' | 'slug' | 'origin_portal_id' | 'origin_item_id'>;
  edition: { id: number; number: number; language: Lang };
  portal: { id: number; locality_id: number };
  /** Of the edition of the other language it is a translation of. */
  madeFromEditionNumber: number | null;
  approvedBy: number;
  approvedAt: Date;
  publishedAt: Date;
  firstPublishedAt: Date;
  clock: unknown;
}

/** The public copy of exactly this edition, with the hash of its content. */
export function copyOf(from: CopyCase): NewPublication {
  const { item, edition, portal } = from;
  const { title, summary, bodyHtml, author, source, sourceUrl, attachments } = from.content;
  const form = findItemForm(item.form);
  const facts = form ? publicFacts(form, from.content.facts) : from.content.facts;
  const content = {
    ...{ title, summary, bodyHtml, author, source, sourceUrl, picture: from.picture, attachments, facts },
  };
  return {
    ...content,
    ...{ localityId: portal.locality_id, portalId: portal.id, sectionId: item.section_id, itemId: item.id },
    ...{ editionId: edition.id, editionNumber: edition.number, language: edition.language },
    ...{ kind: item.kind, form: item.form, slug: item.slug },
    // what its fields say is found and compared like its text
    bodyText: form ? `${from.bodyText}\n\n${factsText(form, facts, edition.language)}` : from.bodyText,
    sourcePublishedAt: from.content.sourcePublishedAt,
    ...{ originPortalId: item.origin_portal_id, originItemId: item.origin_item_id },
    madeFromEditionNumber: from.madeFromEditionNumber,
    ...{ publishedAt: from.publishedAt, firstPublishedAt: from.firstPublishedAt },
    ...{ approvedBy: from.approvedBy, approvedAt: from.approvedAt, clock: from.clock },
    contentHash: sha256(canonicalJson(content)),
  };
}
