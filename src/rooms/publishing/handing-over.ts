import type { HandsOver } from '../../platform/room.ts';
import { giveDrafts, listDraftsOf } from './hand-over-store.ts';
import { publishingWords } from './words.ts';

/** Drafts somebody saved last go to a successor, who is one of their writers from then on and so never their approver. */
export const handsOver: HandsOver = {
  label: { vi: 'Bản thảo đang viết', en: 'Drafts in hand' },
  list: async (db, of) =>
    (await listDraftsOf(db, of)).map(({ id, title }) => ({
      ...{ kind: 'edition', id },
      title: { vi: title || publishingWords('vi').untitled, en: title || publishingWords('en').untitled },
    })),
  take: async ({ tx }, given) => {
    await giveDrafts(tx, given);
  },
};
