import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf, formatDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import type { PageKind } from '../../../rules/profile/index.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import {
  Breadcrumb,
  Button,
  Buttons,
  DataTable,
  DeskTitle,
  Field,
  FieldRow,
  Form,
  FormSection,
} from '../../../ui/index.ts';
import { findPortalView, type PortalView } from '../desk-queries.ts';
import { deskWords, PAGE_KIND_WORDS } from '../desk-words.ts';
import { menuWords } from '../menu-words.ts';
import type { CountedSection } from '../overview-store.ts';
import { Choose, choicesOf, type FormState, hrefTo, Line, nameOf, PartHead, page } from './parts.tsx';
import { UnitForm } from './unit-form.tsx';

/** A portal this person may arrange; undefined otherwise. */
export async function findArrangeable(
  ports: Ports,
  context: StaffContext,
  portalId: number,
): Promise<PortalView | undefined> {
  const view = await findPortalView(ports, context.person, portalId);
  return view?.may.arrange ? view : undefined;
}

/** All sections: order, names, targets, and what the regulation still misses. */
export async function sectionsPage(
  ports: Ports,
  context: StaffContext,
  portalId: number,
  refusals: readonly Refusal[] = [],
): Promise<Reply> {
  const view = await findArrangeable(ports, context, portalId);
  if (!view) return { kind: 'missing' };
  const { lang, csrfToken } = context;
  const w = deskWords(lang);
  const name = nameOf(view.portal, lang);
  const state: FormState = { lang, typed: context.form, refusals };
  return page(
    ports,
    context,
    { title: w.sections, portalName: name, refusals },
    <>
      <PartHead lang={lang} portal={view.portal} title={w.sections} />
      <DataTable lang={lang} table={tableOf(view, lang, csrfToken)} />
      <MissingSections view={view} lang={lang} csrf={csrfToken} />
      <FormSection id="them" title={w.addSection}>
        <Form
          action={hrefTo(lang, 'sections', { id: portalId })}
          hidden={{ _token: csrfToken }}
          label={w.addSection}
        >
          <TextFields state={state} hasOwnMenu={view.hasOwnMenu} />
          <FieldRow>
            <Choose
              state={state}
              name="parentId"
              label={w.below}
              choices={topOf(view).map((one) => ({ value: String(one.id), text: sectionWords(one, lang) }))}
              empty={w.topLevel}
              optional
            />
            <Choose
              state={state}
              name="contentKind"
              label={w.contentKind}
              choices={choicesOf(addable(), lang)}
            />
          </FieldRow>
          <Button>{w.addSection}</Button>
        </Form>
      </FormSection>
    </>,
  );
}

function addable() {
  const { english: _, ...kinds } = PAGE_KIND_WORDS;
  return kinds;
}

export function isAddable(kind: string): kind is PageKind {
  return kind in addable();
}

function topOf({ sections }: PortalView): CountedSection[] {
  return sections.filter((one) => one.parent_id === null);
}

function sectionWords(section: CountedSection, lang: Lang): string {
  return lang === 'vi' ? section.name_vi : section.name_en;
}

function tableOf(view: PortalView, lang: Lang, csrf: string) {
  const w = deskWords(lang);
  const id = view.portal.id;
  const inOrder = topOf(view).flatMap((top) => [
    top,
    ...view.sections.filter((one) => one.parent_id === top.id),
  ]);
  return {
    caption: w.sections,
    captionHidden: true,
    columns: [
      { label: w.sectionName },
      { label: w.article },
      { label: w.live, numeric: true },
      { label: w.newest },
      { label: w.fresh },
      { label: w.change },
    ],
    rows: inOrder.map((section) => [
      <a href={hrefTo(lang, 'section', { id, section: section.id })}>
        {section.parent_id === null ? '' : '— '}
        {sectionWords(section, lang)}
      </a>,
      section.required_by ?? '',
      section.live_count,
      section.newest_at ? formatDate(civilDateOf(section.newest_at), lang, 'short') : w.never,
      section.fresh_within_days === null ? '' : w.days(section.fresh_within_days),
      <MoveForm id={id} section={section} lang={lang} csrf={csrf} />,
    ]),
  };
}

