import { createSmtp } from './smtp.ts';
import { MailError, type MailTransport } from './types.ts';

/** Mail leaves the house here. */
export {
  AT_ONCE,
  MAIL_REASONS,
  MailError,
  type MailMessage,
  type MailReason,
  type MailTransport,
} from './types.ts';

/** The way out that the configuration gives. */
export function openMail({ smtpUrl, demo }: { smtpUrl?: string | undefined; demo: boolean }): MailTransport {
  if (smtpUrl) return createSmtp(smtpUrl);
  return demo ? createCatcher() : createNoMail();
}

/** Whether the mail server lets us in; sends nothing. @throws MailError */
export async function checkMail(smtpUrl: string): Promise<void> {
  const smtp = createSmtp(smtpUrl);
  try {
    await smtp.check();
  } finally {
    await smtp.close();
  }
}

/** Takes everything and sends nothing: for the demo, where the room of notifications keeps mails to be read. */
export function createCatcher(): MailTransport {
  return { kind: 'catcher', send: async () => {}, close: async () => {} };
}

/** Without a mail server in service: nothing is sent, nothing is lost. */
export function createNoMail(): MailTransport {
  return {
    kind: 'none',
    send: async () => {
      throw new MailError('unreachable', 'SMTP_URL', false);
    },
    close: async () => {},
  };
}
