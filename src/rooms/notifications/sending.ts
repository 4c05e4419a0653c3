import type { JobDefinition } from '../../platform/jobs/index.ts';
import { AT_ONCE, MailError, type MailMessage } from '../../platform/mail/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { SealError } from '../../platform/seal/index.ts';
import { portalFacts, portalName } from '../portals/index.ts';
import {
  forgetMailBefore,
  type HandedMail,
  listOverlooked,
  markFailed,
  markLater,
  markSent,
  takeMail,
} from './mail-store.ts';
import { type MailContent, SEND_JOB } from './mailing.ts';
import { deleteNoticesBefore } from './notice-store.ts';
import {
  CONTENT_KEPT_DAYS,
  daysBefore,
  HANDING_LIMIT_MS,
  MOST_TRIES,
  NOTICE_KEPT_DAYS,
  nextTry,
  OVERLOOKED_MS,
  placeOf,
} from './rules.ts';
import { senderName } from './words.ts';

/** Fetched at one poll of a second, and more at once while there are more. */
const BATCH = 50;
/** One sweep; what is left waits for the next minute's. */
const MOST_OVERLOOKED = 500;
const SWEEP_LIMIT_MS = 50_000;
/** Of a mail whose every try ended with the process. */
const GIVEN_UP = new MailError('fault', '', true);
/** The clocks of this machine and of the database's may differ a little; the job must not come before its time. */
const CLOCK_LEEWAY_MS = 1_000;

/**
 * Hands one mail over, when it is due.
 *
 * What can be known: SMTP has no transaction. The mail is marked `handing` before the first word to the server and
 * `sent` after its last; of a mail that is `handing` when the process dies nobody can say whether the server took it
 * (the time in between is that of one message, and only five are in it at once). We choose at least once: it is handed
 * over again, with the same Message-ID, by which the receiver's server or program drops the double. Decision 0009.
 */
export async function handOver(ports: Ports, mailId: number): Promise<void> {
  const { database, mail: transport, now } = ports;
  if (transport.kind === 'none') return;
  const begun = now();
  const mail = await database.transaction({ as: 'system' }, (tx) =>
    takeMail(tx, mailId, { now: begun, lostSince: new Date(begun.getTime() - HANDING_LIMIT_MS) }),
  );
  if (!mail) return;
  const failure = mail.tries > MOST_TRIES ? GIVEN_UP : await trySending(ports, mail);
  const at = now();
  await database.transaction({ as: 'system' }, async (tx) => {
    if (!failure) {
      await markSent(tx, mail, { at, keepContent: keepsContent(ports) });
      return;
    }
    const next = failure.isFinal ? undefined : nextTry(mail.tries, at);
    if (!next) {
      await markFailed(tx, mail, { at, error: failure.message });
      return;
    }
    await markLater(tx, mail, { nextTryAt: next, error: failure.message });
    const startAfter = new Date(next.getTime() + CLOCK_LEEWAY_MS);
    await ports.jobs.enqueue(tx, SEND_JOB, { mailId }, { startAfter });
  });
  if (failure) ports.log.warn({ mailId, tries: mail.tries, reason: failure.message }, 'a mail was not taken');
}

/** The demo has no mail server: its mails are read where they lie, at /dev/thu. */
function keepsContent({ settings, mail }: Pick<Ports, 'settings' | 'mail'>): boolean {
  return settings.demo && mail.kind === 'catcher';
}

/** @returns why it was not taken, or undefined when it was. */
async function trySending(ports: Ports, mail: HandedMail): Promise<MailError | undefined> {
  try {
    await ports.mail.send(await messageOf(ports, mail));
    return undefined;
  } catch (error) {
    if (error instanceof MailError) return error;
    // sealed with a key this installation no longer has: a person must bring it back and send again
    if (error instanceof SealError) return new MailError('fault', 'SEAL_KEYS', true);
    ports.log.error({ err: error, mailId: mail.id }, 'a mail could not be made ready');
    return new MailError('fault', (error as Error).name, false);
  }
}

async function messageOf(ports: Ports, mail: HandedMail): Promise<MailMessage> {
  const { portal } = await portalFacts(ports, mail.portal_id);
  const content = JSON.parse(ports.seal.open(mail.content, placeOf(mail.dedupe_key))) as MailContent;
  return {
    from: {
      name: senderName(portalName(portal, mail.language), mail.language),
      address: ports.settings.mailFrom ?? `khong-tra-loi@${portal.host}`,
    },
    ...content,
    messageId: mail.message_id,
  };
}

export const sendMail: JobDefinition<Ports> = {
  name: SEND_JOB,
  // tries of a mail are counted in its row; these are for a database that was away
  retryLimit: 5,
  batch: { size: BATCH, atOnce: AT_ONCE },
  run: (ports, data) => handOver(ports, Number(data.mailId)),
};

/** Finds what its own job left behind: mails that waited for a mail server, and those of a process that died. */
export const sweepMail: JobDefinition<Ports> = {
  name: 'notifications.sweepMail',
  retryLimit: 0,
  cron: '* * * * *',
  async run(ports) {
    if (ports.mail.kind === 'none') return;
    const at = ports.now().getTime();
    const mailIds = await ports.database.transaction({ as: 'system' }, (tx) =>
      listOverlooked(tx, {
        dueSince: new Date(at - OVERLOOKED_MS),
        lostSince: new Date(at - HANDING_LIMIT_MS),
        limit: MOST_OVERLOOKED,
      }),
    );
    const until = performance.now() + SWEEP_LIMIT_MS;
    const lane = async () => {
      for (let mailId = mailIds.shift(); mailId !== undefined; mailId = mailIds.shift()) {
        if (performance.now() > until) return;
        await handOver(ports, mailId);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  },
};

/** Empties mails whose time has passed, and deletes old notices. Safe to run twice. */
export const forgetMail: JobDefinition<Ports> = {
  name: 'notifications.forgetMail',
  retryLimit: 5,
  cron: '20 3 * * *',
  async run({ database, now, log }) {
    const at = now();
    const done = await database.transaction({ as: 'system' }, async (tx) => ({
      mails: await forgetMailBefore(tx, daysBefore(at, CONTENT_KEPT_DAYS)),
      notices: await deleteNoticesBefore(tx, daysBefore(at, NOTICE_KEPT_DAYS)),
    }));
    if (done.mails + done.notices > 0) log.info(done, 'mails and notices were forgotten after their time');
  },
};
