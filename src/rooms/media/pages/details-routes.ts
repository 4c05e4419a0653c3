import { NOT_PERMITTED, scopeOf } from '../../../platform/command/index.ts';
import { readId } from '../../../platform/http/ids.ts';
import { deskPath, deskPaths } from '../../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { attachCaptions, choosePoster, detachCaptions } from '../caption-commands.ts';
import { listCaptions } from '../caption-store.ts';
import { describeMedia, removeFromLibrary, restoreToLibrary } from '../commands.ts';
import { detailsWords } from '../details-words.ts';
import { listFolders } from '../folder-store.ts';
import { draftOfDetails, type FormProblem, parseDetails, readDetails } from '../forms.ts';
import { uploadMedia } from '../intake.ts';
import { groupOfType } from '../kind-rules.ts';
import { permits } from '../permits.ts';
import { listRenditions } from '../rendition-store.ts';
import { dispositionOf } from '../serving.ts';
import { findDetails, findMediaById, type MediaDetails } from '../store.ts';
import { listUses } from '../use-store.ts';
import { type DetailsView, detailsPage } from './details.tsx';
import { libraryHref } from './library-view.ts';

/** One file: everything that is known of it, what may be said of it, what belongs to it. */
export function detailsRoutes(ports: Ports): AnyRoute[] {
  const permit = { permits, permit: 'media.read' };
  const post = (name: string, sub: string, handle: Handle, upload = false) =>
    staffRoute({
      ...{ name, method: 'POST', path: deskPaths(`/kho/tep/:mediaId${sub}`), permit, upload },
      handle: (context) => withMedia(ports, context, (media) => handle(ports, context, media)),
    });
  return [
    staffRoute({
      ...{ name: 'media.details', method: 'GET', path: deskPaths('/kho/tep/:mediaId'), permit },
      handle: (context) => withMedia(ports, context, (media) => show(ports, context, media)),
    }),
    staffRoute({
      ...{ name: 'media.original', method: 'GET', path: deskPaths('/kho/tep/:mediaId/goc'), permit },
      handle: (context) => withMedia(ports, context, (media) => sendOriginal(ports, media)),
    }),
    post('media.describe', '', save),
    post('media.remove', '/bo', remove),
    post('media.restore', '/lay-lai', restore),
    post('media.captions', '/phu-de', changeCaptions, true),
    post('media.poster', '/anh-bia', changePoster, true),
  ];
}

type Handle = (ports: Ports, context: StaffContext, media: MediaDetails) => Promise<Reply>;

/** The file, when the person may look into its library. */
async function withMedia(
  ports: Ports,
  { person, params }: StaffContext,
  work: (media: MediaDetails) => Promise<Reply>,
): Promise<Reply> {
  const mediaId = readId(params.mediaId);
  if (mediaId === undefined) return { kind: 'missing' };
  const media = await ports.database.transaction(scopeOf(person), (tx) => findDetails(tx, mediaId));
  if (!media || !isPermitted(person, permits, 'media.read', media.portal_id)) return { kind: 'missing' };
  return work(media);
}

const here = ({ lang }: StaffContext, { id }: { id: number }) => deskPath(lang, `/kho/tep/${id}`);
const seeOther = (to: string): Reply => ({ kind: 'redirect', to, status: 303 });

async function show(
  ports: Ports,
  context: StaffContext,
  media: MediaDetails,
  typed: Partial<Pick<DetailsView, 'draft' | 'problems'>> = {},
): Promise<Reply> {
  const { person, query } = context;
  const found = await ports.database.transaction(scopeOf(person), async (tx) => ({
    uses: await listUses(tx, media),
    renditions: await listRenditions(tx, media.portal_id, media.hash),
    captions: await listCaptions(tx, [media.id]),
    poster: media.poster_media_id === null ? undefined : await findMediaById(tx, media.poster_media_id),
    folders: await listFolders(tx, media.portal_id),
  }));
  const may = (permit: 'media.describe' | 'media.remove') =>
    isPermitted(person, permits, permit, media.portal_id);
  const problems = typed.problems ?? [];
  const html = detailsPage(ports, context, {
    ...{ ...found, media, problems, draft: typed.draft ?? draftOfDetails(media) },
    ...{ mayDescribe: may('media.describe'), mayRemove: may('media.remove') },
    done: query.get('viec') ?? '',
  });
  return { kind: 'page', html, status: problems.length > 0 ? 422 : 200 };
}

