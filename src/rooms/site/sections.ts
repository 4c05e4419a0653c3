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
