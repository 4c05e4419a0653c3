import { randomBytes } from 'node:crypto';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import type { Machine } from '../../../rules/access/index.ts';
import { CASE_CODE_BYTES, makeCode } from '../../../rules/case-code/index.ts';
import { findPersonalData } from '../../../rules/personal-data/index.ts';
import type { Intake as IntakeLaw } from '../../../rules/profile/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { LinkButton, PageTitle } from '../../../ui/index.ts';
import {
  localityPortals,
  type PortalRow,
  portalFacts,
  portalName,
  publicFrame,
} from '../../portals/index.ts';
import { INQUIRY_PATHS } from '../addresses.ts';
import { takeFiles } from '../enclosing.ts';
import {
  type AskDraft,
  type AskNeeds,
  askedOf,
  emptyAsk,
  type Problem,
  problemsOf,
  readAsk,
  STEPS,
} from '../forms.ts';
import { INTAKE_RULES } from '../intakes.ts';
import { PROBLEMS } from '../problem-words.ts';
import { type AnsweredView, findSent, findSimilar, keptYears, lawOf } from '../public-queries.ts';
import { type AskLaw, askedFields, findIntake, goesToMain, isOpenHere } from '../public-rules.ts';
import { askWords } from '../public-words.ts';
import { type Received, receiveInquiry } from '../receiving.ts';
import { digestOfCode, openText } from '../sealed.ts';
import {
  drawSum,
  FORM_RANDOM_BYTES,
  type FormPlace,
  type FormToken,
  isSumOf,
  readToken,
  tokenFault,
  writeToken,
} from '../token-rules.ts';
import { AskPage } from './public-ask.tsx';
import type { AskView } from './public-ask-parts.tsx';
import { askHref, intakeName } from './public-home.tsx';
import { MinuteCount } from './public-limits.ts';
import { receiptCookies } from './public-receipt.tsx';

/** Letters one portal takes in a minute before it asks whether a person writes them. */
const FLOOD_PER_MINUTE = 60;

/** Who acts for the public: nobody in person, for the locality. */
export const publicActor = (localityId: number): Machine => ({ kind: 'machine', name: 'public', localityId });

/** The form of one intake on one portal, with what it is checked against. */
interface Asking {
  ports: Ports;
  context: RequestContext;
  law: AskLaw;
  intake: IntakeLaw;
  /** The portal that takes it in. */
  receiver: PortalRow;
}

/** The routes' handlers, which share what they count. */
export function createAsking(ports: Ports) {
  const flood = new MinuteCount(FLOOD_PER_MINUTE);
  return {
    async showForm(context: RequestContext): Promise<Reply> {
      const asking = await findAsking(ports, context);
      if (!asking) return { kind: 'missing' };
      if (!isOpenHere(asking.intake, asking.law.role)) return showClosed(asking);
      const token = writeToken(ports.settings.secretKey, placeOf(asking), freshToken(context.now));
      return showPage(asking, emptyAsk(token), {});
    },
    async takeForm(context: RequestContext): Promise<Reply> {
      const asking = await findAsking(ports, context);
      if (!asking || !isOpenHere(asking.intake, asking.law.role)) return { kind: 'missing' };
      return takeStep(asking, readAsk(context.form), flood);
    },
  };
}

async function findAsking(ports: Ports, context: RequestContext): Promise<Asking | undefined> {
  const { site, lang, now, params } = context;
  const law = await lawOf(ports, site, now);
  const intake = findIntake(law, lang, params.intake ?? '');
  // about one's own data one first shows who one is, on a page of its own
  if (!intake || intake.kind === 'personalData') return undefined;
  const portals = await localityPortals(ports, site.localityId);
  const own = await portalFacts(ports, site.portalId);
  const main = portals.find((portal) => portal.is_main);
  return { ports, context, law, intake, receiver: goesToMain(intake.kind) && main ? main : own.portal };
}

const placeOf = ({ intake, receiver }: Asking): FormPlace => ({
  portalId: receiver.id,
  intake: intake.kind,
});

const freshToken = (now: Date): FormToken => ({
  issuedAt: now,
  random: randomBytes(FORM_RANDOM_BYTES).toString('base64url'),
  sum: undefined,
});

function needsOf({ law, intake }: Asking, draft: AskDraft): AskNeeds {
  const isQuestion = intake.kind === 'question';
  return {
    topics: isQuestion ? (law.rules.scope?.topics.map(({ code }) => code) ?? []) : [],
    fields: askedFields(law, intake.kind, draft.askerKind),
    asksForeigner: isQuestion && law.rules.english !== undefined,
    publishes: INTAKE_RULES[intake.kind].publishes,
  };
}

// From page to page -----------------------------------------------------------------------------------

async function takeStep(asking: Asking, draft: AskDraft, flood: MinuteCount): Promise<Reply> {
  const at = STEPS.indexOf(draft.step);
  if (draft.pressed === 'back') return showPage(asking, { ...draft, step: STEPS[at - 1] ?? 'question' }, {});
  if (draft.step === 'question' && draft.pressed === 'similar') {
    const { ports, context } = asking;
    const similar = await findSimilar(ports, context.site, context.lang, `${draft.title} ${draft.text}`);
    return showPage(asking, draft, { similar });
  }
  const needs = needsOf(asking, draft);
  for (const step of STEPS.slice(0, at + 1)) {
    const problems = problemsOf(step, draft, needs);
    if (problems.length > 0) return showPage(asking, { ...draft, step }, { problems });
  }
  if (draft.step === 'question' && !draft.warned) {
    const kinds = new Set(findPersonalData(`${draft.title}\n${draft.text}`).map(({ kind }) => kind));
    if (kinds.size > 0) return showPage(asking, { ...draft, warned: true }, { warned: [...kinds] });
  }
  const next = STEPS[at + 1];
  return next ? showPage(asking, { ...draft, step: next }, {}) : send(asking, draft, needs, flood);
}

