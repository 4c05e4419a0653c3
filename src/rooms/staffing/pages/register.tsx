import { readId } from '../../../platform/http/ids.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  DataTable,
  DeskTitle,
  EmptyState,
  Field,
  FilterBar,
  LinkButton,
  ToolBar,
} from '../../../ui/index.ts';
import { type PortalRow, portalName } from '../../portals/index.ts';
import { dayOf, type RegisterLine, readablePortals, readRegister, registerCsv } from '../register-queries.ts';
import { staffingWords } from '../words.ts';
import { hrefTo, page } from './parts.tsx';

interface Asked {
  portals: PortalRow[];
  chosen: PortalRow[];
  portalId: number | undefined;
  withEnded: boolean;
}

async function asked(ports: Ports, { person, query }: StaffContext): Promise<Asked> {
  const portals = await readablePortals(ports, person);
  const named = readId(query.get('cong'));
  const one = portals.find(({ id }) => id === named);
  return {
    ...{ portals, chosen: one ? [one] : portals, portalId: one?.id },
    withEnded: query.get('quyen') === 'tat-ca',
  };
}

/** The register (LX-014): who works, with which right, since when, by which decision. Prints as it stands. */
export async function registerPage(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, person } = context;
  const w = staffingWords(lang);
  const { portals, chosen, portalId, withEnded } = await asked(ports, context);
  if (portals.length === 0) return { kind: 'missing' };
  const lines = await readRegister(ports, person, chosen, { withEnded, lang });
  const query = new URLSearchParams({
    ...(portalId === undefined ? {} : { cong: String(portalId) }),
    ...(withEnded ? { quyen: 'tat-ca' } : {}),
  });
  return page(
    ports,
    context,
    { title: w.title, part: 'register' },
    <>
      <DeskTitle title={w.title} />
      <p class="note">
        {w.lead} {w.printNote}
      </p>
      <FilterBar lang={lang} action={hrefTo(lang, 'register')} result={w.count(lines.length)}>
        {portals.length > 1 && (
          <Field
            lang={lang}
            kind="select"
            name="cong"
            label={w.portal}
            value={String(portalId ?? '')}
            empty={w.allPortals}
            choices={portals.map((one) => ({ value: String(one.id), text: portalName(one, lang) }))}
          />
        )}
        <Field
          lang={lang}
          kind="select"
          name="quyen"
          label={w.scope}
          value={withEnded ? 'tat-ca' : 'dang-co'}
          choices={Object.entries(w.scopes).map(([value, text]) => ({ value, text }))}
        />
      </FilterBar>
      <ToolBar>
        <LinkButton kind="light" icon="download" download href={`${hrefTo(lang, 'csv')}?${query}`}>
          {w.csv}
        </LinkButton>
      </ToolBar>
      {lines.length === 0 ? <EmptyState title={w.none} /> : <Lines lang={lang} lines={lines} />}
    </>,
  );
}

function Lines({ lang, lines }: { lang: Lang; lines: readonly RegisterLine[] }) {
  const w = staffingWords(lang);
  const groups = [...Map.groupBy(lines, ({ portal }) => portalName(portal, lang))];
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.title,
        captionHidden: true,
        stacked: true,
        columns: [
          { label: w.person },
          { label: w.username },
          { label: w.role },
          { label: w.since },
          { label: w.until },
          { label: w.basis },
          { label: w.sent },
        ],
        rows: [],
        groups: groups.map(([title, of]) => ({ title, rows: of.map((line) => cells(line, lang)) })),
      }}
    />
  );
}

function cells({ row, title, state }: RegisterLine, lang: Lang) {
  const w = staffingWords(lang);
  const until = row.revoked_at
    ? w.ended(dayOf(civilDateOf(row.revoked_at), lang))
    : row.valid_to
      ? dayOf(row.valid_to, lang)
      : '–';
  return [
    row.full_name,
    row.username,
    state === 'holds' || state === 'taken' ? title : `${title} (${w.states[state].toLowerCase()})`,
    dayOf(row.valid_from, lang),
    until,
    <Basis key="can-cu" row={row} lang={lang} />,
    row.decision_id === null ? '–' : row.sent_on ? dayOf(row.sent_on, lang) : w.notSent,
  ];
}

function Basis({ row, lang }: { row: RegisterLine['row']; lang: Lang }) {
  const w = staffingWords(lang);
  if (row.lender_name !== null) return <>{w.lent(row.lender_name)}</>;
  if (!row.number) return <>{w.noDecision}</>;
  const text = row.decided_on ? w.decisionLine(row.number, dayOf(row.decided_on, lang)) : row.number;
  return row.decision_id === null ? (
    <span>{text}</span>
  ) : (
    <a href={hrefTo(lang, 'decision', row.decision_id)}>{text}</a>
  );
}

export async function registerFile(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, person } = context;
  const { portals, chosen, withEnded } = await asked(ports, context);
  if (portals.length === 0) return { kind: 'missing' };
  const lines = await readRegister(ports, person, chosen, { withEnded, lang });
  return {
    kind: 'text',
    type: 'text/csv; charset=utf-8',
    text: registerCsv(lines, lang),
    headers: {
      'content-disposition': 'attachment; filename="so-phan-cong.csv"',
      'cache-control': 'private, no-store',
    },
  };
}
