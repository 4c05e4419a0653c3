import { excerpt } from '../body-html/index.ts';
import type { CivilDate } from '../calendar/index.ts';
import type { Lang } from '../lang.ts';
import { type Element, elementsOf } from './elements.ts';

/** What a public page says of itself; text in the language of the page. */
export interface DescribedPage {
  title: string;
  /** In a few sentences; empty where nobody wrote any. */
  summary: string;
  /** Body in the subset, from which a summary is taken when there is none. */
  bodyHtml: string;
  /** Whole address in this language. */
  address: string;
  language: Lang;
  /** First day on which the public could read it. */
  publishedOn: CivilDate;
  /** Day of its last change, where that was another one. */
  modifiedOn?: CivilDate | undefined;
  /** The body that answers for the portal. */
  body: string;
  author: string;
  /** From where it was taken over, and the address there. */
  source: string;
  sourceAddress: string;
  /** Names of the sections it stands in, the inner one first. */
  sections: readonly string[];
  /** The locality it is about. */
  place: string;
  /** Media types of the originals attached. */
  formats: readonly string[];
  /** Whole addresses of the same page in the other language, and of the item it was taken over from. */
  related: readonly string[];
  /** What a re-user is to name. */
  rights: string;
  /** A list of other pages, where it is no text of its own. */
  isList?: boolean | undefined;
  /** Of a signed text: its own fields. */
  document?: DescribedDocument | undefined;
}

export interface DescribedDocument {
  number?: string | undefined;
  type?: string | undefined;
  issuer?: string | undefined;
  signer?: string | undefined;
  field?: string | undefined;
  place?: string | undefined;
  issuedOn?: CivilDate | undefined;
}

/** Longest description taken from a body, in characters: TT 24/2011 asks for short ones. */
const DESCRIPTION_CHARS = 300;
/** Terms of the DCMI type vocabulary: what is to be read, and what leads to others. */
const TEXT = 'Text';
const COLLECTION = 'Collection';

/**
 * The Dublin Core elements of a public page (TT 24/2011/TT-BTTTT, NĐ 42/2022 Đ3.11, LC Đ3.11, BG Đ5.2.đ). A signed text is
 * described as the text itself: issuer as creator and publisher, day of issue as date, its number beside its address; any
 * other item as the page it is. The mandatory six are never empty as long as title, body and address are given.
 */
export function dublinCoreOf(page: DescribedPage): Element[] {
  const { document: signed = {} } = page;
  const issuer = firstGiven(signed.issuer);
  return elementsOf({
    title: [page.title],
    creator: [firstGiven(issuer, page.author, page.body)],
    // of a signed text the day of its issue; of anything else its day, and that of its last change
    date: signed.issuedOn ? [signed.issuedOn] : [page.publishedOn, page.modifiedOn],
    description: [firstGiven(page.summary, excerpt(page.bodyHtml, DESCRIPTION_CHARS), page.title)],
    publisher: [firstGiven(issuer, page.body)],
    identifier: [page.address, signed.number],
    language: [page.language],
    source: [page.source, page.sourceAddress],
    contributor: [signed.signer, ...(issuer && issuer !== page.body ? [page.body] : [])],
    subject: [signed.field, ...page.sections],
    coverage: [firstGiven(signed.place, page.place)],
    type: [page.isList ? COLLECTION : TEXT, signed.type],
    format: ['text/html', ...page.formats],
    relation: page.related,
    rights: [page.rights],
  });
}

function firstGiven(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.find((text) => text !== undefined && text.trim() !== '');
}
