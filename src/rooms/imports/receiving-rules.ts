import { canonicalJson, sha256 } from '../../rules/audit/index.ts';
import { kindOfName } from '../../rules/intake/index.ts';
import type { Words } from '../../rules/lang.ts';
import { linesNaming, type NamedPortal } from '../../rules/recipients/index.ts';
import { isOpenDegree, markInFileName, markInText, markInValue } from '../../rules/secrecy/index.ts';
import { documentNumberKey, foldVietnamese } from '../../rules/text/index.ts';
import type { PortalRow } from '../portals/index.ts';
import type { Facts } from '../publishing/index.ts';
import type { DocumentState, Finding, Metadata, ReadField, ReadFields } from './receiving-forms.ts';
import { FINDING_WORDS } from './receiving-words.ts';
import type { DocumentDraft } from './rules.ts';

/** What a field of the metadata is called among the facts of an edition. */
const FACT_OF: Readonly<Partial<Record<ReadField, string>>> = {
  ...{ number: 'number', type: 'type', issuer: 'issuer', issuedOn: 'issuedOn', effectiveOn: 'inForceFrom' },
  ...{ signer: 'signer', field: 'field', place: 'place' },
};
/** A finding of the reader that something stands nowhere is idle where the sender said it. */
const MISSING_OF: Readonly<Record<string, ReadField>> = {
  ...{ numberMissing: 'number', kindMissing: 'type', titleMissing: 'title', issuerMissing: 'issuer' },
  ...{ issuedOnMissing: 'issuedOn', signerMissing: 'signer', effectMissing: 'effectiveOn' },
};

/** The draft with what the sender says before what the machine read, and where they differ. */
export interface MergedDraft {
  title: string;
  facts: Facts;
  read: ReadFields;
  findings: Finding[];
}

export function mergeReading(metadata: Metadata, { content, notes }: DocumentDraft): MergedDraft {
  const read: ReadFields = {};
  const findings: Finding[] = [];
  const facts: Facts = { ...content.facts };
  for (const [field, fact] of Object.entries(FACT_OF) as [ReadField, string][]) {
    const sent = field === 'place' ? undefined : (metadata as Partial<Record<ReadField, string>>)[field];
    const inFile = content.facts[fact];
    const value = sent ?? inFile;
    if (value === undefined) continue;
    facts[fact] = value;
    read[field] = { value, from: sent === undefined ? 'file' : 'metadata' };
    if (sent !== undefined && inFile !== undefined && !isSame(field, sent, inFile))
      findings.push({ code: 'differs', field, ...FINDING_WORDS.differs(field, sent, inFile) });
  }
  const title = metadata.title ?? content.title;
  read.title = { value: title, from: metadata.title === undefined ? 'file' : 'metadata' };
  const wasRead = !notes.some(({ code }) => code === 'titleMissing');
  if (metadata.title !== undefined && wasRead && !isSame('title', metadata.title, content.title))
    findings.push({
      ...{ code: 'differs', field: 'title' },
      ...FINDING_WORDS.differs('title', metadata.title, content.title),
    });
  const said = notes.filter(({ code }) => {
    const field = MISSING_OF[code];
    return field === undefined || (metadata as Partial<Record<ReadField, string>>)[field] === undefined;
  });
  return { title, facts, read, findings: [...findings, ...said] };
}

/** Whether two writings say the same: numbers by their key, kinds by what they name, texts without marks and case. */
function isSame(field: ReadField, sent: string, read: string): boolean {
  if (field === 'number') return documentNumberKey(sent) === documentNumberKey(read);
  if (field === 'issuedOn' || field === 'effectiveOn') return sent === read;
  if (field === 'type' && kindOfName(sent) && kindOfName(sent)?.name === kindOfName(read)?.name) return true;
  const key = (text: string) =>
    foldVietnamese(text)
      .replace(/[^a-z0-9]+/g, ' ')
      .replace(/\b(?:uy ban nhan dan|ubnd)\b/g, 'ubnd')
      .replace(field === 'title' ? /^ ?(?:v v|ve viec|ve) / : /^ /, '')
      .trim();
  return key(sent) === key(read);
}

/** Whether anything of a document says that it is secret; the parts of files are read apart, as they become known. */
export function isMarkedSecret(metadata: Metadata, fileNames: readonly string[]): boolean {
  const { secrecy = '', replaces: _, ...said } = metadata;
  const values = Object.values(said).flat();
  return (
    !isOpenDegree(secrecy) ||
    values.some((value) => value !== undefined && markInValue(value) !== undefined) ||
    fileNames.some((name) => markInFileName(name) !== undefined)
  );
}

export function isTextSecret(extracted: { text: string; margins?: string }): boolean {
  return [extracted.text, extracted.margins ?? ''].some((text) => markInText(text) !== undefined);
}

/** The portal as offices name it among recipients. */
export function namedPortal(portal: PortalRow, main: PortalRow | undefined): NamedPortal {
  const { name_vi, name_en, short_name, abbreviation, host, is_main } = portal;
  const place = main ?? portal;
  return {
    isMain: is_main,
    names: [name_vi, name_en, short_name ?? '', is_main ? '' : abbreviation],
    hosts: [host],
    localities: [withoutCommittee(place.name_vi), withoutCommittee(place.name_en)],
  };
}

function withoutCommittee(name: string): string {
  return name
    .normalize('NFC')
    .replace(/^(?:[uủ][yỷ] ban nhân dân|ủy ban nhân dân|ubnd)\s+/iu, '')
    .replace(/^people['’]s committee of\s+/iu, '');
}

export function isAddressed(portal: NamedPortal, recipients: readonly string[]): boolean {
  return linesNaming(portal, recipients).length > 0;
}

/** SHA-256 over what was sent, whichever way: metadata without the wish to replace, names and bytes of files in order. */
export function contentDigest(
  { replaces: _, ...metadata }: Metadata & { text?: string | undefined; html?: string | undefined },
  files: readonly { name: string; hash: string }[],
): string {
  return sha256(canonicalJson({ metadata, files: files.map(({ name, hash }) => ({ name, hash })) }));
}

export interface EditionStanding {
  state: string;
  /** The reason with which it was sent back last, when nothing followed. */
  returned_reason: string | null;
}

/** Where a document stands for its sender: what is public counts first, then what was taken down, then the newest edition. */
export function standingOf(editions: readonly EditionStanding[]): { state: DocumentState; reason?: string } {
  const states = editions.map(({ state }) => state);
  const newest = editions.at(-1);
  if (states.includes('published')) return { state: 'published' };
  if (states.includes('withdrawn')) return { state: 'takenDown' };
  if (!newest || newest.state === 'discarded') return { state: 'discarded' };
  if (newest.state !== 'draft') return { state: 'waiting' };
  return newest.returned_reason === null
    ? { state: 'draft' }
    : { state: 'returned', reason: newest.returned_reason };
}

export function asFinding(code: string, words: Words, field?: string): Finding {
  return { code, ...(field === undefined ? {} : { field }), vi: words.vi, en: words.en };
}
