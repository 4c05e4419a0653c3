// Every write that somebody saw acknowledged survives the death of the process at any moment, and with it exactly
// one entry of the record. A writer is killed (SIGKILL) again and again in the middle of its work; its successor
// opens the same database and tells what is there.
import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'esbuild';
import { createPerformer } from '../src/platform/command/index.ts';
import { type Database, migrate, openEmbedded } from '../src/platform/db/index.ts';
import { migrateJobs } from '../src/platform/jobs/index.ts';
import { invitePerson, readRights } from '../src/rooms/accounts/index.ts';
import { appendAudit } from '../src/rooms/audit/index.ts';
import { foundLocality, listSections } from '../src/rooms/portals/index.ts';
import type { Machine, Person, Role } from '../src/rules/access/index.ts';
import type { CrashAck, CrashFindings, CrashOrder } from './support/crash-writer.ts';
import { type Engine, engines, freshDatabase } from './support/engines.ts';

/** Deaths on each database. */
const DEATHS = 50;
/** A writer dies after so many acknowledged commands at most, and some milliseconds more: in the middle of the next. */
const MOST_ACKS = 8;
const LONGEST_PAUSE_MS = 12;
/** One death in so many comes while the database is being opened, which is when it recovers from the death before. */
const WHILE_OPENING = 5;
const LONGEST_OPENING_MS = 800;
/** Writers that load their code while another one writes. */
const WAITING = 2;

const ROOT = path.resolve(import.meta.dirname, '..');

type Line = CrashFindings | CrashAck | { ready: true };

interface Writer {
  process: ChildProcessByStdio<Writable, Readable, null>;
  lines: AsyncIterator<string>;
}

describe('A process killed in the middle of its writes', { concurrency: 2 }, () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-crash-'));
  // beside the other products of tests, where packages are found
  const bundle = path.join(ROOT, 'var', 'test', `crash-writer-${process.pid}.mjs`);
  const prepared = new Map<Engine, Awaited<ReturnType<typeof prepare>>>();

  before(async () => {
    mkdirSync(path.dirname(bundle), { recursive: true });
    // one file of plain JavaScript starts in a fraction of the time, and a hundred of them are started
    await build({
      entryPoints: [path.join(ROOT, 'tests', 'support', 'crash-writer.ts')],
      outfile: bundle,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node24',
      jsx: 'automatic',
      jsxImportSource: 'preact',
    });
    // one after the other: PGlite holds the thread for seconds while it opens, and a connection of the other
    // engine that waits meanwhile would be given up
    for (const engine of engines()) prepared.set(engine, await prepare(engine, path.join(folder, engine)));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(bundle, { force: true });
  });

  function startWriter(): Writer {
    const child = spawn(process.execPath, [bundle], {
      cwd: ROOT,
      stdio: ['pipe', 'pipe', 'inherit'],
      // compiled once, not a hundred times
      env: { ...process.env, NODE_COMPILE_CACHE: path.join(folder, 'compiled') },
    });
    return { process: child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
  }

  for (const engine of engines()) {
    test(`loses nothing that was acknowledged, ${DEATHS} times on ${engine}`, async (t) => {
      const { order, baseEntries } = prepared.get(engine) ?? assert.fail();
      const acked = new Map<number, number>();
      const ready: Writer[] = [];
      t.after(() => ready.forEach(({ process: child }) => void child.kill('SIGKILL')));
      for (let death = 0; death <= DEATHS; death++) {
        while (ready.length < WAITING) ready.push(startWriter());
        const writer = ready.shift();
        assert.ok(writer);
        await giveOrder(writer, order);
        if (death < DEATHS && death % WHILE_OPENING === WHILE_OPENING - 1) {
          await pause(Math.random() * LONGEST_OPENING_MS);
          await kill(writer);
          await readAcks(writer, acked);
          continue;
        }
        const { value, done } = await writer.lines.next();
        assert.ok(!done, `${engine}, after death ${death}: the database cannot be opened any more`);
        const { found } = JSON.parse(value) as CrashFindings;
        compare(found, acked, baseEntries, `${engine}, after death ${death}`);
        if (death < DEATHS) await killWhileWriting(writer, acked);
        else await kill(writer);
      }
      assert.ok(acked.size >= DEATHS / 2, `only ${acked.size} items were begun: the writers hardly wrote`);
    });
  }
});

/** Waits until the writer has its code, and sends it to work. */
async function giveOrder({ process: child, lines }: Writer, order: CrashOrder): Promise<void> {
  const { value } = await lines.next();
  assert.deepEqual(JSON.parse(value), { ready: true });
  child.stdin.write(`${JSON.stringify(order)}\n`);
}

/** Kills in the middle of some command, then takes down everything that had been acknowledged until then. */
async function killWhileWriting(writer: Writer, acked: Map<number, number>): Promise<void> {
  const wanted = Math.floor(Math.random() * MOST_ACKS);
  for (let seen = 0; seen < wanted; seen++) take(await writer.lines.next(), acked);
  await pause(Math.random() * LONGEST_PAUSE_MS);
  await kill(writer);
  await readAcks(writer, acked);
}

/** What stands in the pipe of a dead writer was acknowledged before it died. */
async function readAcks(writer: Writer, acked: Map<number, number>): Promise<void> {
  while (take(await writer.lines.next(), acked));
}

function take({ value, done }: IteratorResult<string>, acked: Map<number, number>): boolean {
  if (done) return false;
  const line = JSON.parse(value) as Line;
  if ('ack' in line) acked.set(...line.ack);
  return true;
}

