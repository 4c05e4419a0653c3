import { type CivilDate, isCivilDate } from '../../rules/calendar/index.ts';
import { type Citation, citationsIn } from '../../rules/citations/index.ts';
import { structureOf } from '../../rules/provisions/index.ts';
import { documentNumberKey } from '../../rules/text/index.ts';
import type { RelationKind } from '../../rules/validity/index.ts';

/** Raised when the reader finds more than before: every text is then read again, a few at a time. */
export const READER_VERSION = 1;

/** Kinds of content that are signed texts. */
export const DOCUMENT_KINDS: readonly string[] = ['documents'];

/** What is asked of a document, from the facts its board approved. */
export interface DocumentFields {
  number: string;
  numberKey: string;
  type: string;
  issuer: string;
  signer: string;
  field: string;
  issuedOn: CivilDate | null;
  effectiveOn: CivilDate | null;
  expiresOn: CivilDate | null;
}

const dateOrNull = (text: string | undefined): CivilDate | null => (isCivilDate(text) ? text : null);

export function fieldsOf(facts: Readonly<Record<string, string>>): DocumentFields {
  const { number = '', type = '', issuer = '', signer = '', field = '' } = facts;
  return {
    ...{ number, type, issuer, signer, field },
    numberKey: number === '' ? '' : documentNumberKey(number),
    issuedOn: dateOrNull(facts.issuedOn),
    effectiveOn: dateOrNull(facts.inForceFrom),
    expiresOn: dateOrNull(facts.expiresOn),
  };
}

/** One place where a document names another, or a provision of it. */
export interface CitedPlace {
  /** Address of the provision that cites; empty before the first. */
  provision: string;
  role: Citation['role'];
  printed: string;
  number: string;
  numberKey: string;
  type: string;
  name: string;
  target: string;
}

/** What the machine reads in a public text: the addresses of its provisions, and what it cites beside itself. */
export function readBody(bodyHtml: string): { addresses: string[]; cited: CitedPlace[] } {
  const structure = structureOf(bodyHtml);
  const cited = citationsIn(structure).flatMap((one): CitedPlace[] => {
    const { of } = one;
    if ('self' in of) return [];
    const number = of.number?.normalised ?? '';
    return [
      {
        provision: structure.provisions[one.provisionIndex]?.address ?? '',
        ...{ role: one.role, printed: one.printed, number },
        numberKey: number === '' ? '' : documentNumberKey(number),
        ...{ type: of.type ?? '', name: of.name ?? '', target: one.provision },
      },
    ];
  });
  return { addresses: structure.provisions.map(({ address }) => address), cited };
}

/** What a citation says one document does to another; the rest is mere mention. */
export const KIND_OF_ROLE: Readonly<Record<CitedPlace['role'], RelationKind | undefined>> = {
  replaces: 'replaces',
  amends: 'amends',
  repeals: 'repeals',
  guides: 'guides',
  basis: 'basedOn',
  refers: undefined,
};

/** Relations that change whether another document is in force: a person confirms each. */
export const BINDING_KINDS: readonly RelationKind[] = [
  'replaces',
  'amends',
  'repeals',
  'suspends',
  'resumes',
  'corrects',
];

/**
 * The address a cited provision has in a document: its own, or that in the regulation issued with it ("Điều 4 Quy chế ban
 * hành kèm theo Quyết định số …"). Undefined when the document has no such provision, or more than one regulation has.
 */
export function addressIn(
  addresses: readonly string[],
  provision: string,
  isEnclosed: boolean,
): string | undefined {
  if (provision === '') return undefined;
  const enclosed = addresses.filter((one) => one.endsWith(`-${provision}`) && !OWN.test(one));
  const [inside] = enclosed.length === 1 ? enclosed : [];
  const own = addresses.includes(provision) ? provision : undefined;
  return isEnclosed ? (inside ?? own) : (own ?? inside);
}

/** Addresses of the document itself begin with the kind of its first provision. */
const OWN = /^(?:phan|chuong|muc|tieu-muc|dieu|khoan)-/u;
