import { randomBytes } from 'node:crypto';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { formatInstant, timeOf } from '../../../rules/calendar/index.ts';
import { CASE_CODE_BYTES, makeCode } from '../../../rules/case-code/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Button,
  Buttons,
  Callout,
  ErrorSummary,
  Field,
  Form,
  FormSection,
  KeyList,
  LinkButton,
  PageTitle,
  Section,
} from '../../../ui/index.ts';
import { localityPortals } from '../../portals/index.ts';
import { RIGHTS_PATHS } from '../addresses.ts';
import { INTAKE_RULES } from '../intakes.ts';
import { receiveInquiry } from '../receiving.ts';
import {
  findRight,
  REQUEST_TEXT_MOST,
  type RequestDraft,
  type RequestProblem,
  readRequest,
  requestProblems,
} from '../rights-forms.ts';
import { findOwnData, type OwnInquiry } from '../rights-queries.ts';
import { type Pass, RIGHT_RULES, RIGHTS, type Right } from '../rights-rules.ts';
import { RIGHT_NOTES, RIGHT_WORDS, rightsWords } from '../rights-words.ts';
import { type Asker, digestOfCode, openText } from '../sealed.ts';
import { STATE_TOLD } from '../track-words.ts';
import { publicActor } from './public-asking.tsx';
import {
  askerRows,
  consentLines,
  givenLines,
  Lines,
  mailLines,
  type NameOf,
  namesOf,
  noPassCookies,
  passOf,
  privatePage,
  showOver,
  tokenOf,
} from './rights-parts.tsx';
import { receivedCookies } from './rights-received.tsx';

const FORM_BYTES = 16;
/** So many inquiries are shown unfolded; of more one chooses first. */
const MOST_OPEN = 3;

export function createRequesting(ports: Ports) {
  return {
    async showOwn(context: RequestContext): Promise<Reply> {
      const pass = passOf(ports, context);
      if (!pass) return showOver(ports, context);
      const own = await findOwnData(ports, pass);
      const draft: RequestDraft = {
        ...{ right: '', text: '', reply: false, form: randomBytes(FORM_BYTES).toString('base64url') },
        // of several one chooses: nothing is to be deleted by a box that was ticked beforehand
        aboutIds: own.length === 1 ? own.map(({ row }) => row.id) : [],
      };
      return showPage(ports, context, { pass, own, draft, problems: [] });
    },

    async takeRequest(context: RequestContext): Promise<Reply> {
      const pass = passOf(ports, context);
      if (!pass) return showOver(ports, context);
      const own = await findOwnData(ports, pass);
      const typed = readRequest(context.form);
      const ids = new Set(own.map(({ row }) => row.id));
      // what is not his he cannot have meant
      const draft = { ...typed, aboutIds: typed.aboutIds.filter((id) => ids.has(id)) };
      const problems = requestProblems(draft);
      const right = findRight(draft.right);
      if (!right || problems.length > 0) return showPage(ports, context, { pass, own, draft, problems });
      const codes = await sendRequests(ports, context, { pass, own, draft, right });
      return {
        kind: 'redirect',
        to: RIGHTS_PATHS.received[context.lang],
        cookies: receivedCookies(ports.seal, codes),
      };
    },

    leave: async ({ lang }: RequestContext): Promise<Reply> => ({
      kind: 'redirect',
      to: RIGHTS_PATHS.start[lang],
      cookies: noPassCookies(),
    }),
  };
}

// Sending ---------------------------------------------------------------------------------------------

interface Sending {
  pass: Pass;
  own: readonly OwnInquiry[];
  draft: RequestDraft;
  right: Right;
}

/** One request to each body that has something of it: its own clock, its own code. @returns the codes */
async function sendRequests(ports: Ports, context: RequestContext, sending: Sending): Promise<string[]> {
  const { draft, own } = sending;
  const about = own.filter(({ row }) => draft.aboutIds.includes(row.id));
  const holders = [...new Set(about.map(({ row }) => row.portal_id))];
  const codes: string[] = [];
  for (const portalId of holders) {
    const part = about.filter(({ row }) => row.portal_id === portalId);
    codes.push(await sendOne(ports, context, sending, { portalId, part }));
  }
  return codes;
}

