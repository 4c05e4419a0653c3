import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { HOSTS, type Office, openOffice, PASSWORD } from '../../../tests/support/office.ts';
import { deviceOf } from './devices-rules.ts';
import { forgetDevicesJob } from './forgetting.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SIGN_IN = '/ban-lam-viec/dang-nhap';
const ACCOUNT = '/ban-lam-viec/tai-khoan';
const SESSIONS = `${ACCOUNT}/phien`;

const AGENTS = {
  windows:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  iphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
};

describe('A browser in plain words', () => {
  const CASES: readonly (readonly [userAgent: string | undefined, browser: string, system: string])[] = [
    [AGENTS.windows, 'Chrome', 'Windows'],
    [AGENTS.iphone, 'Safari', 'iOS'],
    [`${AGENTS.windows} Edg/140.0.0.0`, 'Edge', 'Windows'],
    [`${AGENTS.windows.replace('Chrome', 'coc_coc_browser/130 Chrome')}`, 'Cốc Cốc', 'Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36',
      'Samsung Internet',
      'Android',
    ],
    ['curl/8.5', '', ''],
    [undefined, '', ''],
  ];
  for (const [userAgent, browser, system] of CASES)
    test(`${browser || 'unknown'} on ${system || 'unknown'}`, () => {
      assert.deepEqual(deviceOf(userAgent), { browser, system });
    });
});

