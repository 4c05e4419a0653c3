import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** `<br/>` as XHTML wrote it: the Nu checker asks for `<br>`. Values are always quoted, so `"[^"]*"` is safe. */
const CLOSED_VOID = /<((?:meta|link|br|hr|img|input|col|source|track|wbr)(?:"[^"]*"|[^"<>])*?)\/>/g;

/**
 * A whole page as text, with its doctype. The opening tag of `<html>` comes out exactly as
 * `<html lang="vi" data-view="">`: `rules/view` puts a reader's view in there without rendering again.
 */
export function renderPage<P>(page: VNode<P>): string {
  const html = renderToString(page as VNode).replace(CLOSED_VOID, '<$1>');
  return `<!doctype html>${html.replace(/^<html lang="(vi|en)" data-view>/, '<html lang="$1" data-view="">')}`;
}

/** A part of a page as text: for what is put into a cached page, or sent to an island. */
export function renderPart<P>(part: VNode<P>): string {
  return renderToString(part as VNode);
}
