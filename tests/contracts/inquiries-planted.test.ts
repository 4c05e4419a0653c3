// No public page, feed, search result, cache entry, log line, mail to others or export holds what an asker or an officer
// wrote in confidence: marked words in every field, looked for everywhere; after deletion also in a restored backup.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from '../../src/platform/db/index.ts';
import { createFileStore } from '../../src/platform/files/index.ts';
import { createSmtp } from '../../src/platform/mail/smtp.ts';
import type { MailMessage, MailTransport } from '../../src/platform/mail/types.ts';
import { forgetInquiry } from '../../src/rooms/inquiries/forgetting.ts';
import { withdrawInquiry } from '../../src/rooms/inquiries/receiving.ts';
import { ROOMS } from '../../src/rooms.ts';
import { type Backup, backUp, dumpText, keptDatabase, type Restored } from '../support/backup.ts';
import { crawl } from '../support/crawl.ts';
import { engines } from '../support/engines.ts';
import { type Hall, openHall } from '../support/inquiries.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { runTool } from '../support/operator.ts';
import { BESIDE, openEverything, Planting } from '../support/planted.ts';
import { HOST, PUBLIC_WORD, plantEverywhere } from '../support/planted-cases.ts';

const SECRET = '07'.repeat(32);
/** Planted where nothing may be kept: in fields the regulation does not ask for, a mistyped code, a search, an address. */
const NEVER_KEPT = [
  ...['formaddressdistrict', 'formrepresentative', 'formrepresentativetitle', 'formlicence'],
  ...['typedcode', 'similarwords', 'lostaddress', 'stranger'],
].map((place) => `zkplanted${place}`);

