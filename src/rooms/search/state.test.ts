import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { relateDocuments } from '../library/index.ts';
import { removeRelation } from '../library/relating.ts';
import { approveEdition, checkEdition, submitEdition } from '../publishing/index.ts';
import type { ForceState } from './engine.ts';
import { sqlEngine } from './sql-engine.ts';

const TODAY = '2026-11-20';

for (const engine of engines()) {
  describe(`Whether what is found is in force, on ${engine}`, () => {
    const ground = publishingGround(engine);
    const main = () => ground.portal('lao-cai/main').id;

    async function publish(number: string, inForceFrom: string) {
      const facts = { number, type: 'Quyết định', issuedOn: '2026-01-05', inForceFrom };
      const content = contentOf(`Quy định đò ngang ${number}`, { facts });
      const made = await ground.write('lc.editor', 'lao-cai/main', content, 'documents');
      await ground.perform(ground.one('lc.editor'), submitEdition, made);
      await ground.perform(ground.one('lc.checker'), checkEdition, made);
      await ground.perform(ground.one('lc.board'), approveEdition, made);
      await ground.world.app.ports.jobs.drain();
      return made.itemId;
    }
    const found = async (state: ForceState) => {
      const { localityId } = ground.one('lc.board');
      const request = { text: 'đò ngang', filters: { state }, localityId, languages: ['vi'] as const };
      const answer = await ground.publicly((db) =>
        sqlEngine.search(db, { ...request, today: TODAY, limit: 20, offset: 0 }),
      );
      return answer.found.map(({ title }) => title.replace('Quy định đò ngang ', '')).sort();
    };
    const before2020 = '5/2019/QĐ-UBND';
    const newer = '9/2026/QĐ-UBND';
    const relate = (fromItemId: number, toItemId: number) =>
      ground.perform(ground.one('lc.board'), relateDocuments, {
        ...{ portalId: main(), fromItemId, toItemId, kind: 'replaces' as const, provisions: [] },
        ...{ effectiveOn: undefined, untilOn: undefined },
      });

    before(() => ground.open());
    after(() => ground.close());

    test('a document that another one replaces has ended, from the day the other is in force', async () => {
      const old = await publish('5/2019/QĐ-UBND', '2019-06-01');
      const heir = await publish('9/2026/QĐ-UBND', '2026-02-01');
      assert.deepEqual(await found('inForce'), [before2020, newer]);
      const { relationId } = await relate(heir, old);
      await ground.world.app.ports.jobs.drain();
      assert.deepEqual([await found('inForce'), await found('ended')], [[newer], [before2020]]);
      await ground.perform(ground.one('lc.board'), removeRelation, { portalId: main(), relationId });
      await ground.world.app.ports.jobs.drain();
      assert.deepEqual([await found('inForce'), await found('ended')], [[before2020, newer], []]);
    });

    test('one that will be replaced is in force until then', async () => {
      const old = await publish('6/2019/QĐ-UBND', '2019-06-01');
      const heir = await publish('99/2026/QĐ-UBND', '2027-01-01');
      await relate(heir, old);
      await ground.world.app.ports.jobs.drain();
      assert.ok((await found('inForce')).includes('6/2019/QĐ-UBND'));
      assert.deepEqual(await found('notYet'), ['99/2026/QĐ-UBND']);
    });
  });
}
