import { deskFrame } from '../../desk-frame.tsx';
import { deskPath, deskPaths } from '../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../platform/http/types.ts';
import { formatDate, formatInstant } from '../../rules/calendar/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { ATTEMPTS_PER_MINUTE, type DoorParts, doorstepOf, placeOfCeremony } from './door-ground.tsx';
import { askFresh } from './fresh-routes.tsx';
import { LINK_IDENTITY, UNLINK_IDENTITY } from './oidc-paths.ts';
import { findOwnIdentity } from './oidc-store.ts';
import { oidcWords } from './oidc-words.ts';
import { Protection, RecoveryCodes, SetUpCode } from './pages/second-factor.tsx';
import { passkeyName } from './passkey-rules.ts';
import { readProtection } from './protection-queries.ts';
import { inGroups, keyUri, newSecret } from './second-factor-code.ts';
import { secondFactorRefusals, secondFactorWords } from './second-factor-words.ts';
import { passkeyProof } from './second-step-routes.tsx';
import { SESSION_COOKIE } from './sessions.ts';

export const PROTECTION = '/tai-khoan/bao-ve';
const SET_UP = `${PROTECTION}/ma`;
const REMOVE_CODE = `${PROTECTION}/bo-ma`;
const ADD_PASSKEY = `${PROTECTION}/khoa`;
const REMOVE_PASSKEY = `${PROTECTION}/bo-khoa`;
const RECOVERY = `${PROTECTION}/du-phong`;

/** The secret while it is being set up travels sealed in the form, good for the session it was made in. */
const SECRET_FIELD = 'setUp';
const setUpPlace = ({ person }: StaffContext) =>
  `one-time-set-up:${person.personId}:${person.session?.id ?? 0}`;

/** One's own second factor. What changes it asks for a fresh proof; who owes one reaches nothing else. */
export function protectionRoutes(parts: DoorParts): AnyRoute[] {
  const { secondFactor } = parts;
  return [
    staffRoute({
      name: 'accounts.protectionPage',
      method: 'GET',
      path: deskPaths(PROTECTION),
      beforeSecondFactor: true,
      handle: (context) => protectionPage(parts, context),
    }),
    staffRoute({
      name: 'accounts.setUpCodePage',
      method: 'GET',
      path: deskPaths(SET_UP),
      beforeSecondFactor: true,
      handle: async (context) =>
        (await askFresh(parts.ports, context)) ?? setUpPage(parts, context, newSecret()),
    }),
    changing(parts, 'accounts.setUpCode', SET_UP, takeSetUp),
    changing(parts, 'accounts.removeCode', REMOVE_CODE, async (context) => {
      await secondFactor.removeCode(doorstepOf(context), context.person.personId, context.now);
      return done(context, 'bo-ma');
    }),
    changing(parts, 'accounts.addPasskey', ADD_PASSKEY, takePasskey),
    changing(parts, 'accounts.removePasskey', REMOVE_PASSKEY, async (context) => {
      const id = Number(context.form.get('passkey'));
      const { personId } = context.person;
      if (!Number.isSafeInteger(id)) throw secondFactorRefusals.nothingThere;
      await secondFactor.removePasskey(doorstepOf(context), personId, id, context.now);
      return done(context, 'bo-khoa');
    }),
    changing(parts, 'accounts.renewRecoveryCodes', RECOVERY, async (context) => {
      const codes = await secondFactor.renewRecoveryCodes(
        doorstepOf(context),
        context.person.personId,
        context.now,
      );
      return codesPage(parts, context, codes, undefined);
    }),
  ];
}

/** A form of this page: proved afresh, and what is refused is said on the page. */
function changing(
  parts: DoorParts,
  name: string,
  path: string,
  work: (context: StaffContext, parts: DoorParts) => Promise<Reply>,
): AnyRoute {
  return staffRoute({
    name,
    method: 'POST',
    path: deskPaths(path),
    beforeSecondFactor: true,
    perMinute: ATTEMPTS_PER_MINUTE,
    async handle(context) {
      const proof = await askFresh(parts.ports, context);
      if (proof) return proof;
      try {
        return await work(context, parts);
      } catch (error) {
        if (error instanceof Refusal) return protectionPage(parts, context, error);
        throw error;
      }
    },
  });
}

function done({ lang }: StaffContext, what: string): Reply {
  return { kind: 'redirect', to: `${deskPath(lang, PROTECTION)}?xong=${what}` };
}

async function protectionPage(parts: DoorParts, context: StaffContext, refusal?: Refusal): Promise<Reply> {
  const { ports, passkeys } = parts;
  const { lang, person, now, csrfToken, query } = context;
  const w = secondFactorWords(lang);
  const own = await readProtection(ports, person.personId, lang);
  const place = placeOfCeremony(context);
  const use = { ceremony: 'register' as const, origin: place.origin, bearer: csrfToken };
  const owner = { personId: person.personId, username: person.username, fullName: person.fullName };
  const rpName = context.deskPlace?.portalName[lang] || new URL(place.origin).hostname;
  const href = (sub: string) => deskPath(lang, sub);
  const html = deskFrame(
    ports,
    // a refused form shows this page at its own address, which answers forms alone
    { ...context, path: deskPath(lang, PROTECTION) },
    {
      title: w.title,
      railHidden: person.mustSetSecondFactor === true,
      scripts: [ports.assetHref('passkey.js')],
    },
    <Protection
      {...own}
      lang={lang}
      csrfToken={csrfToken}
      demand={demandOf(parts, context, own)}
      notice={w.done[query.get('xong') ?? '']}
      refusal={refusal}
      identity={await identityOf(parts, context)}
      newPasskey={await passkeys.askNew(use, place, { ...owner, rpName }, now)}
      hrefs={{
        ...{ setUp: href(SET_UP), removeCode: href(REMOVE_CODE), addPasskey: href(ADD_PASSKEY) },
        ...{ removePasskey: href(REMOVE_PASSKEY), recovery: href(RECOVERY), account: href('/tai-khoan') },
      }}
    />,
  );
  return { kind: 'page', html, status: refusal ? 422 : 200 };
}

