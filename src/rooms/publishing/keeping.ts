import type { Command, CommandContext } from '../../platform/command/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { type ExpiresAs, saveDefaultExpiry } from './expiry-store.ts';
import { findKeeping, saveKeeping } from './keeping-store.ts';
import { permits } from './permits.ts';
import { personIdOf } from './writing.ts';

/** How long a portal keeps things: on line by section, and in the archive. Where a text says it, the text is named. */
export interface Keeping {
  /** By section: days on line from publication, and what stands there afterwards. */
  lifetimes: Record<string, { days: number; as: ExpiresAs }>;
  /** Of archive copies; years null: for good. `source`: the text or decision it follows (LX Đ21.1, LC Đ29.5, QN Đ9.2). */
  retention: { years: number | null; source: string };
}

/** What holds where a portal has set nothing: nothing goes off line by itself, and nothing is thrown away. */
export const NOTHING_SET: Keeping = { lifetimes: {}, retention: { years: null, source: '' } };

const MAX_DAYS = 36_500;
const MAX_YEARS = 200;

export interface SetKeeping {
  portalId: number;
  keeping: Keeping;
}

/** Sets how long a portal keeps things. Times on line hold for what is published from now on. */
export const setKeeping: Command<SetKeeping, void> = {
  name: 'publishing.setKeeping',
  permit: 'publishing.keep',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, keeping }) {
    const { tx, now } = context;
    for (const { days } of Object.values(keeping.lifetimes))
      if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS)
        throw new Refusal(
          'days-unreadable',
          {
            vi: 'Hãy ghi số ngày, ví dụ 30, hoặc để trống.',
            en: 'Give a number of days, for example 30, or leave it empty.',
          },
          'days',
        );
    const { years, source } = keeping.retention;
    if (years !== null && (!Number.isInteger(years) || years < 1 || years > MAX_YEARS))
      throw new Refusal(
        'years-unreadable',
        {
          vi: 'Hãy ghi số năm, ví dụ 10, hoặc để trống để giữ vĩnh viễn.',
          en: 'Give a number of years, for example 10, or leave it empty to keep for good.',
        },
        'years',
      );
    if (years !== null && source.trim() === '')
      throw new Refusal(
        'source-missing',
        {
          vi: 'Thời hạn lưu phải có căn cứ. Hãy ghi văn bản quy định thời hạn ấy.',
          en: 'A time of keeping needs its ground. Name the text that sets it.',
        },
        'source',
      );
    const kept = {
      ...keeping,
      retention: { years, source: source.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 300) },
    };
    await saveKeeping(tx, { portalId, keeping: kept, by: personIdOf(context), at: now });
    context.record({
      portalId,
      subject: { kind: 'portal', id: portalId },
      payload: { lifetimes: kept.lifetimes, retentionYears: years, source: kept.retention.source },
    });
  },
};

const DAY_MS = 86_400_000;

/** Starts the time on line that the section of a newly published item has, where it has one and the item none of its own. */
export async function startLifetime(
  { tx, now, enqueue }: CommandContext,
  item: { id: number; section_id: number; portal_id: number },
): Promise<void> {
  const { lifetimes } = (await findKeeping(tx, item.portal_id)) ?? NOTHING_SET;
  const own = lifetimes[String(item.section_id)];
  if (!own) return;
  const expiresAt = new Date(now.getTime() + own.days * DAY_MS);
  const isNew = await saveDefaultExpiry(tx, {
    ...{ portalId: item.portal_id, itemId: item.id, expiresAt, expiresAs: own.as, at: now },
  });
  if (isNew) enqueue('publishing.expireDue', {}, { startAfter: expiresAt });
}
