import { AsyncLocalStorage } from 'node:async_hooks';
import type { Sql } from 'sql-template-tag';
import type { Queryable, Scope } from './types.ts';

export interface Outcome {
  rows: unknown[];
  affected: number;
}

/** Turns one way of running a statement into the four ways rooms read. */
export function queryable(execute: (query: Sql) => Promise<Outcome>): Queryable {
  const rows = async <T>(query: Sql) => (await execute(query)).rows as T[];
  const find = async <T>(query: Sql) => {
    const found = await rows<T>(query);
    if (found.length > 1) throw new Error(`Expected at most one row, got ${found.length}: ${query.text}`);
    return found[0];
  };
  return {
    rows,
    find,
    get: async <T>(query: Sql) => {
      const row = await find<T>(query);
      if (row === undefined) throw new Error(`Expected one row, got none: ${query.text}`);
      return row;
    },
    run: async (query) => (await execute(query)).affected,
  };
}

const roleOf = { staff: 'cong_lang_app', system: 'cong_lang_system' } as const;

/** The one statement that sets who asks; local to the transaction. */
export function scopeStatement(scope: Scope): { text: string; values: unknown[] } {
  const staff = scope.as === 'staff' ? scope : undefined;
  return {
    text: `select set_config('role', $1, true), set_config('app.portals', $2, true),
      set_config('app.locality', $3, true), set_config('app.person', $4, true)`,
    values: [
      roleOf[scope.as],
      staff ? `{${staff.portalIds.join(',')}}` : '',
      staff ? String(staff.localityId) : '',
      staff ? String(staff.personId) : '',
    ],
  };
}

export const ALSO_SEE = `select set_config('app.portals',
  array_append(app_portals(), $1::bigint)::text, true)`;

/** `date` stays the civil date it is; a JavaScript Date would put a time zone into it. */
export const OID = { int8: 20, date: 1082, int8Array: 1016 } as const;

export function parseInt8(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`Number out of range: ${value}`);
  return number;
}

const inside = new AsyncLocalStorage<{ holds: boolean }>();

/**
 * Runs what holds a connection, unless the same piece of work holds one already: waiting for a second one while holding the
 * first is for ever where there is one, and for ever under load where there are ten. What was begun inside and goes on
 * after the end (a timer, a worker that was woken) may ask.
 */
export async function holdingOne<T>(work: () => Promise<T>): Promise<T> {
  if (inside.getStore()?.holds)
    throw new Error(
      'The database is asked inside a transaction by another way than its own: read before, or pass it on.',
    );
  const own = { holds: true };
  try {
    return await inside.run(own, work);
  } finally {
    own.holds = false;
  }
}

/** Calls a listener that hears of a transaction while it ends, and is no part of it. */
export function outside<A extends unknown[]>(listener: (...told: A) => void): (...told: A) => void {
  return (...told) => inside.exit(() => listener(...told));
}

export const PURGE_CHANNEL = 'cong_lang_purge';

/** Closing twice does no harm. */
export function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => {
    closing ??= close();
    return closing;
  };
}
