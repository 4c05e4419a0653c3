import { deskFrame } from '../../../desk-frame.tsx';
import { scopeOf } from '../../../platform/command/index.ts';
import { deskPath } from '../../../platform/http/paths.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { portalsPermitted } from '../../../rules/access/index.ts';
import { formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  ClockWords,
  DataTable,
  DeskTitle,
  Field,
  FilterBar,
  GroupHeader,
  type TableView,
  Trace,
} from '../../../ui/index.ts';
import { listPortals, type PortalRow, portalName } from '../../portals/index.ts';
import { BOARD_WORDS } from '../board-words.ts';
import { calendarOf } from '../calendar.ts';
import { countByPortal, listOpenClocks, type PortalClocks } from '../clock-store.ts';
import { type ClockView, clockView, drawnClock } from '../clock-view.ts';
import { permits } from '../permits.ts';
import type { Clock } from '../rules.ts';

/** Below the desk. */
export const BOARD_PATH = '/thoi-han';
/** Clocks of one page. */
const MOST_LINES = 200;

interface Asked {
  portalId: number | undefined;
  kind: string | undefined;
  overdueOnly: boolean;
}

interface Line {
  clock: Clock;
  view: ClockView;
  title: string | undefined;
}

interface BoardView {
  asked: Asked;
  portals: readonly PortalRow[];
  counts: readonly PortalClocks[];
  lines: readonly Line[];
}

/**
 * Every clock of the bodies a person looks after, by body, and one by one: those of the whole locality for the main
 * portal, else those of his own. To the minute, since nothing of it is kept.
 */
export async function showBoard(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, now } = context;
  const w = BOARD_WORDS[lang];
  const view = await findBoard(ports, context);
  const html = deskFrame(
    ports,
    context,
    { title: w.title },
    <>
      <DeskTitle eyebrow={w.asOf(formatInstant(now, lang))} title={w.title}>
        <p class="note">{w.lead}</p>
      </DeskTitle>
      <Filters lang={lang} view={view} />
      {view.counts.length === 0 ? (
        <p class="note">{w.none}</p>
      ) : (
        <DataTable lang={lang} table={byBody(lang, view)} />
      )}
      <Lines lang={lang} view={view} />
    </>,
  );
  return { kind: 'page', html };
}

async function findBoard(ports: Ports, context: StaffContext): Promise<BoardView> {
  const { person, lang, now, query } = context;
  const { localityId } = person;
  const mine = portalsPermitted(person, permits, 'duties.oversee');
  // whose clocks they are is no secret to whoever looks after them; what they are about is read as the person
  const found = await ports.database.transaction({ as: 'system' }, async (tx) => {
    const all = await listPortals(tx, localityId);
    const isMain = all.some((one) => one.is_main && mine.includes(one.id));
    const portals = isMain ? all : all.filter(({ id }) => mine.includes(id));
    const asked = readAsked(query, portals);
    const portalIds = asked.portalId === undefined ? portals.map(({ id }) => id) : [asked.portalId];
    const { kind: subjectKind } = asked;
    const counts = await countByPortal(tx, { localityId, now, subjectKind });
    const clocks = await listOpenClocks(tx, {
      ...{ localityId, portalIds, limit: MOST_LINES },
      ...(subjectKind === undefined ? {} : { subjectKind }),
      // due is exclusive: what is due this very moment is overdue
      ...(asked.overdueOnly ? { dueBefore: new Date(now.getTime() + 1) } : {}),
    });
    const calendar = await calendarOf(tx, localityId);
    return { portals, asked, clocks, calendar, counts: counts.filter(isOf(portals)) };
  });
  const titles = await titlesOf(ports, context, found.clocks);
  return {
    ...found,
    lines: found.clocks.map((clock) => ({
      ...{ clock, view: clockView(clock, lang, now, found.calendar) },
      title: titles.get(`${clock.subject.kind} ${clock.subject.id}`),
    })),
  };
}

const isOf =
  (portals: readonly PortalRow[]) =>
  ({ portal_id }: PortalClocks) =>
    portals.some(({ id }) => id === portal_id);

function readAsked(query: URLSearchParams, portals: readonly PortalRow[]): Asked {
  const kind = query.get('loai') ?? '';
  return {
    portalId: portals.find(({ id }) => String(id) === query.get('co-quan'))?.id,
    kind: kind in BOARD_WORDS.vi.kinds ? kind : undefined,
    overdueOnly: query.get('xem') === 'qua-han',
  };
}

