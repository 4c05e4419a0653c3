import type { Command, CommandContext } from '../../src/platform/command/index.ts';
import { sql } from '../../src/platform/db/index.ts';
import { type LineDocument, lineContent } from '../../src/rooms/imports/line-rules.ts';
import {
  approveEdition,
  checkEdition,
  createItem,
  publishingPermits,
  submitEdition,
} from '../../src/rooms/publishing/index.ts';

export interface TakeOne {
  portalId: number;
  sectionId: number;
  document: LineDocument;
  /** Published by it; a draft without. */
  decision: string | undefined;
}

/** A document through the commands for one, in one transaction: what many at once are held against. */
export const takeOne: Command<TakeOne, void> = {
  name: 'imports.publishLines',
  permit: 'publishing.write',
  permits: publishingPermits,
  portal: ({ portalId }) => portalId,
  async run(context, { portalId, sectionId, document, decision }) {
    const documents: object[] = [];
    const quiet: CommandContext = {
      ...context,
      record: ({ payload }) => void documents.push({ sourceId: document.id, ...payload }),
    };
    const { localityId } = context.actor;
    const asMachine: CommandContext = { ...quiet, actor: { kind: 'machine', name: 'imports', localityId } };
    const content = lineContent(document);
    const { language } = document;
    const { editionId } = await createItem.run(asMachine, { portalId, sectionId, language, content });
    if (decision !== undefined) {
      const step = { portalId, editionId, reason: decision };
      await submitEdition.run(asMachine, { portalId, editionId });
      const { workflow } = await context.tx.get<{ workflow: string }>(
        sql`select workflow from portal where id = ${portalId}`,
      );
      if (workflow === 'check-then-approve') await checkEdition.run(quiet, step);
      await approveEdition.run(quiet, step);
    }
    context.record({ portalId, subject: { kind: 'section', id: sectionId }, payload: { documents } });
  },
};
