import type { EditionContent } from '../../src/rooms/publishing/index.ts';

/** An edition with nothing in it; tests spread it and name what they care about. */
export const emptyContent: EditionContent = {
  title: '',
  summary: '',
  bodyHtml: '',
  author: '',
  source: '',
  sourceUrl: '',
  sourcePublishedAt: null,
  pictureMediaId: null,
  pictureAlt: '',
  pictureCaption: '',
  attachments: [],
  startEvent: null,
  startEventAt: null,
  facts: {},
};
