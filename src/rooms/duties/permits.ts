import { type Permits, ROLES } from '../../rules/access/index.ts';

/** Who may do what in this room; changes are made on the main portal and hold for the whole locality. */
export const permits = {
  'duties.read': ROLES,
  // the main portal looks after all bodies of the locality, every other one after itself
  'duties.oversee': ['overseer', 'contentAdmin', 'boardMember', 'head'],
  'duties.changeCalendar': ['technicalAdmin'],
  'duties.switchRegulation': ['technicalAdmin'],
} as const satisfies Permits;
