import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted, portalsPermitted } from '../../../rules/access/index.ts';
import { formatDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Refusal } from '../../../rules/refusal.ts';
import {
  Button,
  Callout,
  DataTable,
  DeskTitle,
  EmptyState,
  Field,
  Figures,
  Form,
  FormSection,
  StatePill,
  type TagTone,
} from '../../../ui/index.ts';
import { type PortalRow, portalName } from '../../portals/index.ts';
import { readId } from '../forms.ts';
import { permits } from '../permits.ts';
import { readablePortals, reading } from '../queries.ts';
import { setUrgent } from '../urgent-commands.ts';
import {
  URGENT_STANDINGS,
  type UrgentSetting,
  type UrgentStanding,
  urgentStanding,
} from '../urgent-rules.ts';
import { findUrgentSetting, listUrgent, type UrgentRow } from '../urgent-store.ts';
import { urgentWords } from '../urgent-words.ts';
import { publishingWords } from '../words.ts';
import { page, paths, RefusalSummary, when } from './parts.tsx';

/** Which standings a figure counts; the address that shows them names it. */
const FIGURES = {
  tat: ['all', Object.keys(URGENT_STANDINGS) as UrgentStanding[]],
  cho: ['open', ['waiting', 'overdue']],
  'qua-han': ['overdue', ['overdue']],
  'trong-han': ['inTime', ['approved', 'refused', 'replaced']],
  tre: ['late', ['approvedLate', 'refusedLate', 'replacedLate']],
  go: ['refused', ['refused', 'refusedLate']],
} as const satisfies Record<string, readonly [string, readonly UrgentStanding[]]>;
type FigureName = keyof typeof FIGURES;

const TONES: Record<UrgentStanding, TagTone> = {
  waiting: 'warn',
  overdue: 'bad',
  approved: 'good',
  approvedLate: 'warn',
  refused: 'plain',
  refusedLate: 'warn',
  replaced: 'plain',
  replacedLate: 'warn',
};

export function UrgentPill({ lang, standing }: { lang: Lang; standing: UrgentStanding }) {
  return <StatePill tone={TONES[standing]}>{URGENT_STANDINGS[standing][lang]}</StatePill>;
}

interface UrgentView {
  portals: PortalRow[];
  rows: UrgentRow[];
  /** The portals the person arranges, with what they chose. */
  settings: { portal: PortalRow; setting: UrgentSetting }[];
}

/** Every urgent publication with its clock and its decision; each figure opens those it counts. */
export async function showUrgent(ports: Ports, context: StaffContext, refusal?: Refusal): Promise<Reply> {
  const { person } = context;
  const view = await reading(ports, person, async (tx): Promise<UrgentView> => {
    const portals = await readablePortals(tx, person);
    const arranges = portalsPermitted(person, permits, 'publishing.arrange');
    const settings: UrgentView['settings'] = [];
    for (const portal of portals.filter(({ id }) => arranges.includes(id)))
      settings.push({ portal, setting: await findUrgentSetting(tx, portal.id) });
    return { portals, rows: await listUrgent(tx, { portalIds: portals.map(({ id }) => id) }), settings };
  });
  return page(urgentPage(ports, context, view, refusal), refusal ? 422 : 200);
}

/** What the content administrator chose for a portal. */
export async function saveUrgent(ports: Ports, context: StaffContext): Promise<Reply> {
  const { form, person, lang } = context;
  try {
    await ports.perform(person, setUrgent, {
      portalId: readId(form.get('portalId')) ?? 0,
      allowed: form.get('allowed') === '1',
      limitDays: Number(form.get('limitDays') || Number.NaN),
    });
    return { kind: 'redirect', to: `${paths.urgent(lang)}?xong=luu`, status: 303 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showUrgent(ports, context, error);
  }
}

function urgentPage(
  ports: Ports,
  context: StaffContext,
  view: UrgentView,
  refusal: Refusal | undefined,
): string {
  const { lang, query, now } = context;
  const w = urgentWords(lang);
  const all = view.rows.map((row) => ({ row, standing: urgentStanding(row, now) }));
  const asked = query.get('loc') ?? '';
  const chosen: FigureName = asked in FIGURES ? (asked as FigureName) : 'tat';
  const counted = (name: FigureName) => {
    const standings: readonly UrgentStanding[] = FIGURES[name][1];
    return all.filter(({ standing }) => standings.includes(standing));
  };
  const here = paths.urgent(lang);
  const shown = counted(chosen);
  const done = w.done[query.get('xong') ?? ''];
  return deskFrame(
    ports,
    context,
    { title: w.title },
    <>
      <DeskTitle eyebrow={publishingWords(lang).items} title={w.title}>
        <p class="note">{w.lead}</p>
      </DeskTitle>
      {done && <Callout tone="good" live title={done} />}
      <RefusalSummary lang={lang} refusal={refusal} place="cai-dat" />
      {all.length === 0 ? (
        <EmptyState title={w.none}>
          <p>{w.noneWhat}</p>
        </EmptyState>
      ) : (
        <>
          <Figures
            figures={(Object.keys(FIGURES) as FigureName[]).map((name) => ({
              value: String(counted(name).length),
              words: w.figures[FIGURES[name][0]],
              href: `${here}?loc=${name}`,
              bad: name === 'qua-han' && counted(name).length > 0,
            }))}
          />
          {chosen !== 'tat' && (
            <p>
              {w.shown(w.figures[FIGURES[chosen][0]])}. <a href={here}>{w.showAll}</a>
            </p>
          )}
          <UrgentTable context={context} view={view} rows={shown} />
        </>
      )}
      {view.settings.length > 0 && <Setting context={context} view={view} refusal={refusal} />}
    </>,
  );
}

function UrgentTable(props: {
  context: StaffContext;
  view: UrgentView;
  rows: { row: UrgentRow; standing: UrgentStanding }[];
}) {
  const { lang } = props.context;
  const w = urgentWords(lang);
  const c = w.columns;
  const names = new Map(props.view.portals.map((portal) => [portal.id, portalName(portal, lang)]));
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.title,
        captionHidden: true,
        stacked: true,
        columns: [c.item, c.by, c.at, c.due, c.standing, c.decided].map((label) => ({ label })),
        rows: props.rows.map(({ row, standing }) => [
          <>
            <a href={paths.urgentOne(lang, row.id)} lang={row.language}>
              {row.title}
            </a>
            {names.size > 1 && <p class="note">{names.get(row.portal_id)}</p>}
          </>,
          row.publisher ?? '',
          when(row.published_at, lang).text,
          row.due_on ? formatDate(row.due_on, lang, 'short') : w.undated,
          <UrgentPill lang={lang} standing={standing} />,
          row.decided_at ? `${row.decider ?? ''} ${when(row.decided_at, lang).text}` : '',
        ]),
      }}
    />
  );
}

