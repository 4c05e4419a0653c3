/** Bounds of taking a file in. Sizes in bytes, MiB where the name says so. */
export type ExtractLimits = {
  /** Largest file; judged by `stat` before a byte is read. */
  inputBytes: number;
  /** Largest sum of the unpacked parts of a docx or odt (zip bombs). */
  unpackedBytes: number;
  /** Largest text or HTML that comes out. */
  outputBytes: number;
  /** Most parts of a docx or odt. */
  parts: number;
  /** Most pages of a PDF. */
  pages: number;
  /** Heap of the worker; more ends the worker, never the server. */
  heapMiB: number;
  timeoutMs: number;
};

const MIB = 1024 * 1024;

/** 50 MiB is several times the largest text document of the five regulations' practice with pictures in it. */
export const DEFAULT_LIMITS: Readonly<ExtractLimits> = {
  inputBytes: 50 * MIB,
  unpackedBytes: 200 * MIB,
  outputBytes: 10 * MIB,
  parts: 5000,
  pages: 2000,
  heapMiB: 512,
  timeoutMs: 30_000,
};
