import type { ComponentChildren } from 'preact';
import type { Lang } from '../rules/lang.ts';
import { NOTICE_PLACE } from '../rules/view.ts';
import { Icon } from './icons.tsx';
import { type LinkView, type MomentView, TextLink } from './links.tsx';
import { Head, type PageHead } from './page-head.tsx';
import { Arch, Roof, type SceneName } from './scenes.tsx';
import { LANGUAGE_NAMES, uiWords } from './words.ts';

/** A portal's own face: its full name in letters, its arch. Colour comes with the theme's stylesheet. */
export interface PortalFace {
  /** "Cổng thông tin điện tử" */
  readonly eyebrow: string;
  /** "Tỉnh Lào Cai" */
  readonly name: string;
  readonly homeHref: string;
  readonly scene: SceneName;
  /** The locality's own emblem instead of a scene, as an image file. */
  readonly emblem?: { readonly src: string; readonly width: number; readonly height: number } | undefined;
  /** The portal this one belongs to, shown above the header of a member. */
  readonly parent?: LinkView | undefined;
}

/**
 * What the law wants on every page of a portal (TT 22/2023, TT 32/2017 Đ15–22, TT 09/2014 Đ2.3, and the regulation): who runs
 * it, who answers for it and how to reach them.
 */
export interface FooterFacts {
  /** Cơ quan chủ quản. */
  readonly body: string;
  /** The body above it. */
  readonly superior?: string | undefined;
  readonly responsible: string;
  readonly address: string;
  readonly phone: string;
  readonly fax?: string | undefined;
  readonly email: string;
  readonly licence?: string | undefined;
  /** Whose the content is. */
  readonly copyright?: string | undefined;
  /** How to credit reused information. */
  readonly credit: string;
  readonly contactHref?: string | undefined;
  readonly columns: readonly { readonly title: string; readonly links: readonly LinkView[] }[];
}

/** The other language: the same page there, or its home when the page has no translation. */
export interface OtherLanguage {
  readonly lang: Lang;
  readonly href: string;
}

export interface PublicPageProps {
  readonly lang: Lang;
  readonly head: PageHead;
  readonly portal: PortalFace;
  readonly nav: readonly LinkView[];
  /** On a phone too: where the menu itself is looked at. */
  readonly isMenuOpen?: boolean | undefined;
  /** The civil date, in words. Left out where a page is kept longer than a day. */
  readonly today?: MomentView | undefined;
  readonly other?: OtherLanguage | undefined;
  /** The form for text size, contrast and dark ground. */
  readonly viewHref: string;
  readonly listenHref?: string | undefined;
  /** `id` of the page's search field, for a skip link. */
  readonly searchId?: string | undefined;
  readonly footer: FooterFacts;
  readonly children: ComponentChildren;
}

/** A public page: gate above, threshold below, one main part between. */
export function PublicPage(props: PublicPageProps) {
  const { lang, portal } = props;
  const w = uiWords(lang);
  return (
    <html lang={lang} data-view="">
      <Head head={props.head} after={`${portal.eyebrow} ${portal.name}`} />
      <body class="public">
        <SkipLinks main={w.skipToMain} nav={w.skipToNav} />
        <NoticePlace />
        <header class="gatehouse">
          <TopBar {...props} />
          <div class="wide masthead">
            <Brand portal={portal} />
            <div class="means">
              <ul class="means-links">
                <li>
                  <a href={props.viewHref}>
                    <Icon name="a-large-small" /> {w.view}
                  </a>
                </li>
                {props.listenHref && (
                  <li>
                    <a href={props.listenHref}>
                      <Icon name="ear" /> {w.listen}
                    </a>
                  </li>
                )}
              </ul>
              {props.other && <LanguageSwitch lang={lang} other={props.other} />}
            </div>
            <details class="menu" open={props.isMenuOpen}>
              <summary>
                <Icon name="menu" /> {w.menu}
              </summary>
            </details>
            <MainNav label={w.mainNav} nav={props.nav} viewHref={props.viewHref} viewText={w.view} />
          </div>
          <Roof />
        </header>
        <main id="noi-dung" class="wide" tabindex={-1}>
          {props.children}
        </main>
        <Threshold lang={lang} facts={props.footer} />
      </body>
    </html>
  );
}

/** A comment cannot be a vnode; the element carries it and is emptied of meaning by `display: contents`. */
export function NoticePlace() {
  return <div class="notice-place" dangerouslySetInnerHTML={{ __html: NOTICE_PLACE }} />;
}

