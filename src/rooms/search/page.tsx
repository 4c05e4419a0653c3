import { homePath, PUBLIC_PATHS } from '../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { Breadcrumb, EmptyState, Pager, PageTitle } from '../../ui/index.ts';
import { issuerKeys, issuersOf, localityPortals, publicFrame } from '../portals/index.ts';
import type { SearchAnswer, SearchRequest } from './engine.ts';
import { addressOf, hasNextPage, PAGE_SIZE, readQuestion } from './forms.ts';
import { searchKey } from './indexing.ts';
import { noteMiss } from './misses.ts';
import { Question } from './question-page.tsx';
import { Results } from './results-page.tsx';
import { sqlEngine } from './sql-engine.ts';
import { words } from './words.ts';

const NOTHING: SearchAnswer = {
  found: [],
  total: 0,
  ...{ isCut: false, isLoose: false, suggestion: undefined, isCorrected: false },
  issuer: undefined,
  facets: { kind: [], portalId: [], field: [], issuer: [], year: [], state: [] },
};

const MOST_FURTHER = 6;

async function ask(
  ports: Ports,
  request: SearchRequest,
): Promise<{ answer: SearchAnswer; further: string[] }> {
  const { text, localityId, offset } = request;
  return ports.database.publicly(async (db) => {
    const answer = await sqlEngine.search(db, request);
    const isLong = answer.total > PAGE_SIZE && offset === 0;
    const further = isLong ? await sqlEngine.suggest(db, { text, localityId, limit: MOST_FURTHER }) : [];
    return { answer, further };
  });
}

/** Results stand at an address of their own; the page works without JavaScript. */
export async function searchPage(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang, now } = context;
  const w = words[lang];
  const asked = readQuestion(context);
  const { text, everywhere, filters } = asked;
  const languages: Lang[] = asked.bothLanguages ? ['vi', 'en'] : [lang];
  const request = {
    ...{ text, localityId: site.localityId, languages, today: civilDateOf(now) },
    issuers: await issuersOf(ports, site.localityId),
    filters: everywhere ? filters : { ...filters, portalId: site.portalId },
    ...{ limit: PAGE_SIZE, offset: (asked.page - 1) * PAGE_SIZE },
  };
  const { answer, further } = text ? await ask(ports, request) : { answer: NOTHING, further: [] };
  const isNarrowed = Object.values(filters).some((value) => value !== undefined);
  if (text && !isNarrowed && (answer.total === 0 || answer.isCorrected))
    await noteMiss(ports, { site, lang, text, now });
  const portals = await localityPortals(ports, site.localityId);
  const title = text ? w.titleOf(text) : w.title;
  const other = PUBLIC_PATHS.search[lang === 'vi' ? 'en' : 'vi'];
  const framed = await publicFrame(
    ports,
    context,
    {
      ...{ title, robots: 'noindex', otherHref: text ? `${other}?q=${encodeURIComponent(text)}` : other },
      ...(answer.found.length > 0 ? { scripts: [ports.assetHref('clicks.js')] } : {}),
    },
    <>
      <Breadcrumb lang={lang} links={[{ href: homePath(lang), text: w.home }]} here={w.title} />
      <PageTitle title={title} />
      <Question lang={lang} asked={asked} answer={answer} portals={portals} />
      {answer.found.length === 0 ? (
        <EmptyState
          title={text ? w.none(text) : w.askFirst}
          links={
            text && !everywhere
              ? [{ href: addressOf(lang, asked, { everywhere: true }), text: w.widen }]
              : undefined
          }
        >
          {text && <p>{w.noneHelp}</p>}
        </EmptyState>
      ) : (
        <Results {...{ ports, context, asked, answer, further, portals }} />
      )}
      <Pager
        lang={lang}
        newerHref={asked.page > 1 ? addressOf(lang, asked, { page: asked.page - 1 }) : undefined}
        olderHref={
          hasNextPage(asked, answer.total) ? addressOf(lang, asked, { page: asked.page + 1 }) : undefined
        }
      />
    </>,
  );
  const { localityId } = site;
  const keys = [
    ...[...framed.keys, `locality:${localityId}`, searchKey(localityId)],
    ...issuerKeys(localityId),
  ];
  return { kind: 'page', html: framed.html, keys };
}
