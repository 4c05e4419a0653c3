import assert from 'node:assert/strict';
import {
  acceptProposals,
  addCalendarRow,
  confirmCalendar,
  redate,
  retireCalendarRow,
} from '../../src/rooms/duties/index.ts';
import { isOpen } from '../../src/rooms/inquiries/rules.ts';
import { followSuccessors } from '../../src/rooms/inquiries/succession.ts';
import { closePortal, renameBody } from '../../src/rooms/portals/index.ts';
import { addDays, civilDateOf, proposeHolidays } from '../../src/rules/calendar/index.ts';
import { Refusal } from '../../src/rules/refusal.ts';
import type { Chance } from './chance.ts';
import { PAUSING } from './inquiry-grounds.ts';
import { count, type Story } from './inquiry-history.ts';

/** A holiday announced, a day taken back, a body renamed or merged. */
export type LawChange = (story: Story) => Promise<void>;

/** The day on which the next year's holidays were announced: late, so that some of it is lived in without a calendar. */
const NEXT_YEAR_CONFIRMED_AT = Date.parse('2027-01-06T08:00:00+07:00');
/** Localities whose spare body is merged into the other member. */
const MERGING = ['lao-cai', 'quang-ngai', PAUSING];
const MOST_CHANGES = 60;

/** Rows put in before, with the scope they belong to. */
const added = new WeakMap<Story, { rowId: number; target: Target }[]>();
interface Target {
  scope: 'locality' | 'national';
  portalId: number | null;
}

/** A swap reaches nine days further. */
const LAST_FREE_NATIONAL_DAY = '2026-12-22';
/** One change in so many is the whole country's. */
const NATIONAL_EVERY = 4;

/** By the index of the moment before which they come; those after the last moment stand at its end. */
export function planChanges(
  chance: Chance,
  moments: readonly number[],
  cases: number,
): Map<number, LawChange[]> {
  const plan = new Map<number, LawChange[]>();
  const put = (i: number, change: LawChange) => plan.set(i, [...(plan.get(i) ?? []), change]);
  const someTime = () => chance.whole(10, moments.length - 10);
  const changes = Math.min(MOST_CHANGES, 12 + Math.round(cases / 100));
  for (let n = 0; n < changes; n++) {
    const at = someTime();
    // dated anew at once, or while others go on working by dates that are no longer true
    const later = Math.min(at + chance.pick([0, 0, 1, 3]), moments.length);
    let redatingId: number | undefined;
    put(at, async (story) => {
      redatingId = await (chance.happens(0.15) ? retireOne(story) : addOne(story, n % NATIONAL_EVERY === 0));
    });
    put(later, (story) => redateNow(story, redatingId));
  }
  const next = moments.findIndex((at) => at > NEXT_YEAR_CONFIRMED_AT);
  put(next < 0 ? moments.length : next, confirmNextYear);
  // chance alone may have taken none back
  put(moments.length, async (story) => redateNow(story, await retireOne(story)));
  for (const code of MERGING) put(someTime(), (story) => mergeSpare(story, code));
  for (let n = 0; n < 4; n++) put(someTime(), renameOne);
  return plan;
}

async function redateNow({ hall, now }: Story, redatingId: number | undefined): Promise<void> {
  if (redatingId !== undefined) await redate(hall.app.ports.database, redatingId, () => now);
}

function targetOf({ chance, grounds }: Story, isNational: boolean) {
  const ground = chance.pick(grounds);
  const target: Target = isNational
    ? { scope: 'national', portalId: null }
    : { scope: 'locality', portalId: ground.main.portalId };
  return { machine: ground.machine, target };
}

