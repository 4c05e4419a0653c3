import { deskPath } from '../../platform/http/paths.ts';
import type { RequestContext } from '../../platform/http/types.ts';

/** A form that was sent after its session had ended, to be sent again after signing in. */
export interface Carried {
  /** The desk address it was sent to. */
  to: string;
  fields: readonly (readonly [name: string, value: string])[];
}

/** The hidden field of the sign-in page that holds it. It travels through the browser only; nothing is stored. */
export const CARRIED_FIELD = '_dangDo';

/** The old form token is worthless, and a password must not be written into a page. */
const LEFT_BEHIND = /^_|password/i;

export function carriedOf({ path, form }: Pick<RequestContext, 'path' | 'form'>): Carried {
  return { to: path, fields: [...form].filter(([name]) => !LEFT_BEHIND.test(name)) };
}

export function writeCarried(carried: Carried): string {
  return JSON.stringify([carried.to, carried.fields]);
}

/** What the sign-in form carries, if it is whole and leads to the desk. */
export function readCarried(form: URLSearchParams): Carried | undefined {
  const text = form.get(CARRIED_FIELD);
  if (!text) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed) || typeof parsed[0] !== 'string' || !Array.isArray(parsed[1])) return undefined;
  const [to, fields] = parsed as [string, unknown[]];
  const isDesk = (['vi', 'en'] as const).some((lang) => to.startsWith(`${deskPath(lang)}/`));
  if (!isDesk || /[\s\\?#]/.test(to) || to.includes('//')) return undefined;
  const pairs = fields.filter(isPair);
  return pairs.length === fields.length ? { to, fields: pairs } : undefined;
}

function isPair(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string');
}
