import { deskPath, deskPaths, localPath } from '../../platform/http/paths.ts';
import {
  type AnyRoute,
  publicRoute,
  type Reply,
  type RequestContext,
  staffRoute,
} from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Lang } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { StateMessage } from '../../ui/index.ts';
import { carriedOf, readCarried } from './carried.ts';
import {
  ATTEMPTS_PER_MINUTE,
  afterSignIn,
  type DoorParts,
  doorstepOf,
  entered,
  plainPage,
  SIGN_IN,
  SIGN_OUT,
} from './door-ground.tsx';
import { PasswordForm } from './pages/password.tsx';
import { untilText } from './queries.ts';
import { INVITATION_DEAD, NOT_SIGNED_IN } from './refusals.ts';
import { toSecondStep } from './second-step-routes.tsx';
import { SESSION_COOKIE } from './sessions.ts';
import { signOut } from './sign-in.ts';
import { signInPage } from './sign-in-page.tsx';
import { accountWords } from './words.ts';

const INVITATION = '/loi-moi';

/** Address of an invitation, to be put behind the origin of a portal of the person's locality. */
export function invitationPath(lang: Lang, token: string): string {
  return `${deskPath(lang, INVITATION)}/${token}`;
}

export function doorRoutes(parts: DoorParts): AnyRoute[] {
  return [...signInRoutes(parts), ...invitationRoutes(parts)];
}

// Signing in and out ---------------------------------------------------------------------------------

function signInRoutes(parts: DoorParts): AnyRoute[] {
  const { ports } = parts;
  return [
    publicRoute({
      name: 'accounts.signInPage',
      method: 'GET',
      path: deskPaths(SIGN_IN),
      audience: 'anyone',
      async handle(context) {
        const back = localPath(context.query.get('ve'), '');
        if (context.person)
          return { kind: 'redirect', to: afterSignIn(back, context.lang, context.person.language) };
        const w = accountWords(context.lang);
        const done = context.query.get('xong') ?? '';
        const notices: Record<string, string> = {
          ...{ 'mat-khau': w.passwordSet, thoat: w.signedOut, 'thoat-ca': w.signedOut },
        };
        const offersSignOut = done === 'thoat-ca';
        return signInPage(ports, context, { back, notice: notices[done], offersSignOut });
      },
    }),
    publicRoute({
      name: 'accounts.signIn',
      method: 'POST',
      path: deskPaths(SIGN_IN),
      audience: 'anyone',
      perMinute: ATTEMPTS_PER_MINUTE,
      handle: (context) => takeSignIn(parts, context),
    }),
    staffRoute({
      name: 'accounts.signOut',
      method: 'POST',
      path: deskPaths(SIGN_OUT),
      beforePasswordChange: true,
      async handle(context) {
        const { cookies, person, now, lang } = context;
        const wasProvider = person.session?.isByProvider === true;
        await signOut(ports.database, person, cookies[SESSION_COOKIE] ?? '', doorstepOf(context), now);
        return {
          kind: 'redirect',
          to: `${deskPath(lang, SIGN_IN)}?xong=${wasProvider ? 'thoat-ca' : 'thoat'}`,
          cookies: [{ name: SESSION_COOKIE, value: '', maxAge: 0 }],
        };
      },
    }),
  ];
}

async function takeSignIn(parts: DoorParts, context: RequestContext): Promise<Reply> {
  const { ports, signIn } = parts;
  const { form, now, lang, cookies } = context;
  const typed = { username: form.get('username') ?? '', password: form.get('password') ?? '' };
  const back = localPath(form.get('ve'), '');
  const carried = readCarried(form);
  const outcome = await signIn.signIn(doorstepOf(context), typed, now, cookies[SESSION_COOKIE]);
  if (outcome.kind === 'in') return entered(ports, context, outcome, { back, carried });
  if (outcome.kind === 'half') return toSecondStep(parts, context, outcome, { back, carried });
  const shared = { back, username: typed.username, carried };
  if (outcome.kind === 'wrong')
    return signInPage(ports, context, { ...shared, refusal: NOT_SIGNED_IN[lang], status: 422 });
  const seconds = Math.ceil((outcome.until.getTime() - now.getTime()) / 1_000);
  const refusal = accountWords(lang).waiting(untilText(outcome.until, lang));
  return signInPage(ports, context, {
    ...shared,
    refusal,
    status: 429,
    headers: { 'retry-after': String(seconds) },
  });
}

/**
 * A form that came after its session had ended: the sign-in page, with everything typed in its hands. After signing
 * in the person sends it on by one press. Files cannot be carried, passwords are not.
 */
export async function signInAgain(ports: Ports, context: RequestContext): Promise<Reply> {
  const { lang, path } = context;
  if (path === deskPath(lang, SIGN_OUT))
    return { kind: 'redirect', to: `${deskPath(lang, SIGN_IN)}?xong=thoat` };
  return signInPage(ports, context, { back: '', carried: carriedOf(context), status: 401 });
}

// Invitations ------------------------------------------------------------------------------------------

function invitationRoutes({ ports, ownAccount }: DoorParts): AnyRoute[] {
  const page = async (context: RequestContext, refusal?: Refusal): Promise<Reply> => {
    const { lang, params, site, now } = context;
    const w = accountWords(lang);
    const invited = await ownAccount.findInvited(params.token ?? '', site.localityId, now);
    if (!invited) {
      const dead = (
        <StateMessage
          kind="expired"
          eyebrow={w.inviteTitle}
          title={w.inviteDeadTitle}
          links={[{ href: deskPath(lang, SIGN_IN), text: w.signIn }]}
        >
          <p>{INVITATION_DEAD[lang]}</p>
        </StateMessage>
      );
      return {
        kind: 'page',
        html: plainPage(ports, context, w.inviteDeadTitle, dead),
        status: 410,
      };
    }
    const form = (
      <>
        <h1>{w.inviteTitle}</h1>
        <p>{w.inviteLead(invited.fullName, invited.username)}</p>
        <PasswordForm
          lang={lang}
          action={context.path}
          csrfToken={context.csrfToken}
          asksCurrent={false}
          refusal={refusal}
        />
      </>
    );
    return {
      kind: 'page',
      html: plainPage(ports, context, w.inviteTitle, form),
      status: refusal ? 422 : 200,
    };
  };
  const path = deskPaths(`${INVITATION}/:token`);
  return [
    publicRoute({
      name: 'accounts.invitationPage',
      method: 'GET',
      path,
      audience: 'anyone',
      perMinute: ATTEMPTS_PER_MINUTE,
      handle: (context) => page(context),
    }),
    publicRoute({
      name: 'accounts.acceptInvitation',
      method: 'POST',
      path,
      audience: 'anyone',
      perMinute: ATTEMPTS_PER_MINUTE,
      async handle(context) {
        const { form, params, now, lang } = context;
        const typed = {
          newPassword: form.get('newPassword') ?? '',
          repeatPassword: form.get('repeatPassword') ?? '',
        };
        try {
          await ownAccount.acceptInvitation(doorstepOf(context), params.token ?? '', typed, now);
        } catch (error) {
          if (error instanceof Refusal) return page(context, error);
          throw error;
        }
        return { kind: 'redirect', to: `${deskPath(lang, SIGN_IN)}?xong=mat-khau` };
      },
    }),
  ];
}
