import { sql, type Transaction } from '../../platform/db/index.ts';

/** The public copies of an item stand elsewhere from now on. @returns their numbers, rising */
export async function movePublications(
  tx: Transaction,
  place: { itemId: number; sectionId: number; kind: string; slug: string },
): Promise<number[]> {
  const rows = await tx.rows<{ id: number }>(sql`update publication
    set section_id = ${place.sectionId}, kind = ${place.kind}, slug = ${place.slug}
    where item_id = ${place.itemId} and ended_at is null returning id`);
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}
