import type { ComponentChildren } from 'preact';
import type { Lang } from '../rules/lang.ts';
import { type LinkView, TextLink } from './links.tsx';
import { Head, type PageHead } from './page-head.tsx';
import { Brand, NoticePlace, type PortalFace, SkipLinks } from './public-page.tsx';
import { GateMark, Roof } from './scenes.tsx';
import { uiWords } from './words.ts';

export interface PlainPageProps {
  readonly lang: Lang;
  readonly head: PageHead;
  /** Without a portal (signing in, the software itself) the gate stands there. */
  readonly portal?: PortalFace | undefined;
  readonly other?: { readonly lang: Lang; readonly href: string } | undefined;
  readonly children: ComponentChildren;
}

/** One thing on one page: signing in, an error, a closed or maintained portal. No menu, no footer to query. */
export function PlainPage({ lang, head, portal, other, children }: PlainPageProps) {
  const w = uiWords(lang);
  return (
    <html lang={lang} data-view="">
      <Head head={head} after={portal ? `${portal.eyebrow} ${portal.name}` : 'Cổng Làng'} />
      <body class="plain">
        <SkipLinks main={w.skipToMain} />
        <NoticePlace />
        <header class="gatehouse">
          <div class="wide masthead">
            {portal ? (
              <Brand portal={portal} />
            ) : (
              <p class="brand">
                <GateMark /> <strong class="brand-name">Cổng Làng</strong>
              </p>
            )}
            {other && (
              <TextLink
                class="plain-language"
                link={{ ...other, text: other.lang === 'vi' ? 'Tiếng Việt' : 'English' }}
              />
            )}
          </div>
          <Roof />
        </header>
        <main id="noi-dung" class="wide" tabindex={-1}>
          {children}
        </main>
      </body>
    </html>
  );
}

/** The designed states in which there is no content to show. */
export type StateKind =
  | 'error'
  | 'notFound'
  | 'forbidden'
  | 'closed'
  | 'withdrawn'
  | 'maintenance'
  | 'expired';

export interface StateMessageProps {
  readonly kind: StateKind;
  /** Short words above the title, e.g. "Lỗi 404" or "Đã gỡ". */
  readonly eyebrow: string;
  readonly title: string;
  /** What happened and what to do next, in whole sentences. */
  readonly children: ComponentChildren;
  readonly links?: readonly LinkView[] | undefined;
  /** For support: when and under which number it is in the log. */
  readonly reference?: string | undefined;
}

/** The gate, drawn open, half open or shut, with words that say what to do next. */
export function StateMessage({ kind, eyebrow, title, children, links, reference }: StateMessageProps) {
  return (
    <div class={`state state-${kind}`}>
      <StateGate kind={kind} />
      <div>
        <p class="eyebrow">{eyebrow}</p>
        <h1>{title}</h1>
        <div class="prose">{children}</div>
        {links && links.length > 0 && (
          <ul class="ways">
            {links.map((link) => (
              <li key={link.href}>
                <TextLink link={link} />
              </li>
            ))}
          </ul>
        )}
        {reference && <p class="note num">{reference}</p>}
      </div>
    </div>
  );
}

/** What is seen in the arch: nothing there, doors shut, a ladder while it is mended. */
const GATE_VIEW: Readonly<Record<StateKind, string>> = {
  notFound: '<path d="M50 130q5-5 10 0t10 0 10 0 10 0"/><path stroke-dasharray="1 9" d="M70 88v28"/>',
  withdrawn: '<path d="M57 90h26v34H57zM63 100h14M63 109h14" stroke-dasharray="4 5"/>',
  closed: '<path d="M70 66v72M63 104v8M77 104v8"/>',
  forbidden: '<path d="M58 102h24v18H58zM63 102v-6a7 7 0 0 1 14 0v6"/>',
  expired: '<circle cx="70" cy="106" r="16"/><path d="M70 97v9l6 5"/>',
  maintenance: '<path d="M60 138 66 82M80 138 74 82M65 94h10M64 106h12M63 118h14M62 130h16"/>',
  error: '<path d="M70 86v26M70 125v1" stroke-width="6"/>',
};

/** Roof, walls, two small posts with lotus buds, threshold. */
const GATE_FRAME =
  '<path class="state-roof" d="M8 24c6 9 15 13 30 13h64c15 0 24-4 30-13-3 14-13 24-31 24H39C21 48 11 38 8 24Z"/>' +
  '<path class="state-roof" d="M38 6c4 5 9 7 17 7h30c8 0 13-2 17-7-2 8-8 13-17 13H55c-9 0-15-5-17-13Z"/>' +
  '<path d="M54 22v10M86 22v10M32 138V54M108 138V54M44 138V92a26 26 0 0 1 52 0v46M2 138h136"/>' +
  '<path d="M16 138V92M124 138V92M10 92h12M118 92h12"/>' +
  '<path class="state-roof" d="M16 88c-6-5-6-9 0-16 6 7 6 11 0 16ZM124 88c-6-5-6-9 0-16 6 7 6 11 0 16Z"/>';

function StateGate({ kind }: { kind: StateKind }) {
  const drawing = GATE_FRAME + GATE_VIEW[kind];
  return (
    <svg
      class="state-gate"
      viewBox="0 0 140 144"
      width="210"
      height="216"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: drawing }}
    />
  );
}
