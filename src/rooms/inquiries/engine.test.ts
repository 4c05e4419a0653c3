import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { type Hall, openHall, PLACES, type Place } from '../../../tests/support/inquiries.ts';
import { Refusal } from '../../rules/refusal.ts';
import { addCalendarRow, redate, retireCalendarRow } from '../duties/index.ts';
import { checkAnswerOf, draftAnswer, sendBackAnswer, signAnswer, submitAnswer } from './answering.ts';
import { askBodies, contributeToInquiry } from './bodies.ts';
import { mergeInquiry, splitInquiry } from './joining.ts';
import { findCasefile, findForAsker } from './queries.ts';
import { addToInquiry, replyToInquiry, withdrawInquiry } from './receiving.ts';
import { digestOfCode } from './sealed.ts';
import { acceptInquiry, forwardInquiry, giveBackInquiry, refuseInquiry, sendOutInquiry } from './sorting.ts';
import { askBack, extendInquiry, promiseAnswer } from './timing.ts';

const CONTENT = {
  title: 'Hỗ trợ giống ngô vụ xuân',
  question: 'Hộ trồng ngô có được hỗ trợ giống không?',
  answer: 'Có. Hộ đăng ký với xã trước ngày 15 tháng 12 được hỗ trợ một nửa tiền giống.',
  aside: 'Hồ sơ của ông/bà đã đủ.',
};
const CITATIONS = [
  {
    number: '15/2025/QĐ-UBND',
    abstract: 'về hỗ trợ sản xuất nông nghiệp',
    issuedOn: '2025-05-12',
    issuer: 'UBND tỉnh',
    article: 'Điều 4',
  },
];
const DRAFT = { content: CONTENT, citations: CITATIONS, mode: 'both' as const, from: 0 };

const refusedWith = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

