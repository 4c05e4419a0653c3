import { createStore, del, entries, set } from 'idb-keyval';

/** A file that is to be sent, with all that is needed to go on after the page was loaded anew. */
export interface KeptFile {
  /** The id of its upload. */
  id: string;
  person: string;
  portal: string;
  folder: string;
  name: string;
  size: number;
  file: Blob;
  addedAt: number;
}

/** What nobody came back for: the server has let it go by then. */
const KEPT_MS = 3 * 24 * 3_600_000;

const place = () => createStore('cong-lang-uploads', 'files');

/** Keeps a file in the browser. @returns false when the browser has no room or no leave for it */
export async function keep(file: KeptFile): Promise<boolean> {
  try {
    await set(file.id, file, place());
    return true;
  } catch {
    return false;
  }
}

export async function forget(id: string): Promise<void> {
  try {
    await del(id, place());
  } catch {
    // what was never kept
  }
}

/** What this person has not finished sending to this portal, in the order in which it was chosen. */
export async function listKept(person: string, portal: string): Promise<KeptFile[]> {
  try {
    const all = (await entries<string, KeptFile>(place())).map(([, file]) => file);
    for (const { id, addedAt } of all) if (Date.now() - addedAt > KEPT_MS) await forget(id);
    return all
      .filter((one) => one.person === person && one.portal === portal && Date.now() - one.addedAt <= KEPT_MS)
      .sort((a, b) => a.addedAt - b.addedAt);
  } catch {
    return [];
  }
}
