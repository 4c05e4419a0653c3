import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { ASKER, type Hall, openHall } from '../../../tests/support/inquiries.ts';
import { openMailBox } from '../../../tests/support/mail.ts';
import { closePortal } from '../portals/index.ts';
import { checkAnswerOf, draftAnswer, signAnswer, submitAnswer } from './answering.ts';
import { mergeInquiry } from './joining.ts';
import { findForAsker } from './queries.ts';
import { withdrawInquiry } from './receiving.ts';
import type { State } from './rules.ts';
import { acceptInquiry } from './sorting.ts';
import { followSuccessors } from './succession.ts';
import { askBack } from './timing.ts';

const MEMBER = 'lao-cai/snnmt';
const HEIR = 'lao-cai/bacha';
const DRAFT = {
  content: {
    title: 'Hỗ trợ giống',
    question: 'Có được hỗ trợ?',
    answer: 'Có, một nửa.',
    aside: 'Riêng ông/bà.',
  },
  ...{ citations: [], mode: 'direct' as const, from: 0 },
};

for (const engine of engines()) {
  describe(`A body merged into another on ${engine}`, () => {
    let hall: Hall;
    const box = openMailBox();
    const open = new Map<State, { id: number; code: string; dueOn: string | undefined }>();

    before(async () => {
      hall = await openHall(engine, { mail: box });
      for (const state of ['received', 'inProgress', 'waitingForAsker', 'drafted', 'checked'] as const)
        open.set(state, await bring(state));
      await hall.app.ports.perform(machine(), closePortal, {
        ...{ mainPortalId: hall.portal('lao-cai/main').id, portalId: hall.portal(MEMBER).id },
        ...{ successorPortalId: hall.portal(HEIR).id, closedOn: '2026-11-20', decision: '05/QĐ-UBND' },
      });
      await followSuccessors.run(hall.app.ports, {});
    });
    after(() => hall.close());

    const machine = () => hall.machines['lao-cai'] ?? assert.fail();

    /** An inquiry to the member, in a state. */
    async function bring(state: State) {
      const asked = await hall.ask('lao-cai', 'question', {
        portalId: hall.portal(MEMBER).id,
        isMain: false,
      });
      const on = { inquiryId: asked.id };
      const steps = [
        () => hall.act(MEMBER, 'boardMember', acceptInquiry, { ...on, commonConcern: false }),
        () => hall.act(MEMBER, 'editor', draftAnswer, { ...on, ...DRAFT }),
        () => hall.act(MEMBER, 'editor', submitAnswer, on),
        () => hall.act(MEMBER, 'checker', checkAnswerOf, on),
      ];
      for (const step of steps)
        if ((await hall.inquiry(asked.id)).state !== state && state !== 'waitingForAsker') await step();
      if (state === 'waitingForAsker') {
        await steps[0]?.();
        await hall.act(MEMBER, 'editor', askBack, { ...on, note: 'Xin cho biết diện tích.' });
      }
      const row = await hall.inquiry(asked.id);
      assert.equal(row.state, state);
      return { ...asked, dueOn: (await hall.clocks(asked.id))[0]?.dueOn };
    }

    test('what was open there goes to the successor, in whatever state, and its time goes on', async () => {
      for (const [state, { id, dueOn }] of open) {
        const row = await hall.inquiry(id);
        assert.deepEqual([row.portal_id, row.state], [hall.portal(HEIR).id, 'received'], state);
        const [clock] = await hall.clocks(id);
        assert.deepEqual(
          [clock?.portalId, clock?.state, clock?.dueOn],
          [hall.portal(HEIR).id, 'running', dueOn],
          state,
        );
      }
      const versions = [...open.values()].map(async ({ id }) => (await hall.inquiry(id)).version);
      await followSuccessors.run(hall.app.ports, {});
      const later = [...open.values()].map(async ({ id }) => (await hall.inquiry(id)).version);
      assert.deepEqual(await Promise.all(later), await Promise.all(versions), 'a second run does nothing');
    });

    test('the asker is written to from the main portal, since the one he asked is gone', async () => {
      const { id } = open.get('received') ?? assert.fail();
      await hall.app.ports.jobs.drain();
      box.taken.length = 0;
      const on = { portalId: hall.portal(MEMBER).id, inquiryId: id, note: 'Tôi đã hỏi ở xã.' };
      await hall.app.ports.perform(machine(), withdrawInquiry, on);
      await hall.app.ports.jobs.drain();
      assert.deepEqual(
        box.taken.map(({ to, from }) => [to, /lào cai/i.test(from.name)]),
        [[ASKER.email, true]],
      );
    });
  });

  describe(`Repeats of repeats on ${engine}`, () => {
    let hall: Hall;
    before(async () => {
      hall = await openHall(engine);
    });
    after(() => hall.close());

    test('one joined to another that was joined to a third gets the answer of the third', async () => {
      const MAIN = 'lao-cai/main';
      const [first, second, third] = [
        await hall.ask('lao-cai', 'question'),
        await hall.ask('lao-cai', 'question'),
        await hall.ask('lao-cai', 'question'),
      ];
      await hall.act(MAIN, 'boardMember', mergeInquiry, { inquiryId: first.id, intoId: second.id });
      await hall.act(MAIN, 'boardMember', mergeInquiry, { inquiryId: second.id, intoId: third.id });
      const on = { inquiryId: third.id };
      await hall.act(MAIN, 'boardMember', acceptInquiry, { ...on, commonConcern: false });
      await hall.act(MAIN, 'editor', draftAnswer, { ...on, ...DRAFT });
      await hall.act(MAIN, 'editor', submitAnswer, on);
      await hall.act(MAIN, 'checker', checkAnswerOf, on);
      await hall.act(MAIN, 'head', signAnswer, on);
      const { locality_id } = await hall.inquiry(first.id);
      const seen = await findForAsker(hall.app.ports, locality_id, first.code, 'vi');
      assert.deepEqual(
        [seen?.answer?.content.answer, seen?.answer?.content.aside],
        [DRAFT.content.answer, ''],
      );
    });
  });
}
