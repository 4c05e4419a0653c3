import type { Transaction } from '../../platform/db/index.ts';
import { deskPath, deskPaths, localPath } from '../../platform/http/paths.ts';
import {
  type AnyRoute,
  publicRoute,
  type Reply,
  type RequestContext,
  type StaffContext,
  staffRoute,
} from '../../platform/http/types.ts';
import type { Lang } from '../../rules/lang.ts';
import { doAtTheDoor, ownActor } from './deeds.ts';
import { type DoorParts, doorstepOf, entered, SIGN_IN } from './door-ground.tsx';
import { letIn, type OwnerTold } from './entering.ts';
import { askFresh } from './fresh-routes.tsx';
import type { Identity, Oidc } from './oidc.ts';
import { LINK_IDENTITY, PROVIDER, PROVIDER_BACK, PROVIDER_OUT, UNLINK_IDENTITY } from './oidc-paths.ts';
import * as store from './oidc-store.ts';
import { oidcWords } from './oidc-words.ts';
import { PROTECTION } from './protection-routes.tsx';
import { toSecondStep } from './second-step-routes.tsx';
import { findSecret, livePassword } from './secrets-store.ts';
import { SESSION_COOKIE } from './sessions.ts';
import { beginHalf } from './sign-in.ts';
import { signInPage } from './sign-in-page.tsx';

/** Marks the browser that left for the provider, so that a link of somebody else leads nowhere. */
const VISIT_COOKIE = 'chuyen-di';
const VISIT_SECONDS = 600;

interface OidcParts extends DoorParts {
  oidc: Oidc;
}

export function oidcRoutes(parts: OidcParts): AnyRoute[] {
  const { ports } = parts;
  return [
    publicRoute({
      name: 'accounts.providerStart',
      method: 'GET',
      path: deskPaths(PROVIDER),
      audience: 'anyone',
      perMinute: 30,
      handle: (context) =>
        leave(parts, context, { back: localPath(context.query.get('ve'), deskPath(context.lang)) }),
    }),
    publicRoute({
      name: 'accounts.providerBack',
      method: 'GET',
      path: deskPaths(PROVIDER_BACK),
      audience: 'anyone',
      perMinute: 30,
      handle: (context) => comeBack(parts, context),
    }),
    publicRoute({
      name: 'accounts.providerSignOut',
      method: 'GET',
      path: deskPaths(PROVIDER_OUT),
      audience: 'anyone',
      perMinute: 30,
      async handle({ site, lang, now }) {
        const provider = ports.settings.oidcProviders.get(site.localityCode);
        if (!provider) return { kind: 'missing' };
        const here = deskPath(lang, SIGN_IN);
        const to = await parts.oidc.signOutAddress(provider, site.origin + here, now);
        return { kind: 'redirect', to: to ?? here };
      },
    }),
    staffRoute({
      name: 'accounts.linkIdentity',
      method: 'GET',
      path: deskPaths(LINK_IDENTITY),
      beforeSecondFactor: true,
      async handle(context) {
        const { personId } = context.person;
        const back = deskPath(context.lang, PROTECTION);
        return (await askFresh(ports, context)) ?? leave(parts, context, { back, personId });
      },
    }),
    staffRoute({
      name: 'accounts.unlinkIdentity',
      method: 'POST',
      path: deskPaths(UNLINK_IDENTITY),
      beforeSecondFactor: true,
      handle: (context) => unlink(parts, context),
    }),
  ];
}

/** On to the provider: a link, because the policy of the page lets no form lead to another site. */
async function leave(
  parts: OidcParts,
  context: RequestContext,
  { back, personId }: { back: string; personId?: number },
): Promise<Reply> {
  const { ports, oidc } = parts;
  const { site, now, lang } = context;
  const provider = ports.settings.oidcProviders.get(site.localityCode);
  if (!provider) return { kind: 'missing' };
  const redirectUri = site.origin + deskPath('vi', PROVIDER_BACK);
  const left = await oidc.leave(provider, { localityId: site.localityId, redirectUri, back, personId, now });
  if (!left)
    return astray(parts, context, lang, { sentence: oidcWords(lang).away(provider.name[lang]), personId });
  const mark = { name: VISIT_COOKIE, value: left.browser, maxAge: VISIT_SECONDS };
  return { kind: 'redirect', to: left.to, cookies: [mark] };
}

async function comeBack(parts: OidcParts, context: RequestContext): Promise<Reply> {
  const { ports, oidc } = parts;
  const { site, now, query, cookies, person } = context;
  const provider = ports.settings.oidcProviders.get(site.localityCode);
  if (!provider) return { kind: 'missing' };
  const arrived = new URL(`${site.origin}${deskPath('vi', PROVIDER_BACK)}?${query}`);
  const came = await oidc.comeBack(provider, arrived, {
    ...{ browser: cookies[VISIT_COOKIE], localityId: site.localityId, now },
  });
  if (came.kind !== 'identity') {
    const { lang } = context;
    const w = oidcWords(lang);
    const sentence = came.kind === 'away' ? w.away(provider.name[lang]) : w.failed(provider.name[lang]);
    return astray(parts, context, lang, { sentence, personId: came.personId });
  }
  // the provider sends everybody to the Vietnamese address
  const lang: Lang = came.back.startsWith(deskPath('en')) ? 'en' : 'vi';
  const { identity, back, personId } = came;
  if (personId === undefined) return signInBy(parts, { ...context, lang }, identity, back);
  // who links must still be the one who left
  if (person?.personId !== personId) {
    return astray(parts, context, lang, { sentence: oidcWords(lang).failed(provider.name[lang]) });
  }
  return link(parts, context, { lang, personId, issuer: provider.issuer, identity });
}

