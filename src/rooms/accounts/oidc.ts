import * as client from 'openid-client';
import type { OidcProvider } from '../../platform/config/index.ts';
import type { Ports } from '../../platform/ports.ts';
import * as store from './oidc-store.ts';
import { hashToken, newToken } from './sessions.ts';

/** From leaving for the provider to coming back. */
const VISIT_LIMIT_MS = 10 * 60_000;
/** What the provider says of itself is asked for again after so long; a change of its keys is noticed by itself. */
const REMEMBERED_MS = 60 * 60_000;
/** A provider that does not answer holds nobody up for longer. */
const TIMEOUT_SECONDS = 10;

/** Who a provider says that somebody is. */
export interface Identity {
  subject: string;
  /** It says that it asked for two factors, in the way the operator believes. */
  hasTwoFactors: boolean;
}

export type CameBack =
  | { kind: 'identity'; identity: Identity; back: string; personId: number | undefined }
  /** The provider refused, or something was not as it must be: state, nonce, issuer, signature, audience, time. */
  | { kind: 'failed'; personId: number | undefined }
  | { kind: 'away'; personId: number | undefined };

export interface Leaving {
  localityId: number;
  redirectUri: string;
  back: string;
  /** Set when somebody signed in links an identity to his account. */
  personId?: number | undefined;
  now: Date;
}

/**
 * The way to an OpenID Connect provider and back: code flow with PKCE, state and nonce; the signature of the ID token is
 * checked. A state is good once, in the browser it was given to, for ten minutes.
 */
export function createOidc({ database, seal, log }: Pick<Ports, 'database' | 'seal' | 'log'>) {
  const known = new Map<string, { config: client.Configuration; at: number }>();

  const configOf = async (provider: OidcProvider, now: Date): Promise<client.Configuration> => {
    const kept = known.get(provider.issuer);
    if (kept && now.getTime() - kept.at < REMEMBERED_MS) return kept.config;
    const issuer = new URL(provider.issuer);
    const config = await client.discovery(issuer, provider.clientId, provider.clientSecret, undefined, {
      timeout: TIMEOUT_SECONDS,
      // the configuration lets plain http through on the loopback alone
      execute: [
        client.enableNonRepudiationChecks,
        ...(issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []),
      ],
    });
    known.set(provider.issuer, { config, at: now.getTime() });
    return config;
  };

  return {
    /** The address at the provider, and the mark for the browser; undefined when the provider does not answer. */
    async leave(
      provider: OidcProvider,
      leaving: Leaving,
    ): Promise<{ to: string; browser: string } | undefined> {
      const { now, localityId, redirectUri, back, personId } = leaving;
      const config = await orAway(log, configOf(provider, now));
      if (!config) return undefined;
      const [state, browser, verifier] = [newToken(), newToken(), client.randomPKCECodeVerifier()];
      const nonce = client.randomNonce();
      const stateHash = hashToken(state);
      await database.transaction({ as: 'system' }, (tx) =>
        store.insertVisit(tx, {
          ...{ stateHash, locality_id: localityId, browser_hash: hashToken(browser), nonce, back },
          ...{ verifier: seal.seal(verifier, `provider-visit:${stateHash}`), person_id: personId ?? null },
          ...{ at: now, expiresAt: new Date(now.getTime() + VISIT_LIMIT_MS) },
        }),
      );
      const to = client.buildAuthorizationUrl(config, {
        ...{ redirect_uri: redirectUri, scope: 'openid', state, nonce },
        ...{
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        },
      });
      return { to: to.href, browser };
    },

    /** What became of a visit. @param arrived the whole address the browser came back to */
    async comeBack(
      provider: OidcProvider,
      arrived: URL,
      { browser, localityId, now }: { browser: string | undefined; localityId: number; now: Date },
    ): Promise<CameBack> {
      const state = arrived.searchParams.get('state') ?? '';
      const stateHash = hashToken(state);
      const visit = await database.transaction({ as: 'system' }, (tx) =>
        store.takeVisit(tx, stateHash, hashToken(browser ?? ''), localityId, now),
      );
      if (!visit) return { kind: 'failed', personId: undefined };
      const personId = visit.person_id ?? undefined;
      const config = await orAway(log, configOf(provider, now));
      if (!config) return { kind: 'away', personId };
      try {
        const pkceCodeVerifier = seal.open(visit.verifier, `provider-visit:${stateHash}`);
        const checks = { pkceCodeVerifier, expectedState: state, expectedNonce: visit.nonce };
        const identity = await identityFrom(config, provider, arrived, checks);
        return { kind: 'identity', identity, back: visit.back, personId };
      } catch (error) {
        log.warn({ err: error }, 'a sign-in by the provider of identities was refused');
        return { kind: isNetworkFault(error) ? 'away' : 'failed', personId };
      }
    },

    /** Where one signs out of the provider too; undefined when it has no such address or does not answer. */
    async signOutAddress(provider: OidcProvider, backTo: string, now: Date): Promise<string | undefined> {
      const config = await orAway(log, configOf(provider, now));
      if (!config?.serverMetadata().end_session_endpoint) return undefined;
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: backTo }).href;
    },
  };
}

/** Exchanges the code. @throws what the library throws at whatever is not as it must be */
async function identityFrom(
  config: client.Configuration,
  provider: OidcProvider,
  arrived: URL,
  checks: client.AuthorizationCodeGrantChecks,
): Promise<Identity> {
  const tokens = await client.authorizationCodeGrant(config, arrived, { ...checks, idTokenExpected: true });
  const claims = tokens.claims();
  if (!claims) throw new Error('The provider sent no ID token.');
  return { subject: claims.sub, hasTwoFactors: provesTwoFactors(provider, claims) };
}

export type Oidc = ReturnType<typeof createOidc>;

/** OpenID Connect Core §2: `acr` is one value, `amr` a list. Without values in the setting nothing counts as two. */
function provesTwoFactors({ twoFactors }: OidcProvider, claims: client.IDToken): boolean {
  const { acr, amr } = claims as { acr?: unknown; amr?: unknown };
  return (
    (typeof acr === 'string' && twoFactors.acr.includes(acr)) ||
    (Array.isArray(amr) && amr.some((one) => twoFactors.amr.includes(String(one))))
  );
}

async function orAway<T>(log: Ports['log'], work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    log.warn({ err: error }, 'the provider of identities does not answer');
    return undefined;
  }
}

/** What fetch throws where nobody answers; a refusal has a code of the protocol. */
function isNetworkFault(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: unknown };
  return code === 'OAUTH_TIMEOUT' || error instanceof TypeError || cause instanceof TypeError;
}
