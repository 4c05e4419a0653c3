import { itemPath } from '../../../platform/http/paths.ts';
import type { RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf, formatDate } from '../../../rules/calendar/index.ts';
import { findItemForm, isWithin, periodOf } from '../../../rules/item-forms/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Callout, Icon } from '../../../ui/index.ts';
import { localityPortals, originOf, type PortalRow } from '../../portals/index.ts';
import { kindWords } from '../kind-words.ts';
import type { ListedRow } from '../store.ts';

/** Query of a home page that shows no advertisements: a choice that needs neither cookie nor script. */
export const NO_ADS = { name: 'quang-cao', value: 'an' } as const;

const LEVELS = ['emergency', 'warning', 'watch'];

/** Of the items that stand on a home page by their form, those in force today; a notice once, in the reader's language if it can be. */
export function standingToday(
  rows: readonly ListedRow[],
  form: string,
  { now, lang }: RequestContext,
): ListedRow[] {
  const today = civilDateOf(now);
  const valid = rows.filter((row) => row.form === form && isWithin(row.facts.period, today));
  const level = ({ facts }: ListedRow) => LEVELS.indexOf(facts.level ?? '');
  return valid
    .filter(
      (row) =>
        row.language === lang || !valid.some((one) => one.item_id === row.item_id && one.language === lang),
    )
    .sort((a, b) => level(a) - level(b));
}

/** Notices in force, the gravest first: before everything else on a home page. They end by themselves. */
export async function homeNotices(ports: Ports, context: RequestContext, marked: readonly ListedRow[]) {
  const { lang, site } = context;
  const rows = standingToday(marked, 'emergency', context);
  if (rows.length === 0) return null;
  const w = kindWords(lang);
  const from = originOf(ports, await localityPortals(ports, site.localityId));
  return (
    <section class="home-notices" aria-label={w.notices}>
      {rows.map((row) => (
        <Notice
          key={row.id}
          lang={lang}
          row={row}
          origin={row.portal_id === site.portalId ? '' : (from(row.portal_id)?.origin ?? '')}
        />
      ))}
    </section>
  );
}

function Notice({ lang, row, origin }: { lang: Lang; row: ListedRow; origin: string }) {
  const w = kindWords(lang);
  const { facts, language } = row;
  const level = findItemForm('emergency')
    ?.fields.find(({ code }) => code === 'level')
    ?.choices?.find(({ value }) => value === facts.level);
  const to = periodOf(facts.period)?.to;
  const [first = ''] = (facts.advice ?? '').split('\n');
  const tone = facts.level === 'emergency' ? 'bad' : facts.level === 'warning' ? 'warn' : 'info';
  return (
    <Callout tone={tone} title={`${level?.name[lang] ?? ''}: ${facts.area ?? ''}`}>
      <div lang={language === lang ? undefined : language}>
        <p>
          <strong>{row.title}</strong>. {first}
        </p>
      </div>
      <p class="hotline">
        <Icon name="phone" /> {w.callHotline}{' '}
        <a href={`tel:${(facts.hotline ?? '').replace(/[^\d+]/g, '')}`}>{facts.hotline}</a>
        {to && <span class="note"> · {w.until(formatDate(to, lang, 'short'))}</span>}
        {' · '}
        <a href={origin + itemPath(row, language)}>{w.readAll}</a>
      </p>
    </Callout>
  );
}

/**
 * Advertisements that run today, at the foot of a home page and nowhere else (Luật Quảng cáo Đ23.2; QN Đ14, BG Đ8): marked,
 * closed by a control of the browser's own, reported by mail, refused by an address.
 */
export function HomeAds(props: {
  context: RequestContext;
  marked: readonly ListedRow[];
  portal: PortalRow;
  homeHref: string;
}) {
  const { context, marked, portal, homeHref } = props;
  const { lang, query } = context;
  if (query.get(NO_ADS.name) === NO_ADS.value) return null;
  const rows = standingToday(marked, 'advertisement', context).filter((row) => row.portal_id === portal.id);
  if (rows.length === 0) return null;
  const w = kindWords(lang);
  return (
    <aside class="ads" aria-label={w.advertisements} data-ads>
      {rows.map((row) => (
        <details key={row.id} class="ad" open data-ad={row.item_id}>
          <summary>
            <span class="ad-mark">{w.advertisement}</span> <span class="note">{w.close}</span>
          </summary>
          <p>
            <a href={itemPath(row, row.language)}>{row.title}</a>
          </p>
          <p class="note">{w.by(row.facts.advertiser ?? '')}</p>
          <p class="note">
            <a href={reportHref(portal, row, w.report)}>{w.report}</a>
            {' · '}
            <a href={`${homeHref}?${NO_ADS.name}=${NO_ADS.value}`} data-no-ads>
              {w.refuse}
            </a>
          </p>
        </details>
      ))}
    </aside>
  );
}

/** Mail to the board of the portal about one advertisement. */
export function reportHref(
  portal: Pick<PortalRow, 'contact'>,
  { title, item_id }: Pick<ListedRow, 'title' | 'item_id'>,
  subject: string,
): string {
  return `mailto:${portal.contact.email}?subject=${encodeURIComponent(`${subject}: ${title} (${item_id})`)}`;
}
