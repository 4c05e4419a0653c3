import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { drawEmblem } from '../../../seeds/pictures.ts';
import { engines } from '../../../tests/support/engines.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { openWorld, type Session, tokenIn, type World } from '../../../tests/support/world.ts';
import { NOT_PERMITTED } from '../../platform/command/index.ts';
import { checkEmblem, EMBLEM_HEIGHT_PX, fitsIcon, ICON_PX } from './emblem-rules.ts';
import { chooseEmblem, uploadMedia } from './index.ts';
import { makeEmblem } from './pictures.ts';

const HOST = 'www.laocai.gov.vn';
const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 };

const plain = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 4, background } })
    .png()
    .toBuffer();
/** A bar of one colour with an empty edge of 40 px around it. */
const bar = (width: number, height: number, colour: string) =>
  sharp({ create: { width, height, channels: 4, background: colour } })
    .extend({ top: 40, bottom: 40, left: 40, right: 40, background: CLEAR })
    .png()
    .toBuffer();

describe('What an emblem is made of', () => {
  test('empty edges are cut off, and it is as large as a sharp screen needs it, not larger', async () => {
    const { found, mark, icon } = await makeEmblem(await drawEmblem('#0d5a68'));
    assert.ok(found.width < 560 && found.height < 560, 'its edges are gone');
    assert.equal(mark.height, EMBLEM_HEIGHT_PX);
    assert.ok(mark.bytes.length < 15_000, `${mark.bytes.length} bytes`);
    assert.deepEqual([icon.width, icon.height], [ICON_PX, ICON_PX]);
    assert.equal((await sharp(icon.bytes).metadata()).format, 'png');
    assert.equal((await sharp(mark.bytes).metadata()).hasAlpha, true);
    const long = await makeEmblem(await bar(600, 200, '#22386e'));
    assert.deepEqual(long.found, { width: 600, height: 200, isFaint: false });
    assert.deepEqual([fitsIcon(long.found), fitsIcon(found)], [false, true]);
  });

  test('what would not be seen or not be sharp at the head is refused with what to do', async () => {
    const found = async (bytes: Buffer) => (await makeEmblem(bytes)).found;
    checkEmblem(await found(await bar(300, 200, '#9a2330')));
    const refused = async (bytes: Buffer, code: string) => {
      const one = await found(bytes);
      assert.throws(() => checkEmblem(one), isRefusal(code, 'media'));
    };
    await refused(await bar(300, 200, '#ffffff'), 'emblem-faint');
    await refused(await bar(300, 200, '#f4f6fa'), 'emblem-faint');
    await refused(await plain(300, 200, '#ffffff'), 'emblem-faint');
    await refused(await bar(900, 200, '#9a2330'), 'emblem-too-long');
    await refused(await bar(100, 400, '#9a2330'), 'emblem-too-long');
    await refused(await bar(120, 80, '#9a2330'), 'emblem-too-small');
  });
});