async function kill({ process: child }: Writer): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  const [, signal] = await ended;
  assert.equal(signal, 'SIGKILL', 'the writer ended by itself');
}

function compare(
  found: CrashFindings['found'],
  acked: Map<number, number>,
  baseEntries: number,
  when: string,
): void {
  const versions = new Map(found.versions);
  for (const [editionId, version] of acked) {
    const kept = versions.get(editionId) ?? 0;
    assert.ok(
      kept >= version,
      `${when}: edition ${editionId} was acknowledged at ${version} and is at ${kept}`,
    );
  }
  assert.equal(found.whole, true, `${when}: the chain of the record is broken`);
  // each command raised one version by one and wrote one entry: effect and record stand or fall together
  const commands = found.versions.reduce((sum, [, version]) => sum + version, 0);
  assert.equal(found.entries, baseEntries + commands, `${when}: effects and entries differ`);
  assert.equal(found.publications, found.published, `${when}: a public copy is missing or too many`);
}

/** An empty portal with an editor, a checker and a board, made through the rooms' own commands. */
async function prepare(engine: Engine, folder: string): Promise<{ order: CrashOrder; baseEntries: number }> {
  const { database, place, end } = await placeFor(engine, folder);
  const perform = createPerformer({
    database,
    jobs: () => {
      throw new Error('Nothing here orders work.');
    },
    cache: { purge: () => {} },
    appendAudit,
    now: () => new Date('2026-11-20T09:45:00+07:00'),
  }).perform;
  const { machine, main } = await foundLocality({ database, perform }, 'test', LOCALITY);
  const person = async (username: string, role: Role) =>
    appoint({ database, perform }, machine, main.portalId, username, role);
  const people = {
    editor: await person('lc.editor', 'editor'),
    checker: await person('lc.checker', 'checker'),
    board: await person('lc.board', 'boardMember'),
  };
  const sections = await database.publicly((db) => listSections(db, main.portalId));
  const section = sections.find((one) => one.content_kind === 'news');
  assert.ok(section);
  const { rows } = await database.statement('select count(*)::int as n from audit_entry');
  await end();
  return {
    order: { place, portalId: main.portalId, sectionId: section.id, ...people },
    baseEntries: (rows[0] as { n: number }).n,
  };
}

async function placeFor(
  engine: Engine,
  folder: string,
): Promise<{ database: Database; place: CrashOrder['place']; end(): Promise<void> }> {
  if (engine === 'postgres') {
    const fresh = await freshDatabase('postgres');
    assert.ok(fresh.url);
    // left open until the end of the file: the database goes with it
    return { database: superuser(fresh.database), place: { url: fresh.url }, end: async () => {} };
  }
  const { database, asOwner } = await openEmbedded(folder);
  await asOwner(async (owner) => {
    await migrate(owner);
    await migrateJobs(owner);
  });
  return { database, place: { folder }, end: () => database.close() };
}

/** Counting the record across localities needs the role that sees all of it. */
function superuser(database: Database): Database {
  return {
    ...database,
    statement: (text, values) =>
      database.transaction({ as: 'system' }, (tx) => tx.statement(text, values ?? [])),
  };
}

async function appoint(
  ports: { database: Database; perform: ReturnType<typeof createPerformer>['perform'] },
  machine: Machine,
  portalId: number,
  username: string,
  role: Role,
): Promise<Person> {
  const { localityId } = machine;
  const { personId } = await ports.perform(machine, invitePerson, {
    ...{
      portalId,
      viaPortalId: portalId,
      username,
      fullName: username,
      email: null,
      language: 'vi' as const,
    },
    ...{
      roles: [role],
      validFrom: '2026-11-01',
      validTo: null,
      decision: '01/QĐ-UBND',
      decidedOn: '2026-11-01',
    },
  });
  const rights = await ports.database.transaction({ as: 'system' }, (tx) =>
    readRights(tx, personId, localityId, '2026-11-20'),
  );
  return {
    kind: 'person',
    personId,
    localityId,
    username,
    fullName: username,
    language: 'vi',
    ...rights,
    mustChangePassword: false,
  };
}

const NAME = { vi: 'Tỉnh Lào Cai', en: 'Lào Cai Province' };
const LOCALITY: Parameters<typeof foundLocality>[2] = {
  ...{ code: 'lao-cai', nameVi: 'Lào Cai', nameEn: 'Lào Cai', kind: 'province' },
  regulations: [{ profileCode: 'lao-cai-22-2016', validFrom: '2016-05-06', decision: '22/2016/QĐ-UBND' }],
  main: {
    body: { nameVi: NAME.vi, nameEn: NAME.en, abbreviation: 'UBND', kind: 'committee' },
    ...{ host: 'www.laocai.gov.vn', openedOn: '2026-07-01', workflow: 'check-then-approve' },
    face: {
      ...{ colour: '#22386e', scene: 'mountains', drawing: 'mountains', tasks: [], popular: [] },
      searchQuestion: { vi: 'Bạn tìm gì?', en: 'What are you looking for?' },
    },
    contact: {
      managedBy: NAME,
      responsible: { vi: 'Trưởng Ban Biên tập', en: 'Head of the editorial board' },
      address: { vi: 'Số 1, đường Mẫu', en: '1 Mẫu street' },
      ...{ phone: '0214 000 0000', email: 'banbientap@laocai.gov.vn' },
    },
  },
};
