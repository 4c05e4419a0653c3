import type { ComponentChildren } from 'preact';
import type { RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf, isCivilDate } from '../../../rules/calendar/index.ts';
import { findPlaceOf, gazetteLink } from '../../gazette/index.ts';
import { DOCUMENT_KINDS, DocumentPage, findDocumentView, type Placed } from '../../library/index.ts';
import { issuersOf, localityPortals, originOf } from '../../portals/index.ts';
import type { ArticleRow } from '../store.ts';
import { articlePath, fileFacts, fileHref } from '../views.ts';
import { words } from '../words.ts';

/** Where documents and their originals are, on this portal or on another of the locality. */
export async function documentAddresses(ports: Ports, { site, lang }: RequestContext) {
  const from = originOf(ports, await localityPortals(ports, site.localityId));
  const base = ({ portal_id }: Placed) =>
    portal_id === site.portalId ? '' : (from(portal_id)?.origin ?? '');
  return {
    hrefOf: (document: Placed) => base(document) + articlePath(document, lang),
    fileHrefOf: (document: Placed, file: { hash: string; name: string }) => base(document) + fileHref(file),
  };
}

/** A signed text in its own form; undefined for everything else, and until the machine has read it. */
export async function documentPart(
  ports: Ports,
  context: RequestContext,
  article: ArticleRow,
  notes: ComponentChildren,
) {
  if (!DOCUMENT_KINDS.includes(article.kind)) return undefined;
  const { lang, now, query } = context;
  const today = civilDateOf(now);
  const typed = query.get('ngay');
  const chosenDay = isCivilDate(typed) && typed !== today ? typed : undefined;
  const issuers = await issuersOf(ports, context.site.localityId);
  const { view, printed } = await ports.database.publicly(async (db) => ({
    view: await findDocumentView(db, { itemId: article.item_id, lang, day: chosenDay ?? today, issuers }),
    printed: await findPlaceOf(db, article.item_id),
  }));
  if (!view) return undefined;
  const [original] = article.attachments;
  const path = articlePath(article, lang);
  const { hrefOf } = await documentAddresses(ports, context);
  return (
    <DocumentPage
      lang={lang}
      view={view}
      bodyHtml={article.body_html}
      notes={notes}
      path={path}
      chosenDay={chosenDay}
      isDayBad={typed !== null && typed !== '' && !isCivilDate(typed)}
      original={
        original && {
          href: fileHref(original),
          text: `${words[lang].originalFile}, ${fileFacts(original, lang)}`,
        }
      }
      links={[
        { href: `${path}?in=1`, text: words[lang].printDocument },
        { href: '#trich-dan', text: words[lang].citeTitle },
      ]}
      gazette={printed && gazetteLink(printed, context)}
      hrefOf={hrefOf}
    />
  );
}
