import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { portalsPermitted } from '../../../rules/access/index.ts';
import { civilDateOf } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import type { Profile } from '../../../rules/profile/index.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import { Breadcrumb, Button, Chips, DeskTitle, Field, Form } from '../../../ui/index.ts';
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
      <KeepingForm context={context} view={view} refusal={refusal} />
    </>,
  );
}

function KeepingForm(props: { context: StaffContext; view: KeepingView; refusal: Refusal | undefined }) {
  const { context, view, refusal } = props;
  const { lang, form } = context;
  const w = lifeWords[lang];
  const { retention } = view.keeping;
  const typed = (name: string, kept: string) => form.get(name) ?? kept;
  const error = (field: string) => (refusal?.field === field ? refusal.words[lang] : undefined);
  return (
    <Form
      action={lifePaths.keeping(lang)}
      hidden={{ _token: context.csrfToken, portalId: String(view.portal.id) }}
    >
      <SubHeading id="luu-giu">{w.retention}</SubHeading>
      <Field
        kind="number"
        lang={lang}
        name="years"
        label={w.retentionYears}
        help={w.retentionYearsHelp}
        optional
        width="short"
        value={typed('years', retention.years === null ? '' : String(retention.years))}
        error={error('years')}
      />
      <Field
        kind="text"
        lang={lang}
        name="source"
        label={w.retentionSource}
        help={w.retentionSourceHelp}
        optional
        value={typed('source', retention.source)}
        error={error('source')}
      />
      <SubHeading id="thoi-gian">{w.expiry}</SubHeading>
      {view.sections
        .filter(({ content_kind: kind }) => kind !== 'documents')
        .map((section) => (
          <SectionFields
            key={section.id}
            lang={lang}
            view={view}
            section={section}
            typed={typed}
            error={error}
            today={civilDateOf(context.now)}
          />
        ))}
      <Button>{w.keepingSave}</Button>
    </Form>
  );
}

function SectionFields(props: {
  lang: Lang;
  view: KeepingView;
  section: SectionRow;
  typed(name: string, kept: string): string;
  error(name: string): string | undefined;
  today: string;
}) {
  const { lang, view, section, typed, error } = props;
  const w = lifeWords[lang];
  const name = lang === 'vi' ? section.name_vi : section.name_en;
  const kept = view.keeping.lifetimes[String(section.id)];
  const minimum = minimumIn(view.profile, section.content_kind, props.today);
  const from = minimum ? w.keepingFrom(minimum.days, minimum.article) : w.keepingNoText;
  const days = `days-${section.id}`;
  return (
    <div class="field-pair">
      <Field
        kind="number"
        lang={lang}
        name={days}
        label={w.keepingDays(name)}
        help={`${w.keepingDaysHelp} ${from}`}
        optional
        width="short"
        value={typed(days, kept ? String(kept.days) : '')}
        error={error(days)}
      />
      <Field
        kind="select"
        lang={lang}
        name={`as-${section.id}`}
        label={w.keepingAs(name)}
        value={typed(`as-${section.id}`, kept?.as ?? 'archive')}
        choices={(['archive', 'notice'] as const).map((value) => ({
          value,
          text: w.expiresAsChoices[value],
        }))}
      />
    </div>
  );
}

/** Saves the posted form; what was refused is shown with everything typed. */
export async function saveKeepingForm(ports: Ports, context: StaffContext): Promise<Reply> {
  const view = await load(ports, context);
  if (!view) return { kind: 'missing' };
  const { person, form, lang } = context;
  const number = (name: string) => {
    const text = (form.get(name) ?? '').trim();
    return text === '' ? null : /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  };
  const lifetimes: Keeping['lifetimes'] = {};
  for (const { id } of view.sections) {
    const days = number(`days-${id}`);
    if (days !== null)
      lifetimes[String(id)] = { days, as: form.get(`as-${id}`) === 'notice' ? 'notice' : 'archive' };
  }
  const retention = { years: number('years'), source: form.get('source') ?? '' };
  return tryOr(
    async () => {
      const keeping = { lifetimes, retention };
      await ports.perform(person, setKeeping, { portalId: view.portal.id, keeping });
      return seeOther(`${lifePaths.keeping(lang)}?cong=${view.portal.id}`, 'luugiu');
    },
    (refusal) => showKeeping(ports, context, refusal),
  );
}
