import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { deskGround, fieldOf, idsOf, LIST, location, MEMBER, read } from '../../../tests/support/desk.ts';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf } from '../../../tests/support/publishing.ts';
import { type Session, tokenIn } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { createItem } from './index.ts';
import { listTasks } from './tasks.ts';

for (const engine of engines()) {
  describe(`the desk of publishing on ${engine}`, () => {
    const desk = deskGround(engine);
    const { as, begin, get, ground, post, save } = desk;
    const { asSystem, one, portal, sectionOf } = ground;
    before(desk.open);
    after(desk.close);

    test('every page of the room opens in both languages for those who work there', async () => {
      const path = await begin('Trang thử');
      const { itemId, editionId } = idsOf(path, portal('lao-cai/main').id);
      const own = [
        '',
        '/moi',
        '/duyet',
        '/xuat.csv',
        `/${itemId}`,
        `/${itemId}/sua/${editionId}`,
        `/${itemId}/duyet/${editionId}`,
        `/${itemId}/xem/${editionId}`,
      ];
      for (const base of ['/ban-lam-viec', '/en/desk']) {
        for (const sub of [...own.map((one) => `/tin-bai${one}`), '/de-nghi', '/kho']) {
          const answer = await get(base + sub, as('editor'));
          assert.equal(answer.status, 200, `${base}${sub}: ${read(answer).slice(0, 300)}`);
          assert.doesNotMatch(answer.body, /undefined|\[object Object\]| style="/, base + sub);
        }
      }
    });

    test('without JavaScript a clerk writes, saves, submits; a checker checks, the board approves: then it is public', async () => {
      const path = await begin('Lịch cắt điện tuần tới');
      const saved = await save(path, {
        title: 'Lịch cắt điện tuần tới',
        summary: 'Ba thôn mất điện sáng thứ Ba.',
        body: 'Thôn Sín Chải.\n\nThôn Tả Van & Bản Hồ <cũ>.',
        author: 'Lò Thị Biên',
        do: 'submit',
      });
      const { itemId, editionId } = idsOf(path, portal('lao-cai/main').id);
      assert.equal(location(saved), `${LIST}/${itemId}?xong=submit`);
      const queue = await get(`${LIST}/duyet`, as('checker'));
      assert.match(read(queue), /Lịch cắt điện tuần tới/);
      assert.doesNotMatch(read(await get(`${LIST}/duyet`, as('editor'))), /Lịch cắt điện tuần tới/);

      const step = async (move: string, as: Session, more: Record<string, string> = {}) => {
        const page = await get(`${LIST}/${itemId}/duyet/${editionId}`, as);
        return post(
          `${LIST}/${itemId}/buoc`,
          { _token: tokenIn(page), editionId: String(editionId), move, trang: 'duyet', ...more },
          as,
        );
      };
      assert.equal(location(await step('check', as('checker'))), `${LIST}/${itemId}?xong=check`);
      assert.equal(location(await step('approve', as('board'))), `${LIST}/${itemId}?xong=approve`);
      const copy = await ground.world.database.database.publicly((db) =>
        db.get<{ body_html: string }>(sql`select body_html from publication where item_id = ${itemId}`),
      );
      assert.equal(copy.body_html, '<p>Thôn Sín Chải.</p><p>Thôn Tả Van &amp; Bản Hồ &lt;cũ&gt;.</p>');
      const page = read(await get(`${LIST}/${itemId}`, as('editor')));
      assert.match(page, /Đã đăng/);
      assert.match(page, /Duyệt đăng .*Nguyễn Thị Duyệt/);
    });

    test('submitting what is not complete keeps it as a draft and leads to the first thing to mend', async () => {
      const path = await begin('Bài chưa có nội dung');
      const answer = await save(path, { title: 'Bài chưa có nội dung', body: '', do: 'submit' });
      assert.equal(location(answer), `${path}?xong=luu#body`);
      const form = await get(path, as('editor'));
      assert.match(read(form), /Chưa có nội dung/);
      assert.match(form.body, /<a class="button main" href="#body"[^>]*>Đến chỗ phải sửa đầu tiên/);
    });

    test('a field that cannot be taken comes back with everything that was typed, and what to do', async () => {
      const path = await begin('Bài sai địa chỉ');
      const answer = await save(path, {
        title: 'Tiêu đề mới, chưa lưu',
        body: 'Một đoạn.\n\nĐoạn <hai>.',
        sourceUrl: 'javascript:alert(1)',
        source: 'Báo Mẫu',
      });
      assert.equal(answer.status, 422);
      assert.equal(fieldOf(answer, 'title'), 'Tiêu đề mới, chưa lưu');
      assert.equal(fieldOf(answer, 'body'), 'Một đoạn.\n\nĐoạn <hai>.');
      assert.equal(fieldOf(answer, 'sourceUrl'), 'javascript:alert(1)');
      assert.match(answer.body, /href="#sourceUrl"/);
      assert.match(read(answer), /phải bắt đầu bằng https/);
      assert.equal(fieldOf(await get(path, as('editor')), 'title'), 'Bài sai địa chỉ');
    });

    test('two people in one draft: the second save shows both texts, and saving is a choice, not an accident', async () => {
      const path = await begin('Bài hai người');
      const stale = await get(path, as('checker'));
      location(await save(path, { title: 'Bài hai người', body: 'Chị Biên viết câu này.' }));
      const form = {
        sectionId: String(sectionOf('lao-cai/main')),
        bodyMode: 'text',
        do: 'save',
        title: 'Bài hai người',
        body: 'Anh Soát viết câu khác.',
      };
      const refused = await post(
        path,
        { ...form, _token: tokenIn(stale), version: fieldOf(stale, 'version') },
        as('checker'),
      );
      assert.equal(refused.status, 422);
      assert.equal(fieldOf(refused, 'body'), 'Anh Soát viết câu khác.');
      assert.match(read(refused), /Bản kia .*Chị Biên viết câu này/);
      const [, pick = ''] = /name="(gop-bodyHtml-[0-9a-f]+)"/.exec(refused.body) ?? [];
      assert.notEqual(pick, '');
      const again = { ...form, _token: tokenIn(refused), version: fieldOf(refused, 'version') };
      assert.equal((await post(path, again, as('checker'))).status, 422, 'without a choice nothing is saved');
      assert.equal(fieldOf(await get(path, as('editor')), 'body'), 'Chị Biên viết câu này.');
      location(await post(path, { ...again, [pick]: 'mine' }, as('checker')));
      assert.equal(fieldOf(await get(path, as('editor')), 'body'), 'Anh Soát viết câu khác.');
    });

    test('the quiet save of the editor answers with the new version, the words and the panel; a conflict stops it', async () => {
      const path = await begin('Bài tự lưu');
      const form = await get(path, as('editor'));
      const quietly = (version: string, body: string) =>
        ground.world.app.http.inject({
          method: 'POST',
          url: path,
          headers: {
            host: 'www.laocai.localhost',
            cookie: as('editor').cookie,
            accept: 'application/json',
            'sec-fetch-site': 'same-origin',
            'content-type': 'application/x-www-form-urlencoded',
          },
          payload: new URLSearchParams({
            ...{
              _token: tokenIn(form),
              version,
              sectionId: String(sectionOf('lao-cai/main')),
              title: 'Bài tự lưu',
            },
            ...{ bodyMode: 'html', body },
          }).toString(),
        });
      const saved = (await quietly('1', '<p onclick="x()">Một <script>alert(1)</script>câu.</p>')).json();
      assert.equal(saved.version, 2);
      assert.match(saved.words, /^Đã lưu lúc 09:45/);
      assert.match(saved.check, /data-check-panel/);
      assert.equal(fieldOf(await get(path, as('editor')), 'body'), 'Một câu.');
      const conflict = await quietly('1', '<p>Khác.</p>');
      assert.equal(conflict.statusCode, 409);
      assert.match(conflict.json().problem, /vừa lưu bản này/);
    });

    test('LC-047: with the event that starts it the deadline and its steps are on the page at once', async () => {
      const legal = ground.world.portals['lao-cai/main']?.sections.find(
        (one) => one.content_kind === 'legal-dissemination',
      );
      assert.ok(legal);
      const path = await begin('Quy định mới về chợ');
      location(
        await save(path, { title: 'Quy định mới về chợ', sectionId: String(legal.id), body: 'Tóm tắt.' }),
      );
      const answer = await save(path, {
        ...{ title: 'Quy định mới về chợ', sectionId: String(legal.id), body: 'Tóm tắt.' },
        ...{
          startEvent: 'issued',
          startEventAt: '2026-11-17T08:00',
          'f-number': '62/2026/QĐ-UBND',
          'f-issuedOn': '2026-11-17',
        },
      });
      assert.equal(location(answer), `${path}?xong=luu`);
      const page = read(await get(path, as('editor')));
      assert.match(page, /Hạn đăng: .*12\/2026/);
      assert.match(page, /Khoản 2 Điều 10/);
      const { editionId } = idsOf(path, portal('lao-cai/main').id);
      const kept = await asSystem((db) =>
        db.get<{ facts: object }>(sql`select facts from edition where id = ${editionId}`),
      );
      assert.deepEqual(kept.facts, { number: '62/2026/QĐ-UBND', issuedOn: '2026-11-17' });
    });

    test('LC-020: the approval page offers no decision to the writer, and a refused one keeps what was typed', async () => {
      const path = await begin('Bài của người soát', as('checker'));
      const { itemId, editionId } = idsOf(path, portal('lao-cai/main').id);
      location(
        await save(path, { title: 'Bài của người soát', body: 'Một câu.', do: 'submit' }, as('checker')),
      );
      const own = await get(`${LIST}/${itemId}/duyet/${editionId}`, as('checker'));
      assert.match(read(own), /bốn mắt/);
      assert.doesNotMatch(own.body, /value="(check|approve)"/);
      const forced = await post(
        `${LIST}/${itemId}/buoc`,
        { _token: tokenIn(own), editionId: String(editionId), move: 'check', trang: 'duyet' },
        as('checker'),
      );
      assert.equal(forced.status, 422);
      assert.match(read(forced), /Bạn đã viết bản này/);
      const page = await get(`${LIST}/${itemId}/duyet/${editionId}`, as('board'));
      const short = await post(
        `${LIST}/${itemId}/buoc`,
        {
          _token: tokenIn(page),
          editionId: String(editionId),
          move: 'sendBack',
          reason: 'sai',
          trang: 'duyet',
        },
        as('board'),
      );
      assert.equal(short.status, 422);
      assert.equal(fieldOf(short, 'reason'), 'sai');
      assert.match(short.body, /href="#reason"/);
    });

    test('the list finds titles without diacritics, filters by its address, and exports what is seen', async () => {
      await begin('Đường thôn Sín Chải sạt lở');
      const found = read(await get(`${LIST}?q=duong+thon+sin`, as('editor')));
      assert.match(found, /Đường thôn Sín Chải sạt lở/);
      assert.match(found, /1 bài/);
      assert.match(
        read(await get(`${LIST}?q=duong+thon+sin&tinh-trang=published`, as('editor'))),
        /Không có bài nào khớp/,
      );
      await begin('=HYPERLINK("http://x")');
      const csv = await get(`${LIST}/xuat.csv?q=hyperlink`, as('editor'));
      assert.match(csv.headers['content-type'] ?? '', /^text\/csv/);
      assert.match(csv.headers['content-disposition'] ?? '', /^attachment/);
      assert.ok(csv.body.startsWith('\uFEFF"Số"'));
      assert.match(csv.body, /"'=HYPERLINK\(""http:\/\/x""\)"/);
    });

    test('TB-046: pages, forms and exports of another portal’s items are not found, whoever knows their numbers', async () => {
      const made = await ground.world.app.ports.perform(one('lc.bacha.editor'), createItem, {
        portalId: ground.world.portals['lao-cai/bacha']?.id ?? 0,
        sectionId:
          ground.world.portals['lao-cai/bacha']?.sections.find((one) => one.content_kind === 'news')?.id ?? 0,
        language: 'vi',
        content: contentOf('Bí mật của xã'),
      });
      const { itemId, editionId } = made;
      const token = tokenIn(await get(`${LIST}/moi`, as('board')));
      for (const sub of ['', `/sua/${editionId}`, `/duyet/${editionId}`, `/xem/${editionId}`]) {
        const answer = await get(`${LIST}/${itemId}${sub}`, as('board'));
        assert.equal(answer.status, 404, sub);
        assert.doesNotMatch(answer.body, /Bí mật của xã/);
      }
      for (const [sub, fields] of [
        ['/buoc', { move: 'submit', editionId: String(editionId) }],
        ['/ban-moi', { language: 'en' }],
        ['/de-nghi', { toPortalId: String(portal('lao-cai/main').id), language: 'vi' }],
        [`/sua/${editionId}`, { version: '1', title: 'Chiếm' }],
      ] as const) {
        const answer = await post(`${LIST}/${itemId}${sub}`, { _token: token, ...fields }, as('board'));
        assert.equal(answer.status, 404, sub);
      }
      for (const path of [
        LIST,
        `${LIST}/xuat.csv`,
        `${LIST}/xuat.csv?chon=${editionId}`,
        `${LIST}?cong=${ground.world.portals['lao-cai/bacha']?.id}`,
      ]) {
        assert.doesNotMatch((await get(path, as('board'))).body, /Bí mật của xã/, path);
      }
      const own = await ground.world.signIn(MEMBER, 'lc.bacha.head');
      assert.equal((await ground.world.get(MEMBER, `${LIST}/${itemId}`, { as: own })).status, 200);
    });

    test('tasks: everyone gets what he can do next himself, and his own work never for his own approval', async () => {
      const path = await begin('Bài để giao việc');
      const { itemId, editionId } = idsOf(path, portal('lao-cai/main').id);
      const titled = async (who: string) =>
        (await listTasks(ground.world.app.ports, one(who), 'vi'))
          .filter((task) => task.action.href.includes(`/tin-bai/${itemId}/`))
          .map((task) => [task.note, task.action.label]);
      location(await save(path, { title: 'Bài để giao việc', body: 'Một câu.', do: 'submit' }));
      assert.deepEqual(await titled('lc.editor'), []);
      assert.deepEqual(await titled('lc.checker'), [['Đã gửi, chờ bạn soát', 'Đọc và soát']]);
      const page = await get(`${LIST}/${itemId}/duyet/${editionId}`, as('checker'));
      location(
        await post(
          `${LIST}/${itemId}/buoc`,
          {
            _token: tokenIn(page),
            editionId: String(editionId),
            move: 'sendBack',
            reason: 'Thiếu ngày tháng',
          },
          as('checker'),
        ),
      );
      assert.deepEqual(await titled('lc.checker'), []);
      assert.deepEqual(await titled('lc.editor'), [['Bị trả lại: Thiếu ngày tháng', 'Sửa và gửi lại']]);
      assert.deepEqual(await listTasks(ground.world.app.ports, one('lc.overseer'), 'vi'), []);
    });

    test('LC-119: a proposal is read, refused without reason is asked for one, accepted becomes our draft', async () => {
      const item = ground.world.items['lao-cai/bacha'] ?? assert.fail('no item');
      const member = await ground.world.signIn(MEMBER, 'lc.bacha.checker');
      const memberPath = `${LIST}/${item.itemId}`;
      const itemPage = await ground.world.get(MEMBER, memberPath, { as: member });
      const fields = {
        _token: tokenIn(itemPage),
        toPortalId: String(portal('lao-cai/main').id),
        language: 'vi',
        note: 'Xin đăng giúp',
      };
      location(await ground.world.post(MEMBER, `${memberPath}/de-nghi`, fields, { as: member }));
      const twice = await ground.world.post(MEMBER, `${memberPath}/de-nghi`, fields, { as: member });
      assert.equal(twice.status, 422);
      const list = await get('/ban-lam-viec/de-nghi', as('board'));
      const href =
        /href="(\/ban-lam-viec\/de-nghi\/\d+)"/.exec(list.body)?.[1] ?? assert.fail(read(list).slice(0, 400));
      const page = await get(href, as('board'));
      assert.match(read(page), /Xin đăng giúp/);
      assert.match(read(page), /Phát giống ngô/);
      const tasks = await listTasks(ground.world.app.ports, one('lc.board'), 'vi');
      assert.ok(tasks.some((task) => task.action.href === href));
      const token = tokenIn(page);
      const refused = await post(href, { _token: token, do: 'refuse', reason: '' }, as('board'));
      assert.equal(refused.status, 422);
      const noSection = await post(href, { _token: token, do: 'accept', sectionId: '' }, as('board'));
      assert.equal(noSection.status, 422);
      assert.match(read(noSection), /Hãy chọn chuyên mục/);
      const accepted = await post(
        href,
        { _token: token, do: 'accept', sectionId: String(sectionOf('lao-cai/main')) },
        as('board'),
      );
      assert.match(location(accepted), /tin-bai\/\d+\?xong=nhan$/);
      const drafts = await listTasks(ground.world.app.ports, one('lc.editor'), 'vi');
      assert.ok(drafts.some((task) => task.title.startsWith('Phát giống ngô')));
      const foreign = await ground.world.signIn('www.thaibinh.gov.vn', 'tb.board');
      assert.equal((await ground.world.get('www.thaibinh.gov.vn', href, { as: foreign })).status, 404);
    });
  });
}