/** The provider of the locality, where there is one, and whether one's account is linked with it. */
async function identityOf({ ports }: DoorParts, { site, person, lang, query }: StaffContext) {
  const provider = ports.settings.oidcProviders.get(site.localityCode);
  if (!provider) return undefined;
  const w = oidcWords(lang);
  const name = provider.name[lang];
  const linked = await ports.database.transaction({ as: 'system' }, (tx) =>
    findOwnIdentity(tx, person.personId, provider.issuer),
  );
  const errors: Record<string, string> = { 'lien-ket': w.notLinked(name), 'lien-ket-co-chu': w.taken(name) };
  const used = linked?.last_used_at ? `, ${w.used(formatInstant(linked.last_used_at, lang))}` : '';
  return {
    ...{ name, error: errors[query.get('loi') ?? ''] },
    linked: linked && w.linkedSince(formatInstant(linked.linked_at, lang)) + used,
    linkHref: deskPath(lang, LINK_IDENTITY),
    unlinkAction: deskPath(lang, UNLINK_IDENTITY),
  };
}

/** Why and by when an administrator must set one up. */
function demandOf(
  { ports }: DoorParts,
  { person, lang }: StaffContext,
  own: Awaited<ReturnType<typeof readProtection>>,
) {
  const w = secondFactorWords(lang);
  if (person.mustSetSecondFactor) return { sentence: w.due, isDue: true };
  const dueAt = own.dueAt(person, ports.settings.secondFactorGraceDays);
  if (dueAt) return { sentence: w.dueBy(formatDate(dueAt, lang, 'short')), isDue: false };
  return own.isDemanded(person) && ports.settings.secondFactorGraceDays === undefined
    ? { sentence: w.dueDemo, isDue: false }
    : undefined;
}

function setUpPage({ ports }: DoorParts, context: StaffContext, secret: string, refusal?: Refusal): Reply {
  const { lang, person, site, csrfToken } = context;
  const issuer = new URL(site.mainOrigin).hostname;
  const html = deskFrame(
    ports,
    context,
    { title: secondFactorWords(lang).setUpTitle, railHidden: person.mustSetSecondFactor === true },
    <SetUpCode
      lang={lang}
      action={deskPath(lang, SET_UP)}
      hidden={{ _token: csrfToken, [SECRET_FIELD]: ports.seal.seal(secret, setUpPlace(context)) }}
      uri={keyUri(secret, { issuer, label: person.username })}
      groups={inGroups(secret)}
      account={`${issuer}: ${person.username}`}
      backHref={deskPath(lang, PROTECTION)}
      refusal={refusal}
    />,
  );
  return { kind: 'page', html, status: refusal ? 422 : 200 };
}

async function takeSetUp(context: StaffContext, parts: DoorParts): Promise<Reply> {
  const { form, person, now } = context;
  const { ports, secondFactor } = parts;
  let secret: string;
  try {
    secret = ports.seal.open(form.get(SECRET_FIELD) ?? '', setUpPlace(context));
  } catch {
    // made in another session, or not by us: begin with a new one
    return setUpPage(parts, context, newSecret(), secondFactorRefusals.codeWrong);
  }
  try {
    const given = { secret, typed: form.get('code') ?? '' };
    const set = await secondFactor.setUpCode(doorstepOf(context), person.personId, given, now);
    return afterSetUp(parts, context, set, 'ma');
  } catch (error) {
    if (error === secondFactorRefusals.codeWrong)
      return setUpPage(parts, context, secret, secondFactorRefusals.codeWrong);
    throw error;
  }
}

async function takePasskey(context: StaffContext, parts: DoorParts): Promise<Reply> {
  const { form, person, now, lang, csrfToken } = context;
  const { use, place, answered } = passkeyProof(context, 'register', csrfToken);
  const name = passkeyName(form.get('passkeyName') ?? '', secondFactorWords(lang).passkeyUnnamed);
  const set = await parts.secondFactor.addPasskey(
    doorstepOf(context),
    person.personId,
    { use, place, answered, name },
    now,
  );
  return afterSetUp(parts, context, set, 'khoa');
}

/** The first second factor brings its recovery codes; they are shown at once, because they cannot be shown again. */
function afterSetUp(
  parts: DoorParts,
  context: StaffContext,
  { token, codes }: { token: string; codes: readonly string[] },
  what: 'ma' | 'khoa',
): Reply {
  const cookies = [{ name: SESSION_COOKIE, value: token }];
  const reply = codes.length > 0 ? codesPage(parts, context, codes, what) : done(context, what);
  return { ...reply, cookies } as Reply;
}

function codesPage(
  { ports }: DoorParts,
  context: StaffContext,
  codes: readonly string[],
  what: string | undefined,
): Reply {
  const { lang, person, now, site } = context;
  const w = secondFactorWords(lang);
  const html = deskFrame(
    ports,
    // the forms of this page would bear the token of a session that is over
    { ...context, path: deskPath(lang, PROTECTION) },
    { title: w.codesTitle, railHidden: true },
    <RecoveryCodes
      lang={lang}
      codes={codes}
      owner={w.codesFor(
        `${person.fullName} (${person.username}), ${new URL(site.mainOrigin).hostname}`,
        formatInstant(now, lang),
      )}
      nextHref={deskPath(lang, PROTECTION)}
      notice={what && w.done[what]}
    />,
  );
  return { kind: 'page', html };
}
