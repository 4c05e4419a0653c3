import { BODY_FINDING_WORDS, type BodyFindingCode } from './words.ts';

/** One kind of change made to a body, with how often and where (tag or address), in both languages. */
export type BodyFinding = { code: BodyFindingCode; count: number; samples: string[]; vi: string; en: string };

const SAMPLE_COUNT = 5;
const SAMPLE_CHARS = 80;

/** Counts changes by kind while a body is being cleaned. */
export class BodyFindings {
  readonly #found = new Map<BodyFindingCode, { count: number; samples: Set<string> }>();

  add(code: BodyFindingCode, sample?: string): void {
    const entry = this.#found.get(code) ?? { count: 0, samples: new Set<string>() };
    entry.count += 1;
    if (sample && entry.samples.size < SAMPLE_COUNT) entry.samples.add(sample.slice(0, SAMPLE_CHARS));
    this.#found.set(code, entry);
  }

  list(): BodyFinding[] {
    return [...this.#found].map(([code, { count, samples }]) => ({
      code,
      count,
      samples: [...samples],
      ...BODY_FINDING_WORDS[code],
    }));
  }
}
