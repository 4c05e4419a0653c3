import { homePath, PUBLIC_PATHS } from '../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Lang } from '../../rules/lang.ts';
import { Breadcrumb, EmptyState, Field, FilterBar, Moment, Pager, PageTitle } from '../../ui/index.ts';
import { localityPortals, portalName, publicFrame } from '../portals/index.ts';
import { itemView } from '../site/index.ts';
import { cleanQuery, excerptAround } from './rules.ts';
import { type FoundRow, findPublished } from './store.ts';
import { words } from './words.ts';

const PAGE_SIZE = 20;
const MOST_PAGES = 10;

interface Asked {
  text: string;
  everywhere: boolean;
  page: number;
}

function readQuestion({ site, query }: RequestContext): Asked {
  return {
    text: cleanQuery(query.get('q')),
    everywhere: site.isMain ? query.get('o') !== 'day' : query.get('o') === 'tinh',
    page: Math.min(MOST_PAGES, Math.max(1, Number.parseInt(query.get('trang') ?? '1', 10) || 1)),
  };
}

/** Address of this search with other choices. */
function addressOf(lang: Lang, asked: Asked, changes: { o?: string; trang?: number }): string {
  const next = new URLSearchParams({ q: asked.text, o: changes.o ?? (asked.everywhere ? 'tinh' : 'day') });
  if (changes.trang && changes.trang > 1) next.set('trang', String(changes.trang));
  return `${PUBLIC_PATHS.search[lang]}?${next}`;
}

/** Results stand at an address of their own; the page works without JavaScript. */
export async function searchPage(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang } = context;
  const w = words[lang];
  const asked = readQuestion(context);
  const { text, everywhere, page } = asked;
  const rows = text
    ? await ports.database.publicly((db) =>
        findPublished(db, {
          ...{ text, lang, localityId: site.localityId, kind: undefined },
          portalId: everywhere ? undefined : site.portalId,
          limit: PAGE_SIZE + 1,
          offset: (page - 1) * PAGE_SIZE,
        }),
      )
    : [];
  const shown = rows.slice(0, PAGE_SIZE);
  const hasMore = rows.length > PAGE_SIZE && page < MOST_PAGES;
  const title = text ? w.titleOf(text) : w.title;
  const other = PUBLIC_PATHS.search[lang === 'vi' ? 'en' : 'vi'];
  const framed = await publicFrame(
    ports,
    context,
    { title, robots: 'noindex', otherHref: text ? `${other}?q=${encodeURIComponent(text)}` : other },
    <>
      <Breadcrumb lang={lang} links={[{ href: homePath(lang), text: w.home }]} here={w.title} />
      <PageTitle title={title} />
      <Question lang={lang} asked={asked} shown={shown.length} hasMore={hasMore} />
      {shown.length === 0 ? (
        <EmptyState
          title={text ? w.none(text) : w.askFirst}
          links={
            text && !everywhere ? [{ href: addressOf(lang, asked, { o: 'tinh' }), text: w.widen }] : undefined
          }
        >
          {text && <p>{w.noneHelp}</p>}
        </EmptyState>
      ) : (
        <Results
          rows={shown}
          text={text}
          ports={ports}
          context={context}
          portals={await localityPortals(ports, site.localityId)}
        />
      )}
      <Pager
        lang={lang}
        newerHref={page > 1 ? addressOf(lang, asked, { trang: page - 1 }) : undefined}
        olderHref={hasMore ? addressOf(lang, asked, { trang: page + 1 }) : undefined}
      />
    </>,
  );
  return { kind: 'page', html: framed.html, keys: [...framed.keys, `locality:${site.localityId}`] };
}

function Question({
  lang,
  asked,
  shown,
  hasMore,
}: {
  lang: Lang;
  asked: Asked;
  shown: number;
  hasMore: boolean;
}) {
  const w = words[lang];
  const total = (asked.page - 1) * PAGE_SIZE + shown;
  return (
    <FilterBar
      lang={lang}
      action={PUBLIC_PATHS.search[lang]}
      result={shown > 0 ? w.found(hasMore ? w.more(total) : String(total)) : undefined}
    >
      <Field lang={lang} kind="search" id="tim" name="q" label={w.label} help={w.help} value={asked.text} />
      <Field
        lang={lang}
        kind="select"
        name="o"
        label={w.where}
        value={asked.everywhere ? 'tinh' : 'day'}
        choices={[
          { value: 'day', text: w.here },
          { value: 'tinh', text: w.everywhere },
        ]}
      />
    </FilterBar>
  );
}

function Results(props: {
  rows: readonly FoundRow[];
  text: string;
  ports: Ports;
  context: RequestContext;
  portals: Awaited<ReturnType<typeof localityPortals>>;
}) {
  const { site, lang } = props.context;
  return (
    <ol class="items search-results">
      {props.rows.map((row) => {
        const portal = props.portals.find((one) => one.id === row.portal_id);
        const elsewhere =
          portal && portal.id !== site.portalId
            ? { portal, origin: props.ports.settings.originOf(portal.host) }
            : undefined;
        const view = itemView(row, lang, elsewhere);
        return (
          <li key={row.id} class="item">
            <p class="item-meta">
              {view.kind} · {view.date && <Moment moment={view.date} />}
              {portal && <> · {portalName(portal, lang)}</>}
            </p>
            <h2 class="item-title">
              <a href={view.href}>{row.title}</a>
            </h2>
            <p class="item-summary">
              {excerptAround(row.summary ? `${row.summary} ${row.headline}` : row.headline, props.text).map(
                (part, i) => (part.hit ? <mark key={i}>{part.text}</mark> : part.text),
              )}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
