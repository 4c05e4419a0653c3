import { Refusal } from '../../rules/refusal.ts';

export interface FolderPlace {
  id: number;
  parent_id: number | null;
  name: string;
}

const MOST_DEPTH = 6;
export const FOLDER_NAME_LENGTH = 80;

export const NO_FOLDER = new Refusal(
  'folder-unknown',
  {
    vi: 'Thư mục này không còn. Hãy mở lại kho và chọn thư mục khác.',
    en: 'This folder is no longer there. Open the library again and choose another.',
  },
  'folder',
);
export const FOLDER_NAMELESS = new Refusal(
  'folder-nameless',
  {
    vi: 'Hãy đặt tên cho thư mục, ví dụ “Lễ hội 2026”.',
    en: 'Give the folder a name, such as “Festival 2026”.',
  },
  'name',
);
export const FOLDER_TWICE = new Refusal(
  'folder-twice',
  {
    vi: 'Ở đây đã có một thư mục tên này. Hãy đặt tên khác, hoặc dùng thư mục sẵn có.',
    en: 'There is a folder of this name here already. Choose another name, or use that folder.',
  },
  'name',
);
export const FOLDER_IN_ITSELF = new Refusal(
  'folder-in-itself',
  {
    vi: 'Không đưa một thư mục vào chính nó hoặc vào thư mục con của nó được. Hãy chọn thư mục khác.',
    en: 'A folder cannot be put into itself or into a folder within it. Choose another.',
  },
  'parent',
);
export const FOLDER_TOO_DEEP = new Refusal(
  'folder-too-deep',
  {
    vi: `Thư mục chỉ lồng nhau đến ${MOST_DEPTH} tầng. Hãy đặt ở tầng trên.`,
    en: `Folders go ${MOST_DEPTH} levels deep at most. Put it higher up.`,
  },
  'parent',
);

/** The name of a folder as it is kept. @throws Refusal `folder-nameless` */
export function folderName(typed: string): string {
  const name = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}/\\]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, FOLDER_NAME_LENGTH);
  if (!name) throw FOLDER_NAMELESS;
  return name;
}

/** The folders from the topmost to this one. */
export function wayTo<F extends FolderPlace>(folders: readonly F[], folderId: number | null): F[] {
  const byId = new Map(folders.map((folder) => [folder.id, folder]));
  const way: F[] = [];
  let at = folderId === null ? undefined : byId.get(folderId);
  while (at && !way.includes(at)) {
    way.push(at);
    at = at.parent_id === null ? undefined : byId.get(at.parent_id);
  }
  return way.reverse();
}

/**
 * Whether a folder may lie in another (`null`: topmost).
 * @throws Refusal `folder-unknown`, `folder-in-itself` or `folder-too-deep`
 */
export function checkPlace(
  folders: readonly FolderPlace[],
  moved: number | undefined,
  parentId: number | null,
): void {
  if (parentId !== null && !folders.some(({ id }) => id === parentId)) throw NO_FOLDER;
  const way = wayTo(folders, parentId);
  if (moved !== undefined && way.some(({ id }) => id === moved)) throw FOLDER_IN_ITSELF;
  if (way.length + heightOf(folders, moved) > MOST_DEPTH) throw FOLDER_TOO_DEEP;
}

function heightOf(folders: readonly FolderPlace[], folderId: number | undefined): number {
  if (folderId === undefined) return 1;
  const below = folders.filter(({ parent_id }) => parent_id === folderId);
  return 1 + Math.max(0, ...below.map(({ id }) => heightOf(folders, id)));
}

/** Folders as a tree laid flat: each with how deep it lies, below the one it lies in. */
export function treeOf<F extends FolderPlace>(
  folders: readonly F[],
  parentId: number | null = null,
  depth = 0,
): (F & { depth: number })[] {
  return folders
    .filter((folder) => folder.parent_id === parentId)
    .flatMap((folder) => [{ ...folder, depth }, ...treeOf(folders, folder.id, depth + 1)]);
}
