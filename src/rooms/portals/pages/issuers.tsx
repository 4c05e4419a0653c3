import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { formatDate } from '../../../rules/calendar/index.ts';
import { type Issuer, lastName, type Succession } from '../../../rules/issuers/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import { compareVietnamese } from '../../../rules/text/index.ts';
import {
  Breadcrumb,
  Button,
  DataTable,
  DeskTitle,
  Field,
  FieldRow,
  Form,
  FormSection,
} from '../../../ui/index.ts';
import { reading } from '../desk-queries.ts';
import { type KeptRegister, readIssuers } from '../issuer-queries.ts';
import { issuerWords } from '../issuer-words.ts';
import { Choose, errorAt, type FormState, hrefTo, issuerHref, Line, page } from './parts.tsx';

/** Which form of the page of one body was sent. */
export type IssuerForm = 'text' | 'succession';

export function loadRegister(ports: Ports, { person }: StaffContext): Promise<KeptRegister> {
  return reading(ports, person, (tx) => readIssuers(tx, person.localityId));
}

const named = (issuer: Issuer) => lastName(issuer).name;
const inOrder = (issuers: readonly Issuer[]) =>
  issuers.toSorted((a, b) => compareVietnamese(named(a), named(b)));

/** The register of the locality, and the form that adds to it. */
export async function issuersPage(
  ports: Ports,
  context: StaffContext,
  refusals: readonly Refusal[] = [],
): Promise<Reply> {
  const { lang, csrfToken } = context;
  const w = issuerWords(lang);
  const register = await loadRegister(ports, context);
  const state: FormState = { lang, typed: context.form, refusals };
  return page(
    ports,
    context,
    { title: w.title, refusals },
    <>
      <DeskTitle eyebrow={w.count(register.issuers.length)} title={w.title} />
      <p class="note">{w.lead}</p>
      <DataTable
        lang={lang}
        table={{
          caption: w.title,
          captionHidden: true,
          stacked: true,
          columns: [{ label: w.name }, { label: w.forms }, { label: w.time }, { label: w.heirs }],
          rows: inOrder(register.issuers).map((issuer) => rowOf(register, issuer, lang)),
          empty: w.none,
        }}
      />
      <FormSection id="them" title={w.add} note={w.addNote}>
        <Form action={hrefTo(lang, 'issuers')} hidden={{ _token: csrfToken }} label={w.add}>
          <TextFields state={state} />
          <Button>{w.add}</Button>
        </Form>
      </FormSection>
    </>,
  );
}

function rowOf(register: KeptRegister, issuer: Issuer, lang: Lang) {
  const w = issuerWords(lang);
  const day = (on: string) => formatDate(on, lang, 'short');
  const next = register.successions.filter(({ fromId }) => fromId === issuer.id);
  return [
    <a href={issuerHref(lang, 'issuer', issuer.id)}>{named(issuer)}</a>,
    issuer.forms.join('; ') || '–',
    timeOf(issuer, lang),
    next
      .flatMap(({ toId, on }) => {
        const to = register.byId.get(toId);
        return to ? [w.heir(named(to), day(on))] : [];
      })
      .join('; ') || '–',
  ];
}

function timeOf(issuer: Issuer, lang: Lang): string {
  const w = issuerWords(lang);
  if (isHere(issuer)) return w.here;
  const { from, until } = lastName(issuer);
  const day = (on: string) => formatDate(on, lang, 'short');
  return [...(from ? [w.from(day(from))] : []), ...(until ? [w.until(day(until))] : [])].join(' ') || '–';
}

/** A body of the installation, whose name and days are kept with its portal. */
const isHere = ({ id }: Issuer) => id.startsWith('b');

function TextFields({ state, formsOnly = false }: { state: FormState; formsOnly?: boolean }) {
  const w = issuerWords(state.lang);
  return (
    <>
      {!formsOnly && <Line state={state} name="name" label={w.name} help={w.nameHelp} />}
      <Field
        kind="textarea"
        lang={state.lang}
        name="forms"
        label={w.forms}
        help={w.formsHelp}
        optional
        rows={3}
        textLang="vi"
        value={state.typed.get('forms') ?? ''}
        error={errorAt(state.refusals, 'forms', state.lang)}
      />
      {!formsOnly && (
        <FieldRow>
          <Line state={state} name="firstOn" label={w.firstOn} help={w.dayHelp} kind="date" optional />
          <Line state={state} name="lastOn" label={w.lastOn} kind="date" optional />
        </FieldRow>
      )}
    </>
  );
}

