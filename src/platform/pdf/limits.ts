/** Bounds of laying out one PDF. */
export interface PdfLimits {
  /** Characters of all bodies and lines together: some five thousand pages. */
  characters: number;
  /** Heap of the thread; more ends the thread, never the server. */
  heapMiB: number;
  timeoutMs: number;
}

/** A number of a gazette has some hundred pages and is laid out in a few seconds. */
export const PDF_LIMITS: Readonly<PdfLimits> = {
  characters: 15_000_000,
  heapMiB: 768,
  timeoutMs: 120_000,
};
