/** The door of the printer: texts laid out on A4 pages as one PDF, within bounds. */
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../rules/refusal.ts';
import { PDF_LIMITS, type PdfLimits } from './limits.ts';
import type { PdfMade, PdfText } from './types.ts';
import { PDF_REFUSALS } from './words.ts';
import type { PdfAnswer } from './worker.ts';

export { PDF_LIMITS, type PdfLimits } from './limits.ts';
export type { PdfLine, PdfMade, PdfPart, PdfText } from './types.ts';
export { PDF_REFUSALS } from './words.ts';

/** Texts that may wait for the thread; more are told to come back. There is one thread: it fills a core. */
const MAX_WAITING = 20;

let isAtWork = false;
const waiting: (() => void)[] = [];

/**
 * Lays a text out in a worker thread; the same text gives the same bytes.
 * @throws Refusal `pdfTooLarge`, `pdfTooComplex`, `pdfTimedOut` or `pdfTooBusy`, each with what to do next
 */
export async function makePdf(text: PdfText, limits: Partial<PdfLimits> = {}): Promise<PdfMade> {
  const bounds = { ...PDF_LIMITS, ...limits };
  if (charactersOf(text) > bounds.characters) throw refusal('pdfTooLarge', `${bounds.characters}`);
  if (isAtWork) {
    if (waiting.length >= MAX_WAITING) throw refusal('pdfTooBusy');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else isAtWork = true;
  try {
    return await runWorker(text, bounds);
  } finally {
    // The place is handed on to the next one, not freed and raced for.
    const next = waiting.shift();
    if (next) next();
    else isAtWork = false;
  }
}

function charactersOf({ cover, colophon, parts, contents, title, subject }: PdfText): number {
  const lines = [...cover, ...colophon, ...parts.flatMap((part) => part.lines)].map(({ text }) => text);
  const bodies = parts.flatMap((part) => [part.bodyHtml, part.contents.text, part.contents.note ?? '']);
  const headings = contents.groups.map(({ heading }) => heading);
  return [...lines, ...bodies, ...headings, title, subject].reduce((sum, words) => sum + words.length, 0);
}

function refusal(code: keyof typeof PDF_REFUSALS, limit = ''): Refusal {
  const { vi, en } = PDF_REFUSALS[code];
  return new Refusal(code, { vi: vi.replace('{limit}', limit), en: en.replace('{limit}', limit) });
}

function runWorker(text: PdfText, { heapMiB, timeoutMs }: PdfLimits): Promise<PdfMade> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: text,
    // The hooks of the main thread (TSX) are of no use here and cost a second to load.
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heapMiB, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  const tooComplex = () => refusal('pdfTooComplex', `${heapMiB} MB`);
  let timer: NodeJS.Timeout | undefined;
  return new Promise<PdfMade>((resolve, reject) => {
    timer = setTimeout(() => reject(refusal('pdfTimedOut', `${Math.ceil(timeoutMs / 1000)} s`)), timeoutMs);
    worker.once('message', (answer: PdfAnswer) => {
      if ('made' in answer) resolve(answer.made);
      else if ('isTooDeep' in answer) reject(tooComplex());
      else reject(new Error('a PDF could not be laid out', { cause: answer.surprise }));
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') reject(tooComplex());
      else reject(new Error('the thread that lays out PDF files failed', { cause: error }));
    });
    worker.once('exit', (code) =>
      reject(new Error(`the thread that lays out PDF files ended without an answer (${code})`)),
    );
  }).finally(() => {
    clearTimeout(timer);
    return worker.terminate();
  });
}
