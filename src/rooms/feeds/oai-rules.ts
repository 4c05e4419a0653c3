import type { Lang, Words } from '../../rules/lang.ts';

// The Open Archives Initiative Protocol for Metadata Harvesting 2.0: what may be asked, and how. Pure.

/** The codes of the protocol (§3.6) that this repository can give. */
export type FaultCode =
  | 'badVerb'
  | 'badArgument'
  | 'badResumptionToken'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch';

export interface Fault {
  code: FaultCode;
  words: Words;
}

/** The one format every repository gives (§3.4). */
export const OAI_PREFIX = 'oai_dc';

export const VERBS = [
  'Identify',
  'ListMetadataFormats',
  'ListSets',
  'ListIdentifiers',
  'ListRecords',
  'GetRecord',
] as const;
export type Verb = (typeof VERBS)[number];

interface Arguments {
  required: readonly string[];
  optional: readonly string[];
  /** The list goes on by its token, which stands alone. */
  resumes: boolean;
}

const LISTING: Arguments = {
  required: ['metadataPrefix'],
  optional: ['from', 'until', 'set'],
  resumes: true,
};
const ARGUMENTS: Readonly<Record<Verb, Arguments>> = {
  Identify: { required: [], optional: [], resumes: false },
  ListMetadataFormats: { required: [], optional: ['identifier'], resumes: false },
  ListSets: { required: [], optional: [], resumes: true },
  ListIdentifiers: LISTING,
  ListRecords: LISTING,
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [], resumes: false },
};

/** Where a list stands: what it was asked for, and the last record it gave. */
export interface Selection {
  /** Instants in milliseconds, both included. The end never moves while a list is read on. */
  from: number;
  end: number;
  set: OaiSet | undefined;
  after: { at: number; itemId: number; lang: Lang } | undefined;
  /** Records given before. */
  cursor: number;
}

/** A section with those below it, or a language. */
export type OaiSet = { sectionId: number } | { lang: Lang };

export type OaiRequest =
  | { verb: 'Identify' | 'ListSets' }
  | { verb: 'ListMetadataFormats'; identifier: string | undefined }
  | { verb: 'GetRecord'; identifier: string }
  | { verb: 'ListIdentifiers' | 'ListRecords'; selection: Selection };

/** What is wrong with a request; the arguments are echoed unless they are what is wrong (§3.2). */
export interface Refused {
  faults: readonly Fault[];
}

const fault = (code: FaultCode, vi: string, en: string): Fault => ({ code, words: { vi, en } });

const BAD_VERB = fault(
  'badVerb',
  `Cần đúng một verb, là một trong: ${VERBS.join(', ')}.`,
  `Give exactly one verb, one of: ${VERBS.join(', ')}.`,
);
const BAD_TOKEN = fault(
  'badResumptionToken',
  'resumptionToken này không do cổng cấp. Hãy thu lại từ đầu.',
  'This resumptionToken was not given by the portal. Begin the harvest again.',
);
export const NO_FORMAT = fault(
  'cannotDisseminateFormat',
  `Cổng chỉ có định dạng ${OAI_PREFIX}.`,
  `The portal has the format ${OAI_PREFIX} only.`,
);
export const NO_SUCH_ID = fault(
  'idDoesNotExist',
  'Cổng không có bản ghi mang định danh này.',
  'The portal has no record of this identifier.',
);
export const NOTHING_MATCHES = fault(
  'noRecordsMatch',
  'Không có bản ghi nào như vậy.',
  'There are no such records.',
);
const badArgument = (vi: string, en: string) => fault('badArgument', vi, en);

const isVerb = (text: string | undefined): text is Verb => VERBS.some((verb) => verb === text);

/** Reads the arguments of a request, all of them: none may be unknown, missing, empty or given twice. */
export function readOaiRequest(given: URLSearchParams, now: Date): OaiRequest | Refused {
  const verbs = given.getAll('verb');
  const [verb] = verbs;
  if (verbs.length !== 1 || !isVerb(verb)) return { faults: [BAD_VERB] };
  const faults = [...argumentFaults(verb, given)];
  if (faults.length > 0) return { faults };
  const prefix = given.get('metadataPrefix');
  if (prefix !== null && prefix !== OAI_PREFIX) return { faults: [NO_FORMAT] };
  const identifier = given.get('identifier') ?? undefined;
  switch (verb) {
    case 'Identify':
      return { verb };
    case 'ListSets':
      return given.has('resumptionToken') ? { faults: [BAD_TOKEN] } : { verb };
    case 'ListMetadataFormats':
      return { verb, identifier };
    case 'GetRecord':
      return { verb, identifier: identifier ?? '' };
    default: {
      const selection = selectionOf(given, now);
      return 'faults' in selection ? selection : { verb, selection };
    }
  }
}

function* argumentFaults(verb: Verb, given: URLSearchParams): Generator<Fault> {
  const { required, optional, resumes } = ARGUMENTS[verb];
  const names = [...new Set(given.keys())].filter((name) => name !== 'verb');
  const isResumed = resumes && given.has('resumptionToken');
  const allowed = isResumed ? ['resumptionToken'] : [...required, ...optional];
  for (const name of names) {
    if (!allowed.includes(name))
      yield badArgument(`${verb} không nhận ${name} ở đây.`, `${verb} takes no ${name} here.`);
    else if (given.getAll(name).length > 1)
      yield badArgument(`${name} chỉ được ghi một lần.`, `Give ${name} once only.`);
    else if (given.get(name) === '') yield badArgument(`${name} đang để trống.`, `${name} is empty.`);
  }
  if (isResumed) return;
  for (const name of required)
    if (!given.has(name)) yield badArgument(`${verb} cần ${name}.`, `${verb} needs ${name}.`);
}

