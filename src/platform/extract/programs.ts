/** Other people's programs, run on a file somebody sent: no network, and bounds on time, memory and output. */
import { spawn } from 'node:child_process';
import { access, constants, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where programs may be: folders only root writes to, never those of a PATH somebody set. */
export const PROGRAM_FOLDERS: readonly string[] = ['/usr/local/bin', '/usr/bin', '/bin', '/opt/homebrew/bin'];

/** Bounds of one program. */
export interface ProgramLimits {
  timeoutMs: number;
  /** Private memory, where `prlimit` is there to hold it to that. */
  memoryMiB: number;
  /** Of its standard output, and of each file it writes. */
  outputBytes: number;
}

export interface ProgramCall {
  /** Whole path of the program. */
  program: string;
  args: readonly string[];
  /** Its working folder, home and place for temporary files. */
  folder: string;
  folders: readonly string[];
  limits: ProgramLimits;
}

/** Whoever waits for a page comes first. */
const NICENESS = '10';

export type ProgramEnd = { ended: 'well'; out: string } | { ended: 'badly' | 'timedOut' };

/** The first of these programs that is there, as a whole path. */
export async function findProgram(
  folders: readonly string[],
  ...names: readonly string[]
): Promise<string | undefined> {
  for (const name of names)
    for (const folder of folders) {
      const place = path.join(folder, name);
      const isThere = await access(place, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (isThere) return place;
    }
  return undefined;
}

/** Work in a folder of its own, which is gone afterwards, whatever happens. */
export async function inOwnFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cong-lang-doc-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a program to its end, or ends it and all it started. Never throws for what the program does. */
export async function runProgram(call: ProgramCall): Promise<ProgramEnd> {
  const [file = call.program, ...args] = [...(await fence(call)), call.program, ...call.args];
  return runToEnd(file, args, call);
}

/** What stands before the program: a place behind the server, bounds of memory, time and files, an empty network. */
async function fence(call: ProgramCall): Promise<string[]> {
  const { limits } = call;
  const nice = await findProgram(PROGRAM_FOLDERS, 'nice');
  const prlimit = await findProgram(PROGRAM_FOLDERS, 'prlimit');
  const unshare = await findProgram(PROGRAM_FOLDERS, 'unshare');
  const bounds = [
    ...(nice ? [nice, '-n', NICENESS] : []),
    ...(prlimit
      ? [
          prlimit,
          `--data=${limits.memoryMiB * 1024 * 1024}`,
          `--fsize=${limits.outputBytes}`,
          `--cpu=${Math.ceil(limits.timeoutMs / 1000)}`,
          '--core=0',
        ]
      : []),
  ];
  const alone = unshare ? [unshare, '--map-root-user', '--net'] : [];
  // not every kernel lets a user have a network of his own
  if (unshare && (await runToEnd(unshare, [...alone.slice(1), 'true'], call)).ended !== 'well') return bounds;
  return [...bounds, ...alone];
}

function runToEnd(file: string, args: readonly string[], call: ProgramCall): Promise<ProgramEnd> {
  const { folder, folders, limits } = call;
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: folder,
      env: {
        ...{ PATH: [...new Set([...folders, ...PROGRAM_FOLDERS])].join(':'), HOME: folder, TMPDIR: folder },
        ...{ LANG: 'C.UTF-8', OMP_THREAD_LIMIT: '1' },
      },
      stdio: ['ignore', 'pipe', 'ignore'],
      // a group of its own, so that all it started ends with it
      detached: true,
    });
    const chunks: Buffer[] = [];
    let size = 0;
    let isLate = false;
    const end = () => endGroup(child.pid);
    const timer = setTimeout(() => {
      isLate = true;
      end();
    }, limits.timeoutMs);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limits.outputBytes) end();
      else chunks.push(chunk);
    });
    child.once('error', () => {
      clearTimeout(timer);
      resolve({ ended: 'badly' });
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      end();
      if (isLate) resolve({ ended: 'timedOut' });
      else if (code !== 0 || size > limits.outputBytes) resolve({ ended: 'badly' });
      else resolve({ ended: 'well', out: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

/** The group of a process that we started ourselves. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // it has ended already
  }
}
