import type { CommandContext } from '../../platform/command/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { ComposedMail, MailView } from '../../ui/index.ts';
import { type PortalRow, portalName } from '../portals/index.ts';
import { forgetMailToDigest, getHost, insertMail } from './mail-store.ts';
import { insertNotice, type NewNotice } from './notice-store.ts';
import { messageIdOf, placeOf } from './rules.ts';
import { senderName } from './words.ts';

/** Job that hands one mail over; its data is `{ mailId }`. */
export const SEND_JOB = 'notifications.sendMail';

/** A mail to one address, ordered by a command. */
export interface OutgoingMail {
  /** In whose name it goes; a member of staff has a part in that portal. */
  portalId: number;
  /** room.noun: what it is for, e.g. `inquiries.receipt`. */
  purpose: string;
  language: Lang;
  /** One address, checked when it was typed. */
  to: string;
  /** Made of ids, e.g. `inquiries:123:receipt`, never of personal data. The same key a second time is the same mail. */
  dedupeKey: string;
  content: ComposedMail;
  headers?: Readonly<Record<string, string>> | undefined;
}

/** What is sealed of a mail. */
export interface MailContent extends ComposedMail {
  to: string;
  headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Orders a mail within a command's transaction: it is sent if and only if the command commits, soon after.
 *
 * @returns false when one with this key was ordered before
 */
export async function queueMail(context: CommandContext, mail: OutgoingMail): Promise<boolean> {
  const { tx, seal, actor, now } = context;
  const { to, dedupeKey, content, headers } = mail;
  const sealed: MailContent = { to, ...content, ...(headers && { headers }) };
  const mailId = await insertMail(tx, {
    localityId: actor.localityId,
    portalId: mail.portalId,
    purpose: mail.purpose,
    language: mail.language,
    dedupeKey,
    messageId: messageIdOf(seal.digest(dedupeKey, 'mail id'), await getHost(tx, mail.portalId)),
    recipientDigest: recipientDigest(seal, to),
    content: seal.seal(JSON.stringify(sealed), placeOf(dedupeKey)),
    at: now,
  });
  if (mailId === undefined) return false;
  context.enqueue(SEND_JOB, { mailId });
  return true;
}

/** The portal as the head and foot of its mails show it. */
export function mailPortal(
  portal: PortalRow,
  lang: Lang,
  originOf: (host: string) => string,
): MailView['portal'] {
  return {
    name: senderName(portalName(portal, lang), lang),
    href: originOf(portal.host),
    colour: portal.face.colour,
  };
}

/** Tells a member of staff something, within a command's transaction. */
export function notify({ tx, now }: CommandContext, notice: NewNotice): Promise<void> {
  return insertNotice(tx, notice, now);
}

/**
 * Empties what is still kept of mails to an address, within a command's transaction. A machine reaches all portals of
 * its locality, a person his own.
 *
 * @returns how many were not sent yet, and will not be
 */
export function forgetMailTo({ tx, seal, actor }: CommandContext, address: string): Promise<number> {
  return forgetMailToDigest(tx, {
    localityId: actor.localityId,
    recipientDigest: recipientDigest(seal, address),
  });
}

/** Upper and lower case are the same address to nearly every server, and to every person. */
function recipientDigest(seal: CommandContext['seal'], address: string): string {
  return seal.digest(address.trim().toLowerCase(), 'mail recipient');
}
