import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Asker, filled, openAsking } from '../../../tests/support/asking.ts';
import { engines } from '../../../tests/support/engines.ts';
import { type Hall, openHall } from '../../../tests/support/inquiries.ts';
import { sql } from '../../platform/db/index.ts';
import { readCode } from '../../rules/case-code/index.ts';
import { findForAsker } from './queries.ts';
import { digestOfCode, openFile } from './sealed.ts';
import { findByCode, listFiles } from './store.ts';

const LAO_CAI = 'www.laocai.gov.vn';
const ASK = '/hoi-dap/gui/cau-hoi';

for (const engine of engines()) {
  describe(`Asking on ${engine}`, () => {
    let hall: Hall;
    let asker: Asker;
    before(async () => {
      hall = await openHall(engine);
      asker = openAsking(hall);
    });
    after(() => hall.close());

    const countOf = async () =>
      hall.database.database.transaction({ as: 'system' }, async (tx) => {
        const { n } = await tx.get<{ n: number }>(sql`select count(*)::int as n from inquiry`);
        return n;
      });

    test('LC-054: a question is taken in at three in the morning of a holiday, without an account', async () => {
      hall.setNow(new Date('2026-09-02T03:00:00+07:00'));
      const { code } = await asker.send(LAO_CAI, ASK, filled());
      assert.ok(readCode(code), code);
      const view = await findForAsker(hall.app.ports, hall.portal('lao-cai/main').localityId, code, 'vi');
      assert.equal(view?.row.state, 'received');
      assert.equal(view?.content?.title, filled().title);
      hall.setNow(new Date('2026-11-20T09:45:00+07:00'));
    });

    test('the receipt shows the code once: spelt for those who hear it, kept by nobody, gone after ten minutes', async () => {
      const sent = await asker.send(LAO_CAI, ASK, filled());
      const { receipt, code, cookie } = sent;
      assert.equal(receipt.status, 200);
      assert.equal(receipt.headers['cache-control'], 'no-store');
      assert.equal(receipt.headers['referrer-policy'], 'no-referrer');
      assert.match(receipt.body, /<meta name="robots" content="noindex"/);
      assert.match(receipt.body, new RegExp(`aria-hidden[^>]*>${code}<`));
      assert.match(receipt.body, new RegExp(`class="unseen">${[...code.slice(0, 4)].join(' ')},`));
      assert.match(receipt.body, /Hạn trả lời<\/dt><dd>thứ Hai 30\/11\/2026/);
      assert.match(receipt.body, /Khoản 1 Điều 11|Điểm a khoản 6 Điều 11/);
      assert.match(sent.setCookie, /HttpOnly/i);
      assert.match(sent.setCookie, /Path=\/hoi-dap\/da-nhan;/);
      assert.match(sent.setCookie, /Max-Age=600/);
      assert.doesNotMatch(sent.location + cookie, new RegExp(code.slice(0, 4)));
      const without = await hall.get(LAO_CAI, '/hoi-dap/da-nhan');
      assert.equal(without.status, 410);
    });

    test('pressing twice and sending the page again give the same receipt; what was changed since is not lost', async () => {
      const form = await asker.open(LAO_CAI, ASK);
      const before = await countOf();
      const one = await asker.press(LAO_CAI, ASK, { ...filled(), token: form.token });
      const two = await asker.press(LAO_CAI, ASK, { ...filled(), token: form.token });
      assert.equal(one.code, two.code);
      assert.equal(await countOf(), before + 1);
      const changed = await asker.post(LAO_CAI, ASK, {
        ...filled(),
        token: form.token,
        text: 'Một câu hỏi khác hẳn.',
      });
      assert.equal(changed.status, 422);
      assert.match(changed.body, /đã được gửi một lần/);
      assert.match(changed.body, /Một câu hỏi khác hẳn\./);
      assert.equal(await countOf(), before + 1);
    });

    test('BG-026: what the data is for stands before the first field of a person, with law, readers, period and rights', async () => {
      const { body } = await asker.post(LAO_CAI, ASK, { ...filled(), step: 'question' });
      const notice = body.indexOf('Dùng vào việc gì, ai đọc, giữ bao lâu');
      const field = body.indexOf('name="name"');
      assert.ok(notice > 0 && notice < field, 'the notice comes first');
      assert.match(body, /Điểm b khoản 3 Điều 11/);
      assert.match(body, /Chậm nhất 5 năm sau khi xong việc/);
      assert.match(body, /xem, sửa, hạn chế dùng và xóa dữ liệu/);
      const first = await hall.get(LAO_CAI, ASK);
      assert.doesNotMatch(first.body, /name="(name|email|phone|addressStreet)"/);
    });

    test('TB-031: the notice says how long an answer is kept at least, where the regulation says so', async () => {
      const thaiBinh = await asker.post('www.thaibinh.gov.vn', ASK, { ...filled(), step: 'question' });
      assert.match(thaiBinh.body, /được giữ ít nhất 30 ngày kể từ ngày trả lời \(Điểm e khoản 2 Điều 6/);
      const laoCai = await asker.post(LAO_CAI, ASK, { ...filled(), step: 'question' });
      assert.doesNotMatch(laoCai.body, /được giữ ít nhất/);
    });

    test('LC-057: a person names what the regulation of Lào Cai demands, and each missing field says what to do', async () => {
      const { token } = await asker.open(LAO_CAI, ASK);
      const bare = { step: 'asker', title: filled().title, text: filled().text, topic: 'procedures', token };
      const answer = await asker.post(LAO_CAI, ASK, { ...bare, do: 'next' });
      assert.equal(answer.status, 422);
      for (const field of [
        'name',
        'nationality',
        'occupation',
        'addressStreet',
        'addressCommune',
        'addressProvince',
      ])
        assert.match(answer.body, new RegExp(`href="#${field}"`), field);
      assert.doesNotMatch(answer.body, /name="addressDistrict"/);
      assert.match(answer.body, /Ghi xã hoặc phường nơi bạn đang sống/);
    });

    test('LC-056: an organisation names representative, title, licence and address', async () => {
      const { body } = await asker.post(LAO_CAI, ASK, {
        ...filled(),
        ...{ step: 'asker', askerKind: 'organisation', name: '' },
      });
      for (const field of ['representative', 'representativeTitle', 'licence'])
        assert.match(body, new RegExp(`href="#${field}"`), field);
      assert.doesNotMatch(body, /href="#name"|name="occupation"[^>]*required/);
    });

    test('where no regulation demands a field none is demanded', async () => {
      for (const host of ['www.thaibinh.gov.vn', 'quangngai.gov.vn', 'longxuyen.gov.vn', 'bacgiang.gov.vn']) {
        const { title, text } = filled();
        const { receipt } = await asker.send(host, ASK, { title, text });
        assert.equal(receipt.status, 200, host);
      }
    });

    test('BG-029: no consent is given beforehand; an address without consent is sent back to, and only what is ticked is kept', async () => {
      const page = await asker.post(LAO_CAI, ASK, {
        ...filled({ email: 'nguoihoi@vidu.example' }),
        step: 'asker',
      });
      assert.equal(page.status, 200);
      assert.match(page.body, /name="consents"/);
      assert.doesNotMatch(page.body, /name="consents"[^>]*checked|checked[^>]*name="consents"/);
      const refused = await asker.post(LAO_CAI, ASK, {
        ...filled({ email: 'nguoihoi@vidu.example' }),
        token: (await asker.open(LAO_CAI, ASK)).token,
      });
      assert.equal(refused.status, 422);
      assert.match(refused.body, /href="#consents"/);
      const { code } = await asker.send(LAO_CAI, ASK, {
        ...filled({ email: 'nguoihoi@vidu.example' }),
        consents: 'reply',
      });
      const view = await findForAsker(hall.app.ports, hall.portal('lao-cai/main').localityId, code, 'vi');
      assert.deepEqual(Object.keys(view?.row.consents ?? {}), ['reply']);
    });

    test('everything typed stays through every page and every error', async () => {
      const typed = filled({ email: 'sai@', phone: '0214 000 0001', postal: 'Hòm thư 9' });
      const { body } = await asker.post(LAO_CAI, ASK, { ...typed, step: 'asker' });
      for (const value of [typed.title, typed.text, typed.name, typed.addressCommune, 'sai@', 'Hòm thư 9'])
        assert.ok(body.includes(`value="${value}"`), value);
      assert.match(body, /Thư điện tử thiếu phần sau dấu @/);
      const back = await asker.post(LAO_CAI, ASK, { ...typed, step: 'asker', do: 'back' });
      assert.ok(back.body.includes(`${typed.text}</textarea>`));
      assert.ok(back.body.includes(`name="name" value="${typed.name}"`));
    });

    test('personal data in the text is warned of once, and lets the asker go on', async () => {
      const text = 'Xin gọi cho tôi theo số 0912 345 678 để trả lời.';
      const first = await asker.post(LAO_CAI, ASK, { ...filled({ warned: '' }), text, step: 'question' });
      assert.match(first.body, /Trong nội dung có dữ liệu cá nhân/);
      assert.match(first.body, /số điện thoại/);
      assert.match(first.body, /name="warned" value="1"/);
      const second = await asker.post(LAO_CAI, ASK, { ...filled(), text, step: 'question', warned: '1' });
      assert.match(second.body, /<h1>Người gửi<\/h1>/);
    });

    test('a machine that fills in the trap, or is faster than a hand, is asked to press again and loses nothing', async () => {
      const before = await countOf();
      const { token } = await asker.open(LAO_CAI, ASK);
      const trapped = await asker.post(LAO_CAI, ASK, { ...filled(), token, website: 'http://x' });
      assert.equal(trapped.status, 422);
      assert.match(trapped.body, /ô dành riêng cho máy/);
      assert.match(trapped.body, /<div hidden><div class="field"><label for="website"/);
      const fast = (await hall.get(LAO_CAI, ASK)).body;
      const fresh = /name="token" value="([^"]+)"/.exec(fast)?.[1] ?? '';
      const tooSoon = await asker.post(LAO_CAI, ASK, { ...filled(), token: fresh });
      assert.match(tooSoon.body, /nhanh hơn người viết kịp/);
      for (const wrong of ['', 'x', token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))]) {
        const answer = await asker.post(LAO_CAI, ASK, { ...filled(), token: wrong });
        assert.equal(answer.status, 422, wrong);
      }
      assert.equal(await countOf(), before);
    });

    test('a form left open for a day is taken after one more press', async () => {
      const { token } = await asker.open(LAO_CAI, ASK);
      asker.wait(24 * 3_600_000);
      const late = await asker.post(LAO_CAI, ASK, { ...filled(), token });
      assert.match(late.body, /Trang này mở đã lâu/);
      const again = /name="token" value="([^"]+)"/.exec(late.body)?.[1] ?? '';
      asker.wait(5_000);
      assert.ok((await asker.press(LAO_CAI, ASK, { ...filled(), token: again })).code);
      hall.setNow(new Date('2026-11-20T09:45:00+07:00'));
    });

    test('files are known by their content, sealed before they are written, and opened by the code alone', async () => {
      const pdf = Buffer.from('%PDF-1.4\nmẫu\n%%EOF\n');
      const script = await asker.upload(LAO_CAI, ASK, filled(), [
        ['don.pdf', Buffer.from('<script>alert(1)</script>')],
      ]);
      assert.equal(script.status, 422);
      assert.match(script.body, /Tệp “don\.pdf” không phải PDF/);
      const many = await asker.upload(
        LAO_CAI,
        ASK,
        filled(),
        Array.from({ length: 6 }, (_, i) => [`${i}.pdf`, pdf]),
      );
      assert.match(many.body, /nhiều nhất 5 tệp/);
      const large = await asker.upload(LAO_CAI, ASK, filled(), [
        ['to.pdf', Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)])],
      ]);
      assert.equal(large.status, 422);
      assert.match(large.body, /lớn hơn 10 MB/);
      const sent = await asker.upload(LAO_CAI, ASK, filled(), [['../Đơn xin.PDF', pdf]]);
      const code = await asker.codeOf(LAO_CAI, sent);
      const page = await hall.get(LAO_CAI, `/hoi-dap/theo-doi/${code}`);
      const [, href = ''] = /href="(\/hoi-dap\/theo-doi\/[^"]+\/tep\/\d+)"/.exec(page.body) ?? [];
      const file = await hall.get(LAO_CAI, href);
      assert.equal(file.body, pdf.toString());
      assert.match(
        file.headers['content-disposition'] ?? '',
        /^attachment; filename\*=UTF-8''%C4%90%C6%A1n%20xin\.pdf$/,
      );
      assert.equal(file.headers['x-content-type-options'], 'nosniff');
      const { seal, files } = hall.app.ports;
      const kept = await hall.database.database.transaction({ as: 'system' }, async (tx) => {
        const row = await findByCode(tx, digestOfCode(seal, code));
        return { row, files: await listFiles(tx, row?.id ?? 0) };
      });
      const stored = await files.open(kept.files[0]?.hash ?? '');
      const bytes: Buffer[] = [];
      for await (const chunk of stored?.stream() ?? []) bytes.push(chunk as Buffer);
      assert.ok(!Buffer.concat(bytes).includes('%PDF'), 'what lies in the store cannot be read');
      assert.deepEqual(openFile(seal, kept.row?.code_digest ?? '', Buffer.concat(bytes)), pdf);
      const foreign = await asker.send(LAO_CAI, ASK, filled());
      const stolen = await hall.get(LAO_CAI, href.replace(code, foreign.code));
      assert.equal(stolen.status, 404);
    });

    test('LC-055 LC-092: the form of questions says that complaints have a channel of their own, which only the main portal has', async () => {
      const form = await hall.get(LAO_CAI, ASK);
      assert.match(form.body, /Không nhận khiếu nại, tố cáo ở đây \(Khoản 2 Điều 11/);
      const main = await hall.get(LAO_CAI, '/hoi-dap/gui/khieu-nai-to-cao');
      assert.match(main.body, /name="text"/);
      const member = await hall.get('bacha.laocai.gov.vn', '/hoi-dap/gui/khieu-nai-to-cao');
      assert.doesNotMatch(member.body, /name="text"/);
      assert.match(
        member.body,
        /href="http:\/\/www\.laocai\.localhost[^"]*\/hoi-dap\/gui\/khieu-nai-to-cao"/,
      );
      assert.equal((await hall.get('www.thaibinh.gov.vn', '/hoi-dap/gui/khieu-nai-to-cao')).status, 404);
      const { code } = await asker.send(LAO_CAI, '/hoi-dap/gui/khieu-nai-to-cao', {
        ...{ title: 'Tố cáo việc thu sai', text: 'Thu tiền không có biên lai.', consents: 'publish' },
      });
      const view = await findForAsker(hall.app.ports, hall.portal('lao-cai/main').localityId, code, 'vi');
      assert.equal(view?.row.confidential, true);
      assert.deepEqual(view?.row.consents, {});
    });

    test('LC-126, TB-061, QN-064, LX-048, BG-083: a remark written on a member portal goes to the board of the main one', async () => {
      const { code } = await asker.send('bacha.laocai.gov.vn', '/hoi-dap/gui/gop-y-ve-cong', {
        ...{ title: 'Chữ quá nhỏ', text: 'Trang thông báo khó đọc trên điện thoại.' },
      });
      const main = hall.portal('lao-cai/main');
      const view = await findForAsker(hall.app.ports, main.localityId, code, 'vi');
      assert.equal(view?.row.portal_id, main.id);
    });

    test('a portal that is flooded asks a sum in words, which those who hear the page can answer', async () => {
      asker.wait(120_000);
      const host = 'bacgiang.gov.vn';
      const { title, text } = filled();
      asker.moveHouse();
      const tokens: string[] = [];
      for (let i = 0; i < 61; i += 1) tokens.push((await asker.open(host, ASK, 0)).token);
      asker.wait(5_000);
      let asked = '';
      for (const [i, token] of tokens.entries()) {
        if (i % 30 === 29) asker.moveHouse();
        const answer = await asker.post(host, ASK, { title, text, token, step: 'consent' });
        assert.equal(answer.status, i < 60 ? 303 : 422, `letter ${i + 1}`);
        asked = answer.body;
      }
      const [, one = '', two = ''] =
        /<label for="sum">Phép tính: (\S+) cộng (\S+) bằng mấy\?/.exec(asked) ?? [];
      const [, token = ''] = /name="token" value="([^"]+)"/.exec(asked) ?? [];
      assert.ok(one && two && token);
      const wrong = await asker.post(host, ASK, { title, text, token, step: 'consent', sum: 'một trăm' });
      assert.match(wrong.body, /Kết quả phép tính chưa đúng/);
      const NUMBERS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
      const sum = String(NUMBERS.indexOf(one) + NUMBERS.indexOf(two));
      assert.ok((await asker.press(host, ASK, { title, text, token, sum })).code);
    });
  });
}
