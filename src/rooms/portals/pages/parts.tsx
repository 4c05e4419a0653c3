import type { ComponentChildren } from 'preact';
import { deskFrame } from '../../../desk-frame.tsx';
import { deskPath } from '../../../platform/http/paths.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import type { Lang, Words } from '../../../rules/lang.ts';
import type { ImprintFact } from '../../../rules/profile/index.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import {
  Breadcrumb,
  Callout,
  type Choice,
  DeskTitle,
  ErrorSummary,
  Field,
  FieldRow,
  PreviewFrame,
} from '../../../ui/index.ts';
import { type DeskWords, deskWords, SCENE_WORDS } from '../desk-words.ts';
import { homeWords } from '../home-words.ts';
import type { DeskPortalRow } from '../overview-store.ts';

/** Addresses of this room's desk pages, below the desk. */
export const PATHS = {
  list: '/cong',
  open: '/cong/mo',
  portal: '/cong/:id',
  consent: '/cong/:id/ten-mien/dong-y',
  giveUp: '/cong/:id/ten-mien/bo',
  host: '/cong/:id/ten-mien',
  rename: '/cong/:id/doi-ten',
  close: '/cong/:id/dong',
  sections: '/cong/:id/muc',
  section: '/cong/:id/muc/:section',
  moveSection: '/cong/:id/muc/:section/chuyen',
  retireSection: '/cong/:id/muc/:section/bo',
  unit: '/cong/:id/muc/:section/don-vi',
  face: '/cong/:id/dien-mao',
  home: '/cong/:id/trang-dau',
  menu: '/cong/:id/muc-luc',
  // made by the room `media`, which knows the pictures
  emblem: '/cong/:id/bieu-trung',
  // made by the room `site`, which knows the public pages
  preview: '/cong/:id/xem-thu',
  previewTheme: '/cong/:id/xem-thu/mau.css',
  contact: '/cong/:id/lien-he',
  workflow: '/cong/:id/quy-trinh',
  issuers: '/co-quan-ban-hanh',
  issuer: '/co-quan-ban-hanh/:id',
  removeIssuer: '/co-quan-ban-hanh/:id/bo',
  addSuccession: '/co-quan-ban-hanh/:id/ke-thua',
  removeSuccession: '/co-quan-ban-hanh/:id/ke-thua/bo',
} as const;

/** Addresses of the room `site`: what the form of a face would make, and its colours. */
export const PREVIEW_PATHS = { page: PATHS.preview, theme: PATHS.previewTheme } as const;

/** Address of the room `media`: the emblem of a portal, out of its library. */
export const EMBLEM_PATH = PATHS.emblem;

export function hrefTo(
  lang: Lang,
  name: keyof typeof PATHS,
  ids: { id?: number; section?: number } = {},
): string {
  const path = PATHS[name]
    .replace(':id', String(ids.id ?? ''))
    .replace(':section', String(ids.section ?? ''));
  return deskPath(lang, path);
}

/** Address of a page or form of one issuer. */
export function issuerHref(lang: Lang, name: keyof typeof PATHS, issuerId: string): string {
  return deskPath(lang, PATHS[name].replace(':id', encodeURIComponent(issuerId)));
}

export function seeOther(to: string): Reply {
  return { kind: 'redirect', to, status: 303 };
}

export interface PageShape {
  title: string;
  portalName?: string | undefined;
  refusals?: readonly Refusal[];
  keys?: boolean;
  scripts?: readonly string[];
  /** Beside the form, at the width of a phone: what it would make. */
  preview?: string;
}

/** A finished page of this room; with refusals it answers 422 and names each on top. */
export function page(
  ports: Ports,
  context: StaffContext,
  shape: PageShape,
  children: ComponentChildren,
): Reply {
  const { lang, query } = context;
  const w = deskWords(lang);
  const refusals = shape.refusals ?? [];
  const done = w.done[query.get('xong') ?? ''];
  const html = deskFrame(
    ports,
    context,
    {
      title: shape.title,
      ...(shape.portalName ? { portalName: shape.portalName } : {}),
      ...(shape.keys ? { keys: true } : {}),
      ...(shape.scripts ? { scripts: shape.scripts } : {}),
      ...(shape.preview ? { aside: <Preview lang={lang} name={shape.preview} /> } : {}),
      ...(shape.preview ? { asideLabel: homeWords(lang).previewTitle } : {}),
    },
    <>
      {done && refusals.length === 0 && <Callout tone="good" live title={done} />}
      <ErrorSummary
        lang={lang}
        title={w.errors(refusals.length)}
        errors={refusals.map((one) => ({ href: `#${one.field ?? 'noi-dung'}`, text: one.words[lang] }))}
      />
      {children}
    </>,
  );
  return { kind: 'page', html, status: refusals.length > 0 ? 422 : 200 };
}

function Preview({ lang, name }: { lang: Lang; name: string }) {
  const w = homeWords(lang);
  return (
    <section aria-labelledby="xem">
      <h2 id="xem">{w.previewTitle}</h2>
      <p class="note">{w.previewNote}</p>
      <PreviewFrame name={name} title={w.previewTitle} />
    </section>
  );
}

