import { DECISIONS } from './decisions.ts';
import { DIRTY_DECISIONS } from './decisions-dirty.ts';
import type { LegalForm } from './form.ts';
import { NORMATIVE } from './normative.ts';
import { PLANS } from './plans.ts';

export type { LegalForm } from './form.ts';

/** Every form, each with what a person reads in it. */
export const LEGAL_FORMS: readonly LegalForm[] = [...DECISIONS, ...DIRTY_DECISIONS, ...PLANS, ...NORMATIVE];

export { textOfOutline } from './outline-text.ts';
export { OUTLINES, type Outline } from './outlines.ts';
