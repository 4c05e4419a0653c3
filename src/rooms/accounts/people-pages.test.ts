import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { PORTALS } from '../../../tests/support/office.ts';
import { openStaffedOffice, type StaffedOffice } from '../../../tests/support/staffed-office.ts';
import { scopeOf } from '../../platform/command/index.ts';
import type { Person } from '../../rules/access/index.ts';

const PEOPLE = '/ban-lam-viec/nhan-su';

for (const engine of engines()) {
  describe(`People on ${engine}`, () => {
    let office: StaffedOffice['office'];
    let ids: StaffedOffice['ids'];
    let finance: StaffedOffice['finance'];
    let accept: StaffedOffice['accept'];
    before(async () => {
      ({ office, ids, finance, accept } = await openStaffedOffice(engine));
    });
    after(() => office.close());

    describe('of other portals', () => {
      const seen = (person: Person, text: string) =>
        office.database.database.transaction(
          scopeOf(person),
          async (tx) => (await tx.statement(text, [])).rows as Record<string, unknown>[],
        );

      test('TB-046: are hidden by the database alone, whatever is asked', async () => {
        const names = (await seen(finance, 'select full_name from person')).map((row) => row.full_name);
        assert.equal(names.includes('Nguyễn Văn Biên'), true);
        for (const hidden of ['Giàng Văn Xã', 'Trần Thị Kỹ Thuật', 'Lê Văn Nội'])
          assert.equal(names.includes(hidden), false, hidden);
        const portals = (await seen(finance, 'select distinct portal_id::int as id from role_grant')).map(
          (row) => row.id,
        );
        assert.deepEqual(portals, [PORTALS.finance]);
        const others = `where person_id = ${ids.commune}`;
        assert.deepEqual(await seen(finance, `select person_id from session ${others}`), []);
        assert.deepEqual(await seen(finance, `select person_id from invitation ${others}`), []);
      });

      test('LC-107: cannot be changed by the desk’s role either', async () => {
        const touched = await office.database.database.transaction(scopeOf(finance), async (tx) => {
          const { rows } = await tx.statement(
            `update person set full_name = 'X' where id = $1 returning id`,
            [ids.commune],
          );
          return rows.length;
        });
        assert.equal(touched, 0);
      });

      test('TB-046: stand on no page: not in the list, not by address, and no portal of theirs can be chosen', async () => {
        const cookie = await office.signIn('finance', 'nttstc');
        const list = await office.get('finance', PEOPLE, cookie);
        assert.match(list.body, /Nguyễn Văn Biên/);
        assert.doesNotMatch(list.body, /Giàng Văn Xã|Tả Phìn/);
        assert.equal((await office.get('finance', `${PEOPLE}?cong=${PORTALS.commune}`, cookie)).status, 404);
        assert.equal((await office.get('finance', `${PEOPLE}/${ids.commune}`, cookie)).status, 404);
        assert.equal((await office.get('finance', `${PEOPLE}/0`, cookie)).status, 404);
        const { body } = await office.get('finance', `${PEOPLE}/${ids.both}`, cookie);
        assert.match(body, /giữ vai trò ngoài phần bạn quản trị/);
        assert.doesNotMatch(body, /Tả Phìn|khoa-tai-khoan/);
      });

      test('are open to the technical administrator from any host of the locality', async () => {
        const cookie = await office.signIn('finance', 'ttktubndt');
        const page = await office.get('finance', `${PEOPLE}?cong=${PORTALS.commune}`, cookie);
        assert.match(page.body, /Giàng Văn Xã/);
        assert.equal(
          (await office.get('finance', `${PEOPLE}?cong=${PORTALS.elsewhere}`, cookie)).status,
          404,
        );
      });
    });

    describe('on the pages', () => {
      const form = (more: Record<string, string>) => ({
        cong: String(PORTALS.finance),
        fullName: 'Nguyễn Văn Biên',
        email: '',
        language: 'vi',
        roles: 'editor',
        username: '',
        validFrom: '2026-11-20',
        validTo: '',
        decision: '41/QĐ-STC',
        decidedOn: '2026-11-18',
        ...more,
      });

      test('LC-102: the name is proposed by the regulation, numbered where it is taken, and held to the pattern', async () => {
        const cookie = await office.signIn('finance', 'nttstc');
        const proposed = await office.post('finance', `${PEOPLE}/moi`, form({}), cookie);
        assert.equal(proposed.status, 200);
        assert.match(proposed.body, /value="nvbienstc"/);
        const wrong = await office.post('finance', `${PEOPLE}/moi`, form({ username: 'bien.nv' }), cookie);
        assert.equal(wrong.status, 422);
        assert.match(wrong.body, /Hãy dùng: nvbienstc/);
        assert.match(wrong.body, /value="41\/QĐ-STC"/, 'nothing typed is lost');
        const invited = await office.post(
          'finance',
          `${PEOPLE}/moi`,
          form({ username: 'nvbienstc' }),
          cookie,
        );
        assert.equal(invited.status, 200);
        const [, token] =
          /https:\/\/stc\.laocai\.gov\.vn\/ban-lam-viec\/loi-moi\/([\w-]{43})/.exec(invited.body) ?? [];
        assert.equal((await accept(token ?? '')).status, 303);
        assert.match(
          (await office.post('finance', `${PEOPLE}/moi`, form({}), cookie)).body,
          /value="nvbienstc2"/,
        );
      });

      test('every fault is said at its field with everything typed still there', async () => {
        const cookie = await office.signIn('finance', 'nttstc');
        const answer = await office.post(
          'finance',
          `${PEOPLE}/moi`,
          form({ username: 'x', fullName: '', email: 'sai', decision: '', validFrom: '' }),
          cookie,
        );
        assert.equal(answer.status, 422);
        for (const field of ['fullName', 'email', 'decision', 'validFrom'])
          assert.match(answer.body, new RegExp(`href="#${field}"`));
        assert.match(answer.body, /value="sai"/);
      });

      test('rights are given, taken and accounts closed from a person’s page, in both languages', async () => {
        const personId = await office.employ('paged', 'Người Trên Trang', 'finance', ['editor']);
        const cookie = await office.signIn('finance', 'nttstc');
        const base = `${PEOPLE}/${personId}`;
        const given = await office.post(
          'finance',
          `${base}/giao-quyen`,
          { ...form({}), roles: 'checker' },
          cookie,
        );
        assert.equal(given.location, `${base}?cong=2&xong=giao`);
        const page = await office.get('finance', given.location ?? '', cookie);
        assert.match(page.body, /Đã giao vai trò/);
        assert.match(page.body, /Người kiểm duyệt/);
        const [, grantId = ''] = /name="grantId" value="(\d+)"/.exec(page.body) ?? [];
        assert.equal(
          (await office.post('finance', `${base}/thu-quyen`, { cong: '2', grantId }, cookie)).location,
          `${base}?cong=2&xong=thu`,
        );
        assert.equal(
          (await office.post('finance', `${base}/khoa-tai-khoan`, { cong: '2' }, cookie)).location,
          `${base}?cong=2&xong=khoa`,
        );
        const english = await office.get('finance', `/en/desk/nhan-su/${personId}`, cookie);
        assert.match(english.body, /Open again and send a new invitation/);
        const twice = await office.post('finance', `${base}/khoa-tai-khoan`, { cong: '2' }, cookie);
        assert.equal(twice.status, 422);
        assert.match(twice.body, /Tài khoản đang khóa/);
      });

      test('a form without the token of the session is refused', async () => {
        const cookie = await office.signIn('finance', 'nttstc');
        const answer = await office.post(
          'finance',
          `${PEOPLE}/${ids.editor}/khoa-tai-khoan`,
          { cong: '2', _token: 'x' },
          cookie,
        );
        assert.deepEqual([answer.status, answer.body], [403, 'forged']);
      });
    });
  });
}
