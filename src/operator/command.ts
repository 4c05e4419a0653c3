import type { Lang, Words } from '../rules/lang.ts';
import type { Progress } from './output.ts';

/** An option of a command, as `--name value` or, for a flag, `--name`. */
export interface OptionRule {
  words: Words;
  /** What stands for the value in the help; a flag has none. */
  value?: string;
  required?: boolean;
  /** May stand several times. */
  multiple?: boolean;
}

/** An argument that stands by itself; all of them are needed. */
export interface ArgumentRule {
  name: string;
  words: Words;
}

/** A command of the operator's tool. The list in index.ts is the documentation: help is printed from it. */
export interface OperatorCommand {
  /** One or two words: `doctor`, `calendar add`. */
  name: string;
  words: Words;
  arguments?: readonly ArgumentRule[];
  options?: Readonly<Record<string, OptionRule>>;
  /** A whole line to copy. */
  example?: string;
  /** Where the same is done while the server runs, below the desk's address. */
  desk?: string;
  run(call: Call): Promise<Answer>;
}

/** What a command answers: text for people, data for programs (`--json`). */
export interface Answer {
  text: string;
  data: unknown;
  /** False: something must be done; the exit code is 1. */
  ok?: boolean;
}

/** One call of a command: what was typed, and where to speak. */
export interface Call {
  command: OperatorCommand;
  lang: Lang;
  env: Readonly<Record<string, string | undefined>>;
  /** Root of the installation, where DATA_DIR is looked up from. */
  root: string;
  /** The value of a required option or argument. */
  text(name: string): string;
  /** The value of an option, or undefined. */
  find(name: string): string | undefined;
  list(name: string): string[];
  flag(name: string): boolean;
  /** Writes a line of the result before the command ends; only `start` does. */
  say(line: string): void;
  progress: Progress;
}

/** The command line was not understood; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly words: Words;
  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}

/** The sentence in the language of the call. */
export function sentence(call: Pick<Call, 'lang'>, words: Words): string {
  return words[call.lang];
}