for (const engine of engines()) {
  describe(`Marked words on ${engine}`, () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-planted-'));
    const planting = new Planting();
    const log: string[] = [];
    const kept: string[] = [];
    const sent: MailMessage[] = [];
    let hall: Hall;
    let mails: MailServer;
    let backup: Backup;
    let restored: Restored | undefined;

    before(async () => {
      const seen = new Set<string>();
      // each message is refused once, with the address in the words of the refusal
      mails = await startMailServer(({ messageId }) => seen.size !== seen.add(messageId).size);
      const smtp = createSmtp(mails.url);
      const mail: MailTransport = {
        ...smtp,
        send: (message) => {
          sent.push(message);
          return smtp.send(message);
        },
      };
      const database = await keptDatabase(engine, folder);
      hall = await openHall(engine, { database, mail, logTo: { write: (line) => void log.push(line) } });
      const { cache } = hall.app.ports;
      const keep = cache.keep.bind(cache);
      cache.keep = (address, page, generation) => {
        kept.push(`${address}\n${page.keys}\n${page.html}`);
        return keep(address, page, generation);
      };
      await plantEverywhere(hall, planting);
      for (const day of ['20', '23', '27', '30']) {
        hall.setNow(new Date(`2026-11-${day}T14:30:00+07:00`));
        await runAll();
      }
    });
    after(async () => {
      await hall.close();
      await mails.close();
      await restored?.drop();
      rmSync(folder, { recursive: true, force: true });
    });

    /** What waits, and what comes round by itself. */
    async function runAll() {
      const { ports } = hall.app;
      await ports.jobs.drain();
      for (const job of ROOMS.flatMap(({ jobs }) => jobs)) if (job.cron) await job.run(ports, {});
      await ports.jobs.drain();
    }

    function assertNothingIn(text: string, where: string) {
      assert.deepEqual(planting.in(text), [], where);
    }

    test('with the keys everything that was planted is there: the marks are where they were put', async () => {
      const { seal, files } = hall.app.ports;
      const found = new Set(planting.in(await openEverything(hall.database, seal, files)));
      assert.deepEqual(
        planting.marks.filter((mark) => !found.has(mark)),
        NEVER_KEPT,
      );
      assert.ok(planting.marks.length > 150, `only ${planting.marks.length} marks`);
    });

    test('LC-009 BG-030: no public page, feed, search result or kept page holds one', async () => {
      const searches = [...BESIDE, 'zkplanted', PUBLIC_WORD].flatMap((word) =>
        ['/tim-kiem', '/en/search', '/hoi-dap', '/en/questions', '/hoi-dap/tuong-tu'].map(
          (where) => `${where}?q=${encodeURIComponent(word)}`,
        ),
      );
      const hosts = Object.values(hall.portals).map(({ host }) => host.replace(/\.gov\.vn$/, '.localhost'));
      const pages = await crawl(hall, hosts, searches);
      for (const { address, text } of pages) assertNothingIn(text, address);
      assert.deepEqual(
        pages
          .filter(({ status }) => status === 429 || status >= 500)
          .map(({ address, status }) => `${status} ${address}`),
        [],
      );
      const answers = pages.filter(({ text }) => text.includes(`${PUBLIC_WORD} question`));
      assert.ok(
        answers.some(({ address }) => address.includes('rss.xml')),
        'the feed has the public answer',
      );
      assert.ok(
        answers.some(({ address }) => address.includes('/tim-kiem')),
        'the search finds the public answer',
      );
      assert.ok(
        answers.some(({ address }) => address.includes('/hoi-dap')),
        'the list shows the public answer',
      );
      assert.ok(pages.length > 300 && kept.length > 100, `${pages.length} pages, ${kept.length} kept`);
      for (const page of kept) assertNothingIn(page, `the kept page ${page.split('\n')[0]}`);
    });

    test('no line of the log holds one, also when mails are refused and forms are wrong', () => {
      assert.ok(log.length > 0, 'something was logged');
      for (const line of log) assertNothingIn(line, line);
    });

    test('a mail to anyone but the asker holds none, and to the asker only his own', () => {
      assert.ok(mails.taken.length > 20 && mails.offered > mails.taken.length);
      const others = sent.filter(({ to }) => !to.startsWith('zkplanted'));
      assert.ok(others.length > 0, 'officers were written to');
      for (const { to, ...mail } of others) assertNothingIn(JSON.stringify(mail), `mail to ${to}`);
      for (const mail of sent.filter(({ to }) => to.startsWith('zkplanted'))) {
        const [, whose = ''] = /^zkplanted(.+)email@/.exec(mail.to) ?? [];
        const { to, ...said } = mail;
        for (const mark of planting.in(JSON.stringify(said)))
          if (!mark.startsWith('0'))
            assert.ok(mark.startsWith(`zkplanted${whose}`), `${mark} in a mail to ${to}`);
      }
    });

    test('the record says nothing of it, on its page and in both exports', async () => {
      const as = await hall.signIn(HOST, 'lc.technical');
      for (const page of ['', '/nhat-ky.csv', '/nhat-ky.json']) {
        const answer = await hall.get(HOST, `/ban-lam-viec/nhat-ky${page}`, { as });
        assert.equal(answer.status, 200);
        assert.match(answer.body, /inquiries|Tiếp nhận/);
        assertNothingIn(answer.body, `the record${page}`);
      }
    });

    test('LC-009: a dump of the database and the folder of its files hold none in clear', async () => {
      const dump = await dumpText(hall.database);
      assert.match(dump, new RegExp(PUBLIC_WORD), 'the dump is of this database');
      assertNothingIn(dump, 'the dump');
      let files = 0;
      for (const entry of readdirSync(hall.dataDir, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        files += 1;
        const bytes = readFileSync(path.join(entry.parentPath, entry.name));
        for (const text of [bytes.toString('utf8'), bytes.toString('utf16le'), entry.name])
          assertNothingIn(text, entry.name);
      }
      assert.ok(files > 0, 'the file of the form is there, sealed');
    });

    test('LC-109: once forgotten, not even the keys open one, here and in a restored backup', async () => {
      const { ports } = hall.app;
      await ports.jobs.drain();
      backup = await backUp(hall.database, folder, path.join(folder, 'backup'));
      const rows = await ports.database.transaction({ as: 'system' }, (tx) =>
        tx.rows<{ id: number; portal_id: number; received_portal_id: number; open: boolean }>(
          sql`select id, portal_id, received_portal_id, closed_at is null as open from inquiry order by id`,
        ),
      );
      const machine = hall.machines['lao-cai'] ?? assert.fail();
      for (const { id: inquiryId, received_portal_id: portalId } of rows.filter(({ open }) => open))
        await ports.perform(machine, withdrawInquiry, { portalId, inquiryId, note: 'Thôi không hỏi nữa.' });
      for (const { id: inquiryId, portal_id: portalId } of rows)
        await ports.perform(machine, forgetInquiry, { portalId, inquiryId, why: 'request' });
      await runAll();
      assertNothingIn(await openEverything(hall.database, ports.seal, ports.files), 'what the keys open');
      assertNothingIn(await dumpText(hall.database), 'the dump');

      restored = await backup.restore(hall.dataDir);
      const env = { DATA_DIR: hall.dataDir, SECRET_KEY: SECRET, DEMO: 'false' };
      const before = await openRestored();
      assert.ok(planting.in(before).length > 150, 'the backup has all of it');
      const said = await runTool('erasures replay --json', {
        ...env,
        ...(restored.url && { DATABASE_URL: restored.url }),
      });
      assert.deepEqual(JSON.parse(said.out), { replayed: rows.length });
      assertNothingIn(await openRestored(), 'what the keys open in the restored backup');
    });

    async function openRestored(): Promise<string> {
      const database = (await restored?.open()) ?? assert.fail();
      try {
        const files = createFileStore(path.join(hall.dataDir, 'files'));
        return await openEverything(database, hall.app.ports.seal, files);
      } finally {
        await database.close();
      }
    }
  });
}
