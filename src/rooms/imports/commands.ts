import type { Command, CommandContext } from '../../platform/command/index.ts';
import type { Queryable } from '../../platform/db/index.ts';
import type { Lang, Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { documentNumberKey } from '../../rules/text/index.ts';
import { type AddMedia, addMedia, findMediaIn } from '../media/index.ts';
import { createItem, type EditionContent } from '../publishing/index.ts';
import { permits } from './permits.ts';
import { findItemWithFile, listNumbered, lockImports } from './store.ts';
import { OUTCOME_WORDS } from './words.ts';

/** Code of the refusal of something that is there already. */
export const DUPLICATE = 'import-duplicate';

function duplicate(words: Words): Refusal {
  return new Refusal(DUPLICATE, words, 'files');
}

/** @throws Refusal `import-duplicate` when the portal holds these bytes already: in an item, or in its library alone. */
export async function refuseSameFile(
  db: Queryable,
  portalId: number,
  hash: string,
  { inItemsOnly = false } = {},
): Promise<void> {
  const item = await findItemWithFile(db, portalId, hash);
  if (item) throw duplicate(OUTCOME_WORDS.sameFile(item.title, item.item_id));
  if (!inItemsOnly && (await findMediaIn(db, portalId, hash))) throw duplicate(OUTCOME_WORDS.sameLibraryFile);
}

/** @throws Refusal `import-duplicate` when an item of the portal, other than `exceptItemId`, bears this document number. */
export async function refuseSameNumber(
  db: Queryable,
  portalId: number,
  number: string | undefined,
  exceptItemId?: number,
): Promise<void> {
  const digits = number && /\d+/.exec(number)?.[0];
  if (!digits) return;
  const key = documentNumberKey(number);
  const same = (await listNumbered(db, portalId, digits)).find(
    (item) => item.item_id !== exceptItemId && documentNumberKey(item.number) === key,
  );
  if (same) throw duplicate(OUTCOME_WORDS.sameNumber(number, same.title, same.item_id));
}

export interface TakeInDocument {
  portalId: number;
  sectionId: number;
  language: Lang;
  /** The original, which lies in the file store already. */
  file: Omit<AddMedia, 'portalId'>;
  content: EditionContent;
}

export interface TakenIn {
  itemId: number;
  editionId: number;
  mediaId: number;
}

/**
 * Takes one document in: its original into the library, a draft with the original attached, its clock where the content
 * names the start event. Refuses `import-duplicate`, and as `createItem` does.
 */
export const takeInDocument: Command<TakeInDocument, TakenIn> = {
  name: 'imports.takeInDocument',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, sectionId, language, file, content }) {
    await lockImports(context.tx, portalId);
    await refuseSameFile(context.tx, portalId, file.hash);
    await refuseSameNumber(context.tx, portalId, content.facts.number);
    const within = withoutRecord(context);
    const media = await addMedia.run(within, { ...file, portalId });
    const { hash, name, type, sizeBytes } = file;
    const attachments = [{ mediaId: media.id, hash, name, label: name, type, sizeBytes }];
    const created = await createItem.run(within, {
      portalId,
      sectionId,
      language,
      content: { ...content, attachments },
    });
    context.record({
      portalId,
      subject: { kind: 'item', id: created.itemId },
      payload: {
        editionId: created.editionId,
        sectionId,
        language,
        mediaId: media.id,
        hash,
        number: content.facts.number ?? null,
      },
    });
    return { ...created, mediaId: media.id };
  },
};

/** Effects of other rooms' commands inside this one, which alone is recorded. */
function withoutRecord(context: CommandContext): CommandContext {
  return { ...context, record: () => {} };
}
