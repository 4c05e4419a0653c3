import { sql, type Transaction } from '../../src/platform/db/index.ts';

/** A file of a portal in a folder of its library, with all that belongs to it, bearing the portal's mark. */
export async function hideMedia(
  tx: Transaction,
  portalId: number,
  mark: string,
): Promise<{ mediaId: number; folderId: number }> {
  const hash = '0'.repeat(60) + String(portalId).padStart(4, '0');
  const media = await tx.get<{
    id: number;
  }>(sql`insert into media (portal_id, hash, name, type, size_bytes, uploaded_at)
    values (${portalId}, ${hash}, ${`${mark} tep.txt`}, 'text/plain', 3, now()) returning id`);
  const folder = await tx.get<{ id: number }>(sql`insert into media_folder (portal_id, name, created_at)
    values (${portalId}, ${`${mark} thư mục`}, now()) returning id`);
  await tx.run(
    sql`update media set description = ${`${mark} lời mô tả`}, folder_id = ${folder.id} where id = ${media.id}`,
  );
  await tx.run(sql`insert into media_rendition (portal_id, base_hash, shape, width, format, hash, size_bytes, made_at)
    values (${portalId}, ${hash}, 'card', 480, 'webp', ${hash}, 3, now())`);
  await tx.run(
    sql`insert into media_hold (portal_id, hash, why, since) values (${portalId}, ${hash}, 'waiting', now())`,
  );
  await tx.run(sql`insert into media_caption (media_id, portal_id, caption_media_id, language, label)
    values (${media.id}, ${portalId}, ${media.id}, 'vi', 'Tiếng Việt')`);
  return { mediaId: media.id, folderId: folder.id };
}