for (const engine of engines()) {
  describe(`The emblem at the head of a portal on ${engine}`, () => {
    let world: World;
    let content: Session;
    let page: string;
    before(async () => {
      world = await openWorld(engine);
      content = await world.signIn(HOST, 'lc.content');
      page = `/ban-lam-viec/cong/${main()}/bieu-trung`;
    });
    after(() => world.close());

    const main = () => world.portal('lao-cai/main').id;
    const add = async (bytes: Buffer, name = 'bieu-trung.png', portalId = main()) =>
      uploadMedia(world.app.ports, await world.as('lc.content'), { portalId, name, bytes });
    const choose = async (mediaId: number, username = 'lc.content', portalId = main()) =>
      chooseEmblem(world.app.ports, await world.as(username), { portalId, mediaId });
    const headOf = async (host: string) => {
      const { body } = await world.get(host, '/');
      return {
        mark: /<a class="brand"[^>]*>(<img[^>]*>|<svg class="arch")/.exec(body)?.[1] ?? '',
        icons: [...body.matchAll(/<link rel="((?:apple-touch-)?icon)"[^>]*href="([^"]+)"/g)].map(
          ([, rel, href]) => `${rel} ${href?.replace(/\d+\.[0-9a-f]+/, '')}`,
        ),
      };
    };
    const ARCH = { mark: '<svg class="arch"', icons: ['icon /giao-dien/.svg'] };

    test('BG-040: it stands at the head beside the name, decorative, sharp and small, and in the browser’s tab', async () => {
      assert.deepEqual(await headOf(HOST), ARCH);
      const { id } = await add(await drawEmblem('#0d5a68'));
      await choose(id);
      const { mark, icons } = await headOf(HOST);
      // the name stands beside it in letters: nothing is said twice
      assert.match(
        mark,
        /^<img class="emblem" src="\/giao-dien\/\d+\.[0-9a-f]{10}\.webp" width="56" height="56" alt(="")?>$/,
      );
      assert.deepEqual(icons, ['icon /giao-dien/.png', 'apple-touch-icon /giao-dien/.png']);
      const src = /src="([^"]+)"/.exec(mark)?.[1] ?? '';
      const picture = await world.get(HOST, src);
      assert.equal(picture.status, 200);
      assert.equal(picture.headers['content-type'], 'image/webp');
      assert.match(picture.headers['cache-control'] ?? '', /immutable/);
      assert.ok(Number(picture.headers['content-length']) < 15_000);
      const again = await world.get(HOST, src, { headers: { 'if-none-match': picture.headers.etag ?? '' } });
      assert.equal(again.status, 304);
      // members keep their own face
      assert.deepEqual(await headOf('bacha.laocai.gov.vn'), ARCH);
    });

    test('another picture has another address, and the one before is no more', async () => {
      const before = /src="([^"]+)"/.exec((await headOf(HOST)).mark)?.[1] ?? '';
      const { id } = await add(await bar(300, 120, '#9a2330'), 'dai.png');
      await choose(id);
      const { mark, icons } = await headOf(HOST);
      assert.match(mark, /width="140" height="56"/);
      // too long for a square: the tab keeps the arch
      assert.deepEqual(icons, ARCH.icons);
      assert.equal((await world.get(HOST, before)).status, 404);
    });

    test('the library knows where it is used, and does not let it go', async () => {
      const { id } = await add(await drawEmblem('#22386e'), 'dang-dung.png');
      await choose(id);
      const board = await world.signIn(HOST, 'lc.board');
      const file = `/ban-lam-viec/kho/tep/${id}`;
      const details = await world.get(HOST, file, { as: board });
      assert.match(details.body, /Biểu trưng ở đầu trang của/);
      assert.match(details.body, new RegExp(`href="${page}"`));
      const remove = () => world.post(HOST, `${file}/bo`, { _token: tokenIn(details) }, { as: board });
      assert.equal((await remove()).status, 422);
      // taken away, the arch is there again, and the file may go
      const form = await world.get(HOST, page, { as: content });
      const taken = await world.post(HOST, `${page}/bo`, { _token: tokenIn(form) }, { as: content });
      assert.equal(taken.status, 303);
      assert.deepEqual(await headOf(HOST), ARCH);
      assert.equal((await remove()).status, 303);
      const twice = await world.post(HOST, `${page}/bo`, { _token: tokenIn(form) }, { as: content });
      assert.equal(twice.status, 422);
    });

    test('it is tried before it is saved, as it would be made', async () => {
      const { id } = await add(await bar(240, 120, '#22386e'), 'thu.png');
      const form = await world.get(HOST, page, { as: content });
      const fields = { _token: tokenIn(form), phan: 'emblem', media: String(id) };
      const preview = await world.post(HOST, page.replace('bieu-trung', 'xem-thu'), fields, { as: content });
      const src = /<img class="emblem" src="([^"]+)" width="112" height="56"/.exec(preview.body)?.[1] ?? '';
      const drawn = await world.get(HOST, src, { as: content });
      assert.equal(drawn.headers['content-type'], 'image/webp');
      assert.deepEqual(await headOf(HOST), ARCH);
      assert.equal((await world.get(HOST, src, { as: await world.signIn(HOST, 'lc.editor') })).status, 403);
    });

    test('what cannot be used is said at its field: no picture, a faint one, none chosen, another portal’s', async () => {
      const form = await world.get(HOST, page, { as: content });
      const send = (fields: Record<string, string>) =>
        world.post(HOST, page, { _token: tokenIn(form), ...fields }, { as: content });
      const text = await add(Buffer.from('Không phải ảnh'), 'chu.txt');
      const white = await add(await bar(300, 200, '#ffffff'), 'trang.png');
      for (const [fields, sentence] of [
        [{ media: String(text.id) }, /không phải là ảnh/],
        [{ media: String(white.id) }, /gần như trắng/],
        [{}, /Hãy chọn một ảnh/],
        [{ media: '999999' }, /không có trong kho/],
      ] as const) {
        const answer = await send(fields);
        assert.equal(answer.status, 422);
        assert.match(answer.body, sentence);
        assert.match(answer.body, /href="#media"/);
      }
      assert.match((await send({ media: String(white.id) })).body, new RegExp(`value="${white.id}" checked`));
    });

    test('a picture is uploaded here without script, goes into the library, and is chosen, not yet used', async () => {
      const form = await world.get(HOST, page, { as: content });
      const boundary = 'ranh-gioi';
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="_token"\r\n\r\n${tokenIn(form)}\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="moi.png"\r\nContent-Type: image/png\r\n\r\n`;
      const payload = Buffer.concat([
        Buffer.from(head),
        await drawEmblem('#7a4a12'),
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]);
      const sent = await world.app.http.inject({
        ...{ method: 'POST', url: `${page}/tai-len`, payload },
        headers: {
          ...{ host: HOST.replace('.gov.vn', '.localhost'), cookie: content.cookie },
          ...{ 'content-type': `multipart/form-data; boundary=${boundary}`, 'sec-fetch-site': 'same-origin' },
        },
      });
      assert.equal(sent.statusCode, 303);
      const to = String(sent.headers.location);
      const chosen = /chon=(\d+)/.exec(to)?.[1];
      const shown = await world.get(HOST, to.replace(/#.*/, ''), { as: content });
      assert.match(shown.body, new RegExp(`value="${chosen}" checked`));
      assert.deepEqual(await headOf(HOST), ARCH);
      const none = await world.post(HOST, `${page}/tai-len`, { _token: tokenIn(form) }, { as: content });
      assert.equal(none.status, 422);
    });

    test('an editor, the board, and whoever arranges another portal have no part in it', async () => {
      const { id } = await add(await drawEmblem('#22386e'), 'khac.png');
      for (const username of ['lc.editor', 'lc.board'])
        await assert.rejects(choose(id, username), (error) => error === NOT_PERMITTED);
      const member = world.portal('lao-cai/bacha').id;
      await assert.rejects(choose(id, 'lc.bacha.editor', main()), (error) => error === NOT_PERMITTED);
      await assert.rejects(choose(id, 'lc.bacha.editor', member), isRefusal('file-unknown'));
      const other = await world.get(HOST, page.replace(String(main()), String(member)), { as: content });
      assert.equal(other.status, 404);
    });
  });
}
