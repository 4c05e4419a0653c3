import type { Command, CommandContext } from '../../platform/command/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Machine, Role } from '../../rules/access/index.ts';
import { type CivilDate, civilDateOf, isCivilDate } from '../../rules/calendar/index.ts';
import type { BodyKind } from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { type Appointment, giveRole, requireAppointment } from '../accounts/index.ts';
import { checkContact, checkFace } from './face-rules.ts';
import { localityFactsKey } from './facts.ts';
import { type AskingBody, askingBodyOf, lawOn, nameAskedFor } from './law-queries.ts';
import { type GrantedName, grantName, joiningOf } from './name-rules.ts';
import { insertHostname } from './name-store.ts';
import { findMainPortal } from './overview-store.ts';
import { permits } from './permits.ts';
import { type PlannedSection, planSections } from './section-rules.ts';
import { HOSTS_KEY } from './site-directory.ts';
import type { Contact, Face } from './store.ts';
import {
  hasOpenPortal,
  insertBody,
  insertBodyName,
  insertLocality,
  insertPortal,
  insertRegulation,
  insertSections,
  type NewRegulation,
  reserveLocalityId,
} from './structure-store.ts';

/** A body that is not in the list yet. */
export interface NewBody {
  nameVi: string;
  nameEn: string;
  shortName?: string;
  abbreviation: string;
  kind: BodyKind;
  parentBodyId?: number;
  administrativeCode?: string;
}

export interface PortalOpening {
  body: { id: number } | NewBody;
  host: string;
  /** English abbreviation of the body, when its host name is made of it. */
  englishAbbreviation?: string;
  openedOn: CivilDate;
  /** Number and date of the decision to join; must be there when the body is not obliged. */
  decision?: string;
  workflow: 'approve' | 'check-then-approve';
  face: Face;
  contact: Contact;
  /** First rights on the portal, with the decision they rest on. */
  people?: Appointment & { grants: readonly { personId: number; role: Role }[] };
}

export interface OpenPortal extends PortalOpening {
  /** The main portal, whose technical administrator opens it. */
  mainPortalId: number;
}

export interface OpenedPortal {
  portalId: number;
  bodyId: number;
  hostnameId: number;
  host: string;
  /** `requested` until all parties have agreed on the name; the portal answers only then. */
  hostState: 'live' | 'requested';
  notes: GrantedName['notes'];
}

/** The main portal on which a command about the whole locality rests. @throws Refusal when it is no main portal */
export async function getMain({ tx, actor }: CommandContext, mainPortalId: number) {
  const main = await findMainPortal(tx, actor.localityId);
  if (main?.id !== mainPortalId) throw NOT_FROM_MAIN;
  return main;
}

export const NOT_FROM_MAIN = new Refusal('not-main', {
  vi: 'Việc này do quản trị kỹ thuật của cổng chính làm. Hãy liên hệ người quản trị kỹ thuật của tỉnh, thành phố.',
  en: 'This is done by the technical administrator of the main portal. Ask the technical administrator of the locality.',
});

/**
 * Opens a member portal: body, name, sections, face and contact in one go (LC-006: same technology, same family of
 * addresses). Where the regulation wants the name agreed by two parties it is only asked for, and the portal answers
 * when both have agreed (TB-013).
 */
export const openPortal: Command<OpenPortal, OpenedPortal> = {
  name: 'portals.openPortal',
  permit: 'portals.manage',
  permits,
  portal: (input) => input.mainPortalId,
  async run(context, input) {
    const main = await getMain(context, input.mainPortalId);
    const opened = await beginPortal(context, input, { isMain: false, mainHost: main.host ?? undefined });
    context.record({
      portalId: opened.portalId,
      subject: { kind: 'portal', id: opened.portalId },
      payload: {
        bodyId: opened.bodyId,
        host: opened.host,
        hostState: opened.hostState,
        openedOn: input.openedOn,
      },
    });
    return opened;
  },
};

