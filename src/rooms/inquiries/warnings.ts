import type { Command } from '../../platform/command/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Machine, Role } from '../../rules/access/index.ts';
import {
  CalendarUnconfirmedError,
  type CivilDate,
  civilDateOf,
  type WorkingCalendar,
  weekdayOf,
} from '../../rules/calendar/index.ts';
import type { Lang, Words } from '../../rules/lang.ts';
import { type Clock, calendarOf, clockView } from '../duties/index.ts';
import { notify } from '../notifications/index.ts';
import { listLocalities, listPortals } from '../portals/index.ts';
import { INQUIRY_PATHS } from './addresses.ts';
import { listOfficers } from './board-store.ts';
import { bindingClocks } from './desk-queries.ts';
import { type WarningStage, warningStageOf } from './desk-rules.ts';
import { INTAKE_RULES } from './intakes.ts';
import { paths } from './pages/desk-parts.tsx';
import { permits } from './permits.ts';
import type { State } from './rules.ts';
import { listPressing, type PressingRow, saveWarned } from './warnings-store.ts';

/** Clocks looked at: the longest run of days off in a row is that of Tết. */
const AHEAD_MS = 12 * 86_400_000;
/** As many as one hour takes of one locality; the next takes the rest. */
const MOST_AT_ONCE = 1_000;

/** One warning, ready to be given. */
interface Warning {
  inquiryId: number;
  portalId: number;
  /** Stage and day: given once for each. */
  key: string;
  words: Words;
  to: readonly { personId: number; isOverseer: boolean }[];
}

interface WarnOfDeadlines {
  mainPortalId: number;
  warnings: readonly Warning[];
}

/** Tells everyone concerned, once for each stage and day; the mail of it is the daily digest. */
const warnOfDeadlines: Command<WarnOfDeadlines, void> = {
  name: 'inquiries.warnOfDeadlines',
  permit: 'inquiries.warn',
  permits,
  portal: (input) => input.mainPortalId,
  async run(context, { mainPortalId, warnings }) {
    for (const { inquiryId, portalId, key, words, to } of warnings) {
      for (const { personId, isOverseer } of to) {
        await notify(context, {
          ...{ personId, kind: 'warning', words },
          // an overseer reads no letters: he is shown the figures
          portalId: isOverseer ? mainPortalId : portalId,
          href: isOverseer
            ? INQUIRY_PATHS.figures
            : { vi: paths.one('vi', inquiryId), en: paths.one('en', inquiryId) },
          onceKey: `inquiries:${inquiryId}:${key}`,
        });
      }
      await saveWarned(context.tx, inquiryId, key);
    }
    context.record({
      portalId: mainPortalId,
      subject: { kind: 'portal', id: mainPortalId },
      payload: { warned: warnings.map(({ inquiryId, key }) => [inquiryId, key]) },
    });
  },
};

/** Every hour of a working day: who has something due by tomorrow, or past its day, is told once. */
export const warnOfficers: JobDefinition<Ports> = {
  name: 'inquiries.warn',
  retryLimit: 2,
  cron: '5 7-17 * * *',
  async run(ports) {
    const localities = await ports.database.transaction({ as: 'system' }, listLocalities);
    for (const { id: localityId } of localities) {
      const found = await ports.database.transaction({ as: 'system' }, (tx) =>
        findWarnings(tx, localityId, ports.now()),
      );
      if (!found || found.warnings.length === 0) continue;
      const machine: Machine = { kind: 'machine', name: 'inquiries.warn', localityId };
      await ports.perform(machine, warnOfDeadlines, found);
    }
  },
};

