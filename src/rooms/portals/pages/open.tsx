import { NOT_PERMITTED } from '../../../platform/command/index.ts';
import { readId } from '../../../platform/http/ids.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { portalsPermitted } from '../../../rules/access/index.ts';
import { civilDateOf } from '../../../rules/calendar/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { Button, Buttons, Callout, DeskTitle, FieldRow, Form, FormSection } from '../../../ui/index.ts';
import { reading } from '../desk-queries.ts';
import { BODY_KIND_WORDS, deskWords } from '../desk-words.ts';
import { checkContact, checkFace } from '../face-rules.ts';
import { readBody, readOpening, refusalsOf, textOf } from '../forms.ts';
import { askingBodyOf, lawOn, nameAskedFor } from '../law-queries.ts';
import { joiningOf, suggestHosts } from '../name-rules.ts';
import { openPortal } from '../opening-commands.ts';
import {
  type ColleagueRow,
  type DeskPortalRow,
  findMainPortal,
  listColleagues,
  listDeskPortals,
} from '../overview-store.ts';
import { permits } from '../permits.ts';
import { type BodyRow, listBodies } from '../structure-store.ts';
import {
  Choose,
  ContactFields,
  choicesOf,
  FaceFields,
  type FormState,
  hrefTo,
  Line,
  page,
  seeOther,
} from './parts.tsx';

interface Ground {
  main: DeskPortalRow;
  todayOn: string;
  bodies: BodyRow[];
  /** Bodies that have no open portal yet. */
  free: BodyRow[];
  people: ColleagueRow[];
  /** Hosts that keep the rules for what is typed so far. */
  hosts: string[];
}

/** The main portal of the person's locality with what the form offers. @throws NOT_PERMITTED */
async function loadGround(ports: Ports, context: StaffContext): Promise<Ground> {
  const { person, form } = context;
  const todayOn = civilDateOf(context.now);
  return reading(ports, person, async (tx) => {
    const main = await findMainPortal(tx, person.localityId);
    if (!main || !portalsPermitted(person, permits, 'portals.manage').includes(main.id)) throw NOT_PERMITTED;
    const bodies = await listBodies(tx, person.localityId);
    const portals = await listDeskPortals(tx, person.portalIds);
    const having = new Set(portals.filter((one) => one.state === 'open').map((one) => one.body_id));
    const law = await lawOn(tx, person.localityId, todayOn, ports.profiles);
    const body = readBody(form);
    const asking =
      'id' in body
        ? await askingBodyOf(tx, body.id)
        : {
            ...body,
            bodyId: undefined,
            parentBodyId: body.parentBodyId ?? null,
            administrativeCode: body.administrativeCode || null,
          };
    const englishAbbreviation = textOf(form, 'englishAbbreviation') || undefined;
    const asked = { host: '', isMain: false, on: todayOn, mainHost: main.host ?? undefined };
    const hosts = asking.nameVi
      ? suggestHosts(
          law,
          await nameAskedFor(tx, person.localityId, { ...asking, englishAbbreviation }, asked),
        )
      : [];
    return {
      ...{ main, todayOn, bodies, hosts },
      free: bodies.filter((one) => !having.has(one.id)),
      people: await listColleagues(tx, person.localityId),
    };
  });
}

export async function openForm(ports: Ports, context: StaffContext): Promise<Reply> {
  const ground = await loadGround(ports, context);
  const typed = new URLSearchParams({
    ...{ openedOn: ground.todayOn, colour: ground.main.face.colour, workflow: ground.main.workflow },
    ...{ scene: ground.main.face.scene, drawing: ground.main.face.drawing, appointOn: ground.todayOn },
    bodyId: context.query.get('co-quan') ?? '',
  });
  return openPage(ports, context, ground, { lang: context.lang, typed, refusals: [] }, false);
}

