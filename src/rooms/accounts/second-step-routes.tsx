import { deskPath, deskPaths, inLanguage, localPath } from '../../platform/http/paths.ts';
import { type AnyRoute, publicRoute, type Reply, type RequestContext } from '../../platform/http/types.ts';
import { Refusal } from '../../rules/refusal.ts';
import { CARRIED_FIELD, type Carried, readCarried, writeCarried } from './carried.ts';
import {
  ATTEMPTS_PER_MINUTE,
  type DoorParts,
  doorstepOf,
  entered,
  HALF_COOKIE,
  halfCookie,
  PASSKEY_SIGN_IN,
  placeOfCeremony,
  plainPage,
  SECOND_STEP,
  SIGN_IN,
} from './door-ground.tsx';
import { ANSWER_FIELD, CHALLENGE_FIELD } from './pages/passkey.tsx';
import { SecondStep } from './pages/second-factor.tsx';
import type { Ceremony } from './passkey-rules.ts';
import { untilText } from './queries.ts';
import type { HalfIn, Proof } from './second-factor.ts';
import { secondFactorRefusals, secondFactorWords } from './second-factor-words.ts';
import { SESSION_COOKIE } from './sessions.ts';
import type { Half } from './sign-in.ts';
import { signInPage } from './sign-in-page.tsx';

/** What goes on through the second step: where one came from, and the form in one's hands. */
interface OnTheWay {
  back: string;
  carried: Carried | undefined;
}

/** The answer of a passkey as a form brings it. */
export function passkeyProof(
  context: RequestContext,
  ceremony: Ceremony,
  bearer: string,
): Extract<Proof, { kind: 'passkey' }> {
  const { form, site } = context;
  return {
    kind: 'passkey',
    use: { ceremony, origin: site.origin, bearer },
    place: placeOfCeremony(context),
    answered: { answer: form.get(ANSWER_FIELD) ?? '', token: form.get(CHALLENGE_FIELD) ?? '' },
  };
}

/** To the page of the second factor; with a form in hand the page comes at once. */
export async function toSecondStep(
  parts: DoorParts,
  context: RequestContext,
  half: Half,
  way: OnTheWay,
): Promise<Reply> {
  const cookies = [halfCookie(half.token)];
  if (!way.carried) {
    const back = way.back ? `?ve=${encodeURIComponent(way.back)}` : '';
    return { kind: 'redirect', to: deskPath(context.lang, SECOND_STEP) + back, cookies };
  }
  const known = await parts.secondFactor.findHalf(doorstepOf(context), half.token, context.now);
  if (!known) throw secondFactorRefusals.halfGone;
  return { ...(await stepPage(parts, context, known, way, {})), cookies };
}

export function secondStepRoutes(parts: DoorParts): AnyRoute[] {
  const { ports, secondFactor } = parts;
  return [
    publicRoute({
      name: 'accounts.secondStepPage',
      method: 'GET',
      path: deskPaths(SECOND_STEP),
      audience: 'anyone',
      async handle(context) {
        const { cookies, query, now, lang } = context;
        const back = localPath(query.get('ve'), '');
        const half = await secondFactor.findHalf(doorstepOf(context), cookies[HALF_COOKIE], now);
        if (half) return stepPage(parts, context, half, { back, carried: undefined }, {});
        const way = { back, carried: undefined };
        return signInPage(ports, atSignIn(context), {
          ...way,
          refusal: secondFactorRefusals.halfGone.words[lang],
        });
      },
    }),
    publicRoute({
      name: 'accounts.secondStep',
      method: 'POST',
      path: deskPaths(SECOND_STEP),
      audience: 'anyone',
      perMinute: ATTEMPTS_PER_MINUTE,
      handle: (context) => takeSecondStep(parts, context),
    }),
    publicRoute({
      name: 'accounts.passkeySignIn',
      method: 'POST',
      path: deskPaths(PASSKEY_SIGN_IN),
      audience: 'anyone',
      perMinute: ATTEMPTS_PER_MINUTE,
      async handle(context) {
        const { form, cookies, now, lang } = context;
        const way = { back: localPath(form.get('ve'), ''), carried: readCarried(form) };
        const outcome = await secondFactor.signInByPasskey(
          doorstepOf(context),
          passkeyProof(context, 'signIn', ''),
          { now, lastToken: cookies[SESSION_COOKIE] },
        );
        if (outcome) return entered(ports, context, outcome, way);
        const refusal = secondFactorWords(lang).passkeyWrong;
        return signInPage(ports, atSignIn(context), { ...way, refusal, status: 422 });
      },
    }),
  ];
}

