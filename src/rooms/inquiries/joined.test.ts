import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { type Asked, type Hall, openHall, type Place } from '../../../tests/support/inquiries.ts';
import { openMailBox } from '../../../tests/support/mail.ts';
import { dateWords } from '../../rules/calendar/index.ts';
import { CASE_CODE_BYTES, makeCode } from '../../rules/case-code/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { addCalendarRow } from '../duties/index.ts';
import { checkAnswerOf, draftAnswer, signAnswer, submitAnswer } from './answering.ts';
import { forgetInquiry } from './forgetting.ts';
import type { Intake } from './intakes.ts';
import { mergeInquiry, splitInquiry } from './joining.ts';
import { findCasefile, findForAsker } from './queries.ts';
import { withdrawInquiry } from './receiving.ts';
import { liftRestriction, restrictInquiry } from './rights-commands.ts';
import { recipientsOf } from './rights-rules.ts';
import { digestOfCode } from './sealed.ts';
import {
  acceptInquiry,
  forwardInquiry,
  giveBackInquiry,
  reclassifyInquiry,
  refuseInquiry,
  sendOutInquiry,
} from './sorting.ts';
import { listEvents } from './store.ts';
import { askBack, extendInquiry, promiseAnswer } from './timing.ts';

const MAIN = 'lao-cai/main';
const MEMBER = 'lao-cai/snnmt';

