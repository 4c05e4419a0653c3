import type { ComponentChildren } from 'preact';
import { homePath } from '../../../platform/http/paths.ts';
import { type AnyRoute, publicRoute, type Reply, type RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { type CivilDate, civilDateOf } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Breadcrumb,
  DataTable,
  EmptyState,
  Field,
  Figures as FigureList,
  FilterBar,
  PageTitle,
  type TableView,
} from '../../../ui/index.ts';
import { calendarOf } from '../../duties/index.ts';
import { localityPortals, type PortalRow, portalName, publicFrame } from '../../portals/index.ts';
import { INQUIRY_PATHS } from '../addresses.ts';
import { type Figures, figuresOf, groupRows, type WorkingDays } from '../figures-rules.ts';
import { closedBodies, countFigures, type FigureRow, yearsOf } from '../figures-store.ts';
import { figuresWords } from '../figures-words.ts';
import { INTAKE_RULES, INTAKES, type Intake } from '../intakes.ts';
import { figuresKey } from '../moving.ts';

interface Asked {
  year: number;
  portalId: number | undefined;
  intake: Intake | undefined;
}

interface FiguresView {
  lang: Lang;
  asked: Asked;
  years: readonly number[];
  portals: readonly PortalRow[];
  closed: Awaited<ReturnType<typeof closedBodies>>;
  rows: readonly FigureRow[];
  workingDays: WorkingDays;
}

/** Everyone can see how many were received, answered, in time and late (BG-045, LC-113). */
export function figuresRoutes(ports: Ports): AnyRoute[] {
  return [
    publicRoute({
      name: 'inquiries.figures',
      method: 'GET',
      path: INQUIRY_PATHS.figures,
      audience: 'public',
      query: ['nam', 'co-quan', 'loai'],
      handle: (context) => showFigures(ports, context),
    }),
  ];
}

/** The calendar throws past its confirmed days: what it does not know is left out of the median. */
function counter(calendar: Awaited<ReturnType<typeof calendarOf>>): WorkingDays {
  const { confirmedFrom, confirmedThrough } = calendar;
  return (from: CivilDate, to: CivilDate) =>
    from < confirmedFrom || to > confirmedThrough ? undefined : calendar.workingDaysBetween(from, to);
}

function readAsked(query: URLSearchParams, portals: readonly PortalRow[], now: Date): Asked {
  const year = Number(/^\d{4}$/.exec(query.get('nam') ?? '')?.[0] ?? civilDateOf(now).slice(0, 4));
  const body = query.get('co-quan');
  return {
    year,
    portalId: portals.find(({ id }) => String(id) === body)?.id,
    intake: INTAKES.find((one) => one === query.get('loai')),
  };
}

async function showFigures(ports: Ports, context: RequestContext): Promise<Reply> {
  const { lang, site, query, now } = context;
  const portals = await localityPortals(ports, site.localityId);
  const asked = readAsked(query, portals, now);
  // counts of a whole locality: no portal's own reader sees them all
  const found = await ports.database.transaction({ as: 'system' }, async (tx) => ({
    rows: await countFigures(tx, {
      ...{ localityId: site.localityId, now },
      ...{ from: `${asked.year}-01-01`, to: `${asked.year + 1}-01-01` },
    }),
    closed: await closedBodies(tx, site.localityId),
    span: await yearsOf(tx, site.localityId),
    calendar: await calendarOf(tx, site.localityId),
  }));
  const thisYear = Number(civilDateOf(now).slice(0, 4));
  const first = found.span.first ?? thisYear;
  const years = Array.from({ length: thisYear - first + 1 }, (_, at) => thisYear - at);
  const view: FiguresView = {
    ...{ lang, asked, years, portals, closed: found.closed, workingDays: counter(found.calendar) },
    rows: found.rows.filter(
      (row) =>
        (asked.portalId === undefined || row.portal_id === asked.portalId) &&
        (asked.intake === undefined || row.intake === asked.intake),
    ),
  };
  const asIs = query.size > 0 ? `?${query}` : '';
  const page = {
    title: figuresWords(lang).title,
    otherHref: INQUIRY_PATHS.figures[lang === 'vi' ? 'en' : 'vi'] + asIs,
    canonicalPath: INQUIRY_PATHS.figures[lang],
  };
  const { html, keys } = await publicFrame(ports, context, page, <FiguresPage {...view} />);
  return { kind: 'page', html, keys: [...keys, figuresKey(site.localityId), `locality:${site.localityId}`] };
}

function FiguresPage(view: FiguresView) {
  const { lang, asked, portals, rows } = view;
  const w = figuresWords(lang);
  const one = portals.find(({ id }) => id === asked.portalId) ?? portals[0];
  const total = figuresOf(rows, view.workingDays);
  return (
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: homePath(lang), text: w.home },
          { href: INQUIRY_PATHS.home[lang], text: w.questions },
        ]}
        here={w.title}
      />
      <PageTitle title={w.title}>
        <p>{w.lead(one ? portalName(one, lang) : '', String(asked.year))}</p>
      </PageTitle>
      <Filters {...view} />
      {rows.length === 0 ? (
        <EmptyState title={w.none} links={[{ href: INQUIRY_PATHS.home[lang], text: w.questions }]} />
      ) : (
        <>
          <FigureList
            figures={(['received', 'answered', 'late', 'overdue'] as const).map((name) => ({
              value: String(total[name]),
              words: w.figures[name],
              bad: name === 'overdue' && total.overdue > 0,
            }))}
          />
          {asked.portalId === undefined && <DataTable lang={lang} table={byBody(view)} />}
          {asked.intake === undefined && <DataTable lang={lang} table={byIntake(view)} />}
          <DataTable lang={lang} table={byMonth(view)} />
          <p class="note">{w.explain}</p>
        </>
      )}
    </>
  );
}

