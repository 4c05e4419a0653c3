import { homePath } from '../../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf, formatDate } from '../../../rules/calendar/index.ts';
import { numberWords } from '../../../rules/gazette/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Breadcrumb, DataTable, EmptyState, Field, FilterBar, PageTitle } from '../../../ui/index.ts';
import { sizeWords } from '../../media/index.ts';
import { publicFrame } from '../../portals/index.ts';
import { fileHref, GAZETTE_PATHS, gazetteKey, issueHref } from '../addresses.ts';
import { numberOf } from '../issue-store.ts';
import { findGazetteList, type GazetteList } from '../queries.ts';
import { gazetteWords } from '../words.ts';

const YEAR = /^\d{4}$/;

/** The address of a page of the gazette on the main portal, which alone has one; undefined when one is there. */
export function elsewhere({ site, path, query }: RequestContext): Reply | undefined {
  if (site.isMain) return undefined;
  const asIs = query.size > 0 ? `?${query}` : '';
  return { kind: 'redirect', to: `${site.mainOrigin}${path}${asIs}`, status: 302 };
}

/** Issues by year (LC-040, QN-028): number, day, what is in them. */
export async function showList(ports: Ports, context: RequestContext): Promise<Reply> {
  const away = elsewhere(context);
  if (away) return away;
  const { site, lang, query, now } = context;
  const typed = query.get('nam') ?? '';
  const list = await ports.database.publicly((db) =>
    findGazetteList(db, site.localityId, {
      year: YEAR.test(typed) ? Number(typed) : undefined,
      thisYear: Number(civilDateOf(now).slice(0, 4)),
    }),
  );
  const w = gazetteWords(lang);
  const { html, keys } = await publicFrame(
    ports,
    context,
    {
      ...{ title: w.title, description: w.lead, canonicalPath: GAZETTE_PATHS.list[lang] },
      otherHref: GAZETTE_PATHS.list[lang === 'vi' ? 'en' : 'vi'],
    },
    <>
      <Breadcrumb lang={lang} links={[{ href: homePath(lang), text: w.home }]} here={w.title} />
      <PageTitle title={w.title}>
        <p>{w.lead}</p>
        <p>
          <a href={GAZETTE_PATHS.check[lang]}>{w.checkLink}</a>
        </p>
      </PageTitle>
      <Issues lang={lang} list={list} />
    </>,
  );
  return { kind: 'page', html, keys: [...keys, gazetteKey(site.localityId)] };
}

function Issues({ lang, list }: { lang: Lang; list: GazetteList }) {
  const w = gazetteWords(lang);
  const { years, year, issues } = list;
  if (years.length === 0)
    return (
      <EmptyState title={w.none}>
        <p>{w.noneHelp}</p>
      </EmptyState>
    );
  return (
    <>
      <FilterBar lang={lang} action={GAZETTE_PATHS.list[lang]} result={undefined} clearHref={undefined}>
        <Field
          kind="select"
          lang={lang}
          name="nam"
          label={w.year}
          value={String(year)}
          optional
          choices={(years.includes(year) ? years : [year, ...years]).map((one) => ({
            value: String(one),
            text: String(one),
          }))}
        />
      </FilterBar>
      <DataTable
        lang={lang}
        table={{
          caption: w.tableOf(year),
          stacked: true,
          empty: w.noneYear(year),
          columns: [
            { label: w.columns.issue },
            { label: w.columns.day },
            { label: w.columns.texts, numeric: true },
            { label: w.columns.pages, numeric: true },
            { label: 'PDF' },
          ],
          rows: issues.map((row) => {
            const issue = numberOf(row);
            return [
              <a key="issue" href={issueHref(lang, issue)}>
                {w.issueOf(numberWords(issue))}
              </a>,
              formatDate(row.issued_on, lang, 'short'),
              String(row.entries),
              w.pages(row.first_page ?? 0, row.last_page ?? 0),
              <a key="pdf" href={fileHref(lang, issue, 'pdf')}>
                {w.pdf(sizeWords(row.pdf_bytes ?? 0, lang))}
                <span class="unseen">, {w.issueOf(numberWords(issue))}</span>
              </a>,
            ];
          }),
        }}
      />
    </>
  );
}
