import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../tests/support/engines.ts';
import { type MailHall, openMailHall, refusals } from '../../tests/support/mail.ts';
import { listMailFindings } from './doctor-mail.ts';

for (const engine of engines()) {
  describe(`what the doctor says of mail on ${engine}`, () => {
    let hall: MailHall;
    before(async () => {
      hall = await openMailHall(engine);
    });
    after(() => hall.world.close());

    const find = (config: { demo: boolean; smtpUrl?: string }) =>
      listMailFindings(
        { smtpUrl: undefined, ...config, mailFrom: 'cong@laocai.example' },
        hall.world.database,
      );

    test('without a mail server in service: how many mails wait, and what to do', async () => {
      await hall.order();
      const [server, none] = await find({ demo: false });
      assert.equal(server?.state, 'warn');
      assert.match(server?.text.vi ?? '', /1 thư đang chờ/);
      assert.match(server?.remedy?.vi ?? '', /SMTP_URL/);
      assert.equal(none, undefined);
    });

    test('a server that does not answer is bad; the demo without one is as it should be', async () => {
      const [server] = await find({ demo: false, smtpUrl: 'smtp://127.0.0.1:1' });
      assert.equal(server?.state, 'bad');
      assert.match(server?.text.en ?? '', /unreachable/);
      const [demo] = await find({ demo: true });
      assert.equal(demo?.state, 'note');
    });

    test('mails that were given up are named', async () => {
      hall.box.decide = () => {
        throw refusals.forGood();
      };
      await hall.world.app.ports.jobs.drain();
      const [, failed] = await find({ demo: true });
      assert.equal(failed?.state, 'warn');
      assert.match(failed?.text.vi ?? '', /^1 thư/);
    });
  });
}
