import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf } from '../../../rules/calendar/index.ts';
import type { BodyKind } from '../../../rules/profile/index.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import { Button, DataTable, FieldRow, Form, FormSection } from '../../../ui/index.ts';
import { findPortalView, type PortalView, portalsToRead, reading } from '../desk-queries.ts';
import { BODY_KIND_WORDS, deskWords } from '../desk-words.ts';
import { askingBodyOf, lawOn, nameAskedFor } from '../law-queries.ts';
import { suggestHosts } from '../name-rules.ts';
import { findMainPortal, listDeskPortals } from '../overview-store.ts';
import { Choose, choicesOf, type FormState, hrefTo, Line, nameOf, PartHead, page } from './parts.tsx';

/** Which of the forms on the page was sent, so that what was typed stands there again. */
export type NamingForm = 'host' | 'alias' | 'rename' | 'close';

interface Ground {
  view: PortalView;
  hosts: string[];
  others: { value: string; text: string }[];
}

async function loadGround(
  ports: Ports,
  context: StaffContext,
  portalId: number,
): Promise<Ground | undefined> {
  const { person, lang } = context;
  const view = await findPortalView(ports, person, portalId);
  if (!view?.may.manage) return undefined;
  const { portal } = view;
  const on = civilDateOf(context.now);
  return reading(ports, person, async (tx) => {
    const main = await findMainPortal(tx, person.localityId);
    const asked = { host: '', isMain: portal.is_main, on, mainHost: main?.host ?? undefined, portalId };
    const body = await askingBodyOf(tx, portal.body_id);
    const law = await lawOn(tx, person.localityId, on, ports.profiles);
    const hosts = suggestHosts(law, await nameAskedFor(tx, person.localityId, body, asked));
    const others = (await listDeskPortals(tx, portalsToRead(person))).filter(
      (one) => one.state === 'open' && one.id !== portalId,
    );
    return {
      view,
      hosts: hosts.filter((host) => host !== portal.host),
      others: others.map((one) => ({ value: String(one.id), text: nameOf(one, lang) })),
    };
  });
}

/** Names of the portal and its body: change, add, rename, close. */
export async function namingPage(
  ports: Ports,
  context: StaffContext,
  portalId: number,
  sent?: { form: NamingForm; refusals: readonly Refusal[] },
): Promise<Reply> {
  const ground = await loadGround(ports, context, portalId);
  if (!ground) return { kind: 'missing' };
  const { lang } = context;
  const w = deskWords(lang);
  const { portal } = ground.view;
  const name = nameOf(portal, lang);
  const todayOn = civilDateOf(context.now);
  const stateOf = (form: NamingForm, usual: Record<string, string>): FormState =>
    sent?.form === form
      ? { lang, typed: context.form, refusals: sent.refusals }
      : { lang, typed: new URLSearchParams(usual), refusals: [] };
  return page(
    ports,
    context,
    { title: w.names, portalName: name, refusals: sent?.refusals ?? [] },
    <>
      <PartHead lang={lang} portal={portal} title={w.names} />
      <NameTable ground={ground} context={context} />
      <HostForms ground={ground} context={context} host={stateOf('host', {})} alias={stateOf('alias', {})} />
      <RenameForm
        ground={ground}
        context={context}
        state={stateOf('rename', renameValues(ground, todayOn))}
      />
      {!portal.is_main && (
        <CloseForm ground={ground} context={context} state={stateOf('close', { closedOn: todayOn })} />
      )}
    </>,
  );
}

interface PartProps {
  ground: Ground;
  context: StaffContext;
}

function NameTable({ ground, context }: PartProps) {
  const { lang, csrfToken } = context;
  const w = deskWords(lang);
  const id = ground.view.portal.id;
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.names,
        captionHidden: true,
        columns: [{ label: w.host }, { label: w.columns.state }, { label: w.basis }, { label: w.change }],
        rows: ground.view.names.map(({ name }) => [
          name.host,
          w.nameState[name.state === 'live' && !name.is_canonical ? 'alias' : name.state],
          name.rule_source,
          name.state === 'retired' || (name.is_canonical && name.state === 'live') ? (
            ''
          ) : (
            <Form
              action={hrefTo(lang, 'giveUp', { id })}
              hidden={{ _token: csrfToken, hostnameId: String(name.id) }}
              label={`${w.giveUp}: ${name.host}`}
            >
              <Button kind="light">{w.giveUp}</Button>
            </Form>
          ),
        ]),
      }}
    />
  );
}

