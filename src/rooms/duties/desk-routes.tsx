import { deskFrame } from '../../desk-frame.tsx';
import { scopeOf } from '../../platform/command/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { deskPath, deskPaths } from '../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { isPermitted, type Person } from '../../rules/access/index.ts';
import { civilDateOf, isCivilDate, proposeHolidays } from '../../rules/calendar/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { calendarOf, confirmedSpan } from './calendar.ts';
import { acceptProposals, addCalendarRow, confirmCalendar, retireCalendarRow } from './commands.ts';
import { parseCalendarRow, parseConfirmation, parseYear } from './forms.ts';
import { CALENDAR_WORDS, REDATING_WORDS } from './page-words.ts';
import { CalendarPage } from './pages/calendar-page.tsx';
import { type Attempt, CALENDAR_PATH, type CalendarView } from './pages/calendar-view.ts';
import { RedatingPage } from './pages/redating-page.tsx';
import { yearOf } from './pages/year.ts';
import { permits } from './permits.ts';
import { findRedating, listMoves, listRedatings } from './redating-store.ts';
import { calendarWarning, latestConfirmable, nextUnconfirmed, openProposals } from './rules.ts';
import { findMainPortal, listCalendarRows } from './store.ts';

const read = { permits, permit: 'duties.read' } as const;
const change = { permits, permit: 'duties.changeCalendar' } as const;

/** The desk pages of the calendar, made from the ports once. */
export function calendarRoutes(ports: Ports): AnyRoute[] {
  const post = (name: string, sub: string, flash: string, act: (context: StaffContext) => Promise<unknown>) =>
    staffRoute({
      name: `duties.${name}`,
      method: 'POST',
      path: deskPaths(CALENDAR_PATH + sub),
      permit: change,
      handle: (context) => changed(ports, context, flash, act),
    });
  return [
    staffRoute({
      name: 'duties.calendar',
      method: 'GET',
      path: deskPaths(CALENDAR_PATH),
      permit: read,
      handle: (context) => showCalendar(ports, context, undefined),
    }),
    post('addCalendarRow', '/ngay', 'them', async (context) => {
      const target = await ownTarget(ports, context.person);
      await ports.perform(context.person, addCalendarRow, { ...target, row: parseCalendarRow(context.form) });
    }),
    post('retireCalendarRow', '/ngay/:id/bo', 'bo', async (context) => {
      const target = await ownTarget(ports, context.person);
      await ports.perform(context.person, retireCalendarRow, {
        ...target,
        rowId: Number(context.params.id) || 0,
      });
    }),
    post('acceptProposals', '/de-xuat', 'nhan', async (context) => {
      const days = context.form.getAll('proposals').filter(isCivilDate);
      const year = Number(context.form.get('nam')) || 0;
      const target = await ownTarget(ports, context.person);
      await ports.perform(context.person, acceptProposals, { ...target, year, days });
    }),
    post('confirmCalendar', '/xac-nhan', 'xac-nhan', async (context) => {
      const target = await ownTarget(ports, context.person);
      await ports.perform(context.person, confirmCalendar, { ...target, ...parseConfirmation(context.form) });
    }),
    staffRoute({
      name: 'duties.redating',
      method: 'GET',
      path: deskPaths(`${CALENDAR_PATH}/dinh-lai/:id`),
      permit: read,
      handle: (context) => showRedating(ports, context),
    }),
  ];
}

/** The calendar a person may change: that of his locality, through its main portal. */
async function ownTarget(ports: Ports, person: Person) {
  const main = await ports.database.transaction(scopeOf(person), (tx) =>
    findMainPortal(tx, person.localityId),
  );
  return { scope: 'locality' as const, portalId: main?.id ?? null };
}

async function changed(
  ports: Ports,
  context: StaffContext,
  flash: string,
  act: (context: StaffContext) => Promise<unknown>,
): Promise<Reply> {
  try {
    await act(context);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-permitted') throw error;
    return showCalendar(ports, context, {
      values: context.form,
      field: error.field ?? 'main',
      words: error.words,
    });
  }
  const year = parseYear(context.form.get('nam'), Number(civilDateOf(context.now).slice(0, 4)));
  return {
    kind: 'redirect',
    to: `${deskPath(context.lang, CALENDAR_PATH)}?nam=${year}&xong=${flash}`,
    status: 303,
  };
}

type ReadView = Omit<CalendarView, 'lang' | 'year' | 'years' | 'csrfToken' | 'done' | 'attempt'>;

async function readCalendar(tx: Transaction, person: Person, year: number, now: Date): Promise<ReadView> {
  const { localityId } = person;
  const all = await listCalendarRows(tx, localityId);
  const known = new Set(all.map((row) => row.on_date));
  const confirmed = await confirmedSpan(tx, localityId);
  const through = confirmed?.through ?? `${Number(civilDateOf(now).slice(0, 4)) - 1}-12-31`;
  const span = { from: nextUnconfirmed({ confirmedThrough: through }), through: latestConfirmable(now) };
  const main = await findMainPortal(tx, localityId);
  return {
    months: yearOf(year, all),
    rows: all
      .filter((row) => row.on_date.startsWith(`${year}-`))
      .sort((a, b) => a.on_date.localeCompare(b.on_date)),
    confirmed,
    warning: calendarWarning(await calendarOf(tx, localityId), now)?.words,
    proposals: proposeHolidays(year).filter((row) => !known.has(row.on)),
    unanswered: span.from <= span.through ? openProposals(span, known) : [],
    redatings: await listRedatings(tx, localityId, 20),
    mayChange: main !== undefined && isPermitted(person, permits, 'duties.changeCalendar', main.id),
  };
}

async function showCalendar(
  ports: Ports,
  context: StaffContext,
  attempt: Attempt | undefined,
): Promise<Reply> {
  const { lang, person, now, query, form, csrfToken } = context;
  const thisYear = Number(civilDateOf(now).slice(0, 4));
  const year = parseYear(query.get('nam') ?? form.get('nam'), thisYear);
  const view = await ports.database.transaction(scopeOf(person), (tx) => readCalendar(tx, person, year, now));
  const years = [...new Set([thisYear - 1, thisYear, thisYear + 1, thisYear + 2, year])].sort(
    (a, b) => a - b,
  );
  const done = query.get('xong') ?? undefined;
  const page = { ...view, lang, year, years, csrfToken, done, attempt };
  const title = CALENDAR_WORDS[lang].title(year);
  const html = deskFrame(ports, context, { title }, <CalendarPage {...page} />);
  return { kind: 'page', html, status: attempt ? 422 : 200 };
}

const PAGE_ROWS = 100;

async function showRedating(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, person, params, query } = context;
  const id = Number(params.id) || 0;
  const after = Number(query.get('sau')) || 0;
  const found = await ports.database.transaction(scopeOf(person), async (tx) => {
    const redating = await findRedating(tx, id);
    return redating && { redating, moves: await listMoves(tx, id, after, PAGE_ROWS + 1) };
  });
  if (!found) return { kind: 'missing' };
  const moves = found.moves.slice(0, PAGE_ROWS);
  const last = found.moves.length > PAGE_ROWS ? moves.at(-1) : undefined;
  const nextHref = last && `${deskPath(lang, CALENDAR_PATH)}/dinh-lai/${id}?sau=${last.clock_id}`;
  const page = <RedatingPage lang={lang} redating={found.redating} moves={moves} nextHref={nextHref} />;
  return { kind: 'page', html: deskFrame(ports, context, { title: REDATING_WORDS[lang].title }, page) };
}
