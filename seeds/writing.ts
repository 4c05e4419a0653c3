import {
  type Attachment,
  approveEdition,
  checkEdition,
  createItem,
  type EditionContent,
  EMPTY_CONTENT,
  saveEdition,
  sendBackEdition,
  startEdition,
  submitEdition,
} from '../src/rooms/publishing/index.ts';
import type { Person } from '../src/rules/access/index.ts';
import type { Lang } from '../src/rules/lang.ts';
import type { PastPorts } from './past.ts';

/** What is written about an item; the rest of an edition is empty. */
export interface Text {
  title: string;
  summary: string;
  body: string;
  author?: string;
  source?: string;
  facts?: Record<string, string>;
  startEvent?: { event: string; at: Date };
  picture?: { mediaId: number; alt: string; caption: string };
  attachments?: Attachment[];
}

/** Who writes, checks and approves on a portal; without a checker the board approves what was submitted. */
export interface Writers {
  editor: Person;
  checker: Person | undefined;
  approver: Person;
}

export interface SeedItem {
  portalId: number;
  sectionId: number;
  language: Lang;
  text: Text;
  /** Fields of its own; an article where left out. */
  form?: string;
  /** How far it has come. */
  reached: 'draft' | 'sentBack' | 'submitted' | 'checked' | 'published';
  reason?: string;
}

export interface Written {
  itemId: number;
  editionId: number;
}

const MINUTE_MS = 60_000;

/**
 * Writes an item and takes it through the workflow by the people who would do it: written well before, checked, then
 * approved at `at`. Every step is the room's own command.
 */
export async function writeItem(
  past: PastPorts,
  writers: Writers,
  { portalId, sectionId, language, text, form, reached, reason }: SeedItem,
  at: Date,
): Promise<Written> {
  const { ports, advanceTo } = past;
  const before = (minutes: number) => advanceTo(new Date(at.getTime() - minutes * MINUTE_MS));
  before(90);
  const created = await ports.perform(writers.editor, createItem, {
    portalId,
    sectionId,
    language,
    ...(form ? { form } : {}),
    content: contentOf(text, writers),
  });
  await decide(past, writers, { portalId, editionId: created.editionId, reached, reason }, at);
  return created;
}

interface Way {
  portalId: number;
  editionId: number;
  reached: SeedItem['reached'];
  reason?: string | undefined;
}

async function decide(
  { ports, advanceTo }: PastPorts,
  { editor, checker, approver }: Writers,
  { portalId, editionId, reached, reason }: Way,
  at: Date,
): Promise<void> {
  const input = { portalId, editionId };
  const before = (minutes: number) => advanceTo(new Date(at.getTime() - minutes * MINUTE_MS));
  if (reached === 'draft') return;
  before(60);
  await ports.perform(editor, submitEdition, input);
  if (reached === 'submitted') return;
  before(30);
  if (reached === 'sentBack') {
    await ports.perform(checker ?? approver, sendBackEdition, {
      ...input,
      reason: reason ?? 'Cần ghi rõ nguồn số liệu.',
    });
    return;
  }
  if (reached === 'checked') {
    await ports.perform(checker ?? approver, checkEdition, input);
    return;
  }
  await finishItem({ ports, advanceTo }, { checker, approver }, input, at);
}

/** What was submitted is checked, where the portal has that step, and approved at `at`. */
export async function finishItem(
  { ports, advanceTo }: Pick<PastPorts, 'ports' | 'advanceTo'>,
  { checker, approver }: Pick<Writers, 'checker' | 'approver'>,
  edition: { portalId: number; editionId: number },
  at: Date,
): Promise<void> {
  advanceTo(new Date(at.getTime() - 30 * MINUTE_MS));
  if (checker) await ports.perform(checker, checkEdition, edition);
  advanceTo(at);
  await ports.perform(approver, approveEdition, edition);
}

/** The same item in the other language: a new edition made from the one that is public. */
export async function translateItem(
  past: PastPorts,
  writers: Writers,
  item: { portalId: number; itemId: number; sectionId: number; language: Lang; text: Text },
  at: Date,
): Promise<void> {
  const { ports, advanceTo } = past;
  advanceTo(new Date(at.getTime() - 90 * MINUTE_MS));
  const { portalId, itemId, sectionId, language } = item;
  const { editionId } = await ports.perform(writers.editor, startEdition, { portalId, itemId, language });
  await ports.perform(writers.editor, saveEdition, {
    ...{ portalId, editionId, version: 1, sectionId },
    content: contentOf(item.text, writers),
  });
  await decide(past, writers, { portalId, editionId, reached: 'published' }, at);
}

/** Every item names its author or source; without either it is the writer's own. */
function contentOf(text: Text, { editor }: Writers): EditionContent {
  return {
    ...EMPTY_CONTENT,
    title: text.title,
    summary: text.summary,
    bodyHtml: text.body,
    author: text.author ?? (text.source ? '' : editor.fullName),
    source: text.source ?? '',
    pictureMediaId: text.picture?.mediaId ?? null,
    pictureAlt: text.picture?.alt ?? '',
    pictureCaption: text.picture?.caption ?? '',
    attachments: text.attachments ?? [],
    startEvent: text.startEvent?.event ?? null,
    startEventAt: text.startEvent?.at ?? null,
    facts: text.facts ?? {},
  };
}