function HostForms({ ground, context, host, alias }: PartProps & { host: FormState; alias: FormState }) {
  const { lang, csrfToken } = context;
  const w = deskWords(lang);
  const action = hrefTo(lang, 'host', { id: ground.view.portal.id });
  return (
    <>
      <FormSection id="doi-ten-mien" title={w.changeHost} note={w.changeHostNote}>
        <Form action={action} hidden={{ _token: csrfToken, viec: 'host' }} label={w.changeHost}>
          <Line
            state={host}
            name="host"
            label={w.newHost}
            help={ground.hosts.length > 0 ? w.suggestions(ground.hosts.slice(0, 3).join(', ')) : w.hostHelp}
          />
          <Button kind="second">{w.changeHost}</Button>
        </Form>
      </FormSection>
      <FormSection id="ten-phu" title={w.alias}>
        <Form action={action} hidden={{ _token: csrfToken, viec: 'alias' }} label={w.alias}>
          <Line state={alias} name="alias" label={w.host} />
          <Button kind="second">{w.alias}</Button>
        </Form>
      </FormSection>
    </>
  );
}

function renameValues({ view: { portal } }: Ground, todayOn: string): Record<string, string> {
  return {
    ...{
      nameVi: portal.name_vi,
      nameEn: portal.name_en,
      shortName: portal.short_name ?? '',
      validFrom: todayOn,
    },
    ...{
      abbreviation: portal.abbreviation,
      bodyKind: portal.body_kind,
      administrativeCode: portal.administrative_code ?? '',
    },
    parentBodyId: portal.parent_body_id === null ? '' : String(portal.parent_body_id),
  };
}

function RenameForm({ ground, context, state }: PartProps & { state: FormState }) {
  const { lang, csrfToken } = context;
  const w = deskWords(lang);
  const { portal } = ground.view;
  const kinds = portal.is_main ? { committee: BODY_KIND_WORDS.committee } : BODY_KIND_WORDS;
  return (
    <FormSection id="doi-ten" title={w.rename} note={w.renameNote}>
      <Form
        action={hrefTo(lang, 'rename', { id: portal.id })}
        hidden={{ _token: csrfToken, parentBodyId: state.typed.get('parentBodyId') ?? '' }}
        label={w.rename}
      >
        <FieldRow>
          <Line state={state} name="nameVi" label={w.nameVi} />
          <Line state={state} name="nameEn" label={w.nameEn} />
        </FieldRow>
        <FieldRow>
          <Line state={state} name="shortName" label={w.shortName} optional />
          <Line state={state} name="abbreviation" label={w.abbreviation} />
        </FieldRow>
        <FieldRow>
          <Choose
            state={state}
            name="bodyKind"
            label={w.kind}
            choices={choicesOf(kinds as Record<BodyKind, { vi: string; en: string }>, lang)}
          />
          <Line state={state} name="administrativeCode" label={w.code} optional />
        </FieldRow>
        <FieldRow>
          <Line state={state} name="validFrom" label={w.from} kind="date" />
          <Line state={state} name="decision" label={w.deed} />
        </FieldRow>
        <Button kind="second">{w.rename}</Button>
      </Form>
    </FormSection>
  );
}

function CloseForm({ ground, context, state }: PartProps & { state: FormState }) {
  const { lang, csrfToken } = context;
  const w = deskWords(lang);
  return (
    <FormSection id="dong-cong" title={w.close} note={w.closeNote}>
      <Form
        action={hrefTo(lang, 'close', { id: ground.view.portal.id })}
        hidden={{ _token: csrfToken }}
        label={w.close}
      >
        <Choose
          state={state}
          name="successorPortalId"
          label={w.successor}
          choices={ground.others}
          empty={w.mainPortal}
          optional
        />
        <FieldRow>
          <Line state={state} name="closedOn" label={w.closedSince} kind="date" />
          <Line state={state} name="closingDecision" label={w.deed} />
        </FieldRow>
        <Button kind="danger">{w.close}</Button>
      </Form>
    </FormSection>
  );
}
