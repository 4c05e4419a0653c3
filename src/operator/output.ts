/** Where the tool speaks: results on `out`, progress and refusals on `err`. */
export interface Streams {
  out: { write(text: string): unknown };
  err: { write(text: string): unknown; isTTY?: boolean };
}

/** How far something long has come: one line that changes on a terminal, plain lines otherwise. */
export interface Progress {
  step(text: string): void;
  /** Ends the changing line, so that what follows begins on a line of its own. */
  done(): void;
}

/** Without a terminal a line every few seconds is enough to see that it goes on. */
const PLAIN_EVERY_MS = 2_000;

export function createProgress(err: Streams['err'], now: () => number = () => performance.now()): Progress {
  let isOpen = false;
  let lastAt = Number.NEGATIVE_INFINITY;
  return {
    step(text) {
      if (err.isTTY) {
        err.write(`\r\u001b[2K${text}`);
        isOpen = true;
      } else if (now() - lastAt >= PLAIN_EVERY_MS) {
        lastAt = now();
        err.write(`${text}\n`);
      }
    },
    done() {
      if (isOpen) err.write('\n');
      isOpen = false;
      lastAt = Number.NEGATIVE_INFINITY;
    },
  };
}

/** Letters, not code units: Vietnamese in NFC has one column a letter. */
function widthOf(text: string): number {
  return [...text.normalize('NFC')].length;
}

/** Rows under heads, each column as wide as its widest cell. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, i) => Math.max(widthOf(head), ...rows.map((row) => widthOf(row[i] ?? ''))));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd();
  return [line(heads), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}
