import { createTransport } from 'nodemailer';
import { AT_ONCE, MailError, type MailMessage, type MailReason, type MailTransport } from './types.ts';

const CONNECT_LIMIT_MS = 10_000;
/** Silence on an open connection. */
const SILENCE_LIMIT_MS = 20_000;
/** One message altogether, also with a server that trickles its answers. */
const SEND_LIMIT_MS = 60_000;
/** Shorter than what common servers wait, so that a connection is not found closed when it is needed. */
const IDLE_LIMIT_MS = 30_000;

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

export interface SmtpTransport extends MailTransport {
  /** Connects and signs in, and sends nothing. @throws MailError */
  check(): Promise<void>;
}

/**
 * The way out through a mail server. `smtp:` begins in clear and must turn to TLS (STARTTLS) before anything is said,
 * `smtps:` is TLS from the start. Only a server on this machine may go without, unless the URL says `?requireTLS=` true
 * or false.
 *
 * @param url `smtp://user:password@host:587`
 */
export function createSmtp(url: string): SmtpTransport {
  const { protocol, hostname, searchParams } = new URL(url);
  const asked = searchParams.get('requireTLS');
  const mustTurn = asked === null ? !LOOPBACK.test(hostname) : asked === 'true';
  const pool = createTransport({
    pool: true,
    url,
    ...(protocol === 'smtp:' && { requireTLS: mustTurn }),
    maxConnections: AT_ONCE,
    // a broken connection may have delivered: whether to try again is for the queue to say
    maxRequeues: 0,
    connectionTimeout: CONNECT_LIMIT_MS,
    greetingTimeout: CONNECT_LIMIT_MS,
    dnsTimeout: CONNECT_LIMIT_MS,
    socketTimeout: SILENCE_LIMIT_MS,
    idleTimeout: IDLE_LIMIT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    kind: 'smtp',
    async send(message) {
      try {
        await pool.sendMail({ ...partsOf(message), signal: AbortSignal.timeout(SEND_LIMIT_MS) });
      } catch (error) {
        throw mailErrorOf(error as SmtpFailure);
      }
    },
    async check() {
      try {
        await pool.verify();
      } catch (error) {
        throw mailErrorOf(error as SmtpFailure);
      }
    },
    close: async () => pool.close(),
  };
}

function partsOf({ from, to, subject, text, html, messageId, headers }: MailMessage) {
  return {
    from,
    // as an address and not as text, in which a comma would make two of it
    to: { name: '', address: to },
    ...{ subject, text, html, messageId },
    // a machine wrote it: no automatic reply is wanted (RFC 3834)
    headers: { 'Auto-Submitted': 'auto-generated', ...headers },
  };
}

interface SmtpFailure extends Error {
  code?: string;
  /** The command that was refused, e.g. `RCPT TO`. */
  command?: string;
  responseCode?: number;
  response?: string;
}

/**
 * What went wrong, sorted by the command that was answered and by the kind of answer (RFC 5321, 4.2.1: 5yz is for
 * good, 4yz for now). A refusal for good of sign-in or sender is our configuration, which somebody will mend: tried again.
 */
export function mailErrorOf(failure: SmtpFailure): MailError {
  const { code = '', command = '', responseCode, response = '' } = failure;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  const detail = responseCode === undefined ? code : [responseCode, enhanced].filter(Boolean).join(' ');
  const isRefusal = responseCode !== undefined && responseCode >= 500;
  const [reason, isFinal] = sort(code, command, responseCode, isRefusal);
  return new MailError(reason, detail, isFinal, { cause: new Error(detail) });
}

function sort(
  code: string,
  command: string,
  responseCode: number | undefined,
  isRefusal: boolean,
): [MailReason, boolean] {
  if (code === 'EAUTH' || code === 'ENOAUTH' || command.startsWith('AUTH')) return ['sign-in', false];
  // refused before anything was sent: no address at all, or one that cannot be written into a command
  if (code === 'EENVELOPE' && responseCode === undefined) return ['recipient', true];
  if (!isRefusal) return responseCode === undefined ? ['unreachable', false] : ['later', false];
  if (command === 'MAIL FROM') return ['sender', false];
  if (command === 'RCPT TO') return ['recipient', true];
  if (command === 'DATA') return ['message', true];
  return ['unreachable', false];
}
