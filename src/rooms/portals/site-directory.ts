import type { Database } from '../../platform/db/index.ts';
import type { Site } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { type HostRow, listHosts } from './store.ts';

/** Purged by every command that changes a host name or opens a portal. */
export const HOSTS_KEY = 'hosts';

export type Found = { kind: 'site'; site: Site } | { kind: 'moved'; origin: string } | undefined;

export interface SiteDirectory {
  /** What a Host header leads to: a portal, the address a retired name moved to, or nothing. */
  find(hostHeader: string): Promise<Found>;
  /** To be called with purged keys; forgets the table when host names changed. */
  forget(keys: readonly string[] | undefined): void;
}

/** The table of host names, kept in memory; the last one known serves while the database is away. */
export function createSiteDirectory(database: Database, settings: Ports['settings']): SiteDirectory {
  let hosts: Map<string, HostRow> | undefined;
  let outdated = true;
  let loading: Promise<Map<string, HostRow>> | undefined;

  const load = async () => {
    try {
      const rows = await database.publicly(listHosts);
      hosts = new Map(rows.map((row) => [row.host, row]));
      outdated = false;
      return hosts;
    } catch (error) {
      if (hosts) return hosts;
      throw error;
    } finally {
      loading = undefined;
    }
  };
  const table = async () => {
    if (hosts && !outdated) return hosts;
    loading ??= load();
    return loading;
  };

  return {
    async find(hostHeader) {
      const row = (await table()).get(settings.lawfulHost(hostHeader));
      if (!row) return undefined;
      const origin = settings.originOf(row.canonical_host);
      if (row.state === 'retired' || !row.is_canonical) return { kind: 'moved', origin };
      return {
        kind: 'site',
        site: {
          localityId: row.locality_id,
          localityCode: row.locality_code,
          portalId: row.portal_id,
          isMain: row.is_main,
          origin,
          mainOrigin: settings.originOf(row.main_host),
        },
      };
    },
    forget(keys) {
      if (!keys || keys.includes(HOSTS_KEY)) outdated = true;
    },
  };
}
