import type { SectionRow } from '../portals/index.ts';

/** A section and all below it. */
export function withChildren(sections: readonly SectionRow[], section: SectionRow): SectionRow[] {
  return [section, ...sections.filter((one) => one.parent_id === section.id)];
}

/** Sections whose items are standing pages rather than news: shown as what they are, not by date. */
const STANDING_KINDS = new Set(['introduction', 'contact', 'transaction-info', 'english']);

export function isStanding(section: Pick<SectionRow, 'content_kind'>): boolean {
  return STANDING_KINDS.has(section.content_kind);
}

/** Sections whose items are no news: a home page shows them in their own section alone. */
const APART_KINDS = new Set(['documents', 'questions']);

/**
 * The sections a home page has room for, in the order of the menu. Those whose items stand nowhere else on it come
 * before the others, so that what was answered or issued last is never missing.
 */
export function sectionsForHome<Section extends Pick<SectionRow, 'content_kind'>>(
  filled: readonly Section[],
  most: number,
): Section[] {
  const isApart = ({ content_kind }: Section) => APART_KINDS.has(content_kind);
  const chosen = new Set(
    [...filled.filter(isApart), ...filled.filter((one) => !isApart(one))].slice(0, most),
  );
  return filled.filter((one) => chosen.has(one));
}
