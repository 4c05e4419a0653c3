import type { Command } from '../../platform/command/index.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Machine } from '../../rules/access/index.ts';
import { formatInstant } from '../../rules/calendar/index.ts';
import { composeMail } from '../../ui/index.ts';
import { findOwner, OWN_SESSIONS, type OwnerTold, toldMailWords, toldWords } from '../accounts/index.ts';
import { listPortals } from '../portals/index.ts';
import { mailPortal, notify, queueMail } from './mailing.ts';
import { permits } from './permits.ts';

/** Job that hears what the owner of an account must be told; safe to run twice. */
export const TELL_OWNER_JOB = 'notifications.tellOwner';

interface TellOwner extends OwnerTold {
  /** Where a host of the locality is reached. */
  originOf(host: string): string;
}

/** A mail, where the person has an address, and a notice on the desk. Who has neither address nor a right any more hears nothing. */
export const tellOwner: Command<TellOwner, void> = {
  name: 'notifications.tellOwner',
  permit: 'notifications.read',
  permits,
  portal: (input) => input.portalId,
  async run(context, { personId, portalId, what, at, sessionId, originOf }) {
    const { tx, actor, record } = context;
    const owner = await findOwner(tx, personId, sessionId);
    const portal = (await listPortals(tx, actor.localityId)).find(({ id }) => id === portalId);
    record({ portalId, subject: { kind: 'person', id: personId }, payload: { what } });
    if (!owner || !portal) return;
    const key = `accounts:${what}:${personId}:${at}`;
    await notify(context, {
      ...{ personId, portalId, kind: 'news', words: toldWords[what], href: OWN_SESSIONS, onceKey: key },
    });
    if (!owner.email) return;
    const lang = owner.language;
    const w = toldMailWords(lang);
    const from = mailPortal(portal, lang, originOf);
    const facts: [string, string][] = [[w.at, formatInstant(new Date(at), lang)]];
    if (sessionId !== undefined) {
      facts.push([w.device, w.on(owner.browser ?? '', owner.system ?? '') || w.unknownDevice]);
      if (owner.address) facts.push([w.address, owner.address]);
    }
    await queueMail(context, {
      ...{ portalId, purpose: 'accounts.ownerTold', language: lang, to: owner.email, dedupeKey: key },
      content: composeMail(lang, {
        subject: w.subject(from.name),
        ...{
          portal: from,
          greeting: w.greeting(owner.full_name),
          paragraphs: [toldWords[what][lang]],
          facts,
        },
        closing: w.closing,
        action: { label: w.action, href: from.href + OWN_SESSIONS[lang] },
      }),
    });
  },
};

export const tellOwnerJob: JobDefinition<Ports> = {
  name: TELL_OWNER_JOB,
  retryLimit: 3,
  async run(ports, data) {
    const told = data as unknown as OwnerTold;
    const owner = await ports.database.transaction({ as: 'system' }, (tx) =>
      findOwner(tx, told.personId, undefined),
    );
    if (!owner) return;
    const machine: Machine = { kind: 'machine', name: 'notifications', localityId: owner.locality_id };
    await ports.perform(machine, tellOwner, { ...told, originOf: ports.settings.originOf });
  },
};
