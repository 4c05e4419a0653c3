import type { Command, CommandContext } from '../../platform/command/index.ts';
import { sanitiseBody } from '../../rules/body-html/index.ts';
import { ARTICLE, isAllowedIn } from '../../rules/item-forms/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { slugOf } from '../../rules/text/index.ts';
import { changeClockStart, startClock } from '../duties/index.ts';
import { keepSave } from './draft-store.ts';
import { readLinks } from './links.ts';
import { permits } from './permits.ts';
import {
  type EditionContent,
  type EditionRow,
  findItem,
  findOpenEdition,
  findPortalFacts,
  findSectionFacts,
  insertEdition,
  insertItem,
  listEditions,
  lockEdition,
  moveItem,
  updateContent,
} from './store.ts';

const SLUG_MAX = 80;

/** The last part of an item's address, from its title. */
export function slugFor(title: string): string {
  return slugOf(title, SLUG_MAX) || 'bai';
}

export const NO_SUCH_ITEM = new Refusal('no-such-item', {
  vi: 'Không tìm thấy bài này ở cổng của bạn. Có thể bài đã được bỏ.',
  en: 'This item was not found on your portal. It may have been discarded.',
});

export function personIdOf({ actor }: Pick<CommandContext, 'actor'>): number | null {
  return actor.kind === 'person' ? actor.personId : null;
}

/** Content as it is kept: text in NFC, body in the one allowed subset. */
export function cleanContent(content: EditionContent): EditionContent {
  const line = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return {
    ...content,
    title: line(content.title),
    summary: line(content.summary),
    author: line(content.author),
    source: line(content.source),
    sourceUrl: content.sourceUrl.trim(),
    pictureAlt: line(content.pictureAlt),
    pictureCaption: line(content.pictureCaption),
    bodyHtml: sanitiseBody(content.bodyHtml).html,
  };
}

/** @throws Refusal `form-not-here` where a section takes no item of this form */
function checkForm(form: string, contentKind: string): void {
  if (isAllowedIn(form, contentKind)) return;
  throw new Refusal(
    'form-not-here',
    {
      vi: 'Chuyên mục này không nhận mẫu bài ấy. Hãy chọn chuyên mục khác, hoặc viết bài thường.',
      en: 'This section does not take that kind of item. Choose another section, or write an ordinary article.',
    },
    'sectionId',
  );
}

export interface CreateItem {
  portalId: number;
  sectionId: number;
  language: Lang;
  content: EditionContent;
  /** Fields of its own (rules/item-forms); an article where left out. */
  form?: string;
  origin?: { portalId: number; itemId: number };
  /** Writers elsewhere, whom four eyes must count as writers here too. */
  writers?: readonly number[];
  /** Who wrote it, when it is not who acts. */
  writtenBy?: number;
}

export const ANSWERS_ARE_SIGNED = new Refusal(
  'answers-are-signed',
  {
    vi: 'Chuyên mục Hỏi – Đáp chỉ nhận câu trả lời đã ký. Hãy chọn chuyên mục khác, hoặc trả lời trong phần Thư hỏi đáp.',
    en: 'Questions and answers holds signed answers only. Choose another section, or answer under Inquiries.',
  },
  'sectionId',
);

export const SECTION_MISSING = new Refusal(
  'section-missing',
  { vi: 'Hãy chọn chuyên mục của bài.', en: 'Choose the section of the item.' },
  'sectionId',
);

/** Begins an item with its first draft, and its clock when the event that starts it is given. */
export const createItem: Command<CreateItem, { itemId: number; editionId: number }> = {
  name: 'publishing.createItem',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const section = await findSectionFacts(context.tx, input.sectionId);
    if (section?.content_kind === 'questions') throw ANSWERS_ARE_SIGNED;
    const created = await beginItem(context, input);
    context.record({
      portalId: input.portalId,
      subject: { kind: 'item', id: created.itemId },
      payload: { editionId: created.editionId, sectionId: input.sectionId, language: input.language },
    });
    return created;
  },
};

/** The effect of {@link createItem}, for commands that create an item among other things. */
export async function beginItem(
  context: CommandContext,
  input: CreateItem,
): Promise<{ itemId: number; editionId: number }> {
  const { tx, now } = context;
  const section = await findSectionFacts(tx, input.sectionId);
  if (section?.portal_id !== input.portalId) {
    throw SECTION_MISSING;
  }
  const form = input.form ?? ARTICLE;
  checkForm(form, section.content_kind);
  const content = cleanContent(input.content);
  const personId = input.writtenBy ?? personIdOf(context);
  const itemId = await insertItem(tx, {
    portal_id: input.portalId,
    section_id: input.sectionId,
    kind: section.content_kind,
    form,
    slug: slugFor(content.title),
    origin_portal_id: input.origin?.portalId ?? null,
    origin_item_id: input.origin?.itemId ?? null,
    created_by: personId,
    created_at: now,
  });
  const editionId = await insertEdition(tx, {
    ...content,
    portalId: input.portalId,
    itemId,
    language: input.language,
    madeFromEditionId: null,
    personId,
    ...(input.writers ? { writers: input.writers } : {}),
    now,
  });
  await readLinks(tx, [editionId]);
  await clockForStart(context, input.portalId, itemId, section.content_kind, content);
  return { itemId, editionId };
}

export interface SaveEdition {
  portalId: number;
  editionId: number;
  /** The version the writer began from. */
  version: number;
  sectionId: number;
  content: EditionContent;
}

