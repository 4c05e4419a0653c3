import { deskPath, deskPaths, inLanguage, localPath } from '../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { CARRIED_FIELD, type Carried, carriedOf, readCarried, writeCarried } from './carried.ts';
import {
  ATTEMPTS_PER_MINUTE,
  type DoorParts,
  doorstepOf,
  placeOfCeremony,
  plainPage,
  resumePage,
} from './door-ground.tsx';
import { ANSWER_FIELD } from './pages/passkey.tsx';
import { ProofForm } from './pages/second-factor.tsx';
import { createPasskeys } from './passkeys.ts';
import { untilText } from './queries.ts';
import type { Proof } from './second-factor.ts';
import { isFresh } from './second-factor-rules.ts';
import { findFactorsHeld } from './second-factor-store.ts';
import { secondFactorWords } from './second-factor-words.ts';
import { passkeyProof } from './second-step-routes.tsx';
import { findSecret } from './secrets-store.ts';
import { SESSION_COOKIE } from './sessions.ts';

const FRESH = '/tai-khoan/xac-nhan';

/**
 * For routes of grave acts: undefined when the person proved within ten minutes that it is he, else the way to the page
 * that asks for it. A form that was sent is carried through and sent on by one press; files are chosen again.
 */
export async function askFresh(ports: Ports, context: StaffContext): Promise<Reply | undefined> {
  const { person, now, lang, path, form } = context;
  if (isFresh(person.session?.provedAt, now)) return undefined;
  if (form.size === 0) {
    const back = path + (context.query.size > 0 ? `?${context.query}` : '');
    return { kind: 'redirect', to: `${deskPath(lang, FRESH)}?ve=${encodeURIComponent(back)}` };
  }
  const page = await freshPage(ports, context, { back: '', carried: carriedOf({ path, form }) });
  return { ...page, status: 403 };
}

interface Asking {
  back: string;
  carried: Carried | undefined;
  sentence?: string;
}

async function freshPage(
  ports: Ports,
  context: StaffContext,
  { back, carried, sentence }: Asking,
): Promise<Extract<Reply, { kind: 'page' }>> {
  const { lang, person, now, site, csrfToken } = context;
  const w = secondFactorWords(lang);
  const held = await ports.database.transaction({ as: 'system' }, (tx) =>
    findFactorsHeld(tx, person.personId),
  );
  const use = { ceremony: 'prove' as const, origin: site.origin, bearer: csrfToken };
  const asked = held.hasPasskey
    ? await createPasskeys(ports).ask(use, placeOfCeremony(context), now, person.personId)
    : undefined;
  const page = (
    <>
      <h1>{w.freshTitle}</h1>
      <p>{w.freshLead}</p>
      {carried && <p>{w.freshCarried}</p>}
      <ProofForm
        lang={lang}
        action={deskPath(lang, FRESH)}
        hidden={{
          ...{ _token: csrfToken, ve: back },
          ...(carried && { [CARRIED_FIELD]: writeCarried(carried) }),
        }}
        asks={held.hasCode ? 'code' : held.hasPasskey ? 'recovery' : 'password'}
        passkey={asked}
        sentence={sentence}
      />
    </>
  );
  const otherHref = carried ? null : deskPath(lang === 'vi' ? 'en' : 'vi', FRESH);
  return {
    kind: 'page',
    html: plainPage(ports, context, w.freshTitle, page, { otherHref, hasPasskey: held.hasPasskey }),
  };
}

export function freshRoutes(parts: DoorParts): AnyRoute[] {
  const { ports } = parts;
  return [
    staffRoute({
      name: 'accounts.freshPage',
      method: 'GET',
      path: deskPaths(FRESH),
      beforeSecondFactor: true,
      handle: (context) =>
        freshPage(ports, context, { back: localPath(context.query.get('ve'), ''), carried: undefined }),
    }),
    staffRoute({
      name: 'accounts.proveAgain',
      method: 'POST',
      path: deskPaths(FRESH),
      beforeSecondFactor: true,
      perMinute: ATTEMPTS_PER_MINUTE,
      handle: (context) => takeProof(parts, context),
    }),
  ];
}

async function takeProof({ ports, secondFactor }: DoorParts, context: StaffContext): Promise<Reply> {
  const { form, person, now, lang } = context;
  const w = secondFactorWords(lang);
  const way = { back: localPath(form.get('ve'), ''), carried: readCarried(form) };
  const row = await ports.database.transaction({ as: 'system' }, (tx) => findSecret(tx, person.personId));
  const held = await secondFactor.held(person.personId);
  if (!row) return { kind: 'missing' };
  const hasFactor = held.hasCode || held.hasPasskey;
  const isPasskey = (form.get(ANSWER_FIELD) ?? '') !== '';
  const proof: Proof = isPasskey
    ? passkeyProof(context, 'prove', context.csrfToken)
    : hasFactor
      ? { kind: 'code', typed: form.get('code') ?? '' }
      : { kind: 'password', typed: form.get('password') ?? '' };
  const step = doorstepOf(context);
  const proved = await secondFactor.prove(step, row, proof, now);
  if (proved.kind !== 'right') {
    const wrong = isPasskey ? w.passkeyWrong : hasFactor ? w.wrong : w.wrongPassword;
    const sentence = proved.kind === 'wrong' ? wrong : w.waiting(untilText(proved.until, lang));
    const status = proved.kind === 'wrong' ? 422 : 429;
    return { ...(await freshPage(ports, context, { ...way, sentence })), status };
  }
  const token = await secondFactor.renewSession(step, person.personId, now);
  const cookies = [{ name: SESSION_COOKIE, value: token }];
  const { carried, back } = way;
  if (carried) return resumePage(ports, context, { carried, token, language: person.language, cookies });
  return { kind: 'redirect', to: back ? inLanguage(back, lang) : deskPath(lang, '/tai-khoan'), cookies };
}
