import type { Command, CommandContext } from '../../platform/command/index.ts';
import { deskPath } from '../../platform/http/paths.ts';
import { civilDateOf, formatDate } from '../../rules/calendar/index.ts';
import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { findClock } from '../duties/index.ts';
import { type AddMedia, addMedia } from '../media/index.ts';
import { notify } from '../notifications/index.ts';
import { createItem, type EditionContent, saveEdition } from '../publishing/index.ts';
import { refuseSameFile, refuseSameNumber } from './commands.ts';
import { permits } from './permits.ts';
import type { Finding, ReadFields } from './receiving-forms.ts';
import {
  findReceived,
  insertReceived,
  type KeyRow,
  listHolders,
  lockDraft,
  type NewReceived,
  type ReceivedRow,
  updateReceived,
} from './receiving-store.ts';
import { NOTICE_WORDS, PROBLEMS } from './receiving-words.ts';
import { lockImports } from './store.ts';

export type TheKey = Pick<KeyRow, 'id' | 'portal_id' | 'section_id' | 'name' | 'system'>;

export interface ReceiveDocument {
  key: TheKey;
  senderId: string;
  contentDigest: string;
  replaces: boolean;
  content: EditionContent;
  /** Originals, which lie in the file store already; the first is the document. */
  files: readonly Omit<AddMedia, 'portalId'>[];
  reading: ReadFields;
  findings: readonly Finding[];
}

/** Refused since the very same came by another request meanwhile: what it made is the answer. */
export const KNOWN = 'known';
export const OTHER_CONTENT = 'otherContent';
export const DRAFT_TOUCHED = 'draftTouched';

/**
 * Takes a document of another system in as a draft that nobody has written; or, when the sender says so and nobody has
 * touched the draft, replaces what came before under the same id. One at a time on each portal, so nothing is doubled.
 *
 * @throws Refusal `known`, `otherContent`, `draftTouched`, `import-duplicate`, and as `createItem` does
 */
export const receiveDocument: Command<ReceiveDocument, { itemId: number; editionId: number }> = {
  name: 'imports.receiveDocument',
  permit: 'imports.receive',
  permits,
  portal: (input) => input.key.portal_id,
  async run(context, input) {
    const { key, senderId, contentDigest } = input;
    const portalId = key.portal_id;
    await lockImports(context.tx, portalId);
    const before = await findReceived(context.tx, portalId, key.system, senderId);
    const draft = before && (await replaceable(context, before, input));
    const content = await withFiles(context, input);
    const made = draft ? await rewrite(context, input, draft, content) : await begin(context, input, content);
    const received: NewReceived = {
      ...{ portalId, keyId: key.id, system: key.system, senderId, contentDigest },
      ...{ itemId: made.itemId, editionId: made.editionId, editionVersion: made.version },
      ...{ reading: input.reading, findings: input.findings, at: context.now },
    };
    const id = before?.id ?? (await insertReceived(context.tx, received));
    if (before) await updateReceived(context.tx, before.id, received);
    await tell(context, key, id, made.itemId, content.facts.number);
    context.record({
      portalId,
      subject: { kind: 'item', id: made.itemId },
      payload: {
        ...{
          editionId: made.editionId,
          keyId: key.id,
          documentId: id,
          contentDigest,
          sectionId: key.section_id,
        },
        ...{ number: content.facts.number ?? null, hashes: input.files.map(({ hash }) => hash) },
        ...{ replaced: before !== undefined },
      },
    });
    return made;
  },
};

/** The draft that may be written anew; undefined when the clerk discarded it and the sender sends another. */
async function replaceable(
  { tx }: CommandContext,
  before: ReceivedRow,
  { contentDigest, replaces }: ReceiveDocument,
): Promise<ReceivedRow | undefined> {
  if (before.content_digest === contentDigest) throw new Refusal(KNOWN, PROBLEMS.otherContent.words);
  if (!replaces) throw new Refusal(OTHER_CONTENT, PROBLEMS.otherContent.words);
  const draft = await lockDraft(tx, before.edition_id);
  if (draft?.state === 'discarded') return undefined;
  if (draft?.state !== 'draft' || draft.version !== before.edition_version)
    throw new Refusal(DRAFT_TOUCHED, PROBLEMS.draftTouched.words);
  return before;
}

