import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DutyVariant } from '../../rules/profile/index.ts';
import type { EventRow, InquiryRow } from './store.ts';

/** What one may ask about one's own data (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 Đ4), in the order of the article. */
export const RIGHTS = ['view', 'correct', 'withdraw', 'restrict', 'object', 'delete'] as const;
export type Right = (typeof RIGHTS)[number];

/** The class whose time applies (NĐ 356/2025 Đ5), and whether the asker must say what exactly he wants. */
export const RIGHT_RULES: Readonly<Record<Right, { variant: DutyVariant; needsText: boolean }>> = {
  view: { variant: 'access', needsText: false },
  correct: { variant: 'access', needsText: true },
  withdraw: { variant: 'restriction', needsText: false },
  restrict: { variant: 'restriction', needsText: false },
  object: { variant: 'restriction', needsText: true },
  delete: { variant: 'deletion', needsText: false },
};

// Who one is ------------------------------------------------------------------------------------------

/** By what somebody showed that the data are his: the code of one inquiry, or the address many were sent from. */
export interface Proof {
  localityId: number;
  by: 'code' | 'mail';
  /** Keyed digest of the code or of the address. */
  digest: string;
}

/** What the browser of somebody who showed who he is carries, sealed. */
export interface Pass extends Proof {
  until: Date;
}

/** Long enough to read, print and write a request; short enough for a shared computer. */
export const PASS_MOST_MS = 30 * 60_000;

export function writePass({ until, ...proof }: Pass): string {
  return JSON.stringify({ ...proof, until: until.getTime() });
}

/** @returns undefined when it has run out, or is of another locality */
export function readPass(text: string, localityId: number, now: Date): Pass | undefined {
  const { until, ...proof } = JSON.parse(text) as Proof & { until: number };
  if (proof.localityId !== localityId || until <= now.getTime()) return undefined;
  return { ...proof, until: new Date(until) };
}

/** What the link in a mail says: whoever opens it reads the mail of that address. */
export interface OwnDataLink {
  localityId: number;
  /** Keyed digest of the address. */
  mailDigest: string;
  issuedAt: Date;
  /** Chosen by chance: no two links are the same. */
  random: string;
}

export const LINK_MOST_MS = 30 * 60_000;
export const LINK_RANDOM_BYTES = 16;

function sign(secretKey: Buffer, body: string): string {
  return createHmac('sha256', secretKey).update(`own-data:${body}`).digest('base64url');
}

export function writeLink(
  secretKey: Buffer,
  { localityId, mailDigest, issuedAt, random }: OwnDataLink,
): string {
  const body = [localityId, mailDigest, issuedAt.getTime(), random].join('.');
  return `${body}.${sign(secretKey, body)}`;
}

const WRITTEN = /^((\d{1,15})\.([\w-]{43})\.(\d{1,15})\.([\w-]{10,64}))\.([\w-]{43})$/;

/** The link, if it is one of ours, of this locality, and not too old. */
export function readLink(
  secretKey: Buffer,
  text: string,
  { localityId, now }: { localityId: number; now: Date },
): OwnDataLink | undefined {
  const [, body = '', locality = '', mailDigest = '', at = '', random = '', given = ''] =
    WRITTEN.exec(text) ?? [];
  const right = Buffer.from(sign(secretKey, body));
  const theirs = Buffer.from(given);
  if (theirs.length !== right.length || !timingSafeEqual(theirs, right)) return undefined;
  const link = { localityId: Number(locality), mailDigest, issuedAt: new Date(Number(at)), random };
  const ageMs = now.getTime() - link.issuedAt.getTime();
  return link.localityId === localityId && ageMs >= 0 && ageMs <= LINK_MOST_MS ? link : undefined;
}

/** At most one mail to one person in so long, however often a stranger types his address. */
const LINK_SLOT_MS = 10 * 60_000;

export function linkSlot(now: Date): number {
  return Math.floor(now.getTime() / LINK_SLOT_MS);
}

// Who was given it ------------------------------------------------------------------------------------

/** One body that was given the data, when and by which step (BG-028). */
export interface Given {
  at: Date;
  move: EventRow['move'];
  /** A portal of the locality … */
  portalId?: number;
  /** … or a body outside, by the name that was written down. */
  outside?: string;
}

const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : []);

/** The ledger of recipients, from the history: nothing is handed on without a step. */
export function recipientsOf(
  row: Pick<InquiryRow, 'received_portal_id' | 'received_at'>,
  events: readonly Pick<EventRow, 'move' | 'facts' | 'at'>[],
): Given[] {
  const first: Given = { at: row.received_at, move: 'receive', portalId: row.received_portal_id };
  const later = events.flatMap(({ move, facts, at }): Given[] => {
    if (move === 'forward' || move === 'follow') return [{ at, move, portalId: Number(facts.toPortalId) }];
    if (move === 'askBodies') return numbers(facts.portalIds).map((portalId) => ({ at, move, portalId }));
    if (move === 'sendOut') return [{ at, move, outside: String(facts.body) }];
    return [];
  });
  return [first, ...later];
}

/** Those who must hear of a correction: everyone who was given the data but the body that corrects them. */
export function toBeTold(
  given: readonly Given[],
  ownPortalId: number,
): { portalIds: number[]; outside: string[] } {
  const portalIds = new Set(given.flatMap(({ portalId }) => portalId ?? []));
  portalIds.delete(ownPortalId);
  return { portalIds: [...portalIds], outside: [...new Set(given.flatMap(({ outside }) => outside ?? []))] };
}
