/** What only drafts have: the saves they were begun from, who has them open, and what they may lead to. */
import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { EditionContent } from './store.ts';

/** Longer than a weekend at one open form nobody writes. */
const KEPT_MS = 3 * 86_400_000;
/** Whoever was not heard of for this long has closed the editor. */
const PRESENT_MS = 60_000;

/** Keeps a draft as it stands, before it is saved over, for who began from it. */
export async function keepSave(
  tx: Transaction,
  save: { portalId: number; editionId: number; version: number; savedBy: number | null; savedAt: Date },
  content: EditionContent,
  now: Date,
): Promise<void> {
  await tx.run(sql`insert into edition_save (portal_id, edition_id, version, content, saved_by, saved_at)
    values (${save.portalId}, ${save.editionId}, ${save.version}, ${JSON.stringify(content)}::jsonb, ${save.savedBy},
      ${save.savedAt}) on conflict (edition_id, version) do nothing`);
  await tx.run(sql`delete from edition_save where portal_id = ${save.portalId}
    and saved_at < ${new Date(now.getTime() - KEPT_MS)} and edition_id <> ${save.editionId}`);
}

/** The content a writer began from; undefined when it is too long ago. */
export async function findSave(
  db: Queryable,
  editionId: number,
  version: number,
): Promise<EditionContent | undefined> {
  const row = await db.find<{ content: StoredContent }>(
    sql`select content from edition_save where edition_id = ${editionId} and version = ${version}`,
  );
  if (!row) return undefined;
  const { content } = row;
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  return {
    ...content,
    sourcePublishedAt: instant(content.sourcePublishedAt),
    startEventAt: instant(content.startEventAt),
  };
}

type StoredContent = Omit<EditionContent, 'sourcePublishedAt' | 'startEventAt'> & {
  sourcePublishedAt: string | null;
  startEventAt: string | null;
};

/** Says that a person has the editor open, or has left it. */
export async function notePresence(
  tx: Transaction,
  place: { portalId: number; editionId: number; personId: number },
  now: Date,
  isLeaving: boolean,
): Promise<void> {
  const { portalId, editionId, personId } = place;
  const old = new Date(now.getTime() - PRESENT_MS);
  await tx.run(sql`delete from edition_presence where edition_id = ${editionId}
    and (seen_at < ${old} or (${isLeaving}::boolean and person_id = ${personId}))`);
  if (isLeaving) return;
  await tx.run(sql`insert into edition_presence (portal_id, edition_id, person_id, seen_at)
    values (${portalId}, ${editionId}, ${personId}, ${now})
    on conflict (edition_id, person_id) do update set seen_at = excluded.seen_at`);
}

/** Who else has the editor open. */
export function listPresent(
  db: Queryable,
  editionId: number,
  personId: number,
  now: Date,
): Promise<{ full_name: string }[]> {
  return db.rows(sql`select p.full_name from edition_presence e join person p on p.id = e.person_id
    where e.edition_id = ${editionId} and e.person_id <> ${personId}
      and e.seen_at > ${new Date(now.getTime() - PRESENT_MS)}
    order by p.full_name limit 10`);
}

/** A published item a text may lead to. */
export interface LinkTarget {
  item_id: number;
  portal_id: number;
  title: string;
  published_at: Date;
}

/** Published items of a locality by words of the title or by number: those of the portal first. */
export function listLinkTargets(
  db: Queryable,
  filter: { localityId: number; portalId: number; language: Lang; text: string; limit: number },
): Promise<LinkTarget[]> {
  const text = `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`;
  const number = /^\d{1,15}$/.test(filter.text) ? Number(filter.text) : null;
  return db.rows(sql`select item_id, portal_id, title, published_at from publication
    where locality_id = ${filter.localityId} and language = ${filter.language} and ended_at is null
      and (vi_fold(title) like vi_fold(${text}) or item_id = ${number}::bigint)
    order by portal_id = ${filter.portalId} desc, published_at desc limit ${filter.limit}`);
}
