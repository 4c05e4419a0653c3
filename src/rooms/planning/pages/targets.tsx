import { deskFrame } from '../../../desk-frame.tsx';
import { scopeOf } from '../../../platform/command/index.ts';
import { readId } from '../../../platform/http/ids.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { civilDateOf, formatDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Refusal } from '../../../rules/refusal.ts';
import {
  Breadcrumb,
  Button,
  Chips,
  DataTable,
  DeskTitle,
  Field,
  Figures,
  Form,
  FormSection,
  StatePill,
} from '../../../ui/index.ts';
import { type PortalRow, portalName } from '../../portals/index.ts';
import { readablePortals } from '../../publishing/index.ts';
import { setTarget } from '../commands.ts';
import { readTarget } from '../forms.ts';
import { permits } from '../permits.ts';
import { readReport, type SectionReport, type TargetPeriod } from '../queries.ts';
import type { Kept, Per } from '../rules.ts';
import { planningWords } from '../words.ts';
import { Done, Problems, paths, sectionName } from './parts.tsx';

interface TargetsView {
  portals: PortalRow[];
  portal: PortalRow;
  report: SectionReport[];
}

/** What each section is to bring and brought, and how long it has had nothing new. */
export async function showTargets(ports: Ports, context: StaffContext, refusal?: Refusal): Promise<Reply> {
  const { person, query, form, now } = context;
  const view = await ports.database.transaction(
    scopeOf(person),
    async (tx): Promise<TargetsView | undefined> => {
      const portals = await readablePortals(tx, person);
      const asked = readId(form.get('cong') ?? query.get('cong'));
      const portal = asked === undefined ? portals[0] : portals.find(({ id }) => id === asked);
      return portal && { portals, portal, report: await readReport(tx, portal.id, civilDateOf(now)) };
    },
  );
  if (!view) return { kind: 'missing' };
  return { kind: 'page', html: targetsPage(ports, context, view, refusal), status: refusal ? 422 : 200 };
}