function MoveForm(props: { id: number; section: CountedSection; lang: Lang; csrf: string }) {
  const { id, section, lang } = props;
  const w = deskWords(lang);
  return (
    <Form
      action={hrefTo(lang, 'moveSection', { id, section: section.id })}
      hidden={{ _token: props.csrf }}
      label={`${w.change}: ${sectionWords(section, lang)}`}
    >
      <Buttons>
        <Button kind="light" name="huong" value="up">
          {w.up}
        </Button>
        <Button kind="light" name="huong" value="down">
          {w.down}
        </Button>
      </Buttons>
    </Form>
  );
}

/** What the regulation demands and the portal does not have, each with one button. */
function MissingSections({ view, lang, csrf }: { view: PortalView; lang: Lang; csrf: string }) {
  const w = deskWords(lang);
  const missing = view.completeness.rows.flatMap((row) => [
    ...(row.presence === 'missing' && row.sectionId === undefined
      ? [{ code: row.code, name: row.name, parentId: undefined }]
      : []),
    ...row.parts
      .filter((part) => part.presence === 'missing' && row.sectionId !== undefined)
      .map((part) => ({ code: part.code, name: part.name, parentId: row.sectionId })),
  ]);
  if (missing.length === 0) return null;
  return (
    <FormSection id="con-thieu" title={w.required}>
      {missing.map(({ code, name, parentId }) => (
        <Form
          key={code}
          action={hrefTo(lang, 'sections', { id: view.portal.id })}
          hidden={{
            ...{ _token: csrf, code, nameVi: name.vi, nameEn: name.en, inMenu: '1' },
            ...(parentId === undefined ? {} : { parentId: String(parentId) }),
          }}
          label={name[lang]}
        >
          <p>{name[lang]}</p>
          <Button kind="second">{w.addMissing}</Button>
        </Form>
      ))}
    </FormSection>
  );
}

/** Name, target, place in the menu. */
function TextFields({ state, hasOwnMenu }: { state: FormState; hasOwnMenu: boolean }) {
  const w = deskWords(state.lang);
  return (
    <>
      <FieldRow>
        <Line state={state} name="nameVi" label={w.sectionName} />
        <Line state={state} name="nameEn" label={w.inEnglish(w.sectionName)} />
      </FieldRow>
      <Line state={state} name="freshWithinDays" label={w.fresh} help={w.freshHelp} width="half" optional />
      <Field
        kind="checkbox"
        lang={state.lang}
        name="inMenu"
        label={w.inMenu}
        help={hasOwnMenu ? menuWords(state.lang).inMenuOff : undefined}
        optional
        checked={state.typed.get('inMenu') === '1'}
      />
    </>
  );
}

/** One section: its words, its target, and taking it out. */
export async function sectionPage(
  ports: Ports,
  context: StaffContext,
  ids: { portalId: number; sectionId: number },
  refusals: readonly Refusal[] = [],
): Promise<Reply> {
  const view = await findArrangeable(ports, context, ids.portalId);
  const section = view?.sections.find((one) => one.id === ids.sectionId);
  if (!view || !section) return { kind: 'missing' };
  const { lang, csrfToken } = context;
  const w = deskWords(lang);
  const id = ids.portalId;
  const typed = context.form.has('nameVi')
    ? context.form
    : new URLSearchParams({
        ...{ nameVi: section.name_vi, nameEn: section.name_en, inMenu: section.in_menu ? '1' : '' },
        freshWithinDays: section.fresh_within_days === null ? '' : String(section.fresh_within_days),
      });
  return page(
    ports,
    context,
    { title: sectionWords(section, lang), portalName: nameOf(view.portal, lang), refusals },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: hrefTo(lang, 'portal', { id }), text: nameOf(view.portal, lang) },
          { href: hrefTo(lang, 'sections', { id }), text: w.sections },
        ]}
        here={sectionWords(section, lang)}
      />
      <DeskTitle eyebrow={section.required_by ?? undefined} title={sectionWords(section, lang)} />
      <Form
        action={hrefTo(lang, 'section', { id, section: section.id })}
        hidden={{ _token: csrfToken }}
        label={w.change}
      >
        <TextFields state={{ lang, typed, refusals }} hasOwnMenu={view.hasOwnMenu} />
        <Buttons>
          <Button>{w.save}</Button>
        </Buttons>
      </Form>
      {section.parent_id === null && (
        <UnitForm context={context} portalId={id} section={section} refusals={refusals} />
      )}
      <Form
        action={hrefTo(lang, 'retireSection', { id, section: section.id })}
        hidden={{ _token: csrfToken }}
        label={w.retire}
      >
        <Button kind="danger">{w.retire}</Button>
      </Form>
    </>,
  );
}
