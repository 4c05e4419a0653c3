import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';

export interface CaptionRow {
  media_id: number;
  caption_media_id: number;
  language: string;
  label: string;
  hash: string;
  name: string;
}

/** The captions of these films and recordings. */
export function listCaptions(db: Queryable, mediaIds: readonly number[]): Promise<CaptionRow[]> {
  return db.rows(sql`select c.media_id, c.caption_media_id, c.language, c.label, m.hash, m.name
    from media_caption c join media m on m.id = c.caption_media_id
    where c.media_id = any (${`{${mediaIds.join(',')}}`}::bigint[]) order by c.media_id, c.language limit 1000`);
}

/** One file of captions a language; a new one takes the place of the old. */
export async function saveCaption(
  tx: Transaction,
  caption: { portalId: number; mediaId: number; captionMediaId: number; language: string; label: string },
): Promise<void> {
  await tx.run(sql`insert into media_caption (media_id, portal_id, caption_media_id, language, label)
    values (${caption.mediaId}, ${caption.portalId}, ${caption.captionMediaId}, ${caption.language}, ${caption.label})
    on conflict (media_id, language) do update
      set caption_media_id = excluded.caption_media_id, label = excluded.label`);
}

export async function dropCaption(tx: Transaction, mediaId: number, language: string): Promise<number> {
  return tx.run(sql`delete from media_caption where media_id = ${mediaId} and language = ${language}`);
}
