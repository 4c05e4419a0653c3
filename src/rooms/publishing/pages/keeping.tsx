import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { portalsPermitted } from '../../../rules/access/index.ts';
import { civilDateOf } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import type { Profile } from '../../../rules/profile/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { Breadcrumb, Button, Chips, DataTable, DeskTitle, Field, Form } from '../../../ui/index.ts';
import {
  listPortals,
  listSections,
  type PortalRow,
  portalName,
  profileInForce,
  type SectionRow,
} from '../../portals/index.ts';
import { readId } from '../forms.ts';
import { type Keeping, NOTHING_SET, setKeeping } from '../keeping.ts';
import { findKeeping } from '../keeping-store.ts';
import { minimumIn } from '../life-queries.ts';
import { lifeWords } from '../life-words.ts';
import { permits } from '../permits.ts';
import { reading } from '../queries.ts';
import { publishingWords } from '../words.ts';
import { LifeDone, lifePaths, tryOr } from './life-parts.tsx';
import { page, paths, RefusalSummary, SubHeading, seeOther } from './parts.tsx';

interface KeepingView {
  portals: PortalRow[];
  portal: PortalRow;
  sections: SectionRow[];
  keeping: Keeping;
  profile: Profile;
}

/** How long a portal keeps things: on line by section, and what was taken down in its archive. */
export async function showKeeping(ports: Ports, context: StaffContext, refusal?: Refusal): Promise<Reply> {
  const view = await load(ports, context);
  if (!view) return { kind: 'missing' };
  return page(keepingPage(ports, context, view, refusal), refusal ? 422 : 200);
}

async function load(ports: Ports, context: StaffContext): Promise<KeepingView | undefined> {
  const { person, query, form, now } = context;
  const allowed = portalsPermitted(person, permits, 'publishing.keep');
  const profile = await profileInForce(ports, person.localityId, civilDateOf(now));
  const asked = readId(form.get('portalId') ?? query.get('cong'));
  return reading(ports, person, async (tx) => {
    const portals = (await listPortals(tx, person.localityId)).filter(({ id }) => allowed.includes(id));
    const portal = portals.find(({ id }) => id === asked) ?? portals[0];
    if (!portal || (asked !== undefined && portal.id !== asked)) return undefined;
    const sections = await listSections(tx, portal.id);
    return { portals, portal, sections, profile, keeping: (await findKeeping(tx, portal.id)) ?? NOTHING_SET };
  });
}

function keepingPage(
  ports: Ports,
  context: StaffContext,
  view: KeepingView,
  refusal: Refusal | undefined,
): string {
  const { lang } = context;
  const w = lifeWords[lang];
  const p = publishingWords(lang);
  const { portal, portals } = view;
  const here = lifePaths.keeping(lang);
  return deskFrame(
    ports,
    context,
    { title: w.keeping, portalName: portalName(portal, lang) },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: paths.list(lang), text: p.items },
          { href: lifePaths.archive(lang), text: w.archive },
        ]}
        here={w.keeping}
      />
      <DeskTitle eyebrow={portalName(portal, lang)} title={w.keeping}>
        <p class="note">{w.keepingLead}</p>
      </DeskTitle>
      <LifeDone context={context} />
      <RefusalSummary lang={lang} refusal={refusal} place="thoi-gian" />
      {portals.length > 1 && (
        <Chips
          label={w.portal}
          chips={portals.map((one) => ({
            href: `${here}?cong=${one.id}`,
            text: portalName(one, lang),
            current: one.id === portal.id,
          }))}
        />
      )}
      <SubHeading id="luu-giu">{w.retention}</SubHeading>
      <RetentionForm context={context} view={view} refusal={refusal} />
      <SubHeading id="thoi-gian">{w.keepingSet}</SubHeading>
      <LifetimeForm context={context} view={view} refusal={refusal} />
      <LifetimeTable context={context} view={view} />
    </>,
  );
}

interface KeepingFormProps {
  context: StaffContext;
  view: KeepingView;
  refusal: Refusal | undefined;
}

/** What was typed into one of the two forms, and what was wrong with it. */
function typedIn({ context, refusal }: KeepingFormProps, work: string) {
  const { form, lang } = context;
  const isThis = form.get('viec') === work;
  return {
    value: (name: string, kept: string) => (isThis ? (form.get(name) ?? '') : kept),
    error: (name: string) => (isThis && refusal?.field === name ? refusal.words[lang] : undefined),
  };
}

function formOf({ context, view }: KeepingFormProps, work: string) {
  return {
    action: lifePaths.keeping(context.lang),
    hidden: { _token: context.csrfToken, portalId: String(view.portal.id), viec: work },
  };
}

function RetentionForm(props: KeepingFormProps) {
  const { lang } = props.context;
  const w = lifeWords[lang];
  const { retention } = props.view.keeping;
  const { value, error } = typedIn(props, 'luugiu');
  return (
    <Form {...formOf(props, 'luugiu')} label={w.retention}>
      <Field
        kind="number"
        lang={lang}
        name="years"
        label={w.retentionYears}
        help={w.retentionYearsHelp}
        optional
        value={value('years', retention.years === null ? '' : String(retention.years))}
        error={error('years')}
      />
      <Field
        kind="text"
        lang={lang}
        name="source"
        label={w.retentionSource}
        help={w.retentionSourceHelp}
        optional
        value={value('source', retention.source)}
        error={error('source')}
      />
      <Button kind="second">{w.keepingSave}</Button>
    </Form>
  );
}

