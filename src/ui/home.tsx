import type { ComponentChildren } from 'preact';
import type { Lang } from '../rules/lang.ts';
import { Drawing } from './drawings.tsx';
import { Icon, type IconName } from './icons.tsx';
import { type LinkView, Moment, type MomentView, TextLink } from './links.tsx';
import type { SceneName } from './scenes.tsx';
import { uiWords } from './words.ts';

export interface SearchBlockProps {
  readonly lang: Lang;
  /** The portal's own question, e.g. "Bà con cần tìm gì?" */
  readonly question: string;
  readonly action: string;
  /** What can be found, for the field's help (never in place of its label). */
  readonly hint?: string | undefined;
  readonly value?: string | undefined;
  readonly often?: readonly LinkView[] | undefined;
  readonly drawing?: SceneName | undefined;
}

/** The first thing under the roof: a field that finds. The page's h1 on a home page. */
export function SearchBlock({ lang, question, action, hint, value, often, drawing }: SearchBlockProps) {
  const w = uiWords(lang);
  return (
    <div class="search-block">
      {drawing && <Drawing name={drawing} />}
      <form action={action} role="search">
        <h1>
          <label for="tim">{question}</label>
        </h1>
        <div class="search-line">
          <Icon name="search" />
          <input id="tim" type="search" name="q" value={value ?? ''} placeholder={hint} autocomplete="off" />
          <button class="button search-button" type="submit">
            {w.search}
          </button>
        </div>
      </form>
      {often && often.length > 0 && (
        <p class="often">
          {w.oftenSought}{' '}
          {often.map((link, i) => (
            <>
              {i > 0 && ' · '}
              <TextLink link={link} />
            </>
          ))}
        </p>
      )}
    </div>
  );
}

export interface TaskView extends LinkView {
  readonly icon: IconName;
  readonly note?: string | undefined;
}

