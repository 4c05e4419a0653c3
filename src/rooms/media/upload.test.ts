import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { engines } from '../../../tests/support/engines.ts';
import { digestOf, openUploader, type Uploader } from '../../../tests/support/uploading.ts';
import { openWorld, type Session, type World } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { sweepUploads } from './sweeping.ts';

const HOST = 'www.laocai.gov.vn';
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

for (const engine of engines()) {
  describe(`files in pieces on ${engine}`, () => {
    let world: World;
    let session: Session;
    let uploader: Uploader;
    let portalId: number;
    before(async () => {
      world = await openWorld(engine);
      session = await world.signIn(HOST, 'lc.editor');
      uploader = await openUploader(world, session);
      portalId = world.portal('lao-cai/main').id;
    });
    after(() => world.close());

    const photo = () =>
      sharp(randomBytes(640 * 480 * 3), { raw: { width: 640, height: 480, channels: 3 } })
        .jpeg()
        .toBuffer();
    const countOf = (name: string) =>
      world.database.database.transaction({ as: 'system' }, async (tx) => {
        const { n } = await tx.get<{ n: number }>(
          sql`select count(*)::int as n from media where name = ${name} and removed_at is null`,
        );
        return n;
      });
    const inSpool = () => {
      const folder = path.join(world.dataDir, 'spool');
      return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bytes')) : [];
    };

    test('a file sent in pieces goes into the library once, and its bytes leave the spool', async () => {
      const told = await uploader.send(portalId, 'Lễ hội.jpg', await photo());
      assert.equal(told.status, 200);
      assert.equal(told.body.file?.name, 'Lễ hội.webp');
      assert.equal(told.body.file?.kind, 'picture');
      assert.equal(told.headers['upload-complete'], '?1');
      assert.equal(await countOf('Lễ hội.webp'), 1);
      assert.deepEqual(inSpool(), []);
    });

    test('a line that breaks costs nothing: the place is asked for, and the last answer can be asked for again', async () => {
      const bytes = await photo();
      const id = randomUUID();
      await uploader.begin({ id, name: 'dut.jpg', size: bytes.length, portalId });
      await uploader.piece(id, 0, bytes.subarray(0, 50_000));
      // the answer to the second piece is lost, so it is sent again
      await uploader.piece(id, 50_000, bytes.subarray(50_000, 90_000));
      const again = await uploader.piece(id, 50_000, bytes.subarray(50_000, 90_000));
      assert.deepEqual([again.status, again.body.offset], [409, 90_000]);
      assert.equal((await uploader.state(id, 'HEAD')).headers['upload-offset'], '90000');
      const begun = await uploader.begin({ id, name: 'dut.jpg', size: bytes.length, portalId });
      assert.equal(begun.body.offset, 90_000);
      const last = await uploader.piece(id, 90_000, bytes.subarray(90_000), {
        'repr-digest': digestOf(bytes),
      });
      assert.equal(last.status, 200);
      const twice = await uploader.piece(id, 90_000, bytes.subarray(90_000));
      assert.deepEqual(twice.body.file, last.body.file);
      assert.deepEqual((await uploader.state(id)).body.file, last.body.file);
      assert.equal(await countOf('dut.webp'), 1);
    });

    test('two pieces at the same place at once are one', async () => {
      const bytes = Buffer.from(`so,ten\n${'1,Suối\n'.repeat(20_000)}`);
      const id = randomUUID();
      await uploader.begin({ id, name: 'dong-thoi.csv', size: bytes.length, portalId });
      const both = await Promise.all([0, 0].map((at) => uploader.piece(id, at, bytes.subarray(0, 40_000))));
      assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
      const ends = await Promise.all([1, 2].map(() => uploader.piece(id, 40_000, bytes.subarray(40_000))));
      assert.deepEqual(ends[0]?.body.file, ends[1]?.body.file);
      assert.equal(await countOf('dong-thoi.csv'), 1);
    });

    test('a piece or a whole that was damaged on the way is not taken', async () => {
      const bytes = Buffer.from('một hai ba bốn năm');
      const id = randomUUID();
      await uploader.begin({ id, name: 'hong.txt', size: bytes.length, portalId });
      const bad = await uploader.piece(id, 0, bytes, { 'content-digest': digestOf(Buffer.from('khác')) });
      assert.deepEqual([bad.status, bad.body.code, bad.body.offset], [400, 'piece-damaged', 0]);
      const whole = await uploader.piece(id, 0, bytes, { 'repr-digest': digestOf(Buffer.from('khác')) });
      assert.deepEqual([whole.status, whole.body.code], [422, 'damaged-on-the-way']);
      assert.equal(await countOf('hong.txt'), 0);
    });

    test('LC-026, QN-019: what is no file for a portal is refused with a sentence, and the others go on', async () => {
      const refused: [string, Uint8Array, string][] = [
        ['virus.txt', Buffer.from(EICAR), 'malware'],
        ['hinh.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'drawing'],
        ['trang.html', Buffer.from('<!doctype html><p>x'), 'web-page'],
        ['anh.jpg', (await photo()).subarray(0, 3_000), 'picture-unreadable'],
        ['van-ban.pdf', Buffer.from('%PDF-1.7\n1 0 obj'), 'file-broken'],
      ];
      for (const [name, bytes, code] of refused) {
        const told = await uploader.send(portalId, name, bytes);
        assert.deepEqual([name, told.status, told.body.code], [name, 422, code]);
        assert.ok((told.body.problem ?? '').length > 30);
      }
      assert.equal((await uploader.send(portalId, 'sau.txt', Buffer.from('vẫn được'))).status, 200);
      assert.deepEqual(inSpool(), []);
    });

    test('an empty file, one over every limit, and bytes beyond what was announced are refused', async () => {
      const begin = (size: number) => uploader.begin({ name: 'x.mp4', size, portalId });
      assert.equal((await begin(0)).body.code, 'file-empty');
      assert.equal((await begin(1_000_000_001)).body.code, 'file-too-large');
      const { body } = await begin(10);
      assert.equal((await uploader.piece(body.id ?? '', 0, Buffer.alloc(11))).body.code, 'too-long');
    });

    test('TB-046: nobody goes on with an upload of somebody else, or sends to a portal he has no part in', async () => {
      const { body } = await uploader.begin({ name: 'a.txt', size: 10, portalId });
      const id = body.id ?? '';
      const other = await openUploader(world, await world.signIn(HOST, 'lc.board'));
      assert.equal((await other.state(id)).status, 404);
      assert.equal((await other.piece(id, 0, Buffer.from('0123456789'))).status, 404);
      assert.equal((await other.cancel(id)).status, 404);
      assert.equal((await other.begin({ id, name: 'a.txt', size: 10, portalId })).status, 409);
      const foreign = await uploader.begin({
        name: 'a.txt',
        size: 10,
        portalId: world.portal('thai-binh/main').id,
      });
      assert.equal(foreign.status, 403);
    });

    test('who is signed out is told so, and goes on where he was after signing in again', async () => {
      const bytes = Buffer.from('0123456789'.repeat(10));
      const { body } = await uploader.begin({ name: 'phien.txt', size: bytes.length, portalId });
      const id = body.id ?? '';
      await uploader.piece(id, 0, bytes.subarray(0, 30));
      const out = await openUploader(world, { host: HOST, cookie: '' });
      assert.equal((await out.piece(id, 30, bytes.subarray(30))).status, 401);
      const renewed = await openUploader(world, await world.signIn(HOST, 'lc.editor'));
      assert.notEqual(renewed.token, uploader.token);
      assert.equal((await renewed.state(id)).body.offset, 30);
      assert.equal((await renewed.piece(id, 30, bytes.subarray(30))).body.file?.name, 'phien.txt');
    });

    test('a piece without the token of the page is not taken', async () => {
      const { body } = await uploader.begin({ name: 'b.txt', size: 3, portalId });
      const forged = await uploader.piece(body.id ?? '', 0, Buffer.from('abc'), { 'x-form-token': 'khac' });
      assert.equal(forged.status, 403);
      assert.equal((await uploader.state(body.id ?? '')).body.offset, 0);
    });

    test('what is given up is gone at once; what nobody goes on with, after three days', async () => {
      const first = await uploader.begin({ name: 'c.txt', size: 3, portalId });
      await uploader.cancel(first.body.id ?? '');
      assert.equal((await uploader.state(first.body.id ?? '')).status, 404);
      const { body } = await uploader.begin({ name: 'd.txt', size: 3, portalId });
      const { spool } = world.app.ports;
      const in_ = (days: number) => () => new Date(Date.now() + days * 24 * 3_600_000);
      await sweepUploads({ spool, now: in_(2) });
      assert.equal((await uploader.state(body.id ?? '')).status, 200);
      assert.ok((await sweepUploads({ spool, now: in_(4) })) >= 1);
      assert.equal((await uploader.state(body.id ?? '')).status, 404);
    });
  });
}
