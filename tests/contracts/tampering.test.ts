// Whatever somebody with the password of the database changes in the record, in what is public or in the library, the
// command `verify` notices and names the first that is wrong. TAMPERINGS=10000 for the long run.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Sql } from '../../src/platform/db/index.ts';
import { verifyChain } from '../../src/rooms/audit/index.ts';
import {
  approveIssue,
  composeIssue,
  createKey,
  sendToGazette,
  submitIssue,
  verifyGazette,
} from '../../src/rooms/gazette/index.ts';
import { importLines } from '../../src/rooms/imports/index.ts';
import { verifyLibrary } from '../../src/rooms/library/index.ts';
import { relateDocuments, removeRelation } from '../../src/rooms/library/relating.ts';
import { uploadMedia } from '../../src/rooms/media/index.ts';
import {
  approveEdition,
  checkEdition,
  saveEdition,
  startEdition,
  submitEdition,
  verifyPublications,
  withdrawEdition,
} from '../../src/rooms/publishing/index.ts';
import { Chance } from '../support/chance.ts';
import { engines } from '../support/engines.ts';
import { holdingLine } from '../support/holding.ts';
import { lifeOn } from '../support/lived.ts';
import { contentOf, publishingGround } from '../support/publishing.ts';
import { type Owner, TAMPERED_TABLES, type Tampering, tamper } from '../support/tampering.ts';

const TAMPERINGS = Number(process.env.TAMPERINGS ?? 150);
/** Lào Cai, where the documents are. */
const MAIN_LOCALITY = 1;

const BODY = (number: string) =>
  `<p>Căn cứ Luật Tiếp cận thông tin số 104/2016/QH13;</p><h3>Điều 1. Phạm vi</h3><p>1. Một.</p><p>2. Hai.</p><h3>Điều 2. Hiệu lực</h3><p>Theo Quyết định số ${number}.</p>`;

/** Documents taken in together. */
const TOGETHER = 3;

async function* holding() {
  for (let line = 1; line <= TOGETHER; line += 1) yield { line, text: holdingLine(line) };
}

