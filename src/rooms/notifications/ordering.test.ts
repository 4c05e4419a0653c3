import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import {
  ADDRESS,
  MARK,
  type MailBox,
  type MailHall,
  openMailHall,
  orderMail,
  refusals,
} from '../../../tests/support/mail.ts';
import type { World } from '../../../tests/support/world.ts';
import type { Command } from '../../platform/command/index.ts';
import { sql } from '../../platform/db/index.ts';
import { forgetMailTo, type OutgoingMail } from './mailing.ts';
import { forgetMail, sweepMail } from './sending.ts';

const MINUTE_MS = 60_000;

for (const engine of engines()) {
  describe(`mails ordered on ${engine}`, () => {
    let hall: MailHall;
    let world: World;
    let box: MailBox;

    before(async () => {
      hall = await openMailHall(engine);
      ({ world, box } = hall);
    });
    after(() => world.close());
    beforeEach(() => hall.clear());

    test('a mail ordered by a command leaves after commit, in both its parts and in the name of the portal', async () => {
      assert.equal(await hall.order(), true);
      assert.equal(box.offered, 0);
      await world.app.ports.jobs.drain();
      const [message, second] = box.taken;
      assert.ok(message);
      assert.equal(second, undefined);
      assert.equal(message.to, ADDRESS);
      assert.match(message.from.name, /^Cổng thông tin điện tử tỉnh Lào Cai$/);
      assert.match(message.subject, /Bímật/);
      assert.match(message.text, new RegExp(MARK));
      assert.match(message.html, new RegExp(MARK));
      assert.match(message.messageId, /^<[\w-]+@www\.laocai\.gov\.vn>$/);
      assert.equal((await hall.row()).state, 'sent');
    });

    test('what a command that fails has ordered is never sent', async () => {
      await assert.rejects(world.app.ports.perform(hall.machine(), failing, hall.mail()), /after the order/);
      await world.app.ports.jobs.drain();
      assert.equal(box.offered, 0);
    });

    test('the same key twice is one mail, also when two commands order it at once', async () => {
      const dedupeKey = hall.mail().dedupeKey;
      const ordered = await Promise.all([
        hall.order({ dedupeKey }),
        hall.order({ dedupeKey }),
        hall.order({ dedupeKey }),
      ]);
      assert.deepEqual(ordered.filter(Boolean), [true]);
      await world.app.ports.jobs.drain();
      assert.equal(await hall.order({ dedupeKey }), false);
      await world.app.ports.jobs.drain();
      assert.equal(box.taken.length, 1);
    });

    test('BG-030: to whom a mail goes and what it says is nowhere in the database to be read, before and after', async () => {
      box.decide = () => {
        throw refusals.forNow();
      };
      await hall.order();
      await world.app.ports.jobs.drain();
      assert.equal((await hall.row()).state, 'queued');
      await assertUnreadable(hall);
      box.decide = () => {};
      hall.later(MINUTE_MS);
      await sweepMail.run(world.app.ports, {});
      const { state, content } = await hall.row();
      assert.deepEqual({ state, content }, { state: 'sent', content: null });
      await assertUnreadable(hall);
    });

    test('TB-046: the desk’s own role reads how mails of its portals fared, and never what they say', async () => {
      box.decide = () => {
        throw refusals.forNow();
      };
      await hall.order();
      const bacha = world.portal('lao-cai/bacha').id;
      const own = await world.as('lc.bacha.editor');
      const seen = await world.database.database.transaction(
        { as: 'staff', localityId: own.localityId, portalIds: own.portalIds, personId: own.personId },
        (tx) => tx.rows<{ portal_id: number }>(sql`select portal_id from mail_message`),
      );
      assert.ok(seen.every((one) => one.portal_id === bacha));
      await assert.rejects(
        world.database.database.transaction(
          { as: 'staff', localityId: own.localityId, portalIds: own.portalIds, personId: own.personId },
          (tx) => tx.rows(sql`select content from mail_message`),
        ),
        { code: '42501' },
      );
      await assert.rejects(
        world.database.database.publicly((db) => db.rows(sql`select id from mail_message`)),
        { code: '42501' },
      );
    });

    test('a member of staff orders a mail in the name of his portal, not of another', async () => {
      const editor = await world.as('lc.bacha.editor');
      const bacha = world.portal('lao-cai/bacha').id;
      assert.equal(await hall.order({ portalId: bacha }, editor), true);
      // a command with a mistake: permitted for one portal, it orders in the name of another
      const mistaken = { ...orderMail, portal: () => bacha };
      await assert.rejects(world.app.ports.perform(editor, mistaken, hall.mail()), /row-level security/);
    });

    test('what was not sent is forgotten after 30 days, and at once when the person asks', async () => {
      box.decide = () => {
        throw refusals.forGood();
      };
      await hall.order();
      await world.app.ports.jobs.drain();
      const { id } = await hall.row();
      hall.later(29 * 1_440 * MINUTE_MS);
      await forgetMail.run(world.app.ports, {});
      assert.ok((await hall.row(id)).content);
      hall.later(2 * 1_440 * MINUTE_MS);
      await forgetMail.run(world.app.ports, {});
      const old = await hall.row(id);
      assert.deepEqual([old.state, old.content], ['forgotten', null]);

      await hall.order();
      await hall.order({ to: 'khac@example.com' });
      const forgotten = await world.app.ports.perform(hall.machine(), forgetAddress, {
        portalId: world.portal('lao-cai/main').id,
        address: ADDRESS.toUpperCase(),
      });
      assert.equal(forgotten, 1);
      box.decide = () => {};
      box.taken = [];
      await world.app.ports.jobs.drain();
      assert.deepEqual(
        box.taken.map((message) => message.to),
        ['khac@example.com'],
      );
    });
  });
}

const failing: Command<OutgoingMail, void> = {
  ...orderMail,
  async run(context, mail) {
    await orderMail.run(context, mail);
    throw new Error('something went wrong after the order');
  },
};
const forgetAddress: Command<{ portalId: number; address: string }, number> = {
  name: 'test.forgetAddress',
  permit: 'any',
  permits: { any: [] },
  portal: (input) => input.portalId,
  async run(context, { address, portalId }) {
    context.record({ portalId, subject: { kind: 'portal', id: portalId }, payload: {} });
    return forgetMailTo(context, address);
  },
};

/** Reads every column of every table, the queue's included, as text. */
async function assertUnreadable({ world }: MailHall): Promise<void> {
  const { rows: tables } = (await world.app.ports.database.statement(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_schema in ('public', 'jobs') and table_type = 'BASE TABLE'`,
  )) as { rows: { name: string }[] };
  assert.ok(tables.some(({ name }) => name === 'jobs.job'));
  await world.database.asOwner(async (owner) => {
    for (const { name } of tables) {
      const found = await owner.query(`select from ${name} t where t::text ~* 'bimat|bímật' limit 1`);
      assert.equal(found.length, 0, `${name} holds what a mail says`);
    }
  });
}
