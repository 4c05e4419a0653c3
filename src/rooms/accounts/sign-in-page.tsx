import { deskPath, inLanguage } from '../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Lang } from '../../rules/lang.ts';
import type { Carried } from './carried.ts';
import { PASSKEY_SIGN_IN, placeOfCeremony, plainPage, SIGN_IN, signInPath } from './door-ground.tsx';
import { PROVIDER_OUT, providerHref } from './oidc-paths.ts';
import { SignIn as SignInPage } from './pages/sign-in.tsx';
import { createPasskeys } from './passkeys.ts';
import { findPortalFacts } from './store.ts';
import { accountWords } from './words.ts';

export interface SignInState {
  back: string;
  username?: string;
  refusal?: string;
  notice?: string | undefined;
  /** After having signed out: whoever came by the provider may sign out there too. */
  offersSignOut?: boolean;
  carried?: Carried | undefined;
  status?: number;
  headers?: Record<string, string>;
}

export async function signInPage(ports: Ports, context: RequestContext, state: SignInState): Promise<Reply> {
  const { lang, site } = context;
  const portal = await ports.database.publicly((db) => findPortalFacts(db, site.portalId));
  const { status, headers, offersSignOut, ...view } = state;
  const other: Lang = lang === 'vi' ? 'en' : 'vi';
  const otherHref = view.back ? signInPath(other, inLanguage(view.back, other)) : deskPath(other, SIGN_IN);
  const place = placeOfCeremony(context);
  const use = { ceremony: 'signIn' as const, origin: place.origin, bearer: '' };
  const provider = ports.settings.oidcProviders.get(site.localityCode);
  const page = (
    <SignInPage
      lang={lang}
      portalName={(lang === 'vi' ? portal?.name_vi : portal?.name_en) ?? ''}
      action={deskPath(lang, SIGN_IN)}
      csrfToken={context.csrfToken}
      passkey={{
        asked: await createPasskeys(ports).ask(use, place, context.now),
        action: deskPath(lang, PASSKEY_SIGN_IN),
      }}
      provider={provider && { name: provider.name[lang], href: providerHref(lang, view.back) }}
      providerOutHref={offersSignOut ? deskPath(lang, PROVIDER_OUT) : undefined}
      {...view}
      username={view.username ?? ''}
    />
  );
  const title = accountWords(lang).signInTitle;
  const html = plainPage(ports, context, title, page, {
    otherHref: view.carried ? null : otherHref,
    hasPasskey: true,
  });
  return { kind: 'page', html, ...(status ? { status } : {}), ...(headers ? { headers } : {}) };
}