/** Sections the portal fills; signed texts are kept by their validity. */
const sectionsOf = ({ sections }: KeepingView) =>
  sections.filter(({ content_kind: kind }) => kind !== 'documents');

const nameOf = (section: SectionRow, lang: Lang) => (lang === 'vi' ? section.name_vi : section.name_en);

function LifetimeForm(props: KeepingFormProps) {
  const { lang } = props.context;
  const w = lifeWords[lang];
  const { value, error } = typedIn(props, 'thoigian');
  return (
    <Form {...formOf(props, 'thoigian')} label={w.keepingSet}>
      <Field
        kind="select"
        lang={lang}
        name="sectionId"
        label={w.keepingSection}
        empty
        value={value('sectionId', '')}
        choices={sectionsOf(props.view).map((one) => ({ value: String(one.id), text: nameOf(one, lang) }))}
        error={error('sectionId')}
      />
      <Field
        kind="number"
        lang={lang}
        name="days"
        label={w.keepingDays}
        help={w.keepingDaysHelp}
        optional
        value={value('days', '')}
        error={error('days')}
      />
      <Field
        kind="radios"
        lang={lang}
        name="as"
        label={w.keepingAs}
        value={value('as', 'archive') || 'archive'}
        choices={(['archive', 'notice'] as const).map((one) => ({
          value: one,
          text: w.expiresAsChoices[one],
        }))}
      />
      <Button kind="second">{w.keepingSave}</Button>
    </Form>
  );
}

function LifetimeTable({ context, view }: { context: StaffContext; view: KeepingView }) {
  const { lang, now } = context;
  const w = lifeWords[lang];
  const c = w.keepingColumns;
  const today = civilDateOf(now);
  return (
    <DataTable
      lang={lang}
      table={{
        ...{ caption: w.keepingTable, stacked: true },
        columns: [c.section, c.days, c.after, c.from].map((label) => ({ label })),
        empty: w.keepingNothing,
        rows: sectionsOf(view).flatMap((section) => {
          const kept = view.keeping.lifetimes[String(section.id)];
          const minimum = minimumIn(view.profile, section.content_kind, today);
          // where neither portal nor regulation says anything, things stay
          if (!kept && !minimum) return [];
          return [
            [
              nameOf(section, lang),
              kept ? w.days(kept.days) : w.keepingForGood,
              kept ? w.expiresAsChoices[kept.as] : '',
              minimum ? w.keepingFrom(minimum.days, minimum.article) : w.keepingOwn,
            ],
          ];
        }),
      }}
    />
  );
}

const SECTION_MISSING = new Refusal(
  'section-missing',
  { vi: 'Hãy chọn mục để đặt thời gian đăng.', en: 'Choose the section to set.' },
  'sectionId',
);
/** An answer of law is not taken off line before its time (TB Đ6.2.e). */
const tooShort = (days: number, article: string) =>
  new Refusal(
    'days-too-few',
    {
      vi: `Quy chế đòi giữ loại bài này ít nhất ${days} ngày (${article}). Hãy ghi số ngày không ít hơn.`,
      en: `The regulation keeps this kind for at least ${days} days (${article}). Give no fewer.`,
    },
    'days',
  );

/** A whole number of a form; null where nothing was typed, NaN where it is none. */
function numberIn(form: URLSearchParams, name: string): number | null {
  const text = (form.get(name) ?? '').trim();
  return text === '' ? null : /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
}

/** What the portal keeps after one of the forms was posted. @throws Refusal */
function keepingAfter({ form, now }: StaffContext, view: KeepingView): Keeping {
  const { lifetimes, retention } = view.keeping;
  if (form.get('viec') !== 'thoigian')
    return { lifetimes, retention: { years: numberIn(form, 'years'), source: form.get('source') ?? '' } };
  const section = sectionsOf(view).find(({ id }) => id === readId(form.get('sectionId')));
  if (!section) throw SECTION_MISSING;
  const { [String(section.id)]: _, ...others } = lifetimes;
  const days = numberIn(form, 'days');
  if (days === null) return { lifetimes: others, retention };
  const minimum = minimumIn(view.profile, section.content_kind, civilDateOf(now));
  if (minimum && days < minimum.days) throw tooShort(minimum.days, minimum.article);
  const as = form.get('as') === 'notice' ? ('notice' as const) : ('archive' as const);
  return { lifetimes: { ...others, [String(section.id)]: { days, as } }, retention };
}

/** Saves a posted form; what was refused is shown with everything typed. */
export async function saveKeepingForm(ports: Ports, context: StaffContext): Promise<Reply> {
  const view = await load(ports, context);
  if (!view) return { kind: 'missing' };
  const { person, lang } = context;
  return tryOr(
    async () => {
      const keeping = keepingAfter(context, view);
      await ports.perform(person, setKeeping, { portalId: view.portal.id, keeping });
      return seeOther(`${lifePaths.keeping(lang)}?cong=${view.portal.id}`, 'luugiu');
    },
    (refusal) => showKeeping(ports, context, refusal),
  );
}
