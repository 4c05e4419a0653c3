import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type Code,
  type DutiesWorld,
  openDuties,
  page,
  publicRequest,
  start,
  textOf,
} from '../../../tests/support/duties.ts';
import { engines } from '../../../tests/support/engines.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { sql } from '../../platform/db/index.ts';
import { type Clock, clockSnapshot, computeDeadline, meetClock } from './index.ts';

for (const engine of engines()) {
  describe(`time limits worked out for everyone on ${engine}`, () => {
    let world: DutiesWorld;
    before(async () => {
      world = await openDuties(engine);
    });
    after(() => world.close());
    const ask = (code: Code, duty: string, from: string, lang: 'vi' | 'en' = 'vi') =>
      computeDeadline(world.ports, { localityCode: code, duty, from, lang });

    test('LC-047: twelve working days over Giỗ Tổ, 30 April and 1 May', async () => {
      const deadline = await ask('lao-cai', 'LC-047', '2026-04-29T16:30');
      assert.deepEqual([deadline.dueOn, deadline.via], ['2026-05-19', 'own']);
      assert.match(deadline.citation, /^Khoản 2 Điều 10, /);
      assert.match(deadline.trace.map((step) => step.text).join(' '), /16:30 thứ Tư 29\/04\/2026/);
    });

    test('the five localities answer with their own number, or the national one where they have none', async () => {
      const answers = await Promise.all([
        ask('lao-cai', 'dissemination', '2026-11-20'),
        ask('quang-ngai', 'QN-038', '2026-11-20'),
        ask('long-xuyen', 'LX-020', '2026-11-20'),
        ask('thai-binh', 'legal-dissemination', '2026-11-20'),
        ask('bac-giang', 'nd224-2026.access-default', '2026-11-20'),
      ]);
      assert.deepEqual(
        answers.map((one) => [one.dueOn, one.via]),
        [
          ['2026-12-09', 'own'],
          ['2026-12-14', 'own'],
          ['2026-12-14', 'own'],
          ['2026-11-30', 'fallback'],
          ['2026-11-30', 'fallback'],
        ],
      );
    });

    test('TB-033: the id of a text without a number leads to the national rule', async () => {
      const deadline = await ask('thai-binh', 'TB-033', '2026-11-20');
      assert.deepEqual([deadline.key, deadline.dueOn], ['nd224-2026.access-default', '2026-11-30']);
      assert.match(deadline.trace.map((step) => step.text).join(' '), /kịp thời, không nêu số ngày/);
    });

    test('what cannot be answered is refused at its field', async () => {
      await assert.rejects(ask('lao-cai', 'LC-999', '2026-11-20'), isRefusal('duty-unknown', 'duty'));
      await assert.rejects(ask('lao-cai', 'LC-048', '2026-11-20'), isRefusal('duty-ambiguous', 'duty'));
      await assert.rejects(ask('bac-giang', 'BG-015', '2026-11-20'), isRefusal('duty-ambiguous', 'duty'));
      await assert.rejects(ask('lao-cai', 'LC-047', '20/11/2026'), isRefusal('date-unreadable', 'from'));
      await assert.rejects(
        ask('lao-cai', 'LC-047', '2026-11-20T25:00'),
        isRefusal('time-unreadable', 'time'),
      );
      await assert.rejects(ask('lao-cai', 'LC-047', '2026-12-20'), isRefusal('calendar-unconfirmed', 'from'));
      await assert.rejects(ask('ha-noi' as Code, 'LC-047', '2026-11-20'), isRefusal('locality-unknown'));
    });

    const show = (lang: 'vi' | 'en', query: string, code: Code = 'lao-cai') =>
      page(world, 'duties.deadlines', publicRequest(world, code, lang, '/thoi-han', query));

    test('the page answers in Vietnamese and in English, with the steps and their articles', async () => {
      const vi = await show('vi', 'duty=dissemination&from=2026-04-29&time=16:30');
      const en = await show('en', 'duty=dissemination&from=2026-04-29&time=16:30');
      assert.deepEqual([vi.status, en.status], [200, 200]);
      assert.match(textOf(vi.html), /Hạn là hết thứ Ba 19\/05\/2026/);
      assert.match(textOf(vi.html), /Khoản 2 Điều 10, Quy chế .* 22\/2016\/QĐ-UBND/);
      assert.match(textOf(vi.html), /Lịch làm việc đã được xác nhận từ 01\/01\/2023 đến 31\/12\/2026/);
      assert.match(textOf(en.html), /Due by the end of Tuesday 19 May 2026/);
      assert.match(textOf(en.html), /Article 10, clause 2/);
      const { localityId } = world.places['lao-cai'];
      assert.ok(vi.keys.includes(`calendar:${localityId}`) && vi.keys.includes('calendar'));
    });

    test('the page before any question is a form with the duties of the regulation, no error', async () => {
      const { html, status } = await show('vi', '');
      assert.equal(status, 200);
      assert.doesNotMatch(html, /error-summary/);
      assert.match(textOf(html), /Đăng tin tuyên truyền, phổ biến pháp luật: 12 ngày làm việc/);
    });

    test('a wrong field is explained at the field, with everything typed kept', async () => {
      const { html, status } = await show('vi', 'duty=dissemination&from=hom-qua&time=16:30');
      assert.equal(status, 422);
      assert.match(html, /href="#from"/);
      assert.match(html, /value="hom-qua"/);
      assert.match(html, /value="16:30"/);
      assert.match((await show('vi', 'from=2026-11-20')).html, /Chưa chọn việc cần tính hạn/);
    });

    test('beyond the confirmed calendar the page says so instead of guessing', async () => {
      const { html, status } = await show('vi', 'duty=dissemination&from=2026-12-25');
      assert.equal(status, 422);
      assert.match(
        textOf(html),
        /mới được xác nhận từ 01\/01\/2023 đến 31\/12\/2026, chưa có ngày 01\/01\/2027/,
      );
      assert.doesNotMatch(textOf(html), /Hạn là hết/);
    });

    test('everyone sees what was published in time and what late, by duty and one by one', async () => {
      const done = async (subjectId: number, metAt: string) => {
        await start(world, 'lao-cai', '2026-11-02T08:00', { subjectId });
        const clock = await world.asSystem((tx) =>
          meetClock(tx, { kind: 'item', id: subjectId }, new Date(metAt)),
        );
        await publish(world, clock ?? assert.fail(), subjectId);
      };
      await done(1, '2026-11-10T08:00:00+07:00');
      await done(2, '2026-11-19T08:00:00+07:00');
      const context = publicRequest(world, 'lao-cai', 'vi', '/dung-han');
      const { html, status } = await page(world, 'duties.record', context);
      const text = textOf(html);
      assert.equal(status, 200);
      assert.match(text, /1 bài đăng đúng hạn/);
      assert.match(text, /1 bài đăng chậm/);
      assert.match(html, /href="\/pho-bien\/bai-1-\d+"/);
      assert.match(text, /Bài 2 02\/11\/2026 18\/11\/2026 19\/11\/2026/);
      const other = await page(world, 'duties.record', publicRequest(world, 'quang-ngai', 'vi', '/dung-han'));
      assert.match(textOf(other.html), /chưa đăng bài nào thuộc loại có thời hạn/);
    });
  });
}