/** Sets a target, or takes it away. */
export async function saveTarget(ports: Ports, context: StaffContext): Promise<Reply> {
  const { form, person, lang } = context;
  const portalId = readId(form.get('cong')) ?? 0;
  try {
    await ports.perform(person, setTarget, { portalId, ...readTarget(form) });
    return { kind: 'redirect', to: `${paths.targets(lang)}?cong=${portalId}&xong=chitieu`, status: 303 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showTargets(ports, context, error);
  }
}

function targetsPage(
  ports: Ports,
  context: StaffContext,
  view: TargetsView,
  refusal: Refusal | undefined,
): string {
  const { lang, person } = context;
  const { portal, portals, report } = view;
  const w = planningWords(lang);
  const maySet = isPermitted(person, permits, 'planning.target', portal.id);
  const counted = (kept: Kept) =>
    report.flatMap(({ periods }) => periods).filter((one) => one.kept === kept).length;
  const stale = report.filter(({ isStale }) => isStale).length;
  return deskFrame(
    ports,
    context,
    { title: w.targets, portalName: portalName(portal, lang) },
    <>
      <Breadcrumb
        lang={lang}
        links={[{ href: `${paths.plan(lang)}?cong=${portal.id}`, text: w.title }]}
        here={w.targets}
      />
      <DeskTitle eyebrow={portalName(portal, lang)} title={w.targets} />
      <Done context={context} />
      <Problems lang={lang} refusal={refusal} />
      {portals.length > 1 && portals.length <= 12 && (
        <Chips
          label={w.portal}
          chips={portals.map((one) => ({
            href: `${paths.targets(lang)}?cong=${one.id}`,
            text: portalName(one, lang),
            current: one.id === portal.id,
          }))}
        />
      )}
      <Figures
        figures={[
          { value: String(counted('kept')), words: w.report.summary.kept, href: '#bang' },
          {
            value: String(counted('short')),
            words: w.report.summary.short,
            href: '#bang',
            bad: counted('short') > 0,
          },
          { value: String(counted('open')), words: w.report.summary.open, href: '#bang' },
          { value: String(stale), words: w.report.summary.stale, href: '#bang', bad: stale > 0 },
        ]}
      />
      <p class="note" id="bang">
        {w.report.lead}
      </p>
      <ReportTable lang={lang} report={report} />
      {maySet && <TargetForm context={context} view={view} refusal={refusal} />}
    </>,
  );
}

function ReportTable({ lang, report }: { lang: Lang; report: readonly SectionReport[] }) {
  const w = planningWords(lang).report;
  return (
    <DataTable
      lang={lang}
      table={{
        caption: planningWords(lang).targets,
        captionHidden: true,
        stacked: true,
        columns: [w.section, w.target, w.fresh, w.periods].map((label) => ({ label })),
        rows: report.map((one) => [
          `${one.section.parent_id === null ? '' : '– '}${sectionName(one.section, lang)}`,
          one.target ? w.atLeast(one.target.at_least, one.target.per) : w.noTarget,
          <Freshness lang={lang} one={one} />,
          one.periods.map((period) => (
            <PeriodItems key={period.from} lang={lang} period={period} per={one.target?.per ?? 'week'} />
          )),
        ]),
      }}
    />
  );
}

function Freshness({ lang, one }: { lang: Lang; one: SectionReport }) {
  const w = planningWords(lang).report;
  const { idleDays, isStale, section } = one;
  return (
    <>
      {isStale ? (
        <StatePill tone="warn">{w.stale(idleDays)}</StatePill>
      ) : idleDays === undefined ? (
        w.never
      ) : (
        w.days(idleDays)
      )}
      {section.fresh_within_days !== null && <p class="note">{w.within(section.fresh_within_days)}</p>}
    </>
  );
}

const TONES = { kept: 'good', short: 'bad', open: 'plain' } as const;

/** A figure that opens the items it counts; without a script, too. */
function PeriodItems({ lang, period, per }: { lang: Lang; period: TargetPeriod; per: Per }) {
  const w = planningWords(lang).report;
  const name =
    per === 'week'
      ? w.week(formatDate(period.from, lang, 'dayMonth'), formatDate(period.through, lang, 'dayMonth'))
      : planningWords(lang).month(period.from.slice(5, 7), period.from.slice(0, 4));
  return (
    <details class="trace">
      <summary>
        {name}: {w.count(period.items.length)}{' '}
        <StatePill tone={TONES[period.kept]}>{w.kept[period.kept]}</StatePill>
      </summary>
      {period.items.length === 0 ? (
        <p>{w.noItems}</p>
      ) : (
        <ul>
          {period.items.map((item) => (
            <li key={item.item_id}>
              <a href={paths.item(lang, item.item_id)}>{item.title}</a>{' '}
              <span class="note">{formatDate(civilDateOf(item.at), lang, 'short')}</span>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function TargetForm({
  context,
  view,
  refusal,
}: {
  context: StaffContext;
  view: TargetsView;
  refusal: Refusal | undefined;
}) {
  const { lang, form } = context;
  const w = planningWords(lang).report;
  const error = (name: string) => (refusal?.field === name ? refusal.words[lang] : undefined);
  return (
    <FormSection id="dat" title={w.set}>
      <Form
        action={paths.targets(lang)}
        hidden={{ _token: context.csrfToken, cong: String(view.portal.id) }}
        label={w.set}
      >
        <Field
          kind="select"
          lang={lang}
          name="sectionId"
          label={w.section}
          empty
          value={form.get('sectionId') ?? ''}
          choices={view.report.map(({ section }) => ({
            value: String(section.id),
            text: sectionName(section, lang),
          }))}
          error={error('sectionId')}
        />
        <Field
          kind="number"
          lang={lang}
          name="atLeast"
          label={w.number}
          help={w.numberHelp}
          width="short"
          value={form.get('atLeast') ?? ''}
          error={error('atLeast')}
          optional
        />
        <Field
          kind="radios"
          lang={lang}
          name="per"
          label={w.per}
          value={form.get('per') ?? 'week'}
          choices={[
            { value: 'week', text: w.pers.week },
            { value: 'month', text: w.pers.month },
          ]}
        />
        <Button kind="second">{w.save}</Button>
      </Form>
    </FormSection>
  );
}
