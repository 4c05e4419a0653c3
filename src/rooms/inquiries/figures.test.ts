import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { read } from '../../../tests/support/desk.ts';
import { engines } from '../../../tests/support/engines.ts';
import { ANSWER, askHere, fillInquiries } from '../../../tests/support/inquiry-cases.ts';
import { openWorld, type World } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { closePortal } from '../portals/index.ts';
import { checkAnswerOf, draftAnswer, signAnswer, submitAnswer } from './answering.ts';
import { figuresOf } from './figures-rules.ts';
import { countFigures } from './figures-store.ts';
import { acceptInquiry } from './sorting.ts';

const HOST = 'www.laocai.gov.vn';
const PAGE = { vi: '/hoi-dap/so-lieu', en: '/en/questions/figures' } as const;

for (const engine of engines()) {
  describe(`Public figures on ${engine}`, () => {
    let world: World;
    const localityId = () => world.portal('lao-cai/main').localityId;
    const count = (now: Date) =>
      world.database.database.transaction({ as: 'system' }, (tx) =>
        countFigures(tx, { localityId: localityId(), from: '2026-01-01', to: '2027-01-01', now }),
      );

    before(async () => {
      world = await openWorld(engine);
      await fillInquiries(world);
    });
    after(() => world.close());

    test('LC-113, BG-045: they are what a recount of the history gives', async () => {
      const figures = figuresOf(await count(world.app.ports.now()), () => undefined);
      const counted = await world.database.database.transaction({ as: 'system' }, (tx) =>
        tx.get<{ received: number; split: number; answered: number; ended: number }>(sql`
          select count(*) filter (where move = 'receive') as received,
            count(*) filter (where move = 'split') as split, count(*) filter (where move = 'sign') as answered,
            count(*) filter (where to_state in ('refused', 'sentOut', 'withdrawn', 'merged')) as ended
          from inquiry_event`),
      );
      assert.equal(figures.received, counted.received - counted.split);
      assert.equal(figures.answered, counted.answered);
      assert.equal(figures.otherwise, counted.ended);
      assert.equal(figures.open, figures.received - figures.answered - figures.otherwise);
      assert.deepEqual([figures.inTime, figures.late, figures.overdue], [2, 0, 0]);
    });

    test('the page is public, in both languages, and a number of public answers opens their list', async () => {
      for (const lang of ['vi', 'en'] as const) {
        const page = await world.get(HOST, PAGE[lang]);
        assert.equal(page.status, 200);
        assert.match(
          page.body,
          /<th scope="row">(Tỉnh Lào Cai|Lào Cai Province)<\/th><td class="n num"[^>]*>16</,
        );
        const [, href = ''] = /href="([^"]*\?co-quan=\d+)" hreflang="vi">2</.exec(page.body) ?? [];
        const list = await world.get(HOST, href);
        assert.equal(list.status, 200);
        assert.match(read(list), /Hỗ trợ giống ngô vụ xuân/);
        assert.doesNotMatch(page.body, /Vàng Thị Thử|giống ngô/);
      }
    });

    test('a filter shows one body or one kind', async () => {
      const commune = await world.get(HOST, `${PAGE.vi}?co-quan=${world.portal('lao-cai/bacha').id}`);
      assert.match(read(commune), /Xã Bắc Hà, thư nhận trong năm 2026.* 1 thư đã nhận/);
      const complaints = await world.get(HOST, `${PAGE.vi}?loai=complaint`);
      assert.match(read(complaints), /2 thư đã nhận/);
      assert.match(read(await world.get(HOST, `${PAGE.vi}?nam=2019`)), /Chưa có thư nào trong năm này/);
    });

    test('LC-060: past its day one is overdue, and once answered late; the kept page is made anew', async () => {
      const id = await askHere(world, 'question');
      const of = { portalId: world.portal('lao-cai/main').id, inquiryId: id };
      const { perform } = world.app.ports;
      const by = (name: string) => world.as(name);
      assert.match(read(await world.get(HOST, PAGE.vi)), /0 đang quá hạn/);
      world.setNow(new Date('2026-12-02T09:00:00+07:00'));
      assert.match(read(await world.get(HOST, PAGE.vi)), /[1-9]\d* đang quá hạn/);
      await perform(await by('lc.board'), acceptInquiry, { ...of, commonConcern: false });
      await perform(await by('lc.editor'), draftAnswer, { ...of, ...ANSWER });
      await perform(await by('lc.editor'), submitAnswer, of);
      await perform(await by('lc.checker'), checkAnswerOf, of);
      await perform(await by('lc.head'), signAnswer, of);
      const text = read(await world.get(HOST, PAGE.vi));
      assert.match(text, /3 đã trả lời 1 trả lời trễ/);
    });

    test('a body whose portal was closed keeps its line', async () => {
      const machine = world.machines['lao-cai'] ?? assert.fail();
      const commune = world.portal('lao-cai/bacha').id;
      await world.app.ports.perform(machine, closePortal, {
        ...{ mainPortalId: world.portal('lao-cai/main').id, portalId: commune },
        ...{ closedOn: '2026-11-20', decision: '05/QĐ-UBND' },
      });
      assert.match(read(await world.get(HOST, PAGE.vi)), /Xã Bắc Hà \(cổng đã đóng\)/);
    });
  });
}
