import type { Recorded } from '../../platform/command/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import type { Actor } from '../../rules/access/index.ts';
import type { Caller } from '../../rules/audit/index.ts';
import { appendAudit } from '../audit/index.ts';

/** Who an entry names when nobody has proved yet who he is. */
export function atTheDoor(localityId: number): Actor {
  return { kind: 'machine', name: 'sign-in', localityId };
}

/** A person as an actor of what he does to his own account, before or without any right. */
export function ownActor(row: {
  id: number;
  locality_id: number;
  username: string;
  full_name: string;
  language: 'vi' | 'en';
}): Actor {
  return {
    kind: 'person',
    personId: row.id,
    localityId: row.locality_id,
    fullName: row.full_name,
    username: row.username,
    language: row.language,
    grants: [],
    portalIds: [],
    mustChangePassword: false,
  };
}

export interface Deed extends Recorded {
  actor: Actor;
  /** room.verbNoun, as for a command. */
  command: string;
  /** Kept beside the entry for its time, for technical administrators. */
  caller: Caller | undefined;
}

/**
 * What is done at the door of the desk: signing in and out, one's own password and language. There is no actor with a
 * permit yet, so these are not commands; they keep to the same rule all the same: one transaction, one audit entry.
 */
export function doAtTheDoor<T>(
  database: Database,
  now: Date,
  work: (tx: Transaction) => Promise<{ deed: Deed; result: T }>,
): Promise<T> {
  return database.transaction({ as: 'system' }, async (tx) => {
    const { deed, result } = await work(tx);
    await appendAudit(tx, { ...deed, at: now });
    return result;
  });
}