async function findWarnings(
  tx: Transaction,
  localityId: number,
  now: Date,
): Promise<WarnOfDeadlines | undefined> {
  const calendar = await calendarOf(tx, localityId);
  const on = civilDateOf(now);
  if (!isWorkingDay(calendar, on)) return undefined;
  const main = (await listPortals(tx, localityId)).find((portal) => portal.is_main);
  if (!main) return undefined;
  const dueBefore = new Date(now.getTime() + AHEAD_MS);
  const rows = await listPressing(tx, { localityId, dueBefore, limit: MOST_AT_ONCE });
  const clocks = await bindingClocks(tx, rows, []);
  const staff = staffFinder(tx, main.id, on);
  const warnings: Warning[] = [];
  for (const row of rows) {
    const clock = clocks.get(row.id);
    const said = clock && sayIt(row, clock, calendar, now);
    if (said && said.key !== row.warned)
      warnings.push({
        ...said,
        inquiryId: row.id,
        portalId: row.portal_id,
        to: await staff(row, said.stage),
      });
  }
  return { mainPortalId: main.id, warnings };
}

/** On a day the calendar does not know, the plain week. */
function isWorkingDay(calendar: WorkingCalendar, on: CivilDate): boolean {
  try {
    return calendar.isWorkingDay(on);
  } catch (error) {
    if (!(error instanceof CalendarUnconfirmedError)) throw error;
    return weekdayOf(on) <= 5;
  }
}

/** One line of the digest: which inquiry, how far from its day, and the day. */
export function warningLine(
  lang: Lang,
  { name, id, words, due }: { name: string; id: number; words: string; due: string },
): string {
  return lang === 'vi'
    ? `${name} số ${id}: ${words} (hạn ${due}).`
    : `${name} no. ${id}: ${words} (due ${due}).`;
}

function sayIt(row: PressingRow, clock: Clock, calendar: WorkingCalendar, now: Date) {
  const view = (lang: 'vi' | 'en') => clockView(clock, lang, now, calendar);
  const { standing } = view('vi');
  const stage = standing && warningStageOf(standing);
  if (!standing || !stage) return undefined;
  const name = INTAKE_RULES[row.intake].name;
  return {
    stage,
    key: `${stage}:${standing.dueOn}`,
    // no word of the letter itself: warnings are mailed
    words: {
      vi: warningLine('vi', {
        name: name.vi,
        id: row.id,
        words: view('vi').words,
        due: view('vi').due ?? '',
      }),
      en: warningLine('en', {
        name: name.en,
        id: row.id,
        words: view('en').words,
        due: view('en').due ?? '',
      }),
    },
  };
}

/** Whose step it is in each state, where nobody is in charge. */
const STEP_OF: Readonly<Partial<Record<State, keyof typeof permits>>> = {
  received: 'inquiries.triage',
  drafted: 'inquiries.check',
  checked: 'inquiries.sign',
};

/** Officer first; from the first day over the head too; then the overseer of the main portal. */
function staffFinder(tx: Transaction, mainPortalId: number, on: CivilDate) {
  const known = new Map<string, Promise<number[]>>();
  const holders = (portalId: number, roles: readonly Role[]): Promise<number[]> => {
    const key = `${portalId}:${roles.join()}`;
    const found =
      known.get(key) ?? listOfficers(tx, { portalId, roles, on }).then((rows) => rows.map(({ id }) => id));
    known.set(key, found);
    return found;
  };
  return async (row: PressingRow, stage: WarningStage): Promise<Warning['to']> => {
    const permit = STEP_OF[row.state];
    const roles = permits[permit ?? 'inquiries.answer'].filter(
      (role) => !row.confidential || permits['inquiries.readConfidential'].some((one) => one === role),
    );
    const ids = new Set<number>(row.officer_id === null ? [] : [row.officer_id]);
    if (permit || row.officer_id === null) for (const id of await holders(row.portal_id, roles)) ids.add(id);
    if (stage !== 'lastDay') for (const id of await holders(row.portal_id, ['head'])) ids.add(id);
    const staff = [...ids].map((personId) => ({ personId, isOverseer: false }));
    if (stage !== 'escalated') return staff;
    const overseers = (await holders(mainPortalId, ['overseer'])).filter((id) => !ids.has(id));
    return [...staff, ...overseers.map((personId) => ({ personId, isOverseer: true }))];
  };
}
