import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { checkMail, MailError, type MailMessage, openMail } from './index.ts';
import { createSmtp, mailErrorOf } from './smtp.ts';

const MESSAGE: MailMessage = {
  from: { name: 'Cổng thông tin điện tử tỉnh Lào Cai', address: 'cong@laocai.example' },
  to: 'nguoi.dan@example.com',
  subject: 'Đã nhận câu hỏi',
  text: 'Kính gửi ông, bà.',
  html: '<!doctype html><html lang="vi"><title>x</title><p>Kính gửi ông, bà.</p></html>',
  messageId: '<abc@www.laocai.gov.vn>',
};

interface Reply {
  code: number;
  text: string;
}

describe('the way out through a mail server', () => {
  let server: SMTPServer;
  let port: number;
  let raw: string[] = [];
  let recipients: string[] = [];
  /** What the server answers, by command; nothing: it takes everything. */
  let says: { from?: Reply; to?: Reply; data?: Reply } = {};
  const refusal = (reply: Reply | undefined) =>
    reply ? Object.assign(new Error(reply.text), { responseCode: reply.code }) : null;

  before(async () => {
    server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      authOptional: true,
      allowInsecureAuth: true,
      logger: false,
      onAuth: ({ password }, _session, done) =>
        password === 'dung' ? done(null, { user: 'cong' }) : done(new Error('Wrong password')),
      onMailFrom: (_address, _session, done) => done(refusal(says.from)),
      onRcptTo: ({ address }, _session, done) => {
        recipients.push(address);
        done(refusal(says.to));
      },
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const reply = refusal(says.data);
          if (!reply) raw.push(Buffer.concat(chunks).toString('utf8'));
          done(reply);
        });
      },
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const address = server.server.address();
    port = address && typeof address === 'object' ? address.port : assert.fail();
  });
  after(() => new Promise<void>((resolve) => server.close(resolve)));
  beforeEach(() => {
    [raw, recipients, says] = [[], [], {}];
  });

  const url = () => `smtp://127.0.0.1:${port}`;
  /** Sends one message by a transport of its own. */
  const send = async (message: Partial<MailMessage> = {}, to = url()) => {
    const smtp = createSmtp(to);
    try {
      await smtp.send({ ...MESSAGE, ...message });
    } finally {
      await smtp.close();
    }
  };
  const failsWith = (reason: string, isFinal: boolean, detail?: RegExp) => (error: unknown) => {
    assert.ok(error instanceof MailError);
    assert.deepEqual({ reason: error.reason, isFinal: error.isFinal }, { reason, isFinal });
    if (detail) assert.match(error.detail, detail);
    // the words of a server often repeat the address
    assert.doesNotMatch(`${error.message} ${String(error.cause)} ${error.stack}`, /nguoi\.dan/);
    return true;
  };

  test('a message arrives in both parts, with our Message-ID and a word that no reply of a machine is wanted', async () => {
    await send({ headers: { 'List-Unsubscribe': '<https://www.laocai.gov.vn/x>' } });
    const [mail = ''] = raw;
    assert.match(mail, /^Message-ID: <abc@www\.laocai\.gov\.vn>\r?$/im);
    assert.match(mail, /^Auto-Submitted: auto-generated\r?$/im);
    assert.match(mail, /^List-Unsubscribe: <https:\/\/www\.laocai\.gov\.vn\/x>\r?$/im);
    assert.match(mail, /multipart\/alternative/);
    assert.match(mail, /^Content-Type: text\/plain; charset=utf-8/im);
    assert.match(mail, /^Content-Type: text\/html; charset=utf-8/im);
    assert.deepEqual(recipients, [MESSAGE.to]);
  });

  test('an address with a comma or a line in it does not become two, and adds no header', async () => {
    await assert.rejects(send({ to: 'a@example.com, b@example.com' }), failsWith('recipient', true));
    await assert.rejects(send({ to: 'a@example.com\r\nBcc: b@example.com' }), failsWith('recipient', true));
    assert.ok(!recipients.includes('b@example.com'));
    assert.deepEqual(raw, []);
  });

  test('a recipient refused for good is final, one refused for now is not', async () => {
    says = { to: { code: 550, text: '5.1.1 <nguoi.dan@example.com>: user unknown' } };
    await assert.rejects(send(), failsWith('recipient', true, /^550/));
    says = { to: { code: 451, text: '4.7.1 <nguoi.dan@example.com>: greylisted' } };
    await assert.rejects(send(), failsWith('later', false, /^451/));
  });

  test('a message refused for good is final; a sender refused is ours to mend and tried again', async () => {
    says = { data: { code: 554, text: '5.7.1 looks like spam' } };
    await assert.rejects(send(), failsWith('message', true, /^554/));
    says = { data: { code: 452, text: '4.3.1 disk full' } };
    await assert.rejects(send(), failsWith('later', false, /^452/));
    says = { from: { code: 553, text: '5.7.1 not your address' } };
    await assert.rejects(send(), failsWith('sender', false, /^553/));
  });

  test('no server, a wrong password, and a server that must encrypt and cannot, are tried again', async () => {
    await assert.rejects(send({}, 'smtp://127.0.0.1:1'), failsWith('unreachable', false));
    await assert.rejects(send({}, `smtp://cong:sai@127.0.0.1:${port}`), failsWith('sign-in', false));
    await assert.rejects(
      send({}, `smtp://127.0.0.1:${port}?requireTLS=true`),
      failsWith('unreachable', false, /ETLS|502|500/),
    );
    assert.deepEqual(raw, []);
  });

  test('what the doctor asks: whether the server lets us in', async () => {
    await checkMail(`smtp://cong:dung@127.0.0.1:${port}`);
    await assert.rejects(checkMail(`smtp://cong:sai@127.0.0.1:${port}`), failsWith('sign-in', false));
  });

  test('a connection that breaks in the middle of a message is not tried again by the transport itself', async (t) => {
    let offered = 0;
    const breaking = createServer((socket: Socket) => {
      socket.on('error', () => {});
      socket.write('220 test\r\n');
      let message: string | undefined;
      socket.on('data', (bytes) => {
        const text = bytes.toString();
        if (message !== undefined) message += text;
        else if (/^DATA/i.test(text)) [message] = [''];
        if (message === undefined || message === '')
          socket.write(message === '' ? '354 go on\r\n' : '250 ok\r\n');
        else if (message.endsWith('\r\n.\r\n')) {
          offered++;
          socket.destroy();
        }
      });
    });
    t.after(() => breaking.close());
    breaking.listen(0, '127.0.0.1');
    await once(breaking, 'listening');
    const address = breaking.address();
    const where = address && typeof address === 'object' ? address.port : 0;
    await assert.rejects(send({}, `smtp://127.0.0.1:${where}`), failsWith('unreachable', false));
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(offered, 1);
  });

  test('many at once go over a few connections and all arrive', async () => {
    const smtp = createSmtp(url());
    const ids = Array.from({ length: 60 }, (_, i) => `<${i}@x>`);
    await Promise.all(ids.map((messageId) => smtp.send({ ...MESSAGE, messageId })));
    await smtp.close();
    const arrived = raw.map((mail) => /^Message-ID: (.+?)\r?$/im.exec(mail)?.[1]);
    assert.deepEqual(arrived.toSorted(), ids.toSorted());
  });

  test('the configuration gives the way out: a server, else the demo’s catcher, else none', async () => {
    const kinds = [
      openMail({ smtpUrl: url(), demo: true }),
      openMail({ demo: true }),
      openMail({ demo: false }),
    ];
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['smtp', 'catcher', 'none'],
    );
    await Promise.all(kinds.map((mail) => mail.close()));
  });
});

test('the enhanced code of a server is kept, its words are not', () => {
  const error = mailErrorOf(
    Object.assign(new Error('x'), {
      code: 'EENVELOPE',
      command: 'RCPT TO',
      responseCode: 550,
      response: '550 5.1.1 <nguoi.dan@example.com>: no such user',
    }),
  );
  assert.equal(error.message, 'recipient 550 5.1.1');
});
