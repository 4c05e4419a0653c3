import type { RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { formatDate, formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { MarginNotes, Trace } from '../../../ui/index.ts';
import { type ClockSnapshot, snapshotTrace } from '../../duties/index.ts';
import { localityPortals, originOf, type PortalRow, portalName } from '../../portals/index.ts';
import { lifeWords } from '../life-words.ts';
import type { ArticleRow } from '../store.ts';
import { articlePath, dayView, fileAnchor, fileFacts, fileHref } from '../views.ts';
import { words } from '../words.ts';

/** The portal that proposed the item, and where it stands there. */
export async function provenance(ports: Ports, context: RequestContext, article: ArticleRow) {
  if (article.origin_portal_id === null) return undefined;
  const from = originOf(
    ports,
    await localityPortals(ports, context.site.localityId),
  )(article.origin_portal_id);
  return from
    ? {
        name: portalName(from.portal, context.lang),
        href: `${from.origin}${context.lang === 'en' ? '/en' : ''}/bai/${article.origin_item_id}`,
      }
    : undefined;
}

interface MarginProps {
  ports: Ports;
  context: RequestContext;
  article: ArticleRow;
  portal: PortalRow;
  otherPath: string | undefined;
  origin: { name: string; href: string } | undefined;
}

/** What stands beside an article: translation, files, its clock, where it comes from, who approved it. */
export function Margin({ context, article, portal, otherPath, origin }: MarginProps) {
  const { lang } = context;
  const w = words[lang];
  const clock = article.clock as ClockSnapshot | null;
  const isAnswer = article.kind === 'questions';
  const sayClock = (inTime: boolean) =>
    isAnswer ? (inTime ? w.answerInTime : w.answerLate) : inTime ? w.clockInTime : w.clockLate;
  return (
    <MarginNotes
      lang={lang}
      translation={translationNote(article, lang, otherPath)}
      files={article.attachments.map((file, index) => ({
        id: fileAnchor(index),
        href: fileHref(file),
        title: file.label || file.name,
        facts: fileFacts(file, lang),
      }))}
      notes={[
        ...(clock?.dueOn
          ? [
              {
                title: isAnswer ? w.answerTitle : w.clockTitle,
                text: (
                  <>
                    <p>{sayClock(clock.inTime === true)(formatDate(clock.dueOn, lang))}</p>
                    <Trace lang={lang} steps={snapshotTrace(clock, lang)} />
                  </>
                ),
              },
            ]
          : []),
        ...(origin
          ? [
              {
                title: w.provenance,
                text: <p>{w.adopted(origin.name)}</p>,
                links: [{ href: origin.href, text: w.original }],
              },
            ]
          : []),
        {
          title: w.officialTitle,
          text: (
            <p>
              {(article.urgent ? w.urgent : w.official)(
                portalName(portal, lang),
                formatInstant(article.approved_at, lang),
              )}{' '}
              <span class="note num">{w.hash(article.content_hash)}</span>
            </p>
          ),
        },
        ...(article.related.length > 0
          ? [
              {
                title: w.related,
                links: article.related.map((row) => ({
                  href: articlePath({ ...article, ...row }, lang),
                  text: row.title,
                })),
              },
            ]
          : []),
      ]}
    />
  );
}

/** A reader always learns which text is the official one, and whether the other is older. */
function translationNote(article: ArticleRow, lang: Lang, otherPath: string | undefined) {
  const w = words[lang];
  if (article.made_from_edition_number !== null) {
    const source = article.other_edition_number;
    const madeFrom = article.made_from_edition_number;
    const isOlder = source !== null && source > madeFrom;
    const isReviewed = isOlder && (article.reviewed_source_number ?? 0) >= source;
    const l = lifeWords[lang];
    const newer =
      article.other_published_at === null
        ? w.isTranslationOlder
        : l.translationNewer(dayView(article.other_published_at, lang).text);
    return {
      title: w.isTranslationTitle,
      text: isReviewed
        ? `${w.isTranslation} ${l.translationReviewed}`
        : isOlder
          ? `${w.isTranslation} ${newer}`
          : w.isTranslation,
      link: otherPath ? { href: otherPath, text: w.readSource, lang: 'vi' as const } : undefined,
    };
  }
  if (!otherPath || !article.other_published_at) return undefined;
  const isOlder = article.other_published_at < article.published_at && article.edition_number > 1;
  return {
    title: w.translationTitle,
    text: isOlder ? w.translationOlder : w.translationCurrent,
    link: {
      href: otherPath,
      text: w.translationRead,
      lang: lang === 'vi' ? ('en' as const) : ('vi' as const),
    },
  };
}
