import type { ComponentChildren } from 'preact';
import type { Lang } from '../rules/lang.ts';

/** What stands in `<head>`: every address is given from outside, already hashed where it is an asset. */
export interface PageHead {
  /** The page's own title; the portal's name is added after it. */
  readonly title: string;
  readonly description?: string | undefined;
  readonly canonical?: string | undefined;
  /** The same page in the other language (and in its own): `<link rel="alternate" hreflang>`. */
  readonly alternates?: readonly { readonly lang: Lang; readonly href: string }[] | undefined;
  readonly feeds?:
    | readonly { readonly href: string; readonly title: string; readonly type?: string | undefined }[]
    | undefined;
  /** In order: the portal's theme, then site.css (or desk.css). */
  readonly stylesheets: readonly string[];
  /** Islands, as modules: the page works without them. */
  readonly scripts?: readonly string[] | undefined;
  /** An SVG, or a square PNG. */
  readonly icon?: string | undefined;
  readonly robots?: string | undefined;
  /** Anything else a page needs, e.g. Open Graph `<meta>`. */
  readonly extra?: ComponentChildren;
}

/** The picture of the tab; a square of pixels serves the start screen of a telephone as well. */
function Icons({ href }: { href: string }) {
  if (!href.endsWith('.png')) return <link rel="icon" type="image/svg+xml" href={href} />;
  return (
    <>
      <link rel="icon" type="image/png" href={href} />
      <link rel="apple-touch-icon" href={href} />
    </>
  );
}

/** `<head>` of every page. `after` is the name put behind the title. */
export function Head({ head, after }: { head: PageHead; after: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{head.title === after ? after : `${head.title} – ${after}`}</title>
      {head.description && <meta name="description" content={head.description} />}
      {head.robots && <meta name="robots" content={head.robots} />}
      <meta name="color-scheme" content="light dark" />
      {head.stylesheets.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {head.icon && <Icons href={head.icon} />}
      {head.canonical && <link rel="canonical" href={head.canonical} />}
      {head.alternates?.map((a) => (
        <link key={a.lang} rel="alternate" hreflang={a.lang} href={a.href} />
      ))}
      {head.feeds?.map((f) => (
        <link
          key={f.href}
          rel="alternate"
          type={f.type ?? 'application/rss+xml'}
          title={f.title}
          href={f.href}
        />
      ))}
      {head.extra}
      {head.scripts?.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
    </head>
  );
}