/** A day off or a day worked, announced before it, on it, or after it. */
async function addOne(story: Story, isNational: boolean): Promise<number | undefined> {
  const { chance, hall, now } = story;
  const { machine, target } = targetOf(story, isNational);
  const wanted = addDays(civilDateOf(now), chance.whole(-4, 14));
  // the whole country's days of the next year come with its confirmation, and none of them twice
  const on = isNational && wanted > LAST_FREE_NATIONAL_DAY ? addDays(wanted, -31) : wanted;
  const kind = chance.pick(['off', 'off', 'off', 'off', 'work', 'halfMorning'] as const);
  const swapWith =
    chance.happens(0.3) && kind !== 'halfMorning' ? addDays(on, chance.whole(1, 9)) : undefined;
  const words = { vi: 'Ngày của phép thử', en: 'Day of the test' };
  try {
    const done = await hall.app.ports.perform(machine, addCalendarRow, {
      ...target,
      row: { on, kind, name: words, source: words, ...(swapWith && { swapWith }) },
    });
    count(story.done, `${addCalendarRow.name} ${target.scope}`);
    const rows = done.rowIds.map((rowId) => ({ rowId, target }));
    added.set(story, [...(added.get(story) ?? []), ...rows]);
    return done.redatingId;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    count(story.refused, `${addCalendarRow.name}: ${error.code}`);
    return undefined;
  }
}

async function retireOne(story: Story): Promise<number | undefined> {
  const rows = added.get(story) ?? [];
  if (rows.length === 0) return addOne(story, false);
  const { rowId, target } = story.chance.pick(rows);
  const ground = story.grounds.find(({ main }) => main.portalId === target.portalId) ?? story.grounds[0];
  assert.ok(ground);
  try {
    const done = await story.hall.app.ports.perform(ground.machine, retireCalendarRow, { ...target, rowId });
    count(story.done, retireCalendarRow.name);
    return done.redatingId;
  } catch (error) {
    // taken back before, with the other day of its swap
    if (!(error instanceof Refusal)) throw error;
    count(story.refused, `${retireCalendarRow.name}: ${error.code}`);
    return undefined;
  }
}

/** Until then what falls due in the new year has no date. */
async function confirmNextYear(story: Story): Promise<void> {
  const { perform } = story.hall.app.ports;
  const machine = story.grounds[0]?.machine ?? assert.fail();
  const target = { scope: 'national', portalId: null } as const;
  const days = proposeHolidays(2027).map(({ on }) => on);
  const accepted = await perform(machine, acceptProposals, { ...target, year: 2027, days });
  await redateNow(story, accepted.redatingId);
  const source = 'Thông báo của phép thử';
  const through = '2027-12-31';
  const done = await perform(machine, confirmCalendar, { ...target, through, source, declined: [] });
  await redateNow(story, done.redatingId);
  count(story.done, confirmCalendar.name);
}

/** The body that has no people becomes part of another, which takes over what was open there. */
async function mergeSpare(story: Story, code: string): Promise<void> {
  const ground = story.grounds.find((one) => one.code === code) ?? assert.fail(code);
  const { main, member, spare, machine } = ground;
  const { ports } = story.hall.app;
  await ports.perform(machine, closePortal, {
    ...{ mainPortalId: main.portalId, portalId: spare.portalId, successorPortalId: member.portalId },
    ...{ closedOn: civilDateOf(story.now), decision: '05/QĐ-UBND' },
  });
  await followSuccessors.run(ports, {});
  count(story.done, closePortal.name);
  for (const matter of story.matters) {
    if (matter.holder !== spare || !isOpen(matter.state)) continue;
    Object.assign(matter, { holder: member, sentBy: spare, state: 'received' });
  }
}

async function renameOne(story: Story): Promise<void> {
  const { chance, hall, now } = story;
  const { main, member, machine } = chance.pick(story.grounds);
  const name = `Cơ quan mới ${chance.whole(1, 999)}`;
  await hall.app.ports.perform(machine, renameBody, {
    ...{ mainPortalId: main.portalId, portalId: member.portalId, nameVi: name, nameEn: name },
    ...{ abbreviation: 'CQM', kind: 'department', validFrom: civilDateOf(now), decision: '06/QĐ-UBND' },
  });
  count(story.done, renameBody.name);
}
