import { scopeOf } from '../../../platform/command/index.ts';
import { type AnyRoute, publicRoute, type Reply, type RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import type { Machine } from '../../../rules/access/index.ts';
import type { Words } from '../../../rules/lang.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { Callout, PageTitle } from '../../../ui/index.ts';
import { publicFrame } from '../../portals/index.ts';
import { passagesOf } from '../comment-rules.ts';
import { type CommentRow, listComments } from '../comment-store.ts';
import { readId } from '../forms.ts';
import { hashOfToken, remarkByLink, visitByLink } from '../reader-commands.ts';
import { findLiveLink, type ReaderLinkRow } from '../reader-store.ts';
import { readerWords } from '../reader-words.ts';
import { type EditionRow, findEdition, findItem, type ItemRow } from '../store.ts';
import { contentOf } from '../writing.ts';
import { OwnFacts } from './own-facts.tsx';
import { page, when } from './parts.tsx';
import { RemarkedText } from './remarked-text.tsx';

export const GUEST_PATHS: Words = { vi: '/doc-ban-thao/:token', en: '/en/read-draft/:token' };
const VISITS_PER_MINUTE = 30;
const REMARKS_PER_MINUTE = 10;
const OPEN_STATES = ['draft', 'submitted', 'checked', 'scheduled'];

/** A draft for a reader who came by a link: this edition, and nothing else of the portal's desk. */
export function guestRoutes(ports: Ports): AnyRoute[] {
  const shared = { path: GUEST_PATHS, audience: 'anyone' } as const;
  return [
    publicRoute({
      name: 'publishing.guest',
      method: 'GET',
      ...shared,
      perMinute: VISITS_PER_MINUTE,
      handle: (context) => showDraft(ports, context),
    }),
    publicRoute({
      name: 'publishing.guestRemark',
      method: 'POST',
      ...shared,
      perMinute: REMARKS_PER_MINUTE,
      handle: (context) => takeRemark(ports, context),
    }),
  ];
}

/** Works for the portal whose host the link was opened on, and sees no other. */
function guestOf({ site }: RequestContext): Machine {
  return {
    ...{ kind: 'machine', name: 'publishing.guest' },
    ...{ localityId: site.localityId, portalId: site.portalId },
  } as Machine;
}

interface Shown {
  link: ReaderLinkRow;
  edition: EditionRow;
  item: ItemRow;
  comments: CommentRow[];
}

/** What the link shows; a reader sees what readers remarked by the same link, and the answers to it. */
async function load(ports: Ports, context: RequestContext): Promise<Shown | undefined> {
  const { params, now, site } = context;
  const hash = hashOfToken(params.token ?? '');
  return ports.database.transaction(scopeOf(guestOf(context)), async (tx) => {
    const link = await findLiveLink(tx, hash, now);
    const edition = link?.portal_id === site.portalId ? await findEdition(tx, link.edition_id) : undefined;
    const item = edition && (await findItem(tx, edition.item_id));
    if (!link || !edition || !item) return undefined;
    const all = await listComments(tx, edition.id);
    const own = new Set(all.filter(({ link_id }) => link_id === link.id).map(({ id }) => id));
    return { link, edition, item, comments: all.filter(({ id, parent_id }) => own.has(parent_id ?? id)) };
  });
}

async function showDraft(ports: Ports, context: RequestContext): Promise<Reply> {
  const shown = await load(ports, context);
  if (!shown) return { kind: 'missing' };
  await ports.perform(guestOf(context), visitByLink, {
    portalId: context.site.portalId,
    tokenHash: hashOfToken(context.params.token ?? ''),
  });
  return draftPage(ports, context, shown, undefined);
}

async function takeRemark(ports: Ports, context: RequestContext): Promise<Reply> {
  const shown = await load(ports, context);
  if (!shown) return { kind: 'missing' };
  const { form, params, site, path } = context;
  const isReply = form.get('lam') === 'traloi';
  try {
    const { commentId } = await ports.perform(guestOf(context), remarkByLink, {
      ...{ portalId: site.portalId, tokenHash: hashOfToken(params.token ?? '') },
      ...(isReply ? { parentId: readId(form.get('gopY')) ?? 0 } : {}),
      ...{ passage: form.get('doan') ?? '', quote: form.get('quote') ?? '' },
      ...{ body: form.get('body') ?? '', replacement: form.get('replacement') ?? '' },
    });
    const at = isReply ? (readId(form.get('gopY')) ?? commentId) : commentId;
    return { kind: 'redirect', to: `${path}?xong=1#gop-y-${at}`, status: 303 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return draftPage(ports, context, shown, error);
  }
}

/** Pictures of a draft lie in the library, which is not open to who has no account. */
const withoutPictures = (html: string) => html.replace(/<img\b[^>]*>/g, '');

async function draftPage(
  ports: Ports,
  context: RequestContext,
  { link, edition, item, comments }: Shown,
  refusal: Refusal | undefined,
): Promise<Reply> {
  const { lang, form, query, path } = context;
  const w = readerWords(lang).page;
  const isOpen = OPEN_STATES.includes(edition.state);
  const { html } = await publicFrame(
    ports,
    context,
    {
      title: w.title,
      robots: 'noindex, nofollow, noarchive',
      // the address is a secret: no line of the head repeats it
      canonicalPath: '/',
      stylesheets: [ports.assetHref('newsroom.css')],
    },
    <div class="wide">
      <PageTitle title={w.title}>
        <p>{w.note(link.reader_name, when(link.expires_at, lang).text)}</p>
      </PageTitle>
      {query.has('xong') && <Callout tone="good" live title={w.sent} />}
      {refusal && <Callout tone="bad" live title={refusal.words[lang]} />}
      <p class="note">{isOpen ? w.lead : w.settled}</p>
      <div lang={edition.language}>
        <OwnFacts lang={edition.language} item={item} facts={edition.facts} />
      </div>
      <RemarkedText
        lang={lang}
        textLang={edition.language}
        passages={passagesOf(contentOf(edition)).map((one) => ({ ...one, html: withoutPictures(one.html) }))}
        comments={comments}
        ways={{
          ...{ action: path, hidden: { _token: context.csrfToken } },
          ...{ maySpeak: isOpen, maySettle: false, mayTake: false, isGuest: true },
        }}
        chosen={form.get('doan') ?? query.get('doan') ?? undefined}
        typed={form}
        problem={refusal && { field: refusal.field ?? '', text: refusal.words[lang] }}
      />
    </div>,
  );
  return page(html, refusal ? 422 : 200);
}
