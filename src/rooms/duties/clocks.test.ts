import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Code, type DutiesWorld, NOW, openDuties, start } from '../../../tests/support/duties.ts';
import { engines } from '../../../tests/support/engines.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { scopeOf } from '../../platform/command/index.ts';
import { proposeHolidays } from '../../rules/calendar/index.ts';
import {
  acceptProposals,
  calendarOf,
  cancelClock,
  changeClockStart,
  clockSnapshot,
  clockView,
  confirmCalendar,
  findClock,
  listClocksOf,
  listOpenClocks,
  meetClock,
  profileOf,
  recordClockEvent,
  switchRegulation,
} from './index.ts';

for (const engine of engines()) {
  describe(`clocks on ${engine}`, () => {
    let world: DutiesWorld;
    before(async () => {
      world = await openDuties(engine);
    });
    after(() => world.close());

    test('LC-047 QN-038 LX-020: one item, one minute, five localities, five due dates, each with its article', async () => {
      const expected: Record<Code, [due: string, duty: string, article: RegExp]> = {
        'lao-cai': ['2026-12-09', 'LC-047', /^Khoản 2 Điều 10, .*22\/2016/],
        'quang-ngai': ['2026-12-14', 'QN-038', /^Điểm b khoản 1 Điều 9, .*16\/2017/],
        'long-xuyen': ['2026-12-14', 'LX-020', /^Điểm b khoản 1 Điều 10, .*01\/2020/],
        'thai-binh': ['2026-11-30', 'nd224-2026:access-default', /^Khoản 4 Điều 18, Luật Tiếp cận thông tin/],
        'bac-giang': ['2026-11-30', 'nd224-2026:access-default', /^Khoản 4 Điều 18, Luật Tiếp cận thông tin/],
      };
      for (const [code, [due, duty, article]] of Object.entries(expected)) {
        const clock = await start(world, code as Code, '2026-11-20T09:45');
        assert.ok(clock, code);
        // Tuesday 24 November is a day off (Ngày Văn hóa Việt Nam), so every count passes over it.
        assert.deepEqual([code, clock.dueOn, clock.duty], [code, due, duty]);
        assert.match(clock.rule.citation.vi, article);
        assert.equal(clock.rule.via, duty.startsWith('nd') ? 'fallback' : 'own');
      }
    });

    test('TB-024: the trace says that the regulation names no number and which national rule fills the gap', async () => {
      const clock = await start(world, 'thai-binh', '2026-11-20T09:45');
      assert.ok(clock);
      const calendar = await world.asSystem((tx) => calendarOf(tx, clock.localityId));
      const view = clockView(clock, 'vi', NOW, calendar);
      const told = view.trace.map((step) => step.text).join('\n');
      assert.match(told, /không nêu số ngày/);
      assert.match(told, /quy định chung của Trung ương: Khoản 4 Điều 18, Luật Tiếp cận thông tin/);
      assert.match(told, /24\/11 \(Ngày Văn hóa Việt Nam\)/);
      assert.equal(view.words, 'còn 5 ngày làm việc');
      assert.equal(view.due, 'thứ Hai 30/11/2026');
      assert.equal(clockView(clock, 'en', NOW, calendar).words, '5 working days left');
    });

    test('LC-049: a plan is due 10 working days after its approval', async () => {
      const clock = await start(world, 'lao-cai', '2026-04-20T10:00', {
        contentKind: 'strategy-plan',
        startEvent: 'approved',
      });
      // Giỗ Tổ (Mon 27/4 in lieu), 30/4 and 1/5 are off
      assert.deepEqual([clock?.duty, clock?.dueOn], ['LC-049', '2026-05-07']);
    });

    test('QN-040: a plan is due 10 working days after its approval', async () => {
      const clock = await start(world, 'quang-ngai', '2026-08-20T10:00', {
        contentKind: 'strategy-plan',
        startEvent: 'approved',
      });
      // Sat 22/8 is worked in exchange for Mon 31/8; 1 and 2 September are off
      assert.deepEqual([clock?.duty, clock?.dueOn], ['QN-040', '2026-09-07']);
    });

    test('LC-046: what the regulation only wants regularly has no clock', async () => {
      const clock = await start(world, 'lao-cai', '2026-11-20T09:45', {
        contentKind: 'news',
        startEvent: 'occurred',
      });
      assert.equal(clock, undefined);
    });

    test('a clock is met once: what is published again later leaves the verdict', async () => {
      const clock = await start(world, 'lao-cai', '2026-11-02T08:00', { subjectId: 9001 });
      const subject = { kind: 'item', id: 9001 };
      assert.equal(clock?.dueOn, '2026-11-18');
      const late = await world.asSystem((tx) =>
        meetClock(tx, subject, new Date('2026-11-19T08:00:00+07:00')),
      );
      const again = await world.asSystem((tx) =>
        meetClock(tx, subject, new Date('2026-12-19T08:00:00+07:00')),
      );
      assert.equal(late?.state, 'metLate');
      assert.equal(again?.metAt?.toISOString(), '2026-11-19T01:00:00.000Z');
      const snapshot = clockSnapshot(again ?? assert.fail());
      assert.equal(snapshot.inTime, false);
      assert.equal(snapshot.dueOn, '2026-11-18');
      assert.match(snapshot.article.en, /^Article 10, clause 2, /);
      assert.deepEqual(JSON.parse(JSON.stringify(snapshot)), snapshot);
      const calendar = await world.asSystem((tx) => calendarOf(tx, again?.localityId ?? 0));
      assert.equal(
        clockView(again ?? assert.fail(), 'vi', NOW, calendar).words,
        'xong, chậm 1 ngày làm việc',
      );
    });

    test('in time is to the last minute of the due day', async () => {
      await start(world, 'lao-cai', '2026-11-02T08:00', { subjectId: 9002 });
      const met = await world.asSystem((tx) =>
        meetClock(tx, { kind: 'item', id: 9002 }, new Date('2026-11-18T23:59:59+07:00')),
      );
      assert.equal(met?.state, 'met');
    });

    test('a corrected start event cancels the clock, starts another and keeps the first as history', async () => {
      const subject = { kind: 'item', id: 9003 };
      await start(world, 'lao-cai', '2026-11-20T09:45', { subjectId: 9003 });
      const changed = await world.asSystem((tx) => changeClockStart(tx, subject, NOW, undefined));
      assert.equal(changed, undefined);
      const next = await start(world, 'lao-cai', '2026-11-10T09:45', { subjectId: 9003 });
      const all = await world.asSystem((tx) => listClocksOf(tx, subject));
      assert.deepEqual(
        all.map((clock) => [clock.state, clock.dueOn]),
        [
          ['running', next?.dueOn],
          ['cancelled', '2026-12-09'],
        ],
      );
      const found = await world.asSystem((tx) => findClock(tx, subject));
      assert.equal(found?.id, next?.id);
    });

    test('an event that the regulation does not allow is refused and leaves the clock as it was', async () => {
      const clock = (await start(world, 'lao-cai', '2026-11-20T09:45')) ?? assert.fail();
      const pause = { kind: 'paused' as const, at: NOW };
      await assert.rejects(
        world.asSystem((tx) => recordClockEvent(tx, clock.id, pause)),
        isRefusal('clock-pauseNotAllowed'),
      );
      const after_ = await world.asSystem((tx) => findClock(tx, clock.subject));
      assert.equal(after_?.events.length, 1);
    });

    test('LC-062: a promised date takes the place of the limit, within the longest the regulation allows', async () => {
      const clock =
        (await start(world, 'lao-cai', '2026-11-17T21:40', {
          contentKind: 'questions',
          startEvent: 'received',
        })) ?? assert.fail();
      // 18, 19, 20, 23, 25 November: 24 is a holiday
      assert.equal(clock.dueOn, '2026-11-25');
      const cancelled = await world.asSystem((tx) =>
        cancelClock(tx, clock.subject, NOW, { vi: 'Rút câu hỏi.', en: 'Withdrawn.' }),
      );
      assert.equal(cancelled?.state, 'cancelled');
    });

    test('open clocks are listed next due first, page by page', async () => {
      const { portalId } = world.places['bac-giang'];
      for (const day of ['03', '04', '05']) await start(world, 'bac-giang', `2026-11-${day}T08:00`);
      const first = await world.asSystem((tx) => listOpenClocks(tx, { portalIds: [portalId], limit: 2 }));
      assert.deepEqual(
        first.map((clock) => clock.dueOn),
        ['2026-11-10', '2026-11-11'],
      );
      const after_ = first.at(-1);
      const rest = await world.asSystem((tx) =>
        listOpenClocks(tx, { portalIds: [portalId], limit: 2, ...(after_ && { after: after_ }) }),
      );
      assert.equal(rest[0]?.dueOn, '2026-11-12');
      assert.deepEqual(await world.asSystem((tx) => listOpenClocks(tx, { portalIds: [], limit: 2 })), []);
    });

    test('a person sees no clock of a portal he does not work on', async () => {
      const place = world.places['quang-ngai'];
      const own = await start(world, 'quang-ngai', '2026-11-20T09:45', { subjectId: 9100 });
      const other = await start(world, 'quang-ngai', '2026-11-20T09:45', {
        subjectId: 9101,
        portalId: place.memberId,
      });
      const editor = await world.person('quang-ngai', 'editor');
      const seen = await world.database.transaction(scopeOf(editor), async (tx) => ({
        own: await findClock(tx, { kind: 'item', id: 9100 }),
        other: await findClock(tx, { kind: 'item', id: 9101 }),
        all: await listOpenClocks(tx, { limit: 500 }),
      }));
      assert.equal(seen.own?.id, own?.id);
      assert.ok(other);
      assert.equal(seen.other, undefined);
      assert.deepEqual([...new Set(seen.all.map((clock) => clock.portalId))], [place.portalId]);
    });

    test('a locality that switches its regulation: later events follow the new one, earlier clocks keep theirs', async () => {
      const { portalId, localityId } = world.places['long-xuyen'];
      const admin = await world.person('long-xuyen', 'technicalAdmin');
      const earlier = await start(world, 'long-xuyen', '2026-11-20T09:45', { subjectId: 9200 });
      const input = {
        portalId,
        profileCode: 'nd224-2026',
        from: '2026-12-01',
        decision: 'QĐ 99/2026 (giả định)',
      };
      const editor = await world.person('long-xuyen', 'editor');
      await assert.rejects(world.ports.perform(editor, switchRegulation, input), isRefusal('not-permitted'));
      const tooEarly = world.ports.perform(admin, switchRegulation, { ...input, from: '2026-11-20' });
      await assert.rejects(tooEarly, isRefusal('regulation-clocks', 'from'));
      const foreign = world.ports.perform(admin, switchRegulation, {
        ...input,
        profileCode: 'lao-cai-22-2016',
      });
      await assert.rejects(foreign, isRefusal('regulation-unknown', 'profile'));
      await world.ports.perform(admin, switchRegulation, input);

      const before_ = await start(world, 'long-xuyen', '2026-11-30T23:59');
      const later = await start(world, 'long-xuyen', '2026-12-01T00:00');
      assert.deepEqual([before_?.duty, before_?.dueOn], ['LX-020', '2026-12-21']);
      assert.deepEqual([later?.profileCode, later?.dueOn], ['nd224-2026', '2026-12-08']);
      const kept = await world.asSystem((tx) => findClock(tx, { kind: 'item', id: 9200 }));
      assert.deepEqual([kept?.duty, kept?.dueOn], ['LX-020', earlier?.dueOn]);
      const codes = await world.asSystem(async (tx) => [
        (await profileOf(tx, localityId, '2026-11-30'))?.code,
        (await profileOf(tx, localityId, '2026-12-01'))?.code,
        (await profileOf(tx, localityId, '2019-01-01'))?.code,
      ]);
      assert.deepEqual(codes, ['long-xuyen-01-2020', 'nd224-2026', undefined]);
    });

    test('a clock the calendar cannot date waits, says so, and is dated when the calendar is confirmed', async () => {
      const { portalId } = world.places['lao-cai'];
      const subject = { kind: 'item', id: 9300 };
      const clock = (await start(world, 'lao-cai', '2026-12-25T08:00', { subjectId: 9300 })) ?? assert.fail();
      await start(world, 'lao-cai', '2026-12-25T08:00', { subjectId: 9301 });
      assert.deepEqual([clock.state, clock.dueOn], ['undated', undefined]);
      const calendar = await world.asSystem((tx) => calendarOf(tx, clock.localityId));
      const view = clockView(clock, 'vi', NOW, calendar);
      assert.equal(view.words, 'chưa tính được ngày hạn');
      assert.match(
        view.trace.map((step) => step.text).join(' '),
        /chưa tính được ngày hạn\. Ngày hạn có ngay khi lịch/,
      );

      // done while the calendar still reaches: in time for sure, though no date can be said
      const met = await world.asSystem((tx) =>
        meetClock(tx, { kind: 'item', id: 9301 }, new Date('2026-12-28T08:00:00+07:00')),
      );
      assert.deepEqual([met?.state, met?.dueOn], ['met', undefined]);
      assert.equal(clockSnapshot(met ?? assert.fail()).inTime, true);

      const admin = await world.person('lao-cai', 'technicalAdmin');
      const target = { scope: 'locality' as const, portalId };
      const days = proposeHolidays(2027).map((row) => row.on);
      await world.ports.perform(admin, acceptProposals, { ...target, year: 2027, days });
      await world.jobs.drain();
      const still = await world.asSystem((tx) => findClock(tx, subject));
      assert.equal(still?.state, 'undated');
      const confirmation = { through: '2027-12-31', source: 'Thông báo giả định', declined: [] };
      await world.ports.perform(admin, confirmCalendar, { ...target, ...confirmation });
      await world.jobs.drain();
      const dated = await world.asSystem((tx) => findClock(tx, subject));
      assert.deepEqual([dated?.state, dated?.dueOn], ['running', '2027-01-13']);
    });
  });
}
