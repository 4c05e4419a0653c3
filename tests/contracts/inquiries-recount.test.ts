// A generated history of inquiries, counted a second time from the record: every state, every due date, every verdict
// in time or late. INQUIRY_CASES says how many; the proof of the issue is 20,000 on PostgreSQL.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql, type Transaction } from '../../src/platform/db/index.ts';
import { verifyChain } from '../../src/rooms/audit/index.ts';
import { calendarOf } from '../../src/rooms/duties/index.ts';
import {
  type Figures,
  figuresOf,
  groupRows,
  type WorkingDays,
} from '../../src/rooms/inquiries/figures-rules.ts';
import { countFigures, type FigureRow } from '../../src/rooms/inquiries/figures-store.ts';
import { type Engine, engines } from '../support/engines.ts';
import { type Grounds, openGrounds } from '../support/inquiry-grounds.ts';
import { type HistoryReport, makeHistory } from '../support/inquiry-history.ts';
import { type Recount, type Recounted, readTrail, recount } from '../support/inquiry-recount.ts';
import { recountFigures } from '../support/recount-figures.ts';

const ORDERED = process.env.INQUIRY_CASES;
/** The embedded database works one command at a time, in the thread that makes the history. */
const CASES: Readonly<Record<Engine, number>> = ORDERED
  ? { pglite: Number(ORDERED), postgres: Number(ORDERED) }
  : { pglite: 100, postgres: 250 };
const SEED = Number(process.env.INQUIRY_SEED ?? 20_261_122);
/** PGlite has one connection; on the server the pool of the tests has four. */
const LANES = { pglite: 1, postgres: 6 };
const SHOWN = 20;
/** Moves that a history without them would not prove. */
const NEEDED = [
  ...[
    'accept',
    'reclassify',
    'refuse',
    'forward',
    'giveBack',
    'sendOut',
    'askBodies',
    'contribute',
    'askBack',
  ],
  ...[
    'reply',
    'goOn',
    'add',
    'promise',
    'extend',
    'draft',
    'submit',
    'check',
    'sendBack',
    'sign',
    'withdraw',
  ],
  ...['merge', 'split'],
].map((move) => `inquiries.${move}`);

interface Kept {
  id: number;
  locality_id: number;
  received_portal_id: number;
  portal_id: number;
  intake: string;
  variant: string | null;
  state: string;
  received_at: Date;
  answered_at: Date | null;
  closed_at: Date | null;
  promised_on: string | null;
  parent_id: number | null;
  merged_into_id: number | null;
}

interface KeptClock {
  subject_kind: string;
  subject_id: number;
  portal_id: number;
  state: string;
  due_on: string | null;
  events: unknown;
  duty: string;
}

