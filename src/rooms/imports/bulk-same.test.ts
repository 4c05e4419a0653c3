// Many at once and one by one come to the same: the same rows in every table, the same refusals, a record that holds.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { mixedHolding } from '../../../tests/support/mixed-holding.ts';
import { dumpTables } from '../../../tests/support/table-dump.ts';
import { type TakeOne, takeOne } from '../../../tests/support/taking-one.ts';
import { openWorld, type World } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { ROOMS } from '../../rooms.ts';
import type { Actor } from '../../rules/access/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { verifyChain } from '../audit/index.ts';
import { verifyLibrary } from '../library/index.ts';
import { verifyPublications } from '../publishing/index.ts';
import { importLines } from './index.ts';
import { keysOf, readLine } from './line-rules.ts';

const HASH = 'a1'.repeat(32);
/** Lines of every kind, and by which decision what they hold becomes public; drafts without. */
const DECISION = '  Quyết định số 15/QĐ-BBT ngày 18/11/2026 ';

/** Line by line, as short as it can be said. @returns what was not taken, with the words that say why */
async function oneByOne(
  { app }: World,
  actor: Actor,
  where: Omit<TakeOne, 'document'>,
  lines: readonly string[],
): Promise<[number, string, string][]> {
  const known = new Set<string>();
  const told: [number, string, string][] = [];
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') continue;
    try {
      const document = readLine(text);
      const keys = keysOf(document);
      if (keys.some((key) => known.has(key))) {
        told.push([index + 1, 'line-same', 'duplicate']);
        continue;
      }
      await app.ports.perform(actor, takeOne, { ...where, document });
      for (const key of keys) known.add(key);
    } catch (error) {
      if (error instanceof Refusal) told.push([index + 1, error.code, error.words.vi]);
      else told.push([index + 1, 'failed', 'failed']);
    }
  }
  return told;
}

/** The jobs that hear of what becomes public. */
const HEARERS = ROOMS.flatMap(({ hears, jobs }) =>
  jobs.filter(({ name }) => name === hears?.['publishing.publicChanged']),
);

async function hearOneByOne({ app: { ports } }: World): Promise<void> {
  const { rows } = await ports.database.statement(
    `select name, data from jobs.job where state = 'created' order by (data ->> 'itemId')::bigint`,
  );
  for (const { name, data } of rows as { name: string; data: Record<string, unknown> }[])
    await HEARERS.find((one) => one.name === name)?.run(ports, data);
}

async function* given(lines: readonly string[]) {
  for (const [index, text] of lines.entries()) yield { line: index + 1, text };
}

for (const engine of engines()) {
  for (const { decision, count } of [
    { decision: DECISION, count: 300 },
    { decision: undefined, count: 100 },
  ]) {
    const end = decision === undefined ? 'drafts' : 'public items';
    describe(`${count} lines of every kind become ${end} on ${engine}`, () => {
      let many: World;
      let single: World;
      let taken = 0;
      before(async () => {
        [many, single] = [await openWorld(engine), await openWorld(engine)];
        for (const { app, portal } of [many, single])
          await app.ports.database.transaction({ as: 'system' }, (tx) =>
            tx.run(sql`insert into media (portal_id, hash, name, type, size_bytes, uploaded_at)
              values (${portal('lao-cai/main').id}, ${HASH}, 'a.webp', 'image/webp', 7, now())`),
          );
      });
      after(async () => {
        await many.close();
        await single.close();
      });

      const lines = mixedHolding(count, HASH);
      const where = (world: World) => ({
        portalId: world.portal('lao-cai/main').id,
        sectionId: world.sectionOf('lao-cai/main', 'documents'),
      });
      const actorOf = (world: World): Actor => world.actors['lc.head'] ?? assert.fail();
      const dump = ({ app }: World) => app.ports.database.transaction({ as: 'system' }, dumpTables);

      test('LC-020 BG-050: many at once and one by one take the same, and refuse the same with the same words', async () => {
        const target = { ...where(many), ...(decision !== undefined && { decision }) };
        const { notes, ...counts } = await importLines(many.app.ports, actorOf(many), target, given(lines));
        const told = await oneByOne(single, actorOf(single), { ...where(single), decision }, lines);
        assert.deepEqual(
          notes
            .filter(({ outcome }) => outcome !== 'taken')
            .map(({ line, outcome, code, words }) => [
              line,
              code,
              outcome === 'refused' ? words.vi : outcome,
            ]),
          told,
        );
        assert.ok(new Set(told.map(([, code]) => code)).size >= 10, JSON.stringify(counts));
        taken = counts.taken;
        assert.ok(
          taken > count / 2 && counts.refused > count / 20 && counts.duplicates > 1,
          JSON.stringify(counts),
        );
        assert.equal(counts.published, decision === undefined ? 0 : counts.taken);
      });

      test('the rows of every table are the same but for ids and instants, and so are the jobs that wait', async () => {
        const [one, other] = [await dump(many), await dump(single)];
        for (const [table, rows] of Object.entries(one)) assert.deepEqual(rows, other[table], table);
        const waiting = one.jobs?.filter((job) => job.includes('"state":"created"')) ?? [];
        assert.equal(waiting.length, decision === undefined ? 0 : HEARERS.length * taken);
        assert.ok((one.edition?.length ?? 0) >= taken);
      });

      test('hearers come to the same from both, reading many together or one after the other', async () => {
        await many.app.ports.jobs.drain();
        await hearOneByOne(single);
        const [{ jobs: _, ...one }, other] = [await dump(many), await dump(single)];
        for (const [table, rows] of Object.entries(one)) assert.deepEqual(rows, other[table], table);
        const read = Math.min(
          one.document?.length ?? 0,
          one.document_citation?.length ?? 0,
          one.search_entry?.length ?? 0,
        );
        assert.ok(decision === undefined || read >= taken);
      });

      test('LC-013: the record names each with the hash of its content, and holds everything that is public', async () => {
        const hashes = async (world: World) => {
          const entries = await world.app.ports.database.transaction({ as: 'system' }, (tx) =>
            tx.rows<{ documents: Record<'sourceId' | 'contentHash', string>[] }>(
              sql`select payload -> 'documents' as documents from audit_entry
                where command in ('imports.publishLines', 'imports.takeInLines') order by seq`,
            ),
          );
          const all = entries.flatMap(({ documents }) => documents);
          return new Map(all.map(({ sourceId, contentHash }) => [sourceId, contentHash]));
        };
        const sizes = await many.app.ports.database.transaction({ as: 'system' }, (tx) =>
          tx.rows<{
            size: number;
          }>(sql`select jsonb_array_length(payload -> 'documents') as size from audit_entry
            where command in ('imports.publishLines', 'imports.takeInLines') order by seq`),
        );
        assert.ok(Math.max(...sizes.map(({ size }) => size)) > count / 10, 'no batch was taken as one');
        if (decision !== undefined) assert.ok(sizes.length > 3, 'no batch was done again in parts');
        const recorded = await hashes(many);
        assert.deepEqual([...recorded.entries()].sort(), [...(await hashes(single)).entries()].sort());
        for (const world of [many, single]) {
          const localityId = actorOf(world).localityId;
          const found = await world.app.ports.database.transaction({ as: 'system' }, async (tx) => [
            await verifyChain(tx, localityId),
            await verifyPublications(tx, localityId),
            await verifyLibrary(tx, localityId),
          ]);
          for (const verdict of found) assert.equal(verdict.whole, true, JSON.stringify(verdict));
        }
      });
    });
  }
}