async function takeSecondStep(parts: DoorParts, context: RequestContext): Promise<Reply> {
  const { ports, secondFactor } = parts;
  const { form, cookies, now, lang } = context;
  const w = secondFactorWords(lang);
  const way = { back: localPath(form.get('ve'), ''), carried: readCarried(form) };
  const step = doorstepOf(context);
  const begin = (refusal: string) => signInPage(ports, atSignIn(context), { ...way, refusal, status: 422 });
  const half = await secondFactor.findHalf(step, cookies[HALF_COOKIE], now);
  if (!half) return begin(secondFactorRefusals.halfGone.words[lang]);
  const isPasskey = (form.get(ANSWER_FIELD) ?? '') !== '';
  const proof: Proof = isPasskey
    ? passkeyProof(context, 'prove', half.tokenHash)
    : { kind: 'code', typed: form.get('code') ?? '' };
  try {
    const outcome = await secondFactor.finishHalf(step, half, proof, {
      now,
      lastToken: cookies[SESSION_COOKIE],
    });
    if (outcome.kind === 'in') return entered(ports, context, outcome, way);
    if (outcome.kind === 'wrong') {
      const sentence = isPasskey ? w.passkeyWrong : w.wrong;
      return { ...(await stepPage(parts, context, half, way, { sentence })), status: 422 };
    }
    const sentence = w.waiting(untilText(outcome.until, lang));
    const seconds = Math.ceil((outcome.until.getTime() - now.getTime()) / 1_000);
    const headers = { 'retry-after': String(seconds) };
    return { ...(await stepPage(parts, context, half, way, { sentence })), status: 429, headers };
  } catch (error) {
    if (error instanceof Refusal) return begin(error.words[lang]);
    throw error;
  }
}

async function stepPage(
  { ports, passkeys }: DoorParts,
  context: RequestContext,
  half: HalfIn,
  { back, carried }: OnTheWay,
  { sentence }: { sentence?: string },
): Promise<Extract<Reply, { kind: 'page' }>> {
  const { lang, now, site } = context;
  const w = secondFactorWords(lang);
  const use = { ceremony: 'prove' as const, origin: site.origin, bearer: half.tokenHash };
  const name = half.row.full_name;
  const page = (
    <SecondStep
      lang={lang}
      title={w.stepTitle}
      lead={half.factor === 'password' ? w.stepLead(name) : w.providerLead(name)}
      action={deskPath(lang, SECOND_STEP)}
      hidden={{
        ...{ _token: context.csrfToken, ve: back },
        ...(carried && { [CARRIED_FIELD]: writeCarried(carried) }),
      }}
      asks={half.held.hasCode ? 'code' : 'recovery'}
      passkey={
        half.held.hasPasskey ? await passkeys.ask(use, placeOfCeremony(context), now, half.row.id) : undefined
      }
      sentence={sentence}
      startHref={deskPath(lang, SIGN_IN)}
    />
  );
  const other = lang === 'vi' ? 'en' : 'vi';
  const way = back ? `?ve=${encodeURIComponent(inLanguage(back, other))}` : '';
  const otherHref = carried ? null : deskPath(other, SECOND_STEP) + way;
  return {
    kind: 'page',
    html: plainPage(ports, context, w.stepTitle, page, { otherHref, hasPasskey: half.held.hasPasskey }),
  };
}

/** The sign-in page shown at another address of the door: its switch of language leads to the sign-in page. */
function atSignIn(context: RequestContext): RequestContext {
  return { ...context, path: deskPath(context.lang, SIGN_IN) };
}
