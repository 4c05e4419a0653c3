import { deskFrame } from '../../desk-frame.tsx';
import { NOT_PERMITTED } from '../../platform/command/index.ts';
import { deskPath, deskPaths } from '../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { portalsPermitted } from '../../rules/access/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { auditRoom } from '../audit/index.ts';
import { placeOf } from './authority.ts';
import * as commands from './commands.ts';
import * as forms from './forms.ts';
import { askFresh } from './fresh-routes.tsx';
import { invitedPage } from './invite-routes.tsx';
import { PersonPage } from './pages/person.tsx';
import { findGround, type Ground, nameOf, PEOPLE, peopleHref, permit, roleChoices } from './people-ground.ts';
import { basisText } from './proposal-queries.ts';
import { PROPOSALS } from './proposal-routes.tsx';
import * as queries from './queries.ts';
import { grantableRoles, reachOf, rightfulPortal } from './rules.ts';
import { resetSecondFactor } from './second-factor-commands.ts';
import { accountWords } from './words.ts';

const PERSON = `${PEOPLE}/:id`;

export function personRoutes(ports: Ports): AnyRoute[] {
  return [
    staffRoute({
      name: 'accounts.person',
      method: 'GET',
      path: deskPaths(PERSON),
      permit,
      handle: (context) => personPage(ports, context, {}),
    }),
    ...stepRoutes(ports),
  ];
}

interface PersonState {
  draft?: forms.AppointmentDraft;
  errors?: forms.FieldErrors;
  refusal?: Refusal;
}

async function findCard(ports: Ports, context: StaffContext, ground: Ground) {
  const { params, person, now, lang } = context;
  const id = Number(params.id);
  if (!Number.isSafeInteger(id) || id < 1) return undefined;
  return queries.readAs(ports, person, (tx) =>
    queries.findPersonCard(tx, ports, person, ground, id, now, lang),
  );
}

async function personPage(ports: Ports, context: StaffContext, state: PersonState): Promise<Reply> {
  const { lang, query, form, csrfToken } = context;
  const ground = await findGround(ports, context, form.get('cong') ?? query.get('cong'));
  const card = ground && (await findCard(ports, context, ground));
  if (!card) return { kind: 'missing' };
  const { portal } = ground;
  const { row } = card;
  const isReader = portalsPermitted(context.person, auditRoom.permits, 'audit.read').length > 0;
  const view = {
    lang,
    base: `${deskPath(lang, PEOPLE)}/${row.id}`,
    portalId: String(portal.id),
    fullName: row.full_name,
    username: row.username,
    email: row.email,
    state: card.state,
    held: heldView(context, ground, card),
    waiting: card.waiting.map((one) => one.title),
    proposalsHref: deskPath(lang, PROPOSALS),
    grant: grantView(context, ground, card, state),
    account: accountView(context, card),
    history: { sessions: card.sessions, past: card.past, now: context.now },
    csrfToken,
    notice: accountWords(lang).done[query.get('xong') ?? ''],
    refusal: state.refusal?.words[lang],
    historyHref: isReader ? `${deskPath(lang, '/nhat-ky')}?doi-tuong=person:${row.id}` : undefined,
    backHref: peopleHref(lang, portal.id),
  };
  const frame = { title: row.full_name, portalName: nameOf(portal, lang) };
  const html = deskFrame(ports, context, frame, <PersonPage {...view} />);
  return { kind: 'page', html, status: state.refusal || state.errors ? 422 : 200 };
}

function heldView(
  { person, lang }: StaffContext,
  { mainPortalId }: Ground,
  { row, grants }: queries.PersonCard,
) {
  return grants.map((grant) => {
    const place = placeOf(grant);
    const mayTake = grantableRoles(reachOf(person, place, mainPortalId), place).includes(grant.role);
    return {
      grantId: grant.id,
      portalId: grant.portal_id,
      portal: lang === 'vi' ? grant.name_vi : grant.name_en,
      role: grant.title,
      validity: queries.validityText(grant, lang),
      decision: basisText(grant, lang),
      mayRevoke: mayTake && row.id !== person.personId,
    };
  });
}

function grantView(context: StaffContext, ground: Ground, { row }: queries.PersonCard, state: PersonState) {
  const { person, lang } = context;
  const roles = roleChoices(ground, context);
  if (row.id === person.personId || row.disabled_at || roles.length === 0) return undefined;
  const draft = state.draft ?? {
    ...forms.readAppointmentDraft(new URLSearchParams()),
    validFrom: ground.todayOn,
  };
  const portals = ground.portals.map((one) => ({ value: String(one.id), text: nameOf(one, lang) }));
  return { portals, roles, draft, errors: state.errors ?? {} };
}

