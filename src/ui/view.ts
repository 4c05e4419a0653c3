/** How a reader wants to see pages, kept in a cookie and set on `<html data-view="">`. */
export interface View {
  readonly ground: 'auto' | 'light' | 'dark';
  /** Text size in per cent of the browser's own. */
  readonly size: 100 | 125 | 150 | 200;
  readonly contrast: boolean;
}

export const PLAIN_VIEW: View = { ground: 'auto', size: 100, contrast: false };
export const TEXT_SIZES = [100, 125, 150, 200] as const;

/** The cookie value and the content of `data-view`: known words only, in a fixed order, '' for the plain view. */
export function viewText(view: View): string {
  const words: string[] = [];
  if (view.ground !== 'auto') words.push(view.ground);
  if (view.size !== 100) words.push(`size-${view.size}`);
  if (view.contrast) words.push('contrast');
  return words.join(' ');
}

/** Reads a cookie or a form back; what is not known is dropped, so that no reader's text reaches a page. */
export function parseView(text: string | undefined): View {
  const words = new Set((text ?? '').split(/[\s+]+/));
  const ground = words.has('dark') ? 'dark' : words.has('light') ? 'light' : 'auto';
  const size = TEXT_SIZES.find((s) => s !== 100 && words.has(`size-${s}`)) ?? 100;
  return { ground, size, contrast: words.has('contrast') };
}

/** The page as this reader wants it: only the opening tag changes, so cached pages serve every view. */
export function withView(page: string, view: View): string {
  const text = viewText(view);
  return text === '' ? page : page.replace(' data-view="">', ` data-view="${text}">`);
}
