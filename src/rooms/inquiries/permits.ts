import type { Permits } from '../../rules/access/index.ts';

/** Who may do what with inquiries. What is confidential the board alone reads; row-level security says the same. */
export const permits = {
  'inquiries.read': ['editor', 'checker', 'boardMember', 'head'],
  'inquiries.readConfidential': ['boardMember', 'head'],
  // LC-020, QN-041, LX-022, BG-052: the board receives, classifies and forwards
  'inquiries.triage': ['checker', 'boardMember', 'head'],
  'inquiries.answer': ['editor', 'checker', 'boardMember', 'head'],
  'inquiries.check': ['checker', 'boardMember', 'head'],
  // LC-063: a leader of the body answers
  'inquiries.sign': ['head'],
  // the public and the machine that takes in what it sends; no person holds it
  'inquiries.receive': [],
  // emptying of personal data is ordered by people and done by the machine, which alone may touch the history
  'inquiries.orderForgetting': ['boardMember', 'head'],
  'inquiries.forget': [],
  // one's own data are asked for in confidence: the board alone carries it out
  'inquiries.carryOutRights': ['boardMember', 'head'],
  'inquiries.changeKeeping': ['contentAdmin', 'head'],
  'inquiries.warn': [],
  'inquiries.remark': ['contentAdmin', 'technicalAdmin', 'editor', 'checker', 'boardMember', 'head'],
} as const satisfies Permits;