for (const engine of engines()) {
  describe(`Tampering on ${engine}`, () => {
    const ground = publishingGround(engine);
    const items: number[] = [];

    /** The file a document was signed as. */
    async function original() {
      const { id, hash, name, type, size_bytes } = await uploadMedia(
        ground.world.app.ports,
        ground.one('lc.editor'),
        {
          ...{
            portalId: ground.portal('lao-cai/main').id,
            name: 'ban-goc.txt',
            bytes: Buffer.from('Quyết định mẫu\n'),
          },
        },
      );
      return { mediaId: id, hash, name, label: 'Bản gốc', type, sizeBytes: size_bytes };
    }

    async function publish(number: string, cited: string) {
      const facts = {
        number,
        type: 'Quyết định',
        issuer: 'UBND tỉnh Mẫu',
        issuedOn: '2026-10-01',
        inForceFrom: '2026-10-10',
      };
      const content = contentOf(`Quyết định ${number}`, {
        ...{ bodyHtml: BODY(cited), facts },
        attachments: number === '1/2026/QĐ-UBND' ? [await original()] : [],
      });
      const made = await ground.write('lc.editor', 'lao-cai/main', content, 'documents');
      await decide(made);
      items.push(made.itemId);
      return made;
    }
    async function decide(made: { portalId: number; editionId: number }) {
      await ground.perform(ground.one('lc.editor'), submitEdition, made);
      await ground.perform(ground.one('lc.checker'), checkEdition, made);
      await ground.perform(ground.one('lc.board'), approveEdition, made);
    }

    /** Some published together, under one entry of the record. */
    async function takeHoldingIn(portalId: number) {
      const sectionId = ground.sectionOf('lao-cai/main', 'documents');
      const target = { portalId, sectionId, decision: 'Quyết định số 15/QĐ-BBT ngày 18/11/2026' };
      const report = await importLines(ground.world.app.ports, ground.one('lc.board'), target, holding());
      assert.equal(report.published, TOGETHER);
    }

    /** Two issues, each signed with a key of its own; a text that waits, and one that is not sent. */
    async function issueGazette(portalId: number) {
      const { jobs } = ground.world.app.ports;
      const board = ground.one('lc.board');
      const [first = 0, second = 0, third = 0] = items;
      for (const itemIds of [[first, second], [third]]) {
        const entries: { sendingId: number; abstract: string }[] = [];
        for (const itemId of itemIds) {
          const { sendingId } = await ground.perform(board, sendToGazette, { portalId, itemId });
          entries.push({ sendingId, abstract: '' });
        }
        const { issueId } = await ground.perform(ground.one('lc.editor'), composeIssue, {
          ...{ portalId, issueId: undefined, version: 0, issuedOn: '2026-11-20', numbers: 1 },
          ...{ entries, corrections: [] },
        });
        await ground.perform(ground.one('lc.editor'), submitIssue, { portalId, issueId, version: 1 });
        await ground.perform(board, approveIssue, { portalId, issueId, version: 2 });
        await jobs.drain();
        const machine = { kind: 'machine' as const, name: 'test', localityId: MAIN_LOCALITY };
        if (itemIds.length > 1)
          await ground.perform(machine, createKey, { localityId: MAIN_LOCALITY, portalId });
      }
    }

    before(async () => {
      await ground.open();
      const portalId = ground.portal('lao-cai/main').id;
      for (let n = 1; n <= 4; n += 1)
        await publish(`${n}/2026/QĐ-UBND`, `${n === 1 ? 9 : n - 1}/2026/QĐ-UBND`);
      const gone = await publish('5/2026/QĐ-UBND', '1/2026/QĐ-UBND');
      await ground.perform(ground.one('lc.board'), withdrawEdition, {
        ...gone,
        reason: 'Đăng nhầm bản dự thảo.',
      });
      const [first = 0, second = 0, third = 0] = items;
      const again = await ground.perform(ground.one('lc.editor'), startEdition, {
        ...{ portalId, itemId: second, language: 'vi' },
      });
      await ground.perform(ground.one('lc.editor'), saveEdition, {
        ...{
          portalId,
          editionId: again.editionId,
          version: 1,
          sectionId: ground.sectionOf('lao-cai/main', 'documents'),
        },
        content: contentOf('Quyết định 2/2026/QĐ-UBND', {
          bodyHtml: BODY('1/2026/QĐ-UBND'),
          facts: { number: '2/2026/QĐ-UBND' },
        }),
      });
      await decide({ portalId, editionId: again.editionId });
      await takeHoldingIn(portalId);
      await ground.world.app.ports.jobs.drain();
      const relate = (fromItemId: number, toItemId: number, kind: 'amends' | 'replaces') =>
        ground.perform(ground.one('lc.board'), relateDocuments, {
          ...{ portalId, fromItemId, toItemId, kind, provisions: kind === 'amends' ? ['dieu-1'] : [] },
          ...{ effectiveOn: undefined, untilOn: undefined },
        });
      await relate(second, first, 'amends');
      const { relationId } = await relate(third, first, 'replaces');
      await ground.perform(ground.one('lc.board'), removeRelation, { portalId, relationId });
      await issueGazette(portalId);
      await lifeOn(ground).everything();
    });
    after(() => ground.close());

    /** Of the first locality that is not whole, or of the last. */
    async function verdicts(db: Owner) {
      for (const locality of [...Object.values(ground.world.machines), undefined]) {
        const id = locality?.localityId ?? MAIN_LOCALITY;
        const record = await verifyChain(db, id);
        const copies = await verifyPublications(db, id);
        const library = await verifyLibrary(db, id);
        const gazette = await verifyGazette(db, id);
        const isWhole = record.whole && copies.whole && library.whole && gazette.whole;
        if (!locality || !isWhole) return { record, copies, library, gazette };
      }
      return assert.fail('no locality');
    }

    /** Work in a transaction of the owner that is rolled back. */
    async function rolledBack<T>(work: (owner: Owner) => Promise<T>): Promise<T> {
      return ground.world.database.asOwner(async (connection) => {
        const rows = async <R>(query: Sql) => (await connection.query(query.text, query.values)) as R[];
        const owner: Owner = {
          rows,
          find: async <R>(query: Sql) => (await rows<R>(query))[0],
          get: async <R>(query: Sql) => (await rows<R>(query))[0] ?? assert.fail('no row'),
          // what was touched comes back, so that it can be counted
          run: async (query) => (await rows({ ...query, text: `${query.text} returning 1` } as Sql)).length,
          exec: (text) => connection.exec(text),
        };
        await connection.exec('begin');
        try {
          return await work(owner);
        } finally {
          await connection.exec('rollback');
        }
      });
    }

    test('nothing was tampered with: the record, the public copies, the library and the gazette are whole', async () => {
      const found = await rolledBack(verdicts);
      assert.deepEqual([found.record.whole, found.copies.whole, found.library.whole], [true, true, true]);
      assert.ok(found.copies.whole && found.copies.unsealed === 0, 'a copy was made without a seal');
      assert.ok(
        found.library.whole && found.library.relations === 2 && found.library.documents === 4 + TOGETHER,
      );
      const printed = ground.world.app.ports.files;
      const gazette = await rolledBack((db) => verifyGazette(db, MAIN_LOCALITY, printed));
      assert.deepEqual(gazette, { whole: true, issues: 2 });
    });

    test(`${TAMPERINGS} tamperings by chance are all noticed, each at the row it was done to`, async () => {
      const chance = new Chance(20261122);
      const missed: Tampering[] = [];
      const misnamed: unknown[] = [];
      const tables = new Set<string>();
      for (let done = 0; done < TAMPERINGS; ) {
        await rolledBack(async (owner) => {
          const what = await tamper(owner, chance).catch(() => undefined);
          if (!what) return;
          done += 1;
          tables.add(`${what.table} ${what.how}`);
          const { record, copies, library, gazette } = await verdicts(owner);
          if (record.whole && copies.whole && library.whole && gazette.whole) missed.push(what);
          const named =
            (!record.whole && record.seq) ||
            (!copies.whole && copies.publicationId) ||
            (!library.whole && library.id) ||
            (!gazette.whole && gazette.id);
          const isNamed =
            what.table === 'audit_entry'
              ? !record.whole && record.seq <= what.row
              : what.how === 'slipIn' ||
                named === what.row ||
                named === what.other ||
                // a key is named by itself or by the issue it signed
                (what.table === 'gazette_key' && !gazette.whole);
          if (!isNamed) misnamed.push({ ...what, record, copies, library, gazette });
        });
      }
      assert.deepEqual(missed, []);
      assert.deepEqual(misnamed, []);
      const touched = new Set([...tables].map((one) => one.split(' ')[0]));
      assert.deepEqual([...touched].sort(), TAMPERED_TABLES);
      assert.ok(tables.size >= 20, `only ${[...tables].join(', ')}`);
    });
  });
}
