import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { openWorld, type World } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import type { ScanAnswer, Scanner } from '../../platform/scan/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import {
  approveEdition,
  checkEdition,
  createItem,
  EMPTY_CONTENT,
  submitEdition,
} from '../publishing/index.ts';
import { uploadMedia } from './intake.ts';
import { scanWaiting } from './scanning.ts';

const HOST = 'www.laocai.gov.vn';

for (const engine of engines()) {
  describe(`files and the scanner on ${engine}`, () => {
    let world: World;
    /** What the daemon says next; the port to it is tested with the real one in platform/scan. */
    let says: ScanAnswer = { kind: 'clean' };
    const scanner: Scanner = {
      async scan(bytes) {
        for await (const piece of bytes) assert.ok(piece.length > 0);
        return says;
      },
      version: async () => ({ kind: 'there', words: 'ClamAV 1.4.3' }),
    };
    before(async () => {
      world = await openWorld(engine);
      world.app.ports.scanner = scanner;
    });
    after(() => world.close());

    const someone = (username: string) => world.actors[username] ?? assert.fail(username);
    const upload = (name: string) => {
      const portalId = world.portal('lao-cai/main').id;
      return uploadMedia(world.app.ports, someone('lc.editor'), { portalId, name, bytes: Buffer.from(name) });
    };
    const stateOf = (id: number) =>
      world.database.database.transaction({ as: 'system' }, (tx) =>
        tx.get<{ scan: string; scan_name: string }>(sql`select scan, scan_name from media where id = ${id}`),
      );

    /** An item with the file, published. */
    async function publish(media: Awaited<ReturnType<typeof upload>>): Promise<string> {
      const { id: portalId } = world.portal('lao-cai/main');
      const { perform } = world.app.ports;
      const { editionId } = await perform(someone('lc.editor'), createItem, {
        ...{ portalId, sectionId: world.sectionOf('lao-cai/main'), language: 'vi' },
        content: {
          ...{ ...EMPTY_CONTENT, title: `Bài có ${media.name}`, bodyHtml: '<p>Một câu.</p>' },
          attachments: [
            {
              ...{ mediaId: media.id, hash: media.hash, name: media.name, type: media.type },
              ...{ label: media.name, sizeBytes: media.size_bytes },
            },
          ],
        },
      });
      await perform(someone('lc.editor'), submitEdition, { portalId, editionId });
      await perform(someone('lc.checker'), checkEdition, { portalId, editionId });
      await perform(someone('lc.board'), approveEdition, { portalId, editionId });
      return `/tep/${media.hash}/${media.name}`;
    }

    test('a clean file is entered as scanned; one with malware is not taken, and its name is said', async () => {
      says = { kind: 'clean' };
      assert.equal((await stateOf((await upload('sach.txt')).id)).scan, 'clean');
      says = { kind: 'infected', name: 'Thu.Nghiem' };
      await assert.rejects(upload('doc.txt'), (error) => {
        assert.ok(error instanceof Refusal);
        assert.equal(error.code, 'malware');
        assert.match(error.words.vi, /Thu\.Nghiem/);
        return true;
      });
    });

    test('what the scanner gave no verdict on is not given to the public until it has', async () => {
      says = { kind: 'away', reason: 'thử' };
      const media = await upload('cho-quet.txt');
      assert.equal((await stateOf(media.id)).scan, 'waiting');
      const href = await publish(media);
      assert.equal((await world.get(HOST, href)).status, 404);
      const editor = await world.signIn(HOST, 'lc.editor');
      assert.equal((await world.get(HOST, href, { as: editor })).status, 200, 'staff see it');
      const page = await world.get(HOST, `/ban-lam-viec/kho/tep/${media.id}`, { as: editor });
      assert.match(page.body, /Chưa quét vì máy quét không trả lời/);

      assert.equal(await scanWaiting(world.app.ports), false, 'it is still away');
      assert.equal((await world.get(HOST, href)).status, 404);
      says = { kind: 'clean' };
      await scanWaiting(world.app.ports);
      assert.equal((await stateOf(media.id)).scan, 'clean');
      assert.equal((await world.get(HOST, href)).status, 200);
    });

    test('malware found later in what is published closes it to everybody at once', async () => {
      says = { kind: 'away', reason: 'thử' };
      const media = await upload('ve-sau.txt');
      const href = await publish(media);
      says = { kind: 'infected', name: 'Thu.Nghiem' };
      await scanWaiting(world.app.ports);
      assert.deepEqual(await stateOf(media.id), { scan: 'infected', scan_name: 'Thu.Nghiem' });
      assert.equal((await world.get(HOST, href)).status, 404);
      const editor = await world.signIn(HOST, 'lc.editor');
      assert.equal((await world.get(HOST, href, { as: editor })).status, 404);
    });
  });
}
