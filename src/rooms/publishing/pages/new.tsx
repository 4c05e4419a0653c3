import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { portalsPermitted } from '../../../rules/access/index.ts';
import {
  ARTICLE,
  findItemForm,
  formsFor,
  type ItemForm,
  isAllowedIn,
  templateBody,
} from '../../../rules/item-forms/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { Breadcrumb, Button, Callout, Chips, DeskTitle, EmptyState, Field, Form } from '../../../ui/index.ts';
import {
  listPortals,
  listSections,
  type PortalRow,
  portalName,
  type SectionRow,
} from '../../portals/index.ts';
import { formWords } from '../form-words.ts';
import { EMPTY_CONTENT, readId, readLang } from '../forms.ts';
import { permits } from '../permits.ts';
import { reading } from '../queries.ts';
import { publishingWords } from '../words.ts';
import { createItem } from '../writing.ts';
import { page, paths, RefusalSummary, SubHeading, sectionChoices, seeOther } from './parts.tsx';

interface NewView {
  portals: PortalRow[];
  portal: PortalRow | undefined;
  sections: SectionRow[];
  typed: { sectionId: string; language: Lang; title: string };
  /** The form that was chosen; undefined for an article. */
  form: ItemForm | undefined;
  refusal: Refusal | undefined;
}

async function load(
  ports: Ports,
  context: StaffContext,
  fields: URLSearchParams,
  refusal?: Refusal,
): Promise<NewView> {
  const { person, site, lang } = context;
  const mine = portalsPermitted(person, permits, 'publishing.write');
  return reading(ports, person, async (tx) => {
    const portals = (await listPortals(tx, person.localityId)).filter(({ id }) => mine.includes(id));
    const asked = readId(fields.get('cong'));
    const portal =
      portals.find(({ id }) => id === asked) ?? portals.find(({ id }) => id === site.portalId) ?? portals[0];
    return {
      portals,
      portal,
      sections: portal ? await listSections(tx, portal.id) : [],
      typed: {
        sectionId: fields.get('sectionId') ?? fields.get('muc') ?? '',
        language: readLang(fields.get('language') ?? fields.get('tieng')) ?? lang,
        title: fields.get('title') ?? '',
      },
      form: findItemForm(fields.get('mau')),
      refusal,
    };
  });
}

export async function showNew(ports: Ports, context: StaffContext): Promise<Reply> {
  return page(newPage(ports, context, await load(ports, context, context.query)));
}

/** Begins an item and opens its editor. */
export async function beginNew(ports: Ports, context: StaffContext): Promise<Reply> {
  const { form, person, lang } = context;
  const portalId = readId(form.get('cong'));
  if (portalId === undefined) return showNew(ports, context);
  const language = readLang(form.get('language')) ?? lang;
  const code = findItemForm(form.get('mau'))?.code ?? ARTICLE;
  try {
    const created = await ports.perform(person, createItem, {
      portalId,
      sectionId: readId(form.get('sectionId')) ?? 0,
      language,
      form: code,
      content: {
        ...EMPTY_CONTENT,
        title: (form.get('title') ?? '').slice(0, 300),
        author: person.fullName,
        bodyHtml: templateBody(code, language),
      },
    });
    return seeOther(paths.edit(lang, created.itemId, created.editionId), 'tao');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return page(newPage(ports, context, await load(ports, context, form, error)), 422);
  }
}

function newPage(ports: Ports, context: StaffContext, view: NewView): string {
  const { lang } = context;
  const w = publishingWords(lang);
  const { portal } = view;
  return deskFrame(
    ports,
    context,
    { title: w.new.title, portalName: portal ? portalName(portal, lang) : '' },
    <>
      <Breadcrumb lang={lang} links={[{ href: paths.list(lang), text: w.items }]} here={w.new.title} />
      <DeskTitle eyebrow={portal && portalName(portal, lang)} title={w.new.title} />
      {!portal && <EmptyState title={w.new.noPortal} />}
      <RefusalSummary lang={lang} refusal={view.refusal} place="sectionId" />
      {portal && <p>{w.new.lead}</p>}
      {view.portals.length > 1 && portal && (
        <Chips
          label={w.new.portal}
          chips={view.portals.map((one) => ({
            href: `${paths.create(lang)}?cong=${one.id}${view.form ? `&mau=${view.form.code}` : ''}`,
            text: portalName(one, lang),
            current: one.id === portal.id,
          }))}
        />
      )}
      {portal && view.sections.length === 0 && <EmptyState title={w.new.noSections} />}
      {portal && view.sections.length > 0 && <NewForm context={context} view={view} portal={portal} />}
      {portal && !view.form && <FormChoice lang={lang} view={view} portal={portal} />}
    </>,
  );
}

function NewForm({ context, view, portal }: { context: StaffContext; view: NewView; portal: PortalRow }) {
  const { lang } = context;
  const w = publishingWords(lang);
  const { typed, refusal, form } = view;
  const sections = view.sections.filter((one) => isAllowedIn(form?.code ?? ARTICLE, one.content_kind));
  const hidden = { _token: context.csrfToken, cong: String(portal.id), ...(form ? { mau: form.code } : {}) };
  return (
    <Form action={paths.create(lang)} hidden={hidden}>
      {form && <ChosenForm lang={lang} form={form} portal={portal} isPlaced={sections.length > 0} />}
      <Field
        kind="select"
        lang={lang}
        name="sectionId"
        label={w.new.section}
        empty
        value={typed.sectionId}
        error={refusal?.field === 'sectionId' ? refusal.words[lang] : undefined}
        choices={sectionChoices(sections, lang)}
      />
      <Field
        kind="radios"
        lang={lang}
        name="language"
        label={w.new.language}
        value={typed.language}
        choices={(['vi', 'en'] as const).map((one) => ({ value: one, text: w.languages[one] }))}
      />
      <Field
        kind="text"
        lang={lang}
        name="title"
        label={w.new.itemTitle}
        help={w.new.itemTitleHelp}
        value={typed.title}
        maxLength={300}
        optional
      />
      <Button>{w.new.start}</Button>
    </Form>
  );
}

/** What was chosen, and the way back to the choice. */
function ChosenForm(props: { lang: Lang; form: ItemForm; portal: PortalRow; isPlaced: boolean }) {
  const { lang, form, portal, isPlaced } = props;
  const w = formWords[lang];
  return (
    <Callout tone={isPlaced ? 'info' : 'warn'} title={w.chosen(form.name[lang])}>
      <p>
        {isPlaced ? form.purpose[lang] : w.nowhere}{' '}
        <a href={`${paths.create(lang)}?cong=${portal.id}`}>{w.another}</a>
      </p>
    </Callout>
  );
}

/** The forms that the sections of the portal take, each a link that stays on this page. */
function FormChoice({ lang, view, portal }: { lang: Lang; view: NewView; portal: PortalRow }) {
  const w = formWords[lang];
  const families = formsFor(view.sections.map((one) => one.content_kind));
  const { sectionId } = view.typed;
  const at = `${paths.create(lang)}?cong=${portal.id}${sectionId ? `&muc=${sectionId}` : ''}`;
  return (
    <section class="form-choice" aria-labelledby="theo-mau">
      <SubHeading id="theo-mau">{w.choose}</SubHeading>
      <p class="note">{w.chooseNote}</p>
      {[...families].map(([family, forms]) => (
        <div key={family}>
          <h3>{w.families[family]}</h3>
          <ul>
            {forms.map((one) => (
              <li key={one.code}>
                <a href={`${at}&mau=${one.code}`}>{one.name[lang]}</a>
                <span class="note">{one.purpose[lang]}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
