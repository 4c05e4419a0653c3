import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { engines } from '../../../tests/support/engines.ts';
import { openWorld, type Session, tokenIn, type World } from '../../../tests/support/world.ts';
import { type Queryable, sql } from '../../platform/db/index.ts';
import {
  approveEdition,
  checkEdition,
  createItem,
  EMPTY_CONTENT,
  submitEdition,
} from '../publishing/index.ts';
import { uploadMedia } from './intake.ts';
import { makeRenditions } from './rendering.ts';
import type { MediaRow } from './store.ts';

const HOST = 'www.laocai.gov.vn';
const KHO = '/ban-lam-viec/kho';

for (const engine of engines()) {
  describe(`the library on ${engine}`, () => {
    let world: World;
    let editor: Session;
    let portalId: number;
    before(async () => {
      world = await openWorld(engine);
      editor = await world.signIn(HOST, 'lc.editor');
      portalId = world.portal('lao-cai/main').id;
    });
    after(() => world.close());

    const someone = (username: string) => world.actors[username] ?? assert.fail(username);
    const system = <T>(read: (tx: Queryable) => Promise<T>) =>
      world.database.database.transaction({ as: 'system' }, read);
    const upload = (name: string, bytes: Uint8Array) =>
      uploadMedia(world.app.ports, someone('lc.editor'), { portalId, name, bytes });
    const picture = (width: number, height: number, background = '#2f5d2b') =>
      sharp({ create: { width, height, channels: 3, background } })
        .png()
        .toBuffer();
    const token = async () => tokenIn(await world.get(HOST, KHO, { as: editor }));
    const post = async (sub: string, fields: Record<string, string>, as = editor) =>
      world.post(HOST, KHO + sub, { _token: await token(), cong: String(portalId), ...fields }, { as });
    const page = (sub: string) => world.get(HOST, KHO + sub, { as: editor });
    const folderId = (to: string | undefined) => /thu-muc=(\d+)/.exec(to ?? '')?.[1] ?? assert.fail(to);

    test('folders are made, renamed and moved; what lies in one that goes lies above it, and no file is lost', async () => {
      const file = await upload('Ghi chú.txt', Buffer.from('Một'));
      const outer = folderId((await post('/thu-muc', { parent: '0', name: 'Lễ hội' })).headers.location);
      const inner = folderId((await post('/thu-muc', { parent: outer, name: 'Năm 2026' })).headers.location);
      const moved = await post('/nhieu', { media: String(file.id), do: 'move', toi: inner });
      assert.equal(moved.status, 303);
      assert.match((await page(`?cong=${portalId}&thu-muc=${inner}`)).body, /Ghi chú\.txt/);
      assert.doesNotMatch((await page(`?cong=${portalId}&thu-muc=${outer}`)).body, /Ghi chú\.txt/);

      const twin = await post('/thu-muc', { parent: '0', name: 'lễ HỘI' });
      assert.equal(twin.status, 422);
      assert.match(twin.body, /đã có một thư mục tên này/);
      const itself = await post(`/thu-muc/${outer}`, { do: 'save', name: 'Lễ hội', parent: inner });
      assert.match(itself.body, /vào chính nó/);

      const gone = await post(`/thu-muc/${inner}`, { do: 'remove' });
      assert.equal(folderId(gone.headers.location), outer);
      assert.match((await page(`?cong=${portalId}&thu-muc=${outer}`)).body, /Ghi chú\.txt/);
    });

    test('what is said of a file is kept, found by searching, and offered to the editor', async () => {
      const file = await upload('IMG_0001.png', await picture(700, 500));
      const said = {
        ...{
          description: 'Ruộng bậc thang Sa Pa mùa lúa chín',
          caption: 'Ruộng bậc thang',
          author: 'Giàng A Mẫu',
        },
        ...{
          source: 'Ảnh của cơ quan',
          licence: 'CC BY 4.0',
          takenOn: '2026-09-12',
          focalX: '20',
          focalY: '80',
        },
      };
      assert.equal((await post(`/tep/${file.id}`, said)).status, 303);
      const details = await page(`/tep/${file.id}`);
      for (const text of [said.description, said.author, said.licence, 'value="20"', 'value="2026-09-12"'])
        assert.ok(details.body.includes(text), text);
      for (const q of ['mua lua', 'giang a mau'])
        assert.match((await page(`?cong=${portalId}&q=${encodeURIComponent(q)}`)).body, /IMG_0001\.webp/);
      const answer = await world.get(HOST, `${KHO}?cong=${portalId}&loai=picture`, {
        as: editor,
        headers: { accept: 'application/json' },
      });
      const { files } = JSON.parse(answer.body) as {
        files: { id: number; description: string; kind: string }[];
      };
      const found = files.find(({ id }) => id === file.id);
      assert.deepEqual([found?.description, found?.kind], [said.description, 'picture']);
    });

    test('what is wrong with the fields is said at each, and everything typed is shown again', async () => {
      const file = await upload('IMG_0002.png', await picture(60, 40));
      const answer = await post(`/tep/${file.id}`, {
        ...{ description: 'Chợ phiên', takenOn: '2099-01-01', focalX: '101', focalY: '5' },
      });
      assert.equal(answer.status, 422);
      assert.match(answer.body, /ở tương lai/);
      assert.match(answer.body, /số nguyên từ 0 đến 100/);
      assert.match(answer.body, /Chợ phiên/);
      assert.match(answer.body, /value="101"/);
    });

    test('many files are described at once; what is left empty stays', async () => {
      const files = [await upload('a1.txt', Buffer.from('a1')), await upload('a2.txt', Buffer.from('a2'))];
      await post(`/tep/${files[0]?.id}`, { description: 'Riêng của a1' });
      const fields = new URLSearchParams({ _token: await token(), cong: String(portalId), do: 'describe' });
      for (const { id } of files) fields.append('media', String(id));
      fields.set('author', 'Phòng Văn hóa');
      assert.equal((await world.post(HOST, `${KHO}/nhieu`, fields, { as: editor })).status, 303);
      const rows = await system((tx) =>
        tx.rows<{ author: string; description: string }>(
          sql`select author, description from media where name in ('a1.txt', 'a2.txt') order by name`,
        ),
      );
      assert.deepEqual(rows, [
        { author: 'Phòng Văn hóa', description: 'Riêng của a1' },
        { author: 'Phòng Văn hóa', description: '' },
      ]);
      assert.match((await post('/nhieu', { do: 'move', toi: '0' })).body, /đánh dấu ít nhất một tệp/);
    });

    test('what is used cannot leave the library, and the page says where with links; what is not can come back', async () => {
      const used = await upload('dang-dung.txt', Buffer.from('Đang dùng'));
      const free = await upload('khong-dung.txt', Buffer.from('Không dùng'));
      const made = await world.app.ports.perform(someone('lc.editor'), createItem, {
        ...{ portalId, sectionId: world.sectionOf('lao-cai/main'), language: 'vi' },
        content: {
          ...{ ...EMPTY_CONTENT, title: 'Bài có tệp', bodyHtml: '<p>Một câu.</p>' },
          attachments: [
            {
              mediaId: used.id,
              hash: used.hash,
              name: used.name,
              label: 'Tệp',
              type: used.type,
              sizeBytes: 1,
            },
          ],
        },
      });
      const board = await world.signIn(HOST, 'lc.board');
      const remove = async (id: number) => {
        const fields = { _token: tokenIn(await world.get(HOST, KHO, { as: board })) };
        return world.post(HOST, `${KHO}/tep/${id}/bo`, fields, { as: board });
      };
      const stopped = await remove(used.id);
      assert.equal(stopped.status, 422);
      assert.match(stopped.body, /Tệp đang được dùng/);
      assert.match(stopped.body, new RegExp(`href="/ban-lam-viec/tin-bai/${made.itemId}"[^>]*>Bài có tệp`));

      assert.equal((await remove(free.id)).status, 303);
      assert.doesNotMatch((await page(`?cong=${portalId}&q=khong-dung`)).body, />khong-dung\.txt/);
      assert.match((await page(`?cong=${portalId}&bo=1`)).body, />khong-dung\.txt/);
      // the same bytes sent again are the same file, there again
      const again = await upload('khong-dung.txt', Buffer.from('Không dùng'));
      assert.equal(again.id, free.id);
      assert.match((await page(`?cong=${portalId}&q=khong-dung`)).body, />khong-dung\.txt/);
    });

    test('the list is exported with a line for each file, and no cell is a formula', async () => {
      await upload('=SUM(A1).txt', Buffer.from('Công thức'));
      const answer = await page(`/danh-sach?cong=${portalId}&q=SUM`);
      assert.match(answer.headers['content-type'] ?? '', /^text\/csv/);
      assert.match(answer.body, /"'=SUM\(A1\)\.txt"/);
    });

    const made = (row: MediaRow) =>
      system((tx) =>
        tx.rows<{ shape: string; width: number; format: string; hash: string }>(
          sql`select shape, width, format, hash from media_rendition where base_hash = ${row.hash} order by shape, width, format`,
        ),
      );

    test('a picture is made in smaller widths, in AVIF and WebP, and cut about its focal point', async () => {
      const halves = await sharp({
        create: { width: 1700, height: 1700, channels: 3, background: '#ff0000' },
      })
        .composite([
          {
            input: { create: { width: 1700, height: 850, channels: 3, background: '#0000ff' } },
            ...{ left: 0, top: 850 },
          },
        ])
        .png()
        .toBuffer();
      const row = await upload('hai-nua.png', halves);
      await makeRenditions(world.app.ports, row.id);
      const before = await made(row);
      assert.deepEqual(
        before.map(({ shape, width, format }) => `${shape} ${width} ${format}`),
        ['whole 480 avif', 'whole 480 webp', 'whole 960 avif', 'whole 960 webp', 'whole 1600 avif'],
      );
      await post(`/tep/${row.id}`, { focalX: '50', focalY: '95' });
      await world.app.ports.jobs.drain();
      const wide = (await made(row)).find(
        (one) => one.shape === 'wide' && one.width === 480 && one.format === 'webp',
      );
      const stored = await world.app.ports.files.open(wide?.hash ?? '');
      assert.ok(stored);
      const bytes: Buffer[] = [];
      for await (const chunk of stored.stream()) bytes.push(chunk as Buffer);
      const { dominant } = await sharp(Buffer.concat(bytes)).stats();
      assert.ok(dominant.b > 200 && dominant.r < 60, 'only the lower half is seen');
    });

    test('a small picture has no renditions; asked for one, the address answers with the picture', async () => {
      const row = await upload('nho.png', await picture(300, 200, '#123456'));
      await makeRenditions(world.app.ports, row.id);
      assert.deepEqual(await made(row), []);
      const answer = await world.get(HOST, `/tep/${row.hash}/nho.webp?rong=960`, { as: editor });
      assert.deepEqual([answer.status, answer.headers['content-type']], [200, 'image/webp']);
    });

    test('LC-094: readers are offered smaller pictures of what is published, in the format their browser reads', async () => {
      const row = await upload('thac-bac.png', await picture(1200, 800, '#31504f'));
      const { perform } = world.app.ports;
      const ids = await perform(someone('lc.editor'), createItem, {
        ...{ portalId, sectionId: world.sectionOf('lao-cai/main'), language: 'vi' },
        content: {
          ...{ ...EMPTY_CONTENT, title: 'Thác Bạc', pictureMediaId: row.id, pictureAlt: 'Thác nước' },
          bodyHtml: `<p>Một câu.</p><figure><img src="/tep/${row.hash}/thac-bac.webp" alt="Thác" width="1200" height="800"></figure>`,
        },
      });
      const address = `/tep/${row.hash}/thac-bac.webp?rong=480`;
      assert.equal((await world.get(HOST, address)).status, 404, 'a draft shows nobody its picture');
      await makeRenditions(world.app.ports, row.id);
      assert.equal((await world.get(HOST, address)).status, 404, 'nor what was made of it');
      const step = { portalId, editionId: ids.editionId };
      await perform(someone('lc.editor'), submitEdition, step);
      await perform(someone('lc.checker'), checkEdition, step);
      await perform(someone('lc.board'), approveEdition, step);
      const types = await Promise.all(
        ['image/avif,image/webp,*/*', 'image/webp,*/*'].map(async (accept) => {
          const { headers } = await world.get(HOST, address, { headers: { accept } });
          return [headers['content-type'], headers.vary?.includes('accept')];
        }),
      );
      assert.deepEqual(types, [
        ['image/avif', true],
        ['image/webp', true],
      ]);
      const slug = await system((tx) =>
        tx.get<{ slug: string }>(sql`select slug from item where id = ${ids.itemId}`),
      );
      const home = await world.get(HOST, '/');
      assert.match(home.body, new RegExp(`${row.hash}/[^"]*\\?rong=480&amp;khung=ngang 480w`), slug.slug);
    });

    test('LC-094: a film has captions, out of SRT as well, a transcript and a poster; the editor knows them', async () => {
      const film = await upload('phim.mp4', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isomavc1', 'latin1'));
      const body = (
        name: string,
        type: string,
        field: string,
        bytes: Buffer,
        more: Record<string, string>,
      ) => {
        const form = new FormData();
        for (const [key, value] of Object.entries(more)) form.set(key, value);
        form.set(field, new File([new Uint8Array(bytes)], name, { type }));
        return form;
      };
      const send = async (sub: string, form: FormData) => {
        const request = new Request('http://x/', { method: 'POST', body: form });
        return world.app.http.inject({
          ...{ method: 'POST', url: `${KHO}/tep/${film.id}${sub}` },
          headers: {
            ...{ host: 'www.laocai.localhost', cookie: editor.cookie, 'sec-fetch-site': 'same-origin' },
            'content-type': request.headers.get('content-type') ?? '',
          },
          payload: Buffer.from(await request.arrayBuffer()),
        });
      };
      const hidden = { _token: await token(), language: 'vi' };
      const srt = Buffer.from('1\r\n00:00:01,000 --> 00:00:02,500\r\nXin chào bà con\r\n');
      assert.equal(
        (await send('/phu-de', body('loi.srt', 'text/plain', 'captions', srt, hidden))).statusCode,
        303,
      );
      const poster = await picture(400, 225, '#445566');
      assert.equal(
        (await send('/anh-bia', body('bia.png', 'image/png', 'poster', poster, hidden))).statusCode,
        303,
      );
      const wrong = await send(
        '/phu-de',
        body('loi.txt', 'text/plain', 'captions', Buffer.from('Xin chào'), hidden),
      );
      assert.equal(wrong.statusCode, 422);
      await post(`/tep/${film.id}`, { transcript: 'Xin chào bà con.' });
      const answer = await world.get(HOST, `${KHO}?cong=${portalId}&loai=film`, {
        as: editor,
        headers: { accept: 'application/json' },
      });
      const [told] = (
        JSON.parse(answer.body) as {
          files: {
            captions: { href: string; lang: string; label: string }[];
            transcript: string;
            poster: string;
          }[];
        }
      ).files;
      assert.deepEqual([told?.transcript, told?.captions[0]?.lang], ['Xin chào bà con.', 'vi']);
      assert.match(told?.poster ?? '', /bia\.webp$/);
      const captions = await world.get(HOST, told?.captions[0]?.href ?? '', { as: editor });
      assert.equal(captions.body, 'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nXin chào bà con\n');
      const details = await page(`/tep/${film.id}`);
      assert.match(details.body, /<track kind="captions" src="\/tep\/[0-9a-f]{64}\/loi\.vtt" srclang="vi"/);
    });

    test('originals are kept where the portal says so, for those who work on it alone', async () => {
      const admin = await world.signIn(HOST, 'lc.content');
      const fields = { _token: tokenIn(await world.get(HOST, KHO, { as: admin })), cong: String(portalId) };
      const set = await world.post(HOST, `${KHO}/cach-giu`, { ...fields, keepOriginals: '1' }, { as: admin });
      assert.equal(set.status, 303);
      const sent = await picture(2000, 100, '#abcdef');
      const row = await upload('goc.png', sent);
      const answer = await world.app.http.inject({
        ...{ method: 'GET', url: `${KHO}/tep/${row.id}/goc` },
        headers: { host: 'www.laocai.localhost', cookie: editor.cookie },
      });
      assert.deepEqual(answer.rawPayload, sent);
      assert.match(String(answer.headers['content-disposition']), /^attachment/);
      const stranger = await world.signIn('www.thaibinh.gov.vn', 'tb.editor');
      assert.equal(
        (await world.get('www.thaibinh.gov.vn', `${KHO}/tep/${row.id}/goc`, { as: stranger })).status,
        404,
      );
      assert.equal(
        (await post('/cach-giu', { keepOriginals: '' })).status,
        403,
        'an editor does not decide it',
      );
    });
  });
}