async function save(ports: Ports, context: StaffContext, media: MediaDetails): Promise<Reply> {
  const { form, person, lang, now } = context;
  const draft = readDetails(form);
  const parsed = parseDetails(draft, now, lang);
  if (parsed.problems) return show(ports, context, media, { draft, problems: parsed.problems });
  // what the page of this kind of file does not ask stays as it is
  const { focal_x, focal_y, transcript, ...rest } = parsed.fields;
  const fields = {
    ...rest,
    ...(form.has('focalX') && { focal_x, focal_y }),
    ...(form.has('transcript') && { transcript }),
  };
  return trying(ports, context, media, { draft, field: 'description' }, async () => {
    await ports.perform(person, describeMedia, { portalId: media.portal_id, mediaIds: [media.id], fields });
    return seeOther(`${here(context, media)}?viec=ghi`);
  });
}

/** Does it, or shows the page again with what was refused and all that was typed. */
async function trying(
  ports: Ports,
  context: StaffContext,
  media: MediaDetails,
  { draft, field }: { draft?: DetailsView['draft']; field: string },
  work: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error === NOT_PERMITTED) throw error;
    const problems: FormProblem[] = [{ field, text: error.words[context.lang] }];
    return show(ports, context, media, { problems, ...(draft && { draft }) });
  }
}

function remove(ports: Ports, context: StaffContext, media: MediaDetails): Promise<Reply> {
  const { person, lang } = context;
  const { portal_id: portalId, folder_id, id: mediaId } = media;
  return trying(ports, context, media, { field: 'dang-dung' }, async () => {
    await ports.perform(person, removeFromLibrary, { portalId, mediaId });
    const place = { portalId, folderId: folder_id ?? undefined, text: '', kind: '', look: 'list' } as const;
    return seeOther(libraryHref(lang, { ...place, removed: false }, { viec: 'bo' }));
  });
}

function restore(ports: Ports, context: StaffContext, media: MediaDetails): Promise<Reply> {
  return trying(ports, context, media, { field: 'dang-dung' }, async () => {
    await ports.perform(context.person, restoreToLibrary, { portalId: media.portal_id, mediaId: media.id });
    return seeOther(`${here(context, media)}?viec=lai`);
  });
}

/** Adds a file of captions, or takes those of one language away. */
function changeCaptions(ports: Ports, context: StaffContext, media: MediaDetails): Promise<Reply> {
  const { form, person, lang, files } = context;
  const { portal_id: portalId, id: mediaId, folder_id: folderId } = media;
  const dropped = form.get('bo');
  const [file] = files;
  return trying(ports, context, media, { field: 'captions' }, async () => {
    if (dropped) await ports.perform(person, detachCaptions, { portalId, mediaId, language: dropped });
    else if (!file)
      return show(ports, context, media, {
        problems: [{ field: 'captions', text: detailsWords(lang).captionsChoose }],
      });
    else {
      const added = await uploadMedia(ports, person, {
        portalId,
        folderId,
        name: file.name,
        bytes: file.bytes,
      });
      const language = form.get('language') ?? 'vi';
      await ports.perform(person, attachCaptions, { portalId, mediaId, captionMediaId: added.id, language });
    }
    return seeOther(`${here(context, media)}?viec=phude`);
  });
}

function changePoster(ports: Ports, context: StaffContext, media: MediaDetails): Promise<Reply> {
  const { form, person, lang, files } = context;
  const { portal_id: portalId, id: mediaId, folder_id: folderId } = media;
  const [file] = files;
  return trying(ports, context, media, { field: 'poster' }, async () => {
    let posterId: number | null = null;
    if (form.get('bo') !== '1') {
      if (!file)
        return show(ports, context, media, {
          problems: [{ field: 'poster', text: detailsWords(lang).posterChoose }],
        });
      const upload = { portalId, folderId, name: file.name, bytes: file.bytes };
      posterId = (await uploadMedia(ports, person, upload)).id;
    }
    await ports.perform(person, choosePoster, { portalId, mediaId, posterId });
    return seeOther(`${here(context, media)}?viec=anhbia`);
  });
}

/** The picture as it was sent, for those who work on the portal; always saved, never shown in a window of ours. */
async function sendOriginal(ports: Ports, media: MediaDetails): Promise<Reply> {
  const { original_hash, original_name, scan } = media;
  if (!original_hash || !original_name || scan === 'infected' || groupOfType(media.type) !== 'picture')
    return { kind: 'missing' };
  const stored = await ports.files.open(original_hash);
  if (!stored) return { kind: 'missing' };
  return {
    ...{ kind: 'stream', type: 'application/octet-stream', sizeBytes: stored.sizeBytes },
    stream: stored.stream(),
    headers: {
      'cache-control': 'private, no-store',
      'content-disposition': dispositionOf({ name: original_name, type: 'application/octet-stream' }),
    },
  };
}