/** The originals into the library; what came twice is there once. */
async function withFiles(context: CommandContext, { key, content, files }: ReceiveDocument) {
  const attachments = [];
  for (const file of files) {
    const { id } = await addMedia.run(quiet(context), { ...file, portalId: key.portal_id });
    const { hash, name, type, sizeBytes } = file;
    attachments.push({ mediaId: id, hash, name, label: name, type, sizeBytes });
  }
  return { ...content, attachments };
}

async function begin(context: CommandContext, { key, files }: ReceiveDocument, content: EditionContent) {
  const portalId = key.portal_id;
  const [original] = files;
  // in the library alone it may lie: a draft of it may have been discarded
  if (original) await refuseSameFile(context.tx, portalId, original.hash, { inItemsOnly: true });
  await refuseSameNumber(context.tx, portalId, content.facts.number);
  const made = await createItem.run(quiet(context), {
    ...{ portalId, sectionId: key.section_id, language: 'vi', content },
  });
  return { ...made, version: 1 };
}

async function rewrite(
  context: CommandContext,
  { key }: ReceiveDocument,
  draft: ReceivedRow,
  content: EditionContent,
) {
  const { item_id: itemId, edition_id: editionId } = draft;
  const portalId = key.portal_id;
  await refuseSameNumber(context.tx, portalId, content.facts.number, itemId);
  const { version } = await saveEdition.run(quiet(context), {
    ...{ portalId, editionId, version: draft.edition_version, sectionId: key.section_id, content },
  });
  return { itemId, editionId, version };
}

/** Everyone who may write there: until somebody takes it up it is nobody's. */
async function tell(
  context: CommandContext,
  key: TheKey,
  documentId: number,
  itemId: number,
  number: string | undefined,
): Promise<void> {
  const { tx, now } = context;
  const due = (await findClock(tx, { kind: 'item', id: itemId }))?.dueOn;
  const dueWords: Words | undefined =
    due === undefined ? undefined : { vi: formatDate(due, 'vi'), en: formatDate(due, 'en') };
  await tellHolders(context, key, {
    roles: permits['publishing.write'],
    kind: 'news',
    words: NOTICE_WORDS.arrived(key.name, number, dueWords),
    below: `/tin-bai/${itemId}`,
    onceKey: `imports:document:${documentId}:${now.getTime()}`,
  });
}

async function tellHolders(
  context: CommandContext,
  { portal_id: portalId }: TheKey,
  told: { roles: readonly string[]; kind: 'news' | 'warning'; words: Words; below: string; onceKey: string },
): Promise<void> {
  const { roles, kind, words, below, onceKey } = told;
  const href = { vi: deskPath('vi', below), en: deskPath('en', below) };
  const on = civilDateOf(context.now);
  for (const personId of await listHolders(context.tx, { portalId, roles, on }))
    await notify(context, { personId, portalId, kind, words, href, onceKey });
}

export interface RefuseSecret {
  key: TheKey;
  /** SHA-256 of the sender's id: the sender can say which document it was, the record cannot. */
  senderIdHash: string;
}

/** Puts on record that a document with a mark of secrecy was refused; of the document itself nothing is known here. */
export const refuseSecret: Command<RefuseSecret, void> = {
  name: 'imports.refuseSecret',
  permit: 'imports.receive',
  permits,
  portal: (input) => input.key.portal_id,
  async run(context, { key, senderIdHash }) {
    await tellHolders(context, key, {
      roles: permits['imports.manageKeys'],
      kind: 'warning',
      words: NOTICE_WORDS.secret(key.name),
      below: '/nhap/khoa',
      onceKey: `imports:secret:${key.id}:${senderIdHash}`,
    });
    context.record({
      portalId: key.portal_id,
      subject: { kind: 'intakeKey', id: key.id },
      payload: { senderIdHash },
    });
  },
};

/** Effects of other rooms' commands inside this one, which alone is recorded. */
function quiet(context: CommandContext): CommandContext {
  return { ...context, record: () => {} };
}