interface Shown {
  problems?: readonly Problem[];
  similar?: readonly AnsweredView[];
  warned?: AskView['warned'];
}

async function showPage(asking: Asking, draft: AskDraft, shown: Shown): Promise<Reply> {
  const { ports, context, law, intake, receiver } = asking;
  const { lang, csrfToken, person } = context;
  const w = askWords(lang);
  const { problems = [] } = shown;
  const token = readToken(ports.settings.secretKey, placeOf(asking), draft.token);
  const heading = `${w.steps[draft.step]} – ${intakeName(intake, lang)}`;
  const framed = await publicFrame(
    ports,
    context,
    {
      title: problems.length > 0 ? w.errorTitle(heading) : heading,
      otherHref: askHref(lang === 'vi' ? 'en' : 'vi', intake.kind),
      robots: 'noindex',
      scripts: [ports.assetHref('submit-once.js'), ports.assetHref('ask-similar.js')],
    },
    <AskPage
      {...{ lang, law, intake, draft, problems, csrfToken: person ? csrfToken : '' }}
      receiver={{ name: portalName(receiver, lang), contact: receiver.contact }}
      needs={needsOf(asking, draft)}
      similar={shown.similar}
      warned={shown.warned ?? []}
      sum={token?.sum}
      similarHref={INQUIRY_PATHS.similar[lang]}
      keptYears={draft.step === 'asker' ? await keptYears(ports, context.site.localityId) : 0}
    />,
  );
  return { kind: 'page', html: framed.html, status: problems.length > 0 ? 422 : 200 };
}

/** The text gives this intake to the board of the main portal: the way there, and nothing to fill in. */
async function showClosed({ ports, context, intake }: Asking): Promise<Reply> {
  const { lang, site } = context;
  const w = askWords(lang);
  const name = intakeName(intake, lang);
  const framed = await publicFrame(
    ports,
    context,
    { title: name, otherHref: askHref(lang === 'vi' ? 'en' : 'vi', intake.kind), robots: 'noindex' },
    <>
      <PageTitle title={w.closedTitle} eyebrow={name}>
        <p>{w.closedText(name)}</p>
      </PageTitle>
      <LinkButton href={site.mainOrigin + askHref(lang, intake.kind)} icon="arrow-right">
        {w.goMain}
      </LinkButton>
    </>,
  );
  return { kind: 'page', html: framed.html };
}

// Sending ---------------------------------------------------------------------------------------------

async function send(asking: Asking, draft: AskDraft, needs: AskNeeds, flood: MinuteCount): Promise<Reply> {
  const { ports, context, receiver } = asking;
  const { secretKey } = ports.settings;
  const place = placeOf(asking);
  const token = readToken(secretKey, place, draft.token);
  const again = (renewed: FormToken, problem: Problem, changed: Partial<AskDraft> = {}) =>
    showPage(
      asking,
      { ...draft, ...changed, token: writeToken(secretKey, place, renewed) },
      { problems: [problem] },
    );
  if (draft.trap !== '')
    return again(token ?? freshToken(context.now), { field: 'gui', words: PROBLEMS.trap }, { trap: '' });
  const fault = tokenFault(token, context.now);
  if (fault === 'tooSoon' && token) return again(token, { field: 'gui', words: PROBLEMS.tooSoon });
  // the number of the form stays, so that what was sent with it is not sent again
  if (fault || !token)
    return again(
      { ...(token ?? freshToken(context.now)), issuedAt: context.now },
      { field: 'gui', words: PROBLEMS.tooOld },
    );
  const key = String(receiver.id);
  if (token.sum && !isSumOf(token.sum, draft.sum)) return again(token, { field: 'sum', words: PROBLEMS.sum });
  if (!token.sum && flood.isFull(key, context.now))
    return again({ ...token, sum: drawSum(randomBytes(2)) }, { field: 'sum', words: PROBLEMS.sumNeeded });
  const formDigest = ports.seal.digest(token.random, 'inquiry-form');
  const sent = await findSent(ports, formDigest);
  const asked = askedOf(draft, needs);
  if (sent && (sent.title !== asked.content.title || sent.text !== asked.content.text))
    return again(freshToken(context.now), { field: 'gui', words: PROBLEMS.sentBefore });
  try {
    const received = await receive(asking, draft, asked, { formDigest, isRepeat: sent !== undefined });
    flood.add(key, context.now);
    const code = openText(ports.seal, received.codeDigest, 'code', received.sealedCode);
    if (code === undefined) throw new Error(`Inquiry ${received.inquiryId} has no code.`);
    return {
      kind: 'redirect',
      to: INQUIRY_PATHS.received[context.lang],
      cookies: receiptCookies(ports.seal, code),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return again(token, { field: error.field ?? 'gui', words: error.words });
  }
}

async function receive(
  { ports, context, intake, receiver }: Asking,
  { askerKind }: AskDraft,
  asked: ReturnType<typeof askedOf>,
  { formDigest, isRepeat }: { formDigest: string; isRepeat: boolean },
): Promise<Received> {
  const { localityId } = context.site;
  const code = makeCode(randomBytes(CASE_CODE_BYTES));
  const codeDigest = digestOfCode(ports.seal, code);
  // pressed twice: its files are there already
  const files = isRepeat ? [] : await takeFiles(ports, codeDigest, context.files);
  return ports.perform(publicActor(localityId), receiveInquiry, {
    ...{ localityId, portalId: receiver.id, isMain: receiver.is_main, intake: intake.kind },
    ...{ ...asked, language: context.lang, askerKind, code, codeDigest, formDigest, files },
  });
}
