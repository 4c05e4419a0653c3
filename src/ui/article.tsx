import type { ComponentChildren } from 'preact';
import type { Lang } from '../rules/lang.ts';
import { type ClockView, ClockWords } from './clocks.tsx';
import { Picture, type PictureView } from './home.tsx';
import { Icon, type IconName } from './icons.tsx';
import { type LinkView, Moment, type MomentView, TextLink } from './links.tsx';
import { arrangeTables } from './tables.ts';
import { uiWords } from './words.ts';

/** Reading column of about 68 letters, margin beside it; under it where there is no room. */
export function WithMargin({
  children,
  margin,
}: {
  children: ComponentChildren;
  margin?: ComponentChildren;
}) {
  return (
    <div class="with-margin">
      <div class="reading">{children}</div>
      {margin}
    </div>
  );
}

export interface ArticleHeaderProps {
  readonly lang: Lang;
  /** "Tin hoạt động" */
  readonly kind: string;
  readonly title: string;
  readonly author?: string | undefined;
  readonly body?: string | undefined;
  readonly publishedAt?: MomentView | undefined;
  readonly editedAt?: MomentView | undefined;
  readonly historyHref?: string | undefined;
  /** 2 where the article stands inside a page that has a title of its own. */
  readonly level?: 1 | 2 | undefined;
}

/** Kind, title, body and author, date and time of publishing and of the last edit. */
export function ArticleHeader(props: ArticleHeaderProps) {
  const w = uiWords(props.lang);
  const by = [props.author, props.body].filter(Boolean).join(' · ');
  return (
    <div class="article-header">
      {props.kind && <p class="eyebrow">{props.kind}</p>}
      {props.level === 2 ? <h2>{props.title}</h2> : <h1>{props.title}</h1>}
      <p class="byline">
        {by && <span class="byline-by">{by}</span>}
        {props.publishedAt && (
          <span>
            {w.published} <Moment moment={props.publishedAt} />
          </span>
        )}
        {props.editedAt && (
          <span>
            {' · '}
            {w.edited} <Moment moment={props.editedAt} />
            {props.historyHref && (
              <>
                {' ('}
                <a href={props.historyHref}>{w.whatChanged}</a>)
              </>
            )}
          </span>
        )}
      </p>
    </div>
  );
}

export interface ArticleToolsProps {
  readonly lang: Lang;
  /** Where the island `read-aloud` puts its buttons. */
  readonly listen?: boolean | undefined;
  /** A print view; browsers print any page, so it may be the page's own address with `?in`. */
  readonly printHref: string;
  /** The article as a file of its own. */
  readonly saveHref: string;
  /** Sharing without script: a page or `mailto:`; the island `share` takes it over. */
  readonly shareHref: string;
  readonly citeHref: string;
  readonly feedHref?: string | undefined;
  /** Title and credit line, given to the island. */
  readonly shareText: string;
}

/** Print, save, share, cite, follow (TT 22/2023: every article can be printed, saved and shared). */
export function ArticleTools(props: ArticleToolsProps) {
  const w = uiWords(props.lang);
  return (
    <ul class="article-tools" aria-label={w.articleTools}>
      {props.listen && <li hidden data-listen={JSON.stringify(w.readAloud)} />}
      <li>
        <a href={props.printHref} data-print rel="nofollow">
          <Icon name="printer" /> {w.print}
        </a>
      </li>
      <Tool href={props.saveHref} icon="bookmark" text={w.save} />
      <li>
        <a href={props.shareHref} data-share={props.shareText} data-shared={w.shared} rel="nofollow">
          <Icon name="share-2" /> <span aria-live="polite">{w.share}</span>
        </a>
      </li>
      <Tool href={props.citeHref} icon="quote" text={w.cite} />
      {props.feedHref && <Tool href={props.feedHref} icon="rss" text={w.feed} />}
    </ul>
  );
}

function Tool({ href, icon, text }: { href: string; icon: IconName; text: string }) {
  return (
    <li>
      <a href={href}>
        <Icon name={icon} /> {text}
      </a>
    </li>
  );
}

/** Under an article: where it is from, how to credit it, how to say it is wrong. */
export function ArticleFoot(props: {
  lang: Lang;
  source?: string | undefined;
  credit: string;
  reportHref: string;
  historyHref?: string | undefined;
}) {
  const w = uiWords(props.lang);
  return (
    <div class="article-foot">
      <p class="note">
        {props.source && (
          <>
            {w.source} {props.source}.{' '}
          </>
        )}
        {props.credit}
      </p>
      <ul class="article-tools">
        <Tool href={props.reportHref} icon="flag" text={w.reportMistake} />
        {props.historyHref && <Tool href={props.historyHref} icon="history" text={w.history} />}
      </ul>
    </div>
  );
}

