import type { Command } from '../../platform/command/index.ts';
import { deskPath } from '../../platform/http/paths.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Machine } from '../../rules/access/index.ts';
import { addDays, civilDateOf, formatDate } from '../../rules/calendar/index.ts';
import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { notify } from '../notifications/index.ts';
import { expireItem } from './expiring.ts';
import {
  listAnswerable,
  listDueToExpire,
  listReviews,
  type ReviewRow,
  saveReminded,
} from './expiry-store.ts';
import { REMIND_DAYS, type ReviewStage, reviewStageOf } from './life-rules.ts';
import { permits } from './permits.ts';

/** As many as one run takes; the next takes the rest. */
const MOST_AT_ONCE = 200;

/** Takes off line what has come to its moment. Safe to run twice: what went off line is not due any more. */
export const expireDue: JobDefinition<Ports> = {
  name: 'publishing.expireDue',
  retryLimit: 5,
  cron: '* * * * *',
  async run(ports) {
    const due = await ports.database.transaction({ as: 'system' }, (tx) =>
      listDueToExpire(tx, ports.now(), MOST_AT_ONCE),
    );
    const failed: unknown[] = [];
    for (const { item_id: itemId, portal_id: portalId, locality_id: localityId } of due) {
      const machine: Machine = { kind: 'machine', name: 'publishing.expireDue', localityId };
      try {
        await ports.perform(machine, expireItem, { portalId, itemId });
      } catch (cause) {
        // another node was quicker
        if (cause instanceof Refusal && cause.code === 'not-due') continue;
        failed.push(new Error(`Item ${itemId} could not be taken off line at its moment`, { cause }));
      }
    }
    if (failed.length > 0) throw new AggregateError(failed, `${failed.length} of ${due.length} items`);
  },
};

interface RemindOfReviews {
  portalId: number;
  reviews: readonly { row: ReviewRow; stage: ReviewStage }[];
}

/** Those who answer for the content of a portal: who set the day is told besides. */
const ANSWERABLE = ['contentAdmin', 'boardMember', 'head'];

const STAGE_WORDS: Record<ReviewStage, (title: string, day: Words) => Words> = {
  early: (title, day) => ({
    vi: `Cần rà soát “${title}” trước ngày ${day.vi}.`,
    en: `“${title}” is to be reviewed by ${day.en}.`,
  }),
  soon: (title, day) => ({
    vi: `Sắp đến hạn rà soát “${title}”: ${day.vi}.`,
    en: `The review of “${title}” is due soon: ${day.en}.`,
  }),
  overdue: (title, day) => ({
    vi: `Quá hạn rà soát “${title}”, hạn là ${day.vi}.`,
    en: `The review of “${title}” is overdue since ${day.en}.`,
  }),
};

/** Tells who answers for an item that its day of review comes, once for each stage. */
export const remindOfReviews: Command<RemindOfReviews, void> = {
  name: 'publishing.remindOfReviews',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, reviews }) {
    const { tx, now } = context;
    const answerable = await listAnswerable(tx, portalId, ANSWERABLE, civilDateOf(now));
    for (const { row, stage } of reviews) {
      const key = `${row.review_on}:${stage}`;
      const day = {
        vi: formatDate(row.review_on, 'vi', 'short'),
        en: formatDate(row.review_on, 'en', 'short'),
      };
      const people = new Set([...(row.set_by === null ? [] : [row.set_by]), ...answerable]);
      for (const personId of people)
        await notify(context, {
          ...{ personId, portalId, kind: stage === 'early' ? 'news' : 'warning' },
          words: STAGE_WORDS[stage](row.title, day),
          href: lifeHref(row.item_id),
          onceKey: `publishing:review:${row.item_id}:${key}`,
        });
      await saveReminded(tx, row.item_id, key);
    }
    context.record({
      portalId,
      subject: { kind: 'portal', id: portalId },
      payload: { reminded: reviews.map(({ row, stage }) => [row.item_id, stage]) },
    });
  },
};

const lifeHref = (itemId: number): Words => ({
  vi: deskPath('vi', `/tin-bai/${itemId}/vong-doi`),
  en: deskPath('en', `/tin-bai/${itemId}/vong-doi`),
});

/** Every morning: what is to be looked at again within two weeks is said once for each stage. */
export const remindReviews: JobDefinition<Ports> = {
  name: 'publishing.remindReviews',
  retryLimit: 3,
  cron: '15 7 * * *',
  async run(ports) {
    const today = civilDateOf(ports.now());
    const [early] = REMIND_DAYS;
    const rows = await ports.database.transaction({ as: 'system' }, (tx) =>
      listReviews(tx, { until: addDays(today, early), limit: 5_000 }),
    );
    const byPortal = new Map<number, RemindOfReviews & { localityId: number }>();
    for (const row of rows) {
      const stage = reviewStageOf(row.review_on, today);
      if (!stage || row.reminded === `${row.review_on}:${stage}`) continue;
      const { portal_id: portalId, locality_id: localityId } = row;
      const one = byPortal.get(portalId) ?? { portalId, localityId, reviews: [] };
      byPortal.set(portalId, { ...one, reviews: [...one.reviews, { row, stage }] });
    }
    for (const { localityId, ...found } of byPortal.values()) {
      const machine: Machine = { kind: 'machine', name: 'publishing.remindReviews', localityId };
      await ports.perform(machine, remindOfReviews, found);
    }
  },
};
