import type { Words } from './lang.ts';

/**
 * A refusal is an answer, not a fault: something lawful was asked in an unlawful way, or is missing.
 * Its sentence says, in the reader's language, what to do next.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly words: Words;
  /** The form field it belongs to, when it belongs to one. */
  readonly field: string | undefined;

  constructor(code: string, words: Words, field?: string) {
    super(`${code}: ${words.en}`);
    this.code = code;
    this.words = words;
    this.field = field;
  }
}
