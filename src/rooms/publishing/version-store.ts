import { type Queryable, type Sql, sql } from '../../platform/db/index.ts';
import type { EditionContent } from './store.ts';

/** What an edition was after a save, as the database keeps it; instants are text. */
export type KeptContent = Omit<EditionContent, 'sourcePublishedAt' | 'startEventAt'> & {
  sourcePublishedAt: string | null;
  startEventAt: string | null;
};

export interface VersionRow {
  id: number;
  edition_id: number;
  number: number;
  content: KeptContent;
  saved_by_name: string | null;
  saved_at: Date;
  submitted_at: Date | null;
}

const VERSION: Sql = sql`v.id, v.edition_id, v.number, v.content, p.full_name as saved_by_name, v.saved_at, v.submitted_at
  from edition_version v left join person p on p.id = v.saved_by`;

/** Versions of an edition, the newest first. */
export function listVersions(db: Queryable, editionId: number): Promise<VersionRow[]> {
  return db.rows(sql`select ${VERSION} where v.edition_id = ${editionId} order by v.id desc limit 200`);
}

export function findVersion(db: Queryable, versionId: number): Promise<VersionRow | undefined> {
  return db.find(sql`select ${VERSION} where v.id = ${versionId}`);
}
