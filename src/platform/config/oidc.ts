import { z } from 'zod';

/** A provider of identities that a locality's staff may sign in with (OpenID Connect Core 1.0). */
export interface OidcProvider {
  /** Where it is: what stands before `/.well-known/openid-configuration`. */
  issuer: string;
  clientId: string;
  clientSecret: string | undefined;
  /** What the button of the sign-in page says. */
  name: { vi: string; en: string };
  /**
   * Values of `acr` and `amr` that mean that the provider itself asked for two factors. None: its word counts as one, and the
   * second is asked for here.
   */
  twoFactors: { acr: readonly string[]; amr: readonly string[] };
}

const isLoopback = (url: URL) => ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);

const provider = z.strictObject({
  issuer: z.url().refine((text) => {
    const url = new URL(text);
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
  }, 'must begin with https://'),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional(),
  name: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
  twoFactors: z
    .strictObject({ acr: z.array(z.string()).default([]), amr: z.array(z.string()).default([]) })
    .default({ acr: [], amr: [] }),
});

const providers = z.record(z.string().regex(/^[a-z0-9-]+$/), provider);

/** The providers of a file, by the code of the locality. @throws Error naming the first wrong value */
export function readOidcProviders(text: string): ReadonlyMap<string, OidcProvider> {
  const parsed = providers.safeParse(JSON.parse(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  return new Map(
    Object.entries(parsed.data).map(([code, one]) => [code, { ...one, clientSecret: one.clientSecret }]),
  );
}
