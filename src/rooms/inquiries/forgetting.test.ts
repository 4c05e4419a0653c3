import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { location, read } from '../../../tests/support/desk.ts';
import { engines } from '../../../tests/support/engines.ts';
import { ASKER, type Hall, openHall } from '../../../tests/support/inquiries.ts';
import { ANSWER, type Cases, fillInquiries } from '../../../tests/support/inquiry-cases.ts';
import { tokenIn } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { checkAnswerOf, draftAnswer, signAnswer, submitAnswer } from './answering.ts';
import { changeKeeping, forgetInquiry, forgetOld, orderForgetting } from './forgetting.ts';
import { findForAsker } from './queries.ts';
import { sealFile } from './sealed.ts';
import { acceptInquiry, refuseInquiry } from './sorting.ts';

const refusedWith = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

for (const engine of engines()) {
  describe(`Forgetting inquiries on ${engine}`, () => {
    let hall: Hall;
    let cases: Cases;
    before(async () => {
      hall = await openHall(engine);
      cases = await fillInquiries(hall);
      await hall.app.ports.jobs.drain();
    });
    after(() => hall.close());

    const machineOf = (place: string) => hall.machines[place] ?? assert.fail(place);
    const forget = (place: string, inquiryId: number, why: 'request' | 'period' = 'request') =>
      hall.app.ports.perform(machineOf(place), forgetInquiry, {
        ...{ portalId: hall.portal(`${place}/main`).id, inquiryId, why },
      });
    const answer = async (place: string, inquiryId: number) => {
      const portal = `${place}/main`;
      await hall.act(portal, 'boardMember', acceptInquiry, { inquiryId, commonConcern: true });
      await hall.act(portal, 'editor', draftAnswer, { inquiryId, ...ANSWER });
      await hall.act(portal, 'editor', submitAnswer, { inquiryId });
      await hall.act(portal, 'checker', checkAnswerOf, { inquiryId });
      await hall.act(portal, 'head', signAnswer, { inquiryId });
    };
    /** Everything the database keeps of an inquiry, sealed or not. */
    const kept = (id: number) =>
      hall.database.database.transaction({ as: 'system' }, async (tx) => ({
        row: await tx.get<Record<string, unknown>>(sql`select * from inquiry where id = ${id}`),
        notes: (
          await tx.rows<{ note: string | null }>(sql`select note from inquiry_event where inquiry_id = ${id}`)
        ).filter(({ note }) => note !== null).length,
        files: await tx.rows<{ name: string | null; hash: string | null }>(
          sql`select name, hash from inquiry_file where inquiry_id = ${id}`,
        ),
      }));

    test('TB-031: in Thái Bình an answered question is kept for thirty days from the answer, then it may go', async () => {
      hall.setNow(new Date('2026-11-20T10:00:00+07:00'));
      const { id, code } = await hall.ask('thai-binh', 'question');
      await answer('thai-binh', id);
      hall.setNow(new Date('2026-12-20T23:00:00+07:00'));
      await assert.rejects(forget('thai-binh', id), refusedWith('kept-by-law'));
      await assert.rejects(
        hall.act('thai-binh/main', 'boardMember', orderForgetting, { inquiryId: id }),
        refusedWith('kept-by-law'),
      );
      hall.setNow(new Date('2026-12-21T00:05:00+07:00'));
      assert.deepEqual(await forget('thai-binh', id), { forgotten: 1 });
      const { locality_id } = await hall.inquiry(id);
      assert.equal(await findForAsker(hall.app.ports, locality_id, code, 'vi'), undefined);
    });

    test('LC-109: who asked, what, the notes, the code and the files go; figures and the public answer stay', async () => {
      hall.setNow(new Date('2026-11-20T10:00:00+07:00'));
      const { ports } = hall.app;
      const codeDigest = `tep-${engine}`;
      const { hash } = await ports.files.put(sealFile(ports.seal, codeDigest, Buffer.from('x')));
      const { id } = await hall.ask('lao-cai', 'question', {
        codeDigest,
        files: [{ name: 'don.pdf', type: 'application/pdf', sizeBytes: 1, hash }],
      });
      await answer('lao-cai', id);
      const { item_id: itemId, state, received_at: receivedAt } = await hall.inquiry(id);
      await forget('lao-cai', id);
      await ports.jobs.drain();
      const { row, notes, files } = await kept(id);
      for (const column of ['asker', 'content', 'code_sealed', 'mail_digest', 'form_digest'])
        assert.equal(row[column], null, column);
      assert.equal(row.code_digest, `forgotten:${id}`);
      assert.equal(notes, 0);
      assert.deepEqual(files, [{ name: null, hash: null }]);
      assert.equal(await ports.files.open(hash), undefined, 'the bytes are destroyed');
      assert.deepEqual([row.state, row.item_id, row.received_at], [state, itemId, receivedAt]);
      const shown = await hall.get('www.laocai.gov.vn', `/bai/${itemId}`);
      assert.equal(shown.status, 302);
      assert.deepEqual(await forget('lao-cai', id), { forgotten: 0 }, 'a second time changes nothing');
    });

    test('what is open is not forgotten; a split letter goes with its parts', async () => {
      await assert.rejects(forget('lao-cai', cases.inProgress), refusedWith('still-open'));
      await assert.rejects(forget('lao-cai', cases.split), refusedWith('still-open'));
      const parts = await hall.database.database.transaction({ as: 'system' }, (tx) =>
        tx.rows<{ id: number }>(sql`select id from inquiry where parent_id = ${cases.split}`),
      );
      for (const { id } of parts) {
        await hall.act('lao-cai/main', 'boardMember', refuseInquiry, {
          ...{ inquiryId: id, reason: 'repeated', note: 'Đã trả lời.' },
        });
      }
      assert.deepEqual(await forget('lao-cai', cases.split), { forgotten: 1 + parts.length });
    });

    test('LC-109: a board orders it from the page, having said that it is sure', async () => {
      const host = 'www.laocai.gov.vn';
      const as = await hall.signIn(host, 'lc.board');
      const path = `/ban-lam-viec/thu-hoi-dap/${cases.refused}`;
      const page = await hall.get(host, path, { as });
      const _token = tokenIn(page);
      const unsure = await hall.post(host, `${path}/xoa-du-lieu`, { _token }, { as });
      assert.equal(unsure.status, 422);
      assert.match(unsure.body, /href="#sure"/);
      const done = await hall.post(host, `${path}/xoa-du-lieu`, { _token, sure: '1' }, { as });
      assert.equal(location(done), `${path}?xong=forget`);
      await hall.app.ports.jobs.drain();
      const after = read(await hall.get(host, path, { as }));
      assert.match(after, /Nội dung thư đã xóa theo quy định/);
      assert.doesNotMatch(after, new RegExp(`${ASKER.fields.name}|giống ngô`));
    });

    test('BG-027: after the years a locality keeps them they are emptied by themselves; five where it chose none', async () => {
      const closed = await hall.inquiry(cases.withdrawn);
      assert.equal(closed.forgotten_at, null);
      hall.setNow(new Date('2031-11-19T03:20:00+07:00'));
      await forgetOld.run(hall.app.ports, {});
      assert.equal((await hall.inquiry(cases.withdrawn)).forgotten_at, null, 'a day before');
      hall.setNow(new Date('2029-11-21T03:20:00+07:00'));
      const portalId = hall.portal('lao-cai/main').id;
      const head = await hall.as('lc.head');
      await hall.app.ports.perform(head, changeKeeping, { portalId, years: 3 });
      await forgetOld.run(hall.app.ports, {});
      assert.ok((await hall.inquiry(cases.withdrawn)).forgotten_at);
      assert.equal((await hall.inquiry(cases.inProgress)).forgotten_at, null, 'what is open stays');
    });

    test('the years are set on the main portal, by a form that says what is wrong', async () => {
      hall.setNow(new Date('2026-11-20T10:00:00+07:00'));
      const host = 'www.laocai.gov.vn';
      const as = await hall.signIn(host, 'lc.content');
      const path = '/ban-lam-viec/thu-hoi-dap/luu-giu';
      const _token = tokenIn(await hall.get(host, path, { as }));
      const wrong = await hall.post(host, path, { _token, years: 'mười' }, { as });
      assert.equal(wrong.status, 422);
      assert.match(read(wrong), /Ghi số năm từ 1 đến 30/);
      assert.match(wrong.body, /value="mười"/);
      assert.equal(
        location(await hall.post(host, path, { _token, years: '7' }, { as })),
        `${path}?xong=keeping`,
      );
      assert.match((await hall.get(host, path, { as })).body, /value="7"/);
      const editor = await hall.signIn(host, 'lc.editor');
      assert.equal((await hall.get(host, path, { as: editor })).status, 403);
    });
  });
}