function accountView(
  { person, now }: StaffContext,
  { row, isWholeAccountOurs, hasFactor }: queries.PersonCard,
) {
  if (row.id === person.personId) return 'own' as const;
  if (!isWholeAccountOurs) return 'beyond' as const;
  const locked = row.locked_until !== null && row.locked_until > now;
  return { disabled: row.disabled_at !== null, locked, hasFactor };
}

function stepRoutes(ports: Ports): AnyRoute[] {
  const step = (name: string, path: string, take: (context: StaffContext, on: OnPerson) => Promise<Reply>) =>
    staffRoute({
      name: `accounts.${name}`,
      method: 'POST',
      path: deskPaths(`${PERSON}/${path}`),
      permit,
      async handle(context) {
        const ground = await findGround(ports, context, context.form.get('cong'));
        const card = ground && (await findCard(ports, context, ground));
        if (!card) return { kind: 'missing' };
        const { id: portalId } = ground.portal;
        const viaPortalId = rightfulPortal(context.person, portalId, ground.mainPortalId);
        const input = { portalId, viaPortalId, personId: card.row.id };
        try {
          return await take(context, { input, fullName: card.row.full_name, language: card.row.language });
        } catch (error) {
          if (error instanceof Refusal && error !== NOT_PERMITTED)
            return personPage(ports, context, refused(error, context));
          throw error;
        }
      },
    });
  const done = ({ lang }: StaffContext, { input }: OnPerson, flash: string): Reply => ({
    kind: 'redirect',
    to: `${deskPath(lang, PEOPLE)}/${input.personId}?cong=${input.portalId}&xong=${flash}`,
  });
  const invited = (context: StaffContext, { input, ...who }: OnPerson, invitation: commands.Invitation) =>
    invitedPage(ports, context, { ...invitation, ...who }, peopleHref(context.lang, input.portalId));
  return [
    step('grantRoles', 'giao-quyen', async (context, on) => {
      const parsed = forms.checkAppointment(forms.readAppointmentDraft(context.form));
      if ('errors' in parsed) {
        return personPage(ports, context, {
          draft: forms.readAppointmentDraft(context.form),
          errors: parsed.errors,
        });
      }
      const { proposed } = await ports.perform(context.person, commands.grantRoles, {
        ...on.input,
        ...parsed.value,
      });
      return done(context, on, proposed.length > 0 ? 'de-nghi' : 'giao');
    }),
    step('revokeRole', 'thu-quyen', async (context, on) => {
      const grantId = Number(context.form.get('grantId')) || 0;
      await ports.perform(context.person, commands.revokeRole, { ...on.input, grantId });
      return done(context, on, 'thu');
    }),
    step('disablePerson', 'khoa-tai-khoan', async (context, on) => {
      await ports.perform(context.person, commands.disablePerson, on.input);
      return done(context, on, 'khoa');
    }),
    step('unlockPerson', 'go-cho', async (context, on) => {
      await ports.perform(context.person, commands.unlockPerson, on.input);
      return done(context, on, 'mo');
    }),
    step('resetSecondFactor', 'dat-lai-bao-ve', async (context, on) => {
      const proof = await askFresh(ports, context);
      if (proof) return proof;
      await ports.perform(context.person, resetSecondFactor, on.input);
      return done(context, on, 'dat-lai');
    }),
    step('enablePerson', 'mo-tai-khoan', async (context, on) =>
      invited(context, on, await ports.perform(context.person, commands.enablePerson, on.input)),
    ),
    step('inviteAgain', 'moi-lai', async (context, on) =>
      invited(context, on, await ports.perform(context.person, commands.inviteAgain, on.input)),
    ),
  ];
}

interface OnPerson {
  input: { portalId: number; viaPortalId: number; personId: number };
  fullName: string;
  language: Lang;
}

/** A refusal of a field of the form goes to that field; any other stands on top of the page. */
function refused(error: Refusal, { form }: StaffContext): PersonState {
  const draft = forms.readAppointmentDraft(form);
  return error.field && form.has('validFrom')
    ? { draft, errors: { [error.field]: error.words } }
    : { draft, refusal: error };
}