/** No way on: said on the sign-in page, or on one's own page to whoever is signed in. Signing in by password goes on. */
async function astray(
  { ports }: OidcParts,
  context: RequestContext,
  lang: Lang,
  { sentence, personId }: { sentence: string; personId?: number | undefined },
): Promise<Reply> {
  if (personId !== undefined && context.person)
    return { kind: 'redirect', to: `${deskPath(lang, PROTECTION)}?loi=lien-ket` };
  const at = { ...context, lang, path: deskPath(lang, SIGN_IN) };
  return signInPage(ports, at, { back: '', refusal: sentence, status: 422 });
}

async function signInBy(
  parts: OidcParts,
  context: RequestContext,
  identity: Identity,
  back: string,
): Promise<Reply> {
  const { ports } = parts;
  const { site, now, lang, cookies } = context;
  const provider = ports.settings.oidcProviders.get(site.localityCode);
  if (!provider) return { kind: 'missing' };
  const w = oidcWords(lang);
  const found = await ports.database.transaction({ as: 'system' }, async (tx) => {
    const linked = await store.findIdentity(tx, provider.issuer, identity.subject);
    const row = linked && (await findSecret(tx, linked.person_id));
    return linked && row && { linked, row };
  });
  if (found?.row.locality_id !== site.localityId)
    return astray(parts, context, lang, { sentence: w.unlinked(provider.name[lang]) });
  const { row, linked } = found;
  // closed, or ended by an administrator: opened by nothing until the invitation is taken
  if (!livePassword(row)) return astray(parts, context, lang, { sentence: w.closed });
  const half = identity.hasTwoFactors
    ? undefined
    : await ports.database.transaction({ as: 'system' }, (tx) => beginHalf(tx, row, 'provider', now));
  if (half) return toSecondStep(parts, context, half, { back, carried: undefined });
  const outcome = await doAtTheDoor(ports.database, now, async (tx) => {
    await store.touchIdentity(tx, linked.id, now);
    const factors = identity.hasTwoFactors ? 'provider+own' : 'provider';
    const lastToken = cookies[SESSION_COOKIE];
    return letIn(tx, ports.announce, doorstepOf(context), row, { factors, now, lastToken });
  });
  return entered(ports, context, outcome, { back, carried: undefined });
}

/** Links the identity to the account of whoever signed in here with his password and went there himself. */
async function link(
  { ports }: OidcParts,
  context: RequestContext,
  given: { lang: Lang; personId: number; issuer: string; identity: Identity },
): Promise<Reply> {
  const { lang, personId, issuer, identity } = given;
  const { now } = context;
  const here = deskPath(lang, PROTECTION);
  const isTaken = await ports.database.transaction({ as: 'system' }, async (tx) => {
    const linked = await store.findIdentity(tx, issuer, identity.subject);
    return linked !== undefined && linked.person_id !== personId;
  });
  if (isTaken) return { kind: 'redirect', to: `${here}?loi=lien-ket-co-chu` };
  const deed = { command: 'accounts.linkIdentity', payload: { issuer } };
  await ownDeed(ports, context, personId, deed, async (tx) => {
    await store.linkIdentity(tx, { personId, issuer, subject: identity.subject, at: now });
    const { portalId } = context.site;
    const told: OwnerTold = { personId, portalId, what: 'identityLinked', at: now.toISOString() };
    await ports.announce(tx, 'accounts.ownerTold', told);
  });
  return { kind: 'redirect', to: `${here}?xong=lien-ket` };
}

async function unlink(parts: OidcParts, context: StaffContext): Promise<Reply> {
  const { ports } = parts;
  const { site, now, lang, person } = context;
  const proof = await askFresh(ports, context);
  const provider = ports.settings.oidcProviders.get(site.localityCode);
  if (proof || !provider) return proof ?? { kind: 'missing' };
  const { issuer } = provider;
  const deed = { command: 'accounts.unlinkIdentity', payload: { issuer } };
  await ownDeed(ports, context, person.personId, deed, async (tx) => {
    await store.unlinkIdentity(tx, person.personId, issuer, now);
  });
  return { kind: 'redirect', to: `${deskPath(lang, PROTECTION)}?xong=bo-lien-ket` };
}

/** A deed of a person on his own account, recorded once. */
function ownDeed(
  { database }: DoorParts['ports'],
  context: RequestContext,
  personId: number,
  { command, payload }: { command: string; payload: object },
  work: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const { portalId, caller } = doorstepOf(context);
  return doAtTheDoor(database, context.now, async (tx) => {
    const row = await findSecret(tx, personId);
    if (!row) throw new Error(`Person ${personId} is gone; people are never deleted.`);
    await work(tx);
    const subject = { kind: 'person', id: personId };
    return { deed: { actor: ownActor(row), command, portalId, caller, subject, payload }, result: undefined };
  });
}
