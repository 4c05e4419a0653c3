/** Messages handed over at a time: one on each connection to the mail server. */
export const AT_ONCE = 5;

export interface MailMessage {
  from: { name: string; address: string };
  /** One address: every receiver gets a mail of his own. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** With its angle brackets; the same for every try of one mail. */
  messageId: string;
  headers?: Readonly<Record<string, string>> | undefined;
}

export interface MailTransport {
  /** `smtp`: handed to a mail server. `catcher`: kept to be read here. `none`: no way out; mails wait in their queue. */
  readonly kind: 'smtp' | 'catcher' | 'none';
  /** Resolves when the message was taken over. @throws MailError */
  send(message: MailMessage): Promise<void>;
  /** Lets what is being sent end. */
  close(): Promise<void>;
}

/** Why a mail was not taken over. */
export const MAIL_REASONS = [
  /** No server, no connection, no encryption, no answer in time. */
  'unreachable',
  /** The server does not let us in. */
  'sign-in',
  /** It does not take mail from our address. */
  'sender',
  /** It does not take mail for this address. */
  'recipient',
  /** It does not take this message. */
  'message',
  /** It says: not now. */
  'later',
  /** Nothing was said to it: something is wrong on our side. */
  'fault',
] as const;
export type MailReason = (typeof MAIL_REASONS)[number];

/** The message was not taken over, as far as is known. Says nothing of who it was for. */
export class MailError extends Error {
  override readonly name = 'MailError';
  readonly reason: MailReason;
  /** Codes such as `550 5.1.1` or `ECONNREFUSED`; never the server's own words, which may repeat the address. */
  readonly detail: string;
  /** Whether trying again would be refused again. */
  readonly isFinal: boolean;

  constructor(reason: MailReason, detail: string, isFinal: boolean, options?: ErrorOptions) {
    super([reason, detail].filter(Boolean).join(' '), options);
    this.reason = reason;
    this.detail = detail;
    this.isFinal = isFinal;
  }
}