for (const engine of engines()) {
  describe(`${CASES[engine]} inquiries on ${engine}, recounted from the record`, () => {
    let place: Grounds;
    let report: HistoryReport;
    let counted: Recount;
    const read = <T>(work: (tx: Transaction) => Promise<T>) =>
      place.hall.app.ports.database.transaction({ as: 'system' }, work);

    before(async () => {
      place = await openGrounds(engine);
      report = await makeHistory(place, { cases: CASES[engine], seed: SEED, lanes: LANES[engine] });
      const codes = new Map(place.grounds.map(({ machine, code }) => [machine.localityId, code]));
      counted = recount(await read(readTrail), codes);
    });
    after(() => place.hall.close());

    test('the history holds every kind of move, changes of the calendar, and bodies renamed and merged', (t) => {
      const { done } = report;
      if (ORDERED) t.diagnostic(JSON.stringify(report));
      const wanted = [...NEEDED, 'duties.addCalendarRow locality', 'duties.addCalendarRow national'];
      wanted.push(
        'duties.retireCalendarRow',
        'duties.confirmCalendar',
        'portals.closePortal',
        'portals.renameBody',
      );
      assert.deepEqual(
        wanted.filter((name) => done[name] === undefined),
        [],
      );
      const moves = new Set(
        [...counted.inquiries.values()].flatMap((one) => one.moves.map(({ move }) => move)),
      );
      assert.deepEqual(
        ['follow', 'rejoin', 'release'].filter((move) => !moves.has(move)),
        [],
      );
      assert.ok(counted.inquiries.size >= CASES[engine]);
    });

    test('what the record shows is lawful, and the history tells the same', () => {
      assertNone(counted.wrong);
    });

    test('every inquiry is where the record says, in the state it says', async () => {
      const rows = await read((tx) =>
        tx.rows<Kept>(sql`select id, locality_id, received_portal_id, portal_id, intake, variant, state, received_at,
          answered_at, closed_at, promised_on, parent_id, merged_into_id from inquiry order by id`),
      );
      assert.equal(rows.length, counted.inquiries.size);
      assertNone(rows.flatMap((row) => differing(`inquiry ${row.id}`, keptOf(row), toldOf(row.id))));
    });

    test('every clock has the state and the due date that follow from the record', async () => {
      const { now } = place.hall.app.ports;
      const rows = await read((tx) =>
        tx.rows<KeptClock>(sql`select subject_kind, subject_id, portal_id, state, due_on, events, duty from clock
          where subject_kind in ('inquiry', 'inquiryPromise', 'inquiryNotice') order by id`),
      );
      const kept = new Map<string, KeptClock>();
      const wrong: string[] = [];
      for (const row of rows) {
        const key = `${row.subject_kind} ${row.subject_id}`;
        const before = kept.get(key);
        if (before && before.state !== 'cancelled') wrong.push(`${key}: two clocks, one ${before.state}`);
        kept.set(key, row);
      }
      for (const one of counted.inquiries.values()) {
        const { first, stated } = one.time?.standing(now().getTime()) ?? {};
        for (const [kind, time] of Object.entries({
          ...{
            inquiry: first,
            inquiryPromise: stated,
            inquiryNotice: one.notice?.standing(now().getTime()).first,
          },
        })) {
          const clock = kept.get(`${kind} ${one.id}`);
          kept.delete(`${kind} ${one.id}`);
          const is = clock && { state: clock.state, dueOn: clock.due_on };
          const faults = differing(`${kind} ${one.id} (${one.intake}, locality ${one.localityId})`, is, time);
          // what happened to it, so that a difference seen once in a long history can be understood
          wrong.push(...faults.map((fault) => `${fault}\n    ${JSON.stringify(clock)}`));
        }
      }
      assertNone([...wrong, ...[...kept.keys()].map((key) => `${key}: no text sets a time`)]);
    });

    test('BG-045 LC-113: every public figure is what the record gives, by body, kind, month and all three', async () => {
      const at = place.hall.app.ports.now();
      const { calendars } = await read(readTrail);
      const wrong: string[] = [];
      for (const { machine, code } of place.grounds) {
        const { localityId } = machine;
        const [rows, calendar] = await read(async (tx) => [
          await countFigures(tx, { localityId, from: '2026-01-01', to: '2028-01-01', now: at }),
          await calendarOf(tx, localityId),
        ]);
        const shown = shownFigures(rows, (from, to) => calendar.workingDaysBetween(from, to));
        const told = recountFigures(counted, calendars, { localityId, at: at.getTime() });
        for (const key of new Set([...shown.keys(), ...told.keys()]))
          wrong.push(...differing(`${code}, ${key}`, shown.get(key), told.get(key)));
      }
      assertNone(wrong);
    });

    test('the chain of every record is whole', async () => {
      for (const { machine } of place.grounds) {
        const verdict = await read((tx) => verifyChain(tx, machine.localityId));
        assert.equal(verdict.whole, true);
      }
    });

    function toldOf(id: number) {
      const one = counted.inquiries.get(id);
      if (!one) return undefined;
      const { time: _, notice: __, moves: ___, isPublished: ____, ...told } = one;
      return told;
    }
  });
}

/** As the page groups them. */
function shownFigures(rows: readonly FigureRow[], workingDays: WorkingDays): Map<string, Figures> {
  const partsOf = ({ portal_id, intake, month }: FigureRow) => [`body ${portal_id}`, intake, month];
  const keys: ((row: FigureRow) => string)[] = [
    (row) => partsOf(row)[0] ?? '',
    (row) => row.intake,
    (row) => row.month,
    (row) => partsOf(row).join(', '),
    () => 'all',
  ];
  return new Map(
    keys.flatMap((keyOf) =>
      [...groupRows(rows, keyOf)].map(([key, group]) => [key, figuresOf(group, workingDays)] as const),
    ),
  );
}

function keptOf(row: Kept): Omit<Recounted, 'time' | 'notice' | 'moves' | 'isPublished'> {
  return {
    ...{ id: row.id, localityId: row.locality_id, receivedPortalId: row.received_portal_id },
    ...{
      portalId: row.portal_id,
      intake: row.intake,
      variant: row.variant,
      receivedAt: row.received_at.getTime(),
    },
    parentId: row.parent_id,
    state: row.state,
    answeredAt: row.answered_at?.getTime() ?? null,
    closedAt: row.closed_at?.getTime() ?? null,
    promisedOn: row.promised_on,
    mergedIntoId: row.merged_into_id,
  };
}

function differing(what: string, kept: object | undefined, told: object | undefined): string[] {
  const sorted = (one: object | undefined) => JSON.stringify(Object.entries(one ?? {}).sort());
  return sorted(kept) === sorted(told) ? [] : [`${what}: is ${sorted(kept)}, should be ${sorted(told)}`];
}

function assertNone(wrong: readonly string[]): void {
  assert.equal(
    wrong.length,
    0,
    `${wrong.length} differ, among them:\n  ${wrong.slice(0, SHOWN).join('\n  ')}`,
  );
}