// Dates -----------------------------------------------------------------------------------------------

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SECOND = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
/** No instant of ours is earlier or later. */
const EARLIEST_MS = 0;

/** A datestamp as the protocol writes it: in UTC, to the second (§3.3). */
export function utcOf(at: Date): string {
  return `${at.toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length)}Z`;
}

/** The stretch of time a datestamp names: a second, or a day of UTC. */
function stretchOf(text: string): { start: number; last: number } | undefined {
  const long = DAY.test(text) ? DAY_MS : SECOND.test(text) ? SECOND_MS : undefined;
  const start = long === undefined ? Number.NaN : Date.parse(text);
  // 30 February is read as a day of March
  const isReal = Number.isFinite(start) && new Date(start).toISOString().startsWith(text.replace(/Z$/, ''));
  return isReal && long !== undefined ? { start, last: start + long - 1 } : undefined;
}

function selectionOf(given: URLSearchParams, now: Date): Selection | Refused {
  const token = given.get('resumptionToken');
  if (token !== null) return selectionOfToken(token) ?? { faults: [BAD_TOKEN] };
  const [from, until, set] = [given.get('from'), given.get('until'), given.get('set')];
  const [first, last] = [from, until].map((text) => (text === null ? undefined : stretchOf(text)));
  if ((from !== null && !first) || (until !== null && !last))
    return refuse(
      'from và until phải ghi theo giờ UTC: 2026-11-20 hoặc 2026-11-20T02:45:00Z.',
      'Write from and until in UTC: 2026-11-20 or 2026-11-20T02:45:00Z.',
    );
  if (from !== null && until !== null && from.length !== until.length)
    return refuse('from và until phải cùng một độ mịn.', 'from and until must be of the same granularity.');
  if (first && last && first.start > last.start) return refuse('from sau until.', 'from is after until.');
  const asked = set === null ? undefined : setOf(set);
  if (set !== null && !asked)
    return refuse('set không đúng; xem ListSets.', 'There is no such set; see ListSets.');
  return {
    from: first?.start ?? EARLIEST_MS,
    end: Math.min(last?.last ?? Number.POSITIVE_INFINITY, now.getTime()),
    ...{ set: asked, after: undefined, cursor: 0 },
  };
}

const refuse = (vi: string, en: string): Refused => ({ faults: [badArgument(vi, en)] });

// Sets and identifiers --------------------------------------------------------------------------------

/** How a section is called as a set: below the section it stands in. */
export function setSpecOf(section: { id: number; parent_id: number | null }): string {
  return section.parent_id === null
    ? `section-${section.id}`
    : `section-${section.parent_id}:section-${section.id}`;
}

export const languageSpec = (lang: Lang): string => `language-${lang}`;

function setOf(spec: string): OaiSet | undefined {
  const [, language] = /^language-(vi|en)$/.exec(spec) ?? [];
  if (language) return { lang: language as Lang };
  const [, id] = /^(?:section-\d{1,15}:)?section-(\d{1,15})$/.exec(spec) ?? [];
  return id ? { sectionId: Number(id) } : undefined;
}

/** Identifier of a copy (oai-identifier 2.0): the portal, the number of the item, the language. */
export function identifierOf(origin: string, itemId: number, lang: Lang): string {
  return `oai:${new URL(origin).hostname}:${itemId}-${lang}`;
}

/** The copy an identifier names, under whatever name of the portal it was once given. */
export function readIdentifier(identifier: string): { itemId: number; lang: Lang } | undefined {
  const [, id, lang] = /^oai:[A-Za-z0-9.-]{1,253}:(\d{1,15})-(vi|en)$/.exec(identifier) ?? [];
  return id && lang ? { itemId: Number(id), lang: lang as Lang } : undefined;
}

// Tokens ----------------------------------------------------------------------------------------------

const TOKEN = /^(\d{1,15})\.(\d{1,15})\.(-|s\d{1,15}|lvi|len)\.(\d{1,15})\.(\d{1,15})\.(vi|en)\.(\d{1,9})$/;

/** All that a list needs to go on; nothing is kept for it, so it never expires. */
export function tokenOf({ from, end, set, after, cursor }: Selection): string {
  if (!after) throw new Error('A list that has given nothing has no token.');
  const kept = set === undefined ? '-' : 'lang' in set ? `l${set.lang}` : `s${set.sectionId}`;
  return [from, end, kept, after.at, after.itemId, after.lang, cursor].join('.');
}

function selectionOfToken(token: string): Selection | undefined {
  const [, from, end, kept = '-', at, itemId, lang, cursor] = TOKEN.exec(token) ?? [];
  if (!lang) return undefined;
  const set: OaiSet | undefined =
    kept === '-'
      ? undefined
      : kept.startsWith('l')
        ? { lang: kept.slice(1) as Lang }
        : { sectionId: Number(kept.slice(1)) };
  return {
    ...{ from: Number(from), end: Number(end), set, cursor: Number(cursor) },
    after: { at: Number(at), itemId: Number(itemId), lang: lang as Lang },
  };
}
