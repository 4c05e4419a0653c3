import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Chips,
  DeskList,
  DeskRow,
  DeskTitle,
  dotted,
  EmptyState,
  Field,
  FilterBar,
  GroupHeader,
  Pager,
  ToolBar,
} from '../../../ui/index.ts';
import { drawnClock } from '../../duties/index.ts';
import { localityPortals, type PortalRow, portalName } from '../../portals/index.ts';
import { INQUIRY_PATHS } from '../addresses.ts';
import type { BoardTab } from '../board-store.ts';
import { readBoardFilter, TAB_QUERY } from '../desk-forms.ts';
import { type BoardLine, type BoardPage, findBoard, mayChangeKeeping } from '../desk-queries.ts';
import { BOARD_GROUPS, boardGroupOf } from '../desk-rules.ts';
import { deskWords } from '../desk-words.ts';
import { INTAKE_RULES, INTAKES } from '../intakes.ts';
import { handledPortals } from '../queries.ts';
import { isOpen, STATE_WORDS, STATES } from '../rules.ts';
import { Done, InquiryState, page, paths, portalNames, shortWhen } from './desk-parts.tsx';

/** Open ones on one page; past them a filter helps more than a second page. */
const MOST_OPEN = 200;
const CLOSED_PAGE = 40;

interface BoardView extends BoardPage {
  filter: ReturnType<typeof readBoardFilter>;
  mine: PortalRow[];
  portals: readonly PortalRow[];
}

/** The officer's board: what is open by the time that is left, what was passed on, what is over. */
export async function showBoard(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, query, lang } = context;
  const handled = handledPortals(person);
  const filter = readBoardFilter(query, handled, person.personId);
  const portals = await localityPortals(ports, person.localityId);
  const found = await findBoard(
    ports,
    person,
    { ...filter, limit: filter.tab === 'closed' ? CLOSED_PAGE : MOST_OPEN },
    lang,
  );
  const mine = portals.filter(({ id }) => handled.includes(id));
  return page(boardPage(ports, context, { ...found, filter, mine, portals }));
}

const FIELDS = ['muc', 'cong', 'loai', 'tinh-trang', 'cua', 'sau'] as const;

function addressWith(
  context: StaffContext,
  change: Partial<Record<(typeof FIELDS)[number], string | undefined>>,
): string {
  const fields = new URLSearchParams();
  for (const name of FIELDS) {
    const value = name in change ? change[name] : (context.query.get(name) ?? undefined);
    if (value) fields.set(name, value);
  }
  const text = fields.toString();
  return paths.board(context.lang) + (text ? `?${text}` : '');
}

function boardPage(ports: Ports, context: StaffContext, view: BoardView): string {
  const { lang, person } = context;
  const w = deskWords(lang);
  const { filter, counts, lines } = view;
  const late = lines.filter(({ clock }) => clock?.standing?.state === 'overdue').length;
  const headline =
    filter.tab === 'open' && counts.open > 0
      ? late > 0
        ? w.waitingLate(counts.open, late)
        : w.waiting(counts.open)
      : w.title;
  return deskFrame(
    ports,
    context,
    { title: w.title, keys: true },
    <>
      <DeskTitle eyebrow={headline === w.title ? undefined : w.title} title={headline}>
        <Tabs context={context} view={view} />
        <ToolBar>
          <a href={INQUIRY_PATHS.figures[lang]}>{w.figures}</a>
          {mayChangeKeeping(person, view.portals[0]) && <a href={paths.keeping(lang)}>{w.keeping}</a>}
        </ToolBar>
      </DeskTitle>
      <Done context={context} />
      {filter.tab === 'passed' && <p class="note">{w.passedLead}</p>}
      <Filters context={context} view={view} />
      {lines.length === 0 ? (
        <EmptyState title={w.none}>
          <p>{w.noneHelp[filter.tab]}</p>
        </EmptyState>
      ) : filter.tab === 'closed' ? (
        <Lines lang={lang} view={view} lines={lines} />
      ) : (
        <Groups lang={lang} view={view} />
      )}
      {filter.tab === 'closed' ? (
        <ClosedPager context={context} view={view} />
      ) : (
        view.more && <p class="note">{w.more(MOST_OPEN)}</p>
      )}
    </>,
  );
}

function Tabs({ context, view }: { context: StaffContext; view: BoardView }) {
  const w = deskWords(context.lang);
  const counts: Partial<Record<BoardTab, number>> = view.counts;
  return (
    <Chips
      label={w.tabsLabel}
      chips={(['open', 'passed', 'closed'] as const).map((tab) => ({
        href: addressWith(context, {
          muc: tab === 'open' ? undefined : TAB_QUERY[tab],
          'tinh-trang': undefined,
          sau: undefined,
        }),
        text: w.tabs[tab],
        count: counts[tab],
        current: view.filter.tab === tab,
      }))}
    />
  );
}

