import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { bodyKinds } from '../rules/profile/index.ts';
import { Refusal } from '../rules/refusal.ts';
import { TOOL_WORDS } from './words.ts';

// What the files of found-locality and open-portal may hold. The rooms check what the law asks; here only the form.

const words = z.object({ vi: z.string(), en: z.string() });
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'must be a day YYYY-MM-DD');

const contact = z.strictObject({
  managedBy: words,
  responsible: words,
  address: words,
  phone: z.string(),
  fax: z.string().exactOptional(),
  email: z.string(),
  hours: words.exactOptional(),
});

const face = z
  .strictObject({
    colour: z.string().default('#22386e'),
    scene: z.string().default('mountains'),
    drawing: z.string().default('mountains'),
    searchQuestion: words.default({ vi: 'Bạn tìm gì?', en: 'What are you looking for?' }),
    tasks: z.array(z.strictObject({ icon: z.string(), title: words, note: words, href: words })).default([]),
    popular: z.array(words).default([]),
  })
  .prefault({});

const body = z.strictObject({
  nameVi: z.string(),
  nameEn: z.string(),
  shortName: z.string().exactOptional(),
  abbreviation: z.string(),
  kind: z.enum(bodyKinds),
  administrativeCode: z.string().exactOptional(),
});

const opening = {
  host: z.string().transform((host) => host.toLowerCase()),
  openedOn: day,
  decision: z.string().exactOptional(),
  englishAbbreviation: z.string().exactOptional(),
  workflow: z.enum(['approve', 'check-then-approve']).default('check-then-approve'),
  face,
  contact,
};

/** A member portal, with its body. */
export const portalFile = z.strictObject({ ...opening, body });

/** A locality with its regulations and its main portal. */
export const localityFile = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/, 'must be small letters, digits and hyphens'),
  nameVi: z.string(),
  nameEn: z.string(),
  kind: z.enum(['province', 'city']),
  regulations: z
    .array(z.strictObject({ profileCode: z.string(), validFrom: day, decision: z.string() }))
    .min(1),
  main: z.strictObject({ ...opening, body }),
});

/** Reads a JSON file of one of these forms. @throws Refusal naming the place in the file */
export function readJson<T>(file: string, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8').normalize('NFC'));
  } catch (error) {
    throw new Refusal('file-unreadable', TOOL_WORDS.badFile(file, (error as Error).message));
  }
  return readForm(file, json, schema);
}

/** @param name how the refusal names what was given */
export function readForm<T>(name: string, value: unknown, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal(
    'file-unreadable',
    TOOL_WORDS.badFile(name, `${issue?.path.join('.')}: ${issue?.message}`),
  );
}
