import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import type { Person } from '../../../rules/access/index.ts';
import { civilDateOf, formatDate, formatInstant, startOfNextDay } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Button, DeskList, DeskRow, DeskTitle, dotted, EmptyState, GroupHeader } from '../../../ui/index.ts';
import type { PortalRow } from '../../portals/index.ts';
import { claimWords } from '../claim-words.ts';
import { manyWords } from '../many-words.ts';
import { type ItemClock, itemClocks, namesOfPortals, readablePortals, reading } from '../queries.ts';
import type { PortalWorkflow } from '../rules.ts';
import { mayTake, type Progress, progressOf, stepFor } from '../steps-rules.ts';
import { stepWords } from '../steps-words.ts';
import { listQueue, type QueueRow } from '../store.ts';
import { urgentWords } from '../urgent-words.ts';
import { publishingWords } from '../words.ts';
import { Done, page, paths } from './parts.tsx';

const MOST_ROWS = 300;

type Waiting = Pick<QueueRow, 'portal_id' | 'state' | 'writers' | 'steps' | 'at_step' | 'passed_by'>;

/** Where a waiting edition stands on its way. */
export function progressOfRow(row: Waiting, workflow: PortalWorkflow): Progress {
  const { steps, at_step, passed_by } = row;
  const own = steps ? { steps, at_step: at_step ?? 0, passed_by: passed_by ?? [] } : undefined;
  return progressOf(row.state, own, workflow);
}

/** What a submitted or checked edition waits for, and whether this person may give it. */
export function waitsFor(
  person: Person,
  row: Waiting,
  workflow: PortalWorkflow,
): 'check' | 'approve' | undefined {
  if (row.writers.includes(person.personId)) return undefined;
  if (row.state !== 'submitted' && row.state !== 'checked') return undefined;
  const progress = progressOfRow(row, workflow);
  const step = stepFor(progress, row.state === 'checked' ? 'approve' : 'check');
  if (step.byAnother && progress.passedBy.includes(person.personId)) return undefined;
  return mayTake(step, person, row.portal_id) ? step.does : undefined;
}

/** The name of the step it waits for, where the board gave it one. */
export function stepName(row: Waiting, lang: Lang): string | undefined {
  if (!row.steps) return undefined;
  const step = row.state === 'checked' ? row.steps.at(-1) : row.steps[row.at_step ?? 0];
  return step?.name[lang];
}

interface QueueView {
  portals: PortalRow[];
  rows: (QueueRow & { step: 'check' | 'approve' })[];
  clocks: Map<number, ItemClock>;
}

/** Everything that waits for this person's check or approval, next due first. */
export async function showQueue(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, lang, now } = context;
  const view = await reading(ports, person, async (tx): Promise<QueueView> => {
    const portals = await readablePortals(tx, person);
    const portalIds = portals.map(({ id }) => id);
    const rows = await listQueue(tx, { portalIds, states: ['submitted', 'checked'], limit: MOST_ROWS });
    const workflows = new Map(portals.map((portal) => [portal.id, portal.workflow]));
    return {
      portals,
      rows: rows.flatMap((row) => {
        const step = waitsFor(person, row, workflows.get(row.portal_id) ?? 'check-then-approve');
        return step ? [{ ...row, step }] : [];
      }),
      clocks: await itemClocks(tx, person, portalIds, lang, now),
    };
  });
  return page(queuePage(ports, context, view));
}

type GroupName = 'pressing' | 'overdue' | 'today' | 'later' | 'none';

/** Of the clock of law and the step's own, whichever ends first. */
export function earlier(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one < other ? one : other;
}

function groupOf(row: QueueRow, now: Date): GroupName {
  if (row.presses) return 'pressing';
  const dueAt = earlier(row.due_at, row.step_due_at);
  if (!dueAt) return 'none';
  if (dueAt <= now) return 'overdue';
  return dueAt <= startOfNextDay(civilDateOf(now)) ? 'today' : 'later';
}

function queuePage(ports: Ports, context: StaffContext, view: QueueView): string {
  const { lang, now } = context;
  const w = publishingWords(lang);
  const groups = (['pressing', 'overdue', 'today', 'later', 'none'] as const)
    .map((name) => ({
      name,
      rows: view.rows.filter((row) => groupOf(row, now) === name),
    }))
    .filter(({ rows }) => rows.length > 0);
  return deskFrame(
    ports,
    context,
    { title: w.queue, keys: 'choose' },
    <>
      <DeskTitle eyebrow={w.items} title={w.queue}>
        {groups.length > 0 && <p class="note">{w.queueLead}</p>}
      </DeskTitle>
      <Done context={context} />
      {groups.length === 0 && (
        <EmptyState title={w.queueNone} links={[{ href: paths.list(lang), text: w.items }]} />
      )}
      {groups.length > 0 && (
        <form action={paths.many(lang)} aria-label={w.queue}>
          {groups.map(({ name, rows }) => (
            <div key={name}>
              <GroupHeader
                id={`nhom-${name}`}
                title={w.groups[name]}
                note={w.count(rows.length)}
                overdue={name === 'pressing' || name === 'overdue'}
              />
              <DeskList labelledBy={`nhom-${name}`}>
                {rows.map((row) => (
                  <QueueLine
                    key={row.edition_id}
                    lang={lang}
                    view={view}
                    row={row}
                    viewer={context.person.personId}
                  />
                ))}
              </DeskList>
            </div>
          ))}
          <p>
            <Button kind="second" icon="list-checks">
              {manyWords(lang).withChosen}
            </Button>
          </p>
        </form>
      )}
    </>,
  );
}

/** Who holds the work, as the queue says it. */
function heldWords(row: QueueRow, viewer: number, lang: Lang): string {
  const w = claimWords(lang);
  return row.holder_id === viewer ? w.inQueueYours : w.inQueue(row.holder_name ?? '');
}

interface LineProps {
  lang: Lang;
  view: QueueView;
  row: QueueView['rows'][number];
  viewer: number;
}

function QueueLine({ lang, view, row, viewer }: LineProps) {
  const w = publishingWords(lang);
  const href = paths.approve(lang, row.item_id, row.edition_id);
  const clock = view.clocks.get(row.item_id);
  return (
    <DeskRow
      lang={lang}
      href={href}
      clock={clock?.shown}
      room={dotted(
        lang === 'vi' ? row.section_vi : row.section_en,
        view.portals.length > 1 && namesOfPortals(view.portals, lang).get(row.portal_id),
        row.language !== lang && w.languages[row.language],
      )}
      title={row.title || w.untitled}
      sub={dotted(
        row.presses && urgentWords(lang).pressing.queue,
        stepName(row, lang) ?? (row.step === 'approve' ? w.waitsFor.approve : w.waitsFor.submitted),
        row.holder_id !== null && heldWords(row, viewer, lang),
        row.submitted_at ? w.waitingSince(formatInstant(row.submitted_at, lang)) : undefined,
        clock?.due && w.editor.dueOn(clock.due),
        row.step_due_on && stepWords(lang).stepDue(formatDate(row.step_due_on, lang, 'weekdayDayMonth')),
      )}
      choose={{ name: 'chon', value: String(row.edition_id) }}
      next={{ href, text: w.task.actions[row.step], main: true }}
    />
  );
}
