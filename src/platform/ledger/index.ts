import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Lines that are only ever added, in a file outside the database: what must still be known after an older copy of the
 * database was restored.
 */
export interface Ledger {
  /** One line; on the disk before it returns. */
  append(entry: object): Promise<void>;
  /** All lines in order. One that was cut off by a crash is left out: whoever wrote it was never told that it stands. */
  read(): Promise<unknown[]>;
}

export function createLedger(file: string): Ledger {
  // one after the other, so that lines never run into each other
  let last: Promise<void> = Promise.resolve();
  const write = async (line: string) => {
    await mkdir(path.dirname(file), { recursive: true });
    const handle = await open(file, 'a', 0o600);
    try {
      // begins with a line end: what a crash left half-written spoils no line but its own
      await handle.appendFile(`\n${line}`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  };
  return {
    append(entry) {
      last = last.catch(() => {}).then(() => write(JSON.stringify(entry)));
      return last;
    },
    async read() {
      const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '';
        throw error;
      });
      return text.split('\n').flatMap(parsed);
    },
  };
}

function parsed(line: string): unknown[] {
  if (line.trim() === '') return [];
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}
