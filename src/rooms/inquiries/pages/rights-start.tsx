import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { readCode } from '../../../rules/case-code/index.ts';
import type { Lang, Words } from '../../../rules/lang.ts';
import { Refusal } from '../../../rules/refusal.ts';
import {
  Button,
  Buttons,
  Callout,
  ErrorSummary,
  Field,
  Form,
  FormSection,
  MarginNote,
  PageTitle,
  WithMargin,
} from '../../../ui/index.ts';
import { RIGHTS_PATHS } from '../addresses.ts';
import { PROBLEMS } from '../problem-words.ts';
import { lawOf } from '../public-queries.ts';
import type { AskLaw } from '../public-rules.ts';
import { askForLink, openLink } from '../rights-commands.ts';
import { readAddress } from '../rights-forms.ts';
import { findOwnRows } from '../rights-queries.ts';
import { RIGHTS, readLink } from '../rights-rules.ts';
import { RIGHT_NOTES, RIGHT_WORDS, rightsWords } from '../rights-words.ts';
import { digestOfCode, digestOfMail } from '../sealed.ts';
import { publicActor } from './public-asking.tsx';
import { Periods } from './public-home.tsx';
import { callerKey, MinuteCount } from './public-limits.ts';
import { Expired, passCookies, privatePage, tokenOf } from './rights-parts.tsx';

/** Mails one address of the net may ask for in a minute. */
const LINKS_PER_MINUTE = 5;
/** In the address after a link was asked for. */
const SENT = 'da-gui';

export interface Typed {
  code?: string;
  email?: string;
  problem?: { field: 'code' | 'email'; words: Words; status: number };
}

/** By a code, or by a mail to the address: the two ways to show that data are one's own. */
export function createProving(ports: Ports, wrongCodes: MinuteCount) {
  const links = new MinuteCount(LINKS_PER_MINUTE);

  async function byCode(context: RequestContext): Promise<Reply> {
    const { site, now, lang, form } = context;
    const typed = form.get('code') ?? '';
    const key = callerKey(context);
    const refuse = (words: Words, status: number) =>
      showStart(ports, context, { code: typed, problem: { field: 'code', words, status } });
    if (wrongCodes.isFull(key, now)) return refuse(PROBLEMS.codeTries, 429);
    const code = readCode(typed);
    const { localityId } = site;
    const proof = code && { localityId, by: 'code' as const, digest: digestOfCode(ports.seal, code) };
    const rows = proof ? await findOwnRows(ports, proof) : [];
    if (proof && rows.length > 0)
      return {
        kind: 'redirect',
        to: RIGHTS_PATHS.own[lang],
        cookies: passCookies(ports, proof, now),
      };
    wrongCodes.add(key, now);
    return refuse(code ? PROBLEMS.codeUnknown : PROBLEMS.code, 404);
  }

  async function byMail(context: RequestContext): Promise<Reply> {
    const { site, now, lang, form } = context;
    const typed = form.get('email') ?? '';
    const refuse = (words: Words, status: number) =>
      showStart(ports, context, { email: typed, problem: { field: 'email', words, status } });
    const email = readAddress(typed);
    if (!email) return refuse(PROBLEMS.email, 422);
    const key = callerKey(context);
    if (links.isFull(key, now)) return refuse(TOO_MANY, 429);
    links.add(key, now);
    await ports.perform(publicActor(site.localityId), askForLink, {
      ...{ localityId: site.localityId, portalId: site.portalId, language: lang },
      mailDigest: digestOfMail(ports.seal, email),
    });
    return { kind: 'redirect', to: `${RIGHTS_PATHS.start[lang]}?${SENT}=1` };
  }

  return {
    showStart: (context: RequestContext) => showStart(ports, context, {}),
    takeProof: (context: RequestContext) =>
      context.form.get('do') === 'mail' ? byMail(context) : byCode(context),
    showLink: (context: RequestContext) => showLink(ports, context),
    takeLink: (context: RequestContext) => takeLink(ports, context),
  };
}

export const TOO_MANY: Words = { vi: rightsWords('vi').tooMany, en: rightsWords('en').tooMany };

async function showStart(ports: Ports, context: RequestContext, typed: Typed): Promise<Reply> {
  const { lang, query, site, now } = context;
  const w = rightsWords(lang);
  const { problem } = typed;
  const law = await lawOf(ports, site, now);
  const view = { lang, law, typed, token: tokenOf(context), isSent: query.has(SENT) };
  return privatePage(
    ports,
    context,
    {
      title: problem ? w.errorTitle(w.title) : w.title,
      path: 'start',
      scripts: [ports.assetHref('submit-once.js')],
      ...(problem && { status: problem.status }),
    },
    <StartPage {...view} />,
  );
}

export interface StartView {
  lang: Lang;
  law: AskLaw;
  typed: Typed;
  /** Hidden fields of the forms. */
  token: Record<string, string>;
  /** A link was asked for just now. */
  isSent: boolean;
}

