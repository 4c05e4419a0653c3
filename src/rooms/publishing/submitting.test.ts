import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { deskGround, idsOf, LIST, location } from '../../../tests/support/desk.ts';
import { engines } from '../../../tests/support/engines.ts';
import { toTcvn3 } from '../../../tests/support/legacy-encoders.ts';
import { contentOf } from '../../../tests/support/publishing.ts';
import { tokenIn } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { findingKey } from '../../rules/checker/index.ts';
import { checkContent } from './checks.ts';
import { convertEdition, overrideFinding, submitEdition, withdrawEdition } from './index.ts';
import { checkLinks } from './link-checking.ts';
import { listTasks } from './tasks.ts';

for (const engine of engines()) {
  describe(`checks before submitting on ${engine}`, () => {
    const desk = deskGround(engine);
    const { as, begin, get, ground, post, save } = desk;
    before(desk.open);
    after(desk.close);

    const isRefusal = (code: string) => (error: unknown) => (error as { code?: string }).code === code;
    const IDENTITY = contentOf('Trao quà cho hộ nghèo', {
      bodyHtml: '<p>Bà Lò Thị Mẫu, số căn cước 010185001234, nhận quà.</p>',
    });
    const keyOf = (content: ReturnType<typeof contentOf>) =>
      findingKey(checkContent(content, 'vi')[0] ?? assert.fail('nothing found'));
    const recorded = (command: string, editionId: number) =>
      ground.asSystem((db) =>
        db.get<{ payload: Record<string, unknown> }>(sql`select payload from audit_entry
          where command = ${command} and subject_kind = 'edition' and subject_id = ${String(editionId)} order by seq desc limit 1`),
      );

    test('LC-018 LC-027: a mark of secrecy and a number of papers stand in the way of submitting', async () => {
      const secret = await ground.write(
        'lc.editor',
        'lao-cai/main',
        contentOf('Kế hoạch', { bodyHtml: '<p>TỐI MẬT</p><p>Nội dung.</p>' }),
      );
      await assert.rejects(
        ground.perform(ground.one('lc.editor'), submitEdition, secret),
        isRefusal('must-be-mended'),
      );
      const personal = await ground.write('lc.editor', 'lao-cai/main', IDENTITY);
      await assert.rejects(
        ground.perform(ground.one('lc.editor'), submitEdition, personal),
        isRefusal('must-be-mended'),
      );
      assert.equal(await ground.stateOf(personal.editionId), 'draft');
    });

    test('QN-008: whoever checks lets one finding pass by name and reason; a writer cannot, and nobody without a reason', async () => {
      const made = await ground.write('lc.editor', 'lao-cai/main', IDENTITY);
      const input = { ...made, finding: keyOf(IDENTITY), reason: 'Bà Mẫu đã đồng ý bằng văn bản.' };
      await assert.rejects(
        ground.perform(ground.one('lc.editor'), overrideFinding, input),
        isRefusal('not-permitted'),
      );
      await assert.rejects(
        ground.perform(ground.one('lc.checker'), overrideFinding, { ...input, reason: ' ừ ' }),
        isRefusal('reason-missing'),
      );
      await assert.rejects(
        ground.perform(ground.one('lc.checker'), overrideFinding, { ...input, finding: 'secrecy body MẬT' }),
        isRefusal('finding-gone'),
      );
      const { overrideId } = await ground.perform(ground.one('lc.checker'), overrideFinding, input);
      await ground.perform(ground.one('lc.editor'), submitEdition, made);
      assert.equal(await ground.stateOf(made.editionId), 'submitted');
      const passed = await recorded('publishing.overrideFinding', made.editionId);
      assert.deepEqual(
        [passed.payload.code, passed.payload.place, passed.payload.reason],
        ['personal-identity', '0.0:27-39', input.reason],
      );
      assert.doesNotMatch(JSON.stringify(passed.payload), /010185001234/);
      const submitted = await recorded('publishing.submitEdition', made.editionId);
      assert.deepEqual(submitted.payload.overrides, [{ code: 'personal-identity', overrideId }]);
      const approval = await get(`${LIST}/${made.itemId}/duyet/${made.editionId}`, as('checker'));
      assert.match(approval.body, /010185001234[\s\S]*Bà Mẫu đã đồng ý bằng văn bản\./);
      const history = await get(`${LIST}/${made.itemId}`, as('editor'));
      assert.match(history.body, /Bỏ qua một lỗi kiểm tra/);
    });

    test('what was let pass is never changed nor taken back, and another portal does not see it', async () => {
      const change = ground.world.database.database.transaction(
        {
          as: 'staff',
          localityId: ground.one('lc.checker').localityId,
          portalIds: ground.one('lc.checker').portalIds,
          personId: 1,
        },
        (tx) => tx.run(sql`update edition_override set reason = 'khác hẳn'`),
      );
      await assert.rejects(change);
      const other = ground.one('tb.editor');
      const seen = await ground.world.database.database.transaction(
        { as: 'staff', localityId: other.localityId, portalIds: other.portalIds, personId: other.personId },
        (tx) => tx.rows(sql`select id from edition_override`),
      );
      assert.deepEqual(seen, []);
    });

    test('LC-022: what is only worth a look is shown once more, and recorded with the submission', async () => {
      const path = await begin('Xem lại trước khi gửi');
      const { itemId, editionId } = idsOf(path, ground.portal('lao-cai/main').id);
      const form = await get(path, as('editor'));
      const version = /name="version" value="(\d+)"/.exec(form.body)?.[1] ?? '';
      const sent = await post(
        path,
        {
          ...{
            _token: tokenIn(form),
            version,
            bodyMode: 'html',
            do: 'submit',
            summary: 'Tóm tắt.',
            author: 'A',
          },
          ...{ sectionId: String(ground.sectionOf('lao-cai/main')), title: 'Xem lại trước khi gửi' },
          body: '<p>Mẫu chuồng <a href="/mau/chuong">xem tại đây</a>.</p>',
        },
        as('editor'),
      );
      const check = location(sent);
      assert.equal(check, `${LIST}/${itemId}/kiem-tra/${editionId}?xong=luu`);
      const page = await get(check, as('editor'));
      assert.match(page.body, /id="muc-1"[\s\S]*xem tại đây[\s\S]*href="#dau-1"/);
      assert.match(page.body, /<a id="dau-1" href="#muc-1"/);
      assert.match(page.body, /Gửi duyệt với các điều nên xem/);
      const done = await post(check, { _token: tokenIn(page), do: 'submit' }, as('editor'));
      assert.equal(location(done), `${LIST}/${itemId}?xong=submit`);
      const { payload } = await recorded('publishing.submitEdition', editionId);
      assert.deepEqual(payload.warnings, [{ code: 'link-text', field: 'body', place: { path: [0, 1] } }]);
    });

    test('the page of checks: a checker types no reason and is told so, with everything kept; then lets it pass', async () => {
      const made = await ground.write('lc.editor', 'lao-cai/main', IDENTITY);
      const address = `${LIST}/${made.itemId}/kiem-tra/${made.editionId}`;
      const page = await get(address, as('checker'));
      const finding = keyOf(IDENTITY);
      const refused = await post(
        address,
        { _token: tokenIn(page), do: 'override', finding, reason: 'ừ' },
        as('checker'),
      );
      assert.equal(refused.status, 422);
      assert.match(refused.body, /Hãy ghi lý do bỏ qua/);
      assert.match(refused.body, /<textarea[^>]*id="reason"[^>]*>\s*ừ</);
      assert.match((await get(address, as('editor'))).body, /hãy nhờ người soát hoặc Ban Biên tập/);
      const reason = 'Số của người mất tích, gia đình đề nghị đăng.';
      const passed = await post(
        address,
        { _token: tokenIn(page), do: 'override', finding, reason },
        as('checker'),
      );
      assert.equal(location(passed), `${address}?xong=boqua`);
      assert.match((await get(address, as('editor'))).body, /Gửi được/);
    });

    test('LC-024: an edition in an old code table is shown before and after, converted as a whole, and its history tells', async () => {
      const old = 'Thông báo về việc hỗ trợ người dân vùng cao';
      const content = contentOf('Tin cũ nhập lại', {
        bodyHtml: `<p><strong>${toTcvn3(old)}</strong></p><p>Câu đúng.</p>`,
      });
      const made = await ground.write('lc.editor', 'lao-cai/main', content);
      await assert.rejects(
        ground.perform(ground.one('lc.editor'), submitEdition, made),
        isRefusal('must-be-mended'),
      );
      const address = `${LIST}/${made.itemId}/chuyen-ma/${made.editionId}`;
      const page = await get(address, as('editor'));
      assert.ok(page.body.includes('Thông báo về việc hỗ trợ người dân vùng') && page.body.includes('TCVN3'));
      const stale = { ...made, version: 0 };
      await assert.rejects(
        ground.perform(ground.one('lc.editor'), convertEdition, stale),
        isRefusal('changed-meanwhile'),
      );
      const version = /name="version" value="(\d+)"/.exec(page.body)?.[1] ?? '';
      const sent = await post(address, { _token: tokenIn(page), version }, as('editor'));
      assert.equal(location(sent), `${LIST}/${made.itemId}/kiem-tra/${made.editionId}?xong=chuyenma`);
      const { body_html } = await ground.asSystem((db) =>
        db.get<{ body_html: string }>(sql`select body_html from edition where id = ${made.editionId}`),
      );
      assert.equal(body_html, `<p><strong>${old}</strong></p><p>Câu đúng.</p>`);
      assert.match((await get(`${LIST}/${made.itemId}`, as('editor'))).body, /Chuyển sang Unicode/);
      await ground.perform(ground.one('lc.editor'), submitEdition, made);
    });

    test('links into the installation: what was taken down or is not there is found at night and waits for the content administrator', async () => {
      const target = await ground.publish(
        'lc.editor',
        'lc.checker',
        'lc.board',
        'lao-cai/main',
        contentOf('Bài được nối đến'),
      );
      const html = `<p><a href="/tin-tuc/bai-duoc-noi-den-${target.itemId}">Bài được nối đến</a>, <a href="/tin-tuc/khong-co-999999">bài không có</a>, <a href="/lien-he">trang liên hệ</a>.</p>`;
      const linking = await ground.publish(
        'lc.editor',
        'lc.checker',
        'lc.board',
        'lao-cai/main',
        contentOf('Bài nối đi', { bodyHtml: html }),
      );
      const { ports } = ground.world.app;
      const tasks = async () =>
        (await listTasks(ports, await ground.world.as('lc.content'), 'vi')).filter(({ id }) =>
          id.startsWith('publishing:links'),
        );
      await checkLinks.run(ports, {});
      assert.deepEqual(
        (await tasks()).map(({ note }) => note),
        ['Bài đang đăng có 1 chỗ nối không đến đâu: /tin-tuc/khong-co-999999'],
      );
      await ground.perform(ground.one('lc.board'), withdrawEdition, {
        ...target,
        reason: 'Đăng nhầm bài cũ.',
      });
      ground.world.setNow(new Date('2026-11-20T09:50:00+07:00'));
      await checkLinks.run(ports, {});
      const [task] = await tasks();
      assert.match(task?.note ?? '', /có 2 chỗ nối/);
      const page = await get((task?.action.href ?? '').replace(/#.*/, ''), as('checker'));
      assert.match(page.body, /đã được gỡ khỏi cổng/);
      await ground.perform(ground.one('lc.board'), withdrawEdition, {
        ...linking,
        reason: 'Bài nối sai nhiều chỗ.',
      });
      ground.world.setNow(new Date('2026-11-20T09:55:00+07:00'));
      await checkLinks.run(ports, {});
      assert.deepEqual(await tasks(), []);
    });

    test('LX-013 LX-009: what each regulation makes a must is asked where it is in force', async () => {
      const page = await save(await begin('Bài có câu không dấu'), {
        ...{ title: 'Bài có câu không dấu', summary: 'Tóm tắt.', do: 'submit' },
        body: 'De nghi cac xa bao cao ket qua truoc ngay 30.',
      });
      // in Lào Cai neither the missing author nor the missing marks stand in the way
      assert.match(location(page), /xong=submit$/);
    });
  });
}
