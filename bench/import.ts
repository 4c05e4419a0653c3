import { readdirSync, readFileSync } from 'node:fs';
import { importLines } from '../src/rooms/imports/index.ts';
import { readLine } from '../src/rooms/imports/line-rules.ts';
import { type Engine, engines } from '../tests/support/engines.ts';
import { holdingLine } from '../tests/support/holding.ts';
import { takeOne } from '../tests/support/taking-one.ts';
import { openWorld, type World } from '../tests/support/world.ts';
import type { Row } from './support.ts';

const DOCUMENTS = Number(process.env.IMPORT_DOCUMENTS ?? 10_000);
/** Through the commands for one: enough of them to tell the ratio. */
const SINGLES = 300;
const GOAL_A_MINUTE = 10_000;
const GOAL_TIMES = 2;
const DECISION = 'Quyết định số 15/QĐ-BBT ngày 18/11/2026';
const MINUTE_MS = 60_000;
/** Of /proc: hundredths of a second. */
const TICK_MS = 10;

/** Time of one document, in milliseconds: on the clock, of Node, of the database server. */
interface Took {
  wall: number;
  node: number;
  server: number;
}

/** Processor time of the connections to a database of this machine; 0 where it cannot be seen. */
function serverMs(name: string | undefined): number {
  if (name === undefined) return 0;
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(name)) continue;
      const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? [];
      ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // ended meanwhile
    }
  }
  return ticks * TICK_MS;
}

async function measure(world: World, documents: number, work: () => Promise<unknown>): Promise<Took> {
  const { url } = world.database;
  const name = url && new URL(url).pathname.slice(1);
  const [cpu, server, at] = [process.cpuUsage(), serverMs(name), performance.now()];
  await work();
  const wall = performance.now() - at;
  const { user, system } = process.cpuUsage(cpu);
  const each = { wall, node: (user + system) / 1_000, server: serverMs(name) - server };
  return { wall: each.wall / documents, node: each.node / documents, server: each.server / documents };
}

const told = ({ wall, node, server }: Took) =>
  `${Math.round(MINUTE_MS / wall).toLocaleString('en')} a minute (${node.toFixed(1)} ms Node${server > 0 ? `, ${server.toFixed(1)} ms server` : ''})`;

async function* lines(from: number, to: number) {
  for (let line = from; line <= to; line += 1) yield { line, text: holdingLine(line) };
}

async function measureOn(engine: Engine): Promise<Row[]> {
  const world = await openWorld(engine);
  try {
    const { ports } = world.app;
    const board = world.actors['lc.head'];
    if (!board) throw new Error('The small world has no board.');
    const portalId = world.portal('lao-cai/main').id;
    const target = { portalId, sectionId: world.sectionOf('lao-cai/main', 'documents'), decision: DECISION };
    const single = await measure(world, SINGLES, async () => {
      for await (const { text } of lines(DOCUMENTS + 1, DOCUMENTS + SINGLES))
        await ports.perform(board, takeOne, { ...target, document: readLine(text) });
    });
    const together = await measure(world, DOCUMENTS, async () => {
      const { published } = await importLines(ports, board, target, lines(1, DOCUMENTS));
      if (published !== DOCUMENTS) throw new Error(`${published} of ${DOCUMENTS} were published.`);
    });
    const read = await measure(world, DOCUMENTS + SINGLES, () => ports.jobs.drain());
    const times = single.wall / together.wall;
    const perMinute = MINUTE_MS / together.wall;
    const what = `${DOCUMENTS.toLocaleString('en')} documents of 3 to 5 KB`;
    return [
      { what: `published one by one, ${engine}`, value: told(single) },
      {
        ...{ what: `import-lines: ${what} published, ${engine}`, value: told(together) },
        ...(engine === 'postgres' && {
          goal: `≥ ${GOAL_A_MINUTE.toLocaleString('en')}`,
          holds: perMinute >= GOAL_A_MINUTE,
        }),
      },
      {
        ...{ what: `many together against one by one, ${engine}`, value: `${times.toFixed(1)} times` },
        ...{ goal: `≥ ${GOAL_TIMES}`, holds: times >= GOAL_TIMES },
      },
      { what: `the same read by the library and into the search index, ${engine}`, value: told(read) },
    ];
  } finally {
    await world.close();
  }
}

/** A holding published by decision of a board. TEST_ENGINES names one engine, IMPORT_DOCUMENTS fewer documents. */
export async function measureImport(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const engine of engines().toReversed()) rows.push(...(await measureOn(engine)));
  return rows;
}
