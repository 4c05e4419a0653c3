import { createHash } from 'node:crypto';
import type { Command, CommandContext } from '../../platform/command/index.ts';
import { type ConvertedPassage, convertContent, findingKey } from '../../rules/checker/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { type EditionFinding, findingsOf, mustBeMended, standingInTheWay, warningsOf } from './checks.ts';
import { type Decided, type DecideEdition, type Loaded, load, step } from './deciding.ts';
import { insertOverride, insertRemark } from './override-store.ts';
import { permits } from './permits.ts';
import { tellPressing } from './pressing-commands.ts';
import { updateContent } from './store.ts';
import { contentOf, personIdOf } from './writing.ts';

/** @throws Refusal `must-be-mended` while something stands in the way; else everything that was found */
export async function requireMended(context: CommandContext, loaded: Loaded): Promise<EditionFinding[]> {
  const findings = await findingsIn(context, loaded);
  const [first, ...others] = standingInTheWay(findings);
  if (first) throw mustBeMended([first, ...others]);
  return findings;
}

function findingsIn({ tx, profiles, now }: CommandContext, { edition, item, portal }: Loaded) {
  return findingsOf(
    tx,
    profiles,
    {
      ...{ portalId: portal.id, localityId: portal.locality_id, itemKind: item.kind },
      ...{ editionId: edition.id, language: edition.language, content: contentOf(edition) },
    },
    now,
  );
}

/**
 * Submits a draft. What the regulation makes a must stands in the way unless a checker let it pass with a reason (LC Đ5.4:
 * whoever is named answers for it); what is only worth a look is written into the record.
 */
export const submitEdition: Command<DecideEdition, Decided> = {
  name: 'publishing.submitEdition',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const loaded = await load(context, input);
    await step(context, 'submit', loaded, input.reason);
    const findings = await requireMended(context, loaded);
    await tellPressing(context, loaded);
    context.record({
      portalId: input.portalId,
      subject: { kind: 'edition', id: input.editionId },
      payload: {
        ...{ itemId: loaded.item.id, move: 'submit', reason: input.reason ?? null },
        // no words of the text: they may be somebody's
        warnings: warningsOf(findings).map(({ code, field, place }) => ({
          code,
          field,
          place: place ?? null,
        })),
        overrides: findings.flatMap(({ code, override }) =>
          override ? [{ code, overrideId: override.id }] : [],
        ),
      },
    });
    return { itemId: loaded.item.id, state: 'submit' };
  },
};

export interface OverrideFinding extends DecideEdition {
  /** `findingKey` of the finding that is let pass. */
  finding: string;
  reason: string;
}

/** Shortest reason that says anything. */
const REASON_MIN = 5;
const REASON_MAX = 1_000;

const NOT_A_DRAFT = new Refusal('wrong-state', {
  vi: 'Bản này không còn là bản thảo nên không sửa, không bỏ qua lỗi được nữa. Hãy tải lại trang.',
  en: 'This edition is no longer a draft, so nothing of it can be changed or let pass. Reload the page.',
});
const FINDING_GONE = new Refusal('finding-gone', {
  vi: 'Chỗ này không còn trong bài, hoặc chữ đã khác. Hãy tải lại trang để xem các chỗ hiện có.',
  en: 'This is no longer in the text, or its words are others now. Reload the page to see what there is.',
});
const REASON_MISSING = new Refusal(
  'reason-missing',
  {
    vi: 'Hãy ghi lý do bỏ qua, ít nhất vài từ: người duyệt và người kiểm tra sau này sẽ đọc.',
    en: 'Say why it may pass, at least a few words: whoever approves, and whoever looks later, reads it.',
  },
  'reason',
);

