import type { Permits } from '../../rules/access/index.ts';

/** Who may do what with items of a portal. Overseers only read. */
export const permits = {
  'publishing.read': ['contentAdmin', 'editor', 'checker', 'boardMember', 'head', 'overseer'],
  'publishing.write': ['contentAdmin', 'editor', 'checker', 'boardMember', 'head'],
  'publishing.check': ['checker', 'boardMember', 'head'],
  // whoever checks answers by name for what he lets pass
  'publishing.override': ['checker', 'boardMember', 'head'],
  'publishing.links': ['contentAdmin'],
  /** Takes a step of the way, where the portal gave it to his role or to him. */
  'publishing.takeStep': ['contentAdmin', 'editor', 'checker', 'boardMember', 'head'],
  'publishing.approve': ['boardMember', 'head'],
  // how long the portal keeps things on line and in its archive
  'publishing.keep': ['contentAdmin', 'boardMember', 'head'],
  /** Publishes at once what the board approves afterwards: those who moderate anyway. */
  'publishing.urgent': ['checker', 'boardMember', 'head'],
  /** Held by no role: a reader without an account, who came by a link. */
  'publishing.guest': [],
  /** Gives work to colleagues. */
  'publishing.assign': ['contentAdmin', 'checker', 'boardMember', 'head'],
  /** Lays down how the portal works: steps, urgent publishing, targets. */
  'publishing.arrange': ['contentAdmin'],
  // LC-119: a named checker answers for what is proposed to the main portal
  'publishing.propose': ['checker', 'boardMember', 'head'],
  'publishing.receive': ['boardMember', 'head'],
} as const satisfies Permits;
