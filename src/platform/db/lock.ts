import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';

/** Another living process holds the data folder. PGlite itself would not notice and would corrupt it. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/** Start time of a process in clock ticks since boot, so that a reused process number is told apart. */
function startTimeOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function isAlive(pid: number, startTime: string | undefined): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = startTimeOf(pid);
  return now === undefined || startTime === undefined || startTime === '' || now === startTime;
}

/**
 * Takes the lock file exclusively, or replaces one whose process is dead (kill -9, power cut).
 * @returns the release. @throws FolderInUse naming the process that holds it.
 */
export function takeLock(file: string): () => void {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = openSync(file, 'wx');
      writeSync(handle, `${process.pid} ${startTimeOf(process.pid) ?? ''}\n`);
      closeSync(handle);
      return () => unlinkIfOurs(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const [pid, startTime] = readFileSync(file, 'utf8').trim().split(' ');
    if (pid && isAlive(Number(pid), startTime)) {
      throw new FolderInUse(
        `Thư mục dữ liệu đang được tiến trình ${pid} dùng. Hãy dừng tiến trình ấy, hoặc đặt DATA_DIR là thư mục khác. / The data folder is in use by process ${pid}. Stop that process, or set DATA_DIR to another folder.`,
      );
    }
    unlinkSync(file);
  }
  throw new FolderInUse('The data folder is being taken by another process. Try again.');
}

function unlinkIfOurs(file: string): void {
  try {
    if (readFileSync(file, 'utf8').startsWith(`${process.pid} `)) unlinkSync(file);
  } catch {
    // already gone
  }
}
