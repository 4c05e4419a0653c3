import type { Lang } from '../../rules/lang.ts';
import { escapeXml, XML_DECLARATION } from '../../rules/metadata/index.ts';
import { type Fault, OAI_PREFIX, utcOf } from './oai-rules.ts';

// Writes answers of OAI-PMH 2.0 (OAI-PMH.xsd). What goes in as text is escaped here.

const OAI = 'http://www.openarchives.org/OAI/2.0/';

type Attributes = Readonly<Record<string, string | number>>;

function startTag(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeXml(String(value)).replaceAll('"', '&quot;')}"`,
  );
  return `<${name}${written.join('')}>`;
}

const leaf = (name: string, text: string, attributes: Attributes = {}) =>
  `${startTag(name, attributes)}${escapeXml(text)}</${name}>`;

const branch = (name: string, children: readonly string[], attributes: Attributes = {}) =>
  `${startTag(name, attributes)}\n${children.join('\n')}\n</${name}>`;

export interface Answered {
  baseUrl: string;
  at: Date;
  /** Echoed in the answer; empty when they are what is wrong. */
  args: Attributes;
  body: string;
}

/** A whole answer: when, to what, and what. */
export function oaiDocument({ baseUrl, at, args, body }: Answered): string {
  const root = branch('OAI-PMH', [leaf('responseDate', utcOf(at)), leaf('request', baseUrl, args), body], {
    xmlns: OAI,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': `${OAI} ${OAI}OAI-PMH.xsd`,
  });
  return `${XML_DECLARATION}\n${root}\n`;
}

export function oaiFaults(faults: readonly Fault[], lang: Lang): string {
  return faults.map(({ code, words }) => leaf('error', words[lang], { code })).join('\n');
}

export interface Identity {
  name: string;
  baseUrl: string;
  email: string;
  earliest: Date;
}

export function oaiIdentity({ name, baseUrl, email, earliest }: Identity): string {
  return branch('Identify', [
    leaf('repositoryName', name),
    leaf('baseURL', baseUrl),
    leaf('protocolVersion', '2.0'),
    leaf('adminEmail', email),
    leaf('earliestDatestamp', utcOf(earliest)),
    // the notice of what was taken down stays for good
    leaf('deletedRecord', 'persistent'),
    leaf('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
  ]);
}

export function oaiFormats(): string {
  const format = branch('metadataFormat', [
    leaf('metadataPrefix', OAI_PREFIX),
    leaf('schema', `${OAI}oai_dc.xsd`),
    leaf('metadataNamespace', `${OAI}oai_dc/`),
  ]);
  return branch('ListMetadataFormats', [format]);
}

export function oaiSets(sets: readonly { spec: string; name: string }[]): string {
  return branch(
    'ListSets',
    sets.map(({ spec, name }) => branch('set', [leaf('setSpec', spec), leaf('setName', name)])),
  );
}

export interface Header {
  identifier: string;
  at: Date;
  sets: readonly string[];
  isDeleted: boolean;
}

export function oaiHeader({ identifier, at, sets, isDeleted }: Header): string {
  return branch(
    'header',
    [
      leaf('identifier', identifier),
      leaf('datestamp', utcOf(at)),
      ...sets.map((spec) => leaf('setSpec', spec)),
    ],
    isDeleted ? { status: 'deleted' } : {},
  );
}

/** @param metadata the element `oai_dc:dc`, already XML; undefined for what was taken down */
export function oaiRecord(header: Header, metadata: string | undefined): string {
  return branch('record', [oaiHeader(header), ...(metadata ? [branch('metadata', [metadata])] : [])]);
}

export interface ListPart {
  verb: 'ListIdentifiers' | 'ListRecords';
  entries: readonly string[];
  cursor: number;
  /** Undefined when this part ends the list. */
  token: string | undefined;
}

export function oaiList({ verb, entries, cursor, token }: ListPart): string {
  // the last part of several ends with an empty token (§3.5)
  const isWhole = token === undefined && cursor === 0;
  return branch(verb, [...entries, ...(isWhole ? [] : [leaf('resumptionToken', token ?? '', { cursor })])]);
}

export function oaiGot(record: string): string {
  return branch('GetRecord', [record]);
}
