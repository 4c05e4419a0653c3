import { Readable } from 'node:stream';
import type { Reply, RequestContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { instantOf } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { dublinCoreRecord } from '../../rules/metadata/index.ts';
import {
  type PortalFacts,
  portalFacts,
  portalFactsKey,
  portalName,
  type SectionRow,
  sectionName,
} from '../portals/index.ts';
import { itemElements } from '../site/index.ts';
import {
  type Header,
  oaiDocument,
  oaiFaults,
  oaiFormats,
  oaiGot,
  oaiHeader,
  oaiIdentity,
  oaiList,
  oaiRecord,
  oaiSets,
} from './oai.ts';
import {
  identifierOf,
  languageSpec,
  NO_SUCH_ID,
  NOTHING_MATCHES,
  type OaiRequest,
  type Refused,
  readIdentifier,
  readOaiRequest,
  type Selection,
  setSpecOf,
  tokenOf,
} from './oai-rules.ts';
import { findHeader, type HeaderRow, listDescribed, listHeaders } from './oai-store.ts';
import { words } from './words.ts';

/** Address of the repository on every portal; the English one answers the same, with its errors in English. */
export const OAI_PATH = { vi: '/oai', en: '/en/oai' } as const;

/** Records of one part of a list. */
const PART = 100;
/**
 * A harvester asks next time from the moment of this answer. It is told one a little earlier, so that what was being
 * published while it was answered, and bears an earlier datestamp, is given then.
 */
const SETTLED_MS = 60_000;

const TYPE = 'text/xml; charset=utf-8';

/**
 * Everything a portal has published, for harvesters (OAI-PMH 2.0): every copy in its language is a record, what was taken
 * down stays known. Errors are answers too, but are not kept in the cache.
 */
export async function oaiAnswer(
  ports: Ports,
  context: RequestContext,
  given: URLSearchParams,
): Promise<Reply> {
  const { site, lang, now } = context;
  const asked = readOaiRequest(given, now);
  const body = 'faults' in asked ? asked : await answerTo(ports, context, asked);
  const isMisread = 'faults' in asked && asked.faults.some(({ code }) => /^bad(Verb|Argument)$/.test(code));
  const text = oaiDocument({
    baseUrl: site.origin + OAI_PATH.vi,
    at: new Date(now.getTime() - SETTLED_MS),
    args: isMisread ? {} : Object.fromEntries(given),
    body: typeof body === 'string' ? body : oaiFaults(body.faults, lang),
  });
  if (typeof body !== 'string')
    return {
      kind: 'stream',
      type: TYPE,
      stream: Readable.from([text]),
      headers: { 'cache-control': 'no-store' },
    };
  const { sections } = await portalFacts(ports, site.portalId);
  const keys = [
    ...[`portal:${site.portalId}`, portalFactsKey(site.portalId)],
    ...sections.map(({ id }) => `section:${id}`),
  ];
  return { kind: 'text', type: TYPE, text, keys };
}

async function answerTo(ports: Ports, context: RequestContext, asked: OaiRequest): Promise<string | Refused> {
  switch (asked.verb) {
    case 'Identify':
      return identity(ports, context);
    case 'ListSets':
      return oaiSets(setsOf(await portalFacts(ports, context.site.portalId)));
    case 'ListMetadataFormats': {
      const isKnown = asked.identifier === undefined || (await headerOf(ports, context, asked.identifier));
      return isKnown ? oaiFormats() : { faults: [NO_SUCH_ID] };
    }
    case 'GetRecord': {
      const row = await headerOf(ports, context, asked.identifier);
      if (!row) return { faults: [NO_SUCH_ID] };
      const [record = ''] = await recordsOf(ports, context, [row]);
      return oaiGot(record);
    }
    default:
      return listPart(ports, context, asked);
  }
}

async function identity(ports: Ports, { site, lang }: RequestContext): Promise<string> {
  const { portal } = await portalFacts(ports, site.portalId);
  return oaiIdentity({
    name: words[lang].repository(portalName(portal, lang)),
    baseUrl: site.origin + OAI_PATH.vi,
    email: portal.contact.email,
    earliest: instantOf(portal.opened_on, '00:00'),
  });
}

function setsOf({ sections }: PortalFacts): { spec: string; name: string }[] {
  const both = (section: SectionRow) => `${sectionName(section, 'vi')} · ${sectionName(section, 'en')}`;
  return [
    ...sections.map((section) => ({ spec: setSpecOf(section), name: both(section) })),
    ...(['vi', 'en'] as const).map((lang) => ({ spec: languageSpec(lang), name: words[lang].ownLanguage })),
  ];
}

async function headerOf(
  ports: Ports,
  { site }: RequestContext,
  identifier: string,
): Promise<HeaderRow | undefined> {
  const named = readIdentifier(identifier);
  return named && ports.database.publicly((db) => findHeader(db, site.portalId, named));
}

async function listPart(
  ports: Ports,
  context: RequestContext,
  { verb, selection }: { verb: 'ListIdentifiers' | 'ListRecords'; selection: Selection },
): Promise<string | Refused> {
  const { site } = context;
  const { set, cursor } = selection;
  const { sections } = await portalFacts(ports, site.portalId);
  const wanted = {
    portalId: site.portalId,
    lang: set && 'lang' in set ? set.lang : undefined,
    sectionIds: set && 'sectionId' in set ? withBelow(sections, set.sectionId) : undefined,
  };
  const rows = await ports.database.publicly((db) => listHeaders(db, wanted, selection, PART + 1));
  const given = rows.slice(0, PART);
  const last = given.at(-1);
  if (!last) return { faults: [NOTHING_MATCHES] };
  const after = { at: last.at.getTime(), itemId: last.item_id, lang: last.language };
  const entries =
    verb === 'ListIdentifiers'
      ? given.map((row) => oaiHeader(headerView(row, site.origin, sections)))
      : await recordsOf(ports, context, given);
  const token =
    rows.length > PART ? tokenOf({ ...selection, after, cursor: cursor + given.length }) : undefined;
  return oaiList({ verb, entries, cursor, token });
}

function withBelow(sections: readonly SectionRow[], sectionId: number): number[] {
  return [sectionId, ...sections.filter((one) => one.parent_id === sectionId).map((one) => one.id)];
}

async function recordsOf(
  ports: Ports,
  { site, now }: RequestContext,
  rows: readonly HeaderRow[],
): Promise<string[]> {
  const { sections } = await portalFacts(ports, site.portalId);
  const live = rows.flatMap(({ publication_id }) => publication_id ?? []);
  const described = await ports.database.publicly((db) => listDescribed(db, live));
  const byId = new Map(described.map((one) => [one.id, one]));
  const records: string[] = [];
  for (const row of rows) {
    // one that was taken down between the two readings is told as such
    const item = row.publication_id === null ? undefined : byId.get(row.publication_id);
    const header = headerView(item ? row : { ...row, publication_id: null }, site.origin, sections);
    records.push(oaiRecord(header, item && (await metadataOf({ site, now, lang: row.language }, item))));
  }
  return records;

  async function metadataOf(
    at: Pick<RequestContext, 'site' | 'now'> & { lang: Lang },
    item: (typeof described)[number],
  ): Promise<string> {
    return dublinCoreRecord(await itemElements(ports, at, item), at.lang);
  }
}

function headerView(row: HeaderRow, origin: string, sections: readonly SectionRow[]): Header {
  const section = sections.find((one) => one.id === row.section_id);
  return {
    identifier: identifierOf(origin, row.item_id, row.language),
    at: row.at,
    sets: [...(section ? [setSpecOf(section)] : []), languageSpec(row.language)],
    isDeleted: row.publication_id === null,
  };
}
