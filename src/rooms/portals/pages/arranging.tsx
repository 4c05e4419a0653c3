import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf } from '../../../rules/calendar/index.ts';
import { imprintOf } from '../../../rules/profile/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { checkThemeColour } from '../../../rules/theme/index.ts';
import { Button, Buttons, Callout, FieldRow, Form, FormSection } from '../../../ui/index.ts';
import type { PortalView } from '../desk-queries.ts';
import { type DeskWords, deskWords } from '../desk-words.ts';
import { MAX_POPULAR, MAX_TASKS } from '../face-rules.ts';
import { profileInForce } from '../facts.ts';
import { type PageChoice, pageChoices, readContact, readFace, writeContact, writeFace } from '../forms.ts';
import { homeWords } from '../home-words.ts';
import { changeContact, changeFace } from '../section-commands.ts';
import { taskIconChoices } from '../task-icons.ts';
import {
  Choose,
  ContactFields,
  FaceFields,
  type FormState,
  hrefTo,
  nameOf,
  PartHead,
  page,
  seeOther,
  TwoLines,
} from './parts.tsx';
import { findArrangeable } from './sections.tsx';

// How a portal looks, and how it is reached.

/** The frame in which a form shows what it would make. */
const PREVIEW = 'xem-thu';

export async function facePage(ports: Ports, context: StaffContext, portalId: number): Promise<Reply> {
  const view = await findArrangeable(ports, context, portalId);
  if (!view) return { kind: 'missing' };
  const pages = pageChoices(view.sections);
  return faceForm(ports, context, view, pages, {
    lang: context.lang,
    typed: writeFace(view.portal.face, pages),
    refusals: [],
  });
}

