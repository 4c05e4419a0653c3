import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { ASKER } from '../../../tests/support/inquiries.ts';
import { openRightsHall, type RightsHall } from '../../../tests/support/rights.ts';
import { tokenIn } from '../../../tests/support/world.ts';
import { Refusal } from '../../rules/refusal.ts';
import { RIGHTS_PATHS } from './addresses.ts';
import { askBodies } from './bodies.ts';
import { findCasefile, findForAsker } from './queries.ts';
import { correctAsker, liftRestriction, restrictInquiry, withdrawConsent } from './rights-commands.ts';
import { RIGHT_RULES } from './rights-rules.ts';
import { type Asker, digestOfMail, openJson } from './sealed.ts';
import { acceptInquiry, forwardInquiry, refuseInquiry } from './sorting.ts';
import { listEvents } from './store.ts';

const refusedWith = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
const PERSONAL = /Vàng Thị Thử|nguoihoi|0987|Thôn Mẫu/;

for (const engine of engines()) {
  describe(`The rights desk on ${engine}`, () => {
    let desk: RightsHall;
    before(async () => {
      desk = await openRightsHall(engine);
    });
    after(() => desk.hall.close());

    test('BG-030: two working days for the first word, then ten, fifteen or twenty; each met by its own step', async () => {
      const { hall, at, send, requestOf, answer, clockOfNotice } = desk;
      at('08:00');
      const about = await send('bac-giang', 'question');
      const due: Record<string, string | undefined> = {};
      let last: { id: number; states(): Promise<unknown[]> } | undefined;
      for (const right of ['view', 'restrict', 'delete'] as const) {
        const { id } = await requestOf('bac-giang', right, [about.id]);
        const notice = await clockOfNotice(id);
        assert.deepEqual([notice?.state, notice?.dueOn], ['running', '2026-11-25']);
        due[right] = (await hall.clocks(id))[0]?.dueOn;
        await hall.act('bac-giang/main', 'boardMember', acceptInquiry, {
          ...{ inquiryId: id, variant: RIGHT_RULES[right].variant, commonConcern: false },
        });
        const states = async () => [(await clockOfNotice(id))?.state, (await hall.clocks(id))[0]?.state];
        assert.deepEqual(await states(), ['met', 'running']);
        last = { id, states };
      }
      assert.deepEqual(due, { view: '2026-11-30', restrict: '2026-12-07', delete: '2026-12-10' });
      await answer('bac-giang/main', last?.id ?? 0);
      assert.deepEqual(await last?.states(), ['met', 'met']);
      const { id } = await requestOf('bac-giang', 'delete', [about.id]);
      await hall.act('bac-giang/main', 'boardMember', refuseInquiry, {
        ...{ inquiryId: id, reason: 'incomplete', note: 'Không chứng minh được là chủ dữ liệu.' },
      });
      assert.equal((await clockOfNotice(id))?.state, 'met');
      assert.equal((await hall.clocks(id))[0]?.state, 'cancelled');
    });

    test('the clock of the first word goes with the request when it is forwarded, and is not there for a question', async () => {
      const { hall, send, requestOf, clockOfNotice } = desk;
      const about = await send('lao-cai', 'question');
      assert.equal(await clockOfNotice(about.id), undefined);
      const { id } = await requestOf('lao-cai', 'view', [about.id]);
      const toPortalId = hall.portal('lao-cai/snnmt').id;
      await hall.act('lao-cai/main', 'boardMember', forwardInquiry, { inquiryId: id, toPortalId, note: '' });
      const notice = await clockOfNotice(id);
      assert.deepEqual([notice?.state, notice?.portalId], ['running', toPortalId]);
    });

    test('BG-028: what is corrected is sealed anew, and every board that was given it is told', async () => {
      const { hall, at, send, requestOf } = desk;
      at('15:00', '2026-11-21');
      const { id } = await send('lao-cai', 'question');
      const snnmt = hall.portal('lao-cai/snnmt').id;
      await hall.act('lao-cai/main', 'boardMember', acceptInquiry, { inquiryId: id, commonConcern: false });
      await hall.act('lao-cai/main', 'boardMember', askBodies, { inquiryId: id, portalIds: [snnmt] });
      const request = await requestOf('lao-cai', 'correct', [id]);
      const of = { inquiryId: id, requestId: request.id };
      const asker = {
        ...ASKER,
        fields: { ...ASKER.fields, name: 'Vàng Thị Đúng' },
        email: 'dung@nguoihoi.example',
      };
      const correct = (to: Asker, post: 'editor' | 'boardMember' = 'boardMember') =>
        hall.act('lao-cai/main', post, correctAsker, { ...of, asker: to });
      await assert.rejects(correct(asker, 'editor'), refusedWith('not-permitted'));
      await assert.rejects(correct(ASKER), refusedWith('nothing-changed'));
      const { state } = await correct(asker);
      assert.equal(state, 'inProgress', 'its work goes on');
      const { ports } = hall.app;
      const row = await hall.inquiry(id);
      assert.equal(
        openJson<Asker>(ports.seal, row.code_digest, 'asker', row.asker)?.fields.name,
        'Vàng Thị Đúng',
      );
      assert.equal(row.mail_digest, digestOfMail(ports.seal, 'dung@nguoihoi.example'));
      const events = await ports.database.transaction({ as: 'system' }, (tx) => listEvents(tx, id));
      assert.deepEqual(events.at(-1)?.facts.fields, ['name', 'email']);
      assert.doesNotMatch(JSON.stringify(events), PERSONAL);
      const told = await hall.database.asOwner((owner) =>
        owner.query<{ person_id: number }>(
          `select person_id from notice where words_vi like '%số ${id} đã được chỉnh sửa%'`,
        ),
      );
      const expected = (['boardMember', 'head'] as const).map(
        (post) => hall.officer('lao-cai/snnmt', post).personId,
      );
      assert.deepEqual(told.map((one) => Number(one.person_id)).sort(), expected.sort());
    });

    test('a restricted inquiry is read by the board alone until the restriction is lifted', async () => {
      const { hall, at, send, requestOf } = desk;
      at('15:30', '2026-11-21');
      const { id } = await send('lao-cai', 'question');
      const request = await requestOf('lao-cai', 'restrict', [id]);
      const see = (post: 'editor' | 'boardMember') =>
        findCasefile(hall.app.ports, hall.officer('lao-cai/main', post), id, 'vi');
      const of = { inquiryId: id, requestId: request.id };
      assert.ok(await see('editor'));
      await hall.act('lao-cai/main', 'head', restrictInquiry, of);
      assert.equal(await see('editor'), undefined);
      assert.ok(await see('boardMember'));
      await assert.rejects(
        hall.act('lao-cai/main', 'head', restrictInquiry, of),
        refusedWith('restricted-before'),
      );
      await hall.act('lao-cai/main', 'head', liftRestriction, of);
      assert.ok(await see('editor'));
      await assert.rejects(
        hall.act('lao-cai/main', 'head', liftRestriction, of),
        refusedWith('not-restricted'),
      );
      const complaint = await send('lao-cai', 'complaint');
      await hall.act('lao-cai/main', 'head', restrictInquiry, { ...of, inquiryId: complaint.id });
      await hall.act('lao-cai/main', 'head', liftRestriction, { ...of, inquiryId: complaint.id });
      assert.equal((await hall.inquiry(complaint.id)).confidential, true, 'a complaint stays confidential');
    });

    test('BG-027: after the consent was withdrawn no mail goes out any more; when it was given stays on record', async () => {
      const { hall, box, at, send, requestOf } = desk;
      at('16:00', '2026-11-21');
      const { id } = await send('lao-cai', 'question');
      const request = await requestOf('lao-cai', 'withdraw', [id]);
      const of = { inquiryId: id, requestId: request.id };
      const given = (await hall.inquiry(id)).consents.reply;
      assert.ok(given);
      const withdraw = (purposes: string[]) =>
        hall.act('lao-cai/main', 'head', withdrawConsent, { ...of, purposes });
      await assert.rejects(withdraw(['publish']), refusedWith('consent-missing'));
      await hall.app.ports.jobs.drain();
      await withdraw(['reply']);
      assert.deepEqual((await hall.inquiry(id)).consents, {});
      box.taken.length = 0;
      const toPortalId = hall.portal('lao-cai/snnmt').id;
      await hall.act('lao-cai/main', 'boardMember', forwardInquiry, { inquiryId: id, toPortalId, note: '' });
      await hall.app.ports.jobs.drain();
      assert.deepEqual(
        box.taken.filter(({ subject }) => /chuyển cơ quan/.test(subject)),
        [],
      );
      const events = await hall.app.ports.database.transaction({ as: 'system' }, (tx) => listEvents(tx, id));
      assert.deepEqual(events.find(({ move }) => move === 'withdrawConsent')?.facts.withdrawn, {
        reply: given,
      });
    });

    test('LC-109 BG-029 TB-031: the board carries a request out on its page, and what the law keeps is refused with its day', async () => {
      const { hall, at, hostOf, send, requestOf, answer } = desk;
      at('08:30', '2026-11-23');
      const place = 'thai-binh';
      const host = hostOf(`${place}/main`);
      const { id, code } = await send(place, 'question');
      const request = await requestOf(place, 'delete', [id]);
      const board = await hall.signIn(host, 'tb.board');
      const editor = await hall.signIn(host, 'tb.editor');
      const path = `/ban-lam-viec/thu-hoi-dap/${request.id}/du-lieu`;
      assert.equal((await hall.get(host, path, { as: editor })).status, 403);
      const page = await hall.get(host, path, { as: board });
      assert.equal(page.status, 200);
      assert.match(page.body, /Thực hiện yêu cầu/);
      const own = await hall.get(host, `/ban-lam-viec/thu-hoi-dap/${request.id}`, { as: board });
      assert.match(own.body, new RegExp(`href="${path}"`));
      const token = tokenIn(page);
      const post = (fields: Record<string, string>) =>
        hall.post(host, path, { _token: token, inquiryId: String(id), ...fields }, { as: board });
      assert.match((await post({ do: 'delete' })).body, /đang được giải quyết/);
      const bad = await post({ do: 'correct', name: 'Vàng Thị Đúng', email: 'không phải' });
      assert.equal(bad.status, 422);
      assert.match(bad.body, /value="Vàng Thị Đúng"/, 'everything typed stays');
      assert.equal((await post({ do: 'certify', inquiryId: '' })).status, 303);
      const { ports } = hall.app;
      const { locality_id } = await hall.inquiry(id);
      const filesOf = async () => (await findForAsker(ports, locality_id, request.code, 'vi'))?.files ?? [];
      assert.deepEqual(await filesOf(), [], 'what the body encloses is read with its answer');
      for (const one of [id, request.id]) {
        await hall.act(`${place}/main`, 'boardMember', acceptInquiry, {
          inquiryId: one,
          commonConcern: false,
        });
        await answer(`${place}/main`, one);
      }
      const [file] = await filesOf();
      const enclosed = await hall.get(host, `/hoi-dap/theo-doi/${request.code}/tep/${file?.id}`);
      assert.match(enclosed.body, /Giấy xác nhận dữ liệu cá nhân đang lưu/);
      assert.ok(enclosed.body.includes(ASKER.phone));

      const kept = await post({ do: 'delete' });
      assert.equal(kept.status, 422);
      assert.match(kept.body, /Phải giữ đến hết[^<]*23\/12\/2026/);
      at('08:30', '2026-12-24');
      const later = await hall.signIn(host, 'tb.board');
      const again = tokenIn(await hall.get(host, path, { as: later }));
      const done = await hall.post(
        host,
        path,
        { _token: again, inquiryId: String(id), do: 'delete' },
        { as: later },
      );
      assert.equal(done.status, 303);
      await ports.jobs.drain();
      const row = await hall.inquiry(id);
      assert.deepEqual([row.asker, row.content, row.mail_digest, row.code_sealed], [null, null, null, null]);
      assert.equal((await hall.post(host, RIGHTS_PATHS.start.vi, { do: 'code', code })).status, 404);
      assert.match((await hall.get(host, path, { as: later })).body, new RegExp(`số ${id} không còn`));
    });
  });
}
