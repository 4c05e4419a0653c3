import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { HOSTS, type Office, openOffice, PASSWORD, type PortalName } from '../../../tests/support/office.ts';
import { scopeOf } from '../../platform/command/index.ts';
import { sql } from '../../platform/db/index.ts';
import { forgetCallers } from '../audit/forgetting.ts';
import { verifyChain } from '../audit/index.ts';

const SIGN_IN = '/ban-lam-viec/dang-nhap';
const ACCOUNT = '/ban-lam-viec/tai-khoan';
const RECORD = '/ban-lam-viec/nhat-ky';
const DAY_MS = 86_400_000;

interface Kept {
  command: string;
  address: string;
  port: number | null;
}

for (const engine of engines()) {
  describe(`The record of signing in on ${engine}`, () => {
    let office: Office;
    const ids: Record<string, number> = {};
    before(async () => {
      office = await openOffice(engine, { trustsProxy: true });
      ids.editor = await office.employ('nvbtvstc', 'Nguyễn Văn Biên', 'finance', ['editor']);
      ids.main = await office.employ('ttktubndt', 'Trần Thị Kỹ', 'main', ['technicalAdmin']);
      ids.member = await office.employ('lvkstc', 'Lê Văn Kỹ', 'finance', ['technicalAdmin']);
      ids.commune = await office.employ('gvktp', 'Giàng Văn Kỹ', 'commune', ['technicalAdmin']);
      ids.overseer = await office.employ('ntsubndt', 'Nguyễn Thị Soát', 'main', ['overseer', 'head']);
      ids.elsewhere = await office.employ('phbg', 'Phạm Bắc Giang', 'elsewhere', ['technicalAdmin']);
    });
    after(() => office.close());
    beforeEach(() => office.setNow(new Date('2026-11-20T09:45:00+07:00')));

    /** A form as the server in front hands it on. */
    async function sendFrom(address: string, port: string, fields: Record<string, string>, cookie = '') {
      return office.http.inject({
        method: 'POST',
        url: fields._token ? '/ban-lam-viec/dang-xuat' : SIGN_IN,
        headers: {
          host: HOSTS.finance,
          cookie,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
          'x-forwarded-for': address,
          'x-real-port': port,
        },
        payload: new URLSearchParams(fields).toString(),
      });
    }

    async function kept(): Promise<Kept[]> {
      const { rows } = await office.database.database.transaction({ as: 'system' }, (tx) =>
        tx.statement(
          `select e.command, host(s.address) as address, s.port from sign_in_record s
             join audit_entry e on e.locality_id = s.locality_id and e.seq = s.seq order by s.locality_id, s.seq`,
          [],
        ),
      );
      return rows as Kept[];
    }

    test('signing in, failing to, being told to wait and signing out bear address and source port; the chain does not', async () => {
      const before = (await kept()).length;
      const wrong = { username: 'nvbtvstc', password: 'Sai rồi 1!' };
      for (let n = 1; n <= 5; n++) await sendFrom('203.0.113.7', `4000${n}`, wrong);
      await sendFrom('203.0.113.8', '40006', { username: 'mat khau go nham', password: 'x' });
      office.wait(5 * 60_000);
      const done = await sendFrom('2001:db8::7', '40007', { username: 'nvbtvstc', password: PASSWORD });
      assert.equal(done.statusCode, 303);
      const cookie = String(done.headers['set-cookie']).split(';')[0] ?? '';
      const page = await office.get('finance', ACCOUNT, cookie);
      const token = /name="_token" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
      assert.equal((await sendFrom('2001:db8::7', '', { _token: token }, cookie)).statusCode, 303);
      assert.deepEqual((await kept()).slice(before), [
        ...[1, 2, 3, 4].map((n) => ({
          command: 'accounts.failSignIn',
          address: '203.0.113.7',
          port: 40_000 + n,
        })),
        { command: 'accounts.lockOut', address: '203.0.113.7', port: 40_005 },
        { command: 'accounts.failSignIn', address: '203.0.113.8', port: 40_006 },
        { command: 'accounts.signIn', address: '2001:db8::7', port: 40_007 },
        { command: 'accounts.signOut', address: '2001:db8::7', port: null },
      ]);
      assert.doesNotMatch(JSON.stringify(await office.recorded()), /203\.0\.113|2001:db8|4000\d/);
    });

    test('without a server in front it is the connection itself', async () => {
      const direct = await openOffice(engine);
      await direct.employ('nvbtvstc', 'Nguyễn Văn Biên', 'finance', ['editor']);
      await direct.http.listen({ host: '127.0.0.1', port: 0 });
      const { port } = direct.http.server.address() as AddressInfo;
      const localPort = await new Promise<number>((resolve, reject) => {
        const sent = request({
          ...{ host: '127.0.0.1', port, method: 'POST', path: SIGN_IN },
          headers: {
            ...{ host: HOSTS.finance, 'sec-fetch-site': 'same-origin' },
            ...{ 'content-type': 'application/x-www-form-urlencoded' },
            ...{ 'x-forwarded-for': '203.0.113.7', 'x-real-port': '1' },
          },
        });
        sent.on('response', (answer) => {
          const from = answer.socket.localPort ?? 0;
          answer.resume().on('end', () => resolve(from));
        });
        sent.on('error', reject);
        sent.end(new URLSearchParams({ username: 'nvbtvstc', password: PASSWORD }).toString());
      });
      const { rows } = await direct.database.database.transaction({ as: 'system' }, (tx) =>
        tx.statement('select host(address) as address, port from sign_in_record', []),
      );
      await direct.close();
      assert.deepEqual(rows, [{ address: '127.0.0.1', port: localPort }]);
    });

    test('is shown to technical administrators of the portal and of the main one, with how long it is kept', async () => {
      const seenBy = async (portal: PortalName, username: string) => {
        const cookie = await office.signIn(portal, username);
        const query = '?viec=accounts.lockOut';
        const page = (await office.get(portal, RECORD + query, cookie)).body;
        const csv = (await office.get(portal, `${RECORD}/nhat-ky.csv${query}`, cookie)).body;
        const json = (await office.get(portal, `${RECORD}/nhat-ky.json${query}`, cookie)).body;
        assert.doesNotMatch(json, /203\.0\.113/, 'the JSON is what was hashed');
        return [
          /203\.0\.113\.7, cổng nguồn 40005/.test(page),
          /giữ 12 tháng/.test(page),
          /"address","port"/.test(csv),
          /"203\.0\.113\.7","40005"/.test(csv),
        ];
      };
      const all = [true, true, true, true];
      assert.deepEqual(await seenBy('main', 'ttktubndt'), all);
      assert.deepEqual(await seenBy('finance', 'lvkstc'), all);
      assert.deepEqual(await seenBy('commune', 'gvktp'), [false, true, true, false]);
      assert.deepEqual(await seenBy('main', 'ntsubndt'), [false, false, false, false]);
    });

    test('the database shows it to nobody else, whatever is asked', async () => {
      const seen = async (who: string) => {
        const person = await office.personOf(ids[who] ?? 0);
        const { rows } = await office.database.database.transaction(scopeOf(person), (tx) =>
          tx.statement(`select distinct portal_id from sign_in_record order by portal_id`, []),
        );
        return (rows as { portal_id: number | string }[]).map(({ portal_id }) => Number(portal_id));
      };
      assert.deepEqual(await seen('editor'), []);
      assert.deepEqual(await seen('overseer'), []);
      assert.deepEqual(await seen('member'), [2]);
      assert.deepEqual(await seen('main'), [1, 2, 3]);
      assert.deepEqual(await seen('elsewhere'), []);
      for (const text of ['delete from sign_in_record', 'update sign_in_record set port = 1']) {
        const person = await office.personOf(ids.main ?? 0);
        await assert.rejects(
          office.database.database.transaction(scopeOf(person), (tx) => tx.statement(text, [])),
          /permission denied/,
        );
      }
      await assert.rejects(
        office.database.database.publicly((db) => db.rows(sql`select 1 from sign_in_record`)),
        /permission denied/,
      );
    });

    test('LC-124: a cookie of one locality counts at its own hosts and at no host of another', async () => {
      const cookie = await office.signIn('finance', 'nvbtvstc');
      const statusAt = async (portal: PortalName, with_: string) =>
        (await office.get(portal, ACCOUNT, with_)).status;
      assert.deepEqual(
        [
          await statusAt('finance', cookie),
          await statusAt('main', cookie),
          await statusAt('elsewhere', cookie),
        ],
        [200, 200, 303],
      );
      const theirs = await office.signIn('elsewhere', 'phbg');
      assert.deepEqual([await statusAt('elsewhere', theirs), await statusAt('main', theirs)], [200, 303]);
      assert.equal(await statusAt('finance', cookie), 200, 'and trying did not end it');
    });

    test('goes after twelve months, and the record stays whole', async () => {
      const run = () => forgetCallers.run(office.ports, {});
      const all = (await kept()).length;
      office.wait(365 * DAY_MS);
      await run();
      assert.equal((await kept()).length, all);
      office.wait(2 * DAY_MS);
      await run();
      await run();
      assert.equal((await kept()).length, 0);
      const verdict = await office.database.database.transaction({ as: 'system' }, (tx) =>
        verifyChain(tx, 1),
      );
      assert.equal(verdict.whole, true);
    });
  });
}
