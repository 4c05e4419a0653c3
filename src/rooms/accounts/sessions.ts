import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../../platform/db/index.ts';
import type { Person } from '../../rules/access/index.ts';
import { idleLimitOf, SESSION_LIMIT_MS } from './rules.ts';
import { hasTwoFactors, isAdministrator, secondFactorDueAt } from './second-factor-rules.ts';
import { findSession, type SessionRow, touchSession } from './secrets-store.ts';
import { readRights } from './store.ts';

/** Holds for one host and ends with the browser; there is no "remember me" (LX-016). */
export const SESSION_COOKIE = 'phien';

/** Writing the last-seen time at every click would make every page a write; the limits are minutes. */
const SEEN_EVERY_MS = 20_000;

/** What the database keeps of a token: whoever reads the table cannot sign in with it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** 256 bits from the system's generator, for a session or an invitation. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The person behind a session token at a host of the locality, or undefined when there is none: it was ended, idled
 * out, is older than a working day, the account is closed, or belongs to another locality (LC-124). Rights are read anew each time, so what is revoked or has run out is gone
 * with the next click, and the idle limit follows the roles of today. `key`: what the form tokens of this session
 * are made from. Who became an administrator since signs in anew: the session was not made for such rights.
 *
 * @param todayOn the civil date of `now`
 * @param graceDays days until a second factor is due; undefined: never
 */
export async function findSignedIn(
  database: Database,
  token: string | undefined,
  localityId: number,
  now: Date,
  todayOn: string,
  graceDays?: number,
): Promise<{ person: Person; key: string } | undefined> {
  if (!token) return undefined;
  const key = hashToken(token);
  return database.transaction({ as: 'system' }, async (tx) => {
    const row = await findSession(tx, key, localityId, now, new Date(now.getTime() - SESSION_LIMIT_MS));
    if (!row) return undefined;
    const rights = await readRights(tx, row.person_id, row.locality_id, todayOn);
    const idleMs = now.getTime() - row.last_seen_at.getTime();
    const roles = rights.grants.map((grant) => grant.role);
    const idleLimitMs = idleLimitOf(roles);
    if (idleMs >= idleLimitMs) return undefined;
    const isAdmin = isAdministrator(roles);
    if (isAdmin && row.is_administrator === false) return undefined;
    // a second factor set up elsewhere holds for every session at once
    if (row.has_second_factor && !hasTwoFactors(row.factors)) return undefined;
    if (idleMs > SEEN_EVERY_MS) await touchSession(tx, key, now);
    const person: Person = {
      kind: 'person',
      personId: row.person_id,
      localityId: row.locality_id,
      fullName: row.full_name,
      username: row.username,
      language: row.language,
      ...rights,
      mustChangePassword: row.must_change_password,
      mustSetSecondFactor: isSecondFactorDue(row, isAdmin, now, graceDays),
      session: {
        id: row.id,
        hasTwoFactors: hasTwoFactors(row.factors),
        isByProvider: row.factors.startsWith('provider'),
        provedAt: row.proved_at ?? undefined,
        idleLimitMs,
        endsAt: new Date(row.created_at.getTime() + SESSION_LIMIT_MS),
      },
    };
    return { person, key };
  });
}

/** The grace of an administrator is over, and neither he nor the provider he came by has a second factor. */
function isSecondFactorDue(
  row: SessionRow,
  isAdmin: boolean,
  now: Date,
  graceDays: number | undefined,
): boolean {
  const dueAt = secondFactorDueAt(
    {
      isAdministrator: isAdmin,
      hasSecondFactor: row.has_second_factor || hasTwoFactors(row.factors),
      askedAt: row.second_factor_asked_at,
    },
    graceDays,
  );
  return dueAt !== undefined && dueAt <= now;
}
