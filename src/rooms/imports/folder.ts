import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { FOLDER_WORDS } from './words.ts';

/** Bounds of a folder: deeper or larger ones are taken in parts, so that a wrong path does not read a whole disk. */
export const FOLDER_LIMITS = { depth: 8, files: 5_000 } as const;

/** A regular file of the folder. */
export interface FoundFile {
  /** Below the folder, NFC, with `/`: what reports show. */
  name: string;
  path: string;
}

/** Something in the folder that is no file to read, and why. */
export interface PassedOver {
  name: string;
  words: Words;
}

export interface FolderContents {
  files: FoundFile[];
  passedOver: PassedOver[];
}

/**
 * The files of a folder and of the folders in it, in the order of their names. Links are not followed, so nothing
 * outside the folder is ever read. @throws Refusal `folder-missing` when it is no folder, or cannot be read.
 */
export async function listFolder(
  folder: string,
  limits: { depth: number; files: number } = FOLDER_LIMITS,
): Promise<FolderContents> {
  const found: FolderContents = { files: [], passedOver: [] };
  const root = await realpath(folder).catch(() => undefined);
  if (!root || !(await stat(root)).isDirectory())
    throw new Refusal('folder-missing', FOLDER_WORDS.missing(folder));
  await walk(root, '', 1, limits, found);
  return found;
}

async function walk(
  folder: string,
  prefix: string,
  depth: number,
  limits: { depth: number; files: number },
  found: FolderContents,
): Promise<void> {
  const passOver = (name: string, words: Words) => void found.passedOver.push({ name, words });
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    if (prefix === '') throw new Refusal('folder-missing', FOLDER_WORDS.missing(folder));
    return passOver(prefix, FOLDER_WORDS.unreadable);
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const name = prefix + entry.name.normalize('NFC');
    const place = path.join(folder, entry.name);
    if (entry.name.startsWith('.')) passOver(name, FOLDER_WORDS.hidden);
    else if (entry.isSymbolicLink()) passOver(name, FOLDER_WORDS.link);
    else if (entry.isDirectory()) {
      if (depth >= limits.depth) passOver(name, FOLDER_WORDS.tooDeep(limits.depth));
      else await walk(place, `${name}/`, depth + 1, limits, found);
    } else if (!entry.isFile()) passOver(name, FOLDER_WORDS.noFile);
    else if (found.files.length >= limits.files) passOver(name, FOLDER_WORDS.tooMany(limits.files));
    else found.files.push({ name, path: place });
  }
}