/** A publication as the room of publishing leaves it, as far as this page reads it. */
async function publish(world: DutiesWorld, clock: Clock, number: number): Promise<void> {
  const person = await world.person('lao-cai', 'boardMember');
  const { localityId, portalId } = world.places['lao-cai'];
  const at = clock.metAt ?? new Date(0);
  await world.asSystem(async (tx) => {
    await tx.run(sql`insert into section (portal_id, content_kind, name_vi, name_en, slug_vi, slug_en)
      values (${portalId}, 'legal-dissemination', 'Phổ biến', 'Law', 'pho-bien', 'law') on conflict do nothing`);
    const section = await tx.get<{ id: number }>(sql`select id from section where portal_id = ${portalId}`);
    const item = await tx.get<{
      id: number;
    }>(sql`insert into item (portal_id, section_id, kind, slug, created_at)
      values (${portalId}, ${section.id}, 'legal-dissemination', ${`bai-${number}`}, ${at}) returning id`);
    const edition = await tx.get<{ id: number }>(sql`insert into edition
      (portal_id, item_id, language, number, state, title, created_at, saved_at)
      values (${portalId}, ${item.id}, 'vi', 1, 'published', ${`Bài ${number}`}, ${at}, ${at}) returning id`);
    await tx.run(sql`insert into publication (locality_id, portal_id, section_id, item_id, edition_id, edition_number,
        language, kind, slug, title, summary, body_html, body_text, author, source, source_url, first_published_at,
        published_at, approved_by, approved_at, clock, content_hash)
      values (${localityId}, ${portalId}, ${section.id}, ${item.id}, ${edition.id}, 1, 'vi', 'legal-dissemination',
        ${`bai-${number}`}, ${`Bài ${number}`}, '', '', '', '', '', '', ${at}, ${at}, ${person.personId}, ${at},
        ${JSON.stringify(clockSnapshot(clock))}::jsonb, 'x')`);
  });
}