async function beginPortal(
  context: CommandContext,
  input: PortalOpening,
  place: { isMain: boolean; mainHost: string | undefined },
): Promise<OpenedPortal> {
  const { tx, actor, now } = context;
  const { localityId } = actor;
  requirePast(input.openedOn, civilDateOf(now), 'openedOn');
  const body = await bodyFor(context, input);
  const law = await lawOn(tx, localityId, input.openedOn, context.profiles);
  const joining = joiningOf(law.profile, body.kind, input.decision);
  const asked = { host: input.host, isMain: place.isMain, on: input.openedOn, mainHost: place.mainHost };
  const granted = grantName(law, await nameAskedFor(tx, localityId, body, asked));
  const bodyId = body.bodyId ?? (await addBody(context, body, input));
  const portalId = await insertPortal(tx, {
    ...{
      localityId,
      bodyId,
      isMain: place.isMain,
      openedOn: input.openedOn,
      workflow: input.workflow,
      at: now,
    },
    ...joining,
    face: checkFace(input.face),
    contact: checkContact(input.contact),
  });
  await tx.alsoSee(portalId);
  const hostState = granted.parties.length > 0 ? 'requested' : 'live';
  const hostnameId = await insertHostname(tx, {
    ...{
      portalId,
      localityId,
      host: input.host,
      isCanonical: true,
      state: hostState,
      validFrom: input.openedOn,
    },
    ...{ ruleSource: granted.ruleSource, requestedBy: personIdOf(context), at: now },
  });
  await addSections(context, portalId, planSections(law.profile, body.kind, place.isMain, input.openedOn));
  await appoint(context, portalId, input);
  context.purge(HOSTS_KEY, localityFactsKey(localityId), `locality:${localityId}`);
  return { portalId, bodyId, hostnameId, host: input.host, hostState, notes: granted.notes };
}

export function personIdOf({ actor }: Pick<CommandContext, 'actor'>): number | null {
  return actor.kind === 'person' ? actor.personId : null;
}

/** Dated facts are entered when their day has come: every page reads the name of now. */
export function requirePast(on: CivilDate, todayOn: CivilDate, field: string): void {
  if (!isCivilDate(on) || on > todayOn) {
    throw new Refusal(
      'date-ahead',
      { vi: 'Hãy ghi ngày hôm nay hoặc ngày đã qua.', en: 'Enter today or a day that has passed.' },
      field,
    );
  }
}

async function bodyFor(
  { tx, actor }: CommandContext,
  { body, englishAbbreviation }: PortalOpening,
): Promise<AskingBody> {
  if ('id' in body) {
    if (await hasOpenPortal(tx, body.id)) {
      throw new Refusal(
        'has-portal',
        { vi: 'Cơ quan này đã có cổng đang mở.', en: 'This body already has an open portal.' },
        'bodyId',
      );
    }
    return { ...(await askingBodyOf(tx, body.id)), englishAbbreviation };
  }
  const line = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const nameVi = line(body.nameVi);
  const nameEn = line(body.nameEn);
  const abbreviation = line(body.abbreviation);
  if (nameVi.length < 3 || nameEn.length < 3) throw BODY_NAME_MISSING;
  if (abbreviation === '') throw ABBREVIATION_MISSING;
  if (actor.localityId === 0) throw new Error('A body belongs to a locality.');
  return {
    bodyId: undefined,
    kind: body.kind,
    ...{ nameVi, nameEn, abbreviation, englishAbbreviation },
    parentBodyId: body.parentBodyId ?? null,
    administrativeCode: body.administrativeCode?.trim() || null,
  };
}

export const BODY_NAME_MISSING = new Refusal(
  'body-name-missing',
  {
    vi: 'Hãy ghi tên cơ quan bằng tiếng Việt và tiếng Anh.',
    en: 'Write the name of the body in both languages.',
  },
  'nameVi',
);
export const ABBREVIATION_MISSING = new Refusal(
  'abbreviation-missing',
  { vi: 'Hãy ghi tên viết tắt của cơ quan.', en: 'Write the abbreviation of the body.' },
  'abbreviation',
);

