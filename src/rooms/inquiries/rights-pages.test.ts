import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { ASKER } from '../../../tests/support/inquiries.ts';
import { LINK, openRightsHall, type RightsHall } from '../../../tests/support/rights.ts';
import { CASE_CODE_BYTES, makeCode } from '../../rules/case-code/index.ts';
import { RIGHTS_PATHS } from './addresses.ts';
import { askBodies } from './bodies.ts';
import { findForAsker } from './queries.ts';
import { type Asker, openJson } from './sealed.ts';
import { acceptInquiry, forwardInquiry } from './sorting.ts';

const PERSONAL = /Vàng Thị Thử|nguoihoi|0987|Thôn Mẫu/;

for (const engine of engines()) {
  describe(`One’s own data, seen and asked for, on ${engine}`, () => {
    let desk: RightsHall;
    before(async () => {
      desk = await openRightsHall(engine);
    });
    after(() => desk.hall.close());

    test('by the code one sees that inquiry alone; a mistyped, a wrong and a foreign code are refused', async () => {
      const { hall, at, hostOf, send, proveByCode } = desk;
      at('09:00');
      const host = hostOf('lao-cai/main');
      const one = await send('lao-cai', 'question');
      const other = await send('lao-cai', 'feedback');
      const as = await proveByCode(host, one.code.toLowerCase());
      const page = await hall.get(host, RIGHTS_PATHS.own.vi, { as });
      assert.equal(page.status, 200);
      assert.match(page.headers['cache-control'] ?? '', /no-store/);
      assert.match(page.headers['referrer-policy'] ?? '', /no-referrer/);
      assert.match(page.body, new RegExp(`số ${one.id}\\b`));
      assert.doesNotMatch(page.body, new RegExp(`số ${other.id}\\b`));
      assert.doesNotMatch(page.body, PERSONAL, 'the list names fields, not values');
      const tell = async (code: string, at = host) => {
        const answer = await hall.post(at, RIGHTS_PATHS.start.vi, { do: 'code', code });
        assert.equal(answer.headers['set-cookie'], undefined);
        return [answer.status, /class="error"[^>]*>.*?<\/p>/s.exec(answer.body)?.[0]];
      };
      const wrong = await tell(makeCode(randomBytes(CASE_CODE_BYTES)));
      assert.equal(wrong[0], 404);
      assert.deepEqual(await tell(one.code, hostOf('thai-binh/main')), wrong);
      assert.notDeepEqual(await tell('7K2M'), wrong);
      const nobody = await hall.get(host, RIGHTS_PATHS.own.vi);
      assert.equal(nobody.status, 403);
      const elsewhere = await hall.get(hostOf('thai-binh/main'), RIGHTS_PATHS.own.vi, { as });
      assert.equal(elsewhere.status, 403, 'the pass is good in its locality only');
      at('09:31');
      assert.equal((await hall.get(host, RIGHTS_PATHS.own.vi, { as })).status, 403, 'after half an hour');
    });

    test('by mail: the page is the same for a known and an unknown address, and only the known is written to', async () => {
      const { hall, box, at, hostOf, send, askLink, linkFor } = desk;
      at('10:00', '2026-11-21');
      const host = hostOf('lao-cai/main');
      await send('lao-cai', 'question');
      const known = await askLink(host, ASKER.email.toUpperCase());
      const unknown = await askLink(host, 'khong.ai@nguoihoi.example');
      assert.deepEqual(
        [known.status, known.body, known.headers.location],
        [303, unknown.body, unknown.headers.location],
      );
      box.taken.length = 0;
      await hall.app.ports.jobs.drain();
      const links = box.taken.filter(({ text }) => LINK.test(text));
      assert.deepEqual(
        links.map(({ to }) => to),
        [ASKER.email],
      );
      const said = await hall.get(host, known.headers.location ?? '');
      assert.match(said.body, /Đã nhận yêu cầu gửi liên kết/);
      assert.match((await askLink(host, 'a@')).body, /class="error"/);
      assert.equal(
        await linkFor(host, ASKER.email),
        undefined,
        'one mail in ten minutes, however often one asks',
      );
    });

    test('a link opens everything sent from the address, by a press, once, within half an hour', async () => {
      const { hall, at, hostOf, send, cookieOf, linkFor } = desk;
      at('10:20', '2026-11-21');
      const host = hostOf('lao-cai/main');
      const one = await send('lao-cai', 'question');
      const kept = await send('lao-cai', 'complaint');
      const foreign = await send('thai-binh', 'question');
      const path = (await linkFor(host, ASKER.email)) ?? assert.fail('no link');
      for (const _ of [1, 2])
        assert.equal((await hall.get(host, path)).status, 200, 'opening uses nothing up');
      const opened = await hall.post(host, path, {});
      assert.equal(opened.status, 303);
      const page = await hall.get(host, RIGHTS_PATHS.own.vi, { as: cookieOf(opened) });
      for (const { id } of [one, kept]) assert.match(page.body, new RegExp(`số ${id}\\b`));
      assert.doesNotMatch(page.body, new RegExp(`số ${foreign.id}\\b`));
      assert.equal((await hall.post(host, path, {})).status, 410);
      assert.equal((await hall.get(hostOf('thai-binh/main'), path)).status, 410);
      at('10:31', '2026-11-21');
      const late = (await linkFor(host, ASKER.email)) ?? assert.fail('no link');
      at('11:02', '2026-11-21');
      assert.equal((await hall.post(host, late, {})).status, 410);
    });

    test('BG-026 BG-027: a request goes to the body that has the data, once, with no more of the sender than it needs', async () => {
      const { hall, at, hostOf, send, cookieOf, proveByCode } = desk;
      at('13:00', '2026-11-21');
      const host = hostOf('lao-cai/main');
      const one = await send('lao-cai', 'question');
      const stranger = await send('lao-cai', 'question', { asker: { fields: { name: 'Người Khác' } } });
      const toPortalId = hall.portal('lao-cai/snnmt').id;
      await hall.act('lao-cai/main', 'boardMember', forwardInquiry, {
        inquiryId: one.id,
        toPortalId,
        note: '',
      });
      const as = await proveByCode(host, one.code);
      const page = await hall.get(host, RIGHTS_PATHS.own.vi, { as });
      const [, form = ''] = /name="form" value="([^"]+)"/.exec(page.body) ?? [];
      assert.doesNotMatch(page.body, /name="reply"[^>]*checked/, 'no consent is given beforehand (BG-029)');
      const post = (fields: Record<string, string>) =>
        hall.post(host, RIGHTS_PATHS.own.vi, { form, ...fields }, { as });
      const refused = await post({ right: 'correct', about: String(stranger.id), text: 'sai' });
      assert.equal(refused.status, 422);
      assert.match(refused.body, /Chọn ít nhất một thư/, 'what is not his he cannot choose');
      assert.match(refused.body, /Ghi rõ ít nhất 10 ký tự/);
      const sent = await post({ right: 'delete', about: String(one.id) });
      assert.equal(sent.status, 303);
      const receipt = await hall.get(host, RIGHTS_PATHS.received.vi, { as: cookieOf(sent) });
      const [, code = ''] = /receipt-number[^>]*>([^<]+)</.exec(receipt.body) ?? [];
      const again = await hall.get(host, RIGHTS_PATHS.received.vi, {
        as: cookieOf(await post({ right: 'delete', about: String(one.id) })),
      });
      assert.match(again.body, new RegExp(code), 'pressed twice it is one request');
      const { ports } = hall.app;
      const view = await findForAsker(ports, (await hall.inquiry(one.id)).locality_id, code, 'vi');
      const row = view?.row ?? assert.fail('no request');
      assert.deepEqual([row.portal_id, row.variant, row.about_ids], [toPortalId, 'deletion', [one.id]]);
      const asker = openJson<Asker>(ports.seal, row.code_digest, 'asker', row.asker);
      assert.deepEqual(asker, { fields: { name: ASKER.fields.name } });
    });

    test('BG-028 BG-029: the certificate says everything that is stored and who was given it', async () => {
      const { hall, at, hostOf, send, proveByCode } = desk;
      at('14:00', '2026-11-21');
      const host = hostOf('lao-cai/main');
      const { id, code } = await send('lao-cai', 'question');
      const snnmt = hall.portal('lao-cai/snnmt').id;
      await hall.act('lao-cai/main', 'boardMember', acceptInquiry, { inquiryId: id, commonConcern: false });
      await hall.act('lao-cai/main', 'boardMember', askBodies, { inquiryId: id, portalIds: [snnmt] });
      const as = await proveByCode(host, code);
      const page = await hall.get(host, RIGHTS_PATHS.certificate.vi, { as });
      assert.match(page.headers['cache-control'] ?? '', /no-store/);
      for (const value of [...Object.values(ASKER.fields), ASKER.email, ASKER.phone, ASKER.postal])
        assert.ok(page.body.includes(value), value);
      assert.match(page.body, /Gia đình tôi có được hỗ trợ giống ngô/);
      assert.match(page.body, /được mời phối hợp/);
      assert.match(page.body, /nhận thư điện tử về thư này/);
      const english = await hall.get(host, RIGHTS_PATHS.certificate.en, { as });
      assert.match(english.body, /Certificate of the personal data stored/);
    });
  });
}
