import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf, formatInstant } from '../../../rules/calendar/index.ts';
import { factsText, findItemForm } from '../../../rules/item-forms/index.ts';
import { creditOf, portalFacts, portalName, profileInForce } from '../../portals/index.ts';
import { lifeWords } from '../life-words.ts';
import { findArticle } from '../store.ts';
import { articlePath, citation, dayView, itemIdOf } from '../views.ts';
import { articlePage, noteOf } from './article.tsx';

/** The article as one file to keep: text, source, credit line, address. */
export async function savedArticle(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang, params } = context;
  const itemId = itemIdOf(params.article ?? '');
  const article =
    itemId === undefined ? undefined : await ports.database.publicly((db) => findArticle(db, itemId, lang));
  if (!article || article.portal_id !== site.portalId) return { kind: 'missing' };
  const { portal } = await portalFacts(ports, site.portalId);
  const profile = await profileInForce(ports, site.localityId, civilDateOf(context.now));
  const note = await noteOf(ports, context, article, portal);
  const form = findItemForm(article.form);
  const fields = form ? factsText(form, article.facts, lang) : '';
  const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const notes = article.corrections
    .map(
      ({ at, note }) =>
        `<p>${escapeHtml(`${lifeWords[lang].correctedOn(dayView(new Date(at), lang).text)}: ${note}`)}</p>`,
    )
    .join('');
  const html = `<!doctype html>
<html lang="${article.language}"><head><meta charset="utf-8"><title>${escapeHtml(article.title)}</title></head>
<body><h1>${escapeHtml(article.title)}</h1>
<p>${escapeHtml(formatInstant(article.first_published_at, lang))} · ${escapeHtml(portalName(portal, lang))}</p>
<p>${escapeHtml(article.summary)}</p>
${notes}
${escapeHtml(fields).replaceAll('\n', '<br>')}
${article.body_html.replaceAll('"/tep/', `"${site.origin}/tep/`)}
${note ? `<p>${escapeHtml(`${note.answeredBy} ${note.disclaimer ?? ''}`)}</p>` : ''}
<hr><p>${escapeHtml(citation(article, portal, site, lang))}<br>${escapeHtml(creditOf(profile, portal, lang))}</p></body></html>`;
  return {
    kind: 'text',
    type: 'text/html; charset=utf-8',
    text: html,
    headers: { 'content-disposition': `attachment; filename="${article.slug}-${article.item_id}.html"` },
    keys: [`item:${article.item_id}`, `section:${article.section_id}`],
  };
}

/** The short address of an item by its number alone, for links from elsewhere; leads on, or shows what stands in its place. */
export async function itemByNumber(ports: Ports, context: RequestContext): Promise<Reply> {
  const itemId = itemIdOf(context.params.number ?? '');
  const article =
    itemId === undefined
      ? undefined
      : await ports.database.publicly((db) => findArticle(db, itemId, context.lang));
  return article
    ? { kind: 'redirect', to: articlePath(article, context.lang), status: 302 }
    : articlePage(ports, { ...context, params: { article: context.params.number ?? '' } });
}
