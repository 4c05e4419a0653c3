import type { Command } from '../../platform/command/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import { closeAccount, findGrant, takeRight } from '../accounts/index.ts';
import { notify } from '../notifications/index.ts';
import { listAdministrators } from './hand-over-store.ts';
import { permits } from './permits.ts';
import * as refusals from './refusals.ts';
import { whoOf } from './register-commands.ts';
import { reviewDueOn } from './review-rules.ts';
import * as store from './review-store.ts';
import { reviewWords } from './review-words.ts';

/** Opens the review of a portal's rights; the job does it when the time has come. */
export const openReview: Command<{ portalId: number; lastOn: string }, { reviewId: number }> = {
  name: 'staffing.openReview',
  permit: 'staffing.run',
  permits,
  portal: (input) => input.portalId,
  async run({ tx, now, record }, { portalId, lastOn }) {
    const todayOn = civilDateOf(now);
    const { reviewId, lines } = await store.insertReview(tx, {
      ...{ portalId, dueOn: reviewDueOn(lastOn), todayOn, at: now },
    });
    record({ portalId, subject: { kind: 'rightsReview', id: reviewId }, payload: { lines } });
    return { reviewId };
  },
};

export interface OnReview {
  portalId: number;
  reviewId: number;
}

export interface DecideRights extends OnReview {
  verdicts: readonly { lineId: number; verdict: 'kept' | 'taken' }[];
  note: string;
}

/**
 * The verdicts of somebody responsible, each with the moment of it: a right is kept, or taken with effect at once.
 * Nobody reviews his own.
 */
export const decideRights: Command<DecideRights, void> = {
  name: 'staffing.decideRights',
  permit: 'staffing.review',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, actor, now, record } = context;
    if (actor.kind !== 'person') throw refusals.OWN_RIGHT;
    const review = await store.findReview(tx, input.reviewId);
    if (review?.portal_id !== input.portalId) throw refusals.NO_SUCH_REVIEW;
    if (review.finished_at) throw refusals.REVIEW_FINISHED;
    const note = input.note.trim() || null;
    const lines = new Map((await store.listReviewLines(tx, review.id)).map((line) => [line.id, line]));
    const administrators = await listAdministrators(tx, actor.localityId, civilDateOf(now));
    for (const { lineId, verdict } of input.verdicts) {
      const line = lines.get(lineId);
      if (!line || line.verdict) throw refusals.NO_SUCH_REVIEW;
      if (line.person_id === actor.personId) throw refusals.OWN_RIGHT;
      const grant = await findGrant(tx, line.grant_id);
      const isLast = administrators.length === 1 && administrators[0]?.person_id === line.person_id;
      if (verdict === 'taken' && line.role === 'technicalAdmin' && isLast) throw refusals.LAST_ADMINISTRATOR;
      if (verdict === 'taken' && grant && !grant.revoked_at) await takeRight(context, grant);
      const by = actor.personId;
      await store.decideLine(tx, { lineId, reviewId: review.id, verdict, note, by, at: now });
    }
    record({
      portalId: input.portalId,
      subject: { kind: 'rightsReview', id: review.id },
      payload: { verdicts: [...input.verdicts] },
    });
  },
};

/** Every right has its verdict: the review is done, and the next six months count from here. */
export const finishReview: Command<OnReview, void> = {
  name: 'staffing.finishReview',
  permit: 'staffing.review',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, reviewId }) {
    const { tx, now, record } = context;
    const review = await store.findReview(tx, reviewId);
    if (review?.portal_id !== portalId) throw refusals.NO_SUCH_REVIEW;
    const lines = await store.listReviewLines(tx, reviewId);
    if (lines.some((line) => line.verdict === null && !line.is_gone)) throw refusals.REVIEW_OPEN_LINES;
    if ((await store.finishReview(tx, reviewId, whoOf(context), now)) !== 1) throw refusals.REVIEW_FINISHED;
    const taken = lines.filter((line) => line.verdict === 'taken').length;
    record({
      portalId,
      subject: { kind: 'rightsReview', id: reviewId },
      payload: { lines: lines.length, taken },
    });
  },
};

interface IdleOne {
  portalId: number;
  personId: number;
  /** Civil date. */
  lastUsedOn: string;
}

/** Tells somebody that his account will be closed; unread, it goes into the daily mail. */
export const warnIdle: Command<IdleOne & { days: number }, void> = {
  name: 'staffing.warnIdle',
  permit: 'staffing.run',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, personId, lastUsedOn, days }) {
    await notify(context, {
      ...{ personId, portalId, kind: 'warning' },
      words: { vi: reviewWords('vi').idleWarning(days), en: reviewWords('en').idleWarning(days) },
      href: { vi: '/ban-lam-viec/tai-khoan', en: '/en/desk/tai-khoan' },
      onceKey: `idle:${lastUsedOn}:${days}`,
    });
    context.record({ portalId, subject: { kind: 'person', id: personId }, payload: { lastUsedOn, days } });
  },
};

/**
 * Closes an account nobody has used for 45 days. The last technical administrator of the locality is never closed: those
 * who oversee it are told instead.
 */
export const closeIdle: Command<IdleOne, 'closed' | 'kept'> = {
  name: 'staffing.closeIdle',
  permit: 'staffing.run',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, personId, lastUsedOn }) {
    const { tx, actor, now, record } = context;
    const todayOn = civilDateOf(now);
    const administrators = await listAdministrators(tx, actor.localityId, todayOn);
    const isLast = administrators.length === 1 && administrators[0]?.person_id === personId;
    record({ portalId, subject: { kind: 'person', id: personId }, payload: { lastUsedOn, kept: isLast } });
    if (!isLast) {
      await closeAccount(context, personId);
      return 'closed';
    }
    const name = await store.findName(tx, personId);
    for (const watcher of await store.listWatchers(tx, actor.localityId, todayOn))
      await notify(context, {
        ...{ personId: watcher.person_id, portalId: watcher.portal_id, kind: 'warning' },
        words: { vi: reviewWords('vi').lastIdle(name), en: reviewWords('en').lastIdle(name) },
        href: { vi: '/ban-lam-viec/phan-cong', en: '/en/desk/phan-cong' },
        onceKey: `lastIdle:${personId}:${lastUsedOn}`,
      });
    return 'kept';
  },
};

export const reviewCommands = [openReview, decideRights, finishReview, warnIdle, closeIdle];