function Filters({ context, view }: { context: StaffContext; view: BoardView }) {
  const { lang } = context;
  const w = deskWords(lang);
  const { filter, mine } = view;
  const isOn = Boolean(filter.portalId || filter.intake || filter.state || filter.officerId);
  const select = { kind: 'select', lang, optional: true, empty: w.filter.all } as const;
  return (
    <FilterBar
      lang={lang}
      action={paths.board(lang)}
      result={w.found(view.lines.length, view.more)}
      clearHref={
        isOn ? addressWith(context, { cong: '', loai: '', 'tinh-trang': '', cua: '', sau: '' }) : undefined
      }
    >
      {filter.tab !== 'open' && <input type="hidden" name="muc" value={TAB_QUERY[filter.tab]} />}
      {mine.length > 1 && (
        <Field
          {...select}
          name="cong"
          label={w.filter.portal}
          value={filter.portalId === undefined ? undefined : String(filter.portalId)}
          choices={mine.map((portal) => ({ value: String(portal.id), text: portalName(portal, lang) }))}
        />
      )}
      <Field
        {...select}
        name="loai"
        label={w.filter.intake}
        value={filter.intake}
        choices={INTAKES.map((intake) => ({ value: intake, text: INTAKE_RULES[intake].name[lang] }))}
      />
      <Field
        {...select}
        name="tinh-trang"
        label={w.filter.state}
        value={filter.state}
        choices={STATES.filter((state) => isOpen(state) === (filter.tab !== 'closed')).map((state) => ({
          value: state,
          text: STATE_WORDS[state][lang],
        }))}
      />
      <Field
        {...select}
        name="cua"
        label={w.filter.mine}
        value={filter.officerId === undefined ? undefined : 'toi'}
        choices={[{ value: 'toi', text: w.mine }]}
      />
    </FilterBar>
  );
}

function Groups({ lang, view }: { lang: Lang; view: BoardView }) {
  const w = deskWords(lang);
  const dueOf = ({ clock }: BoardLine) => clock?.dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const groups = BOARD_GROUPS.map((name) => ({
    name,
    lines: view.lines
      .filter(({ clock }) => boardGroupOf(clock?.standing) === name)
      .sort((a, b) => (dueOf(a) === dueOf(b) ? a.row.id - b.row.id : dueOf(a) - dueOf(b))),
  })).filter(({ lines }) => lines.length > 0);
  return (
    <>
      {groups.map(({ name, lines }) => (
        <div key={name}>
          <GroupHeader
            id={`nhom-${name}`}
            title={w.groups[name]}
            note={w.count(lines.length)}
            overdue={name === 'overdue'}
          />
          <Lines lang={lang} view={view} lines={lines} labelledBy={`nhom-${name}`} />
        </div>
      ))}
    </>
  );
}

function Lines(props: {
  lang: Lang;
  view: BoardView;
  lines: readonly BoardLine[];
  labelledBy?: string | undefined;
}) {
  const { lang, view, lines } = props;
  const w = deskWords(lang);
  const nameOf = portalNames(view.portals, lang);
  return (
    <DeskList labelledBy={props.labelledBy}>
      {lines.map(({ row, title, clock, next, officer }) => {
        const elsewhere = view.mine.length > 1 || !view.mine.some(({ id }) => id === row.portal_id);
        const href = paths.one(lang, row.id);
        return (
          <DeskRow
            key={row.id}
            lang={lang}
            href={href}
            clock={clock && drawnClock(clock)}
            room={dotted(
              w.number(INTAKE_RULES[row.intake].name[lang], row.id),
              elsewhere && nameOf(row.portal_id),
            )}
            title={title ?? w.untitled}
            sub={
              <>
                <InquiryState lang={lang} state={row.state} />{' '}
                {dotted(
                  clock?.due && row.closed_at === null && w.due(clock.due),
                  row.closed_at === null
                    ? w.receivedAt(shortWhen(row.received_at, lang))
                    : w.closedAt(shortWhen(row.closed_at, lang)),
                  row.closed_at === null && officer && w.officer(officer),
                )}
              </>
            }
            next={next ? { href, text: w.next[next], main: true } : { href, text: w.open }}
          />
        );
      })}
    </DeskList>
  );
}

function ClosedPager({ context, view }: { context: StaffContext; view: BoardView }) {
  const last = view.lines.at(-1)?.row;
  return (
    <Pager
      lang={context.lang}
      newerHref={view.filter.before ? addressWith(context, { sau: undefined }) : undefined}
      olderHref={
        view.more && last?.closed_at
          ? addressWith(context, { sau: `${last.closed_at.getTime()}_${last.id}` })
          : undefined
      }
    />
  );
}
