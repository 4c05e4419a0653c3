import type { EditionContent } from './store.ts';
import type { KeptContent } from './version-store.ts';

/** A kept version as the content it was. */
export function contentOfVersion({ sourcePublishedAt, startEventAt, ...kept }: KeptContent): EditionContent {
  return {
    ...kept,
    sourcePublishedAt: sourcePublishedAt === null ? null : new Date(sourcePublishedAt),
    startEventAt: startEventAt === null ? null : new Date(startEventAt),
  };
}

/** Fields besides title, summary and text, which are compared word by word. */
export const SIDE_FIELDS = [
  'author',
  'source',
  'sourceUrl',
  'sourcePublishedAt',
  'pictureMediaId',
  'pictureAlt',
  'pictureCaption',
  'attachments',
  'startEvent',
  'startEventAt',
  'facts',
] as const satisfies readonly (keyof KeptContent)[];
export type SideField = (typeof SIDE_FIELDS)[number];

/** Side fields that differ between two versions. */
export function changedFields(before: KeptContent, after: KeptContent): SideField[] {
  return SIDE_FIELDS.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
