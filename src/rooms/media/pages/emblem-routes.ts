import { Readable } from 'node:stream';
import { NOT_PERMITTED, scopeOf } from '../../../platform/command/index.ts';
import { FilesAway } from '../../../platform/files/index.ts';
import { readId } from '../../../platform/http/ids.ts';
import { deskPaths } from '../../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Refusal } from '../../../rules/refusal.ts';
import {
  EMBLEM_PATH,
  localityPortals,
  type PortalRow,
  portalDeskHref,
  portalsPermits,
} from '../../portals/index.ts';
import { chooseEmblem, draftEmblem, removeEmblem } from '../emblem-commands.ts';
import { findEmblem } from '../emblem-store.ts';
import { emblemWords } from '../emblem-words.ts';
import { uploadMedia } from '../intake.ts';
import { findMediaById, listMedia, type MediaRow } from '../store.ts';
import { uploadWords } from '../upload-words.ts';
import { emblemPage } from './emblem.tsx';

/** Pictures offered at once. */
const OFFERED = 12;

/** The emblem of a portal: chosen out of its library, tried, put at the head, taken away. */
export function emblemRoutes(ports: Ports): AnyRoute[] {
  const permit = { permits: portalsPermits, permit: 'portals.arrange' };
  const on =
    (work: (portal: PortalRow, context: StaffContext) => Promise<Reply>) => async (context: StaffContext) => {
      const portal = await findArranged(ports, context);
      return portal ? work(portal, context) : ({ kind: 'missing' } as const);
    };
  const post = (name: string, sub: string, handle: Handle, upload = false) =>
    staffRoute({
      ...{ name, method: 'POST', path: deskPaths(EMBLEM_PATH + sub), permit, upload },
      handle: on((portal, context) => handle(ports, context, portal)),
    });
  return [
    staffRoute({
      ...{ name: 'media.emblem', method: 'GET', path: deskPaths(EMBLEM_PATH), permit },
      handle: on((portal, context) => show(ports, context, portal)),
    }),
    staffRoute({
      ...{ name: 'media.emblemDraft', method: 'GET', path: deskPaths(`${EMBLEM_PATH}/thu/:media`), permit },
      handle: on((portal, context) => sendDraft(ports, context, portal)),
    }),
    post('media.setEmblem', '', choose),
    post('media.uploadEmblem', '/tai-len', upload, true),
    post('media.removeEmblem', '/bo', remove),
  ];
}

/** Address of what would be made of a picture, for the preview. */
export function emblemDraftHref(lang: Lang, portalId: number, mediaId: number): string {
  return `${portalDeskHref(lang, 'emblem', { id: portalId })}/thu/${mediaId}`;
}

async function sendDraft(
  ports: Ports,
  { person, params }: StaffContext,
  { id: portalId }: PortalRow,
): Promise<Reply> {
  try {
    const { mark } = await draftEmblem(ports, person, { portalId, mediaId: readId(params.media) ?? 0 });
    const headers = { 'cache-control': 'private, no-store' };
    const stream = Readable.from([mark.bytes]);
    return { kind: 'stream', type: 'image/webp', stream, sizeBytes: mark.bytes.length, headers };
  } catch (error) {
    if (error instanceof Refusal || error instanceof FilesAway) return { kind: 'missing' };
    throw error;
  }
}

type Handle = (ports: Ports, context: StaffContext, portal: PortalRow) => Promise<Reply>;

/** An open portal whose face the person may arrange. */
async function findArranged(ports: Ports, { params, person }: StaffContext): Promise<PortalRow | undefined> {
  const portalId = readId(params.id);
  if (portalId === undefined || !isPermitted(person, portalsPermits, 'portals.arrange', portalId))
    return undefined;
  return (await localityPortals(ports, person.localityId)).find(({ id }) => id === portalId);
}

const here = ({ lang }: StaffContext, { id }: PortalRow, query = '') =>
  portalDeskHref(lang, 'emblem', { id }) + query;
