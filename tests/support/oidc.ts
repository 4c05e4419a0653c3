import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { OidcProvider } from '../../src/platform/config/index.ts';

/** Who signs in at the provider, and how it says that he did. */
export interface ProviderLogin {
  accountId: string;
  acr?: string;
  amr?: string[];
}

export interface TestProvider {
  /** As the operator would write it into the file. */
  setting: OidcProvider;
  /** The client that is not ours. */
  otherClientId: string;
  /** Changes what ID tokens say before they are signed; undefined: nothing is changed. */
  forge: ((claims: Record<string, unknown>) => Record<string, unknown>) | undefined;
  /** Signs what is forged with a key that is not the provider's. */
  forgesKey: boolean;
  /** What a browser does at the provider: follows it, signs in, and is sent back. @returns the address it is sent to */
  visit(to: string, login: ProviderLogin): Promise<string>;
  close(): Promise<void>;
}

/** A real OpenID provider on the loopback that lets in whoever it is told to. */
export async function startProvider(redirectUri: string, afterSignOut: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let login: ProviderLogin = { accountId: 'nobody' };
  const client = {
    ...{ redirect_uris: [redirectUri], post_logout_redirect_uris: [afterSignOut] },
    ...{ grant_types: ['authorization_code'], response_types: ['code' as const] },
  };
  const [ours, others] = [newKey(), newKey()];
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...ours.export({ format: 'jwk' }), kid: 'thu', alg: 'RS256', use: 'sig' }] },
    clients: [
      { ...client, client_id: 'cong-lang', client_secret: 'khong-dung-that-1' },
      { ...client, client_id: 'he-thong-khac', client_secret: 'khong-dung-that-2' },
    ],
    claims: { openid: ['sub', 'acr', 'amr'] },
    cookies: { keys: ['chi-de-thu'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_, interaction) => `/dang-nhap/${interaction.uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    async loadExistingGrant(context) {
      const { client: asking, session } = context.oidc;
      const grant = new context.oidc.provider.Grant({
        ...{ clientId: asking?.clientId ?? '', accountId: session?.accountId ?? '' },
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
  });
  const serve = provider.callback();
  server.on('request', (request, response) => {
    if (request.url === '/token' && tested.forge)
      changeBody(response, (body) => forged(body, tested.forge, tested.forgesKey ? others : ours));
    if (!request.url?.startsWith('/dang-nhap/')) return void serve(request, response);
    void provider.interactionFinished(request, response, { login: { ...login, remember: false } });
  });
  const tested: TestProvider = {
    setting: {
      ...{ issuer, clientId: 'cong-lang', clientSecret: 'khong-dung-that-1' },
      name: { vi: 'Tài khoản tỉnh', en: 'Province account' },
      twoFactors: { acr: ['cao'], amr: ['otp'] },
    },
    otherClientId: 'he-thong-khac',
    forge: undefined,
    forgesKey: false,
    async visit(to, who) {
      login = who;
      const cookies = new Map<string, string>();
      let url = to;
      while (url.startsWith(issuer)) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const answer = await fetch(url, { redirect: 'manual', headers: cookie ? { cookie } : {} });
        for (const set of answer.headers.getSetCookie()) {
          const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s);
          if (value) cookies.set(name, value);
          else cookies.delete(name);
        }
        const next = answer.headers.get('location');
        if (!next) throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`);
        url = new URL(next, url).href;
      }
      return url;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return tested;
}

function newKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

/** The answer of the token endpoint with an ID token that says something else. */
function forged(body: string, forge: TestProvider['forge'], key: KeyObject): string {
  const answer = JSON.parse(body) as { id_token?: string };
  const [head = '', claims = ''] = answer.id_token?.split('.') ?? [];
  if (!forge || !claims) return body;
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as Record<string, unknown>;
  const signed = `${head}.${Buffer.from(JSON.stringify(forge(said))).toString('base64url')}`;
  const signature = sign('sha256', Buffer.from(signed), key).toString('base64url');
  return JSON.stringify({ ...answer, id_token: `${signed}.${signature}` });
}

function changeBody(response: ServerResponse, change: (body: string) => string): void {
  const end = response.end.bind(response) as (body: string) => ServerResponse;
  response.end = ((body?: string | Buffer) => {
    const text = change(String(body ?? ''));
    response.setHeader('content-length', Buffer.byteLength(text));
    return end(text);
  }) as ServerResponse['end'];
}