/** The eight things people come for, from use. Notes are left out on phones. */
export function TaskGrid({
  lang,
  title,
  tasks,
}: {
  lang: Lang;
  title?: string | undefined;
  tasks: readonly TaskView[];
}) {
  return (
    <section class="tasks" aria-labelledby="viec">
      <h2 id="viec">{title ?? uiWords(lang).tasks}</h2>
      <ul>
        {tasks.map((task) => (
          <li key={task.href}>
            <Icon name={task.icon} />
            <div>
              <TextLink link={task} />
              {task.note && <p>{task.note}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

export interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly more?: LinkView | undefined;
  readonly children: ComponentChildren;
}

/** A 2 px rule opens it, hairlines part its rows. */
export function Section({ id, title, more, children }: SectionProps) {
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      {more && <More link={more} />}
    </section>
  );
}

export function More({ link }: { link: LinkView }) {
  return (
    <p class="more">
      <TextLink link={link} />
    </p>
  );
}

/** Sections side by side where there is room: as many columns as fit, never narrower than 26 letters. */
export function Columns({ children, uneven }: { children: ComponentChildren; uneven?: boolean | undefined }) {
  return <div class={uneven ? 'columns uneven' : 'columns'}>{children}</div>;
}

/** Title in a left rail of 252 px, content beside it. */
export function RailSection(props: SectionProps & { note?: ComponentChildren }) {
  return (
    <section class="rail-section" aria-labelledby={props.id}>
      <div class="rail-head">
        <h2 id={props.id}>{props.title}</h2>
        {props.note && <p class="note">{props.note}</p>}
        {props.more && <More link={props.more} />}
      </div>
      <div class="rail-content">{props.children}</div>
    </section>
  );
}

export interface ItemView {
  readonly href: string;
  readonly title: string;
  readonly kind?: string | undefined;
  readonly date?: MomentView | undefined;
  readonly body?: string | undefined;
  readonly summary?: string | undefined;
  readonly lang?: Lang | undefined;
  /** A tag or clock under the title, after the body. */
  readonly mark?: ComponentChildren;
}

/** One row of a list: kind and date, title, body. `strong`: the title in bold, as among news. */
export function ItemRow({
  item,
  strong,
  level,
}: {
  item: ItemView;
  strong?: boolean | undefined;
  level?: 2 | 3 | undefined;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article class={strong ? 'item item-strong' : 'item'}>
      {(item.kind || item.date) && (
        <p class="item-meta item-kind">
          {item.kind}
          {item.kind && item.date && ' · '}
          {item.date && <Moment moment={item.date} />}
        </p>
      )}
      <Heading class="item-title">
        <a href={item.href} lang={item.lang} hreflang={item.lang}>
          {item.title}
        </a>
      </Heading>
      {item.summary && <p class="item-summary">{item.summary}</p>}
      {(item.body || item.mark) && (
        <p class="item-meta">
          {item.body}
          {item.body && item.mark && ' · '}
          {item.mark}
        </p>
      )}
    </article>
  );
}

export interface ItemListProps {
  readonly items: readonly ItemView[];
  readonly strong?: boolean | undefined;
  readonly level?: 2 | 3 | undefined;
  /** A page's main list: kind and date stand in the left rail where there is room. */
  readonly railed?: boolean | undefined;
  /** Two side by side where there is room. */
  readonly paired?: boolean | undefined;
}

/** A list of {@link ItemRow}. */
export function ItemList({ items, strong, level, railed, paired }: ItemListProps) {
  return (
    <div class={`items${railed ? ' railed' : ''}${paired ? ' paired' : ''}`}>
      {items.map((item) => (
        <ItemRow key={item.href} item={item} strong={strong} level={level} />
      ))}
    </div>
  );
}

/** A picture in a page; width and height are the file's own, so that nothing jumps. */
export interface PictureView {
  readonly src: string;
  readonly srcset?: string | undefined;
  /** How wide it stands on the page, for choosing among `srcset`. */
  readonly sizes?: string | undefined;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly caption?: string | undefined;
}

export interface LeadAndListProps {
  readonly id: string;
  readonly title: string;
  readonly lead: ItemView & { readonly picture?: PictureView | undefined };
  readonly items: readonly ItemView[];
  readonly more?: LinkView | undefined;
}

/** What is new: one lead, a short list. Without a photograph there is none. */
export function LeadAndList({ id, title, lead, items, more }: LeadAndListProps) {
  return (
    <section class={lead.picture ? 'lead-and-list' : 'lead-and-list no-picture'} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="lead-columns">
        <article class="lead">
          {lead.picture && <Picture picture={lead.picture} eager />}
          <h3>
            <a href={lead.href}>{lead.title}</a>
          </h3>
          {lead.summary && <p>{lead.summary}</p>}
          <p class="item-meta">
            {lead.kind}
            {lead.kind && lead.date && ' · '}
            {lead.date && <Moment moment={lead.date} />}
          </p>
        </article>
        <div class="lead-list">
          <ItemList items={items} strong={lead.picture !== undefined} />
          {more && <More link={more} />}
        </div>
      </div>
    </section>
  );
}

/** An image; only the first on a page is fetched at once. */
export function Picture({ picture, eager }: { picture: PictureView; eager?: boolean | undefined }) {
  return (
    <img
      src={picture.src}
      srcset={picture.srcset}
      sizes={picture.sizes}
      alt={picture.alt}
      width={picture.width}
      height={picture.height}
      loading={eager ? undefined : 'lazy'}
      decoding="async"
    />
  );
}

export interface ScheduleRow {
  readonly time: string;
  readonly text: ComponentChildren;
}

/** Times or names on the left, what happens on the right: a leader's day, opening hours. */
export function Schedule({ rows }: { rows: readonly ScheduleRow[] }) {
  return (
    <dl class="schedule">
      {rows.map((row) => (
        <div key={row.time}>
          <dt class="num">{row.time}</dt>
          <dd>{row.text}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface MemberDirectoryProps {
  readonly lang: Lang;
  readonly id: string;
  readonly title: string;
  readonly note?: string | undefined;
  readonly searchAction: string;
  readonly departments: readonly LinkView[];
  /** Every letter of the alphabet in use, with the page of its communes. */
  readonly letters: readonly LinkView[];
}

/** The member portals: departments in columns, communes and wards by letter. */
export function MemberDirectory(props: MemberDirectoryProps) {
  const w = uiWords(props.lang);
  return (
    <RailSection id={props.id} title={props.title} note={props.note}>
      <form class="member-search" action={props.searchAction} role="search" aria-labelledby={props.id}>
        <label for="tim-thanh-vien">{w.findMember}</label>
        <div class="field-line">
          <input id="tim-thanh-vien" type="search" name="ten" />
          <button class="button second" type="submit">
            <Icon name="search" /> {w.search}
          </button>
        </div>
      </form>
      <ul class="member-columns">
        {props.departments.map((link) => (
          <li key={link.href}>
            <TextLink link={link} />
          </li>
        ))}
      </ul>
      <h3 class="small-title" id={`${props.id}-chu`}>
        {w.byLetter}
      </h3>
      <ul class="letters" aria-labelledby={`${props.id}-chu`}>
        {props.letters.map((link) => (
          <li key={link.href}>
            <TextLink link={link} />
          </li>
        ))}
      </ul>
    </RailSection>
  );
}