/** Lets one finding pass that stands in the way: for whoever checks, by name and with a reason, kept for good. */
export const overrideFinding: Command<OverrideFinding, { itemId: number; overrideId: number }> = {
  name: 'publishing.overrideFinding',
  permit: 'publishing.override',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const loaded = await load(context, input);
    const { edition, item, portal } = loaded;
    const personId = personIdOf(context);
    if (personId === null) throw new Error('Only a person lets a finding pass.');
    if (edition.state !== 'draft') throw NOT_A_DRAFT;
    const reason = input.reason.normalize('NFC').trim().slice(0, REASON_MAX);
    if (reason.length < REASON_MIN) throw REASON_MISSING;
    const standing = standingInTheWay(await findingsIn(context, loaded));
    const found = standing.find((one) => findingKey(one) === input.finding);
    if (!found) throw FINDING_GONE;
    const { code, field, words } = found;
    const place = found.place ? placeText(found.place) : '';
    const overrideId = await insertOverride(context.tx, {
      ...{ portal_id: portal.id, edition_id: edition.id, code, field, place, words, reason },
      ...{ person_id: personId, at: context.now },
    });
    await insertRemark(context.tx, {
      ...{ portalId: portal.id, editionId: edition.id, move: 'override', personId, at: context.now },
      reason: `${found.title.vi}${words === '' ? '' : ` (“${words}”)`}: ${reason}`,
    });
    context.record({
      portalId: portal.id,
      subject: { kind: 'edition', id: edition.id },
      payload: { itemId: item.id, overrideId, code, field, place, wordsHash: hashOf(words), reason },
    });
    return { itemId: item.id, overrideId };
  },
};

/** "0.3.1:24-36": the path, and the offsets where it is a part of a line. */
export function placeText({
  path,
  from,
  to,
}: {
  path: readonly number[];
  from?: number;
  to?: number;
}): string {
  return `${path.join('.')}${from === undefined ? '' : `:${from}-${to}`}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text.normalize('NFC')).digest('hex');
}

export interface ConvertEdition extends DecideEdition {
  /** The version that was shown; somebody else's later one is not converted unseen. */
  version: number;
}

const CHANGED_MEANWHILE = new Refusal('changed-meanwhile', {
  vi: 'Có người vừa lưu bản này. Hãy xem lại phần trước và sau khi chuyển, rồi bấm chuyển lần nữa.',
  en: 'Somebody saved this edition meanwhile. Look at before and after once more, then convert.',
});
const NOTHING_TO_CONVERT = new Refusal('nothing-to-convert', {
  vi: 'Bài không còn chỗ nào ở bảng mã cũ.',
  en: 'Nothing of this item is in an old code table any more.',
});

/** Puts every passage of a draft that stands in an old code table into Unicode (TCVN 6909:2001; LC Đ6.3.b). */
export const convertEdition: Command<ConvertEdition, { itemId: number; passages: number }> = {
  name: 'publishing.convertEdition',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { edition, item, portal } = await load(context, input);
    if (edition.state !== 'draft') throw NOT_A_DRAFT;
    const before = contentOf(edition);
    const { content, passages } = convertContent(before);
    const done = passages.filter(({ after }) => after !== undefined);
    if (done.length === 0) throw NOTHING_TO_CONVERT;
    const personId = personIdOf(context);
    const isSaved = await updateContent(
      context.tx,
      edition.id,
      input.version,
      content,
      personId,
      context.now,
    );
    if (!isSaved) throw CHANGED_MEANWHILE;
    await insertRemark(context.tx, {
      ...{ portalId: portal.id, editionId: edition.id, move: 'convert', personId, at: context.now },
      reason: done
        .map(remarkOf)
        .join(' ')
        .slice(0, REASON_MAX * 4),
    });
    context.record({
      portalId: portal.id,
      subject: { kind: 'edition', id: edition.id },
      payload: {
        ...{ itemId: item.id, passages: done.map(({ field, code }) => ({ field, code })) },
        ...{ bodyBefore: hashOf(before.bodyHtml), bodyAfter: hashOf(content.bodyHtml) },
      },
    });
    return { itemId: item.id, passages: done.length };
  },
};

function remarkOf({ before, after }: ConvertedPassage): string {
  return `“${before}” → “${after}”.`;
}
