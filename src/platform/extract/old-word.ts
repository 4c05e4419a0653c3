/** What is known of an old Word file before LibreOffice sees it, and how LibreOffice is told to distrust it. */
import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Streams of the container begin at a multiple of this. */
const SECTOR_BYTES = 64;
/** The first word of the document's own stream: Word 97 and later; Word 6 and 95. */
const WORD_97 = 0xa5ec;
const WORD_6 = 0xa5dc;
const FLAGS_AT = 0x0a;
const IS_ENCRYPTED = 0x0100;

type OldWordHead = { isWord97: boolean; isEncrypted: boolean };

/** The head of the document in an old container; undefined where there is none, or it was cut off. */
export function oldWordHead(bytes: Uint8Array): OldWordHead | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = SECTOR_BYTES; at + SECTOR_BYTES <= bytes.length; at += SECTOR_BYTES) {
    const word = view.getUint16(at, true);
    if (word !== WORD_97 && word !== WORD_6) continue;
    const flags = view.getUint16(at + FLAGS_AT, true);
    return { isWord97: word === WORD_97, isEncrypted: (flags & IS_ENCRYPTED) !== 0 };
  }
  return undefined;
}

/** The one filter LibreOffice may read it with: left to itself it takes what is no Word file for a plain text. */
export function importFilter(bytes: Uint8Array, kind: 'doc' | 'rtf'): string {
  if (kind === 'rtf') return 'Rich Text Format';
  return oldWordHead(bytes)?.isWord97 === false ? 'MS WinWord 6.0' : 'MS Word 97';
}

/** No macro runs, and nothing a document links to is fetched, also where the kernel gives no network of its own. */
const SETTINGS = [
  ['BlockUntrustedRefererLinks', 'true'],
  ['DisableMacrosExecution', 'true'],
  ['MacroSecurityLevel', '3'],
].map(
  ([name, value]) =>
    `<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
);

/** A profile of LibreOffice in this folder. @returns its address */
export async function distrustfulProfile(folder: string): Promise<string> {
  const user = path.join(folder, 'profile', 'user');
  await mkdir(user, { recursive: true });
  await writeFile(
    path.join(user, 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">${SETTINGS.join('')}</oor:items>`,
  );
  return `file://${folder}/profile`;
}

/**
 * LibreOffice that was ended leaves a socket in the system's temporary folder, named by the MD5 of its profile, whose bytes
 * it writes without leading zeros.
 */
export async function removeSocket(profile: string): Promise<void> {
  const digest = createHash('md5').update(Buffer.from(profile, 'utf16le')).digest();
  const name = [...digest].map((byte) => byte.toString(16)).join('');
  for (const user of new Set([0, process.getuid?.() ?? 0]))
    for (const folder of ['/tmp', '/var/tmp'])
      await rm(path.join(folder, `OSL_PIPE_${user}_SingleOfficeIPC_${name}`), { force: true });
}
