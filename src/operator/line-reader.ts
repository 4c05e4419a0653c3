import type { BulkLine } from '../rooms/imports/index.ts';
import { LINE_WORDS } from '../rooms/imports/index.ts';

/** A line holds one document; ten times the longest law of the country. */
const LINE_BYTES = 16 * 1024 * 1024;
const LINE_FEED = 10;

/**
 * The lines of a stream of UTF-8, one after the other, whatever its size. A line that is too long, or no UTF-8, is named
 * by its number and passed over.
 */
export async function* readLines(
  stream: AsyncIterable<Uint8Array>,
  lineBytes: number = LINE_BYTES,
): AsyncGenerator<BulkLine> {
  let pieces: Uint8Array[] = [];
  let size = 0;
  let line = 1;
  const take = (): BulkLine => {
    const whole = size > lineBytes ? undefined : Buffer.concat(pieces);
    [pieces, size] = [[], 0];
    const number = line++;
    if (!whole)
      return { line: number, refused: LINE_WORDS.lineTooLong(`${Math.floor(lineBytes / 1024 / 1024)} MB`) };
    const text = decode(whole);
    return text === undefined ? { line: number, refused: LINE_WORDS.notUtf8 } : { line: number, text };
  };
  const keep = (piece: Uint8Array) => {
    size += piece.length;
    if (size <= lineBytes) pieces.push(piece);
    else pieces = [];
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      keep(chunk.subarray(from, at));
      from = at + 1;
      yield take();
    }
    keep(chunk.subarray(from));
  }
  if (size > 0) yield take();
}

/** A byte order mark is no letter of the text. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
