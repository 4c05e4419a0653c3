import type { ComponentChildren } from 'preact';
import { homePath } from '../../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf, formatDate, formatInstant } from '../../../rules/calendar/index.ts';
import { ARTICLE } from '../../../rules/item-forms/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  ArticleFoot,
  ArticleHeader,
  ArticleTools,
  Breadcrumb,
  Figure,
  KeyList,
  Prose,
  WithMargin,
} from '../../../ui/index.ts';
import { AnswerNote, answerNoteOf } from '../../inquiries/index.ts';
import { withPictureSets } from '../../media/index.ts';
import {
  creditOf,
  issuerKeys,
  localityPortals,
  originOf,
  type PortalRow,
  portalFacts,
  portalName,
  profileInForce,
  publicFrame,
  type SectionRow,
  sectionHref,
  sectionName,
} from '../../portals/index.ts';
import { type ArticleRow, findArticle, findOtherLanguage, findWithdrawal } from '../store.ts';
import { articlePath, citation, itemIdOf, momentView, pictureView } from '../views.ts';
import { words } from '../words.ts';
import { Margin, provenance } from './article-margin.tsx';
import { Archived, Corrections } from './corrections.tsx';
import { documentPart } from './document.tsx';
import { itemElements, metadataHref } from './item-metadata.ts';
import { kindFacts, kindKeys } from './kind-facts.tsx';
import { notHere } from './not-here.tsx';

/** An article, or what stands in its place: its newer address, the notice of its removal, its other language. */
export async function articlePage(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang, params } = context;
  const itemId = itemIdOf(params.article ?? '');
  if (itemId === undefined) return { kind: 'missing' };
  const found = await ports.database.publicly(async (db) => {
    const article = await findArticle(db, itemId, lang);
    return {
      article,
      withdrawal: article ? undefined : await findWithdrawal(db, site.portalId, itemId, lang),
      other: article ? undefined : await findOtherLanguage(db, itemId, lang),
    };
  });
  const { article } = found;
  if (!article) return notHere(ports, context, itemId, found);
  const path = articlePath(article, lang);
  if (article.portal_id !== site.portalId) {
    const home = originOf(ports, await localityPortals(ports, site.localityId))(article.portal_id);
    return home ? { kind: 'redirect', to: home.origin + path, status: 301 } : { kind: 'missing' };
  }
  if (context.path !== path) return { kind: 'redirect', to: path, status: 301 };
  return showArticle(ports, context, article);
}

async function showArticle(ports: Ports, context: RequestContext, article: ArticleRow): Promise<Reply> {
  const { site, lang } = context;
  const other = lang === 'vi' ? 'en' : 'vi';
  const { portal, sections } = await portalFacts(ports, site.portalId);
  const profile = await profileInForce(ports, site.localityId, civilDateOf(context.now));
  const section = sections.find((one) => one.id === article.section_id);
  const path = articlePath(article, lang);
  const otherPath = article.other_slug
    ? articlePath({ ...article, slug: article.other_slug }, other)
    : undefined;
  const feed = section ? `${sectionHref(section, lang)}/rss.xml` : undefined;
  const cite = citation(article, portal, site, lang);
  const note = await noteOf(ports, context, article, portal);
  const notes = (
    <>
      <Archived article={article} lang={lang} />
      <Corrections article={article} lang={lang} />
    </>
  );
  const document = await documentPart(ports, context, article, notes);
  const parts: Parts = { lang, article, path, cite, feed, portal, credit: creditOf(profile, portal, lang) };
  const fields = await kindFacts(ports, context, article);
  const elements = await itemElements(ports, context, article);
  const origin = await provenance(ports, context, article);
  const margin = { ports, context, article, portal, otherPath, origin };
  const framed = await publicFrame(
    ports,
    context,
    {
      title: article.title,
      ...(article.summary ? { description: article.summary } : {}),
      otherHref: otherPath ?? (section ? sectionHref(section, other) : homePath(other)),
      canonicalPath: path,
      sectionId: article.section_id,
      scripts: [ports.assetHref('share.js'), ports.assetHref('read-aloud.js')],
      ...{ elements, metadataHref: metadataHref(path) },
      ...(document ? { stylesheets: [ports.assetHref('serif.css')] } : {}),
      ...(feed && section ? { feeds: [{ href: feed, title: sectionName(section, lang) }] } : {}),
    },
    <>
      <Way lang={lang} section={section} sections={sections} />
      {document ? (
        <article>
          {document}
          <Tools {...parts} />
          <Foot {...parts} />
          <Margin {...margin} />
        </article>
      ) : (
        <WithMargin margin={<Margin {...margin} />}>
          <article>
            <ArticleHeader
              lang={lang}
              kind={section ? sectionName(section, lang) : ''}
              title={article.title}
              author={article.author || undefined}
              body={portalName(portal, lang)}
              publishedAt={momentView(article.first_published_at, lang)}
              editedAt={article.edition_number > 1 ? momentView(article.published_at, lang) : undefined}
            />
            <Tools {...parts} />
            {notes}
            <ArticleBody article={article} lang={lang} fields={fields} />
            {note && <AnswerNote note={note} />}
            <Facts article={article} lang={lang} />
            <Foot {...parts} />
          </article>
        </WithMargin>
      )}
    </>,
  );
  return {
    kind: 'page',
    html: framed.html,
    keys: [
      ...[...framed.keys, `item:${article.item_id}`, `section:${article.section_id}`],
      ...(document ? issuerKeys(site.localityId) : []),
      ...kindKeys(site, article),
    ],
  };
}

