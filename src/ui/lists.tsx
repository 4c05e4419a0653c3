import type { ComponentChildren } from 'preact';
import type { Lang } from '../rules/lang.ts';
import { Icon, type IconName } from './icons.tsx';
import { type LinkView, Moment, type MomentView, TextLink } from './links.tsx';
import { uiWords } from './words.ts';

/** The way here; the last one is the page itself and no link. */
export function Breadcrumb({
  lang,
  links,
  here,
}: {
  lang: Lang;
  links: readonly LinkView[];
  here?: string | undefined;
}) {
  return (
    <nav class="breadcrumb" aria-label={uiWords(lang).you}>
      <ol>
        {links.map((link) => (
          <li key={link.href}>
            <TextLink link={link} />
          </li>
        ))}
        {here && (
          <li>
            <span aria-current="page">{here}</span>
          </li>
        )}
      </ol>
    </nav>
  );
}

/** Title of a page that is not an article, with an optional line under it. */
export function PageTitle({
  title,
  eyebrow,
  children,
}: {
  title: string;
  eyebrow?: string | undefined;
  children?: ComponentChildren;
}) {
  return (
    <div class="page-title">
      {eyebrow && <p class="eyebrow">{eyebrow}</p>}
      <h1>{title}</h1>
      {children && <div class="page-lead">{children}</div>}
    </div>
  );
}

export type TagTone = 'plain' | 'good' | 'warn' | 'bad' | 'live';

/** A short state in words; colour never says it alone. */
export function Tag({
  tone,
  icon,
  children,
}: {
  tone?: TagTone | undefined;
  icon?: IconName | undefined;
  children: ComponentChildren;
}) {
  return (
    <span class={`tag tag-${tone ?? 'plain'}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}

export interface DocumentView {
  readonly href: string;
  readonly date: MomentView;
  /** "62/2026/QĐ-UBND"; never breaks at its hyphen. */
  readonly number: string;
  readonly abstract: string;
  /** "Có hiệu lực từ 01/03/2027" */
  readonly state?: string | undefined;
  readonly tone?: TagTone | undefined;
}

/** Date, number, abstract, state. */
export function DocumentRow({ document }: { document: DocumentView }) {
  return (
    <li class="document">
      <Moment moment={document.date} />
      <strong class="num document-number">{document.number}</strong>
      <div>
        <a href={document.href}>{document.abstract}</a>{' '}
        {document.state && (
          <span class={`document-state tone-${document.tone ?? 'plain'}`}>{document.state}</span>
        )}
      </div>
    </li>
  );
}

export function DocumentList({ documents }: { documents: readonly DocumentView[] }) {
  return (
    <ul class="documents">
      {documents.map((document) => (
        <DocumentRow key={document.href} document={document} />
      ))}
    </ul>
  );
}

export interface PagerProps {
  readonly lang: Lang;
  readonly newerHref?: string | undefined;
  readonly olderHref?: string | undefined;
  /** "20 tin, từ 18/11/2026 trở về trước" */
  readonly words?: string | undefined;
}

/** Keyset pages: newer and older, no numbers that shift. */
export function Pager({ lang, newerHref, olderHref, words }: PagerProps) {
  const w = uiWords(lang);
  if (!newerHref && !olderHref) return null;
  return (
    <nav class="pager" aria-label={w.pages}>
      {newerHref ? (
        <a href={newerHref} rel="prev">
          <Icon name="arrow-left" /> {w.newer}
        </a>
      ) : (
        <span />
      )}
      {words && <p class="num">{words}</p>}
      {olderHref ? (
        <a href={olderHref} rel="next">
          {w.older} <Icon name="arrow-right" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}

export interface FilterBarProps {
  readonly lang: Lang;
  readonly action: string;
  /** `Field`s; they are laid side by side where there is room. */
  readonly children: ComponentChildren;
  /** The list as it is now, in words: "124 văn bản, Quyết định, năm 2026". */
  readonly result?: string | undefined;
  /** Set when a filter is on. */
  readonly clearHref?: string | undefined;
}

/** Filters that live in the address: a GET form. */
export function FilterBar({ lang, action, children, result, clearHref }: FilterBarProps) {
  const w = uiWords(lang);
  return (
    <form class="filters" action={action} role="search" aria-label={w.filter}>
      <details class="filter-menu" open={clearHref !== undefined}>
        <summary>
          <Icon name="list-filter" /> {w.filter}
        </summary>
      </details>
      <div class="filter-fields">
        {children}
        <div class="filter-go">
          <button class="button" type="submit">
            {w.applyFilter}
          </button>
          {clearHref && <a href={clearHref}>{w.clearFilter}</a>}
        </div>
      </div>
      {result && (
        <p class="filter-result num" role="status">
          {result}
        </p>
      )}
    </form>
  );
}

export interface EmptyStateProps {
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly links?: readonly LinkView[] | undefined;
}

/** Nothing here yet, or nothing found: says why and what to do. */
export function EmptyState({ title, children, links }: EmptyStateProps) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children && <div>{children}</div>}
      {links && (
        <ul class="ways">
          {links.map((link) => (
            <li key={link.href}>
              <TextLink link={link} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Links with an icon before each word, e.g. what one can do with a record. */
export function IconLinks({
  links,
  label,
}: {
  links: readonly (LinkView & { icon: IconName })[];
  label?: string | undefined;
}) {
  return (
    <ul class="icon-links" aria-label={label}>
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href}>
            <Icon name={link.icon} /> <span>{link.text}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
