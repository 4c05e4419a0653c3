import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { portalsPermitted } from '../../../rules/access/index.ts';
import { formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Button,
  DeskList,
  DeskRow,
  DeskTitle,
  dotted,
  EmptyState,
  Field,
  FilterBar,
  LinkButton,
  Pager,
  ToolBar,
} from '../../../ui/index.ts';
import { listSections, type PortalRow, portalName, type SectionRow } from '../../portals/index.ts';
import { type ItemFilter, type ListedEdition, listItemEditions } from '../desk-store.ts';
import { readId, readLang } from '../forms.ts';
import { manyWords } from '../many-words.ts';
import { permits } from '../permits.ts';
import { type ItemClock, itemClocks, namesOfPortals, readablePortals, reading } from '../queries.ts';
import { STATE_WORDS, STATES, type State } from '../rules.ts';
import { stepWords } from '../steps-words.ts';
import { urgentWords } from '../urgent-words.ts';
import { publishingWords } from '../words.ts';
import { LifeWays } from './life-parts.tsx';
import { Done, EditionState, page, paths, sectionChoices } from './parts.tsx';

const PAGE_SIZE = 40;
const EXPORT_LIMIT = 5_000;

interface ListView {
  portals: PortalRow[];
  sections: SectionRow[];
  rows: ListedEdition[];
  more: boolean;
  clocks: Map<number, ItemClock>;
  filter: Omit<ItemFilter, 'limit' | 'portalIds'> & { portalId: number | undefined };
}

/** The list of items, filtered by its address. */
export async function showList(ports: Ports, context: StaffContext): Promise<Reply> {
  const view = await loadList(ports, context, PAGE_SIZE);
  return page(listPage(ports, context, view));
}

async function loadList(ports: Ports, context: StaffContext, size: number): Promise<ListView> {
  const { person, query, lang, now } = context;
  return reading(ports, person, async (tx) => {
    const portals = await readablePortals(tx, person);
    const asked = readId(query.get('cong'));
    const portalId = portals.some(({ id }) => id === asked)
      ? asked
      : portals.length === 1
        ? portals[0]?.id
        : undefined;
    const filter = { ...readFilter(query), portalId };
    const portalIds = portalId === undefined ? portals.map(({ id }) => id) : [portalId];
    const rows = await listItemEditions(tx, { ...filter, portalIds, limit: size + 1 });
    return {
      portals,
      sections: portalId === undefined ? [] : await listSections(tx, portalId),
      rows: rows.slice(0, size),
      more: rows.length > size,
      clocks: await itemClocks(tx, person, portalIds, lang, now),
      filter,
    };
  });
}

function readFilter(query: URLSearchParams): Omit<ItemFilter, 'limit' | 'portalIds'> {
  const state = STATES.find((one) => one === query.get('tinh-trang'));
  const chosen = query
    .getAll('chon')
    .map(readId)
    .filter((id) => id !== undefined);
  const [savedAt, editionId] = (query.get('sau') ?? '').split('_');
  const at = Number(savedAt);
  return {
    state,
    sectionId: readId(query.get('muc')),
    language: readLang(query.get('tieng')),
    text: query.get('q')?.normalize('NFC').trim() || undefined,
    editionIds: chosen.length > 0 ? chosen.slice(0, EXPORT_LIMIT) : undefined,
    after:
      savedAt && Number.isSafeInteger(at)
        ? { savedAt: new Date(at), editionId: readId(editionId) ?? 0 }
        : undefined,
  };
}

function addressWith(context: StaffContext, change: Record<string, string | undefined>): string {
  const fields = new URLSearchParams();
  for (const name of ['cong', 'tinh-trang', 'muc', 'tieng', 'q', 'sau']) {
    const value = name in change ? change[name] : (context.query.get(name) ?? undefined);
    if (value) fields.set(name, value);
  }
  const text = fields.toString();
  return text ? `?${text}` : '';
}

function listPage(ports: Ports, context: StaffContext, view: ListView): string {
  const { lang, person } = context;
  const w = publishingWords(lang);
  const here = paths.list(lang);
  const last = view.rows.at(-1);
  const mayWrite = portalsPermitted(person, permits, 'publishing.write').length > 0;
  const one = view.portals.find(({ id }) => id === view.filter.portalId);
  return deskFrame(
    ports,
    context,
    { title: w.items, portalName: one ? portalName(one, lang) : '', keys: 'choose' },
    <>
      <DeskTitle eyebrow={one ? portalName(one, lang) : undefined} title={w.items}>
        <ToolBar>
          <a href={paths.queue(lang)}>{w.queue}</a>
          <a href={paths.topics(lang)}>{w.plan}</a>
          <a href={paths.proposals(lang)}>{w.proposals}</a>
          <LifeWays lang={lang} />
          <a href={paths.urgent(lang)}>{urgentWords(lang).title}</a>
          <a href={paths.plans(lang)}>{stepWords(lang).title}</a>
          <a href={paths.csv(lang) + addressWith(context, { sau: undefined })}>{w.exportList}</a>
        </ToolBar>
        {mayWrite && (
          <LinkButton href={paths.create(lang) + addressWith(context, { sau: undefined })} icon="plus">
            {w.newItem}
          </LinkButton>
        )}
      </DeskTitle>
      <Done context={context} />
      <Filters lang={lang} view={view} here={here} />
      {view.rows.length === 0 ? (
        <EmptyState title={w.noneFound}>
          <p>{w.noneFoundWhat}</p>
        </EmptyState>
      ) : (
        <Rows lang={lang} view={view} />
      )}
      <Pager
        lang={lang}
        newerHref={view.filter.after ? here + addressWith(context, { sau: undefined }) : undefined}
        olderHref={
          view.more && last
            ? here + addressWith(context, { sau: `${last.saved_at.getTime()}_${last.edition_id}` })
            : undefined
        }
      />
    </>,
  );
}

