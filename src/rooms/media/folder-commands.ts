import type { Command } from '../../platform/command/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { FILE_UNKNOWN } from './commands.ts';
import { checkPlace, FOLDER_TWICE, folderName, NO_FOLDER } from './folder-rules.ts';
import {
  emptyFolder,
  findFolder,
  findNamed,
  insertFolder,
  listFolders,
  listInside,
  MOST_FOLDERS,
  markFolderRemoved,
  moveInto,
  saveFolder,
} from './folder-store.ts';
import { permits } from './permits.ts';

const TOO_MANY_FOLDERS = new Refusal(
  'folders-many',
  {
    vi: `Kho đã có ${MOST_FOLDERS} thư mục, nhiều nhất có thể. Hãy bỏ bớt thư mục không dùng.`,
    en: `The library has ${MOST_FOLDERS} folders, the most it can have. Remove some that are not used.`,
  },
  'name',
);

/** Makes a folder in the library of a portal. */
export const makeFolder: Command<
  { portalId: number; parentId: number | null; name: string },
  { folderId: number }
> = {
  name: 'media.makeFolder',
  permit: 'media.order',
  permits,
  portal: (input) => input.portalId,
  async run({ tx, actor, now, record }, { portalId, parentId, name: typed }) {
    const name = folderName(typed);
    const folders = await listFolders(tx, portalId);
    if (folders.length >= MOST_FOLDERS) throw TOO_MANY_FOLDERS;
    checkPlace(folders, undefined, parentId);
    const by = actor.kind === 'person' ? actor.personId : null;
    const made = await insertFolder(tx, { portalId, parentId, name, by, at: now });
    if (!made) throw FOLDER_TWICE;
    record({ portalId, subject: { kind: 'mediaFolder', id: made.id }, payload: { parentId } });
    return { folderId: made.id };
  },
};

/** Renames a folder or moves it, with all that lies in it. */
export const changeFolder: Command<
  { portalId: number; folderId: number; parentId: number | null; name: string },
  void
> = {
  name: 'media.changeFolder',
  permit: 'media.order',
  permits,
  portal: (input) => input.portalId,
  async run({ tx, record }, { portalId, folderId, parentId, name: typed }) {
    const name = folderName(typed);
    const folders = await listFolders(tx, portalId);
    if (!folders.some(({ id }) => id === folderId)) throw NO_FOLDER;
    checkPlace(folders, folderId, parentId);
    const twin = await findNamed(tx, portalId, parentId, name);
    if (twin && twin.id !== folderId) throw FOLDER_TWICE;
    await saveFolder(tx, folderId, { name, parentId });
    record({ portalId, subject: { kind: 'mediaFolder', id: folderId }, payload: { parentId } });
  },
};

/** Removes a folder; the files and folders in it go to the one above, so that none is lost. */
export const removeFolder: Command<
  { portalId: number; folderId: number },
  { files: number; parentId: number | null }
> = {
  name: 'media.removeFolder',
  permit: 'media.order',
  permits,
  portal: (input) => input.portalId,
  async run({ tx, now, record }, { portalId, folderId }) {
    const folder = await findFolder(tx, folderId);
    if (folder?.portal_id !== portalId) throw NO_FOLDER;
    await markFolderRemoved(tx, folderId, now);
    // a folder that comes to lie beside one of its name bears a number
    for (const inside of await listInside(tx, folderId)) {
      let name = inside.name;
      for (let n = 2; await findNamed(tx, portalId, folder.parent_id, name); n++)
        name = `${inside.name} (${n})`;
      if (name !== inside.name) await saveFolder(tx, inside.id, { name, parentId: folderId });
    }
    const files = await emptyFolder(tx, folder);
    record({ portalId, subject: { kind: 'mediaFolder', id: folderId }, payload: { files } });
    return { files, parentId: folder.parent_id };
  },
};

/** Puts files into a folder, or into none. */
export const moveMedia: Command<
  { portalId: number; mediaIds: readonly number[]; folderId: number | null },
  number
> = {
  name: 'media.moveMedia',
  permit: 'media.order',
  permits,
  portal: (input) => input.portalId,
  async run({ tx, record }, { portalId, mediaIds, folderId }) {
    if (folderId !== null && (await findFolder(tx, folderId))?.portal_id !== portalId) throw NO_FOLDER;
    const moved = await moveInto(tx, portalId, mediaIds, folderId);
    if (moved !== mediaIds.length) throw FILE_UNKNOWN;
    record({
      portalId,
      subject: { kind: 'media', id: mediaIds[0] ?? 0 },
      payload: { mediaIds, folderId },
    });
    return moved;
  },
};
