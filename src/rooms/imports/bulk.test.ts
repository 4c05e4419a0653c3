import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { openWorld, type World } from '../../../tests/support/world.ts';
import type { Actor } from '../../rules/access/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { verifyChain } from '../audit/index.ts';
import { findClock } from '../duties/index.ts';
import { type BulkLine, type BulkReport, importLines } from './index.ts';

const DECISION = 'Quyết định số 15/QĐ-BBT ngày 18/11/2026 của Trưởng Ban Biên tập';

const documentOf = (index: number, change: object = {}) => ({
  id: `kho-${index}`,
  number: `${index}/2019/QĐ-UBND`,
  title: `Về lịch chợ phiên thứ ${index}`,
  text: `Điều 1. Chợ phiên thứ ${index} họp vào chủ nhật.\nĐiều 2. Hiệu lực.`,
  type: 'Quyết định',
  issuer: 'Ủy ban nhân dân tỉnh Mây Ngàn',
  issuedOn: '2019-03-02',
  ...change,
});

async function* linesOf(documents: readonly (object | string)[]): AsyncGenerator<BulkLine> {
  for (const [index, one] of documents.entries())
    yield { line: index + 1, text: typeof one === 'string' ? one : JSON.stringify(one) };
}

for (const engine of engines()) {
  describe(`A holding is taken in line by line on ${engine}`, () => {
    let world: World;
    before(async () => {
      world = await openWorld(engine);
    });
    after(() => world.close());

    const target = () => ({
      portalId: world.portal('lao-cai/main').id,
      sectionId: world.sectionOf('lao-cai/main', 'documents'),
    });
    const machine = (): Actor => ({
      ...{ kind: 'machine', name: 'operator' },
      localityId: world.actors['lc.head']?.localityId ?? assert.fail(),
    });
    const person = (name: string) => world.actors[name] ?? assert.fail(name);
    const take = (
      actor: Actor,
      documents: readonly (object | string)[],
      decision?: string,
    ): Promise<BulkReport> =>
      importLines(world.app.ports, actor, { ...target(), ...(decision && { decision }) }, linesOf(documents));
    const rows = async <T>(text: string, values: unknown[] = []) =>
      (await world.app.ports.database.transaction({ as: 'system' }, (tx) => tx.statement(text, values)))
        .rows as T[];

    test('LC-020 BG-050: lines become drafts that nobody of the public sees, bad ones are told with their number', async () => {
      const report = await take(machine(), [
        ...Array.from({ length: 60 }, (_, index) => documentOf(index + 1)),
        '{"id": "hỏng"',
        documentOf(61, { issuedOn: '2019-13-01' }),
        '',
        documentOf(62),
        documentOf(62, { title: 'Cùng một văn bản lần nữa' }),
      ]);
      const { notes, ...counts } = report;
      assert.deepEqual(counts, {
        ...{ lines: 64, taken: 61, published: 0, duplicates: 1, refused: 2, failed: 0, stopped: false },
      });
      assert.deepEqual(
        notes.map(({ line, outcome, code }) => [line, outcome, code]),
        [
          [61, 'refused', 'line-json'],
          [62, 'refused', 'line-date'],
          [65, 'duplicate', 'line-same'],
        ],
      );
      const drafts = await rows<{ state: string; writers: string[]; count: number }>(
        `select state, writers, count(*)::int as count from edition where facts ? 'sourceId' group by 1, 2`,
      );
      assert.deepEqual(drafts, [{ state: 'draft', writers: [], count: 61 }]);
      assert.deepEqual(await rows(`select id from publication where facts ? 'sourceId'`), []);
      const [first] = await rows<{ item_id: number }>(
        `select item_id from edition where facts ->> 'sourceId' = 'kho-1'`,
      );
      const clock = await world.app.ports.database.transaction({ as: 'system' }, (tx) =>
        findClock(tx, { kind: 'item', id: Number(first?.item_id) }),
      );
      assert.equal(clock, undefined);
    });

    test('the same file again takes nothing in; a new id with a known number and day is known too', async () => {
      const again = await take(machine(), [
        documentOf(1),
        documentOf(2, { id: 'khác', number: '02/2019/QĐ-UBND' }),
        documentOf(3, { number: '900/2019/QĐ-UBND' }),
        documentOf(4, { id: 'mới', issuedOn: '2020-01-15' }),
      ]);
      assert.deepEqual([again.taken, again.duplicates, again.refused], [1, 3, 0]);
    });

    test('LC-020 BG-050 LC-013: a member of the board publishes them by a decision, which stands in the history of each', async () => {
      const report = await take(
        person('lc.head'),
        [documentOf(101), documentOf(102), documentOf(103, { title: 'Ngày lạ', effectiveOn: '2019-01-40' })],
        DECISION,
      );
      assert.deepEqual([report.taken, report.published, report.refused], [2, 2, 1]);
      const published = await rows<{
        approved_by: string;
        item_id: number;
        clock: unknown;
        writers: string[];
      }>(
        `select p.approved_by, p.item_id, p.clock, e.writers from publication p join edition e on e.id = p.edition_id
         where p.facts ->> 'sourceId' in ('kho-101', 'kho-102') and p.ended_at is null`,
      );
      assert.equal(published.length, 2);
      for (const one of published) {
        assert.equal(Number(one.approved_by), person('lc.head').personId);
        assert.deepEqual([one.clock, one.writers], [null, []]);
      }
      const steps = await rows<{ move: string; person_id: string | null; reason: string | null }>(
        `select v.move, v.person_id, v.reason from edition_event v join edition e on e.id = v.edition_id
         where e.facts ->> 'sourceId' = 'kho-101' order by v.id`,
      );
      const approved = steps.at(-1);
      assert.deepEqual(
        [approved?.move, Number(approved?.person_id), approved?.reason],
        ['approve', person('lc.head').personId, DECISION],
      );
      assert.deepEqual([steps[0]?.move, steps[0]?.person_id], ['submit', null]);
      const [entry] = await rows<{ payload: { decision: string; documents: { contentHash: string }[] } }>(
        `select payload from audit_entry where command = 'imports.publishLines' order by at desc, seq desc limit 1`,
      );
      assert.equal(entry?.payload.decision, DECISION);
      assert.match(entry?.payload.documents[1]?.contentHash ?? '', /^[0-9a-f]{64}$/);
      const page = await world.get('www.laocai.gov.vn', `/bai/${published[0]?.item_id}`);
      assert.equal(page.status, 302);
      assert.match(
        (await world.get('www.laocai.gov.vn', page.headers.location ?? '')).body,
        /Về lịch chợ phiên thứ 10/,
      );
    });

    test('LC-020 TB-023: nobody publishes so without the right to approve, nor without saying by which decision', async () => {
      await assert.rejects(
        take(person('lc.editor'), [documentOf(201)], DECISION),
        (error) => error instanceof Refusal && error.code === 'not-permitted',
      );
      await assert.rejects(
        take(person('lc.head'), [documentOf(201)], 'ừ'),
        (error) => error instanceof Refusal && error.code === 'decision-short',
      );
      await assert.rejects(
        take(machine(), [documentOf(201)], DECISION),
        (error) => error instanceof Refusal && error.code === 'not-permitted',
      );
      assert.deepEqual(await rows(`select id from edition where facts ->> 'sourceId' = 'kho-201'`), []);
    });

    test('a section of answers takes no documents: each line is told why', async () => {
      const report = await importLines(
        world.app.ports,
        machine(),
        { ...target(), sectionId: world.sectionOf('lao-cai/main', 'questions') },
        linesOf([documentOf(301), documentOf(302)]),
      );
      assert.deepEqual(
        report.notes.map(({ line, code }) => [line, code]),
        [
          [1, 'answers-are-signed'],
          [2, 'answers-are-signed'],
        ],
      );
      assert.equal(report.taken, 0);
    });

    test('the record of the locality holds together', async () => {
      const found = await world.app.ports.database.transaction({ as: 'system' }, (tx) =>
        verifyChain(tx, person('lc.head').localityId),
      );
      assert.equal(found.whole, true, JSON.stringify(found));
    });
  });
}