/** Head of a page below a portal's own: the way back, and the title. */
export function PartHead(props: { lang: Lang; portal: DeskPortalRow; title: string }) {
  const { lang, portal, title } = props;
  const up = { href: hrefTo(lang, 'portal', { id: portal.id }), text: nameOf(portal, lang) };
  return (
    <>
      <Breadcrumb lang={lang} links={[up]} here={title} />
      <DeskTitle title={title} />
    </>
  );
}

/** The sentence at a field, when a refusal belongs to it. */
export function errorAt(refusals: readonly Refusal[], field: string, lang: Lang): string | undefined {
  return refusals.find((one) => one.field === field)?.words[lang];
}

/** What a portal is called everywhere: its short name where it has one. */
export function nameOf(
  portal: Pick<DeskPortalRow, 'name_vi' | 'name_en' | 'short_name'>,
  lang: Lang,
): string {
  return lang === 'vi' ? (portal.short_name ?? portal.name_vi) : portal.name_en;
}

/** What every form of this room gets: what was typed, and what is wrong with it. */
export interface FormState {
  lang: Lang;
  typed: URLSearchParams;
  refusals: readonly Refusal[];
}

interface LineProps {
  state: FormState;
  name: string;
  label: string;
  help?: string;
  optional?: boolean;
  kind?: 'text' | 'email' | 'tel' | 'date';
  width?: 'short' | 'half' | 'full';
}

/** One line of text, as it was typed. */
export function Line({ state, name, label, help, optional, kind = 'text', width }: LineProps) {
  return (
    <Field
      kind={kind}
      lang={state.lang}
      name={name}
      label={label}
      help={help}
      optional={optional}
      width={width}
      value={state.typed.get(name) ?? ''}
      error={errorAt(state.refusals, name, state.lang)}
    />
  );
}

/** The same field in both languages, side by side. */
export function TwoLines({
  state,
  name,
  label,
  help,
  optional = false,
  englishOptional = optional,
}: Omit<LineProps, 'kind' | 'width'> & { englishOptional?: boolean }) {
  const w = deskWords(state.lang);
  return (
    <FieldRow>
      <Line state={state} name={`${name}Vi`} label={label} optional={optional} {...(help ? { help } : {})} />
      <Line state={state} name={`${name}En`} label={w.inEnglish(label)} optional={englishOptional} />
    </FieldRow>
  );
}

interface ChooseProps {
  state: FormState;
  name: string;
  label: string;
  choices: readonly Choice[];
  empty?: string | true;
  help?: string;
  optional?: boolean;
}

export function Choose({ state, name, label, choices, empty, help, optional }: ChooseProps) {
  return (
    <Field
      kind="select"
      lang={state.lang}
      name={name}
      label={label}
      help={help}
      optional={optional}
      choices={choices}
      empty={empty}
      value={state.typed.get(name) ?? ''}
      error={errorAt(state.refusals, name, state.lang)}
    />
  );
}

export function choicesOf(table: Readonly<Record<string, Words>>, lang: Lang): Choice[] {
  return Object.entries(table).map(([value, text]) => ({ value, text: text[lang] }));
}

/** Address, telephone, who answers: the same fields when opening and when changing. */
export function ContactFields({
  state,
  w,
  isNew,
  demanded = new Map(),
}: {
  state: FormState;
  w: DeskWords;
  isNew: boolean;
  /** What the regulation wants said, with its article. */
  demanded?: ReadonlyMap<ImprintFact, string>;
}) {
  const wanted = (fact: ImprintFact, otherwise = '') => {
    const article = demanded.get(fact);
    return { help: [article && w.demandedBy(article), otherwise].filter(Boolean).join(' ') };
  };
  return (
    <>
      {!isNew && <TwoLines state={state} name="managedBy" label={w.managedBy} englishOptional />}
      {!isNew && <TwoLines state={state} name="responsible" label={w.responsible} englishOptional />}
      <TwoLines state={state} name="address" label={w.address} englishOptional {...wanted('address')} />
      <FieldRow>
        <Line state={state} name="phone" label={w.phone} kind="tel" {...wanted('phone')} />
        <Line state={state} name="email" label={w.email} kind="email" optional={isNew} {...wanted('email')} />
      </FieldRow>
      {!isNew && (
        <Line
          state={state}
          name="fax"
          label={w.fax}
          kind="tel"
          width="half"
          optional
          {...wanted('fax', demanded.has('fax') ? w.faxHelp : '')}
        />
      )}
      <TwoLines state={state} name="hours" label={w.hours} optional />
      {!isNew && <TwoLines state={state} name="licence" label={w.licence} help={w.licenceHelp} optional />}
    </>
  );
}

/** Colour, scene, drawing and question: the same fields when opening and when changing. */
export function FaceFields({
  state,
  w,
  isNew,
  children,
}: {
  state: FormState;
  w: DeskWords;
  isNew: boolean;
  children?: ComponentChildren;
}) {
  const scenes = choicesOf(SCENE_WORDS, state.lang);
  return (
    <>
      <Line state={state} name="colour" label={w.colour} help={w.colourHelp} width="half" optional={isNew} />
      {children}
      <FieldRow>
        <Choose state={state} name="scene" label={w.scene} choices={scenes} optional={isNew} />
        <Choose state={state} name="drawing" label={w.drawing} choices={scenes} optional={isNew} />
      </FieldRow>
      <TwoLines state={state} name="question" label={w.question} optional={isNew} />
    </>
  );
}