/** Opens the portal, or says everything that is wrong with the form at once. */
export async function takeOpening(ports: Ports, context: StaffContext): Promise<Reply> {
  const { form, lang, person } = context;
  const ground = await loadGround(ports, context);
  const state = { lang, typed: form, refusals: [] };
  if (form.get('viec') === 'goi-y') return openPage(ports, context, ground, state, true);
  const { colour, scene } = ground.main.face;
  const input = readOpening(form, { todayOn: ground.todayOn, colour, scene, host: ground.hosts[0] });
  const refusals = await faultsOf(ports, context, input);
  if (refusals.length > 0) return openPage(ports, context, ground, { ...state, refusals }, false);
  try {
    const opened = await ports.perform(person, openPortal, { ...input, mainPortalId: ground.main.id });
    const done = opened.hostState === 'live' ? 'mo' : 'cho-ten';
    // the new portal is not among the portals this session sees until the next click
    return seeOther(`${hrefTo(lang, 'portal', { id: opened.portalId })}?xong=${done}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return openPage(ports, context, ground, { ...state, refusals: [error] }, false);
  }
}

async function faultsOf(
  ports: Ports,
  { person, form, now }: StaffContext,
  input: ReturnType<typeof readOpening>,
): Promise<Refusal[]> {
  const { profile } = await reading(ports, person, (tx) =>
    lawOn(tx, person.localityId, civilDateOf(now), ports.profiles),
  );
  const { body } = input;
  const isNew = 'nameVi' in body;
  return refusalsOf(
    () => {
      if (isNew && (body.nameVi.length < 3 || body.nameEn.length < 3)) {
        const field = body.nameVi.length < 3 ? 'nameVi' : 'nameEn';
        throw new Refusal(
          'body-name-missing',
          {
            vi: 'Hãy ghi tên cơ quan bằng tiếng Việt và tiếng Anh.',
            en: 'Write the name of the body in both languages.',
          },
          field,
        );
      }
    },
    () => {
      if (isNew && textOf(form, 'bodyKind') === '') {
        throw new Refusal(
          'body-kind-missing',
          { vi: 'Hãy chọn loại cơ quan.', en: 'Choose the kind of body.' },
          'bodyKind',
        );
      }
      if (isNew) joiningOf(profile, body.kind, input.decision);
    },
    () => checkContact(input.contact),
    () => checkFace(input.face),
  );
}

function openPage(
  ports: Ports,
  context: StaffContext,
  ground: Ground,
  state: FormState,
  isAsking: boolean,
): Reply {
  const { lang } = state;
  const w = deskWords(lang);
  return page(
    ports,
    context,
    { title: w.openTitle, refusals: state.refusals },
    <>
      <DeskTitle title={w.openTitle} />
      <p class="note">{w.openLead}</p>
      <Form action={hrefTo(lang, 'open')} hidden={{ _token: context.csrfToken }} label={w.openTitle}>
        <BodyPart state={state} ground={ground} />
        <FormSection id="ten-mien" title={w.host}>
          {isAsking && (
            <Callout tone={ground.hosts.length > 0 ? 'info' : 'warn'} live>
              <p>{ground.hosts.length > 0 ? w.suggestions(ground.hosts.join(', ')) : w.noSuggestion}</p>
            </Callout>
          )}
          <FieldRow>
            <Line state={state} name="host" label={w.host} help={w.hostHelp} optional />
            <Line
              state={state}
              name="englishAbbreviation"
              label={w.englishAbbreviation}
              help={w.englishAbbreviationHelp}
              optional
            />
          </FieldRow>
          <Button kind="second" name="viec" value="goi-y">
            {w.suggest}
          </Button>
        </FormSection>
        <FormSection id="lien-he" title={w.contact} note={w.contactNote}>
          <ContactFields state={state} w={w} isNew />
        </FormSection>
        <FormSection id="dien-mao" title={w.face} note={w.faceNote}>
          <FaceFields state={state} w={w} isNew />
        </FormSection>
        <PeoplePart state={state} ground={ground} />
        <Buttons>
          <Button>{w.openIt}</Button>
        </Buttons>
      </Form>
    </>,
  );
}

function BodyPart({ state, ground }: { state: FormState; ground: Ground }) {
  const { lang } = state;
  const w = deskWords(lang);
  const named = (rows: readonly BodyRow[]) =>
    rows.map((one) => ({ value: String(one.id), text: lang === 'vi' ? one.name_vi : one.name_en }));
  const { committee: _, ...kinds } = BODY_KIND_WORDS;
  return (
    <FormSection id="co-quan" title={w.body}>
      {ground.free.length > 0 && (
        <Choose
          state={state}
          name="bodyId"
          label={w.existingBody}
          help={w.existingBodyHelp}
          choices={named(ground.free)}
          empty={w.newBody}
          optional
        />
      )}
      <FieldRow>
        <Line state={state} name="nameVi" label={w.nameVi} />
        <Line state={state} name="nameEn" label={w.nameEn} />
      </FieldRow>
      <FieldRow>
        <Choose state={state} name="bodyKind" label={w.kind} choices={choicesOf(kinds, lang)} empty />
        <Line state={state} name="decision" label={w.decision} help={w.decisionHelp} optional />
      </FieldRow>
      <FieldRow>
        <Line state={state} name="shortName" label={w.shortName} help={w.shortNameHelp} optional />
        <Line state={state} name="abbreviation" label={w.abbreviation} help={w.abbreviationHelp} optional />
      </FieldRow>
      <FieldRow>
        <Choose
          state={state}
          name="parentBodyId"
          label={w.parentBody}
          choices={named(ground.bodies)}
          empty="—"
          optional
        />
        <Line state={state} name="administrativeCode" label={w.code} optional />
      </FieldRow>
      <Line state={state} name="openedOn" label={w.openedOn} kind="date" width="half" optional />
    </FormSection>
  );
}

function PeoplePart({ state, ground }: { state: FormState; ground: Ground }) {
  const { lang } = state;
  const w = deskWords(lang);
  const people = ground.people.map((one) => ({
    value: String(one.id),
    text: `${one.full_name} (${one.username})`,
  }));
  const workflows = Object.entries(w.workflows).map(([value, text]) => ({ value, text }));
  return (
    <FormSection id="nguoi" title={w.people} note={w.peopleNote}>
      <Choose state={state} name="workflow" label={w.workflow} choices={workflows} />
      <FieldRow>
        <Choose
          state={state}
          name="contentAdminId"
          label={w.contentAdmin}
          choices={people}
          empty="—"
          optional
        />
        <Choose state={state} name="headId" label={w.headPerson} choices={people} empty="—" optional />
      </FieldRow>
      <FieldRow>
        <Line state={state} name="appointDecision" label={w.appointDecision} optional />
        <Line state={state} name="appointOn" label={w.appointOn} kind="date" optional />
      </FieldRow>
    </FormSection>
  );
}

/** A number of the address; undefined when it is none. */
export function idIn(context: StaffContext, name: string): number | undefined {
  return readId(context.params[name]);
}
