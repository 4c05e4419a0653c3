import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { openWorld, type World } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { withdrawEdition } from '../publishing/index.ts';

const HOST = 'www.laocai.gov.vn';

for (const engine of engines()) {
  describe(`The short address of an item on ${engine}`, () => {
    let world: World;
    before(async () => {
      world = await openWorld(engine);
    });
    after(() => world.close());

    test('leads to the item, and shows the notice with the reason once it is taken down', async () => {
      const { database, perform } = world.app.ports;
      const made = await database.publicly((db) =>
        db.get<{ item_id: number; edition_id: number; portal_id: number; title: string }>(
          sql`select item_id, edition_id, portal_id, title from publication
            where portal_id = ${world.portals['lao-cai/main']?.id} and language = 'vi' order by id limit 1`,
        ),
      );
      const path = `/bai/${made.item_id}`;
      const up = await world.get(HOST, path);
      assert.deepEqual([up.status, up.headers.location?.endsWith(`-${made.item_id}`)], [302, true]);
      const board = world.actors['lc.board'];
      assert.ok(board);
      await perform(board, withdrawEdition, {
        ...{ portalId: made.portal_id, editionId: made.edition_id, reason: 'Số liệu sai, sẽ đăng lại' },
      });
      const down = await world.get(HOST, path);
      assert.equal(down.status, 410);
      assert.match(down.body, /Đã gỡ[\s\S]*Số liệu sai, sẽ đăng lại/);
      assert.ok(down.body.includes(made.title));
      assert.equal((await world.get(HOST, '/bai/999999')).status, 404);
      assert.equal((await world.get(HOST, '/bai/khong-phai-so')).status, 404);
    });
  });
}