/** What the clocks are about, as far as the person may see it. */
async function titlesOf(
  ports: Ports,
  { person }: StaffContext,
  clocks: readonly Clock[],
): Promise<Map<string, string>> {
  const byKind = Map.groupBy(clocks, ({ subject }) => subject.kind);
  return ports.database.transaction(scopeOf(person), async (tx) => {
    const titles = new Map<string, string>();
    for (const [kind, own] of byKind) {
      const ids = own.map(({ subject }) => subject.id);
      for (const [id, title] of await ports.nameClockSubjects(tx, kind, ids))
        titles.set(`${kind} ${id}`, title);
    }
    return titles;
  });
}

function addressOf(lang: Lang, asked: Partial<Record<'co-quan' | 'loai' | 'xem', string>>): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString();
  return deskPath(lang, BOARD_PATH) + (query ? `?${query}` : '');
}

function Filters({ lang, view }: { lang: Lang; view: BoardView }) {
  const w = BOARD_WORDS[lang];
  const { asked, portals } = view;
  const select = { kind: 'select', lang, optional: true } as const;
  const isOn = asked.portalId !== undefined || asked.kind !== undefined || asked.overdueOnly;
  return (
    <FilterBar
      lang={lang}
      action={deskPath(lang, BOARD_PATH)}
      clearHref={isOn ? deskPath(lang, BOARD_PATH) : undefined}
      result={undefined}
    >
      {portals.length > 1 && (
        <Field
          {...select}
          name="co-quan"
          label={w.body}
          empty={w.allBodies}
          value={asked.portalId === undefined ? undefined : String(asked.portalId)}
          choices={portals.map((one) => ({ value: String(one.id), text: portalName(one, lang) }))}
        />
      )}
      <Field
        {...select}
        name="loai"
        label={w.kind}
        empty={w.allKinds}
        value={asked.kind}
        choices={Object.entries(w.kinds).map(([value, text]) => ({ value, text }))}
      />
      <Field
        {...select}
        name="xem"
        label={w.which}
        empty={w.openOnes}
        value={asked.overdueOnly ? 'qua-han' : undefined}
        choices={[{ value: 'qua-han', text: w.overdueOnes }]}
      />
    </FilterBar>
  );
}

/** Each body with its counts; the overdue open their clocks. Most overdue first. */
function byBody(lang: Lang, { asked, portals, counts }: BoardView): TableView {
  const w = BOARD_WORDS[lang];
  const rows = counts
    .flatMap((row) => {
      const portal = portals.find(({ id }) => id === row.portal_id);
      return portal ? [{ row, name: portalName(portal, lang) }] : [];
    })
    .sort((a, b) => b.row.overdue - a.row.overdue || b.row.open - a.row.open);
  const link = (row: PortalClocks, xem: string, count: number) =>
    count === 0 ? (
      '0'
    ) : (
      <a href={addressOf(lang, { 'co-quan': String(row.portal_id), loai: asked.kind ?? '', xem })}>{count}</a>
    );
  const sum = (read: (row: PortalClocks) => number) =>
    String(rows.reduce((total, { row }) => total + read(row), 0));
  const { columns } = w;
  return {
    caption: w.table,
    stacked: true,
    columns: [
      { label: columns.body },
      ...[columns.open, columns.overdue, columns.undated, columns.met, columns.metLate].map((label) => ({
        ...{ label, numeric: true },
      })),
    ],
    rows: rows.map(({ row, name }) => [
      name,
      link(row, '', row.open),
      link(row, 'qua-han', row.overdue),
      ...[row.undated, row.met, row.met_late].map(String),
    ]),
    foot: [
      w.total,
      ...[sum((row) => row.open), sum((row) => row.overdue), sum((row) => row.undated)],
      ...[sum((row) => row.met), sum((row) => row.met_late)],
    ],
  };
}

function Lines({ lang, view }: { lang: Lang; view: BoardView }) {
  const w = BOARD_WORDS[lang];
  const { lines, portals, asked } = view;
  const nameOf = (id: number) => {
    const portal = portals.find((one) => one.id === id);
    return portal ? portalName(portal, lang) : '';
  };
  return (
    <section aria-labelledby="tung-viec">
      <GroupHeader
        id="tung-viec"
        title={asked.overdueOnly ? w.overdueOnes : w.list}
        note={w.count(lines.length)}
        overdue={asked.overdueOnly && lines.length > 0}
      />
      {lines.length === 0 && <p class="note">{w.listNone}</p>}
      {lines.length === MOST_LINES && <p class="note">{w.more(MOST_LINES)}</p>}
      {lines.map(({ clock, view: shown, title }) => (
        <div key={clock.id} class="section">
          <h3>{title ?? shown.name}</h3>
          <p>
            {[nameOf(clock.portalId), title ? shown.name : '', shown.citation, shown.due]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <ClockWords lang={lang} clock={drawnClock(shown)} icon={shown.standing?.state === 'overdue'} />
          <Trace lang={lang} steps={shown.trace} />
        </div>
      ))}
    </section>
  );
}