const seeOther = (to: string): Reply => ({ kind: 'redirect', to, status: 303 });

/** @param problem what stood in the way, with the id of its field */
async function show(
  ports: Ports,
  context: StaffContext,
  portal: PortalRow,
  problem?: { field: string; text: string },
): Promise<Reply> {
  const { query, form, person } = context;
  const text = query.get('q')?.trim() ?? '';
  const chosenId = readId(form.get('media') ?? query.get('chon'));
  const found = await ports.database.transaction(scopeOf(person), async (tx) => {
    const emblem = await findEmblem(tx, portal.id);
    const rows: MediaRow[] = await listMedia(tx, {
      ...{ portalIds: [portal.id], kind: 'image', text, limit: OFFERED + 1 },
      beforeId: readId(query.get('truoc')),
    });
    const chosen = chosenId === undefined ? undefined : await findMediaById(tx, chosenId);
    return {
      emblem,
      madeOf: emblem && (await findMediaById(tx, emblem.media_id)),
      rows,
      chosen: chosen?.portal_id === portal.id ? chosen : undefined,
    };
  });
  const { emblem, madeOf, chosen } = found;
  const stored = emblem && (await sizeOf(ports, emblem.hash));
  const rows = found.rows.slice(0, OFFERED);
  const html = emblemPage(ports, context, {
    ...{ portal, text, problem, chosenId: chosen?.id },
    now: emblem && madeOf && { emblem, name: madeOf.name, sizeBytes: stored ?? 0 },
    rows: chosen && !rows.some(({ id }) => id === chosen.id) ? [chosen, ...rows] : rows,
    olderId: found.rows.length > OFFERED ? rows.at(-1)?.id : undefined,
    done: query.get('xong') ?? '',
  });
  return { kind: 'page', html, status: problem ? 422 : 200 };
}

async function sizeOf(ports: Ports, hash: string): Promise<number | undefined> {
  try {
    return (await ports.files.open(hash))?.sizeBytes;
  } catch (error) {
    if (error instanceof FilesAway) return undefined;
    throw error;
  }
}

/** Does the work and leads on; a refusal is shown where it was asked. */
async function attempt(
  ports: Ports,
  context: StaffContext,
  portal: PortalRow,
  field: string,
  work: () => Promise<string>,
): Promise<Reply> {
  const { lang } = context;
  try {
    return seeOther(here(context, portal, await work()));
  } catch (error) {
    if (error === NOT_PERMITTED) throw error;
    if (error instanceof FilesAway)
      return show(ports, context, portal, { field, text: uploadWords(lang).storeAwayForm });
    if (!(error instanceof Refusal)) throw error;
    return show(ports, context, portal, { field, text: error.words[lang] });
  }
}

const choose: Handle = (ports, context, portal) => {
  const { form, person, lang } = context;
  const mediaId = readId(form.get('media'));
  if (mediaId === undefined)
    return show(ports, context, portal, { field: 'media', text: emblemWords(lang).nothingChosen });
  return attempt(ports, context, portal, 'media', async () => {
    await chooseEmblem(ports, person, { portalId: portal.id, mediaId });
    return '?xong=dat';
  });
};

/** The picture goes into the library and is chosen; nothing changes at the head before it is seen there. */
const upload: Handle = (ports, context, portal) => {
  const { files, person, lang } = context;
  const [file] = files.filter(({ bytes }) => bytes.length > 0);
  if (!file) return show(ports, context, portal, { field: 'file', text: emblemWords(lang).chooseFile });
  return attempt(ports, context, portal, 'file', async () => {
    const { id } = await uploadMedia(ports, person, {
      portalId: portal.id,
      name: file.name,
      bytes: file.bytes,
    });
    return `?xong=tai&chon=${id}#chon`;
  });
};

const remove: Handle = (ports, context, portal) =>
  attempt(ports, context, portal, 'dang-dung', async () => {
    await ports.perform(context.person, removeEmblem, { portalId: portal.id });
    return '?xong=bo';
  });
