import type { App } from '../app.ts';
import { redate } from '../rooms/duties/index.ts';
import type { Machine } from '../rules/access/index.ts';
import { formatDate } from '../rules/calendar/index.ts';
import { type Call, type OptionRule, sentence } from './command.ts';
import { machineOf, readAll } from './installation.ts';
import { mainPortalOf, nationalMachine } from './lookups.ts';
import { table } from './output.ts';
import { listMoves, type MovedClock } from './store.ts';

const WORDS = {
  none: { vi: 'Không thời hạn đang mở nào phải dời.', en: 'No open time limit moved.' },
  moved: (n: number) => ({ vi: `${n} thời hạn đang mở đã dời:`, en: `${n} open time limits moved:` }),
  undated: { vi: 'chưa tính được', en: 'undated' },
};
const HEADS = {
  vi: ['Cổng', 'Việc', 'Nghĩa vụ', 'Hạn cũ', 'Hạn mới'],
  en: ['Portal', 'Subject', 'Duty', 'Due before', 'Due now'],
};

/** The option both commands that change a calendar have. */
export const LOCALITY_OPTION: OptionRule = {
  value: 'CODE',
  words: {
    vi: 'lịch riêng của địa phương này (không ghi: lịch cả nước)',
    en: 'the calendar of this locality (default: the national one)',
  },
};

/** Whose calendar a command changes, and the machine that changes it. */
export async function calendarTarget(
  app: App,
  call: Call,
): Promise<{ machine: Machine; scope: 'locality' | 'national'; portalId: number | null }> {
  const code = call.find('locality');
  if (!code) return { machine: await nationalMachine(app), scope: 'national', portalId: null };
  const main = await mainPortalOf(app, code);
  return { machine: machineOf(main.locality_id), scope: 'locality', portalId: main.id };
}

/** Dates the open clocks anew at once, so that what moved can be told; the job finds it done. */
export async function redateNow(
  app: App,
  call: Call,
  redatingId: number,
): Promise<{ moved: MovedClock[]; text: string }> {
  call.progress.step('redate …');
  await redate(app.ports.database, redatingId, app.ports.now);
  const moved = await readAll(app, (tx) => listMoves(tx, redatingId));
  if (moved.length === 0) return { moved, text: sentence(call, WORDS.none) };
  const day = (on: string | null) =>
    on ? formatDate(on, call.lang, 'short') : sentence(call, WORDS.undated);
  const rows = moved.map((one) => [one.host, one.subject, one.duty, day(one.due_before), day(one.due_after)]);
  return {
    moved,
    text: [sentence(call, WORDS.moved(moved.length)), table(HEADS[call.lang], rows)].join('\n'),
  };
}