for (const engine of engines()) {
  describe(`Inquiries on ${engine}`, () => {
    let hall: Hall;
    before(async () => {
      hall = await openHall(engine);
    });
    after(() => hall.close());

    const at = (time: string) => hall.setNow(new Date(`2026-11-20T${time}:00+07:00`));

    /** Draft, check and signature by three people of a portal. */
    async function answer(portal: string, inquiryId: number) {
      await hall.act(portal, 'editor', draftAnswer, { inquiryId, ...DRAFT });
      await hall.act(portal, 'editor', submitAnswer, { inquiryId });
      await hall.act(portal, 'checker', checkAnswerOf, { inquiryId });
      return hall.act(portal, 'head', signAnswer, { inquiryId });
    }

    const DUE: Readonly<Record<Place, { on: string; article: string } | undefined>> = {
      'lao-cai': { on: '2026-11-30', article: 'Đ11.6.a' },
      'thai-binh': { on: '2026-11-30', article: 'Đ6.2.e' },
      'quang-ngai': { on: '2026-12-14', article: 'Đ9.1.đ' },
      'long-xuyen': { on: '2026-12-14', article: 'Đ10.1.d' },
      'bac-giang': undefined,
    };

    for (const place of Object.keys(PLACES) as Place[]) {
      test(`LC-060 TB-030 QN-042 LX-023 BG-025: a question in ${place} has the day its regulation gives`, async () => {
        at('09:45');
        const { id } = await hall.ask(place, 'question');
        const [clock] = await hall.clocks(id);
        const due = DUE[place];
        assert.equal(clock?.dueOn, due?.on);
        assert.equal(clock?.rule.clock.article.article, due?.article);
      });

      test(`LC-063 LC-120 TB-004 QN-014 QN-035: forwarded, drafted, checked, signed and published in ${place}`, async () => {
        at('10:00');
        const member = `${place}/${PLACES[place]}`;
        const { id, code } = await hall.ask(place, 'question');
        const { isInTime, dueOn } = { isInTime: true, dueOn: (await hall.clocks(id))[0]?.dueOn };
        await hall.act(`${place}/main`, 'boardMember', acceptInquiry, { inquiryId: id, commonConcern: true });
        await hall.act(`${place}/main`, 'boardMember', forwardInquiry, {
          inquiryId: id,
          toPortalId: hall.portal(member).id,
          note: '',
        });
        await hall.act(member, 'boardMember', acceptInquiry, { inquiryId: id, commonConcern: true });
        const done = await answer(member, id);
        assert.equal(done.state, 'answered');
        const [clock] = await hall.clocks(id);
        assert.equal(clock?.dueOn, dueOn, 'the clock goes on when an inquiry is passed on');
        if (clock) assert.deepEqual([clock.state, clock.portalId], ['met', hall.portal(member).id]);
        assert.ok(isInTime);
        const row = await hall.inquiry(id);
        assert.ok(row.item_id);
        const page = await hall.get(hall.portal(member).host, `/bai/${row.item_id}`);
        assert.equal(page.status, 302);
        const published = await hall.get(hall.portal(member).host, page.headers.location ?? '');
        assert.match(published.body, /Hỗ trợ giống ngô vụ xuân/);
        assert.match(published.body, /15\/2025\/QĐ-UBND/);
        assert.doesNotMatch(published.body, /Vàng Thị Thử|nguoihoi|0987|Thôn Mẫu|Hồ sơ của ông/);
        const seen = await findForAsker(hall.app.ports, row.locality_id, code, 'vi');
        assert.equal(seen?.answer?.content.aside, CONTENT.aside);
      });
    }

    test('LC-061: two bodies contribute to one joint answer, and the time is that of an inter-agency question', async () => {
      at('10:30');
      const { id } = await hall.ask('lao-cai', 'question');
      await hall.act('lao-cai/main', 'boardMember', acceptInquiry, { inquiryId: id, commonConcern: false });
      const snnmt = hall.portal('lao-cai/snnmt').id;
      await hall.act('lao-cai/main', 'boardMember', askBodies, { inquiryId: id, portalIds: [snnmt] });
      assert.equal((await hall.clocks(id))[0]?.dueOn, '2026-12-03');
      await hall.act('lao-cai/snnmt', 'editor', contributeToInquiry, {
        inquiryId: id,
        contribution: 'Giống ngô lai được hỗ trợ 50 %.',
      });
      const casefile = await findCasefile(hall.app.ports, hall.officer('lao-cai/main', 'editor'), id, 'vi');
      assert.equal(casefile?.parts[0]?.contribution, 'Giống ngô lai được hỗ trợ 50 %.');
      assert.equal((await answer('lao-cai/main', id)).state, 'answered');
    });

    test('LC-062: a promise is capped at ten days', async () => {
      at('11:00');
      const { id } = await hall.ask('lao-cai', 'question');
      await hall.act('lao-cai/main', 'boardMember', acceptInquiry, {
        inquiryId: id,
        variant: 'special',
        commonConcern: false,
      });
      const promise = (promisedOn: string) =>
        hall.act('lao-cai/main', 'boardMember', promiseAnswer, {
          inquiryId: id,
          promisedOn,
          note: 'Đang xác minh.',
        });
      await assert.rejects(promise('2026-12-14'), refusedWith('clock-promiseBeyondCap'));
      await promise('2026-12-03');
      assert.equal((await hall.clocks(id))[0]?.dueOn, '2026-12-03');
    });

    test('QN-042 LX-023: a notice with a date meets the first clock and starts the second', async () => {
      at('11:10');
      for (const place of ['quang-ngai', 'long-xuyen'] as const) {
        const { id } = await hall.ask(place, 'question');
        await hall.act(`${place}/main`, 'boardMember', acceptInquiry, {
          inquiryId: id,
          commonConcern: false,
        });
        await hall.act(`${place}/main`, 'boardMember', promiseAnswer, {
          inquiryId: id,
          promisedOn: '2026-12-28',
          note: 'Đang xác minh tại cơ sở.',
        });
        const [first, second] = await hall.clocks(id);
        assert.deepEqual([first?.state, second?.state, second?.dueOn], ['met', 'running', '2026-12-28']);
        await answer(`${place}/main`, id);
        assert.equal((await hall.clocks(id))[1]?.state, 'met');
      }
    });

    test('LX-023: a matter of common concern cannot be answered to the asker alone', async () => {
      at('11:20');
      const { id } = await hall.ask('long-xuyen', 'question');
      await hall.act('long-xuyen/main', 'boardMember', acceptInquiry, { inquiryId: id, commonConcern: true });
      await hall.act('long-xuyen/main', 'editor', draftAnswer, { inquiryId: id, ...DRAFT, mode: 'direct' });
      await assert.rejects(
        hall.act('long-xuyen/main', 'editor', submitAnswer, { inquiryId: id }),
        refusedWith('must-publish'),
      );
    });

    test('QN-041 LX-022: out of scope is refused with a reason, and the asker is told at once', async () => {
      at('11:30');
      const { id, code } = await hall.ask('quang-ngai', 'question');
      const refuse = (note: string) =>
        hall.act('quang-ngai/main', 'boardMember', refuseInquiry, {
          inquiryId: id,
          reason: 'outOfScope',
          note,
        });
      await assert.rejects(refuse(''), refusedWith('note-missing'));
      await refuse('Việc này thuộc thẩm quyền của tòa án.');
      const row = await hall.inquiry(id);
      const seen = await findForAsker(hall.app.ports, row.locality_id, code, 'vi');
      assert.equal(seen?.events.at(-1)?.note, 'Việc này thuộc thẩm quyền của tòa án.');
      assert.equal((await hall.clocks(id))[0]?.state, 'cancelled');
    });

    test('LC-120: what was forwarded is given back with a reason only', async () => {
      at('11:40');
      const { id } = await hall.ask('lao-cai', 'question');
      const toPortalId = hall.portal('lao-cai/snnmt').id;
      await hall.act('lao-cai/main', 'boardMember', forwardInquiry, { inquiryId: id, toPortalId, note: '' });
      const giveBack = (note: string) =>
        hall.act('lao-cai/snnmt', 'boardMember', giveBackInquiry, { inquiryId: id, note });
      await assert.rejects(giveBack(' '), refusedWith('note-missing'));
      await giveBack('Việc này thuộc Sở Công Thương.');
      assert.equal((await hall.inquiry(id)).portal_id, hall.portal('lao-cai/main').id);
      await assert.rejects(
        hall.act('lao-cai/main', 'boardMember', giveBackInquiry, {
          inquiryId: id,
          note: 'Không phải việc này.',
        }),
        refusedWith('not-forwarded'),
      );
    });

    test('LC-020 BG-050: whoever wrote the answer neither checks nor signs it', async () => {
      at('11:50');
      const { id } = await hall.ask('lao-cai', 'question');
      await hall.act('lao-cai/main', 'boardMember', acceptInquiry, { inquiryId: id, commonConcern: false });
      await hall.act('lao-cai/main', 'head', draftAnswer, { inquiryId: id, ...DRAFT });
      await hall.act('lao-cai/main', 'head', submitAnswer, { inquiryId: id });
      await assert.rejects(
        hall.act('lao-cai/main', 'head', checkAnswerOf, { inquiryId: id }),
        refusedWith('four-eyes'),
      );
      await hall.act('lao-cai/main', 'checker', checkAnswerOf, { inquiryId: id });
      await assert.rejects(
        hall.act('lao-cai/main', 'head', signAnswer, { inquiryId: id }),
        refusedWith('four-eyes'),
      );
      await assert.rejects(
        hall.act('lao-cai/main', 'boardMember', signAnswer, { inquiryId: id }),
        refusedWith('not-permitted'),
      );
      await hall.act('lao-cai/main', 'checker', sendBackAnswer, {
        inquiryId: id,
        note: 'Dẫn thêm điều khoản.',
      });
      assert.equal((await hall.inquiry(id)).state, 'inProgress');
    });

    test('the asker adds, is asked back, replies and withdraws', async () => {
      at('13:40');
      const { id, code } = await hall.ask('lao-cai', 'question');
      const machine = hall.machines['lao-cai'] ?? assert.fail();
      const asAsker = { portalId: hall.portal('lao-cai/main').id, inquiryId: id };
      const { perform } = hall.app.ports;
      await perform(machine, addToInquiry, { ...asAsker, note: 'Nhà tôi có 3 nhân khẩu.' });
      await hall.act('lao-cai/main', 'boardMember', acceptInquiry, { inquiryId: id, commonConcern: false });
      await hall.act('lao-cai/main', 'editor', askBack, {
        inquiryId: id,
        note: 'Xin cho biết diện tích trồng.',
      });
      assert.equal((await hall.clocks(id))[0]?.state, 'running', 'no text of Lào Cai stops the clock');
      await perform(machine, replyToInquiry, { ...asAsker, note: 'Nửa héc-ta.' });
      await perform(machine, withdrawInquiry, { ...asAsker, note: 'Tôi đã hỏi ở xã.' });
      const row = await hall.inquiry(id);
      assert.equal(row.state, 'withdrawn');
      const seen = await findForAsker(hall.app.ports, row.locality_id, code, 'vi');
      assert.deepEqual(
        seen?.events.map(({ move }) => move),
        ['receive', 'add', 'accept', 'askBack', 'reply', 'withdraw'],
      );
      assert.equal((await hall.clocks(id))[0]?.state, 'cancelled');
    });

    test('BG-025: an information request has three or fifteen days and one extension (Luật TCTT Đ30)', async () => {
      at('14:00');
      const { id } = await hall.ask('bac-giang', 'information');
      assert.equal((await hall.clocks(id))[0]?.dueOn, '2026-11-26');
      await hall.act('bac-giang/main', 'boardMember', acceptInquiry, {
        inquiryId: id,
        variant: 'complex',
        commonConcern: false,
      });
      assert.equal((await hall.clocks(id))[0]?.dueOn, '2026-12-14');
      const board = hall.officer('bac-giang/main', 'boardMember');
      const mayExtend = async () =>
        (await findCasefile(hall.app.ports, board, id, 'vi'))?.moves.includes('extend');
      assert.equal(await mayExtend(), true, 'the class it was put into offers an extension');
      await hall.act('bac-giang/main', 'boardMember', extendInquiry, {
        inquiryId: id,
        note: 'Hồ sơ nhiều năm.',
      });
      assert.equal((await hall.clocks(id))[0]?.dueOn, '2026-12-29');
      await assert.rejects(
        hall.act('bac-giang/main', 'boardMember', extendInquiry, { inquiryId: id, note: 'Vẫn chưa xong.' }),
        refusedWith('clock-extensionsUsedUp'),
      );
      assert.equal(await mayExtend(), false);
    });

    test('LC-062: between a new day off and the dating anew, a step says that the time is being counted', async () => {
      at('14:10');
      const { id: inquiryId } = await hall.ask('lao-cai', 'question');
      await hall.act('lao-cai/main', 'boardMember', acceptInquiry, { inquiryId, commonConcern: false });
      const promise = { inquiryId, promisedOn: '2026-11-27', note: 'Cần khảo sát.' };
      await hall.act('lao-cai/main', 'boardMember', promiseAnswer, promise);
      const words = { vi: 'Ngày nghỉ mẫu', en: 'A day off' };
      const machine = hall.machines['lao-cai'] ?? assert.fail();
      const at27 = { scope: 'locality', portalId: hall.portal('lao-cai/main').id } as const;
      const { redatingId, rowIds } = await hall.app.ports.perform(machine, addCalendarRow, {
        ...at27,
        row: { on: '2026-11-27', kind: 'off', name: words, source: words },
      });
      const refuse = () =>
        hall.act('lao-cai/main', 'boardMember', refuseInquiry, {
          ...{ inquiryId, reason: 'repeated', note: 'Đã trả lời tuần trước.' },
        });
      await assert.rejects(refuse(), refusedWith('redating'));
      const { database, now } = hall.app.ports;
      await redate(database, redatingId, now);
      await refuse();
      assert.equal((await hall.inquiry(inquiryId)).state, 'refused');
      const back = await hall.app.ports.perform(machine, retireCalendarRow, {
        ...at27,
        rowId: rowIds[0] ?? 0,
      });
      await redate(database, back.redatingId, now);
    });

    test('repeats are joined and get the same answer; several matters are split under the one code', async () => {
      at('14:20');
      const first = await hall.ask('lao-cai', 'question');
      const second = await hall.ask('lao-cai', 'question');
      await hall.act('lao-cai/main', 'boardMember', acceptInquiry, {
        inquiryId: first.id,
        commonConcern: false,
      });
      await hall.act('lao-cai/main', 'boardMember', mergeInquiry, { inquiryId: second.id, intoId: first.id });
      await answer('lao-cai/main', first.id);
      const { locality_id } = await hall.inquiry(second.id);
      const seen = await findForAsker(hall.app.ports, locality_id, second.code, 'vi');
      assert.deepEqual([seen?.answer?.content.answer, seen?.answer?.content.aside], [CONTENT.answer, '']);

      const many = await hall.ask('lao-cai', 'question');
      const codes = ['SPLIT-A', 'SPLIT-B'].map((code) => ({
        code,
        digest: digestOfCode(hall.app.ports.seal, code),
      }));
      await hall.act('lao-cai/main', 'boardMember', splitInquiry, {
        inquiryId: many.id,
        parts: [
          { title: 'Giống ngô', text: 'Giống ngô được hỗ trợ thế nào?' },
          { title: 'Phân bón', text: 'Phân bón được hỗ trợ thế nào?' },
        ],
        codes,
      });
      const whole = await findForAsker(hall.app.ports, locality_id, many.code, 'vi');
      assert.deepEqual(
        whole?.children.map(({ content, clock }) => [content?.title, clock?.due !== undefined]),
        [
          ['Giống ngô', true],
          ['Phân bón', true],
        ],
      );
    });

    test('LC-092: a complaint is read by the board alone and passed to the competent body', async () => {
      at('15:00');
      const { id } = await hall.ask('lao-cai', 'complaint');
      const { ports } = hall.app;
      const see = (post: 'editor' | 'checker' | 'boardMember', portal = 'lao-cai/main') =>
        findCasefile(ports, hall.officer(portal, post), id, 'vi');
      assert.equal(await see('editor'), undefined);
      assert.equal(await see('checker'), undefined);
      assert.equal(await see('boardMember', 'lao-cai/snnmt'), undefined);
      assert.equal(await findCasefile(ports, await hall.as('lc.technical'), id, 'vi'), undefined);
      assert.ok(await see('boardMember'));
      await hall.act('lao-cai/main', 'boardMember', sendOutInquiry, {
        inquiryId: id,
        body: 'Thanh tra tỉnh',
        note: 'Đơn thuộc thẩm quyền của Thanh tra.',
      });
      assert.equal((await hall.inquiry(id)).state, 'sentOut');
    });

    test('the same form sent twice is one inquiry with one code', async () => {
      const once = await hall.ask('lao-cai', 'question', { formDigest: 'the same form' });
      const again = await hall.ask('lao-cai', 'question', { formDigest: 'the same form' });
      assert.equal(again.id, once.id);
    });

    test('LC-009 BG-030: no row holds a word of the asker', async () => {
      const rows = await hall.database.asOwner((owner) =>
        owner.query<{ text: string }>(`select i::text || coalesce(string_agg(e::text, ''), '') as text
          from inquiry i left join inquiry_event e on e.inquiry_id = i.id group by i.id, i.*`),
      );
      assert.ok(rows.length > 10);
      for (const { text } of rows)
        assert.doesNotMatch(text, /Vàng Thị Thử|nguoihoi|0987|Thôn Mẫu|giống ngô|nhân khẩu|Thanh tra\b.*Đơn/);
    });
  });
}