async function addBody(
  { tx, actor, now }: CommandContext,
  body: AskingBody,
  input: PortalOpening,
): Promise<number> {
  const { localityId } = actor;
  const id = await insertBody(tx, localityId, now);
  const shortName = 'shortName' in input.body ? input.body.shortName?.normalize('NFC').trim() || null : null;
  const name = { ...body, shortName, decision: input.decision?.trim() || null };
  await insertBodyName(tx, { id, localityId }, name, input.openedOn);
  return id;
}

async function addSections(
  { tx, now }: CommandContext,
  portalId: number,
  planned: readonly PlannedSection[],
): Promise<void> {
  const top = planned.map((section, position) => ({ ...section, parentId: null, position }));
  const ids = await insertSections(tx, portalId, top, now);
  const parts = planned.flatMap(({ parts }, i) =>
    parts.map((part, position) => ({ ...part, parentId: ids[i] ?? null, position })),
  );
  await insertSections(tx, portalId, parts, now);
}

async function appoint(context: CommandContext, portalId: number, { people }: PortalOpening): Promise<void> {
  if (!people || people.grants.length === 0) return;
  const { grants, ...by } = people;
  requireAppointment(by, civilDateOf(context.now));
  for (const { personId, role } of grants) await giveRole(context, personId, portalId, role, by);
}

export interface LocalityFounding {
  /** Short name in addresses of the installation, e.g. `lao-cai`. */
  code: string;
  nameVi: string;
  nameEn: string;
  kind: 'province' | 'city';
  /** Which regulation applies from when, with the decision that says so. */
  regulations: readonly NewRegulation[];
  main: Omit<PortalOpening, 'body' | 'people'> & { body: NewBody };
}

/** Founds a locality: its regulation, the body that owns the main portal, and that portal. Run by {@link foundLocality}. */
export const foundLocalityCommand: Command<LocalityFounding & { localityId: number }, OpenedPortal> = {
  name: 'portals.foundLocality',
  permit: 'portals.found',
  permits,
  portal: () => 0,
  async run(context, input) {
    const { tx, now } = context;
    const { localityId, code, nameVi, nameEn, kind } = input;
    if (input.regulations.length === 0) {
      throw new Refusal('regulation-missing', {
        vi: 'Địa phương phải có ít nhất một quy chế đang áp dụng.',
        en: 'A locality needs at least one regulation in force.',
      });
    }
    for (const { profileCode } of input.regulations) requireProfile(context, profileCode);
    await insertLocality(tx, { id: localityId, code, nameVi, nameEn, kind, at: now });
    for (const one of input.regulations) await insertRegulation(tx, localityId, one, now);
    const opened = await beginPortal(context, input.main, { isMain: true, mainHost: undefined });
    const twin = twinOf(opened.host);
    await insertHostname(tx, {
      ...{ portalId: opened.portalId, localityId, host: twin, isCanonical: false, state: 'live' as const },
      ...{ validFrom: input.main.openedOn, ruleSource: `→ ${opened.host}`, requestedBy: null, at: now },
    });
    context.record({
      portalId: opened.portalId,
      subject: { kind: 'locality', id: localityId },
      payload: { code, regulations: input.regulations, host: opened.host },
    });
    return opened;
  },
};

function requireProfile({ profiles }: CommandContext, code: string): void {
  if (profiles.has(code)) return;
  const known = [...profiles.keys()].join(', ');
  throw new Refusal('regulation-unknown', {
    vi: `Không có hồ sơ quy chế “${code}”. Có: ${known}.`,
    en: `There is no regulation profile “${code}”. There are: ${known}.`,
  });
}

/** The form with or without "www": leads to the lawful one (LC-014). */
function twinOf(host: string): string {
  return host.startsWith('www.') ? host.slice(4) : `www.${host}`;
}

/** Founds a locality as the operator's tool or the seed. @returns the machine that acts for it from now on. */
export async function foundLocality(
  ports: Pick<Ports, 'database' | 'perform'>,
  machineName: string,
  input: LocalityFounding,
): Promise<{ machine: Machine; main: OpenedPortal }> {
  const localityId = await ports.database.transaction({ as: 'system' }, reserveLocalityId);
  const machine: Machine = { kind: 'machine', name: machineName, localityId };
  const main = await ports.perform(machine, foundLocalityCommand, { ...input, localityId });
  return { machine, main };
}
