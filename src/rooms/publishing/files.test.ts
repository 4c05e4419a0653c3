import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { deskGround, idsOf, MEMBER } from '../../../tests/support/desk.ts';
import { engines } from '../../../tests/support/engines.ts';
import { tokenIn } from '../../../tests/support/world.ts';
import { scopeOf } from '../../platform/command/index.ts';
import { sql } from '../../platform/db/index.ts';
import { approveEdition, checkEdition, submitEdition, withdrawEdition } from './index.ts';

for (const engine of engines()) {
  describe(`files of items on ${engine}`, () => {
    const desk = deskGround(engine);
    const { as, begin, get, ground, upload } = desk;
    const { one, portal, sectionOf } = ground;
    before(desk.open);
    after(desk.close);

    test('a file is seen by its own portal only, by all once published, by nobody once taken down', async () => {
      const path = await begin('Bài có ảnh và tệp');
      const made = idsOf(path, portal('lao-cai/main').id);
      const form = await get(path, as('editor'));
      const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#855000' } })
        .png()
        .toBuffer();
      const answer = await upload(
        path,
        {
          ...{
            _token: tokenIn(form),
            version: '1',
            sectionId: String(sectionOf('lao-cai/main')),
            title: 'Bài có ảnh và tệp',
          },
          ...{ body: 'Một câu.', bodyMode: 'text', pictureAlt: 'Ruộng bậc thang', do: 'save' },
        },
        [
          ['picture', 'Ruộng.png', picture],
          ['attach', 'Mẫu đơn.pdf', Buffer.from('%PDF-1.4 mẫu thử một %%EOF')],
        ],
        as('editor'),
      );
      assert.equal(answer.statusCode, 303, answer.body.slice(0, 300));
      const page = await get(path, as('editor'));
      const [pictureHref, fileHref] = [
        /"(\/tep\/[0-9a-f]{64}\/ruong\.webp)"/,
        /"(\/tep\/[0-9a-f]{64}\/mau-don\.pdf)"/,
      ].map((pattern) => pattern.exec(page.body)?.[1] ?? assert.fail(`no ${pattern}`));
      assert.ok(pictureHref && fileHref);
      const other = await ground.world.signIn(MEMBER, 'lc.bacha.head');
      const statuses = async () => [
        (await get(fileHref, as('editor'))).status,
        (await get(fileHref, undefined)).status,
        (await ground.world.get(MEMBER, fileHref, { as: other })).status,
      ];
      assert.deepEqual(await statuses(), [200, 404, 404]);
      assert.match((await get(fileHref, as('editor'))).headers['cache-control'] ?? '', /no-store/);

      await ground.world.app.ports.perform(one('lc.editor'), submitEdition, made);
      await ground.world.app.ports.perform(one('lc.checker'), checkEdition, made);
      await ground.world.app.ports.perform(one('lc.board'), approveEdition, made);
      assert.deepEqual(await statuses(), [200, 200, 200]);
      const open = await get(fileHref, undefined);
      assert.equal(open.body, '%PDF-1.4 mẫu thử một %%EOF');
      assert.equal(open.headers['content-type'], 'application/pdf');
      assert.match(
        open.headers['content-disposition'] ?? '',
        /^inline; filename="Mau don\.pdf"; filename\*=UTF-8/,
      );
      assert.equal(open.headers['cache-control'], 'no-cache');
      assert.equal(open.headers['x-content-type-options'], 'nosniff');
      assert.equal((await get(pictureHref, undefined)).headers['content-type'], 'image/webp');
      const part = await get(fileHref, undefined, { range: 'bytes=1-3' });
      assert.deepEqual([part.status, part.body, part.headers['content-length']], [206, 'PDF', '3']);
      const known = await get(fileHref, undefined, { 'if-none-match': open.headers.etag ?? '' });
      assert.deepEqual([known.status, known.body], [304, '']);
      assert.equal((await get('/tep/zz/x.pdf', undefined)).status, 404);
      assert.equal((await ground.world.get('www.thaibinh.gov.vn', fileHref)).status, 404);

      await ground.world.app.ports.perform(one('lc.board'), withdrawEdition, {
        ...made,
        reason: 'Đăng nhầm tệp',
      });
      assert.deepEqual(await statuses(), [200, 404, 404]);
    });

    test('the library takes what it can of an upload and says of the rest what to do', async () => {
      const page = await get('/ban-lam-viec/kho', as('editor'));
      const answer = await upload(
        '/ban-lam-viec/kho',
        { _token: tokenIn(page), cong: String(portal('lao-cai/main').id) },
        [
          ['files', 'Danh sách.txt', Buffer.from('Số một\n')],
          ['files', 'trang.html', Buffer.from('<script>alert(1)</script>')],
        ],
        as('editor'),
      );
      assert.equal(answer.statusCode, 422);
      assert.match(answer.body, /trang\.html: Đây là một trang web/);
      const after = await get('/ban-lam-viec/kho?q=danh+sach', as('editor'));
      const href =
        /href="(\/tep\/[0-9a-f]{64}\/danh-sach\.txt)"/.exec(after.body)?.[1] ?? assert.fail('not listed');
      const file = await get(href, as('editor'));
      assert.match(file.headers['content-disposition'] ?? '', /^attachment/);
      assert.equal(file.headers['content-type'], 'text/plain; charset=utf-8');
      const empty = await upload(
        '/ban-lam-viec/kho',
        { _token: tokenIn(page), cong: String(portal('lao-cai/main').id) },
        [],
        as('editor'),
      );
      assert.equal(empty.statusCode, 422);
      const foreign = await upload(
        '/ban-lam-viec/kho',
        { _token: tokenIn(page), cong: String(ground.world.portals['lao-cai/bacha']?.id) },
        [['files', 'a.txt', Buffer.from('a')]],
        as('editor'),
      );
      assert.equal(foreign.statusCode, 403);
    });

    test('TB-046: the file store answers staff by their libraries alone', async () => {
      const seen = await ground.world.database.database.transaction(scopeOf(one('lc.bacha.head')), (tx) =>
        tx.rows<{ portal_id: number }>(sql`select distinct portal_id from media`),
      );
      const own = ground.world.portals['lao-cai/bacha']?.id;
      assert.ok(
        seen.every((row) => row.portal_id === own),
        JSON.stringify(seen),
      );
    });
  });
}
