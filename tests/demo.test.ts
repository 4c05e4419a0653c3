// The demo of the first start: everything it shows is there, and nothing is made twice.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DEMO_PASSWORD, type DemoSeed, seedDemo } from '../seeds/demo.ts';
import { type App, createApp } from '../src/app.ts';
import { passwordFaults } from '../src/rooms/accounts/password-rules.ts';
import { verifyChain } from '../src/rooms/audit/index.ts';
import { INTAKES } from '../src/rooms/inquiries/intakes.ts';
import { STATES, type State } from '../src/rooms/inquiries/rules.ts';
import { listLocalities } from '../src/rooms/portals/index.ts';
import { escapeText } from '../src/rules/body-html/index.ts';
import { shippedProfiles } from '../src/rules/profile/index.ts';
import { loadAssets } from '../src/ui/index.ts';
import { type FreshDatabase, freshDatabase } from './support/engines.ts';

describe('The demo', () => {
  let app: App;
  let database: FreshDatabase;
  let seed: DemoSeed;
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-demo-'));
  const now = new Date('2026-11-20T09:45:00+07:00');

  before(async () => {
    database = await freshDatabase('pglite');
    app = await createApp({
      config: {
        ...{ dataDir, demo: true, logLevel: 'silent', pageCacheBytes: 32 * 1024 * 1024, trustProxy: false },
        secretKey: Buffer.alloc(32, 7),
      },
      ...{ opened: database, profiles: shippedProfiles(), assets: await loadAssets(), now: () => now },
    });
    const made = await seedDemo(app.ports);
    assert.ok(made);
    seed = made;
  });
  after(async () => {
    await app.stop();
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const get = (host: string, url: string) =>
    app.http.inject({ method: 'GET', url, headers: { host: host.replace(/\.gov\.vn$/, '.localhost') } });

  test('a second run does nothing', async () => {
    assert.equal(await seedDemo(app.ports), undefined);
  });

  test('every portal answers in both languages, and every task of its home page leads to a page', async () => {
    for (const host of seed.hosts) {
      for (const home of ['/', '/en']) {
        const page = await get(host, home);
        assert.equal(page.statusCode, 200, `${host}${home}`);
        const [tasks = ''] = /<section class="tasks"[\s\S]*?<\/section>/.exec(page.body) ?? [];
        for (const [, href = ''] of tasks.matchAll(/href="([^"]+)"/g)) {
          assert.equal((await get(host, href)).statusCode, 200, `${host}${href}`);
        }
      }
    }
  });

  test('QN-009: what departments and localities of Quảng Ngãi publish is gathered in the main portal', async () => {
    const home = (await get('quangngai.gov.vn', '/')).body;
    assert.match(home, /Tiêm vắc-xin bổ sung cho trẻ dưới hai tuổi/);
    assert.match(home, /http:\/\/syt\.quangngai\.localhost/);
  });

  test('BG-006: a page asks nothing of any machine but the portal’s own', async () => {
    for (const host of seed.hosts.filter((one) => one.endsWith('bacgiang.gov.vn'))) {
      const page = await get(host, '/');
      const asked = [
        ...page.body.matchAll(/<(?:script|img|link|iframe|source)\b[^>]*?(?:src|href)="([^"]+)"[^>]*>/g),
      ]
        // names and ways to other pages: a browser fetches none of them
        .filter(([tag]) => !/rel="(?:canonical|alternate|schema\.DC)"/.test(tag))
        .map(([, address]) => address ?? '');
      assert.ok(asked.length > 0);
      assert.deepEqual(
        asked.filter((address) => !/^\/(?!\/)/.test(address)),
        [],
        host,
      );
      assert.match(String(page.headers['content-security-policy']), /default-src 'none'/);
    }
  });

  test('the name of the closed district leads to the commune, and the name still asked for does not answer', async () => {
    const moved = await get('hbh.laocai.gov.vn', '/tin-tuc');
    assert.equal(moved.statusCode, 301);
    assert.match(String(moved.headers.location), /bacha\.laocai\.localhost/);
    assert.equal((await get('syt.thaibinh.gov.vn', '/')).statusCode, 404);
  });

  test('the record of every locality is whole and reads in the order of time', async () => {
    const localities = await app.ports.database.publicly(listLocalities);
    assert.equal(localities.length, 5);
    for (const { id, code } of localities) {
      const verdict = await app.ports.database.transaction({ as: 'system' }, (tx) => verifyChain(tx, id));
      assert.ok(verdict.whole, code);
    }
    const back = await database.asOwner((owner) =>
      owner.query(`select from (select at, lag(at) over (partition by locality_id order by seq) as before
        from audit_entry) e where before > at`),
    );
    assert.equal(back.length, 0);
  });

  test('the figures are honest: most clocks met in time, some late, work waiting at every step', async () => {
    const count = async (query: string) =>
      new Map(
        (await database.asOwner((owner) => owner.query<{ state: string; n: number }>(query))).map((row) => [
          row.state,
          Number(row.n),
        ]),
      );
    const clocks = await count('select state, count(*) as n from clock group by state');
    assert.ok((clocks.get('met') ?? 0) > (clocks.get('metLate') ?? 0));
    assert.ok((clocks.get('metLate') ?? 0) > 0);
    const editions = await count('select state, count(*) as n from edition group by state');
    for (const state of ['draft', 'submitted', 'checked', 'published']) assert.ok(editions.get(state), state);
    const proposals = await count('select state, count(*) as n from proposal group by state');
    assert.deepEqual([...proposals.keys()].sort(), ['accepted', 'proposed']);
  });

  test('every main portal, and the member most letters are passed to, has somebody to write, check, decide and sign', () => {
    const hosts = seed.accounts
      .filter(({ roles }) => roles.includes('technicalAdmin'))
      .map(({ host }) => host);
    assert.equal(new Set(hosts).size, 5);
    const members = [
      'snnmt.laocai',
      'bacha.laocai',
      'stc.thaibinh',
      'syt.quangngai',
      'hlhpn.longxuyen',
      'stp.bacgiang',
    ];
    for (const host of [...hosts, ...members.map((name) => `${name}.gov.vn`)]) {
      const roles = seed.accounts.filter((one) => one.host === host).flatMap((one) => one.roles);
      for (const role of ['editor', 'checker', 'boardMember', 'head'])
        assert.ok(roles.includes(role), `${host} has no ${role}`);
    }
  });

  test('letters stand at every step: in Lào Cai in every state, elsewhere answered, received, worked on, to be signed, refused', async () => {
    const rows = await database.asOwner((owner) =>
      owner.query<{ code: string; state: State; intake: string; published: boolean }>(
        `select l.code, i.state, i.intake, i.item_id is not null as published
          from inquiry i join locality l on l.id = i.locality_id`,
      ),
    );
    assert.equal(rows.length, seed.inquiries.length + 2, 'two are the parts of one letter');
    const statesOf = (place: string) =>
      new Set(rows.filter(({ code }) => code === place).map(({ state }) => state));
    const inLaoCai = statesOf('lao-cai');
    assert.deepEqual(
      STATES.filter((state) => !inLaoCai.has(state)),
      [],
    );
    assert.equal(
      new Set(rows.map(({ intake }) => intake)).size,
      INTAKES.length - 1,
      'all but the regulation itself',
    );
    for (const { code } of await app.ports.database.publicly(listLocalities)) {
      const states = statesOf(code);
      for (const state of ['answered', 'received', 'inProgress', 'checked', 'refused'] as const)
        assert.ok(states.has(state), `${code}: ${state}`);
      assert.ok(rows.filter((one) => one.code === code && one.published).length >= 6, code);
    }
  });

  test('the public figures of answers are not 100 %: late ones wherever a regulation sets a time, days stated in two places', async () => {
    const clocks = await database.asOwner((owner) =>
      owner.query<{ code: string; kind: string; state: string }>(
        `select distinct l.code, c.subject_kind as kind, c.state from clock c join locality l on l.id = c.locality_id
          where c.subject_kind in ('inquiry', 'inquiryPromise')`,
      ),
    );
    const has = (code: string, kind: string, state: string) =>
      clocks.some((one) => one.code === code && one.kind === kind && one.state === state);
    for (const code of ['lao-cai', 'thai-binh', 'quang-ngai', 'long-xuyen']) {
      assert.ok(has(code, 'inquiry', 'met') && has(code, 'inquiry', 'metLate'), code);
    }
    assert.ok(
      has('quang-ngai', 'inquiryPromise', 'running') && has('long-xuyen', 'inquiryPromise', 'running'),
    );
    assert.ok(!clocks.some(({ code }) => code === 'bac-giang'), 'its regulation sets no time');
  });

  test('the code of every letter opens its page, and no mail is left to be tried', async () => {
    await app.ports.jobs.drain();
    const mails = await database.asOwner((owner) =>
      owner.query<{ state: string }>('select distinct state from mail_message'),
    );
    assert.deepEqual(
      mails.map(({ state }) => state),
      ['sent'],
    );
    for (const { host, code, title } of seed.inquiries) {
      const page = await get(host, `/hoi-dap/theo-doi/${code}`);
      assert.equal(page.statusCode, 200, title);
      assert.ok(page.body.includes(escapeText(title)), title);
    }
  });

  test('everybody can sign in with the one printed password, which keeps the rules of passwords', async () => {
    for (const { username } of seed.accounts)
      assert.deepEqual(passwordFaults(DEMO_PASSWORD, username), [], username);
    const names = seed.accounts.map((one) => one.username);
    assert.equal(new Set(names).size, names.length);
    const answer = await app.http.inject({
      ...{ method: 'POST', url: '/ban-lam-viec/dang-nhap' },
      headers: {
        ...{ host: 'www.laocai.localhost', 'sec-fetch-site': 'same-origin' },
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({ username: 'ltmhanhlaocai', password: DEMO_PASSWORD }).toString(),
    });
    assert.equal(answer.statusCode, 303);
  });
});
