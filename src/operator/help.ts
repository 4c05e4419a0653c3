import type { OperatorCommand } from './command.ts';
import { HELP_WORDS } from './words.ts';

/** Pads a term so that the explanations stand under each other. */
function entry(term: string, width: number, vi: string, en: string): string {
  return `  ${term.padEnd(width)}  ${vi}\n  ${' '.repeat(width)}  ${en}`;
}

/** How a command is called: `import <folder> --portal HOST …`. */
function callOf(command: OperatorCommand): string {
  const options = Object.entries(command.options ?? {}).map(([name, rule]) => {
    const text = rule.value === undefined ? `--${name}` : `--${name} ${rule.value}`;
    return rule.required ? text : `[${text}]${rule.multiple ? ' …' : ''}`;
  });
  const args = (command.arguments ?? []).map(({ name }) => `<${name}>`);
  return ['npm run portal --', command.name, ...args, ...options].join(' ');
}

/** Help of one command, Vietnamese first. */
export function commandHelp(command: OperatorCommand): string {
  const terms = [
    ...(command.arguments ?? []).map(({ name, words }) => ({ term: `<${name}>`, words })),
    ...Object.entries(command.options ?? {}).map(([name, rule]) => ({
      term: rule.value === undefined ? `--${name}` : `--${name} ${rule.value}`,
      words: rule.words,
    })),
    { term: '--lang vi|en', words: HELP_WORDS.lang },
    { term: '--json', words: HELP_WORDS.json },
    { term: '-h, --help', words: HELP_WORDS.help },
  ];
  const width = Math.max(...terms.map(({ term }) => term.length));
  return [
    command.words.vi,
    command.words.en,
    '',
    `  ${callOf(command)}`,
    '',
    ...terms.map(({ term, words }) => entry(term, width, words.vi, words.en)),
    ...(command.example
      ? ['', `${HELP_WORDS.example.vi} / ${HELP_WORDS.example.en}:`, `  ${command.example}`]
      : []),
    '',
  ].join('\n');
}

/** Help of the tool: every command with its line. */
export function toolHelp(commands: readonly OperatorCommand[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    HELP_WORDS.tool.vi,
    HELP_WORDS.tool.en,
    '',
    '  npm run portal -- <command> [--help]',
    '',
    ...commands.map(({ name, words }) => entry(name, width, words.vi, words.en)),
    '',
    HELP_WORDS.codes.vi,
    HELP_WORDS.codes.en,
    '',
  ].join('\n');
}
