import type { Command } from '../../platform/command/index.ts';
import type { Actor, Person } from '../../rules/access/index.ts';
import { type CivilDate, formatInstant } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { composeMail } from '../../ui/index.ts';
import { listPortals, type PortalRow, portalName } from '../portals/index.ts';
import { requeueFailed } from './mail-store.ts';
import { mailPortal, queueMail, SEND_JOB } from './mailing.ts';
import { type DigestRow, listForDigest, markDigested, markRead, saveDigestChoice } from './notice-store.ts';
import { permits } from './permits.ts';
import { groupByPerson, MOST_IN_DIGEST } from './rules.ts';
import { digestWords, NOTHING_TO_RESEND } from './words.ts';

/** What a person does with his own notices belongs to none of his portals. */
function ownDeed(actor: Actor, payload: object) {
  const { personId } = ownerOf(actor);
  return { portalId: null, subject: { kind: 'person', id: personId }, payload };
}

function ownerOf(actor: Actor): Person {
  if (actor.kind !== 'person') throw new Error('Only a person has notices.');
  return actor;
}

export interface ReadNotices {
  /** Any portal of the person's. */
  portalId: number;
  /** All that are unread, when left out. */
  noticeIds?: readonly number[] | undefined;
}

export const readNotices: Command<ReadNotices, { count: number }> = {
  name: 'notifications.readNotices',
  permit: 'notifications.read',
  permits,
  portal: (input) => input.portalId,
  async run({ tx, actor, now, record }, { noticeIds }) {
    const count = await markRead(tx, { personId: ownerOf(actor).personId, noticeIds, at: now });
    record(ownDeed(actor, { count }));
    return { count };
  },
};

export interface ChooseDigest {
  portalId: number;
  isStopped: boolean;
}

/** Whether the person wants the daily mail of unread warnings. */
export const chooseDigest: Command<ChooseDigest, void> = {
  name: 'notifications.chooseDigest',
  permit: 'notifications.read',
  permits,
  portal: (input) => input.portalId,
  async run({ tx, actor, now, record }, { isStopped }) {
    await saveDigestChoice(tx, { personId: ownerOf(actor).personId, isStopped, at: now });
    record(ownDeed(actor, { isStopped }));
  },
};

/** By the signed link in the daily mail, without signing in (RFC 8058); run by a machine. */
export const stopDigest: Command<{ portalId: number; personId: number }, void> = {
  name: 'notifications.stopDigest',
  permit: 'notifications.read',
  permits,
  portal: (input) => input.portalId,
  async run({ tx, now, record }, { personId }) {
    await saveDigestChoice(tx, { personId, isStopped: true, at: now });
    record({ portalId: null, subject: { kind: 'person', id: personId }, payload: {} });
  },
};

export interface ResendMail {
  portalId: number;
  /** All failed ones of the portal, when left out. */
  mailIds?: readonly number[] | undefined;
}

/** Puts failed mails back into the queue. Refuses `mail-not-failed`. */
export const resendMail: Command<ResendMail, { count: number }> = {
  name: 'notifications.resendMail',
  permit: 'notifications.resend',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, mailIds }) {
    const queued = await requeueFailed(context.tx, { portalId, mailIds, at: context.now });
    if (queued.length === 0) throw new Refusal('mail-not-failed', NOTHING_TO_RESEND);
    for (const mailId of queued) context.enqueue(SEND_JOB, { mailId });
    context.record({
      portalId,
      subject: { kind: 'portal', id: portalId },
      payload: { mailIds: queued },
    });
    return { count: queued.length };
  },
};

export interface SendDigests {
  /** The locality's main portal, in whose name they go. */
  portalId: number;
  on: CivilDate;
  /** Where a host of the locality is reached. */
  originOf(host: string): string;
  /** Where a person stops the mail with one click; below the portal's origin. */
  stopPath(personId: number, lang: Lang): string;
}

/** One locality's unread warnings taken up a day; more are a flood that a person must look at anyway. */
const MOST_A_DAY = 20_000;

/** To everyone with unread warnings no mail has told yet: one mail. A second time on the same day sends nothing. */
export const sendDigests: Command<SendDigests, { people: number }> = {
  name: 'notifications.sendDigests',
  permit: 'notifications.read',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, actor, now } = context;
    const rows = await listForDigest(tx, { localityId: actor.localityId, on: input.on, limit: MOST_A_DAY });
    const portals = new Map((await listPortals(tx, actor.localityId)).map((portal) => [portal.id, portal]));
    const sender = portals.get(input.portalId);
    if (!sender) throw new Error(`Portal ${input.portalId} is not open.`);
    let people = 0;
    for (const group of groupByPerson(rows)) {
      const [first] = group;
      if (!first) continue;
      const mail = digestMail(first, group, { input, portals, sender });
      const isNew = await queueMail(context, mail);
      // of those ordered today after the mail was, tomorrow's tells
      if (!isNew) continue;
      people++;
      const told = group.map((row) => row.notice_id);
      await markDigested(tx, told, now);
    }
    context.record({
      portalId: input.portalId,
      subject: { kind: 'locality', id: actor.localityId },
      payload: { on: input.on, people },
    });
    return { people };
  },
};

interface DigestGround {
  input: SendDigests;
  portals: ReadonlyMap<number, PortalRow>;
  sender: PortalRow;
}

function digestMail(person: DigestRow, rows: readonly DigestRow[], { input, portals, sender }: DigestGround) {
  const { language: lang } = person;
  const w = digestWords(lang);
  const origin = input.originOf(sender.host);
  const stopHref = origin + input.stopPath(person.person_id, lang);
  const shown = rows.slice(0, MOST_IN_DIGEST);
  const itemOf = (row: DigestRow) => {
    const portal = portals.get(row.portal_id);
    return {
      text: lang === 'vi' ? row.words_vi : row.words_en,
      href: input.originOf((portal ?? sender).host) + (lang === 'vi' ? row.href_vi : row.href_en),
      note: [portal && portalName(portal, lang), formatInstant(row.created_at, lang)]
        .filter(Boolean)
        .join(' · '),
    };
  };
  return {
    portalId: sender.id,
    purpose: 'notifications.digest',
    language: lang,
    to: person.email,
    dedupeKey: `notifications:digest:${person.person_id}:${input.on}`,
    content: composeMail(lang, {
      subject: w.subject(rows.length),
      portal: mailPortal(sender, lang, input.originOf),
      greeting: w.greeting(person.full_name),
      paragraphs: [w.lead],
      list: shown.map(itemOf),
      ...(rows.length > shown.length && { closing: w.more(rows.length - shown.length) }),
      action: { label: w.open, href: origin + w.openPath },
      unsubscribeHref: stopHref,
    }),
    // RFC 8058: the mail program stops it with one POST, without a page and without a question
    headers: { 'List-Unsubscribe': `<${stopHref}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  };
}
