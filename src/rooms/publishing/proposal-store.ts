import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { MediaRow } from '../media/index.ts';
import type { ProposalState } from './rules.ts';
import type { EditionContent } from './store.ts';

/** The content as it stood when it was proposed: the receiving board reads this, never the other portal's desk. */
export type Snapshot = Omit<EditionContent, 'pictureMediaId' | 'sourcePublishedAt' | 'startEventAt'> & {
  sourcePublishedAt: string | null;
  startEventAt: string | null;
  portalName: string;
  /** Missing in what was proposed before there were forms. */
  form?: string;
  writers: readonly number[];
  pictureHash: string | null;
  /** Facts of every file it shows, so that the receiving portal's library can hold them too. */
  files: readonly MediaFacts[];
};

/** What a picture or file is, whichever library holds it. */
export type MediaFacts = Pick<MediaRow, 'hash' | 'name' | 'type' | 'size_bytes' | 'width' | 'height'>;

/** Enters a file that the store already holds into a portal's library; does nothing when it is there. */
export async function adoptMedia(
  tx: Transaction,
  portalId: number,
  file: MediaFacts,
  personId: number,
  now: Date,
): Promise<number> {
  const known = await tx.find<{ id: number }>(
    sql`select id from media where portal_id = ${portalId} and hash = ${file.hash} order by id limit 1`,
  );
  if (known) return known.id;
  const row = await tx.get<{ id: number }>(sql`insert into media
    (portal_id, hash, name, type, size_bytes, width, height, uploaded_by, uploaded_at)
    values (${portalId}, ${file.hash}, ${file.name}, ${file.type}, ${file.size_bytes}, ${file.width}, ${file.height},
      ${personId}, ${now}) returning id`);
  return row.id;
}

export interface ProposalRow {
  id: number;
  locality_id: number;
  from_portal_id: number;
  to_portal_id: number;
  item_id: number;
  edition_id: number;
  language: Lang;
  snapshot: Snapshot;
  note: string;
  checked_by: number;
  state: ProposalState;
  proposed_by: number;
  proposed_at: Date;
  decided_at: Date | null;
  reason: string | null;
  created_item_id: number | null;
}

const PROPOSAL = sql`id, locality_id, from_portal_id, to_portal_id, item_id, edition_id, language, snapshot, note,
  checked_by, state, proposed_by, proposed_at, decided_at, reason, created_item_id`;

/** @returns undefined when a proposal of the item to that portal is still open. */
export async function insertProposal(
  tx: Transaction,
  p: {
    localityId: number;
    fromPortalId: number;
    toPortalId: number;
    itemId: number;
    editionId: number;
    language: Lang;
    snapshot: Snapshot;
    note: string;
    checkedBy: number;
    proposedBy: number;
    now: Date;
  },
): Promise<number | undefined> {
  const row = await tx.find<{ id: number }>(sql`insert into proposal
    (locality_id, from_portal_id, to_portal_id, item_id, edition_id, language, snapshot, note, checked_by, state,
     proposed_by, proposed_at)
    values (${p.localityId}, ${p.fromPortalId}, ${p.toPortalId}, ${p.itemId}, ${p.editionId}, ${p.language},
      ${JSON.stringify(p.snapshot)}::jsonb, ${p.note}, ${p.checkedBy}, 'proposed', ${p.proposedBy}, ${p.now})
    on conflict (item_id, language, to_portal_id) where state = 'proposed' do nothing
    returning id`);
  return row?.id;
}

export function lockProposal(tx: Transaction, id: number): Promise<ProposalRow | undefined> {
  return tx.find(sql`select ${PROPOSAL} from proposal where id = ${id} for update`);
}

export function findProposal(db: Queryable, id: number): Promise<ProposalRow | undefined> {
  return db.find(sql`select ${PROPOSAL} from proposal where id = ${id}`);
}

export async function decideProposal(
  tx: Transaction,
  id: number,
  decision: {
    state: ProposalState;
    personId: number;
    at: Date;
    reason: string | null;
    createdItemId: number | null;
  },
): Promise<void> {
  await tx.run(sql`update proposal set state = ${decision.state}, decided_by = ${decision.personId},
      decided_at = ${decision.at}, reason = ${decision.reason}, created_item_id = ${decision.createdItemId}
    where id = ${id}`);
}

/** Proposals to or from the given portals, the open ones first. */
export function listProposals(
  db: Queryable,
  filter: {
    portalIds: readonly number[];
    side: 'from' | 'to';
    states: readonly ProposalState[];
    limit: number;
  },
): Promise<ProposalRow[]> {
  const portals = `{${filter.portalIds.join(',')}}`;
  const states = `{${filter.states.join(',')}}`;
  const side = filter.side === 'from' ? sql`from_portal_id` : sql`to_portal_id`;
  return db.rows(sql`select ${PROPOSAL} from proposal
    where ${side} = any (${portals}::bigint[]) and state = any (${states}::text[])
    order by proposed_at desc, id desc limit ${filter.limit}`);
}

/** The live public copy of an item, which is what may be proposed. */
export function findLivePublication(
  db: Queryable,
  itemId: number,
  language: Lang,
): Promise<{ id: number; edition_id: number; portal_id: number } | undefined> {
  return db.find(sql`select id, edition_id, portal_id from publication
    where item_id = ${itemId} and language = ${language} and ended_at is null`);
}

/** Proposals made of an item, the latest first. */
export function listItemProposals(db: Queryable, itemId: number): Promise<ProposalRow[]> {
  return db.rows(sql`select ${PROPOSAL} from proposal where item_id = ${itemId} order by id desc limit 50`);
}
