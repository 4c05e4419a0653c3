import { readId } from '../../../platform/http/ids.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { civilDateOf, formatDate } from '../../../rules/calendar/index.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import { Button, Buttons, DataTable, Field, Form, GroupHeader } from '../../../ui/index.ts';
import { listPortals, type PortalRow, portalName } from '../../portals/index.ts';
import { type OwedLine, owedLines } from '../desk-queries.ts';
import { permits } from '../permits.ts';
import { listScopesOf } from '../scope-store.ts';
import { showDocumentHere } from '../scoping.ts';
import { libraryWords } from '../words.ts';
import { paths } from './desk-board.tsx';

export interface ScopeView {
  portals: readonly PortalRow[];
  lines: readonly OwedLine[];
}

/**
 * The bodies a text binds, each with its clock. Their clocks belong to their portals; that they are kept is the
 * issuer's to see, who has been checked to be it.
 */
export function findScopeView(ports: Ports, context: StaffContext, itemId: number): Promise<ScopeView> {
  const { person, lang, now } = context;
  const { localityId } = person;
  return ports.database.transaction({ as: 'system' }, async (tx) => ({
    portals: await listPortals(tx, localityId),
    lines: await owedLines(tx, await listScopesOf(tx, itemId), { localityId, lang, now }),
  }));
}

interface ScopeProps {
  context: StaffContext;
  view: ScopeView;
  itemId: number;
  portalId: number;
  refusal: Refusal | undefined;
}

/** Who must publish it, who has, and who is late. */
export function Scope({ context, view, itemId, portalId, refusal }: ScopeProps) {
  const { lang, csrfToken, person } = context;
  const w = libraryWords(lang);
  const { lines, portals } = view;
  const asked = new Set(lines.map(({ row }) => row.portal_id));
  const open = portals.filter((one) => one.id !== portalId && !asked.has(one.id) && one.state === 'open');
  const late = lines.filter(({ clock }) => clock?.standing?.state === 'overdue').length;
  const shown = lines.filter(({ row }) => row.shown_at !== null).length;
  return (
    <section aria-labelledby="pham-vi">
      <GroupHeader id="pham-vi" title={w.desk.scope} note={w.desk.count(lines.length)} overdue={late > 0} />
      {lines.length === 0 ? (
        <p class="note">{w.desk.scopeNone}</p>
      ) : (
        <>
          <p>{w.desk.scopeCounts(shown, late, lines.length)}</p>
          <ScopeTable context={context} view={view} />
        </>
      )}
      {open.length > 0 && isPermitted(person, permits, 'library.relate', portalId) && (
        <details class="trace" open={refusal !== undefined}>
          <summary>{w.desk.scopePick}</summary>
          <p class="note">{w.desk.scopeNote}</p>
          <Form action={paths.scope(lang, itemId)} hidden={{ _token: csrfToken }} label={w.desk.scopePick}>
            <Field
              lang={lang}
              kind="checkbox"
              id="tat-ca"
              name="all"
              value="members"
              label={w.desk.scopeAll}
              checked={false}
            />
            <Field
              lang={lang}
              kind="checks"
              name="toPortalIds"
              label={w.desk.scopePick}
              values={[]}
              choices={open.map((one) => ({ value: String(one.id), text: portalName(one, lang) }))}
              error={refusal?.words[lang]}
            />
            <Buttons>
              <Button>{w.desk.scopeSave}</Button>
            </Buttons>
          </Form>
        </details>
      )}
    </section>
  );
}

function ScopeTable({ context: { lang }, view }: { context: StaffContext; view: ScopeView }) {
  const w = libraryWords(lang);
  const nameOf = (id: number) => {
    const portal = view.portals.find((one) => one.id === id);
    return portal ? portalName(portal, lang) : '';
  };
  const { columns } = w.desk;
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.desk.scope,
        captionHidden: true,
        columns: [{ label: columns.body }, { label: columns.due }, { label: columns.state }],
        rows: view.lines.map(({ row, clock }) => [
          nameOf(row.portal_id),
          clock?.due ?? '–',
          row.shown_at
            ? w.desk.scopeShown(formatDate(civilDateOf(row.shown_at), lang, 'short'))
            : (clock?.words ?? '–'),
        ]),
      }}
    />
  );
}

/** Posted from the board: a text of another body stands on this portal from now on. */
export async function showHere(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, form, lang } = context;
  const number = (name: string) => readId(form.get(name) ?? undefined) ?? 0;
  await ports.perform(person, showDocumentHere, { portalId: number('portalId'), scopeId: number('scopeId') });
  return { kind: 'redirect', to: `${paths.board(lang)}?xong=hien`, status: 303 };
}
