import type { Command, CommandContext, Recorded } from '../../platform/command/index.ts';
import { deskPath } from '../../platform/http/paths.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { calendarOf } from '../duties/index.ts';
import { notify } from '../notifications/index.ts';
import { type Decided, type DecideEdition, load, publish, step } from './deciding.ts';
import { workingDue } from './due-rules.ts';
import { permits } from './permits.ts';
import { findPortalFacts } from './store.ts';
import { requireMended } from './submitting.ts';
import { MOST_LIMIT_DAYS, type UrgentSetting } from './urgent-rules.ts';
import {
  decideUrgent,
  findUrgent,
  findUrgentSetting,
  insertUrgent,
  listHolders,
  saveUrgentSetting,
  stampApproval,
  type UrgentRow,
} from './urgent-store.ts';
import { urgentWords } from './urgent-words.ts';
import { withdrawEdition } from './withdrawing.ts';
import { NO_SUCH_ITEM, personIdOf } from './writing.ts';

const NOT_HERE = new Refusal('urgent-not-here', {
  vi: 'Cổng này không dùng đăng khẩn. Hãy gửi duyệt như thường, hoặc gọi cho Ban Biên tập.',
  en: 'This portal does not publish urgently. Submit as usual, or call the board.',
});

const NO_SUCH_URGENT = new Refusal('no-such-urgent', {
  vi: 'Không tìm thấy lần đăng khẩn này ở cổng của bạn.',
  en: 'This urgent publication was not found on your portal.',
});

const DECIDED = new Refusal('urgent-decided', {
  vi: 'Lần đăng khẩn này đã có quyết định, hoặc bài không còn hiện cho công chúng. Hãy tải lại trang.',
  en: 'This urgent publication has been decided already, or is public no more. Reload the page.',
});

const OWN = new Refusal('four-eyes', {
  vi: 'Bạn đã viết hoặc tự đăng bài này nên người khác trong Ban Biên tập phải duyệt.',
  en: 'You wrote or published this yourself, so another member of the board decides.',
});

/**
 * Publishes at once, with a reason, what nobody has approved. The public copy bears it, the board's clock starts, and
 * everyone who may approve is told. Nothing else becomes public without an approval.
 */
export const publishUrgent: Command<DecideEdition, Decided & { urgentId: number }> = {
  name: 'publishing.publishUrgent',
  permit: 'publishing.urgent',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now } = context;
    const personId = personIdOf(context);
    if (personId === null) throw new Error('Only a person publishes urgently.');
    const setting = await findUrgentSetting(tx, input.portalId);
    if (!setting.allowed) throw NOT_HERE;
    const loaded = await load(context, input);
    await step(context, 'publishUrgent', loaded, input.reason);
    // what was submitted has been held against the checks already
    if (loaded.edition.state === 'draft') await requireMended(context, loaded);
    const published = await publish(context, loaded, personId, now, { urgent: true });
    const { item, portal, edition } = loaded;
    const due = workingDue(await calendarOf(tx, portal.locality_id), now, setting.limitDays);
    const urgentId = await insertUrgent(tx, {
      ...{ portalId: portal.id, itemId: item.id, editionId: edition.id, publishedBy: personId, at: now },
      ...{ publicationId: published.publication.id, reason: (input.reason ?? '').trim() },
      ...{ limitDays: setting.limitDays, due },
    });
    await tellBoard(context, { portalId: portal.id, urgentId, title: edition.title, but: personId });
    context.record({
      portalId: portal.id,
      subject: { kind: 'edition', id: edition.id },
      payload: {
        ...{ itemId: item.id, urgentId, urgent: true, reason: input.reason ?? '', dueOn: due?.dueOn ?? null },
        ...published,
      },
    });
    return { itemId: item.id, state: 'published', urgentId };
  },
};

/** Those who may approve, but for whoever published. */
async function tellBoard(
  context: CommandContext,
  { portalId, urgentId, title, but }: { portalId: number; urgentId: number; title: string; but: number },
): Promise<void> {
  const roles = permits['publishing.approve'];
  const board = await listHolders(context.tx, { portalId, roles, on: civilDateOf(context.now) });
  for (const { id } of board.filter((one) => one.id !== but)) {
    await notify(context, {
      ...{ personId: id, portalId, kind: 'warning', onceKey: `publishing:urgent:${urgentId}` },
      words: { vi: urgentWords('vi').told(title), en: urgentWords('en').told(title) },
      href: urgentHref(urgentId),
    });
  }
}

