import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Asker, filled, openAsking } from '../../../tests/support/asking.ts';
import { engines } from '../../../tests/support/engines.ts';
import { type Hall, openHall } from '../../../tests/support/inquiries.ts';
import type { Answer } from '../../../tests/support/world.ts';
import { CASE_CODE_BYTES, makeCode } from '../../rules/case-code/index.ts';
import { checkAnswerOf, draftAnswer, signAnswer, submitAnswer } from './answering.ts';
import { splitInquiry } from './joining.ts';
import { findForAsker } from './queries.ts';
import { digestOfCode } from './sealed.ts';
import { acceptInquiry, refuseInquiry } from './sorting.ts';
import { askBack } from './timing.ts';

const LAO_CAI = 'www.laocai.gov.vn';
const ASK = '/hoi-dap/gui/cau-hoi';
const TRACK = '/hoi-dap/theo-doi';

for (const engine of engines()) {
  describe(`Following on ${engine}`, () => {
    let hall: Hall;
    let asker: Asker;
    before(async () => {
      hall = await openHall(engine);
      asker = openAsking(hall);
    });
    after(() => hall.close());

    const open = (code: string, base = TRACK) => hall.get(LAO_CAI, `${base}/${code}`);
    const follow = (code: string, fields: Record<string, string>): Promise<Answer> =>
      asker.post(LAO_CAI, `${TRACK}/${code}`, fields);
    const idOf = async (code: string) => {
      const found = await findForAsker(hall.app.ports, hall.portal('lao-cai/main').localityId, code, 'vi');
      return found?.row.id ?? assert.fail(code);
    };
    /** A question that came in by the form. */
    const sent = async () => {
      const { code } = await asker.send(LAO_CAI, ASK, filled());
      return { code, inquiryId: await idOf(code) };
    };
    const accept = (inquiryId: number) =>
      hall.act('lao-cai/main', 'boardMember', acceptInquiry, { inquiryId, commonConcern: false });
    async function answer(inquiryId: number, mode: 'direct' | 'both' = 'both') {
      await hall.act('lao-cai/main', 'editor', draftAnswer, {
        ...{ inquiryId, mode, from: 0 },
        content: {
          ...{ title: 'Làm lại thẻ bảo hiểm', question: 'Mất thẻ bảo hiểm y tế thì làm lại ở đâu?' },
          ...{ answer: 'Làm lại tại bảo hiểm xã hội huyện, trong ngày.', aside: 'Bạn đến cửa số 3.' },
        },
        citations: [
          {
            ...{ number: '146/2018/NĐ-CP', abstract: 'hướng dẫn Luật Bảo hiểm y tế' },
            ...{ issuedOn: '2018-10-17', issuer: 'Chính phủ', article: 'Điều 15' },
          },
        ],
      });
      await hall.act('lao-cai/main', 'editor', submitAnswer, { inquiryId });
      await hall.act('lao-cai/main', 'checker', checkAnswerOf, { inquiryId });
      await hall.act('lao-cai/main', 'head', signAnswer, { inquiryId });
    }

    test('the code is read however it was typed, and leads to the private page', async () => {
      const { code } = await sent();
      for (const typed of [
        code,
        code.toLowerCase(),
        code.replaceAll('-', ' '),
        ` ${code.replaceAll('-', '')}`,
      ]) {
        const found = await asker.post(LAO_CAI, TRACK, { code: typed });
        assert.equal(found.status, 303, typed);
        assert.equal(found.headers.location, `${TRACK}/${code}`);
      }
    });

    test('the private page says where it is, with whom, until when and why, and is kept by nobody', async () => {
      const { code } = await sent();
      const { body, headers, status } = await open(code);
      assert.equal(status, 200);
      assert.equal(headers['cache-control'], 'no-store');
      assert.equal(headers['referrer-policy'], 'no-referrer');
      assert.match(body, /<meta name="robots" content="noindex"/);
      assert.match(body, /Đã nhận, đang phân loại/);
      assert.match(body, /Tỉnh Lào Cai/);
      assert.match(body, /thứ Hai 30\/11\/2026 – còn \d ngày làm việc/);
      assert.match(body, /Vì sao là ngày này\?.*Điểm a khoản 6 Điều 11/s);
      assert.match(body, /Cổng đã nhận/);
      assert.ok(body.includes(filled().text));
      const english = await open(code, '/en/questions/follow');
      assert.match(english.body, /Received, being sorted/);
      assert.match(english.body, /Monday 30 November 2026/);
    });

    test('a wrong code, a forgotten one and one of another locality are answered with the same words', async () => {
      const strip = (page: Answer, code: string) =>
        page.body.replaceAll(code, 'X').replaceAll(encodeURIComponent(code), 'X');
      const unknown = makeCode(Buffer.alloc(CASE_CODE_BYTES, 9));
      const foreign = await asker.send('www.thaibinh.gov.vn', ASK, {
        title: filled().title,
        text: filled().text,
      });
      const [one, two] = [await open(unknown), await open(foreign.code)];
      assert.deepEqual([one.status, two.status], [404, 404]);
      assert.equal(strip(one, unknown), strip(two, foreign.code));
      const mistyped = await asker.post(LAO_CAI, TRACK, { code: `${unknown.slice(0, -1)}!` });
      assert.match(mistyped.body, /Mã chưa đúng/);
      assert.doesNotMatch(one.body, /Mã chưa đúng/);
    });

    test('after ten wrong codes in a minute an address waits, by whatever door it guesses; mistyped ones do not count', async () => {
      asker.wait(120_000);
      asker.moveHouse();
      const guess = (i: number) => makeCode(Buffer.from([1, 2, 3, 4, 5, 6, i]));
      const { code } = await sent();
      for (let i = 0; i < 12; i += 1) {
        const mistyped = await asker.post(LAO_CAI, TRACK, { code: `ABC-${i}` });
        assert.equal(mistyped.status, 422);
      }
      for (let i = 0; i < 10; i += 1) {
        const path = i % 2 === 0 ? TRACK : '/en/questions/follow';
        assert.equal((await asker.post(LAO_CAI, path, { code: guess(i) })).status, 404, `guess ${i + 1}`);
      }
      const right = await asker.post(LAO_CAI, TRACK, { code });
      assert.equal(right.status, 429, 'a right guess is not told apart any more');
      assert.match(right.body, /Hãy đợi một phút/);
      assert.equal((await follow(code, { do: 'add', note: 'Thêm một điều.' })).status, 429);
      asker.wait(61_000);
      assert.equal((await asker.post(LAO_CAI, TRACK, { code })).status, 303);
    });

    test('the asker adds, is asked back and replies; a refused note keeps what he typed', async () => {
      const { code, inquiryId } = await sent();
      const short = await follow(code, { do: 'add', inquiryId: String(inquiryId), note: 'ừ' });
      assert.equal(short.status, 422);
      assert.match(short.body, /href="#note"/);
      assert.match(short.body, />\s*ừ<\/textarea>/);
      const added = await follow(code, {
        do: 'add',
        inquiryId: String(inquiryId),
        note: 'Thẻ do huyện cấp.',
      });
      assert.equal(added.headers.location, `${TRACK}/${code}?xong=add`);
      await accept(inquiryId);
      await hall.act('lao-cai/main', 'editor', askBack, { inquiryId, note: 'Thẻ cấp năm nào?' });
      const asked = await open(code);
      assert.match(asked.body, /Đang chờ bạn bổ sung/);
      assert.match(asked.body, /Thẻ cấp năm nào\?/);
      assert.match(asked.body, /thời hạn vẫn tính/);
      assert.equal(
        (await follow(code, { do: 'reply', inquiryId: String(inquiryId), note: 'Năm 2024.' })).status,
        303,
      );
      const after = await open(code);
      assert.match(after.body, /Bạn đã trả lời câu hỏi lại.*Năm 2024\./s);
    });

    test('withdrawing asks for a tick, is told once, and is the end', async () => {
      const { code, inquiryId } = await sent();
      const unsure = await follow(code, { do: 'withdraw', inquiryId: String(inquiryId) });
      assert.equal(unsure.status, 422);
      assert.match(unsure.body, /href="#sure"/);
      assert.equal(
        (await follow(code, { do: 'withdraw', inquiryId: String(inquiryId), sure: '1' })).status,
        303,
      );
      const page = await open(code);
      assert.match(page.body, /Bạn đã rút thư/);
      assert.doesNotMatch(page.body, /name="sure"|name="note"/);
    });

    test('a code moves its own inquiry and no other, whatever number the form names', async () => {
      const mine = await sent();
      const other = await sent();
      await follow(mine.code, { do: 'withdraw', inquiryId: String(other.inquiryId), sure: '1' });
      assert.equal((await hall.inquiry(other.inquiryId)).state, 'received');
    });

    test('LC-064, LC-059: the answer stands with its texts, what was said to the asker alone, and what it is worth', async () => {
      const { code, inquiryId } = await sent();
      await accept(inquiryId);
      await answer(inquiryId);
      const { body } = await open(code);
      assert.match(body, /Làm lại tại bảo hiểm xã hội huyện, trong ngày\./);
      assert.match(body, /Bạn đến cửa số 3\./);
      assert.match(
        body,
        /Điều 15, 146\/2018\/NĐ-CP, hướng dẫn Luật Bảo hiểm y tế, Chính phủ \(ngày 17\/10\/2018\)/,
      );
      assert.match(body, /Câu trả lời này để tham khảo\..*\(Khoản 8 Điều 11/s);
      const { item_id } = await hall.inquiry(inquiryId);
      const short = await hall.get(LAO_CAI, `/bai/${item_id}`);
      const page = await hall.get(LAO_CAI, short.headers.location ?? '');
      assert.match(page.body, /Tỉnh Lào Cai trả lời\. Câu trả lời này để tham khảo\./);
      assert.match(page.body, /Khoản 8 Điều 11/);
      assert.doesNotMatch(page.body, /cửa số 3|Giàng Thị Mẫu|Thôn Mẫu/);
      const saved = await hall.get(LAO_CAI, `${short.headers.location}/luu`);
      assert.match(saved.body, /Câu trả lời này để tham khảo\./);
    });

    test('the list of answered questions is found by body, field and words, each with whether it came in time', async () => {
      const list = await hall.get(LAO_CAI, '/hoi-dap');
      assert.match(list.body, /Làm lại thẻ bảo hiểm<\/a>.*trả lời đúng hạn/s);
      const { id } = hall.portal('lao-cai/main');
      const member = hall.portal('lao-cai/bacha').id;
      const found = async (query: string) =>
        /Làm lại thẻ bảo hiểm<\/a>/.test((await hall.get(LAO_CAI, `/hoi-dap?${query}`)).body);
      assert.ok(await found('q=bao+hiem'), 'without marks');
      assert.ok(await found(`co-quan=${id}&linh-vuc=procedures`));
      assert.ok(!(await found('linh-vuc=policies')));
      assert.ok(!(await found(`co-quan=${member}`)));
      assert.ok(!(await found('q=lua+nuoc')));
      const similar = await hall.get(LAO_CAI, '/hoi-dap/tuong-tu?q=mat+the+bao+hiem+y+te');
      assert.deepEqual(
        (JSON.parse(similar.body) as { title: string }[]).map(({ title }) => title),
        ['Làm lại thẻ bảo hiểm'],
      );
      const step = await asker.post(LAO_CAI, ASK, { ...filled(), step: 'question', do: 'similar' });
      assert.match(step.body, /Câu hỏi tương tự đã được trả lời.*Làm lại thẻ bảo hiểm/s);
      assert.ok(step.body.includes(`value="${filled().title}"`), 'what was typed stays');
    });

    test('on the home page an answered question stands once, in its section and not among the news', async () => {
      const { body } = await hall.get(LAO_CAI, '/');
      const questions = body.indexOf('>Hỏi – Đáp</h2>');
      assert.ok(questions > 0);
      assert.equal([...body.matchAll(/Làm lại thẻ bảo hiểm<\/a>/g)].length, 1);
      assert.ok(body.indexOf('Làm lại thẻ bảo hiểm</a>') > questions);
    });

    test('LC-055: refused as a complaint, the page leads to the channel for it', async () => {
      const { code, inquiryId } = await sent();
      await hall.act('lao-cai/main', 'boardMember', refuseInquiry, {
        ...{ inquiryId, reason: 'complaint', note: 'Đây là việc tố cáo.' },
      });
      const { body } = await open(code);
      assert.match(body, /Không tiếp nhận/);
      assert.match(body, /Đây là việc tố cáo\./);
      assert.match(body, /href="[^"]*\/hoi-dap\/gui\/khieu-nai-to-cao"/);
    });

    test('a split letter shows its parts under the first code, each with its own state', async () => {
      const { code, inquiryId } = await sent();
      await accept(inquiryId);
      const codes = [11, 12].map((byte) => makeCode(Buffer.alloc(CASE_CODE_BYTES, byte)));
      await hall.act('lao-cai/main', 'boardMember', splitInquiry, {
        inquiryId,
        parts: [
          { title: 'Làm lại thẻ', text: 'Làm lại thẻ ở đâu?' },
          { title: 'Trả tiền viện', text: 'Tiền viện đã trả có được hoàn không?' },
        ],
        codes: codes.map((one) => ({ code: one, digest: digestOfCode(hall.app.ports.seal, one) })),
      });
      const { body } = await open(code);
      assert.match(body, /Đã tách thành nhiều phần/);
      assert.match(body, /Phần 1: Làm lại thẻ.*Phần 2: Trả tiền viện/s);
      assert.match((await open(codes[1] ?? '')).body, /<h1>Trả tiền viện<\/h1>/);
    });

    test('TB-061, LC-126: a member of staff sends a remark for his unit to the board of the main portal', async () => {
      const as = await hall.signIn('bacha.laocai.gov.vn', 'lc.bacha.editor');
      const page = await hall.get('bacha.laocai.gov.vn', '/ban-lam-viec/gop-y', { as });
      assert.equal(page.status, 200);
      assert.match(page.body, /Xã Bắc Hà/);
      const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page.body)?.[1] ?? '';
      const fields = { _token: field('_token'), token: field('token'), intake: 'quality' };
      const empty = await hall.post('bacha.laocai.gov.vn', '/ban-lam-viec/gop-y', fields, { as });
      assert.equal(empty.status, 422);
      const sentIt = await hall.post(
        'bacha.laocai.gov.vn',
        '/ban-lam-viec/gop-y',
        { ...fields, title: 'Lịch khó tìm', text: 'Lịch công tác nên ở trang đầu.' },
        { as },
      );
      assert.equal(sentIt.status, 303, sentIt.body);
      const code = await asker.codeOf('bacha.laocai.gov.vn', sentIt);
      const row = await hall.inquiry(await idOf(code));
      assert.equal(row.portal_id, hall.portal('lao-cai/main').id);
      assert.equal(row.asker_kind, 'unit');
      assert.equal(row.asked_by_person_id, hall.actors['lc.bacha.editor']?.personId);
    });
  });
}
