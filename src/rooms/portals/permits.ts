import type { Permits } from '../../rules/access/index.ts';

/**
 * Who may do what with portals. Infrastructure, content of the main portal and content of a member are three offices
 * (BG-007, QN-056): opening and naming is the technical administrator's of the main portal, for the whole locality;
 * sections, face and contact are the content administrator's of that one portal.
 */
export const permits = {
  'portals.read': ['technicalAdmin', 'contentAdmin', 'boardMember', 'head', 'overseer'],
  /** Held on the main portal it carries to every portal of the locality; elsewhere it carries nowhere. */
  'portals.manage': ['technicalAdmin'],
  'portals.arrange': ['contentAdmin'],
  /** What the first page shows, and in which order: the board's choice (LC Đ22, BG Đ9). */
  'portals.compose': ['contentAdmin', 'boardMember'],
  'portals.approveName': ['technicalAdmin', 'head'],
  /** Is reminded when a section has had nothing new for too long. */
  'portals.freshen': ['contentAdmin', 'editor'],
  /** Held by no role: machines only (operator's tool, seeds). */
  'portals.found': [],
} as const satisfies Permits;
