import { parseArgs } from 'node:util';
import { type Call, type OperatorCommand, UsageError } from './command.ts';
import { TOOL_WORDS } from './words.ts';

type Values = Record<string, string | boolean | string[] | undefined>;

/** What was typed after the name of the command. */
export interface Typed {
  values: Values;
  positionals: string[];
}

/** Options every command has. */
const STANDING = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

/** The command the words begin with, two-word names first, and what follows it. */
export function findCommand(
  commands: readonly OperatorCommand[],
  argv: readonly string[],
): { command: OperatorCommand; rest: string[] } | undefined {
  for (const length of [2, 1]) {
    const name = argv.slice(0, length).join(' ');
    const command = commands.find((one) => one.name === name);
    if (command) return { command, rest: argv.slice(length) };
  }
  return undefined;
}

/** @throws UsageError naming what was not understood */
export function readArguments(command: OperatorCommand, argv: string[]): Typed {
  const options = Object.fromEntries(
    Object.entries(command.options ?? {}).map(([name, rule]) => [
      name,
      {
        type: rule.value === undefined ? ('boolean' as const) : ('string' as const),
        multiple: rule.multiple ?? false,
      },
    ]),
  );
  let typed: Typed;
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      options: { ...options, ...STANDING },
      allowPositionals: true,
      strict: true,
    });
    typed = { values: values as Values, positionals: positionals.map((one) => one.normalize('NFC')) };
  } catch (error) {
    const name = /'(-[^']*)'/.exec((error as Error).message)?.[1] ?? '';
    throw new UsageError(TOOL_WORDS.badOption(name.split(' ')[0] ?? '', command.name));
  }
  if (typed.values.help !== true) requireAll(command, typed);
  return typed;
}

function requireAll(command: OperatorCommand, { values, positionals }: Typed): void {
  const wanted = command.arguments ?? [];
  if (positionals.length > wanted.length) {
    throw new UsageError(TOOL_WORDS.tooMany(positionals[wanted.length] ?? '', command.name));
  }
  const missing =
    wanted[positionals.length]?.name ??
    Object.entries(command.options ?? {}).find(
      ([name, rule]) => rule.required && values[name] === undefined,
    )?.[0];
  if (missing === undefined) return;
  const isArgument = wanted.some(({ name }) => name === missing);
  throw new UsageError(TOOL_WORDS.missing(isArgument ? `<${missing}>` : `--${missing}`, command.name));
}

/** Reads of what was typed, text as NFC. */
export function readerOf(
  command: OperatorCommand,
  { values, positionals }: Typed,
): Pick<Call, 'text' | 'find' | 'list' | 'flag'> {
  const find = (name: string) => {
    const place = command.arguments?.findIndex((one) => one.name === name) ?? -1;
    const value = place >= 0 ? positionals[place] : values[name];
    const text = Array.isArray(value) ? value[0] : value;
    return typeof text === 'string' ? text.normalize('NFC').trim() : undefined;
  };
  return {
    find,
    text(name) {
      const value = find(name);
      if (!value) throw new UsageError(TOOL_WORDS.missing(`--${name}`, command.name));
      return value;
    },
    list(name) {
      const value = values[name];
      return Array.isArray(value) ? value.map((one) => one.normalize('NFC').trim()) : [];
    },
    flag: (name) => values[name] === true,
  };
}
