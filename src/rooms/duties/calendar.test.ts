import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type DutiesWorld,
  FIVE,
  NOW,
  openDuties,
  page,
  publicRequest,
  start,
  textOf,
} from '../../../tests/support/duties.ts';
import { engines } from '../../../tests/support/engines.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { scopeOf } from '../../platform/command/index.ts';
import type { Person } from '../../rules/access/index.ts';
import { type CalendarRow, proposeHolidays } from '../../rules/calendar/index.ts';
import {
  acceptProposals,
  addCalendarRow,
  calendarOf,
  calendarWarning,
  confirmCalendar,
  findClock,
  recordClockEvent,
  redate,
  retireCalendarRow,
  seedCalendar,
} from './index.ts';
import { findRedating, listMoves } from './redating-store.ts';

const STORM: CalendarRow = {
  on: '2026-11-27',
  kind: 'off',
  name: { vi: 'Nghỉ phòng bão', en: 'Closed for the storm' },
  source: { vi: 'Công điện giả định 01', en: 'Telegram 01 (invented)' },
};

for (const engine of engines()) {
  describe(`the working calendar on ${engine}`, () => {
    let world: DutiesWorld;
    let admin: Person;
    const target = () => ({ scope: 'locality' as const, portalId: world.places['lao-cai'].portalId });
    const dueOf = async (subjectId: number) =>
      (await world.asSystem((tx) => findClock(tx, { kind: 'item', id: subjectId })))?.dueOn;
    before(async () => {
      world = await openDuties(engine);
      admin = await world.person('lao-cai', 'technicalAdmin');
    });
    after(() => world.close());

    test('the shipped calendar is taken in once; a second run changes nothing', async () => {
      const again = await seedCalendar(world.ports, world.machine);
      assert.deepEqual(again, { added: 0, confirmedThrough: '2026-12-31', differing: [] });
      assert.equal(await world.jobs.drain(), 0);
    });

    test('the calendar of a content is built once, and a change is seen by the next caller', async () => {
      const { localityId } = world.places['lao-cai'];
      const other = world.places['bac-giang'].localityId;
      const calendar = () => world.asSystem((tx) => calendarOf(tx, localityId));
      const first = await calendar();
      assert.equal(await calendar(), first);
      assert.equal(first.isWorkingDay('2026-11-27'), true);
      const { rowIds } = await world.ports.perform(admin, addCalendarRow, { ...target(), row: STORM });
      assert.equal((await calendar()).isWorkingDay('2026-11-27'), false);
      assert.equal((await world.asSystem((tx) => calendarOf(tx, other))).isWorkingDay('2026-11-27'), true);
      await world.ports.perform(admin, retireCalendarRow, { ...target(), rowId: rowIds[0] ?? 0 });
      assert.equal((await calendar()).isWorkingDay('2026-11-27'), true);
      await world.jobs.drain();
    });

    test('a local row wins over the national row of the same day', async () => {
      const row: CalendarRow = { ...STORM, on: '2026-11-24', kind: 'work' };
      const { rowIds } = await world.ports.perform(admin, addCalendarRow, { ...target(), row });
      const { localityId } = world.places['lao-cai'];
      const calendar = await world.asSystem((tx) => calendarOf(tx, localityId));
      assert.equal(calendar.isWorkingDay('2026-11-24'), true);
      await world.ports.perform(admin, retireCalendarRow, { ...target(), rowId: rowIds[0] ?? 0 });
      await world.jobs.drain();
    });

    test('a swap adds both its days, and retiring one retires both', async () => {
      const row: CalendarRow = { ...STORM, on: '2026-12-11', swapWith: '2026-12-12' };
      const { rowIds } = await world.ports.perform(admin, addCalendarRow, { ...target(), row });
      assert.equal(rowIds.length, 2);
      const { localityId } = world.places['lao-cai'];
      const calendar = () => world.asSystem((tx) => calendarOf(tx, localityId));
      assert.equal((await calendar()).dayOf('2026-12-11').kind, 'swappedOff');
      assert.equal((await calendar()).dayOf('2026-12-12').kind, 'swappedWork');
      await world.ports.perform(admin, retireCalendarRow, { ...target(), rowId: rowIds[1] ?? 0 });
      assert.equal((await calendar()).dayOf('2026-12-11').kind, 'ordinary');
      assert.equal((await calendar()).dayOf('2026-12-12').kind, 'weekend');
      await world.jobs.drain();
    });

    test('a day is refused in words: no date, twice, without a source, a swap with itself', async () => {
      const add = (row: CalendarRow) => world.ports.perform(admin, addCalendarRow, { ...target(), row });
      await assert.rejects(add({ ...STORM, on: '2026-02-30' }), isRefusal('calendar-date', 'on'));
      await assert.rejects(add({ ...STORM, source: '' }), isRefusal('calendar-text', 'sourceVi'));
      await assert.rejects(
        add({ ...STORM, name: { vi: ' ', en: '' } }),
        isRefusal('calendar-text', 'nameVi'),
      );
      await assert.rejects(add({ ...STORM, swapWith: STORM.on }), isRefusal('calendar-swap', 'swapWith'));
      const { rowIds } = await add({ ...STORM, on: '2026-12-30' });
      await assert.rejects(add({ ...STORM, on: '2026-12-30' }), isRefusal('calendar-row-exists', 'on'));
      await world.ports.perform(admin, retireCalendarRow, { ...target(), rowId: rowIds[0] ?? 0 });
      await world.jobs.drain();
    });

    test('only the administrator of the main portal changes the calendar, and nobody the national rows', async () => {
      const { portalId, memberId } = world.places['lao-cai'];
      const editor = await world.person('lao-cai', 'editor');
      const member = await world.person('lao-cai', 'technicalAdmin', memberId);
      const foreign = await world.person('quang-ngai', 'technicalAdmin');
      const add = (who: Person, to: { scope: 'locality' | 'national'; portalId: number | null }) =>
        world.ports.perform(who, addCalendarRow, { ...to, row: STORM });
      await assert.rejects(add(editor, { scope: 'locality', portalId }), isRefusal('not-permitted'));
      await assert.rejects(add(foreign, { scope: 'locality', portalId }), isRefusal('not-permitted'));
      await assert.rejects(
        add(member, { scope: 'locality', portalId: memberId }),
        isRefusal('main-portal-only'),
      );
      await assert.rejects(add(admin, { scope: 'national', portalId }), isRefusal('national-calendar'));
      const national = await world.asSystem(async (tx) => {
        const rows = await (await import('./store.ts')).listCalendarRows(tx, null);
        return rows.find((row) => row.on_date === '2026-11-24')?.id ?? 0;
      });
      const retire = world.ports.perform(admin, retireCalendarRow, { ...target(), rowId: national });
      await assert.rejects(retire, isRefusal('calendar-row-missing'));
    });

    test('a calendar is confirmed only when every statutory day of the span is answered', async () => {
      const place = world.places['bac-giang'];
      const chief = await world.person('bac-giang', 'technicalAdmin');
      const to = { scope: 'locality' as const, portalId: place.portalId };
      const confirm = (
        through: string,
        declined: { on: string; reason: string }[] = [],
        source = 'Thông báo 1',
      ) => world.ports.perform(chief, confirmCalendar, { ...to, through, source, declined });
      await assert.rejects(confirm('2026-12-31'), isRefusal('calendar-confirmed-already', 'through'));
      await assert.rejects(confirm('2031-12-31'), isRefusal('calendar-too-far', 'through'));
      await assert.rejects(confirm('2027-01-31', [], ' '), isRefusal('calendar-text', 'source'));
      await assert.rejects(confirm('2027-01-31'), isRefusal('calendar-proposals-open', 'through'));
      const days = proposeHolidays(2027)
        .map((row) => row.on)
        .filter((on) => on < '2027-04-01');
      const [first = '', ...others] = days;
      await assert.rejects(
        confirm('2027-03-31', [{ on: first, reason: '' }]),
        isRefusal('calendar-text', 'declineReason'),
      );
      await world.ports.perform(chief, acceptProposals, { ...to, year: 2027, days: others });
      await assert.rejects(confirm('2027-03-31'), isRefusal('calendar-proposals-open', 'through'));
      await confirm('2027-03-31', [{ on: first, reason: 'Thử' }]);
      const calendar = await world.asSystem((tx) => calendarOf(tx, place.localityId));
      assert.equal(calendar.confirmedThrough, '2027-03-31');
      assert.equal(calendar.isWorkingDay(first), true);
      const others_ = await world.asSystem((tx) => calendarOf(tx, world.places['lao-cai'].localityId));
      assert.equal(others_.confirmedThrough, '2026-12-31');
      await world.jobs.drain();
    });

    test('a warning stands when fewer than 90 days are confirmed ahead', async () => {
      const calendar = await world.asSystem((tx) => calendarOf(tx, world.places['lao-cai'].localityId));
      const warning = calendarWarning(calendar, NOW);
      assert.equal(warning?.daysLeft, 41);
      assert.match(warning?.words.vi ?? '', /đến hết thứ Năm 31\/12\/2026, chỉ còn 41 ngày/);
      assert.equal(calendarWarning(calendar, new Date('2026-09-01T00:00:00+07:00')), undefined);
    });

    test('LC-047: a holiday announced late re-dates the clocks it touches, and the list says which', async () => {
      await start(world, 'lao-cai', '2026-11-20T09:45', { subjectId: 1 }); // due 09/12
      await start(world, 'lao-cai', '2026-11-02T08:00', { subjectId: 2 }); // due 18/11, before the day
      await start(world, 'quang-ngai', '2026-11-20T09:45', { subjectId: 3 }); // another locality
      const { redatingId, rowIds } = await world.ports.perform(admin, addCalendarRow, {
        ...target(),
        row: STORM,
      });
      await world.jobs.drain();
      assert.deepEqual(await Promise.all([dueOf(1), dueOf(2), dueOf(3)]), [
        '2026-12-10',
        '2026-11-18',
        '2026-12-14',
      ]);
      const clock = await world.asSystem((tx) => findClock(tx, { kind: 'item', id: 1 }));
      assert.deepEqual(
        clock?.events.map((event) => event.kind),
        ['started', 'calendarChanged'],
      );
      const step = clock?.trace.steps.find((one) => one.step === 'calendarChanged');
      assert.deepEqual(step?.params.wasDueOn, '2026-12-09');
      assert.equal(step?.params.reason?.vi, 'Lịch thêm 27/11/2026 (Nghỉ phòng bão).');

      const seen = await world.database.transaction(scopeOf(admin), async (tx) => ({
        redating: await findRedating(tx, redatingId),
        moves: await listMoves(tx, redatingId, 0, 10),
      }));
      assert.deepEqual(
        seen.moves.map((move) => [move.subject_id, move.due_before, move.due_after]),
        [[1, '2026-12-09', '2026-12-10']],
      );
      assert.deepEqual([seen.redating?.clocks_seen, seen.redating?.clocks_moved], [1, 1]);
      assert.ok(seen.redating?.finished_at);

      // run once more: nothing happens
      await redate(world.database, redatingId, () => NOW);
      const again = await world.asSystem((tx) => findRedating(tx, redatingId));
      assert.deepEqual(again, seen.redating);

      // and taken back: the clock goes back, with both changes in its history
      await world.ports.perform(admin, retireCalendarRow, { ...target(), rowId: rowIds[0] ?? 0 });
      await world.jobs.drain();
      const back = await world.asSystem((tx) => findClock(tx, { kind: 'item', id: 1 }));
      assert.equal(back?.dueOn, '2026-12-09');
      assert.equal(back?.events.length, 3);
    });

    test('a re-dating cut off between batches goes on where it was', async () => {
      for (let id = 100; id < 107; id++) await start(world, 'lao-cai', '2026-11-23T08:00', { subjectId: id });
      const row = { ...STORM, on: '2026-11-30' };
      const { redatingId, rowIds } = await world.ports.perform(admin, addCalendarRow, { ...target(), row });
      let calls = 0;
      const failing = () => {
        calls += 1;
        if (calls === 3) throw new Error('cut off');
        return NOW;
      };
      await assert.rejects(redate(world.database, redatingId, failing, 3), /cut off/);
      const half = await world.asSystem((tx) => findRedating(tx, redatingId));
      const seen = half?.clocks_seen ?? 0;
      assert.ok(seen > 0 && seen < 8, `${seen} seen`);
      assert.equal(half?.finished_at, null);
      await redate(world.database, redatingId, () => NOW, 3);
      const whole = await world.asSystem((tx) => findRedating(tx, redatingId));
      assert.deepEqual([whole?.clocks_seen, whole?.clocks_moved], [8, 8]); // seven and the one of the test before
      assert.equal(await dueOf(106), '2026-12-11');
      await world.ports.perform(admin, retireCalendarRow, { ...target(), rowId: rowIds[0] ?? 0 });
      await world.jobs.drain();
      assert.equal(await dueOf(106), '2026-12-10');
    });

    test('LC-062: a promise stays lawful when its day becomes a day off, and moves to the next working day', async () => {
      const clock =
        (await start(world, 'lao-cai', '2026-11-17T21:40', {
          contentKind: 'questions',
          startEvent: 'received',
          subjectId: 200,
        })) ?? assert.fail();
      const promise = { kind: 'promised' as const, at: NOW, promisedOn: STORM.on };
      const promised = await world.asSystem((tx) => recordClockEvent(tx, clock.id, promise));
      assert.equal(promised.dueOn, '2026-11-27');
      const { rowIds } = await world.ports.perform(admin, addCalendarRow, { ...target(), row: STORM });
      await world.jobs.drain();
      assert.equal(await dueOf(200), '2026-11-30');
      await world.ports.perform(admin, retireCalendarRow, { ...target(), rowId: rowIds[0] ?? 0 });
      await world.jobs.drain();
      assert.equal(await dueOf(200), '2026-11-27');
      const beyond = { ...promise, promisedOn: '2026-12-30' };
      await assert.rejects(
        world.asSystem((tx) => recordClockEvent(tx, clock.id, beyond)),
        isRefusal('clock-promiseBeyondCap'),
      );
    });

    test('a national day moves the clocks of every locality in one run', async () => {
      for (const [i, code] of FIVE.entries())
        await start(world, code, '2026-12-01T08:00', { subjectId: 300 + i });
      const before_ = await Promise.all(FIVE.map((_, i) => dueOf(300 + i)));
      const row: CalendarRow = { ...STORM, on: '2026-12-02', name: { vi: 'Ngày thử', en: 'A test day' } };
      const national = { scope: 'national' as const, portalId: null };
      const { redatingId } = await world.ports.perform(world.machine, addCalendarRow, { ...national, row });
      await world.jobs.drain();
      const after_ = await Promise.all(FIVE.map((_, i) => dueOf(300 + i)));
      assert.deepEqual(before_, ['2026-12-17', '2026-12-08', '2026-12-22', '2026-12-22', '2026-12-08']);
      assert.deepEqual(after_, ['2026-12-18', '2026-12-09', '2026-12-23', '2026-12-23', '2026-12-09']);
      // a person sees in the list only the portals he works on
      const moves = await world.database.transaction(scopeOf(admin), (tx) =>
        listMoves(tx, redatingId, 0, 100),
      );
      assert.ok(moves.some((move) => move.subject_id === 300));
      assert.ok(!moves.some((move) => move.subject_id > 300 && move.subject_id < 400));
    });

    test('the desk shows the year by month with names and sources, in both languages', async () => {
      for (const lang of ['vi', 'en'] as const) {
        const context = {
          ...publicRequest(world, 'lao-cai', lang, '/ban-lam-viec/lich-lam-viec'),
          person: admin,
        };
        const { html, status } = await page(world, 'duties.calendar', context);
        const text = textOf(html);
        assert.equal(status, 200);
        assert.match(
          text,
          lang === 'vi'
            ? /thứ Ba 24\/11: nghỉ \(Ngày Văn hóa Việt Nam\)/
            : /Tuesday 24 November: off \(Việt Nam Culture Day\)/,
        );
        assert.match(text, lang === 'vi' ? /Nghị quyết 28\/2026\/QH16/ : /Resolution 28\/2026\/QH16/);
        assert.match(text, lang === 'vi' ? /làm bù/ : /worked in exchange/);
        // five days of Tết rest on one provision, which is said once above them
        const sources = [...html.matchAll(/<th scope="rowgroup"[^>]*>([^<]+)<\/th>/g)].map(([, one]) => one);
        assert.ok(sources.length > 4, sources.join(', '));
        assert.equal(new Set(sources).size, sources.length);
        for (const source of sources) assert.equal(html.split(source ?? '').length - 1, 1, source);
      }
    });

    test('a refused form comes back with what was typed and what to do', async () => {
      const form = new URLSearchParams({
        on: '2026-11-24',
        kind: 'off',
        nameVi: 'Tên đã gõ',
        sourceVi: '',
        nam: '2026',
        form: 'add',
      });
      const context = {
        ...publicRequest(world, 'lao-cai', 'vi', '/ban-lam-viec/lich-lam-viec/ngay'),
        person: admin,
        form,
      };
      const refused = await page(world, 'duties.addCalendarRow', context);
      assert.equal(refused.status, 422);
      assert.match(refused.html, /value="Tên đã gõ"/);
      assert.match(textOf(refused.html), /Chưa có căn cứ\. Hãy ghi số và ngày/);
      form.set('sourceVi', 'Công điện 2');
      const done = await page(world, 'duties.addCalendarRow', context);
      assert.deepEqual([done.status, done.to], [303, '/ban-lam-viec/lich-lam-viec?nam=2026&xong=them']);
      await world.jobs.drain();
    });

    test('the desk shows what a change moved', async () => {
      const context = {
        ...publicRequest(world, 'lao-cai', 'vi', '/ban-lam-viec/lich-lam-viec/dinh-lai/1'),
        person: admin,
        params: { id: '999999' },
      };
      assert.equal((await page(world, 'duties.redating', context)).status, 404);
      const last = await world.asSystem(async (tx) =>
        (await import('./redating-store.ts')).listRedatings(tx, admin.localityId, 20),
      );
      const moved = last.find((one) => one.clocks_moved > 0) ?? assert.fail();
      const shown = await page(world, 'duties.redating', { ...context, params: { id: String(moved.id) } });
      assert.match(textOf(shown.html), /Đã xong: xét \d+ việc đang mở, đổi hạn \d+ việc/);
    });
  });
}