for (const engine of engines()) {
  describe(`Joined inquiries on ${engine}`, () => {
    let hall: Hall;
    const box = openMailBox();
    before(async () => {
      hall = await openHall(engine, { mail: box });
    });
    after(() => hall.close());
    beforeEach(() => hall.setNow(new Date('2026-11-23T09:00:00+07:00')));

    const machine = () => hall.machines['lao-cai'] ?? assert.fail();
    const accept = (portal: string, { id }: Asked) =>
      hall.act(portal, 'boardMember', acceptInquiry, { inquiryId: id, commonConcern: false });
    const join = (portal: string, { id }: Asked, into: Asked) =>
      hall.act(portal, 'boardMember', mergeInquiry, { inquiryId: id, intoId: into.id });
    /** The target, taken in, and one that repeats it, by askers with addresses of their own. */
    async function pair(place: Place = 'lao-cai', intake: Intake = 'question') {
      const [target, repeat] = [await asked('dich', place, intake), await asked('trung', place, intake)];
      await accept(`${place}/main`, target);
      await join(`${place}/main`, repeat, target);
      return { target, repeat };
    }
    const asked = async (who: string, place: Place = 'lao-cai', intake: Intake = 'question') => {
      const code = makeCode(randomBytes(CASE_CODE_BYTES));
      const asker = { fields: { name: `Người Mẫu ${who}` }, email: `${who}@nguoihoi.example` };
      const codeDigest = digestOfCode(hall.app.ports.seal, code);
      const { id } = await hall.ask(place, intake, { asker, code, codeDigest });
      return { id, code };
    };
    const seen = async ({ id, code }: Asked) =>
      (await findForAsker(hall.app.ports, (await hall.inquiry(id)).locality_id, code, 'vi')) ??
      assert.fail(code);
    const page = ({ code }: Asked, host = 'www.laocai.gov.vn') => hall.get(host, `/hoi-dap/theo-doi/${code}`);
    const events = ({ id }: Asked) =>
      hall.app.ports.database.transaction({ as: 'system' }, (tx) => listEvents(tx, id));
    /** What was written to an asker by what is done, and everything on its way before it out of the way. */
    async function mailsOf(who: string, work: () => Promise<unknown>) {
      await hall.app.ports.jobs.drain();
      box.taken.length = 0;
      await work();
      await hall.app.ports.jobs.drain();
      return box.taken.filter(({ to }) => to === `${who}@nguoihoi.example`);
    }
    const withdraw = async ({ id }: Asked) =>
      hall.app.ports.perform(machine(), withdrawInquiry, {
        ...{
          inquiryId: id,
          portalId: (await hall.inquiry(id)).received_portal_id,
          note: 'Tôi đã hỏi xã rồi.',
        },
      });
    async function answer(portal: string, { id: inquiryId }: Asked, aside = 'Chỉ riêng ông.') {
      const content = { title: '', question: '', answer: 'Được hỗ trợ một nửa.', aside };
      await hall.act(portal, 'editor', draftAnswer, {
        inquiryId,
        content,
        citations: [],
        mode: 'direct',
        from: 0,
      });
      await hall.act(portal, 'editor', submitAnswer, { inquiryId });
      await hall.act(portal, 'checker', checkAnswerOf, { inquiryId });
      await hall.act(portal, 'head', signAnswer, { inquiryId });
    }

    test('the page of a joined one shows state, body, time and steps of the other, and what is not private', async () => {
      const { target, repeat } = await pair();
      assert.deepEqual((await seen(repeat)).clock?.due, (await seen(target)).clock?.due);
      const mails = await mailsOf('trung', () =>
        hall.act(MAIN, 'editor', askBack, { inquiryId: target.id, note: 'Sổ hộ nghèo của ông số mấy?' }),
      );
      assert.deepEqual(mails, [], 'only the one who is asked is written to');
      const { body } = await page(repeat);
      assert.match(body, /<strong>Đang giải quyết<\/strong>/);
      assert.match(body, /Tỉnh Lào Cai/);
      assert.match(body, /Cùng một thư khác có nội dung ấy/);
      assert.doesNotMatch(body, /Sổ hộ nghèo|Đang chờ bạn|hỏi lại bạn/);
      assert.doesNotMatch(body, /Cơ quan cần bạn trả lời/);
    });

    test('LC-055: the other is refused: the joined asker is told the reason, by mail and by his code', async () => {
      const { target, repeat } = await pair();
      const [mail, ...more] = await mailsOf('trung', () =>
        hall.act(MAIN, 'boardMember', refuseInquiry, {
          ...{ inquiryId: target.id, reason: 'complaint', note: 'Đây là việc khiếu nại đất đai.' },
        }),
      );
      assert.equal(more.length, 0);
      assert.match(mail?.subject ?? '', /^Không tiếp nhận thư/);
      assert.match(mail?.text ?? '', /Là khiếu nại hoặc tố cáo, có kênh riêng/);
      assert.doesNotMatch(mail?.text ?? '', /việc khiếu nại đất đai/, 'what is said of the other letter');
      assert.ok(mail?.text.includes(repeat.code), 'with his own code');
      assert.ok(!mail?.text.includes(target.code));
      const { body } = await page(repeat);
      assert.match(body, /<strong>Không tiếp nhận<\/strong>/);
      assert.match(body, /Là khiếu nại hoặc tố cáo, có kênh riêng/);
      assert.doesNotMatch(body, /việc khiếu nại đất đai/);
      assert.match(body, /href="[^"]*\/hoi-dap\/gui\/khieu-nai-to-cao"/);
    });

    test('LC-092: the other is passed outside the portal: the joined asker learns where', async () => {
      const { target, repeat } = await pair();
      const mails = await mailsOf('trung', () =>
        hall.act(MAIN, 'boardMember', sendOutInquiry, {
          ...{ inquiryId: target.id, body: 'Thanh tra huyện mẫu', note: 'Xin theo dõi ở đó.' },
        }),
      );
      assert.deepEqual(
        mails.map(({ text }) => /Thanh tra huyện mẫu/.test(text) && !/Xin theo dõi/.test(text)),
        [true],
      );
      assert.match(
        (await page(repeat)).body,
        /Đã chuyển cơ quan ngoài cổng.*Nơi nhận: Thanh tra huyện mẫu\./s,
      );
    });

    test('LC-120: the other is passed to another body: the joined one goes along, and comes back along', async () => {
      const { target, repeat } = await pair();
      const mails = await mailsOf('trung', () =>
        hall.act(MAIN, 'boardMember', forwardInquiry, {
          ...{ inquiryId: target.id, toPortalId: hall.portal(MEMBER).id, note: 'Việc của Sở, xin giữ kín.' },
        }),
      );
      const body = (await hall.inquiry(target.id)).portal_id;
      assert.deepEqual(
        mails.map(({ text }) => /nay do Sở.*giải quyết/.test(text)),
        [true],
      );
      assert.doesNotMatch(mails[0]?.text ?? '', /giữ kín/, 'the note is for the other body');
      const row = await hall.inquiry(repeat.id);
      assert.deepEqual(
        [row.portal_id, row.last_portal_id, row.sent_by_portal_id, row.state],
        [body, hall.portal(MAIN).id, hall.portal(MAIN).id, 'merged'],
      );
      assert.deepEqual(
        recipientsOf(row, await events(repeat)).map(({ portalId }) => portalId),
        [hall.portal(MAIN).id, body],
        'BG-028: the other body was given his data too',
      );
      const shown = (await page(repeat)).body;
      assert.match(shown, /Cơ quan đang giữ<\/dt>\s*<dd>Sở/);
      assert.equal(shown.match(/Nơi nhận: Sở/g)?.length, 1, 'how it came there is told once');
      await hall.act(MEMBER, 'boardMember', giveBackInquiry, {
        inquiryId: target.id,
        note: 'Không phải việc của Sở.',
      });
      const back = await hall.inquiry(repeat.id);
      assert.deepEqual([back.portal_id, back.sent_by_portal_id], [hall.portal(MAIN).id, null]);
    });

    test('QN-042: a day is stated for the other: the joined asker is told it', async () => {
      const { target, repeat } = await pair('quang-ngai');
      const mails = await mailsOf('trung', () =>
        hall.act('quang-ngai/main', 'boardMember', promiseAnswer, {
          ...{ inquiryId: target.id, promisedOn: '2026-12-11', note: 'Đang lấy số liệu của xã.' },
        }),
      );
      assert.deepEqual(
        mails.map(
          ({ text }) => text.includes(dateWords('2026-12-11').vi) && /Đang lấy số liệu của xã\./.test(text),
        ),
        [true],
      );
      const view = await seen(repeat);
      assert.equal(view.clock?.due, (await seen(target)).clock?.due);
      assert.deepEqual(
        view.events.findLast(({ move }) => move === 'promise')?.note,
        'Đang lấy số liệu của xã.',
      );
    });

    test('the time of the other is extended: the joined asker is told the reason and the day', async () => {
      const { target, repeat } = await pair('bac-giang', 'information');
      await hall.act('bac-giang/main', 'boardMember', reclassifyInquiry, {
        ...{ inquiryId: target.id, variant: 'complex', commonConcern: false },
      });
      const mails = await mailsOf('trung', () =>
        hall.act('bac-giang/main', 'boardMember', extendInquiry, {
          ...{ inquiryId: target.id, note: 'Hồ sơ nhiều năm.' },
        }),
      );
      assert.deepEqual(
        mails.map(({ subject, text }) => [subject.split(':')[0], /Hồ sơ nhiều năm\./.test(text)]),
        [['Gia hạn trả lời', true]],
      );
      assert.ok((await seen(repeat)).clock?.due);
      assert.equal((await seen(repeat)).clock?.due, (await seen(target)).clock?.due);
    });

    test('LC-060: the other is withdrawn: the joined one is handled by itself, its time counted from its own receipt', async () => {
      hall.setNow(new Date('2026-11-23T09:00:00+07:00'));
      const target = await asked('dich');
      const repeat = await asked('trung');
      const alone = (await hall.clocks(repeat.id))[0]?.dueOn;
      await accept(MAIN, target);
      await accept(MAIN, repeat);
      await join(MAIN, repeat, target);
      hall.setNow(new Date('2026-11-25T10:00:00+07:00'));
      const mails = await mailsOf('trung', () => withdraw(target));
      const row = await hall.inquiry(repeat.id);
      assert.deepEqual(
        [row.state, row.merged_into_id, row.closed_at, row.officer_id],
        ['received', null, null, null],
      );
      const live = (await hall.clocks(repeat.id)).filter(({ state }) => state !== 'cancelled');
      assert.deepEqual(
        live.map(({ dueOn, startedAt }) => [dueOn, startedAt.getTime()]),
        [[alone, row.received_at.getTime()]],
      );
      assert.deepEqual(
        mails.map(({ subject }) => subject.split(':')[0]),
        ['Thư được giải quyết riêng'],
      );
      assert.doesNotMatch(mails[0]?.text ?? '', /rút|hỏi xã/, 'what the other asker did is not told');
      assert.deepEqual(
        (await events(repeat)).map(({ move, to_state }) => `${move} ${to_state}`),
        ['receive received', 'accept inProgress', 'merge merged', 'release received'],
      );
      const board = hall.officer(MAIN, 'boardMember');
      const file = await findCasefile(hall.app.ports, board, repeat.id, 'vi');
      assert.ok(file?.moves.includes('accept'), 'the board has it before it again');
      await accept(MAIN, repeat);
      await answer(MAIN, repeat);
      assert.equal((await seen(repeat)).answer?.content.aside, 'Chỉ riêng ông.', 'it is his own answer now');
    });

    test('QN-042: a day stated before it was joined binds again, moved from what became a day off', async () => {
      const place = 'quang-ngai/main';
      const [target, repeat] = [await asked('dich', 'quang-ngai'), await asked('trung', 'quang-ngai')];
      await accept(place, target);
      await accept(place, repeat);
      await hall.act(place, 'boardMember', promiseAnswer, {
        ...{ inquiryId: repeat.id, promisedOn: '2026-12-10', note: 'Cần khảo sát.' },
      });
      await join(place, repeat, target);
      const words = { vi: 'Ngày nghỉ mẫu', en: 'A day off' };
      await hall.app.ports.perform(hall.machines['quang-ngai'] ?? assert.fail(), addCalendarRow, {
        ...{ scope: 'locality', portalId: hall.portal(place).id },
        row: { on: '2026-12-10', kind: 'off', name: words, source: words },
      });
      hall.setNow(new Date('2026-12-14T10:00:00+07:00'));
      const machineThere = hall.machines['quang-ngai'] ?? assert.fail();
      await hall.app.ports.perform(machineThere, withdrawInquiry, {
        ...{ inquiryId: target.id, portalId: hall.portal(place).id, note: 'Tôi đã rõ.' },
      });
      const clocks = await hall.clocks(repeat.id);
      assert.deepEqual(
        clocks.map(({ state, dueOn }) => [state, dueOn]).sort(),
        [
          ['cancelled', '2026-12-10'],
          ['met', '2026-12-15'],
          ['running', '2026-12-11'],
        ],
        'that it passed meanwhile does not make it later',
      );
      assert.equal((await hall.inquiry(repeat.id)).promised_on, '2026-12-11');
    });

    test('the other is split: the joined one is released, since nobody knows which part it repeats', async () => {
      const { target, repeat } = await pair();
      const code = () => {
        const made = randomBytes(7).toString('hex');
        return { code: made, digest: digestOfCode(hall.app.ports.seal, made) };
      };
      const parts = ['Giống ngô', 'Phân bón'].map((title) => ({ title, text: `${title} thì sao?` }));
      await hall.act(MAIN, 'boardMember', splitInquiry, {
        inquiryId: target.id,
        parts,
        codes: [code(), code()],
      });
      assert.equal((await hall.inquiry(repeat.id)).state, 'received');
    });

    test('the other is joined on: the joined ones go to the new one and get its answer', async () => {
      const { target, repeat } = await pair();
      const third = await asked('ba');
      await accept(MAIN, third);
      await join(MAIN, target, third);
      assert.deepEqual(
        [(await hall.inquiry(repeat.id)).merged_into_id, (await hall.inquiry(target.id)).merged_into_id],
        [third.id, third.id],
      );
      const mails = await mailsOf('trung', () => answer(MAIN, third));
      assert.deepEqual(
        mails.map(({ subject }) => subject.split(':')[0]),
        ['Đã trả lời thư của ông/bà'],
      );
      const view = await seen(repeat);
      assert.deepEqual(
        [view.answer?.content.answer, view.answer?.content.aside],
        ['Được hỗ trợ một nửa.', ''],
      );
      assert.match((await page(repeat)).body, /<strong>Đã trả lời<\/strong>/);
    });

    test('who may not read a joined one makes no step that would end it; the board does', async () => {
      const { target, repeat } = await pair();
      const onIt = { inquiryId: repeat.id, requestId: target.id };
      await hall.act(MAIN, 'boardMember', restrictInquiry, onIt);
      const forward = (post: 'checker' | 'boardMember') =>
        hall.act(MAIN, post, forwardInquiry, {
          ...{ inquiryId: target.id, toPortalId: hall.portal(MEMBER).id, note: 'Việc của Sở.' },
        });
      await assert.rejects(
        forward('checker'),
        (error) => error instanceof Refusal && error.code === 'joined-hidden',
      );
      assert.equal((await hall.inquiry(target.id)).portal_id, hall.portal(MAIN).id);
      await forward('boardMember');
      assert.equal((await hall.inquiry(repeat.id)).portal_id, hall.portal(MEMBER).id);
      await hall.act(MEMBER, 'boardMember', liftRestriction, onIt);
    });

    test('LC-109: a joined one that was forgotten is not brought back; the last answer that is read goes with its readers', async () => {
      const first = await pair();
      const forget = async ({ id: inquiryId }: Asked) =>
        hall.app.ports.perform(machine(), forgetInquiry, {
          ...{ inquiryId, portalId: (await hall.inquiry(inquiryId)).portal_id, why: 'request' },
        });
      await forget(first.repeat);
      await withdraw(first.target);
      assert.equal((await hall.inquiry(first.repeat.id)).state, 'merged');

      const { target, repeat } = await pair();
      await answer(MAIN, target);
      await forget(target);
      const view = await seen(repeat);
      assert.deepEqual(
        [view.answer?.content.answer, view.answer?.content.question],
        ['Được hỗ trợ một nửa.', ''],
      );
      await forget(repeat);
      const kept = await hall.database.asOwner((owner) =>
        owner.query<{ content: string | null }>(
          `select content from inquiry_answer where inquiry_id = ${target.id}`,
        ),
      );
      assert.deepEqual(
        kept.map(({ content }) => content),
        [null],
      );
    });

    test('an older copy of the database brings a forgotten one back open: what was joined to it is released', async () => {
      const { target, repeat } = await pair();
      await hall.app.ports.perform(machine(), forgetInquiry, {
        ...{ inquiryId: target.id, portalId: hall.portal(MAIN).id, why: 'replay' },
      });
      assert.equal((await hall.inquiry(repeat.id)).state, 'received');
    });

    test('an officer who writes to the asker is told who else reads it', async () => {
      const { target } = await pair();
      const as = await hall.signIn('www.laocai.gov.vn', 'lc.board');
      const { body } = await hall.get('www.laocai.gov.vn', `/ban-lam-viec/thu-hoi-dap/${target.id}`, { as });
      const form = (move: string) => body.split(`name="move" value="${move}"`)[1]?.split('</form>')[0] ?? '';
      const hint = /Người gửi 1 thư đã gộp vào đây cũng đọc lời này/;
      assert.match(form('promise'), hint);
      assert.match(form('refuse'), /refuse-note/);
      assert.doesNotMatch(form('refuse'), hint, 'that one goes to the asker of this letter alone');
    });
  });
}
