import type { ComponentChildren } from 'preact';
import { csrfToken } from '../../platform/http/csrf.ts';
import { deskPath, deskPaths, inLanguage, localPath } from '../../platform/http/paths.ts';
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
import { PlainPage, renderPage, StateMessage } from '../../ui/index.ts';
import { type Carried, carriedOf, readCarried } from './carried.ts';
import type { OwnAccount } from './own-account.ts';
import { PasswordForm } from './pages/password.tsx';
import { Resume, SignIn as SignInPage } from './pages/sign-in.tsx';
import { untilText } from './queries.ts';
import { INVITATION_DEAD, NOT_SIGNED_IN } from './refusals.ts';
import { hashToken, SESSION_COOKIE } from './sessions.ts';
import { type Doorstep, type SignIn, signOut } from './sign-in.ts';
import { findPortalFacts } from './store.ts';
import { accountWords } from './words.ts';

const SIGN_IN = '/dang-nhap';
export const SIGN_OUT = '/dang-xuat';
const INVITATION = '/loi-moi';

/** Attempts of one address in a minute. An office shares one address, so this only slows a machine down (LC-106). */
export const ATTEMPTS_PER_MINUTE = 30;

/** Address of the sign-in page that leads back to a page afterwards. */
export function signInPath(lang: Lang, back: string): string {
  return `${deskPath(lang, SIGN_IN)}?ve=${encodeURIComponent(back)}`;
}

/** Address of an invitation, to be put behind the origin of a portal of the person's locality. */
export function invitationPath(lang: Lang, token: string): string {
  return `${deskPath(lang, INVITATION)}/${token}`;
}

/** Where someone stands who does something at the door. */
export function doorstepOf({ site, caller }: Pick<RequestContext, 'site' | 'caller'>): Doorstep {
  return { localityId: site.localityId, portalId: site.portalId, caller };
}

export interface DoorParts {
  ports: Ports;
  signIn: SignIn;
  ownAccount: OwnAccount;
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
        const notices: Record<string, string> = { 'mat-khau': w.passwordSet, thoat: w.signedOut };
        return signInPage(ports, context, { back, notice: notices[context.query.get('xong') ?? ''] });
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
        await signOut(ports.database, person, cookies[SESSION_COOKIE] ?? '', doorstepOf(context), now);
        return {
          kind: 'redirect',
          to: `${deskPath(lang, SIGN_IN)}?xong=thoat`,
          cookies: [{ name: SESSION_COOKIE, value: '', maxAge: 0 }],
        };
      },
    }),
  ];
}

/**
 * Where one goes from the sign-in page: on in its language. Only who came to the Vietnamese one by itself, where everyone
 * arrives, gets the language of his account.
 */
function afterSignIn(back: string, lang: Lang, own: Lang): string {
  if (back !== '') return inLanguage(back, lang);
  return deskPath(lang === 'en' ? lang : own);
}

async function takeSignIn({ ports, signIn }: DoorParts, context: RequestContext): Promise<Reply> {
  const { form, now, lang, cookies } = context;
  const typed = { username: form.get('username') ?? '', password: form.get('password') ?? '' };
  const back = localPath(form.get('ve'), '');
  const carried = readCarried(form);
  const outcome = await signIn.signIn(doorstepOf(context), typed, now, cookies[SESSION_COOKIE]);
  if (outcome.kind === 'in') {
    const session = [{ name: SESSION_COOKIE, value: outcome.token }];
    const deskHref = afterSignIn('', lang, outcome.language);
    // a password that is due comes first; the form in hand would be refused anyway
    if (carried && !outcome.mustChangePassword) {
      const token = csrfToken(ports.settings.secretKey, hashToken(outcome.token));
      const html = plainPage(
        ports,
        context,
        accountWords(lang).resumeTitle,
        <Resume lang={lang} carried={carried} csrfToken={token} deskHref={deskHref} />,
        null,
      );
      return { kind: 'page', html, cookies: session };
    }
    return { kind: 'redirect', to: afterSignIn(back, lang, outcome.language), cookies: session };
  }
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

interface SignInState {
  back: string;
  username?: string;
  refusal?: string;
  notice?: string | undefined;
  carried?: Carried | undefined;
  status?: number;
  headers?: Record<string, string>;
}

async function signInPage(ports: Ports, context: RequestContext, state: SignInState): Promise<Reply> {
  const { lang, site } = context;
  const portal = await ports.database.publicly((db) => findPortalFacts(db, site.portalId));
  const { status, headers, ...view } = state;
  const other: Lang = lang === 'vi' ? 'en' : 'vi';
  const otherHref = view.back ? signInPath(other, inLanguage(view.back, other)) : deskPath(other, SIGN_IN);
  const html = plainPage(
    ports,
    context,
    accountWords(lang).signInTitle,
    <SignInPage
      lang={lang}
      portalName={(lang === 'vi' ? portal?.name_vi : portal?.name_en) ?? ''}
      action={deskPath(lang, SIGN_IN)}
      csrfToken={context.csrfToken}
      {...view}
      username={view.username ?? ''}
    />,
    view.carried ? null : otherHref,
  );
  return { kind: 'page', html, ...(status ? { status } : {}), ...(headers ? { headers } : {}) };
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

/**
 * A page with one thing on it and no rail: one is not at the desk yet.
 *
 * @param otherHref the same page in the other language; null where going there would lose what is in hand
 */
function plainPage(
  ports: Ports,
  context: RequestContext,
  title: string,
  children: ComponentChildren,
  otherHref?: string | null,
): string {
  const { lang, path } = context;
  const other: Lang = lang === 'vi' ? 'en' : 'vi';
  const head = {
    title,
    stylesheets: [ports.assetHref('gate-theme.css'), ports.assetHref('site.css')],
    icon: ports.assetHref('gate.svg'),
    robots: 'noindex',
  };
  const href = otherHref === undefined ? deskPath(other, path.slice(deskPath(lang).length)) : otherHref;
  return renderPage(
    <PlainPage lang={lang} head={head} other={href === null ? undefined : { lang: other, href }}>
      {children}
    </PlainPage>,
  );
}
