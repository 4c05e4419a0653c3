import { sql } from '../../platform/db/index.ts';
import type { SealedTable } from '../../platform/seal/tables.ts';
import { placeOf } from './rules.ts';

/** Mails that are still kept. */
export const SEALED_TABLES: readonly SealedTable[] = [
  {
    name: 'mail_message',
    async list(db, afterId, limit) {
      const rows = await db.rows<{ id: number; dedupe_key: string; content: string }>(
        sql`select id, dedupe_key, content from mail_message where id > ${afterId} and content is not null
          order by id limit ${limit}`,
      );
      return rows.map(({ id, dedupe_key, content }) => ({
        id,
        fields: [{ column: 'content', sealed: content, place: placeOf(dedupe_key) }],
      }));
    },
  },
];
