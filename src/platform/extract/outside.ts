/** Old Word files through LibreOffice, scans through Tesseract, where the administrator has installed them. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Extracted, note, Refused, refusal, sizeWords } from './answers.ts';
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

const DOTS_AN_INCH = '300';
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
    await writeFile(path.join(folder, `in.${kind}`), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = ['--headless', '--norestore', '--nolockcheck', '--nodefault', profile];
    const convert = [
      '--convert-to',
      'docx',
      '--outdir',
      path.join(folder, 'out'),
      path.join(folder, `in.${kind}`),
    ];
    requireWell(await runProgram({ program, args: [...args, ...convert], folder, folders, limits }), limits);
    const made = path.join(folder, 'out', 'in.docx');
    const found = await stat(made).catch(() => undefined);
    // LibreOffice ends well also when it has made nothing of the file
    if (!found || found.size === 0 || found.size > limits.outputBytes)
      throw new Refused(refusal('outsideFailed'));
    return readFile(made);
  });
}

/** The text of a scan; undefined where what is needed is not installed. @throws Refused when there is nothing to read */
export async function recogniseScan(
  bytes: Uint8Array,
  kind: ScanKind,
  outside: Outside,
): Promise<Extracted | undefined> {
  const { folders, limits } = settled(outside);
  const tesseract = await findProgram(folders, 'tesseract');
  const painter = kind === 'pdf' ? await findProgram(folders, 'pdftoppm') : '';
  if (!tesseract || painter === undefined) return undefined;
  return inOwnFolder(async (folder) => {
    const run = (program: string, args: string[]) => runProgram({ program, args, folder, folders, limits });
    const languages = await run(tesseract, ['--list-langs']);
    if (languages.ended !== 'well' || !languages.out.split(/\s+/u).includes(LANGUAGE)) return undefined;
    const file = path.join(folder, `in.${kind}`);
    await writeFile(file, bytes);
    if (painter)
      requireWell(
        // one page more than may be, to see that there are more
        await run(painter, [
          '-r',
          DOTS_AN_INCH,
          '-gray',
          '-png',
          '-l',
          String(limits.pages + 1),
          file,
          path.join(folder, 'page'),
        ]),
        limits,
      );
    const pages = painter ? await paintedPages(folder) : [file];
    if (pages.length > limits.pages)
      throw new Refused(refusal('tooMuchInside', `${limits.pages} trang/pages`));
    const texts: string[] = [];
    for (const page of pages) {
      const read = await run(tesseract, [page, 'stdout', '-l', LANGUAGE]);
      requireWell(read, limits);
      texts.push(read.out.replaceAll('\f', '').trim());
    }
    return extractedOf(texts, kind, bytes.length);
  });
}

/** pdftoppm gives all numbers the same length, so names sort as pages. */
async function paintedPages(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => /^page-\d+\.png$/u.test(name))
    .sort()
    .map((name) => path.join(folder, name));
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
