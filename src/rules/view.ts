/**
 * What is changed in a finished page without rendering it again: how its reader wants pages shown, and the notice of
 * a stored copy. So cached pages serve everyone, and the choice works without JavaScript and without an account.
 */

/** The cookie that keeps a reader's choices, joined by full stops. */
export const VIEW_COOKIE = 'xem';
/** The words of each choice; none of them is the plain view: ground by the system, 100 %, ordinary contrast. */
export const VIEW_CHOICES = {
  theme: ['light', 'dark'],
  size: ['size-125', 'size-150', 'size-200'],
  contrast: ['contrast'],
} as const;

/** The first known word of each choice, in a fixed order; anything else is dropped, so no reader's text reaches a page. */
function knownWords(words: Iterable<string>): string[] {
  const said = new Set(words);
  return Object.values(VIEW_CHOICES).flatMap((known: readonly string[]) => {
    const word = known.find((one) => said.has(one));
    return word ? [word] : [];
  });
}

/** The content of `data-view` for a cookie value; '' is the plain view. */
export function readView(cookie: string | undefined): string {
  return cookie ? knownWords(cookie.split('.')).join(' ') : '';
}

/** The cookie value for the words a reader chose; '' is the plain view. */
export function viewCookie(choices: Iterable<string>): string {
  return knownWords(choices).join('.');
}

/** The page as this reader wants it: only its opening tag, `<html lang="vi" data-view="">`, changes. */
export function withView(page: string, view: string): string {
  return view === '' ? page : page.replace('data-view=""', `data-view="${view}"`);
}

/** Where the notice "served from memory since …" goes in a page. */
export const NOTICE_PLACE = '<!--cong-lang:notice-->';

/** The page with a rendered notice at its place. */
export function withNotice(page: string, notice: string): string {
  return page.replace(NOTICE_PLACE, () => notice);
}