function Setting({
  context,
  view,
  refusal,
}: {
  context: StaffContext;
  view: UrgentView;
  refusal: Refusal | undefined;
}) {
  const { lang, form } = context;
  const w = urgentWords(lang).setting;
  return (
    <FormSection id="cai-dat" title={w.title}>
      {view.settings.map(({ portal, setting }) => {
        const isThis = form.get('portalId') === String(portal.id);
        return (
          <Form
            key={portal.id}
            action={paths.urgent(lang)}
            hidden={{ _token: context.csrfToken, portalId: String(portal.id) }}
            label={`${w.title}: ${portalName(portal, lang)}`}
          >
            <p>
              <strong>{portalName(portal, lang)}.</strong> {w.now(setting.allowed, setting.limitDays)}
            </p>
            <Field
              kind="checkbox"
              lang={lang}
              name="allowed"
              id={`allowed-${portal.id}`}
              label={w.allowed}
              help={w.allowedHelp}
              checked={isThis ? form.get('allowed') === '1' : setting.allowed}
              optional
            />
            <Field
              kind="number"
              lang={lang}
              name="limitDays"
              id={isThis ? 'limitDays' : `limitDays-${portal.id}`}
              label={w.days}
              help={w.daysHelp}
              width="short"
              value={isThis ? (form.get('limitDays') ?? '') : String(setting.limitDays)}
              error={isThis && refusal?.field === 'limitDays' ? refusal.words[lang] : undefined}
            />
            <Button kind="second">{w.save}</Button>
          </Form>
        );
      })}
    </FormSection>
  );
}

/** On the item's page: that it was published urgently, and where that stands. */
export function UrgentCallouts({ lang, rows, now }: { lang: Lang; rows: readonly UrgentRow[]; now: Date }) {
  const w = urgentWords(lang);
  return (
    <>
      {rows.map((row) => {
        const standing = urgentStanding(row, now);
        return (
          <Callout
            key={row.id}
            tone={standing === 'overdue' ? 'bad' : standing === 'waiting' ? 'warn' : 'info'}
            title={w.callout(URGENT_STANDINGS[standing][lang])}
          >
            <p>
              {row.due_on && `${w.due(formatDate(row.due_on, lang, 'weekdayDayMonth'))}. `}
              <a href={paths.urgentOne(lang, row.id)}>{w.open}</a>
            </p>
          </Callout>
        );
      })}
    </>
  );
}

/** On the item's page: the form to publish an edition at once, for who may, where the portal uses it. */
export function UrgentForm(props: {
  context: StaffContext;
  itemId: number;
  editionId: number;
  portalId: number;
  setting: UrgentSetting;
  /** It cannot wait: the form stands open. */
  isOpen: boolean;
  /** It stands on the page of decisions. */
  onApproval?: boolean;
  refusal: Refusal | undefined;
}) {
  const { context, itemId, editionId, portalId, setting, isOpen, onApproval, refusal } = props;
  const { lang, form, person } = context;
  if (!setting.allowed || !isPermitted(person, permits, 'publishing.urgent', portalId)) return null;
  const w = urgentWords(lang);
  const hidden = {
    ...{ _token: context.csrfToken, editionId: String(editionId), move: 'publishUrgent' },
    ...(onApproval ? { trang: 'duyet' } : {}),
  };
  const isThis = form.get('move') === 'publishUrgent' && form.get('editionId') === String(editionId);
  return (
    <details class="trace" id={`dang-khan-${editionId}`} open={isOpen || isThis}>
      <summary>{w.publishTitle}</summary>
      <p>{w.publishNote(setting.limitDays)}</p>
      <Form action={paths.step(lang, itemId)} hidden={hidden} label={w.publishTitle}>
        <Field
          kind="textarea"
          lang={lang}
          name="reason"
          id={isThis ? 'reason' : `ly-do-khan-${editionId}`}
          label={w.reason}
          rows={2}
          value={isThis ? (form.get('reason') ?? '') : ''}
          error={isThis && refusal?.field === 'reason' ? refusal.words[lang] : undefined}
        />
        <Button kind="danger">{w.publish}</Button>
      </Form>
    </details>
  );
}
