import { type ComponentChildren, Fragment } from 'preact';
import type { Lang } from '../rules/lang.ts';
import { Icon, type IconName } from './icons.tsx';
import type { LinkView } from './links.tsx';
import { Head, type PageHead } from './page-head.tsx';
import { NoticePlace, SkipLinks } from './public-page.tsx';
import { ProgressBar, type ProgressView } from './records.tsx';
import { GateMark } from './scenes.tsx';
import { uiWords } from './words.ts';

/** A room in the rail: only those the person has a part in. */
export interface RailItem {
  readonly href: string;
  readonly text: string;
  readonly icon: IconName;
  readonly count?: number | undefined;
  readonly current?: boolean | undefined;
  /** Heading over the entries of a group; those before the first heading have none. */
  readonly group?: string | undefined;
}

export interface KeyHint {
  readonly keys: readonly string[];
  readonly text: string;
}

export interface DeskPageProps {
  readonly lang: Lang;
  readonly head: PageHead;
  readonly homeHref: string;
  readonly portalName: string;
  /** Shown instead of "Bàn làm việc", e.g. in an editor. */
  readonly title?: string | undefined;
  readonly person: { readonly name: string; readonly role: string; readonly href: string };
  readonly rail: readonly RailItem[];
  readonly search?: { readonly action: string; readonly value?: string | undefined } | undefined;
  /** Long work under way, in the rail. */
  readonly progress?: readonly ProgressView[] | undefined;
  readonly signOut?:
    | { readonly action: string; readonly csrfName: string; readonly csrf: string }
    | undefined;
  /** Save state and who else edits, in the dark bar. */
  readonly status?: ComponentChildren;
  /** A panel on the right, e.g. the check before submission. */
  readonly aside?: ComponentChildren;
  readonly asideLabel?: string | undefined;
  /** Ways into the panel, at the foot of a narrow window where it comes last; otherwise one to its beginning. */
  readonly asideWays?: readonly LinkView[] | undefined;
  /** The line of keys under a list; `STANDARD_KEYS` for the usual ones. */
  readonly keys?: readonly KeyHint[] | undefined;
  readonly keysNote?: string | undefined;
  /** The part of the guides that speaks of this page. */
  readonly help?: { readonly href: string } | undefined;
  /** An editor has the whole width and no rail. */
  readonly railHidden?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** The keys every list of the desk answers to; X where its rows can be chosen. */
export function standardKeys(lang: Lang, canChoose = true): readonly KeyHint[] {
  const w = uiWords(lang);
  return [
    { keys: ['↓', '↑'], text: w.keyPick },
    { keys: ['Enter'], text: w.keyOpen },
    ...(canChoose ? [{ keys: ['X'], text: w.keyMark }] : []),
    { keys: ['/'], text: w.keySearch },
    { keys: ['?'], text: w.keyAll },
  ];
}

/** A page of the desk: dark bar, rail of rooms, one main part, sometimes a panel. */
export function DeskPage(props: DeskPageProps) {
  const { lang } = props;
  const w = uiWords(lang);
  const shape = `desk-frame${props.railHidden ? ' no-rail' : ''}${props.aside ? ' with-aside' : ''}`;
  return (
    <html lang={lang} data-view="">
      <Head head={props.head} after={props.portalName} />
      <body class="desk">
        <SkipLinks
          main={w.skipToMain}
          nav={props.railHidden ? undefined : w.deskNav}
          aside={props.aside ? props.asideLabel : undefined}
        />
        <NoticePlace />
        <DeskBar {...props} />
        <div class={shape}>
          {!props.railHidden && <Rail {...props} />}
          <main id="noi-dung" tabindex={-1}>
            {props.children}
            {props.keys && <KeyLine keys={props.keys} note={props.keysNote} />}
          </main>
          {props.aside && <AsideWays {...props} />}
          {props.aside && (
            <aside class="desk-aside" id="ben-canh" tabindex={-1} aria-label={props.asideLabel}>
              {props.aside}
            </aside>
          )}
        </div>
        {props.keys && <KeyDialog lang={lang} keys={props.keys} />}
      </body>
    </html>
  );
}

/** Stays at the foot of a narrow window until the panel is reached; where the panel stands beside, it is not shown. */
function AsideWays({ lang, asideLabel, asideWays }: DeskPageProps) {
  const ways = asideWays ?? [{ href: '#ben-canh', text: asideLabel ?? '' }];
  return (
    <nav class="aside-ways" aria-label={uiWords(lang).asideWays}>
      {ways.map((way, i) => (
        <a key={way.href} class={`button ${i === 0 ? 'main' : 'second'}`} href={way.href}>
          {way.text}
        </a>
      ))}
    </nav>
  );
}

function DeskBar(props: DeskPageProps) {
  const w = uiWords(props.lang);
  return (
    <header class="desk-bar">
      <a class="desk-brand" href={props.homeHref}>
        <GateMark />
        <span>
          <strong>{w.desk}</strong>
          <span class="desk-portal">{props.title ?? props.portalName}</span>
        </span>
      </a>
      {props.search && (
        <form class="desk-search" action={props.search.action} role="search">
          <label class="unseen" for="tim-viec">
            {w.deskSearch}
          </label>
          <Icon name="search" />
          <input
            id="tim-viec"
            type="search"
            name="q"
            value={props.search.value ?? ''}
            placeholder={w.deskSearch}
            data-desk-search
          />
          <span aria-hidden="true">
            <kbd>/</kbd>
          </span>
        </form>
      )}
      {props.status && (
        <div class="desk-status" role="status">
          {props.status}
        </div>
      )}
      {props.help && (
        <a class="desk-help" href={props.help.href}>
          <Icon name="book-open" /> <span>{w.help}</span>
        </a>
      )}
      <a class="desk-person" href={props.person.href}>
        <span>{props.person.name}</span>
        <span class="desk-role">{props.person.role}</span>
      </a>
    </header>
  );
}

function Rail(props: DeskPageProps) {
  const w = uiWords(props.lang);
  return (
    <aside class="rail" aria-label={w.deskMenu}>
      <details class="menu rail-menu">
        <summary>
          <Icon name="menu" /> {w.deskMenu}
        </summary>
      </details>
      <div class="rail-body">
        <nav id="muc-luc" aria-label={w.deskNav}>
          {[...Map.groupBy(props.rail, ({ group }) => group)].map(([group, items], i) => (
            <Fragment key={group ?? ''}>
              {group && (
                <p class="rail-group" id={`nhom-viec-${i}`}>
                  {group}
                </p>
              )}
              <ul aria-labelledby={group && `nhom-viec-${i}`}>
                {items.map((item) => (
                  <RailEntry key={item.href} {...item} />
                ))}
              </ul>
            </Fragment>
          ))}
        </nav>
        {props.progress?.map((p) => (
          <ProgressBar key={p.label} {...p} />
        ))}
        <p class="rail-person narrow-only">
          <a href={props.person.href}>
            {props.person.name}, {props.person.role}
          </a>
        </p>
        {props.signOut && (
          <form class="sign-out" method="post" action={props.signOut.action}>
            <input type="hidden" name={props.signOut.csrfName} value={props.signOut.csrf} />
            <button class="plain-button" type="submit">
              <Icon name="log-out" /> {w.signOut}
            </button>
          </form>
        )}
      </div>
    </aside>
  );
}

function RailEntry({ href, text, icon, count = 0, current }: RailItem) {
  return (
    <li>
      <a href={href} aria-current={current ? 'page' : undefined}>
        <Icon name={icon} />
        <span>{text}</span>
        {count > 0 && <span class="count num">{count}</span>}
      </a>
    </li>
  );
}

function KeyLine({ keys, note }: { keys: readonly KeyHint[]; note?: string | undefined }) {
  return (
    <div class="key-line">
      <ul>
        {keys.map((hint) => (
          <li key={hint.text}>
            {hint.keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}{' '}
            {hint.text}
          </li>
        ))}
      </ul>
      {note && <p>{note}</p>}
    </div>
  );
}

/** Opened by `?` (island desk-keys); without script the key line says the same. */
function KeyDialog({ lang, keys }: { lang: Lang; keys: readonly KeyHint[] }) {
  const w = uiWords(lang);
  return (
    <dialog class="keys-dialog" id="ban-phim" aria-labelledby="ban-phim-ten">
      <h2 id="ban-phim-ten">{w.keys}</h2>
      <dl class="key-list">
        {keys.map((hint) => (
          <div key={hint.text}>
            <dt>
              {hint.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{hint.text}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button class="button second" type="submit">
          {w.close}
        </button>
      </form>
    </dialog>
  );
}
