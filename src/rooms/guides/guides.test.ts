import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openWorld, type Session, type World } from '../../../tests/support/world.ts';
import { readGuide } from '../../platform/guides/index.ts';
import { ROOMS } from '../../rooms.ts';
import { GUIDE_PLACES, GUIDES, guideFor } from '../../rules/guides/index.ts';

const HOST = 'www.laocai.gov.vn';
const SCREENSHOTS = path.resolve(import.meta.dirname, '../../../docs/screenshots');

describe('The guides', () => {
  let world: World;
  let session: Session;
  before(async () => {
    world = await openWorld('pglite');
    session = await world.signIn(HOST, 'lc.editor');
  });
  after(() => world.close());

  test('QN-066, BG-082: every page of the desk leads to a part of a guide that is there', () => {
    const parts = new Map(GUIDES.map((code) => [code, readGuide(code).parts.map(({ id }) => id)]));
    for (const { guide, part } of GUIDE_PLACES)
      assert.ok(parts.get(guide)?.includes(part), `${guide}#${part}`);
    const paths = ROOMS.flatMap((room) => room.routes(world.app.ports))
      .filter(({ method, audience }) => method === 'GET' && audience === 'staff')
      .map(({ path: at }) => at.vi.replace('/ban-lam-viec', ''));
    assert.ok(paths.length > 40);
    const unexplained = paths
      .filter((at) => at !== '' && !/^\/(huong-dan|tim|viec\.csv|thong-bao)/.test(at))
      .filter((at) => guideFor(at.replaceAll(/:\w+/g, '1')).part === 'viec-cua-toi');
    assert.deepEqual(unexplained, [], 'Name the part of the guides in src/rules/guides, and write it:');
  });

  test('every part is read inside the product, with pictures that are there', async () => {
    const pictures = new Set(readdirSync(SCREENSHOTS));
    for (const code of GUIDES) {
      const page = await world.get(HOST, `/ban-lam-viec/huong-dan/${code}`, { as: session });
      assert.equal(page.status, 200);
      for (const { id } of readGuide(code).parts) assert.ok(page.body.includes(`id="${id}"`), id);
      for (const [, to] of page.body.matchAll(/href="(?!\/|#|https?:)([^"]+)"/g))
        assert.equal(
          (await world.get(HOST, `/ban-lam-viec/huong-dan/${to}`, { as: session })).status,
          200,
          to,
        );
      const shown = [...page.body.matchAll(/huong-dan\/anh\/([^"]+)"/g)].map(([, name]) => name ?? '');
      assert.ok(shown.length > 0);
      for (const name of shown) assert.ok(pictures.has(name), name);
      const picture = await world.get(HOST, `/ban-lam-viec/huong-dan/anh/${shown[0]}`, { as: session });
      assert.equal(picture.headers['content-type'], 'image/png');
    }
  });

  test('a guide or picture that is not there is said to be missing, and no other file is read', async () => {
    for (const at of ['khong-co', 'anh/khong-co.png', 'anh/..%2f..%2fpackage.json'])
      assert.equal((await world.get(HOST, `/ban-lam-viec/huong-dan/${at}`, { as: session })).status, 404, at);
  });
});