/** Saves a draft. Refused, with nothing lost, when somebody else saved in between. */
export const saveEdition: Command<SaveEdition, { version: number }> = {
  name: 'publishing.saveEdition',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now } = context;
    const edition = await lockEdition(tx, input.editionId);
    if (edition?.portal_id !== input.portalId) throw NO_SUCH_ITEM;
    const item = await findItem(tx, edition.item_id);
    const section = await findSectionFacts(tx, input.sectionId);
    if (!item || section?.portal_id !== input.portalId) throw NO_SUCH_ITEM;
    checkForm(item.form, section.content_kind);
    const content = cleanContent(input.content);
    if (edition.version === input.version) {
      const was = { portalId: edition.portal_id, editionId: edition.id, version: edition.version };
      await keepSave(
        tx,
        { ...was, savedBy: edition.saved_by, savedAt: edition.saved_at },
        contentOf(edition),
        now,
      );
    }
    if (!(await updateContent(tx, edition.id, input.version, content, personIdOf(context), now)))
      throw changedMeanwhile(edition);
    await readLinks(tx, [edition.id]);
    const isFirst = edition.number === 1 && edition.made_from_edition_id === null;
    if (isFirst) await moveItem(tx, item.id, section.id, section.content_kind, slugFor(content.title));
    if (isFirst && startsDiffer(edition, content)) {
      await clockForStart(context, input.portalId, item.id, section.content_kind, content);
    }
    context.record({
      portalId: input.portalId,
      subject: { kind: 'edition', id: edition.id },
      payload: { itemId: item.id, version: input.version + 1 },
    });
    return { version: input.version + 1 };
  },
};

function changedMeanwhile(edition: EditionRow): Refusal {
  return edition.state === 'draft'
    ? new Refusal('changed-meanwhile', {
        vi: 'Có người vừa lưu bản này sau khi bạn mở. Phần bạn viết vẫn còn ở dưới; hãy mở bản mới ở tab khác, đối chiếu rồi lưu lại.',
        en: 'Somebody saved this edition after you opened it. What you wrote is still below; open the new one in another tab, compare, and save again.',
      })
    : new Refusal('not-a-draft', {
        vi: 'Bản này đã gửi duyệt nên không sửa được nữa. Hãy rút lại để sửa, hoặc chờ Ban Biên tập trả lại.',
        en: 'This edition has been submitted and cannot be edited. Take it back first, or wait until the board sends it back.',
      });
}

function startsDiffer(edition: EditionRow, content: EditionContent): boolean {
  return (
    edition.start_event !== content.startEvent ||
    (edition.start_event_at?.getTime() ?? 0) !== (content.startEventAt?.getTime() ?? 0)
  );
}

/** The clock of law of an item follows the event its writer names: text issued, plan approved, … */
export async function clockForStart(
  { tx, now, profiles }: CommandContext,
  portalId: number,
  itemId: number,
  contentKind: string,
  content: EditionContent,
): Promise<void> {
  const subject = { kind: 'item', id: itemId };
  const portal = await findPortalFacts(tx, portalId);
  if (!portal) throw NO_SUCH_ITEM;
  if (!content.startEvent || !content.startEventAt) {
    await changeClockStart(tx, subject, now, undefined);
    return;
  }
  const start = {
    now,
    localityId: portal.locality_id,
    portalId,
    bodyRole: portal.is_main ? ('main' as const) : ('member' as const),
    subject,
    contentKind,
    startEvent: content.startEvent,
    at: content.startEventAt,
    profiles,
  };
  await changeClockStart(tx, subject, now, () => startClock(tx, start));
}

export interface StartEdition {
  portalId: number;
  itemId: number;
  language: Lang;
}

/** Opens a new edition: of what is published, to correct it; or the first of the other language, to translate it. */
export const startEdition: Command<StartEdition, { editionId: number }> = {
  name: 'publishing.startEdition',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now } = context;
    const item = await findItem(tx, input.itemId);
    if (item?.portal_id !== input.portalId) throw NO_SUCH_ITEM;
    const open = await findOpenEdition(tx, item.id, input.language);
    if (open) {
      throw new Refusal('already-open', {
        vi: 'Bài này đang có một bản thảo mở. Hãy sửa tiếp bản đó.',
        en: 'This item already has an open edition. Go on with that one.',
      });
    }
    const editions = await listEditions(tx, item.id);
    const own = editions.find((one) => one.language === input.language && one.state !== 'discarded');
    const source = own ?? editions.find((one) => one.state === 'published') ?? editions[0];
    if (!source) throw NO_SUCH_ITEM;
    const editionId = await insertEdition(tx, {
      ...contentOf(source),
      portalId: input.portalId,
      itemId: item.id,
      language: input.language,
      madeFromEditionId: own ? sourceNow(own, editions) : source.id,
      personId: personIdOf(context),
      now,
    });
    await readLinks(tx, [editionId]);
    context.record({
      portalId: input.portalId,
      subject: { kind: 'edition', id: editionId },
      payload: { itemId: item.id, language: input.language, from: source.id },
    });
    return { editionId };
  },
};

/** What a new edition of a translation is held against: what is public of its source now; null for a source. */
function sourceNow(own: EditionRow, editions: readonly EditionRow[]): number | null {
  if (own.made_from_edition_id === null) return null;
  const source = editions.find((one) => one.language !== own.language && one.state === 'published');
  return source?.id ?? own.made_from_edition_id;
}

export function contentOf(row: EditionRow): EditionContent {
  return {
    title: row.title,
    summary: row.summary,
    bodyHtml: row.body_html,
    author: row.author,
    source: row.source,
    sourceUrl: row.source_url,
    sourcePublishedAt: row.source_published_at,
    pictureMediaId: row.picture_media_id,
    pictureAlt: row.picture_alt,
    pictureCaption: row.picture_caption,
    attachments: row.attachments,
    startEvent: row.start_event,
    startEventAt: row.start_event_at,
    facts: row.facts,
  };
}