interface Parts {
  lang: Lang;
  article: ArticleRow;
  path: string;
  cite: string;
  feed: string | undefined;
  portal: PortalRow;
  /** What a re-user is to name. */
  credit: string;
}

function Tools({ lang, article, path, cite, feed, credit }: Parts) {
  return (
    <ArticleTools
      lang={lang}
      listen
      printHref={`${path}?in=1`}
      saveHref={`${path}/luu`}
      shareHref={`mailto:?subject=${encodeURIComponent(article.title)}&body=${encodeURIComponent(cite)}`}
      citeHref="#trich-dan"
      feedHref={feed}
      shareText={`${article.title}. ${credit}`}
    />
  );
}

function Foot({ lang, article, cite, portal, credit }: Parts) {
  return (
    <>
      <section class="section" id="trich-dan" aria-labelledby="trich-dan-ten">
        <h2 id="trich-dan-ten">{words[lang].citeTitle}</h2>
        <p>{cite}</p>
      </section>
      <ArticleFoot
        lang={lang}
        source={article.source || undefined}
        credit={credit}
        reportHref={`mailto:${portal.contact.email}?subject=${encodeURIComponent(`${article.title} (${article.item_id})`)}`}
      />
    </>
  );
}

/** What stands under the answer to a question; undefined under everything else. */
export async function noteOf(
  ports: Ports,
  { site, lang }: RequestContext,
  article: ArticleRow,
  portal: PortalRow,
) {
  if (article.kind !== 'questions') return undefined;
  const answeredAt = article.first_published_at;
  return answerNoteOf(ports, site, lang, { body: portalName(portal, lang), answeredAt });
}

function Way({
  lang,
  section,
  sections,
}: {
  lang: Lang;
  section: SectionRow | undefined;
  sections: readonly SectionRow[];
}) {
  const parent = sections.find((one) => one.id === section?.parent_id);
  const links = [parent, section].flatMap((one) =>
    one ? [{ href: sectionHref(one, lang), text: sectionName(one, lang) }] : [],
  );
  return <Breadcrumb lang={lang} links={[{ href: homePath(lang), text: words[lang].home }, ...links]} />;
}

/** Lead, picture and text: shared with the preview that an approving board sees. */
export function ArticleBody({
  article,
  lang,
  fields,
}: {
  article: Pick<ArticleRow, 'summary' | 'picture' | 'body_html' | 'language'>;
  lang: Lang;
  /** What stands in the fields of its form. */
  fields?: ComponentChildren;
}) {
  const picture = pictureView(article.picture);
  return (
    <>
      {article.summary && <p class="lead-text">{article.summary}</p>}
      {picture && <Figure picture={picture} eager />}
      {fields}
      <Prose
        lang={lang}
        html={withPictureSets(article.body_html)}
        textLang={article.language === lang ? undefined : article.language}
      />
    </>
  );
}

/** Facts about a document, and the source of a re-posted item: author, address, time (LC Đ5.3). */
function Facts({ article, lang }: { article: ArticleRow; lang: Lang }) {
  const w = words[lang];
  // in the order of the words: the database keeps keys in an order of its own
  const shown = article.form === ARTICLE ? Object.keys(w.facts) : [];
  const known = shown.flatMap((name): [string, string][] => {
    const value = article.facts[name];
    return value ? [[name, value]] : [];
  });
  const rows = [
    ...known.map(([name, value]) => ({ key: w.facts[name] ?? name, value: dateOr(value, lang) })),
    ...(article.source_url
      ? [
          {
            key: w.sourceUrl,
            value: (
              <a href={article.source_url} rel="external noopener">
                {article.source_url}
              </a>
            ),
          },
        ]
      : []),
    ...(article.source_published_at
      ? [{ key: w.sourceTime, value: formatInstant(article.source_published_at, lang) }]
      : []),
  ];
  if (rows.length === 0) return null;
  return (
    <section class="section" aria-labelledby="ve-van-ban">
      <h2 id="ve-van-ban">{w.factsTitle}</h2>
      <KeyList rows={rows} />
    </section>
  );
}

function dateOr(value: string, lang: Lang): string {
  return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(value, lang, 'short') : value;
}