/** A photograph with its caption and photographer. */
export function Figure({ picture, eager }: { picture: PictureView; eager?: boolean | undefined }) {
  return (
    <figure>
      <Picture picture={picture} eager={eager} />
      {picture.caption && <figcaption>{picture.caption}</figcaption>}
    </figure>
  );
}

export interface ProseProps {
  readonly lang: Lang;
  /** Body as HTML, ALREADY sanitised by the room that keeps it. */
  readonly html?: string | undefined;
  readonly children?: ComponentChildren;
  /** Text somebody signed: set in serif (needs serif.css on the page). */
  readonly signed?: boolean | undefined;
  /** Language of the text, where it differs from the page's. */
  readonly textLang?: Lang | undefined;
}

/** Running text. Each table of a body scrolls in a region of its own that the keyboard can reach. */
export function Prose({ lang, html, children, signed, textLang }: ProseProps) {
  const name = signed ? 'prose signed' : 'prose';
  if (html === undefined) {
    return (
      <div class={name} lang={textLang}>
        {children}
      </div>
    );
  }
  const body = nameNotes(arrangeTables(html, uiWords(lang).table), lang);
  return <div class={name} lang={textLang} dangerouslySetInnerHTML={{ __html: body }} />;
}

/** The list of notes and the ways back from it have names for those who hear the page. */
function nameNotes(html: string, lang: Lang): string {
  const w = uiWords(lang);
  return html
    .replaceAll('<section role="doc-endnotes">', `<section role="doc-endnotes" aria-label="${w.notes}">`)
    .replace(
      /<a href="#dan-(\d+)" role="doc-backlink">/g,
      (tag, number: string) => `${tag.slice(0, -1)} aria-label="${w.backToNote} ${number}">`,
    );
}

export interface FileView {
  /** Its address within the page, where it has one. */
  readonly id?: string | undefined;
  readonly href: string;
  readonly title: string;
  /** "PDF đọc được bằng máy, 212 KB, 6 trang" */
  readonly facts: string;
}

export interface BasisView {
  readonly number: string;
  readonly date: string;
  readonly href: string;
  readonly title: string;
}

export interface MarginNotesProps {
  readonly lang: Lang;
  /** "Dịch từ bản ngày 19/11, cũ hơn bản tiếng Việt một lần sửa." */
  readonly translation?:
    | { readonly title: string; readonly text: string; readonly link?: LinkView | undefined }
    | undefined;
  readonly clock?: { readonly title: string; readonly clock: ClockView } | undefined;
  readonly basis?: readonly BasisView[] | undefined;
  readonly files?: readonly FileView[] | undefined;
  /** Anything else: "Cùng chủ đề", "Ai xem được". */
  readonly notes?: readonly MarginNoteView[] | undefined;
}

export interface MarginNoteView {
  readonly title: string;
  readonly text?: ComponentChildren;
  readonly links?: readonly LinkView[] | undefined;
}

/** What stands beside a text: translation, clock, documents it rests on, files, related things. */
export function MarginNotes(props: MarginNotesProps) {
  const w = uiWords(props.lang);
  return (
    <aside class="margin" aria-label={w.margin}>
      {props.clock && (
        <MarginNote title={props.clock.title}>
          <p>
            <ClockWords lang={props.lang} clock={props.clock.clock} icon />
          </p>
        </MarginNote>
      )}
      {props.translation && (
        <MarginNote title={props.translation.title}>
          <p>
            {props.translation.text} {props.translation.link && <TextLink link={props.translation.link} />}
          </p>
        </MarginNote>
      )}
      {props.basis && props.basis.length > 0 && (
        <MarginNote title={w.basis}>
          {props.basis.map((b) => (
            <p key={b.href}>
              <strong class="num nobreak">{b.number}</strong> <span class="num">{b.date}</span>
              <br />
              <a href={b.href}>{b.title}</a>
            </p>
          ))}
        </MarginNote>
      )}
      {props.files && props.files.length > 0 && (
        <MarginNote title={w.files}>
          <ul>
            {props.files.map((file) => (
              <li key={file.href} id={file.id}>
                <a href={file.href}>{file.title}</a>
                <span class="note num">{file.facts}</span>
              </li>
            ))}
          </ul>
        </MarginNote>
      )}
      {props.notes?.map((n) => (
        <MarginNote key={n.title} title={n.title}>
          {n.text && <div>{n.text}</div>}
          {n.links && n.links.length > 0 && (
            <ul>
              {n.links.map((link) => (
                <li key={link.href}>
                  <TextLink link={link} />
                </li>
              ))}
            </ul>
          )}
        </MarginNote>
      ))}
    </aside>
  );
}

/** One note in the margin. */
export function MarginNote({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="margin-note">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
