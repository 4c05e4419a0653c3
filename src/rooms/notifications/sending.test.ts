import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { type MailBox, type MailHall, openMailHall, refusals } from '../../../tests/support/mail.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { tokenIn, type World } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { resendMail } from './commands.ts';
import { takeMail } from './mail-store.ts';
import { HANDING_LIMIT_MS, MOST_TRIES } from './rules.ts';
import { sweepMail } from './sending.ts';

const MINUTE_MS = 60_000;
const HOST = 'www.laocai.gov.vn';

for (const engine of engines()) {
  describe(`mails handed over on ${engine}`, () => {
    let hall: MailHall;
    let world: World;
    let box: MailBox;

    before(async () => {
      hall = await openMailHall(engine);
      ({ world, box } = hall);
    });
    after(() => world.close());
    beforeEach(() => hall.clear());

    test('a refusal for now is tried again with growing pauses, at last it waits for a person', async () => {
      box.decide = () => {
        throw refusals.forNow();
      };
      await hall.order();
      await world.app.ports.jobs.drain();
      const pauses: number[] = [];
      for (let found = await hall.row(); found.state === 'queued'; found = await hall.row()) {
        pauses.push(found.next_try_at.getTime() - world.app.ports.now().getTime());
        assert.ok(pauses.length < 20, 'the tries are bounded');
        // before its time nothing happens
        await sweepMail.run(world.app.ports, {});
        assert.equal((await hall.row()).tries, found.tries);
        world.setNow(new Date(found.next_try_at.getTime() + MINUTE_MS));
        await sweepMail.run(world.app.ports, {});
      }
      assert.equal(box.offered, MOST_TRIES);
      assert.deepEqual(
        pauses,
        [...pauses].sort((a, b) => a - b),
      );
      const { state, last_error: error, content } = await hall.row();
      assert.deepEqual({ state, error }, { state: 'failed', error: 'later 451 4.3.0' });
      assert.ok(content, 'what it says is kept for "send again"');
    });

    test('a refusal for good is not tried again', async () => {
      box.decide = () => {
        throw refusals.forGood();
      };
      await hall.order();
      await world.app.ports.jobs.drain();
      hall.later(60 * MINUTE_MS);
      await sweepMail.run(world.app.ports, {});
      assert.equal(box.offered, 1);
      assert.equal((await hall.row()).last_error, 'recipient 550 5.1.1');
    });

    test('killed between the order and the sending: the successor sends it, once', async () => {
      await hall.order();
      const { id } = await hall.row();
      // its job is lost with the process that had fetched it
      await hall.rows(sql`delete from jobs.job where name = 'notifications.sendMail'`);
      await world.app.ports.jobs.drain();
      assert.equal(box.offered, 0);
      hall.later(MINUTE_MS);
      await sweepMail.run(world.app.ports, {});
      await sweepMail.run(world.app.ports, {});
      assert.equal(box.taken.length, 1);
      assert.equal((await hall.row(id)).state, 'sent');
    });

    test('killed while handing over: sent again after the limit and not before, with the same Message-ID', async () => {
      await hall.order();
      const { id, message_id: messageId } = await hall.row();
      const { database, now } = world.app.ports;
      await database.transaction({ as: 'system' }, (tx) =>
        takeMail(tx, id, { now: now(), lostSince: new Date(0) }),
      );
      hall.later(HANDING_LIMIT_MS - 1_000);
      await world.app.ports.jobs.drain();
      await sweepMail.run(world.app.ports, {});
      assert.equal(box.offered, 0, 'it may still be in good hands');
      hall.later(1_000);
      await Promise.all([sweepMail.run(world.app.ports, {}), sweepMail.run(world.app.ports, {})]);
      assert.deepEqual(
        box.taken.map((message) => message.messageId),
        [messageId],
      );
    });

    test('a try that was overtaken by another changes nothing any more', async () => {
      await hall.order();
      let release = () => {};
      box.decide = () => new Promise<void>((resolve) => (release = resolve));
      const first = world.app.ports.jobs.drain();
      while (box.offered === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      box.decide = () => {
        throw refusals.forGood();
      };
      hall.later(HANDING_LIMIT_MS);
      await sweepMail.run(world.app.ports, {});
      assert.equal((await hall.row()).state, 'failed');
      release();
      await first;
      assert.equal((await hall.row()).state, 'failed');
    });

    test('a failed mail is listed on the desk with its reason, and goes out when an administrator sends it again', async () => {
      box.decide = () => {
        throw refusals.forGood();
      };
      await hall.order();
      await world.app.ports.jobs.drain();
      box.decide = () => {};
      const as = await world.signIn(HOST, 'lc.content');
      const page = await world.get(HOST, '/ban-lam-viec/thu-gui', { as });
      assert.match(page.body, /Máy chủ thư không nhận địa chỉ người nhận \(550 5\.1\.1\)/);
      assert.doesNotMatch(page.body, /bimat|Bímật/);
      const mailId = String((await hall.row()).id);
      const answer = await world.post(
        HOST,
        '/ban-lam-viec/thu-gui',
        { _token: tokenIn(page), mail: mailId },
        { as },
      );
      assert.equal(answer.status, 303);
      await world.app.ports.jobs.drain();
      assert.equal(box.taken.length, 1);
      const [entry] = await hall.rows<{ payload: { mailIds: number[] } }>(
        sql`select payload from audit_entry where command = 'notifications.resendMail' order by seq desc limit 1`,
      );
      assert.deepEqual(entry?.payload, { mailIds: [Number(mailId)] });
      await assert.rejects(
        world.app.ports.perform(await world.as('lc.content'), resendMail, {
          portalId: world.portal('lao-cai/main').id,
          mailIds: [Number(mailId)],
        }),
        isRefusal('mail-not-failed'),
      );
    });

    test('an editor and an administrator of another portal cannot send a failed mail again', async () => {
      box.decide = () => {
        throw refusals.forGood();
      };
      await hall.order();
      await world.app.ports.jobs.drain();
      const { id } = await hall.row();
      const portalId = world.portal('lao-cai/main').id;
      for (const username of ['lc.editor', 'tb.content']) {
        await assert.rejects(
          world.app.ports.perform(await world.as(username), resendMail, { portalId, mailIds: [id] }),
          isRefusal('not-permitted'),
        );
      }
      const ownPortal = world.portal('thai-binh/main').id;
      await assert.rejects(
        world.app.ports.perform(await world.as('tb.content'), resendMail, {
          portalId: ownPortal,
          mailIds: [id],
        }),
        isRefusal('mail-not-failed'),
      );
      assert.equal((await hall.row(id)).state, 'failed');
    });

    test('hundreds ordered at once leave in batches, none waits for a poll of its own, and each once', async () => {
      const most = 120;
      for (let one = 0; one < most; one++) await hall.order();
      // a server that takes its time
      box.decide = () => new Promise((resolve) => setTimeout(resolve, 30));
      const began = performance.now();
      await world.app.startJobs();
      while (box.taken.length < most && performance.now() - began < 30_000) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const seconds = (performance.now() - began) / 1_000;
      assert.equal(new Set(box.taken.map(({ messageId }) => messageId)).size, most);
      assert.equal(box.offered, most);
      assert.ok(seconds < 20, `${most} mails took ${seconds.toFixed(1)} s, 300 must leave within a minute`);
    });
  });
}