async function sendOne(
  ports: Ports,
  { site, lang }: RequestContext,
  { pass, draft, right }: Sending,
  { portalId, part }: { portalId: number; part: readonly OwnInquiry[] },
): Promise<string> {
  const { seal } = ports;
  const { localityId } = site;
  const portals = await localityPortals(ports, localityId);
  const code = makeCode(randomBytes(CASE_CODE_BYTES));
  const aboutIds = part.map(({ row }) => row.id);
  const received = await ports.perform(publicActor(localityId), receiveInquiry, {
    ...{ localityId, portalId, intake: 'personalData', language: lang, files: [], aboutIds },
    isMain: portals.some((portal) => portal.id === portalId && portal.is_main),
    askerKind: part.some(({ row }) => row.asker_kind === 'organisation') ? 'organisation' : 'person',
    isForeigner: part.some(({ row }) => row.is_foreigner),
    ...{ asker: requester(part, draft), consents: draft.reply ? ['reply'] : [] },
    ...{ topic: right, variant: RIGHT_RULES[right].variant },
    content: {
      title: RIGHT_WORDS[right][lang],
      text: [rightsWords(lang).aboutLine(aboutIds), draft.text.trim()].filter(Boolean).join('\n\n'),
    },
    ...{ code, codeDigest: digestOfCode(seal, code) },
    // pressed twice it is one request, for each body
    formDigest: seal.digest(`${pass.digest}:${draft.form}:${portalId}`, 'inquiry-form'),
  });
  const kept = openText(seal, received.codeDigest, 'code', received.sealedCode);
  if (kept === undefined) throw new Error(`Inquiry ${received.inquiryId} has no code.`);
  return kept;
}

/** No more than is needed to answer: the name, and the address only when he wants to be written to. */
function requester(part: readonly OwnInquiry[], { reply }: RequestDraft): Asker {
  const asker = part.find((one) => one.asker)?.asker;
  const name = asker?.fields.name;
  const email = part.find((one) => one.asker?.email)?.asker?.email;
  return { fields: name ? { name } : {}, ...(reply && email && { email }) };
}

// The page --------------------------------------------------------------------------------------------

export interface OwnView {
  lang: Lang;
  pass: Pick<Pass, 'until'>;
  own: readonly OwnInquiry[];
  nameOf: NameOf;
  draft: RequestDraft;
  problems: readonly RequestProblem[];
  /** Hidden fields of the forms. */
  token: Record<string, string>;
}

async function showPage(
  ports: Ports,
  context: RequestContext,
  view: Omit<OwnView, 'lang' | 'nameOf' | 'token'>,
): Promise<Reply> {
  const { lang, site } = context;
  const w = rightsWords(lang);
  const isRefused = view.problems.length > 0;
  const nameOf = namesOf(await localityPortals(ports, site.localityId), lang);
  return privatePage(
    ports,
    context,
    {
      title: isRefused ? w.errorTitle(w.ownTitle) : w.ownTitle,
      path: 'own',
      scripts: [ports.assetHref('submit-once.js')],
      ...(isRefused && { status: 422 }),
    },
    <OwnPage {...{ ...view, lang, nameOf }} token={tokenOf(context)} />,
  );
}

/** What is stored, and the form to ask for something. */
export function OwnPage(view: OwnView) {
  const { lang, own, pass, problems, nameOf, token } = view;
  const w = rightsWords(lang);
  return (
    <>
      <PageTitle title={w.ownTitle}>
        <p>
          {w.ownLead(own.length)} {w.until(timeOf(pass.until))}
        </p>
      </PageTitle>
      <ErrorSummary
        lang={lang}
        title={w.fixTitle(problems.length)}
        errors={problems.map((problem) => ({ href: `#${fieldOf(problem)}`, text: told(problem, lang) }))}
      />
      <Form action={RIGHTS_PATHS.leave[lang]} hidden={token}>
        <Buttons>
          {own.length > 0 && <LinkButton href="#yeu-cau">{w.toRequest}</LinkButton>}
          <LinkButton href={RIGHTS_PATHS.certificate[lang]} kind="second" icon="printer">
            {w.certificate}
          </LinkButton>
          <Button kind="light">{w.leave}</Button>
        </Buttons>
      </Form>
      {own.map((one) => (
        <Stored key={one.row.id} {...{ one, lang, nameOf }} isOpen={own.length <= MOST_OPEN} />
      ))}
      {own.length > 0 && <RequestForm {...view} />}
    </>
  );
}

