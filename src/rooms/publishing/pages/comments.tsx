import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { Breadcrumb, Callout, DeskTitle } from '../../../ui/index.ts';
import { portalName } from '../../portals/index.ts';
import { addComment, settleComment, takeSuggestion } from '../comment-commands.ts';
import { passagesOf } from '../comment-rules.ts';
import { type CommentRow, listComments } from '../comment-store.ts';
import { commentWords } from '../comment-words.ts';
import { readId } from '../forms.ts';
import { permits } from '../permits.ts';
import { findReadableEdition, type LoadedEdition, reading } from '../queries.ts';
import { listReaderLinks, type ReaderLinkRow } from '../reader-store.ts';
import { readerWords } from '../reader-words.ts';
import { publishingWords } from '../words.ts';
import { contentOf } from '../writing.ts';
import { OwnFacts } from './own-facts.tsx';
import { page, paths, RefusalSummary } from './parts.tsx';
import { Readers } from './readers.tsx';
import { RemarkedText } from './remarked-text.tsx';

const OPEN_STATES = ['draft', 'submitted', 'checked', 'scheduled'];

interface CommentsView extends LoadedEdition {
  comments: CommentRow[];
  links: ReaderLinkRow[];
}

function load(ports: Ports, context: StaffContext): Promise<CommentsView | undefined> {
  const { person, params } = context;
  return reading(ports, person, async (tx) => {
    const loaded = await findReadableEdition(tx, person, readId(params.id), readId(params.editionId));
    if (!loaded) return undefined;
    const { id } = loaded.edition;
    return { ...loaded, comments: await listComments(tx, id), links: await listReaderLinks(tx, id) };
  });
}

/** An edition passage by passage with its remarks; the guests' among them. */
export async function showComments(ports: Ports, context: StaffContext, refusal?: Refusal): Promise<Reply> {
  const view = await load(ports, context);
  if (!view) return { kind: 'missing' };
  return page(commentsPage(ports, context, view, refusal), refusal ? 422 : 200);
}

/** A remark, a reply, a settling or a taking, as posted. */
export async function postComment(ports: Ports, context: StaffContext): Promise<Reply> {
  const view = await load(ports, context);
  if (!view) return { kind: 'missing' };
  const { form, person, lang } = context;
  const portalId = view.portal.id;
  const commentId = readId(form.get('gopY')) ?? 0;
  const what = form.get('lam') ?? '';
  let at = commentId;
  try {
    if (what === 'lay') await ports.perform(person, takeSuggestion, { portalId, commentId });
    else if (what === 'xong' || what === 'mo')
      await ports.perform(person, settleComment, { portalId, commentId, open: what === 'mo' });
    else {
      const made = await ports.perform(person, addComment, {
        ...{ portalId, editionId: view.edition.id, body: form.get('body') ?? '' },
        ...(what === 'traloi'
          ? { parentId: commentId, passage: '', quote: '' }
          : { passage: form.get('doan') ?? '', quote: form.get('quote') ?? '' }),
        replacement: form.get('replacement') ?? '',
      });
      if (what !== 'traloi') at = made.commentId;
    }
    const done = what === 'traloi' ? 'gopy' : what;
    const to = paths.comments(lang, view.item.id, view.edition.id);
    return { kind: 'redirect', to: `${to}?xong=${done}#gop-y-${at}`, status: 303 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showComments(ports, context, error);
  }
}

function commentsPage(
  ports: Ports,
  context: StaffContext,
  view: CommentsView,
  refusal: Refusal | undefined,
): string {
  const { lang, person, form, query } = context;
  const { edition, item, portal, comments } = view;
  const w = commentWords(lang);
  const p = publishingWords(lang);
  const title = edition.title || p.untitled;
  const isOpen = OPEN_STATES.includes(edition.state);
  const mayWrite = isPermitted(person, permits, 'publishing.write', portal.id);
  const done = w.done[query.get('xong') ?? ''] ?? readerWords(lang).done[query.get('moi') ?? ''];
  return deskFrame(
    ports,
    context,
    { title: `${w.title}: ${title}`, portalName: portalName(portal, lang) },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: paths.list(lang), text: p.items },
          { href: paths.item(lang, item.id), text: title },
        ]}
        here={w.title}
      />
      <DeskTitle eyebrow={`${p.languages[edition.language]}, ${p.edition(edition.number)}`} title={w.title} />
      {done && <Callout tone="good" live title={done} />}
      <RefusalSummary lang={lang} refusal={refusal} place={`gop-y-${form.get('gopY') ?? ''}`} />
      <p class="note">{isOpen ? w.lead : w.closed}</p>
      <OpenRemarks lang={lang} comments={comments} />
      <div lang={edition.language}>
        <OwnFacts lang={edition.language} item={item} facts={edition.facts} />
      </div>
      <RemarkedText
        lang={lang}
        textLang={edition.language}
        passages={passagesOf(contentOf(edition))}
        comments={comments}
        ways={{
          action: paths.comments(lang, item.id, edition.id),
          hidden: { _token: context.csrfToken },
          ...{ maySpeak: isOpen && mayWrite, maySettle: mayWrite, isGuest: false },
          mayTake: edition.state === 'draft' && mayWrite,
        }}
        chosen={form.get('doan') ?? query.get('doan') ?? undefined}
        typed={form}
        problem={refusal && { field: refusal.field ?? '', text: refusal.words[lang] }}
      />
      {isOpen && mayWrite && (
        <Readers
          ports={ports}
          context={context}
          itemId={item.id}
          editionId={edition.id}
          links={view.links}
          refusal={refusal}
        />
      )}
    </>,
  );
}

/** How many remarks are open, each a way to it. */
function OpenRemarks({ lang, comments }: { lang: Lang; comments: readonly CommentRow[] }) {
  const w = commentWords(lang);
  const remarks = comments.filter(({ parent_id }) => parent_id === null);
  const open = remarks.filter(({ state }) => state === 'open');
  if (open.length === 0) return <p>{remarks.length === 0 ? w.none : w.allDone}</p>;
  return (
    <p>
      {w.openCount(open.length)}:{' '}
      {open.map((one, i) => (
        <span key={one.id}>
          {i > 0 && ', '}
          <a href={`#gop-y-${one.id}`}>{one.guest_name ?? one.person_name ?? one.id}</a>
        </span>
      ))}
    </p>
  );
}

/** On the item's and the approval's page: what was remarked and is not settled, and the way to it. */
export function RemarksWay(props: { lang: Lang; itemId: number; editionId: number; open: number }) {
  const { lang, itemId, editionId, open } = props;
  const w = commentWords(lang);
  const href = paths.comments(lang, itemId, editionId);
  if (open === 0) {
    return (
      <p>
        <a href={href}>{w.link}</a>
      </p>
    );
  }
  return (
    <Callout tone="warn" title={w.openCount(open)}>
      <p>
        {w.openNote} <a href={href}>{w.link}</a>
      </p>
    </Callout>
  );
}