function Filters({ lang, asked, years, portals, rows }: FiguresView) {
  const w = figuresWords(lang);
  const select = { kind: 'select', lang, optional: true } as const;
  const here = INQUIRY_PATHS.figures[lang];
  return (
    <FilterBar
      lang={lang}
      action={here}
      clearHref={asked.portalId || asked.intake ? here : undefined}
      result={undefined}
    >
      <Field
        {...select}
        name="nam"
        label={w.year}
        value={String(asked.year)}
        choices={(years.includes(asked.year) ? years : [asked.year, ...years]).map((year) => ({
          value: String(year),
          text: String(year),
        }))}
      />
      <Field
        {...select}
        name="co-quan"
        label={w.body}
        empty={w.all}
        value={asked.portalId === undefined ? undefined : String(asked.portalId)}
        choices={portals.map((one) => ({ value: String(one.id), text: portalName(one, lang) }))}
      />
      <Field
        {...select}
        name="loai"
        label={w.intake}
        empty={w.all}
        value={asked.intake}
        choices={INTAKES.filter((one) => rows.some((row) => row.intake === one) || one === asked.intake).map(
          (one) => ({ value: one, text: INTAKE_RULES[one].name[lang] }),
        )}
      />
    </FilterBar>
  );
}

const COLUMNS = [
  'received',
  'answered',
  'inTime',
  'late',
  'medianDays',
  'open',
  'overdue',
  'otherwise',
  // last: it links
  'published',
] as const satisfies (keyof Figures)[];

function cellsOf(figures: Figures, lang: Lang): ComponentChildren[] {
  return COLUMNS.map((name) => {
    const value = figures[name];
    if (value === undefined) return '–';
    return lang === 'vi' ? String(value).replace('.', ',') : String(value);
  });
}

/** The number of public answers of a body, by the language they are in: each opens the list of them. */
function publicCell(rows: readonly FigureRow[], portalId: number, lang: Lang): ComponentChildren {
  const w = figuresWords(lang);
  const links = (['vi', 'en'] as const).flatMap((of) => {
    const count = rows.reduce((sum, row) => (row.language === of ? sum + row.published : sum), 0);
    const href = `${INQUIRY_PATHS.home[of]}?co-quan=${portalId}`;
    return count === 0
      ? []
      : [
          <a key={of} href={href} hreflang={of}>
            {count}
            {of !== 'vi' && ` ${w.inEnglish}`}
          </a>,
        ];
  });
  return links.length === 0 ? '0' : links.flatMap((link, at) => (at === 0 ? [link] : [' + ', link]));
}

function tableOf(
  { lang, rows, workingDays }: FiguresView,
  caption: string,
  head: string,
  lines: readonly { name: string; rows: readonly FigureRow[]; portalId?: number }[],
): TableView {
  const w = figuresWords(lang);
  return {
    caption,
    stacked: true,
    columns: [{ label: head }, ...COLUMNS.map((name) => ({ label: w.columns[name], numeric: true }))],
    rows: lines.map((line) => {
      const cells = cellsOf(figuresOf(line.rows, workingDays), lang);
      if (line.portalId === undefined) return [line.name, ...cells];
      return [line.name, ...cells.slice(0, -1), publicCell(line.rows, line.portalId, lang)];
    }),
    foot: lines.length > 1 ? [w.total, ...cellsOf(figuresOf(rows, workingDays), lang)] : undefined,
  };
}

function byBody(view: FiguresView): TableView {
  const { lang, portals, closed, rows } = view;
  const w = figuresWords(lang);
  const groups = groupRows(rows, (row) => row.portal_id);
  const open = portals.flatMap((portal) => {
    const own = groups.get(portal.id);
    return own ? [{ name: portalName(portal, lang), rows: own, portalId: portal.id }] : [];
  });
  const gone = closed.flatMap((body) => {
    const own = groups.get(body.portal_id);
    return own ? [{ name: w.closed(lang === 'vi' ? body.name_vi : body.name_en), rows: own }] : [];
  });
  return tableOf(view, w.byBody, w.body, [...open, ...gone]);
}

function byIntake(view: FiguresView): TableView {
  const { lang, rows } = view;
  const w = figuresWords(lang);
  const groups = groupRows(rows, (row) => row.intake);
  return tableOf(
    view,
    w.byIntake,
    w.intake,
    INTAKES.flatMap((intake) => {
      const own = groups.get(intake);
      return own ? [{ name: INTAKE_RULES[intake].name[lang], rows: own }] : [];
    }),
  );
}

function byMonth(view: FiguresView): TableView {
  const w = figuresWords(view.lang);
  const groups = [...groupRows(view.rows, (row) => row.month)].sort(([a], [b]) => (a < b ? -1 : 1));
  return tableOf(
    view,
    w.byMonth,
    w.month,
    groups.map(([month, rows]) => ({ name: w.monthName(month), rows })),
  );
}
