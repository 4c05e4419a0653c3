import type { ComponentChildren } from 'preact';
import { csrfToken } from '../../platform/http/csrf.ts';
import { deskPath, inLanguage } from '../../platform/http/paths.ts';
import type { CookieChange, Reply, RequestContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Lang } from '../../rules/lang.ts';
import { PlainPage, renderPage } from '../../ui/index.ts';
import type { Carried } from './carried.ts';
import { DEVICE_REMEMBERED_MS, deviceOf } from './devices-rules.ts';
import type { Doorstep, SignedIn } from './entering.ts';
import type { OwnAccount } from './own-account.ts';
import { Resume } from './pages/sign-in.tsx';
import type { CeremonyPlace } from './passkey-rules.ts';
import type { Passkeys } from './passkeys.ts';
import type { SecondFactorDoor } from './second-factor.ts';
import { HALF_LIMIT_MS } from './second-factor-rules.ts';
import { hashToken, SESSION_COOKIE } from './sessions.ts';
import type { SignIn } from './sign-in.ts';
import { accountWords } from './words.ts';

/** What every page at the door starts from. */
export interface DoorParts {
  ports: Ports;
  signIn: SignIn;
  ownAccount: OwnAccount;
  passkeys: Passkeys;
  secondFactor: SecondFactorDoor;
}

export const SIGN_IN = '/dang-nhap';
export const SIGN_OUT = '/dang-xuat';
export const SECOND_STEP = '/dang-nhap/buoc-hai';
export const PASSKEY_SIGN_IN = '/dang-nhap/khoa-truy-cap';

/** Attempts of one address in a minute. An office shares one address, so this only slows a machine down (LC-106). */
export const ATTEMPTS_PER_MINUTE = 30;

/** Between the factors; no session, and worth nothing but for the page that asks for the second. */
export const HALF_COOKIE = 'nua-phien';

/** A random mark of this browser, so that its owner is not warned of himself. It says nothing of who he is (LX-016). */
export const DEVICE_COOKIE = 'thiet-bi';

/** Address of the sign-in page that leads back to a page afterwards. */
export function signInPath(lang: Lang, back: string): string {
  return `${deskPath(lang, SIGN_IN)}?ve=${encodeURIComponent(back)}`;
}

/** Where someone stands who does something at the door. */
export function doorstepOf({
  site,
  caller,
  headers,
  cookies,
  person,
}: Pick<RequestContext, 'site' | 'caller' | 'headers' | 'cookies' | 'person'>): Doorstep {
  return {
    ...{ localityId: site.localityId, portalId: site.portalId, caller },
    device: { ...deviceOf(headers['user-agent']), token: cookies[DEVICE_COOKIE] },
    sessionId: person?.session?.id,
  };
}

export function placeOfCeremony({ site }: Pick<RequestContext, 'site'>): CeremonyPlace {
  return { origin: site.origin, mainOrigin: site.mainOrigin };
}

/**
 * Where one goes from the sign-in page: on in its language. Only who came to the Vietnamese one by itself, where everyone
 * arrives, gets the language of his account.
 */
export function afterSignIn(back: string, lang: Lang, own: Lang): string {
  if (back !== '') return inLanguage(back, lang);
  return deskPath(lang === 'en' ? lang : own);
}

/** A session for this browser, the half-way mark gone, and the browser known from now on. */
export function sessionCookies({
  token,
  deviceToken,
}: Pick<SignedIn, 'token' | 'deviceToken'>): CookieChange[] {
  const known = { name: DEVICE_COOKIE, value: deviceToken ?? '', maxAge: DEVICE_REMEMBERED_MS / 1_000 };
  return [
    { name: SESSION_COOKIE, value: token },
    { name: HALF_COOKIE, value: '', maxAge: 0 },
    ...(deviceToken ? [known] : []),
  ];
}

export function halfCookie(token: string): CookieChange {
  return { name: HALF_COOKIE, value: token, maxAge: HALF_LIMIT_MS / 1_000 };
}

/** On from the door: to the page somebody came for, or to the form in his hands. */
export function entered(
  ports: Ports,
  context: RequestContext,
  outcome: SignedIn,
  { back, carried }: { back: string; carried: Carried | undefined },
): Reply {
  const { lang } = context;
  const cookies = sessionCookies(outcome);
  // a password that is due comes first; the form in hand would be refused anyway
  if (carried && !outcome.mustChangePassword)
    return resumePage(ports, context, { carried, token: outcome.token, language: outcome.language, cookies });
  return { kind: 'redirect', to: afterSignIn(back, lang, outcome.language), cookies };
}

/** The form that was in somebody's hands, to be sent on in the session he has now. */
export function resumePage(
  ports: Ports,
  context: RequestContext,
  held: { carried: Carried; token: string; language: Lang; cookies: CookieChange[] },
): Reply {
  const { lang } = context;
  const token = csrfToken(ports.settings.secretKey, hashToken(held.token));
  const deskHref = afterSignIn('', lang, held.language);
  const page = <Resume lang={lang} carried={held.carried} csrfToken={token} deskHref={deskHref} />;
  const html = plainPage(ports, context, accountWords(lang).resumeTitle, page, { otherHref: null });
  return { kind: 'page', html, cookies: held.cookies };
}

/**
 * A page with one thing on it and no rail: one is not at the desk yet. `otherHref`: the same page in the other language;
 * null where going there would lose what is in hand.
 */
export function plainPage(
  ports: Ports,
  context: RequestContext,
  title: string,
  children: ComponentChildren,
  { otherHref, hasPasskey }: { otherHref?: string | null; hasPasskey?: boolean } = {},
): string {
  const { lang, path } = context;
  const other: Lang = lang === 'vi' ? 'en' : 'vi';
  const head = {
    title,
    stylesheets: [ports.assetHref('gate-theme.css'), ports.assetHref('site.css')],
    icon: ports.assetHref('gate.svg'),
    robots: 'noindex',
    ...(hasPasskey && { scripts: [ports.assetHref('passkey.js')] }),
  };
  const href = otherHref === undefined ? deskPath(other, path.slice(deskPath(lang).length)) : otherHref;
  return renderPage(
    <PlainPage lang={lang} head={head} other={href === null ? undefined : { lang: other, href }}>
      {children}
    </PlainPage>,
  );
}
