import { z } from 'zod';
import { periodUnits, portalRoles } from './kinds.ts';

// Every message is the end of a sentence that begins with the path: "duties[3].period.value must be …".

export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

export const text = z.string({ error: 'must be a text' }).trim().min(1, { error: 'must not be empty' });
export const words = z.strictObject({ vi: text, en: text }, { error: 'must have a text in vi and in en' });
export const civilDate = z.iso.date({ error: 'must be a date YYYY-MM-DD' });
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'must be a month YYYY-MM' });
export const code = z
  .string({ error: 'must be a code' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower-case letters, digits and single hyphens' });
export const dutyIds = z.array(
  z.string().regex(/^(LC|TB|QN|LX|BG)-\d{3}$/, { error: 'must be a duty id such as LC-047' }),
  { error: 'must be a list of duty ids' },
);
export const wholeNumber = z
  .number({ error: 'must be a whole number ≥ 0' })
  .int({ error: 'must be a whole number ≥ 0' })
  .min(0, { error: 'must be a whole number ≥ 0' });

/** When a value is law, and which text says so. `confirmed: false` marks a value the source text of which was not to be had. */
const dated = {
  validFrom: civilDate,
  validTo: civilDate.optional(),
};

/** A value of law: its article, the duties of requirements.json it carries, our reading where the text leaves room. */
export const legal = {
  article: text,
  /** The text the article stands in, when it is not the profile's own instrument. */
  source: text.optional(),
  /** The article as printed, where the text cites a wrong one and `article` is the right one. */
  printedAs: text.optional(),
  duty: dutyIds,
  reading: words.optional(),
  confirmed: z.boolean().default(true),
  ...dated,
};

/** A default of the product where the regulation has no rule: never shown as law. */
export const ours = {
  ...legal,
  article: text.optional(),
  ours: z.boolean().default(false),
};

export const period = z.strictObject({ value: wholeNumber, unit: oneOf(periodUnits) });

export const portals = z.array(oneOf(portalRoles)).min(1, { error: 'must name main, member or both' });

export const holder = z.strictObject({
  ...words.shape,
  /** Month in which the body ceased; the text keeps its printed name. */
  ceased: month.optional(),
  /** Who holds the function now; configuration, to be set by the locality. */
  now: words.optional(),
  /** The body that asks for the thing itself, not one above it. */
  applicant: z.boolean().optional(),
});