for (const engine of engines()) {
  describe(`Sessions and devices on ${engine}`, () => {
    let office: Office;
    const told: { what: string; personId: number; sessionId?: number }[] = [];
    before(async () => {
      office = await openOffice(engine, { told });
      await office.employ('dvmot', 'Một Thiết Bị', 'finance', ['editor']);
      await office.employ('dvhai', 'Hai Thiết Bị', 'finance', ['editor']);
    });
    after(() => office.close());

    /** Signs in as one browser at one address. @returns every cookie it was given */
    const signIn = async (username: string, from: { agent: string; address: string; cookie?: string }) => {
      const reply = await office.http.inject({
        ...{ method: 'POST', url: SIGN_IN, remoteAddress: from.address },
        headers: {
          ...{ host: HOSTS.finance, 'sec-fetch-site': 'same-origin', 'user-agent': from.agent },
          'content-type': 'application/x-www-form-urlencoded',
          ...(from.cookie && { cookie: from.cookie }),
        },
        payload: new URLSearchParams({ username, password: PASSWORD }).toString(),
      });
      assert.equal(reply.statusCode, 303);
      const cookies = [reply.headers['set-cookie'] ?? []].flat().map((set) => set.split(';')[0] ?? '');
      const named = (name: string) => cookies.find((one) => one.startsWith(`${name}=`)) ?? '';
      return { session: named('phien'), device: named('thiet-bi') };
    };
    const isIn = async (cookie: string) => (await office.get('finance', ACCOUNT, cookie)).status === 200;
    const newDevices = () => told.filter(({ what }) => what === 'newDevice').length;

    test('one sees where one is signed in: browser, address, how, since when', async () => {
      const { session } = await signIn('dvmot', { agent: AGENTS.windows, address: '10.9.0.1' });
      await signIn('dvmot', { agent: AGENTS.iphone, address: '10.9.0.2' });
      const { body } = await office.get('finance', SESSIONS, session);
      for (const words of ['Chrome trên Windows', '10.9.0.1', 'Safari trên iOS', '10.9.0.2', 'phiên này'])
        assert.ok(body.includes(words), words);
      assert.match(body, /hết sau 15 phút không thao tác, và muộn nhất lúc 21:45/);
      assert.equal(
        /[A-Za-z0-9_-]{43}/.test(body.replaceAll(/name="_token" value="[^"]+"/g, '')),
        false,
        'no token',
      );
    });

    test('one ends a session, and all others, and nobody ends another person’s', async () => {
      const here = await signIn('dvmot', { agent: AGENTS.windows, address: '10.9.0.1' });
      const phone = await signIn('dvmot', { agent: AGENTS.iphone, address: '10.9.0.2' });
      const other = await signIn('dvhai', { agent: AGENTS.iphone, address: '10.9.0.2' });
      const idOf = async ({ session }: { session: string }) => {
        const [row] = await office.database.asOwner((owner) =>
          owner.query<{ id: number }>(
            `select max(s.id)::int as id from session s join person p on p.id = s.person_id where p.username = '${session === other.session ? 'dvhai' : 'dvmot'}'`,
          ),
        );
        return String(row?.id);
      };
      const foreign = await office.post('finance', SESSIONS, { phien: await idOf(other) }, here.session);
      assert.equal(foreign.location, `${SESSIONS}?xong=roi`);
      assert.equal(await isIn(other.session), true);
      const one = await office.post('finance', SESSIONS, { phien: await idOf(phone) }, here.session);
      assert.equal(one.location, `${SESSIONS}?xong=mot`);
      assert.deepEqual([await isIn(phone.session), await isIn(here.session)], [false, true]);
      const again = await signIn('dvmot', { agent: AGENTS.iphone, address: '10.9.0.2' });
      await office.post('finance', SESSIONS, { phien: 'khac' }, here.session);
      assert.deepEqual([await isIn(again.session), await isIn(here.session)], [false, true]);
      assert.equal((await office.recorded()).at(-1)?.command, 'accounts.endSessions');
    });

    test('a browser not seen before is told of, once; the first sign-in of all is not', async () => {
      const id = await office.employ('dvba', 'Ba Thiết Bị', 'finance', ['editor']);
      const before = newDevices();
      const first = await signIn('dvba', { agent: AGENTS.windows, address: '10.9.1.1' });
      assert.equal(newDevices(), before, 'the first of all');
      await signIn('dvba', { agent: AGENTS.windows, address: '10.9.1.1' });
      assert.equal(newDevices(), before, 'the same words from the same address');
      await signIn('dvba', { agent: AGENTS.windows, address: '10.9.1.77', cookie: first.device });
      assert.equal(newDevices(), before, 'the same browser from another address');
      await signIn('dvba', { agent: AGENTS.windows, address: '10.9.1.78' });
      assert.equal(newDevices(), before + 1, 'neither known');
      assert.equal(told.at(-1)?.personId, id);
      assert.ok(Number(told.at(-1)?.sessionId) > 0);
      office.wait(181 * DAY_MS);
      await signIn('dvba', { agent: AGENTS.windows, address: '10.9.1.77', cookie: first.device });
      assert.equal(newDevices(), before + 2, 'after half a year it is new again');
      office.setNow(new Date('2026-11-20T09:45:00+07:00'));
    });

    test('browsers and addresses nobody came by for half a year are forgotten', async () => {
      await signIn('dvhai', { agent: AGENTS.iphone, address: '10.9.3.1' });
      const count = async () => {
        const [row] = await office.database.asOwner((owner) =>
          owner.query<{ n: number }>(
            `select ((select count(*) from known_device) + (select count(*) from session where address is not null))::int as n`,
          ),
        );
        return row?.n ?? 0;
      };
      const forget = () => forgetDevicesJob.run(office.ports, {});
      const before = await count();
      await forget();
      assert.equal(await count(), before, 'not before their time');
      office.wait(181 * DAY_MS);
      await forget();
      office.setNow(new Date('2026-11-20T09:45:00+07:00'));
      const left = await count();
      assert.ok(left < before, `${left} of ${before}`);
      office.wait(362 * DAY_MS);
      await forget();
      assert.equal(await count(), 0);
      office.setNow(new Date('2026-11-20T09:45:00+07:00'));
    });

    test('the mark of a browser says nothing of who uses it, and knows nobody else', async () => {
      const known = await signIn('dvhai', { agent: AGENTS.windows, address: '10.9.2.1' });
      const before = newDevices();
      await signIn('dvmot', { agent: AGENTS.windows, address: '10.9.2.2', cookie: known.device });
      assert.equal(newDevices(), before + 1, 'known for one, not for the other');
    });

    test('LX-015: a session a browser had before is never good after signing in: a token cannot be planted', async () => {
      const planted = 'phien=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
      const { session } = await signIn('dvmot', {
        agent: AGENTS.windows,
        address: '10.9.0.1',
        cookie: planted,
      });
      assert.notEqual(session, planted);
      assert.equal(await isIn(planted), false);
      const typed = { username: 'dvmot', password: PASSWORD };
      const next = (await office.post('finance', SIGN_IN, typed, session)).cookie ?? '';
      assert.deepEqual([await isIn(session), await isIn(next)], [false, true]);
    });

    test('a press that keeps the session keeps it, and a session that is over is not kept', async () => {
      const { session } = await signIn('dvmot', { agent: AGENTS.windows, address: '10.9.0.1' });
      office.wait(14 * MINUTE_MS);
      assert.equal((await office.get('finance', `${SESSIONS}/con`, session)).status, 200);
      office.wait(14 * MINUTE_MS);
      assert.equal(await isIn(session), true);
      office.wait(16 * MINUTE_MS);
      assert.equal((await office.get('finance', `${SESSIONS}/con`, session)).status, 303);
    });

    test('the pages of the desk say when the session ends, for the warning before it', async () => {
      const { session } = await signIn('dvmot', { agent: AGENTS.windows, address: '10.9.0.1' });
      office.wait(5 * MINUTE_MS);
      const { body } = await office.get('finance', ACCOUNT, session);
      assert.match(body, new RegExp(`data-rest="${15 * MINUTE_MS}"`));
      assert.match(body, new RegExp(`data-end="${(12 * 60 - 5) * MINUTE_MS}"`));
    });
  });
}
