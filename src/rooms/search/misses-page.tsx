import { deskFrame } from '../../desk-frame.tsx';
import { scopeOf } from '../../platform/command/index.ts';
import type { Reply, StaffContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { portalsPermitted } from '../../rules/access/index.ts';
import { addDays, civilDateOf, formatDate } from '../../rules/calendar/index.ts';
import { DataTable, DeskTitle, EmptyState } from '../../ui/index.ts';
import { MISSES_KEPT_DAYS } from './misses.ts';
import { listMisses } from './misses-store.ts';
import { permits } from './permits.ts';
import { words } from './words.ts';

const MOST_SHOWN = 200;

/** What readers of the person's portals looked for and did not find. */
export async function missesPage(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, person, now } = context;
  const w = words[lang];
  const portalIds = portalsPermitted(person, permits, 'search.readMisses');
  const since = addDays(civilDateOf(now), -MISSES_KEPT_DAYS);
  const rows = await ports.database.transaction(scopeOf(person), (tx) =>
    listMisses(tx, portalIds, since, MOST_SHOWN),
  );
  const html = deskFrame(
    ports,
    context,
    { title: w.missesTitle },
    <>
      <DeskTitle title={w.missesTitle} />
      <p>{w.missesLead}</p>
      {rows.length === 0 ? (
        <EmptyState title={w.missesNone} />
      ) : (
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
      )}
    </>,
  );
  return { kind: 'page', html };
}