/** The two ways to show that data are one's own. */
export function StartPage(view: StartView) {
  const { lang, law, typed, isSent } = view;
  const w = rightsWords(lang);
  const { problem } = typed;
  return (
    <WithMargin margin={<StartMargin law={law} lang={lang} />}>
      <PageTitle title={w.title}>
        <p>{w.lead}</p>
      </PageTitle>
      {isSent && !problem && (
        <Callout tone="good" live title={w.linkSent}>
          <p>{w.linkSentText}</p>
        </Callout>
      )}
      <ErrorSummary
        lang={lang}
        title={w.fixTitle(1)}
        errors={problem ? [{ href: `#${problem.field}`, text: problem.words[lang] }] : []}
      />
      <ProofForms {...view} />
    </WithMargin>
  );
}

function ProofForms({ lang, typed, token }: StartView) {
  const w = rightsWords(lang);
  const errorAt = (field: 'code' | 'email') =>
    typed.problem?.field === field ? typed.problem.words[lang] : undefined;
  return (
    <>
      <FormSection id="bang-ma" title={w.byCode} note={w.byCodeNote}>
        <Form action={RIGHTS_PATHS.start[lang]} hidden={{ ...token, do: 'code' }} label={w.byCode}>
          <Field
            lang={lang}
            kind="text"
            name="code"
            label={w.code}
            value={typed.code}
            error={errorAt('code')}
            autocomplete="off"
            width="half"
          />
          <Buttons>
            <Button>{w.openByCode}</Button>
          </Buttons>
        </Form>
      </FormSection>
      <FormSection id="bang-thu" title={w.byMail} note={w.byMailNote}>
        <Form action={RIGHTS_PATHS.start[lang]} hidden={{ ...token, do: 'mail' }} label={w.byMail}>
          <Field
            lang={lang}
            kind="email"
            name="email"
            label={w.email}
            value={typed.email}
            error={errorAt('email')}
            autocomplete="email"
            width="half"
          />
          <Buttons>
            <Button kind="second">{w.sendLink}</Button>
          </Buttons>
        </Form>
      </FormSection>
    </>
  );
}

function StartMargin({ law, lang }: { law: AskLaw; lang: Lang }) {
  const w = rightsWords(lang);
  return (
    <aside class="margin" aria-label={w.rightsTitle}>
      <MarginNote title={w.rightsTitle}>
        <ul>
          {RIGHTS.map((right) => (
            <li key={right}>
              {RIGHT_WORDS[right][lang]}. <span class="note">{RIGHT_NOTES[right][lang]}</span>
            </li>
          ))}
        </ul>
      </MarginNote>
      <MarginNote title={w.periods}>
        <Periods law={law} intake={{ kind: 'personalData' }} lang={lang} />
      </MarginNote>
      <MarginNote title={w.purpose}>
        <p>{w.purposeText}</p>
      </MarginNote>
    </aside>
  );
}

// The link of the mail ----------------------------------------------------------------------------------

/** Opening the address does nothing yet: programs that look through mails open every address in them. */
function showLink(ports: Ports, context: RequestContext): Promise<Reply> {
  const { lang, params, site, now } = context;
  const access = params.access ?? '';
  const link = readLink(ports.settings.secretKey, access, { localityId: site.localityId, now });
  if (!link) return showDead(ports, context);
  const w = rightsWords(lang);
  return privatePage(
    ports,
    context,
    { title: w.openTitle, path: 'link', access },
    <LinkPage lang={lang} access={access} token={tokenOf(context)} />,
  );
}

/** @param access the last part of the address of the mail */
export function LinkPage(view: { lang: Lang; access: string; token: Record<string, string> }) {
  const { lang, access, token } = view;
  const w = rightsWords(lang);
  return (
    <>
      <PageTitle title={w.openTitle}>
        <p>{w.openText}</p>
      </PageTitle>
      <Form action={RIGHTS_PATHS.link[lang].replace(':access', access)} hidden={token}>
        <Buttons>
          <Button>{w.openButton}</Button>
        </Buttons>
      </Form>
    </>
  );
}

async function takeLink(ports: Ports, context: RequestContext): Promise<Reply> {
  const { lang, params, site, now } = context;
  const { localityId, portalId } = site;
  const link = readLink(ports.settings.secretKey, params.access ?? '', { localityId, now });
  if (!link) return showDead(ports, context);
  try {
    const linkDigest = ports.seal.digest(link.random, 'own-data-link');
    await ports.perform(publicActor(localityId), openLink, { portalId, linkDigest });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showDead(ports, context);
  }
  const proof = { localityId, by: 'mail' as const, digest: link.mailDigest };
  return { kind: 'redirect', to: RIGHTS_PATHS.own[lang], cookies: passCookies(ports, proof, now) };
}

function showDead(ports: Ports, context: RequestContext): Promise<Reply> {
  const { lang } = context;
  return privatePage(
    ports,
    context,
    { title: rightsWords(lang).deadTitle, path: 'start', status: 410 },
    <Expired lang={lang} why="dead" />,
  );
}
