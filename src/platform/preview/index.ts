/** The first page of a document as a picture, through programs of the machine where the administrator has installed them. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { distrustfulProfile, removeSocket } from '../extract/old-word.ts';
import {
  findProgram,
  inOwnFolder,
  PROGRAM_FOLDERS,
  type ProgramLimits,
  runProgram,
} from '../extract/programs.ts';

/** A page takes a second, a long spreadsheet half a minute; what takes longer has no preview. */
const LIMITS: Readonly<ProgramLimits> = {
  timeoutMs: 60_000,
  memoryMiB: 2048,
  outputBytes: 100 * 1024 * 1024,
};
/** Twice the width it is shown in, for sharp screens. */
const WIDTH_PX = 960;
/** What LibreOffice makes a PDF of. */
const OFFICE = /\.(odt|ods|odp|docx|xlsx|pptx|rtf)$/i;

/**
 * @param name its ending says what it is
 * @returns PNG; undefined where the programs are missing or make nothing of the file
 */
export function drawFirstPage(
  bytes: Uint8Array,
  name: string,
  folders: readonly string[] = PROGRAM_FOLDERS,
): Promise<Buffer | undefined> {
  return inOwnFolder(async (folder) => {
    if (/\.pdf$/i.test(name)) {
      await writeFile(path.join(folder, 'in.pdf'), bytes);
      return drawPdf(folder, 'in.pdf', folders);
    }
    const ending = OFFICE.exec(name)?.[1];
    if (!ending) return undefined;
    await writeFile(path.join(folder, `in.${ending}`), bytes);
    return (await makePdf(folder, `in.${ending}`, folders))
      ? drawPdf(folder, 'out/in.pdf', folders)
      : undefined;
  });
}

async function makePdf(folder: string, file: string, folders: readonly string[]): Promise<boolean> {
  const program = await findProgram(folders, 'soffice', 'libreoffice');
  if (!program) return false;
  const profile = await distrustfulProfile(folder);
  const args = [
    ...['--headless', '--norestore', '--nolockcheck', '--nodefault', `-env:UserInstallation=${profile}`],
    ...['--convert-to', 'pdf', '--outdir', path.join(folder, 'out'), path.join(folder, file)],
  ];
  try {
    if ((await runProgram({ program, args, folder, folders, limits: LIMITS })).ended !== 'well') return false;
  } finally {
    await removeSocket(profile);
  }
  // LibreOffice ends well also when it has made nothing of the file
  const made: string[] = await readdir(path.join(folder, 'out')).catch(() => []);
  return made.includes('in.pdf');
}

async function drawPdf(
  folder: string,
  file: string,
  folders: readonly string[],
): Promise<Buffer | undefined> {
  const program = await findProgram(folders, 'pdftoppm');
  if (!program) return undefined;
  const args = [
    ...['-png', '-f', '1', '-l', '1', '-singlefile', '-scale-to-x', String(WIDTH_PX), '-scale-to-y', '-1'],
    ...[path.join(folder, file), path.join(folder, 'page')],
  ];
  const ran = await runProgram({ program, args, folder, folders, limits: LIMITS });
  if (ran.ended !== 'well') return undefined;
  return readFile(path.join(folder, 'page.png')).catch(() => undefined);
}
