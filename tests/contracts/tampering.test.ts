// Whatever somebody with the password of the database changes in the record, in what is public or in the library, the
// command `verify` notices and names the first that is wrong. TAMPERINGS=10000 for the long run.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Sql } from '../../src/platform/db/index.ts';
import { verifyChain } from '../../src/rooms/audit/index.ts';
import { verifyLibrary } from '../../src/rooms/library/index.ts';
import { relateDocuments, removeRelation } from '../../src/rooms/library/relating.ts';
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
import { contentOf, publishingGround } from '../support/publishing.ts';
import { type Owner, type Tampering, tamper } from '../support/tampering.ts';

const TAMPERINGS = Number(process.env.TAMPERINGS ?? 150);
/** Lào Cai, where the documents are. */
const MAIN_LOCALITY = 1;

const BODY = (number: string) =>
  `<p>Căn cứ Luật Tiếp cận thông tin số 104/2016/QH13;</p><h3>Điều 1. Phạm vi</h3><p>1. Một.</p><p>2. Hai.</p><h3>Điều 2. Hiệu lực</h3><p>Theo Quyết định số ${number}.</p>`;

for (const engine of engines()) {
  describe(`Tampering on ${engine}`, () => {
    const ground = publishingGround(engine);
    const items: number[] = [];

    async function publish(number: string, cited: string) {
      const facts = {
        number,
        type: 'Quyết định',
        issuer: 'UBND tỉnh Mẫu',
        issuedOn: '2026-10-01',
        inForceFrom: '2026-10-10',
      };
      const content = contentOf(`Quyết định ${number}`, { bodyHtml: BODY(cited), facts });
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
      await ground.world.app.ports.jobs.drain();
      const relate = (fromItemId: number, toItemId: number, kind: 'amends' | 'replaces') =>
        ground.perform(ground.one('lc.board'), relateDocuments, {
          ...{ portalId, fromItemId, toItemId, kind, provisions: kind === 'amends' ? ['dieu-1'] : [] },
          ...{ effectiveOn: undefined, untilOn: undefined },
        });
      await relate(second, first, 'amends');
      const { relationId } = await relate(third, first, 'replaces');
      await ground.perform(ground.one('lc.board'), removeRelation, { portalId, relationId });
    });
    after(() => ground.close());

    /** Of the first locality that is not whole, or of the last. */
    async function verdicts(db: Owner) {
      for (const locality of [...Object.values(ground.world.machines), undefined]) {
        const id = locality?.localityId ?? MAIN_LOCALITY;
        const record = await verifyChain(db, id);
        const copies = await verifyPublications(db, id);
        const library = await verifyLibrary(db, id);
        if (!locality || !record.whole || !copies.whole || !library.whole) return { record, copies, library };
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

    test('nothing was tampered with: the record, the public copies and the library are whole', async () => {
      const found = await rolledBack(verdicts);
      assert.deepEqual([found.record.whole, found.copies.whole, found.library.whole], [true, true, true]);
      assert.ok(found.copies.whole && found.copies.unsealed === 0, 'a copy was made without a seal');
      assert.ok(found.library.whole && found.library.relations === 2 && found.library.documents === 4);
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
          const { record, copies, library } = await verdicts(owner);
          if (record.whole && copies.whole && library.whole) missed.push(what);
          const named =
            (!record.whole && record.seq) ||
            (!copies.whole && copies.publicationId) ||
            (!library.whole && library.id);
          const isNamed =
            what.table === 'audit_entry'
              ? !record.whole && record.seq <= what.row
              : what.how === 'slipIn' || named === what.row || named === what.other;
          if (!isNamed) misnamed.push({ ...what, record, copies, library });
        });
      }
      assert.deepEqual(missed, []);
      assert.deepEqual(misnamed, []);
      assert.ok(tables.size >= 12, `only ${[...tables].join(', ')}`);
    });
  });
}
