import type { App } from '../app.ts';
import { readProfiles } from '../platform/config/index.ts';
import { DatabaseAway } from '../platform/db/index.ts';
import {
  computeDeadline,
  countDeadline,
  type Deadline,
  findDeadline,
  listDeadlineChoices,
  parseMoment,
  shippedCalendar,
} from '../rooms/duties/index.ts';
import { buildCalendar, civilDateOf, formatDate, formatInstant } from '../rules/calendar/index.ts';
import { ANY_START_EVENT, periodText, START_EVENTS } from '../rules/clock/index.ts';
import type { Words } from '../rules/lang.ts';
import type { PortalRole, ProfileSet } from '../rules/profile/index.ts';
import { Refusal } from '../rules/refusal.ts';
import { type Answer, type Call, type OperatorCommand, sentence, UsageError } from './command.ts';
import { configOf, hasEmbedded, withApp } from './installation.ts';
import { oneOf } from './lookups.ts';
import { countLocalities } from './store.ts';
import { TOOL_WORDS } from './words.ts';

const WORDS = {
  due: { vi: 'Hạn', en: 'Due' },
  duty: { vi: 'Việc', en: 'Matter' },
  period: { vi: 'Thời hạn', en: 'Time limit' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  start: { vi: 'Bắt đầu', en: 'Start' },
  why: { vi: 'Cách tính', en: 'How it is counted' },
  calendar: { vi: 'Lịch', en: 'Calendar' },
  database: {
    vi: 'quy chế và lịch làm việc trong cơ sở dữ liệu',
    en: 'regulation and working calendar of the database',
  },
  files: {
    vi: 'quy chế trong các thư mục profiles và lịch làm việc kèm theo phần mềm, vì cơ sở dữ liệu không mở được hoặc chưa có địa phương này',
    en: 'regulation of the folders profiles and working calendar that comes with the software, because the database cannot be opened or has no such locality',
  },
  confirmed: (from: string, through: string): Words => ({
    vi: `đã xác nhận từ ${from} đến ${through}`,
    en: `confirmed from ${from} through ${through}`,
  }),
  unknownLocality: (code: string, known: readonly string[]): Words => ({
    vi: `Không có địa phương “${code}”. Phần mềm biết: ${known.join(', ')}`,
    en: `There is no locality “${code}”. The software knows: ${known.join(', ')}`,
  }),
};

/** `clock`: a time limit worked out, with the steps that led to it. Needs no database. */
export const clock: OperatorCommand = {
  name: 'clock',
  words: {
    vi: 'Tính một thời hạn theo quy chế, kèm cách tính',
    en: 'Work out a time limit, with how it is counted',
  },
  options: {
    locality: {
      value: 'CODE',
      required: true,
      words: { vi: 'địa phương, ví dụ lao-cai', en: 'the locality, e.g. lao-cai' },
    },
    duty: {
      value: 'LC-047',
      words: {
        vi: 'mã nghĩa vụ hoặc mã thời hạn; để trống thì liệt kê',
        en: 'id of a duty or of a time limit; without it all are listed',
      },
    },
    from: {
      value: '2026-04-29T16:30',
      words: { vi: 'ngày, giờ bắt đầu (giờ Việt Nam)', en: 'when it starts, time of Viet Nam' },
    },
    portal: {
      value: 'main|member',
      words: { vi: 'cổng chính (mặc định) hay cổng thành viên', en: 'the main portal (default) or a member' },
    },
  },
  example: 'npm run portal -- clock --locality lao-cai --duty LC-047 --from 2026-04-29T16:30',
  async run(call) {
    const bodyRole: PortalRole = oneOf(call, 'portal', ['main', 'member'], 'main');
    if (!call.find('duty')) return listAll(call, bodyRole);
    if (!call.find('from')) throw new UsageError(TOOL_WORDS.missing('--from', 'clock'));
    const stored = await fromDatabase(call, bodyRole);
    return stored ? answer(call, stored, 'database') : answer(call, fromFiles(call, bodyRole), 'files');
  },
};

/** Refusals that say that the database cannot answer, not that the question is wrong. */
const UNREACHABLE = ['in-use', 'database-unfit', 'locality-unknown'];

/** By the database; undefined when it cannot be opened or does not know the locality. */
async function fromDatabase(call: Call, bodyRole: PortalRole): Promise<Deadline | undefined> {
  const config = configOf(call);
  if (!config.databaseUrl && !hasEmbedded(config)) return undefined;
  const ask = async ({ ports }: App) => {
    if ((await ports.database.publicly(countLocalities)) === 0) return undefined;
    return computeDeadline(ports, {
      localityCode: call.text('locality'),
      duty: call.text('duty'),
      from: call.text('from'),
      lang: call.lang,
      bodyRole,
    });
  };
  try {
    return await withApp(call, ask);
  } catch (error) {
    // whatever is wrong with the question itself is said; only an unreachable database leads to the files
    const isAway =
      error instanceof DatabaseAway || (error instanceof Refusal && UNREACHABLE.includes(error.code));
    if (isAway) return undefined;
    throw error;
  }
}

function regulationsOf(call: Call, profiles: ProfileSet) {
  const code = call.text('locality');
  const own = [...profiles.values()].filter((profile) => profile.localityCode === code);
  if (own.length === 0) {
    const known = [...profiles.values()].flatMap((profile) => profile.localityCode ?? []);
    throw new Refusal('locality-unknown', WORDS.unknownLocality(code, [...new Set(known)]));
  }
  return own.map((profile) => ({ profileCode: profile.code, validFrom: profile.instrument.inForceFrom }));
}

function fromFiles(call: Call, bodyRole: PortalRole): Deadline {
  const profiles = readProfiles(configOf(call).dataDir);
  const { on, at } = parseMoment(call.text('from'));
  const timeline = regulationsOf(call, profiles);
  const choice = findDeadline({ profiles, timeline, on, bodyRole }, call.text('duty'));
  return countDeadline(choice, at, buildCalendar(shippedCalendar()), call.lang);
}

function answer(call: Call, deadline: Deadline, source: 'database' | 'files'): Answer {
  const { lang } = call;
  const event = (START_EVENTS[deadline.startEvent] ?? ANY_START_EVENT)[lang];
  const short = (on: string) => formatDate(on, lang, 'short');
  const span = WORDS.confirmed(short(deadline.confirmedFrom), short(deadline.confirmedThrough));
  const rows: [Words, string][] = [
    [WORDS.due, formatDate(deadline.dueOn, lang)],
    [WORDS.duty, [deadline.name, deadline.duty].filter(Boolean).join(', ')],
    [WORDS.period, periodText(deadline.period.value, deadline.period.unit, lang)],
    [WORDS.basis, deadline.citation],
    [WORDS.start, `${event}, ${formatInstant(deadline.startedAt, lang)}`],
    [WORDS.calendar, `${sentence(call, WORDS[source])}; ${sentence(call, span)}`],
  ];
  const width = Math.max(...rows.map(([key]) => sentence(call, key).length));
  return {
    data: { ...deadline, source },
    text: [
      ...rows.map(([key, value]) => `${sentence(call, key).padEnd(width)}  ${value}`),
      '',
      `${sentence(call, WORDS.why)}:`,
      ...deadline.trace.map(
        (step, i) => `${String(i + 1).padStart(3)}. ${[step.text, step.source].filter(Boolean).join(' ')}`,
      ),
    ].join('\n'),
  };
}

/** The time limits one can ask for today. */
function listAll(call: Call, bodyRole: PortalRole): Answer {
  const profiles = readProfiles(configOf(call).dataDir);
  const on = call.find('from') ? parseMoment(call.text('from')).on : civilDateOf(new Date());
  const choices = listDeadlineChoices({ profiles, timeline: regulationsOf(call, profiles), on, bodyRole });
  const rows = choices.map(({ key, found }) => ({
    key,
    duties: found.duty.duty,
    name: found.duty.name[call.lang],
    period: periodText(found.rule.period.value, found.rule.period.unit, call.lang),
  }));
  return {
    data: rows,
    text: rows
      .map(({ key, duties, name, period }) => `${key}  ${duties.join(' ')}  ${name}: ${period}`)
      .join('\n'),
  };
}
