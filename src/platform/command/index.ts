import type { Actor, Permits } from '../../rules/access/index.ts';
import { isPermitted, lenderOf } from '../../rules/access/index.ts';
import type { Caller } from '../../rules/audit/index.ts';
import { type ProfileSet, shippedProfiles } from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { Database, Scope, Transaction } from '../db/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type { Sealer } from '../seal/index.ts';

/**
 * What rooms announce and rooms behind them hear, who know nothing of each other but this name. What the public reads of
 * an item is another than before, or nothing any more: `{ itemId, kind }`; or whether a document is in force is: `{ itemId }`.
 * What the owner of an account must hear of: `{ personId, portalId, what, at, sessionId? }`.
 */
export type RoomEvent = 'publishing.publicChanged' | 'library.validityChanged' | 'accounts.ownerTold';

/** What was done, for the record: exactly one entry a command. */
export interface Recorded {
  portalId: number | null;
  subject: { kind: string; id: number | string };
  /** Facts, ids and hashes; no personal data beyond ids. */
  payload: object;
}

/** What a command works with. It reads the time once: `now` is the instant of everything it does. */
export interface CommandContext {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly now: Date;
  /** The regulations of the installation, those its operator added among them. */
  readonly profiles: ProfileSet;
  /** Encrypts what only a few may read before it goes into a row. */
  readonly seal: Sealer;
  record(entry: Recorded): void;
  /** Cache keys whose pages are no longer true; purged on every node after commit. */
  purge(...keys: string[]): void;
  /** Like purge, but the old page must never be served again, not even while the database is away. */
  purgeForGood(...keys: string[]): void;
  /** Work to do after commit, at least once. */
  enqueue(job: string, data: object, options?: { startAfter?: Date; singletonKey?: string }): void;
  /** Tells rooms that stand behind this one of what happened: each that hears it has a job of its own, after commit. */
  announce(event: RoomEvent, data: object): void;
}

export interface Command<Input, Output> {
  /** room.verbNoun */
  name: string;
  /** The permit it needs, looked up in `permits`, for the portal that `portal` names. */
  permit: string;
  permits: Permits;
  portal(input: Input): number;
  run(context: CommandContext, input: Input): Promise<Output>;
}

export interface Performer {
  perform<Input, Output>(actor: Actor, command: Command<Input, Output>, input: Input): Promise<Output>;
}

export type AppendAudit = (
  tx: Transaction,
  entry: Recorded & { actor: Actor; command: string; at: Date; caller?: Caller | undefined },
) => Promise<void>;

export interface PurgeSink {
  purge(keys: readonly string[], forGood: readonly string[]): void;
}

/** SQLSTATE of serialisation failures and deadlocks: safe to try again from the start. */
const RETRYABLE = new Set(['40001', '40P01']);
const MAX_TRIES = 3;

export const NOT_PERMITTED = new Refusal('not-permitted', {
  vi: 'Bạn không có quyền làm việc này ở cổng này. Hãy hỏi người quản trị nội dung của cổng.',
  en: 'You may not do this on this portal. Ask the content administrator of the portal.',
});

/** Nobody has this number: a machine that works for one portal sees what is the portal's, and no person's own. */
const NOBODY = 0;

export function scopeOf(actor: Actor): Scope {
  const { localityId } = actor;
  if (actor.kind === 'person')
    return { as: 'staff', localityId, portalIds: actor.portalIds, personId: actor.personId };
  return actor.portalId === undefined
    ? { as: 'system' }
    : { as: 'staff', localityId, portalIds: [actor.portalId], personId: NOBODY };
}

/** NOTIFY carries at most 8,000 bytes; a longer list tells the other nodes to drop everything. */
function purgeMessage(soft: string[], forGood: string[]): string {
  const message = JSON.stringify([soft, forGood]);
  return message.length < 7_000 ? message : '';
}

/** Tells the other nodes, when the transaction commits, which pages are no longer true. */
export async function announcePurge(tx: Transaction, soft: string[], forGood: string[] = []): Promise<void> {
  if (soft.length + forGood.length === 0) return;
  await tx.statement(`select pg_notify('cong_lang_purge', $1)`, [purgeMessage(soft, forGood)]);
}

function add(set: Set<string>, keys: readonly string[]): void {
  for (const key of keys) set.add(key);
}

type Queued = Parameters<CommandContext['enqueue']>;

/** Those with neither a time nor a key of their own go in together, in one statement a kind. */
async function enqueueAll(jobs: () => Jobs, tx: Transaction, queued: readonly Queued[]): Promise<void> {
  const together = new Map<string, object[]>();
  for (const [job, data, options] of queued) {
    const list = together.get(job);
    if (options) await jobs().enqueue(tx, job, data, options);
    else if (list) list.push(data);
    else together.set(job, [data]);
  }
  for (const [job, list] of together) {
    const [first, second] = list;
    if (first) await jobs().enqueue(tx, job, second ? list : first);
  }
}

/** The one write path: permit → transaction (effect, audit entry, jobs) → commit → purge. */
export function createPerformer(ports: {
  database: Database;
  jobs: () => Jobs;
  cache: PurgeSink;
  appendAudit: AppendAudit;
  now: () => Date;
  /** Those shipped when left out. */
  profiles?: ProfileSet;
  /** Without it a command that seals something fails. */
  seal?: Sealer;
  /** The jobs that hear of an event; none when left out. */
  hearersOf?: (event: RoomEvent) => readonly string[];
}): Performer {
  const profiles = ports.profiles ?? shippedProfiles();
  const hearersOf = ports.hearersOf ?? (() => []);
  const once = async <Input, Output>(actor: Actor, command: Command<Input, Output>, input: Input) => {
    const now = ports.now();
    const soft = new Set<string>();
    const forGood = new Set<string>();
    const output = await ports.database.transaction(scopeOf(actor), async (tx) => {
      const recorded: Recorded[] = [];
      const queued: Queued[] = [];
      const result = await command.run(
        {
          tx,
          actor,
          now,
          profiles,
          get seal() {
            if (!ports.seal) throw new Error('Nothing can be sealed here: no keys were given.');
            return ports.seal;
          },
          record: (entry) => void recorded.push(entry),
          purge: (...keys) => add(soft, keys),
          purgeForGood: (...keys) => add(forGood, keys),
          enqueue: (...job) => void queued.push(job),
          announce: (event, data) => {
            for (const job of hearersOf(event)) queued.push([job, data]);
          },
        },
        input,
      );
      const [entry] = recorded;
      if (!entry || recorded.length > 1) {
        throw new Error(
          `${command.name} wrote ${recorded.length} audit entries; a command writes exactly one.`,
        );
      }
      await enqueueAll(ports.jobs, tx, queued);
      await announcePurge(tx, [...soft], [...forGood]);
      const lender = lenderOf(actor, command.permits, command.permit, command.portal(input));
      const payload = lender ? { ...entry.payload, onBehalfOf: lender.username } : entry.payload;
      // last, because it takes the lock of the chain
      await ports.appendAudit(tx, { ...entry, payload, actor, command: command.name, at: now });
      return result;
    });
    ports.cache.purge([...soft], [...forGood]);
    return output;
  };

  return {
    async perform(actor, command, input) {
      if (!isPermitted(actor, command.permits, command.permit, command.portal(input))) throw NOT_PERMITTED;
      for (let tries = 1; ; tries++) {
        try {
          return await once(actor, command, input);
        } catch (error) {
          if (tries >= MAX_TRIES || !RETRYABLE.has((error as { code?: string }).code ?? '')) throw error;
        }
      }
    },
  };
}