/** Tries a colour without saving, or saves the whole face. */
export async function takeFace(ports: Ports, context: StaffContext, portalId: number): Promise<Reply> {
  const view = await findArrangeable(ports, context, portalId);
  if (!view) return { kind: 'missing' };
  const { form, lang, person } = context;
  const pages = pageChoices(view.sections);
  const state = { lang, typed: form, refusals: [] };
  if (form.get('viec') === 'thu-mau') return faceForm(ports, context, view, pages, state, true);
  try {
    await ports.perform(person, changeFace, { portalId, face: readFace(form, pages) });
    return seeOther(`${hrefTo(lang, 'portal', { id: portalId })}?xong=luu`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return faceForm(ports, context, view, pages, { ...state, refusals: [error] });
  }
}

function faceForm(
  ports: Ports,
  context: StaffContext,
  view: PortalView,
  pages: readonly PageChoice[],
  state: FormState,
  isTrying = false,
): Reply {
  const { lang } = state;
  const w = deskWords(lang);
  const name = nameOf(view.portal, lang);
  const id = view.portal.id;
  return page(
    ports,
    context,
    {
      title: w.face,
      portalName: name,
      refusals: state.refusals,
      scripts: [ports.assetHref('live-preview.js')],
      preview: PREVIEW,
    },
    <>
      <PartHead lang={lang} portal={view.portal} title={w.face} />
      <p class="note">{w.faceNote}</p>
      <p class="note">
        {w.emblemNote} <a href={hrefTo(lang, 'emblem', { id })}>{w.emblem}</a>.
      </p>
      <Form action={hrefTo(lang, 'face', { id })} hidden={{ _token: context.csrfToken }} label={w.face}>
        <FaceFields state={state} w={w} isNew={false}>
          {isTrying && <ColourTried colour={state.typed.get('colour') ?? ''} lang={lang} w={w} />}
          <Button kind="second" name="viec" value="thu-mau">
            {w.checkColour}
          </Button>
        </FaceFields>
        <FormSection id="viec-can-lam" title={w.tasks} note={w.tasksNote}>
          {Array.from({ length: MAX_TASKS }, (_, i) => (
            <TaskFields key={i} n={i + 1} pages={pages} state={state} />
          ))}
        </FormSection>
        <FormSection id="hay-tim" title={w.popular}>
          {Array.from({ length: MAX_POPULAR }, (_, i) => (
            <TwoLines
              key={i}
              state={state}
              name={`popular${i + 1}`}
              label={`${w.popular} ${i + 1}`}
              optional
            />
          ))}
        </FormSection>
        <Buttons>
          <Button>{w.save}</Button>
          <Button kind="second" formAction={hrefTo(lang, 'preview', { id })} formTarget={PREVIEW}>
            {homeWords(lang).preview}
          </Button>
        </Buttons>
      </Form>
    </>,
  );
}

/** What comes of the colour: shown with white text on it where it can be used, the nearest one named where not. */
function ColourTried({ colour, lang, w }: { colour: string; lang: 'vi' | 'en'; w: DeskWords }) {
  const tried = checkThemeColour(colour);
  const shown = tried.ok ? tried.colour : tried.suggestion;
  const ratio = tried.ok ? (Math.floor(tried.ratio * 10) / 10).toString() : '';
  return (
    <Callout tone={tried.ok ? 'good' : 'warn'} live>
      <p>{tried.ok ? w.colourOk(lang === 'vi' ? ratio.replace('.', ',') : ratio) : tried.words[lang]}</p>
      {shown && (
        <svg viewBox="0 0 300 48" width="300" height="48" role="img" aria-label={`${w.sample}: ${shown}`}>
          <rect width="300" height="48" fill={shown} />
          <text x="16" y="31" font-size="18" fill="#ffffff">
            {shown}
          </text>
        </svg>
      )}
    </Callout>
  );
}

function TaskFields({ n, pages, state }: { n: number; pages: readonly PageChoice[]; state: FormState }) {
  const { lang } = state;
  const w = deskWords(lang);
  const error = state.refusals.find((one) => one.field === `task${n}`);
  return (
    <fieldset class="fieldset" id={`task${n}`}>
      <legend>{w.task(n)}</legend>
      {error && <p class="error">{error.words[lang]}</p>}
      <TwoLines state={state} name={`task${n}Title`} label={w.taskTitle} optional />
      <TwoLines state={state} name={`task${n}Note`} label={w.taskNote} optional />
      <FieldRow>
        <Choose
          state={state}
          name={`task${n}Page`}
          label={w.taskPage}
          choices={pages.map((one) => ({ value: one.key, text: one.name[lang] }))}
          empty
          optional
        />
        <Choose
          state={state}
          name={`task${n}Icon`}
          label={w.taskIcon}
          choices={taskIconChoices(lang, state.typed.get(`task${n}Icon`) ?? '')}
          empty
          optional
        />
      </FieldRow>
    </fieldset>
  );
}

export async function contactPage(
  ports: Ports,
  context: StaffContext,
  portalId: number,
  refusals: readonly Refusal[] = [],
): Promise<Reply> {
  const view = await findArrangeable(ports, context, portalId);
  if (!view) return { kind: 'missing' };
  const { lang } = context;
  const w = deskWords(lang);
  const name = nameOf(view.portal, lang);
  const typed = refusals.length > 0 ? context.form : writeContact(view.portal.contact);
  const on = civilDateOf(context.now);
  const profile = await profileInForce(ports, view.portal.locality_id, on);
  return page(
    ports,
    context,
    { title: w.contact, portalName: name, refusals },
    <>
      <PartHead lang={lang} portal={view.portal} title={w.contact} />
      <p class="note">{w.contactNote}</p>
      <Form
        action={hrefTo(lang, 'contact', { id: portalId })}
        hidden={{ _token: context.csrfToken }}
        label={w.contact}
      >
        <ContactFields
          state={{ lang, typed, refusals }}
          w={w}
          isNew={false}
          demanded={imprintOf(profile, on)}
        />
        <Buttons>
          <Button>{w.save}</Button>
        </Buttons>
      </Form>
    </>,
  );
}

export async function takeContact(ports: Ports, context: StaffContext, portalId: number): Promise<Reply> {
  try {
    await ports.perform(context.person, changeContact, { portalId, contact: readContact(context.form) });
    return seeOther(`${hrefTo(context.lang, 'portal', { id: portalId })}?xong=luu`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return contactPage(ports, context, portalId, [error]);
  }
}
