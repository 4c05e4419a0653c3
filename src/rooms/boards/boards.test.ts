import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { refused } from '../../../tests/support/staffed-office.ts';
import { openWorld, tokenIn, type World } from '../../../tests/support/world.ts';
import * as commands from './commands.ts';

const HOST = 'bacha.laocai.gov.vn';
const DECIDED = { decision: '12/QĐ-UBND', decidedOn: '2026-07-02' };

for (const engine of engines()) {
  describe(`Boards of editors on ${engine}`, () => {
    let world: World;
    let portalId: number;
    let boardId: number;
    before(async () => {
      world = await openWorld(engine);
      portalId = world.portal('lao-cai/bacha').id;
    });
    after(() => world.close());

    const by = (username: string) => world.actors[username] ?? assert.fail(username);
    const seat = (more: Partial<commands.Seating> = {}): commands.Seating & commands.OnBoard => ({
      ...{ portalId, boardId, ...DECIDED, place: 'chair', fullName: 'Sùng Thị Đứng' },
      ...{ office: 'Chủ tịch UBND xã', personId: by('lc.bacha.head').personId },
      ...{ fromOn: '2026-07-02', toOn: null, isShown: true, ...more },
    });
    const changedAt = async () => {
      const rows = await world.database.asOwner((owner) =>
        owner.query<{ at: Date }>(`select changed_at as at from board where id = ${boardId}`),
      );
      return new Date(rows[0]?.at ?? 0).toISOString();
    };
    const show = async (username: string) =>
      world.app.ports.perform(by(username), commands.showBoard, {
        ...{ portalId, boardId, changedAt: await changedAt() },
      });

    test('LC-096: a board stands by a decision, one of each kind of the regulation', async () => {
      const founding = { ...DECIDED, portalId, foundedOn: '2026-07-02', standingBody: null };
      const { perform } = world.app.ports;
      const editor = by('lc.bacha.editor');
      await refused(
        perform(editor, commands.foundBoard, { ...founding, code: 'council' }),
        'no-such-board-kind',
      );
      ({ boardId } = await perform(editor, commands.foundBoard, { ...founding, code: 'member-board' }));
      await refused(
        perform(editor, commands.foundBoard, { ...founding, code: 'member-board' }),
        'board-stands',
      );
      await refused(
        perform(by('lc.content'), commands.foundBoard, { ...founding, code: 'assistants' }),
        'not-permitted',
      );
    });

    test('members have an office, a term and a decision; an account is one of the portal', async () => {
      const { perform } = world.app.ports;
      const editor = by('lc.bacha.editor');
      await refused(perform(editor, commands.addMember, seat({ office: '' })), 'no-office');
      await refused(perform(editor, commands.addMember, seat({ toOn: '2026-07-01' })), 'dates-crossed');
      const foreign = by('tb.editor').personId;
      await refused(perform(editor, commands.addMember, seat({ personId: foreign })), 'no-such-account');
      await perform(editor, commands.addMember, seat());
      const hidden = { fullName: 'Vàng Văn Kín', office: 'Chuyên viên', isShown: false };
      await perform(editor, commands.addMember, seat({ ...hidden, place: 'member', personId: null }));
    });

    test('LC-118: the public is told only what the board approved, never by who wrote it', async () => {
      assert.match((await world.get(HOST, '/ban-bien-tap')).body, /chưa công bố/);
      await refused(show('lc.bacha.editor'), 'not-permitted');
      await show('lc.bacha.head');
      const page = await world.get(HOST, '/ban-bien-tap');
      assert.match(page.body, /Sùng Thị Đứng/);
      assert.match(page.body, /12\/QĐ-UBND/);
      assert.doesNotMatch(page.body, /Vàng Văn Kín/);
      assert.match((await world.get(HOST, '/en/editorial-board')).body, /Sùng Thị Đứng/);
      assert.match(page.body, /href="\/ban-bien-tap"/, 'the foot of the page leads there');
    });

    test('a change waits for approval, and whoever made it does not give it', async () => {
      const { perform } = world.app.ports;
      const later = { fullName: 'Giàng A Mới', office: 'Phó Chủ tịch UBND xã', place: 'deputy' } as const;
      await perform(by('lc.bacha.editor'), commands.addMember, seat({ ...later, personId: null }));
      assert.doesNotMatch((await world.get(HOST, '/ban-bien-tap')).body, /Giàng A Mới/);
      await refused(
        perform(by('lc.bacha.head'), commands.showBoard, { portalId, boardId, changedAt: '2026-01-01' }),
        'changed-since',
      );
      await world.database.asOwner((owner) =>
        owner.query(`update board set changed_by = ${by('lc.bacha.head').personId} where id = ${boardId}`),
      );
      await refused(show('lc.bacha.head'), 'own-words');
      await world.database.asOwner((owner) =>
        owner.query(`update board set changed_by = null where id = ${boardId}`),
      );
      await show('lc.bacha.head');
      assert.match((await world.get(HOST, '/ban-bien-tap')).body, /Giàng A Mới/);
    });

    test('on the desk: found, seated and approved through the forms, with everything typed still there', async () => {
      const host = 'www.thaibinh.gov.vn';
      const base = `/ban-lam-viec/ban-bien-tap/${world.portal('thai-binh/main').id}`;
      const as = await world.signIn(host, 'tb.content');
      const start = await world.get(host, base, { as });
      assert.match(start.body, /Chưa có Ban Biên tập Cổng chính/);
      const _token = tokenIn(start);
      const wrong = await world.post(
        host,
        base,
        { _token, code: 'main-board', standingBody: 'Văn phòng Sở' },
        { as },
      );
      assert.equal(wrong.status, 422);
      assert.match(wrong.body, /value="Văn phòng Sở"/);
      const founded = await world.post(
        host,
        base,
        {
          _token,
          code: 'main-board',
          decision: '5/QĐ-SNNMT',
          decidedOn: '2026-08-01',
          foundedOn: '2026-08-01',
        },
        { as },
      );
      assert.equal(founded.status, 303);
      const board = (founded.headers.location ?? '').replace('?xong=lap', '');
      const member = {
        ...{ _token, fullName: 'Sùng Thị Đứng', place: 'chair', office: 'Giám đốc Sở', fromOn: '2026-08-01' },
        ...{ decision: '5/QĐ-SNNMT', decidedOn: '2026-08-01', isShown: '1' },
      };
      const faulty = await world.post(host, `${board}/thanh-vien`, { ...member, office: '' }, { as });
      assert.equal(faulty.status, 422);
      assert.match(faulty.body, /href="#office"/);
      assert.match(faulty.body, /value="Sùng Thị Đứng"/);
      assert.equal((await world.post(host, `${board}/thanh-vien`, member, { as })).status, 303);
      const page = await world.get(host, board, { as });
      assert.match(page.body, /không phải người sửa sau cùng/);
      const head = await world.signIn(host, 'tb.head');
      const shown = await world.get(host, board, { as: head });
      const [, at = ''] = /name="changedAt" value="([^"]+)"/.exec(shown.body) ?? [];
      const approved = await world.post(
        host,
        `${board}/cong-bo`,
        { _token: tokenIn(shown), changedAt: at },
        { as: head },
      );
      assert.equal(approved.status, 303);
      assert.match((await world.get(host, '/ban-bien-tap')).body, /Giám đốc Sở/);
    });

    test('the overseeing office sees the boards of every portal; a member portal those of its own', async () => {
      const overseer = await world.signIn('www.laocai.gov.vn', 'lc.overseer');
      const list = await world.get('www.laocai.gov.vn', '/ban-lam-viec/ban-bien-tap', { as: overseer });
      assert.match(list.body, /Bắc Hà/);
      const head = await world.signIn(HOST, 'lc.bacha.head');
      const own = await world.get(HOST, '/ban-lam-viec/ban-bien-tap', { as: head });
      assert.equal(own.headers.location, `/ban-lam-viec/ban-bien-tap/${portalId}`);
      const foreign = world.portal('lao-cai/snnmt').id;
      assert.equal(
        (await world.get(HOST, `/ban-lam-viec/ban-bien-tap/${foreign}`, { as: head })).status,
        404,
      );
    });

    test('what is ended is told to nobody any more', async () => {
      const { perform } = world.app.ports;
      await perform(by('lc.bacha.editor'), commands.endBoard, { portalId, boardId, endedOn: '2026-11-20' });
      assert.doesNotMatch((await world.get(HOST, '/ban-bien-tap')).body, /Sùng Thị Đứng/);
    });
  });
}