export function urgentHref(urgentId: number): { vi: string; en: string } {
  return {
    vi: deskPath('vi', `/tin-bai/dang-khan/${urgentId}`),
    en: deskPath('en', `/tin-bai/dang-khan/${urgentId}`),
  };
}

export interface DecideUrgent {
  portalId: number;
  urgentId: number;
  reason?: string;
}

/** The urgent publication, open, and not the decider's own (four eyes hold afterwards as they do before). */
async function loadOpen({ tx, actor }: CommandContext, input: DecideUrgent): Promise<[UrgentRow, number]> {
  const urgent = await findUrgent(tx, input.urgentId);
  if (urgent?.portal_id !== input.portalId) throw NO_SUCH_URGENT;
  const by = personIdOf({ actor });
  if (by === null) throw new Error('Only a person decides.');
  if (urgent.decision !== null || urgent.ended_at !== null) throw DECIDED;
  if (urgent.published_by === by || urgent.writers.includes(by)) throw OWN;
  return [urgent, by];
}

/** The board approves what was published urgently; the public copy stays as it is. */
export const approveUrgent: Command<DecideUrgent, Decided> = {
  name: 'publishing.approveUrgent',
  permit: 'publishing.approve',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now } = context;
    const [urgent, by] = await loadOpen(context, input);
    const reason = (input.reason ?? '').normalize('NFC').trim() || null;
    if (!(await decideUrgent(tx, { urgentId: urgent.id, decision: 'approved', by, at: now, reason })))
      throw DECIDED;
    await stampApproval(tx, urgent.edition_id, by, now);
    context.record({
      portalId: input.portalId,
      subject: { kind: 'edition', id: urgent.edition_id },
      payload: { itemId: urgent.item_id, urgentId: urgent.id },
    });
    return { itemId: urgent.item_id, state: 'published' };
  },
};

/** The board does not approve: the item is taken down with the reason as its notice. */
export const refuseUrgent: Command<DecideUrgent, Decided> = {
  name: 'publishing.refuseUrgent',
  permit: 'publishing.approve',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now } = context;
    const [urgent, by] = await loadOpen(context, input);
    const reason = (input.reason ?? '').normalize('NFC').trim();
    const taken: Recorded[] = [];
    // the effect of taking down, recorded as what it is here
    const inside = Object.assign(Object.create(context) as CommandContext, {
      record: (entry: Recorded) => void taken.push(entry),
    });
    // whoever leads to what nobody approved does not keep it public
    await withdrawEdition.run(inside, {
      ...{ portalId: input.portalId, editionId: urgent.edition_id, reason, despiteLinks: true },
    });
    if (!(await decideUrgent(tx, { urgentId: urgent.id, decision: 'refused', by, at: now, reason })))
      throw DECIDED;
    const told = new Set([urgent.published_by, ...urgent.writers]);
    for (const personId of told) {
      await notify(context, {
        ...{
          personId,
          portalId: input.portalId,
          kind: 'warning',
          onceKey: `publishing:urgentRefused:${urgent.id}`,
        },
        words: {
          vi: urgentWords('vi').toldRefused(urgent.title),
          en: urgentWords('en').toldRefused(urgent.title),
        },
        href: urgentHref(urgent.id),
      });
    }
    context.record({
      portalId: input.portalId,
      subject: { kind: 'edition', id: urgent.edition_id },
      payload: { ...taken[0]?.payload, urgentId: urgent.id },
    });
    return { itemId: urgent.item_id, state: 'withdrawn' };
  },
};

/** Whether the portal publishes urgently, and how many working days its board then has. */
export const setUrgent: Command<UrgentSetting & { portalId: number }, void> = {
  name: 'publishing.setUrgent',
  permit: 'publishing.arrange',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, allowed, limitDays }) {
    if (!(Number.isInteger(limitDays) && limitDays >= 1 && limitDays <= MOST_LIMIT_DAYS)) {
      throw new Refusal(
        'days-unreadable',
        {
          vi: `Hãy ghi số ngày làm việc từ 1 đến ${MOST_LIMIT_DAYS}.`,
          en: `Give a number of working days from 1 to ${MOST_LIMIT_DAYS}.`,
        },
        'limitDays',
      );
    }
    const portal = await findPortalFacts(context.tx, portalId);
    if (!portal) throw NO_SUCH_ITEM;
    const before = await findUrgentSetting(context.tx, portalId);
    await saveUrgentSetting(context.tx, {
      ...{ localityId: portal.locality_id, portalId, value: { allowed, limitDays } },
      ...{ by: personIdOf(context), at: context.now },
    });
    context.record({
      portalId,
      subject: { kind: 'portal', id: portalId },
      payload: { before, after: { allowed, limitDays } },
    });
  },
};
