import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import { readOutsideAddress } from '../../../platform/outside/index.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf, formatDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Breadcrumb,
  Callout,
  Chips,
  DataTable,
  DeskTitle,
  dotted,
  EmptyState,
  Pager,
} from '../../../ui/index.ts';
import { type BrokenLinkRow, listBrokenLinks } from '../broken-link-store.ts';
import { readId } from '../forms.ts';
import { listBrokenAddresses, outsideSummary } from '../outside-store.ts';
import { brokenWords, type OutsideNews, outsideNews, outsideWords } from '../outside-words.ts';
import { namesOfPortals, readablePortals, reading } from '../queries.ts';
import { publishingWords } from '../words.ts';
import { lifePaths } from './life-parts.tsx';
import { page, paths } from './parts.tsx';

const PAGE_SIZE = 50;
const KINDS = ['all', 'outside', 'inside'] as const;
type Kind = (typeof KINDS)[number];
/** As they stand in the address. */
const KIND_QUERIES: Record<Kind, string> = { all: '', outside: 'ngoai', inside: 'trong' };

interface BrokenView {
  kind: Kind;
  rows: BrokenLinkRow[];
  more: boolean;
  /** Why a page outside counts as broken, by the link. */
  why: ReadonlyMap<string, string>;
  /** Empty where the person has one portal only. */
  names: ReadonlyMap<number, string>;
  news: OutsideNews;
}

/** Every link of the person's portals that leads nowhere, and whether other sites are asked at all. */
export async function showBrokenLinks(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, lang, query } = context;
  const kind = KINDS.find((one) => KIND_QUERIES[one] === query.get('den')) ?? 'all';
  const { localityId } = person;
  const view = await reading(ports, person, async (tx): Promise<BrokenView> => {
    const portals = await readablePortals(tx, person);
    const found = await listBrokenLinks(tx, {
      ...{ portalIds: portals.map(({ id }) => id), kind, limit: PAGE_SIZE + 1 },
      beforeId: readId(query.get('truoc')),
    });
    const rows = found.slice(0, PAGE_SIZE);
    const outside = rows.flatMap(({ standing, href }) => (standing === 'unreachable' ? [href] : []));
    const asked = new Map(outside.map((href) => [href, readOutsideAddress(href) ?? href]));
    const broken = await listBrokenAddresses(tx, {
      ...{ localityId, addresses: [...new Set(asked.values())], after: new Date(0) },
    });
    const words = new Map(broken.map((one) => [one.address, brokenWords(one)[lang]]));
    return {
      ...{ kind, rows, more: found.length > PAGE_SIZE },
      why: new Map([...asked].map(([href, address]) => [href, words.get(address) ?? ''])),
      names: portals.length > 1 ? namesOfPortals(portals, lang) : new Map(),
      news: outsideNews(await outsideSummary(tx, localityId), ports.outside !== undefined, lang),
    };
  });
  return page(brokenPage(ports, context, view));
}

function brokenPage(ports: Ports, context: StaffContext, view: BrokenView): string {
  const { lang } = context;
  const { kind, rows, more, news } = view;
  const w = outsideWords(lang);
  const p = publishingWords(lang);
  const here = lifePaths.brokenLinks(lang);
  const asked = (one: Kind) => (one === 'all' ? '' : `den=${KIND_QUERIES[one]}&`);
  return deskFrame(
    ports,
    context,
    { title: w.title },
    <>
      <Breadcrumb lang={lang} links={[{ href: paths.list(lang), text: p.items }]} here={w.title} />
      <DeskTitle eyebrow={p.items} title={w.title}>
        <p class="note">{w.lead}</p>
      </DeskTitle>
      <OutsideStateNote news={news} />
      <Chips
        label={w.kind}
        chips={KINDS.map((one) => ({
          href: `${here}?${asked(one)}`.replace(/[?&]$/, ''),
          text: w.kinds[one],
          current: one === kind,
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={w.none} links={[{ href: paths.list(lang), text: p.items }]} />
      ) : (
        <Rows lang={lang} view={view} />
      )}
      <Pager
        lang={lang}
        newerHref={context.query.has('truoc') ? `${here}?${asked(kind)}`.replace(/[?&]$/, '') : undefined}
        olderHref={more ? `${here}?${asked(kind)}truoc=${rows.at(-1)?.id}` : undefined}
      />
    </>,
  );
}

/** Whether other sites are asked, since when not, and what became of it. */
export function OutsideStateNote({ news }: { news: OutsideNews }) {
  return (
    <Callout tone={news.tone} title={news.title}>
      {news.text.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Callout>
  );
}

function Rows({ lang, view }: { lang: Lang; view: BrokenView }) {
  const w = outsideWords(lang);
  const c = w.columns;
  const reason = (row: BrokenLinkRow) => {
    const heard = view.why.get(row.href);
    return heard ? `${heard.charAt(0).toUpperCase()}${heard.slice(1)}` : w.why[row.standing];
  };
  return (
    <DataTable
      lang={lang}
      table={{
        ...{ caption: w.title, captionHidden: true, stacked: true },
        columns: [c.item, c.link, c.why, c.found].map((label) => ({ label })),
        rows: view.rows.map((row) => [
          <>
            <a href={`${paths.check(lang, row.item_id, row.edition_id)}#nen-xem`} lang={row.language}>
              {row.title || publishingWords(lang).untitled}
            </a>
            <br />
            <span class="note">
              {dotted(row.is_public ? w.isPublic : w.isDraft, view.names.get(row.portal_id))}
            </span>
          </>,
          <>
            <span class="as-typed">{row.href}</span>
            {row.place === '' && <span class="note"> ({w.isSource})</span>}
          </>,
          reason(row),
          formatDate(civilDateOf(row.found_at), lang, 'short'),
        ]),
      }}
    />
  );
}
