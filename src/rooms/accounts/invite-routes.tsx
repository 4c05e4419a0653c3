import { deskFrame } from '../../desk-frame.tsx';
import { NOT_PERMITTED } from '../../platform/command/index.ts';
import { deskPath, deskPaths } from '../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Role } from '../../rules/access/index.ts';
import { formatInstant } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { checkUsername, suggestUsername } from '../../rules/names/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import * as commands from './commands.ts';
import { invitationPath } from './door-routes.tsx';
import * as forms from './forms.ts';
import { InvitedPage, InvitePage } from './pages/people.tsx';
import { findGround, type Ground, nameOf, PEOPLE, peopleHref, permit, roleChoices } from './people-ground.ts';
import * as queries from './queries.ts';
import { rightfulPortal } from './rules.ts';
import { listTakenUsernames } from './store.ts';
import { roleTitle } from './titles.ts';
import { accountWords } from './words.ts';

/** Below the desk's base address. */
export const NEW = `${PEOPLE}/moi`;

export function inviteRoutes(ports: Ports): AnyRoute[] {
  return [
    staffRoute({
      name: 'accounts.inviteForm',
      method: 'GET',
      path: deskPaths(NEW),
      permit,
      async handle(context) {
        const ground = await findGround(ports, context, context.query.get('cong'));
        if (!ground) return { kind: 'missing' };
        const empty = forms.readInviteDraft(new URLSearchParams());
        const draft = { ...empty, language: 'vi', validFrom: ground.todayOn };
        return invitePage(ports, context, ground, { draft, errors: {}, isProposed: false });
      },
    }),
    staffRoute({
      name: 'accounts.invite',
      method: 'POST',
      path: deskPaths(NEW),
      permit,
      handle: (context) => takeInvite(ports, context),
    }),
  ];
}

interface InviteState {
  draft: forms.InviteDraft;
  errors: forms.FieldErrors;
  isProposed: boolean;
}

function invitePage(ports: Ports, context: StaffContext, ground: Ground, state: InviteState): Reply {
  const { lang, csrfToken } = context;
  const portalName = nameOf(ground.portal, lang);
  const html = deskFrame(
    ports,
    context,
    { title: accountWords(lang).invitePersonTitle, portalName },
    <InvitePage
      lang={lang}
      action={deskPath(lang, NEW)}
      csrfToken={csrfToken}
      portalId={String(ground.portal.id)}
      portalName={portalName}
      roles={roleChoices(ground, context)}
      {...state}
    />,
  );
  return { kind: 'page', html, status: Object.keys(state.errors).length > 0 ? 422 : 200 };
}

async function takeInvite(ports: Ports, context: StaffContext): Promise<Reply> {
  const { form, person, lang } = context;
  const ground = await findGround(ports, context, form.get('cong'));
  if (!ground) return { kind: 'missing' };
  const draft = forms.readInviteDraft(form);
  const parsed = forms.checkInvite(draft);
  const isAsking = form.get('buoc') === 'de-nghi' || draft.username === '';
  if (isAsking && draft.fullName) {
    const username = await proposeUsername(ports, context, ground, draft.fullName);
    const errors = 'errors' in parsed && form.get('buoc') !== 'de-nghi' ? parsed.errors : {};
    return invitePage(ports, context, ground, { draft: { ...draft, username }, errors, isProposed: true });
  }
  if ('errors' in parsed)
    return invitePage(ports, context, ground, { draft, errors: parsed.errors, isProposed: false });
  const fault = await usernameFault(ports, context, ground, draft);
  if (fault)
    return invitePage(ports, context, ground, { draft, errors: { username: fault }, isProposed: false });
  const { portal, mainPortalId } = ground;
  try {
    const invitation = await ports.perform(person, commands.invitePerson, {
      ...parsed.value,
      username: draft.username,
      portalId: portal.id,
      viaPortalId: rightfulPortal(person, portal.id, mainPortalId),
    });
    return invitedPage(
      ports,
      context,
      {
        ...invitation,
        fullName: draft.fullName,
        language: parsed.value.language,
        waiting: titlesOf(ground, invitation.proposed, lang),
      },
      peopleHref(lang, portal.id),
    );
  } catch (error) {
    if (!(error instanceof Refusal) || error === NOT_PERMITTED) throw error;
    const errors = { [error.field ?? 'fullName']: error.words };
    return invitePage(ports, context, ground, { draft, errors, isProposed: false });
  }
}

async function usernameRequest(
  ports: Ports,
  context: StaffContext,
  { portal, profile }: Ground,
  fullName: string,
) {
  const unit = { fullName, unitAbbreviation: portal.abbreviation };
  if (!profile) return undefined;
  const base = suggestUsername(profile, unit);
  const taken = await queries.readAs(ports, context.person, (tx) => listTakenUsernames(tx, base));
  return { profile, request: { ...unit, taken } };
}

/** By the regulation's pattern (LC-102); empty where no regulation is known, then the administrator chooses. */
async function proposeUsername(
  ports: Ports,
  context: StaffContext,
  ground: Ground,
  fullName: string,
): Promise<string> {
  const known = await usernameRequest(ports, context, ground, fullName);
  return known ? suggestUsername(known.profile, known.request) : '';
}

async function usernameFault(
  ports: Ports,
  context: StaffContext,
  ground: Ground,
  { fullName, username }: forms.InviteDraft,
) {
  const known = await usernameRequest(ports, context, ground, fullName);
  const check = known && checkUsername(known.profile, username, known.request);
  return check && !check.ok ? check.words : undefined;
}

function titlesOf({ profile, portal, todayOn }: Ground, roles: readonly Role[], lang: Lang): string[] {
  return roles.map((role) => roleTitle(profile, role, portal.is_main, todayOn)[lang]);
}

/** The page with the link of a fresh invitation, shown once. */
export function invitedPage(
  ports: Ports,
  context: StaffContext,
  invited: commands.Invitation & { fullName: string; language: Lang; waiting?: readonly string[] },
  backHref: string,
): Reply {
  const { lang, site } = context;
  const html = deskFrame(
    ports,
    context,
    { title: accountWords(lang).invitedTitle },
    <InvitedPage
      lang={lang}
      fullName={invited.fullName}
      username={invited.username}
      link={site.origin + invitationPath(invited.language, invited.token)}
      until={formatInstant(invited.expiresAt, lang)}
      waiting={invited.waiting ?? []}
      backHref={backHref}
    />,
  );
  return { kind: 'page', html };
}
