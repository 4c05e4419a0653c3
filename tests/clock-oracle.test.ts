// The engine against the oracle on a million generated matters, half of them in a process on UTC and
// half in one on Los Angeles time: the zone of the process must not matter.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { CalendarUnconfirmedError } from '../src/rules/calendar/index.ts';
import { foldClock } from '../src/rules/clock/index.ts';
import { caseOf, diceOf, type World, worldOf } from './support/clock-cases.ts';
import { ask } from './support/clock-oracle.ts';

const CASES = 1_000_000;
const CASES_PER_WORLD = 12_500;
const ZONES = ['UTC', 'America/Los_Angeles'] as const;

type Tally = { zone: string; cases: number; dates: number; refusals: Record<string, number> };

/** Compares one matter; the answer is the refusal code, or undefined when both gave the same date. */
function compareOne(world: World, seed: number): string | undefined {
  const matter = caseOf(diceOf(seed));
  const expected = ask(world.table, matter.oracleRule, matter.oracleEvents);
  const actual = foldClock(matter.rule, matter.events, world.calendar);
  const told = () =>
    `seed ${seed}: ${JSON.stringify({ rule: matter.oracleRule, events: matter.oracleEvents, expected })}`;
  if (actual.state === 'refused') {
    if (!('refused' in expected) || expected.refused !== actual.code) {
      assert.fail(`engine refuses (${actual.code}), oracle does not agree; ${told()}`);
    }
    return actual.code;
  }
  if ('refused' in expected || expected.due !== actual.dueOn) {
    assert.fail(`engine says due ${actual.dueOn}, oracle does not agree; ${told()}`);
  }
  if (expected.late !== undefined && (actual.state === 'late-met') !== expected.late) {
    assert.fail(`engine says ${actual.state}, oracle does not agree; ${told()}`);
  }
  return undefined;
}

function compareMany(firstSeed: number, cases: number): Tally {
  const tally: Tally = { zone: process.env.TZ ?? '', cases: 0, dates: 0, refusals: {} };
  let world = worldOf(diceOf(firstSeed));
  for (let i = 0; i < cases; i += 1) {
    if (i > 0 && i % CASES_PER_WORLD === 0) world = worldOf(diceOf(firstSeed + i));
    const refused = compareOne(world, firstSeed + i);
    tally.cases += 1;
    if (refused === undefined) tally.dates += 1;
    else tally.refusals[refused] = (tally.refusals[refused] ?? 0) + 1;
  }
  return tally;
}

function runChild(zone: string, firstSeed: number, cases: number): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const args = [fileURLToPath(import.meta.url), '--compare', String(firstSeed), String(cases)];
    // The runner's own variables would make the child report to it as a test file.
    const env = { ...process.env, TZ: zone, NODE_TEST_CONTEXT: undefined };
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(out) as Tally);
      else reject(new Error(`under TZ=${zone}: ${errors}`));
    });
  });
}

if (process.argv[2] === '--compare') {
  try {
    process.stdout.write(JSON.stringify(compareMany(Number(process.argv[3]), Number(process.argv[4]))));
  } catch (error) {
    const known = error instanceof assert.AssertionError || error instanceof CalendarUnconfirmedError;
    process.stderr.write(known ? error.message : String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  }
} else {
  test('a million generated clocks end on the day the oracle finds, whatever the zone of the process', async () => {
    const share = CASES / ZONES.length;
    const tallies = await Promise.all(ZONES.map((zone, i) => runChild(zone, 1 + i * share, share)));
    assert.deepEqual(
      tallies.map(({ zone, cases }) => [zone, cases]),
      ZONES.map((zone) => [zone, share]),
    );
    for (const { dates, refusals } of tallies) {
      // The comparison is worth something only if most matters end in a date and every refusal occurs.
      assert.ok(dates > share / 3, `only ${dates} dates`);
      assert.ok(Object.keys(refusals).length >= 10, JSON.stringify(refusals));
    }
  });
}
