import { SMTPServer } from 'smtp-server';

/** A message a mail server took over. */
export interface TakenMail {
  to: string;
  messageId: string;
}

/** A mail server of a test on this machine: it keeps what it took, and refuses as it is told. */
export interface MailServer {
  url: string;
  taken: TakenMail[];
  /** Messages that were offered, whether taken or not. */
  offered: number;
  close(): Promise<void>;
}

/** @param refuses asked of each message before it is taken; its answer repeats the address, as real servers' answers do */
export async function startMailServer(refuses: (mail: TakenMail) => boolean, port = 0): Promise<MailServer> {
  const found: MailServer = { url: '', taken: [], offered: 0, close: async () => {} };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const head = Buffer.concat(parts).toString('latin1').split('\r\n\r\n')[0] ?? '';
        const [, messageId = ''] = /^Message-ID:\s*(<[^>]+>)/im.exec(head) ?? [];
        const to = session.envelope.rcptTo[0]?.address ?? '';
        found.offered += 1;
        if (refuses({ to, messageId }))
          return done(Object.assign(new Error(`4.3.0 not now for <${to}>`), { responseCode: 451 }));
        found.taken.push({ to, messageId });
        done();
      });
    },
  });
  // who goes away in the middle of a message is what some tests are about
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address();
  found.url = `smtp://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
  found.close = () => new Promise((resolve) => server.close(() => resolve()));
  return found;
}
