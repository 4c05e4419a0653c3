import { deskFrame } from '../../desk-frame.tsx';
import { scopeOf } from '../../platform/command/index.ts';
import type { Reply, StaffContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { portalsPermitted } from '../../rules/access/index.ts';
import { addDays, civilDateOf, formatDate } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { DataTable, DeskTitle, EmptyState } from '../../ui/index.ts';
import { type ClickRow, listClicks } from './clicks-store.ts';
import { MISSES_KEPT_DAYS } from './misses.ts';
import { listMisses, type MissRow } from './misses-store.ts';
import { permits } from './permits.ts';
import { placingOf } from './rules.ts';
import { words } from './words.ts';

const MOST_SHOWN = 200;

/** What readers of the person's portals looked for and did not find, and how far down they found the rest. */
export async function missesPage(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, person, now } = context;
  const w = words[lang];
  const portalIds = portalsPermitted(person, permits, 'search.readMisses');
  const since = addDays(civilDateOf(now), -MISSES_KEPT_DAYS);
  const { misses, clicks } = await ports.database.transaction(scopeOf(person), async (tx) => ({
    misses: await listMisses(tx, portalIds, since, MOST_SHOWN),
    clicks: await listClicks(tx, portalIds, since, MOST_SHOWN),
  }));
  const html = deskFrame(
    ports,
    context,
    { title: w.missesTitle },
    <>
      <DeskTitle title={w.missesTitle} />
      <p>{w.missesLead}</p>
      {misses.length === 0 ? <EmptyState title={w.missesNone} /> : <MissTable lang={lang} rows={misses} />}
      <h2>{w.clicksTitle}</h2>
      <p>{w.clicksLead}</p>
      {clicks.length === 0 ? <EmptyState title={w.clicksNone} /> : <ClickTable lang={lang} rows={clicks} />}
    </>,
  );
  return { kind: 'page', html };
}

function MissTable({ lang, rows }: { lang: Lang; rows: readonly MissRow[] }) {
  const w = words[lang];
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.missesCaption,
        columns: [
          { label: w.query },
          { label: w.times, numeric: true },
          { label: w.days, numeric: true },
          { label: w.last },
        ],
        rows: rows.map((row) => [
          row.query,
          String(row.times),
          String(row.days),
          formatDate(row.last_on, lang, 'short'),
        ]),
      }}
    />
  );
}

function ClickTable({ lang, rows }: { lang: Lang; rows: readonly ClickRow[] }) {
  const w = words[lang];
  const place = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  const part = new Intl.NumberFormat(lang, { style: 'percent' });
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.clicksCaption,
        columns: [
          { label: w.query },
          { label: w.opened, numeric: true },
          { label: w.firstPlace, numeric: true },
          { label: w.meanPlace, numeric: true },
          { label: w.correctedTimes, numeric: true },
        ],
        rows: rows.map(({ query, times, corrected, places }) => {
          const { first, mean } = placingOf(places);
          return [
            query || w.otherQueries,
            String(times),
            part.format(first),
            place.format(mean),
            String(corrected),
          ];
        }),
      }}
    />
  );
}
