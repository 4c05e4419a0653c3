import type { Command } from '../../platform/command/index.ts';
import type { CivilDate } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { isInForce, type Profile } from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { translationStateOf } from './life-rules.ts';
import { sealNote } from './note-verifying.ts';
import { permits } from './permits.ts';
import { publicationKeys } from './publication-commands.ts';
import { findItem, findPortalFacts } from './store.ts';
import { findTranslation, insertTranslationReview } from './translation-store.ts';
import { NO_SUCH_ITEM, personIdOf } from './writing.ts';

export interface ConfirmTranslation {
  portalId: number;
  itemId: number;
  /** Of the translation. */
  language: Lang;
  /** Edition of the source the person held it against: another may have become public meanwhile. */
  sourceNumber: number;
}

/**
 * Puts on record that somebody held a translation against the newest public edition of its source and found nothing to
 * change (LC Đ10.7, QN Đ9.1.h). Readers are no longer told that it is older.
 */
export const confirmTranslation: Command<ConfirmTranslation, { itemId: number }> = {
  name: 'publishing.confirmTranslation',
  permit: 'publishing.check',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now } = context;
    const item = await findItem(tx, input.itemId);
    const portal = await findPortalFacts(tx, input.portalId);
    if (item?.portal_id !== input.portalId || !portal) throw NO_SUCH_ITEM;
    const found = await findTranslation(tx, item.id, input.language);
    const reviewedBy = personIdOf(context);
    if (!found || reviewedBy === null) throw NO_SUCH_ITEM;
    if (found.source_number !== input.sourceNumber)
      throw new Refusal('source-newer', {
        vi: 'Bản gốc vừa có bản mới hơn. Hãy tải lại trang và đối chiếu lại.',
        en: 'The source has a newer edition by now. Reload the page and compare again.',
      });
    const state = translationStateOf({
      ...{ sourceNumber: found.source_number, madeFrom: found.made_from ?? undefined },
      reviewedFor: found.reviewed_for ?? undefined,
    });
    if (state !== 'older')
      throw new Refusal('nothing-to-review', {
        vi: 'Bản dịch này không cũ hơn bản gốc nên không phải rà soát.',
        en: 'This translation is not older than its source, so there is nothing to review.',
      });
    const id = await insertTranslationReview(tx, {
      ...{ portalId: portal.id, itemId: item.id, publicationId: found.publication_id },
      ...{ sourceNumber: found.source_number, reviewedBy, at: now },
    });
    context.purge(...publicationKeys(portal, item));
    context.record({
      portalId: portal.id,
      subject: { kind: 'item', id: item.id },
      payload: { language: input.language, notes: [await sealNote(tx, 'review', id)] },
    });
    return { itemId: item.id };
  },
};

/** A demand of the regulation for translations: which kinds, and the article. */
export interface TranslationDuty {
  kinds: readonly string[];
  article: string;
}

/** Only the answers to foreigners must be in English (LC Đ8.2.d): the register of questions knows who asked. */
const KNOWN_ELSEWHERE = 'questions';

/** What the regulation in force wants in English on a portal of this role (LC Đ8.2.d, QN Đ8.3). */
export function translationDuties(
  profile: Profile,
  role: 'main' | 'member',
  on: CivilDate,
): TranslationDuty[] {
  return profile.english
    .filter((rule) => isInForce(rule, on) && rule.portals.includes(role))
    .filter((rule) => !rule.contentKinds.includes(KNOWN_ELSEWHERE))
    .map((rule) => ({ kinds: rule.contentKinds, article: rule.article }));
}

/** The article that wants translations to follow their source (LC Đ10.7, QN Đ9.1.h); undefined where no text says it. */
export function translationPace(profile: Profile, on: CivilDate): string | undefined {
  return profile.duties.find((one) => one.contentKinds?.includes('english') && isInForce(one, on))?.article;
}
