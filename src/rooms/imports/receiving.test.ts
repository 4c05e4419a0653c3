import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ask, count, decision, keyFor, MAIN, send } from '../../../tests/support/documents-api.ts';
import { engines } from '../../../tests/support/engines.ts';
import { openWorld, type World } from '../../../tests/support/world.ts';
import { odtOf, pdfOf } from '../../platform/extract/fixtures.ts';
import { verifyChain } from '../audit/index.ts';
import { findClock } from '../duties/index.ts';
import {
  approveEdition,
  checkEdition,
  discardEdition,
  sendBackEdition,
  submitEdition,
  withdrawEdition,
} from '../publishing/index.ts';

const text = (number: string, more: Parameters<typeof decision>[1] = {}) => decision(number, more).join('\n');
const odt = (number: string) =>
  odtOf(
    decision(number)
      .map((line) => `<text:p>${line}</text:p>`)
      .join(''),
  );

for (const engine of engines()) {
  describe(`Documents of other systems on ${engine}`, () => {
    let world: World;
    let key: string;

    before(async () => {
      world = await openWorld(engine);
      key = await keyFor(world, 'lao-cai/main', 'lc.content');
    });
    after(() => world.close());

    const person = (name: string) => world.actors[name] ?? assert.fail(name);
    const one = async <T>(statement: string, values: unknown[] = []) =>
      (await world.database.database.transaction({ as: 'system' }, (tx) => tx.statement(statement, values)))
        .rows[0] as T;
    const received = async (id: string) => {
      const row = await one<{ item_id: number; edition_id: number }>(
        'select item_id, edition_id from intake_document where sender_id = $1',
        [id],
      );
      return { itemId: Number(row.item_id), editionId: Number(row.edition_id) };
    };

    test('LC-010, LC-024, LX-011: a document with its file becomes a draft with what was read, and its clock', async () => {
      const id = 'vb-1';
      const name = 'quyết định.pdf'.normalize('NFD');
      const answer = await send(world, key, { id, field: 'Nông nghiệp' }, [
        { name, bytes: pdfOf([decision('11/2026/QĐ-UBND')]) },
        { name: 'phụ lục.odt', bytes: odt('99/2026/QĐ-UBND') },
      ]);
      assert.equal(answer.status, 201, answer.text);
      assert.equal(answer.headers.location, '/api/van-ban/vb-1');
      assert.deepEqual(answer.body.read, {
        number: { value: '11/2026/QĐ-UBND', from: 'file' },
        type: { value: 'Quyết định', from: 'file' },
        issuer: { value: 'Ủy ban nhân dân tỉnh Lào Cai', from: 'file' },
        issuedOn: { value: '2026-11-16', from: 'file' },
        effectiveOn: { value: '2026-12-01', from: 'file' },
        signer: { value: 'Đỗ Văn Mẫu', from: 'file' },
        field: { value: 'Nông nghiệp', from: 'metadata' },
        place: { value: 'Lào Cai', from: 'file' },
        title: { value: 'Về việc giao chỉ tiêu đợt 11', from: 'file' },
      });
      const { itemId, editionId } = await received(id);
      assert.match(String(answer.body.desk), new RegExp(`/ban-lam-viec/tin-bai/${itemId}/sua/${editionId}$`));
      const edition = await one<{
        state: string;
        writers: number[];
        attachments: { hash: string; name: string }[];
        facts: Record<string, string>;
      }>('select state, writers, attachments, facts from edition where id = $1', [editionId]);
      assert.equal(edition.state, 'draft');
      assert.deepEqual(edition.writers, [], 'nobody has written it yet');
      assert.deepEqual(
        edition.attachments.map((file) => file.name),
        ['quyết định.pdf', 'phụ lục.odt'],
      );
      assert.equal(edition.facts.field, 'Nông nghiệp');
      for (const { hash } of edition.attachments) assert.ok(await world.app.ports.files.open(hash));
      const clock = await world.database.database.transaction({ as: 'system' }, (tx) =>
        findClock(tx, { kind: 'item', id: itemId }),
      );
      // Monday 16 November, two working days (Đ10.3)
      assert.equal(clock?.dueOn, '2026-11-18');
    });

    test('LC-010, BG-017: a document without a file is taken from its text or its HTML', async () => {
      const plain = await send(world, key, { id: 'vb-text', text: text('12/2026/QĐ-UBND') });
      assert.equal(plain.status, 201, plain.text);
      const html = decision('13/2026/QĐ-UBND')
        .map((line) => `<p>${line}</p>`)
        .join('');
      const asHtml = await send(world, key, { id: 'vb-html', html: `${html}<script>alert(1)</script>` });
      assert.equal(asHtml.status, 201, asHtml.text);
      const { editionId } = await received('vb-html');
      const { body_html, attachments } = await one<{ body_html: string; attachments: unknown[] }>(
        'select body_html, attachments from edition where id = $1',
        [editionId],
      );
      assert.match(body_html, /Giao chỉ tiêu kế hoạch/);
      assert.doesNotMatch(body_html, /script/);
      assert.deepEqual(attachments, []);
    });

    test('QN-018, LX-011: what comes decomposed or in an old code is kept in Unicode NFC', async () => {
      const id = 'vb-\u0110\u00e0';
      const answer = await send(
        world,
        key,
        { id: id.normalize('NFD'), title: 'Giao chỉ tiêu đợt 14'.normalize('NFD') },
        [{ name: 'a.txt', bytes: text('14/2026/QĐ-UBND').normalize('NFD') }],
      );
      assert.equal(answer.status, 201, answer.text);
      assert.equal(answer.body.id, id);
      const { editionId } = await received(id);
      const { title, body_html } = await one<{ title: string; body_html: string }>(
        'select title, body_html from edition where id = $1',
        [editionId],
      );
      assert.equal(title, 'Giao chỉ tiêu đợt 14');
      assert.equal(body_html, body_html.normalize('NFC'));
      const again = await ask(world, key, `/api/van-ban/${encodeURIComponent(id.normalize('NFD'))}`);
      assert.equal(again.body.state, 'draft');
    });

    test('what the sender says comes before what the machine read, and a difference is a finding', async () => {
      const answer = await send(
        world,
        key,
        {
          id: 'vb-khac',
          number: '15/2026/QĐ-UBND',
          issuedOn: '2026-11-17',
          signer: 'Đỗ  Văn Mẫu',
          type: 'quyết định',
        },
        [{ name: 'a.odt', bytes: odt('15/2026/QĐ-UBND') }],
      );
      assert.equal(answer.status, 201, answer.text);
      const differing = (answer.body.findings ?? []).filter(({ code }) => code === 'differs');
      assert.deepEqual(
        differing.map(({ field }) => field),
        ['issuedOn'],
      );
      assert.match(answer.text, /2026-11-17.*2026-11-16/);
      const { editionId } = await received('vb-khac');
      const { facts, start_event_at } = await one<{ facts: Record<string, string>; start_event_at: Date }>(
        'select facts, start_event_at from edition where id = $1',
        [editionId],
      );
      assert.equal(facts.issuedOn, '2026-11-17');
      assert.equal(new Date(start_event_at).toISOString(), '2026-11-17T01:00:00.000Z');
    });

    test('LC-009, LX-013: personal data and text without marks are findings for the clerk', async () => {
      const lines = decision('16/2026/QĐ-UBND');
      lines.splice(
        -8,
        0,
        'Ông Lò Văn Mẫu, điện thoại 0912345678.',
        'De nghi cac don vi trien khai thuc hien ngay.',
      );
      const answer = await send(world, key, { id: 'vb-rieng', text: lines.join('\n') });
      assert.equal(answer.status, 201, answer.text);
      const codes = (answer.body.findings ?? []).map(({ code }) => code);
      assert.ok(codes.includes('personal') && codes.includes('unmarked'), codes.join());
    });

    test('the same again is the same draft, also when it races', async () => {
      const metadata = { id: 'vb-dua', text: text('17/2026/QĐ-UBND') };
      const items = await count(world, 'item');
      const answers = await Promise.all(Array.from({ length: 6 }, () => send(world, key, metadata)));
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 200, 200, 200, 201]);
      for (const { body } of answers) assert.deepEqual(body, answers[0]?.body);
      const again = await send(world, key, metadata);
      assert.equal(again.status, 200);
      assert.deepEqual(again.body, answers[0]?.body);
      assert.equal(await count(world, 'item'), items + 1);
    });

    test('a new key of the same system knows what was sent with the old one', async () => {
      const next = await keyFor(world, 'lao-cai/main', 'lc.content', {
        name: 'VĂN PHÒNG ĐIỆN TỬ',
        ask: true,
      });
      const again = await send(world, next, { id: 'vb-dua', text: text('17/2026/QĐ-UBND') });
      assert.equal(again.status, 200, again.text);
      const other = await keyFor(world, 'lao-cai/main', 'lc.content', { name: 'Một hệ thống khác' });
      assert.equal((await ask(world, other, '/api/van-ban/vb-dua')).status, 404);
      const elsewhere = await send(world, other, { id: 'vb-dua', text: text('17/2026/QĐ-UBND') });
      assert.equal(elsewhere.status, 409, elsewhere.text);
      assert.equal(elsewhere.body.code, 'duplicate');
    });

    test('other content under the same id is refused, unless nobody has touched the draft and the sender says so', async () => {
      const id = 'vb-thay';
      const first = await send(world, key, { id }, [{ name: 'a.odt', bytes: odt('18/2026/QĐ-UBND') }]);
      assert.equal(first.status, 201);
      const [before, items] = [await received(id), await count(world, 'item')];
      const changed = [{ name: 'b.odt', bytes: odt('19/2026/QĐ-UBND') }];
      const refused = await send(world, key, { id }, changed);
      assert.deepEqual([refused.status, refused.body.code], [409, 'otherContent']);
      const replaced = await send(world, key, { id, replaces: true }, changed);
      assert.equal(replaced.status, 201, replaced.text);
      assert.deepEqual(await received(id), before);
      assert.equal(await count(world, 'item'), items);
      const { facts, attachments } = await one<{
        facts: { number: string };
        attachments: { name: string }[];
      }>('select facts, attachments from edition where id = $1', [before.editionId]);
      assert.equal(facts.number, '19/2026/QĐ-UBND');
      assert.deepEqual(
        attachments.map(({ name }) => name),
        ['b.odt'],
      );
      // the replacement again is known
      assert.equal((await send(world, key, { id, replaces: true }, changed)).status, 200);
      // a person takes it up
      const at = { portalId: world.portal('lao-cai/main').id, editionId: before.editionId };
      await world.app.ports.perform(person('lc.editor'), submitEdition, at);
      const late = await send(world, key, { id, replaces: true, text: text('20/2026/QĐ-UBND') });
      assert.deepEqual([late.status, late.body.code], [409, 'draftTouched']);
    });

    test('what the clerk discarded may be sent anew', async () => {
      const id = 'vb-bo';
      await send(world, key, { id, text: text('21/2026/QĐ-UBND') });
      const first = await received(id);
      const portalId = world.portal('lao-cai/main').id;
      await world.app.ports.perform(person('lc.editor'), discardEdition, {
        portalId,
        editionId: first.editionId,
      });
      assert.equal((await ask(world, key, `/api/van-ban/${id}`)).body.state, 'discarded');
      const corrected = `${text('21/2026/QĐ-UBND')}\n(Bản đã sửa)`;
      const anew = await send(world, key, { id, replaces: true, text: corrected });
      assert.equal(anew.status, 201, anew.text);
      assert.notDeepEqual(await received(id), first);
      assert.equal((await ask(world, key, `/api/van-ban/${id}`)).body.state, 'draft');
    });

    test('its sender is told where it stands, from draft to taken down, and nothing else', async () => {
      const id = 'so/22';
      await send(world, key, { id, text: text('22/2026/QĐ-UBND') });
      const { editionId } = await received(id);
      const at = { portalId: world.portal('lao-cai/main').id, editionId };
      const { perform } = world.app.ports;
      const state = async () => (await ask(world, key, `/api/documents/${encodeURIComponent(id)}`)).body;
      assert.deepEqual(await state(), { id, state: 'draft' });
      await perform(person('lc.editor'), submitEdition, at);
      assert.deepEqual(await state(), { id, state: 'waiting' });
      await perform(person('lc.checker'), sendBackEdition, { ...at, reason: 'Thiếu phụ lục kèm theo.' });
      assert.deepEqual(await state(), { id, state: 'returned', reason: 'Thiếu phụ lục kèm theo.' });
      await perform(person('lc.editor'), submitEdition, at);
      await perform(person('lc.checker'), checkEdition, at);
      await perform(person('lc.board'), approveEdition, at);
      const published = await state();
      assert.equal(published.state, 'published');
      const { pathname } = new URL(String(published.url));
      assert.equal((await world.get(MAIN, pathname)).status, 200);
      await perform(person('lc.board'), withdrawEdition, { ...at, reason: 'Đăng nhầm số liệu.' });
      const down = await state();
      assert.deepEqual([down.state, down.url], ['takenDown', undefined]);
    });

    test('LC-013: nothing is public that no board approved, and the record holds', async () => {
      const { machines } = await one<{ machines: string[] }>(
        `select json_agg(distinct actor) as machines from audit_entry where command = 'imports.receiveDocument'`,
      );
      assert.ok(
        machines.every((name) => /^imports\.key-\d+$/.test(name)),
        machines.join(),
      );
      const { live } = await one<{ live: number }>(
        `select count(*)::int as live from publication p join intake_document d on d.item_id = p.item_id where p.ended_at is null`,
      );
      assert.equal(Number(live), 0);
      const verdict = await world.database.database.transaction({ as: 'system' }, (tx) =>
        verifyChain(tx, world.portal('lao-cai/main').localityId),
      );
      assert.ok(verdict.whole, JSON.stringify(verdict));
    });

    test('the desk shows what came and from which system, and its editors were told', async () => {
      const as = await world.signIn('www.laocai.gov.vn', 'lc.editor');
      const page = await world.get('www.laocai.gov.vn', '/ban-lam-viec/nhap', { as });
      assert.match(page.body, /Văn phòng điện tử/);
      assert.match(page.body, /15\/2026\/QĐ-UBND/);
      assert.match(page.body, /trong tệp đọc được/);
      const tasks = await world.app.ports.tasksOf(person('lc.editor'), 'vi');
      assert.ok(tasks.some(({ title, clockId }) => title === 'Về việc giao chỉ tiêu đợt 11' && clockId));
      const { words_vi } = await one<{ words_vi: string }>(
        `select words_vi from notice where person_id = $1 and words_vi like '%11/2026/QĐ-UBND%'`,
        [person('lc.editor').personId],
      );
      assert.match(words_vi, /Văn phòng điện tử, chờ soát; hạn đăng .*18.*11/);
    });
  });
}
