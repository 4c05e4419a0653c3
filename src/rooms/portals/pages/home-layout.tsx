import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { Button, Buttons, Field, FieldRow, Form, FormSection } from '../../../ui/index.ts';
import { findPortalView, type PortalView } from '../desk-queries.ts';
import { composeHome } from '../home-commands.ts';
import { movedIn, orderIn, readHome, writeHome } from '../home-forms.ts';
import { MAX_HOME_LINKS } from '../home-layout.ts';
import { BLOCK_WORDS, homeWords } from '../home-words.ts';
import type { HomeBlockCode } from '../store.ts';
import { type FormState, hrefTo, Line, nameOf, PartHead, page, seeOther, TwoLines } from './parts.tsx';

const PREVIEW = 'xem-thu';

async function findComposable(ports: Ports, context: StaffContext, portalId: number) {
  const view = await findPortalView(ports, context.person, portalId);
  return view?.may.compose ? view : undefined;
}

/** The parts of a first page: which, in what order, with which sections and links. */
export async function homeLayoutPage(ports: Ports, context: StaffContext, portalId: number): Promise<Reply> {
  const view = await findComposable(ports, context, portalId);
  if (!view) return { kind: 'missing' };
  return show(ports, context, view, { lang: context.lang, typed: writeHome(view.portal), refusals: [] });
}

/** Moves a part without saving, or saves all of it. */
export async function takeHomeLayout(ports: Ports, context: StaffContext, portalId: number): Promise<Reply> {
  const view = await findComposable(ports, context, portalId);
  if (!view) return { kind: 'missing' };
  const { form, lang, person } = context;
  const [verb, code = ''] = (form.get('viec') ?? '').split(' ');
  const state = { lang, typed: form, refusals: [] };
  if (verb === 'up' || verb === 'down')
    return show(ports, context, view, { ...state, typed: movedIn(form, view.portal, code, verb) });
  if (verb === 'usual')
    return show(ports, context, view, {
      ...state,
      typed: writeHome({ is_main: view.portal.is_main, face: { links: view.portal.face.links ?? [] } }),
    });
  try {
    await ports.perform(person, composeHome, { portalId, ...readHome(form, view.portal) });
    return seeOther(`${hrefTo(lang, 'home', { id: portalId })}?xong=luu`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return show(ports, context, view, { ...state, refusals: [error] });
  }
}

function show(ports: Ports, context: StaffContext, view: PortalView, state: FormState): Reply {
  const { lang } = state;
  const w = homeWords(lang);
  const { id } = view.portal;
  return page(
    ports,
    context,
    {
      title: w.title,
      portalName: nameOf(view.portal, lang),
      refusals: state.refusals,
      scripts: [ports.assetHref('live-preview.js')],
      preview: PREVIEW,
    },
    <>
      <PartHead lang={lang} portal={view.portal} title={w.title} />
      <p class="note">{w.lead}</p>
      <Form
        action={hrefTo(lang, 'home', { id })}
        hidden={{ _token: context.csrfToken, phan: 'home' }}
        label={w.title}
      >
        <FormSection id="block" title={w.order}>
          <Blocks view={view} state={state} />
        </FormSection>
        <Sections view={view} state={state} />
        <Links state={state} />
        <Buttons>
          <Button>{w.save}</Button>
          <Button kind="second" formAction={hrefTo(lang, 'preview', { id })} formTarget={PREVIEW}>
            {w.preview}
          </Button>
          <Button kind="light" name="viec" value="usual">
            {w.usual}
          </Button>
        </Buttons>
      </Form>
    </>,
  );
}

function Blocks({ view, state }: { view: PortalView; state: FormState }) {
  const order = orderIn(state.typed, view.portal);
  return (
    <ol class="arrangement">
      {order.map((code, i) => (
        <BlockRow
          key={code}
          code={code}
          state={state}
          place={i === 0 ? 'first' : i === order.length - 1 ? 'last' : 'between'}
        />
      ))}
    </ol>
  );
}

function BlockRow(props: { code: HomeBlockCode; state: FormState; place: 'first' | 'between' | 'last' }) {
  const { code, place } = props;
  const { lang, typed } = props.state;
  const w = homeWords(lang);
  const name = BLOCK_WORDS[code].name[lang];
  return (
    <li>
      <input type="hidden" name="block" value={code} />
      <Field
        kind="checkbox"
        lang={lang}
        name={`show-${code}`}
        value="1"
        checked={typed.has(`show-${code}`)}
        label={name}
        optional
        help={BLOCK_WORDS[code].note[lang]}
      />
      <Buttons>
        {place !== 'first' && <Move verb="up" code={code} label={w.up(name)} text={w.upShort} />}
        {place !== 'last' && <Move verb="down" code={code} label={w.down(name)} text={w.downShort} />}
      </Buttons>
    </li>
  );
}

function Move(props: { verb: 'up' | 'down'; code: string; label: string; text: string }) {
  return (
    <button
      class="button light"
      type="submit"
      name="viec"
      value={`${props.verb} ${props.code}`}
      aria-label={props.label}
    >
      {props.text}
    </button>
  );
}

function Sections({ view, state }: { view: PortalView; state: FormState }) {
  const { lang, typed, refusals } = state;
  const w = homeWords(lang);
  const top = view.sections.filter((one) => one.parent_id === null && one.content_kind !== 'news');
  if (top.length === 0) return null;
  return (
    <FormSection id="muc" title={w.sections}>
      <Field
        kind="checks"
        lang={lang}
        name="section"
        label={w.sections}
        help={w.sectionsNote}
        optional
        error={refusals.find((one) => one.field === 'section')?.words[lang]}
        choices={top.map((one) => ({
          value: String(one.id),
          text: lang === 'vi' ? one.name_vi : one.name_en,
        }))}
        values={typed.getAll('section')}
      />
    </FormSection>
  );
}

/** The links there are, and room for a few more: what is typed and saved makes room again. */
const EMPTY_ROWS = 2;

function Links({ state }: { state: FormState }) {
  const w = homeWords(state.lang);
  const isTyped = (n: number) =>
    Boolean(state.typed.get(`link${n}TitleVi`) || state.typed.get(`link${n}HrefVi`));
  const numbers = Array.from({ length: MAX_HOME_LINKS }, (_, i) => i + 1);
  const last = Math.max(0, ...numbers.filter(isTyped));
  return (
    <FormSection id="lien-ket" title={w.links} note={w.linksNote}>
      {numbers.slice(0, last + EMPTY_ROWS).map((n) => (
        <fieldset class="fieldset" key={n} id={`link${n}`}>
          <legend>{w.link(n)}</legend>
          <TwoLines state={state} name={`link${n}Title`} label={w.linkTitle} optional />
          <FieldRow>
            <Line state={state} name={`link${n}HrefVi`} label={w.linkHref} optional />
            <Line state={state} name={`link${n}HrefEn`} label={w.linkHrefEn} optional />
          </FieldRow>
        </fieldset>
      ))}
    </FormSection>
  );
}