function Filters({ lang, view, here }: { lang: Lang; view: ListView; here: string }) {
  const w = publishingWords(lang);
  const { filter, portals, sections } = view;
  const select = { kind: 'select', lang, optional: true, empty: w.filter.all } as const;
  const isOn = Boolean(filter.state || filter.sectionId || filter.language || filter.text);
  return (
    <FilterBar
      lang={lang}
      action={here}
      result={w.found(view.rows.length, view.more)}
      clearHref={isOn ? here : undefined}
    >
      <Field kind="search" lang={lang} name="q" label={w.filter.text} value={filter.text} optional />
      {portals.length > 1 && (
        <Field
          {...select}
          name="cong"
          label={w.filter.portal}
          value={filter.portalId === undefined ? undefined : String(filter.portalId)}
          choices={portals.map((portal) => ({ value: String(portal.id), text: portalName(portal, lang) }))}
        />
      )}
      <Field
        {...select}
        name="tinh-trang"
        label={w.filter.state}
        value={filter.state}
        choices={STATES.map((state) => ({ value: state, text: STATE_WORDS[state][lang] }))}
      />
      {sections.length > 0 && (
        <Field
          {...select}
          name="muc"
          label={w.filter.section}
          value={filter.sectionId === undefined ? undefined : String(filter.sectionId)}
          choices={sectionChoices(sections, lang)}
        />
      )}
      <Field
        {...select}
        name="tieng"
        label={w.filter.language}
        value={filter.language}
        choices={(['vi', 'en'] as const).map((one) => ({ value: one, text: w.languages[one] }))}
      />
    </FilterBar>
  );
}

function Rows({ lang, view }: { lang: Lang; view: ListView }) {
  const w = publishingWords(lang);
  const names = namesOfPortals(view.portals, lang);
  return (
    <form action={paths.csv(lang)} aria-label={w.items}>
      <DeskList>
        {view.rows.map((row) => (
          <DeskRow
            key={row.edition_id}
            lang={lang}
            href={paths.item(lang, row.item_id)}
            clock={view.clocks.get(row.item_id)?.shown}
            room={dotted(
              lang === 'vi' ? row.section_vi : row.section_en,
              view.portals.length > 1 && names.get(row.portal_id),
              row.language === lang ? undefined : w.languages[row.language],
            )}
            title={row.title || w.untitled}
            sub={
              <>
                <EditionState lang={lang} state={row.state} />{' '}
                {dotted(
                  w.edition(row.number),
                  w.savedBy(row.saved_by_name ?? '', formatInstant(row.saved_at, lang)),
                )}
              </>
            }
            choose={{ name: 'chon', value: String(row.edition_id) }}
            next={nextStep(lang, row)}
          />
        ))}
      </DeskList>
      <p>
        <Button kind="second" icon="list-checks" formAction={paths.many(lang)}>
          {manyWords(lang).withChosen}
        </Button>{' '}
        <Button kind="second" icon="download">
          {w.exportChosen}
        </Button>
      </p>
    </form>
  );
}

function nextStep(lang: Lang, row: ListedEdition) {
  const w = publishingWords(lang);
  const goesOn: Partial<Record<State, string>> = { draft: paths.edit(lang, row.item_id, row.edition_id) };
  const href = goesOn[row.state];
  return href ? { href, text: w.goOn } : { href: paths.item(lang, row.item_id), text: w.open };
}

/** What begins like a formula would run in a spreadsheet: an apostrophe makes it text. */
function csvCell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${text.replace(/"/g, '""')}"`;
}

/** The list as a file for spreadsheets; the rows chosen, or all that the filters let through. */
export async function exportList(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang } = context;
  const w = publishingWords(lang);
  const view = await loadList(ports, context, EXPORT_LIMIT);
  const names = namesOfPortals(view.portals, lang);
  const head = Object.values(w.columns);
  const lines = view.rows.map((row) => [
    String(row.item_id),
    row.title,
    names.get(row.portal_id) ?? '',
    lang === 'vi' ? row.section_vi : row.section_en,
    w.languages[row.language],
    STATE_WORDS[row.state][lang],
    formatInstant(row.saved_at, lang),
    row.saved_by_name ?? '',
    view.clocks.get(row.item_id)?.due ?? '',
    context.site.origin + paths.item(lang, row.item_id),
  ]);
  // spreadsheets take a file with this mark for UTF-8
  const text = `\uFEFF${[head, ...lines].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
  return {
    kind: 'text',
    type: 'text/csv; charset=utf-8',
    text,
    headers: { 'content-disposition': `attachment; filename="${w.csvName}"` },
  };
}