const fieldOf = (problem: RequestProblem) => (problem === 'textLong' ? 'text' : problem);

/** The sentence of a problem. */
export function told(problem: RequestProblem, lang: Lang): string {
  const { problems } = rightsWords(lang);
  return problem === 'textLong' ? problems.textLong(REQUEST_TEXT_MOST) : problems[problem];
}

/** One inquiry: which fields are kept, who was given them. The values stand in the certificate. */
function Stored(props: { one: OwnInquiry; lang: Lang; nameOf: NameOf; isOpen: boolean }) {
  const { one, lang, nameOf, isOpen } = props;
  const w = rightsWords(lang);
  const { row, content } = one;
  const held = askerRows(one, lang).map(({ key }) => key);
  const number = w.number(INTAKE_RULES[row.intake].name[lang], row.id);
  return (
    <Section id={`thu-${row.id}`} title={content ? `${number}: ${content.title}` : number}>
      {row.restricted_at && <Callout title={w.restricted} />}
      <p>
        {formatInstant(row.received_at, lang)} · {STATE_TOLD[row.state][lang]}
      </p>
      <details class="trace" open={isOpen}>
        <summary>
          {w.more} <span class="unseen">({number})</span>
        </summary>
        <KeyList
          rows={[
            { key: w.holder, value: nameOf(row.portal_id) },
            { key: w.held, value: held.length > 0 ? held.join(', ') : w.heldNone },
            { key: w.consents, value: <Lines lines={consentLines(one, lang)} none={w.consentsNone} /> },
            { key: w.given, value: <Lines lines={givenLines(one, lang, nameOf)} none="" /> },
            { key: w.mails, value: <Lines lines={mailLines(one, lang)} none={w.mailsNone} /> },
          ]}
        />
      </details>
    </Section>
  );
}

function RequestForm({ lang, draft, own, problems, token }: OwnView) {
  const w = rightsWords(lang);
  const errorAt = (field: string) => {
    const problem = problems.find((one) => fieldOf(one) === field);
    return problem && told(problem, lang);
  };
  return (
    <FormSection id="yeu-cau" title={w.requestTitle} note={w.requestLead}>
      <Form action={RIGHTS_PATHS.own[lang]} hidden={{ ...token, form: draft.form }}>
        <Field
          lang={lang}
          kind="radios"
          name="right"
          label={w.right}
          value={draft.right}
          error={errorAt('right')}
          choices={RIGHTS.map((right) => ({
            value: right,
            text: RIGHT_WORDS[right][lang],
            help: RIGHT_NOTES[right][lang],
          }))}
        />
        <Field
          lang={lang}
          kind="checks"
          name="about"
          label={w.about}
          values={draft.aboutIds.map(String)}
          error={errorAt('about')}
          choices={own.map(({ row, content }) => {
            const number = w.number(INTAKE_RULES[row.intake].name[lang], row.id);
            return { value: String(row.id), text: content ? `${number}: ${content.title}` : number };
          })}
        />
        <Field
          lang={lang}
          kind="textarea"
          name="text"
          label={w.text}
          help={w.textHelp}
          value={draft.text}
          error={errorAt('text')}
          rows={5}
          optional
        />
        {own.some(({ asker }) => asker?.email) && (
          <Field
            lang={lang}
            kind="checkbox"
            name="reply"
            label={w.reply}
            help={w.replyHelp}
            checked={draft.reply}
            optional
          />
        )}
        <Buttons>
          <Button icon="send">{w.send}</Button>
        </Buttons>
      </Form>
    </FormSection>
  );
}
