/** The operator's tool: one list of commands, from which arguments, help and documentation follow. */
import { ConfigError } from '../platform/config/index.ts';
import { DatabaseAway } from '../platform/db/index.ts';
import { CalendarFileError } from '../rules/calendar/index.ts';
import type { Lang, Words } from '../rules/lang.ts';
import { ProfileError } from '../rules/profile/index.ts';
import { Refusal } from '../rules/refusal.ts';
import { findCommand, readArguments, readerOf, type Typed } from './arguments.ts';
import { auditVerify } from './audit-verify.ts';
import { calendarAccept } from './calendar-accept.ts';
import { calendarAdd } from './calendar-add.ts';
import { calendarConfirm } from './calendar-confirm.ts';
import { calendarList } from './calendar-list.ts';
import { clock } from './clock.ts';
import { type OperatorCommand, UsageError } from './command.ts';
import { convert } from './convert.ts';
import { doctor } from './doctor.ts';
import { erasuresReplay } from './erasures-replay.ts';
import { filesMove } from './files-move.ts';
import { foundLocality } from './found-locality.ts';
import { gazetteCheck } from './gazette-check.ts';
import { gazetteKeyOf } from './gazette-key.ts';
import { commandHelp, toolHelp } from './help.ts';
import { importTexts } from './import.ts';
import { importLinesOf } from './import-lines.ts';
import { jobsList } from './jobs-list.ts';
import { jobsRetry } from './jobs-retry.ts';
import { keysReseal } from './keys-reseal.ts';
import { migrateTables } from './migrate.ts';
import { approve, check, sendBack, submit, withdraw } from './moves.ts';
import { openPortal } from './open-portal.ts';
import { createProgress, type Streams } from './output.ts';
import { peopleDisable } from './people-disable.ts';
import { peopleInvite } from './people-invite.ts';
import { peopleResetFactor } from './people-reset-factor.ts';
import { peopleUnlock } from './people-unlock.ts';
import { readFileText } from './read.ts';
import { regulationSwitch } from './regulation-switch.ts';
import { search } from './search.ts';
import { searchRebuild } from './search-rebuild.ts';
import { seed } from './seed.ts';
import { start } from './start.ts';
import { status } from './status.ts';
import { verify } from './verify.ts';
import { TOOL_WORDS } from './words.ts';

/** Every command, in the order in which an operator meets them. */
export const COMMANDS: readonly OperatorCommand[] = [
  start,
  doctor,
  migrateTables,
  seed,
  status,
  foundLocality,
  openPortal,
  peopleInvite,
  peopleUnlock,
  peopleDisable,
  peopleResetFactor,
  regulationSwitch,
  calendarList,
  calendarAccept,
  calendarAdd,
  calendarConfirm,
  clock,
  convert,
  readFileText,
  importTexts,
  importLinesOf,
  submit,
  check,
  sendBack,
  approve,
  withdraw,
  search,
  searchRebuild,
  auditVerify,
  verify,
  gazetteCheck,
  gazetteKeyOf,
  erasuresReplay,
  keysReseal,
  filesMove,
  jobsList,
  jobsRetry,
];

export interface OperatorCall extends Streams {
  argv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  root: string;
}

const OK = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

/** Runs one command line. @returns the exit code */
export async function runOperator({ argv, env, root, out, err }: OperatorCall): Promise<number> {
  const found = findCommand(COMMANDS, argv);
  if (!found) {
    const asks = argv.length === 0 || ['--help', '-h', 'help'].includes(argv[0] ?? '');
    if (asks) out.write(toolHelp(COMMANDS));
    else tell(err, TOOL_WORDS.unknownCommand(argv.filter((one) => !one.startsWith('-')).join(' ')));
    return asks && argv.length > 0 ? OK : WRONG_USAGE;
  }
  const { command, rest } = found;
  const progress = createProgress(err);
  let isJson = rest.includes('--json');
  try {
    const typed = readArguments(command, rest);
    if (typed.values.help === true) {
      out.write(commandHelp(command));
      return OK;
    }
    isJson = typed.values.json === true;
    const answer = await command.run({
      command,
      lang: langOf(typed),
      env,
      root,
      ...readerOf(command, typed),
      say: (line) => void out.write(`${line}\n`),
      progress,
    });
    progress.done();
    if (isJson) out.write(`${JSON.stringify(answer.data, null, 2)}\n`);
    else if (answer.text) out.write(`${answer.text}\n`);
    return answer.ok === false ? REFUSED : OK;
  } catch (error) {
    progress.done();
    return explain(error, isJson, { out, err });
  }
}

function langOf({ values }: Typed): Lang {
  const lang = values.lang ?? 'vi';
  if (lang !== 'vi' && lang !== 'en') throw new UsageError(TOOL_WORDS.badValue('lang', 'vi, en'));
  return lang;
}

function tell(err: Streams['err'], { vi, en }: Words): void {
  err.write(`${vi}\n${en}\n`);
}

/** Says in both languages why it did not work. */
function explain(error: unknown, isJson: boolean, { out, err }: Streams): number {
  const known = wordsOf(error);
  const words = known?.words ?? TOOL_WORDS.surprise;
  if (isJson)
    out.write(`${JSON.stringify({ error: { code: known?.code ?? 'surprise', ...words } }, null, 2)}\n`);
  tell(err, words);
  if (!known) err.write(`${error instanceof Error ? stackOf(error) : String(error)}\n`);
  return error instanceof UsageError ? WRONG_USAGE : REFUSED;
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\nCause: ${stackOf(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}

function wordsOf(error: unknown): { code: string; words: Words } | undefined {
  if (error instanceof UsageError) return { code: 'usage', words: error.words };
  if (error instanceof Refusal) return { code: error.code, words: error.words };
  if (error instanceof ConfigError) return { code: 'config', words: TOOL_WORDS.config(error.message) };
  if (error instanceof ProfileError || error instanceof CalendarFileError) {
    return { code: 'profile', words: TOOL_WORDS.profile(error.message) };
  }
  if (isAway(error)) return { code: 'away', words: TOOL_WORDS.away };
  return undefined;
}

/** The owner's connection reports what the driver says. */
function isAway(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return error instanceof DatabaseAway || ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT'].includes(code);
}
