import { type Queryable, sql } from '../../platform/db/index.ts';

/** Something that shows or links a file. */
export interface FileUse {
  kind: 'public' | 'draft' | 'proposal' | 'captions' | 'poster' | 'emblem';
  /** The item on the desk, for items; the other file, for captions and posters; the portal, for its emblem. */
  id: number;
  title: string;
  language: string;
}

/** More are not told one by one. */
const MOST_USES = 100;

/**
 * What shows or links a file of a portal now: public copies, editions that are being written or wait, proposals, films it is
 * the captions or the poster of, and the head of the portal.
 */
export function listUses(
  db: Queryable,
  { id, portal_id, hash }: { id: number; portal_id: number; hash: string },
): Promise<FileUse[]> {
  const inside = `%${hash}%`;
  return db.rows(sql`
    select 'public' as kind, p.item_id as id, p.title, p.language from publication p
      where p.portal_id = ${portal_id} and p.ended_at is null
        and exists (select from publication_file f where f.publication_id = p.id and f.hash = ${hash})
    union all
    select 'draft', e.item_id, e.title, e.language from edition e
      where e.portal_id = ${portal_id} and e.state in ('draft', 'submitted', 'checked', 'scheduled')
        and (e.picture_media_id = ${id} or e.attachments::text like ${inside} or e.body_html like ${inside}
          or e.facts::text like ${inside})
    union all
    select 'proposal', r.id, r.snapshot ->> 'title', r.language from proposal r
      where r.from_portal_id = ${portal_id} and r.state = 'proposed' and r.snapshot::text like ${inside}
    union all
    select 'captions', m.id, m.name, c.language from media_caption c join media m on m.id = c.media_id
      where c.caption_media_id = ${id} and m.removed_at is null
    union all
    select 'poster', m.id, m.name, '' from media m where m.poster_media_id = ${id} and m.removed_at is null
    union all
    select 'emblem', g.portal_id, n.name_vi, '' from portal_emblem g join portal p on p.id = g.portal_id
      join body_name n on n.body_id = p.body_id and n.valid_to is null
      where g.media_id = ${id}
    order by kind desc, id limit ${MOST_USES}`);
}
