import { Readable } from 'node:stream';
import { homePath } from '../../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { readCode } from '../../../rules/case-code/index.ts';
import type { Words } from '../../../rules/lang.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { Breadcrumb, Button, Buttons, ErrorSummary, Field, Form, PageTitle } from '../../../ui/index.ts';
import { localityPortals, originOf, portalName, publicFrame } from '../../portals/index.ts';
import { INQUIRY_PATHS, privatePath } from '../addresses.ts';
import { type FollowDraft, followProblems, type Problem, readFollow } from '../forms.ts';
import { PROBLEMS } from '../problem-words.ts';
import { basisText, findOwnFile, lawOf } from '../public-queries.ts';
import { askWords } from '../public-words.ts';
import { type AskersView, findForAsker } from '../queries.ts';
import { addToInquiry, replyToInquiry, withdrawInquiry } from '../receiving.ts';
import { trackWords } from '../track-words.ts';
import { publicActor } from './public-asking.tsx';
import { askHref } from './public-home.tsx';
import { callerKey, type MinuteCount } from './public-limits.ts';
import { PRIVATE_HEADERS } from './public-receipt.tsx';
import { TrackPage, type TrackView } from './public-track.tsx';

/** Well-formed codes that led nowhere, from one address in a minute, before every code from there has to wait. */
export const WRONG_CODES_PER_MINUTE = 10;

/** Status of the page for each sentence; a mistyped code is a form to mend. */
const STATUS = new Map<Words, number>([
  [PROBLEMS.codeUnknown, 404],
  [PROBLEMS.codeTries, 429],
]);

const MOVES = { reply: replyToInquiry, add: addToInquiry, withdraw: withdrawInquiry } as const;
const DONE = 'xong';

/** The routes' handlers, which share the count of wrong codes: it makes no difference where one guesses. */
export function createTracking(ports: Ports, wrong: MinuteCount) {
  /** The inquiry of a code, or why it is not shown. A wrong code, a forgotten and a foreign one are told alike. */
  async function open(context: RequestContext, typed: string): Promise<AskersView | Words> {
    const { site, lang, now } = context;
    const key = callerKey(context);
    if (wrong.isFull(key, now)) return PROBLEMS.codeTries;
    const code = readCode(typed);
    const view = code && (await findForAsker(ports, site.localityId, code, lang));
    if (view) return view;
    if (!code) return PROBLEMS.code;
    wrong.add(key, now);
    return PROBLEMS.codeUnknown;
  }
  const isView = (found: AskersView | Words): found is AskersView => 'row' in found;
  const refuse = (context: RequestContext, typed: string, words: Words) =>
    showCodeForm(ports, context, { typed, words, status: STATUS.get(words) ?? 422 });

  return {
    showForm: (context: RequestContext) => showCodeForm(ports, context, {}),

    async takeCode(context: RequestContext): Promise<Reply> {
      const typed = context.form.get('code') ?? '';
      const found = await open(context, typed);
      if (!isView(found)) return refuse(context, typed, found);
      return { kind: 'redirect', to: privatePath(context.lang, readCode(typed) ?? '') };
    },

    async show(context: RequestContext): Promise<Reply> {
      const typed = context.params.code ?? '';
      const found = await open(context, typed);
      if (!isView(found)) return refuse(context, typed, found);
      const done = context.query.get(DONE);
      return showTrack(ports, context, found, {
        ...(done === 'reply' || done === 'add' || done === 'withdraw' ? { done } : {}),
      });
    },

    async take(context: RequestContext): Promise<Reply> {
      const typed = context.params.code ?? '';
      const found = await open(context, typed);
      if (!isView(found)) return refuse(context, typed, found);
      return takeMove(ports, context, found, readFollow(context.form));
    },

    async showFile(context: RequestContext): Promise<Reply> {
      const typed = context.params.code ?? '';
      const found = await open(context, typed);
      if (!isView(found)) return refuse(context, typed, found);
      const fileId = /^\d{1,15}$/.test(context.params.file ?? '') ? Number(context.params.file) : 0;
      const file = await findOwnFile(ports, context.site.localityId, readCode(typed) ?? '', fileId);
      if (!file) return { kind: 'missing' };
      return {
        kind: 'stream',
        type: file.type,
        stream: Readable.from(file.bytes),
        sizeBytes: file.bytes.length,
        headers: {
          ...PRIVATE_HEADERS,
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        },
      };
    },
  };
}

interface CodeForm {
  typed?: string;
  words?: Words;
  status?: number;
}

