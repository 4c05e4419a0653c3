import { scopeOf } from '../../platform/command/index.ts';
import type { Queryable } from '../../platform/db/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Person } from '../../rules/access/index.ts';
import { type ChainVerdict, recordOf, verifyChain } from './chain.ts';
import { callerPortals, csvLine, readablePortals } from './rules.ts';
import * as store from './store.ts';

export const PAGE_SIZE = 50;
/** Entries one export holds at most; a longer period is fetched in parts. */
export const MAX_EXPORT = 100_000;
const EXPORT_BATCH = 1_000;
const COMMANDS_AMONG = 5_000;

type Reads = Pick<Ports, 'database'>;

/** Reads in the scope of the person, so that row-level security holds whatever is asked. */
function readAs<T>(
  ports: Reads,
  person: Person,
  read: (tx: Queryable, readable: store.Readable) => Promise<T>,
): Promise<T> {
  return ports.database.transaction(scopeOf(person), async (tx) => {
    const mainPortalId = await store.findMainPortalId(tx, person.localityId);
    const callerPortalIds = callerPortals(person, mainPortalId);
    return read(tx, {
      ...{ localityId: person.localityId, callerPortalIds },
      ...readablePortals(person, mainPortalId),
    });
  });
}

/** Where in the list one is: beside an entry, or at its newest end. */
export type Place = { before: number } | { after: number } | undefined;

export interface EntryPage {
  entries: store.ReadEntryRow[];
  /** Entries to step to, when there are more on that side. */
  newerThan: number | undefined;
  olderThan: number | undefined;
  commands: string[];
  portals: store.PortalName[];
  /** Whether the reader sees from where people signed in. */
  showsCallers: boolean;
}

/** A page of the record, newest first, by keyset: it does not shift while entries are added. */
export function readPage(
  ports: Reads,
  person: Person,
  filter: store.EntryFilter,
  place: Place,
): Promise<EntryPage> {
  return readAs(ports, person, async (tx, readable) => {
    const isForward = place !== undefined && 'after' in place;
    const found = isForward
      ? await store.listNewer(tx, readable, filter, place.after, PAGE_SIZE + 1)
      : await store.listOlder(tx, readable, filter, place?.before, PAGE_SIZE + 1);
    const hasMore = found.length > PAGE_SIZE;
    const entries = found.slice(0, PAGE_SIZE);
    if (isForward) entries.reverse();
    const [first, last] = [entries[0]?.seq, entries.at(-1)?.seq];
    return {
      entries,
      newerThan: (isForward ? hasMore : place !== undefined) ? first : undefined,
      olderThan: (isForward ? true : hasMore) ? last : undefined,
      commands: await store.listRecentCommands(tx, readable, COMMANDS_AMONG),
      portals: await store.listPortalNames(tx, readable.portalIds),
      showsCallers: readable.callerPortalIds.length > 0,
    };
  });
}

/** Whether an export would hold more than one file may. */
export function isTooLong(ports: Reads, person: Person, filter: store.EntryFilter): Promise<boolean> {
  return readAs(
    ports,
    person,
    async (tx, readable) => (await store.countEntries(tx, readable, filter, MAX_EXPORT + 1)) > MAX_EXPORT,
  );
}

async function* entriesOf(
  ports: Reads,
  person: Person,
  filter: store.EntryFilter,
): AsyncGenerator<store.ReadEntryRow[]> {
  let before: number | undefined;
  for (;;) {
    const edge = before;
    const batch = await readAs(ports, person, (tx, readable) =>
      store.listOlder(tx, readable, filter, edge, EXPORT_BATCH),
    );
    if (batch.length > 0) yield batch;
    if (batch.length < EXPORT_BATCH) return;
    before = batch.at(-1)?.seq;
  }
}

const CSV_HEAD = [
  'seq',
  'at',
  'portalId',
  'portal',
  'personId',
  'actor',
  'command',
  'subjectKind',
  'subjectId',
  'payload',
  'prevHash',
  'hash',
];
/** Further columns, for technical administrators. */
const CALLER_HEAD = ['address', 'port'];

/** The record as CSV for a spreadsheet: UTF-8 with its mark, since some take a file without one for another encoding. */
export async function* csvOf(
  ports: Reads,
  person: Person,
  filter: store.EntryFilter,
): AsyncGenerator<string> {
  const showsCallers = callerPortals(person, undefined).length > 0;
  yield `\uFEFF${csvLine([...CSV_HEAD, ...(showsCallers ? CALLER_HEAD : [])])}`;
  for await (const batch of entriesOf(ports, person, filter)) {
    yield batch
      .map((row) =>
        csvLine([
          ...[String(row.seq), row.at.toISOString(), String(row.portal_id ?? ''), row.portal_name_vi ?? ''],
          ...[String(row.person_id ?? ''), row.actor, row.command, row.subject_kind, row.subject_id],
          ...[JSON.stringify(row.payload), row.prev_hash, row.hash],
          ...(showsCallers ? [row.caller_address ?? '', String(row.caller_port ?? '')] : []),
        ]),
      )
      .join('');
  }
}

/** The record as JSON: each entry as it was hashed, so that anyone can check the chain with rules/audit. */
export async function* jsonOf(
  ports: Reads,
  person: Person,
  filter: store.EntryFilter,
): AsyncGenerator<string> {
  let lead = '[\n';
  for await (const batch of entriesOf(ports, person, filter)) {
    yield lead + batch.map((row) => JSON.stringify(recordOf(row))).join(',\n');
    lead = ',\n';
  }
  yield lead === '[\n' ? '[]\n' : '\n]\n';
}

/** The verdict over the whole chain of the locality. It is read past row-level security; only the verdict is shown. */
export function readVerdict(ports: Reads, person: Person): Promise<ChainVerdict> {
  return ports.database.transaction({ as: 'system' }, (tx) => verifyChain(tx, person.localityId));
}
