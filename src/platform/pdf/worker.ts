/** Runs in a thread of its own: the portal answers while pages are laid out. */
import { parentPort, workerData } from 'node:worker_threads';
import { printBook } from './book.ts';
import type { PdfMade, PdfText } from './types.ts';

export type PdfAnswer = { made: PdfMade } | { isTooDeep: true } | { surprise: string };

async function run(text: PdfText): Promise<PdfAnswer> {
  try {
    return { made: await printBook(text) };
  } catch (error) {
    // Nesting beyond the stack is a property of the text, not a fault of the printer.
    if (error instanceof RangeError && /call stack/i.test(error.message)) return { isTooDeep: true };
    return { surprise: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.postMessage(await run(workerData as PdfText));
