/** The door of taking files in: text and structure out of .txt .html .docx .odt .pdf, within bounds. */
import { readFile, stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { type Extracted, type ExtractRefusal, note, Refused, refusal, sizeWords } from './answers.ts';
import { imageKind } from './detect.ts';
import { DEFAULT_LIMITS, type ExtractLimits } from './limits.ts';
import { convertOldWord, type Outside, recogniseScan } from './outside.ts';
import type { WorkerAnswer, WorkerInput } from './worker.ts';

export type { Extracted, ExtractedPicture, ExtractNote, ExtractRefusal, FileFormat } from './answers.ts';
export type { Conversion } from './legacy.ts';
export { DEFAULT_LIMITS, type ExtractLimits } from './limits.ts';
export { OUTSIDE_LIMITS, type Outside } from './outside.ts';
export type { NoteCode, RefusalCode } from './words.ts';

export type ExtractRequest = ({ path: string } | { bytes: Uint8Array }) & {
  /** As the sender named it; used for notes and to tell HTML from plain text. */
  fileName: string;
  limits?: Partial<ExtractLimits>;
  /** Pictures are handed over and notes stand where they are cited; else pictures are counted only. */
  pictures?: boolean;
  /** Old Word files and scans are handed to programs of the machine; refused when left out. */
  outside?: Outside;
};

/** Threads at work at once: each may fill a core and `heapMiB`. */
const MAX_AT_WORK = 2;
/** Requests that may wait for a thread; more are told to come back. */
const MAX_WAITING = 20;

/** What a program of the machine may make readable. */
const OUTSIDE_CODES: ReadonlySet<string> = new Set(['oldWord', 'scannedPdf', 'scannedImage']);

let atWork = 0;
const waiting: (() => void)[] = [];

/**
 * Reads a file in a worker thread. Every refusal (too large, broken, encrypted, scanned, unknown, old code table,
 * too slow …) is a value with a sentence in both languages; only failures of the machine itself are thrown.
 * A file that is too large is refused by its size alone, before a byte is read.
 */
export async function extractFile(request: ExtractRequest): Promise<Extracted | ExtractRefusal> {
  const answer = await extractInside(request);
  const { outside } = request;
  if (answer.ok || !outside || !OUTSIDE_CODES.has(answer.code)) return answer;
  try {
    return (await extractOutside(request, answer, outside)) ?? answer;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** @returns undefined where the program is not installed */
async function extractOutside(
  request: ExtractRequest,
  { code, pageSides = [] }: ExtractRefusal,
  outside: Outside,
): Promise<Extracted | ExtractRefusal | undefined> {
  const bytes = 'bytes' in request ? request.bytes : await readFile(request.path);
  if (code === 'scannedPdf') return recogniseScan(bytes, 'pdf', pageSides, outside);
  const picture = imageKind(bytes);
  if (picture) return recogniseScan(bytes, picture, [0], outside);
  const oldKind = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '{\\rtf' ? 'rtf' : 'doc';
  const converted = await convertOldWord(bytes, oldKind, outside);
  if (!converted) return undefined;
  const fileName = `${request.fileName.replace(/\.[^.]*$/u, '')}.docx`;
  const answer = await extractInside({
    bytes: converted,
    fileName,
    ...(request.limits && { limits: request.limits }),
  });
  if (!answer.ok) return answer;
  return {
    ...answer,
    notes: [note('oldWordConverted'), ...answer.notes],
    ...(oldKind === 'doc' && { converted }),
  };
}

async function extractInside(request: ExtractRequest): Promise<Extracted | ExtractRefusal> {
  const limits: ExtractLimits = { ...DEFAULT_LIMITS, ...request.limits };
  const early = await refuseBySize(request, limits);
  if (early) return early;
  if (atWork >= MAX_AT_WORK) {
    if (waiting.length >= MAX_WAITING) return refusal('tooBusy');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else atWork += 1;
  try {
    return await runWorker(inputOf(request, limits));
  } finally {
    // The place is handed on to the next one, not freed and raced for.
    const next = waiting.shift();
    if (next) next();
    else atWork -= 1;
  }
}

async function refuseBySize(
  request: ExtractRequest,
  limits: ExtractLimits,
): Promise<ExtractRefusal | undefined> {
  let sizeBytes: number;
  if ('bytes' in request) sizeBytes = request.bytes.byteLength;
  else {
    const found = await stat(request.path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
      throw error;
    });
    if (!found?.isFile()) return refusal('notFound');
    sizeBytes = found.size;
  }
  if (sizeBytes === 0) return refusal('emptyFile');
  return sizeBytes > limits.inputBytes ? refusal('tooLarge', sizeWords(limits.inputBytes)) : undefined;
}

function inputOf(request: ExtractRequest, limits: ExtractLimits): WorkerInput {
  const place = 'bytes' in request ? { bytes: request.bytes } : { path: request.path };
  return { ...place, fileName: request.fileName, limits, pictures: request.pictures ?? false };
}

function runWorker(input: WorkerInput): Promise<Extracted | ExtractRefusal> {
  const { limits } = input;
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: input,
    // The hooks of the main thread (TSX) are of no use here and cost a second to load.
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => resolve(refusal('timedOut', `${Math.ceil(limits.timeoutMs / 1000)} s`)),
      limits.timeoutMs,
    );
    worker.once('message', (message: WorkerAnswer) => {
      if ('answer' in message) resolve(message.answer);
      else reject(new Error('a file could not be read', { cause: message.surprise }));
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(refusal('tooComplex', `${limits.heapMiB} MB`));
      else reject(new Error('the thread that reads files failed', { cause: error }));
    });
    worker.once('exit', (code) =>
      reject(new Error(`the thread that reads files ended without an answer (${code})`)),
    );
    worker.once('message', () => clearTimeout(timer));
    worker.once('exit', () => clearTimeout(timer));
  }).finally(() => worker.terminate()) as Promise<Extracted | ExtractRefusal>;
}
