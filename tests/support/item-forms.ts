import assert from 'node:assert/strict';
import {
  approveEdition,
  checkEdition,
  createItem,
  type EditionContent,
  submitEdition,
} from '../../src/rooms/publishing/index.ts';
import type { ContentKind } from '../../src/rules/profile/index.ts';
import { contentOf, type PublishingGround } from './publishing.ts';

/** An item with fields of its own, as a test wants it public. */
export interface FilledForm {
  form: string;
  /** Of the section it stands in. */
  kind: ContentKind;
  title: string;
  facts: Record<string, string>;
  /** Where the portal has no section of that kind by itself. */
  sectionId?: number;
  content?: Partial<EditionContent>;
}

/** Who writes, checks and approves on a portal of the small world. */
const PEOPLE: Readonly<Record<string, readonly [editor: string, checker: string, approver: string]>> = {
  'lao-cai/main': ['lc.editor', 'lc.checker', 'lc.board'],
  'lao-cai/bacha': ['lc.bacha.editor', 'lc.bacha.checker', 'lc.bacha.head'],
};

/** Publishes items with fields of their own through the room's commands. */
export function formPublisher(ground: PublishingGround) {
  return async (
    key: string,
    { form, kind, title, facts, sectionId, content = {} }: FilledForm,
  ): Promise<number> => {
    const [editor, checker, approver] = PEOPLE[key] ?? assert.fail(`nobody works on ${key}`);
    const portalId = ground.portal(key).id;
    const { itemId, editionId } = await ground.perform(ground.one(editor), createItem, {
      ...{ portalId, form, language: 'vi' as const, sectionId: sectionId ?? ground.sectionOf(key, kind) },
      content: contentOf(title, { ...content, facts }),
    });
    await ground.perform(ground.one(editor), submitEdition, { portalId, editionId });
    await ground.perform(ground.one(checker), checkEdition, { portalId, editionId });
    await ground.perform(ground.one(approver), approveEdition, { portalId, editionId });
    return itemId;
  };
}