async function showCodeForm(ports: Ports, context: RequestContext, form: CodeForm): Promise<Reply> {
  const { lang, person, csrfToken } = context;
  const w = trackWords(lang);
  const { typed = '', words, status } = form;
  const problems: Problem[] = words ? [{ field: 'code', words }] : [];
  const framed = await publicFrame(
    ports,
    context,
    {
      title: words ? askWords(lang).errorTitle(w.trackTitle) : w.trackTitle,
      canonicalPath: INQUIRY_PATHS.track[lang],
      otherHref: INQUIRY_PATHS.track[lang === 'vi' ? 'en' : 'vi'],
      robots: 'noindex',
    },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: homePath(lang), text: w.home },
          { href: INQUIRY_PATHS.home[lang], text: w.section },
        ]}
        here={w.trackTitle}
      />
      <PageTitle title={w.trackTitle}>
        <p>{w.trackLead}</p>
      </PageTitle>
      <ErrorSummary
        lang={lang}
        title={askWords(lang).fixTitle(problems.length)}
        errors={problems.map((problem) => ({ href: `#${problem.field}`, text: problem.words[lang] }))}
      />
      <Form action={INQUIRY_PATHS.track[lang]} hidden={person ? { _token: csrfToken } : {}}>
        <Field
          lang={lang}
          kind="text"
          name="code"
          label={w.code}
          help={w.codeHelp}
          value={typed}
          autocomplete="off"
          width="half"
          error={words?.[lang]}
        />
        <Buttons>
          <Button icon="search">{w.open}</Button>
        </Buttons>
      </Form>
    </>,
  );
  return { kind: 'page', html: framed.html, headers: PRIVATE_HEADERS, ...(status && { status }) };
}

type Shown = Partial<Pick<TrackView, 'problems' | 'typed' | 'done'>>;

async function showTrack(
  ports: Ports,
  context: RequestContext,
  view: AskersView,
  shown: Shown,
): Promise<Reply> {
  const { site, lang, now, person, csrfToken } = context;
  const { problems = [] } = shown;
  const code = readCode(context.params.code ?? '') ?? '';
  const law = await lawOf(ports, site, now);
  const portals = await localityPortals(ports, site.localityId);
  const from = originOf(ports, portals);
  const { disclaimer, refusesComplaints } = law.rules;
  const isComplaint = view.events.some(({ facts }) => facts.reason === 'complaint');
  const publicItem = view.answer?.by;
  const base = publicItem && from(publicItem.portal_id);
  const instead = isComplaint ? refusesComplaints?.instead : undefined;
  const title = view.content?.title ?? trackWords(lang).trackTitle;
  const framed = await publicFrame(
    ports,
    context,
    {
      title: problems.length > 0 ? askWords(lang).errorTitle(title) : title,
      canonicalPath: INQUIRY_PATHS.track[lang],
      otherHref: privatePath(lang === 'vi' ? 'en' : 'vi', code),
      robots: 'noindex',
      scripts: [ports.assetHref('submit-once.js'), ports.assetHref('share.js')],
    },
    <TrackPage
      {...{ lang, code, view, problems, typed: shown.typed, done: shown.done }}
      path={privatePath(lang, code)}
      csrfToken={person ? csrfToken : ''}
      bodyOf={(portalId) => {
        const found = from(portalId);
        return found ? portalName(found.portal, lang) : '';
      }}
      publicHref={
        publicItem?.item_id && base
          ? `${base.origin}${publicItem.language === 'en' ? '/en' : ''}/bai/${publicItem.item_id}`
          : undefined
      }
      disclaimer={
        disclaimer && {
          text: disclaimer.text[lang],
          place: basisText(ports.profiles, disclaimer.basis, lang),
        }
      }
      complaintHref={instead && site.mainOrigin + askHref(lang, instead)}
    />,
  );
  return {
    kind: 'page',
    html: framed.html,
    status: problems.length > 0 ? 422 : 200,
    headers: PRIVATE_HEADERS,
  };
}

async function takeMove(
  ports: Ports,
  context: RequestContext,
  view: AskersView,
  draft: FollowDraft,
): Promise<Reply> {
  const { lang, site, params } = context;
  const { move, note } = draft;
  // the code opens the inquiry and its parts, and nothing else
  const of = [view, ...view.children].find(({ row }) => row.id === draft.inquiryId) ?? view;
  const typed = { move, inquiryId: of.row.id, note };
  const problems = followProblems(draft);
  if (problems.length > 0) return showTrack(ports, context, view, { problems, typed });
  try {
    await ports.perform(publicActor(site.localityId), MOVES[move], {
      ...{ portalId: of.row.received_portal_id, inquiryId: of.row.id, note },
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const field = error.field ?? 'note';
    return showTrack(ports, context, view, { typed, problems: [{ field, words: error.words }] });
  }
  const to = privatePath(lang, readCode(params.code ?? '') ?? '');
  return { kind: 'redirect', to: `${to}?${DONE}=${move}`, status: 303 };
}