export function SkipLinks({
  main,
  nav,
  aside,
}: {
  main: string;
  nav?: string | undefined;
  /** The panel of a desk page. */
  aside?: string | undefined;
}) {
  return (
    <div class="skips">
      <a href="#noi-dung">{main}</a>
      {nav && <a href="#muc-luc">{nav}</a>}
      {aside && <a href="#ben-canh">{aside}</a>}
    </div>
  );
}

function TopBar({ portal, today, other }: PublicPageProps) {
  const only = portal.parent ? '' : ' topbar-phone';
  return (
    <div class={`topbar${only}`}>
      <div class="wide topbar-line">
        {portal.parent && (
          <a href={portal.parent.href}>
            <Icon name="arrow-left" /> {portal.parent.text}
          </a>
        )}
        {today && (
          <time class={portal.parent ? 'num topbar-date' : 'num'} dateTime={today.at}>
            {today.text}
          </time>
        )}
        {other && (
          <a class="topbar-language" href={other.href} lang={other.lang} hreflang={other.lang}>
            {LANGUAGE_NAMES[other.lang]}
          </a>
        )}
      </div>
    </div>
  );
}

/** Arch and full name; the name is the link home. */
export function Brand({ portal }: { portal: PortalFace }) {
  return (
    <a class="brand" href={portal.homeHref}>
      {portal.emblem ? (
        <img
          class="emblem"
          src={portal.emblem.src}
          width={portal.emblem.width}
          height={portal.emblem.height}
          alt=""
        />
      ) : (
        <Arch scene={portal.scene} />
      )}
      <span class="brand-words">
        <span class="brand-eyebrow">{portal.eyebrow}</span> <strong class="brand-name">{portal.name}</strong>
      </span>
    </a>
  );
}

function LanguageSwitch({ lang, other }: { lang: Lang; other: OtherLanguage }) {
  const here = <span aria-current="true">{LANGUAGE_NAMES[lang]}</span>;
  const there = (
    <a href={other.href} lang={other.lang} hreflang={other.lang}>
      {LANGUAGE_NAMES[other.lang]}
    </a>
  );
  return (
    <div class="language" role="group" aria-label={uiWords(lang).language}>
      {lang === 'vi' ? here : there}
      {lang === 'vi' ? there : here}
    </div>
  );
}

/** On a phone this stands closed behind the `<details>` before it: no copy, no script. */
function MainNav(props: { label: string; nav: readonly LinkView[]; viewHref: string; viewText: string }) {
  return (
    <nav class="mainnav" id="muc-luc" aria-label={props.label}>
      <ul>
        {props.nav.map((link) => (
          <li key={link.href}>
            <TextLink link={link} />
          </li>
        ))}
        <li class="phone-only">
          <a href={props.viewHref}>{props.viewText}</a>
        </li>
      </ul>
    </nav>
  );
}

/** The threshold: who runs the portal, how to reach them, how to reuse what is here. */
export function Threshold({ lang, facts }: { lang: Lang; facts: FooterFacts }) {
  const w = uiWords(lang);
  return (
    <footer class="threshold">
      <div class="wide threshold-grid">
        <div class="threshold-facts">
          <p class="threshold-title">
            <span class="unseen">{w.governingBody}: </span>
            {facts.body}
          </p>
          <dl>
            {facts.superior && <Fact term={w.superior}>{facts.superior}</Fact>}
            <Fact term={w.responsible}>{facts.responsible}</Fact>
            <Fact term={w.address}>{facts.address}</Fact>
            <Fact term={w.phone}>
              <a href={`tel:${facts.phone.replace(/[^\d+]/g, '')}`}>{facts.phone}</a>
            </Fact>
            {facts.fax && <Fact term={w.fax}>{facts.fax}</Fact>}
            <Fact term={w.email}>
              <a href={`mailto:${facts.email}`}>{facts.email}</a>
            </Fact>
            {facts.licence && <Fact term={w.licence}>{facts.licence}</Fact>}
          </dl>
          <p>{[facts.copyright, facts.credit].filter(Boolean).join(' ')}</p>
        </div>
        {facts.columns.map((column) => (
          <nav key={column.title} aria-label={column.title}>
            <p class="threshold-title">{column.title}</p>
            <ul>
              {column.links.map((link) => (
                <li key={link.href}>
                  <TextLink link={link} />
                </li>
              ))}
            </ul>
          </nav>
        ))}
      </div>
    </footer>
  );
}

function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}: </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** "Served from memory since …": put into a cached page at the notice's place when the database is gone. */
export function StaleNotice({ lang, since }: { lang: Lang; since: string }) {
  const w = uiWords(lang);
  return (
    <div class="stale" role="status">
      <p class="wide">
        <strong>{w.staleTitle}.</strong> {w.staleSince(since)}
      </p>
    </div>
  );
}
