import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { location, read } from '../../../tests/support/desk.ts';
import { engines } from '../../../tests/support/engines.ts';
import { ASKER } from '../../../tests/support/inquiries.ts';
import {
  ANSWER,
  askHere,
  type Cases,
  FILE_BYTES,
  fillInquiries,
} from '../../../tests/support/inquiry-cases.ts';
import { type Answer, openWorld, type Session, tokenIn, type World } from '../../../tests/support/world.ts';

const HOST = 'www.laocai.gov.vn';
const MEMBER = 'bacha.laocai.gov.vn';
const BOARD = '/ban-lam-viec/thu-hoi-dap';

/** Everything that would name the asker. */
const NAMES_ASKER = /Vàng Thị Thử|nguoihoi\.example|0987 650 432|Thôn Mẫu 9/;

for (const engine of engines()) {
  describe(`The officers’ desk of inquiries on ${engine}`, () => {
    let world: World;
    let cases: Cases;
    const sessions = new Map<string, Session>();
    const as = async (username: string, host = HOST): Promise<Session> => {
      const known = sessions.get(username) ?? (await world.signIn(host, username));
      sessions.set(username, known);
      return known;
    };
    const get = async (path: string, username: string, host = HOST) =>
      world.get(host, path, { as: await as(username, host) });
    const one = (id: number) => `${BOARD}/${id}`;
    const post = async (id: number, sub: string, fields: Record<string, string>, username = 'lc.board') => {
      const session = await as(username);
      const _token = tokenIn(await world.get(HOST, BOARD, { as: session }));
      return world.post(HOST, `${one(id)}/${sub}`, { ...fields, _token }, { as: session });
    };
    const move = (id: number, name: string, fields: Record<string, string> = {}, username = 'lc.board') =>
      post(id, 'buoc', { move: name, ...fields }, username);
    /** Labels of the steps the page offers. */
    const steps = ({ body }: Answer) =>
      [...body.matchAll(/<input type="hidden" name="move" value="(\w+)"/g)].map(([, name]) => name);

    before(async () => {
      world = await openWorld(engine);
      cases = await fillInquiries(world);
    });
    after(() => world.close());

    test('LC-060, LC-092: the board has what is open by the time left, and what no text sets a time for last', async () => {
      const page = await get(BOARD, 'lc.board');
      assert.equal(page.status, 200);
      const text = read(page);
      assert.match(text, /còn 5 ngày làm việc .*còn 8 ngày làm việc .*Không có hạn .*Khiếu nại, tố cáo số/);
      assert.match(page.body, /<svg class="strip strip-running"/);
      assert.doesNotMatch(text, NAMES_ASKER);
      const filtered = read(await get(`${BOARD}?loai=complaint&tinh-trang=received`, 'lc.board'));
      assert.match(filtered, /1 thư/);
      assert.doesNotMatch(filtered, /Câu hỏi số/);
      const mine = read(await get(`${BOARD}?cua=toi`, 'lc.editor'));
      assert.match(mine, new RegExp(`Câu hỏi số ${cases.inProgress} `));
      assert.doesNotMatch(mine, new RegExp(`Câu hỏi số ${cases.received} `));
    });

    test('what was passed on stays in sight of who passed it; what is over has its pages', async () => {
      const passed = await get(`${BOARD}?muc=theo-doi`, 'lc.board');
      assert.match(read(passed), new RegExp(`Câu hỏi số ${cases.passedOn} · Xã Bắc Hà`));
      assert.deepEqual(steps(await get(one(cases.passedOn), 'lc.board')), []);
      const closed = read(await get(`${BOARD}?muc=da-xong`, 'lc.board'));
      for (const state of ['Đã trả lời', 'Không tiếp nhận', 'Người hỏi đã rút', 'Đã gộp', 'Đã tách'])
        assert.match(closed, new RegExp(state), state);
    });

    test('a page offers the moves that the state and the rights allow, and no others', async () => {
      for (const [id, username, offered] of [
        [cases.received, 'lc.board', ['accept', 'refuse', 'forward', 'sendOut', 'assign', 'merge', 'split']],
        [cases.received, 'lc.editor', []],
        [cases.inProgress, 'lc.editor', ['askBack']],
        [cases.drafted, 'lc.checker', ['check', 'reclassify', 'askBodies', 'assign', 'sendBack']],
        [cases.drafted, 'lc.editor', []],
        [cases.checked, 'lc.head', ['sign', 'reclassify', 'askBodies', 'assign', 'sendBack']],
        [cases.answered, 'lc.head', []],
      ] as const) {
        const page = await get(one(id), username);
        assert.deepEqual(steps(page), offered, `${username} on ${id}`);
      }
    });

    test('LC-092: a complaint is for the board and the leaders; nobody else learns that there is one', async () => {
      assert.equal((await get(one(cases.confidential), 'lc.board')).status, 200);
      for (const username of ['lc.editor', 'lc.checker'])
        assert.equal((await get(one(cases.confidential), username)).status, 404, username);
      assert.doesNotMatch(read(await get(BOARD, 'lc.checker')), /Khiếu nại, tố cáo số/);
      assert.equal((await get(one(cases.confidential), 'lc.technical')).status, 403);
      assert.equal((await get(one(cases.confidential), 'lc.bacha.head', MEMBER)).status, 404);
      assert.equal((await get(one(cases.received), 'lc.bacha.head', MEMBER)).status, 404);
      const foreign = await as('lc.bacha.head', MEMBER);
      const _token = tokenIn(await world.get(MEMBER, BOARD, { as: foreign }));
      for (const [sub, fields] of [
        ['buoc', { move: 'accept', portalId: String(world.portal('lao-cai/main').id) }],
        ['tra-loi', { do: 'save', answer: 'Trả lời thay.' }],
        ['xoa-du-lieu', { sure: '1' }],
      ] as const) {
        const path = `${one(cases.received)}/${sub}`;
        assert.equal(
          (await world.post(MEMBER, path, { ...fields, _token }, { as: foreign })).status,
          404,
          sub,
        );
      }
    });

    test('LC-108: the asker stands apart and folded, and a body that only contributes does not see him', async () => {
      const lead = await get(one(cases.withBodies), 'lc.board');
      assert.match(lead.body, /<details class="trace"><summary>Xem họ tên và cách liên hệ/);
      assert.match(read(lead), /Vàng Thị Thử/);
      assert.equal(lead.headers['cache-control'], 'no-store');
      const co = read(await get(one(cases.withBodies), 'lc.bacha.editor', MEMBER));
      assert.match(co, /hỗ trợ giống ngô/);
      assert.doesNotMatch(co, /Vàng Thị Thử|nguoihoi\.example|Thôn Mẫu 9/);
    });

    test('a file is handed out as it was sent, to be saved and never shown; to nobody else', async () => {
      const page = await get(one(cases.withFile), 'lc.board');
      const [, href = ''] = /href="([^"]+\/tep\/\d+)"/.exec(page.body) ?? [];
      const file = await get(href, 'lc.board');
      assert.equal(file.status, 200);
      assert.equal(file.body, FILE_BYTES.toString('utf8'));
      assert.match(file.headers['content-disposition'] ?? '', /^attachment;/);
      assert.equal(file.headers['x-content-type-options'], 'nosniff');
      assert.equal((await get(href, 'lc.bacha.head', MEMBER)).status, 404);
    });

    test('QN-041, LX-022, BG-052: the board takes in, classifies and says so', async () => {
      const id = await askHere(world, 'question');
      const done = await move(id, 'accept', { variant: 'interAgency', topic: 'policy' });
      assert.equal(location(done), `${one(id)}?xong=accept`);
      const page = read(await get(`${one(id)}?xong=accept`, 'lc.board'));
      assert.match(page, /Đã nhận giải quyết\. .*còn 8 ngày làm việc/);
    });

    test('what cannot be done is said at its field, and everything typed stays', async () => {
      for (const [name, fields, id, words] of [
        ['refuse', { note: 'Không phải việc của tỉnh.' }, 'refuse-reason', /Hãy chọn một mục/],
        ['refuse', { reason: 'outOfScope', note: 'x' }, 'refuse-note', /ít nhất 5 ký tự/],
        ['forward', { note: 'Xin nhận giúp.' }, 'forward-toPortalId', /Hãy chọn một mục/],
        ['sendOut', { note: 'Chuyển Thanh tra.' }, 'sendOut-body', /Hãy ghi tên cơ quan nhận/],
        ['merge', {}, 'merge-intoId', /Hãy chọn một mục/],
        ['split', { title: 'Một', text: 'Chỉ một việc.' }, 'split-parts', /từ 2 đến 10 phần/],
      ] as const) {
        const page = await move(cases.received, name, fields);
        assert.equal(page.status, 422, name);
        assert.match(page.body, new RegExp(`href="#${id}"`), `${name} leads to its field`);
        assert.match(page.body, new RegExp(`id="${id}"`), `${name} has the field`);
        assert.match(
          page.body,
          new RegExp(`id="${id}-loi"|${id}"[^>]*aria-describedby="[^"]*${id}-loi`),
          name,
        );
        assert.match(read(page), words);
        for (const value of Object.values(fields))
          assert.match(page.body, new RegExp(value.slice(0, 12)), name);
      }
      assert.match(read(await get(one(cases.received), 'lc.board')), /Đã nhận, chờ phân loại/);
    });

    test('LC-055: who refuses a complaint sent as a question sees the channel it is shown to', async () => {
      const page = read(await get(one(cases.received), 'lc.board'));
      assert.match(page, /Khiếu nại, tố cáo có lối riêng: người hỏi được chỉ đến mục “Khiếu nại, tố cáo”/);
    });

    test('LC-062: a day is promised by the tenth at the latest, and the page names the article', async () => {
      const id = await askHere(world, 'question');
      await move(id, 'accept', { variant: 'special' });
      const page = read(await get(one(id), 'lc.board'));
      assert.match(page, /Muộn nhất thứ Hai 07\/12\/2026 \(.*khoản 6 Điều 11/i);
      const late = await move(id, 'promise', { promisedOn: '2026-12-08', note: 'Cần hỏi thêm.' });
      assert.equal(late.status, 422);
      assert.match(late.body, /href="#promise-promisedOn">[^<]*07\/12\/2026/);
      assert.match(late.body, /id="promise-promisedOn-loi".*07\/12\/2026.*name="promisedOn"/s);
      const kept = await move(id, 'promise', { promisedOn: '04/12/2026', note: 'Cần hỏi thêm.' });
      assert.equal(location(kept), `${one(id)}?xong=promise`);
      assert.match(read(await get(one(id), 'lc.board')), /Hạn: thứ Sáu 04\/12\/2026/);
    });

    test('asking back says whether the clock stops: in Lào Cai no article lets it', async () => {
      const page = read(await get(one(cases.inProgress), 'lc.editor'));
      assert.match(page, /Quy chế không có điều nào cho dừng hạn/);
    });

    test('a letter of several matters is split by a form that grows without script', async () => {
      const id = await askHere(world, 'question');
      const more = await move(id, 'split', { do: 'part', title: 'Việc một', text: 'Xin hỏi việc một.' });
      assert.equal(more.status, 200);
      assert.equal([...more.body.matchAll(/<textarea[^>]*name="text"/g)].length, 3);
      assert.match(more.body, /value="Việc một"/);
    });

    test('LC-058, LC-059, TB-029: a draft keeps its parts, its legal texts and how it is given', async () => {
      const id = await askHere(world, 'question');
      await move(id, 'accept');
      const first = await get(one(id), 'lc.editor');
      assert.match(first.body, /Xin gọi \[số điện thoại đã che\]\./, 'the letter is masked from the start');
      const draft = {
        ...ANSWER.content,
        ...{ mode: 'both', from: '0', 'cite-number': '15/2025/QĐ-UBND', 'cite-article': 'Điều 4' },
        ...{ 'cite-abstract': 'về hỗ trợ', 'cite-issuedOn': '2025-05-12', 'cite-issuer': 'UBND tỉnh' },
      };
      const row = await post(id, 'tra-loi', { ...draft, do: 'row' }, 'lc.editor');
      assert.equal([...row.body.matchAll(/name="cite-number"/g)].length, 3);
      const saved = await post(id, 'tra-loi', { ...draft, do: 'save' }, 'lc.editor');
      assert.equal(location(saved), `${one(id)}?xong=draft`);
      const page = await get(one(id), 'lc.editor');
      assert.match(page.body, /value="15\/2025\/QĐ-UBND"/);
      assert.match(page.body, /value="both" checked/);
      // somebody else began with the same version
      const second = await post(
        id,
        'tra-loi',
        { ...draft, answer: 'Bản của tôi.', do: 'save' },
        'lc.checker',
      );
      assert.equal(second.status, 422);
      assert.match(read(second), /Người khác vừa lưu dự thảo này.*Bản người khác vừa lưu.*Hộ đăng ký với xã/);
      assert.match(second.body, /Bản của tôi\./);
      assert.match(second.body, /name="from" value="1"/, 'a second save is meant');
    });

    test('LC-009, LC-108: personal data in the public part is listed, masked on request, and never handed on', async () => {
      const id = await askHere(world, 'question');
      await move(id, 'accept');
      const draft = {
        ...ANSWER.content,
        ...{
          question: `Tôi là ${ASKER.fields.name}, căn cước 001199012345, hỏi.`,
          mode: 'public',
          from: '0',
        },
      };
      const refused = await post(id, 'tra-loi', { ...draft, do: 'submit' }, 'lc.editor');
      assert.equal(refused.status, 422);
      assert.match(read(refused), /Phần công khai còn dữ liệu cá nhân/);
      assert.match(refused.body, /finding-must.*họ tên, câu hỏi/s);
      const masked = await post(id, 'tra-loi', { ...draft, from: '1', do: 'mask' }, 'lc.editor');
      assert.match(masked.body, /Tôi là \[họ tên đã che\], căn cước \[số căn cước đã che\], hỏi\./);
      const [, question = ''] = /<textarea[^>]*name="question"[^>]*>\n?([^<]*)</.exec(masked.body) ?? [];
      const handed = await post(id, 'tra-loi', { ...draft, question, from: '1', do: 'submit' }, 'lc.editor');
      assert.equal(location(handed), `${one(id)}?xong=submit`);
    });

    test('LC-020, LC-063, LC-120: checked by another, signed by a leader, each from his own page', async () => {
      const id = await askHere(world, 'question');
      await move(id, 'accept');
      const draft = { ...ANSWER.content, mode: 'both', from: '0', do: 'submit' };
      await post(id, 'tra-loi', draft, 'lc.checker');
      const own = await get(one(id), 'lc.checker');
      assert.match(read(own), /Bạn đã viết dự thảo này nên người khác soát và ký/);
      assert.deepEqual(steps(own).includes('check'), false);
      assert.equal((await move(id, 'check', {}, 'lc.checker')).status, 422);
      assert.equal((await move(id, 'check', {}, 'lc.board')).status, 303);
      assert.match(read(await move(id, 'sign', {}, 'lc.board')), /Bạn không có quyền làm việc này/);
      assert.match(read(await get(one(id), 'lc.head')), /Người ký là .*khoản 7 Điều 11/i);
      assert.equal((await move(id, 'sign', {}, 'lc.head')).status, 303);
      assert.match(read(await get(one(id), 'lc.head')), /Đã trả lời .*Đã ký: Trần Văn Trưởng/);
    });

    test('“Việc của tôi” has each step for the one who takes it, with the clock', async () => {
      for (const [username, host, id, words] of [
        ['lc.board', HOST, cases.received, 'Phân loại'],
        ['lc.editor', HOST, cases.inProgress, 'Soạn trả lời'],
        ['lc.checker', HOST, cases.drafted, 'Soát dự thảo'],
        ['lc.head', HOST, cases.checked, 'Đọc và ký'],
        ['lc.bacha.head', MEMBER, cases.passedOn, 'Phân loại'],
      ] as const) {
        const page = await get('/ban-lam-viec', username, host);
        const row = page.body.split('<li class="desk-row').find((part) => part.includes(`${one(id)}"`)) ?? '';
        assert.match(row, new RegExp(words), username);
        assert.match(row, /còn 5 ngày làm việc/, username);
        assert.doesNotMatch(row, NAMES_ASKER);
      }
      assert.doesNotMatch(
        (await get('/ban-lam-viec', 'lc.board')).body,
        new RegExp(`${one(cases.checked)}"`),
      );
    });

    test('LC-043, LC-052: an answer to a foreigner waits for its English version, with no day, for no text sets one', async () => {
      const page = await get('/ban-lam-viec', 'lc.editor');
      const row = page.body.split('<li class="desk-row').find((part) => part.includes('bản tiếng Anh')) ?? '';
      assert.match(row, /Trả lời người nước ngoài/);
      assert.doesNotMatch(row, /class="clock/);
      const [, href = ''] = /href="(\/ban-lam-viec\/tin-bai\/\d+)"/.exec(row) ?? [];
      assert.match(read(await get(href, 'lc.editor')), /tiếng Anh/);
    });

    test('BG-045: who is concerned by what others did is told on the desk, without a word of the letter', async () => {
      await world.app.ports.jobs.drain();
      const told = read(await get('/ban-lam-viec/thong-bao', 'lc.bacha.head', MEMBER));
      assert.match(told, new RegExp(`Tỉnh Lào Cai chuyển đến: Câu hỏi số ${cases.passedOn}\\.`));
      const editor = read(await get('/ban-lam-viec/thong-bao', 'lc.editor'));
      assert.match(editor, new RegExp(`Bạn được giao phụ trách: Câu hỏi số ${cases.inProgress}\\.`));
      assert.doesNotMatch(told + editor, /giống ngô/);
      const board = await get('/ban-lam-viec/thong-bao', 'lc.head');
      const lines = board.body.split('<li').filter((line) => line.includes('Có thư mới chờ phân loại'));
      assert.equal(lines.length, 1, 'one line an hour');
      assert.deepEqual(await world.app.ports.jobs.listFailed(5), []);
    });
  });
}
