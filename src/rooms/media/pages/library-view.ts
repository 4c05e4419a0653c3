import { NOT_PERMITTED, scopeOf } from '../../../platform/command/index.ts';
import { readId } from '../../../platform/http/ids.ts';
import { deskPath } from '../../../platform/http/paths.ts';
import type { StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted, portalsPermitted } from '../../../rules/access/index.ts';
import { listPortals, portalName } from '../../portals/index.ts';
import { type CountedFolder, listFolders } from '../folder-store.ts';
import { GROUPS, type KindGroup, typesOf } from '../kind-rules.ts';
import { permits } from '../permits.ts';
import { keepsOriginals } from '../setting-store.ts';
import { type LibraryRow, listMedia } from '../store.ts';

const PAGE_SIZE = 30;

/** What part of a library is looked at, as the address has it. */
export interface Place {
  portalId: number;
  /** Undefined: the whole library; null: what lies in no folder. */
  folderId: number | null | undefined;
  text: string;
  /** A group of kinds; `image` and `other` as the editor asks. */
  kind: KindGroup | 'image' | 'other' | '';
  look: 'list' | 'grid';
  removed: boolean;
}

export interface LibraryView {
  place: Place;
  portals: readonly { id: number; name: string }[];
  portal: { id: number; name: string };
  folders: readonly CountedFolder[];
  may: Readonly<Record<'add' | 'order' | 'describe' | 'settings', boolean>>;
  isKeeping: boolean;
  rows: readonly LibraryRow[];
  olderHref: string | undefined;
  newestHref: string | undefined;
}

/** The portal asked for when the person may look into its library; else this host's, else his first. @throws Refusal */
export function chosenPortal(context: StaffContext, fields: URLSearchParams): number {
  const permitted = portalsPermitted(context.person, permits, 'media.read');
  const asked = fields.get('cong');
  const wanted = asked ? Number(asked) : context.site.portalId;
  const found = permitted.includes(wanted) ? wanted : asked ? undefined : permitted[0];
  if (found === undefined) throw NOT_PERMITTED;
  return found;
}

/** Reads the place from an address, or from a form that came from there. @throws Refusal */
export function readPlace(context: StaffContext, fields: URLSearchParams): Place {
  const kind = fields.get('loai') ?? '';
  const folder = fields.get('thu-muc') ?? '';
  return {
    portalId: chosenPortal(context, fields),
    folderId: folder === '0' ? null : readId(folder),
    text: fields.get('q')?.trim() ?? '',
    kind: [...GROUPS, 'image', 'other'].includes(kind) ? (kind as Place['kind']) : '',
    look: fields.get('xem') === 'luoi' ? 'grid' : 'list',
    removed: fields.get('bo') === '1',
  };
}

/** The fields of an address that lead to a place. */
export function fieldsOfPlace(place: Place): Record<string, string> {
  return {
    cong: String(place.portalId),
    'thu-muc': place.folderId === null ? '0' : String(place.folderId ?? ''),
    q: place.text,
    loai: place.kind,
    xem: place.look === 'grid' ? 'luoi' : '',
    bo: place.removed ? '1' : '',
  };
}

/** Address of a place in the library; `sub` is a page below it. */
export function libraryHref(
  lang: StaffContext['lang'],
  place: Place,
  more: Record<string, string> = {},
  sub = '',
): string {
  const fields = Object.entries({ ...fieldsOfPlace(place), ...more }).filter(([, value]) => value !== '');
  return `${deskPath(lang, `/kho${sub}`)}?${new URLSearchParams(fields)}`;
}

function filterOf(place: Place, limit: number, beforeId?: number) {
  const { kind, text, folderId, removed, portalId } = place;
  return {
    portalIds: [portalId],
    ...(kind === 'image' || kind === 'other' ? { kind } : kind ? { types: typesOf(kind) } : {}),
    // what somebody looks for, he looks for everywhere below
    folderId: text || removed ? undefined : folderId,
    text: text || undefined,
    ...{ removed, beforeId, limit },
  };
}

/** Rows of a place alone: for the editor and for the export. */
export function loadRows(
  ports: Ports,
  context: StaffContext,
  place: Place,
  limit: number,
): Promise<LibraryRow[]> {
  return ports.database.transaction(scopeOf(context.person), (tx) => listMedia(tx, filterOf(place, limit)));
}

export async function loadLibrary(ports: Ports, context: StaffContext, place: Place): Promise<LibraryView> {
  const { person, lang, query } = context;
  const { portalId } = place;
  const beforeId = readId(query.get('truoc'));
  const [rows, portals, folders, isKeeping] = await ports.database.transaction(
    scopeOf(person),
    async (tx) => [
      await listMedia(tx, filterOf(place, PAGE_SIZE + 1, beforeId)),
      await listPortals(tx, person.localityId),
      await listFolders(tx, portalId),
      await keepsOriginals(tx, portalId),
    ],
  );
  const mine = portalsPermitted(person, permits, 'media.read');
  const named = portals
    .filter((portal) => mine.includes(portal.id))
    .map((portal) => ({ id: portal.id, name: portalName(portal, lang) }));
  const may = (permit: 'media.add' | 'media.order' | 'media.describe' | 'media.settings') =>
    isPermitted(person, permits, permit, portalId);
  return {
    ...{ place, folders, isKeeping, portals: named, rows: rows.slice(0, PAGE_SIZE) },
    portal: named.find(({ id }) => id === portalId) ?? { id: portalId, name: '' },
    may: {
      ...{ add: may('media.add'), order: may('media.order') },
      ...{ describe: may('media.describe'), settings: may('media.settings') },
    },
    olderHref:
      rows.length > PAGE_SIZE
        ? libraryHref(lang, place, { truoc: String(rows[PAGE_SIZE - 1]?.id ?? '') })
        : undefined,
    newestHref: beforeId === undefined ? undefined : libraryHref(lang, place),
  };
}
