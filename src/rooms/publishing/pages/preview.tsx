import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import type { Lang } from '../../../rules/lang.ts';
import { ArticleHeader, Figure, MarginNotes, Prose, WithMargin } from '../../../ui/index.ts';
import { fileFacts, fileHref, findMediaById, type MediaRow } from '../../media/index.ts';
import { portalName, publicFrame } from '../../portals/index.ts';
import { commentWords } from '../comment-words.ts';
import type { OfItem } from '../differences.ts';
import { readId } from '../forms.ts';
import { findCorrectionMark } from '../life-store.ts';
import { findReadableEdition, type LoadedEdition, reading } from '../queries.ts';
import type { EditionContent } from '../store.ts';
import { contentOf } from '../writing.ts';
import { CorrectionNote } from './correction-part.tsx';
import { OwnFacts } from './own-facts.tsx';
import { page, paths, when } from './parts.tsx';

/** An edition as the public would see it, inside the gate and threshold of its own portal. */
export async function showPreview(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, params, now } = context;
  const loaded = await reading(ports, person, async (tx) => {
    const found = await findReadableEdition(tx, person, readId(params.id), readId(params.editionId));
    if (!found) return undefined;
    const { picture_media_id: pictureId } = found.edition;
    const mark = await findCorrectionMark(tx, found.edition.id);
    return { ...found, mark, picture: pictureId === null ? undefined : await findMediaById(tx, pictureId) };
  });
  if (!loaded) return { kind: 'missing' };
  const { edition, portal, section } = loaded;
  const lang = edition.language;
  const site = { ...context.site, portalId: portal.id, isMain: portal.is_main };
  const { html } = await publicFrame(
    ports,
    { ...context, lang, site },
    { title: edition.title, robots: 'noindex', ...(section ? { sectionId: section.id } : {}) },
    <article>
      <CorrectionNote lang={lang} mark={loaded.mark} />
      <ArticleParts
        lang={lang}
        item={loaded.item}
        content={contentOf(edition)}
        picture={loaded.picture}
        kind={kindOf(loaded, lang)}
        body={portalName(portal, lang)}
        at={edition.publish_at ?? now}
      />
      <p class="note">
        <a href={paths.comments(context.lang, loaded.item.id, edition.id)} target="_top" lang={context.lang}>
          {commentWords(context.lang).link}
        </a>
      </p>
    </article>,
  );
  return page(html);
}

function kindOf({ section }: LoadedEdition, lang: Lang): string {
  return section ? (lang === 'vi' ? section.name_vi : section.name_en) : '';
}

export interface ArticlePartsProps {
  lang: Lang;
  content: Pick<
    EditionContent,
    | 'title'
    | 'summary'
    | 'bodyHtml'
    | 'author'
    | 'source'
    | 'pictureAlt'
    | 'pictureCaption'
    | 'attachments'
    | 'facts'
  >;
  picture: Pick<MediaRow, 'hash' | 'name' | 'width' | 'height'> | undefined;
  kind: string;
  body: string;
  at: Date;
  /** Whose fields of its own its facts are; nothing of them is shown without it. */
  item?: OfItem | undefined;
  /** 2 inside a page with a title of its own. */
  level?: 1 | 2;
}

/** The article itself: what an edition or a proposal shows to readers. */
export function ArticleParts({ lang, content, picture, kind, body, at, item, level }: ArticlePartsProps) {
  const files = content.attachments.map((file) => ({
    href: fileHref(file),
    title: file.label || file.name,
    facts: fileFacts(file, lang),
  }));
  return (
    <WithMargin margin={files.length > 0 ? <MarginNotes lang={lang} files={files} /> : undefined}>
      <ArticleHeader
        lang={lang}
        kind={kind}
        title={content.title}
        author={content.author || undefined}
        body={body}
        publishedAt={when(at, lang)}
        level={level}
      />
      {content.summary && <p class="lead-text">{content.summary}</p>}
      {picture?.width && picture.height && (
        <Figure
          eager
          picture={{
            src: fileHref(picture),
            alt: content.pictureAlt,
            width: picture.width,
            height: picture.height,
            caption: content.pictureCaption || undefined,
          }}
        />
      )}
      {item && <OwnFacts lang={lang} item={item} facts={content.facts} />}
      <Prose lang={lang} html={content.bodyHtml} textLang={lang} />
      {content.source && (
        <p class="note">
          {lang === 'vi' ? 'Nguồn:' : 'Source:'} {content.source}
        </p>
      )}
    </WithMargin>
  );
}
