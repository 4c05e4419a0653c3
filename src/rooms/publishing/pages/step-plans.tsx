import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted, type Role } from '../../../rules/access/index.ts';
import { civilDateOf, formatDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { Breadcrumb, Callout, Chips, DataTable, DeskTitle, LinkButton } from '../../../ui/index.ts';
import { findProfile, roleTitle } from '../../accounts/index.ts';
import { listSections, type PortalRow, portalName, type SectionRow } from '../../portals/index.ts';
import { readId } from '../forms.ts';
import { permits } from '../permits.ts';
import { readablePortals, reading } from '../queries.ts';
import { setSteps } from '../steps-commands.ts';
import { readSteps } from '../steps-forms.ts';
import { CHECKING_ROLES, type Step, standardSteps } from '../steps-rules.ts';
import { listPlans, type PlanRow } from '../steps-store.ts';
import { stepWords } from '../steps-words.ts';
import { type Holder, listHolders } from '../urgent-store.ts';
import { publishingWords } from '../words.ts';
import { page, paths, RefusalSummary, SubHeading } from './parts.tsx';
import { StepDiagram } from './step-diagram.tsx';
import { StepForm } from './step-form.tsx';

export interface PlansView {
  portal: PortalRow;
  portals: PortalRow[];
  sections: SectionRow[];
  plans: PlanRow[];
  people: Holder[];
  titles: ReadonlyMap<Role, string>;
  today: string;
}

/** What the content administrator laid down, drawn and in words; the form for whoever may change it. */
export async function showPlans(ports: Ports, context: StaffContext, refusal?: Refusal): Promise<Reply> {
  const view = await load(ports, context);
  if (!view) return { kind: 'missing' };
  return page(plansPage(ports, context, view, refusal), refusal ? 422 : 200);
}

/** Lays down the posted steps, or drops those a kind has of its own. */
export async function savePlan(ports: Ports, context: StaffContext): Promise<Reply> {
  const view = await load(ports, context);
  if (!view) return { kind: 'missing' };
  const { form, person, lang } = context;
  const kind = form.get('loai') || null;
  try {
    await ports.perform(person, setSteps, {
      portalId: view.portal.id,
      contentKind: kind,
      steps: form.get('lam') === 'bo' ? null : readSteps(form),
      validFrom: form.get('validFrom') || view.today,
    });
    return { kind: 'redirect', to: `${paths.plans(lang)}?cong=${view.portal.id}&xong=luu`, status: 303 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showPlans(ports, context, error);
  }
}

function load(ports: Ports, context: StaffContext): Promise<PlansView | undefined> {
  const { person, query, form, lang, now } = context;
  return reading(ports, person, async (tx) => {
    const portals = await readablePortals(tx, person);
    const asked = readId(form.get('cong') ?? query.get('cong'));
    const arranged = portals.find(({ id }) => isPermitted(person, permits, 'publishing.arrange', id));
    const portal = asked === undefined ? (arranged ?? portals[0]) : portals.find(({ id }) => id === asked);
    if (!portal) return undefined;
    const today = civilDateOf(now);
    const profile = await findProfile(tx, ports.profiles, portal.locality_id, today);
    return {
      ...{ portal, portals, today },
      sections: await listSections(tx, portal.id),
      plans: await listPlans(tx, portal.id),
      people: await listHolders(tx, { portalId: portal.id, roles: CHECKING_ROLES, on: today }),
      titles: new Map(
        CHECKING_ROLES.map((role) => [role, roleTitle(profile, role, portal.is_main, today)[lang]]),
      ),
    };
  });
}

/** The kinds of content of a portal, each called by its sections. */
export function kindsOf({ sections }: PlansView, lang: Lang): { kind: string; name: string }[] {
  const names = new Map<string, string[]>();
  for (const one of sections.filter(({ content_kind }) => content_kind !== 'questions'))
    names.set(one.content_kind, [
      ...(names.get(one.content_kind) ?? []),
      lang === 'vi' ? one.name_vi : one.name_en,
    ]);
  return [...names].map(([kind, all]) => ({
    kind,
    name: all.length <= 3 ? all.join(', ') : `${all.slice(0, 3).join(', ')} …`,
  }));
}

/** The plan of a kind that holds today, and the one that will follow it. */
export function plansFor(
  view: PlansView,
  kind: string | null,
): { now: PlanRow | undefined; later: PlanRow | undefined } {
  const own = view.plans.filter((plan) => plan.content_kind === kind);
  return {
    now: own.find(({ valid_from }) => valid_from <= view.today),
    later: own.findLast(({ valid_from }) => valid_from > view.today),
  };
}

/** Roles and people of a step in a line. */
export function whoTakes(view: PlansView, step: Step): string {
  const roles = step.roles.map((role) => view.titles.get(role) ?? role);
  const people = step.persons.flatMap((id) => view.people.find((one) => one.id === id)?.full_name ?? []);
  return [...roles, ...people].join(', ');
}

function plansPage(
  ports: Ports,
  context: StaffContext,
  view: PlansView,
  refusal: Refusal | undefined,
): string {
  const { lang, query, person, form } = context;
  const { portal } = view;
  const w = stepWords(lang);
  const mayArrange = isPermitted(person, permits, 'publishing.arrange', portal.id);
  const chosen = form.get('loai') ?? query.get('loai');
  const kinds = kindsOf(view, lang);
  const edits = mayArrange && chosen !== null && (chosen === '' || kinds.some(({ kind }) => kind === chosen));
  return deskFrame(
    ports,
    context,
    { title: w.title, portalName: portalName(portal, lang) },
    <>
      <Breadcrumb
        lang={lang}
        links={[{ href: paths.list(lang), text: publishingWords(lang).items }]}
        here={w.title}
      />
      <DeskTitle eyebrow={portalName(portal, lang)} title={w.title} />
      {query.get('xong') === 'luu' && <Callout tone="good" live title={w.saved} />}
      <RefusalSummary lang={lang} refusal={refusal} place="buoc" />
      <p>
        {w.lead} {w.fourEyes}
      </p>
      {view.portals.length > 1 && view.portals.length <= 12 && (
        <Chips
          label={w.portal}
          chips={view.portals.map((one) => ({
            href: `${paths.plans(lang)}?cong=${one.id}`,
            text: portalName(one, lang),
            current: one.id === portal.id,
          }))}
        />
      )}
      {edits && chosen !== null ? (
        <StepForm context={context} view={view} kind={chosen || null} refusal={refusal} />
      ) : (
        <Ways lang={lang} view={view} kinds={kinds} mayArrange={mayArrange} />
      )}
      <History lang={lang} view={view} kinds={kinds} />
    </>,
  );
}

interface WaysProps {
  lang: Lang;
  view: PlansView;
  kinds: { kind: string; name: string }[];
  mayArrange: boolean;
}

function Ways({ lang, view, kinds, mayArrange }: WaysProps) {
  const w = stepWords(lang);
  const own = kinds.filter(({ kind }) => plansFor(view, kind).now?.steps || plansFor(view, kind).later);
  const rest = kinds.filter((one) => !own.includes(one));
  const href = (kind: string) => `${paths.plans(lang)}?cong=${view.portal.id}&loai=${kind}#buoc`;
  return (
    <>
      <Way lang={lang} view={view} kind={null} title={w.all} href={mayArrange ? href('') : undefined} />
      {own.map(({ kind, name }) => (
        <Way
          key={kind}
          lang={lang}
          view={view}
          kind={kind}
          title={w.ownOf(name)}
          href={mayArrange ? href(kind) : undefined}
        />
      ))}
      {mayArrange && rest.length > 0 && (
        <>
          <SubHeading id="loai">{w.kinds}</SubHeading>
          <ul>
            {rest.map(({ kind, name }) => (
              <li key={kind}>
                {name}: {w.sameAsAll.toLowerCase()}.{' '}
                <a href={href(kind)}>
                  {w.change}
                  <span class="unseen">: {name}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Way(props: {
  lang: Lang;
  view: PlansView;
  kind: string | null;
  title: string;
  href: string | undefined;
}) {
  const { lang, view, kind, title, href } = props;
  const w = stepWords(lang);
  const { now, later } = plansFor(view, kind);
  const steps = now?.steps ?? (kind === null ? standardSteps(view.portal.workflow) : null);
  const id = `quy-trinh-${kind ?? 'chung'}`;
  return (
    <section aria-labelledby={id}>
      <SubHeading id={id}>{title}</SubHeading>
      <p class="note">
        {now?.steps
          ? w.holdsFrom(formatDate(now.valid_from, lang))
          : kind === null
            ? w.standard
            : w.sameAsAll}
        {later && `. ${w.holdsLater(formatDate(later.valid_from, lang))}`}
      </p>
      {steps && (
        <div class="step-way">
          <StepDiagram lang={lang} steps={steps} who={(step) => whoTakes(view, step)} />
          <ol>
            {steps.map((step) => (
              <li key={step.name.en}>
                <strong>{step.name[lang]}</strong> ({w.does[step.does]}): {whoTakes(view, step)}
                {step.limitDays !== null && `, ${w.limit(step.limitDays)}`}
                {step.byAnother && `, ${w.byAnother}`}.
              </li>
            ))}
          </ol>
        </div>
      )}
      {href && (
        <p>
          <LinkButton href={href} kind="second" icon="pencil">
            {w.changeFor(kind === null ? w.all.toLowerCase() : title)}
          </LinkButton>
        </p>
      )}
    </section>
  );
}

function History({ lang, view, kinds }: { lang: Lang; view: PlansView; kinds: WaysProps['kinds'] }) {
  const w = stepWords(lang);
  if (view.plans.length === 0) return null;
  const nameOf = (kind: string | null) =>
    kind === null ? w.all : (kinds.find((one) => one.kind === kind)?.name ?? kind);
  return (
    <>
      <SubHeading id="da-dat">{w.history}</SubHeading>
      <DataTable
        lang={lang}
        table={{
          caption: w.history,
          captionHidden: true,
          stacked: true,
          columns: Object.values(w.columns).map((label) => ({ label })),
          rows: view.plans.map((plan) => [
            nameOf(plan.content_kind),
            plan.steps
              ? plan.steps.map(({ name }) => name[lang]).join(' → ')
              : plan.content_kind === null
                ? w.standard
                : w.sameAsAll,
            formatDate(plan.valid_from, lang, 'short'),
            plan.set_by_name ?? '',
          ]),
        }}
      />
    </>
  );
}
