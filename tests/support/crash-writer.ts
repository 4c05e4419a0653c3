// The child of tests/crash.test.ts. It opens the database that its first line of input names, tells what it finds
// there, and then writes without end, one command after the other, telling each one that was acknowledged. The
// parent kills it at some moment.
import { flushCompileCache } from 'node:module';
import { createInterface } from 'node:readline';
import { createPerformer, type Performer } from '../../src/platform/command/index.ts';
import { type Database, openEmbedded, openServer, type Transaction } from '../../src/platform/db/index.ts';
import { appendAudit, verifyChain } from '../../src/rooms/audit/index.ts';
import {
  approveEdition,
  checkEdition,
  createItem,
  type EditionContent,
  EMPTY_CONTENT,
  saveEdition,
  submitEdition,
} from '../../src/rooms/publishing/index.ts';
import type { Person } from '../../src/rules/access/index.ts';

/** What the parent sends: where to write, and as whom. */
export interface CrashOrder {
  place: { folder: string } | { url: string };
  portalId: number;
  sectionId: number;
  editor: Person;
  checker: Person;
  board: Person;
}

/** What the writer found when it opened the database. */
export interface CrashFindings {
  found: {
    whole: boolean;
    entries: number;
    /** Edition id → version; every command on an edition raises it by one. */
    versions: [number, number][];
    published: number;
    publications: number;
  };
}

/** One acknowledged command: the edition and the version it has now. */
export interface CrashAck {
  ack: [editionId: number, version: number];
}

const say = (line: CrashFindings | CrashAck | { ready: true }) =>
  process.stdout.write(`${JSON.stringify(line)}\n`);

// a killed process keeps nothing of what it compiled: told to, it keeps it now, for its successors
flushCompileCache();
say({ ready: true });
for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line) as CrashOrder;
  const { database } =
    'folder' in order.place
      ? await openEmbedded(order.place.folder)
      : openServer({ url: order.place.url, poolSize: 2 });
  say({ found: await look(database, order.editor.localityId) });
  await write(database, order);
}

async function look(database: Database, localityId: number): Promise<CrashFindings['found']> {
  return database.transaction({ as: 'system' }, async (tx) => {
    const verdict = await verifyChain(tx, localityId);
    const count = async (text: string) => Number((await rowsOf<{ n: number }>(tx, text))[0]?.n);
    const editions = await rowsOf<{ id: number; version: number }>(
      tx,
      'select id::int, version from edition',
    );
    return {
      whole: verdict.whole,
      entries: await count('select count(*)::int as n from audit_entry'),
      versions: editions.map(({ id, version }) => [id, version]),
      published: await count(`select count(*)::int as n from edition where state = 'published'`),
      publications: await count('select count(*)::int as n from publication'),
    };
  });
}

async function rowsOf<T>(tx: Transaction, text: string): Promise<T[]> {
  return (await tx.statement(text, [])).rows as T[];
}

/** A draft, saved once more, submitted, checked, approved; and the next. */
async function write(database: Database, order: CrashOrder): Promise<never> {
  const { perform } = performerFor(database);
  const { portalId, sectionId, editor, checker, board } = order;
  for (let n = 1; ; n++) {
    const created = await perform(editor, createItem, {
      portalId,
      sectionId,
      language: 'vi',
      content: contentOf(n),
    });
    const { editionId } = created;
    const on = { portalId, editionId };
    say({ ack: [editionId, 1] });
    await perform(editor, saveEdition, { ...on, version: 1, sectionId, content: contentOf(n + 1) });
    say({ ack: [editionId, 2] });
    await perform(editor, submitEdition, on);
    say({ ack: [editionId, 3] });
    await perform(checker, checkEdition, on);
    say({ ack: [editionId, 4] });
    await perform(board, approveEdition, on);
    say({ ack: [editionId, 5] });
  }
}

function performerFor(database: Database): Performer {
  return createPerformer({
    database,
    jobs: () => {
      throw new Error('These commands order no work.');
    },
    cache: { purge: () => {} },
    appendAudit,
    now: () => new Date(),
  });
}

function contentOf(n: number): EditionContent {
  return {
    ...EMPTY_CONTENT,
    title: `Bài số ${n} của phép thử tắt ngang`,
    bodyHtml: `<p>Nội dung của bài số ${n}.</p>`,
    author: 'Phép thử',
  };
}