/** One body: how it is written, when it was, who came before and after it. */
export async function issuerPage(
  ports: Ports,
  context: StaffContext,
  id: string,
  sent?: { form: IssuerForm; refusals: readonly Refusal[] },
): Promise<Reply> {
  const register = await loadRegister(ports, context);
  const issuer = register.byId.get(id);
  if (!issuer) return { kind: 'missing' };
  const { lang } = context;
  const w = issuerWords(lang);
  const stateOf = (form: IssuerForm, usual: Record<string, string>): FormState =>
    sent?.form === form
      ? { lang, typed: context.form, refusals: sent.refusals }
      : { lang, typed: new URLSearchParams(usual), refusals: [] };
  const { name, from = '', until = '' } = lastName(issuer);
  const text = { name, forms: issuer.forms.join('\n'), firstOn: from, lastOn: until };
  const parts: PartProps = { register, issuer, context };
  return page(
    ports,
    context,
    { title: name, refusals: sent?.refusals ?? [] },
    <>
      <Breadcrumb lang={lang} links={[{ href: hrefTo(lang, 'issuers'), text: w.title }]} here={name} />
      <DeskTitle eyebrow={timeOf(issuer, lang)} title={name} />
      <Successions {...parts} state={stateOf('succession', {})} />
      <Predecessors {...parts} />
      <ChangeForm {...parts} state={stateOf('text', text)} />
    </>,
  );
}

interface PartProps {
  register: KeptRegister;
  issuer: Issuer;
  context: StaffContext;
}

function Successions({ register, issuer, context, state }: PartProps & { state: FormState }) {
  const { lang, csrfToken } = context;
  const w = issuerWords(lang);
  const next = register.successions.filter(({ fromId }) => fromId === issuer.id);
  const others = inOrder(register.issuers).filter(({ id }) => id !== issuer.id);
  return (
    <FormSection id="ke-thua" title={w.successions}>
      <DataTable
        lang={lang}
        table={{
          caption: w.successions,
          captionHidden: true,
          stacked: true,
          columns: [{ label: w.successor }, { label: w.on }, { label: w.basis }, { label: w.change }],
          rows: next.map((one) => [
            <NameLink register={register} id={one.toId} lang={lang} />,
            formatDate(one.on, lang, 'short'),
            one.basis,
            <UndoForm {...{ register, issuer, context }} succession={one} />,
          ]),
          empty: w.successionNone,
        }}
      />
      <Form
        action={issuerHref(lang, 'addSuccession', issuer.id)}
        hidden={{ _token: csrfToken }}
        label={w.addSuccession}
      >
        <FieldRow>
          <Choose
            state={state}
            name="toId"
            label={w.successor}
            choices={others.map((one) => ({ value: one.id, text: named(one) }))}
            empty
          />
          <Line state={state} name="on" label={w.on} kind="date" />
        </FieldRow>
        <Line state={state} name="basis" label={w.basis} help={w.basisHelp} />
        <Button kind="second">{w.addSuccession}</Button>
      </Form>
    </FormSection>
  );
}

function NameLink({ register, id, lang }: { register: KeptRegister; id: string; lang: Lang }) {
  const issuer = register.byId.get(id);
  return issuer ? <a href={issuerHref(lang, 'issuer', id)}>{named(issuer)}</a> : null;
}

/** What follows from a closed portal is changed there. */
function UndoForm({ register, issuer, context, succession }: PartProps & { succession: Succession }) {
  const successionId = register.entered.get(succession);
  const to = register.byId.get(succession.toId);
  const { lang, csrfToken } = context;
  const w = issuerWords(lang);
  if (successionId === undefined) return <>{w.fromClosing}</>;
  return (
    <Form
      action={issuerHref(lang, 'removeSuccession', issuer.id)}
      hidden={{ _token: csrfToken, successionId: String(successionId) }}
      label={`${w.undo}: ${to ? named(to) : ''}`}
    >
      <Button kind="light">{w.undo}</Button>
    </Form>
  );
}

function Predecessors({ register, issuer, context: { lang } }: PartProps) {
  const w = issuerWords(lang);
  const before = register.successions.filter(({ toId }) => toId === issuer.id);
  if (before.length === 0) return null;
  return (
    <FormSection id="truoc" title={w.predecessors}>
      <ul>
        {before.map(({ fromId, on }) => (
          <li key={fromId}>
            <NameLink register={register} id={fromId} lang={lang} />, {w.from(formatDate(on, lang, 'short'))}
          </li>
        ))}
      </ul>
    </FormSection>
  );
}

function ChangeForm({ register, issuer, context, state }: PartProps & { state: FormState }) {
  const { lang, csrfToken } = context;
  const w = issuerWords(lang);
  const isBody = isHere(issuer);
  const isNamed = [...register.entered.keys()].some(
    ({ fromId, toId }) => fromId === issuer.id || toId === issuer.id,
  );
  return (
    <>
      <FormSection id="sua" title={w.change} note={isBody ? w.hereNote : undefined}>
        <Form
          action={issuerHref(lang, 'issuer', issuer.id)}
          hidden={{ _token: csrfToken }}
          label={`${w.change}: ${named(issuer)}`}
        >
          <TextFields state={state} formsOnly={isBody} />
          <Button>{w.save}</Button>
        </Form>
      </FormSection>
      {!isBody && !isNamed && (
        <FormSection id="bo" title={w.remove} note={w.removeNote}>
          <Form
            action={issuerHref(lang, 'removeIssuer', issuer.id)}
            hidden={{ _token: csrfToken }}
            label={w.remove}
          >
            <Button kind="danger">{w.remove}</Button>
          </Form>
        </FormSection>
      )}
    </>
  );
}
