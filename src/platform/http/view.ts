/**
 * How a reader wants pages shown: kept in one cookie, put into the opening tag of finished pages, so that
 * cached pages serve everyone and the choice works without JavaScript and without an account.
 */
export const VIEW_COOKIE = 'xem';
export const VIEW_CHOICES = {
  theme: ['light', 'dark'],
  size: ['size-125', 'size-150', 'size-200'],
  contrast: ['contrast'],
} as const;

const KNOWN = new Set<string>(Object.values(VIEW_CHOICES).flat());
const OPENING = 'data-view=""';

/** The known choices of a cookie value, in a fixed order; anything else is ignored. */
export function readView(cookie: string | undefined): string {
  if (!cookie) return '';
  const chosen = new Set(cookie.split('.').filter((one) => KNOWN.has(one)));
  return [...KNOWN].filter((one) => chosen.has(one)).join(' ');
}

export function viewCookie(choices: Iterable<string>): string {
  const chosen = new Set(choices);
  return [...KNOWN].filter((one) => chosen.has(one)).join('.');
}

/** Puts the reader's choices into a finished page. */
export function withView(html: string, view: string): string {
  return view ? html.replace(OPENING, `data-view="${view}"`) : html;
}
