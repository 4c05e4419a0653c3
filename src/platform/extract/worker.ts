/** Runs in a thread of its own: a hostile file can exhaust this thread, not the server. */
import { open } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { type Extracted, type ExtractRefusal, Refused, refusal, sizeWords } from './answers.ts';
import type { ExtractLimits } from './limits.ts';
import { readFileContent } from './read.ts';

export type WorkerInput = {
  path?: string;
  bytes?: Uint8Array;
  fileName: string;
  limits: ExtractLimits;
  pictures?: boolean;
};
export type WorkerAnswer = { answer: Extracted | ExtractRefusal } | { surprise: string };

/** Reads at most the limit even when the file grew since it was measured. */
async function bytesOf({ path, bytes, limits }: WorkerInput): Promise<Uint8Array> {
  if (bytes) return bytes;
  const handle = await open(path ?? '', 'r');
  try {
    const { size } = await handle.stat();
    if (size > limits.inputBytes) throw new Refused(refusal('tooLarge', sizeWords(limits.inputBytes)));
    const buffer = Buffer.alloc(size);
    const { bytesRead } = await handle.read(buffer, 0, size, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function run(input: WorkerInput): Promise<WorkerAnswer> {
  try {
    return {
      answer: await readFileContent(await bytesOf(input), input.fileName, input.limits, input.pictures),
    };
  } catch (error) {
    if (error instanceof Refused) return { answer: error.refusal };
    // Nesting beyond the stack is a property of the file, not a fault of the reader.
    if (error instanceof RangeError && /call stack/i.test(error.message))
      return { answer: refusal('tooComplex', `${input.limits.heapMiB} MB`) };
    return { surprise: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.postMessage(await run(workerData as WorkerInput));
