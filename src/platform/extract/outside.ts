/** Old Word files through LibreOffice, scans through Tesseract, where the administrator has installed them. */
import { open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Extracted, note, Refused, refusal, sizeWords } from './answers.ts';
import { distrustfulProfile, importFilter, removeSocket } from './old-word.ts';
import {
  findProgram,
  inOwnFolder,
  PROGRAM_FOLDERS,
  type ProgramEnd,
  type ProgramLimits,
  runProgram,
} from './programs.ts';

/** Leave to use the programs of the machine; whoever answers requests of the web does without. */
export interface Outside {
  /** Folders in which they are looked for; those of the system when left out. */
  folders?: readonly string[];
  limits?: Partial<OutsideLimits>;
}

export interface OutsideLimits extends ProgramLimits {
  /** Pages of a scan. */
  pages: number;
}

/** A page of A4 at 300 dots an inch takes some seconds and far less than a gigabyte. */
export const OUTSIDE_LIMITS: Readonly<OutsideLimits> = {
  timeoutMs: 120_000,
  memoryMiB: 2048,
  outputBytes: 100 * 1024 * 1024,
  pages: 100,
};

const DOTS_AN_INCH = 300;
/** A page larger than A2, as programs of scanners make them, is painted with fewer dots: to this longer side. */
const LONGEST_DOTS = 7000;
const POINTS_AN_INCH = 72;
const LANGUAGE = 'vie';

export type ScanKind = 'pdf' | 'png' | 'jpg';

const settled = ({ folders = PROGRAM_FOLDERS, limits }: Outside) => ({
  folders,
  limits: { ...OUTSIDE_LIMITS, ...limits },
});

/** The file as .docx; undefined where LibreOffice is not installed. @throws Refused when it cannot read the file */
export async function convertOldWord(
  bytes: Uint8Array,
  kind: 'doc' | 'rtf',
  outside: Outside,
): Promise<Uint8Array | undefined> {
  const { folders, limits } = settled(outside);
  const program = await findProgram(folders, 'soffice', 'libreoffice');
  if (!program) return undefined;
  return inOwnFolder(async (folder) => {
    const file = path.join(folder, `in.${kind}`);
    await writeFile(file, bytes);
    const profile = await distrustfulProfile(folder);
    const args = [
      ...['--headless', '--norestore', '--nolockcheck', '--nodefault', `-env:UserInstallation=${profile}`],
      ...[`--infilter=${importFilter(bytes, kind)}`, '--convert-to', 'docx'],
      ...['--outdir', path.join(folder, 'out'), file],
    ];
    try {
      requireWell(await runProgram({ program, args, folder, folders, limits }), limits);
    } finally {
      await removeSocket(profile);
    }
    const made = path.join(folder, 'out', 'in.docx');
    const found = await stat(made).catch(() => undefined);
    // LibreOffice ends well also when it has made nothing of the file
    if (!found || found.size === 0 || found.size > limits.outputBytes)
      throw new Refused(refusal('outsideFailed'));
    return readFile(made);
  });
}

/**
 * The text of a scan; undefined where what is needed is not installed.
 * @param sides longer side of each page in points; each is painted and read by itself, so that bounds are those of a page
 * @throws Refused when there is nothing to read
 */
export async function recogniseScan(
  bytes: Uint8Array,
  kind: ScanKind,
  sides: readonly number[],
  outside: Outside,
): Promise<Extracted | undefined> {
  const { folders, limits } = settled(outside);
  const tesseract = await findProgram(folders, 'tesseract');
  const painter = kind === 'pdf' ? await findProgram(folders, 'pdftoppm') : '';
  if (!tesseract || painter === undefined) return undefined;
  if (sides.length > limits.pages) throw new Refused(refusal('tooMuchInside', `${limits.pages} trang/pages`));
  return inOwnFolder(async (folder) => {
    const run = async (program: string, args: string[]) => {
      const end = await runProgram({ program, args, folder, folders, limits });
      requireWell(end, limits);
      return end.out;
    };
    const languages = await runProgram({
      program: tesseract,
      args: ['--list-langs'],
      folder,
      folders,
      limits,
    });
    if (languages.ended !== 'well' || !languages.out.split(/\s+/u).includes(LANGUAGE)) return undefined;
    const file = path.join(folder, `in.${kind}`);
    await writeFile(file, bytes);
    const texts: string[] = [];
    for (const [index, side] of sides.entries()) {
      const picture = painter ? path.join(folder, 'page.png') : file;
      if (painter) await run(painter, paintingOf(file, index + 1, side, path.join(folder, 'page')));
      if (painter && !(await isPainted(picture))) throw new Refused(refusal('outsideFailed'));
      texts.push((await run(tesseract, [picture, 'stdout', '-l', LANGUAGE])).replaceAll('\f', '').trim());
      await rm(picture);
    }
    return extractedOf(texts, kind, bytes.length);
  });
}

/** One page as `target`.png. */
function paintingOf(file: string, page: number, side: number, target: string): string[] {
  const only = ['-f', String(page), '-l', String(page), '-singlefile'];
  const dots = Math.min(DOTS_AN_INCH, Math.floor((LONGEST_DOTS * POINTS_AN_INCH) / Math.max(1, side)));
  return ['-r', String(Math.max(1, dots)), '-gray', '-png', ...only, file, target];
}

/** pdftoppm ends well also when it finds no memory for a page: it then paints a single dot. */
async function isPainted(picture: string): Promise<boolean> {
  const handle = await open(picture).catch(() => undefined);
  if (!handle) return false;
  try {
    const sizeAt = 16;
    const head = Buffer.alloc(sizeAt + 8);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return bytesRead > 0 && head.readBigUInt64BE(sizeAt) !== 0x0000_0001_0000_0001n;
  } finally {
    await handle.close();
  }
}

function extractedOf(texts: readonly string[], kind: ScanKind, sizeBytes: number): Extracted {
  const text = texts.join('\n').normalize('NFC');
  if (!/\p{L}/u.test(text)) throw new Refused(refusal('noText'));
  const notes = [note('recognisedScan', texts.length)];
  return { ok: true, format: kind, text, lineWrapped: true, sizeBytes, notes, bodyFindings: [] };
}

function requireWell(
  end: ProgramEnd,
  { timeoutMs, memoryMiB }: OutsideLimits,
): asserts end is Extract<ProgramEnd, { ended: 'well' }> {
  if (end.ended === 'timedOut') throw new Refused(refusal('timedOut', `${Math.ceil(timeoutMs / 1000)} s`));
  if (end.ended === 'badly') throw new Refused(refusal('outsideFailed', sizeWords(memoryMiB * 1024 * 1024)));
}
