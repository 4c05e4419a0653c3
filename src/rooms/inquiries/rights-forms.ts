import { z } from 'zod';
import { type AskerFieldCode, askerFieldCodes } from '../../rules/profile/index.ts';
import { RIGHT_RULES, RIGHTS, type Right } from './rights-rules.ts';
import type { Asker } from './sealed.ts';

/** A request as it was typed. */
export interface RequestDraft {
  right: string;
  aboutIds: number[];
  text: string;
  reply: boolean;
  /** The number of the form: sent twice it is one request. */
  form: string;
}

export const REQUEST_TEXT_MOST = 3_000;
const REQUEST_TEXT_LEAST = 10;

export function readRequest(form: URLSearchParams): RequestDraft {
  const line = (name: string) => (form.get(name) ?? '').normalize('NFC');
  return {
    ...{ right: line('right'), text: line('text').replace(/\r\n?/g, '\n'), form: line('form') },
    aboutIds: form.getAll('about').flatMap((id) => (/^\d{1,15}$/.test(id) ? [Number(id)] : [])),
    reply: form.get('reply') === '1',
  };
}

export function findRight(typed: string): Right | undefined {
  return RIGHTS.find((right) => right === typed);
}

export type RequestProblem = 'right' | 'about' | 'text' | 'textLong';

/** What is wrong, in the order of the fields. */
export function requestProblems({ right: typed, aboutIds, text }: RequestDraft): RequestProblem[] {
  const problems: RequestProblem[] = [];
  const right = findRight(typed);
  if (!right) problems.push('right');
  if (aboutIds.length === 0) problems.push('about');
  const { length } = text.trim();
  if (right && RIGHT_RULES[right].needsText && length < REQUEST_TEXT_LEAST) problems.push('text');
  if (length > REQUEST_TEXT_MOST) problems.push('textLong');
  return problems;
}

const address = z.string().trim().max(300).pipe(z.email());

/** An e-mail address as it was typed; undefined when it is none. */
export function readAddress(typed: string): string | undefined {
  const parsed = address.safeParse(typed.normalize('NFC'));
  return parsed.success ? parsed.data : undefined;
}

const CONTACTS = ['email', 'phone', 'postal'] as const;

/** The sender as the board put it right; a field left empty is taken out. */
export function readAsker(form: URLSearchParams): Asker {
  const line = (name: string) => (form.get(name) ?? '').normalize('NFC').trim().slice(0, 300);
  const fields: Partial<Record<AskerFieldCode, string>> = {};
  for (const code of askerFieldCodes) if (line(code) !== '') fields[code] = line(code);
  const contact = CONTACTS.flatMap((name) => (line(name) === '' ? [] : [[name, line(name)] as const]));
  return { fields, ...Object.fromEntries(contact) };
}
